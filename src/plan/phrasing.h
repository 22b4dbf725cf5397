#pragma once

#include "appeal/case.h"
#include "library/clauses.h"

#include <string>

namespace plan {

/// A stable number from words: the same case chooses the same phrasing, two cases rarely do.
std::size_t seedOf(std::string_view words);
/// What tells this case from another one: its notice and its store.
std::string seedText(const appeal::Case& c);
/// Which of @p count phrasings stands at @p place.
int variantFor(const appeal::Case& c, std::string_view place, std::size_t count);
/// The phrasing that a clause starts with: one of those with the fewest sentences that show no fact, as those could stand in anybody's letter.
int phrasingFor(const appeal::Case& c, const library::Clause& clause);
/// How many English phrasings there are.
std::size_t englishPhrasings(const library::Phrasings& text);

} // namespace plan
