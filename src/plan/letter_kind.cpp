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
    if (!row.causesAny.empty() && std::none_of(c.causes.begin(), c.causes.end(), [&](const appeal::ChosenCause& cause) { return contains(row.causesAny, cause.id); }))
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

const library::Choice* choiceOf(const appeal::Case& c, const library::Catalogue& catalogue)
{
    const auto it = std::find_if(catalogue.choices.begin(), catalogue.choices.end(), [&](const library::Choice& row) { return holds(row, c); });
    return it == catalogue.choices.end() ? nullptr : &*it;
}

bool possible(const library::LetterKind& kind, const appeal::Case& c)
{
    // what is not known yet rules nothing out
    const auto in = [](const std::vector<std::string>& only, const std::string& value) { return only.empty() || value.empty() || contains(only, value); };
    if (!in(kind.marketplaces, appeal::caseFact(c, "marketplace")) || !in(kind.onlyStores, appeal::caseFact(c, "store")))
        return false;
    return kind.onlyCauses.empty() || std::any_of(c.causes.begin(), c.causes.end(), [&](const appeal::ChosenCause& cause) { return contains(kind.onlyCauses, cause.id); });
}

} // namespace

std::string letterKind(const appeal::Case& c, const library::Catalogue& catalogue)
{
    const auto* row = choiceOf(c, catalogue);
    return row ? row->kind : "first_appeal";
}

std::vector<const library::LetterKind*> kindsFor(const appeal::Case& c, const library::Catalogue& catalogue)
{
    std::vector<const library::LetterKind*> out;
    for (const auto& kind : catalogue.letters)
        if (possible(kind, c))
            out.push_back(&kind);
    const auto* row = choiceOf(c, catalogue);
    const auto rank = [&](const library::LetterKind* kind) { return !row ? 2 : kind->id == row->kind ? 0 : contains(row->also, kind->id) ? 1 : 2; };
    std::stable_sort(out.begin(), out.end(), [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
    return out;
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
