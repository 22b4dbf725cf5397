#include "plan/plan.h"

#include <algorithm>

namespace plan {

namespace {

/// What is printed, in an order that can be compared: deeds by their day; papers by their kind (invoices, counts, papers, pictures), invoices by their day.
/// Empty: stays where it is.
std::string rankOf(const appeal::Case& c, const appeal::Pick& pick)
{
    const auto* record = appeal::findRecord(c, pick.prints);
    if (!record)
        return {};
    const auto day = [&](const char* member) {
        const auto it = record->fields.find(member);
        return it == record->fields.end() ? std::string{} : appeal::anyOf(it->second);
    };
    if (pick.section == "corrective")
        return day("on");
    if (pick.section != "evidence" && pick.section != "exhibits")
        return {};
    static constexpr std::string_view order[] = {"invoices", "products", "papers", "photos", "attachments"};
    const auto at = std::find(std::begin(order), std::end(order), record->group);
    if (at == std::end(order))
        return {};
    return std::to_string(at - std::begin(order)) + (record->group == "invoices" ? day("issued_on") : "");
}

} // namespace

std::vector<appeal::Edit> inOrder(const appeal::Case& before)
{
    std::vector<appeal::Edit> edits;
    auto c = before;
    const auto* letter = appeal::findLetter(c, c.letter);
    if (!letter || !letter->sent.empty())
        return edits;
    // one exchange at a time: a letter holds a handful of deeds
    for (bool moved = true; moved;) {
        moved = false;
        letter = appeal::findLetter(c, c.letter);
        for (std::size_t i = 0; i < letter->picks.size() && !moved; ++i) {
            const auto& late = letter->picks[i];
            const auto rank = rankOf(c, late);
            for (std::size_t j = i + 1; j < letter->picks.size() && !moved && !rank.empty(); ++j) {
                const auto& early = letter->picks[j];
                const auto earlier = early.section == late.section && early.cause == late.cause ? rankOf(c, early) : std::string{};
                if (earlier.empty() || earlier >= rank)
                    continue;
                appeal::Edit edit = appeal::MovePick{letter->id, early.id, i, {}, {}};
                c = appeal::apply(std::move(c), edit);
                edits.push_back(std::move(edit));
                moved = true;
            }
        }
    }
    return edits;
}

} // namespace plan
