#include "letter/world.h"
#include "catch.h"

#include <algorithm>

using namespace world;
using appeal::Value;

namespace {

Value en(const char* text) { return {{"en", text}}; }
Value any(const char* text) { return {{"", text}}; }

std::map<std::string, Value> deed(std::map<std::string, Value> more = {})
{
    std::map<std::string, Value> out{{"what", en("counted 68 units")}, {"on", any("2026-09-10")}, {"who", any("Li Na, warehouse lead")}};
    for (auto& [name, value] : more)
        out[name] = value;
    return out;
}

} // namespace

TEST_CASE("what is missing falls with its sentence, its bracket or its comma, and the rest stands")
{
    struct Row { const char* name; const char* text; const char* expected; };
    const auto row = GENERATE(values<Row>({
        {"all there", "{{.on}}: {{.who}} {{.what}}.", "10 September 2026: Li Na, warehouse lead, counted 68 units."},
        {"an optional sentence falls", "{{.who}} {{.what}}. Result: {{.result}}. The end.", "Li Na, warehouse lead, counted 68 units. The end."},
        {"a bracket falls alone", "{{.who}} {{.what}} ({{.proof}}).", "Li Na, warehouse lead, counted 68 units."},
        {"a segment between commas falls alone", "On {{.on}} {{.who}} {{.what}}, {{.result}}.", "On 10 September 2026 Li Na, warehouse lead, counted 68 units."},
        {"a bracket without a slot is text", "{{.who}} {{.what}} (all of them).", "Li Na, warehouse lead, counted 68 units (all of them)."},
        {"an unseen bracket stands without its brackets", "{{.who}} {{.what}}[[ on {{.on}}]].", "Li Na, warehouse lead, counted 68 units on 10 September 2026."},
        {"an unseen bracket falls alone", "On {{.on}} {{.who}} {{.what}}[[, so that {{.result}}]][[, as {{.proof}} shows]].", "On 10 September 2026 Li Na, warehouse lead, counted 68 units."},
        {"one kind of bracket inside the other", "{{.who}} {{.what}}[[ on {{.on}} ({{.proof}})]] (all[[, see {{.proof}}]], {{.on}}).", "Li Na, warehouse lead, counted 68 units on 10 September 2026 (all, 10 September)."},
        {"a sentence whose head falls begins with a capital", "[[By now {{.result}}, and ]]all is well. {{.who}} {{.what}}.", "All is well. Li Na, warehouse lead, counted 68 units."},
        {"an open unseen bracket is text", "{{.who}} {{.what}} [[ so.", "Li Na, warehouse lead, counted 68 units [[ so."},
        {"an undeclared slot is shown, never hidden", "{{.who}} {{.what}} {{.nothing}}.", "Li Na, warehouse lead, counted 68 units [.nothing]."},
        {"an open brace is text", "{{.who}} {{.what}} {{ off.", "Li Na, warehouse lead, counted 68 units {{ off."},
        {"a stop inside braces ends nothing", "{{.who}} {{.what}}.", "Li Na, warehouse lead, counted 68 units."},
    }));
    INFO(row.name);
    const auto one = clause("a", "corrective", "deeds", row.text);
    CHECK(printed(oneClause(one, deed()), one) == row.expected);
}

TEST_CASE("what is required and missing stands as its label and is counted")
{
    const auto one = clause("a", "corrective", "deeds", "{{.on}}: {{.who}} {{.what}}.");
    const auto c = oneClause(one, {{"what", en("counted")}});
    const auto letter = letter::compose(c, c.letters.front(), catalogue(), {one}, {}, kToday);
    const auto text = letter::toText(letter).text;
    CHECK(text.find("[label of on]: [label of who] counted.") != text.npos);
    CHECK(letter.missing == std::vector<std::string>{"deeds.1.on", "deeds.1.who", "notice_date"});
}

TEST_CASE("a fact is not filled again")
{
    const auto one = clause("a", "corrective", "deeds", "{{.who}} {{.what}}.");
    CHECK(printed(oneClause(one, deed({{"what", en("typed {{.on}} and (braces)")}})), one) == "Li Na, warehouse lead, typed {{.on}} and (braces).");
}

TEST_CASE("counts choose the word and print the number")
{
    struct Row { const char* value; const char* expected; };
    const auto row = GENERATE(values<Row>({{"1", "One order went late."}, {"7", "7 orders went late."}, {"1196", "1,196 orders went late."}}));
    const auto one = clause("a", "corrective", "", "{{.n|One order|# orders}} went late.", {field("n", "number")});
    CHECK(printed(oneClause(one, {}, {{"n", row.value}}), one) == row.expected);
}

