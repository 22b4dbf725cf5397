#pragma once

#include "library/catalogue.h"
#include "text/pattern_set.h"
#include "text/phrase_set.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace cause {

/// What a rule of templates/reading says something about.
enum class Use : std::uint8_t { Scope, Voice, Place, Cause, Action, Asks, Way, Deadline, Metric, Label, Class, Fact, Count };

/// A rule that held in a sentence.
struct RuleHit
{
    std::uint32_t rule = 0;
    std::uint32_t begin = 0, end = 0; ///< bytes of the view
};

/// The content of templates/reading and the causes' phrases, made ready: templates/reading/README.md says how it is written.
class RuleBook
{
public:
    struct Rule ///< small: every part of the reader walks over the hits and asks for it
    {
        Use use{};
        bool opens = false;             ///< its first element stands at the head of the sentence or of a clause: an order, not a report
        bool timed = false;             ///< one of its elements is a span of time or a day, and the hit holds it
        bool single = false;            ///< its first part is one element
        std::uint32_t target = 0;       ///< into targets(use)
        std::uint32_t marketplaces = 0; ///< bits; 0: all
        float weight = 0;
    };
    /// How a rule is matched.
    struct Form
    {
        std::string text;                              ///< as it is written, to explain itself
        std::vector<std::vector<std::uint32_t>> parts; ///< each an ordered row of elements
        std::vector<std::vector<std::uint32_t>> gaps;  ///< by part: how far each element may stand behind the one before
        std::vector<std::uint32_t> never;
    };
    /// What an entity's pattern says of its values, read once: it is asked for at each of them.
    struct Details
    {
        bool quoted = false, hasLabel = false, notSeller = false;
        int rank = 0;
        std::size_t length = 0; ///< 0: any
        std::string strip, form, fact, doubtful, doubtLength, doubtForm, doubtBlank, doubtMasked;
        std::vector<std::string> front, endings, label, unless, exact, with, start;
    };
    struct Pattern
    {
        std::string use, target;     ///< "entity" "asins", "date" "ymd", "span" "en"
        std::uint32_t marketplaces = 0;
        const library::Node* more = nullptr;
        Details details;
        std::array<std::size_t, 10> groups{}; ///< by name, in the order of kGroupNames
    };
    /// What a read works with; kept by the caller so that a book is const.
    struct Scratch
    {
        text::Dense dense;
        std::vector<text::PhraseSet::Hit> hits;
        std::vector<std::int32_t> first, last, next; ///< chains of hits: by element, by element, by link
        std::vector<std::uint32_t> link;             ///< hit of each link
        std::vector<std::int32_t> row;               ///< where each element of a row was found
        std::vector<std::uint32_t> elementSeen, seen, patternSeen, groupSeen, patternMatches; ///< by turn; seen: the elements of this one
        std::vector<int> matching;
        std::vector<std::uint64_t> candidates;       ///< rules of which every element is there: when the last of them was seen, and the rule
        std::uint32_t turn = 0;
        std::string_view view;   ///< of the scan
        std::size_t begin = 0;
    };

    explicit RuleBook(const library::Catalogue& catalogue);
    RuleBook(const RuleBook&) = delete;
    RuleBook& operator=(const RuleBook&) = delete;

    /// What stands for "<time>" and "<day>" in a pattern: bytes of the view.
    struct Token { std::uint32_t begin = 0, end = 0; bool day = false; };
    /// First the phrases of view[begin, end) are found, and with their help what the regular expressions match there …
    void scan(std::string_view view, std::size_t begin, std::size_t end, Scratch& scratch, std::vector<text::PatternSet::Match>& out) const;
    /// … then the rules that hold, appended to @p out; some of them hold one of @p tokens.
    void match(const std::vector<Token>& tokens, Scratch& scratch, std::vector<RuleHit>& out) const;

