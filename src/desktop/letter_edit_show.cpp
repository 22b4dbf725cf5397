#include "desktop/letter_edit.h"

#include "desktop/offsets.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <set>

// From the letter to the document: only blocks that changed are touched.
namespace desktop {

using Kind = appeal::Paragraph::Kind;

void LetterEdit::show(const appeal::Letter& letter, const std::vector<bool>& blank)
{
    m_letter = letter;
    std::vector<Shown> fresh;
    fresh.reserve(letter.paragraphs.size());
    for (std::size_t i = 0; i < letter.paragraphs.size(); ++i)
        fresh.push_back({letter.paragraphs[i], i < blank.size() && blank[i], 0});

    m_writing = true;
    const auto bar = verticalScrollBar()->value();
    bool structure = false;
    std::set<std::string> later; ///< places of the fresh letter that are still to come
    for (const auto& f : fresh)
        later.insert(f.paragraph.place);
    const auto shownLater = [&](std::size_t from, const std::string& place) {
        return std::any_of(m_shown.begin() + std::ptrdiff_t(from), m_shown.end(), [&](const Shown& x) { return x.paragraph.place == place; });
    };
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const auto& place = fresh[i].paragraph.place;
        later.erase(place);
        while (i < m_shown.size() && m_shown[i].paragraph.place != place && shownLater(i, place)) {
            removeBlockAt(int(i)); // gone, or to be put in again where it belongs now
            structure = true;
        }
        const bool here = i < m_shown.size() && (m_shown[i].paragraph.place == place || later.count(m_shown[i].paragraph.place) == 0);
        if (!here) {
            insertBlockAt(int(i), fresh[i]);
            structure = true;
            continue;
        }
        fresh[i].room = m_shown[i].room;
        if (m_shown[i] == fresh[i])
            continue;
        const bool wordsDiffer = document()->findBlockByNumber(int(i)).text() != wordsOf(fresh[i].paragraph);
        writeBlock(int(i), fresh[i], wordsDiffer);
        m_shown[i] = fresh[i];
    }
    while (m_shown.size() > fresh.size()) {
        removeBlockAt(int(m_shown.size()) - 1);
        structure = true;
    }
    if (structure && !hasFocus())
        verticalScrollBar()->setValue(bar);
    m_writing = false;
    m_changed = -1;
}

bool LetterEdit::tolerated(int block, const QString& wanted) const
{
    if (!hasFocus() || textCursor().blockNumber() != block)
        return false;
    if (m_composing)
        return true;
    // a blank at the end of a paragraph is no part of the letter, but the next word's beginning
    const auto now = document()->findBlockByNumber(block).text();
    return now.size() > wanted.size() && trimmedEnd(now) == trimmedEnd(wanted);
}

void LetterEdit::writeBlock(int block, const Shown& is, bool wordsDiffer)
{
    ++m_touched;
    const auto wanted = wordsOf(is.paragraph);
    if (wordsDiffer && !tolerated(block, wanted)) {
        const auto where = document()->findBlockByNumber(block);
        const auto now = where.text();
        qsizetype head = 0, tail = 0;
        while (head < now.size() && head < wanted.size() && now[head] == wanted[head])
            ++head;
        while (tail < now.size() - head && tail < wanted.size() - head && now[now.size() - 1 - tail] == wanted[wanted.size() - 1 - tail])
            ++tail;
        QTextCursor cursor(where);
        cursor.setPosition(where.position() + int(head));
        cursor.setPosition(where.position() + int(now.size() - tail), QTextCursor::KeepAnchor);
        cursor.insertText(wanted.mid(head, wanted.size() - head - tail));
    }
    styleBlock(block, is);
}

QTextBlockFormat LetterEdit::blockFormatOf(const Shown& shown, bool first) const
{
    const auto& p = shown.paragraph;
    QTextBlockFormat format;
    const auto line = QFontMetricsF(font()).lineSpacing();
    format.setLeftMargin(kSignRoom);
    format.setTopMargin(first ? 0 : shown.blank ? line * 0.75 : p.kind == Kind::Heading ? line * 0.75 : 3);
    format.setBottomMargin(shown.room);
    format.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
    if (p.kind == Kind::Heading)
        format.setHeadingLevel(2);
    else if (p.kind == Kind::SubHeading)
        format.setHeadingLevel(3);
    if (p.kind == Kind::Pick && p.state == appeal::PickState::Proposed)
        format.setBackground(colours().proposed);
    return format;
}

void LetterEdit::styleBlock(int block, const Shown& is)
{
    const auto& p = is.paragraph;
    const auto where = document()->findBlockByNumber(block);
    QTextCursor cursor(where);
    if (const auto format = blockFormatOf(is, block == 0); where.blockFormat() != format)
        cursor.setBlockFormat(format);
    QTextCharFormat plain;
    if (p.kind == Kind::Heading || p.kind == Kind::SubHeading)
        plain.setFontWeight(p.kind == Kind::Heading ? QFont::Bold : QFont::DemiBold);
    const auto paint = [&](int from, int to, const QTextCharFormat& format) {
        cursor.setPosition(where.position() + from);
        cursor.setPosition(where.position() + std::min(to, where.length() - 1), QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
    };
    paint(0, where.length() - 1, plain);
    cursor.setPosition(where.position());
    cursor.setBlockCharFormat(plain);
    if (p.gaps.empty())
        return;
    const Offsets offsets(p.text);
    const int marker = int(q(p.marker).size());
    for (const auto& gap : p.gaps) {
        auto format = plain;
        format.setBackground(colours().gap);
        format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        format.setToolTip(tr("Missing. Click to fill it in."));
        paint(marker + int(offsets.toUtf16(gap.start)), marker + int(offsets.toUtf16(gap.end)), format);
    }
}

void LetterEdit::insertBlockAt(int at, const Shown& fresh)
{
    QTextCursor cursor(document());
    if (!m_shown.empty()) {
        if (at < int(m_shown.size())) {
            cursor.setPosition(document()->findBlockByNumber(at).position());
        } else {
            cursor.movePosition(QTextCursor::End);
        }
        cursor.insertBlock();
    }
    m_shown.insert(m_shown.begin() + at, fresh);
    writeBlock(at, fresh, true);
    if (at + 1 < int(m_shown.size()))
        styleBlock(at + 1, m_shown[std::size_t(at) + 1]);
}

void LetterEdit::removeBlockAt(int at)
{
    const auto where = document()->findBlockByNumber(at);
    QTextCursor cursor(where);
    const bool last = at + 1 == int(m_shown.size());
    if (last && at > 0) {
        cursor.setPosition(where.position() - 1);
        cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    } else if (last) {
        cursor.select(QTextCursor::Document);
    } else {
        cursor.setPosition(where.next().position(), QTextCursor::KeepAnchor);
    }
    cursor.removeSelectedText();
    m_shown.erase(m_shown.begin() + at);
    ++m_touched;
    if (!last)
        styleBlock(at, m_shown[std::size_t(at)]);
}

void LetterEdit::restyle()
{
    m_writing = true;
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        styleBlock(int(i), m_shown[i]);
    m_writing = false;
}

} // namespace desktop
