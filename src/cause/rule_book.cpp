#include "cause/rule_book.h"

#include <algorithm>

namespace cause {

namespace {

using library::Node;

constexpr double kPhrase = 0.6, kWord = 0.4, kName = 0.45; // a cause's own phrase, one that is little more than a word, a metric's name
constexpr std::size_t kTelling = 12; // bytes of a cause's own phrase from which it is worth more than a word

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
        auto& kind = m_kinds[node["kind"].text];
        kind.all.push_back(&node);
        kind.byId.emplace(node["id"].text, &node);
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
                addRule(Use::Cause, target, phrase, text::dense(phrase).size() >= kTelling ? kPhrase : kWord, mask);
    }
    for (const auto& metric : catalogue.metrics) {
        const auto target = targetNumber(Use::Metric, metric.id);
        std::uint32_t mask = 0;
        for (const auto& id : metric.marketplaces)
            mask |= marketplace(id);
        for (const auto& [language, name] : metric.name)
            addRule(Use::Metric, target, name, kName, mask);
    }
    for (const auto& node : m_nodes)
        if (node["kind"].text == "language")
            m_languages.emplace_back(node["id"].text, number(Use::Fact, "language." + node["id"].text));
    chooseKeys();
    readyForms();
    groupPatterns();
    m_phrases.compile();
    m_numbered.compile();
    for (auto& list : m_phraseElements) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    m_elementsOf = Lists(m_phraseElements);
    m_patternsOf = Lists(m_phrasePatterns);
    m_phraseElements = {};
    m_phrasePatterns = {};
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
    const auto all = m_kinds.find(kind);
    if (all == m_kinds.end())
        return none;
    const auto it = all->second.byId.find(id);
    return it == all->second.byId.end() ? none : *it->second;
}

const std::vector<const Node*>& RuleBook::entries(std::string_view kind) const
{
    static const std::vector<const Node*> none;
    const auto all = m_kinds.find(kind);
    return all == m_kinds.end() ? none : all->second.all;
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

} // namespace cause
