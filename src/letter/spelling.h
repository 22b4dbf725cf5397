#pragma once

#include "library/catalogue.h"

namespace letter {

/// English words of ours in the spelling of a store: "color" for one, "colour" for the other. What sellers typed is not touched.
class Spelled
{
public:
    /// The pairs of @p catalogue (templates/words/spellings.json), towards one side.
    Spelled(const library::Catalogue& catalogue, bool american);
    std::string operator()(std::string text) const;

private:
    std::map<std::string_view, std::string_view> m_other; ///< a word in the other spelling -> in this one; of the catalogue, which outlives it
};

} // namespace letter
