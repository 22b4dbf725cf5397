#include "text/normalised.h"

#include "text/lines.h"
#include "text/markup.h"
#include "text/simplified.h"

#include <algorithm>

namespace text {

namespace {

unsigned char byte(char c) { return static_cast<unsigned char>(c); }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

/// ASCII that stands for a sign beyond ASCII; 0: none, 1: it is left out.
char plain(char32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return static_cast<char>(c - 0xFEE0);
    if ((c >= 0x2000 && c <= 0x200A) || c == 0xA0 || c == 0x202F || c == 0x205F || c == 0x3000)
        return ' ';
    if ((c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0xAD || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069))
        return 1;
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63)
        return '-';
    if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0xB4 || c == 0x2032)
        return '\'';
    if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB || c == 0x300C || c == 0x300D || c == 0x300E || c == 0x300F)
        return '"';
    if (c == 0x3010 || c == 0x3014)
        return '[';
    if (c == 0x3011 || c == 0x3015)
        return ']';
    if (c == 0xFFE5)
        return 0;
    return 0;
}

} // namespace

/// Builds the view, stretch by stretch.
class Normaliser
{
public:
    Normaliser(std::string_view original, Normalised& out) : m_text(original), m_out(out) {}

    void run()
    {
        m_out.m_view.reserve(m_text.size() + 1);
        for (const auto& line : linesOf(m_text)) {
            if (m_out.m_depths.empty() || m_out.m_depths.back().depth != line.depth)
                m_out.m_depths.push_back({static_cast<std::uint32_t>(m_out.m_view.size()), line.depth});
            if (!line.skip)
                content(line.begin, line.next == Line::Break::Hyphen ? hyphen(line) : line.end);
            if (line.end >= m_text.size() || line.skip || line.next == Line::Break::Hyphen)
                continue;
            if (line.next == Line::Break::Soft)
                replace(" ", line.end, line.end + 1);
            else
                copy(line.end, line.end + 1);
        }
    }

private:
    std::size_t hyphen(const Line& line) const { return m_text.rfind('-', line.end); }

    void copy(std::size_t begin, std::size_t end)
    {
        if (begin >= end)
            return;
        const auto at = static_cast<std::uint32_t>(m_out.m_view.size());
        auto& runs = m_out.m_runs;
        if (runs.empty() || runs.back().end != 0 || runs.back().origin + (at - runs.back().view) != begin)
            runs.push_back({at, static_cast<std::uint32_t>(begin), 0});
        m_out.m_view.append(m_text.substr(begin, end - begin));
    }

