#include "cause/rule_book.h"

#include "text/blanks.h"

#include <algorithm>
#include <iterator>

// How the book's rules and patterns are looked for in a sentence.
namespace cause {

namespace {

constexpr std::size_t kMostMatches = 8; // of one rule in one sentence
constexpr std::size_t kMostScratches = 4; // that wait for their next reading

/// Whether a clause starts at @p at: nothing with letters stands before it, or a comma, or a word that only joins.
bool opensClause(std::string_view view, std::size_t begin, std::size_t at)
{
    auto before = text::withoutBlanks(view.substr(begin, at - begin));
    for (const std::string_view joins : {" and", " or", " then", "please", "Please"})
        if (before.size() >= joins.size() && before.substr(before.size() - joins.size()) == joins)
            return true;
    if (before.empty() || std::string_view(",;:(-").find(before.back()) != std::string_view::npos)
        return true;
    return std::none_of(before.begin(), before.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xE3; });
}

} // namespace

RuleBook::Lists::Lists(const std::vector<std::vector<std::uint32_t>>& lists)
{
    starts.push_back(0);
    for (const auto& list : lists) {
        all.insert(all.end(), list.begin(), list.end());
        starts.push_back(static_cast<std::uint32_t>(all.size()));
    }
}

/// The rarest element of a rule is the one that the fewest rules have.
void RuleBook::chooseKeys()
{
    std::vector<std::uint32_t> uses(m_elementCount, 0);
    for (const auto& elements : m_ruleElements)
        for (const auto e : elements)
            ++uses[e];
    std::vector<std::vector<Keyed>> byElement(m_elementCount);
    for (std::uint32_t r = 0; r < m_ruleElements.size(); ++r) {
        const auto& elements = m_ruleElements[r];
        const auto key = *std::min_element(elements.begin(), elements.end(), [&](std::uint32_t a, std::uint32_t b) { return uses[a] < uses[b]; });
        byElement[key].push_back({r, static_cast<std::uint32_t>(m_needed.size()), static_cast<std::uint32_t>(elements.size() - 1)});
        std::copy_if(elements.begin(), elements.end(), std::back_inserter(m_needed), [&](std::uint32_t e) { return e != key; });
    }
    for (const auto& keyed : byElement) {
        m_keyStarts.push_back(static_cast<std::uint32_t>(m_keyed.size()));
        m_keyed.insert(m_keyed.end(), keyed.begin(), keyed.end());
    }
    m_keyStarts.push_back(static_cast<std::uint32_t>(m_keyed.size()));
    m_ruleElements = {};
}

/// The forms as one row of numbers: a rule that is evaluated touches little memory.
void RuleBook::readyForms()
{
    for (std::size_t r = 0; r < m_rules.size(); ++r) {
        auto& rule = m_rules[r];
        const auto& form = m_forms[r];
        rule.plain = form.never.empty() && form.parts.size() == 1 && form.parts[0].size() == 1;
        if (rule.plain) {
            rule.how = form.parts[0][0];
            continue;
        }
        const auto number = [&](std::size_t n) { m_ready.push_back(static_cast<std::uint32_t>(n)); };
        rule.how = static_cast<std::uint32_t>(m_ready.size());
        number(form.never.size());
        m_ready.insert(m_ready.end(), form.never.begin(), form.never.end());
        number(form.parts.size());
        for (std::size_t p = 0; p < form.parts.size(); ++p) {
            number(form.parts[p].size());
            for (std::size_t i = 0; i < form.parts[p].size(); ++i) {
                number(form.parts[p][i]);
                number(form.gaps[p][i]);
            }
        }
    }
}

/// Patterns that want the same are looked for together; which of them match at all one automaton tells.
void RuleBook::groupPatterns()
{
    std::map<std::pair<std::string, std::uint32_t>, std::vector<std::uint32_t>> same;
    for (std::uint32_t p = 0; p < m_set.size(); ++p)
        if (!m_set.digits(p))
            same[{m_patternWords[p], m_set.needs(p)}].push_back(p);
    m_patternGroup.assign(m_set.size(), npos);
    for (const auto& [wanted, patterns] : same) {
        if (patterns.size() < 2)
            continue;
        for (const auto p : patterns)
            m_patternGroup[p] = static_cast<std::uint32_t>(m_groups.size());
        m_groups.push_back(patterns);
        m_set.group(patterns);
    }
    m_patternWords = {};
}

