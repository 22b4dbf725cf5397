#include "submit/rules.h"

#include "text/decode.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace submit {

namespace {

/// Vowel groups, a silent e left out; never none.
std::size_t syllables(std::string_view word)
{
    const auto vowel = [](char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; };
    std::size_t count = 0;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (vowel(word[i]) && (i == 0 || !vowel(word[i - 1])))
            ++count;
    const auto ends = [&](std::string_view ending) { return word.size() > ending.size() + 1 && word.substr(word.size() - ending.size()) == ending; };
    if (count > 1 && ends("e") && !ends("le") && !vowel(word[word.size() - 2]))
        --count;
    if (count > 1 && ends("ed") && !ends("ted") && !ends("ded") && !vowel(word[word.size() - 3]))
        --count;
    if (count > 1 && ends("es") && !ends("ses") && !ends("zes") && !ends("xes") && !ends("ches") && !ends("shes") && !ends("ces") && !ends("ges") && !vowel(word[word.size() - 3]))
        --count;
    return std::max<std::size_t>(count, 1);
}

/// Does the block count for length and grade: no subject, salutation, list of attachments, signature, quotation?
bool counts(const Block& b)
{
    static constexpr std::array<std::string_view, 3> kOut{"subject", "salutation", "signature"};
    return b.kind != Block::Kind::Quoted && b.kind != Block::Kind::Attachment && std::find(kOut.begin(), kOut.end(), b.section) == kOut.end();
}

std::size_t wordsOf(const Body& body, bool whole)
{
    std::size_t out = 0;
    for (const auto& b : body.blocks) {
        if (!whole && !counts(b))
            continue;
        out += b.tokensEnd - b.tokens;
        for (auto i = b.tokens; i < b.tokensEnd; ++i)
            out -= body.tokens.fold(i) == "'s";
    }
    return out;
}

/// Words of English, characters without blanks of Chinese.
std::size_t extentOf(const Scene& scene, bool whole)
{
    const auto& body = scene.body;
    if (scene.english())
        return wordsOf(body, whole);
    std::size_t out = 0;
    for (const auto& b : body.blocks)
        for (auto at = b.begin; at < b.end && (whole || counts(b)); ++at)
            out += body.text[at] != ' ' && (static_cast<unsigned char>(body.text[at]) & 0xC0u) != 0x80u;
    return out;
}

} // namespace

appeal::Statistics statisticsOf(const Body& body)
{
    appeal::Statistics out;
    out.characters = text::codePoints(body.text);
    out.words = wordsOf(body, true);
    std::size_t sentences = 0, words = 0, sounds = 0;
    for (const auto& s : body.sentences) {
        const auto& b = body.blocks[s.block];
        if (b.kind == Block::Kind::Text || b.kind == Block::Kind::Quoted)
            ++out.sentences;
        if (b.kind != Block::Kind::Text || !counts(b) || s.tokensEnd - s.tokens < 2)
            continue;
        ++sentences;
        for (auto i = s.tokens; i < s.tokensEnd; ++i) {
            const auto& t = body.tokens.list[i];
            const auto word = body.tokens.fold(i);
            if (word == "'s")
                continue;
            // a list of ids is read as one word
            if (t.id && i > s.tokens && body.tokens.list[i - 1].id)
                continue;
            ++words;
            sounds += t.number || t.id ? 1 : syllables(word);
        }
    }
    if (body.language != "zh" && sentences > 0 && words > 0) {
        const double grade = 0.39 * static_cast<double>(words) / static_cast<double>(sentences) + 11.8 * static_cast<double>(sounds) / static_cast<double>(words) - 15.59;
        out.readingGrade = std::round(std::max(grade, 0.0) * 10) / 10;
    }
    return out;
}

void readingGrade(const Scene& scene, Out& out)
{
    const auto statistics = scene.statistics ? *scene.statistics : statisticsOf(scene.body);
    if (statistics.readingGrade && *statistics.readingGrade > 12) {
        char grade[16];
        std::snprintf(grade, sizeof grade, "%.1f", *statistics.readingGrade);
        out.whole({{"grade", grade}});
    }
}

void tooLong(const Scene& scene, Out& out)
{
    const auto count = extentOf(scene, false);
    if (scene.kindId == "status_request") {
        if (count > (scene.english() ? 90u : 200u))
            out.whole({{"count", std::to_string(count)}}, "status");
        return;
    }
    const std::size_t info = scene.english() ? 600 : 1500, warn = scene.english() ? 900 : 2200;
    if (count <= info)
        return;
    auto& finding = out.whole({{"count", std::to_string(count)}, {"limit", std::to_string(info)}});
    finding.severity = count > warn ? appeal::Severity::Warn : appeal::Severity::Info;
}

void tooShort(const Scene& scene, Out& out)
{
    const auto count = extentOf(scene, true);
    if (count < (scene.english() ? 120u : 200u))
        out.whole({{"count", std::to_string(count)}});
}

} // namespace submit
