#pragma once

#include "desktop/page.h"

class QComboBox;
class QTextEdit;

namespace desktop {

/// The current letter at the length that a form takes, with what was left out for it.
class LengthView : public QWidget
{
    Q_OBJECT
public:
    LengthView(Desk& desk, QWidget* parent = nullptr);
    void draw();

Q_SIGNALS:
    void said(const QString& line);

private:
    void copy();

    Desk& m_desk;
    QComboBox* m_length;
    QLabel* m_counts;
    QTextEdit* m_text;
    QLabel* m_leftOut;
    QPushButton* m_copy;
};

/// What a letter left out, in words: a clause's name, a fact's label, a section.
QString nameOfLeftOut(const CaseModel& model, const std::string& what);

} // namespace desktop
