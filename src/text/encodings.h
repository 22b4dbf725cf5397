#pragma once

#include "appeal/result.h"

#include <string>
#include <string_view>

namespace text {

/// Bytes in whatever encoding as UTF-8.
struct Unicode
{
    std::string text;
    std::string encoding; ///< its usual name
};

/// @p bytes as UTF-8, by byte order mark, by validity, by the pattern of zero bytes, at last by statistics.
/// @param charset what a mail or a page says of itself; tried first
/// @return Unreadable for binary data and for an encoding that nothing here can read
appeal::Result<Unicode> toUnicode(std::string_view bytes, std::string_view charset = {});

} // namespace text
