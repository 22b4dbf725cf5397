#include "storage/library_store.h"
#include "catch.h"
#include "storage/database.h"
#include "storage/library_rows.h"
#include "storage/scratch.h"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>

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
        out.push_back(hit.id);
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

TEST_CASE("a word in the name counts more than one among the tags, and that more than one in the text")
{
    const Scratch scratch;
    library::Clauses three{clause("one", "The barcode stands in the text, and once more: barcode, barcode.", "条码。"), clause("three", "Nothing of it here.", "无。"), clause("two", "Nor here.", "无。")};
    three[1].name = {{"en", "Barcode label"}, {"zh", "条码"}};
    three[2].tags = {"barcode", "条码"};
    auto store = opened(scratch, three);
    for (const char* words : {"barcode", "条码"}) {
        INFO(words);
        const auto hits = store->search(words, 10);
        REQUIRE(hits);
        REQUIRE(hits->size() == 3);
        CHECK((*hits)[0].id == "three");
        CHECK((*hits)[1].id == "two");
        CHECK((*hits)[2].id == "one");
        CHECK((*hits)[0].score > (*hits)[1].score);
    }
}

TEST_CASE("an edited clause is found by the user's words, not by ours; a hidden one by none")
{
    const Scratch scratch;
    auto store = opened(scratch, shipped());
    REQUIRE(store->saveUser(clause("a.carrier", "The courier was replaced.", "更换快递。")));
    CHECK(ids(*store->search("courier", 5)) == std::vector<std::string>{"a.carrier"});
    CHECK(store->search("changed the carrier", 5)->empty());
    CHECK(store->search("承运人", 5)->empty());
    REQUIRE(store->hide("a.carrier", true));
    CHECK(store->search("courier", 5)->empty());
    CHECK(store->search("快递", 5)->empty());
    REQUIRE(store->hide("a.stock", true));
    CHECK(ids(*store->search("stock", 5)) == std::vector<std::string>{"b.stock"});
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

TEST_CASE("a clause that the user moved to another cause is selected there, as an edit of ours")
{
    const Scratch scratch;
    auto store = opened(scratch, shipped());
    REQUIRE(store->saveUser(clause("b.stock", "Moved.", "移动。", {"a"})));
    library::Fit fit;
    fit.causesAndRoutes = {{"a", "admit"}};
    const auto there = store->select(fit);
    REQUIRE(there);
    const auto* moved = library::find(*there, "b.stock");
    REQUIRE(moved);
    CHECK(moved->origin == library::Origin::Edited);
    CHECK_FALSE(moved->drifted);
    fit.causesAndRoutes = {{"b", "admit"}};
    CHECK_FALSE(library::find(*store->select(fit), "b.stock"));
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
        CHECK(store->drifted()->empty());
        CHECK(store->all()->size() == 4);
    }
    auto changed = shipped();
    changed[0] = clause("a.carrier", "Ours is new.", "我们的新文字。");
    changed[1] = clause("a.stock", "Counted anew.", "重新盘点。");
    auto store = opened(scratch, changed, "two");
    const auto all = store->all();
    REQUIRE(all);
    const auto* edited = library::find(*all, "a.carrier");
    REQUIRE(edited);
    CHECK(edited->phrasing("en", 0) == "My own words.");
    CHECK(edited->drifted);
    CHECK(edited->origin == library::Origin::Edited);
    CHECK(*store->drifted() == std::vector<std::string>{"a.carrier"});
    CHECK(store->shipped("a.carrier")->phrasing("en", 0) == "Ours is new.");
    CHECK(store->shipped("my.own").error().code == Error::Code::NotFound);
    CHECK(library::find(*all, "my.own")->origin == library::Origin::Own);
    CHECK_FALSE(library::find(*all, "a.stock"));
    CHECK(ids(*store->search("entirely", 5)) == std::vector<std::string>{"my.own"});
    SECTION("keep mine: no longer drifted")
    {
        REQUIRE(store->saveUser(*edited));
        CHECK(store->drifted()->empty());
        CHECK(library::find(*store->all(), "a.carrier")->phrasing("en", 0) == "My own words.");
    }
    SECTION("take new: the user's row goes")
    {
        REQUIRE(store->removeUser("a.carrier"));
        CHECK(library::find(*store->all(), "a.carrier")->phrasing("en", 0) == "Ours is new.");
        CHECK(store->drifted()->empty());
    }
    SECTION("what was hidden is shown as we have it now")
    {
        REQUIRE(store->hide("a.stock", false));
        const auto shown = store->all();
        REQUIRE(library::find(*shown, "a.stock"));
        CHECK(library::find(*shown, "a.stock")->phrasing("en", 0) == "Counted anew.");
        CHECK(library::find(*shown, "a.stock")->origin == library::Origin::Shipped);
    }
    SECTION("ours is gone: the edit stays as the user's own")
    {
        store.reset();
        store = opened(scratch, {}, "three");
        const auto left = store->all();
        REQUIRE(left);
        REQUIRE(left->size() == 2);
        CHECK(library::find(*left, "a.carrier")->origin == library::Origin::Own);
    }
    SECTION("ours has another id now: the edit goes along")
    {
        auto renamed = changed;
        renamed[0] = clause("a.courier", "Ours is renamed.", "改名。");
        renamed[0].replaces = {"a.carrier"};
        store.reset();
        store = opened(scratch, renamed, "three");
        const auto now = store->all();
        REQUIRE(now);
        CHECK_FALSE(library::find(*now, "a.carrier"));
        REQUIRE(library::find(*now, "a.courier"));
        CHECK(library::find(*now, "a.courier")->phrasing("en", 0) == "My own words.");
        CHECK(library::find(*now, "a.courier")->drifted);
        CHECK(ids(*store->search("my own words", 5)) == std::vector<std::string>{"a.courier"});
    }
}

