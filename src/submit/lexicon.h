#pragma once

#include "library/catalogue.h"
#include "submit/phrases.h"

namespace submit {

/// What a phrase of templates/wording/recognise.json is a sign of.
enum class Sign : std::uint8_t {
    Salutation, Closing,
    Subject, RootCause, Corrective, Preventive, Grounds, Exhibits, Answers, Additional, Request, Evidence, ///< headings, in the order of the sections
    Cause,      ///< words that give a reason
    Control,    ///< a missing step of one's own
    Deed,       ///< the seller did something
    DeedVerb,   ///< a verb of doing in the past, whoever did it
    Future,     ///< an intention
    Measure,    ///< something that stays in force
    Apology, Denial,
    Attach,     ///< "attached", "enclosed"
    Negation,
    Target,     ///< what stands before a target: "below", "target"
    Approximate,
    Last
};

/// One language's phrases: the signs of structure, and those of the pattern rules.
struct Lexicon
{
    enum class Role : std::uint8_t { Sign, Find, With, Unless, Never };
    struct Meaning { Role role; std::uint16_t number; }; ///< of a sign, or of an entry of a pattern rule
    Phrases phrases;
    std::vector<std::vector<Meaning>> meanings; ///< by phrase
    std::vector<std::pair<std::string, std::uint16_t>> kinds; ///< letter kind -> number of its sign, from `recognise.kind.…`
    std::vector<std::string> faults;            ///< phrases that could not be read

    /// Adds @p list, each entry a phrase.
    void add(const std::vector<std::string>& list, Meaning meaning, Vocabulary& vocabulary, const Phrases::Lists& lists, const std::string& where);

private:
    std::map<std::string, std::uint32_t> m_known; ///< the same words are one phrase
};

/// The `recognise.*` words of the catalogue.
void addSigns(Lexicon& lexicon, const library::Catalogue& catalogue, const appeal::Language& language, Vocabulary& vocabulary);
/// "a / b" -> a, b.
std::vector<std::string> slashed(std::string_view list);

} // namespace submit
