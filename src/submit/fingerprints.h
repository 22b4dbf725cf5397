#pragma once

#include "appeal/case.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace submit {

/// Hashes of the word 5-grams of a text (of 8 characters in Chinese), slots and facts left out: numbers, ids and {{slots}} are no words.
std::vector<std::uint64_t> shingles(std::string_view text, const appeal::Language& language);
/// Winnowed: of each window of four the smallest, so that two texts that share a passage share a fingerprint (Schleimer, Wilkerson, Aiken 2003).
/// What is stored of the paragraphs of sent letters.
std::vector<std::uint64_t> fingerprints(std::string_view text, const appeal::Language& language);
/// Share of @p some that @p all, sorted, holds; 0 for none.
double contained(const std::vector<std::uint64_t>& some, const std::vector<std::uint64_t>& all);

} // namespace submit
