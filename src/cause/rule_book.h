#pragma once

#include "library/catalogue.h"
#include "text/pattern_set.h"
#include "text/phrase_set.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace cause {

/// What a rule of templates/reading says something about.
enum class Use : std::uint8_t { Scope, Voice, Place, Cause, Action, Asks, Way, Deadline, Metric, Label, Class, Fact, Count };

/// What a pattern's match is. Address: an entity in which words say nothing; Percentage: an entity too.
enum class Gives : std::uint8_t { Nothing, Entity, Address, Percentage, Date, Duration, Ratio, Attempts, Title };

/// A rule that held in a sentence.
struct RuleHit
{
    std::uint32_t rule = 0;
    std::uint32_t begin = 0, end = 0; ///< bytes of the view
    Use use{};                        ///< of the rule
};

/// The content of templates/reading and the causes' phrases, made ready: templates/README.md says how it is written.
class RuleBook
{
public:
    struct Rule ///< small: every part of the reader walks over the hits and asks for it
    {
        Use use{};
        bool opens = false;             ///< its first element stands at the head of the sentence or of a clause: an order, not a report
        bool timed = false;             ///< one of its elements is a span of time or a day, and the hit holds it
        bool single = false;            ///< its first part is one element
        bool plain = false;             ///< it is one element and nothing else
        std::uint32_t target = 0;       ///< into targets(use)
        std::uint32_t marketplaces = 0; ///< bits; 0: all
        float weight = 0;
        std::uint32_t how = 0;          ///< of a plain one its element, else where its form stands among those made ready
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
        std::string target;          ///< "asins" of an entity, "ymd" of a date
        std::uint32_t marketplaces = 0;
        const library::Node* more = nullptr;
        Details details;
        std::array<std::size_t, 10> groups{}; ///< by name, in the order of kGroupNames
    };
    /// What a read works with: it lends it, so that a book is const and each thread has one of its own.
    struct Scratch
    {
        struct Seen { std::uint32_t turn = 0; std::int32_t first = -1, last = -1; }; ///< an element: when it was seen, and the chain of its hits
        struct Link { std::uint32_t hit = 0; std::int32_t next = -1; };
        text::Dense dense;
        text::PatternSet::Memory memory;
        std::vector<text::PhraseSet::Hit> hits;
        std::vector<Seen> elements;
        std::vector<Link> links;
        std::vector<std::int32_t> row;               ///< where each element of a row was found
        std::vector<std::uint32_t> seen, patternSeen, groupSeen, patternMatches; ///< seen: the elements of this turn; the others by turn
        std::vector<int> matching;
        std::vector<std::uint64_t> candidates;       ///< rules of which every element is there: when the last of them was seen, and the rule
        std::vector<std::uint16_t> ran;              ///< the patterns that were tried, in order
        std::vector<text::PhraseSet::Hit> numbered;  ///< phrases that hold digits
        std::uint32_t turn = 0;
        std::string_view view;   ///< of the scan
        std::size_t begin = 0;
    };
    /// A scratch on loan.
    using Loan = std::unique_ptr<Scratch, std::function<void(Scratch*)>>;
    Loan scratch() const;

    explicit RuleBook(const library::Catalogue& catalogue);
    RuleBook(const RuleBook&) = delete;
    RuleBook& operator=(const RuleBook&) = delete;

    /// What stands for "<time>" and "<day>" in a pattern: bytes of the view.
    struct Token { std::uint32_t begin = 0, end = 0; bool day = false; };
    /// First the phrases of view[begin, end) are found, and with their help what the regular expressions match there …
    void scan(std::string_view view, std::size_t begin, std::size_t end, Scratch& scratch, std::vector<text::PatternSet::Match>& out) const;
    /// What a scan gave, to be used for another sentence that differs in its digits only.
    struct Scanned { std::uint32_t begin = 0, matches = 0, matchesEnd = 0; std::span<const std::uint16_t> ran; };
    /// The same as scan() for a sentence like one that was scanned, whose matches are in @p out: only what looks at the digits themselves is tried again. False where
    /// a phrase with digits is in it: that may change all.
    bool rescan(std::string_view view, std::size_t begin, std::size_t end, const Scanned& like, Scratch& scratch, std::vector<text::PatternSet::Match>& out) const;
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
    Gives gives(std::uint32_t pattern) const { return m_gives[pattern]; }
    bool givesEntity(std::uint32_t pattern) const { return gives(pattern) == Gives::Entity || gives(pattern) == Gives::Address || gives(pattern) == Gives::Percentage; }
    /// The entry of this kind with this id; an empty node where there is none.
    const library::Node& entry(std::string_view kind, std::string_view id) const;
    /// All entries of this kind.
    const std::vector<const library::Node*>& entries(std::string_view kind) const;
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
    std::uint32_t addPhrase(std::string_view phrase);
    void expand(std::string_view text, std::vector<std::string>& out, int depth);
    std::uint32_t targetNumber(Use use, const std::string& id);
    std::uint32_t maskOf(const library::Node& list);
    void chooseKeys();
    void readyForms();
    void groupPatterns();
    bool evaluate(Scratch& scratch, std::uint32_t rule, std::vector<RuleHit>& out) const;

