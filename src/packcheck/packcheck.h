#pragma once

#include "library/clauses.h"

/// Is a template pack sound? (issue: "what guards it", and templates/README.md)
namespace packcheck {

struct Problem
{
    enum class Severity { Error, Warning } severity = Severity::Error;
    std::string where;  ///< "templates/clauses/x.json:14"
    std::string id;     ///< "clauses:lsr.x"
    std::string rule;   ///< unknown_id, missing_language, …
    std::string detail; ///< plain English
};
/// @param whole the pack with everything that its names may refer to: a user's pack is checked over the shipped one
/// @param only when not empty, problems of these ids alone are reported ("clauses:lsr.x")
/// @param complete also demand what only a whole library has: each cause with its clauses per route (else a warning), nothing unreached or unused, easy to read
std::vector<Problem> check(const library::Pack& whole, const std::vector<std::string>& only, bool complete, appeal::Date today);

/// Would the program go wrong with it, not only write a poorer letter? Such a pack is not imported; a user's own clause in one phrasing is.
bool breaks(const Problem& problem);

/// Jaccard overlap of word 5-grams (English) or 8-grams of characters (Chinese), slots as one token.
double overlap(std::string_view a, std::string_view b, const library::Language& language);

} // namespace packcheck
