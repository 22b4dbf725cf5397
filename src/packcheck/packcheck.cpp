#include "packcheck/rules.h"

#include <algorithm>
#include <array>

namespace packcheck {

std::vector<Problem> check(const library::Pack& whole, const std::vector<std::string>& only, bool complete, appeal::Date today)
{
    Report report{whole, {only.begin(), only.end()}};
    checkNames(report);
    checkSlots(report);
    checkTexts(report);
    checkExamples(report, today);
    checkPhrasings(report);
    checkPhrases(report);
    checkDates(report, today);
    checkOwnRules(report);
    checkCoverage(report, complete ? Problem::Severity::Error : Problem::Severity::Warning);
    if (complete) {
        checkUse(report);
        checkReading(report);
    }
    std::stable_sort(report.problems.begin(), report.problems.end(), [](const Problem& a, const Problem& b) { return a.severity < b.severity; });
    return std::move(report.problems);
}

bool breaks(const Problem& problem)
{
    static constexpr std::array<std::string_view, 9> kRules{"unknown_id", "bad_id", "too_many_causes", "undeclared_slot", "slot_is_member", "broken_slot", "counts_no_number", "no_options", "no_date"};
    return problem.severity == Problem::Severity::Error && std::find(kRules.begin(), kRules.end(), problem.rule) != kRules.end();
}

} // namespace packcheck
