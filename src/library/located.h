#pragma once

#include "appeal/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace library {

/// A JSON value that knows where it stands, so that a person who wrote it by hand can be told.
struct Located
{
    enum class Kind { Null, Boolean, Number, String, List, Object } kind = Kind::Null;
    std::string text;                                     ///< a string, a number as written, "true"
    std::vector<Located> items;
    std::vector<std::pair<std::string, Located>> members; ///< in order
    int line = 0, column = 0;                             ///< from 1
    const Located* find(std::string_view name) const;
};

/// @return BadTemplate with NAME:LINE:COLUMN where the text is no JSON
appeal::Result<Located> parseLocated(std::string_view json, std::string_view name);

} // namespace library
