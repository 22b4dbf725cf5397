#include "storage/archive.h"

#include <algorithm>
#include <set>

namespace storage::archive {

namespace {

// Nothing of ours is deeper than ten levels or has more than some ten thousand values. A hostile file must exhaust neither stack nor memory.
constexpr int kDeepest = 64;
constexpr std::size_t kMostValues = 4'000'000;
constexpr std::size_t kLongestNumber = 40; ///< characters
constexpr int kLargestExponent = 260;      ///< with the digits before it still within what a double holds

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Lines and characters are counted from 1.
std::string lineAndColumn(std::string_view text, std::size_t byte)
{
    std::size_t line = 1, column = 1;
    for (const char c : text.substr(0, byte)) {
        if (c == '\n') {
            ++line;
            column = 1;
        } else if (!continues(c)) {
            ++column;
        }
    }
    return std::to_string(line) + ":" + std::to_string(column);
}

/// The end of the number at @p at.
std::size_t numberEnd(std::string_view text, std::size_t at) { return std::min(text.find_first_not_of("0123456789+-.eE", at), text.size()); }

bool huge(std::string_view number)
{
    const auto exponent = number.find_first_of("eE");
    if (number.size() > kLongestNumber || exponent == number.npos)
        return number.size() > kLongestNumber;
    int value = 0;
    for (const char c : number.substr(exponent + 1))
        if (c >= '0' && c <= '9' && value <= kLargestExponent)
            value = value * 10 + (c - '0');
    return value > kLargestExponent;
}

std::optional<Trouble> outOfBounds(std::string_view text)
{
    int depth = 0;
    std::size_t values = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
            continue;
        }
        if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            ++values;
            if (++depth > kDeepest)
                return Trouble{lineAndColumn(text, i), "nested too deeply"};
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == ',') {
            ++values;
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            const auto end = numberEnd(text, i);
            if (huge(text.substr(i, end - i)))
                return Trouble{lineAndColumn(text, i), "the number is too large"};
            i = end - 1;
        }
        if (values > kMostValues)
            return Trouble{lineAndColumn(text, i), "too many values"};
    }
    return {};
}

/// The parser's reason without its number, its place and the words of the file.
std::string reasonOf(std::string what)
{
    if (const auto last = what.find("; last read:"); last != what.npos)
        what.resize(last);
    if (const auto dash = what.find(" - "); dash != what.npos)
        what.erase(0, dash + 3);
    else if (const auto colon = what.find(": "); colon != what.npos)
        what.erase(0, colon + 2);
    if (what.starts_with("unexpected end of input"))
        return "the file ends too early; is it whole?";
    return "this is no JSON: " + what;
}

} // namespace

std::string shortened(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return std::string(text);
    while (bytes > 0 && continues(text[bytes]))
        --bytes;
    return std::string(text.substr(0, bytes)) + "…";
}

std::string Path::text() const
{
    if (!up)
        return index ? "/" + std::to_string(*index) : std::string{};
    return up->text() + "/" + (index ? std::to_string(*index) : shortened(name));
}

void Writer::rest(const std::map<std::string, std::string>& more)
{
    std::set<std::string> there;
    for (const auto& [key, value] : json.items())
        there.insert(key);
    for (const auto& [key, text] : more)
        if (auto value = Json::parse(text, nullptr, false); !value.is_discarded() && there.count(key) == 0)
            put(json, key, std::move(value));
}

Parsed Reader::unknown() const
{
    Parsed out = Parsed::object();
    for (const auto& [key, value] : m_json.items())
        if (std::find(m_known.begin(), m_known.end(), key) == m_known.end())
            out[key] = value;
    return out;
}

void Reader::rest(std::map<std::string, std::string>& more)
{
    for (const auto& [key, value] : m_json.items())
        if (std::find(m_known.begin(), m_known.end(), key) == m_known.end())
            more[key] = value.dump();
}

void Reader::finish() const
{
    if (!m_path.strict)
        return;
    for (const auto& [key, value] : m_json.items())
        if (std::find(m_known.begin(), m_known.end(), key) == m_known.end())
            refuse(m_path, "unknown member \"" + shortened(key) + "\"");
}

std::variant<Parsed, Trouble> parse(std::string_view text)
{
    if (auto trouble = outOfBounds(text))
        return *std::move(trouble);
    try {
        return Parsed::parse(text);
    } catch (const Parsed::parse_error& e) {
        return Trouble{lineAndColumn(text, e.byte > 0 ? e.byte - 1 : 0), reasonOf(e.what())};
    } catch (const Parsed::exception&) {
        return Trouble{"1:1", "this is no JSON that can be read"};
    }
}

} // namespace storage::archive
