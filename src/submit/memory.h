#pragma once

#include "appeal/case.h"
#include "submit/phrases.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace submit {

/**
 * What a reviewer remembers of a letter's lines from one look to the next, so that only those that changed are taken apart again.
 *
 * It belongs to the caller, who keeps one for each letter on screen. What is remembered of a line is worked out from its words alone; with another reviewer or in
 * another language all is forgotten. Whatever was not met in the last two looks goes.
 */
class Memory
{
public:
    /// A line taken apart; places count from its first byte and its first token.
    struct Line
    {
        struct Cut { std::uint32_t tokensEnd = 0, end = 0, hitsEnd = 0; }; ///< where a sentence ends
        Tokens tokens;
        std::vector<Cut> sentences;
        std::vector<Phrases::Hit> hits;
        bool cut = false; ///< sentences and hits are there
        std::uint64_t seen = 0;
    };

    /// A new look; @p reviewer stands for whoever looks, and is kept so that no other can take its place in memory.
    void begin(const std::shared_ptr<const void>& reviewer, const appeal::Language& language);
    /// What is known of @p words; a line that is empty of everything where nothing is. Stays where it is until the next `begin`.
    Line& line(std::string_view words);
    /// `shingles` of @p text, sorted.
    const std::vector<std::uint64_t>& shingles(std::string_view text);
    /// The same of several texts together.
    const std::vector<std::uint64_t>& shinglesOfAll(const std::vector<std::string_view>& texts);
    std::size_t size() const { return m_lines.size(); }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
    };
    struct Shingles { std::vector<std::uint64_t> sorted; std::uint64_t seen = 0; };
    template <typename Map>
    void forget(Map& map) const
    {
        if (map.size() > 64)
            std::erase_if(map, [&](const auto& entry) { return entry.second.seen + 1 < m_round; });
    }

    std::shared_ptr<const void> m_reviewer;
    appeal::Language m_language;
    std::uint64_t m_round = 0;
    std::unordered_map<std::string, Line, Hash, std::equal_to<>> m_lines;
    std::unordered_map<std::string, Shingles, Hash, std::equal_to<>> m_shingles;
    std::vector<std::string> m_allOf;
    std::vector<std::uint64_t> m_all;
};

} // namespace submit
