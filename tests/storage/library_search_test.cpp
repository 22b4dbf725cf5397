#include "catch.h"
#include "library/readings.h"
#include "storage/library_search.h"
#include "storage/library_store.h"
#include "storage/scratch.h"
#include "text/decode.h"
#include "dice.h"

#include <sqlite3.h>

#include <algorithm>
#include <map>

// The indices answer what a plain look at every row would: after any series of changes the finds are those of a search that reads all words anew.

namespace {

constexpr const char* kEnglish[]{"stock", "counted", "the", "of", "carrier", "4%", "Barcode", "re-check", "(new)", "é", "in", "a", "ordering", "o\"k", "unit's"};
constexpr const char* kChinese[]{"截止时间", "库存", "盘点", "更换承运人", "每周一", "退", "退款", "𠮷野家", "名单，", "仓库"};

std::string some(Dice& dice, bool chinese)
{
    std::string out;
    for (auto n = 1 + dice.upTo(5); n > 0; --n)
        out += chinese ? std::string(dice.of(kChinese)) : (out.empty() ? "" : " ") + std::string(dice.of(kEnglish));
    return out;
}

library::Clause made(Dice& dice, std::string id)
{
    library::Clause c;
    c.id = std::move(id);
    c.name = {{"en", some(dice, false)}, {"zh", some(dice, true)}};
    c.section = "corrective";
    c.causes = {"late_shipment_rate"};
    if (dice.upTo(2))
        c.tags = {some(dice, dice.upTo(2))};
    c.text = {{"en", {some(dice, false), some(dice, false)}}, {"zh", {some(dice, true)}}};
    c.hash = library::hashOf(c);
    return c;
}

/// What a word scores in the parts of a row, looked at one after the other; nothing where no part holds it.
std::optional<double> shortScore(const std::string& word, const std::vector<std::string>& row)
{
    const auto holds = [&](std::size_t part) { return row[part].find(word) != std::string::npos; };
    const bool letters = word.size() == 2 && word[0] >= 'a' && word[0] <= 'z' && word[1] >= 'a' && word[1] <= 'z';
    if (!holds(0) && !holds(1) && !holds(2) && !(letters && holds(3)))
        return {};
    return (holds(0) ? 8.0 : 0) + (holds(1) ? 4.0 : 0) + (holds(2) ? 1.0 : 0);
}

struct Plain { std::string id; double score; std::size_t length; };

/// The finds as every row by itself tells them; bm25 alone is asked of the index.
std::vector<Plain> plainSearch(sqlite3* db, const std::vector<std::string>& words)
{
    std::string match;
    std::vector<std::string> brief;
    for (const auto& word : words) {
        if (text::codePoints(word) < 3) {
            brief.push_back(word);
            continue;
        }
        match += (match.empty() ? "\"" : " AND \"");
        for (const char c : word)
            match += c == '"' ? std::string("\"\"") : std::string(1, c);
        match += '"';
    }
    const auto run = [&](const char* sql, const std::string* bound, auto row) {
        sqlite3_stmt* statement = nullptr;
        REQUIRE(sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) == SQLITE_OK);
        if (bound)
            sqlite3_bind_text(statement, 1, bound->c_str(), -1, SQLITE_TRANSIENT);
        while (sqlite3_step(statement) == SQLITE_ROW)
            row(statement);
        sqlite3_finalize(statement);
    };
    std::map<std::int64_t, double> matched;
    if (!match.empty())
        run("SELECT rowid, -bm25(clause_text, 8.0, 4.0, 1.0, 4.0, 0.3) FROM clause_text WHERE clause_text MATCH ?1", &match,
            [&](sqlite3_stmt* s) { matched[sqlite3_column_int64(s, 0)] = sqlite3_column_double(s, 1); });
    std::map<std::string, std::string> theirs;
    run("SELECT id, origin FROM user_clause", nullptr, [&](sqlite3_stmt* s) { theirs[reinterpret_cast<const char*>(sqlite3_column_text(s, 0))] = reinterpret_cast<const char*>(sqlite3_column_text(s, 1)); });
    std::vector<Plain> out;
    run("SELECT number, id, user, name, tags, body, named FROM clause_words", nullptr, [&](sqlite3_stmt* s) {
        const auto text = [&](int column) { return std::string(reinterpret_cast<const char*>(sqlite3_column_text(s, column))); };
        const auto it = theirs.find(text(1));
        if (it != theirs.end() && (sqlite3_column_int(s, 2) == 0 || it->second == "hidden"))
            return;
        double score = 0;
        if (!match.empty()) {
            const auto found = matched.find(sqlite3_column_int64(s, 0));
            if (found == matched.end())
                return;
            score = found->second;
        }
        for (const auto& word : brief) {
            const auto more = shortScore(word, {text(3), text(4), text(5), text(6)});
            if (!more)
                return;
            score += *more;
        }
        out.push_back({text(1), score, match.empty() ? text::codePoints(text(5)) : 0});
    });
    std::sort(out.begin(), out.end(), [](const Plain& a, const Plain& b) { return a.score != b.score ? a.score > b.score : a.length != b.length ? a.length < b.length : a.id < b.id; });
    return out;
}

} // namespace

