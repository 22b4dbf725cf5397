#include "catch.h"

#include "library/clauses.h"
#include "submit/review.h"

namespace {

const library::Catalogue& catalogue() { static const auto one = *library::builtinCatalogue(); return *one; }
const submit::Reviewer& reviewer()
{
    static const submit::Reviewer one(*library::builtinCatalogue());
    return one;
}
bool found(const appeal::Review& review, const char* check)
{
    return std::any_of(review.findings.begin(), review.findings.end(), [&](const auto& f) { return f.check == check; });
}

} // namespace

TEST_CASE("statistics count code points, words, sentences")
{
    const auto en = reviewer().review("Subject: 2 lamps\n\nDear Team,\n\nWe checked 214 units. The buyer's box was open.", "first_appeal", "en", {}).statistics;
    CHECK(en.characters == 77);
    CHECK(en.words == 14);
    CHECK(en.sentences == 4);
    REQUIRE(en.readingGrade);
    CHECK(*en.readingGrade < 5);
    const auto zh = reviewer().review("封箱前没有核对条码。", "first_appeal", "", {});
    CHECK(zh.language == "zh");
    CHECK(zh.statistics.characters == 10);
    CHECK_FALSE(zh.statistics.readingGrade);
    const auto none = reviewer().review("", "", "", {});
    CHECK(none.statistics.words == 0);
    CHECK(none.letter == "first_appeal");
}

TEST_CASE("spans are bytes of the text, whatever it is written in")
{
    const std::string text = "Caf\xC3\xA9 M\xC3\xBCller \xE2\x80\x93 we beg you for one more chance, 尽快。";
    const auto review = reviewer().review(text, "first_appeal", "en", {});
    for (const auto& f : review.findings)
        if (f.start)
            CHECK(text.substr(*f.start, *f.end - *f.start) == f.text);
    CHECK(found(review, "emotional_plea"));
    CHECK(found(review, "non_english_characters"));
}

