#include "packcheck/packcheck.h"
#include "catch.h"

#include <algorithm>
#include <functional>

using namespace library;

namespace {

const appeal::Date kToday = *appeal::parseDate("2026-11-24");

/// The shipped catalogue with one sound clause and no other.
const Pack& base()
{
    static const Pack pack = [] {
        Pack out;
        out.catalogue = **builtinCatalogue();
        auto piece = parsePack(R"({"format": 1, "clauses": [{"id": "t.label.done", "name": {"en": "Labels printed anew", "zh": "重新打印标签"}, "section": "corrective", "causes": ["late_shipment_rate"],
            "prints": "deeds",
            "slots": [{"name": "labels", "type": "number", "label": {"en": "Labels", "zh": "标签数"}, "example": "12"}],
            "requires": {"en": "The labels were printed anew.", "zh": "标签已重新打印。"},
            "text": {"en": ["On {{.on}} {{.who}} {{.what}}. {{.labels|One label was|# labels were}} printed anew.",
                            "Labels made again: {{.labels}}. The person in charge was {{.who}}, and the day {{.on}}. Done: {{.who}} {{.what}}.",
                            "{{.who}} {{.what}} on {{.on}}. In the box by the printer lie {{.labels|one old label|# old labels}}."],
                     "zh": ["{{.on}}，{{.who}}{{.what}}。重新打印标签{{.labels}}张。"]},
            "short": {"en": "{{.who}} {{.what}} on {{.on}}.", "zh": "{{.on}}，{{.who}}{{.what}}。"}, "evidence": ["other_document"], "tags": ["label"]}]})", "mine.json");
        REQUIRE(piece);
        out.clauses = piece->clauses;
        out.places = piece->places;
        return out;
    }();
    return pack;
}

std::vector<packcheck::Problem> problems(const Pack& pack, const std::vector<std::string>& only, bool complete = false) { return packcheck::check(pack, only, complete, kToday); }

std::string told(const std::vector<packcheck::Problem>& all)
{
    std::string out;
    for (const auto& p : all)
        out += p.where + " " + p.id + " " + p.rule + ": " + p.detail + "\n";
    return out;
}

bool has(const std::vector<packcheck::Problem>& all, std::string_view rule)
{
    return std::any_of(all.begin(), all.end(), [&](const auto& p) { return p.rule == rule; });
}

/// A rule of the reader for something that is called "none".
void read(Catalogue& c, const char* kind)
{
    Node entry;
    entry.members["kind"].text = kind;
    entry.members["id"].text = "none";
    c.reading.push_back(std::move(entry));
}

} // namespace

TEST_CASE("a sound clause has no problem")
{
    const auto all = problems(base(), {"clauses:t.label.done"}, true);
    INFO(told(all));
    CHECK(all.empty());
}

