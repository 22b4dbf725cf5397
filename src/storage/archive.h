#pragma once

#include "appeal/edit.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <set>
#include <variant>

/// Values to JSON and back. Each type is described once (`describe`), and both directions follow that description.
namespace storage::archive {

using Json = nlohmann::ordered_json;

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

class Writer;
class Reader;

template <typename T>
concept Described = requires(T& value, Writer& writer) { describe(writer, value); };

class Writer
{
public:
    Json json = Json::object();

    template <typename T>
    void operator()(const char* name, const T& value)
    {
        if (!isDefault(value))
            json[name] = write(value);
    }

    static Json write(const std::string& text) { return text; }
    static Json write(bool value) { return value; }
    static Json write(int value) { return value; }
    static Json write(std::int64_t value) { return value; }
    static Json write(std::size_t value) { return value; }
    static Json write(const appeal::Date& day) { return appeal::isoDate(day); }
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
            out[key.empty() ? "any" : key] = text;
        return out;
    }
    template <typename T>
    static Json write(const std::map<std::string, T>& map)
    {
        Json out = Json::object();
        for (const auto& [key, value] : map)
            out[key] = write(value);
        return out;
    }
    template <Described T>
    static Json write(const T& value)
    {
        Writer writer;
        describe(writer, const_cast<T&>(value)); // a Writer only reads
        return std::move(writer.json);
    }

private:
    template <typename T>
    static bool isDefault(const T& value)
    {
        if constexpr (std::is_same_v<T, std::string> || requires { value.begin(); })
            return value.empty();
        else if constexpr (std::is_same_v<T, bool>)
            return !value;
        else if constexpr (requires { value.has_value(); })
            return !value.has_value();
        else if constexpr (std::is_same_v<T, appeal::SharedText>)
            return !value;
        else
            return false;
    }
};

class Reader
{
public:
    Reader(const Json& json, std::string path) : m_json(json), m_path(std::move(path))
    {
        if (!json.is_object())
            refuse(m_path, "an object is wanted");
    }

    template <typename T>
    void operator()(const char* name, T& value)
    {
        m_known.insert(name);
        const auto it = m_json.find(name);
        if (it != m_json.end() && !it->is_null())
            read(*it, m_path + "/" + name, value);
    }

    /// The members that no description named.
    Json unknown() const
    {
        Json out = Json::object();
        for (const auto& [key, value] : m_json.items())
            if (m_known.count(key) == 0)
                out[key] = value;
        return out;
    }

    [[noreturn]] static void refuse(const std::string& path, const std::string& what) { throw Refused{{path, what}}; }

    static void read(const Json& json, const std::string& path, std::string& out)
    {
        if (!json.is_string())
            refuse(path, "a text is wanted");
        out = json.get<std::string>();
    }
    static void read(const Json& json, const std::string& path, bool& out)
    {
        if (!json.is_boolean())
            refuse(path, "true or false is wanted");
        out = json.get<bool>();
    }
    template <typename N>
        requires std::is_integral_v<N>
    static void read(const Json& json, const std::string& path, N& out)
    {
        if (!json.is_number_integer())
            refuse(path, "a whole number is wanted");
        const auto number = json.is_number_unsigned() && json.get<std::uint64_t>() > 9007199254740992ull ? std::int64_t{-1} : json.get<std::int64_t>();
        if (number < 0 && std::is_unsigned_v<N>)
            refuse(path, "a number from 0 is wanted");
        if constexpr (sizeof(N) < 8)
            if (number > std::int64_t{std::numeric_limits<N>::max()} || number < std::int64_t{std::numeric_limits<N>::min()})
                refuse(path, "the number is too large");
        out = static_cast<N>(number);
    }
    static void read(const Json& json, const std::string& path, appeal::Date& out)
    {
        std::string text;
        read(json, path, text);
        const auto day = appeal::parseDate(text);
        if (!day)
            refuse(path, "a day is wanted, written 2026-03-09");
        out = *day;
    }
    static void read(const Json& json, const std::string& path, appeal::SharedText& out)
    {
        std::string text;
        read(json, path, text);
        out = std::make_shared<const std::string>(std::move(text));
    }
    template <typename E>
        requires std::is_enum_v<E>
    static void read(const Json& json, const std::string& path, E& out)
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
        refuse(path, "\"" + text.substr(0, 40) + "\" is none of " + known);
    }
    template <typename T>
    static void read(const Json& json, const std::string& path, std::optional<T>& out)
    {
        T value{};
        read(json, path, value);
        out = std::move(value);
    }
    template <typename T>
    static void read(const Json& json, const std::string& path, std::vector<T>& out)
    {
        if (!json.is_array())
            refuse(path, "a list is wanted");
        std::size_t index = 0;
        for (const auto& item : json) {
            T value{};
            read(item, path + "/" + std::to_string(index++), value);
            out.push_back(std::move(value));
        }
    }
    static void read(const Json& json, const std::string& path, std::map<std::string, std::string>& out)
    {
        if (json.is_string()) {
            out[""] = json.get<std::string>();
            return;
        }
        if (!json.is_object())
            refuse(path, "a text, or a text for each language is wanted");
        for (const auto& [key, value] : json.items())
            read(value, path + "/" + key, out[key == "any" ? "" : key]);
    }
    template <typename T>
    static void read(const Json& json, const std::string& path, std::map<std::string, T>& out)
    {
        if (!json.is_object())
            refuse(path, "an object is wanted");
        for (const auto& [key, value] : json.items())
            read(value, path + "/" + key, out[key]);
    }
    template <Described T>
    static void read(const Json& json, const std::string& path, T& out)
    {
        Reader reader(json, path);
        describe(reader, out);
    }

private:
    const Json& m_json;
    std::string m_path;
    std::set<std::string> m_known;
};

/// Parses text as JSON with the nesting bounded. @return trouble with "LINE:COLUMN" in `path`
std::variant<Json, Trouble> parse(std::string_view text);

} // namespace storage::archive
