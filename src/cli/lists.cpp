#include "cli/commands.h"
#include "cli/json.h"

#include "library/as_of.h"

#include <algorithm>
#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::string search, cause, section;
    int limit = 0;
};

bool contains(const std::vector<std::string>& list, const std::string& what)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

Json phrasingsJson(const library::Phrasings& phrasings)
{
    Json out = Json::object();
    for (const auto& [language, list] : phrasings)
        out[language] = list;
    return out;
}

Json fieldJson(const library::Field& field)
{
    Json out{{"name", field.name}, {"type", field.type}, {"label", toJson(field.label)}, {"required", field.required}};
    if (!field.options.empty()) {
        out["options"] = Json::array();
        for (const auto& option : field.options)
            out["options"].push_back(option.id);
    }
    return out;
}

Result<int> causes(Context& context, const Args&)
{
    auto clauses = context.allClauses();
    if (!clauses)
        return clauses.error();
    const auto& catalogue = context.catalogue();
    Json out = Json::array();
    for (const auto& cause : catalogue.causes) {
        if (!context.json()) {
            context.out() << cause.id << "  " << library::in(cause.name, context.language()) << '\n';
            continue;
        }
        Json counts = Json::object();
        for (const auto& clause : *clauses)
            if (contains(clause.causes, cause.id))
                counts[clause.section] = counts.value(clause.section, 0) + 1;
        Json entry{{"id", cause.id}, {"name", toJson(cause.name)}, {"title", toJson(cause.title)}, {"family", cause.family}, {"marketplaces", cause.marketplaces}, {"routes", cause.routes},
            {"metrics", cause.metrics}, {"phrases", phrasingsJson(cause.phrases)}, {"questions", Json::array()}, {"root_causes", Json::array()}, {"evidence", Json::array()}, {"traps", Json::array()},
            {"clauses", counts}};
        for (const auto& question : cause.questions)
            entry["questions"].push_back(fieldJson(question));
        for (const auto& words : cause.rootCauses)
            entry["root_causes"].push_back(toJson(words));
        for (const auto& paper : cause.evidence)
            entry["evidence"].push_back({{"kind", paper.kind}, {"routes", paper.routes}, {"text", toJson(paper.text)}});
        for (const auto& trap : cause.traps)
            entry["traps"].push_back(toJson(trap));
        out.push_back(entry);
    }
    if (context.json())
        print(context, out);
    return 0;
}

Result<int> letters(Context& context, const Args&)
{
    Json out = Json::array();
    for (const auto& kind : context.catalogue().letters) {
        if (!context.json()) {
            context.out() << kind.id << "  " << library::in(kind.name, context.language()) << '\n';
            continue;
        }
        Json sections = Json::array();
        for (const auto& section : kind.sections)
            sections.push_back(section.id);
        Json perCause = Json::object();
        for (const auto& [route, wants] : kind.perCause)
            perCause[route] = wants;
        Json facts = Json::array();
        for (const auto& field : kind.facts)
            facts.push_back(fieldJson(field));
        out.push_back({{"id", kind.id}, {"name", toJson(kind.name)}, {"to", kind.to}, {"team", toJson(kind.team)}, {"marketplaces", kind.marketplaces}, {"classes", kind.classes}, {"sections", sections},
            {"required", kind.required}, {"optional", kind.optional}, {"per_cause", perCause}, {"groups", kind.groups}, {"facts", facts}});
    }
    if (context.json())
        print(context, out);
    return 0;
}

Result<int> checks(Context& context, const Args&)
{
    Json out = Json::array();
    for (const auto& check : context.catalogue().checks) {
        const auto& name = library::in(check.name, context.language()).empty() ? check.message : check.name;
        if (!context.json()) {
            context.out() << check.id << "  " << check.severity << "  " << library::in(name, context.language()) << '\n';
            continue;
        }
        out.push_back({{"id", check.id}, {"name", toJson(name)}, {"severity", check.severity}, {"classes", check.classes}, {"kinds", check.kinds}, {"languages", check.languages}, {"message", toJson(check.message)},
            {"suggestion", toJson(check.suggestion)}, {"why", toJson(check.why)}});
    }
    if (context.json())
        print(context, out);
    return 0;
}

