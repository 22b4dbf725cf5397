#include "submit/rules.h"

#include "submit/spelling.h"

#include <algorithm>
#include <array>
#include <set>

namespace submit {

namespace {

constexpr std::array<std::string_view, 9> kBe{"is", "are", "was", "were", "be", "been", "being", "am", "get"};
constexpr std::array<std::string_view, 34> kParticiples{"made", "sent", "done", "taken", "given", "found", "held", "kept", "sold", "bought", "put", "set", "shown", "written", "seen", "known", "brought", "left", "lost",
    "met", "paid", "read", "said", "told", "caught", "built", "broken", "chosen", "cut", "driven", "drawn", "hidden", "thrown", "withdrawn"};
/// Words that may stand twice in a row.
constexpr std::array<std::string_view, 5> kTwice{"had", "that", "is", "very", "bye"};
/// Characters that no word ends with and another begins with: twice in a row they are a slip ("有有效" and "礼品卡卡片" are none).
constexpr std::string_view kHanOnce = "的了已在是为被与和或并且而但则该那你我他它们吗呢又也都由因从于让使向没未应须司";

template <typename List>
bool in(const List& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

bool passive(const Body& body, const Sentence& s)
{
    for (auto i = s.tokens; i + 1 < s.tokensEnd; ++i) {
        if (!in(kBe, body.tokens.fold(i)))
            continue;
        for (auto n = i + 1; n < s.tokensEnd && n <= i + 3; ++n) {
            const auto word = body.tokens.fold(n);
            const bool participle = (word.size() > 4 && word.substr(word.size() - 2) == "ed" && word != "need") || in(kParticiples, word);
            if (participle)
                return true;
            // an adverb, "not" or "been" may stand between
            if (!(word.size() > 4 && word.substr(word.size() - 2) == "ly") && word != "not" && word != "been" && word != "also" && word != "all" && word != "now" && word != "being")
                break;
        }
    }
    return false;
}

} // namespace

void repeatedWord(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    const auto& list = body.tokens.list;
    for (std::size_t i = 1; i < list.size() && !out.full(); ++i) {
        const auto& a = list[i - 1];
        const auto& b = list[i];
        const auto word = body.tokens.fold(b);
        if (word != body.tokens.fold(a) || b.sign || b.number || b.id || b.quoted)
            continue;
        const auto gap = body.text.substr(a.end, b.begin - a.end);
        if (b.han) {
            if (!gap.empty() || kHanOnce.find(word) == kHanOnce.npos)
                continue;
            if (word == "了" && i + 1 < list.size() && body.tokens.fold(i + 1) == "解") // 为了了解
                continue;
            // 的的确确, 方方面面: a word of four made of two doubles
            const bool fourfold = (i + 2 < list.size() && body.tokens.fold(i + 1) == body.tokens.fold(i + 2) && list[i + 1].han) || (i >= 3 && body.tokens.fold(i - 2) == body.tokens.fold(i - 3) && list[i - 2].han);
            if (fourfold)
                continue;
        } else if (gap.find_first_not_of(" \n\t\r") != gap.npos || gap.find("\n\n") != gap.npos || in(kTwice, word) || word == "'s" || (a.capital && b.capital)) {
            continue; // names such as "Duran Duran"
        }
        const auto* block = body.blockAt(b.begin);
        if (block && (block->kind == Block::Kind::Quoted || block->kind == Block::Kind::Heading))
            continue;
        // a heading's last word may open the line below
        if (gap.find('\n') != gap.npos && b.capital)
            continue;
        out.at(a.begin, b.end).replacement = std::string(body.textOf(a.begin, a.end));
    }
}

void longSentence(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    for (const auto& s : body.sentences) {
        if (!scene.speaks(s) || out.full())
            continue;
        std::size_t words = 0;
        for (auto i = s.tokens; i < s.tokensEnd; ++i) {
            const auto word = body.tokens.fold(i);
            const bool again = body.tokens.list[i].id && i > s.tokens && (body.tokens.list[i - 1].id || (i > s.tokens + 1 && body.tokens.fold(i - 1) == "and" && body.tokens.list[i - 2].id));
            words += word != "'s" && !again;
        }
        if (words > 35)
            out.at(s, {{"count", std::to_string(words)}});
    }
}

void passiveVoice(const Scene& scene, Out& out)
{
    std::size_t all = 0, passives = 0;
    for (const auto& s : scene.body.sentences) {
        if (!scene.speaks(s) || s.tokensEnd - s.tokens < 4)
            continue;
        ++all;
        passives += passive(scene.body, s);
    }
    if (all >= 5 && passives * 5 > all * 2)
        out.whole({{"share", std::to_string(passives * 100 / all)}, {"count", std::to_string(passives)}, {"all", std::to_string(all)}});
}

namespace {

/// Words that this letter may hold whatever a dictionary says: names of the case, terms of the field.
std::set<std::string> knownWords(const Scene& scene)
{
    std::set<std::string> out;
    static const Vocabulary none;
    const auto add = [&](std::string_view text) {
        Tokens tokens;
        tokenise(text.substr(0, 2000), 0, std::min<std::size_t>(text.size(), 2000), none, tokens);
        for (const auto& t : tokens.list)
            if (!t.han && !t.number)
                out.emplace(tokens.fold(t));
    };
    if (scene.around.c) {
        for (const auto& [ref, fact] : scene.around.c->facts)
            for (const auto& [language, value] : fact.value)
                add(value);
        std::set<std::string> persons; // the same few stand in most records
        for (const auto& record : scene.around.c->records)
            if (const auto who = record.fields.find("who"); who != record.fields.end())
                if (auto person = appeal::anyOf(who->second); persons.insert(person).second)
                    add(person);
    }
    return out;
}

} // namespace

void grammarSpelling(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    const auto& list = body.tokens.list;
    // "works.We": a stop without its blank; not "Amazon.com", not "report.pdf"
    for (const auto& s : body.sentences) {
        if (s.tokensEnd >= list.size() || body.blocks[s.block].kind != Block::Kind::Text || body.blocks[s.block].sentencesEnd == &s - body.sentences.data() + 1)
            continue;
        const auto begin = list[s.tokensEnd - 1].end, end = list[s.tokensEnd].begin;
        if (end == begin + 1 && body.text[begin] == '.' && !out.full())
            out.at(list[s.tokensEnd - 1].begin, list[s.tokensEnd].end, {}, "blank").replacement = std::string(body.textOf(list[s.tokensEnd - 1].begin, begin)) + ". " + std::string(body.textOf(end, list[s.tokensEnd].end));
    }
    if (!scene.spelling)
        return;
    std::optional<std::set<std::string>> names; // asked for where the dictionary does not know a word
    const auto known = [&](std::string_view word) {
        if (!names)
            names = knownWords(scene);
        return names->count(std::string(word)) != 0;
    };
    for (const auto& s : body.sentences) {
        const auto& b = body.blocks[s.block];
        if (b.kind != Block::Kind::Text || b.section == "signature" || b.section == "subject" || b.section == "salutation")
            continue;
        for (auto i = s.tokens; i < s.tokensEnd && !out.full(); ++i) {
            const auto& t = list[i];
            const auto word = body.tokens.fold(t);
            if (t.han || t.number || t.id || t.caps || t.quoted || word.size() < 3 || word.size() > 30 || word.find_first_of("0123456789'") != word.npos || static_cast<unsigned char>(word[0]) >= 0x80)
                continue;
            const auto charBefore = t.begin > 0 ? body.text[t.begin - 1] : ' ', charAfter = t.end < body.text.size() ? body.text[t.end] : ' ';
            const auto afterNext = t.end + 1 < body.text.size() ? body.text[t.end + 1] : ' ';
            const bool address = charBefore == '@' || charBefore == '/' || charBefore == '.' || charBefore == '_' || charBefore == '-' || charAfter == '@' || charAfter == '_' || charAfter == '/' || charAfter == '-' || (charAfter == ':' && afterNext == '/') || (charAfter == '.' && ((afterNext >= 'a' && afterNext <= 'z')));
            // a contraction was taken apart: "does" of "doesn't" stands for itself
            const bool apart = body.textOf(t.begin, t.end).size() != word.size();
            if (address || apart || charAfter == '\'' || charBefore == '\'')
                continue;
            // inside a sentence a capital is a name; at its start the next one tells, and a glued "Weare" is no name
            if (t.capital && (i > s.tokens || (i + 1 < s.tokensEnd && list[i + 1].capital && !list[i + 1].sign)))
                continue;
            if (scene.spelling->right(word) || known(word))
                continue;
            auto better = scene.spelling->better(word);
            if (t.capital && better.empty())
                continue; // a name at the head of a sentence
            auto& finding = out.at(t.begin, t.end, {{"better", better}}, better.empty() ? "unknown" : "");
            if (!better.empty()) {
                if (t.capital)
                    better[0] = static_cast<char>(better[0] - 'a' + 'A');
                finding.replacement = better;
            }
        }
    }
}

} // namespace submit
