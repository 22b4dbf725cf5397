#include "catch.h"

#include "evaluation/evaluation.h"

using namespace evaluation;

namespace {

const appeal::Date kToday = *appeal::parseDate("2026-11-24");

library::Metric metric(const char* id, const char* sign, const char* target, std::vector<int> windows, const char* partOf = "")
{
    library::Metric m;
    m.id = id;
    m.sign = sign;
    m.target = target;
    m.unit = "percentage";
    m.windows = std::move(windows);
    m.partOf = partOf;
    return m;
}

library::Catalogue catalogue()
{
    library::Catalogue out;
    out.metrics = {metric("odr", "<", "1%", {60}), metric("odr_feedback", "", "", {60}, "odr"), metric("odr_atoz", "", "", {60}, "odr"), metric("lsr", "<", "4%", {10, 30})};
    out.metrics.push_back(metric("ahr", ">=", "200", {180}));
    out.metrics.back().unit = "points";
    library::Cause odr;
    odr.id = "order_defect_rate";
    odr.metrics = {"odr"};
    odr.evidence = {{"order_details", {"admit"}, {{"en", "A list of the orders"}, {"zh", "订单明细"}}}, {"proof_of_delivery", {"dispute"}, {{"en", "Proof"}}}, {"photos", {}, {{"en", "Photos"}}}};
    library::Cause lsr;
    lsr.id = "late_shipment_rate";
    lsr.metrics = {"lsr"};
    out.causes = {odr, lsr};
    for (const char* id : {"a", "b", "c", "d"}) {
        library::Practice practice;
        practice.id = id;
        practice.area = "shipment";
        practice.leadsTo = {"late_shipment_rate"};
        out.practices.push_back(practice);
    }
    library::Named invoices{"invoices", {{"en", "Invoices"}}, {}, {{"paper", "true"}}, {}};
    library::Named cause{"root_cause", {{"en", "Root cause"}}, {}, {{"paper", "false"}}, {}};
    out.vocabularies["asks_for"] = {invoices, cause};
    return out;
}

appeal::ChosenCause chosen(const char* id, std::optional<appeal::Route> route = appeal::Route::Admit)
{
    appeal::ChosenCause c;
    c.id = id;
    c.route = route;
    return c;
}

appeal::Figure figure(const char* id, std::optional<std::int64_t> numerator, std::optional<std::int64_t> denominator, const char* value = "", const char* channel = "", std::optional<int> window = 60)
{
    appeal::Figure f;
    f.metric = id;
    f.numerator = numerator;
    f.denominator = denominator;
    f.value = value;
    f.channel = channel;
    f.window = window;
    return f;
}

} // namespace

TEST_CASE("a cause whose figures nobody gave still shows its metric and target, once for each window")
{
    appeal::Case c;
    c.causes = {chosen("late_shipment_rate"), chosen("order_defect_rate"), chosen("late_shipment_rate")};
    const auto e = evaluate(c, catalogue(), kToday);
    REQUIRE(e.metrics.size() == 3);
    CHECK(e.metrics[0].id == "lsr");
    CHECK(e.metrics[0].window == 10);
    CHECK(e.metrics[1].window == 30);
    CHECK(e.metrics[2].id == "odr");
    CHECK(e.metrics[2].target == "<0.01");
    CHECK(e.metrics[2].targetWritten == "1%");
    CHECK(e.metrics[2].written.empty());
    CHECK_FALSE(e.metrics[2].value);
    CHECK_FALSE(e.metrics[2].meets);
    CHECK(e.metrics[2].parts.size() == 2);
    CHECK_FALSE(e.metrics[2].parts.at("odr_atoz"));
}

TEST_CASE("counts give the exact share, a written rate keeps its digits")
{
    appeal::Case c;
    c.figures = {figure("odr", 4, 190), figure("lsr", {}, {}, "11.5%", "", 10), figure("ahr", {}, {}, "212", "", 180)};
    const auto e = evaluate(c, catalogue(), kToday);
    REQUIRE(e.metrics.size() == 3);
    CHECK(e.metrics[0].written == "2.11%");
    CHECK(*e.metrics[0].value == Approx(0.0210526).epsilon(0.0001));
    CHECK(e.metrics[0].meets == false);
    CHECK(e.metrics[0].goodOrdersNeeded == 211);
    CHECK_FALSE(e.metrics[0].fewOrders);
    CHECK(e.metrics[1].written == "11.5%");
    CHECK(*e.metrics[1].value == Approx(0.115));
    CHECK(e.metrics[2].value == 212.0);
    CHECK(e.metrics[2].target == ">=200");
    CHECK(e.metrics[2].meets == true);
}

