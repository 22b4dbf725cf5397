#include "catch.h"

#include "appeal/edit.h"
#include "followup/followup.h"

using namespace followup;

namespace {

appeal::Date day(const char* iso) { return *appeal::parseDate(iso); }

library::Catalogue catalogue()
{
    library::Catalogue out;
    for (const char* id : {"appeal_window", "response_window", "preview_window", "inventory_removal"})
        out.vocabularies["deadline_kinds"].push_back({id, {}, {}, {{"must_act", "true"}, {"day", "due"}}, {}});
    for (const char* id : {"decision_time", "funds_hold", "funds_appeal_from"})
        out.vocabularies["deadline_kinds"].push_back({id, {}, {}, {{"must_act", "false"}}, {}});
    library::Marketplace amazon;
    amazon.id = "amazon";
    library::Marketplace slow;
    slow.id = "slow";
    slow.statusFrom = 20;
    slow.statusOn = 30;
    out.marketplaces = {amazon, slow};
    return out;
}

appeal::Deadline deadline(const char* kind, const char* due, const char* document = "")
{
    appeal::Deadline d;
    d.id = std::string(kind) + due;
    d.kind = kind;
    (std::string_view(kind) == "funds_appeal_from" ? d.from : d.due) = day(due);
    d.document = document;
    return d;
}

/// A case with one notice on Amazon.
appeal::Case begun()
{
    appeal::Case c;
    appeal::Document notice;
    notice.id = "d1";
    notice.kind = "notice";
    c.documents = {notice};
    c.facts[{appeal::Scope::Case, {}, "marketplace"}].value[""] = "amazon";
    return c;
}

appeal::Event submission(const char* id, const char* on, const char* kind = "first_appeal")
{
    appeal::Event e;
    e.id = id;
    e.what = "submission";
    e.on = day(on);
    e.letterKind = kind;
    return e;
}

appeal::Event reply(const char* id, const char* on, const char* cls, const char* document = "")
{
    appeal::Event e;
    e.id = id;
    e.what = "reply";
    e.on = day(on);
    e.replyClass = cls;
    e.document = document;
    return e;
}

appeal::Event strikes(const char* id, const char* struck)
{
    appeal::Event e;
    e.id = id;
    e.what = "note";
    e.on = day("2026-12-31");
    e.strikes = struck;
    return e;
}

std::string shown(const std::vector<Due>& agenda)
{
    std::string out;
    for (const auto& due : agenda)
        out += due.what + "(" + (due.from ? appeal::isoDate(*due.from).substr(5) : "") + "," + (due.on ? appeal::isoDate(*due.on).substr(5) : "") + (due.overdue ? ",overdue" : "")
            + (due.letter.empty() ? "" : "," + due.letter) + ") ";
    return out;
}

} // namespace

TEST_CASE("where a case stands follows from what was sent and what came back")
{
    struct Row { const char* name; std::vector<appeal::Event> events; const char* state; };
    const auto sent = submission("v1", "2026-11-02");
    const auto row = GENERATE_COPY(values<Row>({
        {"nothing yet", {}, "drafting"},
        {"sent", {sent}, "submitted"},
        {"an automatic answer", {sent, reply("v2", "2026-11-02", "auto_acknowledgement")}, "acknowledged"},
        {"more wanted", {sent, reply("v2", "2026-11-05", "more_information_requested")}, "more_information_requested"},
        {"answered again", {sent, reply("v2", "2026-11-05", "more_information_requested"), submission("v3", "2026-11-06", "additional_information_reply")}, "submitted"},
        {"refused", {sent, reply("v2", "2026-11-05", "appeal_rejected")}, "rejected"},
        {"refused for good", {sent, reply("v2", "2026-11-05", "final_decision")}, "final"},
        {"approved", {sent, reply("v2", "2026-11-05", "reinstated")}, "reinstated"},
        {"approved and refused again", {sent, reply("v2", "2026-11-05", "reinstated"), reply("v3", "2026-11-06", "appeal_rejected")}, "rejected"},
        {"an answer that says nothing", {sent, reply("v2", "2026-11-05", "other")}, "submitted"},
        {"a letter to a buyer moves nothing", {submission("v1", "2026-11-02", "buyer_resolution")}, "drafting"},
        {"nor does a status request", {sent, reply("v2", "2026-11-05", "more_information_requested"), submission("v3", "2026-11-06", "status_request")}, "more_information_requested"},
        {"struck out", {sent, strikes("v2", "v1")}, "drafting"},
        {"recorded out of order", {reply("v1", "2026-11-05", "appeal_rejected"), submission("v2", "2026-11-02")}, "rejected"},
        {"a letter from elsewhere", {submission("v1", "2026-11-02", "")}, "submitted"},
    }));
    INFO(row.name);
    auto c = begun();
    c.events = row.events;
    CHECK(stateOf(c) == row.state);
    c.closed = true;
    CHECK(stateOf(c) == "closed");
}

