#pragma once

#include <string>
#include <string_view>

namespace text {

/// Does @p text look like an HTML page or fragment, not like prose with a stray tag?
bool looksLikeHtml(std::string_view text, std::string_view name = {});
/// What a reader of the page sees: blocks become lines, list items get "- ", styles and scripts fall. Linear, whatever is nested.
std::string htmlToText(std::string_view html);
/// The character that an HTML entity at the start of @p text stands for; its length in @p used, 0 where it is none.
std::string entity(std::string_view text, std::size_t& used);

/// A BBCode or HTML tag at the start of @p text, as forums paste them.
struct Tag
{
    std::size_t length = 0;   ///< 0: no tag
    std::string_view name;    ///< "b", "url", "*", "quote"
    bool closing = false;
    std::size_t valueAt = 0, valueLength = 0; ///< the address of [url=…] or <a href="…">
    bool breaks = false;      ///< starts a new line
    bool item = false;        ///< of a list
};
Tag tagAt(std::string_view text);

} // namespace text
