#include "storage/case_store.h"
#include "catch.h"
#include "storage/full_case.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <limits>
#include <map>
#include <random>
#include <set>

using nlohmann::json;

TEST_CASE("a case that holds everything is the same after a round trip")
{
    const auto c = fullCase();
    const auto text = storage::toJson(c);
    const auto back = storage::caseFromJson(text, "full");
    REQUIRE(back);
    CHECK(*back == c);
    CHECK(storage::toJson(*back) == text);
}

TEST_CASE("members that this version does not know are kept")
{
    const auto c = storage::caseFromJson(R"({"format": 1, "title": "x", "colour": {"deep": [1, 2, "three"]}})", "x");
    REQUIRE(c);
    CHECK(json::parse(storage::toJson(*c))["colour"]["deep"][2] == "three");
}

TEST_CASE("members of a fact that this version does not know are kept")
{
    auto c = fullCase();
    c.facts[{appeal::Scope::Case, "", "store_name"}].more = {{"colour", "{\"deep\":[1,2.5,null]}"}, {"seen", "true"}};
    c.more = "{\"later\":{\"x\":[1]}}";
    const auto back = storage::caseFromJson(storage::toJson(c), "x");
    REQUIRE(back);
    CHECK(*back == c);
    c.more = "this is no JSON";
    CHECK(storage::caseFromJson(storage::toJson(c), "x"));
    c.more = "{\"title\": 5, \"format\": 9}"; // names of our own are never overwritten
    CHECK(storage::caseFromJson(storage::toJson(c), "x")->title == c.title);
}

TEST_CASE("values at the edges come back")
{
    appeal::Case c;
    c.documents = {{"d1", "", "nul \0 in it" + std::string(1, '\0'), "", {}, ""}};
    c.letters = {{"1", "", "", {}, {}, {}, ""}}; // a language that is empty, where a fresh letter has one
    appeal::Event event;
    event.id = "v1";
    event.text = std::make_shared<const std::string>(); // an empty text is not none
    c.events = {event, {}};
    c.events[1].id = "v2"; // a day that is none
    c.facts[{appeal::Scope::Case, "", "a"}] = {{{"", "shared"}, {"en", "own"}}, appeal::Source::Typed, {}};
    c.facts[{appeal::Scope::Case, "", "b"}] = {{{"", ""}}, appeal::Source::Typed, {}};
    c.facts[{appeal::Scope::Case, "", "c"}] = {{{"", "shared"}, {"any", "a language of that name"}}, appeal::Source::Typed, {}};
    c.records = {{"r3", "deeds", {}, {{"what", {}}}, appeal::By::Person}};
    c.evidence = {{"e4", "", "", false, "", {}, std::numeric_limits<std::uint64_t>::max(), "", ""}};
    c.figures.emplace_back();
    c.figures[0].numerator = std::numeric_limits<std::int64_t>::min();
    c.figures[0].denominator = std::numeric_limits<std::int64_t>::max();
    c.lastNumber = 4;
    c.letter = "1";
    const auto back = storage::caseFromJson(storage::toJson(c), "x");
    REQUIRE(back);
    CHECK(*back == c);
    CHECK(*storage::caseFromJson(storage::toJson({}), "x") == appeal::Case{});
}

TEST_CASE("text that is not valid is written so that it can be read")
{
    appeal::Case c;
    c.title = "cut \xe4\xbd";
    const auto back = storage::caseFromJson(storage::toJson(c), "x");
    REQUIRE(back);
    CHECK(back->title == "cut \xEF\xBF\xBD");
    CHECK_FALSE(storage::editsToJson({appeal::SetTitle{"\xff"}}).empty());
}

