#include "desktop/letter_edit.h"

#include "desktop/app_undo.h"
#include "desktop/offsets.h"
#include "desktop/rewording.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QToolTip>

#include <algorithm>
#include <set>

namespace desktop {

namespace {

using Kind = appeal::Paragraph::Kind;
constexpr int kMargin = 20; ///< room for the signs at the left

QString trimmedEnd(QString text)
{
    while (!text.isEmpty() && (text.back().isSpace() || text.back() == QChar::LineSeparator))
        text.chop(1);
    return text;
}

} // namespace

LetterEdit::LetterEdit(QWidget* parent) : QTextEdit(parent)
{
    setAcceptRichText(false);
    setFrameShape(QFrame::NoFrame);
    AppUndo::install(this);
    document()->setDocumentMargin(10);
    connect(document(), &QTextDocument::contentsChange, this, [this](int position, int, int) {
        if (!m_writing)
            m_changed = position;
    });
    connect(this, &QTextEdit::textChanged, this, [this] {
        if (!m_writing && m_changed >= 0)
            takeTyping();
    });
    connect(this, &QTextEdit::cursorPositionChanged, this, [this] {
        if (!m_writing)
            Q_EMIT caretMoved();
    });
}

QString LetterEdit::wordsOf(const appeal::Paragraph& p) const
{
    auto words = q(p.marker) + q(p.text);
    words.replace(QLatin1Char('\n'), QChar::LineSeparator);
    return words;
}

int LetterEdit::markerLength(int block) const
{
    return int(q(m_shown[std::size_t(block)].paragraph.marker).size());
}

const appeal::Paragraph* LetterEdit::current() const
{
    const auto block = std::size_t(textCursor().blockNumber());
    return block < m_shown.size() ? &m_shown[block].paragraph : nullptr;
}

// --- from the letter to the document ---

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
    format.setLeftMargin(kMargin);
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
    plain.setForeground(palette().text());
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

// --- from the document to the letter ---

std::optional<Rewording> LetterEdit::changeIn(int block, int near) const
{
    const auto& p = m_shown[std::size_t(block)].paragraph;
    const auto was = wordsOf(p);
    const auto now = document()->findBlockByNumber(block).text();
    const auto marker = markerLength(block);
    if (now == was || p.kind == Kind::Attachment || p.place == "sent")
        return {};
    qsizetype head = 0, tail = 0;
    while (head < now.size() && head < was.size() && head < near && now[head] == was[head])
        ++head;
    while (tail < now.size() - head && tail < was.size() - head && now[now.size() - 1 - tail] == was[was.size() - 1 - tail])
        ++tail;
    if (head > 0 && head < was.size() && was[head].isLowSurrogate())
        --head;
    if (tail > 0 && was[was.size() - tail].isLowSurrogate())
        --tail;
    if (head < marker)
        return {};
    const Offsets offsets(p.text);
    const auto at = offsets.toByte(head - marker);
    const auto removed = offsets.toByte(was.size() - tail - marker) - at;
    auto typed = now.mid(head, now.size() - head - tail);
    typed.replace(QChar::LineSeparator, QLatin1Char('\n'));
    typed.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    typed.replace(QChar::Nbsp, QLatin1Char(' '));
    if (now.mid(marker).trimmed().isEmpty())
        return Rewording{p.place, {}};
    return Rewording{p.place, desktop::reworded(p, at, removed, s(typed))};
}

void LetterEdit::takeTyping()
{
    const auto position = m_changed;
    m_changed = -1;
    if (document()->blockCount() != std::max(1, int(m_shown.size()))) {
        // something joined or parted paragraphs past all keys: the letter stands as it was
        const auto letter = m_letter;
        std::vector<bool> blank;
        for (const auto& shown : m_shown)
            blank.push_back(shown.blank);
        m_writing = true;
        document()->clear();
        m_shown.clear();
        m_writing = false;
        show(letter, blank);
        return;
    }
    const auto where = document()->findBlock(position);
    const auto block = where.blockNumber();
    if (block < 0 || block >= int(m_shown.size()))
        return;
    // a change that the position names too early still lies in the paragraph of the caret
    const auto caret = textCursor();
    const int near = caret.blockNumber() == block ? std::max(position - where.position(), 0) : position - where.position();
    if (const auto change = changeIn(block, near)) {
        Q_EMIT reworded({*change});
        return;
    }
    if (where.text() != wordsOf(m_shown[std::size_t(block)].paragraph) && trimmedEnd(where.text()) != trimmedEnd(wordsOf(m_shown[std::size_t(block)].paragraph))) {
        m_writing = true; // not to be changed here: put back
        writeBlock(block, m_shown[std::size_t(block)], true);
        m_writing = false;
    }
}

bool LetterEdit::selectionCrosses() const
{
    const auto cursor = textCursor();
    return cursor.hasSelection() && document()->findBlock(cursor.selectionStart()).blockNumber() != document()->findBlock(cursor.selectionEnd()).blockNumber();
}

void LetterEdit::clearSelection()
{
    auto cursor = textCursor();
    const int from = cursor.selectionStart(), to = cursor.selectionEnd();
    const int first = document()->findBlock(from).blockNumber(), last = document()->findBlock(to).blockNumber();
    std::vector<Rewording> changes;
    m_writing = true;
    for (int block = last; block >= first && block < int(m_shown.size()); --block) {
        const auto where = document()->findBlockByNumber(block);
        const auto& p = m_shown[std::size_t(block)].paragraph;
        const int body = where.position() + markerLength(block), end = where.position() + where.length() - 1;
        const int a = std::max(from, body), b = std::min(to, end);
        if (a >= b || p.kind == Kind::Attachment || p.kind == Kind::Heading || p.place == "sent")
            continue;
        QTextCursor part(document());
        part.setPosition(a);
        part.setPosition(b, QTextCursor::KeepAnchor);
        part.removeSelectedText();
        if (const auto change = changeIn(block, a - where.position()))
            changes.push_back(*change);
    }
    cursor.clearSelection();
    cursor.setPosition(std::min(from, document()->characterCount() - 1));
    setTextCursor(cursor);
    m_writing = false;
    m_changed = -1;
    if (!changes.empty())
        Q_EMIT reworded(changes);
}

void LetterEdit::keepCaretInBody()
{
    auto cursor = textCursor();
    const auto block = cursor.blockNumber();
    if (block >= int(m_shown.size()) || cursor.hasSelection())
        return;
    if (const auto marker = markerLength(block); cursor.positionInBlock() < marker) {
        cursor.setPosition(cursor.block().position() + marker);
        setTextCursor(cursor);
    }
}

void LetterEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() == Qt::AltModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        if (const auto* p = current(); p && !p->pick.empty())
            Q_EMIT moveAsked(p->pick, event->key() == Qt::Key_Up ? -1 : 1);
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool back = event->key() == Qt::Key_Backspace, forward = event->key() == Qt::Key_Delete;
    const bool typing = !event->text().isEmpty() && event->text().at(0).isPrint() && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (selectionCrosses()) {
        if (event->matches(QKeySequence::Cut))
            copy();
        if (typing || enter || back || forward || event->matches(QKeySequence::Cut) || event->matches(QKeySequence::Paste)) {
            clearSelection();
            if (back || forward || event->matches(QKeySequence::Cut))
                return;
        }
    }
    if (typing || enter || back)
        keepCaretInBody();
    const auto cursor = textCursor();
    if (!cursor.hasSelection() && cursor.blockNumber() < int(m_shown.size())) {
        if (back && cursor.positionInBlock() <= markerLength(cursor.blockNumber()))
            return;
        if (forward && cursor.atBlockEnd())
            return;
    }
    if (enter) {
        if (!isReadOnly())
            textCursor().insertText(QString(QChar(QChar::LineSeparator)));
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void LetterEdit::inputMethodEvent(QInputMethodEvent* event)
{
    if (selectionCrosses() && (!event->commitString().isEmpty() || !event->preeditString().isEmpty()))
        clearSelection();
    keepCaretInBody();
    m_composing = !event->preeditString().isEmpty();
    QTextEdit::inputMethodEvent(event);
}

void LetterEdit::insertFromMimeData(const QMimeData* source)
{
    if (!source->hasText() || isReadOnly())
        return;
    if (selectionCrosses())
        clearSelection();
    keepCaretInBody();
    auto text = source->text();
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    textCursor().insertText(text);
}

QMimeData* LetterEdit::createMimeDataFromSelection() const
{
    auto* copied = new QMimeData;
    copied->setText(textCursor().selection().toPlainText());
    return copied;
}

// --- seeing and going ---

void LetterEdit::mouseReleaseEvent(QMouseEvent* event)
{
    QTextEdit::mouseReleaseEvent(event);
    const auto cursor = textCursor();
    const auto block = std::size_t(cursor.blockNumber());
    if (event->button() != Qt::LeftButton || cursor.hasSelection() || block >= m_shown.size())
        return;
    const auto& p = m_shown[block].paragraph;
    const auto at = Offsets(p.text).toByte(cursor.positionInBlock() - markerLength(int(block)));
    for (const auto& gap : p.gaps)
        if (gap.start <= at && at < gap.end) {
            Q_EMIT gapClicked(gap);
            return;
        }
}

bool LetterEdit::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const auto block = std::size_t(cursorForPosition(help->pos()).blockNumber());
        QString text;
        if (block < m_shown.size()) {
            const auto& p = m_shown[block].paragraph;
            if (p.kind == Kind::Pick && p.state == appeal::PickState::Proposed)
                text = tr("Proposed: nobody has confirmed yet that this is true.");
            else if (p.outdated)
                text = tr("The other language was reworded since: this is no longer its translation.");
            else if (p.edited)
                text = tr("Your own wording.");
            if (!p.gaps.empty())
                text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + tr("Missing. Click to fill it in.");
        }
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QTextEdit::viewportEvent(event);
}

void LetterEdit::paintEvent(QPaintEvent* event)
{
    QTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setFont(scaled(font(), 0.85, true));
    const auto* layout = document()->documentLayout();
    const QPoint shift(horizontalScrollBar()->value(), verticalScrollBar()->value());
    for (auto block = cursorForPosition(QPoint(0, event->rect().top())).block(); block.isValid(); block = block.next()) {
        const auto index = std::size_t(block.blockNumber());
        if (index >= m_shown.size())
            break;
        const auto where = layout->blockBoundingRect(block).translated(-shift); // without its margins
        if (where.top() > event->rect().bottom())
            break;
        const auto& p = m_shown[index].paragraph;
        QString sign;
        QColor ink = colours().muted;
        if (p.kind == Kind::Pick && p.state == appeal::PickState::Proposed) {
            sign = QStringLiteral("?");
            ink = colours().accent;
        } else if (p.outdated) {
            sign = QStringLiteral("≠");
            ink = colours().warning;
        } else if (p.edited) {
            sign = QStringLiteral("✎");
        }
        if (!p.gaps.empty()) {
            sign = sign.isEmpty() ? QStringLiteral("!") : sign + QStringLiteral("!");
            ink = colours().warning;
        }
        if (sign.isEmpty())
            continue;
        painter.setPen(ink);
        painter.drawText(QRectF(6, where.top(), kMargin, QFontMetricsF(font()).height()), Qt::AlignLeft | Qt::AlignVCenter, sign);
    }
}

void LetterEdit::focusOutEvent(QFocusEvent* event)
{
    QTextEdit::focusOutEvent(event);
    m_composing = false;
    const auto block = textCursor().blockNumber();
    if (block < int(m_shown.size()) && document()->findBlockByNumber(block).text() != wordsOf(m_shown[std::size_t(block)].paragraph)) {
        m_writing = true;
        writeBlock(block, m_shown[std::size_t(block)], true);
        m_writing = false;
    }
}

void LetterEdit::reveal(const std::string& place)
{
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        if (m_shown[i].paragraph.place == place || m_shown[i].paragraph.pick == place) {
            QTextCursor cursor(document()->findBlockByNumber(int(i)));
            cursor.setPosition(cursor.position() + markerLength(int(i)));
            setTextCursor(cursor);
            ensureCursorVisible();
            return;
        }
}

void LetterEdit::setRoomBelow(int block, qreal room)
{
    if (block >= int(m_shown.size()) || qAbs(m_shown[std::size_t(block)].room - room) < 0.5)
        return;
    m_shown[std::size_t(block)].room = room;
    m_writing = true;
    QTextCursor cursor(document()->findBlockByNumber(block));
    cursor.setBlockFormat(blockFormatOf(m_shown[std::size_t(block)], block == 0));
    m_writing = false;
}

qreal LetterEdit::blockHeight(int block) const
{
    const auto where = document()->findBlockByNumber(block);
    return where.isValid() ? document()->documentLayout()->blockBoundingRect(where).height() : 0;
}

std::pair<int, qreal> LetterEdit::topBlock() const
{
    const auto block = cursorForPosition(QPoint(kMargin + 2, 1)).block();
    const auto where = document()->documentLayout()->blockBoundingRect(block);
    const auto share = where.height() > 0 ? (verticalScrollBar()->value() - where.top()) / where.height() : 0;
    return {block.blockNumber(), qBound(0.0, share, 1.0)};
}

void LetterEdit::scrollTo(int block, qreal share)
{
    const auto where = document()->documentLayout()->blockBoundingRect(document()->findBlockByNumber(block));
    verticalScrollBar()->setValue(int(where.top() + where.height() * share));
}

} // namespace desktop