TEST_CASE("each fault of a clause is named, with file, line and id")
{
    struct Row { const char* rule; std::function<void(Clause&)> spoil; bool breaks; };
    const auto row = GENERATE(values<Row>({
        {"bad_id", [](Clause& c) { c.id = "t label"; }, true},
        {"unknown_id", [](Clause& c) { c.section = "middle"; }, true},
        {"unknown_id", [](Clause& c) { c.causes = {"no_such_cause"}; }, true},
        {"unknown_id", [](Clause& c) { c.prints = "nothing"; }, true},
        {"unknown_id", [](Clause& c) { c.routes = {"perhaps"}; }, true},
        {"unknown_id", [](Clause& c) { c.kinds = {"poem"}; }, true},
        {"unknown_id", [](Clause& c) { c.marketplaces = {"bazaar"}; }, true},
        {"unknown_id", [](Clause& c) { c.evidence = {"oath"}; }, true},
        {"too_many_causes", [](Clause& c) { c.causes = {"late_shipment_rate", "order_defect_rate", "inauthentic", "counterfeit", "related_account"}; }, true},
        {"undeclared_slot", [](Clause& c) { c.text["en"][0] += " {{.colour}}."; }, true},
        {"undeclared_slot", [](Clause& c) { c.text["zh"][0] += "{{weather}}。"; }, true},
        {"undeclared_slot", [](Clause& c) { c.shortText["en"] = "{{.who}} {{.what}} {{.colour}}."; }, true},
        {"undeclared_slot", [](Clause& c) { c.text["en"][0] += " {{cause.no_question}}."; }, true},
        {"unused_slot", [](Clause& c) { auto slot = c.slots[0]; slot.name = "spare"; c.slots.push_back(slot); }, false},
        {"slot_is_member", [](Clause& c) { c.slots[0].name = "what"; }, true},
        {"broken_bracket", [](Clause& c) { c.text["en"][0] += " It took [[ {{.labels}} labels."; }, false},
        {"broken_bracket", [](Clause& c) { c.text["zh"][0] += "[[已完成]]。"; }, false},
        {"never_said", [](Clause& c) { c.text["en"][0] += " Of {{.labels}} none was kept. || In all there were {{.labels}}."; }, false},
        {"never_said", [](Clause& c) { c.text["zh"][0] += "{{.who}}共打印。|| 由{{.who}}打印。"; }, false},
        {"member_unsaid", [](Clause& c) { c.text["en"][1] = "Labels made again: {{.labels}}."; }, false},
        {"slot_unsaid", [](Clause& c) { c.slots[0].required = true; c.text["en"][1] = "{{.who}} {{.what}} on {{.on}}."; }, false},
        {"missing_language", [](Clause& c) { c.text.erase("zh"); }, false},
        {"missing_language", [](Clause& c) { c.text.erase("en"); }, false},
        {"missing_language", [](Clause& c) { c.name.erase("zh"); }, false},
        {"missing_language", [](Clause& c) { c.requires_.erase("zh"); }, false},
        {"missing_language", [](Clause& c) { c.slots[0].label.erase("zh"); }, false},
        {"missing_short", [](Clause& c) { c.shortText.erase("en"); }, false},
        {"few_phrasings", [](Clause& c) { c.text["en"].pop_back(); }, false},
        {"like_phrasings", [](Clause& c) { c.text["en"][1] = c.text["en"][0] + " Thanks."; }, false},
        {"like_phrasings", [](Clause& c) { c.text["en"] = {"On {{.on}} the labels of every parcel were printed by {{.who}}: {{.what}}.", "The labels of each parcel, printed by {{.who}} on {{.on}}: {{.what}}.", "Of every parcel on {{.on}} labels printed the {{.who}}: {{.what}}."}; }, false},
        {"like_phrasings", [](Clause& c) { c.text["zh"].push_back("{{.on}}，{{.who}}{{.what}}。重新打印标签{{.labels}}张，已贴好。"); }, false}, // the same slots, and most of the same characters
        {"like_phrasings", [](Clause& c) { c.text["zh"] = {"{{.on}}，{{.who}}{{.what}}，打印机旁的旧标签均已收回销毁，共{{.labels}}张。", "打印机旁的旧标签均已收回销毁，共{{.labels}}张：{{.on}}，{{.who}}{{.what}}。"}; }, false}, // by 8-grams
        {"missing_example", [](Clause& c) { c.slots[0].example.clear(); }, false},
        {"bad_example", [](Clause& c) { c.slots[0].example = {{"en", "a dozen"}}; }, false},
        {"no_options", [](Clause& c) { c.slots[0].type = "choice"; }, true},
        {"missing_label", [](Clause& c) { c.slots[0].label.clear(); }, false},
        {"counts_no_number", [](Clause& c) { c.slots[0].type = "text"; }, true},
        {"required_falls", [](Clause& c) { c.text["en"][0] = "On {{.on}} {{.who}} {{.what}} with {{.labels}} labels."; }, false},
        {"said_twice", [](Clause& c) { c.text["en"][0] = "On {{.on}} {{.who}} {{.what}}. Labels: {{.labels}}. || {{.who}} {{.what}}."; }, false},
        {"long_text_opens", [](Clause& c) { c.text["en"][0] += " {{.what}}."; }, false},
        {"broken_slot", [](Clause& c) { c.text["en"][0] += " {{.labels} printed."; }, true},
        {"voice_verb", [](Clause& c) { c.text["en"][0] += " {{We}} were there."; }, false},
        {"bracketed_plural", [](Clause& c) { c.text["en"][0] += " Label(s) lay there."; }, false},
        {"stop_inside", [](Clause& c) { c.text["en"][0] += " Labels, e.g. red ones, lay there."; }, false},
        {"wrong_script", [](Clause& c) { c.text["en"][0] += " 标签."; }, false},
        {"wrong_script", [](Clause& c) { c.text["zh"] = {"{{.on}} {{.who}} {{.what}} labels."}; }, false},
        {"narrow_punctuation", [](Clause& c) { c.text["zh"][0] += "标签,已贴。"; }, false},
        {"trips_own_check", [](Clause& c) { c.text["en"][0] += " We sincerely beg you to give us one more chance."; }, false},
    }));
    auto pack = base();
    row.spoil(pack.clauses[0]);
    const auto id = "clauses:" + pack.clauses[0].id;
    pack.places[id] = {"mine.json", 1};
    const auto all = problems(pack, {id});
    INFO(row.rule);
    INFO(told(all));
    const auto it = std::find_if(all.begin(), all.end(), [&](const auto& p) { return p.rule == row.rule; });
    REQUIRE(it != all.end());
    CHECK(it->where == "mine.json:1");
    CHECK(it->id == id);
    CHECK(it->severity == packcheck::Problem::Severity::Error);
    CHECK(packcheck::breaks(*it) == row.breaks);
}

