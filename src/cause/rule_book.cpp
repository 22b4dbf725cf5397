#include "cause/rule_book.h"

#include <algorithm>

namespace cause {

namespace {

using library::Node;

constexpr double kStrong = 0.85, kLikely = 0.65, kFair = 0.45, kWeak = 0.25;
constexpr std::size_t kTelling = 12; // bytes of a cause's own phrase from which it is worth more than a word
constexpr std::size_t kMostExpansions = 2000;
constexpr std::uint32_t kGap = 60;        // bytes of Dense between two elements of a row: " .. "
constexpr std::uint32_t kTight = 9;       // " . "
constexpr std::size_t kMostMatches = 8;   // of one rule in one sentence

const std::map<std::string, Use, std::less<>>& uses()
{
    static const std::map<std::string, Use, std::less<>> all{{"scope", Use::Scope}, {"voice", Use::Voice}, {"place", Use::Place}, {"cause", Use::Cause}, {"action", Use::Action}, {"asks", Use::Asks}, {"way", Use::Way},
        {"deadline", Use::Deadline}, {"metric", Use::Metric}, {"label", Use::Label}, {"class", Use::Class}, {"fact", Use::Fact}};
    return all;
}

std::string_view trim(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, std::string_view by)
{
    std::vector<std::string_view> out;
    for (std::size_t at = 0;;) {
        const auto next = text.find(by, at);
        out.push_back(trim(text.substr(at, next == std::string_view::npos ? next : next - at)));
        if (next == std::string_view::npos)
            return out;
        at = next + by.size();
    }
}

/// Whether a clause starts at @p at: nothing with letters stands before it, or a comma, or a word that only joins.
bool opensClause(std::string_view view, std::size_t begin, std::size_t at)
{
    auto before = trim(view.substr(begin, at - begin));
    for (const std::string_view joins : {" and", " or", " then", "please", "Please"})
        if (before.size() >= joins.size() && before.substr(before.size() - joins.size()) == joins)
            return true;
    if (before.empty() || std::string_view(",;:(-").find(before.back()) != std::string_view::npos)
        return true;
    return std::none_of(before.begin(), before.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xE3; });
}

} // namespace

RuleBook::RuleBook(const library::Catalogue& catalogue) : m_nodes(catalogue.reading)
{
    for (const auto& marketplace : catalogue.marketplaces)
        m_marketplaces.push_back(marketplace.id);
    // numbers and terms first: the others lean on them
    for (const auto& node : m_nodes) {
        if (node["kind"].text == "term")
            for (const auto& text : node["any"].strings())
                m_terms[node["id"].text].push_back(text);
        if (node["kind"].text == "number" || node["kind"].text == "month" || node["kind"].text == "unit" || node["kind"].text == "daykind")
            for (const auto& [word, value] : node["words"].members) {
                m_terms[node["kind"].text + "." + node["language"].text].push_back(word);
                m_words[node["kind"].text].emplace(word, value.text);
            }
    }
    for (const auto& node : m_nodes) {
        m_entries.emplace(node["kind"].text + "/" + node["id"].text, &node);
        if (node["kind"].text == "order")
            m_orders[node["id"].text] = node["ids"].strings();
        if (node["kind"].text == "common") {
            auto& common = m_common[node["id"].text];
            common.words = common.sorted = node["any"].strings();
            std::sort(common.sorted.begin(), common.sorted.end());
        }
        addEntry(node);
    }
    addScopes();
    if (const auto& words = entry("blocker", "gap")["any"].strings(); !words.empty()) {
        std::string all = "(";
        for (const auto& word : words)
            all += (all.size() > 1 ? "|" : "") + word;
        m_blocker = element(all + ")");
    }
    for (const auto& cause : catalogue.causes) {
        const auto target = targetNumber(Use::Cause, cause.id);
        std::uint32_t mask = 0;
        for (const auto& id : cause.marketplaces)
            mask |= marketplace(id);
        for (const auto& [language, phrases] : cause.phrases)
            for (const auto& phrase : phrases)
                addRule(Use::Cause, target, phrase, text::dense(phrase).size() >= kTelling ? 0.6 : 0.4, mask);
    }
    for (const auto& metric : catalogue.metrics) {
        const auto target = targetNumber(Use::Metric, metric.id);
        std::uint32_t mask = 0;
        for (const auto& id : metric.marketplaces)
            mask |= marketplace(id);
        for (const auto& [language, name] : metric.name)
            addRule(Use::Metric, target, name, kFair, mask);
    }
    for (const auto& node : m_nodes)
        if (node["kind"].text == "language")
            m_languages.emplace_back(node["id"].text, number(Use::Fact, "language." + node["id"].text));
    chooseKeys();
    groupPatterns();
    m_phrases.compile();
    for (auto& list : m_phraseElements) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    m_elements.clear();
}