TEST_CASE("a file that is no case is told apart, with the place")
{
    using Code = appeal::Error::Code;
    struct Row { const char* name; std::string text; Code code; const char* where; };
    const auto row = GENERATE(values<Row>({
        {"broken", "{\"format\": 1,\n \"title\": }", Code::Unreadable, "f:2:"},
        {"empty", "", Code::Unreadable, "f:1:"},
        {"a list", "[]", Code::Unreadable, "f:1:1"},
        {"without a format", "{}", Code::Unreadable, "f:1:1"},
        {"newer", "{\"format\": 2}", Code::NewerFormat, "f"},
        {"older than the first", "{\"format\": 0}", Code::NewerFormat, "f"},
        {"a format in words", "{\"format\": \"one\"}", Code::Unreadable, "f"},
        {"a list where a text is wanted", "{\"format\": 1, \"title\": []}", Code::Unreadable, "f"},
        {"a day that is none", "{\"format\": 1, \"documents\": [{\"id\": \"d1\", \"received\": \"soon\"}]}", Code::Unreadable, "f"},
        {"a huge number", "{\"format\": 1, \"attempt_limit\": 99999999999999999999}", Code::Unreadable, "f"},
        {"a route that is none", "{\"format\": 1, \"causes\": [{\"id\": \"a\", \"route\": \"perhaps\"}]}", Code::Unreadable, "f"},
        {"no text", "{\"format\": 1, \"title\": \"\xff\xfe\"}", Code::Unreadable, "f"},
        {"deep", std::string(100000, '[') + std::string(100000, ']'), Code::Unreadable, "f:1:65"},
        {"deep in a member", "{\"format\": 1,\n\"more\": " + std::string(100000, '[') + std::string(100000, ']') + "}", Code::Unreadable, "f:2:"},
        {"a number without measure", "{\"format\": 1,\n\"x\": 1e999}", Code::Unreadable, "f:2:6"},
        {"a number without end", "{\"format\": 1,\n\"x\": " + std::string(100000, '9') + "}", Code::Unreadable, "f:2:6"},
        {"a number over 63 bits", "{\"format\": 1, \"last_number\": 18446744073709551615}", Code::Unreadable, "f"},
        {"a size below nothing", "{\"format\": 1, \"evidence\": [{\"size\": -1}]}", Code::Unreadable, "f"},
        {"a broken number", "{\"format\": 1, \"attempt_limit\": 1.5}", Code::Unreadable, "f"},
        {"more values than any case", "{\"format\": 1, \"x\": [" + std::string(5000000, ',') + "]}", Code::Unreadable, "f:1:"},
        {"half a pair", "{\"format\": 1, \"title\": \"\\ud800\"}", Code::Unreadable, "f:1:"},
        {"an open text", "{\"format\": 1, \"title\": \"abc", Code::Unreadable, "f:1:"},
        {"two values", "{\"format\": 1} {}", Code::Unreadable, "f:1:15"},
        {"columns are characters", "{\"format\": 1, \"港\": }", Code::Unreadable, "f:1:20"},
    }));
    INFO(row.name);
    const auto c = storage::caseFromJson(row.text, "f");
    REQUIRE_FALSE(c);
    CHECK(c.error().code == row.code);
    CHECK(c.error().where.rfind(row.where, 0) == 0);
    CHECK(!c.error().detail.empty());
    CHECK(c.error().detail.find("json.exception") == std::string::npos); // our words, not a library's
}

TEST_CASE("an error names the path, and repeats no text of the file")
{
    struct Row { const char* text; const char* detail; };
    const auto row = GENERATE(values<Row>({
        {R"({"format": 1, "records": [{}, {"fields": {"what": {"en": 5}}}]})", "/records/1/fields/what/en: a text is wanted"},
        {R"({"format": 1, "letters": [{"picks": [{"variant": "two"}]}]})", "/letters/0/picks/0/variant: a whole number is wanted"},
        {R"({"format": 1, "facts": {}})", "/facts: a list is wanted"},
        {R"({"format": 1, "ticks": []})", "/ticks: an object is wanted"},
        {R"({"format": 1, "documents": ["d1"]})", "/documents/0: an object is wanted"},
        {R"({"format": 1, "documents": [{"received": "2026-02-30"}]})", "/documents/0/received: a day is wanted, written 2026-03-09"},
        {R"({"format": 1, "voice": "they"})", "/voice: \"they\" is none of we, I"},
        {"{\"format\": 1, \"title\": \"the secret: words\n\"}", "this is no JSON: invalid string: control character U+000A (LF) must be escaped to \\u000A or \\n"},
        {R"({"format": 1, "title")", "the file ends too early; is it whole?"},
        {R"({"format": "the secret"})", "/format: a whole number is wanted"},
    }));
    INFO(row.text);
    const auto c = storage::caseFromJson(row.text, "f");
    REQUIRE_FALSE(c);
    CHECK(c.error().detail == row.detail);
}

