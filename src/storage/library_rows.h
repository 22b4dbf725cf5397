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
/// What a person may search for, as rows of `clause_words`; those that were there of the same clause and owner go.
appeal::Result<appeal::Done> putWords(Database& db, const library::Clause& clause, bool user);
/// Lower-case ASCII; MATCH folds the rest itself.
std::string folded(std::string_view text);

struct Found { std::string id; double score = 0; };
/// Ids of the clauses that hold all @p words, best first; a word in the name counts more than one among the tags, and that more than one in the text.
appeal::Result<std::vector<Found>> findWords(Database& db, std::string_view words, int limit);

} // namespace storage
