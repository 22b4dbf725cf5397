#include "catch.h"
#include "text/pattern_set.h"

TEST_CASE("Patterns with their places and groups")
{
    text::PatternSet set;
    const auto id = set.add("(?P<value>B0[0-9A-Z]{8})");
    const auto pair = set.add("(\\d+) of (?P<least>\\d+)");
    std::string error;
    CHECK(set.add("(", &error) == text::PatternSet::npos);
    CHECK_FALSE(error.empty());
    set.compile();
    CHECK(set.size() == 2);
    CHECK(set.group(pair, "least") == 1);
    CHECK(set.group(id, "least") == text::PatternSet::npos);
    const std::string text = "xx B012345678 and B0ABCDEFGH, 3 of 40";
    std::vector<text::PatternSet::Match> found;
    set.find(text, 0, text.size(), found);
    REQUIRE(found.size() == 3);
    int ids = 0;
    for (const auto& match : found) {
        if (match.pattern == id)
            ++ids;
        else
            CHECK(text.substr(match.groups[1].begin, match.groups[1].end - match.groups[1].begin) == "40");
    }
    CHECK(ids == 2);
    found.clear();
    set.find(text, 4, 13, found); // only part of the id
    CHECK(found.empty());
}
