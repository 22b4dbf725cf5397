#include "cause/deadlines.h"

#include <algorithm>
#include <map>
#include <set>

namespace cause {

namespace {

bool in(const std::vector<std::string>& list, const std::string& id)
{
    return std::find(list.begin(), list.end(), id) != list.end();
}

} // namespace

std::optional<NoticeDate> findNoticeDate(const NoticeText& notice, const Times& times)
{
    const DateAt* best = nullptr;
    double bestScore = 0;
    const auto& statements = notice.statements();
    const auto lines = statements.empty() ? 0u : statements.back().at.line;
    for (const auto& date : times.dates) {
        const auto& s = statements[date.statement];
        if (s.repeats())
            continue;
        double score = date.year ? 1 : 0.2;
        // words before it on the line, and right behind it
        const auto [lineBegin, lineEnd] = notice.line(date.begin);
        for (auto n = date.statement + 1; n-- > 0 && statements[n].at.line == s.at.line && statements[n].at.end + 30 >= date.begin;)
            for (auto h = statements[n].hits; h < statements[n].hitsEnd; ++h) {
                const auto& hit = notice.hits()[h];
                const auto& rule = notice.rule(hit);
                if (rule.use != Use::Fact)
                    continue;
                const auto& id = notice.book().target(rule);
                const bool before = hit.end <= date.begin, near = before ? date.begin - hit.end <= 30 : hit.begin >= date.end ? hit.begin - date.end <= 24 : true;
                if (id == "date.label" && before && date.begin - hit.end <= 14)
                    score += 10;
                else if (id == "date.this" && near)
                    score += 9;
                else if (id == "date.from" && near)
                    score += 3;
                else if (id == "date.other" && near)
                    score -= 5;
            }
        const auto line = lineEnd - lineBegin, rest = line - std::min<std::size_t>(line, date.end - date.begin);
        if (rest <= 3)
            score += 6;
        else if (rest <= 60 && s.at.end - s.at.begin >= line - 4 && (s.at.line <= 6 || s.at.line + 6 >= lines))
            score += 3;
        if (s.at.line <= 3 || s.at.line + 2 >= lines)
            score += 1;
        if (s.speaker == Speaker::Seller && score < 9)
            score -= 4;
        if (s.speaker == Speaker::Earlier)
            score -= 8;
        if (score > bestScore) {
            bestScore = score;
            best = &date;
        }
    }
    if ((!best || bestScore < 3) && !times.dates.empty()) { // the only day of the text, unless something is wanted until then
        const auto same = std::all_of(times.dates.begin(), times.dates.end(), [&](const DateAt& d) { return d.iso() == times.dates[0].iso(); });
        const auto& only = times.dates[0];
        const auto& s = statements[only.statement];
        bool until = false;
        for (auto h = s.hits; h < s.hitsEnd; ++h) {
            const auto& hit = notice.hits()[h];
            const auto& rule = notice.rule(hit);
            until = until || (rule.use == Use::Deadline && notice.book().target(rule) == "until" && (hit.end <= only.begin ? only.begin - hit.end <= 4 : hit.begin - only.end <= 6));
        }
        if (same && !until && only.year && s.speaker == Speaker::Marketplace)
            return NoticeDate{*only.date(), only.begin, only.end};
    }
    if (!best || bestScore < 3 || !best->date())
        return std::nullopt;
    return NoticeDate{*best->date(), best->begin, best->end};
}

namespace {

class Finder
{
public:
    Finder(const NoticeText& notice, const Times& times, const Surroundings& around)
        : m_notice(notice), m_book(notice.book()), m_times(times), m_around(around), m_withDue(m_book.order("deadlines_due")), m_withFrom(m_book.order("deadlines_from"))
    {
    }

    Spans run()
    {
        for (const auto& s : m_notice.statements())
            m_evaluation = m_evaluation || m_notice.has(s, Use::Fact, "evaluation");
        for (const auto& duration : m_times.durations)
            take(duration);
        for (const auto& date : m_times.dates)
            takeDate(date);
        std::stable_sort(m_out.deadlines.begin(), m_out.deadlines.end(), [](const DeadlineAt& a, const DeadlineAt& b) { return a.begin < b.begin; });
        once();
        return std::move(m_out);
    }

private:
    struct Vote { std::string kind; double weight = 0; };

