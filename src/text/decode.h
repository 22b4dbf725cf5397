#pragma once

#include "appeal/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace text {

/// The largest input that is read: 64 MB.
inline constexpr std::size_t kLargest = 64u * 1024u * 1024u;

/// Foreign bytes as text: UTF-8, NFC, line ends LF, no NUL.
struct Decoded
{
    std::string text;
    std::string encoding;    ///< "UTF-8", "UTF-16LE", "GB18030", …
    bool changed = false;    ///< the text is not byte for byte the input (another encoding, .eml, HTML, CRLF, NFC)
    std::string mailDate;    ///< ISO day of the mail's Date header, in its own zone; "" when there was none
    std::string mailFrom, mailSubject;
};

/// What @p bytes say, whatever they are: plain text in any encoding, a mail (.eml), HTML.
/// @param name the file's name where there is one: its ending helps to tell mail and HTML
/// @return Unreadable when it is no text (binary, an undecodable encoding), TooLarge above kLargest
appeal::Result<Decoded> decode(std::string_view bytes, std::string_view name = {});

/// Is @p bytes valid UTF-8 without surrogates and overlong forms?
bool validUtf8(std::string_view bytes);
/// Unicode code points in valid UTF-8.
std::size_t codePoints(std::string_view utf8);
/// Does the text hold a Han character?
bool hasHan(std::string_view utf8);
/// Canonical composition.
std::string toNfc(std::string_view utf8);

} // namespace text
