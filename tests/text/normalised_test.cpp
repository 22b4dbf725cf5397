#include "catch.h"
#include "text/normalised.h"

namespace {

std::string view(const std::string& text) { return text::Normalised(text).view(); }

} // namespace

TEST_CASE("What the view makes of widths, scripts and signs")
{
    struct Row { const char *text, *view; };
    const Row rows[] = {
        {"２０２１年６月９日", "2021年6月9日"},
        {"（Ａ），“x”—y", "(A),\"x\"-y"},
        {"帳戶與帐户", "账户与账户"},
        {"a\xC2\xA0""b\xE2\x80\x8B""c", "a bc"},
        {"[b]bold[/b] [url=https://x.example/1]name[/url]", "bold  https://x.example/1 name"},
        {"Fish &amp; chips &nbsp;x", "Fish & chips  x"},
        {"Title: ${INSERT TITLE} end", "Title:  end"},
        {"[Case ID 5] $5 < 6", "[Case ID 5] $5 < 6"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(view(row.text) == row.view);
    }
}

TEST_CASE("Wrapped lines are joined, others are not")
{
    const std::string wrapped = "> We have removed your listing of the item below. Buyers who ordered\n> got fewer pieces than the product detail page says, in each ware-\n> house where units of it were counted by our own people last week.\n"
                                "> Buyers must be able to count on what is written on the page, they\n> said.\n>\n> ASIN: B00T4MVQ8K\n> Title: Set\n";
    const auto joined = view(wrapped);
    CHECK(joined.find("Buyers who ordered got fewer") != std::string::npos);
    CHECK(joined.find("warehouse") != std::string::npos);
    CHECK(joined.find("they said.") != std::string::npos);
    CHECK(joined.find("B00T4MVQ8K\nTitle") != std::string::npos);
    CHECK(view("Subject: a long line of a notice that is as wide as any\n28-02-2022\n").find("any\n28") != std::string::npos);
    CHECK(view("one\nTwo\nthree words here").find("one\nTwo") != std::string::npos);
}

TEST_CASE("Pinyin between Chinese lines is left out, English is not")
{
    CHECK(view("您好\nni hao\n感谢") == "您好\n感谢");
    CHECK(view("您好\nHello there\n感谢").find("Hello there") != std::string::npos);
}

TEST_CASE("Every place of the view leads back to the original")
{
    const std::string text = "> 帳戶：Ａ [b]x[/b]\n> tail &amp; end";
    const text::Normalised n(text);
    for (const auto& [words, original] : {std::pair{std::string("账户"), std::string("帳戶")}, {"A", "Ａ"}, {"x", "x"}, {"&", "&amp;"}, {"end", "end"}}) {
        const auto at = n.view().find(words);
        REQUIRE(at != std::string::npos);
        CHECK(text.substr(n.origin(at), n.originEnd(at + words.size()) - n.origin(at)) == original);
    }
    CHECK(n.depth(0) == 1);
    CHECK(n.origin(n.view().size()) == text.size());
    std::size_t last = 0;
    for (std::size_t i = 0; i < n.view().size(); ++i) {
        CHECK(n.origin(i) >= last);
        last = n.origin(i);
    }
}

TEST_CASE("The dense form hides blanks, hyphens, case and scanner's faults")
{
    CHECK(text::dense("Drop-Shipping policy") == text::dense("dropshipping Policy"));
    CHECK(text::dense("lntellectual") == text::dense("Intellectual"));
    CHECK(text::dense("don't") == text::dense("dont"));
    text::Dense d;
    const std::string glued = "SellerCentral no more than365 days";
    d.make(glued, 0, glued.size());
    const auto starts = [&](std::string_view word) { return d.start[d.text.find(text::dense(word))] != 0; };
    CHECK(starts("central"));
    CHECK(starts("365"));
    CHECK_FALSE(starts("entral"));
    CHECK(d.at.size() == d.text.size());
}
