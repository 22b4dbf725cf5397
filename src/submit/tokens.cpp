#include "submit/tokens.h"

#include "text/simplified.h"

#include <algorithm>
#include <array>

namespace submit {

namespace {

bool lowerAscii(char32_t c) { return c >= 'a' && c <= 'z'; }
bool upperAscii(char32_t c) { return c >= 'A' && c <= 'Z'; }
bool digit(char32_t c) { return c >= '0' && c <= '9'; }
/// A letter beyond ASCII that may stand in a word: accented Latin, Greek, Cyrillic.
bool foreignLetter(char32_t c) { return (c >= 0xC0 && c < 0x530 && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c < 0x2000); }
bool letter(char32_t c) { return lowerAscii(c) || upperAscii(c) || foreignLetter(c); }

/// Full-width forms as ASCII, typographic quotes as plain ones.
char32_t plain(char32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFEE0;
    if (c == 0x2019 || c == 0x2018)
        return '\'';
    return c == 0x3000 ? U' ' : c;
}

void append(std::string& out, char32_t c)
{
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

char32_t lower(char32_t c)
{
    if (upperAscii(c))
        return c + 0x20;
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x410 && c <= 0x42F))
        return c + 0x20;
    return c;
}

/// What a contraction stands for, by its ending.
struct Contraction { std::string_view ending, words; };
constexpr std::array<Contraction, 6> kEndings{{{"n't", "not"}, {"'ll", "will"}, {"'ve", "have"}, {"'re", "are"}, {"'m", "am"}, {"'s", "'s"}}};

class Cutter
{
public:
    Cutter(std::string_view text, const Vocabulary& vocabulary, Tokens& out) : m_text(text), m_vocabulary(vocabulary), m_out(out) {}

    void run(std::size_t begin, std::size_t end)
    {
        bool sign = false, quoted = false;
        for (std::size_t at = begin; at < end;) {
            std::size_t length = 0;
            const auto c = plain(codePoint(m_text, at, length));
            const auto first = m_out.list.size();
            if (isHan(c)) {
                token(at, at + length);
                m_out.list.back().han = true;
                at += length;
            } else if (letter(c) || digit(c)) {
                at = word(at, end);
            } else {
                if (c == '"' || c == 0x201C || c == 0x201D || c == 0x300C || c == 0x300D) {
                    const bool close = c == 0x201D || c == 0x300D || (c == '"' && quoted);
                    quoted = !close && hasClose(c, at + length, end);
                }
                sign = sign || (c != ' ' && c != '\n' && c != '\t' && c != '-' && c != '\'');
                at += length;
                continue;
            }
            for (auto i = first; i < m_out.list.size(); ++i)
                m_out.list[i].quoted = quoted;
            if (first < m_out.list.size())
                m_out.list[first].sign = sign;
            sign = false;
        }
    }

private:
    bool hasClose(char32_t open, std::size_t from, std::size_t end) const
    {
        const std::string_view rest = m_text.substr(from, std::min<std::size_t>(end - from, 2000));
        const std::string_view close = open == '"' ? "\"" : open == 0x300C ? "」" : "”";
        return rest.find(close) != rest.npos;
    }
    /// A word or a number from @p at; where the next one starts.
    std::size_t word(std::size_t at, std::size_t end)
    {
        const auto begin = at;
        bool digits = false, letters = false;
        std::size_t length = 0;
        while (at < end) {
            const auto c = plain(codePoint(m_text, at, length));
            if (digit(c)) {
                digits = true;
            } else if (letter(c)) {
                // "300件" ends before the Chinese; "20units" is one, for a person to part
                letters = true;
            } else {
                std::size_t further = 0;
                const auto next = at + length < end ? plain(codePoint(m_text, at + length, further)) : U' ';
                const bool inNumber = length == 1 && digits && digit(next) && (c == '.' || c == ',' || c == ':' || c == '/' || c == '-') && !(letters && c != '-');
                const bool inWord = c == '\'' && letters && letter(next);
                const bool inId = c == '-' && digits && (digit(next) || upperAscii(next));
                if (c == '%' && digits && !letters) {
                    at += length;
                    break;
                }
                if (!inNumber && !inWord && !inId)
                    break;
            }
            at += length;
        }
        split(begin, at);
        return at;
    }
    void split(std::size_t begin, std::size_t end)
    {
        const auto form = folded(m_text.substr(begin, end - begin));
        if (form.find('\'') != form.npos)
            for (const auto& c : kEndings)
                if (form.size() > c.ending.size() && form.compare(form.size() - c.ending.size(), c.ending.size(), c.ending) == 0) {
                    auto head = form.substr(0, form.size() - c.ending.size());
                    if (head == "wo" || head == "sha")
                        head = "will";
                    else if (head == "ca")
                        head = "can";
                    // a typographic apostrophe takes three bytes, its folded form one
                    const auto wider = end - begin > form.size() ? end - begin - form.size() : 0;
                    const auto cut = end - begin > c.ending.size() + wider ? end - c.ending.size() - wider : begin;
                    token(begin, cut, head);
                    token(cut, end, c.words);
                    return;
                }
        token(begin, end, form);
    }
    void token(std::size_t begin, std::size_t end) { token(begin, end, folded(m_text.substr(begin, end - begin))); }
    void token(std::size_t begin, std::size_t end, std::string_view form)
    {
        Token t;
        t.begin = static_cast<std::uint32_t>(begin);
        t.end = static_cast<std::uint32_t>(end);
        t.fold = static_cast<std::uint32_t>(m_out.folded.size());
        t.foldSize = static_cast<std::uint16_t>(std::min<std::size_t>(form.size(), 60'000));
        m_out.folded.append(form.substr(0, t.foldSize));
        std::size_t digits = 0, small = 0, capitals = 0;
        for (auto i = begin; i < end; ++i) {
            const auto c = static_cast<unsigned char>(m_text[i]);
            digits += digit(c);
            small += lowerAscii(c);
            capitals += upperAscii(c);
        }
        t.number = digit(static_cast<unsigned char>(form.front()));
        t.id = (digits > 0 && capitals > 0 && digits + capitals >= 5) || digits >= 9;
        t.capital = upperAscii(static_cast<unsigned char>(m_text[begin])) || (!lowerAscii(static_cast<unsigned char>(m_text[begin])) && form != m_text.substr(begin, end - begin) && !t.number);
        t.caps = capitals >= 2 && small == 0;
        t.word = m_vocabulary.findWord(form);
        t.prefixes = static_cast<std::uint32_t>(m_out.prefixNumbers.size());
        if (!t.number)
            m_vocabulary.findPrefixes(form, m_out.prefixNumbers);
        t.prefixCount = static_cast<std::uint32_t>(m_out.prefixNumbers.size()) - t.prefixes;
        m_out.list.push_back(t);
    }

    std::string_view m_text;
    const Vocabulary& m_vocabulary;
    Tokens& m_out;
};

} // namespace

bool isHan(char32_t c)
{
    return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF) || c == 0x3007;
}

char32_t codePoint(std::string_view text, std::size_t at, std::size_t& length)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const auto first = byte(at);
    const auto tail = [&](std::size_t i) { return (byte(at + i) & 0xC0u) == 0x80u; };
    length = 1;
    if (first < 0x80)
        return first;
    if (first >= 0xC2 && first < 0xE0 && tail(1)) {
        length = 2;
        return ((first & 0x1Fu) << 6) | (byte(at + 1) & 0x3Fu);
    }
    if (first >= 0xE0 && first < 0xF0 && tail(1) && tail(2)) {
        length = 3;
        return ((first & 0x0Fu) << 12) | ((byte(at + 1) & 0x3Fu) << 6) | (byte(at + 2) & 0x3Fu);
    }
    if (first >= 0xF0 && first < 0xF5 && tail(1) && tail(2) && tail(3)) {
        length = 4;
        return ((first & 0x07u) << 18) | ((byte(at + 1) & 0x3Fu) << 12) | ((byte(at + 2) & 0x3Fu) << 6) | (byte(at + 3) & 0x3Fu);
    }
    return 0xFFFD;
}

