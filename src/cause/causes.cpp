#include "cause/causes.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace cause {

namespace {

constexpr double kEnough = 0.5;  // confidence from which a cause is given out
constexpr double kTelling = 0.5; // weight from which one piece of evidence speaks for itself
constexpr double kLast = 0.3;    // where nothing else was found
constexpr double kWordsAlone = 0.5; // what the choice of words adds there to a hint
constexpr double kBeside = 0.6;   // share of the first cause's evidence that a further one needs which no sure phrase names
constexpr double kNearly = 0.97; // of its own confidence the other one needs for a cause to step back
constexpr double kTopic = 0.6;   // share of the doubt that the notice's choice of words can take away
constexpr double kSure = 0.75;   // weight of a sure phrase
constexpr double kListed = 0.2;  // what is left of a phrase in a list of all that there is

class Finder
{
public:
    Finder(const NoticeText& notice, const Topics& topics, const library::Catalogue& catalogue, const MetricVerdicts& verdicts, const std::vector<std::string>& actions, const std::string& marketplace, const std::vector<EntityAt>& entities)
        : m_notice(notice), m_topics(topics), m_book(notice.book()), m_catalogue(catalogue), m_verdicts(verdicts), m_actions(actions), m_marketplace(marketplace)
    {
        for (const auto& e : entities)
            if (e.kind == "emails" || e.kind == "links" || e.kind == "rights_owners" || e.kind == "account_names" || e.kind == "brands")
                for (const auto& at : e.at)
                    m_names.emplace_back(at.begin, at.end);
        std::sort(m_names.begin(), m_names.end());
        for (const auto& id : m_book.targets(Use::Cause)) {
            m_asked.push_back(m_book.entry("yield", id)["asked"].yes());
            m_general.push_back(m_book.entry("yield", id)["general"].yes());
        }
        m_wish = m_book.number(Use::Scope, "wish");
        m_section = m_book.number(Use::Scope, "section");
        m_takesBack = m_book.number(Use::Fact, "takes_back");
        const auto& papers = m_book.order("asks_papers");
        for (const auto& id : m_book.targets(Use::Asks))
            m_paper.push_back(std::find(papers.begin(), papers.end(), id) != papers.end());
    }

    std::vector<CauseAt> run()
    {
        score();
        metrics();
        const auto& ids = m_book.targets(Use::Cause);
        std::vector<bool> allowed(ids.size(), false);
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (const auto* cause = m_catalogue.cause(ids[i]))
                allowed[i] = m_marketplace.empty() || std::find(cause->marketplaces.begin(), cause->marketplaces.end(), m_marketplace) != cause->marketplaces.end();
        const auto topic = m_topics.score(m_notice, [this](const Statement& s) { return topicWeight(s); }, allowed);
        std::vector<CauseAt> out;
        std::set<std::string> telling, sure;
        std::map<std::string, double> speaks; // of which subject the notice speaks
        for (std::uint32_t target = 0; target < ids.size(); ++target) {
            if (!allowed[target])
                continue;
            const auto it = m_found.find(target);
            if (it == m_found.end())
                continue;
            auto& found = it->second;
            CauseAt c;
            c.id = ids[target];
            speaks[c.id] = topic[target];
            c.confidence = std::min(0.99, 1 - found.miss * (1 - kTopic * topic[target]));
            c.evidence = std::move(found.words);
            if (found.best >= kTelling)
                telling.insert(c.id);
            if (found.accused)
                sure.insert(c.id);
            out.push_back(std::move(c));
        }
        // words of a subject alone are no cause beside one that is stated
        const auto order = [](const CauseAt& a, const CauseAt& b) { return a.confidence > b.confidence; };
        std::stable_sort(out.begin(), out.end(), order);
        if (!telling.empty())
            std::erase_if(out, [&](const CauseAt& c) { return telling.count(c.id) == 0 || c.confidence < kEnough; });
        else
            keepLikeliest(out, topic, allowed);
        yield(out, sure);
        std::stable_sort(out.begin(), out.end(), order);
        // beside the first a further one wants a sure word; those that only say that a marketplace acted stand beside any
        const auto general = [&](const std::string& id) { return m_book.entry("yield", id)["general"].yes(); };
        const auto first = std::find_if(out.begin(), out.end(), [&](const CauseAt& c) { return !general(c.id); });
        if (first != out.end()) {
            const double enough = kBeside * -std::log(1 - first->confidence);
            const auto id = first->id;
            const auto belongs = [&](const std::string& part) { // a part of what is named
                const auto with = m_book.entry("yield", part)["beside"].strings();
                return std::any_of(out.begin(), out.end(), [&](const CauseAt& c) { return std::find(with.begin(), with.end(), c.id) != with.end(); });
            };
            std::vector<std::string> stay{id};
            for (const auto& c : out)
                if (general(c.id) || sure.count(c.id) != 0 || belongs(c.id) || -std::log(1 - c.confidence) >= enough)
                    stay.push_back(c.id);
            std::erase_if(out, [&](const CauseAt& c) { return std::find(stay.begin(), stay.end(), c.id) == stay.end(); });
        }
        return out;
    }

private:
    /// Where no phrase tells: of what is hinted at and what the choice of words speaks of, the likeliest.
    void keepLikeliest(std::vector<CauseAt>& out, const std::vector<double>& topic, const std::vector<bool>& allowed) const
    {
        const auto& ids = m_book.targets(Use::Cause);
        double best = 0;
        std::uint32_t which = RuleBook::npos;
        for (std::uint32_t target = 0; target < ids.size(); ++target) {
            if (!allowed[target])
                continue;
            const auto found = m_found.find(target);
            const double hinted = found == m_found.end() ? 0 : 1 - found->second.miss;
            const double value = (hinted + kWordsAlone * topic[target]) * (m_general[target] ? 0.8 : 1);
            if (value > best) {
                best = value;
                which = target;
            }
        }
        if (best < kLast)
            which = RuleBook::npos;
        std::erase_if(out, [&](const CauseAt& c) { return which == RuleBook::npos || c.id != ids[which]; });
    }

