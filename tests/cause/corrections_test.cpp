#include "cause/corrections.h"

#include "catch.h"
#include "fixture.h"

#include <algorithm>

using namespace appeal;

namespace {

const std::string kNotice = "Dear Seller,\n\nYour listing B0CJT4M2QX was removed because a rights owner reported it. Complaint ID: 8410937265\n"
                            "Your late shipment rate is 9.4%.\nOrder 204-5183306-9917420 is affected. Send us a plan of action within 17 days.\n\nAmazon.co.uk\n";

/// A case with the notice and what was taken over from it.
Case taken()
{
    Case c;
    Document document;
    document.id = "d1";
    document.kind = "notice";
    document.text = kNotice;
    document.received = parseDate("2026-03-14");
    c = appeal::apply(c, Edit(AddDocument{document}));
    return appeal::apply(c, cause::takeOver(c, reader().read(kNotice, document.received), "d1", catalogue()));
}

Span at(std::string_view words)
{
    const auto from = kNotice.find(words);
    REQUIRE(from != std::string::npos);
    return {from, from + words.size()};
}

/// A person says it, and the notice is read again.
Case said(const Case& c, std::string_view words, const std::string& kind, const std::string& value = {})
{
    const auto span = at(words);
    const auto raw = reader().read(kNotice, parseDate("2026-03-14"));
    const auto next = appeal::apply(c, cause::sayWhatItIs(c, cause::corrected(c, raw, "d1"), {"d1", span.start, span.end, kind, value}));
    return appeal::apply(next, cause::takeOver(next, raw, "d1", catalogue()));
}

bool hasCause(const Case& c, const char* id)
{
    return findCause(c, id) != nullptr;
}

} // namespace

TEST_CASE("the mark at a place is the shortest that holds it")
{
    const auto reading = reader().read(kNotice, parseDate("2026-03-14"));
    const auto order = at("204-5183306-9917420");
    const auto mark = cause::markAt(reading, {order.start + 5, order.start + 5});
    REQUIRE(mark);
    CHECK(mark->kind == "order_ids");
    CHECK(mark->value == "204-5183306-9917420");
    CHECK(mark->at == order);
    const auto rate = at("late shipment rate");
    REQUIRE(cause::markAt(reading, {rate.start + 1, rate.start + 1}));
    CHECK(cause::markAt(reading, {rate.start + 1, rate.start + 1})->kind == "causes");
    CHECK_FALSE(cause::markAt(reading, at("Dear Seller")));
}

TEST_CASE("words that a person calls something else are that from then on, and the old thing is gone")
{
    const auto before = taken();
    REQUIRE(caseFact(before, "order_ids") == "204-5183306-9917420");
    const auto after = said(before, "204-5183306-9917420", "complaint_ids");
    CHECK(caseFact(after, "order_ids").empty());
    CHECK(caseFact(after, "complaint_ids").find("204-5183306-9917420") != std::string::npos);
    const auto nothing = said(after, "204-5183306-9917420", "");
    CHECK(caseFact(nothing, "order_ids").empty());
    CHECK(caseFact(nothing, "complaint_ids").find("204-5183306-9917420") == std::string::npos);
    const auto back = said(nothing, "204-5183306-9917420", "order_ids");
    CHECK(caseFact(back, "order_ids") == "204-5183306-9917420");
    CHECK(caseFact(back, "complaint_ids") == caseFact(before, "complaint_ids"));
}

TEST_CASE("a list that a person confirmed gains and loses what they say of the notice's words")
{
    auto c = taken();
    c = appeal::apply(c, Edit(SetFact{{Scope::Case, {}, "order_ids"}, "", "204-5183306-9917420, 026-1111111-2222222", Source::Typed}));
    c = said(c, "B0CJT4M2QX", "order_ids");
    CHECK(caseFact(c, "order_ids") == "204-5183306-9917420, 026-1111111-2222222, B0CJT4M2QX");
    c = said(c, "204-5183306-9917420", "");
    CHECK(caseFact(c, "order_ids") == "026-1111111-2222222, B0CJT4M2QX");
}

TEST_CASE("a cause that is called nothing goes and does not come back; one that is named stays")
{
    const auto before = taken();
    REQUIRE(hasCause(before, "late_shipment_rate"));
    const auto after = said(before, "late shipment rate", "");
    CHECK_FALSE(hasCause(after, "late_shipment_rate"));
    const auto named = said(after, "late shipment rate", "causes", "valid_tracking_rate");
    REQUIRE(hasCause(named, "valid_tracking_rate"));
    CHECK(findCause(named, "valid_tracking_rate")->by == By::Person);
    CHECK_FALSE(hasCause(named, "late_shipment_rate"));
    const auto reading = cause::corrected(named, reader().read(kNotice, parseDate("2026-03-14")), "d1");
    CHECK(std::count_if(reading.causes.begin(), reading.causes.end(), [](const auto& r) { return r.id == "valid_tracking_rate"; }) == 1);
}

TEST_CASE("a deadline can be named, made of other words, and taken out")
{
    const auto before = taken();
    REQUIRE(before.deadlines.size() == 1);
    const auto words = "within 17 days";
    const auto renamed = said(before, words, "deadlines", "funds_hold");
    REQUIRE(renamed.deadlines.size() == 1);
    CHECK(renamed.deadlines[0].kind == "funds_hold");
    CHECK(renamed.deadlines[0].by == By::Person);
    CHECK(renamed.deadlines[0].due == before.deadlines[0].due);
    CHECK(said(renamed, words, "").deadlines.empty());
    CHECK(said(before, words, "").deadlines.empty());
    const auto second = said(before, "Dear Seller", "deadlines", "response_window");
    REQUIRE(second.deadlines.size() == 2);
    CHECK_FALSE(second.deadlines[1].due);
}

TEST_CASE("corrections laid over a reading twice come to the same as once")
{
    auto c = said(said(taken(), "204-5183306-9917420", "complaint_ids"), "late shipment rate", "causes", "odr");
    const auto once = cause::corrected(c, reader().read(kNotice, parseDate("2026-03-14")), "d1");
    const auto twice = cause::corrected(c, once, "d1");
    CHECK(twice.causes.size() == once.causes.size());
    CHECK(twice.entities.size() == once.entities.size());
    CHECK(cause::takeOver(c, once, "d1", catalogue()).size() == cause::takeOver(c, twice, "d1", catalogue()).size());
}

TEST_CASE("what lies outside the notice is no correction")
{
    const auto c = taken();
    const auto reading = reader().read(kNotice, parseDate("2026-03-14"));
    CHECK(cause::sayWhatItIs(c, reading, {"d1", 5, 5, "asins", ""}).empty());
    CHECK(cause::sayWhatItIs(c, reading, {"d1", 5, kNotice.size() + 1, "asins", ""}).empty());
    CHECK(cause::sayWhatItIs(c, reading, {"d9", 5, 8, "asins", ""}).empty());
}
