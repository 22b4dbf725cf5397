#pragma once

#include "library/catalogue.h"
#include "library/located.h"
#include "library/shapes.h"

namespace library {

/// Reads the small shapes of a template file. The first thing that is wrong is kept; what is read after it does not matter.
class Values
{
public:
    /// Which languages a text must have.
    enum class Languages { Both, Any };

    explicit Values(const LocatedText& text) : m_text(text) {}
    const std::optional<appeal::Error>& error() const { return m_error; }
    bool ok() const { return !m_error; }
    void fail(const Located& where, const std::string& what);

    /// Is it an object with the members of this shape, and those that the shape needs?
    void shaped(const Located& value, std::string_view shapeName);
    std::string string(const Located& owner, std::string_view key);
    bool flag(const Located& owner, std::string_view key);
    std::optional<int> integer(const Located& owner, std::string_view key);
    /// A list of plain values.
    std::vector<std::string> strings(const Located& owner, std::string_view key);
    std::vector<std::string> stringsOf(const Located& value);
    Words words(const Located& owner, std::string_view key, Languages languages = Languages::Both);
    Words wordsOf(const Located& value, Languages languages = Languages::Both);
    /// A text in two languages, or one that is the same in both (an example).
    Words sharedWords(const Located& owner, std::string_view key);
    std::vector<Words> listOfWords(const Located& owner, std::string_view key);
    Phrasings phrasings(const Located& owner, std::string_view key, Languages languages = Languages::Both);
    /// @param besides a member that stands beside the languages and is read elsewhere
    Phrasings phrasingsOf(const Located& value, Languages languages = Languages::Both, std::string_view besides = {});
    Field field(const Located& value, std::string_view shapeName, Languages languages = Languages::Both);
    std::vector<Field> fields(const Located& owner, std::string_view key, std::string_view shapeName, Languages languages = Languages::Both);
    /// The entries of a list, each an object; nothing where the member is missing.
    std::span<const Located> list(const Located& owner, std::string_view key);
    /// The members of an object; nothing where it is missing.
    std::span<const Located> object(const Located& owner, std::string_view key);
    static Node node(const Located& value);

private:
    const LocatedText& m_text;
    std::optional<appeal::Error> m_error;
};

} // namespace library
