#include "library/located.h"

#include <algorithm>
#include <limits>

namespace library {

using Kind = Located::Kind;

namespace {

constexpr int kDeepest = 64; ///< a template is a handful deep; a hostile file must not exhaust the stack

/// Bytes of the character that begins at @p at; 0 where it is no UTF-8 (RFC 3629, Unicode table 3-7).
std::size_t characterAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u; };
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return tail(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool low = first != 0xE0 || byte(1) >= 0xA0;  // no overlong form
        const bool high = first != 0xED || byte(1) <= 0x9F; // no surrogate
        return low && high && tail(1) && tail(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool low = first != 0xF0 || byte(1) >= 0x90;
        const bool high = first != 0xF4 || byte(1) <= 0x8F;
        return low && high && tail(1) && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

void appendCharacter(std::string& to, unsigned code)
{
    const auto put = [&](unsigned byte) { to += static_cast<char>(byte); };
    if (code < 0x80)
        return put(code);
    if (code < 0x800) {
        put(0xC0 | (code >> 6));
    } else {
        if (code < 0x10000) {
            put(0xE0 | (code >> 12));
        } else {
            put(0xF0 | (code >> 18));
            put(0x80 | ((code >> 12) & 0x3F));
        }
        put(0x80 | ((code >> 6) & 0x3F));
    }
    put(0x80 | (code & 0x3F));
}

} // namespace

/// Recursive descent over RFC 8259; the first thing that is wrong ends it.
class JsonReader
{
public:
    explicit JsonReader(LocatedText& out) : m_out(out), m_json(out.m_json) {}

    bool run()
    {
        if (m_json.starts_with("\xEF\xBB\xBF")) // some editors write the mark
            m_at = 3;
        blanks();
        if (!value(m_out.m_root, 0))
            return false;
        blanks();
        return m_at == m_json.size() || fail("something stands behind the end");
    }
    std::string trouble;
    std::size_t troubleAt = 0;
    std::uint32_t troubleLine = 1;

private:
    bool fail(std::string what) { return failAt(std::move(what), m_at); }
    bool failAt(std::string what, std::size_t at)
    {
        trouble = std::move(what);
        troubleAt = at;
        troubleLine = m_line;
        return false;
    }
    int peek() const { return m_at < m_json.size() ? static_cast<unsigned char>(m_json[m_at]) : -1; }

    void blanks()
    {
        for (; m_at < m_json.size(); ++m_at) {
            const char c = m_json[m_at];
            if (c == '\n')
                ++m_line;
            else if (c != ' ' && c != '\r' && c != '\t')
                return;
        }
    }

    bool value(Located& to, int depth)
    {
        to.line = m_line;
        to.offset = static_cast<std::uint32_t>(m_at);
        switch (peek()) {
        case '{': return group(to, depth, '}');
        case '[': return group(to, depth, ']');
        case '"':
            to.kind = Kind::String;
            return string(to.text);
        case 't': return word(to, Kind::Boolean, "true");
        case 'f': return word(to, Kind::Boolean, "false");
        case 'n': return word(to, Kind::Null, "null");
        case -1: return fail("the file is cut short");
        default: return number(to);
        }
    }

    bool word(Located& to, Kind kind, std::string_view wanted)
    {
        if (m_json.substr(m_at, wanted.size()) != wanted)
            return fail("a value is wanted");
        to.kind = kind;
        to.text = kind == Kind::Null ? std::string_view() : m_json.substr(m_at, wanted.size());
        m_at += wanted.size();
        return true;
    }

    bool digits()
    {
        const auto before = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at > before;
    }

    bool number(Located& to)
    {
        const auto start = m_at;
        if (peek() == '-')
            ++m_at;
        const bool zero = peek() == '0';
        if (!digits())
            return failAt(start == m_at ? "a value is wanted" : "this is no number", start);
        if (zero && m_at - start > (m_json[start] == '-' ? 2u : 1u))
            return failAt("a number does not begin with 0", start);
        if (peek() == '.') {
            ++m_at;
            if (!digits())
                return failAt("this is no number", start);
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (!digits())
                return failAt("this is no number", start);
        }
        to.kind = Kind::Number;
        to.text = m_json.substr(start, m_at - start);
        return true;
    }

    bool string(std::string_view& to)
    {
        const auto start = ++m_at;
        for (; m_at < m_json.size();) {
            const auto byte = static_cast<unsigned char>(m_json[m_at]);
            if (byte == '"') {
                to = m_json.substr(start, m_at - start);
                ++m_at;
                return true;
            }
            if (byte == '\\')
                return escaped(start, to);
            if (!character())
                return false;
        }
        return failAt("the text has no end", start - 1);
    }

    /// Steps over one character of a string.
    bool character()
    {
        const auto byte = static_cast<unsigned char>(m_json[m_at]);
        if (byte >= 0x20 && byte < 0x80) {
            ++m_at;
            return true;
        }
        if (byte < 0x20)
            return fail("a line break or another control character stands in a text; write \\n");
        const auto size = characterAt(m_json, m_at);
        if (size == 0)
            return fail("these bytes are no UTF-8");
        m_at += size;
        return true;
    }

    bool escaped(std::size_t start, std::string_view& to)
    {
        std::string text(m_json.substr(start, m_at - start));
        while (m_at < m_json.size()) {
            const char c = m_json[m_at];
            if (c == '"') {
                ++m_at;
                to = m_out.m_texts.emplace_back(std::move(text));
                return true;
            }
            if (c != '\\') {
                const auto from = m_at;
                if (!character())
                    return false;
                text.append(m_json.substr(from, m_at - from));
                continue;
            }
            ++m_at;
            const int what = peek();
            const std::string_view plain = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
            const auto which = what < 0 ? plain.npos : plain.find(static_cast<char>(what));
            if (which != plain.npos) {
                text += meant[which];
                ++m_at;
            } else if (what == 'u') {
                if (!unicode(text))
                    return false;
            } else {
                return failAt("this escape is unknown", m_at - 1);
            }
        }
        return failAt("the text has no end", start - 1);
    }

    bool hex(unsigned& code)
    {
        code = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const int c = peek();
            const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
            if (digit < 0)
                return fail("\\u wants four hexadecimal digits");
            code = code * 16 + static_cast<unsigned>(digit);
        }
        return true;
    }

    bool unicode(std::string& text)
    {
        const auto start = m_at - 1;
        unsigned code = 0;
        ++m_at;
        if (!hex(code))
            return false;
        if (code >= 0xD800 && code <= 0xDBFF) {
            unsigned low = 0;
            if (m_json.substr(m_at, 2) != "\\u")
                return failAt("half a character stands alone", start);
            m_at += 2;
            if (!hex(low))
                return false;
            if (low < 0xDC00 || low > 0xDFFF)
                return failAt("half a character stands alone", start);
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        } else if (code >= 0xDC00 && code <= 0xDFFF) {
            return failAt("half a character stands alone", start);
        }
        appendCharacter(text, code);
        return true;
    }

    /// A list or an object: its values gather on a stack and move to a block of their own at its end.
    bool group(Located& to, int depth, char closing)
    {
        if (depth >= kDeepest)
            return fail("nested too deeply");
        const bool object = closing == '}';
        to.kind = object ? Kind::Object : Kind::List;
        ++m_at;
        const auto first = m_stack.size();
        blanks();
        if (peek() == closing) {
            ++m_at;
            return true;
        }
        for (;;) {
            Located one;
            if (object) {
                if (peek() != '"')
                    return fail(peek() < 0 ? "the file is cut short" : "the name of a member is wanted");
                const auto nameAt = m_at;
                if (!string(one.key))
                    return false;
                for (auto i = first; i < m_stack.size(); ++i)
                    if (m_stack[i].key == one.key)
                        return failAt("\"" + std::string(one.key) + "\" stands twice in one object", nameAt);
                blanks();
                if (peek() != ':')
                    return fail(peek() < 0 ? "the file is cut short" : "a colon is wanted behind the name");
                ++m_at;
                blanks();
            }
            if (!value(one, depth + 1))
                return false;
            m_stack.push_back(one);
            blanks();
            if (peek() == closing) {
                ++m_at;
                break;
            }
            if (peek() != ',')
                return fail(peek() < 0 ? "the file is cut short" : std::string("a comma or ") + closing + " is wanted");
            ++m_at;
            blanks();
        }
        const auto count = m_stack.size() - first;
        if (count > m_left) {
            m_left = std::max<std::size_t>(count, 1024);
            m_next = m_out.m_blocks.emplace_back(std::make_unique<Located[]>(m_left)).get();
        }
        std::copy(m_stack.begin() + static_cast<std::ptrdiff_t>(first), m_stack.end(), m_next);
        to.items = {m_next, count};
        m_next += count;
        m_left -= count;
        m_stack.resize(first);
        return true;
    }

    LocatedText& m_out;
    std::string_view m_json;
    std::size_t m_at = 0;
    std::uint32_t m_line = 1;
    std::vector<Located> m_stack;
    Located* m_next = nullptr;
    std::size_t m_left = 0;
};

const Located* Located::find(std::string_view name) const
{
    if (kind != Kind::Object)
        return nullptr;
    const auto it = std::find_if(items.begin(), items.end(), [&](const Located& item) { return item.key == name; });
    return it == items.end() ? nullptr : &*it;
}

appeal::Result<LocatedText> LocatedText::parse(std::string_view json, std::string_view name)
{
    LocatedText out;
    out.m_json = json;
    out.m_name = name;
    if (json.size() >= std::numeric_limits<std::uint32_t>::max())
        return appeal::Error{appeal::Error::Code::TooLarge, std::string(name), {}};
    JsonReader reader(out);
    if (!reader.run())
        return appeal::Error{appeal::Error::Code::BadTemplate, out.place(reader.troubleLine, reader.troubleAt), "this is no JSON: " + reader.trouble};
    return out;
}

std::string LocatedText::place(std::size_t line, std::size_t offset) const
{
    const auto before = m_json.substr(0, offset);
    const auto lineStart = before.rfind('\n') + 1; // npos + 1 is 0
    const auto column = 1 + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(lineStart), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; });
    return std::string(m_name) + ":" + std::to_string(line) + ":" + std::to_string(column);
}

std::string LocatedText::where(const Located& value) const { return place(value.line, value.offset); }

std::string LocatedText::path(const Located& value) const
{
    std::string out;
    const auto* at = &m_root;
    while (at != &value && !at->items.empty()) {
        // the last that begins at or before the value's place holds it
        auto it = std::upper_bound(at->items.begin(), at->items.end(), value.offset, [](std::uint32_t offset, const Located& item) { return offset < item.offset; });
        if (it == at->items.begin())
            break;
        --it;
        std::string step(it->key);
        if (at->kind == Kind::List) {
            const auto* id = it->find("id");
            if (!id)
                id = it->find("name");
            step = id && id->kind == Kind::String ? std::string(id->text) : std::to_string(it - at->items.begin());
        }
        out += (out.empty() ? "" : "/") + step;
        at = &*it;
    }
    return out;
}

} // namespace library
