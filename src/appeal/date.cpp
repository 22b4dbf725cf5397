#include "appeal/date.h"

#include <charconv>

namespace appeal {

std::optional<Date> parseDate(std::string_view iso)
{
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-')
        return {};
    int y = 0;
    unsigned m = 0, d = 0;
    const auto number = [&](std::size_t at, std::size_t count, auto& out) {
        const auto* end = iso.data() + at + count;
        const auto result = std::from_chars(iso.data() + at, end, out);
        return result.ec == std::errc{} && result.ptr == end;
    };
    if (!number(0, 4, y) || !number(5, 2, m) || !number(8, 2, d))
        return {};
    const Date day{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
    if (!day.ok() || y < 1900)
        return {};
    return day;
}

std::string isoDate(const Date& day)
{
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    auto year = std::to_string(int(day.year()));
    if (year.size() < 4)
        year.insert(0, 4 - year.size(), '0');
    return year + "-" + two(unsigned(day.month())) + "-" + two(unsigned(day.day()));
}

Date plusDays(const Date& day, int days)
{
    return Date{std::chrono::sys_days{day} + std::chrono::days{days}};
}

Date plusMonths(const Date& day, int months)
{
    const auto moved = day + std::chrono::months{months};
    return moved.ok() ? moved : Date{moved.year() / moved.month() / std::chrono::last};
}

Date plusBusinessDays(const Date& day, int count)
{
    auto at = std::chrono::sys_days{day};
    while (count > 0) {
        at += std::chrono::days{1};
        const std::chrono::weekday weekday{at};
        if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday)
            --count;
    }
    return Date{at};
}

int daysBetween(const Date& from, const Date& to)
{
    return int((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

} // namespace appeal
