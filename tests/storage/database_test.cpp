#include "storage/database.h"
#include "storage/scratch.h"
#include "catch.h"

#include <array>

using appeal::Error;
using storage::Database;

namespace {

constexpr std::int32_t kId = 0x1234;

Database::Options options(int version) { return {kId, version, 100, false}; }

} // namespace

TEST_CASE("a step that fails leaves the version and the tables as they were")
{
    auto db = Database::open(":memory:", options(2));
    REQUIRE(db);
    const std::array<std::string_view, 2> steps{"CREATE TABLE a(x);", "CREATE TABLE b(x); CREATE TABLE b(x);"};
    CHECK_FALSE(storage::migrate(*db, steps));
    CHECK(db->version() == 1);
    CHECK(*db->single("SELECT group_concat(name) FROM sqlite_master") == "a");
}

TEST_CASE("before a step changes what somebody has, a copy is put aside")
{
    const Scratch scratch;
    const std::array<std::string_view, 2> steps{"CREATE TABLE a(x);", "DROP TABLE a; CREATE TABLE b(x);"};
    {
        auto db = Database::open(scratch.path("x.db"), options(1));
        REQUIRE(storage::migrate(*db, std::span(steps).first(1)));
        REQUIRE(db->execute("INSERT INTO a VALUES ('the words')"));
    }
    CHECK_FALSE(std::filesystem::exists(scratch.path("x.db.v0.bak"))); // there was nothing to lose
    auto db = Database::open(scratch.path("x.db"), options(2));
    REQUIRE(storage::migrate(*db, steps));
    CHECK(db->version() == 2);
    auto copy = Database::open(scratch.path("x.db.v1.bak"), options(1));
    REQUIRE(copy);
    CHECK(*copy->single("SELECT x FROM a") == "the words");
    REQUIRE(storage::migrate(*db, steps)); // a second time: nothing to do
    CHECK(storage::migrate(*db, std::span(steps).first(1)).error().code == Error::Code::NewerFormat);
    CHECK(storage::copiesOf(scratch.path("x.db")) == std::vector<std::string>{scratch.path("x.db.v1.bak")});
}

TEST_CASE("values are bound, whatever is in them")
{
    auto db = Database::open(":memory:", options(0));
    REQUIRE(db->execute("CREATE TABLE t(a TEXT, b INTEGER) STRICT"));
    const std::string text = std::string("'; DROP TABLE t; --\0 你好", 25);
    auto insert = db->prepare("INSERT INTO t VALUES (?1, ?2)");
    insert->bind(1, text).bind(2, std::int64_t{-1});
    REQUIRE(insert->run());
    insert->bind(1, std::string_view{}).bindNull(2);
    REQUIRE(insert->run());
    auto rows = db->prepare("SELECT a, b FROM t");
    REQUIRE(*rows->step());
    CHECK(rows->text(0) == text);
    CHECK(rows->number(1) == -1);
    REQUIRE(*rows->step());
    CHECK(!rows->null(0)); // an empty text is not none
    CHECK(rows->null(1));
    CHECK_FALSE(*rows->step());
}

TEST_CASE("a lock that another holds is told, and nothing is half done")
{
    const Scratch scratch;
    auto one = Database::open(scratch.path("x.db"), options(0));
    auto two = Database::open(scratch.path("x.db"), options(0));
    REQUIRE(one->execute("CREATE TABLE t(a)"));
    {
        auto held = storage::Transaction::begin(*one);
        REQUIRE(held);
        REQUIRE(one->execute("INSERT INTO t VALUES (1)"));
        const auto refused = storage::Transaction::begin(*two);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Error::Code::StoreBusy);
        CHECK(*two->single("SELECT count(*) FROM t") == "0");
    } // left without a commit
    CHECK(*two->single("SELECT count(*) FROM t") == "0");
    CHECK(storage::Transaction::begin(*two));
}