    /// The kind that the words around the span give it; "" for none of them.
    Vote kindOf(std::uint32_t begin, std::uint32_t end, std::uint32_t statement, bool date) const
    {
        std::map<std::uint32_t, double> votes, backing; // the best word for a kind, and what else speaks for it
        const bool ordered = !date && imperative(begin, statement);
        const auto collect = [&](const Statement& s, double factor, bool near) {
            for (auto h = s.hits; h < s.hitsEnd; ++h) {
                const auto& hit = m_notice.hits()[h];
                const auto& rule = m_notice.rule(hit);
                if (rule.use != Use::Deadline)
                    continue;
                double weight = rule.weight * factor;
                if (rule.timed) { // speaks of this span or of another one
                    if (!near || hit.begin > begin || hit.end < end)
                        continue;
                    weight *= m_notice.words(hit.begin, hit.end).find(';') == std::string_view::npos ? 1.25 : 0.6;
                } else if (near) {
                    // what stands nearest counts most; a comma or "and" between weakens
                    const auto gap = hit.end <= begin ? begin - hit.end : hit.begin >= end ? hit.begin - end : 0;
                    weight *= gap == 0 ? 1.15 : 1.0 / (1.0 + static_cast<double>(gap) / 160.0);
                    if (gap > 0) {
                        const auto between = hit.end <= begin ? m_notice.words(hit.end, begin) : m_notice.words(end, hit.begin);
                        if (between.find(';') != std::string_view::npos || between.find(". ") != std::string_view::npos || between.find("。") != std::string_view::npos)
                            weight *= 0.5;
                        else if (between.find(',') != std::string_view::npos)
                            weight *= 0.8;
                    }
                }
                const auto& kind = m_book.targets(Use::Deadline)[rule.target];
                if (const auto& entry = m_book.entry("deadline", kind); entry.has("bonus"))
                    weight *= entry["bonus"].value(1);
                if (ordered && in(m_book.order("deadlines_theirs"), kind))
                    weight *= 0.5;
                auto& vote = votes[rule.target];
                backing[rule.target] += std::min(vote, weight);
                vote = std::max(vote, weight);
            }
        };
        const auto& s = m_notice.statements()[statement];
        collect(s, 1, true);
        std::int32_t head = s.head;
        double factor = 0.6;
        for (int steps = 0; steps < 2 && head >= 0; ++steps, factor *= 0.7) {
            const auto& above = m_notice.statements()[static_cast<std::size_t>(head)];
            collect(above, above.heading && m_notice.words(above).ends_with('?') ? 2 * factor : factor, false);
            head = m_notice.statements()[static_cast<std::size_t>(head)].head;
        }
        if (statement > 0 && m_notice.statements()[statement - 1].at.paragraph == s.at.paragraph) {
            const auto& before = m_notice.statements()[statement - 1];
            const bool asked = before.at.line == s.at.line && m_notice.words(before).ends_with('?'); // "When will I hear? Within two days."
            collect(before, asked ? 1.6 : 0.4, false);
        }
        Vote best;
        for (const auto& [target, weight] : votes) {
            const auto& kind = m_book.targets(Use::Deadline)[target];
            if (date ? !m_book.entry("deadline", kind)["dates"].yes() : kind == "until")
                continue;
            const auto all = weight + 0.06 * std::min(backing[target], 3.0);
            if (all > best.weight)
                best = {kind, all};
        }
        return best;
    }

    /// "Reply to this message within …": the sentence, or its part, opens with what the seller is to do.
    bool imperative(std::uint32_t before, std::uint32_t statement) const
    {
        const auto& s = m_notice.statements()[statement];
        const auto number = m_book.number(Use::Fact, "do");
        for (auto h = s.hits; h < s.hitsEnd; ++h) {
            const auto& hit = m_notice.hits()[h];
            const auto& rule = m_notice.rule(hit);
            if (rule.use != Use::Fact || rule.target != number || hit.begin > before + 40)
                continue;
            if (hit.end < before && m_notice.words(hit.end, before).find(';') != std::string_view::npos)
                continue; // "Send it within …; we answer in …"
            const auto words = m_notice.words(hit.begin, hit.end);
            if (words.back() == 's' && words.find(' ') == std::string_view::npos)
                continue; // "Answers usually go out …"
            if (hit.begin <= s.at.begin + s.at.mark + 2u)
                return true;
            auto at = hit.begin;
            while (at > s.at.begin && m_notice.view()[at - 1] == ' ')
                --at;
            const char sign = at > s.at.begin ? m_notice.view()[at - 1] : ',';
            if (sign == ',' || sign == ':' || sign == ';')
                return true;
        }
        return false;
    }

    /// Which window it is that the seller has: by what is asked for and what was done.
    std::string answerKind(std::uint32_t statement) const
    {
        const auto& s = m_notice.statements()[statement];
        if (m_evaluation)
            return "retraction_window";
        const auto main = m_around.actions.empty() ? std::string{} : m_around.actions[0];
        if (m_notice.inScope(s, s.at.begin, "dispute_if"))
            return "appeal_window";
        if (in(m_book.order("actions_settled"), main)) // nothing is wanted of the seller: it is what they promise
            return "decision_time";
        if (in(m_book.order("actions_preview"), main))
            return "preview_window";
        if (m_notice.has(s, Use::Fact, "noun.appeal"))
            return "appeal_window";
        if (in(m_book.order("actions_response"), main) || in(m_book.order("ways_response"), m_around.way))
            return "response_window";
        return "appeal_window";
    }

