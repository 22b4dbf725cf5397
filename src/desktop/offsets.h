#pragma once

#include <QString>

#include <cstddef>
#include <string_view>
#include <vector>

namespace desktop {

/// Positions of one text in both worlds: bytes of UTF-8 (spans, paragraphs) and UTF-16 units (widgets).
/// A position inside a character counts as its start. Cheap for ASCII; else one table entry for each 64 bytes.
class Offsets
{
public:
    explicit Offsets(std::string_view utf8);

    qsizetype toUtf16(std::size_t byte) const;
    std::size_t toByte(qsizetype unit) const;
    std::size_t bytes() const { return m_text.size(); }
    qsizetype units() const { return m_units; }

private:
    static constexpr std::size_t kStep = 64;
    std::string_view m_text; ///< the caller's; must outlive this
    std::vector<qsizetype> m_units_at; ///< UTF-16 units before byte i * kStep; empty for ASCII
    qsizetype m_units = 0;
};

} // namespace desktop
