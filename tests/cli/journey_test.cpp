#include "cli/desk.h"
#include "catch.h"

#include <map>

using nlohmann::json;

namespace {

/// What a person would type for the facts of the sample, by name; the rest is taken from the example.
std::string answerTo(const json& fact)
{
    static const std::map<std::string, std::string> answers{{"store_name", "Harbor Lane Goods"}, {"contact_name", "Li Na"}, {"contact_phone", "+86 755 0000 0000"}, {"contact_role", "Owner"}};
    if (const auto it = answers.find(fact["name"]); it != answers.end())
        return it->second;
    return fact["example"];
}

/// Fills every required fact that is missing, as `facts` names them.
void fillAll(const Desk& desk, const std::string& file)
{
    for (int round = 0; round < 3; ++round) {
        const auto facts = desk.run({"facts", file, "--json"}).json();
        REQUIRE(facts.is_array());
        for (const auto& fact : facts) {
            if (!fact["missing"].get<bool>())
                continue;
            std::vector<std::string> words{"set", file};
            if (fact["scope"] == "pick")
                words.insert(words.end(), {"--clause", fact["pick"]});
            words.push_back(fact["name"].get<std::string>() + "=" + answerTo(fact));
            const auto ran = desk.run(words);
            INFO(words.back() << ": " << ran.err);
            CHECK(ran.status == 0);
        }
    }
}

} // namespace

TEST_CASE("a script takes a notice to a letter that is ready, records it as sent and reads a reply")
{
    const Desk desk;
    desk.write("notice.txt", kNotice);
    const std::string file = desk.path("shop.appeal.json");

    auto ran = desk.run({"new", "--notice", "@notice.txt", "-o", file, "--json"});
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    auto show = ran.json();
    CHECK(show["marketplace"] == "amazon");
    CHECK(show["letters"][0]["kind"] == "first_appeal");
    CHECK(show["picks"].empty()); // no route yet: nothing is proposed
    for (const auto& cause : show["causes"])
        CHECK(cause["route"].is_null());

    ran = desk.run({"set", file, "route=admit"});
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    show = desk.run({"show", file, "--json"}).json();
    REQUIRE(!show["picks"].empty());
    for (const auto& pick : show["picks"])
        CHECK(pick["state"] != "own");
    fillAll(desk, file);

    // filled, but nobody has confirmed it
    REQUIRE(desk.run({"compose", file, "-o", desk.path("letter.txt")}).status == 0);
    auto review = desk.run({"review", desk.path("letter.txt"), "--case", file, "--json"});
    CHECK(review.status == 1);
    CHECK(review.out.find("unconfirmed_claim") != std::string::npos);

    std::vector<std::string> confirm{"confirm", file};
    show = desk.run({"show", file, "--json"}).json();
    for (const auto& pick : show["picks"])
        confirm.push_back(pick["id"]);
    REQUIRE(desk.run(confirm).status == 0);
    show = desk.run({"show", file, "--json"}).json();
    for (const auto& pick : show["picks"])
        CHECK(pick["state"] != "proposed");

    const auto composed = desk.run({"compose", file, "--format", "json"}).json();
    CHECK(composed["missing"].empty());
    for (const auto& section : composed["sections"])
        for (const auto& paragraph : section["paragraphs"])
            CHECK(paragraph["end"].get<std::size_t>() <= composed["text"].get<std::string>().size());
    REQUIRE(desk.run({"compose", file, "-o", desk.path("letter.txt")}).status == 0);
    CHECK(desk.read("letter.txt") == composed["text"].get<std::string>() + "\n");
    review = desk.run({"review", desk.path("letter.txt"), "--case", file, "--json"});
    INFO(review.out);
    CHECK(review.status == 0);
    CHECK(review.json()["ready"] == true);

    REQUIRE(desk.run({"record", file, "--submitted", "2026-11-20", "--channel", "Account Health"}).status == 0);
    CHECK(desk.run({"record", file, "--submitted", "2026-11-21"}).status == 2); // sent once
    // whatever the case says by now, what was sent stays
    REQUIRE(desk.run({"set", file, "store_name=Another Name"}).status == 0);
    CHECK(desk.run({"compose", file}).out == desk.read("letter.txt"));
    auto followup = desk.run({"followup", file, "--json"}).json();
    CHECK(followup["state"] == "submitted");

    desk.write("reply.txt", "Hello,\n\nThank you for your appeal. We do not have enough information to reactivate your account. Please send greater detail on the root cause of the A-to-z claims.\n\nSeller Performance Team\nAmazon.com\n");
    const auto reply = desk.run({"reply", desk.path("reply.txt"), "--received", "2026-11-22", "--case", file, "--save", "--json"});
    INFO(reply.err);
    REQUIRE(reply.status == 0);
    CHECK(reply.json()["class"] == "more_information_requested");
    followup = desk.run({"followup", file, "--json"}).json();
    CHECK(followup["state"] == "more_information_requested");
    show = desk.run({"show", file, "--json"}).json();
    CHECK(show["letters"].back()["kind"] == "additional_information_reply");
}

