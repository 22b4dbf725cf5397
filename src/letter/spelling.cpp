#include "letter/spelling.h"

namespace letter {

namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

} // namespace

Spelled::Spelled(const library::Catalogue& catalogue, bool american)
{
    const auto pairs = catalogue.vocabularies.find("spellings");
    if (pairs == catalogue.vocabularies.end())
        return;
    for (const auto& pair : pairs->second)
        if (const auto british = pair.more.find("british"); british != pair.more.end())
            american ? m_other.emplace(british->second, pair.id) : m_other.emplace(pair.id, british->second);
}

std::string Spelled::operator()(std::string text) const
{
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
        if (!isLetter(text[at])) {
            ++at;
            continue;
        }
        auto end = at;
        while (end < text.size() && isLetter(text[end]))
            ++end;
        const bool capital = text[at] >= 'A' && text[at] <= 'Z';
        word.assign(text, at, end - at);
        if (capital)
            word[0] = char(word[0] - 'A' + 'a');
        if (const auto it = m_other.find(word); it != m_other.end()) {
            text.replace(at, end - at, it->second);
            end = at + it->second.size();
            if (capital)
                text[at] = char(text[at] - 'a' + 'A');
        }
        at = end;
    }
    return text;
}

} // namespace letter
