#pragma once

#include "appeal/case.h"

#include <string_view>

namespace followup {

/// What was sent and what came back, without what was struck out, by day.
struct History
{
    std::vector<const appeal::Event*> submissions; ///< to the marketplace, about the decision: no letters to buyers, no claims
    std::vector<const appeal::Event*> replies;
    const appeal::Event* lastStatus = nullptr;     ///< the last status request
    const appeal::Event* lastReply = nullptr;      ///< the last one that decides something
    std::string state;                             ///< of the case, from the events alone
    bool approved = false;                         ///< one reply reinstated
    bool contrary = false;                         ///< and a later one decided against it
};
History historyOf(const appeal::Case& c);

/// Does a letter of this kind use up one of the tries that a notice allows? An empty kind is a letter written elsewhere: it does.
bool isTry(std::string_view letterKind);
/// Is it a letter about the decision itself, so that the marketplace's answer moves the case?
bool movesCase(std::string_view letterKind);

} // namespace followup
