#include "desktop/moves.h"

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

} // namespace desktop
