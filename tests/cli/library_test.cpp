#include "catch.h"
#include "desk.h"

namespace {

nlohmann::json metric(const Desk& desk, const std::string& id, const std::string& today = "2026-11-24")
{
    const auto all = desk.run({"--today", today, "metrics", "--json"}).json();
    REQUIRE(all.is_array());
    for (const auto& one : all)
        if (one["id"] == id)
            return one;
    return {};
}

} // namespace

TEST_CASE("a user's correction of a figure holds, is told as theirs, and can be taken back")
{
    const Desk desk;
    const auto before = metric(desk, "odr");
    REQUIRE(before["target"] == "<1%");
    REQUIRE(desk.run({"--today", "2027-02-01", "library", "correct", "metrics", "odr", "target", "0.8%"}).status == 0);
    CHECK(metric(desk, "odr")["target"] == "<0.8%");
    CHECK(metric(desk, "odr")["as_of"] == "2027-02-01"); // who corrects it has looked it up
    CHECK(metric(desk, "odr", "2028-01-31")["out_of_date"] == false);
    const auto list = desk.run({"library", "corrections", "--json"}).json();
    REQUIRE(list.size() == 2);
    CHECK(list[0]["path"] == "as_of");
    CHECK(list[1]["value"] == "0.8%");
    CHECK(list[1]["shipped"] == "1%");
    CHECK(list[1]["drifted"] == false);
    REQUIRE(desk.run({"library", "correct", "metrics", "odr", "target", "--undo"}).status == 0);
    CHECK(metric(desk, "odr")["target"] == "<1%");
}

TEST_CASE("a correction without a place, or that does not fit it, is refused and changes nothing")
{
    const Desk desk;
    struct Row { std::vector<std::string> words; };
    const auto row = GENERATE(values<Row>({
        {{"metrics", "none", "target", "1%"}},
        {{"metrics", "odr", "colour", "red"}},
        {{"guides", "amazon_account_appeal", "steps.99.en", "x"}},
        {{"marketplaces", "amazon", "status_request.on", "soon"}},
        {{"causes", "inauthentic", "name", "x"}},
    }));
    auto words = row.words;
    words.insert(words.begin(), {"library", "correct"});
    const auto ran = desk.run(words);
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("; ") != std::string::npos);
    CHECK(desk.run({"library", "corrections", "--json"}).json().empty());
}

TEST_CASE("the whole library is checked where no file is named: sound today, and what grows old is listed with file and line")
{
    const Desk desk;
    const auto today = desk.run({"library", "check", "--json"});
    CHECK(today.status == 0);
    for (const auto& problem : today.json()) {
        INFO(problem.dump());
        CHECK(problem["severity"] == "warning");
    }
    const auto later = desk.run({"--today", "2028-06-01", "library", "check", "--json"});
    CHECK(later.status == 0); // old is no fault
    std::size_t old = 0;
    for (const auto& problem : later.json())
        if (problem["rule"] == "out_of_date") {
            ++old;
            CHECK(problem["where"].get<std::string>().find(".json:") != std::string::npos);
        }
    CHECK(old > 40); // metrics, guides and marketplaces
    REQUIRE(desk.run({"--today", "2028-05-01", "library", "correct", "metrics", "odr", "target", "0.9%"}).status == 0);
    std::size_t less = 0;
    for (const auto& problem : desk.run({"--today", "2028-06-01", "library", "check", "--json"}).json())
        less += problem["rule"] == "out_of_date";
    CHECK(less == old - 1);
}

TEST_CASE("a figure that was looked up long ago says so beside itself, with the name of its page")
{
    const Desk desk;
    CHECK(desk.run({"metrics"}).out.find("check this") == std::string::npos);
    const auto later = desk.run({"--today", "2028-06-01", "metrics"}).out;
    CHECK(later.find("As of 2026-11-01: check this (Seller Central help: late shipment rate).") != std::string::npos);
    CHECK(desk.run({"--today", "2028-06-01", "--lang", "zh", "metrics"}).out.find("截至2026-11-01，请核对（卖家平台帮助：迟发率）。") != std::string::npos);
}

TEST_CASE("a file of the content itself can be checked as it lies there")
{
    const Desk desk;
    for (const char* file : {"causes/late_shipment_rate.json", "clauses/grounds/image_rights_complaint.json", "metrics/amazon.json", "letters/first_appeal.json", "facts/vocabularies.json", "wording/evaluation.json"}) {
        const auto ran = desk.run({"--templates", SOURCE_DIR "/templates", "library", "check", std::string(SOURCE_DIR "/templates/") + file});
        INFO(file << "\n" << ran.out << ran.err);
        CHECK(ran.status == 0);
    }
    // somebody else's pack may not bring an id of ours
    const auto pack = desk.write("mine.json", R"({"format": 1, "metrics": [{"id": "odr", "name": {"en": "x", "zh": "y"}, "source": "me", "as_of": "2026-11-01"}]})");
    CHECK(desk.run({"library", "check", pack}).status == 3);
}
