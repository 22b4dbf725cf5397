#include "catch.h"

#include "appeal/edit.h"
#include "library/clauses.h"
#include "submit/fingerprints.h"
#include "submit/review.h"

// Rules that need more than the text: notice, figures, history, other cases, the letter as composed.

namespace {

using appeal::Paragraph;

const submit::Reviewer& reviewer()
{
    static const submit::Reviewer one(*library::builtinCatalogue());
    return one;
}

appeal::Date day(const char* iso) { return *appeal::parseDate(iso); }

/// A case with one notice of Amazon US, and a letter of it.
struct World
{
    appeal::Case c;
    appeal::LetterDraft draft;
    appeal::Letter letter;
    letter::Written written;
    appeal::Reading reading;
    submit::Surroundings around;

    World()
    {
        fact("marketplace", "amazon");
        fact("store", "US");
        fact("notice_date", "2026-09-07");
        draft.id = "1";
        draft.kind = letter.kind = "first_appeal";
        letter.language = "en";
        around.marketplace = "amazon";
        around.store = "US";
        around.today = day("2026-09-16");
    }
    void fact(const char* name, const char* value) { c.facts[{appeal::Scope::Case, {}, name}].value[""] = value; }
    appeal::ChosenCause& cause(const char* id, std::optional<appeal::Route> route = appeal::Route::Admit)
    {
        appeal::ChosenCause chosen;
        chosen.id = id;
        chosen.route = route;
        c.causes.push_back(chosen);
        return c.causes.back();
    }
    Paragraph& paragraph(const char* section, const std::string& text, Paragraph::Kind kind = Paragraph::Kind::Pick, const char* ofCause = "")
    {
        Paragraph p;
        p.kind = kind;
        p.section = section;
        p.cause = ofCause;
        p.text = text;
        p.place = "place" + std::to_string(letter.paragraphs.size());
        if (kind == Paragraph::Kind::Pick) {
            p.pick = "p" + std::to_string(letter.paragraphs.size());
            appeal::Pick pick;
            pick.id = p.pick;
            pick.section = section;
            pick.cause = ofCause;
            draft.picks.push_back(pick);
        }
        letter.paragraphs.push_back(p);
        return letter.paragraphs.back();
    }
    /// The letter as composed.
    appeal::Review composed()
    {
        written = letter::toText(letter);
        around.c = &c;
        around.draft = &draft;
        around.letter = &letter;
        around.written = &written;
        return reviewer().review(written.text, draft.kind, letter.language, around);
    }
    /// Any text against the case.
    appeal::Review text(const std::string& text, const char* language = "en")
    {
        around.c = &c;
        return reviewer().review(text, draft.kind, language, around);
    }
};

std::vector<appeal::Finding> of(const appeal::Review& review, const char* check)
{
    std::vector<appeal::Finding> out;
    for (const auto& f : review.findings)
        if (f.check == check)
            out.push_back(f);
    return out;
}

std::string words(const appeal::Review& review, const char* check)
{
    std::string out;
    for (const auto& f : of(review, check))
        out += (out.empty() ? "" : " | ") + f.text;
    return out;
}

} // namespace

TEST_CASE("a gap is a placeholder with its fact and its place, and nothing else is found in it")
{
    World w;
    auto& p = w.paragraph("corrective", "Daniel removed [Orders it explains] on 8 September.");
    p.gaps.push_back({"deeds.1.what", appeal::Scope::Record, "r1", "Orders it explains", 15, 35, {{"en", "Orders it explains"}, {"zh", "所涉订单"}}});
    p.marker = "1. ";
    const auto found = of(w.composed(), "unfilled_placeholder");
    REQUIRE(found.size() == 1);
    CHECK(found[0].text == "[Orders it explains]");
    CHECK(w.written.text.substr(*found[0].start, *found[0].end - *found[0].start) == "[Orders it explains]");
    CHECK(found[0].place.fact == "deeds.1.what");
    CHECK(found[0].place.pick == p.pick);
    CHECK(found[0].severity == appeal::Severity::Block);
    CHECK(found[0].message.at("en") == "Orders it explains is missing.");
    CHECK(found[0].message.at("zh") == "缺少：所涉订单。");
}

