#include "storage/library_rows.h"

#include "text/decode.h"

namespace storage {

using appeal::Result;

namespace {

/// At most so many words of a query count; nobody types more, and each is a condition.
constexpr std::size_t kMostWords = 12;

bool parts(std::string_view character)
{
    return character == " " || character == "\n" || character == "\t" || character == "\r" || character == "　" || character == "，" || character == "、" || character == "。";
}

std::vector<std::string> wordsIn(std::string_view query)
{
    std::vector<std::string> out(1);
    for (std::size_t i = 0; i < query.size();) {
        const auto byte = static_cast<unsigned char>(query[i]);
        const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        const auto character = query.substr(i, size);
        if (!parts(character))
            out.back() += character;
        else if (!out.back().empty())
            out.emplace_back();
        i += size;
    }
    if (out.back().empty())
        out.pop_back();
    if (out.size() > kMostWords)
        out.resize(kMostWords);
    return out;
}

/// A word as FTS5 takes it literally, whatever is in it.
std::string literal(const std::string& word)
{
    std::string out = "\"";
    for (const char c : word)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

} // namespace

Result<std::vector<Found>> findWords(Database& db, std::string_view query, int limit)
{
    std::vector<Found> out;
    const auto words = wordsIn(folded(query));
    if (words.empty() || limit <= 0)
        return out;
    // trigrams answer from three characters up; a LIKE or GLOB of fewer on the index would silently find nothing: those scan the base table
    std::string match, where, score;
    std::vector<std::string> scanned;
    for (const auto& word : words) {
        if (text::codePoints(word) >= 3) {
            match += (match.empty() ? "" : " AND ") + literal(word);
            continue;
        }
        scanned.push_back(word);
        const auto place = "?" + std::to_string(scanned.size() + 2);
        // two letters may be the initials of a name; of a whole text they would be nothing but noise
        const bool letters = word.size() == 2 && word[0] >= 'a' && word[0] <= 'z' && word[1] >= 'a' && word[1] <= 'z';
        where += " AND (instr(w.name, " + place + ") OR instr(w.tags, " + place + ") OR instr(w.body, " + place + ")" + (letters ? " OR instr(w.named, " + place + "))" : ")");
        score += " + (instr(w.name, " + place + ") > 0) * 8.0 + (instr(w.tags, " + place + ") > 0) * 4.0 + (instr(w.body, " + place + ") > 0)";
    }
    // ours where the user's lies over it, and what is hidden, is not found by its words
    where += " AND NOT EXISTS (SELECT 1 FROM user_clause u WHERE u.id = w.id AND (w.user = 0 OR u.origin = 'hidden'))";
    const auto sql = match.empty() ? "SELECT w.id, 0.0" + score + " AS score FROM clause_words w WHERE ?1 = ''" + where + " ORDER BY score DESC, length(w.body), w.id LIMIT ?2"
                                   : "SELECT w.id, -bm25(clause_text, 8.0, 4.0, 1.0, 4.0, 0.3)" + score + " AS score FROM clause_text JOIN clause_words w ON w.number = clause_text.rowid WHERE clause_text MATCH ?1" + where
            + " ORDER BY score DESC, w.id LIMIT ?2";
    auto statement = db.prepare(sql);
    if (!statement)
        return statement.error();
    statement->bind(1, match).bind(2, limit);
    for (std::size_t i = 0; i < scanned.size(); ++i)
        statement->bind(int(i + 3), scanned[i]);
    for (;;) {
        auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return out;
        out.push_back({statement->text(0), statement->real(1)});
    }
}

} // namespace storage
