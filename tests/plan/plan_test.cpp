#include "plan/plan.h"
#include "catch.h"

#include <algorithm>
#include <set>

using namespace appeal;

namespace {

library::Choice row(std::vector<std::string> actions, std::string any, std::vector<std::string> none, std::string kind)
{
    library::Choice c;
    c.actionsMain = std::move(actions);
    c.routesAny = std::move(any);
    c.routesNone = std::move(none);
    c.kind = std::move(kind);
    return c;
}

library::Catalogue catalogue()
{
    library::Catalogue c;
    library::Choice approval;
    approval.afterApproval = true;
    approval.kind = "resubmission_with_prior_approval";
    library::Choice quiz;
    quiz.routesAll = "quiz";
    c.choices = {approval, row({"final_decision"}, "", {}, "escalation"), row({"appeal_rejected"}, "", {}, "revised_appeal"), quiz, row({}, "documents", {"admit", "dispute"}, "verification_reply"),
        row({"listing_removed"}, "dispute", {"admit"}, "policy_warning_dispute"), row({}, "dispute", {"admit"}, "account_dispute"), row({}, "", {}, "first_appeal")};
    library::Group deeds;
    deeds.id = "deeds";
    deeds.section = {{"admit", "corrective"}};
    library::Field what;
    what.name = "what";
    what.type = "longtext";
    deeds.members = {what};
    deeds.print = {{"en", {"one {{.what}}", "two {{.what}}"}}};
    c.groups = {deeds};
    for (const char* id : {"a", "b"}) {
        library::Cause cause;
        cause.id = id;
        c.causes.push_back(cause);
    }
    for (const char* id : {"first_appeal", "account_dispute", "revised_appeal", "status_request"}) {
        library::LetterKind kind;
        kind.id = id;
        for (const char* section : {"root_cause", "corrective", "preventive", "grounds", "exhibits"})
            if (std::string(id) != "status_request")
                kind.sections.push_back({section, {}, {}});
        kind.perCause = {{"admit", {"deeds"}}};
        c.letters.push_back(kind);
    }
    return c;
}

library::Clauses clauses()
{
    library::Clauses out;
    for (const char* id : {"a.one", "a.two", "b.one", "shared"}) {
        library::Clause clause;
        clause.id = id;
        clause.section = "corrective";
        clause.causes = std::string(id) == "shared" ? std::vector<std::string>{"a", "b"} : std::vector<std::string>{std::string(1, id[0])};
        clause.prints = "deeds";
        clause.text = {{"en", {"{{.what}}", "x {{.what}}", "y {{.what}}"}}};
        clause.requires_ = {{"en", "it is so"}};
        out.push_back(clause);
    }
    return out;
}

Case with(std::vector<std::string> actions, std::vector<std::pair<const char*, std::optional<Route>>> causes)
{
    Case c;
    c.actions = std::move(actions);
    for (const auto& [id, route] : causes) {
        ChosenCause chosen;
        chosen.id = id;
        chosen.route = route;
        c.causes.push_back(chosen);
    }
    return c;
}

const Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};

} // namespace

TEST_CASE("actions and routes choose the letter: the first row that fits")
{
    struct Row { const char* name; std::vector<std::string> actions; std::vector<std::pair<const char*, std::optional<Route>>> causes; const char* kind; };
    const auto row = GENERATE(values<Row>({
        {"admitted", {"account_deactivated"}, {{"a", Route::Admit}}, "first_appeal"},
        {"open", {"account_deactivated"}, {{"a", std::nullopt}}, "first_appeal"},
        {"disputed account", {"account_deactivated", "listing_removed"}, {{"a", Route::Dispute}}, "account_dispute"},
        {"disputed listing", {"listing_removed"}, {{"a", Route::Dispute}}, "policy_warning_dispute"},
        {"one admitted beside a dispute", {"listing_removed"}, {{"a", Route::Dispute}, {"b", Route::Admit}}, "first_appeal"},
        {"papers alone", {"verification_requested"}, {{"a", Route::Documents}}, "verification_reply"},
        {"papers beside a plan", {"account_deactivated"}, {{"a", Route::Documents}, {"b", Route::Admit}}, "first_appeal"},
        {"every cause by quiz", {"account_at_risk"}, {{"a", Route::Quiz}, {"b", Route::Quiz}}, ""},
        {"one by quiz", {"account_at_risk"}, {{"a", Route::Quiz}, {"b", Route::Admit}}, "first_appeal"},
        {"refused", {"appeal_rejected"}, {{"a", Route::Admit}}, "revised_appeal"},
        {"refused for good", {"final_decision"}, {{"a", Route::Admit}}, "escalation"},
    }));
    INFO(row.name);
    CHECK(plan::letterKind(with(row.actions, row.causes), catalogue()) == row.kind);
}

