#include "journey/session.h"

#include "letter/compose.h"
#include "plan/plan.h"

#include <algorithm>

namespace journey {

namespace {

/// Undo keeps so many steps of a usual case, some 20 KB; of one with very large texts as many as these bytes hold, two at least.
constexpr std::size_t kMostSteps = 1000, kMostBytes = std::size_t{256} << 20;

std::size_t stepsFor(const appeal::Case& c)
{
    std::size_t bytes = 64 * 1024;
    for (const auto& document : c.documents)
        bytes += document.text.size() + document.original.size();
    return std::clamp<std::size_t>(kMostBytes / bytes, 2, kMostSteps);
}

struct Touched
{
    bool routes = false;   ///< the situation changed: kind of letter, proposals
    bool records = false;  ///< a record may have no place yet
    bool recorded = false; ///< a submission was recorded: a fact, not undone
};

Touched touchedBy(const std::vector<appeal::Edit>& edits)
{
    Touched out;
    for (const auto& edit : edits) {
        out.routes = out.routes || std::holds_alternative<appeal::SetRoute>(edit) || std::holds_alternative<appeal::ChooseCause>(edit) || std::holds_alternative<appeal::AddLetter>(edit)
            || std::holds_alternative<appeal::SetUnderstanding>(edit) || std::holds_alternative<appeal::SetLetterKind>(edit) || std::holds_alternative<appeal::RecordReply>(edit);
        out.records = out.records || std::holds_alternative<appeal::AddRecord>(edit) || std::holds_alternative<appeal::SetField>(edit) || std::holds_alternative<appeal::SetRecordCauses>(edit);
        out.recorded = out.recorded || std::holds_alternative<appeal::RecordSubmission>(edit);
    }
    return out;
}

std::vector<std::string> changedRoutes(const appeal::Case& before, const appeal::Case& after)
{
    std::vector<std::string> out;
    for (const auto& cause : after.causes) {
        const auto* was = appeal::findCause(before, cause.id);
        if (cause.route && (!was || was->route != cause.route))
            out.push_back(cause.id);
    }
    return out;
}

} // namespace

Session::Session(appeal::Case start, library::CataloguePtr catalogue, SelectClauses select, appeal::Date today)
    : m_catalogue(std::move(catalogue)), m_select(std::move(select)), m_today(today)
{
    m_past.push_back({std::move(start), {}});
    settle();
}

void Session::setToday(appeal::Date today)
{
    m_today = today;
    m_letters.clear();
    ++m_revision;
}

void Session::selectAgain()
{
    m_selected = false;
    settle();
}

void Session::edit(const appeal::Edit& edit)
{
    this->edit(std::vector<appeal::Edit>{edit}, appeal::mergeKey(edit));
}

void Session::edit(const std::vector<appeal::Edit>& edits, std::string mergeKey)
{
    auto next = appeal::apply(now(), edits);
    if (next == now())
        return; // nothing happened: nothing to undo, save or redraw
    const auto touched = touchedBy(edits);
    if (touched.routes || touched.records) {
        const auto changed = changedRoutes(now(), next);
        const bool newLetter = next.letter != now().letter;
        const appeal::LetterDraft none;
        const auto clausesFor = [&](const appeal::Case& c) {
            auto draft = none;
            if (const auto* letter = appeal::findLetter(c, c.letter))
                draft = *letter;
            // the kind that the situation asks for decides which clauses are at hand
            if (const auto kind = plan::letterKind(c, *m_catalogue); draft.kind.empty() && !kind.empty())
                draft.kind = kind;
            auto fit = plan::fitOf(c, draft, *m_catalogue);
            fit.kind.clear();
            return m_select ? m_select(fit) : library::Clauses{};
        };
        if (touched.routes && (!changed.empty() || newLetter || next.letters.empty() || next.actions != now().actions || next.events.size() != now().events.size()))
            next = appeal::apply(std::move(next), plan::propose(next, *m_catalogue, clausesFor(next), m_today, newLetter || changed.empty() ? std::vector<std::string>{} : changed));
        else if (touched.records)
            next = appeal::apply(std::move(next), plan::placeRecords(next, *m_catalogue, m_clauses, m_today));
    }
    if (m_open && !mergeKey.empty() && mergeKey == m_past.back().key && m_past.size() > 1)
        m_past.back().value = std::move(next); // still typing in the same field
    else
        m_past.push_back({std::move(next), std::move(mergeKey)});
    if (touched.recorded)
        m_past.erase(m_past.begin(), m_past.end() - 1); // what was sent is a fact: history ends there
    if (const auto most = stepsFor(now()) + 1; m_past.size() > most)
        m_past.erase(m_past.begin(), m_past.end() - std::ptrdiff_t(most));
    m_open = true;
    m_future.clear();
    settle();
}

void Session::undo()
{
    if (!canUndo())
        return;
    m_future.push_back(std::move(m_past.back().value));
    m_past.pop_back();
    m_open = false;
    settle();
}

void Session::redo()
{
    if (!canRedo())
        return;
    m_past.push_back({std::move(m_future.back()), {}});
    m_future.pop_back();
    m_open = false;
    settle();
}

const appeal::LetterDraft* Session::draft() const
{
    return appeal::findLetter(now(), now().letter);
}

void Session::settle()
{
    m_letters.clear();
    ++m_revision;
    const auto* letter = draft();
    const appeal::LetterDraft none;
    auto fit = plan::fitOf(now(), letter ? *letter : none, *m_catalogue);
    fit.kind.clear(); // one selection serves all letters of the case
    if (m_selected && fit == m_fit)
        return;
    m_fit = std::move(fit);
    m_selected = true;
    if (m_select)
        m_clauses = m_select(m_fit);
}

const appeal::Letter& Session::letter(const appeal::Language& language) const
{
    const auto* current = draft();
    const auto wanted = language.empty() ? (current ? current->language : appeal::Language{"en"}) : language;
    const auto it = m_letters.find(wanted);
    if (it != m_letters.end())
        return it->second;
    return m_letters[wanted] = current ? letter::compose(now(), *current, *m_catalogue, m_clauses, {wanted, appeal::Length::Full}, m_today, &m_templates) : appeal::Letter{};
}

appeal::Letter Session::compose(const appeal::Id& id, const appeal::Language& language, appeal::Length length) const
{
    const auto* which = appeal::findLetter(now(), id.empty() ? now().letter : id);
    if (!which)
        return {};
    return letter::compose(now(), *which, *m_catalogue, m_clauses, {language.empty() ? which->language : language, length}, m_today, &m_templates);
}

} // namespace journey
