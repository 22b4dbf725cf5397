#pragma once

#include "packcheck/packcheck.h"

#include "letter/spelling.h"

#include <set>

namespace packcheck {

/// Collects problems with the place where their entry stands.
struct Report
{
    const library::Pack& pack;
    std::set<std::string> only = {}; ///< ids that are asked about; empty: all
    std::vector<Problem> problems = {};
    letter::Spelled american{pack.catalogue, true};
    bool wanted(const std::string& id) const { return only.empty() || only.count(id) != 0; }

    void tell(Problem::Severity severity, const std::string& id, const char* rule, std::string detail) { add(severity, id, rule, std::move(detail)); }
    void error(const std::string& id, const char* rule, std::string detail) { add(Problem::Severity::Error, id, rule, std::move(detail)); }
    void warning(const std::string& id, const char* rule, std::string detail) { add(Problem::Severity::Warning, id, rule, std::move(detail)); }

private:
    void add(Problem::Severity severity, const std::string& id, const char* rule, std::string detail)
    {
        if (!wanted(id))
            return;
        const auto place = pack.places.find(id);
        problems.push_back({severity, place == pack.places.end() ? std::string{} : place->second.first + ":" + std::to_string(place->second.second), id, rule, std::move(detail)});
    }
};

void checkNames(Report& report);                     ///< every id that is named exists
void checkSlots(Report& report);                     ///< what texts name is declared, what is declared is named
void checkTexts(Report& report);                     ///< sentences that would print wrongly or lose a fact
void checkExamples(Report& report, appeal::Date today); ///< labels and examples of what is asked for
void checkPhrasings(Report& report);                 ///< languages, short forms, likeness
void checkOwnRules(Report& report);                  ///< a text that trips the program's own checks
void checkPhrases(Report& report);                   ///< a trigger phrase that two causes share without saying which is meant
void checkDates(Report& report, appeal::Date today); ///< figures without source, and older than twelve months
void checkCoverage(Report& report, Problem::Severity severity); ///< each cause with its clauses by route; nothing unreached
void checkUse(Report& report);                       ///< ids that nothing names
void checkReading(Report& report);                   ///< a cause whose clauses are too hard to read

} // namespace packcheck