RuleBook::Loan RuleBook::scratch() const
{
    std::unique_ptr<Scratch> out;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_scratches.empty()) {
            out = std::move(m_scratches.back());
            m_scratches.pop_back();
        }
    }
    if (!out) {
        out = std::make_unique<Scratch>();
        out->elements.resize(m_elementCount);
        out->patternSeen.resize(m_set.size());
        out->patternMatches.resize(m_set.size());
        out->groupSeen.resize(m_groups.size());
    }
    return Loan(out.release(), [this](Scratch* used) {
        std::unique_ptr<Scratch> back(used);
        const std::lock_guard lock(m_mutex);
        if (m_scratches.size() < kMostScratches)
            m_scratches.push_back(std::move(back));
    });
}

void RuleBook::scan(std::string_view view, std::size_t begin, std::size_t end, Scratch& s, std::vector<text::PatternSet::Match>& out) const
{
    if (++s.turn == 0) { // after four milliards of sentences
        s.elements.assign(m_elementCount, {});
        for (auto* seen : {&s.patternSeen, &s.patternMatches, &s.groupSeen})
            std::fill(seen->begin(), seen->end(), 0u);
        s.turn = 1;
    }
    s.view = view;
    s.begin = begin;
    s.dense.make(view, begin, end);
    s.hits.clear();
    s.ran.clear();
    s.numbered.clear();
    m_phrases.find(s.dense, s.hits);
    const auto signs = text::PatternSet::signs(view.substr(begin, end - begin));
    const auto run = [&](std::uint32_t pattern) {
        if ((m_patternNeeds[pattern] & ~signs) != 0 || s.patternSeen[pattern] == s.turn)
            return;
        s.patternSeen[pattern] = s.turn;
        s.ran.push_back(static_cast<std::uint16_t>(pattern));
        if (const auto group = m_patternGroup[pattern]; group != npos) {
            if (s.groupSeen[group] != s.turn) {
                s.groupSeen[group] = s.turn;
                const auto& patterns = m_groups[group];
                if (m_set.matching(group, view, begin, end, s.matching)) {
                    for (const auto place : s.matching)
                        s.patternMatches[patterns[static_cast<std::size_t>(place)]] = s.turn;
                } else {
                    for (const auto any : patterns)
                        s.patternMatches[any] = s.turn;
                }
            }
            if (s.patternMatches[pattern] != s.turn)
                return;
        }
        m_set.find(pattern, view, begin, end, s.memory, out);
    };
    for (const auto pattern : m_freePatterns)
        run(pattern);
    for (const auto& hit : s.hits)
        for (const auto pattern : m_patternsOf[hit.phrase])
            run(pattern);
    if ((signs & text::PatternSet::Digit) != 0)
        m_numbered.find(s.dense, s.numbered);
}

bool RuleBook::rescan(std::string_view view, std::size_t begin, std::size_t end, const Scanned& like, Scratch& s, std::vector<text::PatternSet::Match>& out) const
{
    s.dense.make(view, begin, end);
    s.numbered.clear();
    m_numbered.find(s.dense, s.numbered);
    if (!s.numbered.empty())
        return false;
    const auto moved = [&](std::uint32_t at) { return static_cast<std::uint32_t>(at - like.begin + begin); };
    for (const auto pattern : like.ran) {
        if (!m_set.blind(pattern)) {
            m_set.find(pattern, view, begin, end, s.memory, out);
            continue;
        }
        for (auto i = like.matches; i < like.matchesEnd; ++i)
            if (out[i].pattern == pattern) {
                auto match = out[i];
                match.whole = {moved(match.whole.begin), moved(match.whole.end)};
                for (auto& group : match.groups)
                    if (group.there())
                        group = {moved(group.begin), moved(group.end)};
                out.push_back(match);
            }
    }
    return true;
}