    std::vector<library::Node> m_nodes;
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <typename T>
    using ById = std::unordered_map<std::string, T, Hash, std::equal_to<>>;
    struct Entries { std::vector<const library::Node*> all; ById<const library::Node*> byId; };
    /// Lists of numbers, one behind the other.
    struct Lists
    {
        std::vector<std::uint32_t> starts, all;
        explicit Lists(const std::vector<std::vector<std::uint32_t>>& lists = {});
        std::span<const std::uint32_t> operator[](std::size_t list) const { return list + 1 < starts.size() ? std::span(all.data() + starts[list], starts[list + 1] - starts[list]) : std::span<const std::uint32_t>{}; }
    };
    ById<Entries> m_kinds;
    ById<std::vector<std::string>> m_orders;
    std::map<std::string, Common, std::less<>> m_common;
    std::vector<std::pair<std::string, std::uint32_t>> m_languages;
    std::vector<Scope> m_scopes;
    std::map<std::string, std::vector<std::string>, std::less<>> m_terms;
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> m_words;
    std::map<std::string, std::uint32_t, std::less<>> m_elements;
    std::vector<std::string> m_marketplaces;
    std::array<std::vector<std::string>, static_cast<std::size_t>(Use::Count)> m_targets;
    std::array<ById<std::uint32_t>, static_cast<std::size_t>(Use::Count)> m_targetNumbers;
    std::vector<Rule> m_rules;
    std::vector<Form> m_forms;
    /// A rule with the other elements that must all be there, from m_needed[first] on: its key is the rarest of them, the only one under which it is looked for.
    struct Keyed { std::uint32_t rule, first, count; };
    std::vector<Keyed> m_keyed;              ///< by element, those of one from m_keyStarts on
    std::vector<std::uint32_t> m_keyStarts;
    std::vector<std::uint32_t> m_needed;
    std::vector<std::uint32_t> m_ready;      ///< the forms made ready: what may not be there, then the rows, each counted; of each element of a row its gap too
    std::vector<std::vector<std::uint32_t>> m_ruleElements;   ///< rule -> its elements, once each; until the keys are chosen
    std::vector<std::vector<std::uint32_t>> m_phraseElements, m_phrasePatterns; ///< phrase -> elements, patterns that want it; until the lists are made
    Lists m_elementsOf, m_patternsOf;                         ///< the same
    std::uint32_t m_elementCount = 0;
    std::uint32_t m_time = npos, m_day = npos; ///< the elements "<time>" and "<day>"
    std::uint32_t m_blocker = npos; ///< the element of words that may not stand between the elements of a row
    std::vector<std::uint32_t> m_freePatterns;                ///< those that want no phrase
    std::vector<std::uint32_t> m_patternNeeds;                ///< the signs that each wants
    std::vector<std::string> m_patternWords;                  ///< what each pattern wants, as written; until the groups are made
    std::vector<std::uint32_t> m_patternGroup;                ///< pattern -> its group; npos: none
    std::vector<std::vector<std::uint32_t>> m_groups;         ///< patterns that want the same words and signs
    text::PhraseSet m_phrases, m_numbered;                    ///< m_numbered: those of them that hold digits
    text::PatternSet m_set;
    std::vector<Pattern> m_patterns;
    std::vector<Gives> m_gives;                               ///< by pattern: each part of the reader asks it of each match
    std::vector<std::string> m_faults;
    mutable std::mutex m_mutex;
    mutable std::vector<std::unique_ptr<Scratch>> m_scratches; ///< those that nobody has
};

} // namespace cause
