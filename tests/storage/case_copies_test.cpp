#include "storage/case_copies.h"
#include "storage/full_case.h"
#include "storage/opened.h"

#include <sqlite3.h>

using appeal::Error;

namespace {

appeal::Case named(const char* id, const char* store)
{
    appeal::Case c;
    c.id = id;
    return appeal::apply(c, appeal::Edit(appeal::SetFact{{appeal::Scope::Case, {}, "store_name"}, "", store}));
}

std::string inCopy(const std::string& copy, const char* sql)
{
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open_v2(copy.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    const std::string out = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return out;
}

} // namespace

TEST_CASE("what is forgotten leaves no trace in database, log, files and copies, and nothing else is lost")
{
    const Scratch scratch;
    auto store = opened(scratch);
    REQUIRE(store->save(named("one", "Zanzibar Secret Lamps"), 0, {}));
    REQUIRE(store->save(named("two", "Harbor Lane Goods"), 0, {}));
    store.reset();
    store = opened(scratch, appeal::plusDays(kToday, 1)); // the copy of the next day holds both
    REQUIRE(store->addFingerprints("one", "1", {1, 2, 3}));
    REQUIRE(store->addFingerprints("two", "1", {3, 4}));
    std::filesystem::create_directories(scratch.path("data/files/one/deep"));
    scratch.write("data/files/one/deep/paper.pdf", "Zanzibar Secret Lamps");
    scratch.write("data/cases.db.v0.bak", "no database, Zanzibar"); // a copy that cannot be cleaned
    scratch.write("data/copies/cases.2026-11-23.db.part", "half a copy, Zanzibar");
    CHECK(scratch.anyFileHolds("Zanzibar"));
    REQUIRE(store->forget("one"));
    CHECK_FALSE(scratch.anyFileHolds("Zanzibar"));
    CHECK(store->load("one").error().code == Error::Code::NotFound);
    CHECK(store->forget("one").error().code == Error::Code::NotFound);
    CHECK(*store->knownFingerprints({1, 2, 3}, "") == std::vector<std::uint64_t>{3});
    CHECK(store->identities("", "")->size() == 1);
    const auto copies = storage::caseCopies(scratch.path("data"));
    REQUIRE(copies.size() == 2);
    CHECK(inCopy(copies[0], "SELECT group_concat(id) FROM case_file") == "two");
    CHECK(std::filesystem::exists(scratch.path("data/files")));
    CHECK(store->load("two"));
}

TEST_CASE("a copy a day, the seven written last are kept")
{
    const Scratch scratch;
    for (int day = 0; day < 9; ++day) {
        auto store = opened(scratch, appeal::plusDays(kToday, day));
        REQUIRE(store->save({}, 0, {}));
        opened(scratch, appeal::plusDays(kToday, day)); // twice a day: one copy
    }
    auto copies = storage::caseCopies(scratch.path("data"));
    REQUIRE(copies.size() == 7);
    CHECK(copies.front() == scratch.path("data/copies/cases.2026-12-02.db"));
    CHECK(inCopy(copies.front(), "SELECT count(*) FROM case_file") == "8");
    opened(scratch, kToday); // the clock went back: this is the newest all the same
    copies = storage::caseCopies(scratch.path("data"));
    CHECK(copies.size() == 7);
    CHECK(copies.front() == scratch.path("data/copies/cases.2026-11-24.db"));
}

TEST_CASE("a damaged store is set aside, and a copy takes its place")
{
    const Scratch scratch;
    {
        auto store = opened(scratch);
        REQUIRE(store->save(fullCase(), 0, summary(fullCase())));
    }
    opened(scratch, appeal::plusDays(kToday, 1));
    scratch.write("data/cases.db", "nothing that is a database, and long enough to look at");
    REQUIRE(storage::openCases(scratch.path("data"), kToday).error().code == Error::Code::StoreDamaged);

    const auto copies = storage::caseCopies(scratch.path("data"));
    REQUIRE(copies.size() == 2);
    CHECK(storage::restoreCases(scratch.path("data"), scratch.path("no copy")).error().code == Error::Code::NotFound);
    REQUIRE(storage::restoreCases(scratch.path("data"), copies[0]));
    CHECK(opened(scratch)->load(fullCase().id)->value == fullCase());
    CHECK(scratch.read("data/cases.db.damaged-1").starts_with("nothing that is"));
    CHECK(std::filesystem::exists(copies[0]));

    const auto aside = storage::setAsideCases(scratch.path("data"));
    REQUIRE(aside);
    CHECK(*aside == scratch.path("data/cases.db.damaged-2"));
    CHECK(opened(scratch)->list()->empty());
}

TEST_CASE("a copy that is damaged itself is not put in place of anything")
{
    const Scratch scratch;
    opened(scratch).reset();
    scratch.write("bad.db", std::string(8192, 'x'));
    CHECK(storage::restoreCases(scratch.path("data"), scratch.path("bad.db")).error().code == Error::Code::StoreDamaged);
    CHECK(opened(scratch));
}

TEST_CASE("a store that is damaged inside is still opened, and does not push the sound copies out")
{
    const Scratch scratch;
    {
        auto store = opened(scratch);
        for (int i = 0; i < 40; ++i)
            REQUIRE(store->save([&] { auto c = fullCase(); c.id = "case" + std::to_string(i); return c; }(), 0, {}));
    }
    opened(scratch, appeal::plusDays(kToday, 1));
    auto bytes = scratch.read("data/cases.db");
    for (std::size_t i = bytes.size() / 2; i < bytes.size() - 4096; ++i)
        bytes[i] = '\x55';
    scratch.write("data/cases.db", bytes);
    const auto before = storage::caseCopies(scratch.path("data"));
    const auto store = storage::openCases(scratch.path("data"), appeal::plusDays(kToday, 2));
    REQUIRE(store);
    CHECK(storage::caseCopies(scratch.path("data")) == before);
    REQUIRE(storage::restoreCases(scratch.path("data"), before[0]));
}
