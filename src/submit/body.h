#pragma once

#include "appeal/letter.h"
#include "letter/format.h"
#include "submit/dates.h"
#include "submit/lexicon.h"

#include <optional>

namespace submit {

/// One line of a letter as it is read: a paragraph, a list item, a heading, a labelled line.
struct Block
{
    enum class Kind { Text, Heading, Quoted, Attachment } kind = Kind::Text;
    std::uint32_t begin = 0, end = 0;         ///< bytes, list mark included
    std::uint32_t tokens = 0, tokensEnd = 0;  ///< behind the list mark
    std::uint32_t sentences = 0, sentencesEnd = 0;
    std::string section;                      ///< catalogue's section; "" where the text does not tell
    std::string cause;                        ///< of a composed letter
    std::string place;                        ///< pick id or fixed place of a composed letter
    std::optional<std::size_t> paragraph;     ///< in Letter::paragraphs
    int item = 0;                             ///< number of a list item; 0: none, or a letter
    bool listed = false;                      ///< opens with a list mark
    bool blankBefore = false;
};

struct Sentence
{
    std::uint32_t block = 0;
    std::uint32_t tokens = 0, tokensEnd = 0;
    std::uint32_t begin = 0, end = 0;         ///< bytes, closing stop included
    std::uint32_t hits = 0, hitsEnd = 0;      ///< in Body::hits
    bool number = false, date = false, name = false; ///< holds a number, a day or weekday, the name of a person or product
    bool fact() const { return number || date || name; }
};

/// A letter taken apart once for all rules.
struct Body
{
    std::string_view text;
    appeal::Language language;
    Tokens tokens;
    std::vector<Block> blocks;
    std::vector<Sentence> sentences;
    std::vector<Phrases::Hit> hits;           ///< of all phrases, sentence by sentence
    std::vector<DayIn> days;
    const Lexicon* lexicon = nullptr;
    bool composed = false;                    ///< blocks, sections and places are those of the letter itself

    bool has(const Sentence& s, Sign sign) const;
    /// The first such hit; nullptr where there is none.
    const Phrases::Hit* find(const Sentence& s, Sign sign) const;
    bool anywhere(Sign sign) const;
    bool hasSection(std::string_view section) const;
    /// The block in which a byte stands; nullptr between blocks.
    const Block* blockAt(std::size_t byte) const;
    bool quotedAt(std::size_t byte) const;
    std::string_view textOf(std::uint32_t begin, std::uint32_t end) const { return text.substr(begin, end - begin); }
    std::size_t byteOf(std::uint32_t token) const { return tokens.list[token].begin; }
    std::size_t endOf(std::uint32_t tokensEnd) const { return tokens.list[tokensEnd - 1].end; }
};

class Memory;

/// @param letter, written both or neither: a letter composed here, whose text @p text is
Body readBody(std::string_view text, const appeal::Language& language, const Lexicon& lexicon, const Vocabulary& vocabulary, const appeal::Letter* letter, const letter::Written* written, int usualYear = 0,
    Memory* memory = nullptr);

} // namespace submit
