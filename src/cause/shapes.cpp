#include "cause/shapes.h"

#include <algorithm>

namespace cause {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

bool alike(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return x == y || (digit(x) && digit(y)); });
}

} // namespace

std::uint32_t Shapes::find(std::string_view words, std::string_view view)
{
    std::uint64_t hash = words.size();
    bool any = false;
    for (const char c : words) {
        any = any || digit(c);
        hash = (hash ^ static_cast<unsigned char>(digit(c) ? '0' : c)) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
    }
    m_hash = hash;
    m_worth = any;
    if (!any)
        return npos;
    const auto it = m_numbers.find(hash);
    if (it == m_numbers.end())
        return npos;
    m_worth = false;
    const auto& kept = m_kept[it->second];
    return alike(words, view.substr(kept.begin, kept.end - kept.begin)) ? it->second : npos;
}

void Shapes::keep(const Statement& s, std::uint32_t statement, const std::vector<std::uint16_t>& ran)
{
    if (!m_worth)
        return;
    m_numbers.emplace(m_hash, static_cast<std::uint32_t>(m_kept.size()));
    const auto from = static_cast<std::uint32_t>(m_ran.size());
    m_ran.insert(m_ran.end(), ran.begin(), ran.end());
    m_kept.push_back({s.at.begin, s.at.end, statement, from, static_cast<std::uint32_t>(m_ran.size())});
}

} // namespace cause
