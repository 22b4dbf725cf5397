#include "plan/plan.h"

#include "plan/phrasing.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace plan {

namespace {

bool contains(const std::vector<std::string>& list, std::string_view what)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

bool hasSection(const library::LetterKind& kind, std::string_view section)
{
    return kind.section(section) != nullptr;
}

/// The sections of @p kind that a cause with @p route is answered in.
std::vector<std::string> sectionsFor(const library::LetterKind& kind, appeal::Route route)
{
    std::vector<std::string> out;
    for (const auto& section : library::sectionsOf(route))
        if (hasSection(kind, section))
            out.push_back(section);
    return out;
}

/// Does the clause speak of this cause, or of one that is a part of it?
bool speaksOf(const library::Clause& clause, const appeal::Case& c, const library::Catalogue& catalogue, const std::string& cause)
{
    if (clause.causes.empty() || contains(clause.causes, cause))
        return true;
    return std::any_of(c.causes.begin(), c.causes.end(), [&](const appeal::ChosenCause& other) { return contains(clause.causes, other.id) && library::wholeOf(c, catalogue, other.id) == cause; });
}

bool fitsPlace(const library::Clause& clause, const appeal::Case& c, const library::Catalogue& catalogue, const library::LetterKind& kind, std::string_view section, const appeal::ChosenCause* cause)
{
    if (clause.section != section || (!clause.kinds.empty() && !contains(clause.kinds, kind.id)))
        return false;
    const auto marketplace = appeal::caseFact(c, "marketplace");
    if (!clause.marketplaces.empty() && !marketplace.empty() && !contains(clause.marketplaces, marketplace))
        return false;
    if (!cause)
        return clause.causes.empty();
    if (!speaksOf(clause, c, catalogue, cause->id))
        return false;
    return clause.routes.empty() || !cause->route || contains(clause.routes, appeal::name(*cause->route));
}

/// Does the kind print this group's records here? (`reasons`, `improvements` … are asked for, never proposed empty)
bool proposable(const library::Clause& clause, const library::LetterKind& kind, const std::string& route)
{
    if (clause.prints.empty())
        return false;
    const auto it = kind.perCause.find(route);
    if (it == kind.perCause.end())
        return true;
    // a ground is shown by whatever the kind prints: a photo, a letter to the rights owner
    return contains(it->second, clause.prints) || it->second.empty() || (clause.section == "grounds" && contains(kind.groups, clause.prints));
}

/// Which of the papers that the notice asks for the clause brings.
std::vector<std::string> broughtBy(const library::Clause& clause, const appeal::Case& c)
{
    std::vector<std::string> out;
    for (const auto& paper : clause.evidence)
        if (contains(c.asksFor, paper))
            out.push_back(paper);
    return out;
}

/// How many clauses the program proposes for a cause's section: one reason, two deeds, two measures, a paper for each that is asked for; one each where there
/// are several causes. No answer where the letter kind says its own: what else an answer tells is true of few sellers.
std::size_t wanted(const library::LetterKind& kind, const std::string& section, std::size_t causes, std::size_t asked)
{
    if (section == "evidence")
        return std::max<std::size_t>(asked, causes > 1 ? 1 : 2);
    if (section == "answers" && !kind.section(section)->text.empty())
        return 0;
    return causes > 1 || section == "root_cause" || section == "exhibits" || section == "answers" ? 1 : 2;
}

const std::string& sectionOfRecord(const library::Group& group, const std::string& route)
{
    static const std::string none;
    const auto it = group.section.find(route);
    return it == group.section.end() ? none : it->second;
}

/// Is @p kind one that actions and routes choose, or one that is written beside them (a status request)?
bool chosenBySituation(const library::Catalogue& catalogue, const std::string& kind)
{
    return std::any_of(catalogue.choices.begin(), catalogue.choices.end(), [&](const library::Choice& row) { return row.kind == kind; });
}

bool emptyRecord(const appeal::Record& record)
{
    return std::all_of(record.fields.begin(), record.fields.end(), [](const auto& f) { return appeal::anyOf(f.second).empty(); });
}

} // namespace

