#include "submit/dates.h"

#include <array>
#include <charconv>

namespace submit {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 21> kNumbers{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen", "twenty"};
constexpr std::array<std::string_view, 11> kHanNumbers{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

/// A whole number of at most four digits, with an English ordinal's ending let pass; -1 for anything else.
int smallNumber(std::string_view word)
{
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
        if (word.size() > 2 && word.substr(word.size() - 2) == ending) {
            word.remove_suffix(2);
            break;
        }
    int out = -1;
    if (word.empty() || word.size() > 4)
        return -1;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), out);
    return error == std::errc{} && end == word.data() + word.size() ? out : -1;
}

std::optional<appeal::Date> dayOf(int year, unsigned month, int day)
{
    const appeal::Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

} // namespace

unsigned monthNamed(std::string_view folded)
{
    for (unsigned i = 0; i < kMonths.size(); ++i)
        if (folded == kMonths[i] || (folded.size() == 3 && kMonths[i].substr(0, 3) == folded) || (folded == "sept" && i == 8))
            return i + 1;
    return 0;
}

bool weekdayNamed(std::string_view folded)
{
    for (const auto day : kWeekdays)
        if (folded == day || (folded.size() == day.size() + 1 && folded.substr(0, day.size()) == day))
            return true;
    return false;
}

unsigned numberNamed(std::string_view folded)
{
    for (unsigned i = 1; i < kNumbers.size(); ++i)
        if (folded == kNumbers[i])
            return i;
    for (unsigned i = 1; i < kHanNumbers.size(); ++i)
        if (folded == kHanNumbers[i])
            return i;
    return folded == "两" ? 2 : 0;
}

std::vector<DayIn> daysIn(const Tokens& tokens, int usualYear)
{
    struct Found { DayIn at; int year = 0; unsigned month = 0; int day = 0; };
    std::vector<Found> found;
    const auto& list = tokens.list;
    const auto fold = [&](std::size_t i) { return i < list.size() ? tokens.fold(i) : std::string_view{}; };
    const auto number = [&](std::size_t i) { return i < list.size() && list[i].number ? smallNumber(fold(i)) : -1; };
    const auto isYear = [](int n) { return n >= 1990 && n <= 2099; };
    for (std::size_t i = 0; i < list.size(); ++i) {
        Found f;
        f.at.begin = static_cast<std::uint32_t>(i);
        std::size_t end = i;
        if (list[i].number) {
            const auto word = fold(i);
            if (const auto iso = word.size() == 10 ? appeal::parseDate(word) : std::nullopt) {
                f.year = int(iso->year());
                f.month = unsigned(iso->month());
                f.day = int(unsigned(iso->day()));
                end = i + 1;
            } else if (const int first = number(i); isYear(first) && fold(i + 1) == "年" && number(i + 2) > 0 && fold(i + 3) == "月" && number(i + 4) > 0) {
                f.year = first;
                f.month = unsigned(number(i + 2));
                f.day = number(i + 4);
                end = i + (fold(i + 5) == "日" || fold(i + 5) == "号" ? 6 : 5);
            } else if (first > 0 && first <= 12 && fold(i + 1) == "月" && number(i + 2) > 0 && (fold(i + 3) == "日" || fold(i + 3) == "号")) {
                f.month = unsigned(first);
                f.day = number(i + 2);
                end = i + 4;
            } else if (first > 0 && first <= 31 && monthNamed(fold(i + 1)) && list[i + 1].capital) {
                f.day = first;
                f.month = monthNamed(fold(i + 1));
                end = i + 2;
                if (isYear(number(i + 2))) {
                    f.year = number(i + 2);
                    end = i + 3;
                }
            }
        } else if (list[i].capital && monthNamed(fold(i)) && number(i + 1) > 0 && number(i + 1) <= 31) {
            f.month = monthNamed(fold(i));
            f.day = number(i + 1);
            end = i + 2;
            if (isYear(number(i + 2))) {
                f.year = number(i + 2);
                end = i + 3;
            }
        }
        if (end == i)
            continue;
        f.at.end = static_cast<std::uint32_t>(end);
        f.at.year = f.year != 0;
        found.push_back(f);
        i = end - 1;
    }
    int year = usualYear;
    for (const auto& f : found)
        if (f.year != 0 && year == 0)
            year = f.year;
    std::vector<DayIn> out;
    for (auto& f : found) {
        year = f.year != 0 ? f.year : year;
        // "valid until 30 June 2027. On 17 November …": a day without a year is not drawn into a year to come
        const int own = f.year == 0 && usualYear != 0 && year > usualYear ? usualYear : year;
        if (own != 0)
            f.at.day = dayOf(own, f.month, f.day);
        out.push_back(f.at);
    }
    return out;
}

} // namespace submit
