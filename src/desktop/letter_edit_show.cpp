#include "desktop/letter_edit.h"

#include "desktop/offsets.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <set>

// From the letter to the document: only blocks that changed are touched.
namespace desktop {

using Kind = appeal::Paragraph::Kind;

void LetterEdit::show(const appeal::Letter& letter, const std::vector<bool>& blank)
{
    m_letter = letter;
    const auto& fresh = letter.paragraphs;
    const auto blankAt = [&](std::size_t i) { return i < blank.size() && blank[i]; };
    // mostly words changed and every paragraph stands where it stood
    const bool sameOrder = std::equal(fresh.begin(), fresh.end(), m_shown.begin(), m_shown.end(), [](const appeal::Paragraph& p, const Shown& shown) { return p.place == shown.paragraph.place; });

    m_writing = true;
    const auto bar = verticalScrollBar()->value();
    bool structure = false;
    std::set<std::string> later; ///< places of the fresh letter that are still to come
    if (!sameOrder)
        for (const auto& p : fresh)
            later.insert(p.place);
    const auto shownLater = [&](std::size_t from, const std::string& place) {
        return std::any_of(m_shown.begin() + std::ptrdiff_t(from), m_shown.end(), [&](const Shown& x) { return x.paragraph.place == place; });
    };
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const auto& place = fresh[i].place;
        later.erase(place);
        while (!sameOrder && i < m_shown.size() && m_shown[i].paragraph.place != place && shownLater(i, place)) {
            removeBlockAt(int(i)); // gone, or to be put in again where it belongs now
            structure = true;
        }
        const bool here = sameOrder || (i < m_shown.size() && (m_shown[i].paragraph.place == place || later.count(m_shown[i].paragraph.place) == 0));
        if (!here) {
            insertBlockAt(int(i), {fresh[i], blankAt(i), 0});
            structure = true;
            continue;
        }
        if (m_shown[i].blank == blankAt(i) && m_shown[i].paragraph == fresh[i])
            continue;
        const Shown changed{fresh[i], blankAt(i), m_shown[i].room};
        const bool wordsDiffer = document()->findBlockByNumber(int(i)).text() != wordsOf(changed.paragraph);
        writeBlock(int(i), changed, wordsDiffer);
        m_shown[i] = changed;
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
    QTextCursor once(document()); // all of it is laid out at the end, once
    once.beginEditBlock();
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
    once.endEditBlock();
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
    QTextCharFormat plain;
    if (p.kind == Kind::Heading || p.kind == Kind::SubHeading)
        plain.setFontWeight(p.kind == Kind::Heading ? QFont::Bold : QFont::DemiBold);
    // how each stretch of the words is to look; only what looks otherwise is set, since each setting lays the block out again
    const int length = where.length() - 1;
    QList<QTextLayout::FormatRange> wanted;
    int at = 0;
    const auto stretch = [&](int to, const QTextCharFormat& format) {
        to = std::min(to, length);
        if (to <= at)
            return;
        if (!wanted.isEmpty() && wanted.back().format == format)
            wanted.back().length += to - at;
        else
            wanted.push_back({at, to - at, format});
        at = to;
    };
    if (!p.gaps.empty()) {
        const Offsets offsets(p.text);
        const int marker = int(q(p.marker).size());
        auto missing = plain;
        missing.setBackground(colours().gap);
        missing.setUnderlineStyle(QTextCharFormat::DashUnderline);
        missing.setToolTip(tr("Missing. Click to fill it in."));
        for (const auto& gap : p.gaps) {
            stretch(marker + int(offsets.toUtf16(gap.start)), plain);
            stretch(marker + int(offsets.toUtf16(gap.end)), missing);
        }
    }
    stretch(length, plain);

    QTextCursor cursor(where);
    cursor.beginEditBlock();
    if (const auto format = blockFormatOf(is, block == 0); where.blockFormat() != format)
        cursor.setBlockFormat(format);
    if (where.charFormat() != plain)
        cursor.setBlockCharFormat(plain);
    if (where.textFormats() != wanted)
        for (const auto& range : wanted) {
            cursor.setPosition(where.position() + range.start);
            cursor.setPosition(where.position() + range.start + range.length, QTextCursor::KeepAnchor);
            cursor.setCharFormat(range.format);
        }
    cursor.endEditBlock();
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