TEST_CASE("what is missing in two places is one gap, two records' fields are two")
{
    World w;
    auto& first = w.paragraph("corrective", "[Name] removed the listing, says [Name].");
    first.gaps.push_back({"contact_name", appeal::Scope::Case, {}, "Name", 0, 6, {}});
    first.gaps.push_back({"contact_name", appeal::Scope::Case, {}, "Name", 33, 39, {}});
    auto& second = w.paragraph("corrective", "[Name] answered; [Date] was the day.");
    second.gaps.push_back({"contact_name", appeal::Scope::Case, {}, "Name", 0, 6, {}});
    second.gaps.push_back({"deeds.2.on", appeal::Scope::Record, "r2", "Date", 17, 23, {}});
    CHECK(words(w.composed(), "unfilled_placeholder") == "[Name] | [Date]");
}

TEST_CASE("what is proposed is not claimed yet")
{
    World w;
    w.paragraph("corrective", "On 8 September we removed 4 listings.").state = appeal::PickState::Proposed;
    w.paragraph("corrective", "On 9 September we refunded 10 orders.").state = appeal::PickState::Confirmed;
    const auto review = w.composed();
    CHECK(words(review, "unconfirmed_claim") == "On 8 September we removed 4 listings.");
    CHECK(of(review, "unconfirmed_claim")[0].place.pick == w.draft.picks[0].id);
    CHECK_FALSE(review.ready);
    CHECK(words(w.text("On 8 September we removed 4 listings."), "unconfirmed_claim").empty());
}

TEST_CASE("an empty section of a plan is told by its own rule, a cause among several by unaddressed_issue")
{
    World w;
    w.cause("order_defect_rate");
    w.paragraph("opening", "We ask you to reactivate our account.", Paragraph::Kind::Fixed);
    w.paragraph("root_cause", "Root cause", Paragraph::Kind::Heading);
    auto review = w.composed();
    CHECK(of(review, "missing_root_cause").size() == 1);
    CHECK(of(review, "no_completed_actions").size() == 1);
    CHECK(of(review, "missing_preventive_measures").size() == 1);
    CHECK(of(review, "unaddressed_issue").empty());

    // the figures at the head of a cause's part answer nothing
    w.paragraph("root_cause", "22 of 1,196 orders were defective, or 1.84%.", Paragraph::Kind::Lead, "order_defect_rate");
    CHECK(of(w.composed(), "missing_root_cause").size() == 1);

    w.paragraph("root_cause", "Nobody compared the barcode with the order.", Paragraph::Kind::Pick, "order_defect_rate");
    w.paragraph("corrective", "On 8 September we refunded 22 orders.", Paragraph::Kind::Pick, "order_defect_rate");
    w.paragraph("preventive", "Since 9 September the box is scanned.", Paragraph::Kind::Pick, "order_defect_rate");
    review = w.composed();
    CHECK(of(review, "missing_root_cause").empty());
    CHECK(of(review, "no_completed_actions").empty());
    CHECK(of(review, "missing_preventive_measures").empty());

    w.cause("customer_response_time");
    review = w.composed();
    REQUIRE(of(review, "unaddressed_issue").size() == 2); // root cause and action of the second
    CHECK(of(review, "unaddressed_issue")[0].message.at("en").find(library::in((*library::builtinCatalogue())->cause("customer_response_time")->title, "en")) != std::string::npos);

    // a root cause that belongs to both, and a deed of the case as a whole
    appeal::Record both;
    both.id = "r1";
    both.group = "root_causes";
    both.causes = {"order_defect_rate", "customer_response_time"};
    appeal::Record whole;
    whole.id = "r2";
    whole.group = "deeds";
    w.c.records = {both, whole};
    w.draft.picks[0].prints = "r1";
    w.draft.picks[1].prints = "r2";
    CHECK(of(w.composed(), "unaddressed_issue").empty());
}

