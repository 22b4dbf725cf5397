#include "text/markup.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace text {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool same(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

template <std::size_t N>
bool oneOf(std::string_view name, const std::array<std::string_view, N>& names)
{
    return std::any_of(names.begin(), names.end(), [&](std::string_view n) { return same(n, name); });
}

constexpr std::array<std::string_view, 31> kBlocks{"p", "div", "br", "tr", "table", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "pre", "section",
    "article", "header", "footer", "body", "html", "form", "tbody", "thead", "caption", "center", "title"};
constexpr std::array<std::string_view, 6> kHidden{"script", "style", "head", "template", "svg", "noscript"};
constexpr std::array<std::string_view, 14> kInline{"b", "i", "u", "s", "em", "strong", "span", "font", "a", "img", "small", "sup", "sub", "code"};
constexpr std::array<std::string_view, 21> kForum{"b", "i", "u", "s", "url", "quote", "list", "*", "li", "img", "color", "size", "font", "code", "email", "center", "left", "right", "spoiler", "table", "td"};
constexpr std::array<std::string_view, 5> kForumBlocks{"quote", "list", "code", "center", "table"};

void put(std::string& out, std::uint32_t code)
{
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        code = 0xFFFD;
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | code >> 6);
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | code >> 12);
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | code >> 18);
        out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

struct Entity { std::string_view name; std::uint32_t code; };
constexpr Entity kEntities[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}, {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
    {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bull", 0x2022}, {"hellip", 0x2026}, {"middot", 0xB7}, {"copy", 0xA9}, {"reg", 0xAE}, {"trade", 0x2122}, {"euro", 0x20AC}, {"pound", 0xA3}, {"yen", 0xA5},
    {"cent", 0xA2}, {"sect", 0xA7}, {"deg", 0xB0}, {"times", 0xD7}, {"laquo", 0xAB}, {"raquo", 0xBB}, {"auml", 0xE4}, {"ouml", 0xF6}, {"uuml", 0xFC}, {"Auml", 0xC4}, {"Ouml", 0xD6}, {"Uuml", 0xDC},
    {"szlig", 0xDF}, {"eacute", 0xE9}, {"egrave", 0xE8}, {"agrave", 0xE0}, {"ccedil", 0xE7}, {"rarr", 0x2192}, {"ensp", 0x20}, {"emsp", 0x20}, {"thinsp", 0x20}, {"zwnj", 0x200C}, {"shy", 0xAD}};

/// Collects text with blanks as a browser shows them.
class Page
{
public:
    void text(std::string_view piece)
    {
        for (const char c : piece) {
            if (blank(c)) {
                m_blank = true;
                continue;
            }
            flush();
            m_out += c;
        }
    }
    void raw(const std::string& piece)
    {
        flush();
        m_out += piece;
    }
    void lines(int count)
    {
        m_blank = false;
        m_lines = std::max(m_lines, m_out.empty() ? 0 : count);
    }
    void gap() { m_blank = true; }
    std::string take() { return std::move(m_out); }

private:
    void flush()
    {
        if (m_lines > 0)
            m_out.append(static_cast<std::size_t>(m_lines), '\n');
        else if (m_blank && !m_out.empty() && m_out.back() != '\n')
            m_out += ' ';
        m_lines = 0;
        m_blank = false;
    }
    std::string m_out;
    int m_lines = 0;
    bool m_blank = false;
};

/// The end of the tag that starts at @p at ('<'), behind its '>'; npos where it never ends.
/// @param hopeless up to where no tag ends, as an earlier call found: keeps the whole linear
std::size_t endOfTag(std::string_view html, std::size_t at, std::size_t& hopeless)
{
    if (at < hopeless)
        return std::string_view::npos;
    char quote = 0;
    std::size_t quoted = 0;
    for (std::size_t i = at + 1; i < html.size(); ++i) {
        const char c = html[i];
        if (quote) {
            if (c == quote)
                quote = 0;
            else if (i - quoted > 8192) {
                hopeless = quoted; // a quotation mark that is none
                return std::string_view::npos;
            }
        } else if ((c == '"' || c == '\'') && html[i - 1] == '=') {
            quote = c;
            quoted = i;
        } else if (c == '>') {
            return i + 1;
        }
    }
    hopeless = html.size();
    return std::string_view::npos;
}

std::string_view nameAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && end - at < 12 && (letter(text[end]) || digit(text[end])))
        ++end;
    return text.substr(at, end - at);
}

} // namespace

std::string entity(std::string_view text, std::size_t& used)
{
    used = 0;
    std::string out;
    if (text.size() < 3 || text[0] != '&')
        return out;
    if (text[1] == '#') {
        const bool hex = text.size() > 2 && lower(text[2]) == 'x';
        std::size_t i = hex ? 3 : 2;
        std::uint32_t code = 0;
        const auto first = i;
        for (; i < text.size() && i - first < 8; ++i) {
            const char c = lower(text[i]);
            if (digit(c))
                code = code * (hex ? 16 : 10) + static_cast<std::uint32_t>(c - '0');
            else if (hex && c >= 'a' && c <= 'f')
                code = code * 16 + static_cast<std::uint32_t>(c - 'a' + 10);
            else
                break;
        }
        if (i == first || i >= text.size() || text[i] != ';')
            return out;
        used = i + 1;
        put(out, code);
        return out;
    }
    const auto end = text.substr(0, 10).find(';');
    if (end == std::string_view::npos)
        return out;
    for (const auto& e : kEntities)
        if (text.substr(1, end - 1) == e.name) {
            used = end + 1;
            put(out, e.code);
        }
    return out;
}