    struct Hit { std::uint32_t begin, end, statement; double weight; };
    struct Found
    {
        double miss = 1, best = 0;
        bool accused = false; ///< a sure phrase stands where the notice says what it found, or the figures say it
        std::vector<Hit> hits;
        std::vector<CauseAt::Words> words;
    };

    /// How much what stands at @p hit counts: nothing where it is denied, an example, a condition.
    double factor(const Statement& s, const RuleHit& hit) const
    {
        const auto begin = hit.begin, end = hit.end;
        const auto target = m_notice.rule(hit).target;
        const bool asked = target < m_asked.size() && m_asked[target]; // what is asked for is itself what the notice is about
        double out = s.speaker == Speaker::Marketplace ? 1 : s.speaker == Speaker::Earlier ? 0.3 : 0;
        if (signature(s))
            out *= 0.4;
        if (reference(s))
            out = std::min(out, 0.1);
        for (auto i = s.scopes; i < s.scopesEnd; ++i) {
            const auto& scope = m_notice.scopes()[i];
            // the cue itself may be part of the phrase ("did not accurately match")
            if (scope.begin <= begin && begin < scope.end && !(asked && (scope.scope == m_wish || scope.scope == m_section)))
                out = std::min(out, m_book.scope(scope.scope).factor);
            else if (scope.begin < end && begin < scope.end && target < m_general.size() && m_general[target] && m_book.scope(scope.scope).factor < 0.5)
                out = std::min(out, m_book.scope(scope.scope).factor); // "your store may be suspended" is not yet done
        }
        // a paper that is asked for says little about why
        if (out > 0.2)
            for (const auto* paper : m_papers)
                if (paper->begin < end && begin < paper->end && m_notice.inScope(s, begin, m_wish)) {
                    out = 0.2;
                    break;
                }
        return out;
    }

    /// A line with the name of a team at the head or foot of the notice: what it deals with, not what happened.
    bool signature(const Statement& s) const
    {
        const auto n = static_cast<std::size_t>(&s - m_notice.statements().data());
        const bool edge = n < 4 || n + 6 > m_notice.statements().size();
        return edge && s.at.opensLine && !s.at.item && s.at.end - s.at.begin < 80 && m_notice.has(s, Use::Voice, "team") && !m_notice.has(s, Use::Fact, "subject.label");
    }

    /// One of several lines that each hold the title of a rule or a link: where to read more, nothing that happened.
    bool reference(const Statement& s) const
    {
        const auto n = static_cast<std::size_t>(&s - m_notice.statements().data());
        const auto& all = m_notice.statements();
        const auto title = [&](std::size_t i) {
            const auto& line = all[i];
            const auto text = m_notice.words(line);
            return line.at.opensLine && text.size() < 130 && !text.empty() && text.back() != '.' && text.back() != ':' && (i + 1 == all.size() || all[i + 1].at.line != line.at.line)
                && m_notice.has(line, Use::Fact, "reference") && !m_notice.has(line, Use::Fact, "subject.label") && !m_notice.has(line, Use::Fact, "accuses");
        };
        if (!title(n))
            return false;
        const auto text = m_notice.words(s);
        return (n > 0 && title(n - 1)) || (n + 1 < all.size() && title(n + 1)) || std::count(text.begin(), text.end(), '|') > 1; // a row of them
    }

