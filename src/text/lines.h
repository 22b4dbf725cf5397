#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

/// A line of a pasted text.
struct Line
{
    std::uint32_t begin = 0, end = 0; ///< without quote marks and line break
    std::uint16_t depth = 0;          ///< quote marks before it
    bool blank = false;
    bool han = false;
    bool skip = false;                ///< pinyin between Chinese lines
    enum class Break : std::uint8_t { Hard, Soft, Hyphen } next = Break::Hard; ///< what the line break behind it is
};

/// The lines of @p text, with the breaks that only wrap marked.
std::vector<Line> linesOf(std::string_view text);
/// Does the line open with a list mark ("- ", "1.", "(a)", "•")? Its length, 0 for none.
std::size_t listMark(std::string_view line);
/// Does it open with a label ("Complaint ID: …", "投诉编号：…")? Bytes before the colon, 0 for none.
std::size_t labelLength(std::string_view line);

} // namespace text
