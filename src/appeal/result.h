#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace appeal {

/// What went wrong, as data; the words are chosen by the front end (templates/wording/errors.json, id `error.<code>`).
struct Error
{
    enum class Code {
        NotFound,      ///< a file, case, clause, cause or fact that does not exist
        Unreadable,    ///< no text, an undecodable encoding, broken JSON
        TooLarge,      ///< more than the 64 MB that are read
        NewerFormat,   ///< written by a later version; left untouched
        BadTemplate,   ///< a template file or pack breaks its rules
        BadValue,      ///< a value that does not fit its fact's type
        Usage,         ///< the command line is wrong
        Exists,        ///< a file that would be overwritten
        Unsupported,   ///< a format that this build cannot write
        StoreBusy,     ///< locked by another process for too long
        StoreFull,     ///< the disk is full
        StoreReadOnly, ///< the folder or file cannot be written
        StoreDamaged,  ///< not a database, or cut short; it was set aside or left alone
        StaleRevision, ///< somebody else saved this case meanwhile
        CannotWrite,   ///< an output cannot be opened or written
    };
    Code code{};
    std::string where;  ///< "templates/causes/x.json:14:3", "cases.db", an option, a fact's name; may be empty
    std::string detail; ///< what exactly, in English; shown after the code's own words
};

/// The id of @p code, as templates/wording/errors.json has it behind "error.".
constexpr std::string_view idOf(Error::Code code)
{
    using Code = Error::Code;
    switch (code) {
    case Code::NotFound: return "not_found";
    case Code::Unreadable: return "unreadable";
    case Code::TooLarge: return "too_large";
    case Code::NewerFormat: return "newer_format";
    case Code::BadTemplate: return "bad_template";
    case Code::BadValue: return "bad_value";
    case Code::Usage: return "usage";
    case Code::Exists: return "exists";
    case Code::Unsupported: return "unsupported";
    case Code::StoreBusy: return "store_busy";
    case Code::StoreFull: return "store_full";
    case Code::StoreReadOnly: return "store_read_only";
    case Code::StoreDamaged: return "store_damaged";
    case Code::StaleRevision: return "stale_revision";
    case Code::CannotWrite: return "cannot_write";
    }
    return {};
}

/// A value or an Error; stands in for std::expected, which g++ 12 lacks.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}
    explicit operator bool() const { return m_state.index() == 0; }
    const T& operator*() const& { return std::get<0>(m_state); }
    T& operator*() & { return std::get<0>(m_state); }
    T&& operator*() && { return std::get<0>(std::move(m_state)); }
    const T* operator->() const { return &std::get<0>(m_state); }
    T* operator->() { return &std::get<0>(m_state); }
    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// The value of a success that has nothing to give.
struct Done
{
};

} // namespace appeal
