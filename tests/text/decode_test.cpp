#include "catch.h"
#include "text/decode.h"

#include <string>

using namespace std::string_literals;

namespace {

std::string utf16(const std::string& ascii, bool little, bool mark)
{
    std::string out = mark ? (little ? "\xFF\xFE" : "\xFE\xFF") : "";
    for (const char c : ascii) {
        if (!little)
            out += '\0';
        out += c;
        if (little)
            out += '\0';
    }
    return out;
}

} // namespace

TEST_CASE("Text in the encodings in which notices arrive")
{
    // "您的账户已被停用。" in GB18030
    const auto gb = "\xC4\xFA\xB5\xC4\xD5\xCB\xBB\xA7\xD2\xD1\xB1\xBB\xCD\xA3\xD3\xC3\xA1\xA3\xC7\xEB\xCC\xE1\xB9\xA9\xB7\xA2\xC6\xB1\xA1\xA3"s;
    struct Row { std::string bytes, text, encoding; };
    const Row rows[] = {
        {"plain", "plain", "UTF-8"},
        {"\xEF\xBB\xBFmarked", "marked", "UTF-8"},
        {"a\r\nb\rc\n", "a\nb\nc\n", "UTF-8"},
        {"e\xCC\x81", "\xC3\xA9", "UTF-8"},
        {utf16("Hello seller", true, true), "Hello seller", "UTF-16LE"},
        {utf16("Hello seller", false, true), "Hello seller", "UTF-16BE"},
        {utf16("Hello seller, your account", true, false), "Hello seller, your account", "UTF-16LE"},
        {utf16("Hello seller, your account", false, false), "Hello seller, your account", "UTF-16BE"},
        {gb, "您的账户已被停用。请提供发票。", "GB18030"},
        {"\xA8`\x84v\x26\x8D\x37\x62\xF2]\xAB\x88\\P\x28u\x02\x30"s, "您的账户已被停用。", "UTF-16LE"},
        {"", "", "UTF-8"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text, row.encoding);
        const auto decoded = text::decode(row.bytes);
        REQUIRE(decoded);
        CHECK(decoded->text == row.text);
        CHECK(decoded->encoding == row.encoding);
        CHECK(decoded->changed == (row.bytes != row.text));
    }
}

TEST_CASE("A cut or damaged text is read as far as it goes; a binary one is refused")
{
    CHECK(text::decode("caf\xC3")->text == "caf");                       // cut inside a character
    CHECK(text::decode("\xE8\xB4")->text.empty());
    CHECK(text::decode("naïve caf\xE9 bill")->encoding == "WINDOWS-1252"); // one stray byte of another encoding
    CHECK(text::validUtf8(text::decode("ab\xFF\xFE zz zz zz zz zz zz zz zz zz zz zz zz zz")->text));
    std::string binary;
    for (int i = 0; i < 4096; ++i)
        binary += static_cast<char>(i * 7919 >> 3);
    const auto refused = text::decode(binary, "picture.png");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == appeal::Error::Code::Unreadable);
    CHECK(refused.error().where == "picture.png");
    CHECK_FALSE(text::decode("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0"s));
}

TEST_CASE("Too much is refused before it is looked at")
{
    const std::string large(text::kLargest + 1, 'a');
    const auto refused = text::decode(large);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == appeal::Error::Code::TooLarge);
}

TEST_CASE("A mail gives its head and body as text, and its day")
{
    const std::string mail = "From: Amazon <seller-performance@amazon.de>\r\nTo: \"Moorlicht\" <info@moorlicht.example>\r\nSubject: =?UTF-8?Q?Your_account_=E2=80=93_closed?=\r\n"
                             "Date: Sun, 3 Mar 2024 23:48:17 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                             "your listings are no longer on=\r\n display, =E2=82=AC5\r\n";
    const auto decoded = text::decode(mail, "notice.eml");
    REQUIRE(decoded);
    CHECK(decoded->mailDate == "2024-03-03");
    CHECK(decoded->mailSubject == "Your account – closed");
    CHECK(decoded->text.find("your listings are no longer on display, €5") != std::string::npos);
    CHECK(decoded->text.find("Subject: Your account – closed\n") != std::string::npos);
    CHECK(decoded->text.find("info@moorlicht.example") != std::string::npos);
    CHECK(decoded->changed);
}

TEST_CASE("A mail in a mail, parts of a mail, a page in a mail")
{
    const std::string nested = "From: me@x.example\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                               "--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/html\n\n<p>as a page</p>\n--c\nContent-Type: text/plain\n\nas text\n--c--\n"
                               "--b\nContent-Type: message/rfc822\n\nFrom: notice@amazon.com\nSubject: Inner\nDate: Mon, 1 Jan 2024 00:00:00 +0000\nContent-Type: text/html; charset=gb2312\n\n"
                               "<p>\xD5\xCB\xBB\xA7<b>\xCD\xA3\xD3\xC3</b></p>\n--b--\n";
    const auto decoded = text::decode(nested);
    REQUIRE(decoded);
    CHECK(decoded->text.find("as text") != std::string::npos);
    CHECK(decoded->text.find("as a page") == std::string::npos);
    CHECK(decoded->text.find("Subject: Inner") != std::string::npos);
    CHECK(decoded->text.find("账户停用") != std::string::npos);
}

TEST_CASE("A pasted head is no mail in transit")
{
    const std::string pasted = "From: seller-performance@amazon.com\nDate: July 29, 2016\nSubject: Your privileges\n\nHello,\n";
    const auto decoded = text::decode(pasted);
    REQUIRE(decoded);
    CHECK(decoded->text == pasted);
    CHECK_FALSE(decoded->changed);
    CHECK(decoded->mailDate.empty());
}

TEST_CASE("Han, code points, well-formed UTF-8")
{
    CHECK(text::hasHan("x账y"));
    CHECK_FALSE(text::hasHan("ごはん café"));
    CHECK(text::codePoints("a账\xF0\x9F\x98\x80") == 3);
    CHECK(text::validUtf8("账\xF0\x9F\x98\x80"));
    for (const auto& bad : {"\xC0\xAF"s, "\xED\xA0\x80"s, "\xF5\x80\x80\x80"s, "\x80"s, "\xE8\xB4"s, "\xF0\x80\x80\x80"s})
        CHECK_FALSE(text::validUtf8(bad));
    CHECK(text::toNfc("e\xCC\x81") == "\xC3\xA9");
}
