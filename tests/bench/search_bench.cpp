// Searching the clause library beside the same FTS5 query bare (bm25, best 200; an instr() scan for one or two characters), 2,000 queries alternating.
// The bar: with 100,000 clauses a ratio of medians of 1.5 at most, and at the 99th percentile no more than 3 ms above the floor.
// search_bench [COUNT [FOLDER]]: a folder is kept, and used again by the next run.
#include "bench/clock.h"

#include "library/readings.h"
#include "storage/library_store.h"
#include "dice.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

/// The characters of @p text, each by itself.
std::vector<std::string> characters(const std::string& text)
{
    std::vector<std::string> out;
    for (const char c : text)
        if (out.empty() || (static_cast<unsigned char>(c) & 0xC0u) != 0x80u)
            out.emplace_back(1, c);
        else
            out.back() += c;
    return out;
}

bool isHan(const std::string& character) { return character.size() == 3 && character >= "一" && character <= "鿿"; }

/// Sentences of the shipped clauses, to put new clauses together from.
struct Pool
{
    std::vector<std::string> en, zh, names, namesZh, words, han;
    explicit Pool(const library::Clauses& clauses)
    {
        const auto cut = [](const std::string& text, std::string_view stop, std::vector<std::string>& out) {
            for (std::size_t at = 0; at < text.size();) {
                const auto end = std::min(text.find(stop, at), text.size());
                if (end > at + 8)
                    out.push_back(text.substr(at, end + stop.size() - at));
                at = end + stop.size();
            }
        };
        for (const auto& clause : clauses) {
            for (const auto& [language, list] : clause.text)
                for (const auto& text : list)
                    cut(text, language == "zh" ? "。" : ". ", language == "zh" ? zh : en);
            for (const auto& [language, name] : clause.name)
                (language == "zh" ? namesZh : names).push_back(name);
        }
        for (const auto& sentence : en)
            for (std::size_t at = 0; at < sentence.size();) {
                const auto end = std::min(sentence.find_first_of(" .,;:{}()[]|", at), sentence.size());
                if (end >= at + 3)
                    words.push_back(sentence.substr(at, end - at));
                at = end + 1;
            }
        for (const auto& sentence : zh) {
            std::string run;
            for (const auto& c : characters(sentence)) {
                if (isHan(c)) {
                    run += c;
                    continue;
                }
                if (run.size() >= 9)
                    han.push_back(run);
                run.clear();
            }
        }
    }
};

library::Clauses madeOf(const library::Clauses& shipped, const Pool& pool, int count)
{
    Dice dice;
    library::Clauses out;
    for (int i = 0; i < count; ++i) {
        auto clause = dice.of(shipped);
        clause.id += "." + std::to_string(i);
        clause.name = {{"en", dice.of(pool.names)}, {"zh", dice.of(pool.namesZh)}};
        for (auto& [language, list] : clause.text)
            for (auto& text : list) {
                text.clear();
                for (std::size_t n = 1 + dice.upTo(2); n > 0; --n)
                    text += dice.of(language == "zh" ? pool.zh : pool.en);
            }
        out.push_back(std::move(clause));
    }
    return out;
}

struct Query
{
    const char* family;
    std::string words;
    bool scan; ///< too short for trigrams
};

std::vector<Query> queriesOf(const Pool& pool)
{
    Dice dice{7};
    std::vector<Query> out;
    const auto han = [&](std::size_t count) {
        const auto all = characters(dice.of(pool.han));
        std::string text;
        for (auto at = dice.upTo(std::max<std::size_t>(1, all.size() - std::min(all.size() - 1, count) )); count > 0 && at < all.size(); --count, ++at)
            text += all[at];
        return text;
    };
    while (out.size() < 2000)
        switch (dice.upTo(20)) {
        case 0: case 1: case 2: case 3: case 4: case 5: { // a word as it is typed
            const auto& word = dice.of(pool.words);
            out.push_back({"English word or its start", word.substr(0, 3 + dice.upTo(word.size() - 2)), false});
            break;
        }
        case 6: case 7: case 8:
            out.push_back({"two English words", dice.of(pool.words) + " " + dice.of(pool.words), false});
            break;
        case 9: case 10: case 11:
            if (const auto text = han(3 + dice.upTo(3)); text.size() >= 9)
                out.push_back({"three to five Chinese", text, false});
            break;
        case 12: case 13: case 14: case 15: case 16:
            if (const auto text = han(1 + dice.upTo(2)); !text.empty())
                out.push_back({"one or two Chinese", text, true});
            break;
        case 17: case 18:
            if (const auto letters = library::builtinReadings().letters(han(2 + dice.upTo(2))); letters.size() >= 4) {
                const auto word = letters.substr(0, letters.find_first_of(" \n"));
                if (word.size() >= 3 && word[0] >= 'a' && word[0] <= 'z')
                    out.push_back({"pinyin", word, false});
            }
            break;
        default:
            out.push_back({"two Latin letters", dice.of(pool.words).substr(0, 2), true});
        }
    for (auto& query : out)
        for (auto& c : query.words)
            c = c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
    return out;
}