TEST_CASE("any bytes are reviewed without harm")
{
    std::string broken = "We \xFF\xC3\x28\xE2\x82 removed \xF0\x9F\x98\x80 it [";
    broken += std::string(3, '\0');
    for (int i = 0; i < 2000; ++i)
        broken += "[<{#_.$%X" + std::string(1, char(i % 256));
    for (const char* language : {"en", "zh", ""})
        CHECK_FALSE(reviewer().review(broken, "", language, {}).ready);
    std::string long_;
    for (int i = 0; i < 20'000; ++i)
        long_ += "we are sorry soon [";
    CHECK_FALSE(reviewer().review(long_, "first_appeal", "en", {}).ready);
    CHECK(reviewer().review(std::string(600'000, 'a'), "status_request", "en", {}).statistics.characters == 600'000);
}

TEST_CASE("the kind of a letter is told by its text")
{
    struct Row { const char* text; const char* kind; };
    const auto row = GENERATE(values<Row>({
        {"", "first_appeal"},
        {"We shipped the orders late.", "first_appeal"},
        {"Subject: plan of action for the notice of 7 September 2026", "first_appeal"},
        {"Subject: status of the appeal of 16 September 2026\n\nWe have had no reply.", "status_request"},
        {"Dear Wish Merchant Support, please lift the suspension.", "wish_appeal"},
        {"This is a counter-notice to complaint 9930471826.", "ip_counter_notice"},
        {"We ask you to remove this feedback.", "feedback_removal_request"},
        {"Hello,\n\nThank you for your message about order 113-2208954-6617301. Please choose what suits you.", "buyer_resolution"},
        {"We ask you to pay out the balance of USD 18,240.55.", "funds_release"},
        {"Please withdraw the complaint directly with the marketplace.", "retraction_request"},
        {"尊敬的团队：\n截至9月26日未收到答复，请告知申诉是否在审核中。", "status_request"},
        {"现提交行动计划，申请恢复销售权限。", "first_appeal"},
    }));
    INFO(row.text);
    CHECK(reviewer().kindOf(row.text) == row.kind);
}

TEST_CASE("a letter kind that nobody knows is held to the rules for all")
{
    const auto review = reviewer().review("We answer soon. [name]", "no_such_kind", "en", {});
    CHECK(found(review, "unfilled_placeholder"));
    CHECK_FALSE(found(review, "missing_phone"));
}

TEST_CASE("spelling is silent without a dictionary and knows both spellings with one")
{
    submit::Reviewer own(*library::builtinCatalogue());
    const std::string text = "We recieved the the colour chart in the centre. Weare sure that FBA and B0Q7LMP41X were labelled. Zhou Min agrees.";
    const auto words = [&] {
        std::string out;
        for (const auto& f : own.review(text, "first_appeal", "en", {}).findings)
            if (f.check == "grammar_spelling")
                out += f.text + "=" + f.replacement.value_or("") + " ";
        return out;
    };
    CHECK(words() == "");
    own.loadDictionary({"/nowhere"});
    CHECK(words() == "");
    own.loadDictionary();
    if (words() == "")
        WARN("no en_US dictionary here: skipped");
    else
        CHECK(words() == "recieved=received Weare=We are ");
}

TEST_CASE("a clause's text is held to the patterns alone")
{
    CHECK(reviewer().patternsOnly("The handling time in our account stood at 1 working day, while payment to hand-over took 3.", "first_appeal", "en").empty());
    const auto found = reviewer().patternsOnly("We beg you for one more chance.", "first_appeal", "en");
    REQUIRE(!found.empty());
    CHECK(found[0].check == "emotional_plea");
}

namespace {

appeal::Letter letterOf(const char* kind, std::initializer_list<const char*> sections)
{
    appeal::Letter letter;
    letter.kind = kind;
    for (const char* section : sections) {
        appeal::Paragraph heading;
        heading.kind = appeal::Paragraph::Kind::Heading;
        heading.section = section;
        heading.text = std::string("Heading of ") + section;
        appeal::Paragraph p;
        p.kind = appeal::Paragraph::Kind::Pick;
        p.section = section;
        p.text = std::string("原因 of ") + section;
        letter.paragraphs.push_back(heading);
        letter.paragraphs.push_back(p);
    }
    return letter;
}

} // namespace

TEST_CASE("the boxes of a form hold their sections, without the heading that the page has")
{
    const auto letter = letterOf("first_appeal", {"opening", "root_cause", "corrective", "preventive", "request"});
    const auto amazon = submit::boxes(letter, catalogue(), "amazon");
    REQUIRE(amazon.size() == 3);
    CHECK(amazon[0].id == "root_cause");
    CHECK(amazon[0].text == "原因 of root_cause");
    CHECK(amazon[0].characters == 16);
    const auto wish = submit::boxes(letterOf("wish_appeal", {"opening", "root_cause", "signature"}), catalogue(), "wish");
    REQUIRE(wish.size() == 1);
    CHECK(wish[0].text.find("Heading of root_cause") != std::string::npos);
    CHECK(wish[0].text.find("signature") == std::string::npos);
    CHECK(submit::boxes(letterOf("account_dispute", {"grounds"}), catalogue(), "amazon").empty());
    CHECK(submit::boxes(letter, catalogue(), "nowhere").empty());
}

TEST_CASE("the guide that fits is the one for marketplace, kind and way")
{
    const auto id = [](const char* marketplace, const char* kind, bool quiz) {
        const auto* guide = submit::guideFor(catalogue(), marketplace, "US", kind, quiz);
        return guide ? guide->id : std::string("none");
    };
    CHECK(id("amazon", "first_appeal", false) == "amazon_account_appeal");
    CHECK(id("amazon", "first_appeal", true) == "amazon_quiz");
    CHECK(id("amazon", "status_request", false) == "amazon_status");
    CHECK(id("wish", "wish_appeal", false) == "wish_dispute");
    CHECK(id("nowhere", "first_appeal", false) == "none");
}
