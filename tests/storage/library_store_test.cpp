#include "storage/library_store.h"
#include "catch.h"
#include "storage/scratch.h"

#include <sqlite3.h>

using appeal::Error;

namespace {

library::Clause clause(std::string id, std::string english, std::string chinese, std::vector<std::string> causes = {"a"})
{
    library::Clause c;
    c.id = std::move(id);
    c.name = {{"en", "Name of " + c.id}, {"zh", "名称"}};
    c.section = "corrective";
    c.causes = std::move(causes);
    c.text = {{"en", {std::move(english)}}, {"zh", {std::move(chinese)}}};
    c.shortText = {{"en", "short"}, {"zh", "短"}};
    c.hash = library::hashOf(c);
    return c;
}

library::Clauses shipped()
{
    return {clause("a.carrier", "We changed the carrier and its \"cut-off\" time.", "规定每日截止时间，更换承运人。"), clause("a.stock", "The stock is counted every Monday.", "每周一盘点库存。"),
        clause("b.stock", "Units in stock were compared.", "对比了库存件数。", {"b"}), clause("every", "Signed by the owner.", "由负责人签字。", {})};
}

std::unique_ptr<storage::LibraryStore> opened(const Scratch& scratch, const library::Clauses& clauses, const char* digest = "one", int* asked = nullptr)
{
    auto store = storage::openLibrary(scratch.path("data"), digest, [&] {
        if (asked)
            ++*asked;
        return appeal::Result<library::Clauses>(clauses);
    });
    REQUIRE(store);
    return std::move(*store);
}

std::vector<std::string> ids(const std::vector<storage::Hit>& hits)
{
    std::vector<std::string> out;
    for (const auto& hit : hits)
        out.push_back(hit.clause.id);
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

TEST_CASE("an equal digest leaves the clauses alone, another brings the new ones")
{
    const Scratch scratch;
    int asked = 0;
    opened(scratch, shipped(), "one", &asked);
    opened(scratch, shipped(), "one", &asked);
    CHECK(asked == 1);
    auto fewer = shipped();
    fewer.erase(fewer.begin());
    auto store = opened(scratch, fewer, "two", &asked);
    CHECK(asked == 2);
    CHECK(store->all()->size() == 3);
}

TEST_CASE("words are found in both languages, from one character up")
{
    const Scratch scratch;
    auto store = opened(scratch, shipped());
    struct Row { const char* words; std::vector<std::string> found; };
    const std::vector<Row> rows{{"carrier", {"a.carrier"}}, {"CARRIER", {"a.carrier"}}, {"stock", {"a.stock", "b.stock"}}, {"stock monday", {"a.stock"}}, {"截止时间", {"a.carrier"}}, {"截止", {"a.carrier"}}, {"库", {"a.stock", "b.stock"}},
        {"库存 每周", {"a.stock"}}, {"\"cut-off\"", {"a.carrier"}}, {"of", {"a.carrier", "a.stock", "b.stock", "every"}}, {"nothing at all", {}}, {"", {}}, {"%", {}}, {"carrier' OR 1=1 --", {}}};
    for (const auto& row : rows) {
        INFO(row.words);
        const auto hits = store->search(row.words, 10);
        REQUIRE(hits);
        CHECK(ids(*hits) == row.found);
    }
    CHECK(store->search("stock", 1)->size() == 1);
}

TEST_CASE("a selection holds what fits, and what is in use")
{
    const Scratch scratch;
    auto store = opened(scratch, shipped());
    library::Fit fit;
    fit.causesAndRoutes = {{"a", "admit"}};
    REQUIRE(store->select(fit)->size() == 3);
    fit.causesAndRoutes = {{"a", "dispute"}};
    CHECK(store->select(fit)->empty()); // corrective is for what is admitted
    fit.also = {"b.stock"};
    CHECK(store->select(fit)->size() == 1);
}

TEST_CASE("what is the user's survives an update of ours")
{
    const Scratch scratch;
    auto mine = clause("a.carrier", "My own words.", "我的文字。");
    {
        auto store = opened(scratch, shipped());
        REQUIRE(store->saveUser(mine));
        REQUIRE(store->saveUser(clause("my.own", "Entirely mine.", "完全自有。")));
        REQUIRE(store->hide("a.stock", true));
        CHECK(store->all()->size() == 4);
    }
    auto changed = shipped();
    changed[0] = clause("a.carrier", "Ours is new.", "我们的新文字。");
    auto store = opened(scratch, changed, "two");
    const auto all = store->all();
    REQUIRE(all);
    const auto* edited = library::find(*all, "a.carrier");
    REQUIRE(edited);
    CHECK(edited->phrasing("en", 0) == "My own words.");
    CHECK(edited->drifted);
    CHECK(*store->drifted() == std::vector<std::string>{"a.carrier"});
    CHECK(library::find(*all, "my.own"));
    CHECK_FALSE(library::find(*all, "a.stock"));
    CHECK(ids(*store->search("entirely", 5)) == std::vector<std::string>{"my.own"});
    REQUIRE(store->removeUser("a.carrier"));
    CHECK(library::find(*store->all(), "a.carrier")->phrasing("en", 0) == "Ours is new.");
    REQUIRE(store->hide("a.stock", false));
    CHECK(library::find(*store->all(), "a.stock"));
}

TEST_CASE("a pack goes out and comes back")
{
    const Scratch scratch;
    auto store = opened(scratch, shipped());
    REQUIRE(store->saveUser(clause("my.own", "Entirely mine.", "完全自有。")));
    const auto text = store->exportPack();
    REQUIRE(text);
    const auto pack = library::parsePack(*text, "pack");
    REQUIRE(pack);
    const Scratch other;
    auto second = opened(other, shipped());
    REQUIRE(second->importPack(*pack, *text));
    CHECK(library::find(*second->all(), "my.own"));
}

TEST_CASE("a library that cannot be used is told and left alone")
{
    const Scratch scratch;
    opened(scratch, shipped());
    const auto refused = [&] {
        const auto store = storage::openLibrary(scratch.path("data"), "one", [] { return appeal::Result<library::Clauses>(library::Clauses{}); });
        REQUIRE_FALSE(store);
        return store.error().code;
    };
    SECTION("no database")
    {
        scratch.write("data/library.db", std::string(4000, 'x'));
        CHECK(refused() == Error::Code::StoreDamaged);
        CHECK(scratch.read("data/library.db") == std::string(4000, 'x'));
    }
    SECTION("newer")
    {
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open(scratch.path("data/library.db").c_str(), &db) == SQLITE_OK);
        REQUIRE(sqlite3_exec(db, "PRAGMA user_version = 77", nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(db);
        CHECK(refused() == Error::Code::NewerFormat);
    }
}