    void take(const DurationAt& d)
    {
        const auto& s = m_notice.statements()[d.statement];
        if (s.speaker != Speaker::Marketplace || s.repeats())
            return;
        auto vote = kindOf(d.begin, d.end, d.statement, false);
        if (vote.kind.empty() || vote.weight < 0.25)
            return;
        if (vote.kind == "answer" && behindShare(d.begin))
            vote.kind = "metric_window";
        if (vote.kind == "document_age") {
            m_out.documentAges.push_back({d.value, d.unit, paperNear(d.begin, d.end, d.statement), d.begin, d.end});
            return;
        }
        if (vote.kind == "metric_window") {
            m_out.metricWindows.push_back({d.value, d.unit, {}, d.begin, d.end});
            m_out.allWindows.push_back(m_out.metricWindows.back());
            return;
        }
        if (vote.kind == "none" || d.unit == "years" || (vote.kind == "answer" && d.unit == "months" && d.value >= 12)) // nobody is given a year to answer
            return;
        DeadlineAt out;
        out.kind = vote.kind == "answer" ? answerKind(d.statement) : vote.kind;
        out.value = d.value;
        out.least = d.least;
        out.unit = d.unit;
        out.begin = d.begin;
        out.end = d.end;
        const auto start = startOf(d.begin, d.end, d.statement);
        if (in(m_withDue, out.kind) && start) {
            out.due = after(*start, d.value, d.unit);
            if (d.least)
                out.dueMin = after(*start, *d.least, d.unit);
        }
        if (in(m_withFrom, out.kind) && start)
            out.from = after(*start, d.value, d.unit);
        m_out.deadlines.push_back(std::move(out));
    }

    /// "5.9% in 30 days": the time over which a share was counted.
    bool behindShare(std::uint32_t begin) const
    {
        const auto before = m_notice.words(begin > 24 ? begin - 24 : 0, begin);
        const auto sign = before.rfind('%');
        if (sign == std::string_view::npos)
            return false;
        const auto between = before.substr(sign + 1);
        return between == " in " || between == " over " || between == " (" || between == " in the last " || between == " over the last " || between == " in the past " || between == " over the past ";
    }

    /// A day until which something is wanted.
    void takeDate(const DateAt& date)
    {
        const auto& s = m_notice.statements()[date.statement];
        if (s.speaker != Speaker::Marketplace || s.repeats())
            return;
        const auto vote = kindOf(date.begin, date.end, date.statement, true);
        if (vote.kind.empty() || vote.kind == "none" || !until(date))
            return;
        const auto base = m_around.noticeDate ? m_around.noticeDate : m_around.received;
        const auto due = date.date(base);
        if (!due || (base && appeal::daysBetween(*base, *due) <= 0))
            return;
        DeadlineAt out;
        out.kind = vote.kind == "answer" || vote.kind == "until" ? answerKind(date.statement) : vote.kind;
        if (!in(m_withDue, out.kind))
            return;
        out.due = due;
        out.unit = "days";
        out.value = base ? appeal::daysBetween(*base, *due) : 0;
        out.begin = date.begin;
        out.end = date.end;
        m_out.deadlines.push_back(std::move(out));
    }

    /// Does "by", "until", "之前" stand right at the day?
    bool until(const DateAt& date) const
    {
        const auto& s = m_notice.statements()[date.statement];
        const auto number = m_book.number(Use::Deadline, "until");
        const auto check = [&](const Statement& st, bool any) {
            for (auto h = st.hits; h < st.hitsEnd; ++h) {
                const auto& hit = m_notice.hits()[h];
                const auto& rule = m_notice.rule(hit);
                if (rule.use == Use::Deadline && rule.target == number && (any || (hit.end <= date.begin ? date.begin - hit.end <= 16 : hit.begin >= date.end ? hit.begin - date.end <= 9 && static_cast<unsigned char>(m_notice.view()[hit.begin]) >= 0x80 : true)))
                    return true;
            }
            return false;
        };
        if (check(s, false))
            return true;
        // the cell of a table under a heading that says so
        return s.head >= 0 && s.at.end - s.at.begin < 120 && check(m_notice.statements()[static_cast<std::size_t>(s.head)], true);
    }

