#include "text/sentences.h"

#include "text/lines.h"

#include <algorithm>
#include <array>

namespace text {

namespace {

constexpr std::size_t kLongest = 2048;

bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool wide(char c) { return static_cast<unsigned char>(c) >= 0xE3; }

constexpr std::array<std::string_view, 42> kAbbreviations{"max", "min", "no", "nos", "inc", "ltd", "co", "corp", "mr", "mrs", "ms", "dr", "st", "vs", "etc", "approx", "ref", "dept", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "fig", "vol", "art", "sec", "para", "e.g", "i.e", "u.s", "u.k", "pte", "gov", "lnc"};

/// Does the stop at @p at only shorten a word?
bool abbreviation(std::string_view text, std::size_t begin, std::size_t at)
{
    auto from = at;
    while (from > begin && (lower(text[from - 1]) || upper(text[from - 1]) || text[from - 1] == '.') && at - from < 8)
        --from;
    std::string word;
    for (auto i = from; i < at; ++i)
        word += upper(text[i]) ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    if (word.size() == 1)
        return upper(text[from]); // an initial
    return std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

/// "9. Mai 2024": a day of one or two digits, a word, a year.
bool dayBefore(std::string_view text, std::size_t at, std::size_t after, std::size_t end)
{
    if (at >= 3 && digit(text[at - 2]) && digit(text[at - 3]))
        return false;
    auto i = after;
    while (i < end && (lower(text[i]) || upper(text[i]) || static_cast<unsigned char>(text[i]) >= 0x80))
        ++i;
    return i > after + 2 && i + 4 < end && text[i] == ' ' && digit(text[i + 1]) && digit(text[i + 2]) && digit(text[i + 3]) && digit(text[i + 4]);
}

/// The end of the sentence that starts at @p begin, at most @p end.
std::size_t sentenceEnd(std::string_view text, std::size_t begin, std::size_t end)
{
    for (std::size_t i = begin; i < end; ++i) {
        const char c = text[i];
        if (i - begin >= kLongest) {
            auto cut = i;
            while ((static_cast<unsigned char>(text[cut]) & 0xC0u) == 0x80u && cut > begin + kLongest - 4)
                --cut;
            return cut;
        }
        if (c == '.' || c == '!' || c == '?') {
            auto next = i + 1;
            while (next < end && (text[next] == '.' || text[next] == '!' || text[next] == '?' || text[next] == '"' || text[next] == '\'' || text[next] == ')'))
                ++next;
            if (next >= end)
                return end;
            if (text[next] != ' ') {
                // glued: "counterfeit.We removed", "是吗?请"
                const bool glued = next == i + 1 && i > begin && next + 1 < end && lower(text[i - 1]) && upper(text[next]) && lower(text[next + 1]);
                const bool han = c != '.' && (wide(text[next]) || (i > begin && static_cast<unsigned char>(text[i - 1]) >= 0x80));
                if (!glued && !han)
                    continue;
                return next;
            }
            auto after = next;
            while (after < end && text[after] == ' ')
                ++after;
            if (after >= end)
                return end;
            if (c == '.' && (lower(text[after]) || abbreviation(text, begin, i)))
                continue;
            if (c == '.' && i > begin && digit(text[i - 1]) && (i - begin <= 3 || dayBefore(text, i, after, end)))
                continue; // "1. Invoices", "9. Mai 2024"
            return next;
        }
        if (c == ';' && i + 1 < end && (wide(text[i + 1]) || (i > begin && static_cast<unsigned char>(text[i - 1]) >= 0x80)))
            return i + 1;
        if (static_cast<unsigned char>(c) == 0xE3 && text.compare(i, 3, "。") == 0) {
            auto next = i + 3;
            while (next < end && (text[next] == '"' || text[next] == ')'))
                ++next;
            return next;
        }
    }
    return end;
}

} // namespace

std::vector<Sentence> sentences(const Normalised& normalised)
{
    const std::string_view text = normalised.view();
    std::vector<Sentence> out;
    std::uint32_t paragraph = 0, line = 0;
    bool blankBefore = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        auto begin = at;
        while (begin < end && text[begin] == ' ')
            ++begin;
        if (begin == end) {
            blankBefore = true;
        } else {
            if (blankBefore && !out.empty())
                ++paragraph;
            blankBefore = false;
            const auto mark = listMark(text.substr(begin, end - begin));
            bool first = true;
            while (begin < end) {
                auto stop = sentenceEnd(text, begin, end);
                const auto next = stop;
                while (stop > begin && text[stop - 1] == ' ')
                    --stop;
                if (stop > begin) {
                    Sentence s;
                    s.begin = static_cast<std::uint32_t>(begin);
                    s.end = static_cast<std::uint32_t>(stop);
                    s.paragraph = paragraph;
                    s.line = line;
                    s.opensLine = first;
                    s.item = mark != 0;
                    s.mark = first ? static_cast<std::uint8_t>(mark) : 0;
                    out.push_back(s);
                    first = false;
                }
                begin = next;
                while (begin < end && text[begin] == ' ')
                    ++begin;
            }
        }
        ++line;
        at = end + 1;
    }
    return out;
}

std::pair<std::size_t, std::size_t> sentenceAround(std::string_view original, std::size_t begin, std::size_t end)
{
    constexpr std::size_t near = 2048;
    end = std::min(end, original.size());
    begin = std::min(begin, end);
    // from the start of a line on, or else of a character
    auto from = begin < near ? 0 : original.find('\n', begin - near) + 1;
    if (from > begin || from == 0)
        for (from = begin < near ? 0 : begin - near; from < begin && (static_cast<unsigned char>(original[from]) & 0xC0) == 0x80;)
            ++from;
    auto to = std::min(original.size(), end + near);
    while (to < original.size() && (static_cast<unsigned char>(original[to]) & 0xC0) == 0x80)
        ++to;
    const Normalised near_(original.substr(from, to - from));
    for (const auto& sentence : sentences(near_)) {
        const auto first = from + near_.origin(sentence.begin), last = from + near_.originEnd(sentence.end);
        if (first <= begin && begin < last)
            return {first, std::max(last, end)};
    }
    return {begin, end};
}

} // namespace text
