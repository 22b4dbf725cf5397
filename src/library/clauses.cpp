#include "library/clauses.h"

#include <algorithm>

namespace library {

namespace {

bool contains(const std::vector<std::string>& list, std::string_view what)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

} // namespace

const Field* Clause::slot(std::string_view wanted) const
{
    const auto it = std::find_if(slots.begin(), slots.end(), [&](const Field& f) { return f.name == wanted; });
    return it == slots.end() ? nullptr : &*it;
}

const std::string& Clause::phrasing(const Language& language, int variant) const
{
    static const std::string none;
    const auto it = text.find(language);
    if (it == text.end() || it->second.empty())
        return none;
    return it->second[std::min(std::size_t(std::max(variant, 0)), it->second.size() - 1)];
}

const Clause* find(const Clauses& clauses, std::string_view id)
{
    const auto it = std::lower_bound(clauses.begin(), clauses.end(), id, [](const Clause& c, std::string_view wanted) { return c.id < wanted; });
    return it == clauses.end() || it->id != id ? nullptr : &*it;
}

bool fits(const Clause& clause, const Fit& fit)
{
    if (contains(fit.also, clause.id))
        return true;
    if (!clause.marketplaces.empty() && !fit.marketplace.empty() && !contains(clause.marketplaces, fit.marketplace))
        return false;
    if (!clause.kinds.empty() && !fit.kind.empty() && !contains(clause.kinds, fit.kind))
        return false;
    if (fit.causesAndRoutes.empty())
        return clause.causes.empty();
    const auto sectionRoute = routeOf(clause.section);
    return std::any_of(fit.causesAndRoutes.begin(), fit.causesAndRoutes.end(), [&](const auto& pair) {
        const auto& [cause, route] = pair;
        if (!clause.causes.empty() && !contains(clause.causes, cause))
            return false;
        if (!clause.routes.empty())
            return contains(clause.routes, route);
        return !sectionRoute || appeal::name(*sectionRoute) == route;
    });
}

} // namespace library