    /// How much a statement tells of the notice's subject.
    double topicWeight(const Statement& s) const
    {
        if (s.speaker != Speaker::Marketplace || s.repeats() || signature(s))
            return 0;
        double out = 1;
        for (auto i = s.scopes; i < s.scopesEnd; ++i)
            if (const auto& scope = m_notice.scopes()[i]; (scope.end - scope.begin) * 2 > s.at.end - s.at.begin)
                out = std::min(out, m_book.scope(scope.scope).factor);
        return out;
    }

    bool inName(const RuleHit& hit) const
    {
        const auto it = std::upper_bound(m_names.begin(), m_names.end(), hit.begin, [](std::uint32_t at, const auto& name) { return at < name.first; });
        return it != m_names.begin() && (it - 1)->second >= hit.end;
    }

    /// A sentence that names four different causes one beside the other tells what there is, not what happened.
    static bool enumerates(std::vector<std::pair<std::uint32_t, Hit>> told)
    {
        std::erase_if(told, [](const auto& t) { return t.second.weight < kTelling; });
        std::sort(told.begin(), told.end(), [](const auto& a, const auto& b) { return a.second.end < b.second.end; });
        std::set<std::uint32_t> named;
        std::uint32_t end = 0;
        for (const auto& [target, hit] : told)
            if (hit.begin >= end && named.insert(target).second)
                end = hit.end;
        return named.size() >= 4;
    }

    void score()
    {
        for (std::uint32_t n = 0; n < m_notice.statements().size(); ++n) {
            const auto& s = m_notice.statements()[n];
            if (s.repeats() || !s.has(Use::Cause) || (n + 1 < m_notice.statements().size() && m_notice.hit(m_notice.statements()[n + 1], Use::Fact, m_takesBack))) // "None of these was found here."
                continue;
            m_papers.clear();
            m_phrases.clear();
            m_single.clear();
            for (auto h = s.hits; h < s.hitsEnd; ++h) {
                const auto& hit = m_notice.hits()[h];
                if (hit.use != Use::Asks && hit.use != Use::Cause)
                    continue;
                const auto& rule = m_notice.rule(hit);
                if (hit.use == Use::Asks && m_paper[rule.target])
                    m_papers.push_back(&hit);
                if (hit.use == Use::Cause)
                    (rule.single ? m_single : m_phrases).push_back(&hit);
            }
            m_phrases.insert(m_phrases.end(), m_single.begin(), m_single.end());
            std::sort(m_phrases.begin(), m_phrases.end()); // as they stand in the statement
            std::vector<std::pair<std::uint32_t, Hit>> told;
            for (const auto* found : m_phrases) {
                const auto& hit = *found;
                const auto& rule = m_notice.rule(hit);
                if (covered(hit) || inName(hit))
                    continue;
                const auto weight = rule.weight * factor(s, hit);
                if (weight >= 0.02)
                    told.emplace_back(rule.target, Hit{hit.begin, hit.end, n, weight});
            }
            const double share = enumerates(told) ? kListed : 1;
            for (auto& [target, hit] : told) {
                hit.weight *= share;
                m_found[target].hits.push_back(hit);
            }
        }
        for (auto& [target, found] : m_found)
            weigh(found);
    }

    bool accuses(std::uint32_t statement) const
    {
        const auto& s = m_notice.statements()[statement];
        return m_notice.hasAbove(statement, Use::Fact, "accuses") || (s.at.opensLine && m_notice.has(s, Use::Fact, "subject.label"));
    }

