#include "cause/causes.h"

#include <algorithm>
#include <map>

namespace cause {

namespace {

constexpr double kEnough = 0.5;    // confidence from which a cause is given out
constexpr double kLast = 0.3;      // where nothing else was found

class Finder
{
public:
    Finder(const NoticeText& notice, const library::Catalogue& catalogue, const MetricVerdicts& verdicts, const std::vector<std::string>& actions, const std::string& marketplace)
        : m_notice(notice), m_book(notice.book()), m_catalogue(catalogue), m_verdicts(verdicts), m_actions(actions), m_marketplace(marketplace)
    {
    }

    std::vector<CauseAt> run()
    {
        score();
        metrics();
        std::vector<CauseAt> out;
        for (auto& [target, found] : m_found) {
            const auto* cause = m_catalogue.cause(m_book.targets(Use::Cause)[target]);
            if (!cause || (!m_marketplace.empty() && std::find(cause->marketplaces.begin(), cause->marketplaces.end(), m_marketplace) == cause->marketplaces.end()))
                continue;
            CauseAt c;
            c.id = cause->id;
            c.confidence = std::min(0.99, 1 - found.miss);
            c.evidence = std::move(found.words);
            out.push_back(std::move(c));
        }
        yield(out);
        std::stable_sort(out.begin(), out.end(), [](const CauseAt& a, const CauseAt& b) { return a.confidence > b.confidence; });
        const bool any = std::any_of(out.begin(), out.end(), [](const CauseAt& c) { return c.confidence >= kEnough; });
        if (!any && !out.empty() && out[0].confidence >= kLast)
            out.resize(1);
        else
            std::erase_if(out, [](const CauseAt& c) { return c.confidence < kEnough; });
        return out;
    }

private:
    struct Found
    {
        double miss = 1;
        std::map<std::uint32_t, double> rules; ///< the best of each rule
        std::vector<CauseAt::Words> words;
    };

    /// How much what stands at @p hit counts: nothing where it is denied, an example, a condition.
    double factor(const Statement& s, const RuleHit& hit) const
    {
        double out = s.speaker == Speaker::Marketplace ? 1 : s.speaker == Speaker::Earlier ? 0.3 : 0;
        for (auto i = s.scopes; i < s.scopesEnd; ++i) {
            const auto& scope = m_notice.scopes()[i];
            // the cue itself may be part of the phrase ("did not accurately match")
            if (scope.begin <= hit.begin && hit.begin < scope.end)
                out = std::min(out, m_book.scope(scope.scope).factor);
        }
        return out;
    }

    void score()
    {
        for (std::uint32_t n = 0; n < m_notice.statements().size(); ++n) {
            const auto& s = m_notice.statements()[n];
            for (auto h = s.hits; h < s.hitsEnd; ++h) {
                const auto& hit = m_notice.hits()[h];
                const auto& rule = m_notice.rule(hit);
                if (rule.use != Use::Cause || covered(s, h))
                    continue;
                const auto weight = rule.weight * factor(s, hit);
                if (weight < 0.02)
                    continue;
                auto& found = m_found[rule.target];
                auto& best = found.rules[hit.rule];
                if (weight > best) {
                    found.miss *= (1 - weight) / (1 - best);
                    best = weight;
                }
                if (found.words.size() < 24)
                    found.words.push_back({hit.begin, hit.end, n});
            }
        }
    }

    /// Of two phrases that overlap the longer one counts.
    bool covered(const Statement& s, std::uint32_t h) const
    {
        const auto& hit = m_notice.hits()[h];
        for (auto i = s.hits; i < s.hitsEnd; ++i) {
            const auto& other = m_notice.hits()[i];
            const auto& rule = m_notice.rule(other);
            if (rule.use == Use::Cause && rule.target != m_notice.rule(hit).target && rule.parts[0].size() == 1 && other.begin <= hit.begin && other.end >= hit.end && other.end - other.begin > hit.end - hit.begin)
                return true;
        }
        return false;
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
            } else if (in(m_verdicts.met) && m_found.count(target)) {
                m_found.erase(target);
            }
        }
    }

    /// General causes step back where a special one is named.
    void yield(std::vector<CauseAt>& out) const
    {
        const auto confidence = [&](const std::string& id) {
            for (const auto& c : out)
                if (c.id == id)
                    return c.confidence;
            return 0.0;
        };
        std::vector<std::string> drop;
        for (const auto& c : out) {
            const auto& rule = m_book.entry("yield", c.id);
            for (const auto& other : rule["to"].strings())
                if (other != c.id && confidence(other) >= std::max(kEnough, c.confidence * 0.8))
                    drop.push_back(c.id);
            for (const auto& other : rule["always_to"].strings())
                if (other != c.id && confidence(other) >= kEnough)
                    drop.push_back(c.id);
            if (rule["alone"].yes())
                for (const auto& other : out)
                    if (other.id != c.id && other.confidence >= kEnough && !m_book.entry("yield", other.id)["alone"].yes())
                        drop.push_back(c.id);
            if (rule.has("needs_action")) {
                const auto wanted = rule["needs_action"].strings();
                if (m_actions.empty() || std::find(wanted.begin(), wanted.end(), m_actions[0]) == wanted.end())
                    drop.push_back(c.id);
            }
        }
        std::erase_if(out, [&](const CauseAt& c) { return std::find(drop.begin(), drop.end(), c.id) != drop.end(); });
    }

    const NoticeText& m_notice;
    const RuleBook& m_book;
    const library::Catalogue& m_catalogue;
    const MetricVerdicts& m_verdicts;
    const std::vector<std::string>& m_actions;
    const std::string& m_marketplace;
    std::map<std::uint32_t, Found> m_found;
};

} // namespace

std::vector<CauseAt> findCauses(const NoticeText& notice, const library::Catalogue& catalogue, const MetricVerdicts& verdicts, const std::vector<std::string>& actions, const std::string& marketplace)
{
    return Finder(notice, catalogue, verdicts, actions, marketplace).run();
}

} // namespace cause
