#pragma once

#include "appeal/case.h"

namespace appeal {

/// A row of the list of cases. What follows from the case is worked out by journey::summaryOf; id, revision, changed and trashed are the store's.
struct Summary
{
    Id id;
    std::int64_t revision = 0;
    std::string title, store, marketplace, state, next; ///< next: what the agenda names first
    std::vector<std::string> causes, tags;
    std::optional<Date> due;
    std::optional<int> attemptsLeft;
    std::string changed; ///< UTC, "2026-11-24T09:12:03Z"
    bool trashed = false, closed = false;
    friend bool operator==(const Summary&, const Summary&) = default;
};

} // namespace appeal