TEST_CASE("a part of a measure is answered with the whole, unless it goes another way")
{
    World w;
    w.cause("order_defect_rate");
    w.cause("odr_negative_feedback");
    w.cause("customer_response_time");
    w.paragraph("root_cause", "Nobody compared the barcode with the order.", Paragraph::Kind::Pick, "order_defect_rate");
    w.paragraph("corrective", "On 8 September we refunded 22 orders.", Paragraph::Kind::Pick, "odr_negative_feedback");
    w.paragraph("root_cause", "One person read the mailbox.", Paragraph::Kind::Pick, "customer_response_time");
    w.paragraph("corrective", "On 8 September we answered 26 messages.", Paragraph::Kind::Pick, "customer_response_time");
    CHECK(of(w.composed(), "unaddressed_issue").empty());

    w.c.causes[1].route = appeal::Route::Dispute; // now it needs its own ground, and the whole its own deed
    CHECK(of(w.composed(), "unaddressed_issue").size() == 2);
}

TEST_CASE("an open route is told with the fact that answers it")
{
    World w;
    w.cause("order_defect_rate", {});
    w.paragraph("opening", "We ask you to reactivate our account.", Paragraph::Kind::Fixed);
    const auto found = of(w.composed(), "unaddressed_issue");
    REQUIRE(found.size() == 1);
    CHECK(found[0].place.step == "cause");
    CHECK(found[0].place.fact == "order_defect_rate.route");
    w.c.causes[0].route = appeal::Route::Quiz;
    CHECK(of(w.composed(), "unaddressed_issue").empty());
    CHECK(of(w.composed(), "missing_root_cause").empty()); // nothing is admitted
}

TEST_CASE("a dispute needs a ground and its exhibit, documents need a paper")
{
    World w;
    w.draft.kind = w.letter.kind = "account_dispute";
    w.cause("related_account", appeal::Route::Dispute);
    w.paragraph("opening", "We ask you to reactivate our account.", Paragraph::Kind::Fixed);
    CHECK(of(w.composed(), "unaddressed_issue")[0].message.at("en").find("no ground") != std::string::npos);
    w.paragraph("grounds", "The account is not ours.", Paragraph::Kind::Pick, "related_account");
    CHECK(of(w.composed(), "unaddressed_issue")[0].message.at("en").find("no exhibit") != std::string::npos);
    w.letter.attachments.push_back({1, "e1", "licence.pdf", "licence"});
    CHECK(of(w.composed(), "unaddressed_issue").empty());
    w.letter.attachments.clear();
    w.c.causes[0].route = appeal::Route::Documents;
    CHECK(of(w.composed(), "unaddressed_issue").size() == 1);
}

TEST_CASE("a text from elsewhere must name each of several causes")
{
    World w;
    w.cause("late_shipment_rate");
    w.cause("pre_fulfillment_cancel_rate");
    const auto found = of(w.text("Our late shipment rate was too high. We shipped all orders on 8 September."), "unaddressed_issue");
    REQUIRE(found.size() == 1);
    CHECK(found[0].message.at("en").find("cancel") != std::string::npos);
    CHECK(of(w.text("Late shipment rate: confirmed late. Cancellation rate: stock was not counted."), "unaddressed_issue").empty());
}

TEST_CASE("library wording needs two facts of this seller")
{
    World w;
    w.cause("order_defect_rate");
    const std::string wording = "One control was missing in our packing, and no step compared the barcode of the unit with the order before the box was closed.";
    auto& p = w.paragraph("root_cause", wording, Paragraph::Kind::Pick, "order_defect_rate");
    w.around.libraryTexts = {"One control was missing in {{our}} packing, and no step compared the barcode of the unit with the order before the box was closed. {{.explains_asins}}"};
    CHECK(words(w.composed(), "shared_wording") == wording);
    p.uses = {{"our", 0, 1}, {".root_cause", 0, 1}};
    CHECK(of(w.composed(), "shared_wording").size() == 1); // the voice is no fact
    p.uses.push_back({".explains_asins", 0, 1});
    CHECK(of(w.composed(), "shared_wording").empty());
    // on a text alone its words are counted
    CHECK(of(w.text("Root cause\n" + wording), "shared_wording").size() == 1);
    CHECK(of(w.text("Root cause\n" + wording + " This explains 22 orders of B0M4TWRX7K since 7 September."), "shared_wording").empty());
    w.draft.kind = "resubmission_with_prior_approval";
    CHECK(of(w.text("Root cause\n" + wording), "shared_wording").empty());
}

