#include "catch.h"
#include "fixture.h"

#include <algorithm>

namespace {

std::vector<std::string> causesOf(const std::string& text)
{
    std::vector<std::string> out;
    for (const auto& c : reader().read(text).causes)
        out.push_back(c.id);
    return out;
}

bool asks(const appeal::Reading& reading, const std::string& id)
{
    return std::any_of(reading.asksFor.begin(), reading.asksFor.end(), [&](const auto& f) { return f.id == id; });
}

} // namespace

TEST_CASE("Every pattern of the reader can be used as it is written")
{
    for (const auto& fault : book().faults())
        FAIL_CHECK(fault);
    CHECK(book().rules().size() > 1000);
}

TEST_CASE("What only stands in examples, in rows of links or under a further question is no cause")
{
    const std::string opening = "Hello,\n\nYour Amazon.com account has been deactivated because customers doubted that your products are authentic.\n\n";
    const std::string further = GENERATE(std::string("What kinds of conduct fall under this?\nThe following are examples only:\n- Shipping empty boxes\n- Buying reviews\n- Running several accounts\n"),
        std::string("Policies: Drop shipping policy | Condition guidelines | Customer product reviews policies\n"),
        std::string("What other reasons are there?\nFake reviews, related accounts and unsafe products. None of them is alleged here.\n"),
        std::string("其他可能导致停用的情形包括但不限于：销售仿品、虚假物流单号、关联账户、空包裹。\n"));
    INFO(further);
    CHECK(causesOf(opening + further) == std::vector<std::string>{"inauthentic"});
}

TEST_CASE("A notice is the marketplace's, whatever its lines look like")
{
    SECTION("a buyer is quoted in the first person")
    {
        const auto causes = causesOf("Your Amazon.com.au account is at risk of being deactivated. In 12 cases the buyer said \"I have not got my parcel\".\n");
        CHECK(std::find(causes.begin(), causes.end(), "item_not_received") != causes.end());
    }
    SECTION("bars and escaped marks quote")
    {
        const std::string mark = GENERATE(std::string("| "), std::string("&gt; "), std::string("> "));
        const auto causes = causesOf("what should i do now? i am lost\n\n" + mark + "Hello,\n" + mark + "\n" + mark + "Your listing was removed because buyers report that it is counterfeit.\n" + mark + "Please send invoices.\n");
        CHECK(causes == std::vector<std::string>{"counterfeit"});
    }
    SECTION("numbered questions under a request are what is asked for")
    {
        const auto reading = reader().read("您好：\n\n您的卖家自行配送商品已被停用。要恢复这些商品，请回答以下问题：\n（1）导致负面反馈的根本原因是什么？\n（2）您已经采取了哪些措施？\n（3）您将如何防止问题再次出现？\n");
        CHECK(asks(reading, "root_cause"));
        CHECK(asks(reading, "corrective_actions"));
        CHECK(asks(reading, "preventive_measures"));
    }
    SECTION("the cells of a table stand apart")
    {
        const auto reading = reader().read("<p>Amazon.com</p><table><tr><td>Order defect rate</td><td>3.62%</td><td>under 1%</td></tr></table>");
        REQUIRE_FALSE(reading.metrics.empty());
        CHECK(reading.metrics[0].value.value_or(0) == Approx(0.0362));
    }
}

TEST_CASE("A window that is asked for and then threatened with is one")
{
    const auto reading = reader().read("Walmart Marketplace\nMay 5, 2024\n\nWe removed your item. Please send the invoices within 14 days. If we receive nothing in 14 days, the item stays down.\n");
    CHECK(reading.deadlines.size() == 1);
}
