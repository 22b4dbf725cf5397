#include "submit/rules.h"

#include <algorithm>
#include <array>
#include <set>

namespace submit {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool word(char c) { return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

std::string digitsOf(std::string_view text)
{
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), digit);
    return out;
}

/// A telephone number in a text: its bytes and its digits.
struct Phone { std::size_t begin, end; std::string digits; };

std::vector<Phone> phonesIn(std::string_view text)
{
    std::vector<Phone> out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool plus = text[at] == '+' || (text.substr(at, 3) == "＋");
        if (!plus && !digit(text[at]))
            continue;
        if (!plus && at > 0 && ((word(text[at - 1]) && static_cast<unsigned char>(text[at - 1]) < 0x80) || text[at - 1] == '-' || text[at - 1] == '.'))
            continue;
        Phone p{at, at, {}};
        for (auto i = at + (plus ? (text[at] == '+' ? 1 : 3) : 0); i < text.size() && p.digits.size() < 16; ++i) {
            if (digit(text[i])) {
                p.digits += text[i];
                p.end = i + 1;
            } else if (text[i] != ' ' && text[i] != '-' && text[i] != '(' && text[i] != ')' && text[i] != '.') {
                break;
            } else if (i + 1 < text.size() && text[i] == ' ' && text[i + 1] == ' ') {
                break;
            }
        }
        if (p.digits.size() >= (plus ? 8u : 7u) && p.digits.size() <= 15)
            out.push_back(p);
        at = std::max(at, p.end > 0 ? p.end - 1 : at);
    }
    return out;
}

/// Every place of @p value in @p text that begins and ends where words do. Both in small letters.
std::vector<std::size_t> placesOf(std::string_view value, std::string_view text)
{
    std::vector<std::size_t> out;
    const bool han = static_cast<unsigned char>(value.front()) >= 0x80;
    for (auto at = text.find(value); at != text.npos; at = text.find(value, at + value.size())) {
        const bool starts = han || at == 0 || !word(text[at - 1]);
        const auto end = at + value.size();
        const bool ends = static_cast<unsigned char>(value.back()) >= 0x80 || end == text.size() || !word(text[end]);
        if (starts && ends)
            out.push_back(at);
    }
    return out;
}

} // namespace

void foreignIdentity(const Scene& scene, Out& out)
{
    if (!scene.around.c || scene.around.foreign.empty())
        return;
    const auto text = asciiLower(scene.body.text);
    std::set<std::string> own, ownPhones;
    for (const auto& [ref, fact] : scene.around.c->facts)
        for (const auto& [language, value] : fact.value) {
            own.insert(asciiLower(value));
            if (ref.name == "contact_phone")
                ownPhones.insert(digitsOf(value));
        }
    const auto phones = phonesIn(scene.body.text);
    std::set<std::size_t> told;
    for (const auto& identity : scene.around.foreign) {
        if (identity.value.size() < 4 || out.full())
            continue;
        const auto add = [&](std::size_t begin, std::size_t end) {
            if (told.insert(begin).second)
                fill(out.at(begin, end), "what", [&] {
                    const auto* fact = scene.catalogue.fact("case", identity.kind);
                    return fact ? fact->label : library::Words{{"en", identity.kind}};
                }());
        };
        if (identity.kind == "contact_phone") {
            const auto digits = digitsOf(identity.value);
            for (const auto& p : phones)
                if (digits.size() >= 7 && !ownPhones.count(digits) && (p.digits == digits || (p.digits.size() >= 7 && digits.size() > p.digits.size() && digits.compare(digits.size() - p.digits.size(), p.digits.npos, p.digits) == 0)))
                    add(p.begin, p.end);
            continue;
        }
        const auto value = asciiLower(identity.value);
        // shared with this seller, or part of a name of its own
        if (std::any_of(own.begin(), own.end(), [&](const std::string& mine) { return mine.find(value) != mine.npos; }))
            continue;
        for (const auto at : placesOf(value, text))
            add(at, at + value.size());
    }
}

