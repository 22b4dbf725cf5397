#pragma once

#include "appeal/edit.h"
#include "library/catalogue.h"

/// Step 2: figures against targets, practices, what evidence is due.
namespace evaluation {

struct MetricResult
{
    std::string id, channel;
    std::optional<int> window;
    std::optional<std::int64_t> numerator, denominator;
    std::optional<double> value;          ///< a share
    std::string written;                  ///< with the source's digits, or two decimals half up
    std::string target;                   ///< "<0.01"
    std::string targetWritten;            ///< "1%"
    std::optional<double> targetShare;    ///< the target's number: 0.01
    std::optional<bool> meets;
    std::map<std::string, std::optional<std::int64_t>> parts; ///< of odr
    std::vector<std::string> orders;
    appeal::Source source = appeal::Source::Typed;
    bool fewOrders = false;               ///< so few that one defect breaks the target
    std::optional<std::int64_t> goodOrdersNeeded; ///< arithmetic, never a promise: how many more good orders bring the rate under target
};
struct PracticeResult { std::string id, area, answer; bool weak = false; std::vector<std::string> leadsTo; };
struct EvidenceDue { std::string kind, cause; library::Words text; bool attached = false; };
struct Evaluation
{
    std::vector<MetricResult> metrics;
    std::vector<PracticeResult> practices;
    std::vector<EvidenceDue> evidence;
};
/// Metrics of the case's causes (with empty figures where none are known) and all figures it holds; the practices; the papers its causes, routes and notice ask for.
Evaluation evaluate(const appeal::Case& c, const library::Catalogue& catalogue, appeal::Date today);
/// 18 of 779 -> "2.31%": two decimals, half up. "" for no orders.
std::string rateOf(std::int64_t numerator, std::int64_t denominator);
/// "2.31%" -> 0.0231.
std::optional<double> shareOf(std::string_view written);

} // namespace evaluation
