#include "plan/phrasing.h"

#include <algorithm>
#include <vector>

namespace plan {

namespace {

/// Sentences of a phrasing that show no fact: they could stand in anybody's letter.
std::size_t bareSentences(std::string_view text)
{
    std::size_t bare = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(". ", at), text.size());
        bare += text.substr(at, end - at).find("{{") == text.npos ? 1 : 0;
        at = end + 2;
    }
    return bare;
}

} // namespace

std::size_t seedOf(std::string_view words)
{
    std::uint64_t hash = 1469598103934665603ull;
    for (const char ch : words) {
        hash ^= static_cast<unsigned char>(ch);
        hash *= 1099511628211ull;
    }
    return std::size_t(hash ^ (hash >> 29));
}

std::string seedText(const appeal::Case& c)
{
    const auto* document = appeal::notice(c);
    return (document ? document->text.substr(0, 4000) : std::string{}) + appeal::caseFact(c, "store_name");
}

int variantFor(const appeal::Case& c, std::string_view place, std::size_t count)
{
    return count < 2 ? 0 : int(seedOf(seedText(c) + std::string(place)) % count);
}

int phrasingFor(const appeal::Case& c, const library::Clause& clause)
{
    const auto it = clause.text.find("en");
    if (it == clause.text.end() || it->second.size() < 2)
        return 0;
    std::vector<std::size_t> best;
    auto fewest = std::string::npos;
    for (std::size_t i = 0; i < it->second.size(); ++i) {
        const auto bare = bareSentences(it->second[i]);
        if (bare < fewest)
            best.clear();
        fewest = std::min(fewest, bare);
        if (bare == fewest)
            best.push_back(i);
    }
    return int(best[std::size_t(variantFor(c, clause.id, best.size()))]);
}

std::size_t englishPhrasings(const library::Phrasings& text)
{
    const auto it = text.find("en");
    return it == text.end() ? 0 : it->second.size();
}

} // namespace plan
