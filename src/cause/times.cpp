#include "cause/times.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace cause {

namespace {

using Place = text::PatternSet::Place;

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// The value that a word of @p kind ("month", "unit") stands for; "" where it is none.
const std::string& wordValue(const RuleBook& book, std::string_view kind, std::string_view word)
{
    return book.word(kind, lowered(word));
}

bool valid(const DateAt& d)
{
    if (d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 || (d.year != 0 && (d.year < 1990 || d.year > 2099)))
        return false;
    const auto ymd = std::chrono::year(d.year ? d.year : 2024) / d.month / d.day;
    return ymd.ok();
}

struct Numeric { DateAt date; int first = 0, second = 0; char separator = 0; };

} // namespace

std::string DateAt::iso() const
{
    char out[32];
    if (year)
        std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
    else
        std::snprintf(out, sizeof out, "--%02d-%02d", month, day);
    return out;
}

std::optional<appeal::Date> DateAt::date(std::optional<appeal::Date> near) const
{
    if (year)
        return appeal::Date{std::chrono::year(year), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day))};
    if (!near)
        return std::nullopt;
    std::optional<appeal::Date> best;
    for (int y = int(near->year()) - 1; y <= int(near->year()) + 1; ++y) {
        const appeal::Date candidate{std::chrono::year(y), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day))};
        if (candidate.ok() && (!best || std::abs(appeal::daysBetween(*near, candidate)) < std::abs(appeal::daysBetween(*near, *best))))
            best = candidate;
    }
    return best;
}

std::optional<std::int64_t> parseNumber(std::string_view text, const RuleBook& book)
{
    std::string digits;
    bool other = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c != ',' && c != ' ' && c != '.')
            other = true;
    }
    if (!digits.empty() && !other)
        return digits.size() > 12 ? std::nullopt : std::optional<std::int64_t>(std::stoll(digits));
    // words: "twenty-one", "一百八十"; a value "x100" multiplies what stands before it
    const auto lower = lowered(text);
    std::int64_t total = 0, current = 0;
    bool any = false;
    for (std::size_t at = 0; at < lower.size();) {
        if (lower[at] == ' ' || lower[at] == '-') {
            ++at;
            continue;
        }
        std::size_t used = std::min<std::size_t>(12, lower.size() - at);
        std::string value;
        for (; used > 0; --used)
            if (value = book.word("number", std::string_view(lower).substr(at, used)); !value.empty())
                break;
        if (used == 0)
            return std::nullopt;
        any = true;
        if (value[0] == 'x') {
            total += std::max<std::int64_t>(current, 1) * std::stoll(value.substr(1));
            current = 0;
        } else {
            current += std::stoll(value);
        }
        at += used;
    }
    return any ? std::optional(total + current) : std::nullopt;
}

namespace {

class Finder
{
public:
    Finder(const NoticeText& notice, bool monthFirst) : m_notice(notice), m_monthFirst(monthFirst) {}

    Times run()
    {
        const auto& statements = m_notice.statements();
        for (std::uint32_t s = 0; s < statements.size(); ++s)
            for (auto i = statements[s].matches; i < statements[s].matchesEnd; ++i) {
                const auto& match = m_notice.matches()[i];
                const auto gives = m_notice.book().gives(match.pattern);
                if (gives != Gives::Date && gives != Gives::Duration)
                    continue;
                const auto& info = m_notice.book().patternInfo()[match.pattern];
                if (gives == Gives::Date)
                    date(match, info, s);
                else
                    duration(match, info, s);
            }
        settleOrder();
        sortOut(m_out.dates);
        std::erase_if(m_out.durations, [&](const DurationAt& d) { // "8月4日" holds no 4 days
            const auto it = std::upper_bound(m_out.dates.begin(), m_out.dates.end(), d.end, [](std::uint32_t end, const DateAt& x) { return end <= x.begin; });
            return it != m_out.dates.begin() && (it - 1)->end > d.begin && (it - 1)->begin < d.end;
        });
        sortOut(m_out.durations);
        return std::move(m_out);
    }

private:
    std::string_view text(const Place& place) const { return place.there() ? m_notice.words(place.begin, place.end) : std::string_view{}; }
    Place group(const text::PatternSet::Match& match, const RuleBook::Pattern& info, RuleBook::Group which) const
    {
        const auto number = info.groups[which];
        return number < text::PatternSet::kGroups ? match.groups[number] : Place{};
    }
    int number(const Place& place) const
    {
        const auto value = place.there() ? parseNumber(text(place), m_notice.book()) : std::nullopt;
        return value && *value < 100000 ? static_cast<int>(*value) : 0;
    }

