#include "packcheck/rules.h"

#include "letter/template.h"

#include <algorithm>
#include <functional>
#include <set>

namespace packcheck {

namespace {

constexpr int kWanted = 3; ///< clauses of a cause in each section that its routes need: issue "the whole catalogue"

template <typename List>
bool contains(const List& list, const std::string& what)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

/// Is there a letter with a place for it, on a marketplace of one of its causes?
bool placed(const library::Catalogue& c, const library::Clause& clause)
{
    return std::any_of(c.letters.begin(), c.letters.end(), [&](const library::LetterKind& kind) {
        if ((!clause.kinds.empty() && !contains(clause.kinds, kind.id)) || !kind.section(clause.section))
            return false;
        const auto sold = [&](const std::string& place) {
            return (clause.marketplaces.empty() || contains(clause.marketplaces, place)) && (kind.marketplaces.empty() || contains(kind.marketplaces, place))
                && (clause.causes.empty() || std::any_of(clause.causes.begin(), clause.causes.end(), [&](const std::string& id) {
                       const auto* cause = c.cause(id);
                       return cause && (cause->marketplaces.empty() || contains(cause->marketplaces, place));
                   }));
        };
        return std::any_of(c.marketplaces.begin(), c.marketplaces.end(), [&](const library::Marketplace& place) { return sold(place.id); });
    });
}

bool reached(const library::Catalogue& c, const library::Clause& clause)
{
    const auto section = library::routeOf(clause.section);
    return std::any_of(clause.causes.begin(), clause.causes.end(), [&](const std::string& id) {
        const auto* cause = c.cause(id);
        return cause && std::any_of(cause->routes.begin(), cause->routes.end(), [&](const std::string& route) {
            return clause.routes.empty() ? !section || appeal::name(*section) == route : contains(clause.routes, route);
        });
    });
}

} // namespace

void checkCoverage(Report& report, Problem::Severity severity)
{
    const auto& c = report.pack.catalogue;
    for (const auto& cause : c.causes)
        for (const auto& routeId : cause.routes) {
            const auto route = appeal::parseRoute(routeId);
            if (!route)
                continue;
            for (const auto& section : library::sectionsOf(*route)) {
                int fitting = 0, own = 0;
                for (const auto& clause : report.pack.clauses) {
                    if (clause.section != section || !contains(clause.causes, cause.id) || (!clause.routes.empty() && !contains(clause.routes, routeId)))
                        continue;
                    ++fitting;
                    own += clause.causes.size() == 1 ? 1 : 0;
                }
                if (fitting < kWanted || own < 1)
                    report.tell(severity, "causes:" + cause.id, "too_few_clauses",
                        section + " (" + routeId + "): " + std::to_string(fitting) + " clauses, " + std::to_string(own) + " of its own; three are wanted, one of them its own");
            }
        }
    for (const auto& clause : report.pack.clauses)
        if (!clause.causes.empty() && !reached(c, clause))
            report.tell(severity, "clauses:" + clause.id, "unreached", "none of its causes has a route that leads here");
        else if (!placed(c, clause))
            report.tell(severity, "clauses:" + clause.id, "unreached", "no letter kind on a marketplace of its causes has a place for it");
}

void checkUse(Report& report)
{
    const auto& c = report.pack.catalogue;
    std::set<std::string> slots, kinds, guides, groups, metrics;
    const auto read = [&](const std::string& text) {
        for (auto& slot : letter::slotsOf(text))
            slots.insert(std::move(slot));
    };
    const auto readAll = [&](const library::Phrasings& phrasings) {
        for (const auto& [language, list] : phrasings)
            for (const auto& text : list)
                read(text);
    };
    const auto readWords = [&](const library::Words& words) {
        for (const auto& [language, text] : words)
            read(text);
    };
    for (const auto& clause : report.pack.clauses) {
        readAll(clause.text);
        readWords(clause.shortText);
        groups.insert(clause.prints);
    }
    for (const auto& cause : c.causes) {
        for (const auto& [section, lead] : cause.leads)
            readAll(lead);
        metrics.insert(cause.metrics.begin(), cause.metrics.end());
    }
    for (const auto& section : c.sections) {
        readWords(section.heading);
        readAll(section.text);
        readWords(section.shortText);
    }
    for (const auto& [vocabulary, entries] : c.vocabularies)
        for (const auto& entry : entries)
            for (const auto& [what, phrasings] : entry.phrases)
                readAll(phrasings);
    for (const auto& kind : c.letters) {
        std::set<std::string> own;
        for (const auto& section : kind.sections) {
            readAll(section.text);
            readWords(section.shortText);
            for (const auto& [language, list] : section.text)
                for (const auto& text : list)
                    for (const auto& slot : letter::slotsOf(text))
                        own.insert(slot);
        }
        for (const auto& fact : kind.facts)
            if (!fact.derived && fact.type != "choice" && own.count(fact.name) == 0 && !contains(kind.required, fact.name))
                report.error("letters:" + kind.id, "unused_slot", "\"" + fact.name + "\" is declared and used nowhere");
        slots.insert(kind.required.begin(), kind.required.end());
        slots.insert(kind.optional.begin(), kind.optional.end());
        for (const auto& [route, wants] : kind.perCause)
            slots.insert(wants.begin(), wants.end());
        guides.insert(kind.guides.begin(), kind.guides.end());
        groups.insert(kind.groups.begin(), kind.groups.end());
    }
    for (const auto& choice : c.choices) {
        kinds.insert(choice.kind);
        kinds.insert(choice.also.begin(), choice.also.end());
    }
    for (const auto& guide : c.guides)
        kinds.insert(guide.kinds.begin(), guide.kinds.end());
    for (const auto& metric : c.metrics)
        if (!metric.partOf.empty())
            metrics.insert(metric.partOf);
    // what notices are read for is shown and kept, whether or not a letter says it
    for (const auto& entry : c.reading) {
        const auto& kind = entry["kind"].text;
        if (kind == "metric")
            metrics.insert(entry["id"].text);
        else if (kind == "pattern")
            for (const char* scope : {"", "cause."})
                slots.insert(scope + entry["id"].text);
    }
    for (const char* kept : {"marketplace", "received_date", "notice_subject"}) // by these the program itself goes
        slots.insert(kept);
    const auto unused = [&](const std::string& id, const char* by) { report.error(id, "unused_id", std::string("no ") + by + " names it"); };
    for (const auto& fact : c.facts)
        if (slots.count(fact.scope == "cause" ? "cause." + fact.name : fact.name) == 0 && !fact.derived)
            report.warning("facts:" + fact.scope + "." + fact.name, "unused_id", "no text, no letter kind and no notice names it");
    for (const auto& group : c.groups)
        if (groups.count(group.id) == 0)
            unused("groups:" + group.id, "clause and no letter kind");
    for (const auto& metric : c.metrics)
        if (metrics.count(metric.id) == 0)
            report.warning("metrics:" + metric.id, "unused_id", "no cause and no notice names it");
    for (const auto& guide : c.guides)
        if (guides.count(guide.id) == 0 && guide.kinds.empty())
            unused("guides:" + guide.id, "letter kind");
    for (const auto& kind : c.letters)
        if (kinds.count(kind.id) == 0)
            unused("letters:" + kind.id, "row of `choice` and no guide");
    const auto vocabulary = [&](const char* name, const char* by, const auto& named) {
        if (const auto it = c.vocabularies.find(name); it != c.vocabularies.end())
            for (const auto& entry : it->second)
                if (!named(entry.id))
                    unused(std::string(name) + ":" + entry.id, by);
    };
    vocabulary("families", "cause", [&](const std::string& id) { return std::any_of(c.causes.begin(), c.causes.end(), [&](const auto& cause) { return cause.family == id; }); });
    vocabulary("sources", "metric, marketplace and guide", [&](const std::string& id) {
        const auto tag = "[" + id + "]";
        const auto holds = [&](const std::string& source) { return source.find(tag) != source.npos; };
        return std::any_of(c.metrics.begin(), c.metrics.end(), [&](const auto& m) { return holds(m.source); })
            || std::any_of(c.guides.begin(), c.guides.end(), [&](const auto& g) { return holds(g.source); })
            || std::any_of(c.marketplaces.begin(), c.marketplaces.end(), [&](const auto& m) { return holds(m.source) || holds(m.statusSource); });
    });
}

} // namespace packcheck