TEST_CASE("long texts are brought into the grammar of their sentence")
{
    struct Row { const char* member; const char* typed; const char* text; const char* expected; };
    const auto row = GENERATE(values<Row>({
        {"what", "We counted the stock.", "{{.who}} {{.what}}.", "Li Na, warehouse lead, counted the stock."},
        {"what", "Counted the stock", "On {{.on}} {{.who}} {{.what}}.", "On 10 September 2026 Li Na, warehouse lead, counted the stock."},
        {"result", "The units are set apart.", "It is so because {{.result}}.", "It is so because the units are set apart."},
        {"result", "the units are set apart", "{{.result}}. {{.who}} {{.what}}.", "The units are set apart. Li Na, warehouse lead, counted 68 units."},
        {"result", "Daniel signed it", "Result: {{.result}}.", "Result: Daniel signed it."},
    }));
    INFO(row.typed);
    const auto one = clause("a", "corrective", "deeds", row.text);
    const auto text = printed(oneClause(one, deed({{row.member, en(row.typed)}})), one);
    CHECK(text.substr(0, std::string(row.expected).size()) == row.expected);
}

TEST_CASE("the signer in voice I prints as I, and as the name after a label")
{
    struct Row { const char* text; const char* expected; };
    const auto row = GENERATE(values<Row>({
        {"On {{.on}} {{.who}} {{.what}}.", "On 10 September 2026 I counted 68 units."},
        {"Owner: {{.who}}. {{.what}}.", "Owner: Li Na. Counted 68 units."},
        {"It was done by {{.who}}. {{.what}}.", "It was done by me. Counted 68 units."},
        {"{{We}} have one rule. {{.who}} {{.what}}.", "I have one rule. I counted 68 units."},
    }));
    const auto one = clause("a", "corrective", "deeds", row.text);
    auto c = oneClause(one, deed());
    c = appeal::apply(c, std::vector<appeal::Edit>{appeal::SetVoice{appeal::Voice::I}, appeal::SetFact{{appeal::Scope::Case, {}, "contact_name"}, "", "Li Na"}});
    CHECK(printed(c, one) == row.expected);
}

TEST_CASE("a deed of the house has we as its person, and two persons are closed once")
{
    struct Row { const char* who; appeal::Voice voice; const char* text; const char* expected; };
    const auto row = GENERATE(values<Row>({
        {"we", appeal::Voice::We, "On {{.on}} {{.who}} {{.what}}.", "On 10 September 2026 we counted 68 units."},
        {"We", appeal::Voice::We, "{{.who}} {{.what}}.", "We counted 68 units."},
        {"we", appeal::Voice::I, "On {{.on}} {{.who}} {{.what}}.", "On 10 September 2026 I counted 68 units."},
        {"we", appeal::Voice::We, "Since {{.on}}, {{.who}}: {{.what}}.", "Since 10 September 2026: counted 68 units."},
        {"we", appeal::Voice::We, "Done by {{.who}}.", "Done by us."},
        {"Li Na, warehouse lead,", appeal::Voice::We, "{{.who}} {{.what}}.", "Li Na, warehouse lead, counted 68 units."},
        {"Li Na, lead, and Bo Lind", appeal::Voice::We, "{{.who}} {{.what}}.", "Li Na, lead, and Bo Lind counted 68 units."},
    }));
    INFO(row.who << " " << row.text);
    const auto one = clause("a", "corrective", "deeds", row.text);
    auto c = oneClause(one, deed({{"who", any(row.who)}}));
    c = appeal::apply(c, appeal::Edit(appeal::SetVoice{row.voice}));
    CHECK(printed(c, one).substr(0, std::string(row.expected).size()) == row.expected);
}

TEST_CASE("a file that a long text names stands as its number")
{
    const auto one = clause("a", "corrective", "deeds", "{{.who}} {{.what}} ({{.proof}}).");
    auto c = oneClause(one, deed({{"what", en("counted the units (count.pdf) and wrote account.pdf, see count.pdf")}, {"proof", any("sheet.pdf")}}));
    for (const char* name : {"count.pdf", "sheet.pdf"}) {
        appeal::Evidence e;
        e.id = name;
        e.name = e.path = name;
        c.evidence.push_back(e);
    }
    CHECK(printed(c, one) == "Li Na, warehouse lead, counted the units (Attachment 1) and wrote account.pdf, see Attachment 1 (Attachment 2).");
}

