#include "catch.h"
#include "fixture.h"

TEST_CASE("a target stands before, behind or in brackets")
{
    struct Row { const char* text; const char* metric; double value; const char* target; };
    const auto row = GENERATE(values<Row>({
        {"Your order defect rate is 3.4% (maximum 1%).", "odr", 0.034, "<=0.01"},
        {"Your order defect rate is 3.4% (max. 1%).", "odr", 0.034, "<=0.01"},
        {"Your order defect rate is 3.4%, maximum 1%.", "odr", 0.034, "<=0.01"},
        {"Your order defect rate is 3.4% (target: under 1%).", "odr", 0.034, "<0.01"},
        {"Your valid tracking rate is 88.2% (minimum 95%).", "vtr", 0.882, ">=0.95"},
        {"Your valid tracking rate fell to 88.2%, below the required 95%.", "vtr", 0.882, ">0.95"},
        {"您的订单缺陷率为3.4%（目标：低于1%）。", "odr", 0.034, "<0.01"},
    }));
    INFO(row.text);
    const auto reading = reader().read("Amazon\n" + std::string(row.text));
    REQUIRE(reading.metrics.size() == 1);
    CHECK(reading.metrics[0].id == row.metric);
    REQUIRE(reading.metrics[0].value);
    CHECK(*reading.metrics[0].value == Approx(row.value));
    CHECK(reading.metrics[0].target == row.target);
}
