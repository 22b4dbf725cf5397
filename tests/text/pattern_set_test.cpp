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
    PatternSet::Memory memory;
    set.find(id, text, 0, text.size(), memory, found);
    REQUIRE(found.size() == 2);
    CHECK(found[1].whole.begin == 18);
    set.find(pair, text, 0, text.size(), memory, found);
    REQUIRE(found.size() == 3);
    CHECK(text.substr(found[2].groups[1].begin, found[2].groups[1].end - found[2].groups[1].begin) == "40");
    CHECK_FALSE(found[2].groups[2].there());
    found.clear();
    set.find(id, text, 4, 13, memory, found); // only part of the id
    CHECK(found.empty());
}

TEST_CASE("What was matched before is matched the same again, with regard to what stands around it")
{
    PatternSet set;
    const auto id = set.add("(?:^|(?P<before>[^\\d]))(?P<number>\\d+)(?P<word>\\b|(?: ?[a-z]+))(?P<end>$)?");
    const std::vector<std::string> texts{"30 days", "in 30 days", "in 30 days or 30 days", "30", "a30", "30 days", "x 30 days.", "in 30 days or 30 days",
        "30 daysdaysdaysdaysdaysdaysdaysdaysdaysdaysdays", "30 daysdaysdaysdaysdaysdaysdaysdaysdaysdaysdays"};
    PatternSet::Memory kept;
    for (const auto& text : texts) {
        CAPTURE(text);
        std::vector<PatternSet::Match> once, again;
        PatternSet::Memory fresh;
        set.find(id, text, 0, text.size(), fresh, once);
        set.find(id, text, 0, text.size(), kept, again);
        REQUIRE(once.size() == again.size());
        CHECK_FALSE(once.empty());
        for (std::size_t i = 0; i < once.size(); ++i) {
            CHECK(once[i].whole.begin == again[i].whole.begin);
            CHECK(once[i].whole.end == again[i].whole.end);
            for (std::size_t g = 0; g < PatternSet::kGroups; ++g) {
                CAPTURE(g);
                CHECK(once[i].groups[g].begin == again[i].groups[g].begin);
                CHECK(once[i].groups[g].end == again[i].groups[g].end);
            }
        }
    }
}

TEST_CASE("A number by itself is found without an automaton as it is with one")
{
    PatternSet set;
    const auto quick = set.add("\\b(?P<value>\\d{3}|\\d{5,6})\\b"), slow = set.add("\\b(?P<value>\\d{3}|\\d{5,6}|\\d{999})\\b");
    REQUIRE(set.digits(quick));
    REQUIRE_FALSE(set.digits(slow));
    for (const char* other : {"\\b(?P<value>\\d{3}|)\\b", "\\b(?P<value>\\d{3}x)\\b", "\\b(?P<value>\\d{3,})\\b", "(?P<value>\\d{3})\\b", "\\b(?P<value>)\\b"})
        CHECK_FALSE(set.digits(set.add(other)));
    PatternSet::Memory memory;
    for (const std::string text : {"123", "12 123 1234 12345 123456 1234567", "a123 123a _123 123_ -123- 123.456,78901", "", "x", "\xE7\xBC\x96\xE5\x8F\xB7" "12345\xE5\x8F\xB7", "123 123"}) {
        CAPTURE(text);
        std::vector<PatternSet::Match> found, wanted;
        set.find(quick, text, 0, text.size(), memory, found);
        set.find(slow, text, 0, text.size(), memory, wanted);
        REQUIRE(found.size() == wanted.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            CHECK(found[i].whole.begin == wanted[i].whole.begin);
            CHECK(found[i].whole.end == wanted[i].whole.end);
            CHECK(found[i].groups[0].begin == wanted[i].groups[0].begin);
        }
    }
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
        {"$5", PatternSet::Money, PatternSet::Numbers | PatternSet::Heading},
        {"10 of 20", PatternSet::Numbers, PatternSet::Date},
        {"2.5% and 1-2 or 3/4", PatternSet::Numbers, PatternSet::Date},
        {"on 2026-03-09", PatternSet::Date, 0},
        {"3/4/26", PatternSet::Date, 0},
        {"9.3.2026.", PatternSet::Date, 0},
        {"111-1234567-1234567", PatternSet::Numbers, PatternSet::Date},
        {"1- 2 -3, 1-x-2", PatternSet::Numbers, PatternSet::Date},
        {"Orders:", PatternSet::Heading | PatternSet::Title, PatternSet::Comma},
        {"\xC2\xA3" "5", PatternSet::Money, 0},
        {"\xE2\x82\xAC" "5", PatternSet::Money, 0},
        {"\xC2\xA5" "5", PatternSet::Money, 0},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK((PatternSet::signs(row.text) & row.has) == row.has);
        CHECK((PatternSet::signs(row.text) & row.lacks) == 0);
    }
    for (const char* name : {"digit", "at", "percent", "star", "colon", "quote", "money", "slash", "hyphen", "stop", "number", "hex", "title", "comma", "bracket", "numbers", "date", "heading"})
        CHECK(PatternSet::sign(name) != 0);
    CHECK(PatternSet::sign("nothing") == 0);
}
