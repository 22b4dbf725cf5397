#include "text/pattern_set.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <utility>

namespace text {

namespace {

RE2::Options options()
{
    RE2::Options out;
    out.set_log_errors(false);
    out.set_max_mem(std::int64_t{24} << 20); // names of any letters take many states: with less the automaton is thrown away and built anew again and again
    return out;
}

constexpr std::pair<const char*, PatternSet::Sign> kNames[] = {{"digit", PatternSet::Digit}, {"at", PatternSet::At}, {"percent", PatternSet::Percent}, {"star", PatternSet::Star}, {"colon", PatternSet::Colon},
    {"quote", PatternSet::Quote}, {"money", PatternSet::Money}, {"slash", PatternSet::Slash}, {"hyphen", PatternSet::Hyphen}, {"stop", PatternSet::Stop}, {"number", PatternSet::Number}, {"hex", PatternSet::Hex},
    {"title", PatternSet::Title}, {"comma", PatternSet::Comma}, {"bracket", PatternSet::Bracket}};

} // namespace

struct PatternSet::Parts
{
    struct Pattern { std::unique_ptr<RE2> re; std::uint32_t needs = 0; bool whole = false; }; ///< whole: its only group holds all of the match
    std::vector<Pattern> patterns;
    std::vector<std::unique_ptr<RE2::Set>> groups;
};

PatternSet::PatternSet() : m_parts(std::make_unique<Parts>()) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::uint32_t PatternSet::sign(std::string_view name)
{
    for (const auto& [known, bit] : kNames)
        if (name == known)
            return bit;
    return 0;
}

std::uint32_t PatternSet::signs(std::string_view text)
{
    std::uint32_t out = 0;
    std::size_t digits = 0, hex = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool digit = c >= '0' && c <= '9';
        digits = digit ? digits + 1 : 0;
        hex = digit || (c >= 'a' && c <= 'f') ? hex + 1 : 0;
        if (digit) {
            out |= Digit | (digits >= 5 ? Number : 0u) | (hex >= 20 ? Hex : 0u);
            continue;
        }
        switch (c) {
        case '@': out |= At; break;
        case '%': out |= Percent; break;
        case '*': out |= i > 0 && text[i - 1] == '*' ? Star : 0u; break;
        case ':': out |= Colon; break;
        case '"': out |= Quote; break;
        case '$': out |= Money; break;
        case '/': out |= Slash; break;
        case '-': out |= Hyphen; break;
        case '.': out |= Stop; break;
        case '(': out |= Bracket; break;
        case '\xA3': case '\xA5': // £ ¥
            out |= i > 0 && text[i - 1] == '\xC2' ? Money : 0u;
            out |= i > 1 && text[i - 2] == '\xEF' ? Money : 0u; // ￥
            break;
        case '\x82': out |= i > 0 && text[i - 1] == '\xE2' ? Money : 0u; break; // € ₹
        default: out |= hex >= 20 ? Hex : 0u;
        }
    }
    if (!text.empty()) {
        out |= text[0] >= 'A' && text[0] <= 'Z' && text.size() < 64 ? Title : 0u;
        out |= text.back() == ',' ? Comma : 0u;
    }
    return out;
}

namespace {

/// Is @p pattern one group between borders ("\b(?P<value>…)\b")? Then the group need not be looked for.
bool oneGroup(std::string_view pattern)
{
    for (const std::string_view front : {"(?i)", "^", "\\b"})
        if (pattern.substr(0, front.size()) == front)
            pattern.remove_prefix(front.size());
    for (const std::string_view back : {"$", "\\b"})
        if (pattern.size() > back.size() && pattern.substr(pattern.size() - back.size()) == back)
            pattern.remove_suffix(back.size());
    if (pattern.substr(0, 4) != "(?P<")
        return false;
    int open = 0;
    bool set = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        if (c == '\\') {
            ++i;
        } else if (set) {
            set = c != ']';
        } else if (c == '[') {
            set = true;
            i += i + 1 < pattern.size() && pattern[i + 1] == '^';
            i += i + 1 < pattern.size() && pattern[i + 1] == ']';
        } else if (c == '(') {
            ++open;
        } else if (c == ')' && --open == 0) {
            return i + 1 == pattern.size();
        }
    }
    return false;
}

} // namespace

