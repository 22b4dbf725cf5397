#include "text/word_diff.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace text {

namespace {

/// Above so many words in and out the search is given up: its memory grows with the square.
constexpr std::int32_t kMost = 1500;

bool inWord(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '\'' || c == '-';
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at + 1;
        if (inWord(static_cast<unsigned char>(text[at]))) {
            while (end < text.size() && inWord(static_cast<unsigned char>(text[end])))
                ++end;
        } else {
            while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u)
                ++end;
        }
        out.push_back(text.substr(at, end - at));
        at = end;
    }
    return out;
}

using Words = std::vector<std::string_view>;

void put(std::vector<Difference>& out, Difference::Kind kind, std::string_view word)
{
    if (!out.empty() && out.back().kind == kind) {
        out.back().words += word;
        return;
    }
    // what goes out stands before what comes in
    if (kind == Difference::Kind::Out && !out.empty() && out.back().kind == Difference::Kind::In) {
        if (out.size() > 1 && out[out.size() - 2].kind == Difference::Kind::Out)
            out[out.size() - 2].words += word;
        else
            out.insert(out.end() - 1, {kind, std::string(word)});
        return;
    }
    out.push_back({kind, std::string(word)});
}

/// Myers' greedy search (1986), its fronts kept for the way back. Nothing where the texts have too little in common.
bool search(const Words& a, const Words& b, std::vector<Difference>& out)
{
    const auto n = std::int32_t(a.size()), m = std::int32_t(b.size());
    using Front = std::vector<std::int32_t>; // how far each diagonal came: of k at k + d + 1
    const auto at = [](const Front& front, std::int32_t k, std::int32_t d) { return front[std::size_t(k + d + 1)]; };
    // from which diagonal the step d came to k
    const auto down = [&](const Front& before, std::int32_t k, std::int32_t d) { return k == -d || (k != d && at(before, k - 1, d - 1) < at(before, k + 1, d - 1)); };
    std::vector<Front> fronts;
    std::int32_t found = -1;
    for (std::int32_t d = 0; d <= std::min(n + m, kMost) && found < 0; ++d) {
        Front now(std::size_t(2 * d + 3), 0);
        for (std::int32_t k = -d; k <= d && found < 0; k += 2) {
            std::int32_t x = 0;
            if (d > 0)
                x = down(fronts.back(), k, d) ? at(fronts.back(), k + 1, d - 1) : at(fronts.back(), k - 1, d - 1) + 1;
            while (x < n && x - k < m && a[std::size_t(x)] == b[std::size_t(x - k)])
                ++x;
            now[std::size_t(k + d + 1)] = x;
            if (x >= n && x - k >= m)
                found = d;
        }
        fronts.push_back(std::move(now));
    }
    if (found < 0)
        return false;
    std::vector<std::pair<Difference::Kind, std::string_view>> steps;
    std::int32_t x = n, y = m;
    for (auto d = found; d > 0; --d) {
        const auto& before = fronts[std::size_t(d - 1)];
        const bool in = down(before, x - y, d);
        const auto fromK = in ? x - y + 1 : x - y - 1;
        const auto fromX = at(before, fromK, d - 1), fromY = fromX - fromK;
        while (x > (in ? fromX : fromX + 1) && y > (in ? fromY + 1 : fromY))
            steps.emplace_back(Difference::Kind::Same, a[std::size_t(--x)]), --y;
        if (in)
            steps.emplace_back(Difference::Kind::In, b[std::size_t(--y)]);
        else
            steps.emplace_back(Difference::Kind::Out, a[std::size_t(--x)]);
    }
    while (x > 0)
        steps.emplace_back(Difference::Kind::Same, a[std::size_t(--x)]);
    for (auto it = steps.rbegin(); it != steps.rend(); ++it)
        put(out, it->first, it->second);
    return true;
}

Words linesOf(std::string_view text)
{
    Words out;
    while (!text.empty()) {
        const auto end = text.find('\n');
        out.push_back(text.substr(0, end == text.npos ? end : end + 1));
        text.remove_prefix(out.back().size());
    }
    return out;
}

void replaced(std::string_view before, std::string_view after, std::vector<Difference>& out)
{
    if (!search(wordsOf(before), wordsOf(after), out)) {
        put(out, Difference::Kind::Out, before);
        put(out, Difference::Kind::In, after);
    }
}

/// Line by line first, then word by word where lines were replaced.
void byLines(std::string_view before, std::string_view after, std::vector<Difference>& out)
{
    std::vector<Difference> lines;
    if (!search(linesOf(before), linesOf(after), lines)) {
        put(out, Difference::Kind::Out, before);
        put(out, Difference::Kind::In, after);
        return;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool both = lines[i].kind == Difference::Kind::Out && i + 1 < lines.size() && lines[i + 1].kind == Difference::Kind::In;
        if (both) {
            replaced(lines[i].words, lines[i + 1].words, out);
            ++i;
        } else {
            put(out, lines[i].kind, lines[i].words);
        }
    }
}

} // namespace

std::vector<Difference> wordDiff(std::string_view before, std::string_view after)
{
    auto a = wordsOf(before), b = wordsOf(after);
    std::vector<Difference> out;
    std::size_t head = 0, tail = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    for (std::size_t i = 0; i < head; ++i)
        put(out, Difference::Kind::Same, a[i]);
    const Words from(a.begin() + std::ptrdiff_t(head), a.end() - std::ptrdiff_t(tail)), to(b.begin() + std::ptrdiff_t(head), b.end() - std::ptrdiff_t(tail));
    const auto whole = [](const Words& words) { return words.empty() ? std::string_view{} : std::string_view(words.front().data(), std::size_t(words.back().data() + words.back().size() - words.front().data())); };
    if (!search(from, to, out))
        byLines(whole(from), whole(to), out);
    for (auto i = a.size() - tail; i < a.size(); ++i)
        put(out, Difference::Kind::Same, a[i]);
    return out;
}

} // namespace text
