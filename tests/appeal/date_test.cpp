#include "appeal/date.h"
#include "catch.h"

using namespace appeal;

TEST_CASE("only a real day in ISO form is a date")
{
    struct Row { const char* text; bool ok; };
    const auto row = GENERATE(values<Row>({{"2026-03-09", true}, {"2024-02-29", true}, {"2026-02-29", false}, {"2026-13-01", false}, {"2026-3-9", false}, {"", false}, {"2026-03-09 ", false},
        {"abcd-ef-gh", false}, {"0026-03-09", false}}));
    INFO(row.text);
    CHECK(parseDate(row.text).has_value() == row.ok);
    if (row.ok)
        CHECK(isoDate(*parseDate(row.text)) == row.text);
}

TEST_CASE("days, months and working days are counted by the calendar")
{
    const auto day = [](const char* iso) { return *parseDate(iso); };
    CHECK(isoDate(plusDays(day("2016-07-29"), 17)) == "2016-08-15");
    CHECK(isoDate(plusMonths(day("2026-01-31"), 1)) == "2026-02-28");
    CHECK(isoDate(plusMonths(day("2023-11-30"), 3)) == "2024-02-29");
    CHECK(isoDate(plusBusinessDays(day("2026-11-20"), 4)) == "2026-11-26"); // a Friday
    CHECK(isoDate(plusBusinessDays(day("2026-11-21"), 1)) == "2026-11-23"); // a Saturday
    CHECK(daysBetween(day("2026-11-24"), day("2026-12-03")) == 9);
    CHECK(daysBetween(day("2026-12-03"), day("2026-11-24")) == -9);
}
