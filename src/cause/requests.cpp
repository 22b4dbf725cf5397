#include "cause/requests.h"

#include "cause/times.h"

#include <algorithm>
#include <set>

namespace cause {

namespace {

/// All hits of @p use that are asserted, the first of each target.
std::vector<FoundAt> collect(const NoticeText& notice, Use use, const std::function<bool(const Statement&, const RuleHit&)>& counts)
{
    std::vector<FoundAt> out;
    for (std::uint32_t n = 0; n < notice.statements().size(); ++n) {
        const auto& s = notice.statements()[n];
        if (s.speaker != Speaker::Marketplace || s.repeats() || !s.has(use))
            continue;
        for (auto h = s.hits; h < s.hitsEnd; ++h) {
            const auto& hit = notice.hits()[h];
            if (hit.use != use || !counts(s, hit))
                continue;
            const auto& rule = notice.rule(hit);
            FoundAt found{notice.book().target(rule), hit.begin, hit.end, n, rule.weight};
            const auto it = std::find_if(out.begin(), out.end(), [&](const FoundAt& f) { return f.id == found.id; });
            if (it == out.end())
                out.push_back(std::move(found));
            else if (found.begin < it->begin)
                *it = std::move(found);
            else
                it->weight = std::max(it->weight, found.weight);
        }
    }
    return out;
}

bool holds(const std::vector<FoundAt>& list, std::string_view id)
{
    return std::any_of(list.begin(), list.end(), [&](const FoundAt& f) { return f.id == id; });
}

} // namespace

bool asserted(const NoticeText& notice, const Statement& s, std::size_t at, bool wishesToo)
{
    for (auto i = s.scopes; i < s.scopesEnd; ++i) {
        const auto& scope = notice.scopes()[i];
        if (scope.begin > at || at >= scope.end)
            continue;
        const auto& what = notice.book().scope(scope.scope);
        if (what.blocks && !(wishesToo && what.letsWishes))
            return false;
    }
    return true;
}

namespace {

/// Is any of what stands in [begin, end) said as a threat, on a condition, denied?
bool blocked(const NoticeText& notice, const Statement& s, const RuleHit& hit)
{
    for (auto i = s.scopes; i < s.scopesEnd; ++i) {
        const auto& scope = notice.scopes()[i];
        if (scope.begin < hit.end && hit.begin < scope.end && notice.book().scope(scope.scope).blocks)
            return true;
    }
    return false;
}

/// "It has been deactivated": what it is, the nearest noun before it says.
std::string resolved(const NoticeText& notice, std::uint32_t statement, std::uint32_t at, const std::string& id)
{
    for (auto n = statement + 1; n-- > 0 && statement - n < 3;) {
        const auto& s = notice.statements()[n];
        const RuleHit* best = nullptr;
        for (auto h = s.hits; h < s.hitsEnd; ++h) {
            const auto& hit = notice.hits()[h];
            const auto& rule = notice.rule(hit);
            if (rule.use == Use::Fact && hit.end <= at && notice.book().target(rule).compare(0, 5, "noun.") == 0 && (!best || hit.end > best->end))
                best = &hit;
        }
        if (best)
            return notice.book().entry("resolve", id)[notice.book().target(notice.rule(*best)).substr(5)].text;
    }
    return {};
}

} // namespace

std::vector<FoundAt> findActions(const NoticeText& notice)
{
    std::vector<FoundAt> out = collect(notice, Use::Action, [&](const Statement& s, const RuleHit& hit) {
        return notice.book().entry("action", notice.book().target(notice.rule(hit)))["as_threat"].yes() || !blocked(notice, s, hit);
    });
    for (auto& f : out)
        if (notice.book().entry("resolve", f.id).has("account"))
            f.id = resolved(notice, f.statement, f.begin, f.id);
    std::erase_if(out, [](const FoundAt& f) { return f.id.empty(); });
    std::stable_sort(out.begin(), out.end(), [](const FoundAt& a, const FoundAt& b) { return a.begin < b.begin; });
    for (std::size_t i = 0; i < out.size(); ++i)
        for (auto k = i + 1; k < out.size();)
            k = out[k].id == out[i].id ? static_cast<std::size_t>(out.erase(out.begin() + static_cast<std::ptrdiff_t>(k)) - out.begin()) : k + 1;
    // what is only threatened counts where nothing was done
    if (std::any_of(out.begin(), out.end(), [](const FoundAt& f) { return f.weight > 0.5f && f.id != "funds_held"; }))
        std::erase_if(out, [](const FoundAt& f) { return f.weight < 0.5f; });
    for (const auto* node : notice.book().entries("without")) // "at risk" falls beside "deactivated"
        if (holds(out, (*node)["id"].text))
            for (const auto& other : (*node)["drop"].strings())
                std::erase_if(out, [&](const FoundAt& f) { return f.id == other; });
    // in the order of the text, but for what always comes first or last
    const auto rank = [&](const FoundAt& f) { return notice.book().entry("action", f.id)["rank"].value(5); };
    std::stable_sort(out.begin(), out.end(), [&](const FoundAt& a, const FoundAt& b) { return rank(a) < rank(b); });
    return out;
}

namespace {

/// "The invoices you sent", "thank you for the plan": words of what was sent stand nearer than those of a request.
bool wasSent(const NoticeText& notice, const Statement& s, const RuleHit& hit)
{
    const auto sent = notice.book().number(Use::Scope, "sent"), wish = notice.book().number(Use::Scope, "wish"), asking = notice.book().number(Use::Scope, "asking");
    std::uint32_t lastSent = 0, sentEnd = 0, lastWish = 0;
    const auto cues = [&](const std::function<void(const RuleHit&, std::uint32_t)>& look) {
        for (auto h = s.hits; h < s.hitsEnd; ++h)
            if (const auto& rule = notice.rule(notice.hits()[h]); rule.use == Use::Scope && (rule.target == sent || rule.target == wish || rule.target == asking))
                look(notice.hits()[h], rule.target);
    };
    bool after = false;
    cues([&](const RuleHit& cue, std::uint32_t target) {
        if (target != sent)
            return;
        if (cue.begin >= hit.begin && cue.begin <= hit.end + 6) // "the invoices which you sent", but not "invoices (you sent …)"
            after = after || cue.begin < hit.end || notice.words(hit.end, cue.begin).find('(') == std::string_view::npos;
        if (cue.begin < hit.begin && cue.begin + 1 > lastSent) {
            lastSent = cue.begin + 1;
            sentEnd = cue.end;
        }
    });
    if (after)
        return true;
    cues([&](const RuleHit& cue, std::uint32_t target) {
        if (target != sent && cue.begin < hit.begin && (cue.begin + 1 < lastSent || cue.begin >= sentEnd)) // not the "send" in "which you sent"
            lastWish = std::max(lastWish, cue.begin + 1);
    });
    return lastSent > lastWish && notice.inScope(s, hit.begin, "sent");
}

} // namespace

std::vector<FoundAt> findAsks(const NoticeText& notice, bool faultyToo)
{
    auto out = collect(notice, Use::Asks, [&](const Statement& s, const RuleHit& hit) {
        if (faultyToo && notice.inScope(s, hit.begin, "faulty"))
            return true;
        if (notice.inScope(s, hit.begin, "unwanted") || notice.inScope(s, hit.begin, "refused") || notice.inScope(s, hit.begin, "instead") || notice.inScope(s, hit.begin, "settled") || !asserted(notice, s, hit.begin, true) || wasSent(notice, s, hit))
            return false;
        return notice.rule(hit).weight > 0.8f || notice.inScope(s, hit.begin, "wish") || notice.inScope(s, hit.begin, "asking");
    });
    std::stable_sort(out.begin(), out.end(), [](const FoundAt& a, const FoundAt& b) { return a.begin < b.begin; });
    return out;
}

std::string findWay(const NoticeText& notice, const std::vector<FoundAt>& actions, const std::vector<FoundAt>& asks)
{
    const auto ways = collect(notice, Use::Way, [&](const Statement& s, const RuleHit& hit) { return asserted(notice, s, hit.begin, true) && !notice.inScope(s, hit.begin, "unwanted"); });
    const auto words = notice.book().order("asks_words"), papers = notice.book().order("asks_papers"), closed = notice.book().order("actions_closed");
    const auto any = [&](const std::vector<std::string>& of) { return std::any_of(asks.begin(), asks.end(), [&](const FoundAt& f) { return std::find(of.begin(), of.end(), f.id) != of.end(); }); };
    for (const auto& id : notice.book().order("ways"))
        if (holds(ways, id) && !(id == "acknowledgement" && (any(words) || any(papers)))) // a tick beside what is to be sent is not all
            return id == "none" ? std::string{} : id;
    for (const auto& action : actions)
        if (std::find(closed.begin(), closed.end(), action.id) != closed.end())
            return {};
    if (any(words))
        return "letter";
    if (any(papers))
        return "documents";
    return {};
}

std::optional<AttemptLimit> findAttemptLimit(const NoticeText& notice)
{
    for (const auto& s : notice.statements()) {
        if (s.speaker != Speaker::Marketplace || s.repeats())
            continue;
        for (auto i = s.matches; i < s.matchesEnd; ++i) {
            const auto& match = notice.matches()[i];
            if (notice.book().gives(match.pattern) != Gives::Attempts)
                continue;
            const auto& info = notice.book().patternInfo()[match.pattern];
            const auto group = info.groups[RuleBook::Number];
            AttemptLimit out;
            out.begin = static_cast<std::uint32_t>(match.whole.begin);
            out.end = static_cast<std::uint32_t>(match.whole.end);
            if (group < text::PatternSet::kGroups && match.groups[group].there())
                out.count = static_cast<int>(parseNumber(notice.words(match.groups[group].begin, match.groups[group].end), notice.book()).value_or(0));
            else
                out.count = static_cast<int>((*info.more)["count"].value(1));
            if (out.count > 0 && out.count <= 10)
                return out;
        }
    }
    return std::nullopt;
}

bool answersAppeal(const NoticeText& notice, const std::vector<FoundAt>& actions)
{
    const auto answers = notice.book().order("actions_answer");
    for (const auto& action : actions)
        if (std::find(answers.begin(), answers.end(), action.id) != answers.end())
            return true;
    const auto number = notice.book().number(Use::Fact, "answers_appeal");
    for (const auto& s : notice.statements())
        for (auto h = s.hits; h < s.hitsEnd; ++h) {
            const auto& rule = notice.rule(notice.hits()[h]);
            if (rule.use == Use::Fact && rule.target == number && s.speaker == Speaker::Marketplace && asserted(notice, s, notice.hits()[h].begin))
                return true;
        }
    return false;
}

} // namespace cause
