#include "text/encodings.h"

#include "text/decode.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace text {

namespace {

using appeal::Error;

/// Converts strictly; nullopt where a byte does not belong to @p encoding.
/// @param cut a character that the end of the input cuts in two is left out instead
std::optional<std::string> convert(std::string_view bytes, const char* encoding, bool cut = true)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(encoding, &error), [](UConverter* c) { ucnv_close(c); });
    if (U_FAILURE(error))
        return std::nullopt;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 2);
    std::vector<UChar> part(1 << 14);
    std::vector<char> utf8(part.size() * 3 + 4);
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    int32_t lead = 0; // a surrogate that the last block kept back
    while (true) {
        UChar* target = part.data() + lead;
        error = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &target, part.data() + part.size(), &source, end, nullptr, true, &error);
        const bool full = error == U_BUFFER_OVERFLOW_ERROR;
        if (U_FAILURE(error) && !full && !(cut && error == U_TRUNCATED_CHAR_FOUND))
            return std::nullopt;
        auto length = static_cast<int32_t>(target - part.data());
        lead = full && length > 0 && U16_IS_LEAD(part[static_cast<std::size_t>(length - 1)]) ? 1 : 0;
        length -= lead;
        int32_t written = 0;
        error = U_ZERO_ERROR;
        u_strToUTF8WithSub(utf8.data(), static_cast<int32_t>(utf8.size()), &written, part.data(), length, 0xFFFD, nullptr, &error);
        out.append(utf8.data(), static_cast<std::size_t>(written));
        if (!full)
            return out;
        part[0] = part[static_cast<std::size_t>(length)];
    }
}

/// Control characters that no text holds, in parts of a thousand.
std::size_t oddities(std::string_view utf8)
{
    std::size_t odd = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        odd += (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1B) || c == 0x7F;
        odd += c == 0xC2 && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xA0; // C1 controls
    }
    return utf8.empty() ? 0 : odd * 1000 / utf8.size();
}

/// Does @p utf8 read like text: no controls, and where it came from 16-bit units, letters of few scripts rather than noise?
bool plausible(std::string_view utf8)
{
    std::size_t common = 0, all = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        ++all;
        // ASCII, Latin, and E3..E9: kana, CJK punctuation, Han; EF: full-width forms
        common += c < 0x80 || (c >= 0xC3 && c <= 0xCA) || (c >= 0xE2 && c <= 0xE9) || c == 0xEF;
        i += length;
    }
    return oddities(utf8) < 5 && common * 100 >= all * 95;
}

struct Zeros { std::size_t even = 0, odd = 0; };

Zeros zeros(std::string_view bytes)
{
    Zeros out;
    const auto sample = bytes.substr(0, 1 << 16);
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0')
            ++(i % 2 ? out.odd : out.even);
    return out;
}

std::optional<Unicode> withoutMark(std::string_view bytes)
{
    const auto found = zeros(bytes);
    const auto half = std::min<std::size_t>(bytes.size(), 1 << 16) / 2;
    const auto attempt = [&](const char* name) -> std::optional<Unicode> {
        auto text = convert(bytes, name);
        return text && plausible(*text) ? std::optional(Unicode{std::move(*text), name}) : std::nullopt;
    };
    if (found.odd + found.even > 0) { // no text of 8-bit units holds zeros
        const bool little = found.odd >= found.even;
        if (half >= 2 && (found.odd + found.even) * 3 > half && found.odd > half && found.even > half / 2)
            if (auto wide = attempt(little ? "UTF-32LE" : "UTF-32BE"))
                return wide;
        if (auto text = attempt(little ? "UTF-16LE" : "UTF-16BE"))
            return text;
        return attempt(little ? "UTF-16BE" : "UTF-16LE");
    }
    return std::nullopt;
}

/// Chinese without a zero byte can still be UTF-16: line breaks and full-width commas give it away.
std::optional<Unicode> hanUnits(std::string_view bytes)
{
    if (bytes.size() < 8 || bytes.size() % 2)
        return std::nullopt;
    for (const char* name : {"UTF-16LE", "UTF-16BE"}) {
        auto text = convert(bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1}), name);
        if (!text || oddities(*text))
            continue;
        std::size_t han = 0, all = 0;
        for (std::size_t i = 0; i < text->size(); ++all) {
            const auto c = static_cast<unsigned char>((*text)[i]);
            han += (c >= 0xE4 && c <= 0xE9) || (c == 0xEF && static_cast<unsigned char>((*text)[i + 1]) == 0xBC) || c == 0xE3;
            i += c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        }
        if (han == all)
            if (auto whole = convert(bytes, name))
                return Unicode{std::move(*whole), name};
    }
    return std::nullopt;
}

