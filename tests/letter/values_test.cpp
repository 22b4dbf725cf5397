#include "letter/world.h"
#include "catch.h"

using namespace world;

TEST_CASE("a value fits its type or is told why not")
{
    struct Row { const char* type; const char* value; const char* marketplace; const char* why; };
    const auto row = GENERATE(values<Row>({
        {"number", "18", "amazon", ""}, {"number", "1.5", "amazon", ""}, {"number", "x", "amazon", "value.not_a_number"}, {"number", "-3", "amazon", "value.not_a_number"},
        {"date", "2026-03-09", "amazon", ""}, {"date", "9 March 2026", "amazon", "value.not_a_date"}, {"percentage", "2.31%", "amazon", ""}, {"percentage", "2.31", "amazon", "value.not_a_percentage"},
        {"money", "USD 18240.55", "amazon", ""}, {"money", "$18", "amazon", "value.not_money"}, {"time", "17:00 America/Los_Angeles", "amazon", ""}, {"time", "25:00", "amazon", "value.not_a_time"},
        {"asin_list", "B0Q7LMP41X", "amazon", ""}, {"asin_list", "B0Q7LMP41", "amazon", "value.not_a_listing_id"}, {"asin_list", "0306406152, B0Q7LMP41X", "amazon", ""},
        {"asin_list", "304917265580", "ebay", ""}, {"asin_list", "B0Q7LMP41X", "ebay", "value.not_a_listing_id"}, {"order_list", "113-4820917-5530268", "amazon", ""},
        {"order_list", "113-4820917-553026", "amazon", "value.not_an_order_id"}, {"order_list", "58d0c9a7be1f04c38a6b1f09", "wish", ""}, {"order_list", "07-41836-20957", "ebay", ""},
        {"yes_no", "yes", "amazon", ""}, {"yes_no", "maybe", "amazon", "value.not_yes_no"}, {"text", "one\ntwo", "amazon", "value.one_line"}, {"longtext", "one\ntwo", "amazon", ""},
        {"text", "\xff\xfe", "amazon", "value.not_text"},
    }));
    INFO(row.type << " " << row.value);
    CHECK(letter::checkValue(field("x", row.type), row.value, row.marketplace, kToday) == row.why);
}

TEST_CASE("lists are taken in any separation and given back in one")
{
    struct Row { const char* type; const char* typed; const char* expected; };
    const auto row = GENERATE(values<Row>({
        {"asin_list", "B0Q7LMP41X;B0R3VKD82N\nB0Q7LMP41X", "B0Q7LMP41X, B0R3VKD82N"}, {"asin_list", " B0Q7LMP41X，B0R3VKD82N、B0AAAAAAA1 ", "B0Q7LMP41X, B0R3VKD82N, B0AAAAAAA1"},
        {"text[]", "Page rules, first; second\nthird", "Page rules, first; second; third"}, {"percentage", " 2.31 ％", "2.31%"}, {"percentage", "2.31", "2.31%"}, {"number", "1,196", "1196"},
        {"money", "USD 18,240.55", "USD 18240.55"},
        {"asin_list", "B0K9VDH2RW\tB0K9VF71QT\r\nB0K9VNX4LD", "B0K9VDH2RW, B0K9VF71QT, B0K9VNX4LD"},
        {"asin_list", "[\"B0K9VDH2RW\", 'B0K9VF71QT'] | B0K9VNX4LD/B0K9VDH2RW", "B0K9VDH2RW, B0K9VF71QT, B0K9VNX4LD"},
        {"asin_list", "B0K9VDH2RW、B0K9VF71QT和b0k9vnx4ld。", "B0K9VDH2RW, B0K9VF71QT, B0K9VNX4LD"},
        {"asin_list", "B0K9VDH2RW and B0K9VF71QT.", "B0K9VDH2RW, B0K9VF71QT"},
        {"order_list", "204-5183306-9917420 · 204-7740952-1186347", "204-5183306-9917420, 204-7740952-1186347"},
    }));
    CHECK(letter::normaliseValue(field("x", row.type), row.typed) == row.expected);
}

TEST_CASE("values are shown as a letter prints them")
{
    struct Row { const char* type; const char* written; const char* en; const char* zh; };
    const auto row = GENERATE(values<Row>({
        {"date", "2026-09-07", "7 September 2026", "2026年9月7日"}, {"number", "1196", "1,196", "1,196"}, {"number", "12", "12", "12"}, {"number", "1234567.5", "1,234,567.5", "1,234,567.5"},
        {"money", "USD 18240.55", "USD 18,240.55", "USD 18,240.55"}, {"asin_list", "A, B, C", "A, B and C", "A、B和C"}, {"text[]", "one; two", "one and two", "one和two"},
        {"time", "10:42 Asia/Shanghai", "10:42 China time", "10:42（北京时间）"}, {"percentage", "2.31%", "2.31%", "2.31%"},
    }));
    CHECK(letter::shown(field("x", row.type), row.written, "en") == row.en);
    CHECK(letter::shown(field("x", row.type), row.written, "zh") == row.zh);
}
