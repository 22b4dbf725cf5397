#pragma once

#include "library/catalogue.h"

namespace library {

/// The words that a term goes by: "plan of action (POA)" gives both, "a / b" and "a, b" each.
std::vector<std::string> wordsOf(const Term& term, const Language& language);

/// The terms of the glossary that @p text names, in the order of their first places; of words that lie in each other the longer ones count.
std::vector<const Term*> termsIn(const Catalogue& catalogue, std::string_view text, const Language& language);

/// What a term means, from its entry's `meaning`; empty where nobody wrote it down.
const Words& meaningOf(const Catalogue& catalogue, const Term& term);

/// A term in both languages with what it means, for whoever meets it first: the reader's own language opens.
std::string explained(const Catalogue& catalogue, const Term& term, const Language& language);

} // namespace library
