#include "packcheck/rules.h"

#include "packcheck/grams.h"

#include <algorithm>
#include <map>

namespace packcheck {

namespace {

constexpr double kLikeClauses = 0.5;    ///< issue "the whole catalogue": two clauses with an overlap from here on are one
constexpr double kLikePhrasings = 0.35; ///< and two phrasings of one clause

std::string percent(double share)
{
    return std::to_string(int(share * 100 + 0.5)) + " %";
}

} // namespace

void checkPhrasings(Report& report)
{
    struct Text { const library::Clause* clause; std::size_t index; std::vector<std::uint64_t> grams; };
    for (const char* language : {"en", "zh"}) {
        std::vector<Text> all;
        for (const auto& clause : report.pack.clauses) {
            const auto id = "clauses:" + clause.id;
            const auto it = clause.text.find(language);
            const std::size_t count = it == clause.text.end() ? 0 : it->second.size();
            if (count == 0)
                report.error(id, "missing_language", std::string("no text in ") + language);
            if (language == std::string("en") && count > 0 && count < 3)
                report.error(id, "few_phrasings", std::to_string(count) + " English phrasings; three are wanted");
            if (clause.shortText.find(language) == clause.shortText.end() || clause.shortText.at(language).empty())
                report.error(id, "missing_short", std::string("no short form in ") + language);
            if (clause.name.find(language) == clause.name.end())
                report.error(id, "missing_language", std::string("`name` is missing in ") + language);
            if (!clause.requires_.empty() && clause.requires_.find(language) == clause.requires_.end())
                report.error(id, "missing_language", std::string("`requires` is missing in ") + language);
            for (std::size_t i = 0; i < count; ++i)
                all.push_back({&clause, i, gramsOf(it->second[i], language)});
        }
        // only texts that share a gram can be alike
        std::map<std::uint64_t, std::vector<std::size_t>> holders;
        for (std::size_t i = 0; i < all.size(); ++i)
            for (const auto gram : all[i].grams)
                holders[gram].push_back(i);
        std::map<std::pair<std::size_t, std::size_t>, bool> seen;
        for (const auto& [gram, list] : holders)
            for (std::size_t i = 0; i < list.size(); ++i)
                for (std::size_t k = i + 1; k < list.size(); ++k)
                    if (!seen[{list[i], list[k]}]) {
                        seen[{list[i], list[k]}] = true;
                        const auto& a = all[list[i]];
                        const auto& b = all[list[k]];
                        const auto share = jaccard(a.grams, b.grams);
                        if (a.clause == b.clause ? share >= kLikePhrasings : share >= kLikeClauses)
                            report.error("clauses:" + b.clause->id, a.clause == b.clause ? "like_phrasings" : "like_clauses",
                                std::string(language) + " " + std::to_string(b.index + 1) + " shares " + percent(share) + " with " + a.clause->id + " " + std::to_string(a.index + 1));
                    }
    }
    for (const auto& clause : report.pack.clauses)
        for (const auto& [language, list] : clause.text)
            for (std::size_t i = 0; i < list.size(); ++i)
                for (std::size_t k = i + 1; k < list.size(); ++k)
                    if (sameShape(list[i], list[k], language))
                        report.error("clauses:" + clause.id, "like_phrasings", language + " " + std::to_string(i + 1) + " and " + std::to_string(k + 1) + " hold the same slots in the same order and most of the same words");
}

} // namespace packcheck