    /// From when it counts: a day that the sentence itself names for it, else the notice's, else the day it was received.
    std::optional<appeal::Date> startOf(std::uint32_t begin, std::uint32_t end, std::uint32_t statement) const
    {
        const auto base = m_around.noticeDate ? m_around.noticeDate : m_around.received;
        const auto& s = m_notice.statements()[statement];
        const auto first = std::lower_bound(m_times.dates.begin(), m_times.dates.end(), s.at.begin, [](const DateAt& d, std::uint32_t at) { return d.begin < at; });
        for (auto it = first; it != m_times.dates.end() && it->begin < s.at.end; ++it) {
            const auto& date = *it;
            if (date.begin < end || date.begin - end > 90)
                continue;
            const auto number = m_book.number(Use::Fact, "counts_from");
            for (auto h = s.hits; h < s.hitsEnd; ++h) {
                const auto& hit = m_notice.hits()[h];
                const auto& rule = m_notice.rule(hit);
                if (rule.use == Use::Fact && rule.target == number && hit.begin >= end && hit.end <= date.begin + 12)
                    return date.date(base);
            }
        }
        for (auto it = first; it != m_times.dates.end() && it->begin < s.at.end; ++it) // "于6月9日起30天内"
            if (const auto& date = *it; date.end <= begin && begin - date.end <= 10 && m_notice.has(s, Use::Fact, "counts_from_before"))
                return date.date(base);
        return base;
    }

    static std::optional<appeal::Date> after(const appeal::Date& start, int value, const std::string& unit)
    {
        if (value > 5000)
            return std::nullopt;
        if (unit == "hours")
            return appeal::plusDays(start, (value + 23) / 24);
        if (unit == "days")
            return appeal::plusDays(start, value);
        if (unit == "weeks")
            return appeal::plusDays(start, value * 7);
        if (unit == "months")
            return appeal::plusMonths(start, value);
        if (unit == "business_days")
            return appeal::plusBusinessDays(start, value);
        return std::nullopt;
    }

    /// The paper whose age it is: the nearest before it in the sentence, else behind, else of what stands above.
    std::string paperNear(std::uint32_t begin, std::uint32_t end, std::uint32_t statement) const
    {
        const auto& papers = m_book.order("asks_papers");
        const auto nearest = [&](const Statement& s, bool place) {
            std::string best;
            double bestGap = 1e9;
            for (auto h = s.hits; h < s.hitsEnd; ++h) {
                const auto& hit = m_notice.hits()[h];
                const auto& rule = m_notice.rule(hit);
                if (rule.use != Use::Asks || !in(papers, m_book.target(rule)))
                    continue;
                const double gap = !place ? static_cast<double>(s.at.end - hit.begin) : hit.end <= begin ? begin - hit.end : hit.begin >= end ? 40.0 + (hit.begin - end) : 0.0;
                if (gap < bestGap) {
                    bestGap = gap;
                    best = m_book.target(rule);
                }
            }
            return best;
        };
        const auto& s = m_notice.statements()[statement];
        auto out = nearest(s, true);
        for (int back = 1; out.empty() && back <= 2 && statement >= static_cast<std::uint32_t>(back); ++back)
            if (m_notice.statements()[statement - static_cast<std::uint32_t>(back)].at.paragraph == s.at.paragraph)
                out = nearest(m_notice.statements()[statement - static_cast<std::uint32_t>(back)], false);
        if (out.empty() && s.head >= 0)
            out = nearest(m_notice.statements()[static_cast<std::size_t>(s.head)], false);
        return out;
    }

    void once()
    {
        std::set<std::tuple<std::string, int, std::string>> seen;
        const std::string window = "window"; // the same days, asked for and then threatened with, are one window
        std::erase_if(m_out.deadlines, [&](const DeadlineAt& d) { return !seen.emplace(d.kind == "appeal_window" || d.kind == "response_window" || d.kind == "preview_window" ? window : d.kind, d.value, d.unit).second; });
        std::set<std::tuple<int, std::string, std::string>> ages;
        std::erase_if(m_out.documentAges, [&](const AgeAt& a) { return !ages.emplace(a.value, a.unit, a.what).second; });
        ages.clear();
        std::erase_if(m_out.metricWindows, [&](const AgeAt& a) { return !ages.emplace(a.value, a.unit, std::string{}).second; });
    }

    const NoticeText& m_notice;
    const RuleBook& m_book;
    const Times& m_times;
    const Surroundings& m_around;
    const std::vector<std::string>&m_withDue, &m_withFrom;
    bool m_evaluation = false; ///< the notice offers a procedure about a patent
    Spans m_out;
};

} // namespace

Spans findSpans(const NoticeText& notice, const Times& times, const Surroundings& around)
{
    return Finder(notice, times, around).run();
}

} // namespace cause
