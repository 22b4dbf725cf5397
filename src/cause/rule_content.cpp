#include "cause/rule_book.h"

#include "text/blanks.h"

#include <algorithm>

// How the book is filled from the content: templates/README.md says how that is written.
namespace cause {

namespace {

using library::Node;

constexpr double kStrong = 0.85, kLikely = 0.65, kFair = 0.45, kWeak = 0.25;
constexpr std::size_t kMostExpansions = 2000;
constexpr std::uint32_t kGap = 60;        // bytes of Dense between two elements of a row: " .. "
constexpr std::uint32_t kTight = 9;       // " . "

const std::map<std::string, Use, std::less<>>& uses()
{
    static const std::map<std::string, Use, std::less<>> all{{"scope", Use::Scope}, {"voice", Use::Voice}, {"place", Use::Place}, {"cause", Use::Cause}, {"action", Use::Action}, {"asks", Use::Asks}, {"way", Use::Way},
        {"deadline", Use::Deadline}, {"metric", Use::Metric}, {"label", Use::Label}, {"class", Use::Class}, {"fact", Use::Fact}};
    return all;
}

Gives givenBy(const Node& pattern)
{
    static const std::map<std::string, Gives, std::less<>> all{{"entity", Gives::Entity}, {"date", Gives::Date}, {"duration", Gives::Duration}, {"ratio", Gives::Ratio}, {"attempts", Gives::Attempts}, {"title", Gives::Title}};
    const auto it = all.find(pattern["use"].text);
    const auto out = it == all.end() ? Gives::Nothing : it->second;
    const auto& id = pattern["id"].text;
    return out != Gives::Entity ? out : id == "emails" || id == "links" ? Gives::Address : id == "percentages" ? Gives::Percentage : out;
}

std::vector<std::string_view> split(std::string_view text, std::string_view by)
{
    std::vector<std::string_view> out;
    for (std::size_t at = 0;;) {
        const auto next = text.find(by, at);
        out.push_back(text::withoutBlanks(text.substr(at, next == std::string_view::npos ? next : next - at)));
        if (next == std::string_view::npos)
            return out;
        at = next + by.size();
    }
}

} // namespace

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

std::uint32_t RuleBook::addPhrase(std::string_view phrase)
{
    if (phrase.find_first_of("0123456789") != std::string_view::npos)
        m_numbered.add(phrase);
    return m_phrases.add(phrase);
}

/// One element: any of the phrases that @p text stands for.
std::uint32_t RuleBook::element(std::string_view text)
{
    text = text::withoutBlanks(text);
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
        if (const auto word = text::withoutBlanks(phrase); word.substr(1, word.size() - 2).find('*') != std::string_view::npos) // stands for letters only at either end
            m_faults.push_back("* within: " + phrase);
        const auto id = addPhrase(phrase);
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
    m_patternNeeds.push_back(needs);
    std::vector<std::string> wanted;
    for (const auto& words : node["words"].strings())
        expand(words, wanted, 0);
    for (const auto& word : wanted) {
        const auto id = addPhrase(word);
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
    m_gives.push_back(givenBy(node));
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

} // namespace cause
