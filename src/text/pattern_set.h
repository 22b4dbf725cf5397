#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// Regular expressions over RE2, linear in the text. Each may say which signs a stretch must hold for it to match at all; where they are missing it is not run.
/// Those that are asked for together may be made a group: one RE2::Set tells which of them match at all.
/// (A Set over all of them was tried: with as many large patterns its automaton outgrows any memory and is built anew all the time.)
class PatternSet
{
public:
    static constexpr std::size_t kGroups = 8;
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    struct Place { std::uint32_t begin = ~0u, end = ~0u; bool there() const { return begin != ~0u; } };
    struct Match
    {
        std::uint32_t pattern = 0;
        Place whole;
        std::array<Place, kGroups> groups; ///< of the pattern, from its first; behind kGroups none
    };
    /// What a stretch holds, as bits.
    enum Sign : std::uint32_t {
        Digit = 1, At = 2, Percent = 4, Star = 8 /* two in a row */, Colon = 16, Quote = 32, Money = 64, Slash = 128, Hyphen = 256, Stop = 512,
        Number = 1024,   ///< five digits in a row
        Hex = 2048,      ///< twenty hexadecimal digits in a row
        Title = 4096,    ///< short, opens with a capital
        Comma = 8192,    ///< ends with a comma
        Bracket = 16384, ///< an opening round bracket
        Numbers = 32768, ///< two numbers with something between them
        Date = 65536,    ///< a number of one or two digits between two of "-", "/", "." and further digits
        Heading = 131072, ///< ends with a colon
    };
    /// What find() remembers of the matches before: where the groups of a short one are. It is of one thread at a time and of one set; it does not grow.
    class Memory
    {
    public:
        Memory();
        ~Memory();
        Memory(Memory&&) noexcept;
        Memory& operator=(Memory&&) noexcept;

    private:
        friend class PatternSet;
        struct Known;
        std::vector<Known> m_known;
    };
    static std::uint32_t signs(std::string_view stretch);
    /// The bits of names ("digit", "at", …); 0 for an unknown one.
    static std::uint32_t sign(std::string_view name);

    PatternSet();
    ~PatternSet();
    PatternSet(PatternSet&&) noexcept;
    PatternSet& operator=(PatternSet&&) noexcept;

    /// The pattern's number; npos with the reason in @p error for one that does not compile.
    /// @param needs signs all of which must be there
    std::size_t add(const std::string& pattern, std::uint32_t needs = 0, std::string* error = nullptr);
    std::size_t size() const;
    /// The number of the group called @p name, from 0; npos where the pattern has none.
    std::size_t group(std::size_t pattern, const std::string& name) const;
    std::uint32_t needs(std::size_t pattern) const;
    /// Does it take any digit for any other? Then it matches alike in texts that differ in their digits only.
    bool blind(std::size_t pattern) const;
    /// Is it a number by itself, of certain lengths? Such a pattern needs no automaton, and none that tells whether it matches at all.
    bool digits(std::size_t pattern) const;
    /// The expression as it was added.
    const std::string& source(std::size_t pattern) const;
    /// Makes a group of @p patterns; its number. To be done when all are added.
    std::size_t group(const std::vector<std::uint32_t>& patterns);
    /// Makes what is else made at the first match, so that this is not slow.
    void warm() const;
    /// Which of a group's patterns, by their place in it, match in text[begin, end), in no order. False: it could not be told, any of them may.
    bool matching(std::size_t group, std::string_view text, std::size_t begin, std::size_t end, std::vector<int>& out) const;
    /// All matches of one pattern in text[begin, end), which do not overlap. Anchors and word borders see the stretch alone.
    void find(std::size_t pattern, std::string_view text, std::size_t begin, std::size_t end, Memory& memory, std::vector<Match>& out) const;

private:
    void findGroups(Match& match, std::string_view stretch, std::size_t from, std::size_t to, Memory& memory) const;
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace text