TEST_CASE("a British word in a text of ours is a hint, no fault")
{
    auto pack = base();
    pack.clauses[0].text["en"][0] += " {{.labels|One colour|Two colours}} of label lay there.";
    const auto all = problems(pack, {"clauses:t.label.done"});
    INFO(told(all));
    REQUIRE(has(all, "other_spelling"));
    for (const auto& problem : all)
        if (problem.rule == "other_spelling")
            CHECK(problem.severity == packcheck::Problem::Severity::Warning);
    CHECK_FALSE(has(problems(base(), {"clauses:t.label.done"}), "other_spelling"));
}

TEST_CASE("what is right is not reported")
{
    struct Row { const char* rule; std::function<void(Clause&)> change; };
    const auto row = GENERATE(values<Row>({
        {"required_falls", [](Clause& c) { c.text["en"][0] = "On {{.on}} {{.who}} {{.what}} ({{.labels}} labels)."; }},                                  // a bracket falls alone
        {"required_falls", [](Clause& c) { c.text["en"][0] = "With {{.labels}} labels {{.who}} {{.what}} on {{.on}}. || On {{.on}} {{.who}} {{.what}}."; }}, // another sentence stands instead
        {"required_falls", [](Clause& c) { c.text["en"][0] = "On {{.on}} {{.who}} {{.what}}, {{.labels|one label|# labels}}."; }}, // so does a segment between commas
        {"required_falls", [](Clause& c) { c.text["en"][0] = "{{We}} counted {{.labels}} labels. On {{.on}} {{.who}} {{.what}}."; }},
        {"undeclared_slot", [](Clause& c) { c.text["en"][0] += " {{Our}} case: {{odr_fba_value}}. {{cause.title}}."; }},
        {"voice_verb", [](Clause& c) { c.text["en"][0] += " {{We}} checked it."; }},
        {"narrow_punctuation", [](Clause& c) { c.text["zh"][0] += "时间为10:30，共1,200张。"; }},
        {"wrong_script", [](Clause& c) { c.shortText["zh"] = "{{.on}}：{{.who}}{{.what}}。"; }},
        {"missing_language", [](Clause& c) { c.requires_.clear(); }},
        {"never_said", [](Clause& c) { c.text["en"][0] += " Of {{.labels}} {{+.labels}} stayed. || In all there were {{.labels}}."; }},
        {"never_said", [](Clause& c) { c.text["en"][0] += " There were {{.labels}} ({{.proof}}). || They are shown in {{.proof}}."; }},
        {"broken_bracket", [](Clause& c) { c.text["en"][0] += " It was done[[, with {{.labels}} labels]]."; }},
    }));
    auto pack = base();
    row.change(pack.clauses[0]);
    const auto all = problems(pack, {"clauses:t.label.done"});
    INFO(row.rule);
    INFO(told(all));
    CHECK_FALSE(has(all, row.rule));
}