std::string asciiLower(std::string_view text)
{
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c | 0x20);
    return out;
}

std::string folded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 0;
        const auto c = plain(codePoint(text, at, length));
        append(out, isHan(c) ? text::simplified(c) : lower(c));
        at += length;
    }
    return out;
}

std::vector<std::vector<std::size_t>> placesOfAll(std::string_view text, const std::vector<std::string>& words)
{
    std::vector<std::vector<std::size_t>> out(words.size());
    // by the first two bytes; a word of one byte, or of none, is looked for by itself
    const auto pair = [](std::string_view at) { return static_cast<std::size_t>(static_cast<unsigned char>(at[0])) << 8 | static_cast<unsigned char>(at[1]); };
    std::vector<bool> opens(0x10000);
    std::unordered_map<std::size_t, std::vector<std::size_t>> byPair;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].size() >= 2) {
            opens[pair(words[i])] = true;
            byPair[pair(words[i])].push_back(i);
        } else if (words[i].size() == 1) {
            for (auto at = text.find(words[i]); at != text.npos; at = text.find(words[i], at + 1))
                out[i].push_back(at);
        }
    }
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto key = pair(text.substr(at, 2));
        if (!opens[key])
            continue;
        for (const auto i : byPair.find(key)->second)
            if (text.compare(at, words[i].size(), words[i]) == 0 && (out[i].empty() || out[i].back() + words[i].size() <= at))
                out[i].push_back(at);
    }
    return out;
}

void tokenise(std::string_view text, std::size_t begin, std::size_t end, const Vocabulary& vocabulary, Tokens& out)
{
    Cutter(text, vocabulary, out).run(begin, std::min(end, text.size()));
}

std::uint32_t Vocabulary::word(std::string_view folded)
{
    return m_words.emplace(std::string(folded), static_cast<std::uint32_t>(m_words.size() + 1)).first->second;
}

std::uint32_t Vocabulary::prefix(std::string_view folded)
{
    m_shortest = std::min(m_shortest, folded.size());
    m_longest = std::max(m_longest, folded.size());
    return m_prefixes.emplace(std::string(folded), static_cast<std::uint32_t>(m_prefixes.size() + 1)).first->second;
}

std::uint32_t Vocabulary::findWord(std::string_view folded) const
{
    const auto it = m_words.find(folded);
    return it == m_words.end() ? 0 : it->second;
}

void Vocabulary::findPrefixes(std::string_view folded, std::vector<std::uint32_t>& out) const
{
    for (auto n = m_shortest; n <= m_longest && n <= folded.size(); ++n)
        if (const auto it = m_prefixes.find(folded.substr(0, n)); it != m_prefixes.end())
            out.push_back(it->second);
}

} // namespace submit
