#pragma once

#include <string_view>

namespace text {

/// @p text without the blanks (U+0020 alone) before and behind it.
inline std::string_view withoutBlanks(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

} // namespace text