TEST_CASE("faults of the rest of a pack")
{
    struct Row { const char* rule; const char* id; std::function<void(Catalogue&)> spoil; };
    const auto row = GENERATE(values<Row>({
        {"unknown_id", "causes:inauthentic", [](Catalogue& c) { for (auto& cause : c.causes) if (cause.id == "inauthentic") cause.family = "none"; }},
        {"unknown_id", "causes:inauthentic", [](Catalogue& c) { for (auto& cause : c.causes) if (cause.id == "inauthentic") cause.metrics = {"none"}; }},
        {"unknown_id", "causes:inauthentic", [](Catalogue& c) { for (auto& cause : c.causes) if (cause.id == "inauthentic") cause.see.push_back({"none", {}}); }},
        {"unknown_id", "letters:first_appeal", [](Catalogue& c) { for (auto& kind : c.letters) if (kind.id == "first_appeal") kind.required.push_back("shoe_size"); }},
        {"unknown_id", "letters:first_appeal", [](Catalogue& c) { for (auto& kind : c.letters) if (kind.id == "first_appeal") kind.sections.push_back({"ps", {}, {}}); }},
        {"unknown_id", "letters:first_appeal", [](Catalogue& c) { for (auto& kind : c.letters) if (kind.id == "first_appeal") kind.perCause["admit"].push_back("deeds.none"); }},
        {"unknown_id", "marketplaces:amazon", [](Catalogue& c) { for (auto& place : c.marketplaces) if (place.id == "amazon") place.boxes.push_back({"x", {"none"}, {}}); }},
        {"unknown_id", "metrics:odr", [](Catalogue& c) { for (auto& metric : c.metrics) if (metric.id == "odr") metric.partOf = "none"; }},
        {"undeclared_slot", "letters:first_appeal", [](Catalogue& c) { for (auto& kind : c.letters) if (kind.id == "first_appeal") kind.sections[0].text["en"] = {"{{none}}"}; }},
        {"undeclared_slot", "groups:deeds", [](Catalogue& c) { for (auto& group : c.groups) if (group.id == "deeds") group.print["en"] = {"{{.none}}"}; }},
        {"undeclared_slot", "causes:inauthentic", [](Catalogue& c) { for (auto& cause : c.causes) if (cause.id == "inauthentic") cause.leads["grounds"]["en"] = {"{{cause.none}}"}; }},
        {"other_slots", "wording:t", [](Catalogue& c) { c.wording["t"] = {{"en", "{count} left"}, {"zh", "剩余"}}; }},
        {"shared_phrase", "causes:inauthentic", [](Catalogue& c) {
             for (auto& cause : c.causes)
                 if (cause.id == "inauthentic" || cause.id == "late_shipment_rate")
                     cause.phrases["en"].push_back(cause.id == "inauthentic" ? "Quite the same" : "quite the same");
         }},
        {"out_of_date", "metrics:odr", [](Catalogue& c) { for (auto& metric : c.metrics) if (metric.id == "odr") metric.asOf = "2025-11-01"; }},
        {"no_date", "metrics:odr", [](Catalogue& c) { for (auto& metric : c.metrics) if (metric.id == "odr") metric.asOf = "soon"; }},
        {"no_source", "metrics:odr", [](Catalogue& c) { for (auto& metric : c.metrics) if (metric.id == "odr") metric.source.clear(); }},
        {"no_date", "marketplaces:amazon", [](Catalogue& c) { for (auto& place : c.marketplaces) if (place.id == "amazon") place.asOf.clear(); }}, // it holds limits
        {"unknown_id", "metrics:odr", [](Catalogue& c) { for (auto& metric : c.metrics) if (metric.id == "odr") metric.source = "[hearsay]"; }},
        {"unknown_id", "reading:cause.none", [](Catalogue& c) { read(c, "cause"); }},
        {"unknown_id", "reading:asks.none", [](Catalogue& c) { read(c, "asks"); }},
        {"unknown_id", "choice:none", [](Catalogue& c) { c.choices.push_back({}); c.choices.back().kind = "none"; }},
        {"vague_name", "letters:first_appeal", [](Catalogue& c) { for (auto& kind : c.letters) if (kind.id == "first_appeal") { kind.facts.push_back(c.facts[0]); kind.facts.back().name = "reason"; } }},
        {"vague_name", "facts:case.date", [](Catalogue& c) { c.facts.push_back(c.facts[0]); c.facts.back().name = "date"; c.facts.back().scope = "case"; }},
        {"too_few_clauses", "causes:late_shipment_rate", [](Catalogue&) {}},
        {"unreached", "clauses:t.label.done", [](Catalogue& c) { for (auto& cause : c.causes) if (cause.id == "late_shipment_rate") cause.routes = {"dispute"}; }},
    }));
    auto pack = base();
    row.spoil(pack.catalogue);
    pack.places[row.id] = {"mine.json", 7};
    const auto all = problems(pack, {row.id});
    INFO(row.rule);
    INFO(told(all));
    const auto it = std::find_if(all.begin(), all.end(), [&](const auto& p) { return p.rule == row.rule; });
    REQUIRE(it != all.end());
    CHECK(it->where == "mine.json:7");
    CHECK(it->id == row.id);
}