TEST_CASE("fewer orders than the count are some of them")
{
    struct Row { const char* count; const char* orders; const char* expected; };
    const auto row = GENERATE(values<Row>({
        {"2", "113-4820917-5530268, 113-4820917-5530269", "It explains 2 orders, namely 113-4820917-5530268 and 113-4820917-5530269 (113-4820917-5530268 and 113-4820917-5530269)."},
        {"12", "113-4820917-5530268", "It explains 12 orders, among them 113-4820917-5530268 (among them 113-4820917-5530268)."},
    }));
    const auto one = clause("a", "root_cause", "root_causes", "It explains {{.explains_count|# order|# orders}}[[, namely {{.explains_orders}}]] ({{.explains_orders}}).");
    CHECK(printed(oneClause(one, {{"explains_count", any(row.count)}, {"explains_orders", any(row.orders)}}), one) == row.expected);
}

TEST_CASE("a person is named with the role once")
{
    const auto one = clause("a", "corrective", "deeds", "{{.who}} {{.what}}. Owner: {{.who}}.");
    CHECK(printed(oneClause(one, deed()), one) == "Li Na, warehouse lead, counted 68 units. Owner: Li Na.");
}

TEST_CASE("a value that ends in a stop takes the sentence's own")
{
    const auto one = clause("a", "corrective", "deeds", "{{.who}} {{.what}} for {{legal_entity}}. Next.");
    auto c = oneClause(one, deed());
    c = appeal::apply(c, appeal::Edit(appeal::SetFact{{appeal::Scope::Case, {}, "legal_entity"}, "", "Ruihe Co., Ltd."}));
    CHECK(printed(c, one) == "Li Na, warehouse lead, counted 68 units for Ruihe Co., Ltd. Next.");
}

TEST_CASE("a Chinese value never enters an English letter, and an English one may stand in the Chinese")
{
    const auto own = library::Clause{};
    auto c = oneClause(clause("", "corrective", "deeds", ""), {{"what", {{"zh", "清点了68件"}}}, {"on", any("2026-09-10")}, {"who", {{"", "Li Na"}}}});
    CHECK(printed(c, own) == "10 September 2026: Li Na [label of what].");
    CHECK(printed(c, own, "zh") == "2026年9月10日，Li Na清点了68件。");
    // an English fact in the Chinese letter keeps its blank
    auto mixed = oneClause(clause("", "corrective", "deeds", ""), {{"what", {{"en", "counted 68 units"}}}, {"on", any("2026-09-10")}, {"who", {{"", "Li Na"}}}});
    CHECK(printed(mixed, own, "zh") == "2026年9月10日，Li Na counted 68 units。");
}

TEST_CASE("what a clause has no place for gets a sentence of its own")
{
    const auto one = clause("a", "corrective", "deeds", "{{.on}}: {{.who}} {{.what}}.");
    const auto c = oneClause(one, deed({{"result", en("all are sound")}, {"proof", any("count.pdf")}}));
    CHECK(printed(c, one) == "10 September 2026: Li Na, warehouse lead, counted 68 units. Result: all are sound. Proof: Attachment 1.");
    const auto letter = letter::compose(c, c.letters.front(), catalogue(), {one}, {}, kToday);
    REQUIRE(letter.attachments.size() == 1);
    CHECK(letter.attachments[0].name == "count.pdf");
}

TEST_CASE("a proof may be several files, and the verb follows")
{
    struct Row { const char* proof; const char* text; const char* expected; };
    const auto row = GENERATE(values<Row>({
        {"count.pdf", "{{.proof}} shows it. {{.who}} {{.what}}.", "Attachment 1 shows it. Li Na, warehouse lead, counted 68 units."},
        {"count.pdf; photos/shelf.jpg", "{{.proof}} shows it. {{.who}} {{.what}}.", "Attachments 1 and 2 show it. Li Na, warehouse lead, counted 68 units."},
        {"count.pdf; shelf.jpg; log.pdf", "{{.proof}} is what proves it. {{.who}} {{.what}} ({{.proof}}).", "Attachments 1 to 3 are what proves it. Li Na, warehouse lead, counted 68 units (Attachments 1 to 3)."},
        {"count.pdf; shelf.jpg", "{{.proof}} carries it, {{.who}} {{.what}}.", "Attachments 1 and 2 carry it, Li Na, warehouse lead, counted 68 units."},
    }));
    INFO(row.text);
    const auto one = clause("a", "corrective", "deeds", row.text);
    CHECK(printed(oneClause(one, deed({{"proof", any(row.proof)}})), one) == row.expected);
}

