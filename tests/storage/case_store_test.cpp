#include "storage/case_store.h"
#include "catch.h"
#include "storage/full_case.h"
#include "storage/opened.h"

#include <sqlite3.h>
#include <sys/wait.h>

#include <random>

using appeal::Error;

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

TEST_CASE("whatever edits come, the case is the same after it was saved")
{
    const Scratch scratch;
    auto store = opened(scratch);
    const auto edits = someEdits();
    std::mt19937 random(20261125);
    storage::Stored now{fullCase(), 0};
    for (int round = 0; round < 40; ++round) {
        for (int i = 0; i < 5; ++i)
            now.value = appeal::apply(std::move(now.value), edits[random() % edits.size()]);
        const auto saved = store->save(now.value, now.revision, {});
        REQUIRE(saved);
        const auto loaded = store->load(now.value.id);
        REQUIRE(loaded);
        CHECK(loaded->value == now.value);
        CHECK(loaded->revision == now.revision + 1);
        now = *loaded;
    }
}

TEST_CASE("every line of the list comes back as it was worked out")
{
    const Scratch scratch;
    auto store = opened(scratch);
    storage::Summary s{"", 0, "Title 标题", "Shop", "amazon", "rejected", "revised_appeal", {"late_shipment_rate", "inauthentic"}, {"tag one", "二"}, appeal::parseDate("2026-12-09"), 1, "", false, true};
    const auto saved = store->save({}, 0, s);
    REQUIRE(saved);
    const auto list = store->list();
    REQUIRE(list->size() == 1);
    CHECK(list->front().changed.size() == std::string("2026-11-24T09:12:03Z").size());
    s.id = saved->value.id;
    s.revision = 1;
    s.changed = list->front().changed;
    CHECK(list->front() == s);
    s = {};
    REQUIRE(store->save(saved->value, 1, s)); // rewritten, not added to
    CHECK(store->list()->front().causes.empty());
    CHECK_FALSE(store->list()->front().due);
}

TEST_CASE("what was saved survives a kill a moment later")
{
    const Scratch scratch;
    opened(scratch).reset();
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        auto store = storage::openCases(scratch.path("data"), kToday);
        auto c = fullCase();
        (void)(*store)->save(c, 0, {});
        kill(getpid(), SIGKILL);
    }
    int how = 0;
    waitpid(child, &how, 0);
    REQUIRE(WIFSIGNALED(how));
    const auto loaded = opened(scratch)->load(fullCase().id);
    REQUIRE(loaded);
    CHECK(loaded->value == fullCase());
}

TEST_CASE("an id that names another place is refused")
{
    const Scratch scratch;
    auto store = opened(scratch);
    scratch.write("precious.txt", "stays");
    const auto id = GENERATE(values<std::string>({"../..", "..", ".", ".hidden", "a/b", "a\\b", "/tmp", "a b", "名", std::string(65, 'a'), std::string("a\0b", 3)}));
    appeal::Case c;
    c.id = id;
    const auto saved = store->save(c, 0, {});
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == Error::Code::BadValue);
    CHECK(store->load(id).error().code == Error::Code::NotFound);
    CHECK(store->trash(id).error().code == Error::Code::NotFound);
    CHECK(store->forget(id).error().code == Error::Code::NotFound);
    CHECK(store->addFingerprints(id, "1", {1}).error().code == Error::Code::NotFound);
    CHECK(scratch.read("precious.txt") == "stays");
}

TEST_CASE("a name that a person gives is taken once")
{
    const Scratch scratch;
    auto store = opened(scratch);
    appeal::Case c;
    c.id = "Harbor-lane_2.b";
    REQUIRE(store->save(c, 0, {}));
    CHECK(store->save(c, 0, {}).error().code == Error::Code::StaleRevision);
    c.id = "other";
    CHECK(store->save(c, 1, {}).error().code == Error::Code::NotFound);
}

TEST_CASE("database, log and copies are the owner's alone")
{
    const Scratch scratch;
    const auto before = umask(0);
    auto store = opened(scratch);
    REQUIRE(store->save(fullCase(), 0, {}));
    umask(before);
    using std::filesystem::perms;
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(scratch.path("data"))) {
        INFO(entry.path());
        files += entry.is_regular_file() ? 1 : 0;
        CHECK((entry.status().permissions() & (perms::group_all | perms::others_all)) == perms::none);
    }
    CHECK((std::filesystem::status(scratch.path("data")).permissions() & (perms::group_all | perms::others_all)) == perms::none);
    CHECK(files >= 3);
}

TEST_CASE("a folder that cannot be written is called so")
{
    const Scratch scratch;
    opened(scratch).reset();
    const ReadOnly folder(scratch);
    const auto store = storage::openCases(scratch.path("data"), kToday);
    REQUIRE_FALSE(store);
    CHECK(store.error().code == Error::Code::StoreReadOnly);
    const auto fresh = storage::openCases(scratch.path("data/below/it"), kToday);
    REQUIRE_FALSE(fresh);
    CHECK(fresh.error().code == Error::Code::StoreReadOnly);
}

TEST_CASE("a full disk is called so; what was saved stands, and saving goes on when there is room")
{
    const Scratch scratch;
    auto store = opened(scratch);
    auto saved = store->save(fullCase(), 0, {});
    REQUIRE(saved);
    auto larger = saved->value;
    larger.title = std::string(3000000, 'x');
    {
        const SmallFiles limit(1000000);
        const auto refused = store->save(larger, saved->revision, {});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Error::Code::StoreFull);
        CHECK(store->load(saved->value.id)->value == saved->value);
    }
    CHECK(store->save(larger, saved->revision, {}));
    CHECK(store->load(saved->value.id)->value == larger);
}

TEST_CASE("the clauses of a seller's other letters are known, another seller's are not")
{
    const Scratch scratch;
    auto store = opened(scratch);
    const auto put = [&](const char* profile, const char* shop, std::vector<const char*> clauses) {
        appeal::Case c;
        c.profile = profile;
        c.letters.push_back({});
        for (const char* id : clauses) {
            appeal::Pick pick;
            pick.id = "p" + std::to_string(c.letters.front().picks.size());
            pick.clause = id;
            c.letters.front().picks.push_back(pick);
        }
        auto row = summary(c);
        row.store = shop;
        const auto saved = store->save(c, 0, row);
        REQUIRE(saved);
        return saved->value.id;
    };
    const auto mine = put("Harbor", "Harbor Lane", {"a", "b"});
    put("Harbor", "Harbor Lane", {"a", ""});
    put("Other", "Other Shop", {"c"});
    put("", "No Profile", {"d"});
    using Used = std::map<std::string, int>;
    CHECK(*store->usedClauses("Harbor", "", "") == Used{{"a", 2}, {"b", 1}});
    CHECK(*store->usedClauses("Harbor", "", mine) == Used{{"a", 1}});
    CHECK(*store->usedClauses("", "No Profile", "") == Used{{"d", 1}});
    CHECK(store->usedClauses("", "", "")->empty());
    CHECK(store->usedClauses("Nobody", "Harbor Lane", "")->empty());
}
