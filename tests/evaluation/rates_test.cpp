#include "catch.h"

#include "evaluation/evaluation.h"
#include "evaluation/rates.h"

using namespace evaluation;

TEST_CASE("a rate that is worked out has two decimals of a percent, half up")
{
    struct Row { std::int64_t numerator, denominator; const char* rate; };
    const auto row = GENERATE(values<Row>({
        {18, 779, "2.31%"},
        {4, 190, "2.11%"},
        {22, 1196, "1.84%"},
        {6, 52, "11.54%"},
        {9, 145, "6.21%"},
        {14, 212, "6.60%"},
        {1, 80000, "0.00%"},
        {1, 20000, "0.01%"},   // exactly half
        {1, 1600, "0.06%"},    // 0.0625
        {201, 20000, "1.01%"}, // 1.005: half up
        {0, 5, "0.00%"},
        {7, 7, "100.00%"},
        {9, 7, "128.57%"},
        {1, 0, ""},
        {-1, 10, ""},
        {1, -10, ""},
        {9'000'000'000'000'000'000, 9'000'000'000'000'000'000, ""}, // beyond what is counted
    }));
    INFO(row.numerator << "/" << row.denominator);
    CHECK(rateOf(row.numerator, row.denominator) == row.rate);
}

TEST_CASE("a written share is read as it stands")
{
    CHECK(*shareOf("2.31%") == Approx(0.0231));
    CHECK(*shareOf(" 2,31 % ") == Approx(0.0231));
    CHECK(*shareOf("4％") == Approx(0.04));
    CHECK(*shareOf("100%") == Approx(1));
    for (const char* none : {"", "%", "2.31", "about 2%", "2.3.1%", "two", "1%%", "123456789012345678901234567890%"})
        CHECK_FALSE(shareOf(none));
}

TEST_CASE("a share keeps its digits when it is given out")
{
    CHECK(parseDecimal("1%", true)->text() == "0.01");
    CHECK(parseDecimal("2.5%", true)->text() == "0.025");
    CHECK(parseDecimal("90%", true)->text() == "0.9");
    CHECK(parseDecimal("0.3%", true)->text() == "0.003");
    CHECK(parseDecimal("200", false)->text() == "200");
    CHECK(parseDecimal("100%", true)->text() == "1");
}

TEST_CASE("the target is the notice's, else the store's, else the published one")
{
    library::Metric metric;
    metric.sign = "<=";
    metric.target = "2%";
    metric.unit = "percentage";
    metric.storeTargets = {{"CA", "<3%"}, {"IN", "1.5%"}};
    struct Row { const char* store; const char* stated; const char* sign; const char* share; };
    const auto row = GENERATE(values<Row>({
        {"US", "", "<=", "0.02"},
        {"CA", "", "<", "0.03"},
        {"IN", "", "<=", "0.015"},
        {"US", "2.5%", "<=", "0.025"},
        {"US", "< 2.5%", "<", "0.025"},
    }));
    const auto target = targetOf(metric, row.store, row.stated);
    REQUIRE(target);
    CHECK(target->sign == row.sign);
    CHECK(target->share.text() == row.share);
    metric.target.clear();
    metric.storeTargets.clear();
    CHECK_FALSE(targetOf(metric, "US", ""));
}

namespace {
Target target(const char* sign, const char* written) { return {sign, written, *parseDecimal(written, true)}; }
}

TEST_CASE("on the line itself the sign decides")
{
    CHECK_FALSE(meets(0.01, target("<", "1%")));
    CHECK(meets(0.01, target("<=", "1%")));
    CHECK(meets(22.0 / 2200, target("<=", "1%")));
    CHECK(meets(0.96, target(">", "95%")));
    CHECK_FALSE(meets(0.95, target(">", "95%")));
    CHECK(meets(0.9, target(">=", "90%")));
}

TEST_CASE("few orders are those of which one defect breaks the target")
{
    CHECK(oneBreaks(100, target("<", "1%")));
    CHECK_FALSE(oneBreaks(101, target("<", "1%")));
    CHECK(oneBreaks(49, target("<=", "2%")));
    CHECK_FALSE(oneBreaks(50, target("<=", "2%")));
    CHECK(oneBreaks(20, target(">", "95%")));
    CHECK_FALSE(oneBreaks(21, target(">", "95%")));
    CHECK_FALSE(oneBreaks(0, target("<", "1%")));
}

TEST_CASE("good orders that bring a rate to its target are plain arithmetic")
{
    struct Row { std::int64_t numerator, denominator; const char* sign; const char* written; std::optional<std::int64_t> more; };
    const auto row = GENERATE(values<Row>({
        {22, 1196, "<", "1%", 1005},  // 22 of 2201
        {22, 1196, "<=", "1%", 1004}, // 22 of 2200
        {18, 779, "<", "1%", 1022},
        {14, 212, "<", "2.5%", 349},
        {80, 100, ">=", "90%", 100}, // 180 of 200
        {80, 100, ">", "95%", 301},
        {1, 200, "<", "1%", {}},
        {0, 0, "<", "1%", {}},
    }));
    INFO(row.numerator << "/" << row.denominator << row.sign << row.written);
    CHECK(goodOrders(row.numerator, row.denominator, target(row.sign, row.written)) == row.more);
    if (row.more) { // and one fewer would not do
        const bool better = row.sign[0] == '>';
        const auto after = [&](std::int64_t n) { return double(row.numerator + (better ? n : 0)) / double(row.denominator + n); };
        CHECK(meets(after(*row.more), target(row.sign, row.written)));
        CHECK_FALSE(meets(after(*row.more - 1), target(row.sign, row.written)));
    }
}
