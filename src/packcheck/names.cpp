#include "packcheck/grams.h"
#include "packcheck/rules.h"

#include "library/as_of.h"

#include <algorithm>
#include <set>

namespace packcheck {

namespace {

/// Is the name of a fact that many texts share so general that they would mean different things by it?
bool vague(const std::string& name)
{
    static const std::set<std::string> names{"person", "date", "number", "time", "file", "supplier", "text", "name", "amount", "count", "day", "month", "year", "place", "address", "order", "orders", "product", "products",
        "item", "items", "unit", "units", "reason", "result", "note", "value", "answer", "document", "documents", "paper", "company", "email", "phone", "what", "who", "when", "total", "percentage", "figure", "action", "measure"};
    return names.count(name) != 0;
}

} // namespace

void checkNames(Report& report)
{
    const auto& c = report.pack.catalogue;
    const auto unknown = [&](const std::string& id, const char* what, const std::string& name) { report.error(id, "unknown_id", std::string("no ") + what + " is called \"" + name + "\""); };
    const auto marketplaces = [&](const std::string& id, const std::vector<std::string>& list) {
        for (const auto& name : list)
            if (!c.marketplace(name))
                unknown(id, "marketplace", name);
    };
    const auto kinds = [&](const std::string& id, const std::vector<std::string>& list) {
        for (const auto& name : list)
            if (!c.letter(name))
                unknown(id, "letter kind", name);
    };
    const auto routes = [&](const std::string& id, const std::vector<std::string>& list) {
        for (const auto& name : list)
            if (!appeal::parseRoute(name))
                unknown(id, "route", name);
    };
    for (const auto& cause : c.causes) {
        const auto id = "causes:" + cause.id;
        marketplaces(id, cause.marketplaces);
        routes(id, cause.routes);
        if (!c.named("families", cause.family))
            unknown(id, "family", cause.family);
        for (const auto& metric : cause.metrics)
            if (!c.metric(metric))
                unknown(id, "metric", metric);
        for (const auto& see : cause.see)
            if (!c.cause(see.cause))
                unknown(id, "cause", see.cause);
        for (const auto& paper : cause.evidence)
            if (!c.named("asks_for", paper.kind))
                unknown(id, "kind of paper", paper.kind);
        for (const auto& [section, lead] : cause.leads)
            if (!c.section(section))
                unknown(id, "section", section);
    }
    for (const auto& clause : report.pack.clauses) {
        const auto id = "clauses:" + clause.id;
        if (clause.id.empty() || clause.id.find_first_of("\"'\\ ,;#=") != std::string::npos)
            report.error(id, "bad_id", "an id holds letters, digits, dots, hyphens and underscores");
        if (!c.section(clause.section))
            unknown(id, "section", clause.section);
        if (!clause.prints.empty() && !c.group(clause.prints))
            unknown(id, "group", clause.prints);
        for (const auto& cause : clause.causes)
            if (!c.cause(cause))
                unknown(id, "cause", cause);
        if (clause.causes.size() > 4)
            report.error(id, "too_many_causes", "a clause serves up to four causes");
        routes(id, clause.routes);
        kinds(id, clause.kinds);
        marketplaces(id, clause.marketplaces);
        for (const auto& kind : clause.evidence)
            if (!c.named("asks_for", kind))
                unknown(id, "kind of paper", kind);
    }
    for (const auto& letter : c.letters) {
        const auto id = "letters:" + letter.id;
        marketplaces(id, letter.marketplaces);
        for (const auto& section : letter.sections)
            if (!c.section(section.id))
                unknown(id, "section", section.id);
        for (const auto& group : letter.groups)
            if (!c.group(group))
                unknown(id, "group", group);
        for (const auto& [route, wants] : letter.perCause) {
            routes(id, {route});
            for (const auto& want : wants) {
                const auto dot = want.find('.');
                const auto name = want.substr(0, dot);
                if (name == "cause" ? !c.fact("cause", want.substr(dot + 1)) : !c.group(name) || (dot != want.npos && !c.group(name)->member(want.substr(dot + 1))))
                    unknown(id, "group, member or cause fact", want);
            }
        }
        const auto fact = [&](const std::string& name) {
            const bool own = std::any_of(letter.facts.begin(), letter.facts.end(), [&](const library::Field& f) { return f.name == name; });
            const bool figure = c.fact("case", name) || c.fact("letter", name);
            const auto dot = name.find('.');
            const bool cause = dot != name.npos && name.substr(0, dot) == "cause" && c.fact("cause", name.substr(dot + 1));
            const auto* group = c.group(name.substr(0, dot));
            if (!own && !figure && !cause && !(group && (dot == name.npos || group->member(name.substr(dot + 1)))))
                unknown(id, "fact or group", name);
        };
        for (const auto& name : letter.required)
            fact(name);
        for (const auto& name : letter.optional)
            fact(name);
        for (const auto& [name, when] : letter.requiredWhere)
            fact(name);
        for (const auto& cause : letter.onlyCauses)
            if (!c.cause(cause))
                unknown(id, "cause", cause);
        for (const auto& guide : letter.guides)
            if (std::none_of(c.guides.begin(), c.guides.end(), [&](const library::Guide& g) { return g.id == guide; }))
                unknown(id, "guide", guide);
    }
    for (const auto& choice : c.choices) {
        const auto id = "choice:" + choice.kind;
        if (!choice.kind.empty())
            kinds(id, {choice.kind});
        kinds(id, choice.also);
        marketplaces(id, choice.marketplaces);
        for (const auto& action : choice.actionsMain)
            if (!c.named("actions", action))
                unknown(id, "action", action);
        for (const auto& cause : choice.causesAny)
            if (!c.cause(cause))
                unknown(id, "cause", cause);
        for (const auto& route : {choice.routesAll, choice.routesAny})
            if (!route.empty())
                routes(id, {route});
        routes(id, choice.routesNone);
    }
    for (const auto& group : c.groups)
        for (const auto& [route, section] : group.section) {
            routes("groups:" + group.id, {route});
            if (!c.section(section))
                unknown("groups:" + group.id, "section", section);
        }
    for (const auto& metric : c.metrics) {
        marketplaces("metrics:" + metric.id, metric.marketplaces);
        if (!metric.partOf.empty() && !c.metric(metric.partOf))
            unknown("metrics:" + metric.id, "metric", metric.partOf);
    }
    for (const auto& marketplace : c.marketplaces)
        for (const auto& box : marketplace.boxes)
            for (const auto& section : box.sections)
                if (!c.section(section))
                    unknown("marketplaces:" + marketplace.id, "section", section);
    for (const auto& check : c.checks) {
        kinds("checks:" + check.id, check.kinds);
        kinds("checks:" + check.id, check.exceptKinds);
    }
    for (const auto& practice : c.practices)
        for (const auto& cause : practice.leadsTo)
            if (!c.cause(cause))
                unknown("practices:" + practice.id, "cause", cause);
    for (const auto& guide : c.guides) {
        marketplaces("guides:" + guide.id, guide.marketplaces);
        kinds("guides:" + guide.id, guide.kinds);
        routes("guides:" + guide.id, guide.routes);
    }
    // what a notice is read by names causes, metrics and things asked for
    for (const auto& entry : c.reading) {
        const auto& kind = entry["kind"].text;
        const auto& name = entry["id"].text;
        if (kind == "cause" && !c.cause(name))
            unknown("reading:cause." + name, "cause", name);
        else if (kind == "metric" && !c.metric(name))
            unknown("reading:metric." + name, "metric", name);
        else if (kind == "asks" && !c.named("asks_for", name))
            unknown("reading:asks." + name, "thing asked for", name);
        if (kind == "cause")
            for (const auto& place : entry["marketplaces"].strings())
                if (!c.marketplace(place))
                    unknown("reading:cause." + name, "marketplace", place);
    }
    for (const auto& fact : c.facts)
        if (fact.scope != "cause" && vague(fact.name))
            report.error("facts:" + fact.scope + "." + fact.name, "vague_name", "two clauses would get one answer");
    for (const auto& letter : c.letters)
        for (const auto& fact : letter.facts)
            if (vague(fact.name))
                report.error("letters:" + letter.id, "vague_name", "\"" + fact.name + "\" does not say which; two texts would get one answer");
}

void checkDates(Report& report, appeal::Date today)
{
    const auto old = [&](const std::string& id, const std::string& asOf, const std::string& source) {
        const auto day = appeal::parseDate(asOf);
        if (!day)
            report.error(id, "no_date", "as_of is no day: \"" + asOf + "\"");
        else if (source.empty())
            report.error(id, "no_source", "a figure names its source");
        else if (library::outOfDate(asOf, today))
            report.warning(id, "out_of_date", "as of " + asOf + ", from " + library::pageNames(report.pack.catalogue, source, "en") + ": look it up again");
        for (auto open = source.find('['); open != source.npos; open = source.find('[', open + 1))
            if (const auto close = source.find(']', open); close != source.npos && !report.pack.catalogue.named("sources", source.substr(open + 1, close - open - 1)))
                report.error(id, "unknown_id", "no source is called \"" + source.substr(open + 1, close - open - 1) + "\"");
    };
    for (const auto& metric : report.pack.catalogue.metrics)
        old("metrics:" + metric.id, metric.asOf, metric.source);
    for (const auto& guide : report.pack.catalogue.guides)
        old("guides:" + guide.id, guide.asOf, guide.source.empty() ? guide.source : guide.source + " " + guide.page);
    for (const auto& marketplace : report.pack.catalogue.marketplaces) {
        old("marketplaces:" + marketplace.id, marketplace.statusAsOf, marketplace.statusSource);
        const bool limits = marketplace.invoiceAgeDays || marketplace.attachmentMegabytes || std::any_of(marketplace.boxes.begin(), marketplace.boxes.end(), [](const auto& box) { return box.limit.has_value(); });
        if (!marketplace.asOf.empty() || limits) // a limit without a day cannot grow old
            old("marketplaces:" + marketplace.id, marketplace.asOf, marketplace.source);
    }
}

void checkPhrases(Report& report)
{
    const auto& causes = report.pack.catalogue.causes;
    const auto sees = [](const library::Cause& one, const std::string& other) { return std::any_of(one.see.begin(), one.see.end(), [&](const auto& s) { return s.cause == other; }); };
    for (std::size_t i = 0; i < causes.size(); ++i)
        for (std::size_t k = i + 1; k < causes.size(); ++k) {
            const auto& a = causes[i];
            const auto& b = causes[k];
            const bool together = std::any_of(a.marketplaces.begin(), a.marketplaces.end(), [&](const auto& m) { return std::find(b.marketplaces.begin(), b.marketplaces.end(), m) != b.marketplaces.end(); });
            if (!together || sees(a, b.id) || sees(b, a.id))
                continue;
            for (const auto& [language, list] : a.phrases) {
                const auto theirs = b.phrases.find(language);
                if (theirs == b.phrases.end())
                    continue;
                for (const auto& phrase : list)
                    if (std::any_of(theirs->second.begin(), theirs->second.end(), [&, &language = language](const std::string& other) { return tokensOf(other, language) == tokensOf(phrase, language); }))
                        report.error("causes:" + a.id, "shared_phrase", "\"" + phrase + "\" is also a phrase of " + b.id + ", and neither says in `see` which is meant");
            }
        }
}

} // namespace packcheck