namespace {

struct Kind { const char* fact; const char* entities; };
constexpr std::array kIds{Kind{"asins", "asins"}, Kind{"order_ids", "order_ids"}, Kind{"complaint_ids", "complaint_ids"}};
constexpr std::size_t kCounted = 10; ///< from so many on an id list may stand as its count with a table (LETTERS 7)
constexpr std::size_t kShown = 3;

std::vector<std::string> parted(std::string_view list)
{
    std::vector<std::string> out;
    std::string now;
    for (const char c : list) {
        if (c == ',' || c == ';' || c == ' ' || c == '\n') {
            if (!now.empty())
                out.push_back(std::move(now));
            now.clear();
        } else {
            now += c;
        }
    }
    if (!now.empty())
        out.push_back(std::move(now));
    return out;
}

/// The ids that the notice names: from its reading, else from the case.
std::vector<std::string> wantedIds(const Scene& scene, const Kind& kind)
{
    std::vector<std::string> out;
    if (scene.around.reading) {
        for (const auto& entity : scene.around.reading->entities)
            if (entity.kind == kind.entities && entity.doubtful.empty())
                out.push_back(entity.value);
        return out;
    }
    const auto it = scene.around.c->facts.find({appeal::Scope::Case, {}, kind.fact});
    return it == scene.around.c->facts.end() ? out : parted(appeal::anyOf(it->second.value));
}

bool requires_(const library::LetterKind& kind, std::initializer_list<std::string_view> names)
{
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        return std::find(kind.required.begin(), kind.required.end(), name) != kind.required.end()
            || std::any_of(kind.facts.begin(), kind.facts.end(), [&](const library::Field& f) { return f.name == name && f.required; });
    });
}

} // namespace

void missingIdentifiers(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    bool told = false;
    if (scene.around.c && scene.is("appeal"))
        for (const auto& kind : kIds) {
            const auto ids = wantedIds(scene, kind);
            std::vector<std::string> lacking;
            for (const auto& id : ids)
                if (body.text.find(id) == body.text.npos)
                    lacking.push_back(id);
            if (lacking.empty())
                continue;
            const auto count = std::to_string(ids.size());
            const bool counted = ids.size() >= kCounted && std::any_of(body.tokens.list.begin(), body.tokens.list.end(), [&](const Token& t) { return body.tokens.fold(t) == count; });
            if (counted)
                continue;
            std::string shown;
            for (std::size_t i = 0; i < lacking.size() && i < kShown; ++i)
                shown += (i > 0 ? ", " : "") + lacking[i];
            if (lacking.size() > kShown)
                shown += " …";
            auto& finding = out.whole({{"ids", shown}, {"count", std::to_string(lacking.size())}});
            finding.place.fact = kind.fact;
            told = true;
        }
    if (told || !scene.kind || !requires_(*scene.kind, {"asins", "order_id", "order_ids", "complaint_ids"}))
        return;
    if (std::any_of(body.tokens.list.begin(), body.tokens.list.end(), [](const Token& t) { return t.id; }))
        return;
    auto& finding = out.whole({}, "none");
    finding.place.fact = requires_(*scene.kind, {"order_id"}) ? "order_id" : requires_(*scene.kind, {"asins"}) ? "asins" : "order_ids";
}

void missingPhone(const Scene& scene, Out& out)
{
    static constexpr std::array<std::string_view, 10> kLabels{"phone", "tel", "call", "mobile", "reach", "cell", "contact", "电话", "手机", "致电"};
    const auto text = asciiLower(scene.body.text);
    for (const auto& p : phonesIn(scene.body.text)) {
        if (scene.body.text[p.begin] == '+' || scene.body.text.substr(p.begin, 3) == "＋")
            return;
        // without a country's sign it may be any number: its line says what it is
        const auto line = text.rfind('\n', p.begin);
        const auto before = std::string_view(text).substr(line == text.npos ? 0 : line, p.begin - (line == text.npos ? 0 : line));
        if (std::any_of(kLabels.begin(), kLabels.end(), [&](std::string_view label) { return before.find(label) != before.npos; }))
            return;
    }
    // a gap that asks for the number is told once, as a gap
    if (scene.body.composed && std::find(scene.around.letter->missing.begin(), scene.around.letter->missing.end(), "contact_phone") != scene.around.letter->missing.end())
        return;
    out.whole().place.fact = "contact_phone";
}

void missingSignature(const Scene& scene, Out& out)
{
    for (const auto& b : scene.body.blocks)
        if (b.section == "signature" && b.tokensEnd > b.tokens)
            return;
    out.whole().place.fact = "contact_name";
}

void genericSalutation(const Scene& scene, Out& out)
{
    if (!scene.kind || !scene.kind->section("salutation") || scene.kind->to == "buyer")
        return;
    if (std::none_of(scene.body.blocks.begin(), scene.body.blocks.end(), [](const Block& b) { return b.section == "salutation"; }))
        out.whole({}, "none");
}

} // namespace submit