TEST_CASE("hiding takes nothing from the user")
{
    const Scratch scratch;
    auto store = opened(scratch, shipped());
    REQUIRE(store->saveUser(clause("a.carrier", "My own words.", "我的文字。")));
    REQUIRE(store->saveUser(clause("my.own", "Entirely mine.", "完全自有。")));
    for (const char* id : {"a.carrier", "my.own", "every"}) {
        REQUIRE(store->hide(id, true));
        CHECK_FALSE(library::find(*store->all(), id));
    }
    store.reset();
    store = opened(scratch, shipped(), "two"); // an update in between changes nothing of it
    CHECK(store->all()->size() == 2);
    for (const char* id : {"a.carrier", "my.own", "every"})
        REQUIRE(store->hide(id, false));
    const auto all = store->all();
    REQUIRE(all);
    REQUIRE(all->size() == 5);
    CHECK(library::find(*all, "a.carrier")->phrasing("en", 0) == "My own words.");
    CHECK(library::find(*all, "my.own")->origin == library::Origin::Own);
    CHECK(library::find(*all, "every")->origin == library::Origin::Shipped);
    CHECK(store->hide("nowhere", true).error().code == Error::Code::NotFound);
    REQUIRE(store->hide("a.carrier", false)); // showing what is shown is no harm
    CHECK(library::find(*store->all(), "a.carrier")->phrasing("en", 0) == "My own words.");
}

TEST_CASE("a clause in one language, without a short form, is kept and read")
{
    const Scratch scratch;
    auto store = opened(scratch, shipped());
    library::Clause bare;
    bare.id = "bare";
    bare.section = "corrective";
    bare.causes = {"a"};
    bare.text = {{"zh", {"仅中文。"}}};
    REQUIRE(store->saveUser(bare));
    const auto all = store->all();
    REQUIRE(all);
    REQUIRE(library::find(*all, "bare"));
    CHECK(library::find(*all, "bare")->phrasing("zh", 0) == "仅中文。");
}

