#include "library/values.h"

#include <algorithm>
#include <charconv>

namespace library {

using Kind = Located::Kind;

namespace {

bool plain(const Located& value) { return value.kind == Kind::String || value.kind == Kind::Number || value.kind == Kind::Boolean; }

template <typename List>
bool contains(const List& list, std::string_view what)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

std::string quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

} // namespace

void Values::fail(const Located& where, const std::string& what)
{
    if (m_error)
        return;
    const auto path = m_text.path(where);
    m_error = appeal::Error{appeal::Error::Code::BadTemplate, m_text.where(where), (path.empty() ? "" : path + ": ") + what};
}

void Values::shaped(const Located& value, std::string_view shapeName)
{
    if (value.kind != Kind::Object)
        return fail(value, "an object is wanted");
    const auto& known = shape(shapeName);
    if (!known.open)
        for (const auto& member : value.items)
            if (!contains(known.members, member.key))
                return fail(member, "unknown member " + quoted(member.key));
    for (const auto& needed : known.required)
        if (!value.find(needed))
            return fail(value, quoted(needed) + " is missing");
}

std::string Values::string(const Located& owner, std::string_view key)
{
    const auto* value = owner.find(key);
    if (!value || value->kind == Kind::Null)
        return {};
    if (!plain(*value))
        fail(*value, "a text is wanted");
    return std::string(value->text);
}

bool Values::flag(const Located& owner, std::string_view key)
{
    const auto* value = owner.find(key);
    if (value && value->kind != Kind::Boolean)
        fail(*value, "true or false is wanted");
    return value && value->text == "true";
}

std::optional<int> Values::integer(const Located& owner, std::string_view key)
{
    const auto* value = owner.find(key);
    if (!value || value->kind == Kind::Null)
        return {};
    int number = 0;
    const auto end = value->text.data() + value->text.size();
    const auto read = std::from_chars(value->text.data(), end, number);
    if (value->kind != Kind::Number || read.ec != std::errc{} || read.ptr != end) {
        fail(*value, "a whole number is wanted");
        return {};
    }
    return number;
}

std::vector<std::string> Values::stringsOf(const Located& value)
{
    std::vector<std::string> out;
    if (value.kind != Kind::List)
        fail(value, "a list is wanted");
    out.reserve(value.items.size());
    for (const auto& item : value.items) {
        if (!plain(item))
            fail(item, "a text is wanted");
        out.emplace_back(item.text);
    }
    return out;
}

std::vector<std::string> Values::strings(const Located& owner, std::string_view key)
{
    const auto* value = owner.find(key);
    return value ? stringsOf(*value) : std::vector<std::string>{};
}

Words Values::wordsOf(const Located& value, Languages languages)
{
    Words out;
    if (value.kind != Kind::Object) {
        fail(value, "{\"en\": \"…\", \"zh\": \"…\"} is wanted");
        return out;
    }
    for (const auto& text : value.items) {
        if (text.key != "en" && text.key != "zh")
            fail(text, "unknown member " + quoted(text.key));
        else if (text.kind != Kind::String)
            fail(text, "a text is wanted");
        out.emplace(text.key, text.text);
    }
    if (languages == Languages::Both && out.size() < 2)
        fail(value, std::string("the ") + (out.count("en") == 0 ? "English" : "Chinese") + " text is missing");
    return out;
}

Words Values::words(const Located& owner, std::string_view key, Languages languages)
{
    const auto* value = owner.find(key);
    return value && value->kind != Kind::Null ? wordsOf(*value, languages) : Words{};
}

Words Values::sharedWords(const Located& owner, std::string_view key)
{
    const auto* value = owner.find(key);
    if (!value || value->kind == Kind::Null)
        return {};
    return plain(*value) ? Words{{"en", std::string(value->text)}} : wordsOf(*value, Languages::Any);
}

std::vector<Words> Values::listOfWords(const Located& owner, std::string_view key)
{
    std::vector<Words> out;
    for (const auto& item : list(owner, key))
        out.push_back(wordsOf(item));
    return out;
}

Phrasings Values::phrasingsOf(const Located& value, Languages languages, std::string_view besides)
{
    Phrasings out;
    if (value.kind != Kind::Object) {
        fail(value, "{\"en\": [\"…\"], \"zh\": [\"…\"]} is wanted");
        return out;
    }
    for (const auto& texts : value.items) {
        if (!besides.empty() && texts.key == besides)
            continue;
        if (texts.key != "en" && texts.key != "zh")
            fail(texts, "unknown member " + quoted(texts.key));
        for (const auto& text : texts.items)
            if (text.kind != Kind::String)
                fail(text, "a text is wanted");
        out.emplace(texts.key, stringsOf(texts));
    }
    if (languages == Languages::Both && out.size() < 2)
        fail(value, std::string("the ") + (out.count("en") == 0 ? "English" : "Chinese") + " phrasings are missing");
    return out;
}

Phrasings Values::phrasings(const Located& owner, std::string_view key, Languages languages)
{
    const auto* value = owner.find(key);
    return value ? phrasingsOf(*value, languages) : Phrasings{};
}

Field Values::field(const Located& value, std::string_view shapeName, Languages languages)
{
    static constexpr std::string_view types[] = {"text", "longtext", "number", "date", "time", "percentage", "money", "person", "asin_list", "order_list", "file", "choice", "yes_no"};
    static constexpr std::string_view grammars[] = {"clause", "deed", "adverbial", "noun", "quote"};
    shaped(value, shapeName);
    Field out;
    out.name = string(value, "name");
    out.type = string(value, "type");
    const std::string_view type = out.type;
    if (!contains(std::span(types), type.ends_with("[]") ? type.substr(0, type.size() - 2) : type))
        fail(value, "unknown type " + quoted(type));
    out.label = words(value, "label", languages);
    out.example = sharedWords(value, "example");
    out.hint = words(value, "hint", languages);
    out.grammar = string(value, "grammar");
    if (!out.grammar.empty() && !contains(std::span(grammars), out.grammar))
        fail(value, "unknown grammar " + quoted(out.grammar));
    out.sentence = words(value, "sentence", languages);
    out.listed = words(value, "listed", languages);
    out.required = flag(value, "required");
    out.derived = flag(value, "derived");
    for (const auto& item : list(value, "options")) {
        shaped(item, "option");
        out.options.push_back({string(item, "id"), words(item, "label", languages)});
    }
    out.scope = string(value, "scope");
    out.routes = strings(value, "routes");
    return out;
}

std::vector<Field> Values::fields(const Located& owner, std::string_view key, std::string_view shapeName, Languages languages)
{
    std::vector<Field> out;
    for (const auto& item : list(owner, key)) {
        out.push_back(field(item, shapeName, languages));
        const auto same = [&](const Field& f) { return f.name == out.back().name; };
        if (std::find_if(out.begin(), out.end() - 1, same) != out.end() - 1)
            fail(item, quoted(out.back().name) + " stands twice in this list");
    }
    return out;
}

std::span<const Located> Values::list(const Located& owner, std::string_view key)
{
    const auto* value = owner.find(key);
    if (!value)
        return {};
    if (value->kind != Kind::List)
        fail(*value, "a list is wanted");
    return value->items;
}

std::span<const Located> Values::object(const Located& owner, std::string_view key)
{
    const auto* value = owner.find(key);
    if (!value)
        return {};
    if (value->kind != Kind::Object)
        fail(*value, "an object is wanted");
    return value->items;
}

Node Values::node(const Located& value)
{
    Node out;
    if (value.kind == Kind::Object) {
        for (const auto& member : value.items)
            out.members.emplace(member.key, node(member));
        return out;
    }
    out.text = value.text;
    out.number = value.kind == Kind::Number;
    out.boolean = value.kind == Kind::Boolean;
    out.items.reserve(value.items.size());
    for (const auto& item : value.items)
        out.items.push_back(node(item));
    return out;
}

} // namespace library
