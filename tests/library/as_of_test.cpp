#include "library/as_of.h"
#include "library/clauses.h"
#include "catch.h"

using namespace library;

TEST_CASE("what was looked up more than twelve months ago is out of date")
{
    struct Row { const char* asOf; const char* today; bool old; };
    const auto row = GENERATE(values<Row>({
        {"2025-11-24", "2026-11-24", false},
        {"2025-11-23", "2026-11-24", true},
        {"2026-11-01", "2026-11-24", false},
        {"2026-11-01", "2026-01-01", false},
        {"2024-02-29", "2025-02-28", false},
        {"2024-02-29", "2025-03-01", true},
        {"soon", "2026-11-24", true},
        {"", "2026-11-24", true},
    }));
    INFO(row.asOf << " on " << row.today);
    CHECK(outOfDate(row.asOf, *appeal::parseDate(row.today)) == row.old);
}

TEST_CASE("the quiet word beside an old figure names its day and its page")
{
    Catalogue c;
    c.vocabularies["sources"].push_back({"help-odr", {{"en", "the help page"}, {"zh", "帮助页面"}}, {}, {}, {}});
    c.wording["as_of.check"] = {{"en", "As of {date}: check this ({page})."}, {"zh", "截至{date}，请核对（{page}）。"}};
    const auto today = *appeal::parseDate("2026-11-24");
    CHECK(checkThis(c, "2026-11-01", "[help-odr]", today, "en").empty());
    CHECK(checkThis(c, "2025-11-01", "[help-odr]", today, "en") == "As of 2025-11-01: check this (the help page).");
    CHECK(checkThis(c, "2025-11-01", "[help-odr]", today, "zh") == "截至2025-11-01，请核对（帮助页面）。");
    CHECK(pageNames(c, "[help-odr], [other], from a call", "en") == "the help page, [other], from a call");
    CHECK(pageNames(c, "", "en").empty());
}

TEST_CASE("every figure, window and guide that is shipped tells the name of the page it comes from")
{
    const auto catalogue = *builtinCatalogue();
    const auto named = [&](const std::string& source) {
        INFO(source);
        CHECK_FALSE(source.empty());
        CHECK(pageNames(*catalogue, source, "en").find('[') == std::string::npos);
    };
    for (const auto& metric : catalogue->metrics)
        named(metric.source);
    for (const auto& guide : catalogue->guides)
        named(guide.source);
    for (const auto& marketplace : catalogue->marketplaces) {
        named(marketplace.source);
        named(marketplace.statusSource);
    }
}
