#include "text/lines.h"

#include <algorithm>
#include <array>

namespace text {

namespace {

bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
unsigned char byte(char c) { return static_cast<unsigned char>(c); }
/// The first byte of a Han character or of full-width and CJK punctuation.
bool wide(char c) { return byte(c) >= 0xE3 && byte(c) <= 0xEF && byte(c) != 0xEE; }

std::string_view strip(std::string_view line)
{
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t'))
        line.remove_prefix(1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
        line.remove_suffix(1);
    return line;
}

/// Columns on a terminal: wide characters take two.
std::size_t columns(std::string_view line)
{
    std::size_t out = 0;
    for (const char c : line)
        out += (byte(c) & 0xC0u) == 0x80u ? 0 : wide(c) ? 2 : 1;
    return out;
}

constexpr std::array<std::string_view, 38> kFinals{"a", "o", "e", "i", "u", "v", "ai", "ei", "ui", "ao", "ou", "iu", "ie", "ve", "ue", "er", "an", "en", "in", "un", "vn", "ang", "eng", "ing", "ong", "ia", "iao",
    "ian", "iang", "iong", "ua", "uo", "uai", "uan", "uang", "r", "n", "ng"};

bool syllable(std::string_view word)
{
    std::size_t initial = 0;
    if (word.size() > 2 && (word.substr(0, 2) == "zh" || word.substr(0, 2) == "ch" || word.substr(0, 2) == "sh"))
        initial = 2;
    else if (!word.empty() && std::string_view("bpmfdtnlgkhjqxrzcsyw").find(word[0]) != std::string_view::npos)
        initial = 1;
    const auto rest = word.substr(initial);
    return std::find(kFinals.begin(), kFinals.end(), rest) != kFinals.end() && (initial != 0 || rest.size() > 1 || rest == "a" || rest == "e");
}

bool pinyin(std::string_view line)
{
    std::size_t words = 0, syllables = 0;
    for (std::size_t at = 0; at < line.size();) {
        const char c = line[at];
        if (byte(c) >= 0x80 || upper(c) || c == '@' || c == '/' || c == ':')
            return false;
        if (!lower(c)) {
            ++at;
            continue;
        }
        auto end = at;
        while (end < line.size() && lower(line[end]))
            ++end;
        ++words;
        syllables += end - at <= 6 && syllable(line.substr(at, end - at));
        at = end;
    }
    return words >= 2 && syllables == words;
}

bool endsSentence(std::string_view line)
{
    if (line.empty())
        return true;
    const char last = line.back();
    if (last == '.' || last == '!' || last == '?' || last == ':')
        return true;
    const auto three = line.size() >= 3 ? line.substr(line.size() - 3) : std::string_view{};
    return three == "。" || three == "！" || three == "？" || three == "：" || three == "；";
}

/// Is the break between two lines only a wrap? @p widest: the columns at which this text wraps; 0: it does not.
Line::Break breakBetween(std::string_view line, std::string_view next, std::size_t indent, std::size_t nextIndent, std::size_t widest)
{
    if (line.empty() || next.empty() || listMark(next) || labelLength(next) || line.find('|') != std::string_view::npos)
        return Line::Break::Hard;
    const auto width = columns(line);
    if (line.size() > 2 && line.back() == '-' && lower(line[line.size() - 2]) && lower(next[0]) && width > 20)
        return Line::Break::Hyphen;
    if (endsSentence(line))
        return Line::Break::Hard;
    const auto first = next.substr(0, next.find(' '));
    if (std::any_of(first.begin(), first.end(), [](char c) { return digit(c) || c == '@' || c == '/' || c == '_'; }) && lower(next[0]))
        return Line::Break::Hard; // an address, an id
    const bool opens = lower(next[0]) || (wide(next[0]) && wide(line[line.size() - std::min<std::size_t>(3, line.size())]));
    if (lower(next[0]) && (width >= 25 || line.back() == ',' || nextIndent > indent))
        return Line::Break::Soft;
    if (widest == 0 || width < 40)
        return Line::Break::Hard;
    if (next[0] == '(' && width >= 45)
        return Line::Break::Soft;
    const auto word = opens && wide(next[0]) ? 2 : columns(next.substr(0, next.find(' ')));
    const auto words = std::count(line.begin(), line.end(), ' ');
    return width + 1 + word > widest && (words >= 5 || wide(line[0])) ? Line::Break::Soft : Line::Break::Hard;
}

} // namespace

std::size_t listMark(std::string_view line)
{
    if (line.empty())
        return 0;
    const auto blankAt = [&](std::size_t i) { return i < line.size() && (line[i] == ' ' || line[i] == '\t'); };
    for (const std::string_view mark : {"•", "·", "・", "▪", "◦", "●", "○", "■", "□", "◆", "►", "✔", "✓", "☐", "→", "‣", "※", "»"})
        if (line.substr(0, mark.size()) == mark)
            return mark.size();
    if (byte(line[0]) == 0xE2 && line.size() > 2 && byte(line[1]) == 0x91) // ①…
        return 3;
    if ((line[0] == '-' || line[0] == '*' || line[0] == '+') && line.size() > 1)
        return blankAt(1) ? 2 : line.substr(0, 2) == "--" && blankAt(2) ? 3 : 0;
    std::size_t at = 0;
    const bool open = line[0] == '(' || line.substr(0, 3) == "（";
    if (open)
        at = line[0] == '(' ? 1 : 3;
    const auto first = at;
    while (at < line.size() && at - first < 2 && digit(line[at]))
        ++at;
    if (at == first) {
        while (at < line.size() && at - first < 4 && (line[at] == 'i' || line[at] == 'v' || line[at] == 'x'))
            ++at;
        if (at == first && at < line.size() && (lower(line[at]) || upper(line[at])))
            ++at;
    }
    for (const std::string_view number : {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"})
        if (at == first && line.substr(at, 3) == number)
            at += 3;
    if (at == first)
        return 0;
    const auto rest = line.substr(at);
    if (open)
        return !rest.empty() && rest[0] == ')' ? at + 1 : rest.substr(0, 3) == "）" ? at + 3 : 0;
    for (const std::string_view mark : {"、", "）", "．"})
        if (rest.substr(0, 3) == mark)
            return at + 3;
    if (!rest.empty() && rest[0] == ')')
        return at + 1;
    if (!rest.empty() && (rest[0] == '.' || rest[0] == '/') && (blankAt(at + 1) || (at + 1 < line.size() && wide(line[at + 1]))) && (digit(line[first]) || at - first == 1))
        return at + 1;
    return 0;
}

std::size_t labelLength(std::string_view line)
{
    const auto mark = listMark(line);
    std::size_t words = 0;
    for (std::size_t at = mark; at < line.size() && at - mark < 48; ++at) {
        const char c = line[at];
        if (c == ':' || line.substr(at, 3) == "：") {
            const bool address = line.substr(at, 3) == "://";
            return at > mark && !address && words <= 4 && (upper(line[mark]) || wide(line[mark]) || line[mark] == ' ') ? at : 0;
        }
        if (c == ' ')
            words += at > mark && line[at - 1] != ' ';
        else if (c == '.' || c == ',' || c == ';' || c == '"' || line.substr(at, 3) == "。" || line.substr(at, 3) == "，")
            return 0;
    }
    return 0;
}

std::vector<Line> linesOf(std::string_view text)
{
    std::vector<Line> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        Line line;
        auto begin = at;
        while (true) { // "> > "
            auto mark = begin;
            while (mark < end && (text[mark] == ' ' || text[mark] == '\t') && mark - begin < 4)
                ++mark;
            if (mark >= end || line.depth > 60)
                break;
            const bool bar = text[mark] == '|' && text.substr(mark + 1, end - mark - 1).find('|') == std::string_view::npos; // with a second one it is a table's row
            const bool escaped = text.substr(mark, 4) == "&gt;";
            if (text[mark] != '>' && !bar && !escaped)
                break;
            ++line.depth;
            begin = mark + (escaped ? 4 : 1);
        }
        if (line.depth > 0 && begin < end && text[begin] == ' ')
            ++begin;
        line.begin = static_cast<std::uint32_t>(begin);
        line.end = static_cast<std::uint32_t>(end);
        const auto content = text.substr(begin, end - begin);
        line.blank = strip(content).empty();
        line.han = std::any_of(content.begin(), content.end(), [](char c) { return byte(c) >= 0xE4 && byte(c) <= 0xE9; });
        lines.push_back(line);
        at = end + 1;
    }
    const auto content = [&](std::size_t i) { return text.substr(lines[i].begin, lines[i].end - lines[i].begin); };
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!lines[i].han && !lines[i].blank && ((i > 0 && lines[i - 1].han) || (i + 1 < lines.size() && lines[i + 1].han)))
            lines[i].skip = pinyin(content(i));
    // Where a text wraps shows in several lines of nearly one width; quoted lines are looked at by themselves.
    std::size_t wrap[2] = {0, 0};
    std::vector<std::size_t> widths(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = strip(content(i));
        widths[i] = columns(line);
        if (line.find(' ') != std::string_view::npos || lines[i].han)
            wrap[lines[i].depth > 0] = std::max(wrap[lines[i].depth > 0], widths[i]);
    }
    for (const bool quoted : {false, true}) {
        std::size_t near = 0;
        for (std::size_t i = 0; i < lines.size(); ++i)
            near += (lines[i].depth > 0) == quoted && widths[i] + 14 >= wrap[quoted];
        if (wrap[quoted] < 45 || wrap[quoted] > 110 || near < 3)
            wrap[quoted] = 0;
    }
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].blank || lines[i + 1].blank || lines[i].depth != lines[i + 1].depth || lines[i].skip || lines[i + 1].skip)
            continue;
        const auto a = content(i), b = content(i + 1);
        const auto indent = [](std::string_view s) { return std::min(s.find_first_not_of(" \t"), s.size()); };
        lines[i].next = breakBetween(strip(a), strip(b), indent(a), indent(b), wrap[lines[i].depth > 0]);
    }
    return lines;
}

} // namespace text
