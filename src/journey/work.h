#pragma once

#include "appeal/reading.h"
#include "appeal/summary.h"
#include "journey/session.h"
#include "letter/format.h"
#include "submit/review.h"

/// What both front ends do with a session beside editing it.
namespace journey {

/// The row of the list of cases, as of @p today.
appeal::Summary summaryOf(const appeal::Case& c, const library::Catalogue& catalogue, appeal::Date today);

/// A new case with its notice, and what was read from it.
std::vector<appeal::Edit> startFrom(const std::string& noticeText, const appeal::Reading& reading, std::optional<appeal::Date> received, const std::string& source, const std::string& original,
    const library::Catalogue& catalogue);

/// What the program knows beside the case: other sellers' data, other cases' letters.
struct Known
{
    const appeal::Reading* reading = nullptr;
    std::vector<submit::ForeignIdentity> foreign;
    std::vector<submit::EarlierHit> earlier;
};
/// The checks of one letter as composed. @p memory: of the last look at it, so that only what changed is taken apart again
appeal::Review reviewOf(const Session& session, const submit::Reviewer& reviewer, const appeal::LetterDraft& draft, const appeal::Letter& letter, const letter::Written& written, const Known& known,
    submit::Memory* memory = nullptr);
/// The checks of any text against the case; exact places where it is what the case composes.
appeal::Review reviewText(const Session& session, const submit::Reviewer& reviewer, const std::string& text, const std::string& kind, const appeal::Language& language, appeal::Length length,
    const Known& known);

/// Records that @p letter was sent: its text in its own language is frozen, the other one kept for reading.
std::vector<appeal::Edit> submitted(const Session& session, const appeal::Id& letter, appeal::Date on, const std::string& channel, const std::string& caseId, const std::string& because);
/// Records a reply: the text, its class, deadlines, requested points, and the letter that answers it.
std::vector<appeal::Edit> replied(const appeal::Case& c, const std::string& text, const appeal::ReplyReading& reading, appeal::Date received, const library::Catalogue& catalogue);

/// A name or id (an order's, a complaint's, the store's) by which a case is known.
struct KnownAs { appeal::Id caseId; std::string kind, value; };
/// The case under way that a text from outside names and could be the answer to; nullptr where none is named, or several equally well.
const appeal::Summary* answered(const std::vector<appeal::Summary>& cases, const std::vector<KnownAs>& names, std::string_view text);

/// Of the profiles (name -> facts) the one that the notice names: by store name, seller id or legal entity; empty when none or several.
std::string namedProfile(const std::vector<std::pair<std::string, std::map<std::string, std::string>>>& profiles, const appeal::Reading& reading, std::string_view notice);
/// Fills the seller's facts from a profile a person chose.
std::vector<appeal::Edit> useProfile(const std::string& name, const std::map<std::string, std::string>& facts);
/// The same trouble at another store: causes, routes and the plan's wording; no notice, figure, paper, name, number or day of the first, nothing confirmed, nothing sent.
appeal::Case forAnotherStore(appeal::Case c, const library::Catalogue& catalogue);

} // namespace journey
