#include "storage/case_identities.h"

#include <algorithm>
#include <array>

namespace storage {

namespace {

constexpr std::array<std::string_view, 8> kKinds{"store_name", "legal_entity", "seller_id", "contact_name", "contact_phone", "contact_email", "order_ids", "complaint_ids"};
/// What may part the items of a list: the forms of CLI.md, and the same as Chinese keyboards type them.
constexpr std::array<std::string_view, 9> kSeparators{",", ";", "\n", "\r", "\t", " ", "，", "；", "、"};

/// The items of a list; the whole where it is none.
std::vector<std::string> itemsOf(std::string_view text, bool list)
{
    std::vector<std::string> out(1);
    while (!text.empty()) {
        const auto parts = std::find_if(kSeparators.begin(), kSeparators.end(), [&](std::string_view s) { return list && text.starts_with(s); });
        if (parts != kSeparators.end()) {
            out.emplace_back();
            text.remove_prefix(parts->size());
        } else {
            out.back() += text.front();
            text.remove_prefix(1);
        }
    }
    std::erase(out, std::string{});
    return out;
}

} // namespace

std::set<std::pair<std::string, std::string>> identitiesOf(const appeal::Case& c)
{
    std::set<std::pair<std::string, std::string>> out;
    for (const auto& [ref, fact] : c.facts) {
        // the ids of a cause are facts of the cause; a letter's or a pick's facts name other people
        if ((ref.scope != appeal::Scope::Case && ref.scope != appeal::Scope::Cause) || std::find(kKinds.begin(), kKinds.end(), ref.name) == kKinds.end())
            continue;
        for (const auto& [language, text] : fact.value)
            for (auto& item : itemsOf(text, ref.name.ends_with("_ids")))
                out.emplace(ref.name, std::move(item));
    }
    return out;
}

} // namespace storage
