#pragma once

#include "library/clauses.h"
#include "storage/database.h"

/// How clauses lie in library.db.
namespace storage {

/// The steps of library.db, for `migrate`.
std::span<const std::string_view> librarySteps();

/// " a b ": each id between blanks, so that one `instr` finds it; "" for none.
std::string padded(const std::vector<std::string>& list);
/// Rows of `id, body, hash` (of ours) or `id, body, base, origin` (of the user's).
appeal::Result<library::Clauses> readClauses(Statement& statement, bool user);
/// What a person may search for, as rows of `clause_words` and of its indices; those that were there of the same clause and owner go.
appeal::Result<appeal::Done> putWords(Database& db, const library::Clause& clause, bool user);
/// The words of a clause and owner go.
appeal::Result<appeal::Done> dropWords(Database& db, std::string_view id, bool user);
/// All words go.
appeal::Result<appeal::Done> dropAllWords(Database& db);
/// After many rows: the indices become one piece each, which is read faster.
appeal::Result<appeal::Done> settleWords(Database& db);
/// Lower-case ASCII; MATCH folds the rest itself.
std::string folded(std::string_view text);

} // namespace storage
