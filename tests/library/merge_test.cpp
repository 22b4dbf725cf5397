#include "library/clauses.h"
#include "catch.h"

using namespace library;

namespace {

Clause clause(const char* id, const char* text, Origin origin = Origin::Shipped)
{
    Clause c;
    c.id = id;
    c.section = "corrective";
    c.text = {{"en", {text}}};
    c.origin = origin;
    c.hash = hashOf(c);
    return c;
}

} // namespace

TEST_CASE("the user's words lie over the shipped ones")
{
    const Clauses shipped{clause("a", "ours")};
    auto edited = clause("a", "mine", Origin::Edited);
    SECTION("nothing of the user's: the shipped one")
    {
        CHECK(merge(shipped, {}).clauses[0].phrasing("en", 0) == "ours");
    }
    SECTION("an edit of what is still the same")
    {
        edited.hash = shipped[0].hash;
        const auto merged = merge(shipped, {edited});
        CHECK(merged.clauses[0].phrasing("en", 0) == "mine");
        CHECK(merged.drifted.empty());
    }
    SECTION("an edit of what has changed: kept, and listed as drifted")
    {
        edited.hash = "another";
        const auto merged = merge(shipped, {edited});
        CHECK(merged.clauses[0].phrasing("en", 0) == "mine");
        CHECK(merged.clauses[0].drifted);
        CHECK(merged.drifted == std::vector<std::string>{"a"});
    }
    SECTION("an edit of what is gone: kept as own, and said so")
    {
        const auto merged = merge({}, {edited});
        REQUIRE(merged.clauses.size() == 1);
        CHECK(merged.clauses[0].origin == Origin::Own);
        CHECK(merged.orphaned == std::vector<std::string>{"a"});
    }
    SECTION("hidden: not offered, and can be shown again")
    {
        const auto hidden = clause("a", "ours", Origin::Hidden);
        CHECK(merge(shipped, {hidden}).clauses.empty());
        CHECK(merge(shipped, {hidden}, true).clauses[0].origin == Origin::Hidden);
    }
    SECTION("renamed by us: the edit goes along")
    {
        auto renamed = clause("b", "ours");
        renamed.replaces = {"a"};
        edited.hash = renamed.hash;
        const auto merged = merge({renamed}, {edited});
        REQUIRE(merged.clauses.size() == 1);
        CHECK(merged.clauses[0].id == "b");
        CHECK(merged.clauses[0].phrasing("en", 0) == "mine");
    }
    SECTION("no row of the user's is lost, and the result is ordered")
    {
        const auto merged = merge({clause("c", "1"), clause("d", "2")}, {clause("z", "own", Origin::Own), clause("b", "own", Origin::Own)});
        REQUIRE(merged.clauses.size() == 4);
        for (const char* id : {"b", "c", "d", "z"})
            CHECK(find(merged.clauses, id));
    }
}

TEST_CASE("a clause survives its own JSON")
{
    auto c = clause("a", "text with \"quotes\" and 中文");
    c.name = {{"en", "A"}, {"zh", "甲"}};
    Field slot;
    slot.name = "n";
    slot.type = "number";
    slot.label = {{"en", "N"}, {"zh", "数"}};
    slot.required = true;
    c.slots = {slot};
    c.causes = {"x", "y"};
    c.prints = "deeds";
    c.requires_ = {{"en", "it is so"}, {"zh", "属实"}};
    const auto back = clauseFromJson(toJson(c), "x");
    REQUIRE(back);
    CHECK(toJson(*back) == toJson(c));
    CHECK(hashOf(*back) == hashOf(c));
    CHECK(back->slot("n")->required);
}
