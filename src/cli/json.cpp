#include "cli/json.h"

#include "followup/followup.h"
#include "letter/claim.h"

#include <ostream>

namespace cli {

void print(Context& context, const Json& value)
{
    context.out() << value.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

Json toJson(const std::optional<appeal::Date>& day)
{
    return day ? Json(appeal::isoDate(*day)) : Json(nullptr);
}

Json toJson(const library::Words& words)
{
    Json out = Json::object();
    for (const auto& [language, text] : words)
        out[language] = text;
    return out;
}

Json spanOf(const appeal::Span& span)
{
    return Json{{"start", span.start}, {"end", span.end}};
}

Json toJson(const appeal::DeadlineReading& deadline)
{
    Json out{{"value", deadline.value}};
    if (deadline.valueMin)
        out["value_min"] = *deadline.valueMin;
    out["unit"] = deadline.unit;
    out["kind"] = deadline.kind;
    if (deadline.due)
        out["due"] = appeal::isoDate(*deadline.due);
    if (deadline.dueMin)
        out["due_min"] = appeal::isoDate(*deadline.dueMin);
    if (deadline.from)
        out["from"] = appeal::isoDate(*deadline.from);
    out["start"] = deadline.at.start;
    out["end"] = deadline.at.end;
    return out;
}

Json showJson(const Context::Open& open, Context&, const library::Clauses& clauses, const std::string& offered)
{
    const auto& c = open.value;
    Json out;
    out["id"] = open.path.empty() ? c.id : open.path;
    const auto orNull = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    out["marketplace"] = orNull(appeal::caseFact(c, "marketplace"));
    out["store"] = orNull(appeal::caseFact(c, "store"));
    out["state"] = followup::stateOf(c);
    out["seller_offered"] = orNull(offered);
    out["profile"] = orNull(c.profile);
    out["voice"] = c.voice == appeal::Voice::I ? "I" : "we";
    out["causes"] = Json::array();
    for (const auto& cause : c.causes)
        out["causes"].push_back({{"id", cause.id}, {"route", cause.route ? Json(appeal::name(*cause.route)) : Json(nullptr)}, {"by", cause.by == appeal::By::Person ? "person" : "program"}});
    out["letter"] = orNull(c.letter);
    out["letters"] = Json::array();
    for (const auto& letter : c.letters) {
        Json sent = nullptr;
        for (const auto& event : c.events)
            if (event.id == letter.sent && !letter.sent.empty())
                sent = appeal::isoDate(event.on);
        out["letters"].push_back({{"id", letter.id}, {"kind", letter.kind}, {"language", letter.language}, {"sent", sent}});
    }
    out["picks"] = Json::array();
    for (const auto& letter : c.letters)
        for (const auto& pick : letter.picks) {
            const auto* clause = pick.clause.empty() ? nullptr : library::find(clauses, pick.clause);
            const auto state = letter::stateOf(c, letter, pick, clause);
            Json prints = nullptr;
            if (const auto* record = appeal::findRecord(c, pick.prints)) {
                int number = 0;
                for (const auto& other : c.records)
                    if (other.group == record->group && (++number, other.id == record->id))
                        break;
                prints = record->group + "." + std::to_string(number);
            }
            out["picks"].push_back({{"id", pickName(letter, pick)}, {"clause", pick.clause.empty() ? Json(nullptr) : Json(pick.clause)}, {"letter", letter.id}, {"section", pick.section},
                {"cause", orNull(pick.cause)}, {"variant", pick.variant + 1},
                {"state", state == appeal::PickState::Proposed ? "proposed" : state == appeal::PickState::Own ? "own" : "confirmed"},
                {"requires", clause && !clause->requires_.empty() ? toJson(clause->requires_) : Json(nullptr)}, {"prints", prints}});
        }
    out["evidence"] = Json::array();
    for (const auto& evidence : c.evidence)
        out["evidence"].push_back({{"id", evidence.id}, {"name", evidence.name}, {"as", orNull(evidence.kind)}, {"shows", toJson(library::Words(evidence.shows.begin(), evidence.shows.end()))}});
    return out;
}

} // namespace cli
