#include "desktop/rewording.h"

#include <algorithm>
#include <vector>

namespace desktop {

namespace {

/// A character or a slot of a template; a character, a printed value or a gap of a text.
struct Token
{
    std::size_t start = 0, end = 0;
    std::string slot; ///< empty: a character
};

std::size_t characterEnd(std::string_view text, std::size_t at)
{
    auto end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        ++end;
    return end;
}

std::string nameOf(std::string_view slot)
{
    const auto bar = slot.find('|');
    return std::string(slot.substr(0, bar));
}

std::vector<Token> tokensOfTemplate(std::string_view text)
{
    std::vector<Token> out;
    for (std::size_t i = 0; i < text.size();) {
        if (text.compare(i, 2, "{{") == 0)
            if (const auto close = text.find("}}", i + 2); close != text.npos) {
                out.push_back({i, close + 2, nameOf(text.substr(i + 2, close - i - 2))});
                i = close + 2;
                continue;
            }
        const auto end = characterEnd(text, i);
        out.push_back({i, end, {}});
        i = end;
    }
    return out;
}

std::vector<Token> tokensOfText(const appeal::Paragraph& p)
{
    std::vector<Token> atoms;
    for (const auto& use : p.uses)
        if (use.start < use.end && use.end <= p.text.size())
            atoms.push_back({use.start, use.end, nameOf(use.slot)});
    for (const auto& gap : p.gaps)
        if (gap.start < gap.end && gap.end <= p.text.size())
            atoms.push_back({gap.start, gap.end, "?" + gap.fact});
    std::sort(atoms.begin(), atoms.end(), [](const Token& a, const Token& b) { return a.start < b.start; });
    std::vector<Token> out;
    auto atom = atoms.begin();
    for (std::size_t i = 0; i < p.text.size();) {
        while (atom != atoms.end() && atom->start < i)
            ++atom; // overlapping ones: the first counts
        if (atom != atoms.end() && atom->start == i) {
            out.push_back(*atom);
            i = atom->end;
            continue;
        }
        const auto end = characterEnd(p.text, i);
        out.push_back({i, end, {}});
        i = end;
    }
    return out;
}

std::string lastPart(const std::string& name)
{
    const auto dot = name.rfind('.');
    return dot == name.npos ? name : name.substr(dot + 1);
}

bool same(const Token& a, const Token& b, std::string_view source, std::string_view text)
{
    if (a.slot.empty() != b.slot.empty())
        return false;
    if (a.slot.empty())
        return source.substr(a.start, a.end - a.start) == text.substr(b.start, b.end - b.start);
    return b.slot.front() == '?' ? lastPart(a.slot) == lastPart(b.slot.substr(1)) : a.slot == b.slot;
}

/// A stretch of the text and the stretch of the template that it was printed from; `plain`: character for character.
struct Piece
{
    std::size_t textStart = 0, textEnd = 0, sourceStart = 0, sourceEnd = 0;
    bool plain = false;
};

std::vector<std::pair<std::size_t, std::size_t>> matches(const std::vector<Token>& a, const std::vector<Token>& b, std::string_view source, std::string_view text)
{
    std::vector<std::pair<std::size_t, std::size_t>> out;
    std::size_t head = 0;
    while (head < a.size() && head < b.size() && same(a[head], b[head], source, text)) {
        out.emplace_back(head, head);
        ++head;
    }
    std::size_t tail = 0;
    while (tail < a.size() - head && tail < b.size() - head && same(a[a.size() - 1 - tail], b[b.size() - 1 - tail], source, text))
        ++tail;
    const auto n = a.size() - head - tail, m = b.size() - head - tail;
    if (n > 0 && m > 0 && n * m < 4'000'000) {
        // the longest common subsequence of what is left
        std::vector<unsigned short> table((n + 1) * (m + 1), 0);
        const auto cell = [&](std::size_t i, std::size_t j) -> unsigned short& { return table[i * (m + 1) + j]; };
        for (std::size_t i = n; i-- > 0;)
            for (std::size_t j = m; j-- > 0;)
                cell(i, j) = same(a[head + i], b[head + j], source, text) ? static_cast<unsigned short>(cell(i + 1, j + 1) + 1) : std::max(cell(i + 1, j), cell(i, j + 1));
        for (std::size_t i = 0, j = 0; i < n && j < m;) {
            if (same(a[head + i], b[head + j], source, text) && cell(i, j) == cell(i + 1, j + 1) + 1) {
                out.emplace_back(head + i, head + j);
                ++i;
                ++j;
            } else if (cell(i + 1, j) >= cell(i, j + 1)) {
                ++i;
            } else {
                ++j;
            }
        }
    }
    for (std::size_t k = tail; k > 0; --k)
        out.emplace_back(a.size() - k, b.size() - k);
    return out;
}

std::vector<Piece> align(const appeal::Paragraph& p)
{
    const auto a = tokensOfTemplate(p.source);
    const auto b = tokensOfText(p);
    std::vector<Piece> out;
    std::size_t i = 0, j = 0;
    const auto between = [&](std::size_t toA, std::size_t toB) {
        if (i == toA && j == toB)
            return;
        Piece piece;
        piece.sourceStart = i < a.size() ? a[i].start : p.source.size();
        piece.sourceEnd = toA > i ? a[toA - 1].end : piece.sourceStart;
        piece.textStart = j < b.size() ? b[j].start : p.text.size();
        piece.textEnd = toB > j ? b[toB - 1].end : piece.textStart;
        out.push_back(piece);
    };
    for (const auto& [x, y] : matches(a, b, p.source, p.text)) {
        between(x, y);
        const bool plain = a[x].slot.empty();
        if (plain && !out.empty() && out.back().plain && out.back().textEnd == b[y].start && out.back().sourceEnd == a[x].start) {
            out.back().textEnd = b[y].end;
            out.back().sourceEnd = a[x].end;
        } else {
            out.push_back({b[y].start, b[y].end, a[x].start, a[x].end, plain});
        }
        i = x + 1;
        j = y + 1;
    }
    between(a.size(), b.size());
    return out;
}

/// The slots inside a stretch that the program added by itself, so that they stay live.
std::string withSlots(const appeal::Paragraph& p, std::size_t start, std::size_t end)
{
    std::string out;
    for (const auto& use : p.uses)
        if (use.start >= start && use.end <= end) {
            out += p.text.substr(start, use.start - start);
            out += "{{" + use.slot + "}}";
            start = use.end;
        }
    return out + p.text.substr(start, end - start);
}

/// Where an edit took one end of a "[[ … ]]", the other end goes too: it would stand in the letter.
std::string paired(std::string text)
{
    std::size_t open = text.npos;
    for (std::size_t at = 0; at + 1 < text.size();) {
        const auto two = std::string_view(text).substr(at, 2);
        if (two == "[[" && open == text.npos) {
            open = at;
            at += 2;
        } else if (two == "[[" || (two == "]]" && open == text.npos)) {
            text.erase(at, 2);
        } else if (two == "]]") {
            open = text.npos;
            at += 2;
        } else {
            ++at;
        }
    }
    if (open != text.npos)
        text.erase(open, 2);
    return text;
}

} // namespace

std::string reworded(const appeal::Paragraph& p, std::size_t at, std::size_t removed, std::string_view typed)
{
    at = std::min(at, p.text.size());
    const auto end = std::min(at + removed, p.text.size());
    std::string out;
    bool inserted = false;
    const auto insert = [&] {
        if (!inserted)
            out += typed;
        inserted = true;
    };
    for (const auto& piece : align(p)) {
        const auto source = std::string_view(p.source).substr(piece.sourceStart, piece.sourceEnd - piece.sourceStart);
        const bool hidden = piece.textStart == piece.textEnd;
        if (hidden) {
            // at the very end it is put behind what cannot be seen: before it, it would be words of a sentence that falls
            const bool last = piece.textStart == p.text.size();
            if (last && source.find_first_not_of(" \n") == source.npos)
                continue; // blanks that an earlier key press left at the end
            if (!(at < piece.textStart && piece.textStart < end))
                out += source;
            continue;
        }
        const bool touched = at < end ? at < piece.textEnd && end > piece.textStart : at > piece.textStart && at < piece.textEnd;
        if (!touched) {
            if (at <= piece.textStart)
                insert();
            out += source.empty() ? withSlots(p, piece.textStart, piece.textEnd) : std::string(source);
            if (at == piece.textEnd && at == end && piece.plain && at < p.text.size())
                insert();
            continue;
        }
        const auto from = std::max(at, piece.textStart), to = std::min(end, piece.textEnd);
        const bool plain = piece.plain;
        out += plain ? std::string(source.substr(0, from - piece.textStart)) : p.text.substr(piece.textStart, from - piece.textStart);
        insert();
        out += plain ? std::string(source.substr(to - piece.textStart)) : p.text.substr(to, piece.textEnd - to);
    }
    insert();
    return p.source.find("[[") == p.source.npos ? out : paired(std::move(out));
}

} // namespace desktop
