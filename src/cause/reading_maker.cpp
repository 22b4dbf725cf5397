#include "cause/reading_maker.h"

#include "cause/causes.h"
#include "cause/deadlines.h"
#include "cause/entities.h"
#include "cause/metrics.h"
#include "cause/place.h"
#include "cause/requests.h"

#include <algorithm>
#include <map>

namespace cause {

namespace {

/// A greeting, a heading, a question over its answer and a name at the foot say nothing that could be missed.
bool isSentence(std::string_view text)
{
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n'))
        text.remove_suffix(1);
    for (const std::string_view end : {":", "?", ",", "：", "？", "，"})
        if (text.ends_with(end))
            return false;
    std::size_t words = 0, beyond = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        words += text[i] != ' ' && (i == 0 || text[i - 1] == ' ') ? 1u : 0u;
        beyond += (static_cast<unsigned char>(text[i]) & 0xC0u) == 0xC0u ? 1u : 0u;
    }
    return words > 4 || beyond > 8;
}

constexpr double kFinding = 0.85; // of a long reading's time: finding the phrases and patterns

std::vector<appeal::Found> found(const NoticeText& notice, const std::vector<FoundAt>& list)
{
    std::vector<appeal::Found> out;
    for (const auto& f : list)
        out.push_back({f.id, notice.span(f.begin, f.end)});
    return out;
}

std::vector<appeal::DeadlineReading> deadlines(const NoticeText& notice, const std::vector<DeadlineAt>& list)
{
    std::vector<appeal::DeadlineReading> out;
    for (const auto& d : list)
        out.push_back({d.kind, d.unit, d.value, d.least, d.due, d.dueMin, d.from, notice.span(d.begin, d.end)});
    return out;
}

/// Dates join the other entities, in order of appearance.
void addDates(std::vector<EntityAt>& entities, const Times& times)
{
    std::map<std::string, EntityAt> dates;
    for (const auto& d : times.dates) {
        auto& e = dates[d.iso()];
        e.kind = "dates";
        e.value = d.iso();
        e.at.push_back({d.begin, d.end, d.statement});
    }
    for (auto& [iso, e] : dates)
        entities.push_back(std::move(e));
    std::stable_sort(entities.begin(), entities.end(), [](const EntityAt& a, const EntityAt& b) { return a.at[0].begin < b.at[0].begin; });
}

/// The cause under which the notice lists an entity: the one that its line, or what stands above it, speaks of alone.
void partEntities(const NoticeText& notice, std::vector<EntityAt>& entities, const std::vector<CauseAt>& causes)
{
    if (causes.size() < 2)
        return;
    std::map<std::uint32_t, std::string> byStatement; // "" where several
    for (const auto& c : causes)
        for (const auto& words : c.evidence) {
            auto [it, fresh] = byStatement.emplace(words.statement, c.id);
            if (!fresh && it->second != c.id)
                it->second.clear();
        }
    for (auto& e : entities) {
        std::string cause;
        bool clear = true;
        for (const auto& at : e.at) {
            std::string here;
            auto n = static_cast<std::int32_t>(at.statement);
            for (int steps = 0; steps < 4 && n >= 0 && here.empty(); ++steps) {
                if (const auto it = byStatement.find(static_cast<std::uint32_t>(n)); it != byStatement.end()) {
                    here = it->second;
                    clear = clear && !here.empty();
                    break;
                }
                const auto& s = notice.statements()[static_cast<std::size_t>(n)];
                const bool same = n > 0 && notice.statements()[static_cast<std::size_t>(n - 1)].at.paragraph == s.at.paragraph;
                n = s.head >= 0 ? s.head : same ? n - 1 : -1;
            }
            clear = clear && (cause.empty() || here.empty() || cause == here);
            if (cause.empty())
                cause = here;
        }
        if (clear)
            e.cause = cause;
    }
}

} // namespace

