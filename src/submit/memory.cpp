#include "submit/memory.h"

#include "submit/fingerprints.h"

#include <algorithm>

namespace submit {

void Memory::begin(const std::shared_ptr<const void>& reviewer, const appeal::Language& language)
{
    if (reviewer != m_reviewer || language != m_language) {
        *this = {};
        m_reviewer = reviewer;
        m_language = language;
    }
    ++m_round;
    forget(m_lines);
    forget(m_shingles);
}

Memory::Line& Memory::line(std::string_view words)
{
    auto it = m_lines.find(words);
    if (it == m_lines.end())
        it = m_lines.emplace(words, Line{}).first;
    it->second.seen = m_round;
    return it->second;
}

const std::vector<std::uint64_t>& Memory::shingles(std::string_view text)
{
    auto it = m_shingles.find(text);
    if (it == m_shingles.end()) {
        it = m_shingles.emplace(text, Shingles{}).first;
        it->second.sorted = submit::shingles(text, m_language);
        std::sort(it->second.sorted.begin(), it->second.sorted.end());
    }
    it->second.seen = m_round;
    return it->second.sorted;
}

const std::vector<std::uint64_t>& Memory::shinglesOfAll(const std::vector<std::string_view>& texts)
{
    if (!std::equal(texts.begin(), texts.end(), m_allOf.begin(), m_allOf.end())) {
        m_all.clear();
        for (const auto text : texts)
            for (const auto hash : submit::shingles(text, m_language))
                m_all.push_back(hash);
        std::sort(m_all.begin(), m_all.end());
        m_allOf.assign(texts.begin(), texts.end());
    }
    return m_all;
}

} // namespace submit
