#include "storage/case_store.h"
#include "catch.h"
#include "storage/full_case.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <random>

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
        {"deep", std::string(100000, '[') + std::string(100000, ']'), Code::Unreadable, "f:1:"},
    }));
    INFO(row.name);
    const auto c = storage::caseFromJson(row.text, "f");
    REQUIRE_FALSE(c);
    CHECK(c.error().code == row.code);
    CHECK(c.error().where.rfind(row.where, 0) == 0);
    CHECK(!c.error().detail.empty());
}

TEST_CASE("what points at nothing is dropped, and new ids lie above the old ones")
{
    const auto c = storage::caseFromJson(R"({"format": 1, "last_number": 2, "letter": "9",
        "records": [{"id": "r40", "group": "deeds"}, {"id": "r40", "group": "measures"}, {"id": "", "group": "deeds"}],
        "letters": [{"id": "1", "kind": "first_appeal", "sent": "v7", "picks": [{"id": "p41", "prints": "r99"}, {"id": "p42", "prints": "r40", "variant": -5}]}],
        "corrections": [{"document": "d1", "start": 5, "end": 900}], "ticks": {"r99": {}}})", "x");
    REQUIRE(c);
    CHECK(c->records.size() == 1);
    REQUIRE(c->letters[0].picks.size() == 1);
    CHECK(c->letters[0].picks[0].variant == 0);
    CHECK(c->letters[0].sent.empty());
    CHECK(c->letter == "1");
    CHECK(c->corrections.empty());
    CHECK(c->ticks.empty());
    CHECK(c->lastNumber >= 42);
}

TEST_CASE("every member of a case file stands in its schema")
{
    std::ifstream in(SOURCE_DIR "/resources/case.schema.json");
    const auto schema = json::parse(in);
    const auto check = [&](const auto& self, const json& value, const json& shape, const std::string& path) -> void {
        INFO(path);
        if (shape.contains("$ref"))
            return self(self, value, schema["$defs"][shape["$ref"].template get<std::string>().substr(8)], path);
        if (value.is_object() && shape.contains("properties")) {
            for (const auto& [key, member] : value.items()) {
                INFO(path << "/" << key);
                REQUIRE(shape["properties"].contains(key));
                self(self, member, shape["properties"][key], path + "/" + key);
            }
        } else if (value.is_array()) {
            REQUIRE(shape.contains("items"));
            for (const auto& item : value)
                self(self, item, shape["items"], path + "/*");
        } else if (shape.contains("type")) {
            const auto type = shape["type"].is_array() ? "value" : shape["type"].template get<std::string>();
            if (type == "integer")
                CHECK(value.is_number_integer());
            else if (type == "boolean")
                CHECK(value.is_boolean());
            else if (type == "string")
                CHECK(value.is_string());
        }
    };
    check(check, json::parse(storage::toJson(fullCase())), schema, "");
    for (const auto& [name, shape] : schema["properties"].items()) {
        INFO(name);
        CHECK(json::parse(storage::toJson(fullCase())).contains(name)); // nothing in the schema that the file never holds
    }
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

    std::ifstream in(SOURCE_DIR "/resources/edits.schema.json");
    const auto schema = json::parse(in);
    for (const auto& edit : json::parse(text)) {
        INFO(edit.dump());
        bool known = false;
        for (const auto& shape : schema["items"]["oneOf"])
            if (shape["properties"]["edit"]["const"] == edit["edit"]) {
                known = true;
                for (const auto& [key, value] : edit.items())
                    CHECK(shape["properties"].contains(key));
            }
        CHECK(known);
    }
    CHECK(schema["items"]["oneOf"].size() == std::variant_size_v<appeal::Edit>);

    for (const char* bad : {"{}", "[{}]", "[{\"edit\": \"nothing\"}]", "[{\"edit\": \"set_title\", \"title\": 5}]", "[{\"edit\": \"set_title\", \"colour\": \"red\"}]", "[", "[{\"edit\": \"set_voice\", \"voice\": \"they\"}]"}) {
        INFO(bad);
        const auto refused = storage::editsFromJson(bad, "edits");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == appeal::Error::Code::Unreadable);
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
        const auto back = storage::caseFromJson(storage::toJson(c), "x");
        REQUIRE(back);
        CHECK(*back == c);
    }
}

TEST_CASE("files of the first format load for ever")
{
    std::ifstream in(SOURCE_DIR "/tests/data/cases/v1/full.appeal.json", std::ios::binary);
    REQUIRE(in);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto c = storage::caseFromJson(text, "full.appeal.json");
    REQUIRE(c);
    CHECK(*c == fullCase());
}
