#pragma once

#include "desktop/fields.h"
#include "desktop/page.h"

class QPlainTextEdit;

namespace desktop {

/// Paste a reply: read at once, shown as what it seems to be, recorded by one button.
class ReplyBox : public Card
{
    Q_OBJECT
public:
    ReplyBox(Desk& desk, QWidget* parent = nullptr);
    void setText(const QString& text);
    void draw();

Q_SIGNALS:
    void recorded();

private:
    void read();
    void record();
    Desk& m_desk;
    QPlainTextEdit* m_text;
    FieldEditor* m_day;
    QLabel* m_read;
    QPushButton* m_record;
    std::optional<appeal::ReplyReading> m_reading;
};

/// What sent letters say is done or in force: to be shown with a day and a proof.
class TodoBox : public Card
{
    Q_OBJECT
public:
    TodoBox(Desk& desk, QWidget* parent = nullptr);
    void draw();

private:
    Desk& m_desk;
    Rows* m_rows;
};

/// Step 5.
class FollowupPage : public Page
{
    Q_OBJECT
public:
    FollowupPage(Desk& desk, QWidget* parent = nullptr);
    /// A reply that was dropped or pasted anywhere.
    void takeReply(const QString& text);

Q_SIGNALS:
    /// The letter that answers was added or chosen; it is to be worked on.
    void letterChosen();

protected:
    void draw() override;

private:
    void drawNext();
    void drawTimeline();
    void writeLetter(const std::string& kind);

    Card* m_nextCard;
    QLabel* m_next;
    Rows* m_more;
    QPushButton* m_write;
    QLabel* m_tries;
    QLabel* m_deadline;
    ReplyBox* m_reply;
    TodoBox* m_todos;
    Card* m_lineCard;
    Rows* m_line;
    QWidget* m_outcomes;
    std::string m_letterKind;
};

} // namespace desktop
