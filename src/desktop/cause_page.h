#pragma once

#include "desktop/cause_card.h"
#include "desktop/mark_bar.h"
#include "desktop/notice_edit.h"
#include "desktop/page.h"
#include "desktop/seller_box.h"

#include <QTimer>

class QBoxLayout;

namespace desktop {

/// Step 1: the notice beside what was read from it; who the seller is; what is said to each cause.
class CausePage : public Page
{
    Q_OBJECT
public:
    CausePage(Desk& desk, QWidget* parent = nullptr);
    void reveal(const appeal::Place& place) override;

Q_SIGNALS:
    void filesDropped(const QStringList& paths);

protected:
    void draw() override;
    void drawChecks() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void drawSummary();
    void drawCauses();
    void drawFactRows();
    void drawDeadlines();
    void lookAtCaret();
    void pointTo(const appeal::Span& span);
    QString words(const appeal::Span& span) const;
    QString sentence(const appeal::Deadline& deadline) const;

    QBoxLayout* m_sides;
    NoticeEdit* m_notice;
    MarkBar* m_marks;
    QLabel* m_folded;
    QTimer m_caretRests;
    QToolButton* m_summaryOpen;
    Card* m_summary;
    Rows* m_summaryLines;
    Rows* m_causes;
    QPushButton* m_addCause;
    CausePicker* m_picker;
    Rows* m_deadlines;
    QLabel* m_noDeadline;
    QPushButton* m_addDeadline;
    FilterBox* m_deadlineKind;
    Rows* m_facts;
    QToolButton* m_allFacts;
    QLabel* m_wanted;
    SellerBox* m_seller;
};

} // namespace desktop
