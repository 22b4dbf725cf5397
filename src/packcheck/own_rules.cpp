#include "packcheck/filled.h"
#include "packcheck/rules.h"

#include "submit/review.h"

#include <algorithm>

namespace packcheck {

namespace {

/// The causes in whose cases a check does not apply, wherever its entry says so.
void notCauses(const library::Node& node, std::vector<std::string>& out)
{
    for (const auto& cause : node["not_causes"].strings())
        out.push_back(cause);
    for (const auto& item : node.items)
        notCauses(item, out);
    for (const auto& [name, member] : node.members)
        notCauses(member, out);
}

/// Does the check stay silent wherever this clause is used?
bool silentFor(const library::Catalogue& catalogue, const std::string& check, const std::vector<std::string>& causes)
{
    const auto* known = catalogue.check(check);
    std::vector<std::string> exempt;
    if (known)
        notCauses(known->body, exempt);
    return !causes.empty() && std::any_of(causes.begin(), causes.end(), [&](const std::string& cause) { return std::find(exempt.begin(), exempt.end(), cause) != exempt.end(); });
}

/// A letter kind in which a text of this section stands.
std::string kindFor(const library::Catalogue& catalogue, const library::Clause& clause)
{
    if (!clause.kinds.empty())
        return clause.kinds.front();
    const bool amazon = clause.marketplaces.empty() || std::find(clause.marketplaces.begin(), clause.marketplaces.end(), "amazon") != clause.marketplaces.end();
    const auto route = library::routeOf(clause.section);
    const char* kind = "first_appeal";
    if (route == appeal::Route::Dispute)
        kind = amazon ? "account_dispute" : "first_appeal";
    else if (route == appeal::Route::Documents)
        kind = "verification_reply";
    return catalogue.letter(kind) ? kind : std::string();
}

struct Checker
{
    Report& report;
    const submit::Reviewer& reviewer;

    void text(const std::string& id, const Context& context, const std::string& source, const library::Language& language, const std::string& kind, const std::vector<std::string>& causes, const std::string& where) const
    {
        if (!report.wanted(id))
            return;
        for (const auto& finding : reviewer.patternsOnly(filled(context, source, language), kind, language))
            if (finding.start && finding.severity != appeal::Severity::Info && !silentFor(context.catalogue, finding.check, causes))
                report.error(id, "trips_own_check", where + ": " + finding.check + " at \"" + finding.text + "\"");
    }
    void texts(const std::string& id, const Context& context, const library::Phrasings& phrasings, const std::string& kind, const std::vector<std::string>& causes, const std::string& where) const
    {
        for (const auto& [language, list] : phrasings)
            for (std::size_t i = 0; i < list.size(); ++i)
                text(id, context, list[i], language, kind, causes, where + language + " " + std::to_string(i + 1));
    }
    void texts(const std::string& id, const Context& context, const library::Words& words, const std::string& kind, const std::vector<std::string>& causes, const std::string& where) const
    {
        for (const auto& [language, one] : words)
            text(id, context, one, language, kind, causes, where + " (" + language + ")");
    }
};

} // namespace

void checkOwnRules(Report& report)
{
    const auto catalogue = std::make_shared<const library::Catalogue>(report.pack.catalogue);
    const submit::Reviewer reviewer(catalogue);
    const Checker checker{report, reviewer};
    for (const auto& clause : report.pack.clauses) {
        if (!report.wanted("clauses:" + clause.id))
            continue;
        const auto context = contextOf(clause, *catalogue);
        const auto kind = kindFor(*catalogue, clause);
        checker.texts("clauses:" + clause.id, context, clause.text, kind, clause.causes, "");
        checker.texts("clauses:" + clause.id, context, clause.shortText, kind, clause.causes, "short");
    }
    for (const auto& group : catalogue->groups)
        checker.texts("groups:" + group.id, {*catalogue, &group, nullptr, {}, nullptr}, group.print, "", {}, "");
    for (const auto& cause : catalogue->causes)
        for (const auto& [section, phrasings] : cause.leads)
            checker.texts("causes:" + cause.id, {*catalogue, nullptr, nullptr, {&cause}, nullptr}, phrasings, "", {cause.id}, "lead of " + section + ", ");
    for (const auto& kind : catalogue->letters)
        for (const auto& section : kind.sections)
            checker.texts("letters:" + kind.id, {*catalogue, nullptr, nullptr, {}, &kind}, section.text, kind.id, {}, section.id + ", ");
}

void checkReading(Report& report)
{
    constexpr double kHardest = 12; ///< of Flesch and Kincaid: issue "the whole catalogue"
    const auto catalogue = std::make_shared<const library::Catalogue>(report.pack.catalogue);
    const submit::Reviewer reviewer(catalogue);
    for (const auto& cause : catalogue->causes)
        for (int variant = 0; variant < 3; ++variant) {
            if (!report.wanted("causes:" + cause.id))
                break;
            std::string whole;
            for (const auto& clause : report.pack.clauses)
                if (std::find(clause.causes.begin(), clause.causes.end(), cause.id) != clause.causes.end())
                    whole += filled(contextOf(clause, *catalogue), clause.phrasing("en", variant), "en") + "\n\n";
            if (whole.empty())
                continue;
            const auto grade = reviewer.review(whole, "first_appeal", "en", {}).statistics.readingGrade;
            if (grade && *grade > kHardest)
                report.error("causes:" + cause.id, "hard_to_read", "its clauses, phrasing " + std::to_string(variant + 1) + ", have a reading grade of " + std::to_string(*grade).substr(0, 4));
        }
}

} // namespace packcheck
