#include "journey/session.h"
#include "catch.h"

#include "cause/reader.h"
#include "journey/setting.h"
#include "journey/work.h"
#include "letter/claim.h"
#include "letter/compose.h"
#include "letter/format.h"

#include <random>

using namespace appeal;

namespace {

const Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};

const library::Pack& content()
{
    static const library::Pack pack = [] {
        auto read = library::builtinPack();
        REQUIRE(read);
        return std::move(*read);
    }();
    return pack;
}

library::CataloguePtr catalogue()
{
    static const library::CataloguePtr all = std::make_shared<const library::Catalogue>(content().catalogue);
    return all;
}

journey::Session session(Case start = {})
{
    return journey::Session(std::move(start), catalogue(), [](const library::Fit& fit) {
        library::Clauses out;
        for (const auto& clause : content().clauses)
            if (library::fits(clause, fit))
                out.push_back(clause);
        return out;
    }, kToday);
}

std::vector<Edit> started()
{
    return {SetFact{{Scope::Case, {}, "marketplace"}, "", "amazon", Source::Notice}, SetFact{{Scope::Case, {}, "notice_date"}, "", "2026-11-16", Source::Notice},
        SetUnderstanding{{"account_deactivated"}, "letter", {}, {}}, ChooseCause{"late_shipment_rate", By::Program, {}}};
}

std::string text(const journey::Session& s)
{
    return letter::toText(s.letter()).text;
}

} // namespace

TEST_CASE("an edit that changes nothing is no step")
{
    auto s = session();
    const auto revision = s.revision();
    s.edit(RemoveCause{"nothing"});
    CHECK(s.revision() == revision);
    CHECK_FALSE(s.canUndo());
}

TEST_CASE("typing in one field is one step until it rests")
{
    auto s = session();
    s.edit(started());
    for (const char* value : {"H", "Ha", "Har"})
        s.edit(SetFact{{Scope::Case, {}, "store_name"}, "", value});
    CHECK(caseFact(s.now(), "store_name") == "Har");
    s.undo();
    CHECK(caseFact(s.now(), "store_name").empty());
    s.redo();
    CHECK(caseFact(s.now(), "store_name") == "Har");
    s.rest();
    s.edit(SetFact{{Scope::Case, {}, "store_name"}, "", "Harbor"});
    s.undo();
    CHECK(caseFact(s.now(), "store_name") == "Har");
}

TEST_CASE("a route brings its proposals in the same step, and takes them back with it")
{
    auto s = session();
    s.edit(started());
    REQUIRE(s.draft());
    CHECK(s.draft()->kind == "first_appeal");
    CHECK(s.draft()->picks.empty());
    s.edit(SetRoute{"late_shipment_rate", Route::Admit, By::Person});
    CHECK(s.draft()->picks.size() >= 3);
    for (const auto& p : s.letter().paragraphs)
        if (p.kind == Paragraph::Kind::Pick)
            CHECK(p.state != PickState::Own);
    s.undo();
    CHECK(s.draft()->picks.empty());
    CHECK(s.now().records.empty());
}

TEST_CASE("while the route is open the letter neither apologises nor denies")
{
    auto s = session();
    s.edit(started());
    for (const auto& p : s.letter().paragraphs) {
        CHECK(p.kind != Paragraph::Kind::Pick);
        CHECK(p.section != "root_cause");
        CHECK(p.section != "grounds");
    }
}

TEST_CASE("a confirmation lapses when what was confirmed changes")
{
    auto s = session();
    s.edit(started());
    s.edit(SetRoute{"late_shipment_rate", Route::Admit, By::Person});
    const auto confirmable = [&]() -> const Pick* {
        for (const auto& pick : s.draft()->picks)
            if (const auto* clause = library::find(s.clauses(), pick.clause); clause && !clause->requires_.empty() && !pick.prints.empty())
                return &pick;
        return nullptr;
    };
    const auto* pick = confirmable();
    REQUIRE(pick);
    const auto id = pick->id;
    const auto record = pick->prints;
    const auto state = [&] {
        const auto* now = findPick(*s.draft(), id);
        return letter::stateOf(s.now(), *s.draft(), *now, library::find(s.clauses(), now->clause));
    };
    const auto confirm = [&] {
        const auto* now = findPick(*s.draft(), id);
        s.edit(Confirm{s.draft()->id, id, letter::claimHash(s.now(), *s.draft(), *now, library::find(s.clauses(), now->clause))});
    };
    CHECK(state() == PickState::Proposed);
    confirm();
    CHECK(state() == PickState::Confirmed);
    s.edit(SetField{record, "what", "en", "something else"});
    CHECK(state() == PickState::Proposed);
    confirm();
    s.edit(SetVariant{s.draft()->id, id, findPick(*s.draft(), id)->variant + 1});
    CHECK(state() == PickState::Proposed);
}

