#pragma once

#include "storage/database.h"
#include "storage/library_store.h"

namespace storage {

/// What one may look for that is shorter than three characters: each character of a clause's words and each pair of neighbours, once, as a token that says which
/// of the parts hold it. `named` counts for pairs of letters alone, which may be the initials of a name.
std::string gramsOf(std::string_view name, std::string_view tags, std::string_view body, std::string_view named);
/// Rows of the grams lie in the order in which a short word's finds are told: the shorter text first.
std::int64_t gramRow(std::string_view body, std::int64_t number);

/**
 * Finds clauses by their words. Holds its statements, so it belongs to the store whose connection it was made on.
 *
 * A word of three characters and more is asked of the trigrams, a shorter one of the grams; nothing is scanned, and only the best are told by their ids.
 */
class LibrarySearch
{
public:
    explicit LibrarySearch(Database& db) : m_db(db) {}
    /// Those that hold all @p words, best first: a word in the name counts more than one among the tags, and that more than one in the text.
    /// @param stop once it is true nothing more is looked for, and what was found so far is told
    appeal::Result<std::vector<Hit>> find(std::string_view words, int limit, const std::atomic<bool>* stop = nullptr);

private:
    struct Row
    {
        std::int64_t number = 0; ///< in clause_words
        std::int64_t order = 0;  ///< among equal scores
        double score = 0;
    };
    using Rows = std::vector<Row>;
    class Best;
    appeal::Result<Statement*> ready(Statement& kept, std::string_view sql);
    appeal::Result<appeal::Done> readCovered();
    bool covered(std::int64_t number) const;
    appeal::Result<appeal::Done> oneShort(const std::string& word, Rows& out, std::size_t limit, const std::atomic<bool>* stop);
    appeal::Result<appeal::Done> allShort(const std::vector<std::string>& words, Rows& out, const std::atomic<bool>* stop);
    appeal::Result<appeal::Done> matching(const std::string& match, const Rows* among, Best& best, const std::atomic<bool>* stop);
    appeal::Result<std::vector<Hit>> named(Rows rows);

    Database& m_db;
    Statement m_grams, m_match, m_id, m_covered;
    std::vector<std::int64_t> m_hidden; ///< rows of ours where the user's lies over it, and of what is hidden
};

} // namespace storage