TEST_CASE("after any series of changes the indices find what a look at every row finds")
{
    const Scratch scratch;
    Dice dice{GENERATE(3u, 11u, 29u)};
    library::Clauses ours;
    for (int i = 0; i < 60; ++i)
        ours.push_back(made(dice, "c" + std::to_string(100 + i)));
    const auto open = [&](const char* digest) {
        auto store = storage::openLibrary(scratch.path("data"), digest, [&] { return appeal::Result<library::Clauses>(ours); });
        REQUIRE(store);
        return std::move(*store);
    };
    auto store = open("one");
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(scratch.path("data/library.db").c_str(), &db) == SQLITE_OK);
    const std::vector<std::string> pieces{"st", "o", "in", "of", "a", "%", "(", "é", "kc", "jz", "退", "退款", "截止", "库", "止时", "𠮷", "stock", "barcode", "截止时间", "jiezhi", "the", "o\"k", "\"", "承运人"};
    for (int round = 0; round < 12; ++round) {
        for (int n = 0; n < 4; ++n) {
            const auto id = "c" + std::to_string(100 + dice.upTo(70)); // some are ours, some their own
            switch (dice.upTo(5)) {
            case 0:
            case 1: REQUIRE(store->saveUser(made(dice, id))); break;
            case 2: (void)bool(store->hide(id, true)); break;
            case 3: (void)bool(store->hide(id, false)); break;
            default: REQUIRE(store->removeUser(id));
            }
        }
        if (round == 6) { // an update of ours beneath what is theirs
            for (int n = 0; n < 20; ++n) {
                const auto at = dice.upTo(ours.size());
                ours[at] = made(dice, ours[at].id);
            }
            store = open("two");
        }
        for (int n = 0; n < 30; ++n) {
            std::vector<std::string> words;
            for (auto count = 1 + dice.upTo(3); count > 0; --count)
                words.push_back(dice.of(pieces));
            std::string query;
            for (const auto& word : words)
                query += (query.empty() ? "" : " ") + word;
            INFO(query);
            const auto plain = plainSearch(db, words);
            const auto found = store->search(query, 1000);
            REQUIRE(found);
            REQUIRE(found->size() == plain.size());
            for (std::size_t i = 0; i < plain.size(); ++i) {
                CHECK((*found)[i].id == plain[i].id);
                CHECK((*found)[i].score == Approx(plain[i].score));
            }
            // the best few are the first of all, but that of equals any may be told
            const auto few = store->search(query, 5);
            REQUIRE(few);
            REQUIRE(few->size() == std::min<std::size_t>(plain.size(), 5));
            for (std::size_t i = 0; i < few->size(); ++i)
                CHECK((*few)[i].score == Approx(plain[i].score));
        }
    }
    sqlite3_close(db);
}

TEST_CASE("a search that nobody waits for ends, and the next one is whole")
{
    const Scratch scratch;
    Dice dice;
    library::Clauses ours;
    for (int i = 0; i < 30; ++i)
        ours.push_back(made(dice, "c" + std::to_string(100 + i)));
    auto store = storage::openLibrary(scratch.path("data"), "one", [&] { return appeal::Result<library::Clauses>(ours); });
    REQUIRE(store);
    std::atomic<bool> stop{true};
    for (const char* words : {"stock", "st", "st 库", "stock 库"}) {
        INFO(words);
        const auto all = (*store)->search(words, 100);
        const auto none = (*store)->search(words, 100, &stop);
        REQUIRE(all);
        REQUIRE(none);
        CHECK_FALSE(all->empty());
        CHECK(none->empty());
        CHECK((*store)->search(words, 100)->size() == all->size());
    }
}

TEST_CASE("clauses are read by their ids, both sides merged, hidden ones left out")
{
    const Scratch scratch;
    Dice dice;
    library::Clauses ours{made(dice, "a"), made(dice, "b"), made(dice, "c")};
    auto store = storage::openLibrary(scratch.path("data"), "one", [&] { return appeal::Result<library::Clauses>(ours); });
    REQUIRE(store);
    auto mine = ours[0];
    mine.name = {{"en", "Mine"}};
    REQUIRE((*store)->saveUser(mine));
    REQUIRE((*store)->hide("c", true));
    const auto read = (*store)->clauses({"c", "a", "b", "gone"});
    REQUIRE(read);
    REQUIRE(read->size() == 2);
    CHECK((*read)[0].id == "a");
    CHECK((*read)[0].name.at("en") == "Mine");
    CHECK((*read)[1].id == "b");
    CHECK((*store)->clauses({})->empty());
}
