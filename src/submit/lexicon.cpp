#include "submit/lexicon.h"

#include <array>

namespace submit {

namespace {

struct Named { std::string_view id; Sign sign; };
constexpr std::array kSigns{
    Named{"salutation", Sign::Salutation}, Named{"closing", Sign::Closing}, Named{"section.subject", Sign::Subject}, Named{"section.root_cause", Sign::RootCause},
    Named{"section.corrective", Sign::Corrective}, Named{"section.preventive", Sign::Preventive}, Named{"section.grounds", Sign::Grounds}, Named{"section.exhibits", Sign::Exhibits},
    Named{"section.answers", Sign::Answers}, Named{"section.additional_information", Sign::Additional}, Named{"section.request", Sign::Request}, Named{"section.evidence", Sign::Evidence},
    Named{"cause", Sign::Cause}, Named{"control", Sign::Control}, Named{"deed", Sign::Deed}, Named{"deed_verb", Sign::DeedVerb}, Named{"future", Sign::Future}, Named{"measure", Sign::Measure},
    Named{"apology", Sign::Apology}, Named{"denial", Sign::Denial}, Named{"attach", Sign::Attach}, Named{"negation", Sign::Negation}, Named{"target", Sign::Target},
    Named{"approximate", Sign::Approximate}};
constexpr std::string_view kList = "recognise.list.", kKind = "recognise.kind.", kSign = "recognise.";

} // namespace

std::vector<std::string> slashed(std::string_view list)
{
    std::vector<std::string> out;
    while (!list.empty()) {
        const auto end = std::min(list.find(" / "), list.size());
        if (end > 0)
            out.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 3, list.size()));
    }
    return out;
}

void Lexicon::add(const std::vector<std::string>& list, Meaning meaning, Vocabulary& vocabulary, const Phrases::Lists& lists, const std::string& where)
{
    for (const auto& phrase : list) {
        // lists differ from rule to rule: a phrase that names one is no other's
        const auto key = phrase.find('@') == phrase.npos ? phrase : where + ":" + phrase;
        auto known = m_known.find(key);
        if (known == m_known.end()) {
            std::string error;
            const auto number = phrases.add(phrase, vocabulary, lists, error);
            if (number == Phrases::npos) {
                faults.push_back(where + ": \"" + phrase + "\": " + error);
                continue;
            }
            meanings.resize(number + 1);
            known = m_known.emplace(key, number).first;
        }
        meanings[known->second].push_back(meaning);
    }
}

void addSigns(Lexicon& lexicon, const library::Catalogue& catalogue, const appeal::Language& language, Vocabulary& vocabulary)
{
    const auto entries = [&](std::string_view prefix, auto&& use) {
        for (auto it = catalogue.wording.lower_bound(std::string(prefix)); it != catalogue.wording.end() && it->first.compare(0, prefix.size(), prefix) == 0; ++it)
            if (const auto words = it->second.find(language); words != it->second.end())
                use(it->first.substr(prefix.size()), slashed(words->second));
    };
    Phrases::Lists lists;
    entries(kList, [&](const std::string& name, const std::vector<std::string>& list) { lists[name] = list; });
    for (const auto& named : kSigns)
        if (const auto it = catalogue.wording.find(std::string(kSign) + std::string(named.id)); it != catalogue.wording.end())
            if (const auto words = it->second.find(language); words != it->second.end())
                lexicon.add(slashed(words->second), {Lexicon::Role::Sign, static_cast<std::uint16_t>(named.sign)}, vocabulary, lists, it->first);
    entries(kKind, [&](const std::string& kind, const std::vector<std::string>& list) {
        const auto number = static_cast<std::uint16_t>(static_cast<std::size_t>(Sign::Last) + lexicon.kinds.size());
        lexicon.kinds.emplace_back(kind, number);
        lexicon.add(list, {Lexicon::Role::Sign, number}, vocabulary, lists, std::string(kKind) + kind);
    });
}

} // namespace submit
