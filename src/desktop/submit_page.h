#pragma once

#include "desktop/fields.h"
#include "desktop/finding_row.h"

class QCheckBox;
class QComboBox;

namespace desktop {

/// The ways out: the whole letter, box by box, shorter, as a file.
class CopyBox : public Card
{
    Q_OBJECT
public:
    CopyBox(Desk& desk, QWidget* parent = nullptr);
    void draw();
    /// The line below the buttons: what was copied, when, for whom, what still blocks.
    void confirm(const QString& line);

private:
    void copyBox(const std::string& id);
    void drawShorter();
    Desk& m_desk;
    Rows* m_boxes;
    QLabel* m_line;
    QComboBox* m_length;
    QLabel* m_shorter;
    QPushButton* m_copyShorter;
    std::map<std::string, QString> m_copied; ///< box -> when
};

/// The marketplace's own steps, to be ticked.
class GuideBox : public Card
{
    Q_OBJECT
public:
    GuideBox(Desk& desk, QWidget* parent = nullptr);
    void draw();

private:
    Desk& m_desk;
    QLabel *m_title, *m_source;
    Rows* m_steps;
};

/// The last thing: it was sent.
class RecordBox : public Card
{
    Q_OBJECT
public:
    RecordBox(Desk& desk, QWidget* parent = nullptr);
    void draw();

Q_SIGNALS:
    void recorded();

private:
    void record();
    Desk& m_desk;
    QLabel* m_sentence;
    FieldEditor *m_day, *m_channel, *m_case, *m_because;
    QWidget* m_form;
    QWidget* m_becauseRow;
    QLabel* m_wrong;
    QPushButton* m_record;
};

/// Step 4.
class SubmitPage : public Page
{
    Q_OBJECT
public:
    SubmitPage(Desk& desk, QWidget* parent = nullptr);
    void confirmCopy(const QString& line) { m_copy->confirm(line); }

Q_SIGNALS:
    void recorded();

protected:
    void draw() override;
    void drawChecks() override;

private:
    QLabel* m_ready;
    Rows* m_findings;
    QToolButton* m_hints;
    CopyBox* m_copy;
    GuideBox* m_guide;
    RecordBox* m_record;
};

} // namespace desktop
