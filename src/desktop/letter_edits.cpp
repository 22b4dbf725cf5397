#include "desktop/letter_edits.h"

namespace desktop {

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