TEST_CASE("a value that does not fit is refused, and the case is as it was")
{
    const Desk desk;
    desk.write("notice.txt", kNotice);
    REQUIRE(desk.run({"new", "--notice", "@notice.txt", "--route", "admit", "-o", desk.path("a.appeal.json")}).status == 0);
    const auto before = desk.read("a.appeal.json");
    struct Row { const char* assignment; };
    const auto row = GENERATE(values<Row>({{"no_such_fact=1"}, {"notice_date=tomorrow"}, {"deeds.1.on=2027-01-01"}, {"deeds.99.on=2026-01-01"}, {"deeds.1.nothing=x"}, {"route=perhaps"}, {"voice=they"},
        {"language=fr"}, {"asins=B0"}, {"order_ids=113"}, {"causes=nothing"}, {"letter=nothing"}, {"marketplace=mars"}, {"nothing"}, {"=x"}, {"odr_value=many"}, {"late_shipment_rate.found_on=2026-01-01"}}));
    INFO(row.assignment);
    const auto ran = desk.run({"set", "@a.appeal.json", row.assignment});
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.rfind("causeway-cli: ", 0) == 0);
    CHECK(desk.read("a.appeal.json") == before);
}

TEST_CASE("several sellers' data stay apart")
{
    const Desk desk;
    desk.write("notice.txt", kNotice);
    REQUIRE(desk.run({"profile", "Harbor", "store_name=Harbor Lane Goods", "contact_name=Li Na", "contact_phone=+86 755 0000 0000"}).status == 0);
    REQUIRE(desk.run({"profile", "Other", "store_name=Blue Otter", "contact_name=Chen"}).status == 0);
    const auto made = desk.run({"new", "--notice", "@notice.txt", "--json"}).json();
    CHECK(made["seller_offered"] == "Harbor"); // offered, not filled in
    const auto facts = desk.run({"facts", made["id"], "--json"}).json();
    for (const auto& fact : facts)
        if (fact["name"] == "contact_name")
            CHECK(fact["value"].is_null());
    CHECK(desk.run({"new", "--notice", "@notice.txt", "--seller", "Nobody"}).status == 2);
    const auto chosen = desk.run({"new", "--notice", "@notice.txt", "--seller", "Harbor", "--json"}).json();
    for (const auto& fact : desk.run({"facts", chosen["id"], "--json"}).json())
        if (fact["name"] == "contact_name") {
            CHECK(fact["value"] == "Li Na");
            CHECK(fact["source"] == "profile");
        }
}

TEST_CASE("a Chinese value is kept for the Chinese letter, and the fact stays missing in the English one")
{
    const Desk desk;
    desk.write("notice.txt", kNotice);
    REQUIRE(desk.run({"new", "--notice", "@notice.txt", "--route", "admit", "-o", desk.path("a.appeal.json")}).status == 0);
    REQUIRE(desk.run({"set", "@a.appeal.json", "root_causes.1.root_cause=封箱前没有核对条码"}).status == 0);
    CHECK(desk.run({"compose", "@a.appeal.json"}).out.find("封箱") == std::string::npos);
    CHECK(desk.run({"compose", "@a.appeal.json", "--language", "zh"}).out.find("封箱前没有核对条码") != std::string::npos);
    bool missing = false;
    for (const auto& fact : desk.run({"facts", "@a.appeal.json", "--json"}).json())
        if (fact["name"] == "root_causes.1.root_cause")
            missing = fact["missing"];
    CHECK(missing);
}

TEST_CASE("where every cause is answered on the page, no letter is wanted")
{
    const Desk desk;
    desk.write("notice.txt", kNotice);
    REQUIRE(desk.run({"new", "--notice", "@notice.txt", "--route", "quiz", "-o", desk.path("a.appeal.json")}).status == 0);
    const auto composed = desk.run({"compose", "@a.appeal.json", "--format", "json"}).json();
    CHECK(composed["letter"].is_null());
    CHECK(composed["why"] == "quiz");
}
