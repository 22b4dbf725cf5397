#include "library/clauses.h"
#include "catch.h"

#include <filesystem>
#include <fstream>

using appeal::Error;

TEST_CASE("what is wrong in a template is told with file, line and column")
{
    struct Row { const char* name; const char* text; const char* where; const char* says; };
    const auto row = GENERATE(values<Row>({
        {"no JSON", "{\n  \"format\": 1,\n  oops\n}", "x.json:3:", "no JSON"},
        {"cut short", "{\"format\": 1, \"causes\": [", "x.json:1:", "no JSON"},
        {"no format", "{\"clauses\": []}", "x.json:1:", "format"},
        {"a list at the top", "[]", "x.json:1:", "object"},
        {"an unknown array", "{\"format\": 1,\n\"clausses\": []}", "x.json:2:", "clausses"},
        {"an unknown member", "{\"format\": 1, \"clauses\": [\n{\"id\": \"a\", \"name\": {\"en\": \"A\", \"zh\": \"甲\"}, \"section\": \"root_cause\",\n\"colour\": 1}]}", "x.json:3:", "colour"},
        {"a missing language", "{\"format\": 1, \"clauses\": [\n{\"id\": \"a\", \"name\": {\"en\": \"A\"}, \"section\": \"root_cause\"}]}", "x.json:2:", "Chinese"},
        {"a missing id", "{\"format\": 1, \"clauses\": [{}]}", "x.json:1:", "\"id\" is missing"},
        {"a wrong type", "{\"format\": 1, \"clauses\": [\n{\"id\": \"a\", \"name\": {\"en\": \"A\", \"zh\": \"甲\"}, \"section\": []}]}", "x.json:2:", "a text is wanted"},
        {"an unknown type of a slot", "{\"format\": 1, \"clauses\": [{\"id\": \"a\", \"name\": {\"en\": \"A\", \"zh\": \"甲\"}, \"section\": \"root_cause\",\n\"slots\": [{\"name\": \"n\", \"type\": \"numbr\", \"label\": {\"en\": \"N\", \"zh\": \"数\"}}]}]}",
            "x.json:2:", "numbr"},
        {"one id twice", "{\"format\": 1, \"wording\": [{\"id\": \"a\", \"en\": \"x\", \"zh\": \"y\"},\n{\"id\": \"a\", \"en\": \"x\", \"zh\": \"y\"}]}", "x.json:2:", "twice"},
        {"one member twice", "{\"format\": 1, \"format\": 1}", "x.json:1:", "twice"},
    }));
    INFO(row.name);
    const auto pack = library::parsePack(row.text, "x.json");
    REQUIRE_FALSE(pack);
    CHECK(pack.error().code == Error::Code::BadTemplate);
    INFO(pack.error().where << " " << pack.error().detail);
    CHECK(pack.error().where.rfind(row.where, 0) == 0);
    CHECK(pack.error().detail.find(row.says) != std::string::npos);
}

TEST_CASE("a later format is not guessed at")
{
    const auto pack = library::parsePack("{\"format\": 2}", "x.json");
    REQUIRE_FALSE(pack);
    CHECK(pack.error().code == Error::Code::NewerFormat);
}

TEST_CASE("hostile files end in an error, not in a crash")
{
    const std::string deep(100000, '[');
    CHECK_FALSE(library::parsePack(deep, "x"));
    CHECK_FALSE(library::parsePack("{\"format\": 1, \"checks\": " + deep, "x"));
    CHECK_FALSE(library::parsePack(std::string("\0\0\0", 3), "x"));
    CHECK_FALSE(library::parsePack("", "x"));
}

TEST_CASE("the same id in two files names both places")
{
    auto one = library::parsePack("{\"format\": 1, \"wording\": [{\"id\": \"a\", \"en\": \"x\", \"zh\": \"y\"}]}", "one.json");
    const auto two = library::parsePack("{\"format\": 1, \"wording\": [{\"id\": \"a\", \"en\": \"x\", \"zh\": \"y\"}]}", "two.json");
    REQUIRE(one);
    REQUIRE(two);
    const auto added = library::add(*one, *two);
    REQUIRE_FALSE(added);
    CHECK(added.error().where.find("two.json:1") != std::string::npos);
    CHECK(added.error().detail.find("one.json:1") != std::string::npos);
}

TEST_CASE("the built-in content is the files, byte for byte, and all of it is read")
{
    const std::filesystem::path root = SOURCE_DIR "/templates";
    for (const auto* list : {&library::embedded(), &library::embeddedSamples()})
        for (const auto& file : *list) {
            INFO(file.name);
            std::ifstream in(root / file.name, std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            CHECK(text == file.text);
        }
    const auto pack = library::builtinPack();
    REQUIRE(pack);
    CHECK(pack->catalogue.causes.size() == 61);
    CHECK(pack->catalogue.letters.size() == 22);
    CHECK(pack->catalogue.metrics.size() == 22);
    CHECK(pack->catalogue.groups.size() == 15);
    const auto folder = library::packFromFolder(root.string());
    REQUIRE(folder);
    CHECK(folder->clauses.size() == pack->clauses.size());
    CHECK(folder->digest != pack->digest);
    CHECK(library::packFromFolder("/no/such/folder").error().code == Error::Code::NotFound);
}

TEST_CASE("every metric gives its facts, by window and channel")
{
    const auto catalogue = library::builtinCatalogue();
    REQUIRE(catalogue);
    struct Row { const char* name; const char* type; };
    const auto row = GENERATE(values<Row>({{"odr_value", "percentage"}, {"odr_defects", "number"}, {"odr_from", "date"}, {"lsr_10_value", "percentage"}, {"odr_fba_value", "percentage"}, {"odr_self_orders", "number"}, {"wish_refund_value", "percentage"}}));
    INFO(row.name);
    const auto* field = (*catalogue)->fact("case", row.name);
    REQUIRE(field);
    CHECK(field->type == row.type);
    CHECK(!library::in(field->label, "zh").empty());
    CHECK((*catalogue)->fact("case", "odr_nothing") == nullptr);
    CHECK((*catalogue)->fact("letter", "odr_value") == nullptr);
}

TEST_CASE("words are said with their slots, an unknown id as itself")
{
    library::Catalogue c;
    c.wording["a"] = {{"en", "{count} of {total}, {other}"}, {"zh", "{total}中{count}"}};
    CHECK(c.say("a", "en", {{"count", "2"}, {"total", "{count}"}}) == "2 of {count}, {other}");
    CHECK(c.say("a", "zh", {{"count", "2"}, {"total", "3"}}) == "3中2");
    CHECK(c.say("nothing", "en") == "nothing");
}