TEST_CASE("what nobody said of a file, its record says in the list of attachments")
{
    auto known = catalogue();
    known.groups[0].members[4].listed = {{"en", "count of {{.on}}"}, {"zh", "{{.on}}清点表"}};
    const auto one = clause("a", "corrective", "deeds", "{{.on}}: {{.who}} {{.what}} ({{.proof}}).");
    auto c = oneClause(one, deed({{"proof", any("count.pdf; shelf.jpg")}}));
    appeal::Evidence shelf;
    shelf.id = "e1";
    shelf.name = "shelf.jpg";
    shelf.shows = {{"en", "the shelf after the count"}};
    c.evidence = {shelf};
    const auto letter = letter::compose(c, c.letters.front(), known, {one}, {}, kToday);
    REQUIRE(letter.attachments.size() == 2);
    CHECK(letter.attachments[0].shows == "count of 10 September 2026");
    CHECK(letter.attachments[1].shows == "the shelf after the count");
}

TEST_CASE("what the list of attachments says is not told twice, but in a letter of papers")
{
    for (const bool papers : {false, true}) {
        auto known = catalogue();
        library::Group invoices;
        invoices.id = "invoices";
        invoices.members = {field("invoice", "file", true), field("issued_on", "date", true), field("covers_asins", "asin_list")};
        invoices.members[0].listed = {{"en", "invoice of {{.issued_on}}"}};
        invoices.print = {{"en", {"{{.invoice}} is of {{.issued_on}}[[ and covers {{.covers_asins}}]]."}}};
        known.groups.push_back(invoices);
        if (papers)
            known.letters[0].classes = {"papers"};
        const auto own = clause("", "evidence", "invoices", "");
        for (const bool more : {false, true}) {
            INFO((papers ? "papers" : "appeal") << (more ? ", more" : ""));
            std::map<std::string, Value> fields{{"invoice", any("kd-1.pdf")}, {"issued_on", any("2026-03-03")}};
            if (more)
                fields["covers_asins"] = any("B0H7QKD3NV");
            const auto c = oneClause(own, fields);
            const auto text = letter::toText(letter::compose(c, c.letters.front(), known, {}, {}, kToday)).text;
            CHECK((text.find("Attachment 1 is of 3 March 2026") != text.npos) == (papers || more));
            CHECK(text.find("1. kd-1.pdf: invoice of 3 March 2026") != text.npos);
        }
    }
}

TEST_CASE("the letter goes to the team that signs the notice, known or not")
{
    struct Row { const char* notice; const char* expected; };
    const auto row = GENERATE(values<Row>({
        {"We removed your listing.\n\nNotice Dispute Team\nAmazon.com\n", "Notice Dispute Team"},
        {"We removed your listing.\n\nThe Product Safety Team\nAmazon.de", "Product Safety Team"},
        {"Please write to our Team\nYours\nAmazon.com", "Seller Performance Team"},
        {"We removed your listing.", "Seller Performance Team"},
    }));
    INFO(row.notice);
    auto known = catalogue();
    library::Marketplace amazon;
    amazon.id = "amazon";
    amazon.team = {{"en", "Seller Performance Team"}};
    amazon.teams = {{{"en", "Seller Performance Team"}}, {{"en", "Notice Dispute Team"}}};
    known.marketplaces = {amazon};
    known.letters[0].classes = {"first_team"};
    auto c = appeal::apply(appeal::Case{}, std::vector<appeal::Edit>{appeal::AddLetter{"first_appeal", "en", true}, appeal::SetFact{{appeal::Scope::Case, {}, "marketplace"}, "", "amazon"}});
    appeal::Document notice;
    notice.id = "d1";
    notice.kind = "notice";
    notice.text = row.notice;
    c.documents = {notice};
    const auto fact = letter::lookup(c, c.letters.front(), {}, "addressee", known, kToday);
    REQUIRE(fact);
    CHECK(appeal::anyOf(fact->value) == row.expected);
}

TEST_CASE("the word that the seller gave for a point stands before it")
{
    struct Row { const char* rootCause; const char* print; const char* expected; };
    const auto row = GENERATE(values<Row>({
        {"no step compared the barcode", "{{.root_cause}}.", "Picking: no step compared the barcode."},
        {"Amazon's chart was not used", "{{.root_cause}}.", "Picking: Amazon's chart was not used."},
        {"no step compared the barcode", "The cause is that {{.root_cause}}.", "Picking: the cause is that no step compared the barcode."},
        {"no step compared the barcode", "{{.topic}}, in short: {{.root_cause}}.", "Picking, in short: no step compared the barcode."},
    }));
    INFO(row.print);
    auto known = catalogue();
    known.groups[1].members.push_back(field("topic", "text"));
    known.groups[1].print = {{"en", {row.print}}};
    auto own = clause("", "root_cause", "root_causes", "");
    const auto c = oneClause(own, {{"root_cause", en(row.rootCause)}, {"topic", any("Picking")}});
    const auto letter = letter::compose(c, c.letters.front(), known, {}, {}, kToday);
    const auto p = std::find_if(letter.paragraphs.begin(), letter.paragraphs.end(), [](const auto& each) { return each.kind == appeal::Paragraph::Kind::Pick; });
    REQUIRE(p != letter.paragraphs.end());
    CHECK(p->text == row.expected);
    for (const auto& use : p->uses)
        if (use.slot == ".topic")
            CHECK(p->text.substr(use.start, use.end - use.start) == "Picking");
}