TEST_CASE("a row and a kind may ask for one of some causes, and a kind for its stores")
{
    auto known = catalogue();
    auto copyright = row({"listing_removed"}, "dispute", {}, "policy_warning_dispute");
    copyright.causesAny = {"b"};
    copyright.also = {"ip_counter_notice"};
    known.choices.insert(known.choices.begin(), copyright);
    library::LetterKind counter;
    counter.id = "ip_counter_notice";
    counter.onlyCauses = {"b"};
    counter.onlyStores = {"US"};
    known.letters.push_back(counter);

    const auto ids = [&](const Case& c) {
        std::vector<std::string> out;
        for (const auto* kind : plan::kindsFor(c, known))
            out.push_back(kind->id);
        return out;
    };
    using Ids = std::vector<std::string>;
    auto c = with({"listing_removed"}, {{"b", Route::Dispute}});
    c = appeal::apply(c, Edit(SetFact{{Scope::Case, "", "store"}, "", "US"}));
    CHECK(ids(c).size() == 5);
    CHECK(ids(c).front() == "ip_counter_notice");
    CHECK(ids(appeal::apply(c, Edit(SetFact{{Scope::Case, "", "store"}, "", "UK"}))) == Ids{"first_appeal", "account_dispute", "revised_appeal", "status_request"});
    CHECK(ids(with({"listing_removed"}, {{"a", Route::Dispute}})) == Ids{"first_appeal", "account_dispute", "revised_appeal", "status_request"});
}

TEST_CASE("nothing is proposed while a route is open")
{
    auto c = with({"account_deactivated"}, {{"a", std::nullopt}});
    c = appeal::apply(c, plan::propose(c, catalogue(), clauses(), kToday));
    REQUIRE(c.letters.size() == 1);
    CHECK(c.letters[0].picks.empty());
}

TEST_CASE("an admitted cause is proposed clauses of its own, each with a record, by the program and unconfirmed")
{
    auto c = with({"account_deactivated"}, {{"a", Route::Admit}});
    c = appeal::apply(c, plan::propose(c, catalogue(), clauses(), kToday));
    REQUIRE(c.letters.size() == 1);
    REQUIRE(c.letters[0].picks.size() == 2);
    for (const auto& pick : c.letters[0].picks) {
        CHECK(pick.by == By::Program);
        CHECK_FALSE(pick.confirmed);
        CHECK(pick.cause == "a");
        REQUIRE(findRecord(c, pick.prints));
        CHECK(findRecord(c, pick.prints)->group == "deeds");
    }
    CHECK(c.letters[0].picks[0].clause != c.letters[0].picks[1].clause);
    SECTION("proposing again changes nothing")
    {
        CHECK(appeal::apply(c, plan::propose(c, catalogue(), clauses(), kToday)) == c);
    }
}

TEST_CASE("each paper that the notice asks for is proposed a clause, and no answer where the letter says its own")
{
    auto known = catalogue();
    library::LetterKind cover;
    cover.id = "verification_reply";
    cover.sections = {{"evidence", {}, {}}, {"answers", {{"en", {"All agree."}}}, {}}};
    cover.perCause = {{"documents", {"papers"}}};
    known.letters.push_back(cover);
    library::Group papers;
    papers.id = "papers";
    papers.section = {{"documents", "evidence"}};
    papers.members = known.groups[0].members;
    known.groups.push_back(papers);
    auto group = papers;
    group.id = "answers";
    group.section = {{"documents", "answers"}};
    known.groups.push_back(group);

    library::Clauses all;
    const auto paper = [&](const char* id, const char* section, std::vector<std::string> kinds) {
        library::Clause clause;
        clause.id = id;
        clause.section = section;
        clause.causes = {"a"};
        clause.prints = std::string(section) == "answers" ? "answers" : "papers";
        clause.evidence = std::move(kinds);
        clause.text = {{"en", {"{{.what}}"}}};
        all.push_back(clause);
    };
    paper("a.bill", "evidence", {"utility_bill"});
    paper("a.bill-too", "evidence", {"utility_bill"});
    paper("a.card", "evidence", {"card"});
    paper("a.licence", "evidence", {"business_licence"});
    paper("a.other", "answers", {"utility_bill"});
    paper("a.person", "evidence", {"identity_document"});

    auto c = with({"verification_requested"}, {{"a", Route::Documents}});
    c.asksFor = {"business_licence", "identity_document", "utility_bill"};
    c = appeal::apply(c, plan::propose(c, known, all, kToday));
    REQUIRE(c.letters.size() == 1);
    std::set<std::string> brought;
    for (const auto& pick : c.letters[0].picks) {
        CHECK(pick.section == "evidence");
        for (const auto& kind : library::find(all, pick.clause)->evidence)
            brought.insert(kind);
    }
    CHECK(c.letters[0].picks.size() == 3);
    CHECK(brought == std::set<std::string>{"business_licence", "identity_document", "utility_bill"});
}

