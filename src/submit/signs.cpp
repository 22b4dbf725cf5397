#include "submit/rules.h"

#include <algorithm>
#include <array>
#include <set>

namespace submit {

namespace {

bool addressSign(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '/' || c == ':' || c == '?' || c == '=' || c == '&' || c == '%' || c == '#' || c == '~' || c == '+';
}

/// The host of an address: "https://www.example.com/x" -> "example.com".
std::string hostOf(std::string_view address)
{
    if (const auto scheme = address.find("://"); scheme != address.npos)
        address.remove_prefix(scheme + 3);
    auto host = asciiLower(address.substr(0, address.find_first_of("/?#:")));
    if (host.substr(0, 4) == "www.")
        host.erase(0, 4);
    return host;
}

/// Is it a page of a marketplace itself, such as its policies?
bool ownPage(const Scene& scene, const std::string& host)
{
    for (const auto& marketplace : scene.catalogue.marketplaces)
        for (const auto& store : marketplace.stores)
            if (!store.domain.empty() && (host == store.domain || (host.size() > store.domain.size() && host.compare(host.size() - store.domain.size() - 1, host.npos, "." + store.domain) == 0)))
                return scene.marketplace.empty() || marketplace.id == scene.marketplace;
    return false;
}

} // namespace

void externalLink(const Scene& scene, Out& out)
{
    const auto& text = scene.body.text;
    const auto lower = asciiLower(text);
    const auto clouds = out.check().body["hosts"].strings();
    std::set<std::size_t> seen;
    std::vector<std::string> starts{"http://", "https://", "www."};
    starts.insert(starts.end(), clouds.begin(), clouds.end());
    const auto places = placesOfAll(lower, starts);
    for (std::size_t i = 0; i < starts.size(); ++i)
        for (const auto at : places[i]) {
            const auto& start = starts[i];
            auto begin = at;
            while (begin > 0 && addressSign(text[begin - 1]))
                --begin;
            auto end = at;
            while (end < text.size() && addressSign(text[end]))
                ++end;
            while (end > at && (text[end - 1] == '.' || text[end - 1] == ':' || text[end - 1] == '?'))
                --end;
            const auto address = text.substr(begin, end - begin);
            const bool mail = begin > 0 && text[begin - 1] == '@';
            if (address.size() <= start.size() - (start.back() == '.' ? 0 : 1) || mail || scene.body.quotedAt(at) || out.full() || !seen.insert(begin).second)
                continue;
            const bool buyer = scene.is("buyer");
            if (!buyer && ownPage(scene, hostOf(address)))
                continue;
            out.at(begin, end, {}, buyer ? "buyer" : "");
        }
}

namespace {

/// Signs that come through every form: typographic quotes, dashes, bullets, currencies and the like.
bool usual(char32_t c)
{
    if (c < 0x80)
        return true;
    static constexpr std::array<char32_t, 27> kUsual{0xA0, 0xA3, 0xA5, 0xA7, 0xA9, 0xAE, 0xB0, 0xB1, 0xB7, 0xBD, 0xBC, 0xBE, 0xD7, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2026, 0x20AC, 0x2122, 0xFEFF};
    return std::find(kUsual.begin(), kUsual.end(), c) != kUsual.end();
}

bool accented(char32_t c) { return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF); }
bool fullwidth(char32_t c) { return (c >= 0xFF01 && c <= 0xFF5E) || c == 0x3001 || c == 0x3002 || c == 0x3000 || (c >= 0x3008 && c <= 0x3011) || (c >= 0x300A && c <= 0x300F); }

/// An accent in a name is its spelling; in a common word it is a slip. Broken encodings look like "Ã©".
bool strayAccent(std::string_view text, std::size_t at, std::size_t length)
{
    std::size_t next = 0;
    const auto c = codePoint(text, at, next);
    if (c == 0xC3 || c == 0xC2 || c == 0xE2) {
        std::size_t after = 0;
        const auto follower = at + length < text.size() ? codePoint(text, at + length, after) : U' ';
        if (follower >= 0x80 && follower < 0x2123 && !accented(follower))
            return true;
        if (c == 0xE2 && (follower == 0x20AC || follower == 0x80))
            return true;
    }
    auto begin = at;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n' && text[begin - 1] != '(' && text[begin - 1] != '"' && at - begin < 40)
        --begin;
    std::size_t first = 0;
    const auto initial = codePoint(text, begin, first);
    return !((initial >= 'A' && initial <= 'Z') || (initial >= 0xC0 && initial <= 0xDE));
}

} // namespace

void nonEnglishCharacters(const Scene& scene, Out& out)
{
    const auto& text = scene.body.text;
    std::size_t runBegin = 0, runEnd = 0;
    const auto flush = [&] {
        if (runEnd > runBegin && !out.full() && !scene.body.quotedAt(runBegin))
            out.at(runBegin, runEnd);
        runBegin = runEnd = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 0;
        const auto c = codePoint(text, at, length);
        const bool foreign = !usual(c) && !fullwidth(c) && (!accented(c) || strayAccent(text, at, length));
        // full-width signs and blanks between characters of a run belong to it
        if (foreign) {
            if (runEnd == 0)
                runBegin = at;
            runEnd = at + length;
        } else if (runEnd > 0 && !(fullwidth(c) && runEnd + length * 2 >= at)) {
            if (c != ' ' || at > runEnd)
                flush();
        }
        at += length;
    }
    flush();
}

void fullwidthPunctuation(const Scene& scene, Out& out)
{
    const auto& text = scene.body.text;
    char32_t before = U' ';
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 0;
        const auto c = codePoint(text, at, length);
        if (!fullwidth(c)) {
            before = c;
            at += length;
            continue;
        }
        auto end = at;
        std::string plain;
        while (end < text.size()) {
            std::size_t more = 0;
            const auto next = codePoint(text, end, more);
            if (!fullwidth(next))
                break;
            char ascii = ' ';
            if (next >= 0xFF01 && next <= 0xFF5E)
                ascii = static_cast<char>(next - 0xFEE0);
            else if (next == 0x3001)
                ascii = ',';
            else if (next == 0x3002)
                ascii = '.';
            else if (next == 0x3010)
                ascii = '[';
            else if (next == 0x3011)
                ascii = ']';
            else if (next != 0x3000)
                ascii = '"';
            plain += ascii;
            end += more;
        }
        std::size_t more = 0;
        const auto after = end < text.size() ? codePoint(text, end, more) : U' ';
        if (!isHan(before) && !isHan(after) && !scene.body.quotedAt(at) && !out.full()) {
            // a full-width comma or stop brings its own blank along
            if ((plain.back() == ',' || plain.back() == '.' || plain.back() == ':' || plain.back() == ';') && ((after >= 'a' && after <= 'z') || (after >= 'A' && after <= 'Z')))
                plain += ' ';
            if (plain.front() == '(' && before != ' ' && before != '\n')
                plain.insert(plain.begin(), ' ');
            out.at(at, end).replacement = plain;
        }
        before = U' ';
        at = end;
    }
}

