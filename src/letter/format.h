#pragma once

#include "appeal/letter.h"

namespace letter {

/// Where a paragraph stands in the text as written out.
struct Placed
{
    std::size_t paragraph = 0;      ///< index in Letter::paragraphs
    std::size_t start = 0, end = 0; ///< bytes in Written::text, marker included
    std::size_t body = 0;           ///< start behind the marker
};
struct Written
{
    std::string text; ///< without a line break at the end
    std::vector<Placed> places;
};
/// The letter as plain text: what is copied, saved as .txt, checked and measured.
Written toText(const appeal::Letter& letter);
/// Is a blank line written before paragraph @p i?
bool blankBefore(const appeal::Letter& letter, std::size_t i);
std::string toMarkdown(const appeal::Letter& letter);
/// A whole HTML document, self-contained, with the language set.
std::string toHtml(const appeal::Letter& letter);

} // namespace letter
