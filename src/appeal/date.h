#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace appeal {

/// A day of the Gregorian calendar without time zone.
using Date = std::chrono::year_month_day;

/// "2026-03-09" -> a valid day; nullopt for anything else.
std::optional<Date> parseDate(std::string_view iso);
/// -> "2026-03-09".
std::string isoDate(const Date& day);
/// The day @p days later (earlier where negative).
Date plusDays(const Date& day, int days);
/// The same day @p months later, stopping at the month's end: 31 January + 1 is the last of February.
Date plusMonths(const Date& day, int months);
/// The day after @p count working days, Saturday and Sunday left out.
Date plusBusinessDays(const Date& day, int count);
/// Whole days from @p from to @p to; negative where @p to lies before.
int daysBetween(const Date& from, const Date& to);

} // namespace appeal
