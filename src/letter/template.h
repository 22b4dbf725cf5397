#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace letter {

/// A piece of a text with slots (templates/README.md, "Facts and slots").
struct Piece
{
    enum class Kind { Literal, Slot, Bracket } kind = Kind::Literal;
    std::string text;                  ///< literal, or the slot's name: ".on", "asins", "cause.title", "we"
    std::string one, many;             ///< of {{x|one|many}}
    bool counts = false;
    bool aboveZero = false;            ///< {{+x}}: a nought counts as missing
    std::vector<Piece> inside;         ///< of a bracket, its round brackets included as literals
    bool unseen = false;               ///< a bracket written [[ … ]]: it falls alone and its brackets are never printed
};

/// What falls together when an optional fact is missing.
struct Sentence
{
    std::vector<Piece> pieces;
    std::string after; ///< the blank or line break between this sentence and the next
    bool otherwise = false; ///< "|| …": stands only where the sentence before it fell
};

/// Splits a text into sentences and lines. Total: an open brace is text.
std::vector<Sentence> parseTemplate(std::string_view text);

/// Texts split before: a letter is composed after every key, and most of its texts are those of the last time. Belongs to the caller; one letter at a time.
class Templates
{
public:
    /// A new letter begins; what the last two did not print is forgotten where it has become much.
    void begin();
    /// `parseTemplate` of @p text. Stays where it is until the next `begin`.
    const std::vector<Sentence>& of(std::string_view text);

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
    };
    struct Known { std::vector<Sentence> sentences; std::uint64_t seen = 0; };
    std::unordered_map<std::string, Known, Hash, std::equal_to<>> m_known;
    std::uint64_t m_round = 0;
};

/// Every slot's name that a text holds, in order, voice words included.
std::vector<std::string> slotsOf(std::string_view text);

} // namespace letter
