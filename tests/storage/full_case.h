#pragma once

#include "appeal/edit.h"

/// A case in which every member holds something; references inside it are sound.
inline appeal::Case fullCase()
{
    using namespace appeal;
    const auto day = [](const char* iso) { return *parseDate(iso); };
    Case c;
    c.id = "k7m2q9x";
    c.title = "Harbor Lane — 港湾 \"quoted\"";
    c.tags = {"urgent", "brand"};
    c.profile = "Harbor";
    c.voice = Voice::I;
    c.outcome = "reinstated";
    c.closed = true;
    c.documents = {{"d1", "notice", "Hello 你好 🙂\nline", "aGVsbG8=", day("2026-03-10"), "notice.txt"}, {"d2", "reply", "No.", "", {}, "typed"}};
    c.corrections = {{"d1", 0, 5, "brands", "Hello"}};
    c.causes = {{"late_shipment_rate", Route::Admit, By::Person, {{{"en", "because"}, {"zh", "因为"}}}}, {"inauthentic", std::nullopt, By::Program, {}}};
    c.actions = {"account_deactivated", "funds_held"};
    c.way = "letter";
    c.asksFor = {"plan_of_action", "invoices"};
    c.attemptLimit = 2;
    c.deadlines = {{"t3", "appeal_window", 17, 14, "days", day("2026-03-26"), day("2026-03-23"), day("2026-03-11"), "d1", 1, 4, By::Person}};
    c.facts[{Scope::Case, "", "store_name"}] = {{{"", "Harbor Lane Goods"}}, Source::Notice, {}};
    c.facts[{Scope::Letter, "1", "addressee"}] = {{{"en", "Team"}, {"zh", "团队"}}, Source::Typed, {}};
    c.facts[{Scope::Cause, "inauthentic", "found_by"}] = {{{"", "Li Na, lead"}}, Source::Profile, {}};
    c.facts[{Scope::Pick, "p8", "n"}] = {{{"", "12"}}, Source::Derived, {}};
    c.figures = {{"lsr", "self", 10, "9.4%", "4%", 18, 192, day("2026-02-01"), day("2026-02-10"), Source::Evaluation, "report.txt", {"113-4820917-5530268"}}};
    c.practices = {{"ship_daily_close", "no"}};
    c.records = {{"r5", "deeds", {"late_shipment_rate"}, {{"what", {{"en", "counted"}, {"zh", "清点"}}}, {"on", {{"", "2026-03-10"}}}}, By::Program}, {"r6", "measures", {}, {}, By::Person}};
    c.evidence = {{"e7", "invoice.pdf", "invoice.pdf", true, "invoices", {{"en", "840 units"}}, 12345, "application/pdf", std::string(64, 'a')}};
    Pick pick{"p8", "a.clause", "corrective", "late_shipment_rate", 2, "r5", By::Person, {{"en", "my {{.what}}"}}, {{"en", "the other"}}, "0123456789abcdef"};
    c.letters = {{"1", "first_appeal", "en", {pick}, {{"opening", {{"en", "On that day"}}}}, {{"opening", 1}, {"p8", 2}}, "v9"}, {"2", "revised_appeal", "zh", {}, {}, {}, ""}};
    c.letter = "2";
    Event sent;
    sent.id = "v9";
    sent.what = "submission";
    sent.on = day("2026-03-12");
    sent.letter = "1";
    sent.letterKind = "first_appeal";
    sent.text = std::make_shared<const std::string>("Dear Team,\n…");
    sent.texts = {{"zh", "尊敬的团队"}};
    sent.channel = "Account Health";
    sent.caseId = "16204417738";
    sent.because = "in time";
    Event reply;
    reply.id = "v10";
    reply.what = "reply";
    reply.on = day("2026-03-16");
    reply.document = "d2";
    reply.replyClass = "appeal_rejected";
    reply.asksFor = {"invoices"};
    reply.note = "by mail";
    Event strike;
    strike.id = "v11";
    strike.what = "note";
    strike.on = day("2026-03-17");
    strike.strikes = "v10";
    c.events = {sent, reply, strike};
    c.ticks["r5"] = {day("2026-03-18"), "e7"};
    c.setAside = {{"too_long", "words", "it is needed"}};
    c.lastNumber = 11;
    return c;
}

/// One edit of every kind, some of which find their target in `fullCase` and some of which do not.
inline std::vector<appeal::Edit> someEdits()
{
    using namespace appeal;
    const auto full = fullCase();
    PickClause pick;
    pick.letter = "2";
    pick.pick.clause = "b.clause";
    pick.pick.section = "corrective";
    pick.newRecord = "deeds";
    pick.at = 0;
    return {AddDocument{{"", "reply", "text 文", "", *parseDate("2026-01-02"), "x"}}, SetDocumentText{"d1", "other text that is longer"}, SetReceived{"d1", *parseDate("2026-01-03")}, Correct{{"d1", 1, 3, "asins", "B0"}},
        Uncorrect{"d1", 0, 5}, SetUnderstanding{{"listing_removed"}, "documents", {"photos"}, 3}, ChooseCause{"counterfeit", By::Person, 0}, RemoveCause{"inauthentic"}, SetRoute{"late_shipment_rate", Route::Dispute, By::Person},
        SetRoute{"inauthentic", std::nullopt, By::Program}, SetWhys{"late_shipment_rate", {{{"en", "why"}}}}, PutDeadline{full.deadlines[0]}, RemoveDeadline{"t3"}, SetFact{{Scope::Case, "", "store_name"}, "", "Other", Source::Typed},
        SetFact{{Scope::Letter, "2", "addressee"}, "zh", "团队", Source::Typed}, PutFigure{full.figures[0]}, RemoveFigure{"lsr", "self", 10}, AnswerPractice{"ship_daily_close", "yes"}, AddRecord{{"", "measures", {}, {}, By::Person}, 0},
        SetField{"r5", "what", "en", "counted twice"}, SetField{"r6", "who", "", "Li Na"}, SetRecordCauses{"r5", {}}, RemoveRecord{"r6"}, MoveRecord{"r5", 1}, PutEvidence{{"", "b.png", "/tmp/b.png", false, "photos", {{"zh", "照片"}}, 1, "image/png", ""}},
        RemoveEvidence{"e7"}, AddLetter{"status_request", "en", true}, AddLetter{"first_appeal", "zh", false}, RemoveLetter{"2"}, SetLetterKind{"2", "first_appeal"}, SetLetterLanguage{"2", "en"}, UseLetter{"1"}, pick, DropPick{"2", "p13"}, MovePick{"2", "p13", 0, "preventive", "counterfeit"},
        SetVariant{"2", "opening", 2}, Reword{"2", "opening", "en", "mine", "theirs"}, Reword{"2", "opening", "en", std::nullopt, ""}, Confirm{"2", "p13", "abc"}, Unconfirm{"2", "p13"}, SetVoice{Voice::We}, SetProfile{"Other"}, SetTitle{"t"},
        SetTags{{"a", "b"}}, RecordSubmission{full.events[0]}, RecordReply{full.events[1]}, RecordEvent{full.events[2]}, TickPromise{"r5", std::nullopt}, TickPromise{"r5", Tick{*parseDate("2026-02-02"), "p"}}, PutSetAside{{"a", "b", "c"}},
        RemoveSetAside{"too_long", "words"}, SetOutcome{"final", false}, SetOutcome{"given_up", true}};
}
