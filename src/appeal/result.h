#pragma once

#include <string>
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
