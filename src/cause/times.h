#pragma once

#include "cause/notice_text.h"

namespace cause {

/// A day as it stands in the text. Without a year it is of no year.
struct DateAt
{
    int year = 0, month = 0, day = 0;
    std::uint32_t begin = 0, end = 0; ///< bytes of the view
    std::uint32_t statement = 0;
    std::string iso() const;          ///< "2016-08-04", "--08-04"
    std::optional<appeal::Date> date(std::optional<appeal::Date> near = {}) const; ///< without a year: the one nearest to @p near
};

/// A number of hours, days, … as it stands in the text.
struct DurationAt
{
    int value = 0;
    std::optional<int> least;
    std::string unit; ///< hours, days, business_days, weeks, months, years
    bool ordinal = false; ///< "from day 60", "the 91st day"
    std::uint32_t begin = 0, end = 0;
    std::uint32_t statement = 0;
};

struct Times
{
    std::vector<DateAt> dates;
    std::vector<DurationAt> durations;
};

/// @param monthFirst how 7/8/2024 is to be read where nothing else tells
Times findTimes(const NoticeText& notice, bool monthFirst);

/// "17", "1,287", "seventeen", "十七" as a number.
std::optional<std::int64_t> parseNumber(std::string_view text, const RuleBook& book);

} // namespace cause