    /// Hits that overlap are one piece of evidence, as strong as the strongest of them; the same words again count half.
    void weigh(Found& found)
    {
        std::sort(found.hits.begin(), found.hits.end(), [](const Hit& a, const Hit& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
        std::map<std::string, int> said;
        for (std::size_t i = 0; i < found.hits.size() && found.words.size() < 24;) {
            auto piece = found.hits[i];
            auto next = i + 1;
            for (; next < found.hits.size() && found.hits[next].begin < piece.end; ++next) {
                piece.end = std::max(piece.end, found.hits[next].end);
                piece.weight = std::max(piece.weight, found.hits[next].weight);
            }
            found.best = std::max(found.best, piece.weight);
            found.accused = found.accused || (piece.weight >= kSure && accuses(piece.statement));
            const auto again = said[text::dense(m_notice.words(piece.begin, piece.end))]++;
            found.miss *= 1 - piece.weight * (again == 0 ? 1 : again == 1 ? 0.5 : 0.2);
            found.words.push_back({piece.begin, piece.end, piece.statement});
            i = next;
        }
    }

    /// Of two phrases that overlap the longer one counts.
    bool covered(const RuleHit& hit) const
    {
        const auto target = m_notice.rule(hit).target;
        return std::any_of(m_single.begin(), m_single.end(), [&](const RuleHit* other) {
            return other->begin <= hit.begin && other->end >= hit.end && other->end - other->begin > hit.end - hit.begin && m_notice.rule(*other).target != target;
        });
    }

    void metrics()
    {
        for (const auto& cause : m_catalogue.causes) {
            if (cause.metrics.empty())
                continue;
            const auto target = m_book.number(Use::Cause, cause.id);
            if (target == RuleBook::npos)
                continue;
            const auto in = [&](const std::set<std::string>& set) { return std::any_of(cause.metrics.begin(), cause.metrics.end(), [&](const auto& m) { return set.count(m) != 0; }); };
            if (in(m_verdicts.missed)) {
                auto& found = m_found[target];
                found.miss = std::min(found.miss, 0.12);
                found.best = 0.88;
                found.accused = true;
            } else if (m_found.count(target) && std::all_of(cause.metrics.begin(), cause.metrics.end(), [&](const auto& id) { // all of them met: it is not this
                           const auto* metric = m_catalogue.metric(id);
                           return m_verdicts.met.count(id) != 0 || (cause.metrics.size() > 1 && metric && !metric->partOf.empty());
                       })) {
                m_found.erase(target);
            }
        }
    }

    /// General causes step back where a special one is named; the least sure first, so that of two that yield to each other one stays.
    void yield(std::vector<CauseAt>& out, const std::set<std::string>& sure) const
    {
        std::vector<std::string> ids;
        std::stable_sort(out.begin(), out.end(), [](const CauseAt& a, const CauseAt& b) { return a.confidence < b.confidence; });
        for (const auto& c : out)
            ids.push_back(c.id);
        const auto confidence = [&](const std::string& id) {
            for (const auto& c : out)
                if (c.id == id)
                    return c.confidence;
            return 0.0;
        };
        for (const auto& id : ids) {
            const auto& rule = m_book.entry("yield", id);
            const double own = confidence(id);
            bool drop = false;
            for (const auto& other : rule["to"].strings())
                if (!sure.count(id) || own < 0.9)
                drop = drop || (other != id && confidence(other) >= std::max(kEnough, own * kNearly));
            for (const auto& other : rule["always_to"].strings())
                drop = drop || (other != id && confidence(other) >= kEnough);
            if (rule["alone"].yes())
                for (const auto& other : out)
                    drop = drop || (other.id != id && other.confidence >= kEnough && !m_book.entry("yield", other.id)["alone"].yes());
            if (rule.has("needs_action")) {
                const auto wanted = rule["needs_action"].strings();
                drop = drop || m_actions.empty() || std::find(wanted.begin(), wanted.end(), m_actions[0]) == wanted.end();
            }
            if (drop)
                std::erase_if(out, [&](const CauseAt& c) { return c.id == id; });
        }
    }

    const NoticeText& m_notice;
    const Topics& m_topics;
    const RuleBook& m_book;
    const library::Catalogue& m_catalogue;
    const MetricVerdicts& m_verdicts;
    const std::vector<std::string>& m_actions;
    const std::string& m_marketplace;
    std::vector<bool> m_asked, m_general; ///< by cause
    std::uint32_t m_wish = 0, m_section = 0, m_takesBack = 0;
    std::vector<bool> m_paper; ///< by target of Use::Asks: is it a paper?
    std::vector<const RuleHit*> m_papers, m_phrases, m_single; ///< of the statement that is being looked at: papers asked for, causes, those that are one phrase
    std::map<std::uint32_t, Found> m_found;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_names; ///< where words are part of a name or an address
};

} // namespace

std::vector<CauseAt> findCauses(const NoticeText& notice, const Topics& topics, const library::Catalogue& catalogue, const MetricVerdicts& verdicts, const std::vector<std::string>& actions, const std::string& marketplace, const std::vector<EntityAt>& entities)
{
    return Finder(notice, topics, catalogue, verdicts, actions, marketplace, entities).run();
}

} // namespace cause
