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
    /// A place where phrases end or part. The bytes that all of its phrases share before it are its tail; edges by letters come first, in order, and are found by
    /// counting the bits below the letter's.
    struct Node { std::uint32_t edges = 0, terminals = 0, letters = 0, tail = 0; std::uint16_t edgeCount = 0, terminalCount = 0, tailLength = 0; };
    struct Edge { unsigned char byte; std::uint32_t node; };
    std::uint32_t build(std::size_t begin, std::size_t end, std::size_t depth, const std::vector<Number>& sorted);
    std::vector<Phrase> m_phrases;
    std::map<std::string, Number, std::less<>> m_numbers;
    std::vector<Node> m_nodes;
    std::vector<Edge> m_edges;
    std::vector<Number> m_terminals;
    std::string m_tails;
    std::array<std::uint32_t, 256> m_root{};
    std::uint32_t child(const Node& node, unsigned char byte) const;
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
    // From which first bytes a walk is worth while: two for phrases of two or three bytes, a hash of four for those up to seven, of eight for longer ones;
    // the second of each for starts inside words.
    static constexpr unsigned kFour = 16, kEight = 20; // powers of two
    Bits m_short{16}, m_shortInside{16}, m_four{kFour}, m_fourInside{kFour}, m_eight{kEight}, m_eightInside{kEight};
};

} // namespace text
