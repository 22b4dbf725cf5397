#pragma once

#include "desktop/filter_box.h"
#include "desktop/page.h"
#include "desktop/reading_row.h"

class QButtonGroup;
class QRadioButton;

namespace desktop {

/// A box to choose a cause from, typed into; causes of the case's marketplace come first.
class CausePicker : public FilterBox
{
    Q_OBJECT
public:
    CausePicker(Desk& desk, QWidget* parent = nullptr);
    void refill();

Q_SIGNALS:
    void picked(const std::string& cause);

private:
    Desk& m_desk;
};

/// One cause: what it rests on, and what the seller says to it.
class CauseCard : public Card
{
    Q_OBJECT
public:
    CauseCard(Desk& desk, const std::string& cause, QWidget* parent = nullptr);
    void draw(const appeal::ChosenCause& cause, const appeal::Reading& reading);

Q_SIGNALS:
    void pointed(const appeal::Span& span);

private:
    /// Says of the words that led to this cause that they are none, so that the next reading does not bring it back.
    std::vector<appeal::Edit> disown() const;
    Desk& m_desk;
    std::string m_cause;
    ReadingRow* m_row;
    CausePicker* m_picker = nullptr;
    QButtonGroup* m_group;
    std::vector<QRadioButton*> m_routes;
    QLabel* m_hint;
};

} // namespace desktop
