#include "desktop/plan_page.h"

#include "desktop/language.h"
#include "desktop/letter_lengths.h"
#include "desktop/strings.h"

#include <QBoxLayout>
#include <QResizeEvent>

#include <algorithm>

namespace desktop {

namespace {

constexpr int kSideBySide = 820; ///< from this width on the finder stands beside the plan

/// Sections that are made of places, in the kind's order; those of routes that no cause takes only where something stands in them.
std::vector<std::string> sectionsToShow(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Catalogue& catalogue)
{
    std::vector<std::string> out;
    const auto* kind = catalogue.letter(draft.kind);
    if (!kind)
        return out;
    for (const auto& section : kind->sections) {
        const auto* general = catalogue.section(section.id);
        const bool fixed = !section.text.empty() || (general && !general->text.empty());
        const bool used = std::any_of(draft.picks.begin(), draft.picks.end(), [&](const auto& pick) { return pick.section == section.id; });
        const auto route = library::routeOf(section.id);
        const bool wanted = !route || std::any_of(c.causes.begin(), c.causes.end(), [&](const auto& cause) { return cause.route == route; });
        if (used || (!fixed && wanted && section.id != "evidence") || (!fixed && route == appeal::Route::Documents && wanted))
            out.push_back(section.id);
    }
    return out;
}

} // namespace

PlanPage::PlanPage(Desk& desk, QWidget* parent) : Page(desk, tr("Plan"), parent)
{
    m_bar = new LetterBar(desk);
    column()->addWidget(m_bar);
    m_empty = words({});
    column()->addWidget(m_empty);
    m_toCause = mainButton(tr("Go to Cause"));
    column()->addWidget(m_toCause);
    m_sides = new QBoxLayout(QBoxLayout::TopToBottom);
    m_sides->setSpacing(10);
    m_finder = new ClauseFinder(desk);
    auto* main = new QVBoxLayout;
    main->setSpacing(8);
    m_facts = new FactsBox(desk);
    main->addWidget(m_facts);
    m_sections = new Rows(nullptr, 4);
    main->addWidget(m_sections);
    m_fixed = new FixedBox(desk);
    main->addWidget(m_fixed);
    m_leftOut = quietWords({});
    main->addWidget(m_leftOut);
    main->addStretch(1);
    m_sides->addWidget(m_finder, 2);
    m_sides->addLayout(main, 3);
    column()->addLayout(m_sides);
    column()->addStretch(1);
    connect(m_toCause, &QPushButton::clicked, this, [this] {
        appeal::Place place;
        place.step = "cause";
        place.fact = "route";
        Q_EMIT goTo(place);
    });
    connect(m_bar, &LetterBar::said, this, &Page::said);
    connect(m_finder, &ClauseFinder::said, this, &Page::said);
    connect(m_finder, &ClauseFinder::placeAsked, this, [this](const std::string& pick) {
        if (auto* found = card(pick)) {
            found->unfold(true);
            refresh();
            ensureWidgetVisible(found, 0, 60);
        }
        Q_EMIT shown(pick);
    });
    connect(m_facts, &FactsBox::placeAsked, this, [this](const std::string& place) {
        if (auto* found = card(place)) {
            found->unfold(true);
            refresh();
        }
        Q_EMIT shown(place);
    });
    connect(m_facts, &FactsBox::sentenceWanted, this, &PlanPage::findSentence);
    connect(m_facts, &FactsBox::redrawAsked, this, &Page::refresh);
    connect(m_fixed, &FixedBox::shown, this, &PlanPage::shown);
}

void PlanPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool beside = viewport()->width() >= kSideBySide;
    m_sides->setDirection(beside ? QBoxLayout::RightToLeft : QBoxLayout::TopToBottom);
    m_sides->setAlignment(m_finder, beside ? Qt::AlignTop : Qt::Alignment());
    m_finder->setMinimumHeight(beside ? std::min(620, viewport()->height() - 60) : 0);
    m_finder->setOpen(beside);
}

void PlanPage::draw()
{
    m_bar->draw();
    const auto* draft = model().letterWanted();
    drawEmpty(!draft);
    if (!draft)
        return;
    const auto& letter = model().session().letter();
    // facts of folded places are shown nowhere, and most places are folded
    std::set<appeal::Id> open;
    for (auto* box : m_sections->all())
        static_cast<SectionBox*>(box)->addUnfolded(open);
    const auto facts = letter::facts(now(), *draft, catalogue(), model().session().clauses(), draft->language, model().today(), m_facts->showsAll() ? nullptr : &open);
    m_finder->draw();
    m_finder->setVisible(draft->sent.empty());
    m_facts->draw(draft->sent.empty() ? facts : std::vector<letter::FactState>{});
    m_sections->begin();
    for (const auto& section : sectionsToShow(now(), *draft, catalogue()))
        m_sections
            ->row<SectionBox>(q(section),
                [&] {
                    auto* box = new SectionBox(desk(), section);
                    connect(box, &SectionBox::findAsked, this, [this](const std::string& where, const std::string& cause) {
                        m_finder->aimAt(where, cause);
                        ensureWidgetVisible(m_finder, 0, 20);
                    });
                    connect(box, &SectionBox::redrawAsked, this, &Page::refresh);
                    connect(box, &SectionBox::shown, this, &PlanPage::shown);
                    connect(box, &SectionBox::said, this, &Page::said);
                    connect(box, &SectionBox::sentenceWanted, this, &PlanPage::findSentence);
                    return box;
                })
            ->draw(*draft, letter, facts);
    m_sections->end();
    m_fixed->draw(*draft, letter);

    QStringList left;
    for (const auto& out : letter.leftOut)
        left << QStringLiteral("• %1: %2").arg(nameOfLeftOut(model(), out.what), say(catalogue(), out.why));
    setWords(m_leftOut, left.isEmpty() ? QString() : tr("Not in the letter:") + QLatin1Char('\n') + left.join(QLatin1Char('\n')));
    m_leftOut->setVisible(!left.isEmpty());
    drawChecks();
}

