#pragma once

#include "appeal/edit.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <variant>

/// Values to JSON and back. Each type is described once (`describe`), and both directions follow that description.
namespace storage::archive {

using Json = nlohmann::ordered_json; ///< what is written: members in the order of their description
using Parsed = nlohmann::json;       ///< what is read: members are found by a tree, so that many of them cost no more than few

/// What was wrong while reading: the path in the file and the reason.
struct Trouble
{
    std::string path, what;
};

/// Thrown within this folder alone; `caseFromJson` and `editsFromJson` turn it into an Error.
struct Refused
{
    Trouble trouble;
};

/// Names of enumerations, in both directions.
template <typename E>
struct Names; // specialised in describe.h: static constexpr std::pair<E, const char*> all[]

template <typename E>
std::string nameOf(E value)
{
    for (const auto& [e, name] : Names<E>::all)
        if (e == value)
            return name;
    return {};
}

/// The key "" of a value, as it is written beside languages.
inline constexpr const char* kAny = "any";

/// At most @p bytes of UTF-8 text, whole characters: words of a file that stand in an error.
std::string shortened(std::string_view text, std::size_t bytes = 40);
/// Does the day exist, and can it be written so that it is read again?
inline bool writable(const appeal::Date& day) { return day.ok() && appeal::parseDate(appeal::isoDate(day)); }

class Writer;
class Reader;

template <typename T>
concept Described = requires(T& value, Writer& writer) { describe(writer, value); };

/// Leaves out what is empty, unless it is not empty in a fresh value of its type.
class Writer
{
public:
    Json json = Json::object();

    explicit Writer(const Json* fresh = nullptr) : m_fresh(fresh) {}

    template <typename T>
    void operator()(const char* name, const T& value)
    {
        if (!empty(value) || (m_fresh && m_fresh->contains(name)))
            put(json, name, write(value));
    }
    /// Always written.
    template <typename T>
    void must(const char* name, const T& value) { put(json, name, write(value)); }
    /// Members that no description names, as JSON texts.
    void rest(const std::map<std::string, std::string>& more);

    template <typename N>
        requires std::is_integral_v<N>
    static Json write(N value) { return value; }
    static Json write(const std::string& text) { return text; }
    static Json write(const appeal::Date& day) { return writable(day) ? Json(appeal::isoDate(day)) : Json(nullptr); }
    static Json write(const appeal::SharedText& text) { return text ? Json(*text) : Json(nullptr); }
    template <typename E>
        requires std::is_enum_v<E>
    static Json write(E value) { return nameOf(value); }
    template <typename T>
    static Json write(const std::optional<T>& value) { return value ? write(*value) : Json(nullptr); }
    template <typename T>
    static Json write(const std::vector<T>& list)
    {
        Json out = Json::array();
        for (const auto& item : list)
            out.push_back(write(item));
        return out;
    }
    /// A value per language: a plain text where it is the same in every language.
    static Json write(const std::map<std::string, std::string>& value)
    {
        if (value.size() == 1 && value.begin()->first.empty())
            return value.begin()->second;
        Json out = Json::object();
        for (const auto& [key, text] : value)
            put(out, key.empty() && value.count(kAny) == 0 ? kAny : key, text);
        return out;
    }
    template <typename T>
    static Json write(const std::map<std::string, T>& map)
    {
        Json out = Json::object();
        for (const auto& [key, value] : map)
            put(out, key, write(value));
        return out;
    }
    template <Described T>
    static Json write(const T& value)
    {
        static const Json fresh = [] {
            Writer writer;
            T empty{};
            describe(writer, empty);
            return std::move(writer.json);
        }();
        Writer writer(&fresh);
        describe(writer, const_cast<T&>(value)); // a Writer only reads
        return std::move(writer.json);
    }

private:
    /// Behind the members that are there; the caller's keys differ, so none is searched for.
    static void put(Json& object, const std::string& key, Json value) { object.get_ref<Json::object_t&>().push_back({key, std::move(value)}); }
    template <typename T>
    static bool empty(const T& value)
    {
        if constexpr (std::is_same_v<T, std::string> || requires { value.begin(); })
            return value.empty();
        else if constexpr (std::is_same_v<T, bool>)
            return !value;
        else if constexpr (std::is_same_v<T, appeal::Date>)
            return !writable(value);
        else if constexpr (std::is_same_v<T, std::optional<appeal::Date>>)
            return !value || !writable(*value);
        else if constexpr (requires { value.has_value(); })
            return !value.has_value();
        else if constexpr (std::is_same_v<T, appeal::SharedText>)
            return !value;
        else
            return false;
    }

    const Json* m_fresh;
};

/// Where a reader stands, from the innermost member outwards; becomes words only when something is wrong.
struct Path
{
    const Path* up = nullptr;
    std::string_view name;
    std::optional<std::size_t> index;
    bool strict = false; ///< members that no description names are refused, here and below