TEST_CASE("an outcome that a person recorded holds until a contrary decision arrives")
{
    auto c = begun();
    c.events = {submission("v1", "2026-11-02")};
    c.outcome = "reinstated";
    CHECK(stateOf(c) == "reinstated");
    c.events.push_back(reply("v2", "2026-11-05", "reinstated"));
    c.events.push_back(reply("v3", "2026-11-06", "final_decision"));
    CHECK(stateOf(c) == "final");
    c.outcome = "given_up";
    CHECK(stateOf(c) == "closed");
}

TEST_CASE("only a new plan uses up a try")
{
    auto c = begun();
    CHECK_FALSE(attemptsLeft(c));
    c.attemptLimit = 2;
    CHECK(attemptsLeft(c) == 2);
    c.events = {submission("v1", "2026-11-02")};
    CHECK(attemptsLeft(c) == 1);
    c.events.push_back(submission("v2", "2026-11-13", "status_request"));
    c.events.push_back(submission("v3", "2026-11-14", "additional_information_reply"));
    CHECK(attemptsLeft(c) == 1);
    c.events.push_back(submission("v4", "2026-11-20", "revised_appeal"));
    c.events.push_back(submission("v5", "2026-11-21", ""));
    CHECK(attemptsLeft(c) == 0);
    c.events.push_back(strikes("v6", "v5"));
    c.events.push_back(strikes("v7", "v4"));
    CHECK(attemptsLeft(c) == 1);
    c.facts[{appeal::Scope::Case, {}, "notice_date"}].value[""] = "2026-11-10"; // the notice answers the first try
    CHECK(attemptsLeft(c) == 2);
}

TEST_CASE("the day to answer by is the nearest that wants an act and has not passed")
{
    auto c = begun();
    const auto cat = catalogue();
    CHECK_FALSE(answerBy(c, cat, day("2026-11-24")));
    c.deadlines = {deadline("decision_time", "2026-11-25"), deadline("appeal_window", "2026-12-09"), deadline("response_window", "2026-12-01"), deadline("funds_appeal_from", "2026-11-28")};
    CHECK(answerBy(c, cat, day("2026-11-24")) == day("2026-12-01"));
    CHECK(answerBy(c, cat, day("2026-12-01")) == day("2026-12-01"));
    CHECK(answerBy(c, cat, day("2026-12-02")) == day("2026-12-09"));
    CHECK(answerBy(c, cat, day("2027-01-01")) == day("2026-12-09"));
    c.events = {submission("v1", "2026-11-24"), reply("v2", "2026-11-26", "more_information_requested", "d2")};
    CHECK(answerBy(c, cat, day("2026-11-27")) == day("2026-12-01"));
    c.deadlines.push_back(deadline("response_window", "2026-12-20", "d2")); // the reply sets its own
    CHECK(answerBy(c, cat, day("2026-11-27")) == day("2026-12-20"));
}

