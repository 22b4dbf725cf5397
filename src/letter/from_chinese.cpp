#include "letter/from_chinese.h"

#include "letter/compose.h"
#include "text/decode.h"

#include <algorithm>
#include <set>

namespace letter {

namespace {

std::size_t sizeAt(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t size = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    return std::min(size, text.size() - at);
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits(std::string_view text, std::size_t at)
{
    auto end = at;
    while (end < text.size() && (isDigit(text[end]) || (end > at && (text[end] == '.' || text[end] == ',') && end + 1 < text.size() && isDigit(text[end + 1]))))
        ++end;
    return end - at;
}

/// "a / b" of the glossary as alternatives; "x, y" and "x (note)" as the first of them.
std::vector<std::string> alternatives(std::string_view text)
{
    std::vector<std::string> out;
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find(" / ", from), text.size());
        out.emplace_back(text.substr(from, end - from));
        from = end + 3;
    }
    return out;
}

std::string firstOf(std::string_view english)
{
    auto end = std::min(english.find(" ("), english.find(", "));
    end = std::min(end, english.find(" / "));
    return std::string(english.substr(0, end));
}

std::string punctuation(std::string_view sign)
{
    for (const auto& [han, latin] : std::initializer_list<std::pair<std::string_view, const char*>>{{"，", ", "}, {"、", ", "}, {"。", ". "}, {"；", "; "}, {"：", ": "}, {"（", " ("}, {"）", ") "}, {"“", "\""}, {"”", "\""}, {"　", " "}})
        if (sign == han)
            return latin;
    return {};
}

std::string capital(std::string word)
{
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
        word[0] = char(word[0] - 'a' + 'A');
    return word;
}

class Reader
{
public:
    Reader(std::string_view chinese, const library::Field& field, const library::Catalogue& catalogue, const text::Readings& readings, const std::map<std::string, std::string>& known)
        : m_text(chinese), m_field(field), m_readings(readings)
    {
        for (const auto& [han, english] : known)
            if (text::hasHan(han) && !english.empty())
                m_table.emplace(han, Rendered{han, english, "name"});
        for (const auto& phrase : catalogue.phrases) {
            if (phrase.kind == "address") { // what a name of a place ends in
                m_endings.emplace_back(phrase.zh, phrase.en);
                continue;
            }
            (phrase.kind == "unit" ? m_units : phrase.kind == "number word" ? m_numbers : m_table).emplace(phrase.zh, Rendered{phrase.zh, phrase.en, phrase.kind});
        }
        std::stable_sort(m_endings.begin(), m_endings.end(), [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
        for (const auto& term : catalogue.glossary)
            for (const auto& han : alternatives(term.zh))
                m_table.emplace(han, Rendered{han, firstOf(term.en), "term"});
        for (const auto* table : {&m_table, &m_units, &m_numbers})
            for (const auto& [han, entry] : *table)
                m_longest = std::max(m_longest, han.size());
    }

    Proposal read()
    {
        for (std::size_t at = 0; at < m_text.size();) {
            if (const auto taken = date(at) ? m_taken : counted(at) ? m_taken : entry(m_table, at) ? m_taken : 0) {
                at += taken;
                continue;
            }
            const auto size = sizeAt(m_text, at);
            const auto sign = m_text.substr(at, size);
            if (!text::hasHan(sign))
                plain(sign);
            else
                unknown(sign);
            at += size;
        }
        names();
        return finish();
    }

private:
    using Table = std::map<std::string, Rendered, std::less<>>;

    void add(Rendered part) { m_out.parts.push_back(std::move(part)); }

    void plain(std::string_view sign)
    {
        const auto latin = punctuation(sign);
        if (!m_out.parts.empty() && m_out.parts.back().kind == "plain") {
            m_out.parts.back().chinese += sign;
            m_out.parts.back().english += latin.empty() ? std::string(sign) : latin;
        } else {
            add({std::string(sign), latin.empty() ? std::string(sign) : latin, "plain"});
        }
    }

    void unknown(std::string_view sign)
    {
        if (!m_out.parts.empty() && m_out.parts.back().kind.empty())
            m_out.parts.back().chinese += sign;
        else
            add({std::string(sign), {}, {}});
    }

    /// The longest entry of @p table at @p at.
    const Rendered* longest(const Table& table, std::size_t at) const
    {
        for (auto size = std::min(m_longest, m_text.size() - at); size > 0; --size)
            if (const auto it = table.find(m_text.substr(at, size)); it != table.end())
                return &it->second;
        return nullptr;
    }

    bool entry(const Table& table, std::size_t at)
    {
        const auto* found = longest(table, at);
        if (!found)
            return false;
        add(*found);
        m_taken = found->chinese.size();
        return true;
    }

    /// 2026年9月7日, 9月7日
    bool date(std::size_t at)
    {
        const auto number = [&](std::size_t& from, std::string_view unit) {
            const auto length = digits(m_text, from);
            if (length == 0 || length > 4 || m_text.compare(from + length, unit.size(), unit) != 0)
                return 0;
            const auto value = std::stoi(std::string(m_text.substr(from, length)));
            from += length + unit.size();
            return value;
        };
        auto end = at;
        const int year = number(end, "年"), month = number(end, "月");
        int day = number(end, "日");
        day = day ? day : number(end, "号");
        const appeal::Date made{std::chrono::year{year ? year : 2024}, std::chrono::month{unsigned(month)}, std::chrono::day{unsigned(day)}};
        if (!month || !day || !made.ok())
            return false;
        m_taken = end - at;
        add({std::string(m_text.substr(at, m_taken)), dateWords(made, "en", year > 0), "date"});
        return true;
    }

    /// 316件, 三单: a number counts only with what is counted, or in digits.
    bool counted(std::size_t at)
    {
        std::string number;
        const auto ofWord = [](char c) { return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
        std::size_t length = digits(m_text, at);
        if (length > 0 && ((at > 0 && ofWord(m_text[at - 1])) || (at + length < m_text.size() && ofWord(m_text[at + length]))))
            return false; // inside an id
        if (length > 0)
            number = m_text.substr(at, length);
        else if (const auto* word = longest(m_numbers, at)) {
            length = word->chinese.size();
            number = word->english;
        }
        if (length == 0)
            return false;
        const auto* unit = at + length < m_text.size() ? longest(m_units, at + length) : nullptr;
        if (!unit && !isDigit(m_text[at]))
            return false;
        m_taken = length + (unit ? unit->chinese.size() : 0);
        auto words = unit ? unit->english : std::string{};
        if ((number == "1" || number == "one") && words.size() > 1 && words.back() == 's')
            words = words.size() > 3 && words.ends_with("ches") ? words.substr(0, words.size() - 2) : words.substr(0, words.size() - 1);
        add({std::string(m_text.substr(at, m_taken)), number + (words.empty() ? "" : " " + words), "number"});
        return true;
    }

    /// A person stands beside a role or a department, or is what the field asks for; a district or a street says so itself.
    void names()
    {
        auto& parts = m_out.parts;
        const auto beside = [&](std::size_t i, std::ptrdiff_t step) {
            auto j = std::ptrdiff_t(i) + step;
            if (j >= 0 && j < std::ptrdiff_t(parts.size()) && parts[std::size_t(j)].kind == "plain" && parts[std::size_t(j)].chinese.size() <= 4)
                j += step;
            return j >= 0 && j < std::ptrdiff_t(parts.size()) && (parts[std::size_t(j)].kind == "role" || parts[std::size_t(j)].kind == "department");
        };
        for (std::size_t i = 0; i < parts.size(); ++i) {
            auto& part = parts[i];
            if (!part.kind.empty())
                continue;
            if (m_field.type == "person" || beside(i, -1) || beside(i, 1))
                if (const auto name = m_readings.name(part.chinese)) {
                    part.english = *name;
                    part.kind = "name";
                    continue;
                }
            // 区, 路 … are words of the table; what stands before them is their name
            if (i + 1 < parts.size() && parts[i + 1].kind == "place" && parts[i + 1].chinese.size() <= 6) {
                auto whole = part;
                whole.chinese += parts[i + 1].chinese;
                place(whole);
                if (whole.kind.empty())
                    continue;
                part = std::move(whole);
                parts.erase(parts.begin() + std::ptrdiff_t(i) + 1);
                continue;
            }
            place(part);
        }
    }

    void place(Rendered& part) const
    {
        for (const auto& [ending, english] : m_endings) {
            if (part.chinese.size() < ending.size() + 6 || part.chinese.size() > ending.size() + 12 || !std::string_view(part.chinese).ends_with(ending))
                continue;
            std::string name;
            for (const auto& sound : m_readings.of(std::string_view(part.chinese).substr(0, part.chinese.size() - ending.size())))
                for (const char c : sound.syllable)
                    name += c == 'v' ? 'u' : c;
            if (name.empty())
                return;
            part.english = capital(name) + (english.empty() ? "" : " " + english);
            part.kind = "place";
            return;
        }
    }

    Proposal finish()
    {
        auto& parts = m_out.parts;
        const bool known = std::none_of(parts.begin(), parts.end(), [](const Rendered& part) { return part.kind.empty(); });
        const auto words = std::count_if(parts.begin(), parts.end(), [](const Rendered& part) { return part.kind != "plain"; });
        if (m_field.type == "person") {
            std::string name, role;
            for (const auto& part : parts) {
                if (part.kind == "name" || part.kind.empty())
                    name += (name.empty() ? "" : " ") + (part.kind.empty() ? "【" + part.chinese + "】" : part.english);
                else if (part.kind != "plain")
                    role += (role.empty() ? "" : " ") + part.english;
            }
            m_out.english = name + (name.empty() || role.empty() ? "" : ", ") + role;
            m_out.complete = known && words > 0 && !name.empty();
            return std::move(m_out);
        }
        for (const auto& part : parts) {
            const auto shown = part.kind.empty() ? "【" + part.chinese + "】" : part.english;
            const bool blank = !m_out.english.empty() && m_out.english.back() != ' ' && m_out.english.back() != '(' && part.kind != "plain" && !shown.empty();
            m_out.english += (blank ? " " : "") + shown;
        }
        while (!m_out.english.empty() && m_out.english.back() == ' ')
            m_out.english.pop_back();
        // Chinese and English order their words differently: only what is one expression, or a list of such, is put together
        static const std::set<std::string> kNoun{"role", "department", "place", "thing", "term", "name", "date", "number", "time"};
        bool list = true, first = true;
        for (const auto& part : parts) {
            if (part.kind == "plain")
                first = true;
            else {
                list = list && (first || (part.kind == "number")) && (kNoun.count(part.kind) > 0 || part.kind == "deed");
                first = false;
            }
        }
        m_out.complete = known && words > 0 && list;
        return std::move(m_out);
    }

    std::string_view m_text;
    const library::Field& m_field;
    const text::Readings& m_readings;
    Table m_table, m_units, m_numbers;
    std::vector<std::pair<std::string, std::string>> m_endings; ///< of places, longer ones first
    std::size_t m_longest = 0, m_taken = 0;
    Proposal m_out;
};

} // namespace

Proposal fromChinese(std::string_view chinese, const library::Field& field, const library::Catalogue& catalogue, const text::Readings& readings, const std::map<std::string, std::string>& known)
{
    return Reader(chinese, field, catalogue, readings, known).read();
}

} // namespace letter
