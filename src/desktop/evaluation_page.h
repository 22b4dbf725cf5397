#pragma once

#include "desktop/evidence_list.h"
#include "desktop/metric_strip.h"

namespace desktop {

/// The chain of whys of one cause: a line each, one more to go on.
class WhyChain : public QWidget
{
    Q_OBJECT
public:
    WhyChain(Desk& desk, std::string cause, QWidget* parent = nullptr);
    void draw(const appeal::ChosenCause& cause);

private:
    void take(int index, const QString& text);
    Desk& m_desk;
    std::string m_cause;
    Rows* m_rows;
};

/// One cause in step 2: figures, what was found, its questions, whys, papers, traps.
class EvaluationCard : public Card
{
    Q_OBJECT
public:
    EvaluationCard(Desk& desk, const std::string& cause, QWidget* parent = nullptr);
    void draw(const appeal::ChosenCause& cause, const evaluation::Evaluation& evaluation);
    QWidget* rowOf(const std::string& fact) const;

Q_SIGNALS:
    void said(const QString& line);
    void goTo(const appeal::Place& place);

private:
    void addRootCause(const library::Words& words);
    Desk& m_desk;
    std::string m_cause;
    QLabel* m_state;
    Rows* m_metrics;
    Rows* m_found;
    QLabel* m_questionsTitle;
    Rows* m_questions;
    WhyChain* m_whys;
    QLabel* m_typicalTitle;
    Rows* m_typical;
    QLabel* m_papersTitle;
    EvidenceList* m_papers;
    QLabel* m_traps;
};

/// Step 2.
class EvaluationPage : public Page
{
    Q_OBJECT
public:
    EvaluationPage(Desk& desk, QWidget* parent = nullptr);
    void reveal(const appeal::Place& place) override;

protected:
    void draw() override;

private:
    void drawPractices(const evaluation::Evaluation& evaluation);
    Rows* m_cards;
    Card* m_attachedCard;
    AttachedList* m_attached;
    EvidenceList* m_asked;
    Card* m_practicesCard;
    Rows* m_practices;
};

} // namespace desktop
