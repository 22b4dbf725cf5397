#include "letter/compose.h"

#include "letter/value_text.h"
#include "text/decode.h"

#include <algorithm>
#include <array>

namespace letter {

namespace {

constexpr std::array kMonths{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isIdChar(char c) { return isDigit(c) || isUpper(c); }

std::string_view baseType(std::string_view type)
{
    return type.size() > 2 && type.substr(type.size() - 2) == "[]" ? type.substr(0, type.size() - 2) : type;
}

bool isList(std::string_view type)
{
    return type == "asin_list" || type == "order_list" || (type.size() > 2 && type.substr(type.size() - 2) == "[]");
}

/// Digits with at most one point; @p sign allows a leading minus.
bool isNumber(std::string_view text)
{
    if (text.empty() || !isDigit(text.front()) || !isDigit(text.back()))
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return isDigit(c) || c == '.'; }) && std::count(text.begin(), text.end(), '.') <= 1;
}

std::string withoutCommas(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != ',')
            out += text[i];
    return out;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n' || text.front() == '\r'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

bool looksLikeAsin(std::string_view id)
{
    if (id.size() != 10)
        return false;
    if (id.substr(0, 2) == "B0")
        return std::all_of(id.begin(), id.end(), isIdChar);
    return std::all_of(id.begin(), id.begin() + 9, isDigit) && (isDigit(id[9]) || id[9] == 'X');
}

bool digitsBetween(std::string_view id, std::size_t least, std::size_t most)
{
    return id.size() >= least && id.size() <= most && std::all_of(id.begin(), id.end(), isDigit);
}

bool isHex24(std::string_view id)
{
    return id.size() == 24 && std::all_of(id.begin(), id.end(), [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
}

/// Forms of listing and order ids: catalogue, section 0, "Identifiers". A masked id ("B0XXX…*") is accepted as written.
bool listingFits(std::string_view id, std::string_view marketplace)
{
    if (id.find('*') != id.npos)
        return true;
    if (marketplace == "ebay")
        return digitsBetween(id, 12, 12);
    if (marketplace == "wish")
        return isHex24(id);
    if (marketplace == "walmart")
        return digitsBetween(id, 8, 11);
    if (marketplace == "etsy")
        return digitsBetween(id, 9, 12);
    return looksLikeAsin(id);
}

bool amazonOrder(std::string_view id)
{
    if (id.size() != 19 || id[3] != '-' || id[11] != '-' || !(isDigit(id[0]) || isUpper(id[0])))
        return false;
    for (std::size_t i = 1; i < id.size(); ++i)
        if (i != 3 && i != 11 && !isDigit(id[i]))
            return false;
    return true;
}

bool orderFits(std::string_view id, std::string_view marketplace)
{
    if (id.find('*') != id.npos)
        return true;
    const auto plain = [&] { return std::all_of(id.begin(), id.end(), [](char c) { return isDigit(c) || c == '-'; }); };
    if (marketplace == "ebay")
        return (id.size() == 14 && id[2] == '-' && id[8] == '-' && plain()) || (id.size() >= 20 && plain());
    if (marketplace == "wish")
        return isHex24(id);
    if (marketplace == "walmart")
        return digitsBetween(id, 13, 15) || (id.size() == 14 && id[7] == '-' && plain());
    if (marketplace == "etsy")
        return digitsBetween(id, 10, 10);
    return amazonOrder(id);
}

std::string thousands(std::string_view number)
{
    const auto point = number.find('.');
    auto whole = std::string(number.substr(0, point));
    if (whole.front() != '0')
        for (int i = int(whole.size()) - 3; i > 0; i -= 3)
            whole.insert(std::size_t(i), ",");
    return whole + (point == number.npos ? "" : std::string(number.substr(point)));
}

} // namespace

std::vector<std::string> items(std::string_view type, std::string_view written)
{
    // ids hold neither blanks nor signs: pasted out of a table, a mail or a JSON array they are told apart by whatever stands between them
    const bool ids = type == "asin_list" || type == "order_list";
    const auto ofId = [](char c) { return isDigit(c) || isUpper(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '*' || c == '_' || c == '.' || c == '#'; };
    std::vector<std::string> out;
    std::string now;
    const auto flush = [&] {
        auto item = trimmed(now);
        while (ids && !item.empty() && (item.back() == '.' || item.back() == '-'))
            item.remove_suffix(1);
        if (!item.empty() && !(ids && item == "and") && std::find(out.begin(), out.end(), item) == out.end())
            out.emplace_back(item);
        now.clear();
    };
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char c = written[i];
        if (written.substr(i, 3) == "；") {
            flush();
            i += 2;
        } else if (c == ';' || c == '\n' || (ids && !ofId(c))) {
            flush();
        } else {
            now += c;
        }
    }
    flush();
    return out;
}

std::string normaliseValue(const library::Field& field, std::string_view typed)
{
    const auto value = trimmed(typed);
    if (isList(field.type)) {
        std::string out;
        for (auto& item : items(field.type, value)) {
            if (field.type == "asin_list" && item.size() == 10 && item.substr(0, 2) == "b0")
                for (auto& c : item)
                    c = c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
            out += (out.empty() ? "" : field.type == "asin_list" || field.type == "order_list" ? ", " : "; ") + item;
        }
        return out;
    }
    if (field.type == "number")
        return withoutCommas(value);
    if (field.type == "percentage") {
        auto out = withoutCommas(value);
        std::erase(out, ' ');
        if (const auto wide = out.find("％"); wide != out.npos)
            out.replace(wide, 3, "%");
        return !out.empty() && isNumber(out) ? out + "%" : out;
    }
    if (field.type == "money")
        return withoutCommas(value);
    return std::string(value);
}

std::string checkValue(const library::Field& field, std::string_view written, std::string_view marketplace, appeal::Date today)
{
    (void)today;
    if (written.empty())
        return {};
    if (!text::validUtf8(written))
        return "value.not_text";
    if (isList(field.type)) {
        const auto all = items(field.type, written);
        if (all.empty())
            return "value.empty_list";
        for (const auto& item : all) {
            if (field.type == "asin_list" && !listingFits(item, marketplace))
                return "value.not_a_listing_id";
            if (field.type == "order_list" && !orderFits(item, marketplace))
                return "value.not_an_order_id";
            if (!isList(std::string(baseType(field.type))) && baseType(field.type) != field.type) {
                auto one = field;
                one.type = std::string(baseType(field.type));
                if (const auto why = checkValue(one, item, marketplace, today); !why.empty())
                    return why;
            }
        }
        return {};
    }
    if (field.type == "number")
        return isNumber(written) ? "" : "value.not_a_number";
    if (field.type == "date")
        return appeal::parseDate(written) ? "" : "value.not_a_date";
    if (field.type == "percentage")
        return written.back() == '%' && isNumber(written.substr(0, written.size() - 1)) ? "" : "value.not_a_percentage";
    if (field.type == "money")
        return written.size() > 4 && std::all_of(written.begin(), written.begin() + 3, isUpper) && written[3] == ' ' && isNumber(written.substr(4)) ? "" : "value.not_money";
    if (field.type == "time")
        return written.size() >= 5 && isDigit(written[0]) && isDigit(written[1]) && written[2] == ':' && isDigit(written[3]) && isDigit(written[4])
                && written.substr(0, 2) < "24" && written[3] < '6' && (written.size() == 5 || written[5] == ' ')
            ? ""
            : "value.not_a_time";
    if (field.type == "yes_no")
        return written == "yes" || written == "no" ? "" : "value.not_yes_no";
    if (field.type == "choice")
        return std::any_of(field.options.begin(), field.options.end(), [&](const library::Option& o) { return o.id == written; }) || field.options.empty() ? "" : "value.not_a_choice";
    if ((field.type == "text" || field.type == "person") && written.find('\n') != written.npos)
        return "value.one_line";
    return {};
}

std::string dateWords(appeal::Date day, const appeal::Language& language, bool year)
{
    const auto y = std::to_string(int(day.year()));
    const auto m = unsigned(day.month());
    const auto d = std::to_string(unsigned(day.day()));
    if (language == "zh")
        return (year ? y + "年" : "") + std::to_string(m) + "月" + d + "日";
    return d + " " + kMonths[m - 1] + (year ? " " + y : "");
}

std::string joined(const std::vector<std::string>& list, const appeal::Language& language)
{
    std::string out;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0)
            out += language == "zh" ? (i + 1 == list.size() ? "和" : "、") : (i + 1 == list.size() ? " and " : ", ");
        out += list[i];
    }
    return out;
}