std::size_t PatternSet::add(const std::string& pattern, std::uint32_t needs, std::string* error)
{
    auto re = std::make_unique<RE2>(pattern, options());
    if (!re->ok()) {
        if (error)
            *error = re->error();
        return npos;
    }
    const bool whole = re->NumberOfCapturingGroups() == 1 && oneGroup(pattern);
    m_parts->patterns.push_back({std::move(re), needs, whole});
    return m_parts->patterns.size() - 1;
}

std::size_t PatternSet::size() const { return m_parts->patterns.size(); }
std::uint32_t PatternSet::needs(std::size_t pattern) const { return m_parts->patterns[pattern].needs; }

const std::string& PatternSet::source(std::size_t pattern) const { return m_parts->patterns[pattern].re->pattern(); }

std::size_t PatternSet::group(std::size_t pattern, const std::string& name) const
{
    const auto& names = m_parts->patterns[pattern].re->NamedCapturingGroups();
    const auto it = names.find(name);
    return it == names.end() ? npos : static_cast<std::size_t>(it->second - 1);
}

std::size_t PatternSet::group(const std::vector<std::uint32_t>& patterns)
{
    auto set = std::make_unique<RE2::Set>(options(), RE2::UNANCHORED);
    bool whole = true;
    for (const auto pattern : patterns)
        whole = whole && set->Add(m_parts->patterns[pattern].re->pattern(), nullptr) >= 0;
    m_parts->groups.push_back(whole && set->Compile() ? std::move(set) : nullptr);
    return m_parts->groups.size() - 1;
}

void PatternSet::warm() const
{
    for (const auto& pattern : m_parts->patterns)
        pattern.re->ReverseProgramSize(); // compiles it
}

bool PatternSet::matching(std::size_t group, std::string_view text, std::size_t begin, std::size_t end, std::vector<int>& out) const
{
    const auto& set = m_parts->groups[group];
    RE2::Set::ErrorInfo trouble{};
    out.clear();
    return set && (set->Match(re2::StringPiece(text.data() + begin, end - begin), &out, &trouble) || trouble.kind == RE2::Set::kNoError);
}

void PatternSet::find(std::size_t pattern, std::string_view text, std::size_t begin, std::size_t end, std::vector<Match>& out) const
{
    const re2::StringPiece stretch(text.data() + begin, end - begin);
    const auto& re = *m_parts->patterns[pattern].re;
    const bool whole = m_parts->patterns[pattern].whole;
    const int groups = std::min(re.NumberOfCapturingGroups(), static_cast<int>(kGroups));
    re2::StringPiece found[kGroups + 1];
    const auto place = [&](const re2::StringPiece& piece) {
        const auto from = static_cast<std::uint32_t>(piece.data() - text.data());
        return piece.data() ? Place{from, static_cast<std::uint32_t>(from + piece.size())} : Place{};
    };
    std::size_t at = 0;
    while (at <= stretch.size() && re.Match(stretch, at, stretch.size(), RE2::UNANCHORED, found, whole ? 1 : groups + 1)) {
        Match match;
        match.pattern = static_cast<std::uint32_t>(pattern);
        match.whole = place(found[0]);
        if (whole)
            match.groups[0] = match.whole;
        else
            for (int g = 0; g < groups; ++g)
                match.groups[static_cast<std::size_t>(g)] = place(found[g + 1]);
        out.push_back(match);
        at = match.whole.end - begin + (found[0].empty() ? 1 : 0);
    }
}

} // namespace text