TEST_CASE("a hostile file costs no more than its size")
{
    // many of each, with ids and references that want to be compared with all others
    std::string text = "{\"format\": 1";
    const auto list = [&](const char* name, const char* item) {
        text += ", \"" + std::string(name) + "\": [" + item;
        for (int i = 1; i < 20000; ++i)
            text += std::string(",") + item;
        text += "]";
    };
    list("documents", "{}");
    list("records", "{\"id\": \"r1\"}");
    list("letters", "{\"sent\": \"v999999\"}");
    list("events", "{\"id\": \"v1\"}");
    list("corrections", "{\"document\": \"d7\"}");
    text += ", \"ticks\": {\"r1\": {}";
    for (int i = 0; i < 20000; ++i)
        text += ", \"x" + std::to_string(i) + "\": {}";
    text += "}";
    for (int i = 0; i < 20000; ++i)
        text += ", \"unknown" + std::to_string(i) + "\": 1";
    text += "}";
    const auto c = storage::caseFromJson(text, "x");
    REQUIRE(c);
    CHECK(c->records.size() == 20000);
    CHECK(c->ticks.size() == 1);
    const auto back = storage::caseFromJson(storage::toJson(*c), "x");
    REQUIRE(back);
    CHECK(*back == *c);
}

TEST_CASE("what points at nothing is dropped, and new ids lie above the old ones")
{
    const auto c = storage::caseFromJson(R"({"format": 1, "last_number": 2, "letter": "9",
        "records": [{"id": "r40", "group": "deeds"}, {"id": "r40", "group": "measures"}, {"id": "", "group": "deeds"}],
        "letters": [{"id": "1", "kind": "first_appeal", "sent": "v7", "picks": [{"id": "p41", "prints": "r99"}, {"id": "p42", "prints": "r40", "variant": -5}]}],
        "corrections": [{"document": "d1", "start": 5, "end": 900}], "ticks": {"r99": {}}})", "x");
    REQUIRE(c);
    REQUIRE(c->records.size() == 3); // nothing that has content is lost: a second of the same id gets its own
    CHECK(c->records[0].id == "r40");
    CHECK(c->records[1].group == "measures");
    CHECK(c->records[1].id == "r43");
    CHECK(c->records[2].id == "r44");
    REQUIRE(c->letters[0].picks.size() == 1);
    CHECK(c->letters[0].picks[0].variant == 0);
    CHECK(c->letters[0].sent.empty());
    CHECK(c->letter == "1");
    CHECK(c->corrections.empty());
    CHECK(c->ticks.empty());
    CHECK(c->lastNumber >= 42);
}

namespace {

json schemaFile(const char* name)
{
    std::ifstream in(std::string(SOURCE_DIR "/resources/") + name);
    REQUIRE(in);
    return json::parse(in);
}

/// As much of JSON Schema as our two schemas use. Collects the members seen of each definition.
struct Schema
{
    json root;
    std::map<std::string, std::set<std::string>> seen;

