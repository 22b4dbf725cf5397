#include "packcheck/filled.h"
#include "packcheck/rules.h"

#include "letter/template.h"
#include "text/decode.h"

#include <algorithm>
#include <functional>
#include <set>

namespace packcheck {

namespace {

using letter::Piece;

/// Facts that a letter cannot be without: a sentence that names one never falls for it.
bool always(std::string_view slot)
{
    return slot == "store_name" || slot == "marketplace" || slot == "store" || slot == "notice_date" || slot == "contact_name" || slot == "addressee" || slot == "cause.title" || slot == "cause.name";
}

struct Text
{
    Report& report;
    const std::string& id;
    const Context& context;
    const library::Language& language;
    std::string where;
};

void walk(const std::vector<Piece>& pieces, const std::function<void(const Piece&, const Piece* next)>& each)
{
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        each(pieces[i], i + 1 < pieces.size() ? &pieces[i + 1] : nullptr);
        walk(pieces[i].inside, each);
    }
}

void pieces(const Text& t, const letter::Sentence& sentence)
{
    static constexpr std::string_view wrongVerbs[] = {" was ", " were ", " am ", " are ", " is ", " has ", " does "};
    static constexpr std::string_view wrongStops[] = {"e.g.", "i.e.", "approx.", " vs.", "No. "};
    walk(sentence.pieces, [&](const Piece& piece, const Piece* next) {
        if (piece.kind == Piece::Kind::Literal) {
            if (piece.text.find("{{") != std::string::npos || piece.text.find("}}") != std::string::npos)
                t.report.error(t.id, "broken_slot", t.where + ": braces that are no slot at \"" + piece.text.substr(0, 40) + "\"");
            if (piece.text.find("[[") != std::string::npos || piece.text.find("]]") != std::string::npos)
                t.report.error(t.id, "broken_bracket", t.where + ": \"[[ … ]]\" that does not close in its line or holds no slot, at \"" + piece.text.substr(0, 40) + "\"");
            if (piece.text.find("(s)") != std::string::npos)
                t.report.error(t.id, "bracketed_plural", t.where + ": \"(s)\"; write {{x|one|many}}");
            if (t.language == "en" && text::hasHan(piece.text))
                t.report.error(t.id, "wrong_script", t.where + ": Chinese in an English text");
            for (const auto stop : wrongStops)
                if (t.language == "en" && piece.text.find(stop) != std::string::npos)
                    t.report.error(t.id, "stop_inside", t.where + ": \"" + std::string(stop) + "\" would end the sentence");
            return;
        }
        if (piece.kind != Piece::Kind::Slot)
            return;
        const auto named = nameOf(t.context, piece.text);
        if (named.voice && (piece.text == "we" || piece.text == "We") && t.language == "en" && next && next->kind == Piece::Kind::Literal)
            for (const auto verb : wrongVerbs)
                if (next->text.starts_with(verb))
                    t.report.error(t.id, "voice_verb", t.where + ": \"" + piece.text + std::string(verb) + "\" does not fit both I and we");
        if (piece.counts && named.field && named.field->type != "number" && named.field->type != "yes_no" && !named.field->type.ends_with("[]") && !named.field->type.ends_with("_list"))
            t.report.error(t.id, "counts_no_number", t.where + ": {{" + piece.text + "|…}} counts a " + named.field->type);
    });
}

/// A segment between commas that holds nothing but this slot; the printer lets it fall alone.
bool fallsAlone(const std::vector<Piece>& all, std::size_t at)
{
    const auto ends = [](std::string_view text) { return text.ends_with(", ") || text.ends_with("; ") || text.ends_with("，") || text.ends_with("；"); };
    const auto opens = [](std::string_view text) { return text.find_first_of(",.;") == 0 || text.starts_with("，") || text.starts_with("。") || text.starts_with("；"); };
    return at > 0 && all[at - 1].kind == Piece::Kind::Literal && ends(all[at - 1].text)
        && (at + 1 == all.size() || (all[at + 1].kind == Piece::Kind::Literal && opens(all[at + 1].text)));
}

/// The required facts of a sentence outside brackets, and one optional fact that stands beside them ("" for none).
std::set<std::string> requiredOf(const Text& t, const letter::Sentence& sentence, std::string& optional)
{
    std::set<std::string> out;
    for (std::size_t i = 0; i < sentence.pieces.size(); ++i) { // brackets fall alone
        const auto& piece = sentence.pieces[i];
        if (piece.kind != Piece::Kind::Slot)
            continue;
        const auto named = nameOf(t.context, piece.text);
        if (named.voice || always(piece.text) || (named.field && named.field->derived)) // worked out whenever there is a case
            continue;
        if (named.required && !piece.aboveZero)
            out.insert(piece.text);
        else if (!fallsAlone(sentence.pieces, i))
            optional = piece.text;
    }
    return out;
}

/// A required fact that stands only beside an optional one falls with it.
void company(const Text& t, const std::vector<letter::Sentence>& all)
{
    std::set<std::string> safe;
    for (const auto& sentence : all) {
        std::string optional;
        const auto required = requiredOf(t, sentence, optional);
        if (optional.empty() && !sentence.otherwise)
            safe.insert(required.begin(), required.end());
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::string optional;
        auto required = requiredOf(t, all[i], optional);
        if (optional.empty())
            continue;
        for (const auto& name : safe)
            required.erase(name);
        if (i + 1 < all.size() && all[i + 1].otherwise)
            walk(all[i + 1].pieces, [&](const Piece& piece, const Piece*) { required.erase(piece.text); });
        if (!required.empty())
            t.report.error(t.id, "required_falls", t.where + ": {{" + *required.begin() + "}} is lost where {{" + optional + "}} is not given; part them, or bracket the optional one");
    }
}

/// An alternative that repeats a fact of another sentence than the one it stands for prints it twice.
void twice(const Text& t, const std::vector<letter::Sentence>& all)
{
    std::size_t first = 0; // of the sentence that an alternative stands for
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].otherwise) {
            first = i;
            continue;
        }
        std::string ignored;
        const auto here = requiredOf(t, all[i], ignored);
        auto last = i; // of a chain one sentence stands
        while (last + 1 < all.size() && all[last + 1].otherwise)
            ++last;
        for (std::size_t k = 0; k < all.size(); ++k) {
            if (k >= first && k <= last)
                continue;
            for (const auto& name : requiredOf(t, all[k], ignored)) {
                const auto named = nameOf(t.context, name);
                if (here.count(name) != 0 && named.field && named.field->type == "longtext")
                    t.report.error(t.id, "said_twice", t.where + ": {{" + name + "}} stands in an alternative and in another sentence than the one that it is for");
            }
        }
    }
}