TEST_CASE("a clause that no letter can hold is unreached, whatever its causes")
{
    const auto row = GENERATE(values<std::function<void(Clause&)>>({
        [](Clause& c) { c.causes = {"ebay_vero"}; },        // disputed alone
        [](Clause& c) { c.kinds = {"status_request"}; },    // which has no corrective part
        [](Clause& c) { c.marketplaces = {"etsy"}; },       // where its cause does not exist
    }));
    auto pack = base();
    row(pack.clauses[0]);
    CHECK(has(problems(pack, {"clauses:t.label.done"}), "unreached"));
}

TEST_CASE("only a whole library must be complete")
{
    const auto few = [](bool complete) {
        const auto all = problems(base(), {"causes:late_shipment_rate"}, complete);
        const auto it = std::find_if(all.begin(), all.end(), [](const auto& p) { return p.rule == "too_few_clauses"; });
        REQUIRE(it != all.end());
        return it->severity;
    };
    CHECK(few(true) == packcheck::Problem::Severity::Error);
    CHECK(few(false) == packcheck::Problem::Severity::Warning);
    auto pack = base();
    pack.catalogue.groups.push_back(pack.catalogue.groups[0]);
    pack.catalogue.groups.back().id = "spare";
    CHECK(has(problems(pack, {"groups:spare"}, true), "unused_id"));
    CHECK_FALSE(has(problems(pack, {"groups:spare"}, false), "unused_id"));
    for (const char* vocabulary : {"families", "sources"}) {
        pack.catalogue.vocabularies[vocabulary].push_back({"spare", {{"en", "Spare"}, {"zh", "备用"}}, {}, {}, {}});
        CHECK(has(problems(pack, {std::string(vocabulary) + ":spare"}, true), "unused_id"));
    }
}

TEST_CASE("a clause that is hard to read is told in a whole library")
{
    auto pack = base();
    std::string heavy = "On {{.on}} {{.who}} {{.what}}";
    for (int i = 0; i < 12; ++i)
        heavy += " notwithstanding organisational considerations regarding responsibilities";
    pack.clauses[0].text["en"] = {heavy + "."};
    CHECK(has(problems(pack, {"causes:late_shipment_rate"}, true), "hard_to_read"));
    CHECK_FALSE(has(problems(base(), {"causes:late_shipment_rate"}, true), "hard_to_read"));
}

TEST_CASE("two clauses made from one mould are reported as a pair")
{
    auto pack = base();
    auto twin = pack.clauses[0];
    twin.id = "t.twin.done";
    pack.clauses.push_back(twin);
    const auto all = problems(pack, {"clauses:t.twin.done"});
    const auto it = std::find_if(all.begin(), all.end(), [](const auto& p) { return p.rule == "like_clauses"; });
    REQUIRE(it != all.end());
    CHECK(it->detail.find("t.label.done") != std::string::npos);
}

TEST_CASE("likeness is shared grams over all, a slot being one token")
{
    using packcheck::overlap;
    CHECK(overlap("one two three four five six", "one two three four five six", "en") == 1);
    CHECK(overlap("One two three, four five six.", "one two three four five six", "en") == 1);
    CHECK(overlap("one two three four five six", "one two three four five seven", "en") == Approx(1.0 / 3));
    CHECK(overlap("on {{.on}} the box was closed", "on {{.since}} the box was closed", "en") == 1);
    CHECK(overlap("one two three four", "one two three four", "en") == 0); // too short for a gram
    CHECK(overlap("每周一由仓库主管盘点库存", "每周一由仓库主管盘点库存", "zh") == 1);
    CHECK(overlap("每周一由仓库主管盘点库存", "每周一，由仓库主管盘点库存。", "zh") == 1);
    CHECK(overlap("每周一由仓库主管盘点库存", "收货时逐件核对标签与订单信息", "zh") == 0);
    CHECK(overlap("", "", "en") == 0);
}
