#include "library/located.h"
#include "library/clauses.h"
#include "catch.h"

#include <nlohmann/json.hpp>

#include <random>

using library::Located;
using library::LocatedText;

namespace {

/// The tree as the JSON library would have read it.
nlohmann::json tree(const Located& value)
{
    switch (value.kind) {
    case Located::Kind::Null: return nullptr;
    case Located::Kind::Boolean: return value.text == "true";
    case Located::Kind::Number: return nlohmann::json::parse(value.text);
    case Located::Kind::String: return std::string(value.text);
    case Located::Kind::List: {
        auto out = nlohmann::json::array();
        for (const auto& item : value.items)
            out.push_back(tree(item));
        return out;
    }
    case Located::Kind::Object: {
        auto out = nlohmann::json::object();
        for (const auto& item : value.items)
            out[std::string(item.key)] = tree(item);
        return out;
    }
    }
    return {};
}

} // namespace

TEST_CASE("what is no JSON is told with line and column, columns counted in characters")
{
    struct Row { const char* name; std::string text; const char* where; const char* says; };
    const auto row = GENERATE(values<Row>({
        {"nothing", "", "x:1:1", "cut short"},
        {"blanks", "  \n ", "x:2:2", "cut short"},
        {"a word", "{\n  oops\n}", "x:2:3", "name of a member"},
        {"a comma too many", "{\"a\": 1,\n}", "x:2:1", "name of a member"},
        {"a comma too few", "[1\n 2]", "x:2:2", "comma"},
        {"no colon", "{\"a\" 1}", "x:1:6", "colon"},
        {"no value", "{\"a\":\n\n  }", "x:3:3", "a value is wanted"},
        {"an open text", "{\"a\":\n \"b}", "x:2:2", "no end"},
        {"an open list", "[1,", "x:1:4", "cut short"},
        {"more behind it", "{} {}", "x:1:4", "behind the end"},
        {"a name twice", "{\"甲\": 1, \"甲\": 2}", "x:1:10", "stands twice"},
        {"behind Chinese", "[\"中文字\", oops]", "x:1:9", "a value is wanted"},
        {"a raw line break", "[\"a\nb\"]", "x:1:4", "control character"},
        {"an unknown escape", "[\"a\\q\"]", "x:1:4", "escape"},
        {"half a character", "[\"\\ud800\"]", "x:1:3", "half a character"},
        {"the second half", "[\"\\udc00\"]", "x:1:3", "half a character"},
        {"short \\u", "[\"\\u12\"]", "x:1:7", "hexadecimal"},
        {"no UTF-8", "[\"\xff\"]", "x:1:3", "UTF-8"},
        {"overlong", "[\"\xc0\xaf\"]", "x:1:3", "UTF-8"},
        {"a surrogate in bytes", "[\"\xed\xa0\x80\"]", "x:1:3", "UTF-8"},
        {"a character cut short", "[\"\xe4\xb8", "x:1:3", "UTF-8"},
        {"01", "[01]", "x:1:2", "begin with 0"},
        {"a lone minus", "[-]", "x:1:2", "number"},
        {"1.", "[1.]", "x:1:2", "number"},
        {"1e", "[1e]", "x:1:2", "number"},
        {"+1", "[+1]", "x:1:2", "a value is wanted"},
        {"True", "[True]", "x:1:2", "a value is wanted"},
        {"a zero byte", std::string("[\0]", 3), "x:1:2", "a value is wanted"},
        {"too deep", std::string(100000, '['), "x:1:65", "deeply"},
    }));
    INFO(row.name);
    const auto text = LocatedText::parse(row.text, "x");
    REQUIRE_FALSE(text);
    CHECK(text.error().code == appeal::Error::Code::BadTemplate);
    CHECK(text.error().where == row.where);
    INFO(text.error().detail);
    CHECK(text.error().detail.find(row.says) != std::string::npos);
}

TEST_CASE("every value knows where it stands and how one gets there")
{
    const std::string json = "{\"format\": 1,\n \"causes\": [\n  {\"id\": \"late\", \"questions\": [{\"name\": \"found\",\n    \"label\": \"标\"}], \"routes\": [\"admit\", \"quiz\"]}]}";
    const auto text = LocatedText::parse(json, "x.json");
    REQUIRE(text);
    const auto& cause = text->root().find("causes")->items[0];
    CHECK(text->where(cause) == "x.json:3:3");
    CHECK(text->path(cause) == "causes/late");
    const auto& label = *cause.find("questions")->items[0].find("label");
    CHECK(text->where(label) == "x.json:4:14");
    CHECK(text->path(label) == "causes/late/questions/found/label");
    CHECK(text->path(cause.find("routes")->items[1]) == "causes/late/routes/1");
    CHECK(text->path(text->root()).empty());
    CHECK(cause.find("colour") == nullptr);
}

TEST_CASE("escapes, marks and numbers arrive as they were meant")
{
    const auto text = LocatedText::parse("\xEF\xBB\xBF[\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u4e2d\\ud83d\\ude00z\", -0.5e+3, 0, true, null]", "x");
    REQUIRE(text);
    const auto& items = text->root().items;
    REQUIRE(items.size() == 5);
    CHECK(items[0].text == "a\"\\/\b\f\n\r\t中\xF0\x9F\x98\x80z");
    CHECK(items[1].text == "-0.5e+3");
    CHECK(items[1].kind == Located::Kind::Number);
    CHECK(items[3].kind == Located::Kind::Boolean);
    CHECK(items[4].kind == Located::Kind::Null);
}

TEST_CASE("the reader agrees with the JSON library: on our files, and on what becomes of them when bytes are changed")
{
    std::mt19937 random(7); // always the same changes
    std::size_t refused = 0, read = 0;
    for (const auto& file : library::embedded()) {
        const std::string name = file.name;
        if (!name.ends_with(".json"))
            continue;
        const auto whole = LocatedText::parse(file.text, name);
        REQUIRE(whole);
        CHECK(tree(whole->root()) == nlohmann::json::parse(file.text));
        const auto head = std::string(file.text.substr(0, 400));
        for (int i = 0; i < 40; ++i) {
            auto changed = head;
            const auto at = random() % changed.size();
            constexpr std::string_view bytes = "{}[]\",:\\u0e.-1tn \n\xe4\xff";
            if (i % 3 == 0)
                changed.erase(at, 1 + random() % 3);
            else
                changed[at] = bytes[random() % bytes.size()];
            changed += i % 2 == 0 ? "" : "]}]}";
            const auto ours = LocatedText::parse(changed, "x");
            const bool theirs = nlohmann::json::accept(changed);
            INFO(changed);
            // a name that stands twice is JSON to them and a mistake to us
            if (!ours && ours.error().detail.find("stands twice") != std::string::npos)
                continue;
            CHECK(bool(ours) == theirs);
            (theirs ? read : refused) += 1;
        }
        for (const char* ending : {"", "]", "}", "\"}]}", "0]}"}) { // short ones, so that some are accepted
            const auto small = "{\"a\": [" + head.substr(random() % 300, random() % 12) + "1" + ending + "]}";
            const auto ours = LocatedText::parse(small, "x");
            INFO(small);
            if (ours || ours.error().detail.find("stands twice") == std::string::npos)
                CHECK(bool(ours) == nlohmann::json::accept(small));
            (ours ? read : refused) += 1;
        }
    }
    CHECK(refused > 1000);
    CHECK(read > 20);
}
