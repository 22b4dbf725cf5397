#include "appeal/edit.h"
#include "catch.h"

using namespace appeal;

namespace {

Case withLetter()
{
    return appeal::apply(Case{}, std::vector<Edit>{AddLetter{"first_appeal", "en", true}, ChooseCause{"late_shipment_rate", By::Program, {}}});
}

PickClause pick(const char* clause, const char* group = "")
{
    PickClause edit;
    edit.letter = "1";
    edit.pick.clause = clause;
    edit.pick.section = "corrective";
    edit.pick.cause = "late_shipment_rate";
    edit.pick.by = By::Program;
    edit.newRecord = group;
    return edit;
}

} // namespace

TEST_CASE("a proposed clause brings an empty record, and takes it away again")
{
    auto c = appeal::apply(withLetter(), Edit(pick("a", "deeds")));
    REQUIRE(c.records.size() == 1);
    CHECK(c.records[0].causes == std::vector<std::string>{"late_shipment_rate"});
    CHECK(c.letters[0].picks[0].prints == c.records[0].id);

    SECTION("empty: it goes with its pick")
    {
        c = appeal::apply(c, Edit(DropPick{"1", c.letters[0].picks[0].id}));
        CHECK(c.records.empty());
    }
    SECTION("filled: what a person typed stays")
    {
        c = appeal::apply(c, Edit(SetField{c.records[0].id, "what", "en", "counted the stock"}));
        c = appeal::apply(c, Edit(DropPick{"1", c.letters[0].picks[0].id}));
        CHECK(c.records.size() == 1);
    }
}

TEST_CASE("another route takes back what the program proposed and keeps what a person took")
{
    auto c = appeal::apply(withLetter(), Edit(pick("mine")));
    c = appeal::apply(c, Edit(pick("theirs")));
    c = appeal::apply(c, Edit(Reword{"1", c.letters[0].picks[0].id, "en", "my words", ""}));
    c = appeal::apply(c, Edit(SetRoute{"late_shipment_rate", Route::Dispute, By::Person}));
    REQUIRE(c.letters[0].picks.size() == 1);
    CHECK(c.letters[0].picks[0].clause == "mine");
}

TEST_CASE("a sent letter does not change any more")
{
    auto c = appeal::apply(withLetter(), Edit(pick("a")));
    Event event;
    event.letter = "1";
    event.on = *parseDate("2026-03-12");
    event.text = std::make_shared<const std::string>("as sent");
    c = appeal::apply(c, Edit(RecordSubmission{event}));
    REQUIRE(!c.letters[0].sent.empty());
    const auto frozen = c;
    const auto id = c.letters[0].picks[0].id;
    const std::vector<Edit> tries{pick("b"), DropPick{"1", id}, Reword{"1", id, "en", "no", ""}, SetVariant{"1", id, 2}, SetLetterKind{"1", "revised_appeal"}, SetLetterLanguage{"1", "zh"},
        Confirm{"1", id, "x"}, RemoveLetter{"1"}, MovePick{"1", id, 0, "preventive", ""}, SetFact{{Scope::Letter, "1", "addressee"}, "en", "Somebody"}};
    for (std::size_t i = 0; i < tries.size(); ++i) {
        INFO("edit " << i);
        CHECK(appeal::apply(frozen, tries[i]) == frozen);
    }
    SECTION("struck out, it is a draft again")
    {
        Event strike;
        strike.what = "note";
        strike.on = event.on;
        strike.strikes = c.letters[0].sent;
        c = appeal::apply(c, Edit(RecordEvent{strike}));
        CHECK(c.letters[0].sent.empty());
        CHECK(standing(c, "submission").empty());
    }
}

TEST_CASE("an edit that names what is not there changes nothing")
{
    const auto c = withLetter();
    const std::vector<Edit> tries{SetRoute{"nothing", Route::Admit, By::Person}, SetField{"r99", "what", "en", "x"}, DropPick{"1", "p99"}, DropPick{"9", "p1"}, RemoveRecord{"r99"},
        MoveRecord{"r99", 0}, RemoveEvidence{"e1"}, RemoveCause{"nothing"}, UseLetter{"7"}, SetDocumentText{"d9", "x"}, SetVariant{"1", "x", -1}, SetFact{{Scope::Record, "r1", "what"}, "en", "x"}};
    for (std::size_t i = 0; i < tries.size(); ++i) {
        INFO("edit " << i);
        CHECK(appeal::apply(c, tries[i]) == c);
    }
}

TEST_CASE("a correction and a deadline stay with their words while the text around them is typed in")
{
    struct Row { const char* name; const char* after; std::optional<std::pair<std::size_t, std::size_t>> at; };
    // the words "ASIN B0" stand at 4..11
    const std::string before = "the ASIN B0 is gone";
    const auto row = GENERATE(values<Row>({
        {"the same", "the ASIN B0 is gone", {{4, 11}}},
        {"before them", "all the ASIN B0 is gone", {{8, 15}}},
        {"before them, shorter", "ASIN B0 is gone", {{0, 7}}},
        {"behind them", "the ASIN B0 is back again", {{4, 11}}},
        {"right at their start", "the xASIN B0 is gone", {{5, 12}}},
        {"right at their end", "the ASIN B0x is gone", {{4, 11}}},
        {"inside them", "the ASIN 甲B0 is gone", {{4, 14}}},
        {"they are taken out", "the  is gone", {}},
        {"across their start", "thB0 is gone", {}},
        {"across their end", "the ASgone", {}},
        {"another text", "quite different words here", {}},
        {"nothing left", "", {}},
    }));
    INFO(row.name);
    Case c;
    Document document;
    document.id = "d1";
    document.kind = "notice";
    document.text = before;
    Deadline deadline;
    deadline.id = "t1";
    deadline.document = "d1";
    deadline.start = 4;
    deadline.end = 11;
    c = appeal::apply(c, std::vector<Edit>{AddDocument{document}, Correct{{"d1", 4, 11, "asins", "B0"}}, PutDeadline{deadline}});
    REQUIRE(c.corrections.size() == 1);

    c = appeal::apply(c, Edit(SetDocumentText{"d1", row.after}));

    CHECK(c.corrections.size() == (row.at ? 1u : 0u));
    REQUIRE(c.deadlines.size() == 1);
    if (row.at) {
        CHECK(c.corrections[0].start == row.at->first);
        CHECK(c.corrections[0].end == row.at->second);
    }
    CHECK(c.deadlines[0].start == (row.at ? row.at->first : 0));
    CHECK(c.deadlines[0].end == (row.at ? row.at->second : 0));
}

TEST_CASE("ids that came from outside are never given again")
{
    Case c;
    Document document;
    document.id = "d1";
    document.kind = "notice";
    c = appeal::apply(c, Edit(AddDocument{document}));
    document.id.clear();
    document.kind = "reply";
    c = appeal::apply(c, Edit(AddDocument{document}));
    REQUIRE(c.documents.size() == 2);
    CHECK(c.documents[0].id != c.documents[1].id);
}

TEST_CASE("typing in one field merges, two fields do not")
{
    CHECK(mergeKey(SetField{"r1", "what", "en", "a"}) == mergeKey(SetField{"r1", "what", "en", "ab"}));
    CHECK(mergeKey(SetField{"r1", "what", "en", "a"}) != mergeKey(SetField{"r1", "what", "zh", "a"}));
    CHECK(mergeKey(SetField{"r1", "what", "en", "a"}) != mergeKey(SetField{"r1", "on", "", "a"}));
    CHECK(mergeKey(AddLetter{}).empty());
}
