#include "desktop/letter_edit.h"

#include "desktop/app_undo.h"
#include "desktop/offsets.h"
#include "desktop/rewording.h"
#include "desktop/strings.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextDocumentFragment>

#include <algorithm>

namespace desktop {

using Kind = appeal::Paragraph::Kind;

LetterEdit::LetterEdit(QWidget* parent) : QTextEdit(parent)
{
    setAcceptRichText(false);
    setFrameShape(QFrame::NoFrame);
    AppUndo::install(this);
    viewport()->setMouseTracking(true);
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

QString LetterEdit::trimmedEnd(QString text)
{
    while (!text.isEmpty() && (text.back().isSpace() || text.back() == QChar::LineSeparator))
        text.chop(1);
    return text;
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
        // a copy: the paragraph is another one when the letter has moved
        if (const auto pick = current() ? current()->pick : std::string{}; !pick.empty())
            Q_EMIT moveAsked(pick, event->key() == Qt::Key_Up ? -1 : 1);
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
    // a clause is wanted: where a word could begin, so that "3/4" and "and/or" are typed as ever
    if (event->text() == QLatin1String("/") && !isReadOnly() && !m_composing && !cursor.hasSelection() && current() && !current()->section.empty()) {
        const auto before = cursor.block().text().left(cursor.positionInBlock());
        if (cursor.positionInBlock() <= markerLength(cursor.blockNumber()) || before.back().isSpace() || before.back() == QChar::LineSeparator) {
            Q_EMIT slashTyped();
            return;
        }
    }
    if (enter) {
        if (!isReadOnly())
            textCursor().insertText(QString(QChar(QChar::LineSeparator)));
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void LetterEdit::typeHere(const QString& text)
{
    if (!isReadOnly())
        textCursor().insertText(text);
}

Spot LetterEdit::spotAtCaret() const
{
    const auto* p = current();
    if (!p || p->pick.empty())
        return {};
    const auto cursor = textCursor();
    return {p->pick, cursor.positionInBlock() > markerLength(cursor.blockNumber())};
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

} // namespace desktop