/// What a sentence cannot stand without: optional facts, and those that may not be nought ("+x").
std::set<std::string> hangsOn(const Text& t, const letter::Sentence& sentence)
{
    std::set<std::string> out;
    for (std::size_t i = 0; i < sentence.pieces.size(); ++i) {
        const auto& piece = sentence.pieces[i];
        if (piece.kind != Piece::Kind::Slot || fallsAlone(sentence.pieces, i))
            continue;
        const auto named = nameOf(t.context, piece.text);
        if (named.voice || always(piece.text) || (named.required && !piece.aboveZero))
            continue;
        out.insert(piece.text);
        if (piece.aboveZero)
            out.insert("+" + piece.text);
    }
    return out;
}

/// An alternative that needs all that one before it needs never gets its turn.
void neverSaid(const Text& t, const std::vector<letter::Sentence>& all)
{
    std::vector<std::set<std::string>> before;
    for (const auto& sentence : all) {
        if (!sentence.otherwise)
            before.clear();
        const auto needs = hangsOn(t, sentence);
        for (const auto& other : before)
            if (std::includes(needs.begin(), needs.end(), other.begin(), other.end())) {
                t.report.error(t.id, "never_said", t.where + ": the alternative " + (needs.empty() ? std::string("without a condition") : "with {{" + *needs.begin() + "}}") + " can never stand; wherever it could, the sentence before it does");
                break;
            }
        before.push_back(needs);
    }
}