std::uint32_t RuleBook::marketplace(std::string_view id) const
{
    const auto it = std::find(m_marketplaces.begin(), m_marketplaces.end(), id);
    return it == m_marketplaces.end() ? 0 : 1u << (it - m_marketplaces.begin());
}

std::uint32_t RuleBook::maskOf(const Node& list)
{
    std::uint32_t mask = 0;
    for (const auto& id : list.strings())
        mask |= marketplace(id);
    return mask;
}

std::uint32_t RuleBook::targetNumber(Use use, const std::string& id)
{
    auto& numbers = m_targetNumbers[static_cast<std::size_t>(use)];
    auto& names = m_targets[static_cast<std::size_t>(use)];
    const auto [it, fresh] = numbers.emplace(id, static_cast<std::uint32_t>(names.size()));
    if (fresh)
        names.push_back(id);
    return it->second;
}

std::uint32_t RuleBook::number(Use use, std::string_view id) const
{
    const auto& numbers = m_targetNumbers[static_cast<std::size_t>(use)];
    const auto it = numbers.find(id);
    return it == numbers.end() ? npos : it->second;
}

const std::string& RuleBook::word(std::string_view kind, std::string_view text) const
{
    static const std::string none;
    const auto words = m_words.find(kind);
    if (words == m_words.end())
        return none;
    const auto it = words->second.find(text);
    return it == words->second.end() ? none : it->second;
}

const Node& RuleBook::entry(std::string_view kind, std::string_view id) const
{
    static const Node none;
    std::string key(kind);
    key += '/';
    key += id;
    const auto it = m_entries.find(key);
    return it == m_entries.end() ? none : *it->second;
}

const std::vector<std::string>& RuleBook::order(std::string_view id) const
{
    static const std::vector<std::string> none;
    const auto it = m_orders.find(id);
    return it == m_orders.end() ? none : it->second;
}

const RuleBook::Common& RuleBook::common(std::string_view id) const
{
    static const Common none;
    const auto it = m_common.find(id);
    return it == m_common.end() ? none : it->second;
}

void RuleBook::addScopes()
{
    for (const auto& name : targets(Use::Scope)) {
        const auto& node = entry("scope", name);
        Scope s;
        s.blocks = node["blocks"].yes();
        s.letsWishes = node["lets_wishes"].yes();
        s.factor = node.has("factor") ? node["factor"].value(1) : 1;
        for (const auto& word : node["reach"].strings())
            (word == "sentence" ? s.sentence : word == "after" ? s.after : word == "before" ? s.before : word == "list" ? s.list : s.clause) = true;
        m_scopes.push_back(s);
    }
}

void RuleBook::addEntry(const Node& node)
{
    const auto& kind = node["kind"].text;
    if (kind == "pattern") {
        addPattern(node);
        return;
    }
    const auto use = uses().find(kind);
    if (use == uses().end())
        return;
    const auto target = targetNumber(use->second, node["id"].text);
    const auto mask = maskOf(node["marketplaces"]);
    const auto add = [&](const Node& list, double weight) {
        for (const auto& text : list.strings())
            addRule(use->second, target, text, weight, mask);
    };
    add(node["any"], kStrong);
    add(node["strong"], kStrong);
    add(node["likely"], kLikely);
    add(node["fair"], kFair);
    add(node["weak"], kWeak);
}

