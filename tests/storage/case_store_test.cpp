#include "storage/case_store.h"
#include "catch.h"
#include "storage/full_case.h"
#include "storage/scratch.h"

#include <sqlite3.h>

using appeal::Error;

namespace {

const appeal::Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};

std::unique_ptr<storage::CaseStore> opened(const Scratch& scratch, appeal::Date today = kToday)
{
    auto store = storage::openCases(scratch.path("data"), today);
    REQUIRE(store);
    return std::move(*store);
}

storage::Summary summary(const appeal::Case& c, std::optional<appeal::Date> due = {})
{
    storage::Summary s;
    s.id = c.id;
    s.store = appeal::caseFact(c, "store_name");
    s.state = "drafting";
    s.causes = {"a", "b"};
    s.due = due;
    return s;
}

} // namespace

TEST_CASE("a case is saved, found and loaded as it was")
{
    const Scratch scratch;
    auto store = opened(scratch);
    auto c = fullCase();
    c.id.clear();
    const auto saved = store->save(c, 0, summary(c));
    REQUIRE(saved);
    CHECK(!saved->value.id.empty());
    CHECK(saved->revision == 1);
    const auto loaded = store->load(saved->value.id);
    REQUIRE(loaded);
    CHECK(loaded->value == saved->value);
    const auto list = store->list();
    REQUIRE(list);
    REQUIRE(list->size() == 1);
    CHECK(list->front().causes == std::vector<std::string>{"a", "b"});
    CHECK(store->load("nothing").error().code == Error::Code::NotFound);
}

TEST_CASE("only the newest revision is written over")
{
    const Scratch scratch;
    auto store = opened(scratch);
    auto other = opened(scratch); // a second window
    const auto first = store->save(appeal::Case{}, 0, {});
    REQUIRE(first);
    auto c = first->value;
    c.title = "mine";
    REQUIRE(store->save(c, first->revision, {}));
    c.title = "theirs";
    const auto late = other->save(c, first->revision, {});
    REQUIRE_FALSE(late);
    CHECK(late.error().code == Error::Code::StaleRevision);
    CHECK(other->load(c.id)->value.title == "mine");
}

TEST_CASE("the list is ordered by urgency, and leaves out what was thrown away")
{
    const Scratch scratch;
    auto store = opened(scratch);
    std::vector<appeal::Id> ids;
    for (const char* due : {"", "2026-12-09", "2026-11-30"}) {
        appeal::Case c;
        const auto saved = store->save(c, 0, summary(c, appeal::parseDate(due)));
        REQUIRE(saved);
        ids.push_back(saved->value.id);
    }
    auto list = store->list();
    REQUIRE(list->size() == 3);
    CHECK((*list)[0].id == ids[2]);
    CHECK((*list)[1].id == ids[1]);
    REQUIRE(store->trash(ids[2]));
    CHECK(store->list()->size() == 2);
    CHECK(store->list(true)->size() == 3);
    CHECK(store->load(ids[2])); // still there
    REQUIRE(store->restore(ids[2]));
    CHECK(store->list()->size() == 3);
}

TEST_CASE("what is forgotten leaves no trace, in the database, its log or its copies")
{
    const Scratch scratch;
    auto store = opened(scratch);
    appeal::Case c;
    c = appeal::apply(c, appeal::Edit(appeal::SetFact{{appeal::Scope::Case, {}, "store_name"}, "", "Zanzibar Secret Lamps"}));
    const auto saved = store->save(c, 0, summary(c));
    REQUIRE(saved);
    store.reset();
    store = opened(scratch, appeal::plusDays(kToday, 1)); // the copy of the next day holds it
    REQUIRE(store->addFingerprints(saved->value.id, "1", {1, 2, 3}));
    std::filesystem::create_directories(scratch.path("data/files/" + saved->value.id));
    scratch.write("data/files/" + saved->value.id + "/paper.pdf", "Zanzibar Secret Lamps");
    CHECK(scratch.anyFileHolds("Zanzibar"));
    REQUIRE(store->forget(saved->value.id));
    CHECK_FALSE(scratch.anyFileHolds("Zanzibar"));
    CHECK(store->load(saved->value.id).error().code == Error::Code::NotFound);
    CHECK(store->knownFingerprints({1, 2}, "")->empty());
}