TEST_CASE("the wording of another case is named with its case, fixed places are let be")
{
    World w;
    w.cause("order_defect_rate");
    const std::string wording = "Nobody read the messages of buyers on weekends, and we had not named a deputy for the mailbox.";
    w.around.earlier = {{wording, "Lamp shop, May"}};
    w.paragraph("root_cause", wording);
    const auto found = of(w.composed(), "shared_wording");
    REQUIRE(found.size() == 1);
    CHECK(found[0].message.at("en").find("Lamp shop, May") != std::string::npos);
    w.letter.paragraphs[0].section = "request";
    CHECK(of(w.composed(), "shared_wording").empty());
}

TEST_CASE("fingerprints are shared by texts that share a passage, whatever the numbers in it")
{
    const auto a = submit::fingerprints("On 8 September we took 214 units off sale and checked every unit against its page.", "en");
    const auto b = submit::fingerprints("On 12 May we took 9 units off sale and checked every unit against its page.", "en");
    CHECK(a == b);
    CHECK(submit::contained(a, submit::fingerprints("Nobody read the messages of buyers on weekends or on holidays.", "en")) == 0);
    CHECK(submit::fingerprints("", "en").empty());
    CHECK(submit::fingerprints("one", "en").size() == 1);
    CHECK(!submit::fingerprints("封箱前没有核对条码与订单这一步", "zh").empty());
}

TEST_CASE("another seller's data does not slip in, shared data may stay")
{
    World w;
    w.fact("contact_phone", "+86 574 0000 0142");
    w.fact("store_name", "Maple Crate Living");
    w.around.foreign = {{"store_name", "Harbor Lane Goods"}, {"contact_phone", "+86 755 0000 0000"}, {"contact_phone", "+86 574 0000 0142"}, {"order_ids", "113-4820917-5530268"}, {"store_name", "Maple"}, {"contact_name", "Li"}};
    CHECK(words(w.text("Maple Crate Living, not HARBOR LANE GOODS. Phone +86-755-0000-0000, ours +86 574 0000 0142, order 113-4820917-5530268."), "foreign_identity")
        == "HARBOR LANE GOODS | +86-755-0000-0000 | 113-4820917-5530268");
    CHECK(words(w.text("Harbor Lane Goodson is a person."), "foreign_identity").empty());
    CHECK(of(w.text("Harbor Lane Goods"), "foreign_identity")[0].severity == appeal::Severity::Block);
}

TEST_CASE("ids of the notice must stand in the letter")
{
    World w;
    w.fact("asins", "B0M4TWRX7K, B0M4TX1H3D");
    const auto found = of(w.text("We removed B0M4TWRX7K."), "missing_identifiers");
    REQUIRE(found.size() == 1);
    CHECK(found[0].place.fact == "asins");
    CHECK(found[0].message.at("en").find("B0M4TX1H3D") != std::string::npos);
    CHECK(of(w.text("We removed B0M4TWRX7K and B0M4TX1H3D."), "missing_identifiers").empty());
    // from ten on a count with its table will do
    for (int i = 0; i < 12; ++i)
        w.reading.entities.push_back({"order_ids", "113-4820917-55302" + std::to_string(10 + i), {}, "", ""});
    w.around.reading = &w.reading;
    CHECK(of(w.text("All 12 orders are in the table (Attachment 1)."), "missing_identifiers").empty());
    CHECK(of(w.text("All orders are in the table (Attachment 1)."), "missing_identifiers").size() == 1);
    w.reading.entities.clear();
    w.reading.entities.push_back({"asins", "B0XXXXXXX", {}, "9 characters", ""});
    CHECK(of(w.text("We removed the listing."), "missing_identifiers").empty());
}

