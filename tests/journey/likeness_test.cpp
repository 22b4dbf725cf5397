#include "catch.h"

#include "journey/likeness.h"

#include <algorithm>

using namespace journey;

TEST_CASE("each place gets the phrasing that shares least with what was sent, and keeps its own where none shares less")
{
    const Prints known{10, 11, 12, 20};
    const std::vector<Phrasings> places{
        {"p1", 0, {{10, 11}, {10, 99}, {98, 99}}}, // the third is new
        {"p2", 1, {{30}, {31}}},                   // none was sent
        {"opening", 0, {{20, 21}, {20, 22}}},      // alike
    };
    const auto edits = leastShared("1", places, known);
    REQUIRE(edits.size() == 1);
    const auto* edit = std::get_if<appeal::SetVariant>(&edits.front());
    REQUIRE(edit);
    CHECK(edit->letter == "1");
    CHECK(edit->place == "p1");
    CHECK(edit->variant == 2);
    CHECK(leastShared("1", places, {}).empty());
}

TEST_CASE("what a case sent is known by its fingerprints, sorted; a struck submission is not")
{
    appeal::Case c;
    CHECK(sentPrints(c).empty());
    appeal::Event event;
    event.id = "e1";
    event.what = "submission";
    event.text = std::make_shared<const std::string>("On 8 September the warehouse lead counted every unit of the batch and took the damaged ones off sale at once.");
    c.events.push_back(event);
    const auto prints = sentPrints(c);
    CHECK_FALSE(prints.empty());
    CHECK(std::is_sorted(prints.begin(), prints.end()));

    appeal::Event strike;
    strike.id = "e2";
    strike.what = "note";
    strike.strikes = "e1";
    c.events.push_back(strike);
    CHECK(sentPrints(c).empty());
}
