#include "library/overrides.h"
#include "library/clauses.h"
#include "catch.h"

using namespace library;

namespace {

CataloguePtr shipped()
{
    Catalogue c;
    Metric odr;
    odr.id = "odr";
    odr.target = "1%";
    odr.sign = "<";
    odr.asOf = "2026-11-01";
    odr.storeTargets["CA"] = "2%";
    c.metrics.push_back(odr);
    Marketplace amazon;
    amazon.id = "amazon";
    amazon.boxes.push_back({"root_cause", {"root_cause"}, {}});
    c.marketplaces.push_back(amazon);
    Guide guide;
    guide.id = "g";
    guide.steps = {{{"en", "Open the page."}, {"zh", "打开页面。"}}, {{"en", "Paste it."}, {"zh", "粘贴。"}}};
    c.guides.push_back(guide);
    return std::make_shared<const Catalogue>(c);
}

} // namespace

TEST_CASE("a user's correction lies over the shipped value, wherever corrections may be made")
{
    struct Row { const char* kind; const char* id; const char* path; const char* before; const char* value; };
    const auto row = GENERATE(values<Row>({
        {"metrics", "odr", "target", "1%", "0.8%"},
        {"metrics", "odr", "sign", "<", "<="},
        {"metrics", "odr", "as_of", "2026-11-01", "2027-02-01"},
        {"metrics", "odr", "stores.CA.target", "2%", "3%"},
        {"marketplaces", "amazon", "status_request.on", "10", "12"},
        {"marketplaces", "amazon", "status_request.from", "7", "5"},
        {"marketplaces", "amazon", "form.boxes.root_cause.limit", "", "1000"},
        {"marketplaces", "amazon", "invoice_age_days", "", "180"},
        {"guides", "g", "steps.2.zh", "粘贴。", "粘贴全文。"},
    }));
    INFO(row.path);
    const auto ours = shipped();
    CHECK(valueAt(*ours, row.kind, row.id, row.path) == std::string(row.before));
    const auto laid = overlay(ours, {{row.kind, row.id, row.path, row.value, row.before}});
    CHECK(valueAt(*laid.catalogue, row.kind, row.id, row.path) == std::string(row.value));
    CHECK(laid.drifted.empty());
    CHECK(laid.homeless.empty());
    CHECK(valueAt(*ours, row.kind, row.id, row.path) == std::string(row.before));
    const std::string gone = "something else";
    CHECK(overlay(ours, {{row.kind, row.id, row.path, row.value, gone}}).drifted.size() == 1);
}

TEST_CASE("a correction without a place, or that does not fit it, changes nothing and is said so")
{
    struct Row { const char* kind; const char* id; const char* path; const char* value; };
    const auto row = GENERATE(values<Row>({
        {"metrics", "lsr", "target", "1%"}, {"metrics", "odr", "name", "x"}, {"metrics", "odr", "stores.DE.target", "1%"}, {"metrics", "odr", "target", ""}, {"marketplaces", "amazon", "status_request.on", "soon"},
        {"marketplaces", "amazon", "status_request.on", "-1"}, {"marketplaces", "amazon", "form.boxes.other.limit", "5"}, {"guides", "g", "steps.3.en", "x"}, {"guides", "g", "steps.0.en", "x"},
        {"guides", "g", "steps.1.fr", "x"}, {"causes", "a", "name", "x"}, {"", "", "", ""},
    }));
    INFO(row.path);
    const auto ours = shipped();
    const auto laid = overlay(ours, {{row.kind, row.id, row.path, row.value, ""}});
    CHECK(laid.homeless.size() == 1);
    CHECK(laid.catalogue->metrics[0].target == "1%");
    CHECK(laid.catalogue->marketplaces[0].statusOn == 10);
}

TEST_CASE("without corrections the catalogue stays the very same")
{
    const auto ours = shipped();
    CHECK(overlay(ours, {}).catalogue == ours);
}

TEST_CASE("a user's pieces join the catalogue; one with an id of ours, or that is broken, does not")
{
    const auto piece = [](const char* id) { return std::string("{\"format\": 1, \"metrics\": [{\"id\": \"") + id + "\", \"name\": {\"en\": \"Own\", \"zh\": \"自有\"}, \"source\": \"me\", \"as_of\": \"2026-11-01\"}]}"; };
    const auto ours = shipped();
    const auto both = withUsers(ours, {piece("mine"), piece("odr"), "{", piece("mine")}, {{"metrics", "mine", "target", "5%", ""}});
    REQUIRE(both->metrics.size() == 2);
    CHECK(both->metric("mine")->target == "5%");
    CHECK(both->metric("odr")->target == "1%");
    CHECK(both->fact("case", "mine_value"));
    CHECK(ours->metrics.size() == 1);
    CHECK(withUsers(ours, {}, {}) == ours);
}