TEST_CASE("figures are those of the evaluation and the notice")
{
    World w;
    w.cause("order_defect_rate");
    appeal::Figure odr;
    odr.metric = "odr";
    odr.numerator = 22;
    odr.denominator = 1196;
    odr.value = "1.84%";
    odr.window = 60;
    appeal::Figure part;
    part.metric = "odr_feedback";
    part.numerator = 13;
    part.denominator = 1196;
    w.c.figures = {odr, part};
    struct Row { const char* text; const char* found; };
    const auto row = GENERATE(values<Row>({
        {"Order defect rate: 22 of 1,196 orders, or 1.84% (target: below 1%).", ""},
        {"The order defect rate is 2.84%, the target is below 1%.", "2.84%"},
        {"Our order defect rate was 21 of 1,196 orders.", "21 of 1,196"},
        {"Order defect rate: 22 of 1,169 orders.", "22 of 1,169"},
        {"Order defect rate: 13 of 1,196 orders with negative feedback.", ""},
        {"We answered 47 of 168 messages late.", ""},
        {"About twenty orders were affected.", "About twenty orders"},
        {"About 22 orders were affected.", ""},
        {"This answers your notice of 7 September 2026.", ""},
        {"This answers your notice of 9 September 2026.", "9 September 2026"},
        {"What is in force\nSince 14 September our own limit for the order defect rate is 0.5%.", ""},
    }));
    INFO(row.text);
    CHECK(words(w.text(row.text), "figures_disagree") == row.found);
    if (std::string(row.found) == "2.84%") {
        const auto f = of(w.text(row.text), "figures_disagree")[0];
        CHECK(f.replacement == "1.84%");
        CHECK(f.place.step == "evaluation");
        CHECK(f.place.fact == "odr_value");
    }
}

TEST_CASE("the share of a figure given by counts alone is worked out")
{
    World w;
    appeal::Figure lsr;
    lsr.metric = "lsr";
    lsr.numerator = 6;
    lsr.denominator = 52;
    w.c.figures = {lsr};
    CHECK(words(w.text("The late shipment rate was 11.54%."), "figures_disagree").empty());
    CHECK(words(w.text("The late shipment rate was 11.45%."), "figures_disagree") == "11.45%");
    CHECK(words(w.text("迟发率为11.45%，目标低于4%。", "zh"), "figures_disagree") == "11.45%");
    CHECK(words(w.text("本信答复贵方2026年9月8日的通知。", "zh"), "figures_disagree") == "2026年9月8日");
    CHECK(words(w.text("本信答复贵方2026年9月7日的通知。", "zh"), "figures_disagree").empty());
}

TEST_CASE("days of the case in an impossible order, and deeds after the letter")
{
    World w;
    CHECK(words(w.text("On 20 September 2026 we removed 4 listings."), "impossible_date_order") == "20 September 2026");
    CHECK(words(w.text("On 10 September 2026 we removed 4 listings."), "impossible_date_order").empty());
    CHECK(words(w.text("By 20 September 2026 the supplier answers."), "impossible_date_order").empty());
    w.fact("appeal_sent_date", "2026-09-01");
    CHECK(of(w.text("We ask you to reactivate our account."), "impossible_date_order").size() == 1);
    CHECK(of(w.text("We ask you to reactivate our account."), "impossible_date_order")[0].place.fact == "appeal_sent_date");
}

TEST_CASE("what the notice does not name is not admitted")
{
    World w;
    w.cause("late_shipment_rate");
    struct Row { const char* text; bool found; };
    const auto row = GENERATE(values<Row>({
        {"While checking we also found two other brands without permission.", true},
        {"We sold counterfeit lamps in May.", true},
        {"Our team asked buyers for positive reviews.", true},
        {"We altered the invoice.", true},
        {"We run two accounts.", true},
        {"Late parcels explain 5 A-to-z claims.", false},
        {"We have not sold counterfeit lamps.", false},
        {"We confirmed the orders late.", false},
        {"We asked the supplier for invoices.", false},
    }));
    INFO(row.text);
    CHECK(of(w.text(row.text), "unprompted_admission").empty() != row.found);
}

TEST_CASE("what the notice names may be admitted")
{
    World w;
    w.cause("counterfeit");
    CHECK(of(w.text("We sold counterfeit lamps in May."), "unprompted_admission").empty());
}