appeal::Reading readNotice(std::string_view original, std::optional<appeal::Date> received, const Pulse& pulse, const RuleBook& book, const Topics& topics, const library::Catalogue& catalogue)
{
    appeal::Reading out;
    NoticeText notice(original, book, pulse ? Pulse([&](double done) { return pulse(done * kFinding); }) : Pulse{});
    if (pulse && !pulse(kFinding))
        return out;
    const auto place = findPlace(notice, catalogue);
    out.marketplace = place.marketplace;
    out.store = place.store;
    out.language = place.language;
    // a notice that names no marketplace is read as one of the commonest
    const auto& common = book.order("default_marketplace");
    const auto marketplace = place.marketplace.empty() && !common.empty() ? common[0] : place.marketplace;
    const auto bit = book.marketplace(marketplace);
    notice.keepMarketplace(bit);
    const auto times = findTimes(notice, place.monthFirst);
    const auto noticeDate = findNoticeDate(notice, times);
    if (noticeDate) {
        out.noticeDate = noticeDate->date;
        out.noticeDateAt = notice.span(noticeDate->begin, noticeDate->end);
    }
    auto entities = findEntities(notice, bit);
    addDates(entities, times);
    const auto actions = findActions(notice);
    const auto asks = findAsks(notice);
    out.way = findWay(notice, actions, asks);
    out.answersAppeal = answersAppeal(notice, actions);
    if (const auto limit = findAttemptLimit(notice)) {
        out.attemptLimit = limit->count;
        out.attemptLimitAt = notice.span(limit->begin, limit->end);
    }
    Surroundings around;
    for (const auto& a : actions)
        around.actions.push_back(a.id);
    around.asks = asks;
    around.way = out.way;
    around.noticeDate = out.noticeDate;
    around.received = received;
    const auto spans = findSpans(notice, times, around);
    auto metrics = findMetrics(notice, times, spans, catalogue, marketplace, around.actions);
    const auto causes = findCauses(notice, topics, catalogue, metrics.verdicts, around.actions, marketplace, entities);
    partEntities(notice, entities, causes);

    out.actions = found(notice, actions);
    out.asksFor = found(notice, asks);
    out.deadlines = deadlines(notice, spans.deadlines);
    for (const auto& a : spans.documentAges)
        out.documentAges.push_back({a.value, a.unit, a.what, notice.span(a.begin, a.end)});
    for (const auto& w : spans.metricWindows)
        out.metricWindows.push_back({w.value, w.unit, notice.span(w.begin, w.end)});
    out.metrics = std::move(metrics.metrics);
    for (const auto& c : causes) {
        appeal::CauseReading reading{c.id, c.confidence, {}};
        for (const auto& words : c.evidence)
            reading.evidence.push_back(notice.span(words.begin, words.end));
        std::sort(reading.evidence.begin(), reading.evidence.end());
        reading.evidence.erase(std::unique(reading.evidence.begin(), reading.evidence.end()), reading.evidence.end());
        out.causes.push_back(std::move(reading));
    }
    for (const auto& e : entities) {
        appeal::Entity entity{e.kind, e.value, {}, e.doubtful, e.cause};
        for (const auto& at : e.at)
            entity.at.push_back(notice.span(at.begin, at.end));
        out.entities.push_back(std::move(entity));
    }
    // the subject
    for (const auto& s : notice.statements())
        if (const auto* label = notice.hit(s, Use::Fact, "subject.label"); label && s.at.opensLine && label->begin <= s.at.begin + s.at.mark + 12u && s.speaker != Speaker::Seller) {
            const auto [begin, end] = notice.line(s.at.begin);
            auto from = std::min<std::size_t>(label->end, end);
            while (from < end && (notice.view()[from] == ':' || notice.view()[from] == ' '))
                ++from;
            out.subject = notice.original(from, end);
            break;
        }
    // sentences in which nothing was found
    for (std::uint32_t n = 0; n < notice.statements().size(); ++n) {
        const auto& s = notice.statements()[n];
        const bool any = s.has(Use::Cause) || s.has(Use::Action) || s.has(Use::Asks) || s.has(Use::Way) || s.has(Use::Deadline) || s.has(Use::Metric);
        if (!any && s.matches == s.matchesEnd && isSentence(notice.view().substr(s.at.begin, s.at.end - s.at.begin)) && s.speaker == Speaker::Marketplace)
            out.nothing.push_back(notice.span(s.at.begin, s.at.end));
    }
    return out;
}

} // namespace cause
