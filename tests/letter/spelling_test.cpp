#include "letter/spelling.h"
#include "library/clauses.h"
#include "catch.h"

#include <set>

TEST_CASE("our words stand in the spelling of the store, whichever way they were written")
{
    const auto catalogue = *library::builtinCatalogue();
    const letter::Spelled american(*catalogue, true), british(*catalogue, false);
    struct Row { const char* american; const char* british; };
    const auto row = GENERATE(values<Row>({
        {"The color of the label was recognized.", "The colour of the label was recognised."},
        {"Canceled by the fulfillment center", "Cancelled by the fulfilment centre"},
        {"Relabeled goods; Unauthorized license", "Relabelled goods; Unauthorised licence"},
        {"The program was fulfilled.", "The program was fulfilled."}, // the same in both
        {"", ""},
    }));
    CHECK(british(row.american) == row.british);
    CHECK(american(row.british) == row.american);
    CHECK(american(row.american) == row.american);
    CHECK(british(row.british) == row.british);
}

TEST_CASE("a word stands in one pair alone, so that both ways lead back")
{
    const auto catalogue = *library::builtinCatalogue();
    const auto& pairs = catalogue->vocabularies.at("spellings");
    REQUIRE(pairs.size() > 100);
    std::set<std::string> words;
    for (const auto& pair : pairs) {
        INFO(pair.id);
        CHECK(words.insert(pair.id).second);
        CHECK(words.insert(pair.more.at("british")).second);
    }
}