std::string detected(std::string_view bytes)
{
    const std::unique_ptr<uchardet, void (*)(uchardet*)> detector(uchardet_new(), [](uchardet* d) { uchardet_delete(d); });
    const auto sample = bytes.substr(0, 1 << 18);
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0)
        return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

std::string upper(std::string_view name)
{
    std::string out(name);
    for (auto& c : out)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return out;
}

bool isUtf8(std::string_view name) { return name == "UTF-8" || name == "UTF8" || name == "ASCII" || name == "US-ASCII"; }

/// GB2312 and GBK are parts of GB18030.
std::string wider(std::string name)
{
    if (name == "GB2312" || name == "GBK" || name == "GB_2312-80" || name == "CP936" || name == "HZ-GB-2312")
        return name == "HZ-GB-2312" ? name : "GB18030";
    if (name == "ISO-8859-1" || name == "LATIN1")
        return "WINDOWS-1252";
    return name;
}

} // namespace

appeal::Result<Unicode> toUnicode(std::string_view bytes, std::string_view charset)
{
    const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
    const auto marked = [&](std::string_view mark, const char* name) -> std::optional<Unicode> {
        if (!starts(mark))
            return std::nullopt;
        auto text = convert(bytes.substr(mark.size()), name);
        return text ? std::optional(Unicode{std::move(*text), name}) : std::nullopt;
    };
    if (starts("\xEF\xBB\xBF") && validUtf8(bytes.substr(3)))
        return Unicode{std::string(bytes.substr(3)), "UTF-8"};
    using namespace std::string_view_literals;
    if (auto text = marked("\xFF\xFE\0\0"sv, "UTF-32LE"))
        return std::move(*text);
    if (auto text = marked("\xFF\xFE"sv, "UTF-16LE"))
        return std::move(*text);
    if (auto text = marked("\xFE\xFF"sv, "UTF-16BE"))
        return std::move(*text);
    if (auto text = marked("\0\0\xFE\xFF"sv, "UTF-32BE"))
        return std::move(*text);

    const auto said = wider(upper(charset));
    if (!said.empty() && !isUtf8(said))
        if (auto text = convert(bytes, said.c_str()); text && oddities(*text) < 5)
            return Unicode{std::move(*text), said};
    const bool valid = validUtf8(bytes);
    if (valid && bytes.find('\0') == std::string_view::npos && oddities(bytes) < 20)
        return Unicode{std::string(bytes), "UTF-8"};
    if (auto text = withoutMark(bytes))
        return std::move(*text);
    if (bytes.find('\0') == std::string_view::npos) {
        if (auto text = hanUnits(bytes))
            return std::move(*text);
        // a cut or damaged UTF-8 text is still UTF-8 where nearly all of it is well formed
        auto repaired = convert(bytes, "UTF-8");
        if (repaired && oddities(*repaired) < 5)
            return Unicode{std::move(*repaired), "UTF-8"};
        const auto name = wider(upper(detected(bytes)));
        if (!name.empty() && !isUtf8(name))
            if (auto text = convert(bytes, name.c_str()); text && oddities(*text) < 5)
                return Unicode{std::move(*text), name};
        if (auto text = convert(bytes, "GB18030"); text && hasHan(*text) && oddities(*text) < 2)
            return Unicode{std::move(*text), "GB18030"};
        if (!valid && oddities(bytes) < 2) {
            std::size_t high = 0;
            for (const char c : bytes)
                high += static_cast<unsigned char>(c) >= 0x80;
            if (high * (bytes.size() < 400 ? 5 : 20) < bytes.size()) // a few stray bytes in a Western text
                if (auto text = convert(bytes, "WINDOWS-1252"))
                    return Unicode{std::move(*text), "WINDOWS-1252"};
        }
    }
    return Error{Error::Code::Unreadable, {}, "no text in an encoding that is known here"};
}

} // namespace text
