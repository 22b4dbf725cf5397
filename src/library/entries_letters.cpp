#include "library/entries.h"

namespace library {

void readCause(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "cause");
    Cause out;
    out.id = values.string(entry, "id");
    out.name = values.words(entry, "name");
    out.title = values.words(entry, "title");
    out.family = values.string(entry, "family");
    out.marketplaces = values.strings(entry, "marketplaces");
    out.routes = values.strings(entry, "routes");
    out.metrics = values.strings(entry, "metrics");
    out.phrases = values.phrasings(entry, "phrases");
    for (const auto& see : values.list(entry, "see")) {
        values.shaped(see, "cause_see");
        out.see.push_back({values.string(see, "cause"), values.words(see, "when")});
    }
    out.questions = values.fields(entry, "questions", "field");
    out.rootCauses = values.listOfWords(entry, "root_causes");
    for (const auto& paper : values.list(entry, "evidence")) {
        values.shaped(paper, "cause_evidence");
        out.evidence.push_back({values.string(paper, "kind"), values.strings(paper, "routes"), values.words(paper, "text")});
    }
    out.traps = values.listOfWords(entry, "traps");
    for (const auto& lead : values.object(entry, "leads"))
        out.leads.emplace(lead.key, values.phrasingsOf(lead));
    pack.catalogue.causes.push_back(std::move(out));
}

void readClause(Values& values, const Located& entry, Pack& pack)
{
    // the user's own may lack a language or a short form; whether that will do is for packcheck to say
    constexpr auto any = Values::Languages::Any;
    values.shaped(entry, "clause");
    Clause out;
    out.id = values.string(entry, "id");
    out.name = values.words(entry, "name", any);
    out.section = values.string(entry, "section");
    out.causes = values.strings(entry, "causes");
    out.routes = values.strings(entry, "routes");
    out.kinds = values.strings(entry, "kinds");
    out.marketplaces = values.strings(entry, "marketplaces");
    out.prints = values.string(entry, "prints");
    out.slots = values.fields(entry, "slots", "field", any);
    out.requires_ = values.words(entry, "requires", any);
    out.text = values.phrasings(entry, "text", any);
    out.shortText = values.words(entry, "short", any);
    out.evidence = values.strings(entry, "evidence");
    out.tags = values.strings(entry, "tags");
    out.replaces = values.strings(entry, "replaces");
    pack.clauses.push_back(std::move(out));
}

void readLetter(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "letter");
    LetterKind out;
    out.id = values.string(entry, "id");
    out.name = values.words(entry, "name");
    out.to = values.string(entry, "to");
    out.team = values.words(entry, "team");
    out.marketplaces = values.strings(entry, "marketplaces");
    out.classes = values.strings(entry, "classes");
    for (const auto& section : values.list(entry, "sections")) {
        values.shaped(section, "letter_section");
        out.sections.push_back({values.string(section, "id"), values.phrasings(section, "text"), values.words(section, "short")});
    }
    out.required = values.strings(entry, "required");
    out.optional = values.strings(entry, "optional");
    out.groups = values.strings(entry, "groups");
    out.boxes = values.strings(entry, "boxes");
    out.guides = values.strings(entry, "guides");
    out.onlyStores = values.strings(entry, "stores");
    out.onlyCauses = values.strings(entry, "causes");
    for (const auto& route : values.object(entry, "per_cause"))
        out.perCause.emplace(route.key, values.stringsOf(route));
    for (const auto& fact : values.object(entry, "required_where"))
        out.requiredWhere.emplace(fact.key, fact.text);
    out.facts = values.fields(entry, "facts", "field");
    for (auto& fact : out.facts)
        fact.scope = "letter";
    if (const auto* length = entry.find("length")) {
        values.shaped(*length, "letter_length");
        const auto range = values.strings(*length, "words");
        if (range.size() == 2) {
            out.wordsFrom = std::atoi(range[0].c_str());
            out.wordsTo = std::atoi(range[1].c_str());
        } else if (!range.empty()) {
            values.fail(*length, "\"words\" holds the least and the most");
        }
    }
    out.warnings = values.listOfWords(entry, "warnings");
    pack.catalogue.letters.push_back(std::move(out));
}

void readChoice(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "choice");
    Choice out;
    if (const auto* when = entry.find("when")) {
        values.shaped(*when, "choice_when");
        out.afterApproval = values.flag(*when, "after_approval");
        out.actionsMain = values.strings(*when, "actions_main");
        out.marketplaces = values.strings(*when, "marketplaces");
        out.stores = values.strings(*when, "stores");
        out.routesAll = values.string(*when, "routes_all");
        out.routesAny = values.string(*when, "routes_any");
        out.routesNone = values.strings(*when, "routes_none");
        out.causesAny = values.strings(*when, "causes_any");
    }
    out.kind = values.string(entry, "kind");
    out.also = values.strings(entry, "also");
    pack.catalogue.choices.push_back(std::move(out));
}

} // namespace library
