#include "text/pattern_set.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
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
    {"title", PatternSet::Title}, {"comma", PatternSet::Comma}, {"bracket", PatternSet::Bracket}, {"numbers", PatternSet::Numbers}, {"date", PatternSet::Date}, {"heading", PatternSet::Heading}};

constexpr std::size_t kMemory = 2048;  // matches that are remembered; a power of two
constexpr std::size_t kRemembered = 40; // bytes of the longest

} // namespace

/// A match, where its groups are, and the bytes before and behind it, on which borders of words depend.
struct PatternSet::Memory::Known
{
    std::uint32_t pattern = ~0u;
    std::uint8_t size = 0, edges = 0; ///< edges: it begins or ends the stretch
    std::array<char, kRemembered + 2> text{};
    std::array<std::pair<std::uint8_t, std::uint8_t>, kGroups> groups{}; ///< {1, 0}: not there
};

PatternSet::Memory::Memory() : m_known(kMemory) {}
PatternSet::Memory::~Memory() = default;
PatternSet::Memory::Memory(Memory&&) noexcept = default;
PatternSet::Memory& PatternSet::Memory::operator=(Memory&&) noexcept = default;

struct PatternSet::Parts
{
    struct Pattern
    {
        std::unique_ptr<RE2> re;
        std::uint32_t needs = 0;
        bool whole = false;       ///< its only group holds all of the match
        bool blind = false;       ///< no digit is different from another to it
        std::uint32_t digits = 0; ///< it is a number by itself, of as many digits as there are bits
    };
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
    bool parted = false; // the number that ended last was parted by a sign from one before it
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool digit = c >= '0' && c <= '9';
        hex = digit || (c >= 'a' && c <= 'f') ? hex + 1 : 0;
        if (digit) {
            out |= digits == 0 && (out & Digit) != 0 ? Numbers : 0u;
            ++digits;
            out |= Digit | (digits >= 5 ? Number : 0u) | (hex >= 20 ? Hex : 0u);
            continue;
        }
        const bool parts = digits > 0 && (c == '.' || c == '-' || c == '/') && i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
        out |= parts && parted && digits <= 2 ? Date : 0u;
        parted = parts;
        digits = 0;
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
        out |= text.back() == ':' ? Heading : 0u;
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

/// Does @p pattern name no digit, but in counts ("{1,3}") and as "0-9"?
bool takesAnyDigit(std::string_view pattern)
{
    const auto digit = [&](std::size_t i) { return i < pattern.size() && pattern[i] >= '0' && pattern[i] <= '9'; };
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern.substr(i, 3) == "0-9") {
            i += 2;
        } else if (digit(i)) {
            return false;
        } else if (pattern[i] == '\\' && !digit(i + 1) && i + 1 < pattern.size()) {
            if (pattern[i + 1] == 'x' || pattern[i + 1] == 'Q') // a code, a quotation: whatever it says
                return false;
            ++i;
        } else if (pattern[i] == '{' && digit(i + 1)) {
            auto end = i + 1;
            while (digit(end) || (end < pattern.size() && pattern[end] == ','))
                ++end;
            if (end == pattern.size() || pattern[end] != '}')
                return false;
            i = end;
        }
    }
    return true;
}

/// The lengths that "\b(?P<value>\d{8,9}|\d{11,12})\b" lets a number have, as bits; 0 for any other pattern.
std::uint32_t digitsOnly(std::string_view pattern)
{
    constexpr std::string_view front = "\\b(?P<value>", back = ")\\b";
    if (pattern.substr(0, front.size()) != front || pattern.size() < front.size() + back.size() || pattern.substr(pattern.size() - back.size()) != back)
        return 0;
    pattern.remove_prefix(front.size());
    pattern.remove_suffix(back.size());
    std::uint32_t out = 0;
    while (!pattern.empty()) {
        unsigned bounds[2] = {0, 0};
        if (pattern.substr(0, 3) != "\\d{")
            return 0;
        std::size_t at = 3, which = 0;
        for (; at < pattern.size() && pattern[at] != '}'; ++at) {
            if (pattern[at] == ',' && which == 0)
                which = 1;
            else if (pattern[at] >= '0' && pattern[at] <= '9')
                bounds[which] = bounds[which] * 10 + static_cast<unsigned>(pattern[at] - '0');
            else
                return 0;
        }
        const auto most = which == 0 ? bounds[0] : bounds[1];
        if (at == pattern.size() || bounds[0] == 0 || most > 31 || most < bounds[0])
            return 0;
        for (auto length = bounds[0]; length <= most; ++length)
            out |= 1u << length;
        pattern.remove_prefix(at + 1);
        if (!pattern.empty() && (pattern[0] != '|' || pattern.size() == 1))
            return 0;
        pattern.remove_prefix(pattern.empty() ? 0 : 1);
    }
    return out;
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
    m_parts->patterns.push_back({std::move(re), needs, whole, takesAnyDigit(pattern), digitsOnly(pattern)});
    return m_parts->patterns.size() - 1;
}