void RuleBook::addRule(Use use, std::uint32_t target, std::string_view pattern, double weight, std::uint32_t marketplaces)
{
    Rule rule;
    Form form;
    form.text = pattern;
    rule.use = use;
    rule.target = target;
    rule.weight = static_cast<float>(weight);
    rule.marketplaces = marketplaces;
    if (rule.opens = pattern.substr(0, 2) == "^ "; rule.opens)
        pattern.remove_prefix(2);
    std::vector<std::uint32_t> all;
    const auto pieces = split(pattern, " ! ");
    for (std::size_t i = 1; i < pieces.size(); ++i)
        form.never.push_back(element(pieces[i]));
    for (const auto part : split(pieces[0], " + ")) {
        std::vector<std::uint32_t> row, gaps;
        for (const auto wide : split(part, " .. ")) {
            bool first = true;
            for (const auto piece : split(wide, " . ")) {
                row.push_back(element(piece));
                all.push_back(row.back());
                gaps.push_back(first ? kGap : kTight);
                first = false;
                rule.timed = rule.timed || row.back() == m_time || row.back() == m_day;
            }
        }
        form.parts.push_back(std::move(row));
        form.gaps.push_back(std::move(gaps));
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    if (all.empty() || std::find(all.begin(), all.end(), npos) != all.end()) {
        m_faults.push_back("nothing to look for in: " + std::string(pattern));
        return;
    }
    std::erase(form.never, npos);
    rule.single = form.parts[0].size() == 1;
    m_ruleElements.push_back(std::move(all));
    m_rules.push_back(rule);
    m_forms.push_back(std::move(form));
}

/// The rarest element of a rule is the one that the fewest rules have.
void RuleBook::chooseKeys()
{
    std::vector<std::uint32_t> uses(m_elementCount, 0);
    for (const auto& elements : m_ruleElements)
        for (const auto e : elements)
            ++uses[e];
    m_keyed.resize(m_elementCount);
    for (std::uint32_t r = 0; r < m_ruleElements.size(); ++r) {
        const auto& elements = m_ruleElements[r];
        const auto key = *std::min_element(elements.begin(), elements.end(), [&](std::uint32_t a, std::uint32_t b) { return uses[a] < uses[b]; });
        m_keyed[key].push_back({r, static_cast<std::uint32_t>(m_needed.size()), static_cast<std::uint32_t>(elements.size())});
        m_needed.insert(m_needed.end(), elements.begin(), elements.end());
    }
    m_ruleElements = {};
}

/// One element: any of the phrases that @p text stands for.
std::uint32_t RuleBook::element(std::string_view text)
{
    text = trim(text);
    if (text == "<time>" || text == "<day>") {
        auto& number = text == "<time>" ? m_time : m_day;
        if (number == npos)
            number = m_elementCount++;
        return number;
    }
    if (const auto it = m_elements.find(text); it != m_elements.end())
        return it->second;
    std::vector<std::string> phrases;
    expand(text, phrases, 0);
    if (phrases.size() > kMostExpansions) {
        m_faults.push_back("too many forms: " + std::string(text));
        phrases.resize(kMostExpansions);
    }
    const auto number = m_elementCount;
    bool any = false;
    for (const auto& phrase : phrases) {
        if (text::dense(phrase).size() < 2)
            continue;
        if (const auto word = trim(phrase); word.substr(1, word.size() - 2).find('*') != std::string_view::npos) // stands for letters only at either end
            m_faults.push_back("* within: " + phrase);
        const auto id = m_phrases.add(phrase);
        if (id >= m_phraseElements.size())
            m_phraseElements.resize(id + 1);
        m_phraseElements[id].push_back(number);
        any = true;
    }
    if (!any)
        return npos;
    ++m_elementCount;
    m_elements.emplace(std::string(text), number);
    return number;
}

/// "(a|b) c" -> "a c", "b c"; "@term" -> each of its words.
void RuleBook::expand(std::string_view text, std::vector<std::string>& out, int depth)
{
    if (depth > 24 || out.size() > kMostExpansions)
        return;
    const auto at = text.find_first_of("(@");
    if (at == std::string_view::npos) {
        out.emplace_back(text);
        return;
    }
    std::vector<std::string> choices;
    std::size_t end = 0;
    if (text[at] == '@') {
        end = at + 1;
        while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || text[end] == '_' || text[end] == '.'))
            ++end;
        const auto term = m_terms.find(text.substr(at + 1, end - at - 1));
        if (term == m_terms.end())
            m_faults.push_back("unknown term in: " + std::string(text));
        else
            choices = term->second;
    } else {
        int open = 0;
        std::size_t from = at + 1;
        for (end = at; end < text.size(); ++end) {
            if (text[end] == '(') {
                ++open;
            } else if ((text[end] == '|' && open == 1) || (text[end] == ')' && --open == 0)) {
                choices.emplace_back(text.substr(from, end - from));
                from = end + 1;
                if (text[end] == ')')
                    break;
            }
        }
        if (end >= text.size()) {
            m_faults.push_back("bracket not closed: " + std::string(text));
            return;
        }
        ++end;
    }
    for (const auto& choice : choices)
        expand(std::string(text.substr(0, at)) + choice + std::string(text.substr(end)), out, depth + 1);
}

