#pragma once

#include "appeal/letter.h"
#include "library/clauses.h"

#include <set>

/// From a case and clauses to a letter.
namespace letter {

class Templates;

struct Request
{
    appeal::Language language = "en";
    appeal::Length length = appeal::Length::Full;
};

/**
 * The letter that @p draft of @p c stands for.
 *
 * Total, pure and deterministic: a half-filled case gives a letter with gaps, never an error, because the preview shows one
 * after every key press. How a letter is built: templates/README.md.
 * @param clauses those that fit; a pick whose clause is not among them is left out and told in Letter::leftOut
 * @param today the day printed on a letter that has not been sent
 * @param templates texts that were split for an earlier letter need not be split again; the letter is the same
 */
appeal::Letter compose(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Catalogue& catalogue, const library::Clauses& clauses,
    const Request& request, appeal::Date today, Templates* templates = nullptr);

/// One fact as a person or a script sees it.
struct FactState
{
    std::string name;  ///< what `set` takes
    appeal::Scope scope = appeal::Scope::Case;
    appeal::Id owner;  ///< cause id, pick id, record id; letter id
    const library::Field* field = nullptr; ///< null for derived figures' fields kept in `own`
    library::Field own;
    appeal::Value value;
    appeal::Source source = appeal::Source::Typed;
    bool required = false, missing = false;
    std::vector<std::string> usedIn; ///< places of the letter that print it
};

/// Every fact that the letter uses or still needs, in the order of the letter, shared ones once.
/// @param only where given, of the facts that belong to one place alone those of these picks are told, and of no record that no place prints
std::vector<FactState> facts(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Catalogue& catalogue, const library::Clauses& clauses,
    const appeal::Language& language, appeal::Date today, const std::set<appeal::Id>* only = nullptr);

/// The value of a fact as the case knows it: typed, recorded, from a figure, or worked out; nothing when unknown.
std::optional<appeal::Fact> lookup(const appeal::Case& c, const appeal::LetterDraft& draft, const std::string& cause, std::string_view slot,
    const library::Catalogue& catalogue, appeal::Date today);

/// The value in @p language: that language's, else the shared one, else (for Chinese, which may show English) the English one. "" when there is none.
std::string valueIn(const appeal::Value& value, const appeal::Language& language);

/// Is @p written a value of @p type? "" when it is; else why not, as a wording id ("value.not_a_date").
std::string checkValue(const library::Field& field, std::string_view written, std::string_view marketplace, appeal::Date today);
/// The written form brought into order: lists parted by ", " or "; ", a date in ISO, blanks trimmed.
std::string normaliseValue(const library::Field& field, std::string_view typed);
/// The items of a written list.
std::vector<std::string> items(std::string_view type, std::string_view written);
/// The value as a letter prints it in @p language ("9 March 2026", "USD 18,240.55").
std::string shown(const library::Field& field, std::string_view written, const appeal::Language& language);
/// A day in words, with or without its year.
std::string dateWords(appeal::Date day, const appeal::Language& language, bool year = true);

} // namespace letter