    std::string wrong(const json& value, const json& shape, const std::string& path)
    {
        if (shape.contains("$ref")) {
            const auto name = shape["$ref"].get<std::string>().substr(8);
            if (value.is_object())
                for (const auto& [key, member] : value.items())
                    seen[name].insert(key);
            return wrong(value, root["$defs"][name], path);
        }
        for (const char* several : {"oneOf", "anyOf"})
            if (shape.contains(several)) {
                int fits = 0;
                for (const auto& one : shape[several])
                    fits += wrong(value, one, path).empty() ? 1 : 0;
                if (fits != 1)
                    return path + ": " + std::to_string(fits) + " fit";
            }
        if (shape.contains("const") && shape["const"] != value)
            return path + ": another value";
        if (shape.contains("enum") && std::find(shape["enum"].begin(), shape["enum"].end(), value) == shape["enum"].end())
            return path + ": none of the choices";
        if (shape.contains("type")) {
            const auto types = shape["type"].is_array() ? shape["type"] : json::array({shape["type"]});
            const char* type = value.is_object() ? "object" : value.is_array() ? "array" : value.is_string() ? "string" : value.is_boolean() ? "boolean" : value.is_null() ? "null" : "integer";
            if (std::find(types.begin(), types.end(), type) == types.end())
                return path + ": is " + type;
        }
        if (shape.contains("minimum") && value.is_number() && value < shape["minimum"])
            return path + ": too small";
        if (value.is_object()) {
            if (shape.contains("required"))
                for (const auto& name : shape["required"])
                    if (!value.contains(name.get<std::string>()))
                        return path + ": lacks " + name.get<std::string>();
            for (const auto& [key, member] : value.items()) {
                const auto below = path + "/" + key;
                const auto named = shape.contains("properties") && shape["properties"].contains(key);
                if (!named && shape.contains("additionalProperties") && shape["additionalProperties"].is_boolean())
                    return below + ": unknown";
                if (named || shape.contains("additionalProperties"))
                    if (auto said = wrong(member, named ? shape["properties"][key] : shape["additionalProperties"], below); !said.empty())
                        return said;
                if (!named && !shape.contains("additionalProperties") && shape.contains("properties"))
                    return below + ": not in the schema";
            }
        }
        if (value.is_array() && shape.contains("items"))
            for (std::size_t i = 0; i < value.size(); ++i)
                if (auto said = wrong(value[i], shape["items"], path + "/" + std::to_string(i)); !said.empty())
                    return said;
        return {};
    }
};

} // namespace

TEST_CASE("the schema of a case holds the members of the codec, no more and no fewer")
{
    Schema schema{schemaFile("case.schema.json"), {}};
    const auto full = json::parse(storage::toJson(fullCase()));
    CHECK(schema.wrong(full, schema.root, "") == "");
    CHECK(schema.wrong(json::parse(storage::toJson({})), schema.root, "") == "");
    for (const auto& [name, shape] : schema.root["properties"].items()) {
        INFO(name);
        CHECK(full.contains(name)); // nothing in the schema that the file never holds
    }
    for (const auto& [name, shape] : schema.root["$defs"].items())
        for (const auto& [member, ignored] : shape["properties"].items()) {
            INFO(name << "." << member);
            CHECK(schema.seen[name].count(member) == 1);
        }
    CHECK(schema.wrong(json::parse(R"({"format": 1, "title": 5})"), schema.root, "") == "/title: is integer");
    CHECK(schema.wrong(json::parse(R"({})"), schema.root, "") == ": lacks format");
}

TEST_CASE("edits come back as they went, all or none")
{
    const auto edits = someEdits();
    const auto text = storage::editsToJson(edits);
    const auto back = storage::editsFromJson(text, "edits");
    REQUIRE(back);
    REQUIRE(back->size() == edits.size());
    CHECK(storage::editsToJson(*back) == text);
    CHECK(appeal::apply(fullCase(), *back) == appeal::apply(fullCase(), edits));

    for (const char* bad : {"{}", "[{}]", "[{\"edit\": \"nothing\"}]", "[{\"edit\": \"set_title\", \"title\": 5}]", "[{\"edit\": \"set_title\", \"colour\": \"red\"}]", "[", "[{\"edit\": \"set_voice\", \"voice\": \"they\"}]"}) {
        INFO(bad);
        const auto refused = storage::editsFromJson(bad, "edits");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == appeal::Error::Code::Unreadable);
    }
}

