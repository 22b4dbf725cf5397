#include "cli/commands.h"
#include "cli/json.h"

#include <map>
#include <ostream>
#include <set>

namespace cli {

namespace {

/// The kinds in the order of CLI.md; each is there, empty or not.
constexpr const char* kEntityKinds[] = {"asins", "order_ids", "complaint_ids", "case_ids", "emails", "dates", "percentages", "amounts", "brands", "rights_owners", "account_names", "policies", "links",
    "product_ids", "skus", "seller_ids", "fba_shipment_ids", "removal_order_ids"};

Json ids(const std::vector<appeal::Found>& found)
{
    Json out = Json::array();
    for (const auto& f : found)
        out.push_back(f.id);
    return out;
}

Json readingJson(const appeal::Reading& r, const text::Decoded& decoded)
{
    const auto& text = decoded.text;
    const auto orNull = [](const std::string& s) { return s.empty() ? Json(nullptr) : Json(s); };
    Json out;
    out["marketplace"] = orNull(r.marketplace);
    out["store"] = orNull(r.store);
    out["language"] = orNull(r.language);
    out["actions"] = ids(r.actions);
    out["notice_date"] = toJson(r.noticeDate);
    out["answers_appeal"] = r.answersAppeal;
    out["way"] = orNull(r.way);
    out["causes"] = Json::array();
    for (const auto& cause : r.causes) {
        Json evidence = Json::array();
        for (const auto& span : cause.evidence)
            evidence.push_back({{"start", span.start}, {"end", span.end}, {"text", text.substr(span.start, span.end - span.start)}});
        out["causes"].push_back({{"id", cause.id}, {"confidence", cause.confidence}, {"evidence", evidence}});
    }
    std::map<std::string, Json> byKind;
    Json spans = Json::array();
    out["doubtful"] = Json::array();
    Json doubtful = Json::array();
    for (const auto& entity : r.entities) {
        auto& list = byKind.try_emplace(entity.kind, Json::array()).first->second;
        list.push_back(entity.value);
        for (const auto& at : entity.at)
            spans.push_back({{"kind", entity.kind}, {"value", entity.value}, {"start", at.start}, {"end", at.end}});
        if (!entity.doubtful.empty()) {
            auto kind = entity.kind;
            if (kind.ends_with('s'))
                kind.pop_back();
            const auto at = entity.at.empty() ? appeal::Span{} : entity.at.front();
            doubtful.push_back({{"kind", kind}, {"text", entity.value}, {"start", at.start}, {"end", at.end}, {"why", entity.doubtful}});
        }
    }
    out["entities"] = Json::object();
    for (const auto* kind : kEntityKinds)
        out["entities"][kind] = byKind.count(kind) != 0 ? byKind[kind] : Json::array();
    out["metrics"] = Json::array();
    for (const auto& m : r.metrics) {
        const auto number = [](const auto& n) { return n ? Json(*n) : Json(nullptr); };
        out["metrics"].push_back({{"id", m.id}, {"value", number(m.value)}, {"numerator", number(m.numerator)}, {"denominator", number(m.denominator)}, {"target", orNull(m.target)},
            {"window", number(m.window)}, {"channel", orNull(m.channel)}, {"start", m.at.start}, {"end", m.at.end}});
    }
    out["deadlines"] = Json::array();
    for (const auto& d : r.deadlines)
        out["deadlines"].push_back(toJson(d));
    out["attempt_limit"] = r.attemptLimit ? Json(*r.attemptLimit) : Json(nullptr);
    out["document_ages"] = Json::array();
    for (const auto& age : r.documentAges)
        out["document_ages"].push_back({{"value", age.value}, {"unit", age.unit}, {"what", age.what}, {"start", age.at.start}, {"end", age.at.end}});
    out["metric_windows"] = Json::array();
    for (const auto& window : r.metricWindows)
        out["metric_windows"].push_back({{"value", window.value}, {"unit", window.unit}, {"start", window.at.start}, {"end", window.at.end}});
    out["asks_for"] = ids(r.asksFor);
    out["doubtful"] = doubtful;
    out["spans"] = spans;
    out["subject"] = orNull(r.subject);
    if (decoded.changed)
        out["text"] = text;
    return out;
}

Json replyJson(const appeal::ReplyReading& r, const text::Decoded& decoded)
{
    Json out{{"class", r.cls}, {"confidence", r.confidence}, {"asks_for", ids(r.asksFor)}, {"deadlines", Json::array()}, {"date", toJson(r.date)}, {"points", r.points}};
    for (const auto& d : r.deadlines)
        out["deadlines"].push_back(toJson(d));
    if (decoded.changed)
        out["text"] = decoded.text;
    return out;
}

struct Args
{
    std::string file, received, caseName;
    bool save = false;
};

std::optional<appeal::Date> receivedOr(const std::optional<appeal::Date>& given, const text::Decoded& decoded)
{
    return given ? given : appeal::parseDate(decoded.mailDate);
}

Result<int> read(Context& context, const Args& args)
{
    auto received = context.day("--received", args.received);
    if (!received)
        return received.error();
    auto decoded = context.decoded(args.file);
    if (!decoded)
        return decoded.error();
    const auto reading = context.reader().read(decoded->text, receivedOr(*received, *decoded));
    if (context.json()) {
        print(context, readingJson(reading, *decoded));
        return 0;
    }
    for (const auto& line : cause::summary(reading, decoded->text, context.catalogue(), context.language()))
        context.out() << line.text << '\n';
    return 0;
}

Result<int> reply(Context& context, const Args& args)
{
    auto received = context.day("--received", args.received);
    if (!received)
        return received.error();
    auto decoded = context.decoded(args.file);
    if (!decoded)
        return decoded.error();
    const auto reading = context.reader().readReply(decoded->text, receivedOr(*received, *decoded));
    if (!args.caseName.empty()) {
        auto open = context.open(args.caseName);
        if (!open)
            return open.error();
        if (args.save) {
            auto session = context.session(*open);
            if (!session)
                return session.error();
            session->edit(journey::replied(session->now(), decoded->text, reading, received->value_or(reading.date.value_or(context.today())), context.catalogue()));
            open->value = session->now();
            if (auto saved = context.save(*open); !saved)
                return saved.error();
        }
    } else if (args.save) {
        return Error{Error::Code::Usage, "--save", "it needs --case"};
    }
    if (context.json()) {
        print(context, replyJson(reading, *decoded));
        return 0;
    }
    context.out() << context.say("reply." + reading.cls) << '\n';
    for (const auto& asked : reading.asksFor)
        if (const auto* named = context.catalogue().named("asks_for", asked.id))
            context.out() << "  " << library::in(named->name, context.language()) << '\n';
    for (const auto& deadline : reading.deadlines)
        if (deadline.due)
            context.out() << "  " << appeal::isoDate(*deadline.due) << '\n';
    return 0;
}

} // namespace

void addReading(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    auto* sub = app.add_subcommand("read", "Reads a marketplace's notice: causes, entities, figures, deadlines, what it asks for");
    sub->add_option("FILE", args->file, "The notice: text, .eml or .html; - for standard input")->required();
    sub->add_option("--received", args->received, "The day it arrived")->option_text("YYYY-MM-DD");
    sub->callback([&action, args] { action = [args](Context& c) { return read(c, *args); }; });

    sub = app.add_subcommand("reply", "Reads a marketplace's answer to an appeal");
    sub->add_option("FILE", args->file, "The reply; - for standard input")->required();
    sub->add_option("--received", args->received, "The day it arrived")->option_text("YYYY-MM-DD");
    sub->add_option("--case", args->caseName, "The case that it answers")->option_text("CASE");
    sub->add_flag("--save", args->save, "Record it in the case");
    sub->callback([&action, args] { action = [args](Context& c) { return reply(c, *args); }; });
}

} // namespace cli
