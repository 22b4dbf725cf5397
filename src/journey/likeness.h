#pragma once

#include "journey/session.h"

#include <cstdint>
#include <optional>
#include <vector>

/// How much a letter's words are those of the library, or of letters that were sent, and the phrasings that are least so.
namespace journey {

/// Hashes of word sequences, as `submit::fingerprints` gives them.
using Prints = std::vector<std::uint64_t>;

/// Share of a paragraph's wording, facts left out, that the library's clause says in the same words; nothing where it is too short to say, or made of nothing of ours.
std::optional<double> likeLibrary(const Session& session, const appeal::Paragraph& paragraph);
/// Fingerprints of what this case itself sent, sorted.
Prints sentPrints(const appeal::Case& c);

/// A place of the letter that can be said in several ways, each with its fingerprints.
struct Phrasings
{
    std::string place;
    int now = 0;
    std::vector<Prints> variants;
};
/// Those of the letter at hand: places of clauses nobody reworded, and its fixed sections. None where it was sent.
std::vector<Phrasings> phrasings(const Session& session);
/// What gives each place the phrasing that shares least with @p known, sorted; the one it has stays where none shares less.
std::vector<appeal::Edit> leastShared(const appeal::Id& letter, const std::vector<Phrasings>& places, const Prints& known);

} // namespace journey
