#pragma once

#include "appeal/edit.h"
#include "appeal/reading.h"
#include "library/catalogue.h"

/// What a person says of single words of a notice, against what was read.
namespace cause {

/// Words that were recognised, and as what: `kind` and `value` as in a Correction, "asks_for" beside them.
struct Mark
{
    appeal::Span at;
    std::string kind, value;
};
/// Of the marks that hold @p words (a place in the text, or the words themselves) the shortest.
std::optional<Mark> markAt(const appeal::Reading& reading, const appeal::Span& words);
/// The kinds of words that a fact of the case is kept in, in the order in which they are offered; which of the two product kinds holds depends on the marketplace.
std::vector<std::string> kindsToChoose(std::string_view marketplace);

/// @p reading of @p document with the corrections in @p c: a span that a person called nothing is gone, one called something else is that.
appeal::Reading corrected(const appeal::Case& c, appeal::Reading reading, const appeal::Id& document);
/// What follows when a person says what words are: the correction, and the cause, deadline or fact that is theirs from now on. @p reading as corrected so far.
/// The rest follows from reading again (takeOver).
std::vector<appeal::Edit> sayWhatItIs(const appeal::Case& c, const appeal::Reading& reading, const appeal::Correction& said);

} // namespace cause
