#pragma once

#include "appeal/reading.h"

#include <QTextEdit>

namespace desktop {

/// The notice as pasted, editable. What was recognised is tinted by kind, each kind with an underline of its own.
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

Q_SIGNALS:
    void edited();
    void filesDropped(const QStringList& paths);

protected:
    void inputMethodEvent(QInputMethodEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void changeEvent(QEvent* event) override;

private:
    void dress();
    appeal::Reading m_reading;
    bool m_composing = false;
};

} // namespace desktop