    void date(const text::PatternSet::Match& match, const RuleBook::Pattern& info, std::uint32_t statement)
    {
        DateAt d;
        d.statement = statement;
        const auto whole = group(match, info, RuleBook::Value).there() ? group(match, info, RuleBook::Value) : match.whole;
        d.begin = static_cast<std::uint32_t>(whole.begin);
        d.end = static_cast<std::uint32_t>(whole.end);
        const auto year = group(match, info, RuleBook::Year), month = group(match, info, RuleBook::Month), day = group(match, info, RuleBook::Day), name = group(match, info, RuleBook::Name);
        const auto yearText = text(year);
        if (!yearText.empty() && yearText[0] > '9') { // 二〇一六: digit by digit
            for (std::size_t i = 0; i + 2 < yearText.size(); i += 3)
                d.year = d.year * 10 + static_cast<int>(parseNumber(yearText.substr(i, 3), m_notice.book()).value_or(0));
        } else {
            d.year = number(year);
        }
        if (year.there() && year.end - year.begin == 2 && yearText[0] <= '9')
            d.year += 2000;
        if (name.there())
            d.month = std::atoi(wordValue(m_notice.book(), "month", text(name)).c_str());
        else
            d.month = number(month);
        d.day = number(day);
        if (info.target == "either") { // which of the two is the day, other dates of the text or the store say
            m_either.push_back({d, d.month, d.day, month.there() ? m_notice.view()[month.end] : '/'});
            return;
        }
        if (valid(d))
            m_out.dates.push_back(d);
    }

    void settleOrder()
    {
        std::map<char, int> first; // separator -> day first (+) or month first (-)
        for (const auto& e : m_either) {
            first[e.separator] += e.first > 12 && e.second <= 12;
            first[e.separator] -= e.second > 12 && e.first <= 12;
        }
        for (auto& e : m_either) {
            const int tells = first[e.separator];
            const bool dayFirst = e.first > 12 ? true : e.second > 12 ? false : tells != 0 ? tells > 0 : e.separator == '.' || (e.separator == '-' && !m_monthFirst) || !m_monthFirst;
            e.date.day = dayFirst ? e.first : e.second;
            e.date.month = dayFirst ? e.second : e.first;
            if (valid(e.date))
                m_out.dates.push_back(e.date);
        }
    }

    void duration(const text::PatternSet::Match& match, const RuleBook::Pattern& info, std::uint32_t statement)
    {
        DurationAt d;
        d.statement = statement;
        const auto value = group(match, info, RuleBook::Number), least = group(match, info, RuleBook::Least), unit = group(match, info, RuleBook::Unit), kind = group(match, info, RuleBook::Kind);
        d.value = value.there() ? number(value) : 1;
        if (d.value == 0)
            d.value = info.target == "one" ? 1 : 0; // "a week"
        if (least.there())
            d.least = number(least);
        d.unit = unit.there() ? wordValue(m_notice.book(), "unit", text(unit)) : "days";
        if (kind.there() && d.unit == "days" && wordValue(m_notice.book(), "daykind", text(kind)) == "business_days")
            d.unit = "business_days";
        d.ordinal = info.target == "ordinal";
        d.begin = static_cast<std::uint32_t>((least.there() ? least : value.there() ? value : match.whole).begin);
        d.end = static_cast<std::uint32_t>((unit.there() ? unit : match.whole).end);
        if (d.least && *d.least >= d.value)
            d.least.reset();
        if (d.value > 0 && !d.unit.empty() && !(d.unit == "years" && d.value > 30))
            m_out.durations.push_back(d);
    }

    /// By place; of those that overlap the longest stays.
    template <typename T>
    static void sortOut(std::vector<T>& list)
    {
        std::sort(list.begin(), list.end(), [](const T& a, const T& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
        std::vector<T> kept;
        for (auto& entry : list) {
            if (!kept.empty() && entry.begin < kept.back().end) {
                if (entry.end - entry.begin > kept.back().end - kept.back().begin)
                    kept.back() = std::move(entry);
                continue;
            }
            kept.push_back(std::move(entry));
        }
        list = std::move(kept);
    }

    const NoticeText& m_notice;
    bool m_monthFirst;
    Times m_out;
    std::vector<Numeric> m_either;
};

} // namespace

Times findTimes(const NoticeText& notice, bool monthFirst)
{
    return Finder(notice, monthFirst).run();
}

} // namespace cause
