#include "cli/commands.h"
#include "cli/json.h"

#include "evaluation/evaluation.h"
#include "library/as_of.h"

#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::string name;
    std::vector<std::string> imports;
    bool save = false;
};

Result<int> evaluate(Context& context, const Args& args)
{
    if (!args.imports.empty())
        return Error{Error::Code::Unsupported, "--import", "reading report files is not in this version; set the figures by name (odr_defects=18 odr_orders=779)"};
    auto open = context.open(args.name);
    if (!open)
        return open.error();
    const auto result = evaluation::evaluate(open->value, context.catalogue(), context.today());
    if (args.save)
        if (auto saved = context.save(*open); !saved)
            return saved.error();
    if (context.json()) {
        const auto number = [](const auto& n) { return n ? Json(*n) : Json(nullptr); };
        Json out{{"metrics", Json::array()}, {"practices", Json::array()}, {"imports", Json::array()}, {"evidence", Json::array()}};
        for (const auto& m : result.metrics) {
            Json entry{{"id", m.id}, {"channel", m.channel.empty() ? Json(nullptr) : Json(m.channel)}, {"window", number(m.window)}, {"numerator", number(m.numerator)}, {"denominator", number(m.denominator)},
                {"value", number(m.value)}, {"written", m.written}, {"target", m.target}, {"meets", number(m.meets)}, {"source", appeal::name(m.source)}};
            const auto* metric = context.catalogue().metric(m.id);
            entry["as_of"] = metric ? Json(metric->asOf) : Json(nullptr);
            entry["out_of_date"] = metric && library::outOfDate(metric->asOf, context.today());
            Json parts = Json::object();
            for (const auto& [id, count] : m.parts)
                parts[id] = number(count);
            entry["parts"] = parts;
            entry["orders"] = m.orders;
            out["metrics"].push_back(entry);
        }
        for (const auto& p : result.practices)
            out["practices"].push_back({{"id", p.id}, {"area", p.area}, {"answer", p.answer}, {"weak", p.weak}, {"clauses", p.leadsTo}});
        for (const auto& e : result.evidence)
            out["evidence"].push_back({{"kind", e.kind}, {"cause", e.cause.empty() ? Json(nullptr) : Json(e.cause)}, {"text", toJson(e.text)}, {"attached", e.attached}});
        print(context, out);
        return 0;
    }
    const auto& language = context.language();
    for (const auto& m : result.metrics) {
        const auto* metric = context.catalogue().metric(m.id);
        context.out() << (m.meets ? (*m.meets ? "  " : "! ") : "? ") << (metric ? library::in(metric->name, language) : m.id) << "  " << (m.written.empty() ? "-" : m.written);
        if (m.numerator && m.denominator)
            context.out() << "  " << *m.numerator << "/" << *m.denominator;
        context.out() << "  " << m.target << '\n';
        if (const auto old = metric ? library::checkThis(context.catalogue(), metric->asOf, metric->source, context.today(), language) : std::string(); !old.empty())
            context.out() << "    " << old << '\n';
    }
    for (const auto& p : result.practices)
        if (p.weak)
            for (const auto& practice : context.catalogue().practices)
                if (practice.id == p.id)
                    context.out() << "! " << library::in(practice.question, language) << '\n';
    for (const auto& e : result.evidence)
        context.out() << (e.attached ? "  " : "? ") << library::in(e.text, language) << '\n';
    return 0;
}

} // namespace

void addEvaluate(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    auto* sub = app.add_subcommand("evaluate", "The metrics against their targets, the practices that need attention");
    sub->add_option("CASE", args->name, "A case file or the id of a case in the store")->required();
    sub->add_option("--import", args->imports, "Report files")->option_text("REPORT");
    sub->add_flag("--save", args->save, "Keep what was found in the case");
    sub->callback([&action, args] { action = [args](Context& c) { return evaluate(c, *args); }; });
}

} // namespace cli
