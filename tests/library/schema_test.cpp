#include "library/clauses.h"
#include "library/shapes.h"
#include "catch.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <set>

namespace {

using Names = std::set<std::string>;

nlohmann::json schema()
{
    std::ifstream in(SOURCE_DIR "/resources/pack.schema.json", std::ios::binary);
    return nlohmann::json::parse(in);
}

Names keys(const nlohmann::json& object)
{
    Names out;
    for (const auto& [key, value] : object.items())
        out.insert(key);
    return out;
}

Names names(std::span<const std::string_view> list) { return {list.begin(), list.end()}; }

/// A value that the schema takes for a member, as small as can be.
nlohmann::json least(const nlohmann::json& all, const nlohmann::json& what)
{
    if (what.contains("$ref"))
        return least(all, all["$defs"][what["$ref"].get<std::string>().substr(8)]);
    if (what.contains("enum"))
        return what["enum"][0];
    if (what.contains("anyOf"))
        return least(all, what["anyOf"][0]);
    if (what.contains("pattern"))
        return what["pattern"].get<std::string>().find("[0-9]{4}") != std::string::npos ? "2026-11-01" : what["pattern"].get<std::string>().find("yes_no") != std::string::npos ? "text" : "x";
    const auto type = what["type"].is_array() ? what["type"][0].get<std::string>() : what["type"].get<std::string>();
    if (type == "string")
        return "x";
    if (type == "boolean")
        return true;
    if (type == "integer")
        return 1;
    if (type == "array") {
        auto out = nlohmann::json::array();
        for (int i = 0; i < what.value("minItems", 1); ++i)
            out.push_back(least(all, what["items"]));
        return out;
    }
    auto out = nlohmann::json::object();
    const auto properties = what.value("properties", nlohmann::json::object());
    for (const auto& [key, member] : properties.items())
        out[key] = least(all, member);
    if (what.contains("additionalProperties") && what["additionalProperties"].is_object())
        out["key"] = least(all, what["additionalProperties"]);
    return out;
}

} // namespace

TEST_CASE("the schema and the parser know the same members")
{
    const auto all = schema();
    for (const auto& shape : library::shapes()) {
        INFO(shape.name);
        const auto& there = all["$defs"][std::string(shape.name)];
        REQUIRE(there.is_object());
        CHECK(keys(there["properties"]) == names(shape.members));
        CHECK(there.value("required", Names{}) == names(shape.required));
        CHECK(there.value("additionalProperties", true) == shape.open);
    }
    Names arrays{"format"};
    for (const auto& array : library::packArrays()) {
        arrays.insert(std::string(array.name));
        CHECK(all["properties"][std::string(array.name)]["items"]["$ref"] == "#/$defs/" + std::string(array.entry));
    }
    CHECK(keys(all["properties"]) == arrays);
    // what the schema defines beside the shapes are the texts in two languages
    Names defined = keys(all["$defs"]);
    for (const auto& shape : library::shapes())
        defined.erase(std::string(shape.name));
    CHECK(defined == Names{"words", "any_words", "phrasings", "any_phrasings"});
}

TEST_CASE("an entry with every member that the schema has is read; without one that it requires it is not")
{
    const auto all = schema();
    const auto array = GENERATE(from_range(library::packArrays().begin(), library::packArrays().end()));
    INFO(array.name);
    const auto full = least(all, all["$defs"][std::string(array.entry)]);
    const auto pack = [&](const nlohmann::json& entry) { return nlohmann::json{{"format", 1}, {std::string(array.name), {entry}}}.dump(); };
    const auto read = library::parsePack(pack(full), "x");
    INFO((read ? std::string() : read.error().where + " " + read.error().detail));
    CHECK(read);
    for (const auto& member : library::shape(array.entry).required) {
        auto less = full;
        less.erase(std::string(member));
        INFO(member);
        CHECK_FALSE(library::parsePack(pack(less), "x"));
    }
    if (!library::shape(array.entry).open) {
        auto more = full;
        more["never_heard_of"] = 1;
        CHECK_FALSE(library::parsePack(pack(more), "x"));
    }
}