void PlanPage::drawEmpty(bool empty)
{
    const bool quiz = !now().causes.empty() && std::all_of(now().causes.begin(), now().causes.end(), [](const auto& c) { return c.route == appeal::Route::Quiz; });
    setWords(m_empty, quiz ? say(catalogue(), "letter.none.quiz") : tr("The plan begins when the first step says what happened: whether the seller admits, disputes, or only sends papers decides which letter it is."));
    m_empty->setVisible(empty);
    // a cause without an answer is missing from a letter that others of the case have begun
    const bool open = journey::openCauses(now(), catalogue()) > 0;
    m_toCause->setVisible((empty && !quiz) || open);
    m_facts->setVisible(!empty);
    m_sections->setVisible(!empty);
    m_fixed->setVisible(!empty);
    m_finder->setVisible(!empty);
    m_leftOut->setVisible(!empty);
}

void PlanPage::drawChecks()
{
    const auto* draft = model().letterWanted();
    if (!draft) {
        setNext({});
        return;
    }
    if (!draft->sent.empty()) {
        setNext(tr("This letter was sent and does not change any more. “New letter” begins another."));
        return;
    }
    const auto& letter = model().session().letter();
    const auto proposed = int(std::count_if(letter.paragraphs.begin(), letter.paragraphs.end(),
        [](const auto& p) { return p.kind == appeal::Paragraph::Kind::Pick && p.state == appeal::PickState::Proposed; }));
    const auto missing = int(letter.missing.size());
    QStringList parts;
    const auto open = journey::openCauses(now(), catalogue());
    if (open > 0)
        parts << tr("%n cause(s) not answered on step 1: nothing is written of them yet.", nullptr, open);
    if (proposed > 0)
        parts << tr("%n clause(s) wait for your word that they are true.", nullptr, proposed);
    if (missing > 0)
        parts << tr("%n fact(s) missing.", nullptr, missing);
    setNext(parts.isEmpty() ? tr("Every clause is confirmed and filled in. Go on to Submit.") : parts.join(QLatin1Char(' ')));
}

ClauseCard* PlanPage::card(const appeal::Id& pick) const
{
    for (auto* box : m_sections->all())
        if (auto* found = static_cast<SectionBox*>(box)->card(pick))
            return found;
    return nullptr;
}

void PlanPage::follow(const std::string& pick)
{
    if (m_current == pick || !isVisible())
        return;
    if (auto* before = card(m_current))
        before->setCurrent(false);
    m_current = pick;
    if (auto* now = card(pick)) {
        now->setCurrent(true);
        ensureWidgetVisible(now, 0, 60);
    }
}

void PlanPage::findSentence(const QString& chinese)
{
    // whole sentences are rarely said twice: the words that carry them are looked for
    m_finder->searchFor(chinese.left(40));
    ensureWidgetVisible(m_finder, 0, 10);
}

void PlanPage::findClause()
{
    m_finder->focusSearch();
    ensureWidgetVisible(m_finder, 0, 10);
}

void PlanPage::reveal(const appeal::Place& place)
{
    auto pick = place.pick;
    // a record's member is filled in where it is printed
    if (const auto dot = place.fact.find('.'); pick.empty() && dot != std::string::npos && catalogue().group(place.fact.substr(0, dot)))
        if (const auto* draft = model().session().draft())
            for (const auto& fact : letter::facts(now(), *draft, catalogue(), model().session().clauses(), draft->language, model().today()))
                if (fact.name == place.fact && !fact.usedIn.empty())
                    pick = fact.usedIn.front();
    if (auto* found = pick.empty() ? nullptr : card(pick)) {
        found->unfold(true);
        refresh();
        if (auto* editor = place.fact.empty() ? nullptr : found->editorOf(place.fact))
            editor->setFocus();
        else
            found->findChild<QToolButton*>()->setFocus();
        ensureWidgetVisible(found, 0, 60);
        return;
    }
    if (!place.fact.empty() && m_facts->reveal(place.fact)) {
        ensureWidgetVisible(m_facts, 0, 40);
        return;
    }
    if (!place.pick.empty())
        m_fixed->reveal(place.pick);
}

} // namespace desktop
