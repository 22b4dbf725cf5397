#include "storage/case_store.h"

#include "storage/describe.h"
#include "text/decode.h"

#include <algorithm>
#include <set>

namespace storage {

namespace {

using appeal::Error;
using archive::Json;

constexpr int kFormat = 1;
constexpr std::size_t kDigits = 15;                      ///< of a number in an id
constexpr std::int64_t kHighest = 4'000'000'000'000'000; ///< of `last_number`: above every id that counts, far from what a number can hold

/// The number at the end of an id; 0 where there is none that ids of ours could reach.
std::int64_t numberOf(const std::string& id)
{
    const auto digits = id.find_last_not_of("0123456789");
    const auto number = digits == id.npos ? id : id.substr(digits + 1);
    return number.empty() || number.size() > kDigits ? 0 : std::stoll(number);
}

template <typename List>
std::set<std::string> idsOf(const List& list)
{
    std::set<std::string> out;
    for (const auto& element : list)
        out.insert(element.id);
    return out;
}

/// What has no id, or one that stands before it already, gets a fresh one; references mean the first.
template <typename List, typename Fresh>
void nameApart(List& list, Fresh fresh)
{
    std::set<std::string> seen;
    for (auto& element : list) {
        while (element.id.empty() || seen.count(element.id) != 0)
            element.id = fresh();
        seen.insert(element.id);
    }
}

/// Numbers given later must lie above every id in the file, ids must be unique, and what points at nothing is dropped.
/// A case that edits alone have made is not changed by it (but for what an edit itself pointed at nothing).
void mend(appeal::Case& c)
{
    c.lastNumber = std::clamp<std::int64_t>(c.lastNumber, 0, kHighest);
    const auto raise = [&](const auto& list) {
        for (const auto& element : list)
            c.lastNumber = std::max(c.lastNumber, numberOf(element.id));
    };
    raise(c.documents), raise(c.deadlines), raise(c.records), raise(c.evidence), raise(c.events); // letters count apart
    for (const auto& letter : c.letters)
        raise(letter.picks);

    const auto numbered = [&](const char* prefix) { return [&c, prefix] { return prefix + std::to_string(++c.lastNumber); }; };
    nameApart(c.documents, numbered("d"));
    nameApart(c.deadlines, numbered("t"));
    nameApart(c.records, numbered("r"));
    nameApart(c.evidence, numbered("e"));
    nameApart(c.events, numbered("v"));
    nameApart(c.letters, [given = idsOf(c.letters), number = c.letters.size()]() mutable {
        do
            ++number;
        while (given.count(std::to_string(number)) != 0);
        return std::to_string(number);
    });
    for (auto& letter : c.letters)
        nameApart(letter.picks, numbered("p"));
    std::set<std::string> causes; // their ids are the catalogue's: one without is none
    std::erase_if(c.causes, [&](const appeal::ChosenCause& cause) { return cause.id.empty() || !causes.insert(cause.id).second; });

    const auto events = idsOf(c.events), records = idsOf(c.records);
    for (auto& letter : c.letters) {
        if (events.count(letter.sent) == 0)
            letter.sent.clear();
        if (letter.sent.empty())
            std::erase_if(letter.picks, [&](const appeal::Pick& p) { return !p.prints.empty() && records.count(p.prints) == 0; });
        for (auto& pick : letter.picks)
            pick.variant = std::clamp(pick.variant, 0, 10000);
    }
    if (!appeal::findLetter(c, c.letter))
        c.letter = c.letters.empty() ? std::string{} : c.letters.back().id;

    std::map<std::string, std::size_t> sizes;
    for (const auto& document : c.documents)
        sizes[document.id] = document.text.size();
    std::erase_if(c.corrections, [&](const appeal::Correction& x) {
        const auto size = sizes.find(x.document);
        return size == sizes.end() || x.start > x.end || x.end > size->second;
    });
    for (auto& deadline : c.deadlines)
        if (const auto size = sizes.find(deadline.document); deadline.start > deadline.end || (size != sizes.end() && deadline.end > size->second))
            deadline.start = deadline.end = 0;
    std::erase_if(c.ticks, [&](const auto& tick) { return records.count(tick.first) == 0; });
}

} // namespace

std::string toJson(const appeal::Case& c)
{
    Json out{{"format", kFormat}};
    auto& members = out.get_ref<Json::object_t&>();
    auto written = archive::Writer::write(c); // a name of its own: the loop keeps a reference
    for (auto& [key, value] : written.get_ref<Json::object_t&>())
        members.push_back({key, std::move(value)});
    const auto known = std::ptrdiff_t(members.size());
    if (!c.more.empty())
        if (const auto more = archive::Parsed::parse(c.more, nullptr, false); more.is_object())
            for (const auto& [key, value] : more.items())
                if (std::none_of(members.begin(), members.begin() + known, [&name = key](const auto& member) { return member.first == name; }))
                    members.push_back({key, value});
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
    const auto& root = std::get<archive::Parsed>(parsed);
    if (!root.is_object())
        return Error{Error::Code::Unreadable, where + ":1:1", "this is no case file"};
    const auto format = root.find("format");
    if (format == root.end())
        return Error{Error::Code::Unreadable, where + ":1:1", "this is no case file: \"format\" is missing"};
    if (!format->is_number())
        return Error{Error::Code::Unreadable, where, "/format: a whole number is wanted"};
    if (!format->is_number_integer() || *format != kFormat)
        return Error{Error::Code::NewerFormat, where, "format " + format->dump() + "; this version reads format 1"};
    try {
        appeal::Case c;
        const archive::Path path;
        archive::Reader reader(root, path);
        reader.skip("format");
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