TEST_CASE("history ends at a submission, and a new letter starts from the one before")
{
    auto s = session();
    s.edit(started());
    s.edit(SetRoute{"late_shipment_rate", Route::Admit, By::Person});
    const auto sent = text(s);
    s.edit(journey::submitted(s, {}, kToday, "Account Health", "", ""));
    CHECK_FALSE(s.canUndo());
    CHECK(text(s) == sent);
    ReplyReading reply;
    reply.cls = "appeal_rejected";
    s.edit(journey::replied(s.now(), "No.", reply, kToday, *catalogue()));
    REQUIRE(s.draft());
    CHECK(s.draft()->kind == "revised_appeal");
    CHECK(s.draft()->sent.empty());
    CHECK(s.draft()->picks.size() == s.now().letters.front().picks.size());
}

TEST_CASE("a part of a rate is answered with its whole")
{
    auto s = session();
    s.edit({SetFact{{Scope::Case, {}, "marketplace"}, "", "amazon"}, SetUnderstanding{{"account_deactivated"}, "letter", {}, {}}, ChooseCause{"order_defect_rate", By::Program, {}}, ChooseCause{"odr_a_to_z_claims", By::Program, {}}});
    s.edit({SetRoute{"order_defect_rate", Route::Admit, By::Person}, SetRoute{"odr_a_to_z_claims", Route::Admit, By::Person}});
    for (const auto& pick : s.draft()->picks)
        CHECK(pick.cause == "order_defect_rate");
    CHECK(text(s).find("A-to-z Guarantee claims and") == std::string::npos);
}

namespace {

/// The session after each NAME=VALUE of @p all, as `set` takes them.
void setAll(journey::Session& s, std::initializer_list<std::pair<const char*, const char*>> all)
{
    for (const auto& [name, value] : all) {
        INFO(name);
        journey::Setter setter(s.now(), *catalogue(), content().clauses, kToday, s.now().letter, {});
        REQUIRE(setter.set(name, value));
        s.edit(setter.edits());
    }
}

} // namespace

TEST_CASE("a figure of the notice is completed, not doubled")
{
    auto s = session();
    s.edit(started());
    Figure figure;
    figure.metric = "odr";
    figure.channel = "self";
    figure.value = "1.82%";
    figure.numerator = 19;
    figure.denominator = 1042;
    figure.source = Source::Notice;
    s.edit(PutFigure{figure});
    setAll(s, {{"odr_from", "2026-09-15"}, {"odr_to", "2026-11-13"}});
    REQUIRE(s.now().figures.size() == 1);
    CHECK(s.now().figures.front().from == parseDate("2026-09-15"));
    CHECK(s.now().figures.front().to == parseDate("2026-11-13"));
    CHECK(s.now().figures.front().value == "1.82%");
}

TEST_CASE("the seller's own records print in full, and what is not given leaves no gap")
{
    auto s = session();
    s.edit(started());
    s.edit(SetRoute{"late_shipment_rate", Route::Admit, By::Person});
    std::vector<Edit> drops;
    for (const auto& pick : s.draft()->picks)
        drops.push_back(DropPick{s.now().letter, pick.id});
    s.edit(drops);
    setAll(s, {{"order_ids", "202-4471938-6620157, 026-7715049-3382961"}, {"late_shipment_rate.found_on", "2026-11-20"}, {"late_shipment_rate.found_by", "Bethan Prosser, owner"},
                 {"late_shipment_rate.found_how", "set due date and confirmation of all 13 late orders side by side"}});
    CHECK(text(s).find("026-7715049-3382961") != std::string::npos);
    setAll(s, {{"root_causes.+.root_cause", "nobody compared the setting with the real time"}, {"root_causes.1.explains_count", "13"}, {"root_causes.1.explains_orders", "202-4471938-6620157, 026-7715049-3382961"},
                 {"root_causes.1.topic", "Handling time"}, {"measures.+.measure", "each order is confirmed when the driver scans the parcel"}, {"measures.1.since", "2026-11-20"}, {"measures.1.who", "we"},
                 {"measures.1.result", "all 17 orders due since were confirmed in time"}});
    const auto said = text(s);
    CHECK(said.find("set due date and confirmation of all 13 late orders side by side") != std::string::npos);
    CHECK(said.find("Handling time") != std::string::npos);
    CHECK(said.find("among them 202-4471938-6620157 and 026-7715049-3382961") != std::string::npos);
    CHECK(said.find("202-4471938-6620157") == said.rfind("202-4471938-6620157")); // told once: with its reason
    CHECK(said.find("All 17 orders due since were confirmed in time.") != std::string::npos);
    CHECK(said.find("[How it is checked]") == std::string::npos);
    CHECK(said.find("[How often]") == std::string::npos);
}

