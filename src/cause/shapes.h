#pragma once

#include "cause/notice_text.h"

#include <unordered_map>

namespace cause {

/// Sentences of a long text that differ in their digits only, as rows of reports and the mails of a thread do: where one was scanned, little is left to do for another.
class Shapes
{
public:
    /// The number of what was kept for a sentence like @p words; npos for none. Only sentences with digits are kept.
    /// @param view the text that the kept sentences are of
    std::uint32_t find(std::string_view words, std::string_view view);
    /// Keeps the sentence that was looked for last.
    void keep(const Statement& s, std::uint32_t statement, const std::vector<std::uint16_t>& ran);

    struct Kept { std::uint32_t begin = 0, end = 0, statement = 0, ran = 0, ranEnd = 0; };
    const Kept& operator[](std::uint32_t number) const { return m_kept[number]; }
    std::span<const std::uint16_t> ran(const Kept& kept) const { return std::span(m_ran).subspan(kept.ran, kept.ranEnd - kept.ran); }
    static constexpr std::uint32_t npos = ~0u;

private:
    std::unordered_map<std::uint64_t, std::uint32_t> m_numbers; ///< by the hash of the words
    std::vector<Kept> m_kept;
    std::vector<std::uint16_t> m_ran;
    std::uint64_t m_hash = 0;
    bool m_worth = false; ///< the one that was looked for last has digits, and no other one its hash
};

} // namespace cause