TEST_CASE("the same letter twice is told, after a refusal it blocks")
{
    World w;
    const std::string text = "No step compared the barcode of the unit with the order before the box was closed. On 8 September we refunded 10 orders and replaced 3 units. Since 9 September Zhou Min reads the reasons.";
    CHECK(of(w.text(text), "duplicate_submission").empty());
    appeal::Event sent;
    sent.id = "v1";
    sent.what = "submission";
    sent.on = day("2026-09-10");
    sent.letter = "7";
    sent.text = std::make_shared<const std::string>(text);
    w.c.events = {sent};
    auto found = of(w.text(text), "duplicate_submission");
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == appeal::Severity::Warn);
    CHECK(found[0].message.at("en").find("10 September 2026") != std::string::npos);
    CHECK(of(w.text(text + " On 12 September we destroyed 31 of 214 units of B0M4TWRX7K."), "duplicate_submission").empty());
    appeal::Event reply;
    reply.id = "v2";
    reply.what = "reply";
    reply.on = day("2026-09-12");
    reply.replyClass = "appeal_rejected";
    w.c.events.push_back(reply);
    CHECK(of(w.text(text), "duplicate_submission")[0].severity == appeal::Severity::Block);
    w.draft.kind = "resubmission_with_prior_approval";
    CHECK(of(w.text(text), "duplicate_submission").empty());
}

TEST_CASE("a day that has passed is said, unless another is open or it was met")
{
    World w;
    const auto deadline = [&](const char* kind, const char* due) {
        appeal::Deadline d;
        d.id = due;
        d.kind = kind;
        d.due = day(due);
        w.c.deadlines.push_back(d);
    };
    CHECK(of(w.text("Please."), "deadline_passed").empty());
    deadline("appeal_window", "2026-09-15");
    deadline("inventory_removal", "2026-12-15");
    CHECK(of(w.text("Please."), "deadline_passed").size() == 1);
    w.around.today = day("2026-09-15");
    CHECK(of(w.text("Please."), "deadline_passed").empty());
    w.around.today = day("2026-09-16");
    deadline("response_window", "2026-09-30");
    CHECK(of(w.text("Please."), "deadline_passed").empty());
    w.c.deadlines.pop_back();
    appeal::Event sent;
    sent.id = "v1";
    sent.what = "submission";
    sent.on = day("2026-09-10");
    w.c.events = {sent};
    CHECK(of(w.text("Please."), "deadline_passed").empty());
}

TEST_CASE("a listed file that is not attached is told")
{
    World w;
    w.paragraph("corrective", "The carton was tested (Attachment 1).");
    w.paragraph("evidence", "Attachments", Paragraph::Kind::Heading);
    w.paragraph("evidence", "photos.pdf: the test", Paragraph::Kind::Attachment).marker = "1. ";
    w.letter.attachments.push_back({1, "e1", "photos.pdf", "the test"});
    CHECK(of(w.composed(), "attachment_mismatch").empty());
    w.letter.attachments[0].evidence.clear();
    CHECK(of(w.composed(), "attachment_mismatch").size() == 1);
    w.letter.attachments[0].evidence = "e1";
    w.letter.paragraphs[0].text = "The carton was tested (Attachment 2).";
    CHECK(words(w.composed(), "attachment_mismatch") == "2");
}

TEST_CASE("a file of the case that the letter does not list is told, once the letter has a list")
{
    World w;
    const auto file = [&](const char* id, const char* name) {
        appeal::Evidence e;
        e.id = id;
        e.name = name;
        w.c.evidence.push_back(e);
    };
    file("e1", "photos.pdf");
    w.paragraph("corrective", "The carton was tested (Attachment 1).");
    w.paragraph("evidence", "Attachments", Paragraph::Kind::Heading);
    w.paragraph("evidence", "photos.pdf: the test", Paragraph::Kind::Attachment).marker = "1. ";
    w.letter.attachments.push_back({1, "e1", "photos.pdf", "the test"});
    CHECK(of(w.composed(), "attachment_mismatch").empty());
    file("e2", "invoice.pdf");
    const auto found = of(w.composed(), "attachment_mismatch");
    REQUIRE(found.size() == 1);
    CHECK(found[0].message.at("en").find("invoice.pdf") != std::string::npos);
    CHECK(found[0].place.step == "evaluation");
    w.around.length = appeal::Length::Thousand; // a short form has no room for the list
    CHECK(of(w.composed(), "attachment_mismatch").empty());
    w.around.length = appeal::Length::Full;

    World other; // a text from elsewhere
    other.c.evidence = w.c.evidence;
    CHECK(of(other.text("We tested it (Attachment 1).\n\nAttachments\n1. photos.pdf: the test"), "attachment_mismatch").size() == 1);
    CHECK(of(other.text("We tested it (Attachment 1).\n\nAttachments\n1. photos.pdf: the test\n2. The invoice of March"), "attachment_mismatch").empty());
    CHECK(of(other.text("We tested it (Attachment 1).\n\nAttachments\n1. photos.pdf: the test\n2. invoice.pdf"), "attachment_mismatch").empty());
    CHECK(of(other.text("We tested it on 8 September."), "attachment_mismatch").empty());
}

