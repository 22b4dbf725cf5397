#include "packcheck/filled.h"

#include "letter/compose.h"
#include "letter/template.h"

#include <algorithm>

namespace packcheck {

using library::Field;

namespace {

const Field* findName(const std::vector<Field>& list, std::string_view name)
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const Field& f) { return f.name == name; });
    return it == list.end() ? nullptr : &*it;
}

bool contains(const std::vector<std::string>& list, std::string_view what) { return std::find(list.begin(), list.end(), what) != list.end(); }

/// `cause.title` and `cause.name` are the cause's own words, and there whatever the seller says.
const Field& ownWords()
{
    static const Field field = [] {
        Field f;
        f.name = "title";
        f.type = "text";
        return f;
    }();
    return field;
}

std::string valueOf(const Context& context, std::string_view slot, const library::Language& language)
{
    const auto named = nameOf(context, slot);
    if (named.voice) {
        const auto voice = context.catalogue.voiceWe.find(language);
        if (voice == context.catalogue.voiceWe.end())
            return std::string(slot);
        const auto word = voice->second.find(std::string(slot));
        return word == voice->second.end() ? std::string(slot) : word->second;
    }
    if (!named.field)
        return language == "zh" ? "某事" : "it";
    if (named.field == &ownWords())
        return context.causes.empty() ? (language == "zh" ? "订单缺陷率" : "order defect rate") : library::in(context.causes.front()->title, language);
    const auto& field = *named.field;
    if (field.type.starts_with("file"))
        return language == "zh" ? "附件1" : "Attachment 1";
    auto example = library::in(field.example, language);
    if (field.type == "person" && language != "zh")
        return example.substr(0, example.find(',')); // with its role it stands as an apposition, once in a letter
    return letter::shown(field, example, language);
}

void print(const Context& context, const std::vector<letter::Piece>& pieces, const library::Language& language, std::string& out)
{
    for (const auto& piece : pieces) {
        switch (piece.kind) {
        case letter::Piece::Kind::Literal:
            out += piece.text;
            break;
        case letter::Piece::Kind::Bracket:
            print(context, piece.inside, language, out);
            break;
        case letter::Piece::Kind::Slot:
            if (!piece.counts) {
                out += valueOf(context, piece.text, language);
                break;
            }
            for (const char c : piece.many)
                out += c == '#' ? std::string("7") : std::string(1, c);
            break;
        }
    }
}

} // namespace

namespace {

/// "measures.how_often" is required by an Amazon appeal and not by a Wish one: a clause for both may not count on it.
std::vector<std::string> wantedOf(const library::Clause& clause, const Context& context)
{
    const auto route = library::routeOf(clause.section);
    if (!route || !context.group)
        return {};
    const auto usable = [&](const library::LetterKind& kind) {
        if (!clause.kinds.empty() && !contains(clause.kinds, kind.id))
            return false;
        return kind.marketplaces.empty() || context.causes.empty() || std::any_of(kind.marketplaces.begin(), kind.marketplaces.end(), [&](const std::string& place) {
            return std::any_of(context.causes.begin(), context.causes.end(), [&](const library::Cause* cause) { return contains(cause->marketplaces, place); });
        });
    };
    std::vector<std::string> out;
    bool any = false;
    for (const auto& kind : context.catalogue.letters) {
        const auto it = kind.perCause.find(std::string(appeal::name(*route)));
        if (it == kind.perCause.end() || !contains(it->second, clause.prints) || !usable(kind))
            continue;
        std::vector<std::string> here;
        for (const auto& want : it->second)
            if (want.starts_with(clause.prints + "."))
                here.push_back(want.substr(clause.prints.size() + 1));
        if (any)
            std::erase_if(out, [&](const std::string& name) { return !contains(here, name); });
        else
            out = std::move(here);
        any = true;
    }
    return out;
}

} // namespace

Context contextOf(const library::Clause& clause, const library::Catalogue& catalogue)
{
    Context out{catalogue, clause.prints.empty() ? nullptr : catalogue.group(clause.prints), &clause.slots, {}, nullptr};
    for (const auto& id : clause.causes)
        if (const auto* cause = catalogue.cause(id))
            out.causes.push_back(cause);
    out.wanted = wantedOf(clause, out);
    return out;
}

Named nameOf(const Context& context, std::string_view slot)
{
    for (const std::string_view voice : {"we", "We", "us", "our", "Our", "ours"})
        if (slot == voice)
            return {nullptr, true, true};
    if (slot.starts_with(".")) {
        const auto name = slot.substr(1);
        const auto* member = context.group ? context.group->member(name) : nullptr;
        const auto* own = context.slots ? findName(*context.slots, name) : nullptr;
        const auto* field = member ? member : own;
        return {field, false, field && (field->required || (member && contains(context.wanted, name)))};
    }
    if (slot.starts_with("cause.")) {
        const auto name = slot.substr(6);
        if (name == "title" || name == "name")
            return {&ownWords(), false, true};
        if (const auto* fact = context.catalogue.fact("cause", name))
            return {fact, false, false};
        const Field* question = nullptr;
        for (const auto* cause : context.causes) {
            question = findName(cause->questions, name);
            if (!question)
                return {};
        }
        return {question, false, false};
    }
    if (context.kind)
        if (const auto* fact = findName(context.kind->facts, slot))
            return {fact, false, fact->required || contains(context.kind->required, slot)};
    for (const char* scope : {"letter", "case"})
        if (const auto* fact = context.catalogue.fact(scope, slot))
            return {fact, false, context.kind && contains(context.kind->required, slot)};
    return {};
}

std::string filled(const Context& context, std::string_view text, const library::Language& language)
{
    std::string out;
    for (const auto& sentence : letter::parseTemplate(text)) {
        if (sentence.otherwise) // the one before it stands
            continue;
        print(context, sentence.pieces, language, out);
        out += sentence.after;
    }
    return out;
}

} // namespace packcheck
