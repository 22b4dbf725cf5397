#pragma once

#include "appeal/edit.h"
#include "appeal/finding.h"
#include "appeal/letter.h"
#include "letter/template.h"
#include "library/clauses.h"

#include <functional>

/// The five steps in order; one case being worked on.
namespace journey {

/// Gives the clauses that fit; the storage layer's `select` stands behind it.
using SelectClauses = std::function<library::Clauses(const library::Fit&)>;

/**
 * A case with its past, its future and its letters. Holds no thread, clock or file; the only way in which a case changes.
 * Recomposes after every edit: 0.05 ms for a usual letter.
 */
class Session
{
public:
    Session(appeal::Case start, library::CataloguePtr catalogue, SelectClauses select, appeal::Date today);

    const appeal::Case& now() const { return m_past.back().value; }
    const library::Catalogue& catalogue() const { return *m_catalogue; }
    const library::CataloguePtr& cataloguePtr() const { return m_catalogue; }
    const library::Clauses& clauses() const { return m_clauses; } ///< those that fit the current letter
    appeal::Date today() const { return m_today; }
    void setToday(appeal::Date today);
    /// The library changed: the clauses are asked for anew. No edit; history stays.
    void selectAgain();
    std::int64_t revision() const { return m_revision; }          ///< grows with every change

    /// Applies; equal to before: nothing happens. Typing in one field merges into one step until `rest`.
    /// Where a route has become known, or a record has no place yet, the program's proposals come in the same step.
    void edit(const appeal::Edit& edit);
    /// One step.
    void edit(const std::vector<appeal::Edit>& edits, std::string mergeKey = {});
    /// A field was left, or two seconds passed: the next edit begins a step of its own.
    void rest() { m_open = false; }

    bool canUndo() const { return m_past.size() > 1; }
    bool canRedo() const { return !m_future.empty(); }
    void undo();
    void redo();

    /// The letter being worked on; nullptr where the case has none.
    const appeal::LetterDraft* draft() const;
    /// As composed, full length, in its language or another; kept per (letter, language) until the next change. Sent letters too.
    const appeal::Letter& letter(const appeal::Language& language = {}) const;
    /// Any letter, at any length.
    appeal::Letter compose(const appeal::Id& letter, const appeal::Language& language, appeal::Length length) const;

private:
    struct Step { appeal::Case value; std::string key; };
    void settle();
    std::vector<Step> m_past;
    std::vector<appeal::Case> m_future;
    library::CataloguePtr m_catalogue;
    SelectClauses m_select;
    library::Clauses m_clauses;
    library::Fit m_fit;
    bool m_selected = false;
    appeal::Date m_today;
    std::int64_t m_revision = 0;
    bool m_open = false;
    mutable std::map<appeal::Language, appeal::Letter> m_letters;
    mutable letter::Templates m_templates; ///< texts of the letters composed last
};

/// What a step still needs, for the rail.
struct StepStatus
{
    enum class State { NotYet, Begun, Needs, Done } state = State::NotYet;
    int count = 0;              ///< things it needs
    std::vector<std::string> why; ///< wording ids, most important first
};
/// How many causes still have to be told whether they happened; a part (negative feedback) is answered with its whole (the order defect rate).
int openCauses(const appeal::Case& c, const library::Catalogue& catalogue);
/// The five steps: cause, evaluation, plan, submit, followup. @p review: of the current letter, null while there is none.
std::vector<StepStatus> statuses(const appeal::Case& c, const library::Catalogue& catalogue, const appeal::Letter* letter, const appeal::Review* review, appeal::Date today);

} // namespace journey