std::size_t PatternSet::size() const { return m_parts->patterns.size(); }
std::uint32_t PatternSet::needs(std::size_t pattern) const { return m_parts->patterns[pattern].needs; }

bool PatternSet::blind(std::size_t pattern) const { return m_parts->patterns[pattern].blind; }
bool PatternSet::digits(std::size_t pattern) const { return m_parts->patterns[pattern].digits != 0; }

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

namespace {

/// The numbers of text[begin, end) that stand by themselves and are of as many digits as @p lengths has bits.
void findDigits(std::uint32_t pattern, std::uint32_t lengths, std::string_view text, std::size_t begin, std::size_t end, std::vector<PatternSet::Match>& out)
{
    for (auto at = begin; at < end;) {
        auto digits = at;
        while (digits < end && text[digits] >= '0' && text[digits] <= '9')
            ++digits;
        auto stop = digits;
        while (stop < end && ((text[stop] >= '0' && text[stop] <= '9') || (text[stop] >= 'a' && text[stop] <= 'z') || (text[stop] >= 'A' && text[stop] <= 'Z') || text[stop] == '_'))
            ++stop;
        if (const auto length = digits - at; stop == digits && length > 0 && length < 32 && (lengths >> length & 1) != 0) {
            PatternSet::Match match;
            match.pattern = pattern;
            match.whole = match.groups[0] = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop)};
            out.push_back(match);
        }
        at = stop + (stop == at);
    }
}

} // namespace

void PatternSet::find(std::size_t pattern, std::string_view text, std::size_t begin, std::size_t end, Memory& memory, std::vector<Match>& out) const
{
    const auto& entry = m_parts->patterns[pattern];
    if (entry.digits != 0) {
        findDigits(static_cast<std::uint32_t>(pattern), entry.digits, text, begin, end, out);
        return;
    }
    const re2::StringPiece stretch(text.data() + begin, end - begin);
    const auto& re = *entry.re;
    const int groups = std::min(re.NumberOfCapturingGroups(), static_cast<int>(kGroups));
    re2::StringPiece found[kGroups + 1];
    // where a match is two automata tell; where its groups are takes ten times as long, but for what was there before
    for (std::size_t at = 0; at <= stretch.size() && re.Match(stretch, at, stretch.size(), RE2::UNANCHORED, found, 1);) {
        const auto from = static_cast<std::size_t>(found[0].data() - stretch.data()), to = from + found[0].size();
        Match match;
        match.pattern = static_cast<std::uint32_t>(pattern);
        match.whole = {static_cast<std::uint32_t>(begin + from), static_cast<std::uint32_t>(begin + to)};
        if (entry.whole)
            match.groups[0] = match.whole;
        else if (groups > 0)
            findGroups(match, text.substr(begin, end - begin), from, to, memory);
        out.push_back(match);
        at = to + (from == to ? 1 : 0);
    }
}

void PatternSet::findGroups(Match& match, std::string_view stretch, std::size_t from, std::size_t to, Memory& memory) const
{
    const auto& re = *m_parts->patterns[match.pattern].re;
    const int groups = std::min(re.NumberOfCapturingGroups(), static_cast<int>(kGroups));
    Memory::Known known;
    Memory::Known* slot = nullptr;
    if (to - from <= kRemembered) {
        known.pattern = match.pattern;
        known.size = static_cast<std::uint8_t>(to - from);
        known.edges = static_cast<std::uint8_t>((from == 0 ? 1 : 0) + (to == stretch.size() ? 2 : 0));
        known.text[0] = from > 0 ? stretch[from - 1] : ' ';
        known.text[1] = to < stretch.size() ? stretch[to] : ' ';
        std::copy_n(stretch.data() + from, known.size, known.text.data() + 2);
        std::uint64_t hash = match.pattern * 4 + known.edges + 1;
        for (std::size_t i = 0; i < known.size + 2u; ++i)
            hash = (hash ^ static_cast<unsigned char>(known.text[i])) * 0x9E3779B97F4A7C15u;
        slot = &memory.m_known[hash >> 40 & (kMemory - 1)];
        if (slot->pattern == known.pattern && slot->size == known.size && slot->edges == known.edges && slot->text == known.text) {
            for (std::size_t g = 0; g < static_cast<std::size_t>(groups); ++g)
                if (const auto [first, last] = slot->groups[g]; first <= last)
                    match.groups[g] = {match.whole.begin + first, match.whole.begin + last};
            return;
        }
    }
    re2::StringPiece found[kGroups + 1];
    re.Match(re2::StringPiece(stretch.data(), stretch.size()), from, to, RE2::ANCHOR_BOTH, found, groups + 1);
    for (std::size_t g = 0; g < static_cast<std::size_t>(groups); ++g) {
        known.groups[g] = {1, 0};
        if (const auto& piece = found[g + 1]; piece.data()) {
            const auto first = static_cast<std::uint32_t>(piece.data() - stretch.data() - from);
            const auto last = static_cast<std::uint32_t>(first + piece.size());
            match.groups[g] = {match.whole.begin + first, match.whole.begin + last};
            known.groups[g] = {static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(last)};
        }
    }
    if (slot)
        *slot = known;
}

} // namespace text
