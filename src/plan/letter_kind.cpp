#include "plan/plan.h"

#include <algorithm>

namespace plan {

namespace {

bool contains(const std::vector<std::string>& list, const std::string& what)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

/// The latest reply decides over the notice: a refusal or a request for more changes which letter follows.
std::string mainAction(const appeal::Case& c)
{
    const auto replies = appeal::standing(c, "reply");
    if (!replies.empty()) {
        const auto& cls = replies.back()->replyClass;
        if (cls == "more_information_requested" || cls == "appeal_rejected" || cls == "final_decision")
            return cls;
    }
    return c.actions.empty() ? std::string{} : c.actions.front();
}

/// A contrary decision, or a new notice, after an approval of the same case.
bool afterApproval(const appeal::Case& c)
{
    bool approved = false;
    for (const auto* reply : appeal::standing(c, "reply")) {
        if (reply->replyClass == "reinstated")
            approved = true;
        else if (approved && (reply->replyClass == "appeal_rejected" || reply->replyClass == "final_decision" || reply->replyClass == "more_information_requested"))
            return true;
    }
    return false;
}

bool holds(const library::Choice& row, const appeal::Case& c)
{
    if (row.afterApproval && !afterApproval(c))
        return false;
    if (!row.actionsMain.empty() && !contains(row.actionsMain, mainAction(c)))
        return false;
    if (!row.marketplaces.empty() && !contains(row.marketplaces, appeal::caseFact(c, "marketplace")))
        return false;
    if (!row.stores.empty() && !contains(row.stores, appeal::caseFact(c, "store")))
        return false;
    const auto routed = [&](const std::string& route) {
        return std::count_if(c.causes.begin(), c.causes.end(), [&](const appeal::ChosenCause& cause) { return cause.route && appeal::name(*cause.route) == route; });
    };
    if (!row.routesAll.empty() && (c.causes.empty() || routed(row.routesAll) != std::ptrdiff_t(c.causes.size())))
        return false;
    if (!row.routesAny.empty() && routed(row.routesAny) == 0)
        return false;
    return std::none_of(row.routesNone.begin(), row.routesNone.end(), [&](const std::string& route) { return routed(route) > 0; });
}

} // namespace

std::string letterKind(const appeal::Case& c, const library::Catalogue& catalogue)
{
    for (const auto& row : catalogue.choices)
        if (holds(row, c))
            return row.kind;
    return "first_appeal";
}

library::Fit fitOf(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Catalogue&)
{
    library::Fit fit;
    fit.marketplace = appeal::caseFact(c, "marketplace");
    fit.kind = draft.kind;
    for (const auto& cause : c.causes)
        if (cause.route)
            fit.causesAndRoutes.emplace_back(cause.id, std::string(appeal::name(*cause.route)));
    for (const auto& letter : c.letters)
        for (const auto& pick : letter.picks)
            if (!pick.clause.empty() && !contains(fit.also, pick.clause))
                fit.also.push_back(pick.clause);
    return fit;
}

} // namespace plan
