#include "letter/resolve.h"
#include "letter/template.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace letter {

namespace {

const std::vector<std::string>& baseFacts()
{
    // every letter to a marketplace requires the first four and may hold the others (catalogue C)
    static const std::vector<std::string> all{"store_name", "marketplace", "store", "addressee", "contact_name", "seller_id", "legal_entity", "contact_role", "contact_phone", "contact_email", "letter_date"};
    return all;
}

/// Collects facts in the order in which they are met, each once.
class Collector
{
public:
    Collector(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Catalogue& catalogue, const library::Clauses& clauses, const appeal::Language& language, appeal::Date today,
        const std::set<appeal::Id>* only)
        : m_case(c), m_draft(draft), m_catalogue(catalogue), m_clauses(clauses), m_language(language), m_today(today), m_kind(catalogue.letter(draft.kind)), m_records(c), m_only(only)
    {
    }

    std::vector<FactState> all()
    {
        if (m_kind) {
            if (m_kind->to == "marketplace")
                for (const auto& name : baseFacts())
                    add(name, {}, nullptr, nullptr, {});
            for (const auto& name : m_kind->required)
                add(name, {}, nullptr, nullptr, {});
            for (const auto& field : m_kind->facts)
                add(field.name, {}, nullptr, nullptr, {});
            for (const auto& section : m_kind->sections)
                for (const auto& source : sources(section.text))
                    addSlots(source, {}, nullptr, nullptr, section.id);
            for (const auto& name : m_kind->optional)
                if (name.rfind("cause.", 0) != 0 && !aside(name)) // each cause's own come with it
                    add(name, {}, nullptr, nullptr, {});
        }
        for (const auto& cause : m_case.causes)
            addCause(cause);
        for (const auto& pick : m_draft.picks)
            addPick(pick);
        addUnprinted();
        return std::move(m_out);
    }

private:
    static std::vector<std::string> sources(const library::Phrasings& phrasings)
    {
        const auto it = phrasings.find("en");
        return it == phrasings.end() ? std::vector<std::string>{} : it->second;
    }

    void add(const std::string& slot, const std::string& cause, const appeal::Pick* pick, const library::Clause* clause, const std::string& usedIn)
    {
        Scene scene{m_case, m_draft, m_catalogue, m_today, m_kind, cause};
        scene.pick = pick;
        scene.clause = clause;
        scene.record = pick && !pick->prints.empty() ? m_records.find(pick->prints) : nullptr;
        scene.records = &m_records;
        addResolved(scene.resolve(slot), slot, usedIn);
    }

    /// Figures of a rate that no cause of the case is about, or of one window or channel that the case knows nothing of, are not asked for.
    bool aside(const std::string& name) const
    {
        const auto* field = m_catalogue.fact("case", name);
        if (!field || field->metric.empty() || lookup(m_case, m_draft, {}, name, m_catalogue, m_today))
            return false;
        const auto count = [](const std::string& text) { return std::count(text.begin(), text.end(), '_'); };
        const bool part = count(name) > count(field->metric) + 1;
        return part || std::none_of(m_case.causes.begin(), m_case.causes.end(), [&](const appeal::ChosenCause& cause) {
            const auto* known = m_catalogue.cause(cause.id);
            return known && std::find(known->metrics.begin(), known->metrics.end(), field->metric) != known->metrics.end();
        });
    }

    void addResolved(std::optional<Resolved> resolved, const std::string& slot, const std::string& usedIn)
    {
        if (!resolved || slot == "cause.title")
            return;
        const auto key = std::string(appeal::name(resolved->scope)) + "|" + resolved->owner + "|" + resolved->name;
        const auto [it, fresh] = m_at.try_emplace(key, m_out.size());
        if (fresh) {
            FactState state;
            state.name = resolved->name;
            state.scope = resolved->scope;
            state.owner = resolved->owner;
            state.field = resolved->field;
            state.own = resolved->made;
            state.value = resolved->value;
            state.source = resolved->source;
            state.required = resolved->required;
            state.missing = resolved->required && valueIn(resolved->value, m_language).empty();
            m_out.push_back(std::move(state));
        }
        if (!usedIn.empty() && std::find(m_out[it->second].usedIn.begin(), m_out[it->second].usedIn.end(), usedIn) == m_out[it->second].usedIn.end())
            m_out[it->second].usedIn.push_back(usedIn);
    }

