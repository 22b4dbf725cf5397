#pragma once

#include "submit/tokens.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace submit {

/// Phrases of the writing rules, looked for in the tokens of a sentence. Their language is told in templates/checks/README.md:
/// words, prefix*, (this|that), maybe?, gaps (..4), # a number, ~ a capital, _ any token, ^ and $ the ends, @list.
/// Each phrase is tried only where its first word stands, so a thousand of them cost little more than one walk over the text.
class Phrases
{
public:
    struct Hit
    {
        std::uint32_t phrase;     ///< number that `add` gave
        std::uint32_t begin, end; ///< tokens
    };
    using Lists = std::map<std::string, std::vector<std::string>>;

    /// The phrase's number; the reason in @p error where it cannot be read, and npos.
    std::uint32_t add(std::string_view phrase, Vocabulary& vocabulary, const Lists& lists, std::string& error);
    /// Every phrase found in tokens [begin, end), at each place once with its shortest reach.
    void find(const Tokens& tokens, std::size_t begin, std::size_t end, std::vector<Hit>& out) const;
    std::size_t size() const { return m_phrases.size(); }

    static constexpr std::uint32_t npos = 0xFFFFFFFF;

private:
    friend class PhraseParser;
    struct Element;
    using Sequence = std::vector<Element>;
    struct Element
    {
        enum class Kind : std::uint8_t { Word, Words, Prefix, Number, Capital, Any, Gap, Group, Start, End } kind = Kind::Word;
        bool optional = false;
        std::uint32_t number = 0; ///< of the word or prefix; of a gap its length
        std::vector<std::uint32_t> numbers; ///< of Words: one of many, sorted
        std::vector<Sequence> choices;
    };
    struct Firsts { std::vector<std::uint32_t> words, prefixes; bool number = false, capital = false, any = false, nothing = false; };
    Firsts firstsOf(const Sequence& sequence) const;
    struct Scene { const Tokens& tokens; std::size_t begin, end; };
    void step(const Element& element, const Scene& scene, const std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to) const;
    void walk(const Sequence& sequence, const Scene& scene, std::vector<std::uint32_t>& places) const;

    std::vector<Sequence> m_phrases;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_byWord, m_byPrefix;
    std::vector<std::uint32_t> m_byNumber, m_byCapital, m_anywhere, m_atStart;
};

} // namespace submit