TEST_CASE("quoted text of the marketplace is left out of every rule")
{
    World w;
    w.draft.kind = w.letter.kind = "additional_information_reply";
    w.paragraph("answers", "We strongly urge you to give greater detail as soon as possible, dear friend [sic XXX]", Paragraph::Kind::SubHeading);
    w.paragraph("answers", "On 7 October Ivy Porter set the upload to 15 minutes.");
    w.paragraph("additional_information", "We guarantee that this will never happen again. See https://www.shop.example and [your name].");
    const auto review = w.composed();
    for (const char* check : {"vague_wording", "wrong_register", "overpromise", "external_link", "unfilled_placeholder", "emotional_plea"}) {
        INFO(check);
        CHECK(of(review, check).empty());
    }
}

TEST_CASE("a finding that was set aside counts as a hint with its reason, four never do")
{
    World w;
    const std::string text = "We will answer as soon as possible. Complaint ID: [complaint id]";
    CHECK(of(w.text(text), "vague_wording")[0].severity == appeal::Severity::Warn);
    w.c.setAside = {{"vague_wording", "as soon as possible", "the buyer's own words"}, {"unfilled_placeholder", "[complaint id]", "no"}};
    const auto review = w.text(text);
    CHECK(of(review, "vague_wording")[0].severity == appeal::Severity::Info);
    CHECK(of(review, "vague_wording")[0].setAside == "the buyer's own words");
    CHECK(of(review, "unfilled_placeholder")[0].severity == appeal::Severity::Block);
    CHECK_FALSE(of(review, "unfilled_placeholder")[0].setAside);
}

TEST_CASE("findings come worst first, with message and suggestion in both languages")
{
    World w;
    const auto review = w.text("Hi dear, we removed  it as soon as possible. [name]");
    REQUIRE(review.findings.size() > 3);
    for (std::size_t i = 1; i < review.findings.size(); ++i)
        CHECK(review.findings[i - 1].severity <= review.findings[i].severity);
    for (const auto& f : review.findings)
        for (const char* language : {"en", "zh"}) {
            INFO(f.check);
            CHECK(!f.message.at(language).empty());
            CHECK(!f.suggestion.at(language).empty());
            CHECK(f.message.at(language).find('{') == std::string::npos);
            CHECK(f.suggestion.at(language).find('{') == std::string::npos);
        }
}

TEST_CASE("lengths other than full are not measured by what they cannot hold")
{
    World w;
    struct Row { appeal::Length length; const char* check; bool found; };
    const auto row = GENERATE(values<Row>({
        {appeal::Length::Full, "too_short", true}, {appeal::Length::Thousand, "too_short", false}, {appeal::Length::Full, "missing_phone", true}, {appeal::Length::FiveHundred, "missing_phone", true},
        {appeal::Length::Chat, "missing_phone", false}, {appeal::Length::Subject, "no_completed_actions", false}, {appeal::Length::FiveHundred, "no_completed_actions", true},
        {appeal::Length::FiveHundred, "generic_salutation", false}, {appeal::Length::Thousand, "missing_signature", false}, {appeal::Length::Chat, "vague_wording", true},
    }));
    INFO(row.check << " " << int(row.length));
    w.around.length = row.length;
    CHECK(of(w.text("We answer as soon as possible."), row.check).empty() != row.found);
}