std::vector<Offer> offers(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Catalogue& catalogue, const library::Clauses& clauses, std::string_view section, std::string_view cause)
{
    std::vector<Offer> out;
    const auto* kind = catalogue.letter(draft.kind);
    if (!kind)
        return out;
    // words of the root causes and whys that the seller found raise what speaks of the same
    std::set<std::string> words;
    const auto addWords = [&](const std::string& text) {
        std::string word;
        for (const char ch : text + " ") {
            if ((ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z'))
                word += char(ch | 0x20);
            else {
                if (word.size() > 4)
                    words.insert(word);
                word.clear();
            }
        }
    };
    for (const auto& record : c.records)
        if (const auto it = record.fields.find("root_cause"); it != record.fields.end())
            addWords(appeal::anyOf(it->second));
    for (const auto& chosen : c.causes)
        for (const auto& why : chosen.whys)
            addWords(appeal::anyOf(why));

    const auto consider = [&](const std::string& where, const appeal::ChosenCause* chosen) {
        for (const auto& clause : clauses) {
            if (clause.origin == library::Origin::Hidden || !fitsPlace(clause, c, catalogue, *kind, where, chosen))
                continue;
            Offer offer{clause.id, where, chosen ? chosen->id : std::string{}, 0};
            if (chosen && contains(clause.causes, chosen->id))
                offer.score += 4.0 - 0.5 * double(clause.causes.size());
            if (clause.origin != library::Origin::Shipped)
                offer.score += 1.5;
            std::size_t shared = 0;
            for (const auto& tag : clause.tags)
                for (const auto& word : words)
                    if (tag.find(word) != tag.npos)
                        ++shared;
            const auto& english = library::in(clause.name, "en");
            for (const auto& word : words)
                if (english.find(word) != english.npos)
                    ++shared;
            offer.score += std::min(2.0, 0.5 * double(shared));
            if (!broughtBy(clause, c).empty())
                offer.score += 1.0;
            for (const auto& kindOfPaper : clause.evidence)
                if (std::any_of(c.evidence.begin(), c.evidence.end(), [&](const appeal::Evidence& e) { return e.kind == kindOfPaper; }))
                    offer.score += 0.5;
            const bool used = std::any_of(draft.picks.begin(), draft.picks.end(), [&](const appeal::Pick& p) { return p.clause == clause.id; });
            if (used)
                offer.score -= 3;
            // among equals, another seller gets another clause first
            offer.score += double(seedOf(seedText(c) + clause.id) % 1000) / 4000.0;
            out.push_back(std::move(offer));
        }
    };
    for (const auto& part : kind->sections) {
        if (!section.empty() && section != part.id)
            continue;
        const auto route = library::routeOf(part.id);
        for (const auto& chosen : c.causes)
            if ((cause.empty() || cause == chosen.id) && chosen.route && (!route || chosen.route == route) && library::wholeOf(c, catalogue, chosen.id).empty())
                consider(part.id, &chosen);
        if (cause.empty())
            consider(part.id, nullptr);
    }
    std::stable_sort(out.begin(), out.end(), [](const Offer& a, const Offer& b) { return a.score != b.score ? a.score > b.score : a.clause < b.clause; });
    // one offer a clause: the best place for it
    std::set<std::string> seen;
    std::erase_if(out, [&](const Offer& offer) { return cause.empty() && section.empty() ? !seen.insert(offer.clause).second : !seen.insert(offer.clause + "|" + offer.cause).second; });
    return out;
}

std::vector<appeal::Edit> carryOver(const appeal::Case& c, const library::Catalogue& catalogue)
{
    std::vector<appeal::Edit> edits;
    const auto* letter = appeal::findLetter(c, c.letter);
    const auto* kind = letter && letter->sent.empty() && letter->picks.empty() ? catalogue.letter(letter->kind) : nullptr;
    if (!kind)
        return edits;
    const appeal::LetterDraft* earlier = nullptr;
    for (const auto& other : c.letters)
        if (other.id != letter->id && !other.picks.empty())
            earlier = &other;
    if (!earlier)
        return edits;
    auto number = c.lastNumber;
    for (const auto& pick : earlier->picks) {
        if (!hasSection(*kind, pick.section))
            continue;
        appeal::PickClause edit;
        edit.letter = letter->id;
        edit.pick = pick;
        edit.pick.id.clear();
        edits.push_back(edit);
        // `apply` gives the next number to each pick in turn; the pick's own facts go with it
        const auto id = "p" + std::to_string(++number);
        for (const auto& [ref, fact] : c.facts)
            if (ref.scope == appeal::Scope::Pick && ref.owner == pick.id)
                for (const auto& [language, value] : fact.value)
                    edits.push_back(appeal::SetFact{{appeal::Scope::Pick, id, ref.name}, language, value, fact.source});
    }
    return edits;
}

std::vector<appeal::Edit> propose(const appeal::Case& before, const library::Catalogue& catalogue, const library::Clauses& clauses, appeal::Date today, const std::vector<std::string>& onlyCauses)
{
    std::vector<appeal::Edit> edits;
    auto c = before;
    const auto put = [&](appeal::Edit edit) {
        c = appeal::apply(std::move(c), edit);
        edits.push_back(std::move(edit));
    };
    const auto kindId = letterKind(c, catalogue);
    const auto* current = appeal::findLetter(c, c.letter);
    if (!current) {
        if (kindId.empty())
            return {};
        put(appeal::AddLetter{kindId, "en", true});
    } else if (current->sent.empty() && current->kind != kindId && !kindId.empty()) {
        // the program may change the kind while nobody worked on this letter
        const bool touched = std::any_of(current->picks.begin(), current->picks.end(), [](const appeal::Pick& p) { return p.by == appeal::By::Person; }) || !current->fixed.empty();
        // a further letter was asked for by its kind, or answers a reply
        if (!touched && c.letters.size() == 1 && chosenBySituation(catalogue, current->kind))
            put(appeal::SetLetterKind{current->id, kindId});
    }
    current = appeal::findLetter(c, c.letter);
    const auto* kind = current ? catalogue.letter(current->kind) : nullptr;
    if (!current || !current->sent.empty() || !kind)
        return edits;
    const auto letterId = current->id;

    if (current->variants.empty()) {
        for (const auto& section : kind->sections)
            if (const auto count = englishPhrasings(section.text); count > 1)
                put(appeal::SetVariant{letterId, section.id, variantFor(c, section.id, count)});
    }
    for (const auto& carried : carryOver(c, catalogue))
        put(carried);
    for (const auto& placed : placeRecords(c, catalogue, clauses, today))
        put(placed);

    const auto chosenCauses = c.causes;
    const auto routed = std::size_t(std::count_if(chosenCauses.begin(), chosenCauses.end(),
        [&](const auto& cause) { return cause.route && *cause.route != appeal::Route::Quiz && library::wholeOf(c, catalogue, cause.id).empty(); }));
    for (const auto& cause : chosenCauses) {
        if (!cause.route || *cause.route == appeal::Route::Quiz || (!onlyCauses.empty() && !contains(onlyCauses, cause.id)) || !library::wholeOf(c, catalogue, cause.id).empty())
            continue; // a part is answered with its whole
        const std::string route(appeal::name(*cause.route));
        if (const auto* known = catalogue.cause(cause.id))
            for (const auto& [section, phrasings] : known->leads) {
                const auto place = "lead:" + section + ":" + cause.id;
                const auto* now = appeal::findLetter(c, letterId);
                if (const auto count = englishPhrasings(phrasings); count > 1 && library::routeOf(section) == cause.route && now->variants.count(place) == 0)
                    put(appeal::SetVariant{letterId, place, variantFor(c, place, count)});
            }
        for (const auto& section : sectionsFor(*kind, *cause.route)) {
            const auto* now = appeal::findLetter(c, letterId);
            const bool begun = std::any_of(now->picks.begin(), now->picks.end(), [&](const appeal::Pick& p) { return p.section == section && p.cause == cause.id; });
            if (begun)
                continue;
            const auto offered = offers(c, *now, catalogue, clauses, section, cause.id);
            std::set<std::string> asked, brought;
            for (const auto& offer : offered)
                if (const auto* clause = library::find(clauses, offer.clause); clause && contains(clause->causes, cause.id))
                    for (const auto& paper : broughtBy(*clause, c))
                        asked.insert(paper);
            std::size_t taken = 0;
            for (const auto& offer : offered) {
                if (taken >= wanted(*kind, section, routed, asked.size()))
                    break;
                const auto* clause = library::find(clauses, offer.clause);
                // one clause for each paper that is asked for, before a second one for the same
                const auto papers = clause && section == "evidence" ? broughtBy(*clause, c) : std::vector<std::string>{};
                if (brought.size() < asked.size() && section == "evidence" && std::all_of(papers.begin(), papers.end(), [&](const std::string& paper) { return brought.count(paper) != 0; }))
                    continue;
                const auto* letterNow = appeal::findLetter(c, letterId);
                const bool used = std::any_of(letterNow->picks.begin(), letterNow->picks.end(), [&](const appeal::Pick& p) { return p.clause == offer.clause; });
                if (!clause || used || !proposable(*clause, *kind, route))
                    continue;
                appeal::PickClause edit;
                edit.letter = letterId;
                edit.pick.clause = clause->id;
                edit.pick.section = section;
                edit.pick.cause = cause.id;
                edit.pick.by = appeal::By::Program;
                edit.pick.variant = phrasingFor(c, *clause);
                // the second place of a section tells the same kind of thing: a record of its own
                edit.newRecord = clause->prints;
                put(edit);
                brought.insert(papers.begin(), papers.end());
                ++taken;
            }
        }
    }
    return edits;
}

std::vector<appeal::Edit> placeRecords(const appeal::Case& before, const library::Catalogue& catalogue, const library::Clauses&, appeal::Date)
{
    std::vector<appeal::Edit> edits;
    auto c = before;
    const auto* letter = appeal::findLetter(c, c.letter);
    const auto* kind = letter && letter->sent.empty() ? catalogue.letter(letter->kind) : nullptr;
    if (!kind)
        return edits;
    const auto letterId = letter->id;
    for (const auto& record : before.records) {
        const auto* group = catalogue.group(record.group);
        letter = appeal::findLetter(c, letterId);
        const bool printed = std::any_of(letter->picks.begin(), letter->picks.end(), [&](const appeal::Pick& p) { return p.prints == record.id; });
        if (!group || printed || emptyRecord(record) || (!kind->groups.empty() && !contains(kind->groups, record.group)))
            continue;
        // where it stands: the section of its cause's route, else the first route that the case takes
        std::string section, causeId;
        const auto tryCause = [&](const appeal::ChosenCause& cause) {
            if (!section.empty() || !cause.route)
                return;
            const auto& where = sectionOfRecord(*group, std::string(appeal::name(*cause.route)));
            if (!where.empty() && hasSection(*kind, where)) {
                section = where;
                const auto whole = library::wholeOf(c, catalogue, cause.id);
                causeId = whole.empty() ? cause.id : whole;
            }
        };
        for (const auto& id : record.causes)
            if (const auto* cause = appeal::findCause(c, id))
                tryCause(*cause);
        if (section.empty() && record.causes.empty())
            for (const auto& cause : c.causes)
                tryCause(cause);
        if (section.empty())
            for (const auto& [route, where] : group->section)
                if (section.empty() && hasSection(*kind, where) && (record.causes.empty() || library::routeOf(where) == std::nullopt))
                    section = where;
        if (section.empty())
            continue;
        appeal::PickClause edit;
        edit.letter = letterId;
        edit.pick.section = section;
        edit.pick.cause = causeId;
        edit.pick.prints = record.id;
        edit.pick.by = appeal::By::Program;
        const auto it = group->print.find("en");
        const auto count = it == group->print.end() ? 0 : it->second.size();
        // rows of one group keep one sentence shape within a letter: a list reads as a list
        edit.pick.variant = variantFor(c, "print:" + group->id, count);
        c = appeal::apply(std::move(c), appeal::Edit(edit));
        edits.push_back(std::move(edit));
    }
    return edits;
}

appeal::PickClause pickOf(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Clause& clause, const library::Catalogue& catalogue, std::string_view cause)
{
    appeal::PickClause edit;
    edit.letter = draft.id;
    edit.pick.clause = clause.id;
    edit.pick.section = clause.section;
    edit.pick.by = appeal::By::Person;
    edit.pick.variant = phrasingFor(c, clause);
    if (!cause.empty()) {
        edit.pick.cause = std::string(cause);
    } else {
        const auto route = library::routeOf(clause.section);
        for (const auto& chosen : c.causes)
            if (edit.pick.cause.empty() && speaksOf(clause, c, catalogue, chosen.id) && (!route || chosen.route == route) && library::wholeOf(c, catalogue, chosen.id).empty())
                edit.pick.cause = chosen.id;
        for (const auto& chosen : c.causes)
            if (edit.pick.cause.empty() && contains(clause.causes, chosen.id))
                edit.pick.cause = chosen.id;
    }
    if (clause.prints.empty())
        return edit;
    // a record of its group that nothing prints yet, or only the group's own sentence: the clause takes it over
    for (const auto& record : c.records) {
        const bool forCause = record.causes.empty() || edit.pick.cause.empty() || contains(record.causes, edit.pick.cause);
        const bool printed = std::any_of(draft.picks.begin(), draft.picks.end(), [&](const appeal::Pick& p) { return p.prints == record.id; });
        if (record.group == clause.prints && forCause && !printed) {
            edit.pick.prints = record.id;
            return edit;
        }
    }
    edit.newRecord = clause.prints;
    return edit;
}

} // namespace plan