TEST_CASE("profiles are kept apart, and tell whose data is foreign")
{
    const Scratch scratch;
    auto store = opened(scratch);
    REQUIRE(store->saveProfile({"One", {{"store_name", "First Shop"}, {"contact_phone", "+1 555"}}}));
    REQUIRE(store->saveProfile({"Two", {{"store_name", "Second Shop"}, {"contact_phone", "+1 555"}}}));
    REQUIRE(store->saveProfile({"Two", {{"store_name", "Second Shop Ltd"}}}));
    REQUIRE(store->profiles()->size() == 2);
    CHECK((*store->profiles())[1].facts.at("store_name") == "Second Shop Ltd");
    appeal::Case c;
    c = appeal::apply(c, std::vector<appeal::Edit>{appeal::SetFact{{appeal::Scope::Case, {}, "store_name"}, "", "Third Shop"}, appeal::SetFact{{appeal::Scope::Case, {}, "order_ids"}, "", "113-1, 113-2"}});
    const auto saved = store->save(c, 0, summary(c));
    const auto foreign = store->identities("", "One");
    REQUIRE(foreign);
    const auto holds = [&](const char* value) { return std::any_of(foreign->begin(), foreign->end(), [&](const auto& i) { return i.value == value; }); };
    CHECK(holds("Second Shop Ltd"));
    CHECK(holds("Third Shop"));
    CHECK(holds("113-2"));
    CHECK_FALSE(holds("First Shop"));
    CHECK(store->identities(saved->value.id, "One")->size() == 1);
    REQUIRE(store->removeProfile("Two"));
    CHECK(store->profiles()->size() == 1);
}

TEST_CASE("a database that cannot be used is told apart and left as it is")
{
    const Scratch scratch;
    {
        auto store = opened(scratch);
        appeal::Case c;
        for (int i = 0; i < 30; ++i)
            REQUIRE(store->save(c, 0, {}));
    }
    SECTION("cut short")
    {
        const auto bytes = scratch.read("data/cases.db").substr(0, 5000);
        scratch.write("data/cases.db", bytes);
        const auto store = storage::openCases(scratch.path("data"), kToday);
        REQUIRE_FALSE(store);
        CHECK(store.error().code == Error::Code::StoreDamaged);
        CHECK(scratch.read("data/cases.db") == bytes);
    }
    SECTION("no database")
    {
        scratch.write("data/cases.db", std::string(5000, 'x'));
        const auto store = storage::openCases(scratch.path("data"), kToday);
        REQUIRE_FALSE(store);
        CHECK(store.error().code == Error::Code::StoreDamaged);
    }
    SECTION("of a later version")
    {
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open(scratch.path("data/cases.db").c_str(), &db) == SQLITE_OK);
        REQUIRE(sqlite3_exec(db, "PRAGMA user_version = 77", nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(db);
        const auto store = storage::openCases(scratch.path("data"), kToday);
        REQUIRE_FALSE(store);
        CHECK(store.error().code == Error::Code::NewerFormat);
    }
    SECTION("of another program")
    {
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open(scratch.path("data/cases.db").c_str(), &db) == SQLITE_OK);
        REQUIRE(sqlite3_exec(db, "PRAGMA application_id = 1234", nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(db);
        CHECK_FALSE(storage::openCases(scratch.path("data"), kToday));
    }
}

TEST_CASE("a copy a day, seven kept")
{
    const Scratch scratch;
    for (int day = 0; day < 10; ++day) {
        auto store = opened(scratch, appeal::plusDays(kToday, day));
        REQUIRE(store->save(appeal::Case{}, 0, {}));
    }
    int copies = 0;
    for (const auto& entry : std::filesystem::directory_iterator(scratch.path("data/copies")))
        copies += entry.path().string().find("cases.2026-") != std::string::npos ? 1 : 0;
    CHECK(copies == 7);
}

TEST_CASE("files are written at one stroke, for the owner alone")
{
    const Scratch scratch;
    REQUIRE(storage::writeFile(scratch.path("a.txt"), "one"));
    REQUIRE(storage::writeFile(scratch.path("a.txt"), "two"));
    CHECK(scratch.read("a.txt") == "two");
    CHECK((std::filesystem::status(scratch.path("a.txt")).permissions() & std::filesystem::perms::others_all) == std::filesystem::perms::none);
    CHECK(std::distance(std::filesystem::directory_iterator(scratch.folder), {}) == 1); // nothing temporary is left
    CHECK(storage::writeFile(scratch.path("no/such/folder/a.txt"), "x").error().code == Error::Code::CannotWrite);
    CHECK(storage::readFile(scratch.path("nothing"), 100).error().code == Error::Code::NotFound);
    CHECK(storage::readFile(scratch.folder, 100).error().code == Error::Code::Unreadable);
    CHECK(storage::readFile(scratch.path("a.txt"), 2).error().code == Error::Code::TooLarge);
    CHECK(*storage::readFile(scratch.path("a.txt"), 3) == "two");
}

TEST_CASE("a full disk is called so, and the old file stands")
{
    if (access("/dev/full", W_OK) != 0)
        return;
    const Scratch scratch;
    REQUIRE(storage::writeFile(scratch.path("a.txt"), "one"));
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, SIG_IGN);
    rlimit small{1000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto done = storage::writeFile(scratch.path("a.txt"), std::string(100000, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    REQUIRE_FALSE(done);
    CHECK(done.error().code == Error::Code::StoreFull);
    CHECK(scratch.read("a.txt") == "one");
}
