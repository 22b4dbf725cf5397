#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// Regular expressions over RE2: a Set says in one pass which of them a line holds, then those alone are run for their places. Linear in the text.
class PatternSet
{
public:
    static constexpr std::size_t kGroups = 8;
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    struct Place { std::size_t begin = npos, end = npos; bool there() const { return begin != npos; } };
    struct Match
    {
        std::size_t pattern = 0;
        Place whole;
        std::array<Place, kGroups> groups; ///< of the pattern, from its first; behind kGroups none
    };

    PatternSet();
    ~PatternSet();
    PatternSet(PatternSet&&) noexcept;
    PatternSet& operator=(PatternSet&&) noexcept;

    /// The pattern's number; npos with the reason in @p error for one that does not compile.
    std::size_t add(const std::string& pattern, std::string* error = nullptr);
    /// To be called once, when all are added.
    void compile();
    /// All matches in text[begin, end), pattern by pattern; matches of one pattern do not overlap. Anchors and word borders see the stretch alone.
    void find(std::string_view text, std::size_t begin, std::size_t end, std::vector<Match>& out) const;
    std::size_t size() const;
    /// The number of the group called @p name, from 0; npos where the pattern has none.
    std::size_t group(std::size_t pattern, const std::string& name) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace text
