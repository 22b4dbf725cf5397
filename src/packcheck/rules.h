#pragma once

#include "packcheck/packcheck.h"

namespace packcheck {

/// Collects problems with the place where their entry stands.
struct Report
{
    const library::Pack& pack;
    std::vector<Problem> problems;

    void error(const std::string& id, const char* rule, std::string detail) { add(Problem::Severity::Error, id, rule, std::move(detail)); }
    void warning(const std::string& id, const char* rule, std::string detail) { add(Problem::Severity::Warning, id, rule, std::move(detail)); }

private:
    void add(Problem::Severity severity, const std::string& id, const char* rule, std::string detail)
    {
        const auto place = pack.places.find(id);
        problems.push_back({severity, place == pack.places.end() ? std::string{} : place->second.first + ":" + std::to_string(place->second.second), id, rule, std::move(detail)});
    }
};

void checkNames(Report& report);                          ///< every id that is named exists
void checkSlots(Report& report);                          ///< slots of clauses, leads, letters and groups
void checkPhrasings(Report& report);                      ///< languages, short forms, likeness
void checkOwnRules(Report& report);                       ///< a clause that trips the program's own checks
void checkCoverage(Report& report);                       ///< each cause with its clauses by route; nothing unreached
void checkPhrases(Report& report);                        ///< a trigger phrase that two causes share without saying which is meant
void checkDates(Report& report, appeal::Date today);      ///< figures older than twelve months

} // namespace packcheck
