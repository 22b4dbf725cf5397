#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace text {

/// A stretch of two texts compared word by word.
struct Difference
{
    enum class Kind { Same, Out, In } kind = Kind::Same;
    std::string words;
    friend bool operator==(const Difference&, const Difference&) = default;
};

/// What must go out of @p before and come in to make @p after; neighbours of one kind are joined, what goes out stands before what comes in.
/// A word is a run of letters and digits, a Chinese character by itself, or any other character. Quick where the texts are alike.
std::vector<Difference> wordDiff(std::string_view before, std::string_view after);

} // namespace text
