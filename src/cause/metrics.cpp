#include "cause/metrics.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

namespace cause {

namespace {

constexpr double kShare = 0.2; // of the whole, from which on a part is one of its causes
constexpr double kAside = 0.2; // factor of a scope below which a figure in it is no reproach
constexpr std::size_t kMostReadings = 400; // a notice has some; more is a pasted table, and each is held against the others

struct Mention { std::uint32_t begin = 0, end = 0, statement = 0; const library::Metric* metric = nullptr; };
struct Percent
{
    std::uint32_t begin = 0, end = 0, statement = 0;
    double share = 0, tolerance = 0;
    bool target = false;
    std::string sign; ///< of a target, where words give it
};
struct Integer { std::int64_t value = 0; std::uint32_t begin = 0, end = 0; };

double toDouble(std::string text)
{
    std::replace(text.begin(), text.end(), ',', '.');
    return std::strtod(text.c_str(), nullptr);
}

std::string share(double value)
{
    char out[32];
    std::snprintf(out, sizeof out, "%.6f", value);
    std::string text(out);
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
    return text;
}

/// Does @p at lie in one of @p list, which is in order of place?
template <typename T>
bool inside(const std::vector<T>& list, std::uint32_t at)
    {
        const auto it = std::upper_bound(list.begin(), list.end(), at, [](std::uint32_t a, const T& x) { return a < x.begin; });
        return it != list.begin() && at < (it - 1)->end;
    }
/// The first of @p list that begins at or behind @p at.
template <typename T>
auto from(const std::vector<T>& list, std::uint32_t at)
    {
        return std::lower_bound(list.begin(), list.end(), at, [](const T& x, std::uint32_t a) { return x.begin < a; });
    }

class Finder
{
public:
    Finder(const NoticeText& notice, const Times& times, const Spans& spans, const library::Catalogue& catalogue, const std::string& marketplace, const std::vector<std::string>& actions)
        : m_notice(notice), m_book(notice.book()), m_times(times), m_spans(spans), m_catalogue(catalogue), m_marketplace(marketplace), m_actions(actions)
    {
    }

    Metrics run()
    {
        collectMentions();
        if (m_mentions.empty())
            return {};
        collectPercents();
        for (const auto& p : m_percents)
            if (const auto* mention = mentionOf(p.begin, p.statement))
                p.target ? target(*mention, p) : value(*mention, p);
        points();
        ratios();
        parts();
        finish();
        return std::move(m_out);
    }

private:
    struct Open { const library::Metric* metric; std::uint32_t begin, statement; std::uint32_t place; }; ///< a reading and where its value stands
    appeal::MetricReading& reading(const Open& open) { return m_out.metrics[open.place]; }