TEST_CASE("corrections of figures survive an update")
{
    const Scratch scratch;
    {
        auto store = opened(scratch, shipped());
        REQUIRE(store->override_("metrics", "odr", "target", "0.9%", "1%"));
        REQUIRE(store->override_("metrics", "odr", "target", "0.8%", "1%"));
        REQUIRE(store->override_("guides", "g", "steps.1.en", "Open it."));
        REQUIRE(store->override_("guides", "g", "steps.2.en", "x"));
        REQUIRE(store->removeOverride("guides", "g", "steps.2.en"));
    }
    const auto all = opened(scratch, shipped(), "two")->overrides();
    REQUIRE(all);
    CHECK(*all == std::vector<library::Override>{{"guides", "g", "steps.1.en", "Open it.", ""}, {"metrics", "odr", "target", "0.8%", "1%"}});
}

TEST_CASE("a pack goes out and comes back, with what it holds beside clauses")
{
    const Scratch scratch;
    auto store = opened(scratch, shipped());
    REQUIRE(store->saveUser(clause("my.own", "Entirely mine.", "完全自有。")));
    const auto word = [](const char* english) {
        return std::string("{\"format\": 1, \"wording\": [{\"id\": \"mine.word\", \"en\": \"") + english + "\", \"zh\": \"词\"}], \"clauses\": []}";
    };
    for (const char* english : {"first", "second"}) { // the second takes the first one's place
        const auto piece = library::parsePack(word(english), "piece");
        REQUIRE(piece);
        CHECK(*store->importPack(*piece, word(english)) == 0);
    }
    CHECK(store->userPieces()->size() == 1);
    const auto text = store->exportPack();
    REQUIRE(text);
    const auto pack = library::parsePack(*text, "pack");
    REQUIRE(pack);
    CHECK(pack->catalogue.say("mine.word", "en") == "second");
    const Scratch other;
    auto second = opened(other, shipped());
    CHECK(*second->importPack(*pack, *text) == 1);
    CHECK(library::find(*second->all(), "my.own"));
    CHECK(*second->exportPack() == *text);
    CHECK(second->userPieces()->size() == 1);
}

TEST_CASE("a copy a day is kept as soon as there is something of the user's")
{
    const Scratch scratch;
    const auto open = [&](int day) {
        auto store = storage::openLibrary(scratch.path("data"), "one", [] { return appeal::Result<library::Clauses>(shipped()); }, appeal::plusDays(*appeal::parseDate("2026-11-01"), day));
        REQUIRE(store);
        return std::move(*store);
    };
    open(0);
    CHECK(storage::dailyCopies(scratch.path("data/library.db")).empty());
    REQUIRE(open(0)->saveUser(clause("my.own", "Entirely mine.", "完全自有。")));
    for (int day = 1; day <= 9; ++day)
        open(day);
    const auto copies = storage::dailyCopies(scratch.path("data/library.db"));
    REQUIRE(copies.size() == 7);
    CHECK(copies[0].find("2026-11-10") != std::string::npos);
}

