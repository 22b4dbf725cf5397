#include "catch.h"
#include "text/lines.h"
#include "text/sentences.h"

#include <vector>

namespace {

std::vector<std::string> split(const std::string& text)
{
    const text::Normalised n(text);
    std::vector<std::string> out;
    for (const auto& s : text::sentences(n))
        out.push_back(n.view().substr(s.begin, s.end - s.begin));
    return out;
}

} // namespace

TEST_CASE("Sentences end where statements do")
{
    using List = std::vector<std::string>;
    CHECK(split("One. Two! Three? Four") == List{"One.", "Two!", "Three?", "Four"});
    CHECK(split("Halloran Optics Inc. says no. 5 is ours") == List{"Halloran Optics Inc. says no. 5 is ours"});
    CHECK(split("It is counterfeit.We removed it.") == List{"It is counterfeit.", "We removed it."});
    CHECK(split("Gesendet: 9. Mai 2024 / May 9, 2024") == List{"Gesendet: 9. Mai 2024 / May 9, 2024"});
    CHECK(split("请提供发票。是吗？请于7天内回复；谢谢") == List{"请提供发票。", "是吗?", "请于7天内回复;", "谢谢"});
    CHECK(split("see www.amazon.com for more") == List{"see www.amazon.com for more"});
    CHECK(split("1. Invoices. 2. Plan") == List{"1. Invoices.", "2. Plan"});
    CHECK(split(" \n\n ") == List{});
}

TEST_CASE("Lists, paragraphs and lines are known")
{
    const text::Normalised n("Please send:\n- invoices\n(2) a plan\n\nRegards");
    const auto all = text::sentences(n);
    REQUIRE(all.size() == 4);
    CHECK_FALSE(all[0].item);
    CHECK(all[1].item);
    CHECK(all[1].mark == 2);
    CHECK(all[2].item);
    CHECK(all[3].paragraph == 1);
    for (const char* mark : {"• x", "* x", "-- x", "1) x", "a. x", "一、x", "（三）x", "iv) x", "① x"})
        CHECK(text::listMark(mark) > 0);
    for (const char* none : {"-5 %", "2023 was", "a x", "e.g. x", ""})
        CHECK(text::listMark(none) == 0);
    CHECK(text::labelLength("Complaint ID: 5") == 12);
    CHECK(text::labelLength("投诉编号：5") == 12);
    CHECK(text::labelLength("We will, in time: see") == 0);
    CHECK(text::labelLength("https://x.example") == 0);
}

TEST_CASE("No sentence grows beyond bounds")
{
    const std::string endless(1 << 20, 'a');
    for (const auto& s : text::sentences(text::Normalised(endless)))
        CHECK(s.end - s.begin <= 2049);
    std::string han;
    for (int i = 0; i < 5000; ++i)
        han += "账";
    const text::Normalised n(han);
    for (const auto& s : text::sentences(n))
        CHECK((s.end - s.begin) % 3 == 0);
}

TEST_CASE("the sentence around a place of the original")
{
    struct Row { const char* name; std::string text; const char* place; const char* sentence; };
    const auto row = GENERATE(values<Row>({
        {"in the middle", "Hello there. You have 17 days to answer. Good bye.", "17 days", "You have 17 days to answer."},
        {"a list item", "What we need:\n- a plan within 3 days\n- invoices", "3 days", "a plan within 3 days"},
        {"Chinese", "您好。请在17天内回复本通知。谢谢。", "17天", "请在17天内回复本通知。"},
        {"far inside a long text", std::string(9000, 'x') + "\n\nAnswer within 48 hours, please.\n\n" + std::string(9000, 'y'), "48 hours", "Answer within 48 hours, please."},
    }));
    INFO(row.name);
    const auto at = row.text.find(row.place);
    REQUIRE(at != row.text.npos);
    const auto [first, last] = text::sentenceAround(row.text, at, at + std::string(row.place).size());
    CHECK(row.text.substr(first, last - first).find(row.sentence) != std::string::npos);
    CHECK(last - first <= std::string(row.sentence).size() + 2);
    CHECK(text::sentenceAround("", 3, 9) == std::pair<std::size_t, std::size_t>(0, 0));
}
