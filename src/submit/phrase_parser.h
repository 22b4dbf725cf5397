#pragma once

#include "submit/phrases.h"

namespace submit {

/// Reads one phrase as it is written in templates/checks/*.json.
class PhraseParser
{
public:
    PhraseParser(std::string_view phrase, Vocabulary& vocabulary, const Phrases::Lists& lists, int depth = 0)
        : m_text(phrase), m_vocabulary(vocabulary), m_lists(lists), m_depth(depth) {}

    /// "" or what is wrong with it.
    std::string parse(Phrases::Sequence& out);

private:
    std::string sequence(Phrases::Sequence& out, char until);
    std::string group(Phrases::Element& out);
    std::string list(Phrases::Element& out);
    std::string word(Phrases::Sequence& out);
    static void settle(Phrases::Element& group);
    bool more() const { return m_at < m_text.size(); }

    std::string_view m_text;
    std::size_t m_at = 0;
    Vocabulary& m_vocabulary;
    const Phrases::Lists& m_lists;
    int m_depth;
};

} // namespace submit