TEST_CASE("what is next, and when")
{
    struct Row { const char* name; std::vector<appeal::Event> events; std::vector<appeal::Deadline> deadlines; std::optional<int> limit; const char* today; const char* agenda; };
    const auto sent = submission("v1", "2026-12-09");
    const auto row = GENERATE_COPY(values<Row>({
        {"no deadline stated", {}, {}, {}, "2026-11-24", "answer_notice(,) "},
        {"by the sharpest day", {}, {deadline("appeal_window", "2026-12-09"), deadline("preview_window", "2026-11-27")}, {}, "2026-11-24", "answer_notice(,11-27) "},
        {"too late", {}, {deadline("appeal_window", "2026-11-09")}, {}, "2026-11-24", "answer_notice(,11-09,overdue) "},
        {"just sent", {sent}, {}, {}, "2026-12-09", "check_account_health(12-09,12-11) status_request(12-16,12-19,status_request) "},
        {"three days later", {sent}, {}, {}, "2026-12-12", "check_account_health(12-09,12-12) status_request(12-16,12-19,status_request) "},
        {"offered", {sent}, {}, {}, "2026-12-16", "status_request(12-16,12-19,status_request) "},
        {"proposed long ago", {sent}, {}, {}, "2026-12-20", "status_request(12-16,12-19,overdue,status_request) "},
        {"an automatic reply is none", {sent, reply("v2", "2026-12-09", "auto_acknowledgement")}, {}, {}, "2026-12-16", "status_request(12-16,12-19,status_request) "},
        {"asked already: the days count anew", {sent, submission("v2", "2026-12-19", "status_request")}, {}, {}, "2026-12-26", "status_request(12-26,12-29,status_request) "},
        {"more wanted", {sent, reply("v2", "2026-12-12", "more_information_requested", "d2")}, {deadline("appeal_window", "2026-12-10"), deadline("response_window", "2026-12-19", "d2")}, {}, "2026-12-13",
            "additional_information_reply(12-12,12-19,additional_information_reply) "},
        {"an old day is not called late", {sent, reply("v2", "2026-12-12", "more_information_requested", "d2")}, {deadline("appeal_window", "2026-12-10")}, {}, "2026-12-13",
            "additional_information_reply(12-12,,additional_information_reply) "},
        {"refused with a try left", {sent, reply("v2", "2026-12-12", "appeal_rejected")}, {}, 2, "2026-12-13", "revised_appeal(12-12,,revised_appeal) "},
        {"refused, no limit named", {sent, reply("v2", "2026-12-12", "appeal_rejected")}, {}, {}, "2026-12-13", "revised_appeal(12-12,,revised_appeal) "},
        {"refused, no try left", {sent, reply("v2", "2026-12-12", "appeal_rejected")}, {}, 1, "2026-12-13", "escalation(12-12,,escalation) "},
        {"final", {sent, reply("v2", "2026-12-12", "final_decision")}, {deadline("funds_appeal_from", "2027-02-02")}, {}, "2026-12-13", "escalation(12-12,,escalation) funds_request(02-02,02-02,funds_release) "},
        {"escalated", {sent, reply("v2", "2026-12-12", "final_decision"), submission("v3", "2026-12-14", "escalation"), reply("v4", "2026-12-20", "final_decision")},
            {deadline("funds_appeal_from", "2027-02-02")}, {}, "2026-12-21", "funds_request(02-02,02-02,funds_release) "},
        {"the money was asked for", {sent, reply("v2", "2026-12-12", "final_decision"), submission("v3", "2026-12-14", "escalation"), submission("v4", "2027-02-02", "funds_release"),
            reply("v5", "2027-02-05", "final_decision")}, {deadline("funds_appeal_from", "2027-02-02")}, {}, "2027-02-06", ""},
        {"approved", {sent, reply("v2", "2026-12-12", "reinstated")}, {deadline("funds_appeal_from", "2027-02-02")}, {}, "2026-12-13", ""},
        {"approved, then refused by another", {sent, reply("v2", "2026-12-12", "reinstated"), reply("v3", "2026-12-14", "appeal_rejected")}, {}, {}, "2026-12-15",
            "resubmission_with_prior_approval(12-14,,resubmission_with_prior_approval) "},
    }));
    INFO(row.name);
    auto c = begun();
    c.events = row.events;
    c.deadlines = row.deadlines;
    c.attemptLimit = row.limit;
    CHECK(shown(agenda(c, catalogue(), day(row.today))) == row.agenda);
}

TEST_CASE("the days of a status request are the marketplace's")
{
    auto c = begun();
    c.events = {submission("v1", "2026-12-01")};
    c.facts[{appeal::Scope::Case, {}, "marketplace"}].value[""] = "slow";
    CHECK(shown(agenda(c, catalogue(), day("2026-12-25"))) == "status_request(12-21,12-31,status_request) ");
}

