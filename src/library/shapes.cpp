#include "library/shapes.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace library {

namespace {

#define MEMBERS(name, ...) constexpr std::string_view name[] = {__VA_ARGS__}
MEMBERS(kField, "name", "type", "label", "example", "hint", "grammar", "sentence", "listed", "required", "derived", "options", "scope", "routes", "weak");
MEMBERS(kFieldNeeds, "name", "type", "label");
MEMBERS(kFact, "name", "scope", "type", "label", "example", "hint", "grammar", "required", "derived", "options");
MEMBERS(kFactNeeds, "name", "scope", "type", "label");
MEMBERS(kIdLabel, "id", "label");
MEMBERS(kGroup, "id", "name", "section", "members", "print");
MEMBERS(kGroupNeeds, "id", "name", "members");
MEMBERS(kPrint, "en", "zh", "short");
MEMBERS(kPrintNeeds, "en", "zh");
MEMBERS(kSection, "id", "name", "hint", "heading", "text", "short");
MEMBERS(kIdName, "id", "name");
MEMBERS(kRoute, "id", "name", "hint", "asked", "answered_by", "sections");
MEMBERS(kAsksFor, "id", "name", "hint", "paper", "section");
MEMBERS(kAction, "id", "name", "hint", "about", "did", "ask");
MEMBERS(kDeadlineKind, "id", "name", "hint", "counts_from", "must_act", "day");
MEMBERS(kWay, "id", "name", "hint", "route");
MEMBERS(kNamed, "id", "name", "hint");
MEMBERS(kVoice, "id", "name", "en", "zh");
MEMBERS(kVoiceNeeds, "id", "en", "zh");
MEMBERS(kCause, "id", "name", "title", "family", "marketplaces", "routes", "metrics", "phrases", "see", "questions", "root_causes", "evidence", "traps", "leads");
MEMBERS(kCauseNeeds, "id", "name", "title", "family");
MEMBERS(kSee, "cause", "when");
MEMBERS(kSeeNeeds, "cause");
MEMBERS(kPaper, "kind", "routes", "text");
MEMBERS(kPaperNeeds, "kind", "text");
MEMBERS(kClause, "id", "name", "section", "causes", "routes", "kinds", "marketplaces", "prints", "slots", "requires", "text", "short", "evidence", "tags", "replaces");
MEMBERS(kClauseNeeds, "id", "name", "section", "text");
MEMBERS(kLetter, "id", "name", "marketplaces", "to", "classes", "team", "sections", "required", "optional", "per_cause", "groups", "facts", "length", "boxes", "guides", "warnings", "required_where",
    "stores", "causes");
MEMBERS(kLetterNeeds, "id", "name", "to", "sections");
MEMBERS(kLetterSection, "id", "text", "short");
MEMBERS(kId, "id");
MEMBERS(kLength, "words");
MEMBERS(kChoice, "when", "kind", "also");
MEMBERS(kKind, "kind");
MEMBERS(kWhen, "after_approval", "actions_main", "marketplaces", "stores", "routes_all", "routes_any", "routes_none", "causes_any");
MEMBERS(kMarketplace, "id", "name", "team", "teams", "stores", "status_request", "form", "attachment_types", "attachment_size", "languages", "entrance", "ids", "invoice_age_days", "source", "as_of");
MEMBERS(kStore, "id", "name", "domain", "currency", "spelling", "team", "terms");
MEMBERS(kStatus, "from", "on", "unconfirmed", "source", "as_of");
MEMBERS(kStatusNeeds, "source", "as_of");
MEMBERS(kForm, "boxes", "plain_text", "unconfirmed");
MEMBERS(kBox, "id", "sections", "limit");
MEMBERS(kSize, "megabytes", "unconfirmed");
MEMBERS(kIdForm, "kind", "form", "example", "standing");
MEMBERS(kMetric, "id", "name", "short", "sign", "target", "unit", "marketplaces", "windows", "numerator", "denominator", "part_of", "channels", "definition", "notes", "example", "stores", "unconfirmed", "source", "as_of");
MEMBERS(kMetricNeeds, "id", "name", "source", "as_of");
MEMBERS(kMetricStore, "target", "sign", "windows");
MEMBERS(kTarget, "target");
MEMBERS(kPractice, "id", "area", "area_name", "question", "leads_to");
MEMBERS(kPracticeNeeds, "id", "area", "question");
MEMBERS(kGuide, "id", "name", "marketplaces", "kinds", "stores", "routes", "page", "steps", "next", "source", "as_of", "unconfirmed");
MEMBERS(kGuideNeeds, "id", "name", "source", "as_of");
MEMBERS(kCheck, "id", "severity", "name", "message", "suggestion", "why", "classes", "kinds", "except_kinds", "languages");
MEMBERS(kCheckNeeds, "id", "severity", "message", "suggestion");
MEMBERS(kReading, "kind", "id");
MEMBERS(kWording, "id", "en", "zh");
MEMBERS(kTerm, "zh", "en", "note", "meaning");
MEMBERS(kTermNeeds, "zh", "en");
MEMBERS(kSpelling, "american", "british");
MEMBERS(kPhrase, "zh", "en", "kind");
MEMBERS(kPinyin, "han", "pinyin");
MEMBERS(kReport, "id", "name", "marketplaces", "source", "as_of");
#undef MEMBERS

constexpr Shape kShapes[] = {
    {"field", kField, kFieldNeeds},
    {"fact", kFact, kFactNeeds},
    {"option", kIdLabel, kIdLabel},
    {"group", kGroup, kGroupNeeds},
    {"group_print", kPrint, kPrintNeeds},
    {"section", kSection, kId},
    {"route", kRoute, kIdName},
    {"asked_thing", kAsksFor, kIdName},
    {"action", kAction, kIdName},
    {"deadline_kind", kDeadlineKind, kIdName},
    {"way", kWay, kIdName},
    {"named", kNamed, kIdName},
    {"voice", kVoice, kVoiceNeeds},
    {"cause", kCause, kCauseNeeds},
    {"cause_see", kSee, kSeeNeeds},
    {"cause_evidence", kPaper, kPaperNeeds},
    {"clause", kClause, kClauseNeeds},
    {"letter", kLetter, kLetterNeeds},
    {"letter_section", kLetterSection, kId},
    {"letter_length", kLength, kLength},
    {"choice", kChoice, kKind},
    {"choice_when", kWhen, {}},
    {"marketplace", kMarketplace, kIdName},
    {"store", kStore, kIdName},
    {"status_request", kStatus, kStatusNeeds},
    {"form", kForm, {}},
    {"form_box", kBox, kId},
    {"attachment_size", kSize, {}},
    {"id_form", kIdForm, kKind},
    {"metric", kMetric, kMetricNeeds},
    {"metric_store", kMetricStore, kTarget},
    {"practice", kPractice, kPracticeNeeds},
    {"guide", kGuide, kGuideNeeds},
    {"check", kCheck, kCheckNeeds, true},
    {"reading", kReading, kReading, true},
    {"wording", kWording, kWording},
    {"term", kTerm, kTermNeeds},
    {"phrase", kPhrase, kTermNeeds},
    {"spelling", kSpelling, kSpelling},
    {"pinyin", kPinyin, kPinyin},
    {"report", kReport, kIdName, true},
};

constexpr PackArray kArrays[] = {
    {"facts", "fact"}, {"groups", "group"}, {"sections", "section"}, {"routes", "route"}, {"asks_for", "asked_thing"}, {"actions", "action"}, {"deadline_kinds", "deadline_kind"}, {"ways", "way"},
    {"families", "named"}, {"next_steps", "named"}, {"sources", "named"}, {"voice", "voice"}, {"causes", "cause"}, {"clauses", "clause"}, {"letters", "letter"}, {"choice", "choice"}, {"marketplaces", "marketplace"}, {"metrics", "metric"},
    {"practices", "practice"}, {"guides", "guide"}, {"checks", "check"}, {"reading", "reading"}, {"wording", "wording"}, {"glossary", "term"}, {"phrases", "phrase"}, {"spellings", "spelling"}, {"readings", "pinyin"}, {"reports", "report"},
};

} // namespace

std::span<const Shape> shapes() { return kShapes; }
std::span<const PackArray> packArrays() { return kArrays; }

const Shape& shape(std::string_view name)
{
    const auto it = std::find_if(std::begin(kShapes), std::end(kShapes), [&](const Shape& s) { return s.name == name; });
    assert(it != std::end(kShapes));
    return *it;
}

} // namespace library
