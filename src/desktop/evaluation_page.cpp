#include "desktop/evaluation_page.h"

#include "desktop/app_undo.h"
#include "desktop/language.h"
#include "desktop/strings.h"
#include "text/decode.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QRadioButton>

#include <algorithm>
#include <array>

namespace desktop {

namespace {

letter::FactState causeFact(const appeal::Case& c, const library::Catalogue& catalogue, const std::string& cause, const char* name)
{
    const auto* field = catalogue.fact("cause", name);
    return field ? questionFact(c, cause, *field) : letter::FactState{};
}

/// A question of the review of practices with its three answers.
class PracticeRow final : public QWidget
{
public:
    PracticeRow(Desk& desk, const library::Practice& practice) : m_desk(desk), m_id(practice.id), m_group(new QButtonGroup(this))
    {
        const auto question = in(practice.question);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 3, 0, 5);
        column->setSpacing(2);
        auto* box = new Group(question);
        box->column()->addWidget(words(question));
        auto* line = new Line(nullptr, 14);
        for (const char* answer : {"yes", "no", "unknown"}) {
            auto* radio = new QRadioButton(say(desk.model.catalogue(), std::string("evaluation.practice.") + answer));
            radio->setAccessibleName(radio->text());
            m_group->addButton(radio);
            m_answers.push_back({answer, radio});
            line->add(radio);
            connect(radio, &QRadioButton::clicked, this, [this, answer] { m_desk.model.edit(appeal::AnswerPractice{m_id, answer}); });
        }
        m_weak = words({});
        m_weak->setWordWrap(false);
        line->add(m_weak);
        box->column()->addWidget(line);
        column->addWidget(box);
    }
    void draw(const evaluation::PracticeResult& result)
    {
        m_group->setExclusive(false);
        for (const auto& [answer, radio] : m_answers)
            radio->setChecked(result.answer == answer && m_desk.model.now().practices.count(m_id) != 0);
        m_group->setExclusive(true);
        const bool weak = result.weak && m_desk.model.now().practices.count(m_id) != 0;
        setWords(m_weak, weak ? QStringLiteral("⚠ ") + say(m_desk.model.catalogue(), "evaluation.practice.weak") : QString());
    }

private:
    Desk& m_desk;
    std::string m_id;
    QButtonGroup* m_group;
    std::vector<std::pair<std::string, QRadioButton*>> m_answers;
    QLabel* m_weak;
};

} // namespace

WhyChain::WhyChain(Desk& desk, std::string cause, QWidget* parent) : QWidget(parent), m_desk(desk), m_cause(std::move(cause)), m_rows(new Rows(nullptr, 3))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_rows);
}

void WhyChain::draw(const appeal::ChosenCause& cause)
{
    m_rows->begin();
    const auto count = std::min<std::size_t>(cause.whys.size() + 1, 7);
    for (std::size_t i = 0; i < count; ++i) {
        auto* line = m_rows->row<QLineEdit>(QString::number(i), [&] {
            auto* made = new QLineEdit;
            made->setPlaceholderText(i == 0 ? tr("Why did it happen?") : tr("And why was that?"));
            made->setAccessibleName(tr("Why %1").arg(i + 1));
            AppUndo::install(made);
            connect(made, &QLineEdit::textEdited, this, [this, i](const QString& text) { take(int(i), text); });
            connect(made, &QLineEdit::editingFinished, this, [this] { m_desk.model.rest(); });
            return made;
        });
        const auto text = i < cause.whys.size() ? q(appeal::anyOf(cause.whys[i], letterLanguage(m_desk.model))) : QString();
        if (line->text().trimmed() != text.trimmed())
            line->setText(text);
    }
    m_rows->end();
}

void WhyChain::take(int index, const QString& text)
{
    const auto* cause = appeal::findCause(m_desk.model.now(), m_cause);
    if (!cause)
        return;
    auto whys = cause->whys;
    whys.resize(std::max(whys.size(), std::size_t(index) + 1));
    const auto value = s(text);
    auto& why = whys[std::size_t(index)];
    why.clear();
    if (!value.empty())
        why[text::hasHan(value) ? "zh" : letterLanguage(m_desk.model)] = value;
    while (!whys.empty() && appeal::anyOf(whys.back()).empty())
        whys.pop_back();
    m_desk.model.edit(appeal::SetWhys{m_cause, whys});
}

