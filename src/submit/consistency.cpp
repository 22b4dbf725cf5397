#include "submit/rules.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace submit {

namespace {

std::optional<std::int64_t> wholeNumber(std::string_view folded)
{
    std::string digits;
    for (const char c : folded) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c != ',')
            return {};
    }
    std::int64_t out = 0;
    if (digits.empty() || digits.size() > 9)
        return {};
    std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return out;
}

/// "a of b", both numbers.
struct Share { std::uint32_t begin, end; std::int64_t part, whole; };

std::vector<Share> sharesIn(const Body& body, const Sentence& s)
{
    std::vector<Share> out;
    for (auto i = s.tokens; i + 2 < s.tokensEnd; ++i) {
        if (!body.tokens.list[i].number)
            continue;
        auto second = i + 1;
        if (body.tokens.fold(second) == "orders" || body.tokens.fold(second) == "units")
            ++second;
        if (second < s.tokensEnd && body.tokens.fold(second) == "out")
            ++second;
        if (second + 1 >= s.tokensEnd || body.tokens.fold(second) != "of" || !body.tokens.list[second + 1].number)
            continue;
        const auto part = wholeNumber(body.tokens.fold(i)), whole = wholeNumber(body.tokens.fold(second + 1));
        if (part && whole && *whole > 0)
            out.push_back({i, second + 2, *part, *whole});
    }
    return out;
}

/// "We refunded all buyers (18 of 22)."
void allOfSome(const Scene& scene, const Sentence& s, const std::vector<Share>& shares, Out& out)
{
    const auto& body = scene.body;
    for (const auto& share : shares)
        for (auto i = s.tokens; i < s.tokensEnd && share.part < share.whole; ++i) {
            const auto word = body.tokens.fold(i);
            const bool all = (word == "all" || word == "every" || word == "each") && (i == s.tokens || (body.tokens.fold(i - 1) != "not" && body.tokens.fold(i - 1) != "of"));
            // "all 22 orders, 18 of 22 with a claim" says two things; "all buyers (18 of 22)" one in two ways
            const auto between = share.begin > i ? share.begin - i : 99;
            const bool bracket = share.begin > 0 && body.text[body.byteOf(share.begin) - 1] == '(';
            // "checked every unit (31 of 214 at fault)" tells what the check of all found
            const bool fault = share.end < s.tokensEnd && (body.tokens.fold(share.end) == "at" || body.tokens.fold(share.end) == "with" || body.tokens.fold(share.end) == "failed" || body.tokens.fold(share.end) == "differed");
            if (all && bracket && !fault && between <= 6 && !(i + 1 < s.tokensEnd && body.tokens.list[i + 1].number)) {
                out.at(body.byteOf(i), body.endOf(share.end), {}, "all");
                break;
            }
        }
}

/// "18 of 779 orders, or 2.41%": the rate is not that of the counts.
void rateOfCounts(const Scene& scene, const Sentence& s, const std::vector<Share>& shares, Out& out)
{
    const auto& body = scene.body;
    if (shares.size() != 1)
        return;
    const auto& share = shares.front();
    std::vector<std::pair<std::uint32_t, double>> rates;
    for (auto i = s.tokens; i < s.tokensEnd; ++i) {
        const auto word = body.tokens.fold(i);
        if (!body.tokens.list[i].number || word.back() != '%')
            continue;
        const bool target = i > s.tokens && body.find(s, Sign::Target) && std::any_of(body.hits.begin() + s.hits, body.hits.begin() + s.hitsEnd, [&](const Phrases::Hit& hit) {
            const auto& meanings = body.lexicon->meanings[hit.phrase];
            return hit.end <= i && i - hit.end <= 3 && std::any_of(meanings.begin(), meanings.end(), [](const auto& m) { return m.role == Lexicon::Role::Sign && m.number == std::uint16_t(Sign::Target); });
        });
        if (!target)
            rates.emplace_back(i, std::strtod(std::string(word).c_str(), nullptr));
    }
    if (rates.size() != 1)
        return;
    const auto word = body.tokens.fold(rates.front().first);
    const auto point = word.find('.');
    const auto decimals = point == word.npos ? 0 : word.size() - point - 2;
    const double step = std::pow(10.0, -static_cast<double>(decimals));
    const double exact = 100.0 * static_cast<double>(share.part) / static_cast<double>(share.whole);
    if (std::abs(exact - rates.front().second) > step * 1.01) {
        const auto begin = std::min(body.byteOf(share.begin), body.byteOf(rates.front().first));
        const auto end = std::max(body.endOf(share.end), body.endOf(rates.front().first + 1));
        out.at(begin, end, {}, "rate");
    }
}

/// "six (5)"
void wordAndDigits(const Scene& scene, const Sentence& s, Out& out)
{
    const auto& body = scene.body;
    for (auto i = s.tokens; i + 1 < s.tokensEnd; ++i) {
        const auto named = numberNamed(body.tokens.fold(i));
        const auto& next = body.tokens.list[i + 1];
        if (named == 0 || !next.number || body.tokens.list[i].han)
            continue;
        const auto gap = body.text.substr(body.tokens.list[i].end, next.begin - body.tokens.list[i].end);
        const auto digits = wholeNumber(body.tokens.fold(i + 1));
        if ((gap == " (" || gap == "(") && body.text.substr(next.end, 1) == ")" && digits && *digits != named)
            out.at(body.byteOf(i), body.endOf(i + 2), {}, "words");
    }
}

/// "Three controls were missing:" above a list of four.
void announced(const Scene& scene, std::size_t block, Out& out)
{
    const auto& body = scene.body;
    const auto& b = body.blocks[block];
    const auto line = body.textOf(b.begin, b.end);
    const bool colon = !line.empty() && (line.back() == ':' || (line.size() >= 3 && line.substr(line.size() - 3) == "："));
    if (!colon || b.sentences == b.sentencesEnd)
        return;
    const auto& s = body.sentences[b.sentencesEnd - 1];
    unsigned said = 0;
    std::uint32_t at = 0, numbers = 0;
    for (auto i = s.tokens; i < s.tokensEnd; ++i)
        if (const auto n = numberNamed(body.tokens.fold(i)); n > 1) {
            // in Chinese only with a measure word behind it, else it is part of a word (第一, 统一)
            const bool counts = !body.tokens.list[i].han || (i + 1 < s.tokensEnd && (body.tokens.fold(i + 1) == "处" || body.tokens.fold(i + 1) == "个" || body.tokens.fold(i + 1) == "项" || body.tokens.fold(i + 1) == "点"));
            if (!counts)
                continue;
            said = n;
            at = i;
            ++numbers;
        }
    if (numbers != 1)
        return;
    unsigned given = 0;
    for (auto i = block + 1; i < body.blocks.size() && body.blocks[i].listed && given < 100; ++i)
        ++given;
    if (given > 1 && given != said)
        out.at(body.byteOf(at), body.endOf(at + 1), {{"given", std::to_string(given)}}, "list");
}

} // namespace

void selfContradiction(const Scene& scene, Out& out)
{
    for (const auto& s : scene.body.sentences) {
        if (!scene.speaks(s) || out.full())
            continue;
        const auto shares = sharesIn(scene.body, s);
        allOfSome(scene, s, shares, out);
        rateOfCounts(scene, s, shares, out);
        wordAndDigits(scene, s, out);
    }
    for (std::size_t i = 0; i < scene.body.blocks.size(); ++i)
        if (scene.body.blocks[i].kind == Block::Kind::Text)
            announced(scene, i, out);
}

} // namespace submit