/// The bare query, prepared once.
class Floor
{
public:
    explicit Floor(const std::string& folder)
    {
        sqlite3_open_v2((folder + "/library.db").c_str(), &m_db, SQLITE_OPEN_READONLY, nullptr);
        sqlite3_prepare_v2(m_db, "SELECT rowid FROM clause_text WHERE clause_text MATCH ?1 ORDER BY rank LIMIT 200", -1, &m_match, nullptr);
        sqlite3_prepare_v2(m_db, "SELECT number FROM clause_words WHERE instr(body, ?1) LIMIT 200", -1, &m_scan, nullptr);
    }
    ~Floor()
    {
        sqlite3_finalize(m_match);
        sqlite3_finalize(m_scan);
        sqlite3_close(m_db);
    }
    int run(const Query& query)
    {
        auto* statement = query.scan ? m_scan : m_match;
        std::string words = query.words;
        if (!query.scan) {
            words = "\"";
            for (const char c : query.words)
                words += c == ' ' ? "\" AND \"" : c == '"' ? "\"\"" : std::string(1, c);
            words += '"';
        }
        sqlite3_bind_text(statement, 1, words.c_str(), -1, SQLITE_TRANSIENT);
        int rows = 0;
        while (sqlite3_step(statement) == SQLITE_ROW)
            ++rows;
        sqlite3_reset(statement);
        return rows;
    }

private:
    sqlite3* m_db = nullptr;
    sqlite3_stmt *m_match = nullptr, *m_scan = nullptr;
};

} // namespace

int main(int argc, char** argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 100000;
    const auto pack = library::builtinPack();
    if (!pack || pack->clauses.empty())
        return 1;
    const Pool pool(pack->clauses);
    std::string folder;
    if (argc > 2) {
        folder = argv[2];
        std::filesystem::create_directories(folder);
    } else {
        auto pattern = (std::filesystem::temp_directory_path() / "causeway-bench-XXXXXX").string();
        folder = mkdtemp(pattern.data());
    }
    const auto built = std::chrono::steady_clock::now();
    auto store = storage::openLibrary(folder, "bench" + std::to_string(count), [&] { return appeal::Result<library::Clauses>(madeOf(pack->clauses, pool, count)); });
    if (!store)
        return 1;
    std::printf("%d clauses, made and indexed in %.1f s\n", count, std::chrono::duration<double>(std::chrono::steady_clock::now() - built).count());

    Floor floor(folder);
    const auto queries = queriesOf(pool);
    std::map<std::string, std::array<std::vector<double>, 2>> times;
    bool first = true;
    for (const auto& query : queries) {
        double ours = 0, bare = 0;
        const auto run = [&](bool us) {
            if (us)
                ours = bench::spent([&] { (void)(*store)->search(query.words, 200); });
            else
                bare = bench::spent([&] { floor.run(query); });
        };
        run(first);
        run(!first);
        first = !first;
        for (const std::string family : {query.family, "all"}) {
            times[family][0].push_back(ours);
            times[family][1].push_back(bare);
        }
    }
    std::printf("%-28s %7s %10s %10s %7s %10s %10s %10s   (ms)\n", "query", "count", "p50", "floor p50", "ratio", "p99", "floor p99", "above");
    for (const auto& [family, both] : times) {
        const auto p50 = bench::at(both[0], 0.5), bare50 = bench::at(both[1], 0.5), p99 = bench::at(both[0], 0.99), bare99 = bench::at(both[1], 0.99);
        std::printf("%-28s %7zu %10.3f %10.3f %7.2f %10.3f %10.3f %10.3f\n", family.c_str(), both[0].size(), p50 / 1000, bare50 / 1000, p50 / bare50, p99 / 1000, bare99 / 1000, (p99 - bare99) / 1000);
    }
    if (argc <= 2)
        std::filesystem::remove_all(folder);
}
