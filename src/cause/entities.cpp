#include "cause/entities.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace cause {

namespace {

using Place = text::PatternSet::Place;

/// A value before labels, overlaps and doubts are settled.
struct Candidate
{
    std::uint32_t begin = 0, end = 0, statement = 0;
    const RuleBook::Pattern* pattern = nullptr;
    std::string kind, value, doubtful;
    int rank = 0; ///< of the pattern: where two overlap the higher stays, then the longer
};

constexpr std::size_t kLongestTitle = 300; // bytes of a product's title that are looked at
constexpr std::size_t kMostTitleBrands = 300;

bool isBlank(char c) { return c == ' ' || c == '\t'; }

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// Is @p text, lower-cased, @p lower?
bool same(std::string_view text, std::string_view lower)
{
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

class Finder
{
public:
    Finder(const NoticeText& notice, std::uint32_t marketplace) : m_notice(notice), m_book(notice.book()), m_marketplace(marketplace) {}

    std::vector<EntityAt> run()
    {
        collectLabels();
        const auto& statements = m_notice.statements();
        for (std::uint32_t s = 0; s < statements.size(); ++s)
            for (auto i = statements[s].matches; i < statements[s].matchesEnd; ++i) {
                const auto& match = m_notice.matches()[i];
                if (!m_book.givesEntity(match.pattern))
                    continue;
                if (const auto& info = m_book.patternInfo()[match.pattern]; (info.marketplaces == 0 || m_marketplace == 0 || (info.marketplaces & m_marketplace)))
                    candidate(match, info, s);
            }
        std::sort(m_found.begin(), m_found.end(), [](const Candidate& a, const Candidate& b) { return a.begin != b.begin ? a.begin < b.begin : a.rank != b.rank ? a.rank > b.rank : a.end > b.end; });
        auto out = settle();
        addTitleBrands(out);
        return out;
    }

private:
    struct Label { std::uint32_t begin, end, target, line; float weight; };

    void collectLabels()
    {
        for (const auto& s : m_notice.statements())
            for (auto h = s.hits; h < s.hitsEnd && s.has(Use::Label); ++h)
                if (const auto& r = m_notice.rule(m_notice.hits()[h]); r.use == Use::Label)
                    m_labels.push_back({m_notice.hits()[h].begin, m_notice.hits()[h].end, r.target, s.at.line, r.weight});
        std::sort(m_labels.begin(), m_labels.end(), [](const Label& a, const Label& b) { return a.end != b.end ? a.end < b.end : a.begin > b.begin; });
        // of labels that end together the longest counts
        std::vector<Label> kept;
        for (const auto& label : m_labels) {
            while (!kept.empty() && kept.back().begin >= label.begin && kept.back().end <= label.end)
                kept.pop_back();
            kept.push_back(label);
        }
        m_labels = std::move(kept);
    }

    /// The kind that the nearest label before @p at gives it: on its line, else in what introduces the line; "" for none.
    std::string labelled(std::uint32_t at, std::uint32_t statement) const
    {
        const auto& s = m_notice.statements()[statement];
        auto it = std::upper_bound(m_labels.begin(), m_labels.end(), at, [](std::uint32_t a, const Label& l) { return a < l.end; });
        for (int steps = 0; it != m_labels.begin() && steps < 6; ++steps) {
            --it;
            if (it->line != s.at.line)
                break;
            const auto gap = at - it->end;
            if (it->weight > 0.8f ? gap <= 90 : gap <= 3)
                return m_book.targets(Use::Label)[it->target];
        }
        std::int32_t head = s.head;
        for (int steps = 0; steps < 2 && head >= 0; ++steps) {
            const auto& h = m_notice.statements()[static_cast<std::size_t>(head)];
            const Label* last = nullptr;
            const auto to = std::upper_bound(m_labels.begin(), m_labels.end(), h.at.end, [](std::uint32_t a, const Label& l) { return a < l.end; });
            for (auto l = to; l != m_labels.begin() && (l - 1)->begin >= h.at.begin; --l)
                if ((l - 1)->weight > 0.8f && !last)
                    last = &*(l - 1);
            if (last)
                return m_book.targets(Use::Label)[last->target];
            head = h.head;
        }
        return {};
    }

    void candidate(const text::PatternSet::Match& match, const RuleBook::Pattern& info, std::uint32_t statement)
    {
        const auto group = info.groups[RuleBook::Value];
        auto place = group < text::PatternSet::kGroups && match.groups[group].there() ? match.groups[group] : match.whole;
        if (info.details.quoted) { // every "…" of it by itself, where there are some
            const auto text = m_notice.words(place.begin, place.end);
            bool any = false;
            for (auto at = text.find('"'); at != std::string_view::npos;) {
                const auto end = text.find('"', at + 1);
                if (end == std::string_view::npos)
                    break;
                if (end > at + 3) {
                    add({static_cast<std::uint32_t>(place.begin + at + 1), static_cast<std::uint32_t>(place.begin + end)}, info, statement);
                    any = true;
                }
                at = text.find('"', end + 1);
            }
            if (any)
                return;
        }
        add(place, info, statement);
    }

    void add(Place place, const RuleBook::Pattern& info, std::uint32_t statement)
    {
        const auto& more = info.details;
        const auto& view = m_notice.view();
        while (place.end > place.begin && more.strip.find(view[place.end - 1]) != std::string::npos)
            --place.end;
        while (place.begin < place.end && (isBlank(view[place.begin]) || view[place.begin] == '"'))
            ++place.begin;
        for (bool again = true; again;) { // "our Variation Policy" is called Variation Policy
            again = false;
            for (const auto& word : more.front)
                if (const auto n = word.size(); place.end - place.begin > n && same(m_notice.words(place.begin, place.begin + n), word) && (isBlank(view[place.begin + n]) || static_cast<unsigned char>(word[0]) >= 0x80)) {
                    place.begin += static_cast<std::uint32_t>(n);
                    while (place.begin < place.end && isBlank(view[place.begin]))
                        ++place.begin;
                    again = true;
                }
        }
        if (place.begin >= place.end)
            return;
        Candidate c;
        c.begin = static_cast<std::uint32_t>(place.begin);
        c.end = static_cast<std::uint32_t>(place.end);
        c.statement = statement;
        c.pattern = &info;
        c.kind = info.target;
        c.rank = more.rank;
        cutEnding(c, more.endings);
        if (more.hasLabel || c.kind.empty()) {
            const auto label = labelled(c.begin, statement);
            if (c.kind.empty())
                c.kind = label;
            const bool fits = more.label.empty() ? !label.empty() : std::find(more.label.begin(), more.label.end(), label) != more.label.end();
            if (!fits || c.kind.empty())
                return;
        }
        if (!more.unless.empty() && std::find(more.unless.begin(), more.unless.end(), labelled(c.begin, statement)) != more.unless.end())
            return;
        const auto value = m_notice.words(c.begin, c.end);
        if (dropped(value, more.exact, more.with))
            return;
        for (const auto& start : more.start)
            if (value.substr(0, start.size()) == start)
                return;
        if (!more.fact.empty() && !holds(more.fact))
            return;
        if (more.notSeller && m_notice.statements()[statement].speaker == Speaker::Seller)
            return;
        doubt(c, more);
        m_found.push_back(std::move(c));
    }

    /// Does the notice speak of this anywhere?
    bool holds(const std::string& fact)
    {
        const auto it = m_facts.find(fact);
        if (it != m_facts.end())
            return it->second;
        const bool found = std::any_of(m_notice.statements().begin(), m_notice.statements().end(), [&](const Statement& s) { return m_notice.has(s, Use::Fact, fact); });
        m_facts.emplace(fact, found);
        return found;
    }

    /// A mail address glued to the next word ends where its domain does.
    void cutEnding(Candidate& c, const std::vector<std::string>& endings) const
    {
        if (endings.empty())
            return;
        const auto text = m_notice.words(c.begin, c.end);
        const auto dot = text.rfind('.');
        if (dot == std::string_view::npos)
            return;
        const auto last = lowered(text.substr(dot + 1));
        std::size_t best = 0;
        for (const auto& ending : endings) {
            if (ending == last)
                return;
            if (last.compare(0, ending.size(), ending) == 0)
                best = std::max(best, ending.size());
        }
        if (best)
            c.end = c.begin + static_cast<std::uint32_t>(dot + 1 + best);
    }

    static bool dropped(std::string_view value, const std::vector<std::string>& exact, const std::vector<std::string>& with)
    {
        if (std::any_of(exact.begin(), exact.end(), [&](const std::string& word) { return same(value, word); }))
            return true;
        if (with.empty())
            return false;
        const auto lower = lowered(value);
        for (const auto& word : with)
            if (lower.find(word) != std::string::npos)
                return true;
        return false;
    }

    void doubt(Candidate& c, const RuleBook::Details& more) const
    {
        const auto text = m_notice.words(c.begin, c.end);
        if (more.length != 0 && text.size() != more.length) {
            c.doubtful = std::to_string(text.size()) + " " + more.doubtLength;
            return;
        }
        if (const auto& form = more.form; !form.empty()) { // "3-7-7": digits or letters between hyphens
            std::string shape;
            std::size_t run = 0;
            bool blank = false;
            for (const char ch : text) {
                if (ch == '-') {
                    shape += std::to_string(run) + "-";
                    run = 0;
                } else if (isBlank(ch)) {
                    blank = true;
                } else {
                    ++run;
                }
            }
            shape += std::to_string(run);
            if (shape != form)
                c.doubtful = more.doubtForm;
            else if (blank)
                c.doubtful = more.doubtBlank;
        }
        if (text.find('*') != std::string_view::npos || text.find("XXX") != std::string_view::npos)
            c.doubtful = more.doubtMasked;
        else if (!more.doubtful.empty() && c.doubtful.empty())
            c.doubtful = more.doubtful;
    }

    std::vector<EntityAt> settle()
    {
        std::vector<EntityAt> out;
        std::unordered_map<std::string, std::size_t> numbers;
        std::vector<const Candidate*> kept;
        // ids, links and amounts hold their place; names may overlap with ids but not with each other of one kind
        for (const auto& c : m_found) {
            bool lost = false;
            for (auto it = kept.rbegin(); it != kept.rend() && it - kept.rbegin() < 12; ++it) {
                const auto& k = **it;
                if (k.end <= c.begin || k.begin >= c.end)
                    continue;
                const bool inside = c.begin >= k.begin && c.end <= k.end;
                if (k.kind == c.kind || (k.rank > c.rank && !(k.kind == "links" && c.kind == "asins")) || (inside && k.rank == c.rank && k.kind != "links")) {
                    lost = true;
                    break;
                }
            }
            if (lost)
                continue;
            kept.push_back(&c);
            auto value = m_notice.original(c.begin, c.end);
            auto key = c.kind + "\n" + lowered(value);
            while (key.back() == '.') // "Inc" and "Inc."
                key.pop_back();
            const auto [it, fresh] = numbers.emplace(key, out.size());
            if (fresh) {
                EntityAt e;
                e.kind = c.kind;
                e.value = std::move(value);
                e.doubtful = c.doubtful;
                out.push_back(std::move(e));
            }
            auto& e = out[it->second];
            e.at.push_back({c.begin, c.end, c.statement});
        }
        return out;
    }

    struct Title { std::uint32_t begin, end, statement; bool quoted = false; };

    /// What stands behind an id on its line ("B0… - Norvale Bottle"), or behind "Title:".
    std::vector<Title> titles(const std::vector<EntityAt>& entities) const
    {
        std::vector<Title> out;
        const auto& view = m_notice.view();
        const auto& before = m_book.common("title_before").words;
        for (const auto& e : entities)
            if (e.kind == "asins" || e.kind == "product_ids")
                for (const auto& at : e.at) {
                    auto from = at.end;
                    auto end = std::min(m_notice.line(at.end).second, std::size_t{at.end} + kLongestTitle);
                    while (end < view.size() && (static_cast<unsigned char>(view[end]) & 0xC0u) == 0x80u)
                        --end;
                    while (from < end && from - at.end < 8 && std::string_view(" -:()|,;[]").find(view[from]) != std::string_view::npos)
                        ++from;
                    if (from < end)
                        out.push_back({from, static_cast<std::uint32_t>(end), at.statement});
                    // "your listing for Corvelle Night Serum (B0…)"
                    const auto& s = m_notice.statements()[at.statement].at;
                    if (at.begin > s.begin + 4 && view[at.begin - 1] == '(') {
                        const auto start = std::max<std::size_t>(s.begin, at.begin - std::min<std::size_t>(at.begin, kLongestTitle));
                        const auto text = m_notice.words(start, at.begin - 2);
                        auto open = std::string_view::npos;
                        for (const auto& word : before)
                            if (const auto found = text.rfind(" " + word + " "); found != std::string_view::npos && (open == std::string_view::npos || found + word.size() + 2 > open))
                                open = found + word.size() + 2;
                        if (open != std::string_view::npos)
                            out.push_back({static_cast<std::uint32_t>(start + open), at.begin - 2, at.statement});
                    }
                }
        for (std::uint32_t n = 0; n < m_notice.statements().size(); ++n) { // "Olmara Chef's knife 20 cm", quoted
            const auto& s = m_notice.statements()[n].at;
            const auto text = m_notice.words(s.begin, s.end);
            for (auto quote = text.find('"'); quote != std::string_view::npos;) {
                const auto close = text.find('"', quote + 1);
                if (close == std::string_view::npos)
                    break;
                const auto inside = text.substr(quote + 1, close - quote - 1);
                if (inside.size() < 60 && inside.find(' ') != std::string_view::npos && inside.find_first_of("0123456789") != std::string_view::npos)
                    out.push_back({static_cast<std::uint32_t>(s.begin + quote + 1), static_cast<std::uint32_t>(s.begin + close), n, true});
                quote = text.find('"', close + 1);
            }
        }
        for (std::uint32_t n = 0; n < m_notice.statements().size(); ++n)
            for (auto i = m_notice.statements()[n].matches; i < m_notice.statements()[n].matchesEnd; ++i)
                if (const auto& match = m_notice.matches()[i]; m_book.gives(match.pattern) == Gives::Title)
                    out.push_back({static_cast<std::uint32_t>(match.groups[0].begin), static_cast<std::uint32_t>(match.groups[0].end), n});
        return out;
    }

    /// A title opens with its brand as a rule: one or two capitalised words that are no common ones, before such that are; or a quoted name in it.
    void addTitleBrands(std::vector<EntityAt>& entities) const
    {
        const auto& words = m_book.common("title_words").sorted;
        const auto listed = [&](std::string_view word) { return std::binary_search(words.begin(), words.end(), word); };
        const auto common = [&](std::string_view word) { return listed(word) || (word.size() > 3 && word.back() == 's' && listed(word.substr(0, word.size() - 1))); };
        struct First { std::uint32_t begin, end, statement; int count; bool sure; };
        std::map<std::string, First> firsts;
        const auto& view = m_notice.view();
        const auto upper = [&](std::size_t i) { return i < view.size() && view[i] >= 'A' && view[i] <= 'Z'; };
        const auto letter = [&](std::size_t i) { return i < view.size() && (upper(i) || (view[i] >= 'a' && view[i] <= 'z') || view[i] == '\'' || (static_cast<unsigned char>(view[i]) >= 0xC3 && static_cast<unsigned char>(view[i]) < 0xE3) || (static_cast<unsigned char>(view[i]) & 0xC0) == 0x80); };
        const auto note = [&](std::uint32_t begin, std::uint32_t end, std::uint32_t statement, bool sure) {
            std::string word(m_notice.words(begin, end));
            if (const auto it = firsts.find(word); it != firsts.end()) {
                ++it->second.count;
                it->second.sure = it->second.sure || sure;
            } else if (firsts.size() < kMostTitleBrands) {
                firsts.emplace(std::move(word), First{begin, end, statement, 1, sure});
            }
        };
        const auto& labels = m_book.common("title_labels").words;
        for (auto t : titles(entities)) {
            for (const auto& label : labels)
                if (same(m_notice.words(t.begin, std::min<std::size_t>(t.end, t.begin + label.size())), label))
                    for (t.begin += static_cast<std::uint32_t>(label.size()); t.begin < t.end && (view[t.begin] == ' ' || view[t.begin] == ':');)
                        ++t.begin;
            const auto title = std::string_view(view).substr(0, t.end);
            if (const auto quote = title.find('"', t.begin); quote != std::string_view::npos && upper(quote + 1)) {
                const auto close = std::min(title.find('"', quote + 1), static_cast<std::size_t>(t.end));
                const auto name = m_notice.words(quote + 1, close);
                if (name.size() >= 3 && name.size() <= 24 && name.find(' ') == std::string_view::npos)
                    note(static_cast<std::uint32_t>(quote + 1), static_cast<std::uint32_t>(close), t.statement, true);
                else if (quote == t.begin)
                    t = {t.begin + 1, static_cast<std::uint32_t>(close), t.statement, true};
            }
            if (!upper(t.begin))
                continue;
            auto end = t.begin + 1u;
            while (end < t.end && letter(end))
                ++end;
            if (end - t.begin < 4 || (end < t.end && view[end] != ' ') || common(lowered(m_notice.words(t.begin, end))))
                continue;
            // what follows is small, of another script, a common word, or a dash
            const auto next = std::min(end + 1u, t.end);
            auto stop = next;
            while (stop < t.end && letter(stop))
                ++stop;
            const bool sure = next < t.end && ((view[next] >= 'a' && view[next] <= 'z') || static_cast<unsigned char>(view[next]) >= 0xC3 || view[next] == '-' || common(lowered(m_notice.words(next, stop))));
            note(t.begin, end, t.statement, sure || t.quoted);
        }
        std::vector<std::string_view> rare; // where else they stand in the text tells
        for (const auto& [word, first] : firsts)
            if (first.count < 2 && !first.sure)
                rare.push_back(word);
        const auto twice = thereTwice(rare);
        std::string names; // the seller's own, and those that are there already
        for (const auto& e : entities)
            if (e.kind == "account_names" || e.kind == "brands")
                names += lowered(e.value) + "\n";
        for (const auto& [word, first] : firsts) {
            const auto lower = lowered(word);
            if ((first.count < 2 && !first.sure && twice.count(word) == 0) || common(lower) || names.find(lower) != std::string::npos)
                continue;
            EntityAt e;
            e.kind = "brands";
            e.value = m_notice.original(first.begin, first.end);
            names += lowered(e.value) + "\n";
            e.at.push_back({first.begin, first.end, first.statement});
            entities.push_back(std::move(e));
        }
    }

    /// Those of @p words, each of three bytes at least and opening with a capital, that the view holds more than once; in one pass.
    std::set<std::string_view> thereTwice(const std::vector<std::string_view>& words) const
    {
        struct Seen { std::string_view word; int times = 0; std::size_t next = 0; };
        std::unordered_map<std::string_view, std::vector<Seen>> byStart;
        for (const auto word : words)
            byStart[word.substr(0, 3)].push_back({word});
        std::set<std::string_view> out;
        const std::string_view view = m_notice.view();
        for (std::size_t at = 0; !words.empty() && at + 3 <= view.size(); ++at) {
            if (view[at] < 'A' || view[at] > 'Z')
                continue;
            const auto it = byStart.find(view.substr(at, 3));
            if (it == byStart.end())
                continue;
            for (auto& seen : it->second)
                if (at >= seen.next && view.compare(at, seen.word.size(), seen.word) == 0) {
                    seen.next = at + seen.word.size();
                    if (++seen.times == 2)
                        out.insert(seen.word);
                }
        }
        return out;
    }

    const NoticeText& m_notice;
    const RuleBook& m_book;
    std::uint32_t m_marketplace;
    std::vector<Label> m_labels;
    std::vector<Candidate> m_found;
    std::map<std::string, bool> m_facts;
};

} // namespace

std::vector<EntityAt> findEntities(const NoticeText& notice, std::uint32_t marketplace)
{
    return Finder(notice, marketplace).run();
}

} // namespace cause
