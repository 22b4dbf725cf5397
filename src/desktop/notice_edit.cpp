#include "desktop/notice_edit.h"

#include "desktop/app_undo.h"
#include "desktop/offsets.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <QInputMethodEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QUrl>

namespace desktop {

namespace {

constexpr int kMarks = 1000; ///< marked at most: Qt looks for each in all lines of its paragraph, and a long text without line breaks would stop the window

} // namespace

NoticeEdit::NoticeEdit(QWidget* parent) : QTextEdit(parent)
{
    setAcceptRichText(false);
    AppUndo::install(this);
    connect(this, &QTextEdit::textChanged, this, &NoticeEdit::edited);
}

std::string NoticeEdit::text() const
{
    return s(toPlainText());
}

void NoticeEdit::setText(const std::string& text)
{
    const auto wanted = q(text);
    if (m_composing || toPlainText() == wanted)
        return;
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
    const auto whole = text();
    const Offsets offsets(whole);
    QList<ExtraSelection> marks;
    const auto add = [&](const appeal::Span& span, const QColor& tint, QTextCharFormat::UnderlineStyle line) {
        if (span.end <= span.start || span.end > whole.size() || marks.size() >= kMarks)
            return;
        ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(int(offsets.toUtf16(span.start)));
        mark.cursor.setPosition(int(offsets.toUtf16(span.end)), QTextCursor::KeepAnchor);
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
    const auto whole = text();
    const Offsets offsets(whole);
    auto cursor = textCursor();
    cursor.setPosition(int(offsets.toUtf16(span.start)));
    cursor.setPosition(int(offsets.toUtf16(span.end)), QTextCursor::KeepAnchor);
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
        insertPlainText(source->text());
}

void NoticeEdit::changeEvent(QEvent* event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

} // namespace desktop