EvaluationCard::EvaluationCard(Desk& desk, const std::string& cause, QWidget* parent) : Card(parent), m_desk(desk), m_cause(cause)
{
    const auto name = nameOfCause(desk.model.catalogue(), cause);
    setAccessibleName(name);
    column()->addWidget(heading(name, 2));
    m_state = quietWords({});
    column()->addWidget(m_state);
    m_metrics = new Rows(nullptr, 6);
    column()->addWidget(m_metrics);
    m_found = new Rows;
    m_found->useColumns(180);
    column()->addWidget(m_found);
    m_questionsTitle = heading(tr("Questions"), 3);
    column()->addWidget(m_questionsTitle);
    m_questions = new Rows;
    m_questions->useColumns(230);
    column()->addWidget(m_questions);
    column()->addWidget(heading(tr("Why, step by step"), 3));
    m_whys = new WhyChain(desk, cause);
    column()->addWidget(m_whys);
    m_typicalTitle = heading(tr("Often it is one of these. A click takes it into the plan, to be put in your own words."), 3);
    column()->addWidget(m_typicalTitle);
    m_typical = new Rows(nullptr, 1);
    column()->addWidget(m_typical);
    m_papersTitle = heading(tr("Papers"), 3);
    column()->addWidget(m_papersTitle);
    m_papers = new EvidenceList(desk);
    column()->addWidget(m_papers);
    m_traps = quietWords({});
    column()->addWidget(m_traps);
    connect(m_papers, &EvidenceList::said, this, &EvaluationCard::said);
}

void EvaluationCard::draw(const appeal::ChosenCause& cause, const evaluation::Evaluation& evaluation)
{
    const auto& catalogue = m_desk.model.catalogue();
    const auto& c = m_desk.model.now();
    const auto* known = catalogue.cause(m_cause);
    if (!known)
        return;
    const std::string route = cause.route ? std::string(appeal::name(*cause.route)) : std::string{};
    setWords(m_state, cause.route ? nameOf(catalogue, "routes", route) : say(catalogue, "route.open"));

    m_metrics->begin();
    for (const auto& result : evaluation.metrics)
        if (std::find(known->metrics.begin(), known->metrics.end(), result.id) != known->metrics.end())
            m_metrics->row<MetricStrip>(q(result.id + result.channel + std::to_string(result.window.value_or(0))), [&] { return new MetricStrip(m_desk, result); })->draw(result);
    m_metrics->end();

    std::vector<letter::FactState> found;
    if (cause.route == appeal::Route::Admit)
        for (const char* name : {"found_on", "found_by", "found_how", "found_proof", "orders_checked"})
            if (auto state = causeFact(c, catalogue, m_cause, name); state.field)
                found.push_back(std::move(state));
    drawFacts(*m_found, m_desk, found);

    std::vector<letter::FactState> questions;
    for (const auto& field : known->questions)
        if (field.routes.empty() || route.empty() || std::find(field.routes.begin(), field.routes.end(), route) != field.routes.end())
            questions.push_back(questionFact(c, m_cause, field));
    drawFacts(*m_questions, m_desk, questions);
    m_questionsTitle->setVisible(!questions.empty());

    m_whys->draw(cause);

    m_typical->begin();
    if (cause.route == appeal::Route::Admit) {
        int n = 0;
        for (const auto& typical : known->rootCauses) {
            const auto taken = std::any_of(c.records.begin(), c.records.end(), [&](const appeal::Record& r) {
                const auto it = r.fields.find("root_cause");
                return it != r.fields.end() && appeal::anyOf(it->second) == library::in(typical, letterLanguage(m_desk.model));
            });
            ++n;
            if (taken)
                continue;
            m_typical->row<TextButton>(QString::number(n), [&] {
                auto* made = new TextButton(in(typical));
                made->setWords(in(typical), tr("Take into the plan: %1").arg(in(typical)));
                connect(made, &TextButton::clicked, this, [this, typical] { addRootCause(typical); });
                return made;
            });
        }
    }
    m_typical->end();
    m_typicalTitle->setVisible(m_typical->isVisibleTo(this));

    std::vector<evaluation::EvidenceDue> due;
    for (const auto& paper : evaluation.evidence)
        if (paper.cause == m_cause)
            due.push_back(paper);
    m_papers->draw(due);
    m_papersTitle->setVisible(!due.empty());

    QStringList traps;
    for (const auto& trap : known->traps)
        traps << QStringLiteral("• ") + in(trap);
    setWords(m_traps, traps.isEmpty() ? QString() : tr("Mind:") + QLatin1Char('\n') + traps.join(QLatin1Char('\n')));
    m_traps->setVisible(!traps.isEmpty());
}

