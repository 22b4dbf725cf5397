#pragma once

#include "cause/reader.h"
#include "cause/rule_book.h"
#include "library/clauses.h"

#include <stdexcept>

/// The shipped catalogue and what is built from it, once for all tests.
inline const library::Catalogue& catalogue()
{
    static const auto loaded = library::builtinCatalogue();
    if (!loaded)
        throw std::runtime_error(loaded.error().where + ": " + loaded.error().detail);
    return **loaded;
}

inline const cause::RuleBook& book()
{
    static const cause::RuleBook made(catalogue());
    return made;
}

inline const cause::Reader& reader()
{
    static const cause::Reader made(catalogue());
    return made;
}
