#include "desktop/offsets.h"

#include <algorithm>

namespace desktop {

namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

/// UTF-16 units of the character that begins with @p c; none for its later bytes.
qsizetype unitsOf(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return continues(c) ? 0 : byte >= 0xf0 ? 2 : 1;
}

} // namespace

Offsets::Offsets(std::string_view utf8) : m_text(utf8)
{
    if (std::none_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
        m_units = qsizetype(utf8.size());
        return;
    }
    m_units_at.reserve(utf8.size() / kStep + 1);
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if (i % kStep == 0)
            m_units_at.push_back(m_units);
        m_units += unitsOf(utf8[i]);
    }
}

qsizetype Offsets::toUtf16(std::size_t byte) const
{
    byte = std::min(byte, m_text.size());
    if (m_units_at.empty())
        return qsizetype(byte);
    while (byte > 0 && byte < m_text.size() && continues(m_text[byte]))
        --byte;
    const auto block = std::min(byte / kStep, m_units_at.size() - 1);
    auto units = m_units_at[block];
    for (std::size_t i = block * kStep; i < byte; ++i)
        units += unitsOf(m_text[i]);
    return units;
}

std::size_t Offsets::toByte(qsizetype unit) const
{
    unit = std::clamp(unit, qsizetype(0), m_units);
    if (m_units_at.empty())
        return std::size_t(unit);
    const auto after = std::upper_bound(m_units_at.begin(), m_units_at.end(), unit);
    const auto block = std::size_t(after - m_units_at.begin()) - 1;
    auto units = m_units_at[block];
    auto byte = block * kStep;
    // a block may begin inside a character: its later bytes count nothing
    std::size_t start = byte;
    while (byte < m_text.size()) {
        if (!continues(m_text[byte])) {
            if (units >= unit)
                return byte;
            if (units + unitsOf(m_text[byte]) > unit)
                return byte; // the middle of a pair
            start = byte;
        }
        units += unitsOf(m_text[byte]);
        ++byte;
    }
    return units > unit ? start : m_text.size();
}

} // namespace desktop
