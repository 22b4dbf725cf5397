#include "library/clauses.h"
#include "library/glossary.h"
#include "catch.h"

using namespace library;

namespace {

Catalogue small()
{
    Catalogue c;
    c.glossary = {{"订单缺陷率", "order defect rate (ODR)", ""}, {"取消率 / 配送前取消率", "(pre-fulfillment) cancellation rate", ""}, {"迟发率", "late shipment rate (LSR)", ""},
        {"卖家自配送", "seller-fulfilled, merchant-fulfilled (FBM, MFN)", ""}, {"商标", "trademark", ""}, {"申诉", "appeal", ""}, {"申诉信", "appeal letter", ""}};
    c.vocabularies["meanings"].push_back({"商标", {{"en", "A registered sign."}, {"zh", "经注册的标志。"}}, {}, {}, {}});
    return c;
}

std::string found(const Catalogue& c, std::string_view text, const Language& language)
{
    std::string out;
    for (const auto* term : termsIn(c, text, language))
        out += (out.empty() ? "" : " | ") + term->zh;
    return out;
}

} // namespace

TEST_CASE("a term goes by each of its names")
{
    const auto c = small();
    using List = std::vector<std::string>;
    CHECK(wordsOf(c.glossary[0], "en") == List{"order defect rate", "ODR"});
    CHECK(wordsOf(c.glossary[1], "en") == List{"cancellation rate", "pre-fulfillment cancellation rate"});
    CHECK(wordsOf(c.glossary[1], "zh") == List{"取消率", "配送前取消率"});
    CHECK(wordsOf(c.glossary[3], "en") == List{"seller-fulfilled", "merchant-fulfilled", "FBM", "MFN"});
}

TEST_CASE("terms are found as words, in the order of the text, the longer one of two")
{
    const auto c = small();
    struct Row { const char* text; const char* language; const char* terms; };
    const auto row = GENERATE(values<Row>({
        {"Late shipment rate and Order Defect Rate", "en", "迟发率 | 订单缺陷率"},
        {"The ODR is kept apart.", "en", "订单缺陷率"},
        {"Two trademarks", "en", "商标"},
        {"trademarked goods", "en", ""},
        {"An appeal letter", "en", "申诉信"},
        {"An appeal; an appeal letter", "en", "申诉 | 申诉信"},
        {"Cancellation rate, pre-fulfillment cancellation rate", "en", "取消率 / 配送前取消率"},
        {"申诉信中写明迟发率", "zh", "申诉信 | 迟发率"},
        {"nothing", "en", ""},
        {"", "zh", ""},
    }));
    INFO(row.text);
    CHECK(found(c, row.text, row.language) == row.terms);
}

TEST_CASE("a term is explained in the reader's language first")
{
    const auto c = small();
    CHECK(explained(c, c.glossary[4], "en") == "trademark · 商标\nA registered sign.");
    CHECK(explained(c, c.glossary[4], "zh") == "商标 · trademark\n经注册的标志。");
    CHECK(explained(c, c.glossary[0], "en") == "order defect rate (ODR) · 订单缺陷率");
}

TEST_CASE("the shipped glossary is whole: each term in both languages with what it means")
{
    const auto catalogue = *builtinCatalogue();
    CHECK(catalogue->glossary.size() >= 118);
    for (const auto& term : catalogue->glossary) {
        INFO(term.en);
        CHECK_FALSE(wordsOf(term, "en").empty());
        CHECK_FALSE(wordsOf(term, "zh").empty());
        CHECK(meaningOf(*catalogue, term).count("en") == 1);
        CHECK(meaningOf(*catalogue, term).count("zh") == 1);
    }
}