TEST_CASE("a library of the first format is brought up, with all that is the user's")
{
    const Scratch scratch;
    std::filesystem::create_directories(scratch.path("data"));
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(scratch.path("data/library.db").c_str(), &db) == SQLITE_OK);
    REQUIRE(sqlite3_exec(db, std::string(storage::librarySteps()[0]).c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    const auto mine = library::toJson(clause("my.own", "Entirely mine.", "完全自有。"));
    const auto sql = "INSERT INTO meta VALUES ('shipped_digest', 'one'); INSERT INTO clause_words(id, user, words) VALUES ('my.own', 1, 'x');"
                     "INSERT INTO user_override VALUES ('metrics', 'odr', 'target', '2%');"
                     "INSERT INTO user_clause VALUES ('my.own', 'corrective', ' a ', '', '', '', 'own', '" + mine + "'); PRAGMA user_version = 1;";
    REQUIRE(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
    auto store = opened(scratch, shipped(), "one");
    CHECK(store->all()->size() == 5);
    CHECK(ids(*store->search("entirely", 5)) == std::vector<std::string>{"my.own"});
    CHECK(store->overrides()->at(0).value == "2%");
    CHECK(std::filesystem::exists(scratch.path("data/library.db.v1.bak")));
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
    SECTION("cut short")
    {
        auto bytes = scratch.read("data/library.db");
        bytes.resize(bytes.size() / 2);
        scratch.write("data/library.db", bytes);
        const auto store = storage::openLibrary(scratch.path("data"), "two", [] { return appeal::Result<library::Clauses>(shipped()); });
        REQUIRE_FALSE(store);
        CHECK(store.error().code == Error::Code::StoreDamaged);
    }
    SECTION("another program's")
    {
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open(scratch.path("data/library.db").c_str(), &db) == SQLITE_OK);
        REQUIRE(sqlite3_exec(db, "PRAGMA application_id = 7", nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(db);
        CHECK(refused() == Error::Code::StoreDamaged);
    }
    SECTION("a folder")
    {
        std::filesystem::remove(scratch.path("data/library.db"));
        std::filesystem::create_directories(scratch.path("data/library.db"));
        CHECK(refused() == Error::Code::StoreDamaged);
    }
    SECTION("read-only")
    {
        std::filesystem::permissions(scratch.path("data/library.db"), std::filesystem::perms::owner_read);
        std::filesystem::permissions(scratch.path("data"), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
        const bool refuses = !std::ofstream(scratch.path("data/probe")); // root writes everywhere
        if (refuses)
            CHECK(refused() == Error::Code::StoreReadOnly);
        else
            WARN("skipped: this user may write read-only files");
        std::filesystem::permissions(scratch.path("data"), std::filesystem::perms::owner_all);
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

TEST_CASE("Chinese is found by how it is read, in full and by its initials")
{
    struct Row { const char* words; std::vector<std::string> found; };
    const auto row = GENERATE(values<Row>({
        {"jiezhishijian", {"a.carrier"}},
        {"jiezhi", {"a.carrier"}},
        {"jzsj", {"a.carrier"}},
        {"jzsj courier", {}},
        {"jzsj carrier", {"a.carrier"}},
        {"pandian", {"a.stock"}},
        {"mc", {"a.carrier", "a.stock", "b.stock", "every"}}, // 名称
    }));
    INFO(row.words);
    const Scratch scratch;
    auto store = opened(scratch, shipped());
    CHECK(ids(*store->search(row.words, 9)) == row.found);
}

TEST_CASE("favourites and what is hidden are kept, and outlive an update")
{
    const Scratch scratch;
    {
        auto store = opened(scratch, shipped());
        REQUIRE(store->setFavourite("a.stock", true));
        REQUIRE(store->setFavourite("a.stock", true));
        REQUIRE(store->setFavourite("every", true));
        REQUIRE(store->setFavourite("every", false));
        REQUIRE(store->hide("b.stock", true));
    }
    auto store = opened(scratch, shipped(), "two");
    CHECK(*store->favourites() == std::vector<std::string>{"a.stock"});
    REQUIRE(store->hidden());
    REQUIRE(store->hidden()->size() == 1);
    CHECK(store->hidden()->front().id == "b.stock");
    REQUIRE(store->hide("b.stock", false));
    CHECK(store->hidden()->empty());
}

TEST_CASE("a letter that has a hidden clause keeps it, nobody else is offered it")
{
    const Scratch scratch;
    auto store = opened(scratch, shipped());
    REQUIRE(store->hide("a.stock", true));
    library::Fit fit;
    fit.causesAndRoutes = {{"a", "admit"}};
    CHECK_FALSE(library::find(*store->select(fit), "a.stock"));
    fit.also = {"a.stock"};
    const auto there = store->select(fit);
    REQUIRE(there);
    const auto* kept = library::find(*there, "a.stock");
    REQUIRE(kept);
    CHECK(kept->origin == library::Origin::Hidden);
    CHECK(kept->phrasing("en", 0) == "The stock is counted every Monday.");
}
