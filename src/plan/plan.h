#pragma once

#include "appeal/edit.h"
#include "appeal/letter.h"
#include "library/clauses.h"

/// Step 3: which letter, which clauses.
namespace plan {

/// The letter kind that actions and routes ask for; empty: no letter is wanted (quiz).
std::string letterKind(const appeal::Case& c, const library::Catalogue& catalogue);
/// The kinds that can be written in this case: those of its marketplace, store and causes. What "which letter" names for it comes first, then
/// what it names beside that, then the others in the catalogue's order.
std::vector<const library::LetterKind*> kindsFor(const appeal::Case& c, const library::Catalogue& catalogue);
/// What the library must be asked for, given the case's causes and routes and the letter's kind.
library::Fit fitOf(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Catalogue& catalogue);

/// A clause offered for a place, better ones first.
struct Offer
{
    std::string clause, section, cause;
    double score = 0;
};
std::vector<Offer> offers(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Catalogue& catalogue, const library::Clauses& clauses,
    std::string_view section = {}, std::string_view cause = {});

/// What the program proposes where a route has just become known: kind of the letter, picks for empty sections, records for them. By the program; a person's picks stay.
/// @param onlyCauses those whose route has just changed; empty: all
std::vector<appeal::Edit> propose(const appeal::Case& c, const library::Catalogue& catalogue, const library::Clauses& clauses, appeal::Date today,
    const std::vector<std::string>& onlyCauses = {});
/// The picks of the letter before, for a new one that has none: a revised appeal starts from what the first one said.
std::vector<appeal::Edit> carryOver(const appeal::Case& c, const library::Catalogue& catalogue);
/// Picks for records that no place of the letter prints yet, so that every fact given stands in it.
std::vector<appeal::Edit> placeRecords(const appeal::Case& c, const library::Catalogue& catalogue, const library::Clauses& clauses, appeal::Date today);
/// A pick of @p clause by a person; the section's cause is the first that fits unless named.
appeal::PickClause pickOf(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Clause& clause, const library::Catalogue& catalogue, std::string_view cause = {});

/// The edits that put the current letter's deeds in the order of their days and its papers in the order of their kinds, cause by cause; for front ends in
/// which nobody moves them by hand.
std::vector<appeal::Edit> inOrder(const appeal::Case& c);

} // namespace plan