void opening(const Text& t, const letter::Sentence& sentence)
{
    if (sentence.pieces.empty() || sentence.pieces.front().kind != Piece::Kind::Slot)
        return;
    const auto named = nameOf(t.context, sentence.pieces.front().text);
    // a whole clause takes a capital there; a deed or an adverbial makes no sentence
    if (t.language == "en" && named.field && (named.field->grammar == "deed" || named.field->grammar == "adverbial"))
        t.report.error(t.id, "long_text_opens", t.where + ": {{" + sentence.pieces.front().text + "}} opens a sentence");
}

void punctuation(const Text& t, std::string_view text)
{
    if (t.language != "zh")
        return;
    std::string words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "{{") == 0)
            i = std::min(text.find("}}", i), text.size() - 1) + 1;
        else
            words += text[i];
    }
    if (!text::hasHan(words) && std::any_of(words.begin(), words.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }))
        t.report.error(t.id, "wrong_script", t.where + ": no Chinese in it");
    for (std::size_t i = 3; i < text.size(); ++i) {
        const bool afterHan = (static_cast<unsigned char>(text[i - 1]) & 0xC0u) == 0x80u && text::hasHan(text.substr(i - 3, 3));
        if (afterHan && std::string_view(",;:?!").find(text[i]) != std::string_view::npos) {
            t.report.error(t.id, "narrow_punctuation", t.where + ": \"" + std::string(text.substr(i - 3, 4)) + "\"; Chinese takes ，；：？！");
            return;
        }
    }
}

/// Our texts are American; a letter to another store respells them by the pairs of words/spellings.json.
void spelling(const Text& t, const std::vector<letter::Sentence>& all)
{
    if (t.language != "en")
        return;
    for (const auto& sentence : all)
        walk(sentence.pieces, [&](const Piece& piece, const Piece*) {
            for (const auto* words : {&piece.text, &piece.one, &piece.many})
                if (words != &piece.text || piece.kind == Piece::Kind::Literal)
                    if (const auto american = t.report.american(*words); american != *words)
                        t.report.warning(t.id, "other_spelling", t.where + ": \"" + *words + "\" in American spelling is \"" + american + "\"");
        });
}

void look(const Text& t, const std::string& text)
{
    if (!t.report.wanted(t.id))
        return;
    const auto sentences = letter::parseTemplate(text);
    spelling(t, sentences);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        pieces(t, sentences[i]);
        opening(t, sentences[i]);
    }
    company(t, sentences);
    twice(t, sentences);
    neverSaid(t, sentences);
    punctuation(t, text);
}

void look(Report& report, const std::string& id, const Context& context, const library::Phrasings& phrasings, const std::string& where)
{
    for (const auto& [language, list] : phrasings)
        for (std::size_t i = 0; i < list.size(); ++i)
            look({report, id, context, language, where + language + " " + std::to_string(i + 1)}, list[i]);
}

void look(Report& report, const std::string& id, const Context& context, const library::Words& words, const std::string& where)
{
    for (const auto& [language, text] : words)
        look({report, id, context, language, where + " (" + language + ")"}, text);
}

} // namespace

void checkTexts(Report& report)
{
    const auto& c = report.pack.catalogue;
    for (const auto& clause : report.pack.clauses) {
        const auto id = "clauses:" + clause.id;
        const auto context = contextOf(clause, c);
        look(report, id, context, clause.text, "");
        look(report, id, context, clause.shortText, "short");
    }
    for (const auto& group : c.groups) {
        const Context context{c, &group, nullptr, {}, nullptr};
        look(report, "groups:" + group.id, context, group.print, "");
        look(report, "groups:" + group.id, context, group.shortPrint, "short");
        for (const auto& member : group.members)
            look(report, "groups:" + group.id, context, member.sentence, "sentence of " + member.name);
    }
    for (const auto& cause : c.causes)
        for (const auto& [section, phrasings] : cause.leads)
            look(report, "causes:" + cause.id, {c, nullptr, nullptr, {&cause}, nullptr}, phrasings, "lead of " + section + ", ");
    for (const auto& kind : c.letters)
        for (const auto& section : kind.sections) {
            const Context context{c, nullptr, nullptr, {}, &kind};
            look(report, "letters:" + kind.id, context, section.text, section.id + ", ");
            look(report, "letters:" + kind.id, context, section.shortText, section.id + ", short");
        }
}

} // namespace packcheck