std::string shown(const library::Field& field, std::string_view written, const appeal::Language& language)
{
    if (isList(field.type)) {
        auto all = items(field.type, written);
        if (baseType(field.type) != field.type) {
            auto one = field;
            one.type = std::string(baseType(field.type));
            for (auto& item : all)
                item = shown(one, item, language);
        }
        return joined(all, language);
    }
    if (field.type == "date")
        if (const auto day = appeal::parseDate(written))
            return dateWords(*day, language);
    if (field.type == "number" && isNumber(written))
        return thousands(written);
    if (field.type == "money" && written.size() > 4)
        return std::string(written.substr(0, 4)) + thousands(written.substr(4));
    if (field.type == "choice")
        for (const auto& option : field.options)
            if (option.id == written)
                return library::in(option.label, language);
    if (field.type == "yes_no")
        return language == "zh" ? (written == "yes" ? "是" : "否") : std::string(written);
    if (field.type == "time")
        return zoneInWords(written, language);
    return std::string(written);
}

/// "10:42 Asia/Shanghai" -> "10:42 China time"; zones without words are called by their city.
std::string zoneInWords(std::string_view written, const appeal::Language& language)
{
    const auto blank = written.find(' ');
    if (blank == written.npos)
        return std::string(written);
    const auto clock = std::string(written.substr(0, blank));
    const auto zone = std::string(written.substr(blank + 1));
    struct Row { std::string_view zone, en, zh; };
    constexpr std::array rows{Row{"Asia/Shanghai", "China time", "北京时间"}, Row{"Asia/Hong_Kong", "Hong Kong time", "香港时间"}, Row{"America/Los_Angeles", "Pacific time", "太平洋时间"},
        Row{"America/New_York", "Eastern time", "美国东部时间"}, Row{"Europe/London", "UK time", "英国时间"}, Row{"Europe/Berlin", "Central European time", "欧洲中部时间"}, Row{"UTC", "UTC", "UTC"}};
    std::string words = zone.substr(zone.rfind('/') == zone.npos ? 0 : zone.rfind('/') + 1);
    std::replace(words.begin(), words.end(), '_', ' ');
    if (zone.find('/') != zone.npos)
        words = language == "zh" ? "当地时间" : words + " time";
    for (const auto& row : rows)
        if (row.zone == zone)
            words = std::string(language == "zh" ? row.zh : row.en);
    return language == "zh" ? clock + "（" + words + "）" : clock + " " + words;
}

} // namespace letter
