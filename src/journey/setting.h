#pragma once

#include "appeal/result.h"
#include "journey/session.h"

namespace journey {

/// `NAME=VALUE` of the command line's `set`, as edits: the one place that knows names, forms and where a value lives (CLI.md, "Names in set").
class Setter
{
public:
    /// @param letter the letter whose facts are meant; empty: the current one
    /// @param pick the pick whose own values are meant; empty: none
    Setter(const appeal::Case& c, const library::Catalogue& catalogue, const library::Clauses& clauses, appeal::Date today, appeal::Id letter = {}, appeal::Id pick = {});

    /// Adds one assignment. BadValue or Usage (an unknown name) leave everything as it was.
    appeal::Result<appeal::Done> set(const std::string& name, const std::string& value);
    const std::vector<appeal::Edit>& edits() const { return m_edits; }

private:
    void put(appeal::Edit edit);
    appeal::Result<appeal::Done> setRoute(const std::string& cause, const std::string& value);
    appeal::Result<appeal::Done> setCauses(const std::string& value);
    appeal::Result<appeal::Done> setLetter(const std::string& value);
    appeal::Result<appeal::Done> setRecord(const std::string& name, const appeal::Language& language, const std::string& value, bool& matched);
    appeal::Result<appeal::Done> setMember(const appeal::Record& record, const std::string& member, const appeal::Language& language, const std::string& value);
    appeal::Result<appeal::Done> setFigure(const std::string& name, const std::string& value, bool& matched);
    appeal::Result<appeal::Done> setFact(const appeal::FactRef& ref, const library::Field& field, const std::string& shown, const appeal::Language& language, const std::string& value);
    /// Checks and orders a value; the language key under which it is kept.
    appeal::Result<std::pair<appeal::Language, std::string>> fit(const library::Field& field, const std::string& shown, appeal::Language language, const std::string& value) const;

    appeal::Case m_case;
    const library::Catalogue& m_catalogue;
    const library::Clauses& m_clauses;
    appeal::Date m_today;
    appeal::Id m_letter, m_pick;
    std::vector<appeal::Edit> m_edits;
    std::map<std::string, std::pair<appeal::Id, std::vector<std::string>>> m_added; ///< group -> the row that `+` made, and its members so far
};

} // namespace journey
