#pragma once

#include "appeal/edit.h"
#include "desktop/letter_edit.h"
#include "library/clauses.h"

#include <optional>

namespace desktop {

class CaseModel;

/// The first place of a clause in a letter; empty where it has none.
appeal::Id placeOf(const appeal::LetterDraft& draft, std::string_view clause);
/// A pick of @p clause in the current letter: beside @p spot where that stands in the clause's own section, else behind the others of its section.
appeal::PickClause insertion(const CaseModel& model, const library::Clause& clause, const std::string& cause, const Spot& spot = {}, std::optional<int> variant = {});
/// Puts @p pick beside another one, in its section and for its cause.
std::optional<appeal::MovePick> moveBeside(const appeal::Case& c, const appeal::Id& pick, const Spot& spot);

/// The wording of @p pick as a clause of the user's own: where it may stand, and what it may claim, are those of the clause that it was made from.
library::Clause ownClause(const CaseModel& model, const appeal::Pick& pick, const std::string& name);
/// Moves a pick of the current letter up (-1) or down (+1) among those of its section and cause. Nothing where it stands at the end.
std::optional<appeal::MovePick> moveBy(const appeal::Case& c, const appeal::Id& pick, int by);
/// Puts @p pick before @p before, in its section and for its cause; empty: behind the last of @p section and @p cause.
std::optional<appeal::MovePick> moveBefore(const appeal::Case& c, const appeal::Id& pick, const appeal::Id& before, const std::string& section, const std::string& cause);
/// What was typed into paragraphs of the current letter in @p language, as edits.
std::vector<appeal::Edit> rewordings(const appeal::Case& c, const appeal::Language& language, const std::vector<Rewording>& changes);

} // namespace desktop
