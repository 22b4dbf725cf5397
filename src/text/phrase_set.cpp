#include "text/phrase_set.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>
#include <string_view>

namespace text {

namespace {

constexpr std::size_t kLong = 12;     // letters from which a phrase is found inside glued words
constexpr std::size_t kLongest = 200; // bytes of a phrase; the tree is as deep

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool wordByte(char c) { return letter(c) || (c >= '0' && c <= '9'); }
unsigned pair(char a, char b) { return static_cast<unsigned>(static_cast<unsigned char>(a)) << 8 | static_cast<unsigned char>(b); }

std::size_t hashFour(const char* four, unsigned power)
{
    std::uint32_t word;
    std::memcpy(&word, four, 4);
    return (word * 2654435761u) >> (32 - power);
}

std::size_t hashEight(const char* eight, unsigned power)
{
    std::uint64_t word;
    std::memcpy(&word, eight, 8);
    return (word * 0x9E3779B97F4A7C15u) >> (64 - power);
}

/// Bits that are set. As a sum of halves: without the processor's own instruction the library's way is a call.
unsigned bitsOf(std::uint64_t bits)
{
    bits -= bits >> 1 & 0x5555555555555555u;
    bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
    bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
    return static_cast<unsigned>(bits * 0x0101010101010101u >> 56);
}

/// Most tails are of a few bytes, and differ in their first.
bool sameBytes(const char* text, const std::uint32_t* tail, unsigned count)
{
    const auto* const bytes = reinterpret_cast<const char*>(tail);
    if (text[0] != bytes[0])
        return false;
    if (count > 16)
        return std::memcmp(text, bytes, count) == 0;
    for (unsigned i = 1; i < count; ++i)
        if (text[i] != bytes[i])
            return false;
    return true;
}

/// Is what stands before @p at a prefix that turns the word round ("un|authorised")?
bool turned(const std::string& text, std::uint32_t at)
{
    const auto before = [&](std::string_view prefix) { return at >= prefix.size() && text.compare(at - prefix.size(), prefix.size(), prefix) == 0; };
    return before("un") || before("in") || before("im") || before("non") || before("dis") || before("mis");
}

} // namespace

PhraseSet::Number PhraseSet::add(std::string_view phrase)
{
    Phrase p;
    if (phrase.size() > 1 && phrase.front() == '*') {
        p.openStart = true;
        phrase.remove_prefix(1);
    }
    if (phrase.size() > 1 && phrase.back() == '*') {
        p.openEnd = true;
        phrase.remove_suffix(1);
    }
    p.text = dense(phrase.substr(0, kLongest));
    auto key = p.text + (p.openStart ? "<" : "") + (p.openEnd ? ">" : "");
    const auto number = static_cast<Number>(m_phrases.size());
    const auto [it, fresh] = m_numbers.emplace(std::move(key), number);
    if (fresh)
        m_phrases.push_back(std::move(p));
    return it->second;
}

void PhraseSet::compile()
{
    std::vector<Number> sorted(m_phrases.size());
    std::iota(sorted.begin(), sorted.end(), 0u);
    std::erase_if(sorted, [&](Number n) { return m_phrases[n].text.empty(); });
    std::sort(sorted.begin(), sorted.end(), [&](Number a, Number b) { return m_phrases[a].text < m_phrases[b].text; });
    m_tree.assign(1, 0); // no node is at 0
    for (std::size_t at = 0; at < sorted.size();) {
        const char first = m_phrases[sorted[at]].text[0];
        auto stop = at;
        while (stop < sorted.size() && m_phrases[sorted[stop]].text[0] == first)
            ++stop;
        m_root[static_cast<unsigned char>(first)] = build(at, stop, 1, sorted);
        at = stop;
    }
    m_tree.shrink_to_fit();
    for (const auto& phrase : m_phrases) {
        if (phrase.text.empty())
            continue;
        m_outside.add(phrase.text);
        if (phrase.openStart || phrase.text.size() >= kLong)
            m_inside.add(phrase.text);
    }
    m_numbers.clear();
}

void PhraseSet::Starts::add(const std::string& text)
{
    if (text.size() >= 8) {
        fourOfLong.set(hashFour(text.data(), kFour));
        eight.set(hashEight(text.data(), kEight));
    } else if (text.size() >= 4) {
        four.set(hashFour(text.data(), kFour));
    } else if (text.size() >= 2) {
        two.set(pair(text[0], text[1]));
    } else { // before anything
        for (int next = 0; next < 256; ++next)
            two.set(pair(text[0], static_cast<char>(next)));
    }
}

/// May a phrase start at @p here, of which @p left bytes are there?
inline bool PhraseSet::Starts::may(const char* here, std::size_t left) const
{
    if (two.test(pair(here[0], left > 1 ? here[1] : '\0')))
        return true;
    if (left < 4)
        return false;
    const auto hash = hashFour(here, kFour);
    return four.test(hash) || (left >= 8 && fourOfLong.test(hash) && eight.test(hashEight(here, kEight)));
}

std::uint32_t PhraseSet::build(std::size_t begin, std::size_t end, std::size_t depth, const std::vector<Number>& sorted)
{
    const auto number = static_cast<std::uint32_t>(m_tree.size());
    Head head;
    // sorted: what first and last share all share
    const auto &first = m_phrases[sorted[begin]].text, &last = m_phrases[sorted[end - 1]].text;
    auto shared = depth;
    while (shared < first.size() && shared < last.size() && first[shared] == last[shared])
        ++shared;
    head.tail = static_cast<std::uint8_t>(shared - depth);
    const std::string_view tail = std::string_view(first).substr(depth, head.tail);
    depth = shared;
    auto at = begin;
    while (at < end && m_phrases[sorted[at]].text.size() == depth)
        ++at;
    head.terminals = static_cast<std::uint8_t>(at - begin);
    struct Branch { unsigned char byte; std::size_t begin, end; };
    std::array<std::vector<Branch>, 3> branches; // by letter, by a character's later byte, others
    while (at < end) {
        const auto byte = static_cast<unsigned char>(m_phrases[sorted[at]].text[depth]);
        auto stop = at;
        while (stop < end && static_cast<unsigned char>(m_phrases[sorted[stop]].text[depth]) == byte)
            ++stop;
        branches[byte >= 'a' && byte <= 'z' ? 0 : (byte & 0xC0u) == 0x80u ? 1 : 2].push_back({byte, at, stop});
        at = stop;
    }
    head.masks = static_cast<std::uint8_t>((branches[0].empty() ? 0u : unsigned{Letters}) | (branches[1].empty() ? 0u : unsigned{Later}));
    head.others = static_cast<std::uint8_t>(branches[2].size());
    m_tree.push_back(std::bit_cast<std::uint32_t>(head));
    const auto bytes = [&](std::string_view text) {
        const auto to = m_tree.size();
        m_tree.resize(to + (text.size() + 3) / 4);
        if (!text.empty())
            std::memcpy(m_tree.data() + to, text.data(), text.size());
    };
    bytes(tail);
    for (auto t = begin; t < begin + head.terminals; ++t) {
        const auto& phrase = m_phrases[sorted[t]];
        m_tree.push_back(sorted[t] | (phrase.openStart ? OpenStart : 0u) | (phrase.openEnd ? OpenEnd : 0u) | (phrase.text.size() >= kLong ? Long : 0u));
    }
    std::uint64_t letters = 0, later = 0;
    std::string others;
    for (const auto& branch : branches[0])
        letters |= std::uint64_t{1} << (branch.byte - 'a');
    for (const auto& branch : branches[1])
        later |= std::uint64_t{1} << (branch.byte & 0x3Fu);
    for (const auto& branch : branches[2])
        others += static_cast<char>(branch.byte);
    if (letters)
        m_tree.push_back(static_cast<std::uint32_t>(letters));
    if (later) {
        m_tree.push_back(static_cast<std::uint32_t>(later));
        m_tree.push_back(static_cast<std::uint32_t>(later >> 32));
    }
    bytes(others);
    auto edge = m_tree.size();
    m_tree.resize(edge + branches[0].size() + branches[1].size() + branches[2].size());
    for (const auto& kind : branches)
        for (const auto& branch : kind) {
            const auto child = build(branch.begin, branch.end, depth + 1, sorted);
            m_tree[edge++] = child;
        }
    return number;
}

void PhraseSet::find(const Dense& dense, std::vector<Hit>& out) const
{
    const auto* const text = dense.text.data();
    const auto* const start = dense.start.data();
    const auto* const place = dense.at.data();
    const auto size = static_cast<std::uint32_t>(dense.text.size());
    const auto ends = [&](std::uint32_t at) { return at >= size || start[at] != 0 || !wordByte(text[at]) || !wordByte(text[at - 1]); };
    for (std::uint32_t i = 0; i < size; ++i) {
        const bool starts = start[i] != 0;
        if (!(starts ? m_outside : m_inside).may(text + i, size - i))
            continue;
        const auto before = out.size();
        auto node = m_root[static_cast<unsigned char>(text[i])];
        for (auto at = i + 1; node != 0;) {
            const auto* word = m_tree.data() + node;
            const auto head = std::bit_cast<Head>(*word++);
            if (head.tail != 0) {
                if (at + head.tail > size || !sameBytes(text + at, word, head.tail))
                    break;
                at += head.tail;
                word += (head.tail + 3u) / 4;
            }
            for (unsigned t = 0; t < head.terminals; ++t) {
                const auto terminal = *word++;
                const bool glued = (terminal & Long) != 0;
                if (!starts && (terminal & OpenStart) == 0 && (!glued || turned(dense.text, i)))
                    continue;
                auto stop = at;
                if (!ends(at) && (terminal & OpenEnd) == 0 && !glued) {
                    if (text[at] == 's' && ends(at + 1))
                        stop = at + 1;
                    else
                        continue;
                }
                out.push_back({terminal & Which, place[i], place[stop - 1] + 1, i, stop});
            }
            if (at >= size)
                break;
            // where the next byte leads
            const auto byte = static_cast<unsigned char>(text[at++]);
            const auto letters = (head.masks & Letters) != 0 ? *word++ : 0u;
            const auto count = bitsOf(letters);
            if (byte >= 'a' && byte <= 'z') {
                const auto bit = 1u << (byte - 'a');
                if ((letters & bit) == 0)
                    break;
                const auto* edges = word + ((head.masks & Later) != 0 ? 2 : 0) + (head.others + 3u) / 4;
                node = edges[bitsOf(letters & (bit - 1))];
                continue;
            }
            std::uint64_t later = 0;
            if ((head.masks & Later) != 0) {
                later = word[0] | static_cast<std::uint64_t>(word[1]) << 32;
                word += 2;
            }
            const auto* const others = reinterpret_cast<const unsigned char*>(word);
            const auto* const edges = word + (head.others + 3u) / 4 + count;
            if ((byte & 0xC0u) == 0x80u) {
                const auto bit = std::uint64_t{1} << (byte & 0x3Fu);
                if ((later & bit) == 0)
                    break;
                node = edges[bitsOf(later & (bit - 1))];
                continue;
            }
            node = 0;
            for (unsigned e = 0; e < head.others; ++e)
                if (others[e] == byte)
                    node = edges[bitsOf(later) + e];
        }
        std::reverse(out.begin() + static_cast<std::ptrdiff_t>(before), out.end());
    }
}

} // namespace text
