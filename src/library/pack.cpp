#include "library/entries.h"

#include <algorithm>
#include <array>

namespace library {

namespace {

struct Reader { std::string_view array; ReadEntry read; };

constexpr Reader kReaders[] = {{"facts", readFact}, {"groups", readGroup}, {"sections", readSection}, {"voice", readVoice}, {"causes", readCause}, {"clauses", readClause}, {"letters", readLetter},
    {"choice", readChoice}, {"marketplaces", readMarketplace}, {"metrics", readMetric}, {"practices", readPractice}, {"guides", readGuide}, {"reports", readReport}, {"checks", readCheck}, {"reading", readReading},
    {"wording", readWording}, {"glossary", readTerm}, {"phrases", readPhrase}, {"spellings", readSpelling}, {"readings", readPinyin}};

/// Arrays whose entries are known by their id; the others are rules and rows.
bool hasIds(std::string_view array)
{
    return array != "choice" && array != "reading" && array != "glossary" && array != "phrases" && array != "spellings" && array != "readings" && array != "voice";
}

/// Rules and rows that may share a name; the first of them gives the place.
bool oneOfMany(std::string_view key)
{
    return key.starts_with("reading:") || key.starts_with("choice:");
}

/// "causes:late_shipment_rate"; of a fact "facts:case.asins", since two scopes may share a name.
std::string keyOf(std::string_view array, const Located& entry)
{
    const auto text = [&](std::string_view key) {
        const auto* value = entry.find(key);
        return value ? std::string(value->text) : std::string();
    };
    if (array == "choice")
        return "choice:" + text("kind");
    return std::string(array) + ":" + (array == "facts" ? text("scope") + "." + text("name") : array == "reading" ? text("kind") + "." + text("id") : text("id"));
}

void readArray(Values& values, const Located& array, std::string_view file, Pack& pack)
{
    const auto* known = std::find_if(std::begin(kReaders), std::end(kReaders), [&](const Reader& r) { return r.array == array.key; });
    const auto vocabulary = packArrays();
    const auto* named = std::find_if(vocabulary.data(), vocabulary.data() + vocabulary.size(), [&](const PackArray& a) { return a.name == array.key; });
    if (named == vocabulary.data() + vocabulary.size())
        return values.fail(array, "unknown member \"" + std::string(array.key) + "\"");
    if (array.kind != Located::Kind::List)
        return values.fail(array, "a list is wanted");
    for (const auto& entry : array.items) {
        if (known == std::end(kReaders)) {
            values.shaped(entry, named->entry);
            readNamed(values, entry, pack, array.key);
        } else {
            known->read(values, entry, pack);
        }
        if (!values.ok())
            return;
        if (const auto key = keyOf(array.key, entry); oneOfMany(key))
            pack.places.emplace(key, std::pair(std::string(file), int(entry.line)));
        if (hasIds(array.key) && !pack.places.emplace(keyOf(array.key, entry), std::pair(std::string(file), int(entry.line))).second)
            return values.fail(entry, "it stands twice in this file");
    }
}

} // namespace

appeal::Result<Pack> parsePack(std::string_view json, std::string_view name)
{
    auto text = LocatedText::parse(json, name);
    if (!text)
        return text.error();
    const auto& root = text->root();
    Values values(*text);
    const auto* format = root.find("format");
    if (root.kind != Located::Kind::Object)
        values.fail(root, "an object with \"format\": 1 is wanted");
    else if (!format)
        values.fail(root, "\"format\": 1 is missing");
    else if (format->kind != Located::Kind::Number)
        values.fail(*format, "a number is wanted");
    else if (format->text != "1")
        return appeal::Error{appeal::Error::Code::NewerFormat, text->where(*format), "format " + std::string(format->text) + "; this version reads format 1"};
    Pack pack;
    for (const auto& array : root.items)
        if (values.ok() && array.key != "format")
            readArray(values, array, name, pack);
    if (!values.ok())
        return *values.error();
    for (auto& clause : pack.clauses)
        clause.hash = hashOf(clause);
    std::sort(pack.clauses.begin(), pack.clauses.end(), [](const Clause& a, const Clause& b) { return a.id < b.id; });
    return pack;
}

appeal::Result<Clause> clauseFromJson(std::string_view json, std::string_view name)
{
    auto text = LocatedText::parse(json, name);
    if (!text)
        return text.error();
    Values values(*text);
    Pack pack;
    readClause(values, text->root(), pack);
    if (!values.ok())
        return *values.error();
    return std::move(pack.clauses.front());
}

appeal::Result<appeal::Done> add(Pack& whole, Pack piece)
{
    for (const auto& [key, place] : piece.places)
        if (const auto there = whole.places.find(key); there != whole.places.end() && !oneOfMany(key))
            return appeal::Error{appeal::Error::Code::BadTemplate, place.first + ":" + std::to_string(place.second),
                key + " stands also in " + there->second.first + ":" + std::to_string(there->second.second)};
    const auto move = [](auto& to, auto& from) { std::move(from.begin(), from.end(), std::back_inserter(to)); };
    auto& to = whole.catalogue;
    auto& from = piece.catalogue;
    move(to.facts, from.facts);
    move(to.groups, from.groups);
    move(to.sections, from.sections);
    for (auto& [name, list] : from.vocabularies)
        move(to.vocabularies[name], list);
    for (auto& [language, list] : from.voiceWe)
        to.voiceWe[language].merge(list);
    for (auto& [language, list] : from.voiceI)
        to.voiceI[language].merge(list);
    move(to.causes, from.causes);
    move(to.letters, from.letters);
    move(to.choices, from.choices);
    move(to.metrics, from.metrics);
    move(to.marketplaces, from.marketplaces);
    move(to.guides, from.guides);
    move(to.practices, from.practices);
    move(to.checks, from.checks);
    const bool figures = !from.metrics.empty() || !from.wording.empty(); // whose labels are worded
    to.wording.merge(from.wording);
    move(to.glossary, from.glossary);
    move(to.phrases, from.phrases);
    move(to.reading, from.reading);
    move(to.reports, from.reports);
    to.readings.merge(from.readings);
    whole.places.merge(piece.places);
    if (figures)
        to.makeFigures();
    if (!piece.clauses.empty()) {
        const auto byId = [](const Clause& a, const Clause& b) { return a.id < b.id; };
        const auto middle = std::ptrdiff_t(whole.clauses.size());
        move(whole.clauses, piece.clauses);
        std::inplace_merge(whole.clauses.begin(), whole.clauses.begin() + middle, whole.clauses.end(), byId);
    }
    return appeal::Done{};
}

} // namespace library
