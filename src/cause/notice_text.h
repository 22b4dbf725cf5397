#pragma once

#include "appeal/reading.h"
#include "cause/pulse.h"
#include "cause/rule_book.h"
#include "text/normalised.h"
#include "text/sentences.h"

#include <functional>
#include <optional>

namespace cause {

/// Who says it.
enum class Speaker : std::uint8_t { Marketplace, Seller, Earlier };

/// A stretch of the view over which something is said in a certain way: denied, on a condition, as an example.
struct ScopeSpan
{
    std::uint32_t scope = 0; ///< into RuleBook::targets(Use::Scope)
    std::uint32_t begin = 0, end = 0;
};

/// A sentence with all that was found in it.
struct Statement
{
    text::Sentence at;
    std::uint32_t hits = 0, hitsEnd = 0;       ///< rules that hold, into NoticeText::hits
    std::uint32_t matches = 0, matchesEnd = 0; ///< patterns, into NoticeText::matches
    std::uint32_t scopes = 0, scopesEnd = 0;
    std::int32_t head = -1;                    ///< the statement that introduces it: a heading, the words before a list
    std::uint16_t said = 0, again = 0;         ///< how often the same words stood before; of the first: how often they came again
    std::uint16_t uses = 0;                    ///< of its hits, as bits
    std::uint64_t facts = 0;                   ///< targets of its facts, by their last six bits
    bool heading = false;
    bool has(Use use) const { return (uses >> static_cast<unsigned>(use) & 1u) != 0; }
    /// Words that were there several times already say nothing new (their ids are listed with their places all the same).
    bool repeats() const { return said > 2; }
    Speaker speaker = Speaker::Marketplace;
};

class Shapes;

/// A notice with the rules and patterns that hold in it, sentence by sentence: what every part of the reader works on.
class NoticeText
{
public:
    /// @param pulse told now and then how much of the text is done; false ends the work early
    NoticeText(std::string_view original, const RuleBook& book, const Pulse& pulse);

    const std::string& view() const { return m_normalised.view(); }
    std::string_view words(std::size_t begin, std::size_t end) const { return std::string_view(view()).substr(begin, end - begin); }
    std::string_view words(const Statement& s) const { return words(s.at.begin, s.at.end); }
    appeal::Span span(std::size_t begin, std::size_t end) const { return {m_normalised.origin(begin), m_normalised.originEnd(end)}; }
    /// The original's words there, with its line breaks as blanks.
    std::string original(std::size_t begin, std::size_t end) const;

    const RuleBook& book() const { return m_book; }
    const std::vector<Statement>& statements() const { return m_statements; }
    const std::vector<RuleHit>& hits() const { return m_hits; }
    const std::vector<text::PatternSet::Match>& matches() const { return m_matches; }
    const std::vector<ScopeSpan>& scopes() const { return m_scopes; }
    const RuleBook::Rule& rule(const RuleHit& hit) const { return m_book.rules()[hit.rule]; }

    /// The first hit of @p use and @p target in @p s; nullptr for none.
    const RuleHit* hit(const Statement& s, Use use, std::string_view target) const;
    const RuleHit* hit(const Statement& s, Use use, std::uint32_t number) const;
    bool has(const Statement& s, Use use, std::string_view target) const { return hit(s, use, target) != nullptr; }
    /// Is the byte @p at of the view inside the scope @p id?
    bool inScope(const Statement& s, std::size_t at, std::string_view id) const { return s.scopes != s.scopesEnd && inScope(s, at, m_book.number(Use::Scope, id)); }
    bool inScope(const Statement& s, std::size_t at, std::uint32_t number) const;
    /// Does the statement, or one that introduces it, hold @p target?
    bool hasAbove(std::size_t statement, Use use, std::string_view target) const;
    /// The statement in which the byte @p at of the view stands.
    std::size_t statementAt(std::size_t at) const;
    /// The line of the view around the byte @p at.
    std::pair<std::size_t, std::size_t> line(std::size_t at) const;

    /// The marketplace, when it is known: rules of others fall.
    void keepMarketplace(std::uint32_t bit);

private:
    void tokensOf(const Statement& s, std::vector<RuleBook::Token>& out) const;
    void copyFrom(const Statement& same, std::uint32_t begin);
    void copyHits(const Statement& same, std::uint32_t begin);
    bool takeFrom(const Shapes& shapes, std::uint32_t number, const Statement& s, RuleBook::Scratch& scratch);
    void dropInAddresses(const Statement& s);
    void summarise(Statement& s) const;
    void findHeads();
    void findSpeakers();
    void findScopes();
    std::string_view m_original;
    const RuleBook& m_book;
    text::Normalised m_normalised;
    std::vector<Statement> m_statements;
    std::vector<RuleHit> m_hits;
    std::vector<text::PatternSet::Match> m_matches;
    std::vector<ScopeSpan> m_scopes;
    std::vector<std::size_t> m_breaks; ///< where the view's lines end: a text of one endless line is asked for its line at every find
};

} // namespace cause
