#include "catch.h"

#include "fixture.h"

#include <algorithm>

namespace {

std::vector<std::string> told(const std::string& notice, const char* language)
{
    std::vector<std::string> out;
    for (const auto& line : cause::summary(reader().read(notice), notice, catalogue(), language))
        out.push_back(line.text);
    return out;
}

bool has(const std::vector<std::string>& lines, const std::string& line)
{
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

} // namespace

TEST_CASE("the notice in ten lines counts what it lists and says which way a target points")
{
    const std::string notice = "Hello,\n\nYour Amazon.co.uk account has been deactivated because your late shipment rate of 9% is above the target of less than 4%. ASIN: B0Q7LMP41X.\n\n"
                               "What should I do now?\n\nPlease send a plan of action.\n\nNo word of this sentence belongs to anything in particular.\n\nSincerely,\nAmazon";
    const auto english = told(notice, "en");
    CHECK(has(english, "It concerns one product (B0Q7LMP41X)."));
    CHECK(has(english, "late shipment rate: 9%, target: below 4%."));
    const auto chinese = told(notice, "zh");
    CHECK(has(chinese, "发件方：亚马逊（英国）。"));
    CHECK(has(chinese, "涉及：1个商品（B0Q7LMP41X）。"));
    CHECK(has(chinese, "迟发率：9%，目标：低于4%。"));

    SECTION("several are counted")
    {
        CHECK(has(told("Your Amazon listings were removed.\nASIN: B0Q7LMP41X, B0Q7LMP42X\n", "en"), "It concerns 2 products (B0Q7LMP41X, B0Q7LMP42X)."));
    }
    SECTION("what nothing was recognised in is listed: sentences, no greeting, heading or name")
    {
        std::vector<std::string> nothing;
        for (const auto& line : english)
            if (line.rfind("Nothing was recognized in", 0) == 0)
                nothing.push_back(line);
        CHECK(nothing == std::vector<std::string>{"Nothing was recognized in: No word of this sentence belongs to anything in particular."});
    }
}