TEST_CASE("an empty case has nothing to do")
{
    CHECK(agenda({}, catalogue(), day("2026-11-24")).empty());
    CHECK(todos({}, day("2026-11-24")).empty());
}

TEST_CASE("what a sent letter says is kept to be shown")
{
    auto c = begun();
    const auto record = [&](const char* id, const char* group, const char* what, const char* words, const char* when, const char* on) {
        appeal::Record r;
        r.id = id;
        r.group = group;
        r.fields[what]["en"] = words;
        r.fields[when][""] = on;
        r.fields["who"][""] = "Li Na, warehouse lead";
        c.records.push_back(r);
    };
    record("r1", "deeds", "what", "took the lamps off sale", "on", "2026-11-20");
    record("r2", "measures", "measure", "every lamp is tested", "since", "2026-12-01");
    record("r3", "deeds", "what", "in no letter", "on", "2026-11-20");
    record("r4", "root_causes", "root_cause", "no deed", "on", "2026-11-20");
    appeal::LetterDraft letter;
    letter.id = "1";
    letter.kind = "first_appeal";
    for (const char* printed : {"r1", "r2", "r4", "r1"}) {
        appeal::Pick pick;
        pick.id = std::string("p") + printed;
        pick.prints = printed;
        letter.picks.push_back(pick);
    }
    c.letters = {letter};
    CHECK(todos(c, day("2026-11-24")).empty()); // nothing was sent
    auto event = submission("v1", "2026-11-24");
    event.letter = "1";
    c = appeal::apply(c, appeal::RecordSubmission{event});
    auto list = todos(c, day("2026-11-24"));
    REQUIRE(list.size() == 2);
    CHECK(list[0].record == "r1");
    CHECK(list[0].who == "Li Na, warehouse lead");
    CHECK(list[0].by == day("2026-11-20"));
    CHECK_FALSE(list[0].done);
    CHECK(appeal::anyOf(list[1].what) == "every lamp is tested");
    // the measure starts after the letter: it is due then, the deed before is not
    CHECK(shown(agenda(c, catalogue(), day("2026-11-25"))) == "check_account_health(11-24,11-26) promise(12-01,12-01) status_request(12-01,12-04,status_request) ");
    c = appeal::apply(c, appeal::TickPromise{"r2", appeal::Tick{day("2026-12-01"), {}}});
    CHECK(todos(c, day("2026-12-02"))[1].done);
    CHECK(shown(agenda(c, catalogue(), day("2026-12-02"))) == "status_request(12-01,12-04,status_request) ");
}

TEST_CASE("a choice offered to a buyer until a day is a promise")
{
    auto c = begun();
    appeal::LetterDraft letter;
    letter.id = "1";
    letter.kind = "buyer_resolution";
    c.letters = {letter};
    c.facts[{appeal::Scope::Letter, "1", "answer_by"}].value[""] = "2026-12-05";
    auto event = submission("v1", "2026-11-24");
    event.letter = "1";
    c = appeal::apply(c, appeal::RecordSubmission{event});
    CHECK(shown(agenda(c, catalogue(), day("2026-11-25"))) == "answer_notice(,) promise(12-05,12-05) ");
}

TEST_CASE("who is silent is asked again after five working days")
{
    auto c = begun();
    const auto contact = [&](const char* party, const char* on, const char* result) {
        appeal::Record r;
        r.id = "r" + std::to_string(c.records.size());
        r.group = "contacts";
        r.fields["party"][""] = party;
        r.fields["on"][""] = on;
        r.fields["result"]["en"] = result;
        c.records.push_back(r);
    };
    contact("rights_owner", "2026-11-20", ""); // a Friday
    contact("buyer", "2026-11-20", "");
    contact("supplier", "2026-11-02", "it sent the invoice");
    CHECK(shown(agenda(c, catalogue(), day("2026-11-24"))) == "answer_notice(,) chase(11-27,11-27,retraction_request) ");
    CHECK(shown(agenda(c, catalogue(), day("2026-11-30"))) == "chase(11-27,11-27,overdue,retraction_request) answer_notice(,) ");
    contact("rights_owner", "2026-11-26", "it withdrew the complaint");
    CHECK(shown(agenda(c, catalogue(), day("2026-11-30"))) == "answer_notice(,) ");
}
