#pragma once

#include "cause/notice_text.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace cause {

/// How much a notice speaks in the words in which the catalogue itself speaks of each cause: its names, questions, root causes, papers, traps and the phrases of
/// its rules. It says nothing certain; it decides where no sure phrase does, and between causes that sure phrases name.
class Topics
{
public:
    explicit Topics(const library::Catalogue& catalogue, const RuleBook& book);
    /// A number for each cause of RuleBook::targets(Use::Cause), the largest 1; all 0 for a text without such words.
    /// @param weight of a statement: 0 leaves it out
    /// @param allowed the causes that come into question
    std::vector<double> score(const NoticeText& notice, const std::function<double(const Statement&)>& weight, const std::vector<bool>& allowed) const;

private:
    struct Posting { std::uint32_t cause; float weight; };
    std::uint32_t find(std::string_view word) const; ///< its number; npos
    static constexpr std::uint32_t npos = static_cast<std::uint32_t>(-1);
    struct Slot { std::uint32_t hash = 0, word = npos; };
    std::vector<std::string> m_words;
    std::vector<Slot> m_slots; ///< the words by their hash, a power of two of them, half of them free
    std::vector<std::vector<Posting>> m_postings; ///< by word
    std::vector<float> m_rarity;                  ///< by word
    std::size_t m_causes = 0;
};

} // namespace cause