void RuleBook::addPattern(const Node& node)
{
    std::string pattern = node["pattern"].text;
    // {number.en}: the words of that entry, longest first
    for (auto at = pattern.find("{:"); at != std::string::npos; at = pattern.find("{:", at)) {
        const auto end = pattern.find('}', at);
        if (end == std::string::npos)
            break;
        const auto term = m_terms.find(pattern.substr(at + 2, end - at - 2));
        std::string words;
        if (term == m_terms.end()) {
            m_faults.push_back("unknown term in: " + pattern);
        } else {
            auto sorted = term->second;
            std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
            for (const auto& word : sorted)
                words += (words.empty() ? "" : "|") + word;
        }
        pattern.replace(at, end - at + 1, words);
    }
    std::uint32_t needs = 0;
    for (const auto& sign : node["needs"].strings()) {
        const auto bit = text::PatternSet::sign(sign);
        if (bit == 0)
            m_faults.push_back("unknown sign " + sign + " in: " + pattern);
        needs |= bit;
    }
    std::string error;
    const auto number = m_set.add(pattern, needs, &error);
    if (number == text::PatternSet::npos) {
        m_faults.push_back(error + " in: " + pattern);
        return;
    }
    std::vector<std::string> wanted;
    for (const auto& words : node["words"].strings())
        expand(words, wanted, 0);
    for (const auto& word : wanted) {
        const auto id = m_phrases.add(word);
        if (id >= m_phrasePatterns.size())
            m_phrasePatterns.resize(id + 1);
        m_phrasePatterns[id].push_back(static_cast<std::uint32_t>(number));
    }
    if (wanted.empty())
        m_freePatterns.push_back(static_cast<std::uint32_t>(number));
    std::string words;
    for (const auto& word : node["words"].strings())
        words += word + "\n";
    m_patternWords.push_back(std::move(words));
    Pattern info;
    info.use = node["use"].text;
    info.target = node["id"].text;
    info.marketplaces = maskOf(node["marketplaces"]);
    info.more = &node;
    auto& d = info.details;
    d.quoted = node["quoted"].yes();
    d.hasLabel = node.has("label");
    d.notSeller = node.has("speaker");
    d.rank = static_cast<int>(node["rank"].value());
    d.length = static_cast<std::size_t>(node["length"].value());
    d.strip = node["strip"].text.empty() ? " .,;:!?\"'" : node["strip"].text;
    d.form = node["form"].text;
    d.fact = node["needs_fact"].text;
    d.doubtful = node["doubtful"].text;
    d.doubtLength = node["doubt"]["length"].text;
    d.doubtForm = node["doubt"]["form"].text;
    d.doubtBlank = node["doubt"]["blank"].text;
    d.doubtMasked = node["doubt"]["masked"].text;
    const auto items = [&](const char* name) {
        std::vector<std::string> out;
        for (const auto& item : node[name].items)
            out.push_back(item.text);
        return out;
    };
    d.front = items("front");
    d.endings = items("endings");
    d.label = node["label"].strings();
    d.unless = node["unless_label"].strings();
    d.exact = items("not");
    d.with = items("not_with");
    d.start = items("not_start");
    for (std::size_t i = 0; i < kGroupNames.size(); ++i)
        info.groups[i] = m_set.group(number, kGroupNames[i]);
    m_patterns.push_back(std::move(info));
}