    void collectMentions()
    {
        for (std::uint32_t n = 0; n < m_notice.statements().size(); ++n) {
            const auto& s = m_notice.statements()[n];
            if (s.speaker == Speaker::Seller || s.repeats() || !s.has(Use::Metric))
                continue;
            std::vector<Mention> here;
            for (auto h = s.hits; h < s.hitsEnd; ++h) {
                const auto& hit = m_notice.hits()[h];
                const auto& rule = m_notice.rule(hit);
                if (rule.use != Use::Metric)
                    continue;
                const auto* metric = m_catalogue.metric(m_book.target(rule));
                if (!metric || (!m_marketplace.empty() && std::find(metric->marketplaces.begin(), metric->marketplaces.end(), m_marketplace) == metric->marketplaces.end()))
                    continue;
                here.push_back({hit.begin, hit.end, n, metric});
            }
            std::sort(here.begin(), here.end(), [](const Mention& a, const Mention& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
            for (const auto& m : here)
                if (m_mentions.empty() || m_mentions.back().end <= m.begin)
                    m_mentions.push_back(m);
        }
    }

    void collectPercents()
    {
        const auto& statements = m_notice.statements();
        for (std::uint32_t n = 0; n < statements.size(); ++n) {
            const auto& s = statements[n];
            if (s.speaker == Speaker::Seller || s.repeats())
                continue;
            const auto first = m_percents.size();
            for (auto i = s.matches; i < s.matchesEnd; ++i) {
                const auto& match = m_notice.matches()[i];
                if (m_book.gives(match.pattern) != Gives::Percentage)
                    continue;
                const auto& info = m_book.patternInfo()[match.pattern];
                Percent p;
                const auto group = info.groups[RuleBook::Value];
                const auto place = group < text::PatternSet::kGroups && match.groups[group].there() ? match.groups[group] : match.whole;
                p.begin = static_cast<std::uint32_t>(place.begin);
                p.end = static_cast<std::uint32_t>(place.end);
                p.statement = n;
                const std::string text(m_notice.words(p.begin, p.end));
                p.share = toDouble(text) / 100;
                const auto point = text.find_first_of(".,");
                std::size_t decimals = 0;
                if (point != std::string::npos)
                    while (point + 1 + decimals < text.size() && text[point + 1 + decimals] >= '0' && text[point + 1 + decimals] <= '9')
                        ++decimals;
                p.tolerance = 0.7 * std::pow(10.0, -static_cast<double>(decimals) - 2);
                m_percents.push_back(p);
            }
            std::sort(m_percents.begin() + static_cast<std::ptrdiff_t>(first), m_percents.end(), [](const Percent& a, const Percent& b) { return a.begin < b.begin; });
            for (auto i = first; i < m_percents.size(); ++i)
                judge(m_percents[i], i > first ? m_percents[i - 1].end : s.at.begin, i + 1 < m_percents.size() ? m_percents[i + 1].begin : s.at.end, s);
            if (m_percents.size() - first == 2 && !m_percents[first].target && !m_percents[first + 1].target && tableWithTarget(s))
                m_percents[first + 1].target = true;
        }
    }

    /// Does a row of the table so far, or what stands above it, speak of a target? Asked in the order of the text.
    bool tableWithTarget(const Statement& s)
    {
        if (m_notice.words(s).find('|') == std::string_view::npos)
            return false;
        const auto& statements = m_notice.statements();
        const auto number = m_book.number(Use::Fact, "sign.target");
        for (const auto here = static_cast<std::size_t>(&s - statements.data()); m_looked <= here; ++m_looked)
            if (m_notice.hit(statements[m_looked], Use::Fact, number))
                m_targetParagraph = statements[m_looked].at.paragraph;
        return m_targetParagraph == s.at.paragraph || (s.head >= 0 && m_notice.hit(statements[static_cast<std::size_t>(s.head)], Use::Fact, number));
    }

    /// Is it a target? The words right before and behind it tell.
    void judge(Percent& p, std::uint32_t from, std::uint32_t to, const Statement& s) const
    {
        std::uint32_t nearest = 0;
        for (auto h = s.hits; h < s.hitsEnd; ++h) {
            const auto& hit = m_notice.hits()[h];
            const auto& rule = m_notice.rule(hit);
            if (rule.use != Use::Fact)
                continue;
            const auto& id = m_book.target(rule);
            if (id.compare(0, 5, "sign.") != 0)
                continue;
            const bool behind = id.compare(5, 6, "after_") == 0;
            const auto reach = id == "sign.target" ? 18u : 6u; // "target: under 4 %", "of less than 4%"
            if (behind ? hit.begin < p.end || hit.begin - p.end > 6 || hit.begin >= to : hit.end > p.begin || hit.begin < from || p.begin - hit.end > reach)
                continue;
            if (m_notice.words(behind ? p.end : hit.end, behind ? hit.begin : p.begin).find('(') != std::string_view::npos)
                continue;
            if (behind && opensNumber(hit.end)) // "3.4%, maximum 2%": of the number that follows
                continue;
            p.target = true;
            const auto what = id.substr(behind ? 11 : 5);
            const std::string sign = what == "below" ? "<" : what == "most" ? "<=" : what == "above" ? ">" : what == "least" ? ">=" : "";
            if (!sign.empty() && hit.end >= nearest) {
                p.sign = sign;
                nearest = hit.end;
            }
        }
    }

    bool opensNumber(std::uint32_t at) const
    {
        const auto& view = m_notice.view();
        while (at < view.size() && (view[at] == ' ' || view[at] == ':' || view[at] == '.'))
            ++at;
        return at < view.size() && view[at] >= '0' && view[at] <= '9';
    }

    /// The metric of which what stands at @p at speaks: the nearest name before it, near by; else the one right behind.
    const Mention* mentionOf(std::uint32_t at, std::uint32_t statement) const
    {
        const auto it = std::upper_bound(m_mentions.begin(), m_mentions.end(), at, [](std::uint32_t a, const Mention& m) { return a < m.begin; });
        const auto& s = m_notice.statements()[statement];
        const Mention* before = it == m_mentions.begin() ? nullptr : &*(it - 1);
        const Mention* behind = it == m_mentions.end() || it->statement != statement ? nullptr : &*it;
        if (before && before->statement == statement)
            return before;
        if (behind && behind->begin - at < 60)
            return behind;
        if (before) {
            const auto& b = m_notice.statements()[before->statement];
            const auto colon = m_notice.words(s.at.begin, at).find(':') != std::string_view::npos; // a line with a label of its own
            const bool near = statement - before->statement <= 3 && b.at.paragraph == s.at.paragraph && !(colon && s.at.opensLine);
            const bool row = s.at.line - b.at.line <= 1 && !colon;
            const bool under = s.head == static_cast<std::int32_t>(before->statement);
            if (near || row || under)
                return before;
        }
        return nullptr;
    }

    void value(const Mention& mention, const Percent& p)
    {
        auto& said = m_said[mention.metric];
        if (const auto near = said.lower_bound(p.share - 1e-9); (near != said.end() && *near < p.share + 1e-9) || m_out.metrics.size() >= kMostReadings)
            return; // said again
        said.insert(p.share);
        appeal::MetricReading out;
        out.id = mention.metric->id;
        out.value = p.share;
        out.written = m_notice.original(p.begin, p.end);
        out.at = m_notice.span(p.begin, p.end);
        m_open.push_back({mention.metric, p.begin, p.statement, static_cast<std::uint32_t>(m_out.metrics.size())});
        m_out.metrics.push_back(std::move(out));
        windowOf(m_out.metrics.back(), p.begin, p.end, p.statement);
        countsOf(m_out.metrics.back(), p, mention);
    }

    void target(const Mention& mention, const Percent& p)
    {
        const auto own = mention.metric->sign;
        const auto way = [](const std::string& sign) { return sign.empty() ? ' ' : sign[0]; };
        const auto sign = !p.sign.empty() && (own.empty() || way(p.sign) == way(own)) ? p.sign : own;
        if (!sign.empty())
            m_targets[mention.metric] = {sign + share(p.share), m_notice.original(p.begin, p.end)};
    }

    void windowOf(appeal::MetricReading& out, std::uint32_t begin, std::uint32_t end, std::uint32_t statement)
    {
        const AgeAt* best = nullptr;
        std::uint32_t bestGap = ~0u;
        const auto& s = m_notice.statements()[statement];
        const auto days = [](const AgeAt& w) { return w.unit == "days" ? w.value : w.unit == "weeks" ? w.value * 7 : 0; };
        for (auto it = from(m_spans.allWindows, s.at.begin); it != m_spans.allWindows.end() && it->begin < s.at.end; ++it) {
            const auto& w = *it;
            if (days(w) == 0)
                continue;
            std::uint32_t gap = w.begin >= end ? w.begin - end : begin - std::min(begin, w.end) + 15; // what follows rather than what stands before
            const auto low = w.begin >= end ? end : w.end, high = w.begin >= end ? w.begin : begin;
            for (auto p = from(m_percents, low); p != m_percents.end() && p->end <= high; ++p) // not over another value
                if (!p->target)
                    gap += 200;
            if (gap < bestGap) {
                bestGap = gap;
                best = &w;
            }
        }
        if (best)
            out.window = days(*best);
        for (auto it = from(m_times.dates, s.at.begin); it != m_times.dates.end() && it->begin < s.at.end; ++it) { // "between … and …"
            const auto& d = *it;
            if (!d.year)
                continue;
            if (!out.from)
                out.from = d.date();
            else if (!out.to && *d.date() > *out.from)
                out.to = d.date();
        }
        if (!out.to)
            out.from.reset();
    }

    std::vector<Integer> integers(std::size_t first, std::size_t to) const
    {
        std::vector<Integer> out;
        const auto& view = m_notice.view();
        const auto digit = [&](std::size_t i) { return i < view.size() && view[i] >= '0' && view[i] <= '9'; };
        for (auto at = first; at < to && out.size() < 60;) {
            if (!digit(at)) {
                ++at;
                continue;
            }
            auto end = at;
            std::int64_t number = 0;
            while (digit(end) || (view[end] == ',' && digit(end + 1) && digit(end + 2) && digit(end + 3) && !digit(end + 4))) {
                if (view[end] != ',' && number < 100000000)
                    number = number * 10 + (view[end] - '0');
                ++end;
            }
            const char before = at > 0 ? view[at - 1] : ' ', after = end < view.size() ? view[end] : ' ';
            const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
            const bool decimal = (after == '.' && digit(end + 1)) || (before == '.' && at > 1 && digit(at - 2));
            bool other = letter(before) || letter(after) || before == '-' || after == '-' || before == '/' || after == '/' || after == '%' || (after == ' ' && end + 1 < view.size() && view[end + 1] == '%') || before == '$'
                || decimal || number >= 10000000;
            const auto begin32 = static_cast<std::uint32_t>(at);
            other = other || inside(m_times.dates, begin32) || inside(m_times.durations, begin32);
            if (!other)
                out.push_back({number, begin32, static_cast<std::uint32_t>(end)});
            at = end;
        }
        return out;
    }

    /// Numerator and denominator: two whole numbers near by whose quotient is the value.
    void countsOf(appeal::MetricReading& out, const Percent& p, const Mention& mention)
    {
        const auto& statements = m_notice.statements();
        const bool part = !mention.metric->partOf.empty();
        const auto n = p.statement;
        const std::size_t low = part ? n : n - std::min<std::uint32_t>(n, 5), high = std::min<std::size_t>(statements.size() - 1, n + (part ? 0 : 5));
        const auto numbers = integers(std::max<std::size_t>(statements[low].at.begin, p.begin > 500 ? p.begin - 500 : 0), std::min<std::size_t>(statements[high].at.end, p.end + 400));
        if (part || p.share == 0) {
            const Integer* nearest = nullptr;
            for (const auto& i : numbers)
                if ((i.begin >= mention.end || i.end <= mention.begin) && i.begin >= statements[n].at.begin && i.end <= statements[n].at.end && (!nearest || std::abs(int(i.begin) - int(p.begin)) < std::abs(int(nearest->begin) - int(p.begin))))
                    nearest = &i;
            if (nearest && (p.share != 0 || nearest->value == 0))
                out.numerator = nearest->value;
        }
        if (p.share == 0)
            return;
        double bestDistance = 1e9;
        for (const auto& a : numbers)
            for (const auto& b : numbers) {
                if (a.value <= 0 || b.value < 10 || a.value > b.value || &a == &b || std::abs(double(a.value) / double(b.value) - p.share) > p.tolerance)
                    continue;
                const double distance = std::abs(double(a.begin) - p.begin) + std::abs(double(b.begin) - p.begin) + (statements[n].at.begin <= a.begin && a.begin < statements[n].at.end ? 0 : 200);
                if (distance < bestDistance) {
                    bestDistance = distance;
                    out.numerator = a.value;
                    out.denominator = b.value;
                }
            }
    }

    /// A metric in points ("your account health rating is 168").
    void points()
    {
        for (const auto& m : m_mentions) {
            if (m.metric->unit == "percentage" || m.metric->unit.empty() || m.metric->unit == "share" || known(m.metric))
                continue;
            const auto& s = m_notice.statements()[m.statement];
            const auto numbers = integers(m.end, std::min<std::size_t>(s.at.end, m.end + 60));
            if (numbers.empty())
                continue;
            appeal::MetricReading out;
            out.id = m.metric->id;
            out.value = static_cast<double>(numbers[0].value);
            out.written = m_notice.original(numbers[0].begin, numbers[0].end);
            out.at = m_notice.span(numbers[0].begin, numbers[0].end);
            m_out.metrics.push_back(std::move(out));
        }
    }

    /// "11 orders of 956" beside a name without a share.
    void ratios()
    {
        for (std::uint32_t n = 0; n < m_notice.statements().size(); ++n) {
            const auto& s = m_notice.statements()[n];
            for (auto i = s.matches; i < s.matchesEnd && !s.repeats(); ++i) {
                const auto& match = m_notice.matches()[i];
                if (m_book.gives(match.pattern) != Gives::Ratio)
                    continue;
                const auto& info = m_book.patternInfo()[match.pattern];
                const auto& a = match.groups[info.groups[RuleBook::Number]];
                const auto& b = match.groups[info.groups[RuleBook::Least]];
                const auto top = parseNumber(m_notice.words(a.begin, a.end), m_book), bottom = parseNumber(m_notice.words(b.begin, b.end), m_book);
                if (!top || !bottom || *bottom <= 0 || *top > *bottom)
                    continue;
                const auto* mention = mentionOf(static_cast<std::uint32_t>(match.whole.begin), n);
                if (!mention || mention->statement != n)
                    continue;
                if (known(mention->metric))
                    continue;
                appeal::MetricReading out;
                out.id = mention->metric->id;
                out.value = double(*top) / double(*bottom);
                out.numerator = *top;
                out.denominator = *bottom;
                out.at = m_notice.span(match.whole.begin, match.whole.end);
                m_open.push_back({mention->metric, static_cast<std::uint32_t>(match.whole.begin), n, static_cast<std::uint32_t>(m_out.metrics.size())});
                m_out.metrics.push_back(std::move(out));
                windowOf(m_out.metrics.back(), static_cast<std::uint32_t>(match.whole.begin), static_cast<std::uint32_t>(match.whole.end), n);
            }
        }
    }

    /// "negative feedback 4, chargebacks 0": the parts of a rate as counts.
    void parts()
    {
        for (const auto& m : m_mentions) {
            if (m.metric->partOf.empty() || known(m.metric))
                continue;
            const auto numbers = integers(m.end, std::min<std::size_t>(m_notice.statements()[m.statement].at.end, m.end + 14));
            if (numbers.empty() || numbers[0].begin - m.end > 12)
                continue;
            const appeal::MetricReading* whole = nullptr;
            for (const auto& r : m_out.metrics)
                if (r.id == m.metric->partOf)
                    whole = &r;
            if (!whole || (whole->numerator && numbers[0].value > *whole->numerator))
                continue;
            appeal::MetricReading out;
            out.id = m.metric->id;
            out.numerator = numbers[0].value;
            out.denominator = whole->denominator;
            if (whole->denominator)
                out.value = double(numbers[0].value) / double(*whole->denominator);
            else if (numbers[0].value == 0)
                out.value = 0;
            out.at = m_notice.span(numbers[0].begin, numbers[0].end);
            m_open.push_back({m.metric, numbers[0].begin, m.statement, static_cast<std::uint32_t>(m_out.metrics.size())});
            m_out.metrics.push_back(std::move(out));
        }
    }

    /// Is there a reading of this metric?
    bool known(const library::Metric* metric)
    {
        for (; m_counted < m_out.metrics.size(); ++m_counted)
            m_known.insert(m_out.metrics[m_counted].id);
        return m_known.count(metric->id) != 0;
    }

    struct Target { std::string target, written; };

    void finish()
    {
        for (const auto& open : m_open) {
            auto& r = reading(open);
            if (const auto t = m_targets.find(open.metric); t != m_targets.end()) {
                r.target = t->second.target;
                r.targetWritten = t->second.written;
            }
            if (!open.metric->channels.empty())
                r.channel = channelOf(open.statement);
            if (!r.window)
                r.window = onlyWindow(m_notice.statements()[open.statement].at.paragraph);
        }
        for (auto& r : m_out.metrics) { // a part takes after its whole
            const auto* metric = m_catalogue.metric(r.id);
            if (!metric || metric->partOf.empty())
                continue;
            for (const auto& whole : m_out.metrics)
                if (whole.id == metric->partOf) {
                    if (!r.window)
                        r.window = whole.window;
                    if (r.channel.empty())
                        r.channel = whole.channel;
                    if (!r.denominator)
                        r.denominator = whole.denominator;
                }
        }
        verdicts();
    }

    /// The only window of a paragraph and of those beside it counts for the values there.
    std::optional<int> onlyWindow(std::uint32_t paragraph)
    {
        const auto [it, fresh] = m_windows.try_emplace(paragraph);
        if (!fresh)
            return it->second;
        const auto& all = m_spans.allWindows;
        const auto there = [&](const AgeAt& w) { return m_notice.statements()[m_notice.statementAt(w.begin)].at.paragraph; };
        for (auto w = std::partition_point(all.begin(), all.end(), [&](const AgeAt& a) { return there(a) + 1 < paragraph; }); w != all.end() && there(*w) <= paragraph + 1; ++w)
            if (w->unit == "days") {
                if (it->second && *it->second != w->value)
                    return it->second = std::nullopt;
                it->second = w->value;
            }
        return it->second;
    }

    const std::string& channelOf(std::uint32_t statement)
    {
        const auto paragraph = m_notice.statements()[statement].at.paragraph;
        const auto [it, fresh] = m_channels.try_emplace(paragraph);
        if (fresh)
            it->second = channelNear(paragraph);
        return it->second;
    }

    std::string channelNear(std::uint32_t paragraph) const
    {
        const auto& all = m_notice.statements();
        bool self = std::any_of(m_actions.begin(), m_actions.end(), [](const auto& a) { return a == "seller_fulfilled_deactivated"; }), fba = false;
        for (auto it = std::partition_point(all.begin(), all.end(), [&](const Statement& s) { return s.at.paragraph + 1 < paragraph; }); it != all.end() && it->at.paragraph <= paragraph + 1; ++it) {
            if (it->speaker != Speaker::Marketplace)
                continue;
            self = self || m_notice.has(*it, Use::Fact, "channel.self");
            fba = fba || (it->at.paragraph == paragraph && m_notice.has(*it, Use::Fact, "channel.fba"));
        }
        return self ? "self" : fba ? "fba" : "";
    }

    void verdicts()
    {
        const auto holds = [](double value, const std::string& target) {
            const bool orEqual = target.size() > 1 && target[1] == '=';
            const double bound = std::strtod(target.c_str() + (orEqual ? 2 : 1), nullptr);
            return target[0] == '<' ? (orEqual ? value <= bound + 1e-9 : value < bound - 1e-9) : (orEqual ? value >= bound - 1e-9 : value > bound + 1e-9);
        };
        std::vector<bool> aside(m_out.metrics.size(), false); // what is only said by the way accuses of nothing
        for (const auto& open : m_open) {
            const auto& s = m_notice.statements()[open.statement];
            for (auto i = s.scopes; i < s.scopesEnd; ++i)
                if (const auto& scope = m_notice.scopes()[i]; scope.begin <= open.begin && open.begin < scope.end && m_book.scope(scope.scope).factor < kAside)
                    aside[open.place] = true;
        }
        for (std::size_t i = 0; i < m_out.metrics.size(); ++i) {
            const auto& r = m_out.metrics[i];
            const auto* metric = m_catalogue.metric(r.id);
            if (!metric || !r.value)
                continue;
            if (!metric->partOf.empty()) {
                double whole = 0;
                for (const auto& other : m_out.metrics)
                    if (other.id == metric->partOf && other.value)
                        whole = *other.value;
                if (*r.value == 0 || (r.numerator && *r.numerator == 0))
                    m_out.verdicts.met.insert(r.id);
                else if (!aside[i] && whole > 0 && *r.value >= kShare * whole)
                    m_out.verdicts.missed.insert(r.id);
                continue;
            }
            std::string target = r.target;
            if (target.empty() && !metric->target.empty() && !metric->sign.empty() && metric->unit == "percentage")
                target = metric->sign + share(toDouble(metric->target) / 100);
            if (target.empty())
                continue;
            if (const bool met = holds(*r.value, target); met || !aside[i])
                (met ? m_out.verdicts.met : m_out.verdicts.missed).insert(r.id);
        }
        for (const auto& id : m_out.verdicts.missed)
            m_out.verdicts.met.erase(id);
    }

    const NoticeText& m_notice;
    const RuleBook& m_book;
    const Times& m_times;
    const Spans& m_spans;
    const library::Catalogue& m_catalogue;
    const std::string& m_marketplace;
    const std::vector<std::string>& m_actions;
    std::vector<Mention> m_mentions;
    std::vector<Percent> m_percents;
    std::vector<Open> m_open;
    std::map<const library::Metric*, Target> m_targets;
    std::map<const library::Metric*, std::set<double>> m_said; ///< values that were read
    std::set<std::string> m_known; ///< metrics of the first m_counted readings
    std::size_t m_counted = 0, m_looked = 0; ///< m_looked: statements that tableWithTarget has seen
    std::uint32_t m_targetParagraph = ~0u; ///< the last one that speaks of a target
    std::map<std::uint32_t, std::optional<int>> m_windows; ///< by paragraph
    std::map<std::uint32_t, std::string> m_channels;
    Metrics m_out;
};

} // namespace

Metrics findMetrics(const NoticeText& notice, const Times& times, const Spans& spans, const library::Catalogue& catalogue, const std::string& marketplace, const std::vector<std::string>& actions)
{
    return Finder(notice, times, spans, catalogue, marketplace, actions).run();
}

} // namespace cause
