#pragma once

#include "appeal/reading.h"
#include "desktop/parts.h"

namespace desktop {

/// One thing that was read, to confirm, change or take out: its kind, its value, the words it rests on.
class ReadingRow : public QWidget
{
    Q_OBJECT
public:
    /// @p title is of what kind it is ("Products concerned")
    explicit ReadingRow(const QString& title, QWidget* parent = nullptr);
    void draw(const QString& value, const QString& quote, bool confirmed);
    void setSpan(std::optional<appeal::Span> span) { m_span = span; }
    /// Where the change is typed; shown below while it goes on. Owned by this.
    void setChanger(QWidget* changer);
    QWidget* changer() { return m_changer; }
    void openChanger();
    void closeChanger();
    void hideConfirm();

Q_SIGNALS:
    void confirmed();
    void removed();
    void changeBegun();
    void pointed(const appeal::Span& span);

private:
    QString m_title;
    QLabel* m_kind;
    QLabel* m_value;
    TextButton* m_quote;
    QLabel* m_done;
    QToolButton *m_confirm, *m_change, *m_remove;
    QWidget* m_changer = nullptr;
    std::optional<appeal::Span> m_span;
    bool m_confirmable = true;
};

} // namespace desktop
