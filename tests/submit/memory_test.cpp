#include "catch.h"

#include "appeal/edit.h"
#include "letter/compose.h"
#include "letter/format.h"
#include "submit/memory.h"
#include "submit/review.h"
#include "dice.h"

// With the memory of the last look the findings are those of a first look, whatever was changed between.

namespace {

using namespace appeal;

const library::Pack& pack()
{
    static const auto one = library::builtinPack();
    REQUIRE(one);
    return *one;
}

const submit::Reviewer& reviewer(const library::CataloguePtr& catalogue)
{
    static const auto one = [&] {
        submit::Reviewer made(catalogue);
        made.loadDictionary();
        return made;
    }();
    return one;
}

constexpr const char* kWords[]{"counted the stock  of shelf 4", "we will try our best", "I guarantee it. We've sent \"all\" 22 of 19 orders", "see https://example.com/x", "COUNTED EVERYTHING", "teh pakcage was wrapped", "on 5 March 2026 and on 3/4/2026",
    "the the label", "[name]", "checked by Ann Reed. It was 9.4%, as on Walmart", "更换了承运人。", "attached is the invoice (Attachment 7)", "works.We packed", "is was were 5 (six) units"};

Case start()
{
    Case c;
    for (const auto& edit : std::vector<Edit>{SetFact{{Scope::Case, {}, "marketplace"}, "", "amazon"}, SetFact{{Scope::Case, {}, "store"}, "", "UK"}, SetFact{{Scope::Case, {}, "notice_date"}, "", "2026-03-16"},
             SetFact{{Scope::Case, {}, "store_name"}, "", "Harbor Lane Goods"}, SetFact{{Scope::Case, {}, "contact_name"}, "", "Li Na"}, ChooseCause{"late_shipment_rate", By::Person, {}},
             SetRoute{"late_shipment_rate", Route::Admit, By::Person}, ChooseCause{"cancellation_rate", By::Person, {}}, SetRoute{"cancellation_rate", Route::Admit, By::Person}, AddLetter{"first_appeal", "en", true}})
        c = appeal::apply(std::move(c), edit);
    return c;
}

Edit anyEdit(Dice& dice, const Case& c)
{
    const auto& draft = c.letters.front();
    const auto language = dice.upTo(5) == 0 ? "zh" : "en";
    switch (c.records.empty() ? 0 : dice.upTo(8)) {
    case 0:
    case 1: {
        Record record;
        record.group = dice.upTo(2) ? "deeds" : "measures";
        record.causes = {dice.upTo(2) ? "late_shipment_rate" : "cancellation_rate"};
        record.fields[record.group == "deeds" ? "what" : "measure"]["en"] = dice.of(kWords);
        record.fields["who"][""] = dice.upTo(2) ? "Li Na, owner" : "Ann Reed, packer";
        if (dice.upTo(2))
            record.fields[record.group == "deeds" ? "on" : "since"][""] = "2026-03-1" + std::to_string(dice.upTo(10));
        return AddRecord{record, {}};
    }
    case 2: {
        const auto& record = dice.of(c.records);
        return SetField{record.id, record.group == "deeds" ? "what" : "measure", language, dice.of(kWords)};
    }
    case 3: {
        PickClause pick;
        pick.letter = draft.id;
        pick.pick.prints = dice.of(c.records).id;
        pick.pick.section = dice.upTo(2) ? "corrective" : "preventive";
        pick.pick.cause = dice.upTo(2) ? "late_shipment_rate" : "cancellation_rate";
        return pick;
    }
    case 4:
        if (!draft.picks.empty())
            return Reword{draft.id, dice.of(draft.picks).id, language, std::string(dice.of(kWords)) + " " + dice.of(kWords) + ".", {}};
        [[fallthrough]];
    case 5: return Reword{draft.id, dice.upTo(2) ? "opening" : "closing", language, std::string(dice.of(kWords)), {}};
    case 6: return SetFact{{Scope::Case, {}, dice.upTo(2) ? "store_name" : "contact_name"}, "", dice.upTo(3) ? dice.of(kWords) : ""};
    default: return SetVoice{dice.upTo(2) ? Voice::I : Voice::We};
    }
}

} // namespace

TEST_CASE("with the memory of the last look the findings are those of a first look")
{
    const auto catalogue = library::builtinCatalogue();
    REQUIRE(catalogue);
    Dice dice{GENERATE(5u, 17u)};
    auto c = start();
    submit::Memory memory;
    std::vector<Case> past;
    std::vector<std::string_view> library;
    for (std::size_t i = 0; i < pack().clauses.size(); i += 40)
        for (const auto& [language, list] : pack().clauses[i].text)
            library.insert(library.end(), list.begin(), list.end());
    for (int round = 0; round < 120; ++round) {
        past.push_back(c);
        if (dice.upTo(9) == 0)
            c = dice.of(past); // undone
        else
            c = appeal::apply(c, anyEdit(dice, c));
        const auto& draft = c.letters.front();
        const auto language = dice.upTo(7) == 0 ? "zh" : "en";
        const auto letter = letter::compose(c, draft, **catalogue, pack().clauses, {language, Length::Full}, *parseDate("2026-03-24"));
        const auto written = letter::toText(letter);
        submit::Surroundings around;
        around.c = &c;
        around.draft = &draft;
        around.letter = &letter;
        around.written = &written;
        around.marketplace = "amazon";
        around.store = "UK";
        around.today = *parseDate("2026-03-24");
        if (dice.upTo(3) > 0)
            around.libraryTexts = library;
        around.earlier = {{kWords[dice.upTo(std::size(kWords))], "Another case"}};
        const auto& r = reviewer(*catalogue);
        const auto again = r.review(written.text, draft.kind, language, around, &memory);
        const auto first = r.review(written.text, draft.kind, language, around);
        INFO(written.text);
        REQUIRE(again.findings.size() == first.findings.size());
        for (std::size_t i = 0; i < first.findings.size(); ++i)
            REQUIRE(again.findings[i] == first.findings[i]);
        REQUIRE(again.ready == first.ready);
        REQUIRE(again.statistics.words == first.statistics.words);
        REQUIRE(again.statistics.sentences == first.statistics.sentences);
        REQUIRE(again.statistics.readingGrade == first.statistics.readingGrade);
    }
    CHECK(memory.size() < 400); // what is not met any more goes
}

TEST_CASE("another reviewer remembers nothing of the first one's words")
{
    const auto catalogue = library::builtinCatalogue();
    REQUIRE(catalogue);
    auto other = std::make_shared<library::Catalogue>(**catalogue);
    std::erase_if(other->checks, [](const auto& check) { return check.id == "double_space"; });
    const submit::Reviewer less(other);
    Letter letter;
    letter.kind = "first_appeal";
    Paragraph p;
    p.section = "opening";
    p.place = "opening";
    p.text = "We counted  the stock.";
    letter.paragraphs = {p};
    const auto written = letter::toText(letter);
    submit::Surroundings around;
    around.letter = &letter;
    around.written = &written;
    submit::Memory memory;
    for (const auto* r : {&reviewer(*catalogue), &less, &reviewer(*catalogue)}) {
        const auto again = r->review(written.text, letter.kind, "en", around, &memory), first = r->review(written.text, letter.kind, "en", around);
        CHECK(again.findings == first.findings);
    }
}
