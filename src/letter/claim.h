#pragma once

#include "appeal/letter.h"
#include "library/clauses.h"

namespace letter {

/// What a confirmation was said of: `requires`, variant and the values the clause prints. A change makes another hash.
std::string claimHash(const appeal::Case& c, const appeal::LetterDraft& draft, const appeal::Pick& pick, const library::Clause* clause);
appeal::PickState stateOf(const appeal::Case& c, const appeal::LetterDraft& draft, const appeal::Pick& pick, const library::Clause* clause);

} // namespace letter
