#include "packcheck/packcheck.h"

#include "packcheck/rules.h"
#include "submit/review.h"

#include <algorithm>

namespace packcheck {

namespace {

/// A text with every slot filled by its example, as the checks would read it.
std::string filled(const library::Clause& clause, const library::Catalogue& catalogue, const std::string& text, const library::Language& language)
{
    const auto* group = clause.prints.empty() ? nullptr : catalogue.group(clause.prints);
    std::string out;
    std::string_view rest = text;
    for (;;) {
        const auto open = rest.find("{{");
        const auto close = open == rest.npos ? rest.npos : rest.find("}}", open);
        if (close == rest.npos)
            return out.append(rest);
        out.append(rest.substr(0, open));
        auto slot = std::string(rest.substr(open + 2, close - open - 2));
        rest.remove_prefix(close + 2);
        const auto bar = slot.find('|');
        if (bar != slot.npos) {
            auto many = slot.substr(slot.rfind('|') + 1);
            for (auto at = many.find('#'); at != many.npos; at = many.find('#', at + 1))
                many.replace(at, 1, "7");
            out += many;
            continue;
        }
        const library::Field* field = nullptr;
        if (slot.starts_with(".")) {
            field = group ? group->member(slot.substr(1)) : nullptr;
            if (!field)
                field = clause.slot(slot.substr(1));
        } else if (slot == "we" || slot == "We" || slot == "us" || slot == "our" || slot == "Our" || slot == "ours") {
            const auto voice = catalogue.voiceWe.find(language);
            const auto word = voice == catalogue.voiceWe.end() ? std::string{} : voice->second.count(slot) != 0 ? voice->second.at(slot) : slot;
            out += word;
            continue;
        } else {
            field = catalogue.fact(slot.starts_with("cause.") ? "cause" : "case", slot.starts_with("cause.") ? slot.substr(6) : slot);
        }
        out += field ? (field->type == "date" ? "9 March 2026" : field->type == "file" ? "Attachment 1" : library::in(field->example, language)) : std::string("it");
    }
}

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
bool silentFor(const library::Catalogue& catalogue, const std::string& check, const library::Clause& clause)
{
    const auto* known = catalogue.check(check);
    std::vector<std::string> exempt;
    if (known)
        notCauses(known->body, exempt);
    return !clause.causes.empty() && std::any_of(clause.causes.begin(), clause.causes.end(), [&](const std::string& cause) { return std::find(exempt.begin(), exempt.end(), cause) != exempt.end(); });
}

} // namespace

void checkOwnRules(Report& report)
{
    const auto catalogue = std::make_shared<const library::Catalogue>(report.pack.catalogue);
    const submit::Reviewer reviewer(catalogue);
    for (const auto& clause : report.pack.clauses)
        for (const auto& [language, list] : clause.text)
            for (std::size_t i = 0; i < list.size(); ++i)
                for (const auto& finding : reviewer.patternsOnly(filled(clause, *catalogue, list[i], language), "first_appeal", language))
                    if (finding.severity != appeal::Severity::Info && !silentFor(*catalogue, finding.check, clause))
                        report.error("clauses:" + clause.id, "trips_own_check", language + " " + std::to_string(i + 1) + ": " + finding.check + " at \"" + finding.text + "\"");
}

std::vector<Problem> check(const library::Pack& whole, const std::vector<std::string>& only, bool complete, appeal::Date today)
{
    Report report{whole, {}};
    checkNames(report);
    checkSlots(report);
    checkPhrasings(report);
    checkPhrases(report);
    checkDates(report, today);
    checkOwnRules(report);
    if (complete)
        checkCoverage(report);
    if (!only.empty())
        std::erase_if(report.problems, [&](const Problem& p) { return std::find(only.begin(), only.end(), p.id) == only.end(); });
    std::stable_sort(report.problems.begin(), report.problems.end(), [](const Problem& a, const Problem& b) { return a.severity < b.severity; });
    return std::move(report.problems);
}

} // namespace packcheck
