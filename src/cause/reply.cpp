#include "cause/reading_maker.h"

#include "cause/deadlines.h"
#include "cause/place.h"
#include "cause/requests.h"

#include <algorithm>
#include <map>

namespace cause {

namespace {

constexpr double kAsked = 0.6; // weight of something that is asked for, whatever the words around it

/// The weight of each class's words in what the marketplace says, and the words that decided it.
struct Votes
{
    std::map<std::string, double> weight;
    std::map<std::string, std::pair<std::uint32_t, std::uint32_t>> words;
};

/// @param all of the text, not only what the marketplace seems to say
Votes count(const NoticeText& reply, bool all = false)
{
    Votes out;
    for (const auto& s : reply.statements()) {
        if (s.speaker != Speaker::Marketplace && !all)
            continue;
        for (auto h = s.hits; h < s.hitsEnd; ++h) {
            const auto& hit = reply.hits()[h];
            const auto& rule = reply.rule(hit);
            if (rule.use != Use::Class)
                continue;
            const auto& id = reply.book().target(rule);
            if (!reply.book().entry("class", id)["as_threat"].yes() && !asserted(reply, s, hit.begin))
                continue;
            const double weight = rule.weight;
            auto& best = out.weight[id];
            if (weight > best)
                out.words[id] = {hit.begin, hit.end};
            best = 1 - (1 - best) * (1 - weight);
        }
    }
    return out;
}

/// The points of a list that asks for something, as they are written.
std::vector<std::string> points(const NoticeText& reply)
{
    std::vector<std::string> out;
    for (std::uint32_t n = 0; n < reply.statements().size(); ++n) {
        const auto& s = reply.statements()[n];
        if (!s.at.item || s.at.mark == 0 || s.speaker != Speaker::Marketplace || s.head < 0 || !(reply.inScope(s, s.at.begin, "wish") || reply.inScope(s, s.at.begin, "asking")))
            continue;
        auto end = s.at.end;
        for (auto next = n + 1; next < reply.statements().size() && reply.statements()[next].at.line == s.at.line; ++next)
            end = reply.statements()[next].at.end;
        auto begin = s.at.begin + s.at.mark;
        while (begin < end && reply.view()[begin] == ' ')
            ++begin;
        auto text = reply.original(begin, end);
        while (!text.empty() && (text.back() == ';' || text.back() == ' ' || text.back() == ','))
            text.pop_back();
        if (!text.empty())
            out.push_back(std::move(text));
    }
    return out;
}

} // namespace

appeal::ReplyReading readReplyText(std::string_view original, std::optional<appeal::Date> received, const RuleBook& book, const library::Catalogue& catalogue)
{
    appeal::ReplyReading out;
    NoticeText reply(original, book, {});
    const auto place = findPlace(reply, catalogue);
    reply.keepMarketplace(book.marketplace(place.marketplace));
    const auto times = findTimes(reply, place.monthFirst);
    if (const auto date = findNoticeDate(reply, times))
        out.date = date->date;

    auto votes = count(reply);
    if (votes.weight.empty()) // an agent who writes "I" is no seller
        votes = count(reply, true);
    auto asks = findAsks(reply);
    // what is asked for without an if or a may speaks for a request by itself
    const auto firm = [&](const FoundAt& a) {
        const auto& s = reply.statements()[a.statement];
        return !reply.inScope(s, a.begin, "optional") && asserted(reply, s, a.begin) && !reply.inScope(s, a.begin, "dispute_if");
    };
    if (const auto it = std::find_if(asks.begin(), asks.end(), firm); it != asks.end()) {
        auto& wanted = votes.weight["more_information_requested"];
        if (wanted < kAsked)
            votes.words["more_information_requested"] = {it->begin, it->end};
        wanted = 1 - (1 - wanted) * (1 - kAsked);
    }
    const auto weight = [&](const std::string& id) {
        const auto it = votes.weight.find(id);
        return it == votes.weight.end() ? 0.0 : it->second;
    };
    // the first class of the list whose words are there and whom no stronger one, named with it, outweighs
    for (const auto& id : book.order("classes")) {
        const auto own = weight(id);
        if (own < 0.5)
            continue;
        const auto& entry = book.entry("class", id);
        const auto others = entry["yields_to"].strings();
        if (std::any_of(others.begin(), others.end(), [&](const std::string& other) { return weight(other) >= std::max(0.5, own); }))
            continue;
        out.cls = entry["same_as"].text.empty() ? id : entry["same_as"].text;
        out.confidence = std::min(0.99, own);
        const auto words = votes.words.at(id);
        out.at = reply.span(words.first, words.second);
        break;
    }
    if (out.cls == "more_information_requested")
        asks = findAsks(reply, true);
    const bool wants = std::find(book.order("classes_asking").begin(), book.order("classes_asking").end(), out.cls) != book.order("classes_asking").end();
    if (wants) {
        for (const auto& a : asks)
            out.asksFor.push_back({a.id, reply.span(a.begin, a.end)});
        out.points = points(reply);
    }
    if (out.cls == "other")
        return out;
    Surroundings around;
    around.actions = {out.cls};
    around.asks = asks;
    around.noticeDate = out.date;
    around.received = received;
    for (const auto& d : findSpans(reply, times, around).deadlines)
        out.deadlines.push_back({d.kind, d.unit, d.value, d.least, d.due, d.dueMin, d.from, reply.span(d.begin, d.end)});
    return out;
}

} // namespace cause
