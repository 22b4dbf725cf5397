#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace text {

/**
 * How Chinese is read: pinyin without tones (ü is "v"), from a table of content (templates/words/readings.json):
 * "han" of one reading without blanks: each of its characters is read so; syllables with blanks: this word is read so, whatever its characters
 * say; a capital first letter: as a family name. The longest word counts.
 */
class Readings
{
public:
    Readings() = default;
    explicit Readings(const std::map<std::string, std::string>& table);

    /// A character that is read, and its syllable.
    struct Sound
    {
        std::size_t start = 0, end = 0; ///< bytes
        std::string_view syllable;      ///< lives as long as the table
    };
    /// The Han characters of @p text that the table knows, in order.
    std::vector<Sound> of(std::string_view text) const;
    /// For an index: each run of Han as "jiezhishijian" and "jzsj", blanks between runs.
    std::string letters(std::string_view text) const;
    /// Where @p text is read as the Latin letters @p typed: whole syllables from a syllable's start, the last one perhaps only begun; or two initials and more.
    std::vector<std::pair<std::size_t, std::size_t>> find(std::string_view text, std::string_view typed) const;
    /// A person's name of two to four characters in passport order: 王小明 "Wang Xiaoming", 吕布 "Lyu Bu". Nothing where it does not begin with a family name.
    std::optional<std::string> name(std::string_view han) const;
    /// How many bytes at the start of @p han are a family name; 0: none.
    std::size_t surname(std::string_view han) const;
    bool empty() const { return m_syllables.empty(); }

private:
    std::string_view syllable(char32_t character) const;
    std::vector<std::string> m_syllables;
    std::vector<std::uint16_t> m_plain; ///< by code point from U+4E00; index + 1 into m_syllables
    struct Word { std::u32string han; std::vector<std::uint16_t> syllables; };
    std::multimap<char32_t, Word> m_words;                   ///< by first character, the longest first
    std::vector<std::pair<std::u32string, std::string>> m_surnames; ///< two characters first
};

} // namespace text
