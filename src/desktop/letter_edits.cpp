#include "desktop/letter_edits.h"

#include "desktop/case_model.h"
#include "plan/plan.h"

#include <algorithm>
#include <cstdint>

namespace desktop {

appeal::Id placeOf(const appeal::LetterDraft& draft, std::string_view clause)
{
    const auto it = std::find_if(draft.picks.begin(), draft.picks.end(), [&](const appeal::Pick& pick) { return !clause.empty() && pick.clause == clause; });
    return it == draft.picks.end() ? appeal::Id{} : it->id;
}

appeal::PickClause insertion(const CaseModel& model, const library::Clause& clause, const std::string& cause, const Spot& spot, std::optional<int> variant)
{
    const auto& draft = *model.session().draft();
    const auto* beside = appeal::findPick(draft, spot.pick);
    const bool here = beside && beside->section == clause.section;
    auto edit = plan::pickOf(model.now(), draft, clause, model.catalogue(), here && !beside->cause.empty() ? beside->cause : cause);
    if (variant)
        edit.pick.variant = *variant;
    if (here)
        edit.at = std::size_t(beside - draft.picks.data()) + (spot.behind ? 1 : 0);
    return edit;
}

std::optional<appeal::MovePick> moveBeside(const appeal::Case& c, const appeal::Id& pickId, const Spot& spot)
{
    const auto* draft = appeal::findLetter(c, c.letter);
    const auto* beside = draft ? appeal::findPick(*draft, spot.pick) : nullptr;
    if (!beside || pickId == spot.pick || !appeal::findPick(*draft, pickId))
        return {};
    // counted without the one that moves
    std::size_t to = 0;
    for (const auto& pick : draft->picks) {
        if (pick.id == spot.pick)
            break;
        to += pick.id == pickId ? 0 : 1;
    }
    return appeal::MovePick{draft->id, pickId, to + (spot.behind ? 1 : 0), beside->section, beside->cause};
}

library::Clause ownClause(const CaseModel& model, const appeal::Pick& pick, const std::string& name)
{
    const auto& session = model.session();
    library::Clause made;
    if (const auto* base = library::find(session.clauses(), pick.clause))
        made = *base;
    else {
        made.section = pick.section;
        if (!pick.cause.empty())
            made.causes = {pick.cause};
        if (const auto* record = appeal::findRecord(model.now(), pick.prints))
            made.prints = record->group;
    }
    made.name = {{"en", name}, {"zh", name}};
    made.origin = library::Origin::Own;
    made.replaces.clear();
    made.hash.clear();
    made.text.clear();
    made.shortText.clear();
    for (const auto* language : {"en", "zh"}) {
        auto text = pick.wording.count(language) ? pick.wording.at(language) : std::string{};
        if (text.empty() && pick.clause.empty())
            for (const auto& p : session.letter(language).paragraphs)
                if (p.pick == pick.id)
                    text = p.source;
        if (!text.empty())
            made.text[language] = {text};
    }
    // an id that no other clause has: from its words, so that the same wording saved twice is one clause
    std::uint64_t hash = 1469598103934665603ull;
    for (const char c : library::toJson(made))
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    constexpr char kDigits[] = "0123456789abcdef";
    made.id = "my.";
    for (int i = 0; i < 10; ++i, hash >>= 4)
        made.id += kDigits[hash & 15];
    return made;
}

std::optional<appeal::MovePick> moveBy(const appeal::Case& c, const appeal::Id& pickId, int by)
{
    const auto* draft = appeal::findLetter(c, c.letter);
    const auto* pick = draft ? appeal::findPick(*draft, pickId) : nullptr;
    if (!pick)
        return {};
    std::size_t from = 0;
    for (std::size_t i = 0; i < draft->picks.size(); ++i)
        if (draft->picks[i].id == pickId)
            from = i;
    auto to = std::ptrdiff_t(from);
    do
        to += by;
    while (to >= 0 && to < std::ptrdiff_t(draft->picks.size())
        && (draft->picks[std::size_t(to)].section != pick->section || draft->picks[std::size_t(to)].cause != pick->cause));
    if (to < 0 || to >= std::ptrdiff_t(draft->picks.size()))
        return {};
    return appeal::MovePick{draft->id, pickId, std::size_t(to), {}, {}};
}

std::optional<appeal::MovePick> moveBefore(const appeal::Case& c, const appeal::Id& pickId, const appeal::Id& before, const std::string& section, const std::string& cause)
{
    const auto* draft = appeal::findLetter(c, c.letter);
    if (!draft || pickId == before || !appeal::findPick(*draft, pickId))
        return {};
    // counted without the one that moves
    std::size_t to = 0, at = 0;
    bool found = false;
    for (const auto& pick : draft->picks) {
        if (pick.id == pickId)
            continue;
        if (!before.empty() && pick.id == before) {
            to = at;
            found = true;
        } else if (before.empty() && pick.section == section && pick.cause == cause) {
            to = at + 1;
            found = true;
        }
        ++at;
    }
    return appeal::MovePick{draft->id, pickId, found ? to : at, section, cause};
}

std::vector<appeal::Edit> rewordings(const appeal::Case& c, const appeal::Language& language, const std::vector<Rewording>& changes)
{
    std::vector<appeal::Edit> edits;
    const auto* draft = appeal::findLetter(c, c.letter);
    if (!draft)
        return edits;
    const appeal::Language other = language == "zh" ? "en" : "zh";
    for (const auto& change : changes) {
        const auto* pick = appeal::findPick(*draft, change.place);
        if (!change.text && pick) {
            edits.push_back(appeal::DropPick{draft->id, pick->id});
            continue;
        }
        appeal::Reword reword{draft->id, change.place, language, change.text.value_or(std::string{}), {}};
        if (pick)
            if (const auto it = pick->wording.find(other); it != pick->wording.end())
                reword.other = it->second;
        edits.push_back(std::move(reword));
    }
    return edits;
}

} // namespace desktop
