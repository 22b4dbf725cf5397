#include "library/entries.h"

namespace library {

using Kind = Located::Kind;

void readFact(Values& values, const Located& entry, Pack& pack)
{
    auto out = values.field(entry, "fact");
    if (out.scope != "case" && out.scope != "letter" && out.scope != "cause")
        values.fail(entry, "the scope of a fact is case, letter or cause");
    pack.catalogue.facts.push_back(std::move(out));
}

void readGroup(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "group");
    Group out;
    out.id = values.string(entry, "id");
    out.name = values.words(entry, "name");
    for (const auto& section : values.object(entry, "section"))
        out.section.emplace(section.key, section.text);
    out.members = values.fields(entry, "members", "field");
    if (const auto* print = entry.find("print")) {
        values.shaped(*print, "group_print");
        out.print = values.phrasingsOf(*print, Values::Languages::Both, "short");
        out.shortPrint = values.words(*print, "short");
    }
    pack.catalogue.groups.push_back(std::move(out));
}

void readSection(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "section");
    Section out;
    out.id = values.string(entry, "id");
    out.name = values.words(entry, "name");
    out.hint = values.words(entry, "hint");
    out.heading = values.words(entry, "heading");
    out.text = values.phrasings(entry, "text");
    out.shortText = values.words(entry, "short");
    pack.catalogue.sections.push_back(std::move(out));
}

void readVoice(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "voice");
    const auto id = values.string(entry, "id");
    if (id != "we" && id != "I")
        values.fail(entry, "a voice is we or I");
    auto& voice = id == "I" ? pack.catalogue.voiceI : pack.catalogue.voiceWe;
    for (const char* language : {"en", "zh"})
        for (const auto& word : values.object(entry, language))
            voice[language].emplace(word.key, word.text);
}

void readNamed(Values& values, const Located& entry, Pack& pack, std::string_view vocabulary)
{
    Named out;
    out.id = values.string(entry, "id");
    out.name = values.words(entry, "name");
    out.hint = values.words(entry, "hint");
    for (const auto& member : entry.items) {
        if (member.key == "id" || member.key == "name" || member.key == "hint")
            continue;
        const std::string key(member.key);
        if (member.kind == Kind::Object && !member.items.empty() && member.items.front().kind == Kind::List)
            out.phrases.emplace(key, values.phrasingsOf(member));
        else if (member.kind == Kind::Object)
            for (const auto& [language, text] : values.wordsOf(member))
                out.more.emplace(key + "@" + language, text);
        else if (member.kind != Kind::List)
            out.more.emplace(key, member.text);
    }
    pack.catalogue.vocabularies[std::string(vocabulary)].push_back(std::move(out));
}

} // namespace library