/// Patterns that want the same are looked for together; which of them match at all one automaton tells.
void RuleBook::groupPatterns()
{
    std::map<std::pair<std::string, std::uint32_t>, std::vector<std::uint32_t>> same;
    for (std::uint32_t p = 0; p < m_set.size(); ++p)
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

void RuleBook::scan(std::string_view view, std::size_t begin, std::size_t end, Scratch& s, std::vector<text::PatternSet::Match>& out) const
{
    if (s.elementSeen.size() != m_elementCount) {
        s.elementSeen.assign(m_elementCount, 0);
        s.first.assign(m_elementCount, -1);
        s.last.assign(m_elementCount, -1);
        s.patternSeen.assign(m_set.size(), 0);
        s.patternMatches.assign(m_set.size(), 0);
        s.groupSeen.assign(m_groups.size(), 0);
        s.turn = 0;
    }
    ++s.turn;
    s.view = view;
    s.begin = begin;
    s.dense.make(view, begin, end);
    s.hits.clear();
    m_phrases.find(s.dense, s.hits);
    const auto signs = text::PatternSet::signs(view.substr(begin, end - begin));
    const auto run = [&](std::uint32_t pattern) {
        if ((m_set.needs(pattern) & ~signs) != 0 || s.patternSeen[pattern] == s.turn)
            return;
        s.patternSeen[pattern] = s.turn;
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
        m_set.find(pattern, view, begin, end, out);
    };
    for (const auto pattern : m_freePatterns)
        run(pattern);
    for (const auto& hit : s.hits)
        if (hit.phrase < m_phrasePatterns.size())
            for (const auto pattern : m_phrasePatterns[hit.phrase])
                run(pattern);
}

void RuleBook::match(const std::vector<Token>& tokens, Scratch& s, std::vector<RuleHit>& out) const
{
    if (s.hits.empty())
        return;
    const auto found = s.hits.size();
    for (const auto& token : tokens) {
        const auto place = [&](std::uint32_t at) { return static_cast<std::uint32_t>(std::lower_bound(s.dense.at.begin(), s.dense.at.end(), at) - s.dense.at.begin()); };
        s.hits.push_back({token.day ? 1u : 0u, token.begin, token.end, place(token.begin), place(token.end)});
    }
    s.next.clear();
    s.link.clear();
    s.seen.clear();
    s.candidates.clear();
    const auto add = [&](std::uint32_t h, std::uint32_t e) {
        const auto link = static_cast<std::int32_t>(s.link.size());
        s.link.push_back(h);
        s.next.push_back(-1);
        if (s.elementSeen[e] == s.turn) {
            s.next[static_cast<std::size_t>(s.last[e])] = link;
            s.last[e] = link;
            return;
        }
        s.elementSeen[e] = s.turn;
        s.first[e] = s.last[e] = link;
        s.seen.push_back(e);
    };
    for (std::uint32_t h = 0; h < s.hits.size(); ++h) {
        if (h >= found) {
            if (const auto e = s.hits[h].phrase == 1 ? m_day : m_time; e != npos)
                add(h, e);
            continue;
        }
        if (const auto phrase = s.hits[h].phrase; phrase < m_phraseElements.size())
            for (const auto e : m_phraseElements[phrase])
                add(h, e);
    }
    for (const auto key : s.seen)
        for (const auto& keyed : m_keyed[key]) {
            std::int32_t complete = 0;
            bool all = true;
            for (auto i = keyed.first; all && i < keyed.first + keyed.count; ++i) {
                const auto e = m_needed[i];
                all = s.elementSeen[e] == s.turn;
                complete = all ? std::max(complete, s.first[e]) : 0;
            }
            if (all)
                s.candidates.push_back(static_cast<std::uint64_t>(complete) << 32 | keyed.rule);
        }
    std::sort(s.candidates.begin(), s.candidates.end());
    for (const auto candidate : s.candidates) {
        const auto number = static_cast<std::uint32_t>(candidate);
        evaluate(s, number, out);
    }
}

bool RuleBook::evaluate(Scratch& s, std::uint32_t number, std::vector<RuleHit>& out) const
{
    const auto& rule = m_rules[number];
    const auto& form = m_forms[number];
    for (const auto e : form.never)
        if (s.elementSeen[e] == s.turn)
            return false;
    const auto hit = [&](std::int32_t link) -> const text::PhraseSet::Hit& { return s.hits[s.link[static_cast<std::size_t>(link)]]; };
    const auto next = [&](std::int32_t link) { return s.next[static_cast<std::size_t>(link)]; };
    const bool blockers = m_blocker != npos && s.elementSeen[m_blocker] == s.turn;
    const auto blocked = [&](std::uint32_t from, std::uint32_t to) { // a "not" between two elements turns the sense
        if (blockers)
            for (auto link = s.first[m_blocker]; link >= 0; link = next(link))
                if (hit(link).from >= from && hit(link).to <= to)
                    return true;
        return false;
    };
    const auto before = out.size();
    for (std::size_t p = 0; p < form.parts.size(); ++p) {
        const auto& row = form.parts[p];
        if (row.size() == 1) {
            if (p > 0)
                continue; // it is there: that is enough
            std::size_t count = 0;
            for (auto link = s.first[row[0]]; link >= 0 && count < kMostMatches; link = next(link))
                if (!rule.opens || opensClause(s.view, s.begin, hit(link).begin)) {
                    out.push_back({number, hit(link).begin, hit(link).end});
                    ++count;
                }
            if (count == 0)
                return false;
            continue;
        }
        // A row: for each place of its first element the nearest following ones. Chains are in order of place, so each is walked once.
        auto& at = s.row;
        at.resize(row.size());
        for (std::size_t i = 0; i < row.size(); ++i)
            at[i] = s.first[row[i]];
        bool found = false;
        for (auto start = at[0]; start >= 0; start = next(start)) {
            auto end = hit(start).to;
            auto endByte = hit(start).end;
            bool whole = true;
            for (std::size_t i = 1; i < row.size() && whole; ++i) {
                while (at[i] >= 0 && hit(at[i]).from < end)
                    at[i] = next(at[i]);
                whole = at[i] >= 0 && hit(at[i]).from - end <= form.gaps[p][i] && !blocked(end, hit(at[i]).from);
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
            out.push_back({number, hit(start).begin, endByte});
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
