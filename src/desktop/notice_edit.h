#pragma once

#include "appeal/reading.h"

#include <QTextEdit>

namespace desktop {

/// The notice as pasted, editable. What was recognised is tinted by kind, each kind with an underline of its own.
/// A text that Qt could not lay out without stopping the window (of megabytes, or with an endless line) is folded: a part of it is shown and cannot be typed in,
/// all of it is kept; pasting replaces it.
class NoticeEdit : public QTextEdit
{
    Q_OBJECT
public:
    explicit NoticeEdit(QWidget* parent = nullptr);
    void setText(const std::string& text);
    std::string text() const;
    void mark(const appeal::Reading& reading);
    /// Brings @p span into view and selects it; the focus stays where it is.
    void pointTo(const appeal::Span& span);
    bool composing() const { return m_composing; }
    bool folded() const { return m_folded; }
    /// The bytes of the text that are selected, or the place of the caret.
    appeal::Span selected() const;

Q_SIGNALS:
    void edited();
    void foldChanged(bool folded);
    void tooLarge(); ///< more than 64 MB were pasted: nothing was changed
    void filesDropped(const QStringList& paths);

protected:
    void inputMethodEvent(QInputMethodEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void dress();
    void fold(bool folded);
    void showFrom(std::size_t byte);
    void replaceSelection(const QString& text);
    std::string m_whole;        ///< where it is folded
    std::size_t m_from = 0, m_to = 0; ///< what is shown of it
    bool m_folded = false;
    appeal::Reading m_reading;
    bool m_composing = false;
};

} // namespace desktop
