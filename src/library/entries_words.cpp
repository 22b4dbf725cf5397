#include "library/entries.h"

namespace library {

void readCheck(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "check");
    Check out;
    out.id = values.string(entry, "id");
    out.severity = values.string(entry, "severity");
    if (out.severity != "block" && out.severity != "warn" && out.severity != "info")
        values.fail(entry, "a severity is block, warn or info");
    out.name = values.words(entry, "name");
    out.message = values.words(entry, "message");
    out.suggestion = values.words(entry, "suggestion");
    out.why = values.words(entry, "why");
    out.classes = values.strings(entry, "classes");
    out.kinds = values.strings(entry, "kinds");
    out.exceptKinds = values.strings(entry, "except_kinds");
    out.languages = values.strings(entry, "languages");
    out.body = Values::node(entry);
    pack.catalogue.checks.push_back(std::move(out));
}

void readReading(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "reading");
    pack.catalogue.reading.push_back(Values::node(entry));
}

void readWording(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "wording");
    pack.catalogue.wording.emplace(values.string(entry, "id"), Words{{"en", values.string(entry, "en")}, {"zh", values.string(entry, "zh")}});
}

void readTerm(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "term");
    pack.catalogue.glossary.push_back({values.string(entry, "zh"), values.string(entry, "en"), values.string(entry, "note")});
    if (auto meaning = values.words(entry, "meaning"); !meaning.empty())
        pack.catalogue.vocabularies["meanings"].push_back({values.string(entry, "zh"), std::move(meaning), {}, {}, {}});
}

void readPhrase(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "phrase");
    pack.catalogue.phrases.push_back({values.string(entry, "zh"), values.string(entry, "en"), values.string(entry, "kind")});
}

void readSpelling(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "spelling");
    pack.catalogue.vocabularies["spellings"].push_back({values.string(entry, "american"), {}, {}, {{"british", values.string(entry, "british")}}, {}});
}

void readPinyin(Values& values, const Located& entry, Pack& pack)
{
    values.shaped(entry, "pinyin");
    pack.catalogue.readings.emplace(values.string(entry, "han"), values.string(entry, "pinyin"));
}

} // namespace library
