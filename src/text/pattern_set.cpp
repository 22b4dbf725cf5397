#include "text/pattern_set.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

namespace text {

namespace {

RE2::Options options()
{
    RE2::Options out;
    out.set_log_errors(false);
    out.set_max_mem(std::int64_t{32} << 20);
    return out;
}

} // namespace

struct PatternSet::Parts
{
    std::vector<std::unique_ptr<RE2>> patterns;
    RE2::Set set{options(), RE2::UNANCHORED};
    bool compiled = false;
};

PatternSet::PatternSet() : m_parts(std::make_unique<Parts>()) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::size_t PatternSet::add(const std::string& pattern, std::string* error)
{
    auto re = std::make_unique<RE2>(pattern, options());
    if (!re->ok() || m_parts->set.Add(pattern, error) < 0) {
        if (error)
            *error = re->error();
        return npos;
    }
    m_parts->patterns.push_back(std::move(re));
    return m_parts->patterns.size() - 1;
}

void PatternSet::compile()
{
    m_parts->compiled = m_parts->set.Compile();
}

std::size_t PatternSet::size() const { return m_parts->patterns.size(); }

std::size_t PatternSet::group(std::size_t pattern, const std::string& name) const
{
    const auto& names = m_parts->patterns[pattern]->NamedCapturingGroups();
    const auto it = names.find(name);
    return it == names.end() ? npos : static_cast<std::size_t>(it->second - 1);
}

void PatternSet::find(std::string_view text, std::size_t begin, std::size_t end, std::vector<Match>& out) const
{
    const re2::StringPiece stretch(text.data() + begin, end - begin);
    thread_local std::vector<int> which;
    which.clear();
    RE2::Set::ErrorInfo info{};
    if (m_parts->compiled && !m_parts->set.Match(stretch, &which, &info)) {
        if (info.kind == RE2::Set::kNoError)
            return;
        for (std::size_t i = 0; i < m_parts->patterns.size(); ++i) // the set ran out of memory: ask each
            which.push_back(static_cast<int>(i));
    }
    for (const int number : which) {
        const auto& re = *m_parts->patterns[static_cast<std::size_t>(number)];
        const int groups = std::min(re.NumberOfCapturingGroups(), static_cast<int>(kGroups));
        re2::StringPiece found[kGroups + 1];
        const auto place = [&](const re2::StringPiece& piece) {
            const auto from = static_cast<std::size_t>(piece.data() - text.data());
            return piece.data() ? Place{from, from + piece.size()} : Place{};
        };
        std::size_t at = 0;
        while (at <= stretch.size() && re.Match(stretch, at, stretch.size(), RE2::UNANCHORED, found, groups + 1)) {
            Match match;
            match.pattern = static_cast<std::size_t>(number);
            match.whole = place(found[0]);
            for (int g = 0; g < groups; ++g)
                match.groups[static_cast<std::size_t>(g)] = place(found[g + 1]);
            out.push_back(match);
            at = match.whole.end - begin + (found[0].empty() ? 1 : 0);
        }
    }
}

} // namespace text
