#include "text/decode.h"

#include "text/encodings.h"
#include "text/mail.h"
#include "text/markup.h"

namespace text {

namespace {

using appeal::Error;

/// LF for CRLF, CR and the separators of Unicode; no NUL, no byte order mark inside.
std::string plainLines(const std::string& in)
{
    if (in.find_first_of(std::string_view("\r\0", 2)) == std::string::npos && in.find("\xE2\x80\xA8") == std::string::npos && in.find("\xE2\x80\xA9") == std::string::npos
        && in.find("\xEF\xBB\xBF") == std::string::npos)
        return in;
    std::string out;
    out.reserve(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) {
        const auto three = std::string_view(in).substr(i, 3);
        if (in[i] == '\r') {
            out += '\n';
            i += i + 1 < in.size() && in[i + 1] == '\n';
        } else if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9") {
            out += '\n';
            i += 2;
        } else if (three == "\xEF\xBB\xBF") {
            i += 2;
        } else if (in[i] != '\0') {
            out += in[i];
        }
    }
    return out;
}

/// What a page says of its own encoding: <meta charset=…>, in the first 2 kB.
std::string_view pageCharset(std::string_view bytes)
{
    const auto head = bytes.substr(0, 2048);
    const auto at = head.find("charset=");
    if (at == std::string_view::npos || head.find('<') == std::string_view::npos)
        return {};
    auto from = at + 8;
    while (from < head.size() && (head[from] == '"' || head[from] == '\''))
        ++from;
    const auto end = head.find_first_of("\"' />;\r\n", from);
    return end == std::string_view::npos ? std::string_view{} : head.substr(from, end - from);
}

} // namespace

appeal::Result<Decoded> decode(std::string_view bytes, std::string_view name)
{
    if (bytes.size() > kLargest)
        return Error{Error::Code::TooLarge, std::string(name), std::to_string(bytes.size())};
    Decoded out;
    std::string text;
    if (looksLikeMail(bytes, name)) {
        if (auto mail = parseMail(bytes)) {
            out.encoding = "message/rfc822";
            out.mailDate = std::move(mail->date);
            out.mailFrom = std::move(mail->from);
            out.mailSubject = std::move(mail->subject);
            text = std::move(mail->text);
        }
    }
    if (out.encoding.empty()) {
        auto unicode = toUnicode(bytes, looksLikeHtml(bytes, name) ? pageCharset(bytes) : std::string_view{});
        if (!unicode) {
            auto error = unicode.error();
            error.where = std::string(name);
            return error;
        }
        out.encoding = std::move(unicode->encoding);
        text = std::move(unicode->text);
        if (looksLikeHtml(text, name))
            text = htmlToText(text);
    }
    out.text = toNfc(plainLines(text));
    out.changed = out.text != bytes;
    return out;
}

} // namespace text
