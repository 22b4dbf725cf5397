#pragma once

#include "text/normalised.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace text {

/// Thousands of fixed phrases looked for at once, in Dense text: one walk down a tree from each letter, as deep as the longest phrase.
/// Where phrases are fixed this is some ten times as fast as RE2::Set, whose automaton outgrows its memory with so many.
/// "late*" also finds "lately"; a plural s is always let pass; words must begin and end where the text's do, but for long phrases (12 letters and up),
/// which are found in text without blanks too.
class PhraseSet
{
public:
    using Number = std::uint32_t;
    struct Hit
    {
        Number phrase;
        std::uint32_t begin, end; ///< bytes of the view
        std::uint32_t from, to;   ///< bytes of the Dense
    };

    /// The same phrase has the same number.
    Number add(std::string_view phrase);
    /// To be called once, when all are added.
    void compile();
    /// Appends what stands in @p text, by place; longer ones first.
    void find(const Dense& text, std::vector<Hit>& out) const;
    std::size_t size() const { return m_phrases.size(); }

private:
    struct Phrase { std::string text; bool openStart = false, openEnd = false; };
    // The tree as one row of words, so that a step of the walk touches one place of memory. A node is: its Head, the bytes that all of its phrases share before it
    // (padded), the phrases that end there, and where each next byte leads: those of small letters by a mask, those of a character's later bytes by a mask, others
    // with their bytes before them.
    struct Head { std::uint8_t tail = 0, terminals = 0, others = 0, masks = 0; };
    enum Masks : std::uint8_t { Letters = 1, Later = 2 };
    enum Terminal : std::uint32_t { OpenStart = 1u << 31, OpenEnd = 1u << 30, Long = 1u << 29, Which = Long - 1 };
    std::uint32_t build(std::size_t begin, std::size_t end, std::size_t depth, const std::vector<Number>& sorted);
    std::vector<Phrase> m_phrases;
    std::map<std::string, Number, std::less<>> m_numbers;
    std::vector<std::uint32_t> m_tree;
    std::array<std::uint32_t, 256> m_root{}; ///< 0: none
    /// A bit for each hash that may come.
    class Bits
    {
    public:
        explicit Bits(unsigned power) : m_bits(std::size_t{1} << (power - 6)) {}
        void set(std::size_t at) { m_bits[at / 64] |= std::uint64_t{1} << at % 64; }
        bool test(std::size_t at) const { return (m_bits.data()[at / 64] >> at % 64 & 1) != 0; }

    private:
        std::vector<std::uint64_t> m_bits;
    };
    // From which first bytes a walk is worth while: two for phrases of two or three bytes, a hash of four for longer ones, and one of eight more for those of eight;
    // the second of each for starts inside words.
    static constexpr unsigned kFour = 17, kEight = 20; // powers of two
    struct Starts
    {
        Bits two{16}, four{kFour}, fourOfLong{kFour}, eight{kEight};
        void add(const std::string& text);
        bool may(const char* here, std::size_t left) const;
    };
    Starts m_outside, m_inside;
};

} // namespace text
