#pragma once

#include "appeal/edit.h"

#include <optional>

namespace desktop {

/// Moves a pick of the current letter up (-1) or down (+1) among those of its section and cause. Nothing where it stands at the end.
std::optional<appeal::MovePick> moveBy(const appeal::Case& c, const appeal::Id& pick, int by);

} // namespace desktop
