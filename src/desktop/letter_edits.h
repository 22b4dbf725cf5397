#pragma once

#include "appeal/edit.h"
#include "desktop/letter_edit.h"

#include <optional>

namespace desktop {

/// Moves a pick of the current letter up (-1) or down (+1) among those of its section and cause. Nothing where it stands at the end.
std::optional<appeal::MovePick> moveBy(const appeal::Case& c, const appeal::Id& pick, int by);
/// Puts @p pick before @p before, in its section and for its cause; empty: behind the last of @p section and @p cause.
std::optional<appeal::MovePick> moveBefore(const appeal::Case& c, const appeal::Id& pick, const appeal::Id& before, const std::string& section, const std::string& cause);
/// What was typed into paragraphs of the current letter in @p language, as edits.
std::vector<appeal::Edit> rewordings(const appeal::Case& c, const appeal::Language& language, const std::vector<Rewording>& changes);

} // namespace desktop