    Path member(std::string_view key) const { return {this, key, {}, strict}; }
    Path item(std::size_t i) const { return {this, {}, i, strict}; }
    std::string text() const; ///< "/records/3/fields"
};

class Reader
{
public:
    Reader(const Parsed& json, const Path& path) : m_json(json), m_path(path)
    {
        if (!json.is_object())
            refuse(path, "an object is wanted");
    }

    template <typename T>
    void operator()(const char* name, T& value)
    {
        m_known.push_back(name);
        const auto it = m_json.find(name);
        if (it != m_json.end() && !it->is_null())
            read(*it, m_path.member(name), value);
    }
    /// Refused where it is missing.
    template <typename T>
    void must(const char* name, T& value)
    {
        if (!m_json.contains(name))
            refuse(m_path, "\"" + std::string(name) + "\" is missing");
        (*this)(name, value);
    }
    /// The members that no description named, as JSON texts.
    void rest(std::map<std::string, std::string>& more);
    /// A member that is known here and read elsewhere.
    void skip(const char* name) { m_known.push_back(name); }
    /// The members that no description named, so far.
    Parsed unknown() const;
    /// All descriptions are done: in a strict file nothing may be left.
    void finish() const;

    [[noreturn]] static void refuse(const Path& path, const std::string& what) { throw Refused{{path.text(), what}}; }

    static void read(const Parsed& json, const Path& path, std::string& out)
    {
        if (!json.is_string())
            refuse(path, "a text is wanted");
        out = json.get_ref<const std::string&>();
    }
    static void read(const Parsed& json, const Path& path, bool& out)
    {
        if (!json.is_boolean())
            refuse(path, "true or false is wanted");
        out = json.get<bool>();
    }
    template <typename N>
        requires std::is_integral_v<N>
    static void read(const Parsed& json, const Path& path, N& out)
    {
        if (!json.is_number_integer())
            refuse(path, "a whole number is wanted");
        if (json.is_number_unsigned()) {
            const auto number = json.get<std::uint64_t>();
            if (!std::in_range<N>(number))
                refuse(path, "the number is too large");
            out = static_cast<N>(number);
        } else {
            const auto number = json.get<std::int64_t>();
            if (!std::in_range<N>(number))
                refuse(path, number < 0 && std::is_unsigned_v<N> ? "a number from 0 is wanted" : "the number is too large");
            out = static_cast<N>(number);
        }
    }
    static void read(const Parsed& json, const Path& path, appeal::Date& out)
    {
        const auto day = json.is_string() ? appeal::parseDate(json.get_ref<const std::string&>()) : std::nullopt;
        if (!day)
            refuse(path, "a day is wanted, written 2026-03-09");
        out = *day;
    }
    static void read(const Parsed& json, const Path& path, appeal::SharedText& out)
    {
        std::string text;
        read(json, path, text);
        out = std::make_shared<const std::string>(std::move(text));
    }
    template <typename E>
        requires std::is_enum_v<E>
    static void read(const Parsed& json, const Path& path, E& out)
    {
        std::string text, known;
        read(json, path, text);
        for (const auto& [e, name] : Names<E>::all) {
            if (text == name) {
                out = e;
                return;
            }
            known += (known.empty() ? "" : ", ") + std::string(name);
        }
        refuse(path, "\"" + shortened(text) + "\" is none of " + known);
    }
    template <typename T>
    static void read(const Parsed& json, const Path& path, std::optional<T>& out)
    {
        T value{};
        read(json, path, value);
        out = std::move(value);
    }
    template <typename T>
    static void read(const Parsed& json, const Path& path, std::vector<T>& out)
    {
        if (!json.is_array())
            refuse(path, "a list is wanted");
        out.clear();
        std::size_t index = 0;
        for (const auto& item : json)
            read(item, path.item(index++), out.emplace_back());
    }
    static void read(const Parsed& json, const Path& path, std::map<std::string, std::string>& out)
    {
        if (json.is_string()) {
            out[""] = json.get_ref<const std::string&>();
            return;
        }
        if (!json.is_object())
            refuse(path, "a text, or a text for each language is wanted");
        const bool named = !json.contains("");
        for (const auto& [key, value] : json.items())
            read(value, path.member(key), out[named && key == kAny ? std::string{} : key]);
    }
    template <typename T>
    static void read(const Parsed& json, const Path& path, std::map<std::string, T>& out)
    {
        if (!json.is_object())
            refuse(path, "an object is wanted");
        for (const auto& [key, value] : json.items())
            read(value, path.member(key), out[key]);
    }
    template <Described T>
    static void read(const Parsed& json, const Path& path, T& out)
    {
        Reader reader(json, path);
        describe(reader, out);
        reader.finish();
    }

private:
    const Parsed& m_json;
    const Path& m_path;
    std::vector<std::string_view> m_known;
};

/// Parses text as JSON; nesting, the number of values and the size of numbers are bounded. @return trouble with "LINE:COLUMN" in `path`
std::variant<Parsed, Trouble> parse(std::string_view text);

} // namespace storage::archive
