#include "desktop/notice_edit.h"

#include "desktop/app_undo.h"
#include "desktop/offsets.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "text/decode.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QUrl>

#include <algorithm>

namespace desktop {

namespace {

constexpr std::size_t kWhole = 256 * 1024;  ///< bytes that are shown whole
constexpr std::size_t kLine = 24 * 1024;    ///< bytes of a line that may be
constexpr std::size_t kPart = 24 * 1024;    ///< bytes of a folded text that are shown at once
constexpr int kMarks = 1000; ///< marked at most: Qt looks for each in all lines of its paragraph, and a long text without line breaks would stop the window

/// Can Qt lay it out between two pictures?
bool light(std::string_view text)
{
    if (text.size() > kWhole)
        return false;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (end - at > kLine)
            return false;
        at = end + 1;
    }
    return true;
}

/// The start of the character in which the byte @p at stands.
std::size_t characterAt(std::string_view text, std::size_t at)
{
    at = std::min(at, text.size());
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u)
        --at;
    return at;
}

} // namespace

NoticeEdit::NoticeEdit(QWidget* parent) : QTextEdit(parent)
{
    setAcceptRichText(false);
    AppUndo::install(this);
    connect(this, &QTextEdit::textChanged, this, &NoticeEdit::edited);
}

std::string NoticeEdit::text() const
{
    return m_folded ? m_whole : s(toPlainText());
}

void NoticeEdit::fold(bool folded)
{
    if (m_folded == folded)
        return;
    m_folded = folded;
    m_whole.clear();
    m_from = m_to = 0;
    setReadOnly(folded);
    if (folded)
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    Q_EMIT foldChanged(folded);
}

void NoticeEdit::showFrom(std::size_t byte)
{
    m_from = characterAt(m_whole, byte);
    m_to = characterAt(m_whole, m_from + kPart);
    const QSignalBlocker quiet(this);
    setPlainText(q(std::string_view(m_whole).substr(m_from, m_to - m_from)));
}

appeal::Span NoticeEdit::selected() const
{
    const auto cursor = textCursor();
    const auto shown = m_folded ? m_whole.substr(m_from, m_to - m_from) : text();
    const Offsets offsets(shown);
    return {m_from + offsets.toByte(cursor.selectionStart()), m_from + offsets.toByte(cursor.selectionEnd())};
}

void NoticeEdit::setText(const std::string& text)
{
    if (m_folded && m_whole == text)
        return;
    if (!light(text)) {
        fold(true);
        m_whole = text;
        showFrom(0);
        return;
    }
    const auto wanted = q(text);
    if (m_composing || (!m_folded && toPlainText() == wanted))
        return;
    fold(false);
    const QSignalBlocker quiet(this);
    const auto caret = textCursor().position();
    const auto bar = verticalScrollBar()->value();
    setPlainText(wanted);
    auto cursor = textCursor();
    cursor.setPosition(std::min(caret, int(wanted.size())));
    setTextCursor(cursor);
    verticalScrollBar()->setValue(bar);
}

void NoticeEdit::mark(const appeal::Reading& reading)
{
    m_reading = reading;
    dress();
}

void NoticeEdit::dress()
{
    const auto shown = m_folded ? m_whole.substr(m_from, m_to - m_from) : text();
    const Offsets offsets(shown);
    QList<ExtraSelection> marks;
    const auto add = [&](const appeal::Span& span, const QColor& tint, QTextCharFormat::UnderlineStyle line) {
        if (span.end <= span.start || span.start < m_from || span.end > m_from + shown.size() || marks.size() >= kMarks)
            return;
        ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(int(offsets.toUtf16(span.start - m_from)));
        mark.cursor.setPosition(int(offsets.toUtf16(span.end - m_from)), QTextCursor::KeepAnchor);
        mark.format.setBackground(tint);
        mark.format.setUnderlineStyle(line);
        mark.format.setUnderlineColor(palette().color(QPalette::Text));
        marks << mark;
    };
    const auto& c = colours();
    for (const auto& found : m_reading.asksFor)
        add(found.at, c.tintRequest, QTextCharFormat::DotLine);
    for (const auto& entity : m_reading.entities)
        for (const auto& at : entity.at)
            add(at, c.tintId, QTextCharFormat::NoUnderline);
    for (const auto& cause : m_reading.causes)
        for (const auto& at : cause.evidence)
            add(at, c.tintCause, QTextCharFormat::SingleUnderline);
    for (const auto& deadline : m_reading.deadlines)
        add(deadline.at, c.tintDeadline, QTextCharFormat::DashUnderline);
    setExtraSelections(marks);
}

void NoticeEdit::pointTo(const appeal::Span& span)
{
    if (m_folded && (span.start < m_from || span.end > m_to)) {
        showFrom(span.start - std::min(span.start, kPart / 4));
        dress();
    }
    const auto shown = m_folded ? m_whole.substr(m_from, m_to - m_from) : text();
    const Offsets offsets(shown);
    auto cursor = textCursor();
    cursor.setPosition(int(offsets.toUtf16(span.start - std::min(span.start, m_from))));
    cursor.setPosition(int(offsets.toUtf16(span.end - std::min(span.end, m_from))), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void NoticeEdit::inputMethodEvent(QInputMethodEvent* event)
{
    m_composing = !event->preeditString().isEmpty();
    QTextEdit::inputMethodEvent(event);
}

bool NoticeEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasUrls() || source->hasText();
}

void NoticeEdit::insertFromMimeData(const QMimeData* source)
{
    QStringList paths;
    for (const auto& url : source->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (!paths.isEmpty()) {
        Q_EMIT filesDropped(paths);
        return;
    }
    if (source->hasText())
        replaceSelection(source->text());
}

/// What is pasted takes the place of what is selected; into a text that is folded, of all of it.
void NoticeEdit::replaceSelection(const QString& text)
{
    if (std::size_t(text.size()) > text::kLargest) {
        Q_EMIT tooLarge();
        return;
    }
    if (!m_folded && std::size_t(text.size()) < kLine) {
        insertPlainText(text);
        if (light(this->text()))
            return;
    }
    auto now = std::string();
    if (m_folded || std::size_t(text.size()) >= kLine) {
        auto bytes = s(text);
        if (auto decoded = text::decode(bytes, "notice.txt"))
            bytes = std::move(decoded->text);
        if (m_folded) {
            now = std::move(bytes);
        } else {
            const auto at = selected();
            now = this->text();
            now.replace(at.start, at.end - at.start, bytes);
        }
    } else {
        now = this->text();
    }
    if (now.size() > text::kLargest) {
        Q_EMIT tooLarge();
        return;
    }
    setText(now);
    Q_EMIT edited();
}

void NoticeEdit::keyPressEvent(QKeyEvent* event)
{
    const auto* held = m_folded && event->matches(QKeySequence::Paste) ? QGuiApplication::clipboard()->mimeData() : nullptr;
    if (held && canInsertFromMimeData(held)) {
        insertFromMimeData(held);
        event->accept();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void NoticeEdit::changeEvent(QEvent* event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

} // namespace desktop