void EvaluationCard::addRootCause(const library::Words& typical)
{
    appeal::Record record;
    record.group = "root_causes";
    record.causes = {m_cause};
    for (const auto& [language, text] : typical)
        record.fields["root_cause"][language] = text;
    // a row that was made for a proposed clause and is still empty takes the words
    for (const auto& there : m_desk.model.now().records) {
        const bool empty = std::all_of(there.fields.begin(), there.fields.end(), [](const auto& f) { return appeal::anyOf(f.second).empty(); });
        if (there.group == record.group && empty && there.causes == record.causes) {
            std::vector<appeal::Edit> edits;
            for (const auto& [language, text] : typical)
                edits.push_back(appeal::SetField{there.id, "root_cause", language, text});
            m_desk.model.edit(edits);
            return;
        }
    }
    m_desk.model.edit(appeal::AddRecord{record, {}});
}

QWidget* EvaluationCard::rowOf(const std::string& fact) const
{
    for (auto* rows : {m_found, m_questions})
        for (auto* row : rows->all())
            if (static_cast<FactRow*>(row)->editor()->input()->objectName().endsWith(QLatin1Char(':') + q(fact)))
                return static_cast<FactRow*>(row)->editor()->input();
    for (auto* strip : m_metrics->all())
        for (auto* row : strip->findChildren<FactRow*>())
            if (row->editor()->input()->objectName().endsWith(QLatin1Char(':') + q(fact)))
                return row->editor()->input();
    return nullptr;
}

EvaluationPage::EvaluationPage(Desk& desk, QWidget* parent) : Page(desk, tr("Evaluation"), parent)
{
    m_cards = new Rows(nullptr, 10);
    column()->addWidget(m_cards);
    m_attachedCard = new Card;
    m_attachedCard->setAccessibleName(tr("Evidence"));
    m_attachedCard->column()->addWidget(heading(tr("Evidence"), 2));
    m_asked = new EvidenceList(desk);
    m_attachedCard->column()->addWidget(m_asked);
    m_attached = new AttachedList(desk);
    m_attachedCard->column()->addWidget(m_attached);
    column()->addWidget(m_attachedCard);
    m_practicesCard = new Card;
    m_practicesCard->setAccessibleName(tr("Selling practices"));
    m_practicesCard->column()->addWidget(heading(tr("Selling practices"), 2));
    m_practicesCard->column()->addWidget(quietWords(tr("For yourself: what is answered with No shows where the plan needs a measure. Nothing of it is printed.")));
    m_practices = new Rows(nullptr, 2);
    m_practicesCard->column()->addWidget(m_practices);
    column()->addWidget(m_practicesCard);
    column()->addStretch(1);
    connect(m_attached, &AttachedList::said, this, &Page::said);
    connect(m_asked, &EvidenceList::said, this, &Page::said);
}

void EvaluationPage::draw()
{
    const auto evaluation = evaluation::evaluate(now(), catalogue(), model().today());
    m_cards->begin();
    for (const auto& cause : now().causes)
        m_cards
            ->row<EvaluationCard>(q(cause.id),
                [&] {
                    auto* card = new EvaluationCard(desk(), cause.id);
                    connect(card, &EvaluationCard::said, this, &Page::said);
                    return card;
                })
            ->draw(cause, evaluation);
    m_cards->end();
    std::vector<evaluation::EvidenceDue> asked;
    for (const auto& paper : evaluation.evidence)
        if (paper.cause.empty())
            asked.push_back(paper);
    m_asked->draw(asked);
    m_attached->draw();
    drawPractices(evaluation);

    const auto missing = int(std::count_if(evaluation.metrics.begin(), evaluation.metrics.end(), [](const auto& m) { return m.written.empty(); }));
    if (now().causes.empty())
        setNext(tr("Choose a cause on the first step; its figures and questions follow from it."));
    else if (missing > 0)
        setNext(tr("%n figure(s) missing. Type what the notice or the performance page shows.", nullptr, missing));
    else
        setNext(tr("What is answered here is in the letter at once. Then go on to Plan."));
}

void EvaluationPage::drawPractices(const evaluation::Evaluation& evaluation)
{
    m_practicesCard->setVisible(!evaluation.practices.empty());
    m_practices->begin();
    for (const auto& result : evaluation.practices) {
        const auto& all = catalogue().practices;
        const auto it = std::find_if(all.begin(), all.end(), [&](const auto& p) { return p.id == result.id; });
        if (it != all.end())
            m_practices->row<PracticeRow>(q(result.id), [&] { return new PracticeRow(desk(), *it); })->draw(result);
    }
    m_practices->end();
}

void EvaluationPage::reveal(const appeal::Place& place)
{
    for (auto* card : m_cards->all())
        if (auto* row = static_cast<EvaluationCard*>(card)->rowOf(place.fact)) {
            row->setFocus();
            ensureWidgetVisible(row, 0, 80);
            return;
        }
    if (place.fact.empty())
        ensureWidgetVisible(m_attachedCard, 0, 40);
}

} // namespace desktop
