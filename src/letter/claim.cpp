#include "letter/claim.h"

namespace letter {

namespace {

/// FNV-1a: short, stable between runs and machines.
struct Hash
{
    std::uint64_t value = 1469598103934665603ull;
    void add(std::string_view text)
    {
        for (const char c : text) {
            value ^= static_cast<unsigned char>(c);
            value *= 1099511628211ull;
        }
        value ^= 0xff; // parts stay apart
        value *= 1099511628211ull;
    }
};

} // namespace

std::string claimHash(const appeal::Case& c, const appeal::LetterDraft&, const appeal::Pick& pick, const library::Clause* clause)
{
    Hash hash;
    hash.add(pick.clause);
    if (clause)
        for (const auto& [language, words] : clause->requires_)
            hash.add(words);
    hash.add(std::to_string(pick.variant));
    if (const auto* record = appeal::findRecord(c, pick.prints))
        for (const auto& [member, value] : record->fields) {
            hash.add(member);
            for (const auto& [language, text] : value)
                hash.add(text);
        }
    for (auto it = c.facts.lower_bound({appeal::Scope::Pick, pick.id, {}}); it != c.facts.end() && it->first.scope == appeal::Scope::Pick && it->first.owner == pick.id; ++it) {
        hash.add(it->first.name);
        for (const auto& [language, text] : it->second.value)
            hash.add(text);
    }
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4)
        out += digits[(hash.value >> shift) & 15u];
    return out;
}

appeal::PickState stateOf(const appeal::Case& c, const appeal::LetterDraft& draft, const appeal::Pick& pick, const library::Clause* clause)
{
    if (pick.clause.empty())
        return appeal::PickState::Own;
    if (!clause || clause->requires_.empty())
        return appeal::PickState::Confirmed;
    return pick.confirmed && *pick.confirmed == claimHash(c, draft, pick, clause) ? appeal::PickState::Confirmed : appeal::PickState::Proposed;
}

} // namespace letter