void RuleBook::match(const std::vector<Token>& tokens, Scratch& s, std::vector<RuleHit>& out) const
{
    if (s.hits.empty())
        return;
    s.links.clear();
    s.seen.clear();
    s.candidates.clear();
    auto* const elements = s.elements.data();
    const auto add = [&](std::size_t h, std::uint32_t e) {
        const auto link = static_cast<std::int32_t>(s.links.size());
        s.links.push_back({static_cast<std::uint32_t>(h), -1});
        auto& element = elements[e];
        if (element.turn == s.turn) {
            s.links[static_cast<std::size_t>(element.last)].next = link;
            element.last = link;
            return;
        }
        element = {s.turn, link, link};
        s.seen.push_back(e);
    };
    for (std::size_t h = 0; h < s.hits.size(); ++h)
        for (const auto e : m_elementsOf[s.hits[h].phrase])
            add(h, e);
    for (const auto& token : tokens) {
        const auto place = [&](std::uint32_t at) { return static_cast<std::uint32_t>(std::lower_bound(s.dense.at.begin(), s.dense.at.end(), at) - s.dense.at.begin()); };
        s.hits.push_back({npos, token.begin, token.end, place(token.begin), place(token.end)});
        if (const auto e = token.day ? m_day : m_time; e != npos)
            add(s.hits.size() - 1, e);
    }
    for (const auto key : s.seen) {
        const auto first = elements[key].first;
        for (auto k = m_keyStarts[key]; k < m_keyStarts[key + 1]; ++k) {
            const auto& keyed = m_keyed[k];
            auto complete = first;
            bool all = true;
            for (auto i = keyed.first; all && i < keyed.first + keyed.count; ++i) {
                const auto& other = elements[m_needed[i]];
                all = other.turn == s.turn;
                complete = std::max(complete, other.first);
            }
            if (all)
                s.candidates.push_back(static_cast<std::uint64_t>(complete) << 32 | keyed.rule);
        }
    }
    std::sort(s.candidates.begin(), s.candidates.end());
    for (const auto candidate : s.candidates)
        evaluate(s, static_cast<std::uint32_t>(candidate), out);
}

bool RuleBook::evaluate(Scratch& s, std::uint32_t number, std::vector<RuleHit>& out) const
{
    const auto& rule = m_rules[number];
    const auto hit = [&](std::int32_t link) -> const text::PhraseSet::Hit& { return s.hits[s.links[static_cast<std::size_t>(link)].hit]; };
    const auto next = [&](std::int32_t link) { return s.links[static_cast<std::size_t>(link)].next; };
    const auto each = [&](std::uint32_t element) { // the first part is one element: any of its places will do
        std::size_t count = 0;
        for (auto link = s.elements[element].first; link >= 0 && count < kMostMatches; link = next(link))
            if (!rule.opens || opensClause(s.view, s.begin, hit(link).begin)) {
                out.push_back({number, hit(link).begin, hit(link).end, rule.use});
                ++count;
            }
        return count > 0;
    };
    if (rule.plain)
        return each(rule.how);
    const auto* form = m_ready.data() + rule.how;
    for (auto never = *form++; never > 0; --never)
        if (s.elements[*form++].turn == s.turn)
            return false;
    const bool blockers = m_blocker != npos && s.elements[m_blocker].turn == s.turn;
    const auto blocked = [&](std::uint32_t from, std::uint32_t to) { // a "not" between two elements turns the sense
        if (blockers)
            for (auto link = s.elements[m_blocker].first; link >= 0; link = next(link))
                if (hit(link).from >= from && hit(link).to <= to)
                    return true;
        return false;
    };
    const auto before = out.size();
    const auto parts = *form++;
    for (std::uint32_t p = 0; p < parts; ++p) {
        const auto count = *form++;
        const auto* const row = form; // each element and its gap
        form += 2 * count;
        if (count == 1) {
            if (p == 0 && !each(row[0])) // of a further one it is enough that it is there
                return false;
            continue;
        }
        // A row: for each place of its first element the nearest following ones. Chains are in order of place, so each is walked once.
        auto& at = s.row;
        at.resize(count);
        for (std::size_t i = 0; i < count; ++i)
            at[i] = s.elements[row[2 * i]].first;
        bool found = false;
        for (auto start = at[0]; start >= 0; start = next(start)) {
            auto end = hit(start).to;
            auto endByte = hit(start).end;
            bool whole = true;
            for (std::size_t i = 1; i < count && whole; ++i) {
                while (at[i] >= 0 && hit(at[i]).from < end)
                    at[i] = next(at[i]);
                whole = at[i] >= 0 && hit(at[i]).from - end <= row[2 * i + 1] && !blocked(end, hit(at[i]).from);
                if (whole) {
                    end = hit(at[i]).to;
                    endByte = hit(at[i]).end;
                }
            }
            if (!whole || (p == 0 && rule.opens && !opensClause(s.view, s.begin, hit(start).begin)))
                continue;
            found = true;
            if (p > 0)
                break;
            out.push_back({number, hit(start).begin, endByte, rule.use});
            if (out.size() - before >= kMostMatches)
                break;
        }
        if (!found) {
            out.resize(before);
            return false;
        }
    }
    return true;
}

} // namespace cause