bool looksLikeHtml(std::string_view text, std::string_view name)
{
    const auto ends = [&](std::string_view ending) { return name.size() >= ending.size() && same(name.substr(name.size() - ending.size()), ending); };
    const bool named = ends(".html") || ends(".htm") || ends(".xhtml");
    const auto start = text.substr(0, 2048);
    std::size_t at = 0;
    while (at < start.size() && blank(start[at]))
        ++at;
    const auto head = start.substr(at);
    for (const std::string_view opening : {"<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta", "<?xml"})
        if (same(head.substr(0, opening.size()), opening))
            return true;
    if (!named && (head.empty() || head[0] != '<'))
        return false;
    std::size_t tags = 0;
    for (std::size_t i = 0; i + 2 < text.size() && i < 65536; ++i)
        tags += text[i] == '<' && (letter(text[i + 1]) || text[i + 1] == '/');
    return tags >= (named ? 1u : 4u);
}

std::string htmlToText(std::string_view html)
{
    Page page;
    std::size_t at = 0, hopeless = 0;
    while (at < html.size()) {
        const auto special = std::min(html.find_first_of("<&", at), html.size());
        page.text(html.substr(at, special - at));
        at = special;
        if (at == html.size())
            break;
        if (html[at] == '&') {
            std::size_t used = 0;
            const auto character = entity(html.substr(at, 12), used);
            if (used == 0)
                page.text(html.substr(at, used = 1));
            else if (character == " " || character == "\xC2\xA0")
                page.gap();
            else
                page.raw(character);
            at += used;
            continue;
        }
        if (html.substr(at, 4) == "<!--") {
            const auto end = html.find("-->", at + 4);
            at = end == std::string_view::npos ? html.size() : end + 3;
            continue;
        }
        const char next = at + 1 < html.size() ? html[at + 1] : ' ';
        if (!letter(next) && next != '/' && next != '!' && next != '?') {
            page.text("<");
            ++at;
            continue;
        }
        const auto end = endOfTag(html, at, hopeless);
        if (end == std::string_view::npos) {
            page.text("<");
            ++at;
            continue;
        }
        const bool closing = next == '/';
        const auto name = nameAt(html, at + (closing ? 2 : 1));
        at = end;
        if (!closing && oneOf(name, kHidden)) {
            // to its closing tag, which must be of the same name
            std::size_t search = at;
            at = html.size();
            while ((search = html.find("</", search)) != std::string_view::npos) {
                if (same(nameAt(html, search + 2), name)) {
                    const auto close = html.find('>', search);
                    at = close == std::string_view::npos ? html.size() : close + 1;
                    break;
                }
                search += 2;
            }
            page.gap();
        } else if (same(name, "li")) {
            page.lines(1);
            if (!closing)
                page.raw("- ");
        } else if (same(name, "td") || same(name, "th")) {
            page.gap();
        } else if (same(name, "p") || (name.size() == 2 && lower(name[0]) == 'h' && digit(name[1]))) {
            page.lines(2);
        } else if (oneOf(name, kBlocks)) {
            page.lines(1);
        }
    }
    page.lines(1);
    auto out = page.take();
    if (!out.empty())
        out += '\n';
    return out;
}

Tag tagAt(std::string_view text)
{
    Tag tag;
    if (text.size() < 3 || (text[0] != '[' && text[0] != '<'))
        return tag;
    const bool html = text[0] == '<';
    std::size_t at = 1;
    tag.closing = text[at] == '/';
    at += tag.closing;
    tag.name = !html && text[at] == '*' ? text.substr(at, 1) : nameAt(text, at);
    at += tag.name.size();
    const bool known = html ? oneOf(tag.name, kInline) || oneOf(tag.name, kBlocks) || same(tag.name, "td") || same(tag.name, "th") || same(tag.name, "li") : oneOf(tag.name, kForum);
    if (tag.name.empty() || !known || at >= text.size())
        return tag;
    const auto end = text.substr(0, 2048).find_first_of(html ? "><\n" : "][\n", at); // the first of the three, so that no text is scanned twice
    if (end == std::string_view::npos || text[end] != (html ? '>' : ']'))
        return tag;
    const auto inside = text.substr(at, end - at);
    if (html ? !inside.empty() && !blank(inside[0]) && inside[0] != '/' : !inside.empty() && inside[0] != '=' && inside[0] != ' ')
        return tag;
    tag.length = end + 1;
    std::size_t value = std::string_view::npos;
    if (html) {
        const auto href = inside.find("href=\"");
        if (href != std::string_view::npos)
            value = at + href + 6;
    } else if (!inside.empty() && inside[0] == '=') {
        value = at + 1;
    }
    if (value != std::string_view::npos && (same(tag.name, "url") || same(tag.name, "a"))) {
        auto stop = value;
        if (!html && text[stop] == '"')
            ++stop, ++value;
        while (stop < end && text[stop] != '"')
            ++stop;
        tag.valueAt = value;
        tag.valueLength = stop - value;
    }
    tag.item = !tag.closing && (tag.name == "*" || same(tag.name, "li"));
    tag.breaks = tag.item || (html ? oneOf(tag.name, kBlocks) : oneOf(tag.name, kForumBlocks));
    return tag;
}

} // namespace text
