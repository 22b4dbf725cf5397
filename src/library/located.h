#pragma once

#include "appeal/result.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace library {

/// A JSON value that knows where it stands, so that a person who wrote it by hand can be told.
struct Located
{
    enum class Kind : std::uint8_t { Null, Boolean, Number, String, List, Object };
    Kind kind = Kind::Null;
    std::uint32_t line = 1;         ///< from 1
    std::uint32_t offset = 0;       ///< of its first byte
    std::string_view key;           ///< its name in the object around it
    std::string_view text;          ///< a string, a number as written, "true"
    std::span<const Located> items; ///< of a list or an object, in order
    const Located* find(std::string_view name) const;
};

/// A whole file, read in one pass. Own code and not the JSON library's, because a start of the program reads 1.5 MB of content and this is six times as fast.
/// The bytes and the name must outlive it.
class LocatedText
{
public:
    /// @return BadTemplate with NAME:LINE:COLUMN where the text is no JSON, holds bytes that are no UTF-8, or names a member twice
    static appeal::Result<LocatedText> parse(std::string_view json, std::string_view name);
    const Located& root() const { return m_root; }
    /// NAME:LINE:COLUMN, columns in characters.
    std::string where(const Located& value) const;
    /// How one gets there: "causes/late_shipment_rate/questions/found_on/label"; entries of lists by id or name, else by number from 0.
    std::string path(const Located& value) const;

private:
    friend class JsonReader;
    std::string place(std::size_t line, std::size_t offset) const;

    std::string_view m_json, m_name;
    Located m_root;
    std::vector<std::unique_ptr<Located[]>> m_blocks; // values stand together with their siblings
    std::deque<std::string> m_texts;                  // those that held an escape
};

} // namespace library
