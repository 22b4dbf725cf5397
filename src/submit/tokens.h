#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace submit {

/// A word, a number or id, or one Chinese character. Signs are none; a comma before a token is kept as a mark.
struct Token
{
    std::uint32_t begin = 0, end = 0; ///< bytes of the text
    std::uint32_t fold = 0;           ///< where its folded form stands in Tokens::folded …
    std::uint16_t foldSize = 0;       ///< … and how long it is
    bool number = false;              ///< opens with a digit
    bool id = false;                  ///< letters and digits mixed, or nine digits and more
    bool capital = false;             ///< opens with a capital
    bool caps = false;                ///< two capitals or more, no small letter
    bool han = false;
    bool sign = false;                ///< a sign other than a blank stands between it and the one before
    bool quoted = false;              ///< within quotation marks
    std::uint32_t word = 0;           ///< number in the Vocabulary; 0: no pattern knows it
    std::uint32_t prefixes = 0, prefixCount = 0; ///< in Tokens::prefixNumbers
};

/// Words that patterns name. Filled while patterns are compiled, then only read.
class Vocabulary
{
public:
    std::uint32_t word(std::string_view folded);
    std::uint32_t prefix(std::string_view folded);
    std::uint32_t findWord(std::string_view folded) const;
    void findPrefixes(std::string_view folded, std::vector<std::uint32_t>& out) const;

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
    };
    using Map = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;
    Map m_words, m_prefixes;
    std::size_t m_shortest = 100, m_longest = 0;
};

/// The tokens of a text.
struct Tokens
{
    std::vector<Token> list;
    std::string folded;
    std::vector<std::uint32_t> prefixNumbers;
    std::string_view fold(const Token& t) const { return std::string_view(folded).substr(t.fold, t.foldSize); }
    std::string_view fold(std::size_t i) const { return fold(list[i]); }
};

/// Parts text[begin, end) and appends. Contractions are taken apart ("won't": will, not); full-width forms and Traditional characters are folded.
void tokenise(std::string_view text, std::size_t begin, std::size_t end, const Vocabulary& vocabulary, Tokens& out);
/// Small letters, ASCII for full-width forms, Simplified for Traditional.
std::string folded(std::string_view text);
/// Small ASCII letters; every byte stays in its place.
std::string asciiLower(std::string_view text);
/// Of each of @p words every place in @p text where it stands, one behind the other; one walk over the text for all of them.
std::vector<std::vector<std::size_t>> placesOfAll(std::string_view text, const std::vector<std::string>& words);
/// The code point at @p at and its length in bytes; a broken byte counts as itself.
char32_t codePoint(std::string_view text, std::size_t at, std::size_t& length);
bool isHan(char32_t c);

} // namespace submit
