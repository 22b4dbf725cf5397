#include "text/readings.h"

#include <algorithm>

namespace text {

namespace {

constexpr char32_t kFirst = 0x4E00, kEnd = 0xA000;

/// The character at @p at; moves behind it. Bytes that are no UTF-8 count as characters of one byte.
char32_t next(std::string_view text, std::size_t& at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t size = byte < 0xC0 || byte >= 0xF8 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    char32_t out = size == 1 ? byte : size == 2 ? byte & 0x1Fu : size == 3 ? byte & 0x0Fu : byte & 0x07u;
    if (at + size > text.size()) {
        ++at;
        return byte;
    }
    for (std::size_t i = 1; i < size; ++i)
        out = (out << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
    at += size;
    return out;
}

std::u32string wide(std::string_view text)
{
    std::u32string out;
    for (std::size_t at = 0; at < text.size();)
        out += next(text, at);
    return out;
}

bool isHan(char32_t c)
{
    return c >= kFirst && c < kEnd;
}

/// As a passport writes it: ü is "yu".
std::string passport(std::string_view syllable)
{
    std::string out;
    for (const char c : syllable)
        out += c == 'v' ? std::string("yu") : std::string(1, c);
    return out;
}

std::string capital(std::string word)
{
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
        word[0] = char(word[0] - 'a' + 'A');
    return word;
}

} // namespace

Readings::Readings(const std::map<std::string, std::string>& table)
{
    m_plain.assign(kEnd - kFirst, 0);
    std::map<std::string, std::uint16_t, std::less<>> known;
    const auto indexOf = [&](std::string_view syllable) {
        if (const auto it = known.find(syllable); it != known.end())
            return it->second;
        m_syllables.emplace_back(syllable);
        const auto index = static_cast<std::uint16_t>(m_syllables.size());
        known.emplace(syllable, index);
        return index;
    };
    for (const auto& [han, pinyin] : table) {
        const auto characters = wide(han);
        std::vector<std::string> parts(1);
        for (const char c : pinyin) {
            if (c == ' ')
                parts.emplace_back();
            else
                parts.back() += c;
        }
        const bool surname = !pinyin.empty() && pinyin[0] >= 'A' && pinyin[0] <= 'Z';
        if (surname) {
            parts[0][0] = char(parts[0][0] - 'A' + 'a');
            std::string joined;
            for (const auto& part : parts)
                joined += passport(part);
            if (parts.size() > 1) {
                m_surnames.emplace_back(characters, capital(joined));
            } else {
                for (const auto c : characters)
                    m_surnames.emplace_back(std::u32string(1, c), capital(joined));
            }
        } else if (parts.size() == 1) {
            for (const auto c : characters)
                if (isHan(c))
                    m_plain[c - kFirst] = indexOf(parts[0]);
        } else if (parts.size() == characters.size() && !characters.empty()) {
            Word word{characters, {}};
            for (const auto& part : parts)
                word.syllables.push_back(indexOf(part));
            m_words.emplace(characters.front(), std::move(word));
        }
    }
    std::stable_sort(m_surnames.begin(), m_surnames.end(), [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

std::string_view Readings::syllable(char32_t character) const
{
    if (!isHan(character) || m_plain.empty() || m_plain[character - kFirst] == 0)
        return {};
    return m_syllables[m_plain[character - kFirst] - 1u];
}

std::vector<Readings::Sound> Readings::of(std::string_view text) const
{
    std::vector<Sound> out;
    for (std::size_t at = 0; at < text.size();) {
        auto after = at;
        const auto first = next(text, after);
        if (!isHan(first)) {
            at = after;
            continue;
        }
        const Word* longest = nullptr;
        for (auto [it, end] = m_words.equal_range(first); it != end; ++it) {
            if (longest && longest->han.size() >= it->second.han.size())
                continue;
            auto there = at;
            const bool same = std::all_of(it->second.han.begin(), it->second.han.end(), [&](char32_t c) { return there < text.size() && next(text, there) == c; });
            if (same)
                longest = &it->second;
        }
        if (longest) {
            for (const auto index : longest->syllables) {
                after = at;
                next(text, after);
                out.push_back({at, after, m_syllables[index - 1u]});
                at = after;
            }
            continue;
        }
        if (const auto read = syllable(first); !read.empty())
            out.push_back({at, after, read});
        at = after;
    }
    return out;
}

std::string Readings::letters(std::string_view text) const
{
    std::string out, initials;
    std::size_t end = 0;
    const auto close = [&] {
        if (!initials.empty())
            out += (initials.size() > 1 ? " " + initials : std::string{}) + " ";
        initials.clear();
    };
    for (const auto& sound : of(text)) {
        if (sound.start != end)
            close();
        out += sound.syllable;
        initials += sound.syllable.front();
        end = sound.end;
    }
    close();
    return out;
}

std::vector<std::pair<std::size_t, std::size_t>> Readings::find(std::string_view text, std::string_view typed) const
{
    std::vector<std::pair<std::size_t, std::size_t>> out;
    std::string wanted;
    for (const char c : typed)
        if (c != ' ' && c != '\'')
            wanted += c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
    if (wanted.empty() || !std::all_of(wanted.begin(), wanted.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        return out;
    const auto sounds = of(text);
    for (std::size_t i = 0; i < sounds.size(); ++i) {
        std::size_t at = 0, j = i;
        for (; j < sounds.size() && at < wanted.size() && (j == i || sounds[j].start == sounds[j - 1].end); ++j) {
            const auto rest = std::string_view(wanted).substr(at);
            const auto& syllable = sounds[j].syllable;
            if (rest.substr(0, syllable.size()) == syllable)
                at += syllable.size();
            else if (j > i && syllable.substr(0, rest.size()) == rest)
                at += rest.size(); // the last syllable is only begun
            else
                break;
        }
        if (at < wanted.size() && wanted.size() > 1) { // initials
            at = 0;
            for (j = i; j < sounds.size() && at < wanted.size() && (j == i || sounds[j].start == sounds[j - 1].end) && sounds[j].syllable.front() == wanted[at]; ++j)
                ++at;
        }
        if (at == wanted.size()) {
            out.emplace_back(sounds[i].start, sounds[j - 1].end);
            i = j - 1;
        }
    }
    return out;
}

std::size_t Readings::surname(std::string_view han) const
{
    const auto characters = wide(han.substr(0, 12));
    for (const auto& [name, latin] : m_surnames)
        if (characters.compare(0, name.size(), name) == 0) {
            std::size_t at = 0;
            for (std::size_t i = 0; i < name.size(); ++i)
                next(han, at);
            return at;
        }
    return 0;
}

std::optional<std::string> Readings::name(std::string_view han) const
{
    const auto characters = wide(han);
    if (characters.size() < 2 || characters.size() > 4)
        return {};
    for (const auto& [family, latin] : m_surnames) {
        if (characters.size() <= family.size() || characters.size() > family.size() + 2 || characters.compare(0, family.size(), family) != 0)
            continue;
        std::string given;
        for (std::size_t i = family.size(); i < characters.size(); ++i) {
            const auto read = syllable(characters[i]);
            if (read.empty())
                return {};
            given += passport(read);
        }
        return latin + " " + capital(given);
    }
    return {};
}

} // namespace text
