#include "storage/case_ids.h"

#include <algorithm>
#include <random>

namespace storage {

appeal::Id freshCaseId()
{
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";
    std::random_device random;
    std::uniform_int_distribution<std::size_t> pick(0, letters.size() - 1);
    appeal::Id out;
    for (int i = 0; i < 7; ++i)
        out += letters[pick(random)];
    return out;
}

bool validCaseId(std::string_view id)
{
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return !id.empty() && id.size() <= 64 && plain(id.front()) && std::all_of(id.begin(), id.end(), [&](char c) { return plain(c) || c == '-' || c == '_' || c == '.'; });
}

} // namespace storage
