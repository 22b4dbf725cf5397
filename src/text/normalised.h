#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// A view of a text made for matching, with the way back to the original: full-width forms are ASCII, Traditional characters Simplified,
/// dashes, quotes and blanks plain; hard-wrapped lines are joined; quote marks ("> "), mark-up, pinyin lines and unfilled ${…} fields are left out.
/// Case stays. Never for quoting: spans lead back by origin().
class Normalised
{
public:
    explicit Normalised(std::string_view original);
    const std::string& view() const { return m_view; }
    /// Where the byte @p at of the view comes from; the original's size at the end.
    std::size_t origin(std::size_t at) const;
    /// The end in the original of what ends before the byte @p end of the view.
    std::size_t originEnd(std::size_t end) const;
    /// Quote marks ("> ") before the line in which the byte @p at of the view stands.
    int depth(std::size_t at) const;

private:
    friend class Normaliser;
    /// From `view` on the bytes are those of the original from `origin` on, or, with an `end`, stand together for its bytes up to there.
    struct Run { std::uint32_t view, origin, end; };
    struct Depth { std::uint32_t view; int depth; };
    const Run* run(std::size_t at) const;
    std::string m_view;
    std::vector<Run> m_runs;
    std::vector<Depth> m_depths;
    std::size_t m_originalSize = 0;
};

/// A stretch of a view without blanks, hyphens and apostrophes, lower case, l as i: what phrases are looked for in, so that neither line breaks nor lost or added
/// blanks nor faults of a scanner hide them.
struct Dense
{
    std::string text;
    std::vector<std::uint32_t> at;      ///< byte of the view for each byte
    std::vector<std::uint8_t> start;    ///< 1: a word may start here, 2: clearly one does (behind a blank or sign)
    void make(std::string_view view, std::size_t begin, std::size_t end);
};

/// @p phrase in the same form.
std::string dense(std::string_view phrase);

} // namespace text