TEST_CASE("a record that nothing prints gets a place, once")
{
    auto c = with({"account_deactivated"}, {{"a", Route::Admit}});
    c = appeal::apply(c, Edit(AddLetter{"first_appeal", "en", true}));
    Record record;
    record.group = "deeds";
    record.fields["what"]["en"] = "counted";
    c = appeal::apply(c, Edit(AddRecord{record, {}}));
    c = appeal::apply(c, plan::placeRecords(c, catalogue(), clauses(), kToday));
    REQUIRE(c.letters[0].picks.size() == 1);
    CHECK(c.letters[0].picks[0].clause.empty());
    CHECK(c.letters[0].picks[0].section == "corrective");
    CHECK(plan::placeRecords(c, catalogue(), clauses(), kToday).empty());
}

TEST_CASE("dated deeds are put in the order of their days, before what has no day")
{
    auto c = appeal::apply(Case{}, std::vector<Edit>{AddLetter{"first_appeal", "en", true}});
    const auto add = [&](const char* record, const char* cause, const char* day) {
        Record r;
        r.id = record;
        r.group = "deeds";
        if (*day)
            r.fields["on"] = {{"", day}};
        PickClause pick;
        pick.letter = "1";
        pick.pick.section = "corrective";
        pick.pick.cause = cause;
        pick.pick.prints = record;
        c = appeal::apply(std::move(c), std::vector<Edit>{AddRecord{r, {}}, pick});
    };
    add("r1", "a", "2026-11-18");
    add("r2", "a", "");
    add("r3", "a", "2026-11-16");
    add("r4", "a", "2026-11-17");
    add("r5", "b", "2026-11-01");
    const auto sorted = appeal::apply(c, plan::inOrder(c));
    std::vector<std::string> order;
    for (const auto& pick : sorted.letters.front().picks)
        order.push_back(pick.prints);
    CHECK(order == std::vector<std::string>{"r3", "r4", "r1", "r2", "r5"});
    CHECK(plan::inOrder(sorted).empty());
}

TEST_CASE("a revised appeal starts from the first one's clauses")
{
    auto c = with({"account_deactivated"}, {{"a", Route::Admit}});
    c = appeal::apply(c, plan::propose(c, catalogue(), clauses(), kToday));
    const auto first = c.letters[0].picks;
    c = appeal::apply(c, Edit(SetFact{{Scope::Pick, first[0].id, "n"}, "", "12"}));
    c = appeal::apply(c, Edit(AddLetter{"revised_appeal", "en", true}));
    c = appeal::apply(c, plan::carryOver(c, catalogue()));
    REQUIRE(c.letters[1].picks.size() == first.size());
    CHECK(c.letters[1].picks[0].clause == first[0].clause);
    CHECK(c.letters[1].picks[0].prints == first[0].prints);
    CHECK(c.letters[1].picks[0].id != first[0].id);
    CHECK(anyOf(c.facts.at({Scope::Pick, c.letters[1].picks[0].id, "n"}).value) == "12");
}

TEST_CASE("a clause starts with a phrasing whose every sentence shows a fact")
{
    library::Clause clause;
    clause.id = "a";
    clause.section = "corrective";
    clause.text = {{"en", {"All is well now. {{.who}} {{.what}}.", "On {{.on}} {{.who}} {{.what}}. || Nothing else.", "{{.on}}: {{.who}} {{.what}}."}}};
    for (const char* store : {"Harbor Lane", "Kiln & Fern", "Dornfeld", "Nordet", "Brightpaw", "Peony"}) {
        auto c = with({"account_deactivated"}, {{"a", Route::Admit}});
        c = appeal::apply(c, Edit(SetFact{{Scope::Case, {}, "store_name"}, "", store}));
        c = appeal::apply(c, plan::propose(c, catalogue(), clauses(), kToday));
        CHECK(plan::pickOf(c, c.letters.front(), clause, catalogue(), "a").pick.variant == 2);
    }
    clause.text["en"].pop_back();
    clause.text["en"].pop_back();
    const auto c = with({"account_deactivated"}, {{"a", Route::Admit}});
    CHECK(plan::pickOf(c, LetterDraft{}, clause, catalogue(), "a").pick.variant == 0);
}

TEST_CASE("offers put the cause's own clause before a shared one, and leave other causes' out")
{
    auto c = with({"account_deactivated"}, {{"a", Route::Admit}});
    c = appeal::apply(c, Edit(AddLetter{"first_appeal", "en", true}));
    const auto offers = plan::offers(c, c.letters[0], catalogue(), clauses(), "corrective", "a");
    REQUIRE(offers.size() == 3);
    CHECK(offers.back().clause == "shared");
    CHECK(std::none_of(offers.begin(), offers.end(), [](const plan::Offer& o) { return o.clause == "b.one"; }));
}
