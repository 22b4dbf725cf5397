#include "storage/case_store.h"

#include "storage/describe.h"
#include "text/decode.h"

#include <algorithm>

namespace storage {

namespace {

using appeal::Error;
using archive::Json;

constexpr int kFormat = 1;

/// Numbers given later must lie above every id in the file; what points at nothing is dropped.
void mend(appeal::Case& c)
{
    const auto raise = [&](const std::string& id) {
        const auto digits = id.find_last_not_of("0123456789");
        const auto number = digits == id.npos ? id : id.substr(digits + 1);
        if (!number.empty() && number.size() < 16)
            c.lastNumber = std::max(c.lastNumber, std::int64_t(std::stoll(number)));
    };
    const auto unique = [&](auto& list) {
        std::set<std::string> seen;
        std::erase_if(list, [&](const auto& e) { return e.id.empty() || !seen.insert(e.id).second; });
        for (const auto& e : list)
            raise(e.id);
    };
    c.lastNumber = std::clamp<std::int64_t>(c.lastNumber, 0, 1000000000000);
    unique(c.documents);
    unique(c.causes);
    unique(c.deadlines);
    unique(c.records);
    unique(c.evidence);
    unique(c.letters);
    unique(c.events);
    for (auto& letter : c.letters) {
        unique(letter.picks);
        if (!letter.sent.empty() && std::none_of(c.events.begin(), c.events.end(), [&](const appeal::Event& e) { return e.id == letter.sent; }))
            letter.sent.clear();
        if (letter.sent.empty())
            std::erase_if(letter.picks, [&](const appeal::Pick& p) { return !p.prints.empty() && !appeal::findRecord(c, p.prints); });
        for (auto& pick : letter.picks)
            pick.variant = std::clamp(pick.variant, 0, 10000);
    }
    if (!appeal::findLetter(c, c.letter))
        c.letter = c.letters.empty() ? std::string{} : c.letters.back().id;
    std::erase_if(c.corrections, [&](const appeal::Correction& x) {
        const auto* document = appeal::findDocument(c, x.document);
        return !document || x.start > x.end || x.end > document->text.size();
    });
    for (auto& deadline : c.deadlines)
        if (const auto* document = appeal::findDocument(c, deadline.document); deadline.start > deadline.end || (document && deadline.end > document->text.size()))
            deadline.start = deadline.end = 0;
    std::erase_if(c.ticks, [&](const auto& tick) { return !appeal::findRecord(c, tick.first); });
}

} // namespace

namespace archive {

std::variant<Json, Trouble> parse(std::string_view text)
{
    const auto lineAndColumn = [&](std::size_t byte) {
        std::size_t line = 1, column = 1;
        for (std::size_t i = 0; i < std::min(byte, text.size()); ++i)
            if (text[i] == '\n') {
                ++line;
                column = 1;
            } else {
                ++column;
            }
        return std::to_string(line) + ":" + std::to_string(column);
    };
    // nothing of ours is deeper than ten levels; a hostile file must not exhaust the stack
    int depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if ((c == '{' || c == '[') && ++depth > 64) {
            return Trouble{lineAndColumn(i), "nested too deeply"};
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& e) {
        std::string what = e.what();
        if (const auto colon = what.rfind(": "); colon != what.npos)
            what = what.substr(colon + 2);
        return Trouble{lineAndColumn(e.byte > 0 ? e.byte - 1 : 0), "this is no JSON: " + what};
    } catch (const Json::exception& e) {
        return Trouble{"1:1", e.what()};
    }
}

} // namespace archive

std::string toJson(const appeal::Case& c)
{
    Json out{{"format", kFormat}};
    const auto members = archive::Writer::write(c); // a name of its own: items() keeps a reference
    for (const auto& [key, value] : members.items())
        out[key] = value;
    if (!c.more.empty())
        if (const auto more = Json::parse(c.more, nullptr, false); more.is_object())
            for (const auto& [key, value] : more.items())
                if (!out.contains(key))
                    out[key] = value;
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

appeal::Result<appeal::Case> caseFromJson(std::string_view json, std::string_view name)
{
    const std::string where(name);
    if (!text::validUtf8(json))
        return Error{Error::Code::Unreadable, where, "this is no valid text (UTF-8)"};
    auto parsed = archive::parse(json);
    if (const auto* trouble = std::get_if<archive::Trouble>(&parsed))
        return Error{Error::Code::Unreadable, where + ":" + trouble->path, trouble->what};
    const auto& root = std::get<Json>(parsed);
    if (!root.is_object())
        return Error{Error::Code::Unreadable, where + ":1:1", "this is no case file"};
    const auto format = root.find("format");
    if (format == root.end())
        return Error{Error::Code::Unreadable, where + ":1:1", "this is no case file: \"format\" is missing"};
    if (!format->is_number_integer() || *format != kFormat)
        return Error{format->is_number() ? Error::Code::NewerFormat : Error::Code::Unreadable, where, "format " + format->dump() + "; this version reads format 1"};
    try {
        appeal::Case c;
        archive::Reader reader(root, "");
        int ignored = 0;
        reader("format", ignored);
        archive::describe(reader, c);
        if (const auto more = reader.unknown(); !more.empty())
            c.more = more.dump();
        mend(c);
        return c;
    } catch (const archive::Refused& refused) {
        return Error{Error::Code::Unreadable, where, refused.trouble.path + ": " + refused.trouble.what};
    }
}

} // namespace storage
