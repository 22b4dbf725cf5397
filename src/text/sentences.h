#pragma once

#include "text/normalised.h"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace text {

/// A sentence, a list item, a heading, a row of a table: what one statement stands in.
struct Sentence
{
    std::uint32_t begin = 0, end = 0;   ///< bytes of the view, without blanks around
    std::uint32_t paragraph = 0;        ///< counted; an empty line parts them
    std::uint32_t line = 0;             ///< counted, of the view
    bool opensLine = false;             ///< the first of its line
    bool item = false;                  ///< its line opens with a list mark
    std::uint8_t mark = 0;              ///< bytes of that mark, where it opens the line
};

/// The sentences of @p text, in order. None is longer than 2 kB, so that what is done with one stays small.
std::vector<Sentence> sentences(const Normalised& text);
/// The sentence of @p original in which the bytes [begin, end) stand, as [first, last) of it; those bytes themselves where none is found. Looks at what is near alone.
std::pair<std::size_t, std::size_t> sentenceAround(std::string_view original, std::size_t begin, std::size_t end);

} // namespace text
