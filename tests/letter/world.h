#pragma once

#include "letter/compose.h"
#include "letter/format.h"

#include "appeal/edit.h"

#include <array>

/// A small catalogue for the tests of composing: one cause, one kind, two groups.
namespace world {

inline library::Field field(std::string name, std::string type, bool required = false, std::string grammar = {})
{
    library::Field f;
    f.name = std::move(name);
    f.type = std::move(type);
    f.required = required;
    f.grammar = std::move(grammar);
    f.label = {{"en", "label of " + f.name}, {"zh", f.name + "的标签"}};
    return f;
}

inline library::Catalogue catalogue()
{
    library::Catalogue c;
    for (const auto& [name, type] : std::initializer_list<std::pair<const char*, const char*>>{{"store_name", "text"}, {"contact_name", "text"}, {"contact_phone", "text"}, {"notice_date", "date"},
             {"asins", "asin_list"}, {"order_ids", "order_list"}, {"balance", "money"}, {"marketplace", "choice"}, {"store", "choice"}, {"legal_entity", "text"}}) {
        c.facts.push_back(field(name, type));
        c.facts.back().scope = "case";
    }
    auto addressee = field("addressee", "text");
    addressee.scope = "letter";
    c.facts.push_back(addressee);
    library::Group deeds;
    deeds.id = "deeds";
    deeds.section = {{"admit", "corrective"}};
    deeds.members = {field("what", "longtext", true, "deed"), field("on", "date", true), field("who", "person", true), field("result", "longtext", false, "clause"), field("proof", "file")};
    deeds.members[3].sentence = {{"en", "Result: {{.result}}."}, {"zh", "结果：{{.result}}。"}};
    deeds.members[4].sentence = {{"en", "Proof: {{.proof}}."}, {"zh", "证明：{{.proof}}。"}};
    deeds.print = {{"en", {"{{.on}}: {{.who}} {{.what}} ({{.proof}})."}}, {"zh", {"{{.on}}，{{.who}}{{.what}}（{{.proof}}）。"}}};
    deeds.shortPrint = {{"en", "{{.on}}: {{.who}} {{.what}}."}};
    library::Group causes;
    causes.id = "root_causes";
    causes.section = {{"admit", "root_cause"}};
    causes.members = {field("root_cause", "longtext", true, "clause"), field("explains_count", "number"), field("explains_orders", "order_list")};
    causes.print = {{"en", {"{{.root_cause}}. It accounts for {{.explains_count|# order|# orders}}."}}, {"zh", {"{{.root_cause}}。共{{.explains_count}}单。"}}};
    c.groups = {deeds, causes};
    for (const auto& [id, en, zh] : std::initializer_list<std::array<const char*, 3>>{{"root_cause", "Root cause", "根本原因"}, {"corrective", "What {{we}} have done", "已采取的纠正措施"}, {"evidence", "Attachments", "附件"}}) {
        library::Section section;
        section.id = id;
        section.heading = {{"en", en}, {"zh", zh}};
        c.sections.push_back(section);
    }
    c.voiceWe = {{"en", {{"we", "we"}, {"We", "We"}, {"our", "our"}, {"us", "us"}}}, {"zh", {{"we", "我司"}, {"We", "我司"}, {"our", "我司"}}}};
    c.voiceI = {{"en", {{"we", "I"}, {"We", "I"}, {"our", "my"}, {"us", "me"}}}, {"zh", {{"we", "本人"}, {"our", "本人"}}}};
    library::Cause late;
    late.id = "late_shipment_rate";
    late.family = "performance";
    late.title = {{"en", "late shipment rate"}, {"zh", "迟发率"}};
    late.routes = {"admit"};
    c.causes = {late};
    library::LetterKind kind;
    kind.id = "first_appeal";
    kind.to = "marketplace";
    kind.team = {{"en", "Seller Performance Team"}, {"zh", "卖家绩效团队"}};
    library::KindSection opening{"opening", {{"en", {"On {{notice_date}} you wrote about {{asins|this product|these # products}}: {{asins}}."}}}, {}};
    kind.sections = {opening, {"root_cause", {}, {}}, {"corrective", {}, {}}, {"evidence", {}, {}}};
    kind.required = {"notice_date"};
    c.letters = {kind};
    return c;
}

inline library::Clause clause(std::string id, std::string section, std::string prints, std::string english, std::vector<library::Field> slots = {})
{
    library::Clause out;
    out.id = std::move(id);
    out.section = std::move(section);
    out.prints = std::move(prints);
    out.text = {{"en", {std::move(english)}}};
    out.slots = std::move(slots);
    return out;
}

/// A case with the letter "1", the cause admitted, and one pick of @p clause printing a record of @p fields.
inline appeal::Case oneClause(const library::Clause& clause, std::map<std::string, appeal::Value> fields = {}, std::map<std::string, std::string> slots = {})
{
    using namespace appeal;
    Case c = appeal::apply(Case{}, std::vector<Edit>{AddLetter{"first_appeal", "en", true}, ChooseCause{"late_shipment_rate", By::Person, {}}, SetRoute{"late_shipment_rate", Route::Admit, By::Person}});
    Record record;
    record.id = "r50";
    record.group = clause.prints.empty() ? "deeds" : clause.prints;
    record.fields = std::move(fields);
    PickClause pick;
    pick.letter = "1";
    pick.pick.id = "p51";
    pick.pick.clause = clause.id;
    pick.pick.section = clause.section;
    pick.pick.cause = "late_shipment_rate";
    pick.pick.prints = clause.prints.empty() ? "" : record.id;
    c = appeal::apply(std::move(c), std::vector<Edit>{AddRecord{record, {}}, pick});
    for (const auto& [name, value] : slots)
        c = appeal::apply(std::move(c), Edit(SetFact{{Scope::Pick, "p51", name}, "", value}));
    return c;
}

inline const appeal::Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};

/// The text of the pick's paragraph; "" when it fell.
inline std::string printed(const appeal::Case& c, const library::Clause& clause, const appeal::Language& language = "en")
{
    const auto letter = letter::compose(c, c.letters.front(), catalogue(), {clause}, {language, appeal::Length::Full}, kToday);
    for (const auto& p : letter.paragraphs)
        if (p.kind == appeal::Paragraph::Kind::Pick)
            return p.text;
    return {};
}

} // namespace world