Result<int> metrics(Context& context, const Args&)
{
    Json out = Json::array();
    for (const auto& metric : context.catalogue().metrics) {
        if (!context.json()) {
            context.out() << metric.id << "  " << metric.sign << metric.target << "  " << library::in(metric.name, context.language()) << "  (" << library::pageNames(context.catalogue(), metric.source, context.language()) << ", " << metric.asOf << ")";
            if (const auto old = library::checkThis(context.catalogue(), metric.asOf, metric.source, context.today(), context.language()); !old.empty())
                context.out() << "  " << old;
            context.out() << '\n';
            continue;
        }
        Json stores = Json::object();
        for (const auto& [store, target] : metric.storeTargets)
            stores[store] = target;
        out.push_back({{"id", metric.id}, {"name", toJson(metric.name)}, {"target", metric.sign + metric.target}, {"windows", metric.windows}, {"marketplaces", metric.marketplaces}, {"channels", metric.channels},
            {"part_of", metric.partOf.empty() ? Json(nullptr) : Json(metric.partOf)}, {"numerator", toJson(metric.numerator)}, {"denominator", toJson(metric.denominator)}, {"definition", toJson(metric.definition)},
            {"stores", stores}, {"source", metric.source}, {"as_of", metric.asOf}, {"out_of_date", library::outOfDate(metric.asOf, context.today())}, {"unconfirmed", metric.unconfirmed}});
    }
    if (context.json())
        print(context, out);
    return 0;
}

Result<int> clauses(Context& context, const Args& args)
{
    if (!args.cause.empty() && !context.catalogue().cause(args.cause))
        return Error{Error::Code::Usage, "--cause", "\"" + args.cause + "\" is no cause; `causeway-cli causes` lists them"};
    if (!args.section.empty() && !context.catalogue().section(args.section))
        return Error{Error::Code::Usage, "--section", "\"" + args.section + "\" is no section of a letter"};
    struct Row { const library::Clause* clause; double score; };
    library::Clauses all;
    std::vector<Row> hits;
    if (!args.search.empty()) {
        auto store = context.library();
        if (!store)
            return store.error();
        const bool filtered = !args.cause.empty() || !args.section.empty();
        auto found = (*store)->search(args.search, args.limit > 0 && !filtered ? args.limit : 100000);
        if (!found)
            return found.error();
        std::vector<std::string> ids;
        for (const auto& hit : *found)
            ids.push_back(hit.id);
        auto clauses = (*store)->clauses(ids);
        if (!clauses)
            return clauses.error();
        all = std::move(*clauses);
        for (const auto& hit : *found)
            if (const auto* clause = library::find(all, hit.id))
                hits.push_back({clause, hit.score});
    } else {
        auto clauses = context.allClauses();
        if (!clauses)
            return clauses.error();
        all = std::move(*clauses);
        for (const auto& clause : all)
            hits.push_back({&clause, 0});
    }
    Json out = Json::array();
    int count = 0;
    for (const auto& hit : hits) {
        const auto& clause = *hit.clause;
        if (!args.cause.empty() && !clause.causes.empty() && !contains(clause.causes, args.cause))
            continue;
        if (!args.section.empty() && clause.section != args.section)
            continue;
        if (args.limit > 0 && ++count > args.limit)
            break;
        if (!context.json()) {
            context.out() << clause.id << "  " << clause.section << "  " << library::in(clause.name, context.language()) << '\n';
            if (const auto& needs = library::in(clause.requires_, context.language()); !needs.empty())
                context.out() << "    " << needs << '\n';
            continue;
        }
        Json slots = Json::array();
        for (const auto& slot : clause.slots)
            slots.push_back(fieldJson(slot));
        Json text = Json::object();
        std::size_t variants = 0;
        for (const auto& [language, list] : clause.text) {
            if (!list.empty())
                text[language] = list.front();
            variants = std::max(variants, list.size());
        }
        out.push_back({{"id", clause.id}, {"name", toJson(clause.name)}, {"section", clause.section}, {"causes", clause.causes}, {"routes", clause.routes}, {"kinds", clause.kinds},
            {"prints", clause.prints.empty() ? Json(nullptr) : Json(clause.prints)}, {"slots", slots}, {"text", text}, {"phrasings", phrasingsJson(clause.text)}, {"short", toJson(clause.shortText)},
            {"variants", variants}, {"requires", clause.requires_.empty() ? Json(nullptr) : toJson(clause.requires_)}, {"tags", clause.tags}, {"score", hit.score}});
    }
    if (context.json())
        print(context, out);
    return 0;
}

} // namespace

void addLists(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    const auto add = [&](const char* name, const char* what, auto run) {
        auto* sub = app.add_subcommand(name, what);
        sub->callback([&action, args, run] { action = [args, run](Context& c) { return run(c, *args); }; });
        return sub;
    };
    add("causes", "The causes, a line each", causes);
    add("letters", "The letter kinds, a line each", letters);
    add("checks", "The writing rules, a line each", checks);
    add("metrics", "The metrics with target, source and date, a line each", metrics);
    auto* sub = add("clauses", "The clause library, best match first", clauses);
    sub->add_option("--search", args->search, "Words, English or Chinese")->option_text("TEXT");
    sub->add_option("--cause", args->cause, "Those that fit this cause")->option_text("ID");
    sub->add_option("--section", args->section, "Those of this section")->option_text("ID");
    sub->add_option("--limit", args->limit, "So many at most")->check(CLI::Range(1, 1000000));
}

} // namespace cli
