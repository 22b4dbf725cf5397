#include "storage/library_search.h"

#include "storage/library_rows.h"

#include "text/decode.h"

#include <algorithm>

namespace storage {

using appeal::Done;
using appeal::Result;

namespace {

/// At most so many words of a query count; nobody types more, and each is a condition.
constexpr std::size_t kMostWords = 12;

std::size_t sizeAt(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    return std::min<std::size_t>(byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, text.size() - at);
}

bool parts(std::string_view character)
{
    return character == " " || character == "\n" || character == "\t" || character == "\r" || character == "　" || character == "，" || character == "、" || character == "。";
}

std::vector<std::string> wordsIn(std::string_view query)
{
    std::vector<std::string> out(1);
    for (std::size_t i = 0; i < query.size();) {
        const auto character = query.substr(i, sizeAt(query, i));
        if (!parts(character))
            out.back() += character;
        else if (!out.back().empty())
            out.emplace_back();
        i += character.size();
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

// --- grams ---

/// The parts of a clause that may hold a gram, and what each counts.
enum Part : unsigned { Body = 1, Tags = 2, Name = 4 };
constexpr unsigned kAll = Name | Tags | Body;

double scoreOf(unsigned held) { return (held & Name ? 8.0 : 0) + (held & Tags ? 4.0 : 0) + (held & Body ? 1.0 : 0); }

/// The letter before a gram: 'a' where all parts hold it, down to 'h' where nothing but the initials do. In this order the finds are the best first.
char letterOf(unsigned held) { return char('a' + (kAll - held)); }

/// One or two characters as a number, so that they can be sorted fast.
std::uint64_t packed(std::string_view gram)
{
    std::uint64_t out = 0;
    for (const char c : gram)
        out = out << 8 | static_cast<unsigned char>(c);
    return out;
}

void appendHex(std::string& out, std::uint64_t gram)
{
    int shift = 56;
    while (shift > 0 && gram >> shift == 0)
        shift -= 8;
    for (shift += 4; shift >= 0; shift -= 4) // two digits a byte
        out += "0123456789abcdef"[gram >> shift & 15];
}

using Grams = std::vector<std::pair<std::uint64_t, unsigned>>;

void collect(std::string_view text, unsigned part, bool letterPairs, Grams& out)
{
    std::string_view before;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = text.substr(at, sizeAt(text, at));
        const bool gap = parts(character);
        if (!gap && !letterPairs)
            out.emplace_back(packed(character), part);
        const auto pair = before.empty() || gap ? std::string_view() : text.substr(at - before.size(), before.size() + character.size());
        const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
        if (!pair.empty() && (!letterPairs || (pair.size() == 2 && letter(pair[0]) && letter(pair[1]))))
            out.emplace_back(packed(pair), part);
        before = gap ? std::string_view() : character;
        at += character.size();
    }
}

bool stopped(const std::atomic<bool>* stop) { return stop && stop->load(std::memory_order_relaxed); }

} // namespace

std::string gramsOf(std::string_view name, std::string_view tags, std::string_view body, std::string_view named)
{
    Grams grams;
    grams.reserve(2 * (name.size() + tags.size() + body.size()) + named.size());
    collect(name, Name, false, grams);
    collect(tags, Tags, false, grams);
    collect(body, Body, false, grams);
    collect(named, 0, true, grams);
    std::sort(grams.begin(), grams.end());
    std::string out;
    for (std::size_t i = 0; i < grams.size();) {
        unsigned held = 0;
        const auto gram = grams[i].first;
        for (; i < grams.size() && grams[i].first == gram; ++i)
            held |= grams[i].second;
        if (!out.empty())
            out += ' ';
        out += letterOf(held);
        appendHex(out, gram);
    }
    return out;
}

std::int64_t gramRow(std::string_view body, std::int64_t number)
{
    return std::int64_t(text::codePoints(body)) << 32 | number;
}

/// The best rows so far; the worst of them on top of a heap.
class LibrarySearch::Best
{
public:
    explicit Best(std::size_t limit) : m_limit(limit) {}
    void take(const Row& row)
    {
        if (m_rows.size() == m_limit && !better(row, m_rows.front()))
            return;
        if (m_rows.size() == m_limit) {
            std::pop_heap(m_rows.begin(), m_rows.end(), better);
            m_rows.pop_back();
        }
        m_rows.push_back(row);
        std::push_heap(m_rows.begin(), m_rows.end(), better);
    }
    Rows sorted()
    {
        std::sort_heap(m_rows.begin(), m_rows.end(), better);
        return std::move(m_rows);
    }

private:
    static bool better(const Row& a, const Row& b) { return a.score != b.score ? a.score > b.score : a.order < b.order; }
    std::size_t m_limit;
    Rows m_rows;
};

Result<Statement*> LibrarySearch::ready(Statement& kept, std::string_view sql)
{
    if (!kept.prepared()) {
        auto statement = m_db.prepare(sql);
        if (!statement)
            return statement.error();
        kept = std::move(*statement);
    }
    kept.reset();
    return &kept;
}

Result<Done> LibrarySearch::readCovered()
{
    m_hidden.clear();
    auto statement = ready(m_covered, "SELECT w.number FROM user_clause u CROSS JOIN clause_words w ON w.id = u.id WHERE w.user = 0 OR u.origin = 'hidden' ORDER BY w.number");
    if (!statement)
        return statement.error();
    for (;;) {
        const auto row = (*statement)->step();
        if (!row)
            return row.error();
        if (!*row)
            return Done{};
        m_hidden.push_back((*statement)->number(0));
    }
}

bool LibrarySearch::covered(std::int64_t number) const
{
    return !m_hidden.empty() && std::binary_search(m_hidden.begin(), m_hidden.end(), number);
}

/// The best for one short word: the grams' rows lie in that order already.
Result<Done> LibrarySearch::oneShort(const std::string& word, Rows& out, std::size_t limit, const std::atomic<bool>* stop)
{
    auto statement = ready(m_grams, "SELECT rowid FROM clause_grams WHERE clause_grams MATCH ?1 ORDER BY rowid");
    if (!statement)
        return statement.error();
    for (unsigned held = kAll + 1; held-- > 0 && out.size() < limit;) {
        std::string gram(1, letterOf(held));
        appendHex(gram, packed(word));
        (*statement)->bind(1, gram);
        while (out.size() < limit && !stopped(stop)) {
            const auto row = (*statement)->step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            const auto at = (*statement)->number(0);
            if (const auto number = at & 0xFFFFFFFF; !covered(number))
                out.push_back({number, at, scoreOf(held)});
        }
        (*statement)->reset();
    }
    return Done{};
}

/// All that hold every one of several short words, by their number.
Result<Done> LibrarySearch::allShort(const std::vector<std::string>& words, Rows& out, const std::atomic<bool>* stop)
{
    const auto byNumber = [](const Row& a, const Row& b) { return a.number < b.number; };
    for (std::size_t i = 0; i < words.size() && (i == 0 || !out.empty()) && !stopped(stop); ++i) {
        Rows found;
        if (auto done = oneShort(words[i], found, SIZE_MAX, stop); !done)
            return done;
        std::sort(found.begin(), found.end(), byNumber);
        if (i == 0) {
            out = std::move(found);
            continue;
        }
        Rows both;
        auto other = found.begin();
        for (auto row : out) {
            other = std::lower_bound(other, found.end(), row, byNumber);
            if (other == found.end())
                break;
            if (other->number == row.number) {
                row.score += other->score;
                both.push_back(row);
            }
        }
        out = std::move(both);
    }
    return Done{};
}

/// What the trigrams answer, as a stream: keeping the best costs less than a sort of all.
Result<Done> LibrarySearch::matching(const std::string& match, const Rows* among, Best& best, const std::atomic<bool>* stop)
{
    auto statement = ready(m_match, "SELECT rowid, -bm25(clause_text, 8.0, 4.0, 1.0, 4.0, 0.3) FROM clause_text WHERE clause_text MATCH ?1 ORDER BY rowid");
    if (!statement)
        return statement.error();
    (*statement)->bind(1, match);
    auto next = among ? among->begin() : Rows::const_iterator{};
    while (!stopped(stop)) {
        const auto row = (*statement)->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        Row found{(*statement)->number(0), (*statement)->number(0), (*statement)->real(1)};
        if (among) {
            while (next != among->end() && next->number < found.number)
                ++next;
            if (next == among->end())
                break;
            if (next->number != found.number)
                continue;
            found.score += next->score;
        }
        if (!covered(found.number))
            best.take(found);
    }
    (*statement)->reset();
    return Done{};
}

Result<std::vector<Hit>> LibrarySearch::named(Rows rows)
{
    std::vector<Hit> out;
    out.reserve(rows.size());
    auto statement = ready(m_id, "SELECT id FROM clause_words WHERE number = ?1");
    if (!statement)
        return statement.error();
    std::vector<std::int64_t> lengths; // by which equal scores of short words are told apart
    for (const auto& row : rows) {
        (*statement)->bind(1, row.number);
        const auto there = (*statement)->step();
        if (!there)
            return there.error();
        const auto length = row.order >> 32;
        if (*there) {
            // rows were made in the order of their ids, but for the user's own
            auto at = out.end();
            while (at != out.begin() && std::prev(at)->score == row.score && lengths[std::size_t(at - out.begin()) - 1] == length && std::prev(at)->id > (*statement)->view(0))
                --at;
            lengths.insert(lengths.begin() + (at - out.begin()), length);
            out.insert(at, {(*statement)->text(0), row.score});
        }
        (*statement)->reset();
    }
    return out;
}

Result<std::vector<Hit>> LibrarySearch::find(std::string_view query, int limit, const std::atomic<bool>* stop)
{
    const auto words = wordsIn(folded(query));
    if (words.empty() || limit <= 0)
        return std::vector<Hit>{};
    if (auto done = readCovered(); !done)
        return done.error();
    std::string match;
    std::vector<std::string> brief;
    for (const auto& word : words) {
        if (text::codePoints(word) >= 3)
            match += (match.empty() ? "" : " AND ") + literal(word);
        else
            brief.push_back(word);
    }
    Rows rows;
    if (match.empty() && brief.size() == 1) {
        if (auto done = oneShort(brief.front(), rows, std::size_t(limit), stop); !done)
            return done.error();
        return named(std::move(rows));
    }
    if (!brief.empty())
        if (auto done = allShort(brief, rows, stop); !done || rows.empty())
            return done ? Result<std::vector<Hit>>(std::vector<Hit>{}) : done.error();
    Best best(static_cast<std::size_t>(limit));
    if (match.empty()) {
        for (const auto& row : rows)
            best.take(row);
    } else if (auto done = matching(match, brief.empty() ? nullptr : &rows, best, stop); !done) {
        return done.error();
    }
    return named(best.sorted());
}

} // namespace storage
