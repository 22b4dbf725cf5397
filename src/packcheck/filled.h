#pragma once

#include "library/clauses.h"

namespace packcheck {

/// What a slot of a text names: a member of the printed group, a slot of the clause, a fact of case, letter or cause, a figure.
struct Named
{
    const library::Field* field = nullptr;
    bool voice = false;    ///< we, us, our …
    bool required = false; ///< always there when the text is printed
};

/// Where a text stands, which decides what its slots mean.
struct Context
{
    const library::Catalogue& catalogue;
    const library::Group* group = nullptr;              ///< whose record is printed
    const std::vector<library::Field>* slots = nullptr; ///< the clause's own
    std::vector<const library::Cause*> causes;          ///< of the text; a question's name counts where all of them have it
    const library::LetterKind* kind = nullptr;
    std::vector<std::string> wanted = {};               ///< members of the group that every letter kind in question requires
};
Context contextOf(const library::Clause& clause, const library::Catalogue& catalogue);

/// A field of nullptr and no voice: declared nowhere.
Named nameOf(const Context& context, std::string_view slot);
/// The text as a letter would hold it when every fact had its example for a value.
std::string filled(const Context& context, std::string_view text, const library::Language& language);

} // namespace packcheck
