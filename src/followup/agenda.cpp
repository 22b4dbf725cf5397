#include "followup/followup.h"

#include "followup/history.h"

#include <algorithm>

namespace followup {

namespace {

/// An answer is to be expected within two days; then it is time to look. Source: catalogue A2 [help-appeal].
constexpr int kUsualDecision = 2;
/// Working days after which somebody who is silent is asked again. Source: catalogue D [ebay-vero]; elsewhere unconfirmed.
constexpr int kSilence = 5;

class Agenda
{
public:
    Agenda(const appeal::Case& c, const library::Catalogue& catalogue, appeal::Date today) : m_case(c), m_catalogue(catalogue), m_today(today), m_history(historyOf(c)), m_state(stateOf(c)) {}

    std::vector<Due> all()
    {
        if (m_state == "closed")
            return {};
        next();
        money();
        promises();
        silent();
        // what has no day is due now
        std::stable_sort(m_out.begin(), m_out.end(), [&](const Due& a, const Due& b) { return (a.on ? a.on : a.from).value_or(m_today) < (b.on ? b.on : b.from).value_or(m_today); });
        return std::move(m_out);
    }

private:
    void add(std::string what, std::optional<appeal::Date> from, std::optional<appeal::Date> on, std::string letter)
    {
        m_out.push_back({std::move(what), from, on, on && *on < m_today, std::move(letter)});
    }
    std::optional<appeal::Date> upcoming() const
    {
        const auto by = answerBy(m_case, m_catalogue, m_today);
        return by && m_history.lastReply && *by < m_history.lastReply->on ? std::nullopt : by; // the notice's own day was met or missed before
    }
    void next()
    {
        if (m_state == "drafting") {
            if (m_case.documents.empty() && m_case.causes.empty())
                return;
            const auto* letter = appeal::findLetter(m_case, m_case.letter);
            add("answer_notice", {}, answerBy(m_case, m_catalogue, m_today), letter ? letter->kind : std::string{});
        } else if (m_state == "submitted" || m_state == "acknowledged") {
            waiting();
        } else if (m_state == "more_information_requested") {
            add("additional_information_reply", replied(), upcoming(), "additional_information_reply");
        } else if (m_state == "rejected") {
            const char* what = m_history.contrary ? "resubmission_with_prior_approval" : attemptsLeft(m_case) == 0 ? "escalation" : "revised_appeal";
            add(what, replied(), upcoming(), what);
        } else if (m_state == "final") {
            const char* what = m_history.contrary ? "resubmission_with_prior_approval" : "escalation";
            const bool done = std::any_of(m_history.submissions.begin(), m_history.submissions.end(), [&](const appeal::Event* e) { return e->letterKind == "escalation"; });
            if (!done || m_history.contrary)
                add(what, replied(), {}, what);
        }
    }
    std::optional<appeal::Date> replied() const { return m_history.lastReply ? std::optional<appeal::Date>(m_history.lastReply->on) : std::nullopt; }
    void waiting()
    {
        const auto* sent = m_history.submissions.back();
        auto day = sent->on;
        // each status request may push the case back in the queue: the days count anew
        if (m_history.lastStatus && m_history.lastStatus->on > day)
            day = m_history.lastStatus->on;
        const auto* marketplace = m_catalogue.marketplace(appeal::caseFact(m_case, "marketplace"));
        const library::Marketplace usual;
        const auto& days = marketplace ? *marketplace : usual;
        const auto from = appeal::plusDays(day, days.statusFrom);
        if (m_today < from)
            add("check_account_health", day, std::max(m_today, appeal::plusDays(day, kUsualDecision)), {});
        add("status_request", from, appeal::plusDays(day, days.statusOn), "status_request");
    }
    void money()
    {
        if (m_state == "reinstated" || asked("funds_release"))
            return;
        std::optional<appeal::Date> from;
        for (const auto& deadline : m_case.deadlines)
            if (deadline.kind == "funds_appeal_from" && deadline.from)
                from = from ? std::min(*from, *deadline.from) : *deadline.from;
        const bool held = std::find(m_case.actions.begin(), m_case.actions.end(), "funds_held") != m_case.actions.end();
        if (from || (held && m_state == "final"))
            add("funds_request", from, from, "funds_release");
    }
    bool asked(std::string_view kind) const
    {
        return std::any_of(m_history.submissions.begin(), m_history.submissions.end(), [&](const appeal::Event* e) { return e->letterKind == kind; });
    }
    /// Days that a sent letter names and that lay ahead when it was sent.
    void promises()
    {
        std::vector<appeal::Date> days;
        for (const auto& todo : todos(m_case, m_today))
            if (todo.by && !todo.done && *todo.by > sentOn(todo.record))
                days.push_back(*todo.by);
        for (const auto& letter : m_case.letters)
            if (const auto it = m_case.facts.find({appeal::Scope::Letter, letter.id, "answer_by"}); !letter.sent.empty() && it != m_case.facts.end() && !m_case.ticks.count(letter.id))
                if (const auto day = appeal::parseDate(appeal::anyOf(it->second.value)))
                    days.push_back(*day);
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        for (const auto& day : days)
            add("promise", day, day, {});
    }
    /// The day of the first letter that prints @p record.
    appeal::Date sentOn(const appeal::Id& record) const
    {
        std::optional<appeal::Date> first;
        for (const auto& letter : m_case.letters)
            for (const auto& pick : letter.picks)
                if (pick.prints == record && !letter.sent.empty())
                    for (const auto& event : m_case.events)
                        if (event.id == letter.sent)
                            first = first ? std::min(*first, event.on) : event.on;
        return first.value_or(m_today);
    }
    /// Somebody outside who was asked and has not answered: by the last contact with each of them.
    void silent()
    {
        std::vector<std::string> seen;
        for (auto it = m_case.records.rbegin(); it != m_case.records.rend(); ++it) {
            const auto field = [&](const char* name) {
                const auto found = it->fields.find(name);
                return found == it->fields.end() ? std::string{} : appeal::anyOf(found->second);
            };
            const auto party = it->group == "contacts" ? field("party") : std::string{};
            if (party.empty() || party == "buyer" || party == "marketplace" || std::find(seen.begin(), seen.end(), party) != seen.end())
                continue;
            seen.push_back(party);
            const auto on = appeal::parseDate(field("on"));
            if (!on || !field("result").empty() || m_state == "reinstated")
                continue;
            const bool heard = std::any_of(m_case.events.begin(), m_case.events.end(), [&](const appeal::Event& e) { return e.what == "third_party" && e.on >= *on; });
            if (heard)
                continue;
            const auto day = appeal::plusBusinessDays(*on, kSilence);
            add("chase", day, day, party == "rights_owner" ? "retraction_request" : "");
        }
    }

    const appeal::Case& m_case;
    const library::Catalogue& m_catalogue;
    appeal::Date m_today;
    History m_history;
    std::string m_state;
    std::vector<Due> m_out;
};

} // namespace

std::vector<Due> agenda(const appeal::Case& c, const library::Catalogue& catalogue, appeal::Date today)
{
    return Agenda(c, catalogue, today).all();
}

} // namespace followup
