#include "submit/rules.h"

#include "submit/fingerprints.h"
#include "submit/memory.h"

#include <algorithm>
#include <array>
#include <set>

namespace submit {

namespace {

constexpr std::array<std::string_view, 8> kOwnByNature{"subject", "salutation", "request", "closing", "signature", "evidence", "exhibits", "additional_information"};
constexpr std::size_t kFacts = 2;       ///< with so many facts of this seller a paragraph is its own
constexpr double kEqual = 0.75;         ///< share of its fingerprints that a paragraph must have in common
constexpr std::size_t kTokens = 8;      ///< a shorter line is no wording

/// Facts of this seller in a line, as far as its words show: numbers, ids, days, names, each once.
std::size_t factsIn(const Body& body, const Block& b)
{
    std::set<std::string_view> facts;
    for (auto s = b.sentences; s < b.sentencesEnd; ++s) {
        const auto& sentence = body.sentences[s];
        for (auto i = sentence.tokens; i < sentence.tokensEnd; ++i) {
            const auto& t = body.tokens.list[i];
            const auto word = body.tokens.fold(t);
            const bool name = t.capital && i > sentence.tokens && !t.sign && monthNamed(word) == 0 && !weekdayNamed(word) && word != "i" && word != "amazon" && word.substr(0, 10) != "attachment";
            const bool after = i > 0 && body.tokens.fold(i - 1).substr(0, 10) == "attachment";
            if ((t.number && !after) || t.id || name)
                facts.insert(word);
        }
    }
    return facts.size();
}

/// Facts that the composer put into a paragraph; words of voice and the cause's title are none.
std::size_t factsUsed(const appeal::Paragraph& p)
{
    static constexpr std::array<std::string_view, 10> kVoice{"we", "We", "us", "our", "Our", "ours", "cause.title", "addressee", "store", "marketplace"};
    std::set<std::string> facts;
    for (const auto& use : p.uses)
        if (std::find(kVoice.begin(), kVoice.end(), use.slot) == kVoice.end())
            facts.insert(use.slot);
    return facts.size();
}

} // namespace

void sharedWording(const Scene& scene, Out& out)
{
    const auto& around = scene.around;
    if (!around.c || scene.kindId == "resubmission_with_prior_approval" || (around.libraryTexts.empty() && around.earlier.empty()))
        return;
    const auto& body = scene.body;
    const auto& language = body.language;
    Memory fresh;
    if (!scene.memory)
        fresh.begin(nullptr, language);
    auto& memory = scene.memory ? *scene.memory : fresh;
    const auto& library = memory.shinglesOfAll(around.libraryTexts);
    for (const auto& b : body.blocks) {
        if (b.kind != Block::Kind::Text || b.tokensEnd - b.tokens < kTokens || out.full())
            continue;
        if (std::find(kOwnByNature.begin(), kOwnByNature.end(), b.section) != kOwnByNature.end())
            continue;
        const auto* paragraph = body.composed && b.paragraph ? &around.letter->paragraphs[*b.paragraph] : nullptr;
        if ((paragraph && paragraph->kind == appeal::Paragraph::Kind::Fixed) || (paragraph && !paragraph->gaps.empty()))
            continue; // fixed words have a rule of their own in the letter kind; a gap is told as a gap
        if ((paragraph ? std::max(factsUsed(*paragraph), paragraph->edited ? factsIn(body, b) : 0) : factsIn(body, b)) >= kFacts)
            continue;
        const auto line = body.textOf(b.begin, b.end);
        if (!library.empty() && contained(memory.shingles(line), library) >= kEqual) {
            out.at(b.begin, b.end, {}, "library");
            continue;
        }
        for (const auto& earlier : around.earlier) {
            if (contained(memory.shingles(line), memory.shingles(earlier.paragraph)) >= kEqual) {
                out.at(b.begin, b.end, {{"case", earlier.caseTitle}}, "earlier");
                break;
            }
        }
    }
}

} // namespace submit
