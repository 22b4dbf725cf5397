#pragma once

#include "desktop/page.h"

class QLineEdit;

namespace desktop {

/// One finding: its words, why, what to do; leads to where it is mended, or is set aside with a reason.
class FindingRow : public Card
{
    Q_OBJECT
public:
    FindingRow(Desk& desk, QWidget* parent = nullptr);
    void draw(const appeal::Finding& finding);

Q_SIGNALS:
    void goTo(const appeal::Place& place);

private:
    void replace();
    Desk& m_desk;
    appeal::Finding m_finding;
    QLabel *m_title, *m_quote, *m_message;
    QToolButton *m_mend, *m_replace, *m_aside, *m_back;
    QWidget* m_reasonLine;
    QLineEdit* m_reason;
};

} // namespace desktop