void doubleSpace(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    for (const auto& b : body.blocks) {
        if (b.kind == Block::Kind::Quoted)
            continue;
        const auto upToEnd = body.text.substr(0, b.end);
        for (auto at = upToEnd.find("  ", b.begin); at != upToEnd.npos && !out.full(); at = upToEnd.find("  ", at)) {
            auto end = at;
            while (end < body.text.size() && body.text[end] == ' ')
                ++end;
            // blanks at the head or the end of a line are no slip between words
            const bool inside = at > b.begin && end < b.end && body.text[at - 1] != '\n' && body.text[end] != '\n';
            if (inside)
                out.at(at, end).replacement = " ";
            at = end;
        }
    }
}

void allCaps(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    const auto known = out.check().body["known"].strings();
    const auto loud = out.check().body["shouted"].strings();
    const auto in = [](const std::vector<std::string>& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); };
    std::optional<std::set<std::string>> names; // asked for where a word shouts: in most letters none does
    const auto named = [&](std::string_view word) {
        if (!names) {
            names.emplace();
            if (scene.around.c)
                for (const auto& [ref, fact] : scene.around.c->facts)
                    for (const auto& [language, value] : fact.value) {
                        static const Vocabulary none;
                        Tokens tokens;
                        if (value.size() < 300)
                            tokenise(value, 0, value.size(), none, tokens);
                        for (const auto& t : tokens.list)
                            names->emplace(tokens.fold(t));
                    }
        }
        return names->count(std::string(word)) != 0;
    };
    const auto caps = [&](std::uint32_t i, std::size_t least) {
        const auto& t = body.tokens.list[i];
        const auto word = body.tokens.fold(t);
        return t.caps && !t.number && !t.id && word.size() >= least && word.find_first_of("0123456789") == word.npos && !in(known, word) && !named(word);
    };
    for (const auto& s : body.sentences) {
        if (body.blocks[s.block].kind != Block::Kind::Text || body.blocks[s.block].section == "signature" || body.blocks[s.block].section == "subject")
            continue;
        for (auto i = s.tokens; i < s.tokensEnd && !out.full();) {
            auto end = i;
            bool shouted = false;
            while (end < s.tokensEnd && caps(end, end == i ? 4 : 2)) {
                shouted = shouted || in(loud, body.tokens.fold(end));
                ++end;
            }
            if (end > i && (end - i > 1 || shouted)) {
                auto& finding = out.at(body.byteOf(i), body.endOf(end));
                auto normal = asciiLower(finding.text);
                if (i == s.tokens && !normal.empty() && normal[0] >= 'a' && normal[0] <= 'z')
                    normal[0] = static_cast<char>(normal[0] - 'a' + 'A');
                finding.replacement = normal;
            }
            i = std::max(end, i + 1);
        }
    }
}

} // namespace submit
