#include "library/clauses.h"

#include <nlohmann/json.hpp>

namespace library {

namespace {

using Json = nlohmann::ordered_json;

Json wordsJson(const Words& words)
{
    Json out = Json::object();
    for (const auto& [language, text] : words)
        out[language] = text;
    return out;
}

Json fieldJson(const Field& field)
{
    Json out{{"name", field.name}, {"type", field.type}, {"label", wordsJson(field.label)}};
    if (field.required)
        out["required"] = true;
    if (!field.example.empty())
        out["example"] = wordsJson(field.example);
    if (!field.hint.empty())
        out["hint"] = wordsJson(field.hint);
    if (!field.grammar.empty())
        out["grammar"] = field.grammar;
    if (!field.options.empty()) {
        out["options"] = Json::array();
        for (const auto& option : field.options)
            out["options"].push_back({{"id", option.id}, {"label", wordsJson(option.label)}});
    }
    return out;
}

Json clauseJson(const Clause& clause)
{
    Json out{{"id", clause.id}, {"name", wordsJson(clause.name)}, {"section", clause.section}, {"causes", clause.causes}, {"routes", clause.routes}, {"kinds", clause.kinds},
        {"marketplaces", clause.marketplaces}, {"prints", clause.prints.empty() ? Json(nullptr) : Json(clause.prints)}, {"slots", Json::array()},
        {"requires", clause.requires_.empty() ? Json(nullptr) : wordsJson(clause.requires_)}};
    for (const auto& slot : clause.slots)
        out["slots"].push_back(fieldJson(slot));
    out["text"] = Json::object();
    for (const auto& [language, list] : clause.text)
        out["text"][language] = list;
    out["short"] = wordsJson(clause.shortText);
    out["evidence"] = clause.evidence;
    out["tags"] = clause.tags;
    if (!clause.replaces.empty())
        out["replaces"] = clause.replaces;
    return out;
}

} // namespace

std::string toJson(const Clause& clause)
{
    return clauseJson(clause).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string packJson(const Clauses& clauses)
{
    Json out{{"format", 1}, {"clauses", Json::array()}};
    for (const auto& clause : clauses)
        out["clauses"].push_back(clauseJson(clause));
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace library
