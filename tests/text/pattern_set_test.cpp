#include "catch.h"
#include "text/pattern_set.h"

using text::PatternSet;

TEST_CASE("Patterns with their places and groups")
{
    PatternSet set;
    const auto id = set.add("(?P<value>B0[0-9A-Z]{8})");
    const auto pair = set.add("(\\d+) of (?P<least>\\d+)", PatternSet::Digit);
    std::string error;
    CHECK(set.add("(", 0, &error) == PatternSet::npos);
    CHECK_FALSE(error.empty());
    CHECK(set.size() == 2);
    CHECK(set.group(pair, "least") == 1);
    CHECK(set.group(id, "least") == PatternSet::npos);
    CHECK(set.needs(pair) == PatternSet::Digit);
    const std::string text = "xx B012345678 and B0ABCDEFGH, 3 of 40";
    std::vector<PatternSet::Match> found;
    set.find(id, text, 0, text.size(), found);
    REQUIRE(found.size() == 2);
    CHECK(found[1].whole.begin == 18);
    set.find(pair, text, 0, text.size(), found);
    REQUIRE(found.size() == 3);
    CHECK(text.substr(found[2].groups[1].begin, found[2].groups[1].end - found[2].groups[1].begin) == "40");
    CHECK_FALSE(found[2].groups[2].there());
    found.clear();
    set.find(id, text, 4, 13, found); // only part of the id
    CHECK(found.empty());
}

TEST_CASE("The signs of a stretch say which patterns are worth a run")
{
    struct Row { const char* text; std::uint32_t has, lacks; };
    const Row rows[] = {
        {"", 0, ~0u},
        {"plain words", 0, PatternSet::Digit | PatternSet::Title},
        {"Moss & Mallet", PatternSet::Title, PatternSet::Comma},
        {"Moss & Mallet,", PatternSet::Title | PatternSet::Comma, PatternSet::Digit},
        {"a@b.example 5% \"x\": (1/2)", PatternSet::At | PatternSet::Stop | PatternSet::Percent | PatternSet::Quote | PatternSet::Colon | PatternSet::Bracket | PatternSet::Slash | PatternSet::Digit, PatternSet::Number},
        {"12345", PatternSet::Number, PatternSet::Hex},
        {"58d0c9a7be1f04c38a6b1f09", PatternSet::Hex, PatternSet::Star},
        {"Nor***de - * x", PatternSet::Star | PatternSet::Hyphen, PatternSet::Money},
        {"* one", 0, PatternSet::Star},
        {"$5", PatternSet::Money, 0},
        {"\xC2\xA3" "5", PatternSet::Money, 0},
        {"\xE2\x82\xAC" "5", PatternSet::Money, 0},
        {"\xC2\xA5" "5", PatternSet::Money, 0},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK((PatternSet::signs(row.text) & row.has) == row.has);
        CHECK((PatternSet::signs(row.text) & row.lacks) == 0);
    }
    for (const char* name : {"digit", "at", "percent", "star", "colon", "quote", "money", "slash", "hyphen", "stop", "number", "hex", "title", "comma", "bracket"})
        CHECK(PatternSet::sign(name) != 0);
    CHECK(PatternSet::sign("nothing") == 0);
}
