#include "text/decode.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <cstring>

namespace text {

namespace {

/// Length of the well-formed sequence that starts at @p at; 0 for none.
std::size_t sequence(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
    const unsigned lead = byte(at);
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return tail(at + 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (!tail(at + 1) || !tail(at + 2))
            return 0;
        const bool overlong = lead == 0xE0 && byte(at + 1) < 0xA0, surrogate = lead == 0xED && byte(at + 1) > 0x9F;
        return overlong || surrogate ? 0 : 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (!tail(at + 1) || !tail(at + 2) || !tail(at + 3))
            return 0;
        const bool overlong = lead == 0xF0 && byte(at + 1) < 0x90, beyond = lead == 0xF4 && byte(at + 1) > 0x8F;
        return overlong || beyond ? 0 : 4;
    }
    return 0;
}

/// The first byte from @p at that is not ASCII.
std::size_t skipAscii(std::string_view bytes, std::size_t at)
{
    while (at + 8 <= bytes.size()) {
        std::uint64_t word;
        std::memcpy(&word, bytes.data() + at, 8);
        if (word & 0x8080808080808080u)
            break;
        at += 8;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
        ++at;
    return at;
}

} // namespace

bool validUtf8(std::string_view bytes)
{
    for (std::size_t at = skipAscii(bytes, 0); at < bytes.size(); at = skipAscii(bytes, at)) {
        const auto length = sequence(bytes, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

std::size_t codePoints(std::string_view utf8)
{
    std::size_t count = 0;
    for (const char c : utf8)
        count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    return count;
}

bool hasHan(std::string_view utf8)
{
    for (std::size_t at = skipAscii(utf8, 0); at < utf8.size(); at = skipAscii(utf8, at)) {
        const auto byte = [&](std::size_t i) { return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0u; };
        const unsigned lead = byte(at);
        if (lead >= 0xE0 && lead <= 0xEF) {
            const unsigned code = (lead & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu);
            if ((code >= 0x3400 && code <= 0x4DBF) || (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) || code == 0x3007)
                return true;
            at += 3;
        } else if (lead >= 0xF0) {
            const unsigned code = (lead & 0x07u) << 18 | (byte(at + 1) & 0x3Fu) << 12 | (byte(at + 2) & 0x3Fu) << 6 | (byte(at + 3) & 0x3Fu);
            if (code >= 0x20000 && code <= 0x323AF)
                return true;
            at += 4;
        } else {
            at += lead >= 0xC0 ? 2 : 1;
        }
    }
    return false;
}

std::string toNfc(std::string_view utf8)
{
    if (skipAscii(utf8, 0) == utf8.size())
        return std::string(utf8);
    UErrorCode error = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(error);
    const icu::StringPiece piece(utf8.data(), static_cast<int32_t>(utf8.size()));
    if (U_FAILURE(error) || nfc->isNormalizedUTF8(piece, error))
        return std::string(utf8);
    std::string out;
    icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(utf8.size()));
    error = U_ZERO_ERROR;
    nfc->normalizeUTF8(0, piece, sink, nullptr, error);
    return U_FAILURE(error) ? std::string(utf8) : out;
}

} // namespace text
