#pragma once

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
    struct Match
    {
        std::size_t pattern = 0;
        std::size_t begin = 0, end = 0;             ///< the whole
        std::size_t valueBegin = 0, valueEnd = 0;   ///< the first group, else the whole
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

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace text
