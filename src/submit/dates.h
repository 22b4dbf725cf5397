#pragma once

#include "appeal/date.h"
#include "submit/tokens.h"

namespace submit {

/// A day as it stands in a text. Without a year it takes that of the nearest full date before it, else the usual one, else that of the first full date behind.
struct DayIn
{
    std::uint32_t begin = 0, end = 0; ///< tokens
    std::optional<appeal::Date> day;  ///< none: no year anywhere, or a day that does not exist
    bool year = false;                ///< it has its own
};
/// "7 September 2026", "September 7", "7 Sep", "2026-09-07", 2026年9月7日, 9月7日. Not 9/7/26, which nobody can read for sure.
std::vector<DayIn> daysIn(const Tokens& tokens, int usualYear = 0);

/// 1 to 12 for "september", "sept", "sep"; 0 for anything else.
unsigned monthNamed(std::string_view folded);
bool weekdayNamed(std::string_view folded);
/// "two" -> 2, up to twenty, and Chinese 二, 两, 十; 0 for anything else.
unsigned numberNamed(std::string_view folded);

} // namespace submit
