#include "letter/value_text.h"

#include <algorithm>
#include <array>

namespace letter {

namespace {

/// Words that open a clause and are no names: their capital goes when the clause stands behind a colon or "because".
constexpr std::array kSmallWords{"A", "After", "All", "An", "And", "Any", "As", "At", "Because", "Before", "Both", "Buyers", "By", "Customers", "Each", "Every", "For", "From", "Goods", "He",
    "If", "In", "It", "Its", "Items", "Listings", "Neither", "New", "No", "Nobody", "None", "Nothing", "Offers", "On", "Once", "One", "Only", "Orders", "Our", "Packages", "Parcels", "Products",
    "Returns", "She", "Since", "Some", "Staff", "Stock", "Such", "The", "Their", "There", "These", "They", "This", "Those", "Three", "Two", "Units", "Until", "Until", "We", "What", "When", "Where",
    "Which", "While", "With", "Within", "Without", "Packing", "Inventory", "Handling", "Shipping", "Supplier", "Suppliers", "Delivery", "Deliveries", "My"};

/// Those of them that are family names as well.
constexpr std::array kNameWords{"An", "He", "She", "We"};

bool isAscii(char c, char from, char to) { return c >= from && c <= to; }

void dropStop(std::string& text)
{
    while (!text.empty()) {
        if (text.back() == ' ' || text.back() == '\n')
            text.pop_back();
        else if (text.back() == '.' && !(text.size() > 3 && (text.ends_with("Ltd.") || text.ends_with("Inc.") || text.ends_with("Co.") || text.ends_with("Corp.") || text.ends_with(".."))))
            text.pop_back();
        else if (text.ends_with("。"))
            text.resize(text.size() - 3);
        else
            break;
    }
}

bool dropPrefix(std::string& text, std::string_view prefix)
{
    if (text.size() <= prefix.size() || text.compare(0, prefix.size(), prefix) != 0)
        return false;
    text.erase(0, prefix.size());
    return true;
}

} // namespace

std::string inGrammar(std::string_view value, std::string_view grammar, const appeal::Language& language, bool opensSentence)
{
    std::string out(value);
    if (grammar == "quote")
        return out;
    dropStop(out);
    if (language == "zh")
        return out;
    if (grammar == "deed")
        for (const auto* subject : {"We have ", "we have ", "I have ", "We ", "we ", "I "})
            if (dropPrefix(out, subject))
                break;
    if (grammar == "clause")
        for (const auto* link : {"Because ", "because ", "That ", "that "})
            if (out.find(' ', std::char_traits<char>::length(link)) != out.npos && dropPrefix(out, link))
                break;
    if (out.empty())
        return out;
    if (opensSentence) {
        if (isAscii(out[0], 'a', 'z'))
            out[0] = char(out[0] - 'a' + 'A');
        return out;
    }
    if (grammar == "deed" || grammar == "adverbial") {
        // a verb or an adverbial never opens with a name
        if (isAscii(out[0], 'A', 'Z') && out.size() > 1 && isAscii(out[1], 'a', 'z'))
            out[0] = char(out[0] - 'A' + 'a');
        return out;
    }
    const auto word = out.substr(0, out.find_first_of(" ,;:'"));
    // "He Peishan", "An Li": two capitals in a row are a person's name
    if (word.size() + 1 < out.size() && out[word.size()] == ' ' && isAscii(out[word.size() + 1], 'A', 'Z') && !out.substr(word.size() + 1).starts_with("I ")
        && std::any_of(kNameWords.begin(), kNameWords.end(), [&](const char* w) { return word == w; }))
        return out;
    if (std::any_of(kSmallWords.begin(), kSmallWords.end(), [&](const char* w) { return word == w; }))
        out[0] = char(out[0] - 'A' + 'a');
    return out;
}

PersonParts personParts(std::string_view written)
{
    auto comma = written.find(',');
    std::size_t width = 1;
    if (const auto wide = written.find("，"); wide < comma) {
        comma = wide;
        width = 3;
    }
    if (comma == written.npos)
        return {std::string(written), {}};
    auto role = written.substr(comma + width);
    while (!role.empty() && role.front() == ' ')
        role.remove_prefix(1);
    while (!role.empty() && (role.back() == ' ' || role.back() == ','))
        role.remove_suffix(1);
    auto name = written.substr(0, comma);
    while (!name.empty() && name.back() == ' ')
        name.remove_suffix(1);
    return {std::string(name), std::string(role)};
}

std::string lowered(std::string text, const appeal::Language& language)
{
    const bool word = text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && ((text[1] >= 'a' && text[1] <= 'z') || (text[0] == 'A' && text[1] == ' '));
    if (language != "zh" && word)
        text[0] = char(text[0] | 0x20);
    return text;
}

} // namespace letter