TEST_CASE("several invoices are added up")
{
    auto s = session();
    s.edit({SetFact{{Scope::Case, {}, "marketplace"}, "", "amazon", Source::Notice}, SetUnderstanding{{"listing_removed"}, "letter", {}, {}}, ChooseCause{"used_sold_as_new", By::Program, {}}});
    s.edit(SetRoute{"used_sold_as_new", Route::Admit, By::Person});
    setAll(s, {{"invoices.+.invoice", "A.pdf"}, {"invoices.1.issued_on", "2025-12-02"}, {"invoices.1.covers_units", "600"}});
    CHECK(text(s).find("Together") == std::string::npos);
    setAll(s, {{"invoices.+.invoice", "B.pdf"}, {"invoices.2.issued_on", "2026-04-14"}, {"invoices.2.covers_units", "1080"}, {"statements.+.statement", "of these 1,388 are sold"}});
    const auto said = text(s);
    CHECK(said.find("Together the 2 invoices cover 1,680 units.") != std::string::npos);
    CHECK(said.find("Of these 1,388 are sold.") != std::string::npos);
    CHECK(said.find("B.pdf: invoice of 14 April 2026, 1,080 units") != std::string::npos);
}

TEST_CASE("any series of edits, undone completely, gives back the first letter byte for byte")
{
    std::mt19937 random(7);
    for (int round = 0; round < 12; ++round) {
        auto s = session();
        s.edit(started());
        const auto first = s.now();
        const auto firstText = text(s);
        int steps = 0;
        for (int i = 0; i < 500; ++i) {
            const auto& c = s.now();
            const auto* draft = s.draft();
            std::vector<Edit> choices{SetRoute{"late_shipment_rate", static_cast<Route>(random() % 4), By::Person}, SetVoice{random() % 2 ? Voice::I : Voice::We},
                SetFact{{Scope::Case, {}, "store_name"}, "", std::string(1 + random() % 3, 'x')}, ChooseCause{"inauthentic", By::Person, {}}, RemoveCause{"inauthentic"}, SetRoute{"inauthentic", Route::Documents, By::Person},
                AddRecord{{"", "deeds", {}, {{"what", {{"en", "counted"}}}}, By::Person}, {}}, SetVariant{draft ? draft->id : "", "opening", int(random() % 3)}, Reword{draft ? draft->id : "", "opening", "en", std::to_string(random() % 9), ""}};
            if (!c.records.empty()) {
                const auto& record = c.records[random() % c.records.size()];
                choices.push_back(SetField{record.id, "what", "en", "did " + std::to_string(random() % 5)});
                choices.push_back(RemoveRecord{record.id});
            }
            if (draft && !draft->picks.empty()) {
                const auto& pick = draft->picks[random() % draft->picks.size()];
                choices.push_back(DropPick{draft->id, pick.id});
                choices.push_back(MovePick{draft->id, pick.id, random() % 4, "", ""});
                choices.push_back(Reword{draft->id, pick.id, "en", "my own {{.what}} words", ""});
                choices.push_back(SetVariant{draft->id, pick.id, int(random() % 3)});
            }
            s.edit(choices[random() % choices.size()]);
            if (random() % 3 == 0)
                s.rest();
            ++steps;
            // what is kept from letter to letter changes no word of it
            if (const auto* now = s.draft())
                for (const char* language : {"en", "zh"})
                    REQUIRE(s.letter(language) == letter::compose(s.now(), *now, s.catalogue(), s.clauses(), {language, Length::Full}, s.today()));
        }
        REQUIRE(steps == 500);
        const auto last = s.now();
        const auto lastText = text(s);
        // the same case, loaded anew, composes the same text
        CHECK(text(session(last)) == lastText);
        while (s.canUndo() && !(s.now() == first))
            s.undo();
        CHECK(s.now() == first);
        CHECK(text(s) == firstText);
        while (s.canRedo())
            s.redo();
        CHECK(s.now() == last);
        CHECK(text(s) == lastText);
    }
}

TEST_CASE("an answer finds the case under way that it names")
{
    appeal::Summary sent, other, draft;
    sent.id = "a";
    sent.state = "submitted";
    other.id = "b";
    other.state = "rejected";
    draft.id = "c";
    draft.state = "drafting";
    const std::vector<appeal::Summary> cases{sent, other, draft};
    const std::vector<journey::KnownAs> names{{"a", "store_name", "Alder Books"}, {"b", "store_name", "Alder Books"}, {"a", "order_ids", "204-5183306-9917420"}, {"b", "complaint_ids", "8410937265"},
        {"c", "order_ids", "113-0000000-0000001"}, {"a", "contact_name", "Li Na Wang"}};
    struct Row { const char* text; const char* id; };
    const auto row = GENERATE(values<Row>({
        {"About order 204-5183306-9917420: we need more information.", "a"},
        {"Dear ALDER BOOKS, complaint 8410937265 is withdrawn.", "b"},
        {"Dear Alder Books, thank you for your appeal.", ""},         // two cases of one store
        {"Order 113-0000000-0000001 is affected.", ""},               // nothing was sent there
        {"Li Na Wang, thank you for your appeal.", ""},               // a signer has several stores
        {"Your account has been reinstated.", ""},
    }));
    const auto* found = journey::answered(cases, names, row.text);
    INFO(row.text);
    CHECK((found ? found->id : appeal::Id{}) == row.id);
}