TEST_CASE("a rate that the source rounds in its own way is given out as it is")
{
    appeal::Case c;
    c.figures = {figure("odr", 4, 190, "2.1%")};
    const auto e = evaluate(c, catalogue(), kToday);
    CHECK(e.metrics[0].written == "2.1%");
    CHECK(*e.metrics[0].value == Approx(0.021));
}

TEST_CASE("nothing to count gives no rate")
{
    appeal::Case c;
    c.figures = {figure("odr", 0, 0)};
    const auto e = evaluate(c, catalogue(), kToday);
    CHECK(e.metrics[0].written.empty());
    CHECK_FALSE(e.metrics[0].value);
    CHECK_FALSE(e.metrics[0].meets);
}

TEST_CASE("few orders are said beside the figure")
{
    appeal::Case c;
    c.figures = {figure("odr", 2, 64)};
    CHECK(evaluate(c, catalogue(), kToday).metrics[0].fewOrders);
}

TEST_CASE("channels stay apart, and parts follow theirs")
{
    appeal::Case c;
    c.causes = {chosen("order_defect_rate")};
    c.figures = {figure("odr", 4, 190, "", "self"), figure("odr", 1, 900, "", "fba"), figure("odr_feedback", 3, 190, "", "self"), figure("odr_atoz", 1, 190, "", "self"), figure("odr_feedback", 1, 900, "", "fba")};
    const auto e = evaluate(c, catalogue(), kToday);
    REQUIRE(e.metrics.size() == 5);
    CHECK(e.metrics[0].channel == "self");
    CHECK(e.metrics[0].parts.at("odr_feedback") == 3);
    CHECK(e.metrics[0].parts.at("odr_atoz") == 1);
    CHECK(e.metrics[1].channel == "fba");
    CHECK(e.metrics[1].meets == true);
    CHECK(e.metrics[1].parts.at("odr_feedback") == 1);
    CHECK_FALSE(e.metrics[1].parts.at("odr_atoz")); // not given is not zero
    CHECK(e.metrics[2].parts.empty());
}

TEST_CASE("no and not known are weak, yes is not, and what nobody answered is not known")
{
    appeal::Case c;
    c.practices = {{"a", "no"}, {"b", "yes"}, {"c", "unknown"}};
    const auto e = evaluate(c, catalogue(), kToday);
    REQUIRE(e.practices.size() == 4);
    CHECK(e.practices[0].weak);
    CHECK(e.practices[0].leadsTo == std::vector<std::string>{"late_shipment_rate"});
    CHECK_FALSE(e.practices[1].weak);
    CHECK(e.practices[2].weak);
    CHECK(e.practices[3].answer == "unknown");
    CHECK(e.practices[3].weak);
}

TEST_CASE("papers are due by the route of their cause and by what the notice and the last reply ask for")
{
    const auto kinds = [](const Evaluation& e) {
        std::string out;
        for (const auto& due : e.evidence)
            out += due.kind + (due.attached ? "+ " : " ");
        return out;
    };
    appeal::Case c;
    c.causes = {chosen("order_defect_rate", {})};
    CHECK(kinds(evaluate(c, catalogue(), kToday)) == "photos ");
    c.causes = {chosen("order_defect_rate", appeal::Route::Admit)};
    CHECK(kinds(evaluate(c, catalogue(), kToday)) == "order_details photos ");
    c.causes = {chosen("order_defect_rate", appeal::Route::Dispute)};
    CHECK(kinds(evaluate(c, catalogue(), kToday)) == "proof_of_delivery photos ");
    c.asksFor = {"root_cause", "invoices"};
    CHECK(kinds(evaluate(c, catalogue(), kToday)) == "proof_of_delivery photos invoices ");
    appeal::Evidence file;
    file.id = "e1";
    file.kind = "proof_of_delivery";
    c.evidence = {file};
    appeal::Record invoice;
    invoice.id = "r1";
    invoice.group = "invoices";
    invoice.fields["invoice"][""] = "e2";
    c.records = {invoice};
    CHECK(kinds(evaluate(c, catalogue(), kToday)) == "proof_of_delivery+ photos invoices+ ");
    c.asksFor.clear();
    appeal::Event reply;
    reply.id = "v1";
    reply.what = "reply";
    reply.asksFor = {"invoices"};
    c.events = {reply};
    CHECK(kinds(evaluate(c, catalogue(), kToday)) == "proof_of_delivery+ photos invoices+ ");
}