TEST_CASE("lines are numbered, lettered and grouped, and spans point at what they say")
{
    using namespace appeal;
    auto c = oneClause(clause("", "corrective", "deeds", ""), deed());
    for (int i = 0; i < 2; ++i) {
        Record cause;
        cause.id = "r6" + std::to_string(i);
        cause.group = "root_causes";
        cause.fields = {{"root_cause", en(i == 0 ? "nobody counted" : "nobody looked")}};
        PickClause pick;
        pick.letter = "1";
        pick.pick.section = "root_cause";
        pick.pick.cause = "late_shipment_rate";
        pick.pick.prints = cause.id;
        c = appeal::apply(c, std::vector<Edit>{AddRecord{cause, {}}, pick});
    }
    Record second;
    second.id = "r70";
    second.group = "deeds";
    second.fields = deed({{"on", any("2026-09-11")}});
    PickClause pick;
    pick.letter = "1";
    pick.pick.section = "corrective";
    pick.pick.prints = "r70";
    c = appeal::apply(c, std::vector<Edit>{AddRecord{second, {}}, pick});
    const auto letter = letter::compose(c, c.letters.front(), catalogue(), {}, {}, kToday);
    const auto written = letter::toText(letter);
    CHECK(written.text.find("Root cause\na) Nobody counted.\nb) Nobody looked.") != std::string::npos);
    CHECK(written.text.find("What we have done\n1. 10 September 2026: Li Na, warehouse lead, counted 68 units.\n2. 11 September: Li Na counted 68 units.") != std::string::npos);
    for (const auto& place : written.places) {
        const auto& p = letter.paragraphs[place.paragraph];
        CHECK(written.text.substr(place.body, place.end - place.body) == p.text);
        for (const auto& gap : p.gaps)
            CHECK(p.text[gap.start] == '[');
    }
}

TEST_CASE("composing is deterministic and total")
{
    const auto one = clause("a", "corrective", "deeds", "{{.on}}: {{.who}} {{.what}}.");
    const auto c = oneClause(one, deed());
    for (const auto length : {appeal::Length::Full, appeal::Length::Thousand, appeal::Length::FiveHundred, appeal::Length::Chat, appeal::Length::Subject})
        for (const char* language : {"en", "zh"}) {
            const auto first = letter::compose(c, c.letters.front(), catalogue(), {one}, {language, length}, kToday);
            CHECK(first == letter::compose(c, c.letters.front(), catalogue(), {one}, {language, length}, kToday));
        }
    appeal::LetterDraft unknown;
    unknown.kind = "no_such_kind";
    CHECK(letter::compose(c, unknown, catalogue(), {}, {}, kToday).paragraphs.empty());
}

TEST_CASE("a clause that is gone is told")
{
    const auto one = clause("a", "corrective", "deeds", "{{.who}} {{.what}}.");
    const auto c = oneClause(one, deed());
    const auto letter = letter::compose(c, c.letters.front(), catalogue(), {}, {}, kToday);
    REQUIRE(!letter.leftOut.empty());
    CHECK(letter.leftOut.front() == appeal::LeftOut{"a", "left_out.clause_gone"});
}

TEST_CASE("the formats hold the same words")
{
    const auto one = clause("a", "corrective", "deeds", "{{.who}} {{.what}}.");
    const auto c = oneClause(one, deed({{"what", en("wrote *stars* & <tags>")}}));
    const auto letter = letter::compose(c, c.letters.front(), catalogue(), {one}, {}, kToday);
    CHECK(letter::toHtml(letter).find("wrote *stars* &amp; &lt;tags&gt;.") != std::string::npos);
    CHECK(letter::toMarkdown(letter).find("wrote \\*stars\\* & \\<tags\\>.") != std::string::npos);
    CHECK(letter::toText(letter).text.find("wrote *stars* & <tags>.") != std::string::npos);
}