    void addSlots(const std::string& source, const std::string& cause, const appeal::Pick* pick, const library::Clause* clause, const std::string& usedIn)
    {
        for (const auto& slot : slotsOf(source))
            if ((pick || !aside(slot)) && (!pick || wanted(*pick) || !slot.starts_with('.')))
                add(slot, cause, pick, clause, usedIn);
    }

    bool wanted(const appeal::Pick& pick) const { return !m_only || m_only->count(pick.id) != 0; }

    void addCause(const appeal::ChosenCause& cause)
    {
        const auto* known = m_catalogue.cause(cause.id);
        if (!known || !cause.route || *cause.route == appeal::Route::Quiz || !library::wholeOf(m_case, m_catalogue, cause.id).empty())
            return; // a part is answered with its whole
        for (const auto& [section, phrasings] : known->leads)
            if (library::routeOf(section) == cause.route)
                for (const auto& source : sources(phrasings))
                    addSlots(source, cause.id, nullptr, nullptr, "lead:" + section + ":" + cause.id);
        for (const char* name : {"cause.found_on", "cause.found_by", "cause.found_how", "cause.found_proof", "cause.orders_checked"})
            if (*cause.route == appeal::Route::Admit)
                add(name, cause.id, nullptr, nullptr, {});
    }

    void addRecord(const appeal::Record& record, const std::string& usedIn)
    {
        const auto* group = m_catalogue.group(record.group);
        if (!group)
            return;
        Scene scene{m_case, m_draft, m_catalogue, m_today, m_kind, record.causes.empty() ? std::string{} : record.causes.front()};
        scene.record = &record;
        scene.records = &m_records;
        for (const auto& member : group->members)
            addResolved(scene.resolve("." + member.name), "." + member.name, usedIn);
    }

    void addPick(const appeal::Pick& pick)
    {
        const auto* clause = pick.clause.empty() ? nullptr : library::find(m_clauses, pick.clause);
        if (const auto* record = wanted(pick) ? m_records.find(pick.prints) : nullptr)
            addRecord(*record, pick.id);
        if (!clause)
            return;
        if (wanted(pick))
            for (const auto& slot : clause->slots)
                add("." + slot.name, pick.cause, &pick, clause, pick.id);
        const auto own = pick.wording.find(m_language);
        addSlots(own != pick.wording.end() ? own->second : clause->phrasing(m_language, pick.variant), pick.cause, &pick, clause, pick.id);
    }

    /// Records that no place of this letter prints are facts all the same.
    void addUnprinted()
    {
        if (m_only)
            return;
        std::set<std::string_view> prints;
        for (const auto& pick : m_draft.picks)
            prints.insert(pick.prints);
        for (const auto& record : m_case.records)
            if (prints.count(record.id) == 0)
                addRecord(record, {});
    }

    const appeal::Case& m_case;
    const appeal::LetterDraft& m_draft;
    const library::Catalogue& m_catalogue;
    const library::Clauses& m_clauses;
    appeal::Language m_language;
    appeal::Date m_today;
    const library::LetterKind* m_kind;
    RecordIndex m_records;
    const std::set<appeal::Id>* m_only;
    std::vector<FactState> m_out;
    std::unordered_map<std::string, std::size_t> m_at;
};

} // namespace

std::vector<FactState> facts(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Catalogue& catalogue, const library::Clauses& clauses, const appeal::Language& language,
    appeal::Date today, const std::set<appeal::Id>* only)
{
    return Collector(c, draft, catalogue, clauses, language, today, only).all();
}

} // namespace letter