    const std::vector<Rule>& rules() const { return m_rules; }
    const std::vector<Form>& forms() const { return m_forms; } ///< of the rules
    const std::vector<std::string>& targets(Use use) const { return m_targets[static_cast<std::size_t>(use)]; }
    const std::string& target(const Rule& rule) const { return targets(rule.use)[rule.target]; }
    /// The number of @p id among targets(use); npos where no rule speaks of it.
    std::uint32_t number(Use use, std::string_view id) const;
    std::uint32_t marketplace(std::string_view id) const; ///< its bit; 0 for none
    const text::PatternSet& patterns() const { return m_set; }
    const std::vector<Pattern>& patternInfo() const { return m_patterns; }
    /// The entry of this kind with this id; an empty node where there is none.
    const library::Node& entry(std::string_view kind, std::string_view id) const;
    const std::vector<library::Node>& nodes() const { return m_nodes; }
    /// What a word of @p kind ("month", "unit", "number") stands for, in any language; "" for none. Lower case.
    const std::string& word(std::string_view kind, std::string_view text) const;
    /// What a scope does to what stands in it.
    struct Scope { bool blocks = false, letsWishes = false; double factor = 1; bool sentence = false, after = false, before = false, clause = false, list = false; };
    const Scope& scope(std::uint32_t target) const { return m_scopes[target]; }
    /// The ids of an entry of kind "order".
    const std::vector<std::string>& order(std::string_view id) const;
    /// The words of an entry of kind "common", as written and in order.
    struct Common { std::vector<std::string> words, sorted; };
    const Common& common(std::string_view id) const;
    /// The languages that the content tells apart by their words, each with its number among the targets of Use::Fact.
    const std::vector<std::pair<std::string, std::uint32_t>>& languages() const { return m_languages; }
    /// What could not be used and why; for the tests.
    const std::vector<std::string>& faults() const { return m_faults; }

    static constexpr std::uint32_t npos = static_cast<std::uint32_t>(-1);
    static constexpr std::array<const char*, 10> kGroupNames{"value", "year", "month", "day", "name", "number", "least", "unit", "kind", "label"};
    enum Group { Value, Year, Month, Day, Name, Number, Least, Unit, Kind, Label };

private:
    void addEntry(const library::Node& node);
    void addScopes();
    void addRule(Use use, std::uint32_t target, std::string_view pattern, double weight, std::uint32_t marketplaces);
    void addPattern(const library::Node& node);
    std::uint32_t element(std::string_view text);
    void expand(std::string_view text, std::vector<std::string>& out, int depth);
    std::uint32_t targetNumber(Use use, const std::string& id);
    std::uint32_t maskOf(const library::Node& list);
    void chooseKeys();
    void groupPatterns();
    bool evaluate(Scratch& scratch, std::uint32_t rule, std::vector<RuleHit>& out) const;

    std::vector<library::Node> m_nodes;
    std::map<std::string, const library::Node*, std::less<>> m_entries; ///< by "kind/id"
    std::map<std::string, std::vector<std::string>, std::less<>> m_orders;
    std::map<std::string, Common, std::less<>> m_common;
    std::vector<std::pair<std::string, std::uint32_t>> m_languages;
    std::vector<Scope> m_scopes;
    std::map<std::string, std::vector<std::string>, std::less<>> m_terms;
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> m_words;
    std::map<std::string, std::uint32_t, std::less<>> m_elements;
    std::vector<std::string> m_marketplaces;
    std::array<std::vector<std::string>, static_cast<std::size_t>(Use::Count)> m_targets;
    std::array<std::map<std::string, std::uint32_t, std::less<>>, static_cast<std::size_t>(Use::Count)> m_targetNumbers;
    std::vector<Rule> m_rules;
    std::vector<Form> m_forms;
    /// A rule with the elements that must all be there, from m_needed[first] on: its key is the rarest of them, the only one under which it is looked for.
    struct Keyed { std::uint32_t rule, first, count; };
    std::vector<std::vector<Keyed>> m_keyed; ///< by element
    std::vector<std::uint32_t> m_needed;
    std::vector<std::vector<std::uint32_t>> m_ruleElements;   ///< rule -> its elements, once each; until the keys are chosen
    std::vector<std::vector<std::uint32_t>> m_phraseElements; ///< phrase -> elements
    std::uint32_t m_elementCount = 0;
    std::uint32_t m_time = npos, m_day = npos; ///< the elements "<time>" and "<day>"
    std::uint32_t m_blocker = npos; ///< the element of words that may not stand between the elements of a row
    std::vector<std::vector<std::uint32_t>> m_phrasePatterns; ///< phrase -> patterns that want it
    std::vector<std::uint32_t> m_freePatterns;                ///< those that want no phrase
    std::vector<std::string> m_patternWords;                  ///< what each pattern wants, as written; until the groups are made
    std::vector<std::uint32_t> m_patternGroup;                ///< pattern -> its group; npos: none
    std::vector<std::vector<std::uint32_t>> m_groups;         ///< patterns that want the same words and signs
    text::PhraseSet m_phrases;
    text::PatternSet m_set;
    std::vector<Pattern> m_patterns;
    std::vector<std::string> m_faults;
};

} // namespace cause
