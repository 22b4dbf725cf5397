#include "library/located.h"

#include <nlohmann/json.hpp>

namespace library {

namespace {

using Json = nlohmann::json;

/// Counts lines while the parser reads: its callbacks come right behind the token they speak of.
class Counting
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;
    struct Place { int line = 1, column = 0; };

    Counting(const char* at, Place* place) : m_at(at), m_place(place) {}
    reference operator*() const { return *m_at; }
    Counting& operator++()
    {
        if (*m_at == '\n') {
            ++m_place->line;
            m_place->column = 0;
        } else {
            ++m_place->column;
        }
        ++m_at;
        return *this;
    }
    Counting operator++(int)
    {
        auto before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const Counting& a, const Counting& b) { return a.m_at == b.m_at; }
    friend bool operator!=(const Counting& a, const Counting& b) { return a.m_at != b.m_at; }

private:
    const char* m_at;
    Place* m_place;
};

constexpr std::size_t kDeepest = 64; ///< a template is a handful deep; a hostile file must not exhaust the stack

struct Builder : nlohmann::json_sax<Json>
{
    explicit Builder(const Counting::Place& place) : at(place) {}

    const Counting::Place& at;
    Located root;
    std::vector<Located*> open;
    std::string member;
    std::string trouble;
    Counting::Place troubleAt;

    bool put(Located value)
    {
        value.line = at.line;
        value.column = at.column;
        if (open.empty()) {
            root = std::move(value);
            return true;
        }
        auto& parent = *open.back();
        if (parent.kind == Located::Kind::Object)
            parent.members.emplace_back(member, std::move(value));
        else
            parent.items.push_back(std::move(value));
        return true;
    }
    Located* last()
    {
        if (open.empty())
            return &root;
        auto& parent = *open.back();
        return parent.kind == Located::Kind::Object ? &parent.members.back().second : &parent.items.back();
    }
    bool enter(Located::Kind kind)
    {
        if (open.size() >= kDeepest) {
            trouble = "nested too deeply";
            troubleAt = at;
            return false;
        }
        Located value;
        value.kind = kind;
        put(std::move(value));
        open.push_back(last());
        return true;
    }
    static Located scalar(Located::Kind kind, std::string text)
    {
        Located value;
        value.kind = kind;
        value.text = std::move(text);
        return value;
    }
    bool null() override { return put({}); }
    bool boolean(bool value) override { return put(scalar(Located::Kind::Boolean, value ? "true" : "false")); }
    bool number_integer(number_integer_t value) override { return put(scalar(Located::Kind::Number, std::to_string(value))); }
    bool number_unsigned(number_unsigned_t value) override { return put(scalar(Located::Kind::Number, std::to_string(value))); }
    bool number_float(number_float_t, const string_t& text) override { return put(scalar(Located::Kind::Number, text)); }
    bool string(string_t& value) override { return put(scalar(Located::Kind::String, std::move(value))); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return enter(Located::Kind::Object); }
    bool key(string_t& value) override
    {
        for (const auto& there : open.back()->members)
            if (there.first == value) {
                trouble = "\"" + value + "\" stands twice in one object";
                troubleAt = at;
                return false;
            }
        member = value;
        return true;
    }
    bool end_object() override
    {
        open.pop_back();
        return true;
    }
    bool start_array(std::size_t) override { return enter(Located::Kind::List); }
    bool end_array() override
    {
        open.pop_back();
        return true;
    }
    bool parse_error(std::size_t, const std::string& token, const nlohmann::detail::exception& e) override
    {
        // "[json.exception…] parse error at line 3, column 5: …": only what is wrong, in the parser's words
        std::string what = e.what();
        if (const auto colon = what.rfind(": "); colon != what.npos)
            what = what.substr(colon + 2);
        trouble = "this is no JSON: " + what + (token.empty() || token.size() > 40 ? "" : " at \"" + token + "\"");
        troubleAt = at;
        return false;
    }
};

} // namespace

const Located* Located::find(std::string_view name) const
{
    for (const auto& [key, value] : members)
        if (key == name)
            return &value;
    return nullptr;
}

appeal::Result<Located> parseLocated(std::string_view json, std::string_view name)
{
    Counting::Place place;
    Builder builder(place);
    const bool fine = Json::sax_parse(Counting(json.data(), &place), Counting(json.data() + json.size(), &place), &builder);
    if (fine)
        return std::move(builder.root);
    return appeal::Error{appeal::Error::Code::BadTemplate, std::string(name) + ":" + std::to_string(builder.troubleAt.line) + ":" + std::to_string(builder.troubleAt.column + 1), builder.trouble};
}

} // namespace library
