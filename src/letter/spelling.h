#pragma once

#include <string>

namespace letter {

/// English words of ours in the spelling of a store: "color" for one, "colour" for the other. What sellers typed is not touched.
std::string inSpelling(std::string text, bool american);

} // namespace letter
