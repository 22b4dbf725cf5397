#include "library/clauses.h"
#include "catch.h"

#include <filesystem>
#include <fstream>

using appeal::Error;

TEST_CASE("what is wrong in a template is told with file, line and column")
{
    struct Row { const char* name; const char* text; const char* where; const char* says; };
    const auto row = GENERATE(values<Row>({
        {"no JSON", "{\n  \"format\": 1,\n  oops\n}", "x.json:3:3", "no JSON"},
        {"cut short", "{\"format\": 1, \"causes\": [", "x.json:1:26", "cut short"},
        {"no format", "{\"clauses\": []}", "x.json:1:1", "\"format\": 1 is missing"},
        {"a format in words", "{\"format\": \"1\"}", "x.json:1:12", "number"},
        {"a list at the top", "[]", "x.json:1:1", "object"},
        {"an unknown array", "{\"format\": 1,\n\"clausses\": []}", "x.json:2:13", "unknown member \"clausses\""},
        {"no array", "{\"format\": 1, \"clauses\": {}}", "x.json:1:26", "a list is wanted"},
        {"an unknown member", "{\"format\": 1, \"clauses\": [\n{\"id\": \"a\",\n\"colour\": 1}]}", "x.json:3:11", "clauses/a/colour: unknown member \"colour\""},
        {"a missing member", "{\"format\": 1, \"clauses\": [\n {\"id\": \"a\", \"name\": {\"en\": \"A\"}, \"section\": \"x\"}]}", "x.json:2:2", "clauses/a: \"text\" is missing"},
        {"a missing id", "{\"format\": 1, \"clauses\": [{}]}", "x.json:1:27", "clauses/0: \"id\" is missing"},
        {"no entry", "{\"format\": 1, \"clauses\": [1]}", "x.json:1:27", "an object is wanted"},
        {"a missing language", "{\"format\": 1, \"families\": [{\"id\": \"f\",\n \"name\": {\"en\": \"F\"}}]}", "x.json:2:10", "families/f/name: the Chinese text is missing"},
        {"no English", "{\"format\": 1, \"families\": [{\"id\": \"f\",\n \"name\": {\"zh\": \"F\"}}]}", "x.json:2:10", "the English text is missing"},
        {"a third language", "{\"format\": 1, \"families\": [{\"id\": \"f\", \"name\": {\"en\": \"F\", \"fr\": \"F\"}}]}", "x.json:1:66", "\"fr\""},
        {"one text where two are wanted", "{\"format\": 1, \"families\": [{\"id\": \"f\", \"name\": \"F\"}]}", "x.json:1:48", "is wanted"},
        {"a list of phrasings as a text", "{\"format\": 1, \"sections\": [{\"id\": \"f\", \"text\": {\"en\": \"F\", \"zh\": []}}]}", "x.json:1:55", "a list is wanted"},
        {"missing phrasings", "{\"format\": 1, \"sections\": [{\"id\": \"f\", \"text\": {\"en\": [\"F\"]}}]}", "x.json:1:48", "the Chinese phrasings are missing"},
        {"a list where a text is wanted", "{\"format\": 1, \"wording\": [{\"id\": \"a\", \"en\": [], \"zh\": \"x\"}]}", "x.json:1:45", "wording/a/en: a text is wanted"},
        {"a text where true is wanted", "{\"format\": 1, \"facts\": [{\"name\": \"a\", \"scope\": \"case\", \"type\": \"text\", \"label\": {\"en\": \"A\", \"zh\": \"甲\"}, \"derived\": \"yes\"}]}", "x.json:1:116", "facts/a/derived"},
        {"half a day", "{\"format\": 1, \"marketplaces\": [{\"id\": \"m\", \"name\": {\"en\": \"M\", \"zh\": \"M\"}, \"invoice_age_days\": 1.5}]}", "x.json:1:96", "whole number"},
        {"a date that is gone", "{\"format\": 1, \"metrics\": [{\"id\": \"m\", \"name\": {\"en\": \"M\", \"zh\": \"M\"}, \"source\": \"s\"}]}", "x.json:1:27", "\"as_of\" is missing"},
        {"an unknown type of a slot", "{\"format\": 1, \"clauses\": [{\"id\": \"a\", \"name\": {}, \"section\": \"x\", \"text\": {},\n\"slots\": [{\"name\": \"n\", \"type\": \"numbr\", \"label\": {\"en\": \"N\"}}]}]}", "x.json:2:11",
            "clauses/a/slots/n: unknown type \"numbr\""},
        {"an unknown grammar", "{\"format\": 1, \"facts\": [{\"name\": \"a\", \"scope\": \"case\", \"type\": \"longtext\", \"label\": {\"en\": \"A\", \"zh\": \"甲\"}, \"grammar\": \"verb\"}]}", "x.json:1:25", "\"verb\""},
        {"an unknown scope", "{\"format\": 1, \"facts\": [{\"name\": \"a\", \"scope\": \"mine\", \"type\": \"text\", \"label\": {\"en\": \"A\", \"zh\": \"甲\"}}]}", "x.json:1:25", "scope"},
        {"an unknown severity", "{\"format\": 1, \"checks\": [{\"id\": \"a\", \"severity\": \"bad\", \"message\": {\"en\": \"A\", \"zh\": \"甲\"}, \"suggestion\": {\"en\": \"A\", \"zh\": \"甲\"}}]}", "x.json:1:26", "severity"},
        {"one slot twice", "{\"format\": 1, \"clauses\": [{\"id\": \"a\", \"name\": {}, \"section\": \"x\", \"text\": {}, \"slots\": [{\"name\": \"n\", \"type\": \"text\", \"label\": {}},\n{\"name\": \"n\", \"type\": \"text\", \"label\": {}}]}]}", "x.json:2:1",
            "\"n\" stands twice"},
        {"one id twice", "{\"format\": 1, \"wording\": [{\"id\": \"a\", \"en\": \"x\", \"zh\": \"y\"},\n{\"id\": \"a\", \"en\": \"x\", \"zh\": \"y\"}]}", "x.json:2:1", "wording/a: it stands twice"},
        {"one member twice", "{\"format\": 1, \"format\": 1}", "x.json:1:15", "twice"},
    }));
    INFO(row.name);
    const auto pack = library::parsePack(row.text, "x.json");
    REQUIRE_FALSE(pack);
    CHECK(pack.error().code == Error::Code::BadTemplate);
    CHECK(pack.error().where == row.where);
    INFO(pack.error().detail);
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
            const bool same = text == file.text; // not the texts themselves: a difference would print both
            CHECK(same);
        }
    const auto pack = library::builtinPack();
    REQUIRE(pack);
    CHECK(pack->catalogue.causes.size() == 61);
    CHECK(pack->catalogue.letters.size() == 22);
    CHECK(pack->catalogue.metrics.size() == 22);
    CHECK(pack->catalogue.groups.size() == 17);
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
