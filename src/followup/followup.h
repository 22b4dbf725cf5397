#pragma once

#include "appeal/case.h"
#include "library/catalogue.h"

/// Step 5: what is due, what was promised, where the case stands.
namespace followup {

/// drafting, submitted, acknowledged, more_information_requested, rejected, final, reinstated, closed.
std::string stateOf(const appeal::Case& c);
/// Nothing more is to be done in this state: reinstated, closed.
bool over(std::string_view state);
/// Tries that the notice allows less those used; nullopt where it names none.
std::optional<int> attemptsLeft(const appeal::Case& c);

struct Due
{
    std::string what; ///< a letter kind or a step of the catalogue (answer_notice, check_account_health, chase, promise, funds_request)
    std::optional<appeal::Date> from, on; ///< offered from, proposed on
    bool overdue = false;
    std::string letter; ///< letter kind that does it; empty: none
};
/// What is next, nearest first.
std::vector<Due> agenda(const appeal::Case& c, const library::Catalogue& catalogue, appeal::Date today);

struct Todo
{
    appeal::Id record;
    appeal::Value what;
    std::string who;
    std::optional<appeal::Date> by;
    bool done = false;
};
/// What the sent letters say is done or in force, to be shown with a date and a proof.
std::vector<Todo> todos(const appeal::Case& c, appeal::Date today);

/// The last day on which the notice can be answered: the nearest of the deadlines that ask the seller to act, of those not passed; else the last passed.
std::optional<appeal::Date> answerBy(const appeal::Case& c, const library::Catalogue& catalogue, appeal::Date today);

} // namespace followup
