#include "packcheck/rules.h"

#include <algorithm>
#include <set>

namespace packcheck {

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
        for (const auto& guide : letter.guides)
            if (std::none_of(c.guides.begin(), c.guides.end(), [&](const library::Guide& g) { return g.id == guide; }))
                unknown(id, "guide", guide);
    }
    for (const auto& choice : c.choices)
        if (!choice.kind.empty() && !c.letter(choice.kind))
            unknown("choice", "letter kind", choice.kind);
    for (const auto& practice : c.practices)
        for (const auto& cause : practice.leadsTo)
            if (!c.cause(cause))
                unknown("practices:" + practice.id, "cause", cause);
    for (const auto& guide : c.guides) {
        marketplaces("guides:" + guide.id, guide.marketplaces);
        kinds("guides:" + guide.id, guide.kinds);
    }
    static const std::set<std::string> vague{"person", "date", "number", "time", "file", "supplier"};
    for (const auto& fact : c.facts)
        if (fact.scope != "cause" && vague.count(fact.name) != 0)
            report.error("facts:" + fact.scope + "." + fact.name, "vague_name", "two clauses would get one answer");
}

void checkDates(Report& report, appeal::Date today)
{
    const auto old = [&](const std::string& id, const std::string& asOf, const std::string& source) {
        const auto day = appeal::parseDate(asOf);
        if (!day)
            report.error(id, "no_date", "as_of is no day: \"" + asOf + "\"");
        else if (appeal::plusMonths(*day, 12) < today)
            report.warning(id, "out_of_date", "as of " + asOf + ", from " + source + ": look it up again");
    };
    for (const auto& metric : report.pack.catalogue.metrics)
        old("metrics:" + metric.id, metric.asOf, metric.source);
    for (const auto& guide : report.pack.catalogue.guides)
        old("guides:" + guide.id, guide.asOf, guide.source + " " + guide.page);
    for (const auto& marketplace : report.pack.catalogue.marketplaces)
        old("marketplaces:" + marketplace.id, marketplace.statusAsOf, marketplace.statusSource);
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
                    if (std::find(theirs->second.begin(), theirs->second.end(), phrase) != theirs->second.end())
                        report.error("causes:" + a.id, "shared_phrase", "\"" + phrase + "\" is also a phrase of " + b.id + ", and neither says in `see` which is meant");
            }
        }
}

} // namespace packcheck
