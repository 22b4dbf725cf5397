#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace library {

/// A piece of content whose shape its own folder knows (a pattern check, a reading rule): a plain tree, so that no step needs a JSON library.
struct Node
{
    std::string text;                    ///< a string, or a number or true/false as written
    bool number = false, boolean = false;
    std::vector<Node> items;             ///< of a list
    std::map<std::string, Node> members; ///< of an object

    /// The member @p name; an empty node where there is none.
    const Node& operator[](std::string_view name) const
    {
        static const Node none;
        const auto it = members.find(std::string(name));
        return it == members.end() ? none : it->second;
    }
    bool has(std::string_view name) const { return members.count(std::string(name)) != 0; }
    bool empty() const { return text.empty() && items.empty() && members.empty(); }
    bool yes() const { return boolean && text == "true"; }
    double value(double otherwise = 0) const { return number ? std::stod(text) : otherwise; }
    /// The strings of a list; a single string counts as a list of one.
    std::vector<std::string> strings() const
    {
        std::vector<std::string> out;
        if (!text.empty())
            out.push_back(text);
        for (const auto& item : items)
            out.push_back(item.text);
        return out;
    }
};

} // namespace library
