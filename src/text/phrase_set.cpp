#include "text/phrase_set.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

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
    m_nodes.clear();
    m_edges.clear();
    m_terminals.clear();
    m_tails.clear();
    build(0, sorted.size(), 0, sorted);
    for (std::uint16_t i = 0; i < m_nodes[0].edgeCount; ++i) {
        const auto& edge = m_edges[m_nodes[0].edges + i];
        m_root[edge.byte] = edge.node;
    }
    for (const auto& phrase : m_phrases) {
        const auto& text = phrase.text;
        const bool inside = phrase.openStart || text.size() >= kLong;
        if (text.size() >= 8) {
            m_eight.set(hashEight(text.data(), kEight));
            if (inside)
                m_eightInside.set(hashEight(text.data(), kEight));
        } else if (text.size() >= 4) {
            m_four.set(hashFour(text.data(), kFour));
            if (inside)
                m_fourInside.set(hashFour(text.data(), kFour));
        } else if (text.size() >= 2) {
            m_short.set(pair(text[0], text[1]));
            if (inside)
                m_shortInside.set(pair(text[0], text[1]));
        }
    }
    m_numbers.clear();
}

std::uint32_t PhraseSet::build(std::size_t begin, std::size_t end, std::size_t depth, const std::vector<Number>& sorted)
{
    const auto number = static_cast<std::uint32_t>(m_nodes.size());
    m_nodes.emplace_back();
    if (depth > 0 && begin < end) { // sorted: what first and last share all share
        const auto &first = m_phrases[sorted[begin]].text, &last = m_phrases[sorted[end - 1]].text;
        auto shared = depth;
        while (shared < first.size() && shared < last.size() && first[shared] == last[shared])
            ++shared;
        m_nodes[number].tail = static_cast<std::uint32_t>(m_tails.size());
        m_nodes[number].tailLength = static_cast<std::uint16_t>(shared - depth);
        m_tails.append(first, depth, shared - depth);
        depth = shared;
    }
    m_nodes[number].terminals = static_cast<std::uint32_t>(m_terminals.size());
    auto at = begin;
    while (at < end && m_phrases[sorted[at]].text.size() == depth)
        m_terminals.push_back(sorted[at++]);
    m_nodes[number].terminalCount = static_cast<std::uint16_t>(at - begin);
    std::vector<std::pair<std::size_t, std::size_t>> groups;
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    while (at < end) {
        const char byte = m_phrases[sorted[at]].text[depth];
        auto stop = at;
        while (stop < end && m_phrases[sorted[stop]].text[depth] == byte)
            ++stop;
        groups.emplace_back(at, stop);
        at = stop;
    }
    std::stable_partition(groups.begin(), groups.end(), [&](const auto& g) { return small(m_phrases[sorted[g.first]].text[depth]); });
    for (const auto& g : groups)
        if (const char c = m_phrases[sorted[g.first]].text[depth]; small(c))
            m_nodes[number].letters |= 1u << (c - 'a');
    const auto edges = static_cast<std::uint32_t>(m_edges.size());
    m_nodes[number].edges = edges;
    m_nodes[number].edgeCount = static_cast<std::uint16_t>(groups.size());
    m_edges.resize(edges + groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto child = build(groups[i].first, groups[i].second, depth + 1, sorted);
        m_edges[edges + i] = {static_cast<unsigned char>(m_phrases[sorted[groups[i].first]].text[depth]), child};
    }
    return number;
}

inline std::uint32_t PhraseSet::child(const Node& node, unsigned char byte) const
{
    const auto* edge = m_edges.data() + node.edges;
    if (byte >= 'a' && byte <= 'z') {
        const auto bit = 1u << (byte - 'a');
        return (node.letters & bit) != 0 ? edge[std::popcount(node.letters & (bit - 1))].node : 0;
    }
    for (auto e = static_cast<std::uint16_t>(std::popcount(node.letters)); e < node.edgeCount; ++e)
        if (edge[e].byte == byte)
            return edge[e].node;
    return 0;
}

void PhraseSet::find(const Dense& dense, std::vector<Hit>& out) const
{
    const auto& text = dense.text;
    const auto size = static_cast<std::uint32_t>(text.size());
    if (m_nodes.empty())
        return;
    const auto ends = [&](std::uint32_t at) { return at >= size || dense.start[at] != 0 || !wordByte(text[at]) || !wordByte(text[at - 1]); };
    for (std::uint32_t i = 0; i < size; ++i) {
        const bool starts = dense.start.data()[i] != 0;
        const auto* here = text.data() + i;
        const bool worth = (i + 8 <= size && (starts ? m_eight : m_eightInside).test(hashEight(here, kEight))) || (i + 4 <= size && (starts ? m_four : m_fourInside).test(hashFour(here, kFour)))
            || (starts ? m_short : m_shortInside).test(pair(here[0], i + 1 < size ? here[1] : '\0'));
        if (!worth)
            continue;
        const auto before = out.size();
        std::uint32_t node = m_root[static_cast<unsigned char>(text[i])];
        for (auto at = i + 1; node != 0;) {
            const auto& n = m_nodes[node];
            if (n.tailLength != 0) {
                if (at + n.tailLength > size || std::memcmp(text.data() + at, m_tails.data() + n.tail, n.tailLength) != 0)
                    break;
                at += n.tailLength;
            }
            for (std::uint16_t t = 0; t < n.terminalCount; ++t) {
                const auto terminal = m_terminals[n.terminals + t];
                const auto& phrase = m_phrases[terminal];
                const bool glued = phrase.text.size() >= kLong;
                if (!starts && !phrase.openStart && (!glued || turned(text, i)))
                    continue;
                auto stop = at;
                if (!ends(at) && !phrase.openEnd && !glued) {
                    if (text[at] == 's' && ends(at + 1))
                        stop = at + 1;
                    else
                        continue;
                }
                out.push_back({terminal, dense.at[i], dense.at[stop - 1] + 1, i, stop});
            }
            if (at >= size)
                break;
            node = child(n, static_cast<unsigned char>(text[at++]));
        }
        std::reverse(out.begin() + static_cast<std::ptrdiff_t>(before), out.end());
    }
}

} // namespace text