    void replace(std::string_view text, std::size_t begin, std::size_t end)
    {
        if (text.empty())
            return;
        m_out.m_runs.push_back({static_cast<std::uint32_t>(m_out.m_view.size()), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        m_out.m_view.append(text);
    }

    void content(std::size_t begin, std::size_t end)
    {
        std::size_t from = begin;
        for (std::size_t at = begin; at < end;) {
            const auto c = byte(m_text[at]);
            if (c < 0x80 && c != '[' && c != '<' && c != '&' && c != '$' && c != '\t') {
                ++at;
                continue;
            }
            if (c >= 0x80) {
                at = wide(at, end, from);
                continue;
            }
            std::size_t used = 0;
            if (c == '[' || c == '<') {
                used = tag(at, end, from);
            } else if (c == '&') {
                const auto character = entity(m_text.substr(at, std::min<std::size_t>(12, end - at)), used);
                if (used) {
                    copy(from, at);
                    replace(character == "\xC2\xA0" ? " " : character, at, at + used);
                }
            } else if (c == '$' && at + 1 < end && m_text[at + 1] == '{') { // a field that nobody filled
                const auto close = m_text.substr(0, std::min(end, at + 80)).find('}', at);
                if (close != std::string_view::npos) {
                    used = close + 1 - at;
                    copy(from, at);
                }
            } else if (c == '\t') {
                used = 1;
                copy(from, at);
                replace(" ", at, at + 1);
            }
            if (used) {
                at += used;
                from = at;
            } else {
                ++at;
            }
        }
        copy(from, end);
    }

    std::size_t tag(std::size_t at, std::size_t end, std::size_t from)
    {
        const auto found = tagAt(m_text.substr(at, end - at));
        if (found.length == 0)
            return 0;
        copy(from, at);
        if (found.valueLength) {
            replace(" ", at, at + 1);
            copy(at + found.valueAt, at + found.valueAt + found.valueLength);
            replace(" ", at + found.length - 1, at + found.length);
        } else if (found.item) {
            replace("\n- ", at, at + found.length);
        } else if (found.closing && (found.name == "td" || found.name == "th" || found.name == "TD" || found.name == "TH")) {
            replace(" | ", at, at + found.length);
        } else if (found.breaks) {
            replace(!found.closing && (found.name == "p" || found.name == "P") ? "\n\n" : "\n", at, at + found.length);
        }
        return found.length;
    }

    /// A character beyond ASCII; @p from moves behind it where it was replaced.
    std::size_t wide(std::size_t at, std::size_t end, std::size_t& from)
    {
        const auto c = byte(m_text[at]);
        const std::size_t length = std::min<std::size_t>(c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4, end - at);
        char32_t code = length == 2 ? c & 0x1Fu : length == 3 ? c & 0x0Fu : c & 0x07u;
        for (std::size_t i = 1; i < length; ++i)
            code = code << 6 | (byte(m_text[at + i]) & 0x3Fu);
        if (const char ascii = plain(code)) {
            copy(from, at);
            if (ascii != 1)
                replace({&ascii, 1}, at, at + length);
            from = at + length;
        } else if (length == 3 && code >= 0x3400) {
            if (const auto simple = simplified(code); simple != code) {
                copy(from, at + length); // of the same length: only the bytes change
                auto* bytes = m_out.m_view.data() + m_out.m_view.size() - 3;
                bytes[0] = static_cast<char>(0xE0 | simple >> 12);
                bytes[1] = static_cast<char>(0x80 | (simple >> 6 & 0x3F));
                bytes[2] = static_cast<char>(0x80 | (simple & 0x3F));
                from = at + length;
            }
        }
        return at + length;
    }

    std::string_view m_text;
    Normalised& m_out;
};

Normalised::Normalised(std::string_view original) : m_originalSize(original.size())
{
    Normaliser(original, *this).run();
}

const Normalised::Run* Normalised::run(std::size_t at) const
{
    const auto it = std::upper_bound(m_runs.begin(), m_runs.end(), at, [](std::size_t a, const Run& r) { return a < r.view; });
    return it == m_runs.begin() ? nullptr : &*(it - 1);
}

std::size_t Normalised::origin(std::size_t at) const
{
    if (at >= m_view.size())
        return m_originalSize;
    const auto* found = run(at);
    return !found ? 0 : found->end ? found->origin : found->origin + (at - found->view);
}

std::size_t Normalised::originEnd(std::size_t end) const
{
    if (end == 0)
        return 0;
    const auto* found = run(end - 1);
    return !found ? 0 : found->end ? found->end : found->origin + (end - found->view);
}

int Normalised::depth(std::size_t at) const
{
    const auto it = std::upper_bound(m_depths.begin(), m_depths.end(), at, [](std::size_t a, const Depth& d) { return a < d.view; });
    return it == m_depths.begin() ? 0 : (it - 1)->depth;
}

void Dense::make(std::string_view view, std::size_t begin, std::size_t end)
{
    text.resize(end - begin);
    at.resize(end - begin);
    start.resize(end - begin);
    auto* const bytes = text.data();
    auto* const places = at.data();
    auto* const starts = start.data();
    std::size_t count = 0;
    std::uint8_t flag = 2;
    char before = ' ';
    for (std::size_t i = begin; i < end; ++i) {
        char c = view[i];
        if (c == ' ' || c == '\n' || c == '\t' || c == '-' || c == '"') {
            flag = 2;
            before = c;
            continue;
        }
        if (c == '\'' || c == '`')
            continue;
        const bool letter = lower(c) || upper(c);
        if (flag == 0) {
            if (upper(c))
                flag = lower(before) || digit(before) ? 1 : 0;
            else if (digit(c) != digit(before) && (letter || digit(c)))
                flag = lower(before) || digit(before) || lower(c) ? 1 : 0;
            if (!letter && !digit(c))
                flag = 2;
            else if (!(lower(before) || upper(before) || digit(before)))
                flag = 2;
        }
        before = c;
        if (upper(c))
            c = static_cast<char>(c - 'A' + 'a');
        if (c == 'l')
            c = 'i';
        bytes[count] = c;
        places[count] = static_cast<std::uint32_t>(i);
        starts[count] = flag;
        ++count;
        flag = 0;
    }
    text.resize(count);
    at.resize(count);
    start.resize(count);
}

std::string dense(std::string_view phrase)
{
    Dense out;
    out.make(phrase, 0, phrase.size());
    return out.text;
}

} // namespace text