TEST_CASE("an edit that is refused is named, with its member")
{
    struct Row { const char* text; const char* where; const char* detail; };
    const auto row = GENERATE(values<Row>({
        {R"([{"edit": "set_title", "title": "a"}, {"edit": "set_fact", "value": "x"}])", "e", "/1: \"name\" is missing"},
        {R"([{"edit": "set_fact", "name": "a", "value": "x", "scpe": "letter"}])", "e", "/0: unknown member \"scpe\""},
        {R"([{"edit": "add_document", "document": {"txt": "a"}}])", "e", "/0/document: unknown member \"txt\""},
        {R"([{"edit": "pick_clause", "pick": {"wording": {"en": 1}}}])", "e", "/0/pick/wording/en: a text is wanted"},
        {R"([{"edit": "record_reply", "event": {"document": "d1"}}])", "e", "/0/event: \"on\" is missing"},
        {R"([{"edit": "set_colour"}])", "e", "/0: no edit is called \"set_colour\""},
        {R"([5])", "e", "/0: an object with \"edit\" is wanted"},
        {"[\n{\"edit\": }]", "e:2:10", "this is no JSON: unexpected '}'; expected '[', '{', or a literal"},
    }));
    INFO(row.text);
    const auto edits = storage::editsFromJson(row.text, "e");
    REQUIRE_FALSE(edits);
    CHECK(edits.error().code == appeal::Error::Code::Unreadable);
    CHECK(edits.error().where == row.where);
    CHECK(edits.error().detail == row.detail);
}

TEST_CASE("the schema of edits holds the edits of the codec, their members, and what each must have")
{
    Schema schema{schemaFile("edits.schema.json"), {}};
    const auto edits = json::parse(storage::editsToJson(someEdits()));
    CHECK(schema.wrong(edits, schema.root, "") == "");
    CHECK(schema.root["items"]["oneOf"].size() == std::variant_size_v<appeal::Edit>);
    const auto cases = schemaFile("case.schema.json");
    for (const auto& [name, shape] : schema.root["$defs"].items()) {
        INFO(name);
        CHECK(shape["properties"] == cases["$defs"][name]["properties"]);
    }
    for (const auto& shape : schema.root["items"]["oneOf"]) {
        const auto kind = shape["properties"]["edit"]["const"].get<std::string>();
        INFO(kind);
        std::set<std::string> members;
        for (const auto& edit : edits) {
            if (edit["edit"] != kind)
                continue;
            for (const auto& [key, value] : edit.items()) {
                members.insert(key);
                auto less = edit;
                less.erase(key);
                const auto& required = shape["required"];
                INFO(key);
                CHECK(bool(storage::editsFromJson(json::array({less}).dump(), "e")) == (std::find(required.begin(), required.end(), key) == required.end()));
            }
        }
        for (const auto& [key, value] : shape["properties"].items()) {
            INFO(key);
            CHECK(members.count(key) == 1);
        }
    }
}

TEST_CASE("whatever edits come in whatever order, the case is the same after a round trip")
{
    const auto edits = someEdits();
    std::mt19937 random(20261124);
    for (int round = 0; round < 60; ++round) {
        auto c = round % 2 == 0 ? appeal::Case{} : fullCase();
        for (int i = 0; i < 40; ++i)
            c = appeal::apply(std::move(c), edits[random() % edits.size()]);
        if (c.letter.empty() && !c.letters.empty()) // where no letter is being worked on, reading takes the last
            c = appeal::apply(std::move(c), appeal::Edit(appeal::UseLetter{c.letters.back().id}));
        const auto back = storage::caseFromJson(storage::toJson(c), "x");
        REQUIRE(back);
        CHECK(storage::toJson(*back) == storage::toJson(c));
        CHECK(*back == c);
    }
}

TEST_CASE("files of the first format load for ever")
{
    const auto load = [](const char* name) {
        std::ifstream in(std::string(SOURCE_DIR "/tests/data/cases/v1/") + name, std::ios::binary);
        REQUIRE(in);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        auto c = storage::caseFromJson(text, name);
        REQUIRE(c);
        return *c;
    };
    CHECK(load("full.appeal.json") == fullCase());
    const auto byHand = load("by_hand.appeal.json"); // what somebody may write: little, in any order, with members of their own
    CHECK(byHand.title == "Written by hand");
    CHECK(appeal::caseFact(byHand, "store_name") == "Harbor Lane Goods");
    CHECK(byHand.facts.at({appeal::Scope::Case, "", "store_name"}).more.count("checked_by") == 1);
    CHECK(byHand.records.at(0).fields.at("what") == appeal::Value{{"", "left alone"}, {"zh", "清点库存"}});
    CHECK(byHand.letters.at(0).language == "en");
    CHECK(byHand.lastNumber == 3);
    CHECK(json::parse(storage::toJson(byHand))["our_file_number"] == 77);
}
