#include "library/clauses.h"

#include <algorithm>
#include <map>

namespace library {

Merged merge(const Clauses& shipped, const Clauses& user, bool withHidden)
{
    Merged out;
    std::map<std::string, const Clause*> mine;
    for (const auto& clause : user)
        mine[clause.id] = &clause;
    // a pack that renames a clause carries the user's edit over
    std::map<std::string, std::string> renamed;
    for (const auto& clause : shipped)
        for (const auto& old : clause.replaces)
            renamed[old] = clause.id;
    for (const auto& clause : shipped) {
        auto it = mine.find(clause.id);
        if (it == mine.end())
            for (const auto& old : clause.replaces)
                if (const auto before = mine.find(old); before != mine.end())
                    it = before;
        if (it == mine.end()) {
            out.clauses.push_back(clause);
            continue;
        }
        auto user_ = *it->second;
        mine.erase(it);
        if (user_.origin == Origin::Hidden) {
            if (withHidden) {
                auto hidden = clause;
                hidden.origin = Origin::Hidden;
                out.clauses.push_back(std::move(hidden));
            }
            continue;
        }
        user_.id = clause.id;
        user_.drifted = user_.hash != clause.hash;
        if (user_.drifted)
            out.drifted.push_back(clause.id);
        user_.hash = clause.hash;
        user_.origin = Origin::Edited;
        out.clauses.push_back(std::move(user_));
    }
    for (const auto& [id, clause] : mine) {
        if (clause->origin == Origin::Hidden)
            continue;
        auto own = *clause;
        if (own.origin == Origin::Edited)
            out.orphaned.push_back(id);
        own.origin = Origin::Own;
        out.clauses.push_back(std::move(own));
    }
    std::sort(out.clauses.begin(), out.clauses.end(), [](const Clause& a, const Clause& b) { return a.id < b.id; });
    return out;
}

} // namespace library
