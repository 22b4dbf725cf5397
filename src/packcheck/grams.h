#pragma once

#include "library/clauses.h"

namespace packcheck {

/// Words in lower case (characters in Chinese), a slot being one token "{}".
std::vector<std::string> tokensOf(std::string_view text, const library::Language& language);
/// Hashes of the word 5-grams (8-grams of characters in Chinese), ordered, each once.
std::vector<std::uint64_t> gramsOf(std::string_view text, const library::Language& language);
/// Shared over all; 0 where one has none.
double jaccard(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);
/// The same slots in the same order, and over 60 % of the content words (pairs of characters in Chinese): no second phrasing.
bool sameShape(std::string_view a, std::string_view b, const library::Language& language);

} // namespace packcheck
