#include "catch.h"
#include "text/markup.h"

TEST_CASE("What a reader of a page sees")
{
    struct Row { const char *html, *text; };
    const Row rows[] = {
        {"<html><head><style>p{color:red}</style><title>T</title></head><body><p>Hello <b>Salt &amp; Reed</b>,</p><p>30&nbsp;days&hellip;</p></body></html>", "Hello Salt & Reed,\n\n30 days…\n"},
        {"<ul><li>one<li>two</ul>after", "- one\n- two\nafter\n"},
        {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc\n"},
        {"a<br>b<!-- no --><script>var x = '</p>';</script>c", "a\nb c\n"},
        {"1 < 2 &lt; 3 &#20320;&#x597D; &nosuch; &", "1 < 2 < 3 你好 &nosuch; &\n"},
        {"<p title=\"a > b\">x</p>", "x\n"},
        {"<a href='never closed", "<a href='never closed\n"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.html);
        CHECK(text::htmlToText(row.html) == row.text);
    }
}

TEST_CASE("A page is told from prose with a tag in it")
{
    CHECK(text::looksLikeHtml("<!DOCTYPE html><p>x"));
    CHECK(text::looksLikeHtml("  <table><tr><td>"));
    CHECK(text::looksLikeHtml("words <b>bold</b>", "notice.html"));
    CHECK_FALSE(text::looksLikeHtml("words <b>bold</b>"));
    CHECK_FALSE(text::looksLikeHtml("if a < b then", "x.html"));
}

TEST_CASE("Deep and endless mark-up takes time in proportion to its length")
{
    std::string deep;
    for (int i = 0; i < 200000; ++i)
        deep += "<div>";
    CHECK(text::htmlToText(deep + "x").find('x') != std::string::npos);
    std::string open;
    for (int i = 0; i < 200000; ++i)
        open += "<a";
    CHECK(text::htmlToText(open + "=\"").size() >= open.size());
    std::string quotes;
    for (int i = 0; i < 100000; ++i)
        quotes += "<a=\"";
    CHECK_FALSE(text::htmlToText(quotes).empty());
}

TEST_CASE("Tags of forums")
{
    const auto url = text::tagAt("[url=https://x.example/a]name[/url]");
    CHECK(url.length == 25);
    CHECK(std::string_view("[url=https://x.example/a]").substr(url.valueAt, url.valueLength) == "https://x.example/a");
    CHECK(text::tagAt("[*]point").item);
    CHECK(text::tagAt("[/quote]").breaks);
    CHECK(text::tagAt("<b>").length == 3);
    for (const char* none : {"[Case ID 15522018847]", "[b", "[ ] box", "<3", "[burn]", "[bold b", "<beware"})
        CHECK(text::tagAt(none).length == 0);
}
