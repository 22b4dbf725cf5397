#include "library/clauses.h"

#include "library/located.h"

#include <algorithm>
#include <functional>
#include <initializer_list>

namespace library {

namespace {

using Kind = Located::Kind;

/// Reads one piece of a pack. The first thing that is wrong ends it.
class Parser
{
public:
    Parser(std::string_view name, Pack& pack) : m_name(name), m_pack(pack) {}

    std::optional<appeal::Error> run(const Located& root)
    {
        if (root.kind != Kind::Object)
            fail(root, "", "an object with \"format\": 1 is wanted");
        const auto* format = root.find("format");
        if (!m_error && !format)
            fail(root, "", "\"format\": 1 is missing");
        if (!m_error && format->text != "1") {
            m_error = appeal::Error{appeal::Error::Code::NewerFormat, at(*format), "format " + format->text + "; this version reads format 1"};
            return m_error;
        }
        for (const auto& [key, value] : root.members)
            if (!m_error && key != "format")
                array(key, value);
        return m_error;
    }

private:
    std::string at(const Located& where) const { return std::string(m_name) + ":" + std::to_string(where.line) + ":" + std::to_string(where.column); }

    void fail(const Located& where, const std::string& path, const std::string& what)
    {
        if (!m_error)
            m_error = appeal::Error{appeal::Error::Code::BadTemplate, at(where), (path.empty() ? "" : path + ": ") + what};
    }

    // --- small shapes ---

    void only(const Located& value, const std::string& path, std::initializer_list<std::string_view> known)
    {
        if (value.kind != Kind::Object)
            return fail(value, path, "an object is wanted");
        for (const auto& [key, member] : value.members)
            if (std::find(known.begin(), known.end(), key) == known.end())
                fail(member, path, "unknown member \"" + key + "\"");
    }

    std::string string(const Located& owner, std::string_view key, const std::string& path, bool required = false)
    {
        const auto* value = owner.find(key);
        if (!value || value->kind == Kind::Null) {
            if (required)
                fail(owner, path, "\"" + std::string(key) + "\" is missing");
            return {};
        }
        if (value->kind == Kind::Object || value->kind == Kind::List)
            fail(*value, path + "/" + std::string(key), "a text is wanted");
        return value->text;
    }

    bool flag(const Located& owner, std::string_view key, const std::string& path)
    {
        const auto* value = owner.find(key);
        if (!value)
            return false;
        if (value->kind != Kind::Boolean)
            fail(*value, path + "/" + std::string(key), "true or false is wanted");
        return value->text == "true";
    }

    std::optional<int> integer(const Located& owner, std::string_view key, const std::string& path)
    {
        const auto* value = owner.find(key);
        if (!value || value->kind == Kind::Null)
            return {};
        if (value->kind != Kind::Number || value->text.size() > 9 || value->text.find_first_not_of("-0123456789") != std::string::npos) {
            fail(*value, path + "/" + std::string(key), "a whole number is wanted");
            return {};
        }
        return std::stoi(value->text);
    }

    std::vector<std::string> strings(const Located& owner, std::string_view key, const std::string& path)
    {
        std::vector<std::string> out;
        const auto* value = owner.find(key);
        if (!value)
            return out;
        if (value->kind != Kind::List)
            fail(*value, path + "/" + std::string(key), "a list is wanted");
        for (const auto& item : value->items) {
            if (item.kind == Kind::Object || item.kind == Kind::List)
                fail(item, path + "/" + std::string(key), "a list of texts is wanted");
            out.push_back(item.text);
        }
        return out;
    }

    Words wordsOf(const Located& value, const std::string& path)
    {
        Words out;
        if (value.kind == Kind::Null)
            return out;
        if (value.kind == Kind::String) { // the same in every language
            out["en"] = value.text;
            return out;
        }
        only(value, path, {"en", "zh"});
        for (const auto& [language, text] : value.members) {
            if (text.kind != Kind::String)
                fail(text, path + "/" + language, "a text is wanted");
            out[language] = text.text;
        }
        return out;
    }

    Words words(const Located& owner, std::string_view key, const std::string& path, bool required = false)
    {
        const auto* value = owner.find(key);
        if (!value) {
            if (required)
                fail(owner, path, "\"" + std::string(key) + "\" is missing");
            return {};
        }
        auto out = wordsOf(*value, path + "/" + std::string(key));
        if (required && value->kind == Kind::Object && (out.count("en") == 0 || out.count("zh") == 0))
            fail(*value, path + "/" + std::string(key), std::string("the ") + (out.count("en") == 0 ? "English" : "Chinese") + " text is missing");
        return out;
    }

    Phrasings phrasingsOf(const Located& value, const std::string& path, std::initializer_list<std::string_view> more = {})
    {
        Phrasings out;
        if (value.kind != Kind::Object) {
            fail(value, path, "{\"en\": [...], \"zh\": [...]} is wanted");
            return out;
        }
        for (const auto& [language, list] : value.members) {
            if (std::find(more.begin(), more.end(), language) != more.end())
                continue;
            if (language != "en" && language != "zh")
                fail(list, path, "unknown member \"" + language + "\"");
            if (list.kind != Kind::List)
                fail(list, path + "/" + language, "a list of phrasings is wanted");
            for (const auto& item : list.items) {
                if (item.kind != Kind::String)
                    fail(item, path + "/" + language, "a text is wanted");
                out[language].push_back(item.text);
            }
        }
        return out;
    }

    Phrasings phrasings(const Located& owner, std::string_view key, const std::string& path, std::initializer_list<std::string_view> more = {})
    {
        const auto* value = owner.find(key);
        return value ? phrasingsOf(*value, path + "/" + std::string(key), more) : Phrasings{};
    }

    std::vector<Words> listOfWords(const Located& owner, std::string_view key, const std::string& path)
    {
        std::vector<Words> out;
        if (const auto* value = owner.find(key))
            for (const auto& item : value->items)
                out.push_back(wordsOf(item, path + "/" + std::string(key)));
        return out;
    }

    std::vector<Option> options(const Located& owner, const std::string& path)
    {
        std::vector<Option> out;
        if (const auto* value = owner.find("options"))
            for (const auto& item : value->items) {
                only(item, path + "/options", {"id", "label"});
                out.push_back({string(item, "id", path + "/options", true), words(item, "label", path + "/options", true)});
            }
        return out;
    }

    Field field(const Located& value, const std::string& path)
    {
        only(value, path, {"name", "type", "label", "example", "hint", "grammar", "sentence", "required", "derived", "options", "scope", "routes", "weak"});
        Field out;
        out.name = string(value, "name", path, true);
        const auto here = path + "/" + out.name;
        out.type = string(value, "type", here, true);
        static constexpr std::string_view types[] = {"text", "longtext", "number", "date", "time", "percentage", "money", "person", "asin_list", "order_list", "file", "choice", "yes_no"};
        const auto base = out.type.ends_with("[]") ? out.type.substr(0, out.type.size() - 2) : out.type;
        if (std::find(std::begin(types), std::end(types), base) == std::end(types))
            fail(value, here, "unknown type \"" + out.type + "\"");
        out.label = words(value, "label", here, true);
        out.example = words(value, "example", here);
        out.hint = words(value, "hint", here);
        out.grammar = string(value, "grammar", here);
        out.sentence = words(value, "sentence", here);
        out.required = flag(value, "required", here);
        out.derived = flag(value, "derived", here);
        out.options = options(value, here);
        out.scope = string(value, "scope", here);
        out.routes = strings(value, "routes", here);
        return out;
    }

    std::vector<Field> fields(const Located& owner, std::string_view key, const std::string& path)
    {
        std::vector<Field> out;
        if (const auto* value = owner.find(key)) {
            if (value->kind != Kind::List)
                fail(*value, path + "/" + std::string(key), "a list is wanted");
            for (const auto& item : value->items)
                out.push_back(field(item, path + "/" + std::string(key)));
        }
        return out;
    }

    static Node node(const Located& value)
    {
        Node out;
        out.text = value.text;
        out.number = value.kind == Kind::Number;
        out.boolean = value.kind == Kind::Boolean;
        for (const auto& item : value.items)
            out.items.push_back(node(item));
        for (const auto& [key, member] : value.members)
            out.members[key] = node(member);
        return out;
    }

    // --- entries ---

    std::string entry(const std::string& kind, const Located& value, std::string_view idKey = "id")
    {
        const auto id = string(value, idKey, kind, true);
        const auto key = kind + ":" + id;
        if (!m_error && m_pack.places.count(key) != 0)
            fail(value, kind, "\"" + id + "\" stands twice in this file");
        m_pack.places[key] = {std::string(m_name), value.line};
        return id;
    }

    void array(const std::string& key, const Located& value)
    {
        if (value.kind != Kind::List)
            return fail(value, key, "a list is wanted");
        static const std::map<std::string, void (Parser::*)(const Located&)> readers{{"facts", &Parser::fact}, {"groups", &Parser::group}, {"sections", &Parser::section}, {"voice", &Parser::voice},
            {"causes", &Parser::cause}, {"clauses", &Parser::clause}, {"letters", &Parser::letter}, {"choice", &Parser::choice}, {"marketplaces", &Parser::marketplace}, {"metrics", &Parser::metric},
            {"practices", &Parser::practice}, {"guides", &Parser::guide}, {"checks", &Parser::check}, {"reading", &Parser::reading}, {"wording", &Parser::wording}, {"glossary", &Parser::term},
            {"phrases", &Parser::phrase}, {"readings", &Parser::pinyin}, {"reports", &Parser::report}};
        static constexpr std::string_view vocabularies[] = {"routes", "asks_for", "actions", "deadline_kinds", "ways", "families", "next_steps"};
        if (const auto it = readers.find(key); it != readers.end()) {
            for (const auto& item : value.items)
                if (!m_error)
                    (this->*it->second)(item);
        } else if (std::find(std::begin(vocabularies), std::end(vocabularies), key) != std::end(vocabularies)) {
            for (const auto& item : value.items)
                if (!m_error)
                    named(key, item);
        } else {
            fail(value, "", "unknown member \"" + key + "\"");
        }
    }

    void fact(const Located& value)
    {
        auto out = field(value, "facts");
        m_pack.places["facts:" + out.scope + "." + out.name] = {std::string(m_name), value.line};
        m_pack.catalogue.facts.push_back(std::move(out));
    }

    void group(const Located& value)
    {
        Group out;
        out.id = entry("groups", value);
        const auto path = "groups/" + out.id;
        only(value, path, {"id", "name", "section", "members", "print"});
        out.name = words(value, "name", path, true);
        if (const auto* section = value.find("section"))
            for (const auto& [route, where] : section->members)
                out.section[route] = where.text;
        out.members = fields(value, "members", path);
        out.print = phrasings(value, "print", path, {"short"});
        if (const auto* print = value.find("print"))
            out.shortPrint = words(*print, "short", path + "/print");
        m_pack.catalogue.groups.push_back(std::move(out));
    }

    void section(const Located& value)
    {
        Section out;
        out.id = entry("sections", value);
        const auto path = "sections/" + out.id;
        only(value, path, {"id", "name", "hint", "heading", "text", "short"});
        out.name = words(value, "name", path);
        out.hint = words(value, "hint", path);
        out.heading = words(value, "heading", path);
        out.text = phrasings(value, "text", path);
        out.shortText = words(value, "short", path);
        m_pack.catalogue.sections.push_back(std::move(out));
    }

    void named(const std::string& vocabulary, const Located& value)
    {
        Named out;
        out.id = entry(vocabulary, value);
        const auto path = vocabulary + "/" + out.id;
        for (const auto& [key, member] : value.members) {
            if (key == "id")
                continue;
            if (key == "name")
                out.name = words(value, "name", path, true);
            else if (key == "hint")
                out.hint = words(value, "hint", path);
            else if (member.kind == Kind::Object && !member.members.empty() && member.members.front().second.kind == Kind::List)
                out.phrases[key] = phrasingsOf(member, path + "/" + key);
            else if (member.kind == Kind::Object)
                for (const auto& [language, text] : wordsOf(member, path + "/" + key))
                    out.more[key + "@" + language] = text;
            else if (member.kind != Kind::List)
                out.more[key] = member.text;
        }
        m_pack.catalogue.vocabularies[vocabulary].push_back(std::move(out));
    }

    void voice(const Located& value)
    {
        const auto id = string(value, "id", "voice", true);
        auto& voices = id == "I" ? m_pack.catalogue.voiceI : m_pack.catalogue.voiceWe;
        for (const auto& [language, list] : value.members)
            if (language == "en" || language == "zh")
                for (const auto& [word, text] : list.members)
                    voices[language][word] = text.text;
    }

    void cause(const Located& value)
    {
        Cause out;
        out.id = entry("causes", value);
        const auto path = "causes/" + out.id;
        only(value, path, {"id", "name", "title", "family", "marketplaces", "routes", "metrics", "phrases", "see", "questions", "root_causes", "evidence", "traps", "leads"});
        out.name = words(value, "name", path, true);
        out.title = words(value, "title", path, true);
        out.family = string(value, "family", path, true);
        out.marketplaces = strings(value, "marketplaces", path);
        out.routes = strings(value, "routes", path);
        out.metrics = strings(value, "metrics", path);
        out.phrases = phrasings(value, "phrases", path);
        if (const auto* see = value.find("see"))
            for (const auto& item : see->items)
                out.see.push_back({string(item, "cause", path + "/see", true), words(item, "when", path + "/see")});
        out.questions = fields(value, "questions", path);
        out.rootCauses = listOfWords(value, "root_causes", path);
        if (const auto* evidence = value.find("evidence"))
            for (const auto& item : evidence->items) {
                only(item, path + "/evidence", {"kind", "routes", "text"});
                out.evidence.push_back({string(item, "kind", path + "/evidence", true), strings(item, "routes", path + "/evidence"), words(item, "text", path + "/evidence", true)});
            }
        out.traps = listOfWords(value, "traps", path);
        if (const auto* leads = value.find("leads"))
            for (const auto& [where, text] : leads->members)
                out.leads[where] = phrasingsOf(text, path + "/leads/" + where);
        m_pack.catalogue.causes.push_back(std::move(out));
    }

    void clause(const Located& value)
    {
        Clause out;
        out.id = entry("clauses", value);
        const auto path = "clauses/" + out.id;
        only(value, path, {"id", "name", "section", "causes", "routes", "kinds", "marketplaces", "prints", "slots", "requires", "text", "short", "evidence", "tags", "replaces"});
        out.name = words(value, "name", path, true);
        out.section = string(value, "section", path, true);
        out.causes = strings(value, "causes", path);
        out.routes = strings(value, "routes", path);
        out.kinds = strings(value, "kinds", path);
        out.marketplaces = strings(value, "marketplaces", path);
        out.prints = string(value, "prints", path);
        out.slots = fields(value, "slots", path);
        out.requires_ = words(value, "requires", path);
        out.text = phrasings(value, "text", path);
        out.shortText = words(value, "short", path);
        out.evidence = strings(value, "evidence", path);
        out.tags = strings(value, "tags", path);
        out.replaces = strings(value, "replaces", path);
        out.hash = hashOf(out);
        m_pack.clauses.push_back(std::move(out));
    }

    void letter(const Located& value)
    {
        LetterKind out;
        out.id = entry("letters", value);
        const auto path = "letters/" + out.id;
        only(value, path, {"id", "name", "marketplaces", "to", "classes", "team", "sections", "required", "optional", "per_cause", "groups", "facts", "length", "boxes", "guides", "warnings", "required_where",
            "requires_groups_any", "stores", "causes"});
        out.name = words(value, "name", path, true);
        out.to = string(value, "to", path, true);
        out.team = words(value, "team", path);
        out.marketplaces = strings(value, "marketplaces", path);
        out.classes = strings(value, "classes", path);
        if (const auto* sections = value.find("sections"))
            for (const auto& item : sections->items) {
                only(item, path + "/sections", {"id", "text", "short"});
                out.sections.push_back({string(item, "id", path + "/sections", true), phrasings(item, "text", path + "/sections"), words(item, "short", path + "/sections")});
            }
        out.required = strings(value, "required", path);
        out.optional = strings(value, "optional", path);
        out.groups = strings(value, "groups", path);
        out.boxes = strings(value, "boxes", path);
        out.guides = strings(value, "guides", path);
        out.requiresGroupsAny = strings(value, "requires_groups_any", path);
        out.onlyStores = strings(value, "stores", path);
        out.onlyCauses = strings(value, "causes", path);
        if (const auto* perCause = value.find("per_cause"))
            for (const auto& [route, list] : perCause->members)
                for (const auto& item : list.items)
                    out.perCause[route].push_back(item.text);
        out.facts = fields(value, "facts", path);
        for (auto& f : out.facts)
            f.scope = "letter";
        if (const auto* length = value.find("length"))
            if (const auto* range = length->find("words"); range && range->items.size() == 2) {
                out.wordsFrom = std::atoi(range->items[0].text.c_str());
                out.wordsTo = std::atoi(range->items[1].text.c_str());
            }
        out.warnings = listOfWords(value, "warnings", path);
        m_pack.catalogue.letters.push_back(std::move(out));
    }

    void choice(const Located& value)
    {
        Choice out;
        only(value, "choice", {"when", "kind", "also"});
        if (const auto* when = value.find("when")) {
            only(*when, "choice/when", {"after_approval", "actions_main", "marketplaces", "stores", "routes_all", "routes_any", "routes_none", "causes_any"});
            out.afterApproval = flag(*when, "after_approval", "choice");
            out.actionsMain = strings(*when, "actions_main", "choice");
            out.marketplaces = strings(*when, "marketplaces", "choice");
            out.stores = strings(*when, "stores", "choice");
            out.routesAll = string(*when, "routes_all", "choice");
            out.routesAny = string(*when, "routes_any", "choice");
            out.routesNone = strings(*when, "routes_none", "choice");
            out.causesAny = strings(*when, "causes_any", "choice");
        }
        out.kind = string(value, "kind", "choice");
        out.also = strings(value, "also", "choice");
        m_pack.catalogue.choices.push_back(std::move(out));
    }

    void marketplace(const Located& value)
    {
        Marketplace out;
        out.id = entry("marketplaces", value);
        const auto path = "marketplaces/" + out.id;
        out.name = words(value, "name", path, true);
        out.team = words(value, "team", path);
        out.entrance = words(value, "entrance", path);
        out.languages = words(value, "languages", path);
        out.source = string(value, "source", path);
        out.asOf = string(value, "as_of", path);
        out.invoiceAgeDays = integer(value, "invoice_age_days", path);
        if (const auto* stores = value.find("stores"))
            for (const auto& item : stores->items) {
                Store store;
                store.id = string(item, "id", path + "/stores", true);
                store.domain = string(item, "domain", path + "/stores");
                store.currency = string(item, "currency", path + "/stores");
                store.spelling = string(item, "spelling", path + "/stores");
                store.name = words(item, "name", path + "/stores");
                store.team = words(item, "team", path + "/stores");
                if (const auto* terms = item.find("terms"))
                    for (const auto& [from, to] : terms->members)
                        store.terms[from] = to.text;
                out.stores.push_back(std::move(store));
            }
        if (const auto* status = value.find("status_request")) {
            out.statusFrom = integer(*status, "from", path).value_or(7);
            out.statusOn = integer(*status, "on", path).value_or(10);
            out.statusSource = string(*status, "source", path);
            out.statusAsOf = string(*status, "as_of", path);
        }
        if (const auto* form = value.find("form"))
            if (const auto* boxes = form->find("boxes"))
                for (const auto& item : boxes->items)
                    out.boxes.push_back({string(item, "id", path + "/form", true), strings(item, "sections", path + "/form"), integer(item, "limit", path + "/form")});
        if (const auto* types = value.find("attachment_types"))
            for (const auto& [situation, list] : types->members)
                for (const auto& item : list.items)
                    out.attachmentTypes[situation].push_back(item.text);
        m_pack.catalogue.marketplaces.push_back(std::move(out));
    }

    void metric(const Located& value)
    {
        Metric out;
        out.id = entry("metrics", value);
        const auto path = "metrics/" + out.id;
        only(value, path, {"id", "name", "short", "sign", "target", "unit", "marketplaces", "windows", "numerator", "denominator", "part_of", "channels", "definition", "notes", "source", "as_of", "unconfirmed", "stores",
            "example"});
        out.name = words(value, "name", path, true);
        out.shortName = string(value, "short", path);
        out.sign = string(value, "sign", path);
        out.target = string(value, "target", path);
        out.unit = string(value, "unit", path);
        out.example = string(value, "example", path);
        out.partOf = string(value, "part_of", path);
        out.source = string(value, "source", path, true);
        out.asOf = string(value, "as_of", path, true);
        out.numerator = words(value, "numerator", path);
        out.denominator = words(value, "denominator", path);
        out.definition = words(value, "definition", path);
        out.notes = words(value, "notes", path);
        out.marketplaces = strings(value, "marketplaces", path);
        out.channels = strings(value, "channels", path);
        for (const auto& window : strings(value, "windows", path))
            out.windows.push_back(std::atoi(window.c_str()));
        out.unconfirmed = flag(value, "unconfirmed", path);
        if (const auto* stores = value.find("stores"))
            for (const auto& [store, what] : stores->members)
                if (const auto* target = what.find("target"))
                    out.storeTargets[store] = target->text;
        m_pack.catalogue.metrics.push_back(std::move(out));
    }

    void practice(const Located& value)
    {
        Practice out;
        out.id = entry("practices", value);
        const auto path = "practices/" + out.id;
        only(value, path, {"id", "area", "area_name", "question", "leads_to"});
        out.area = string(value, "area", path, true);
        out.areaName = words(value, "area_name", path);
        out.question = words(value, "question", path, true);
        out.leadsTo = strings(value, "leads_to", path);
        m_pack.catalogue.practices.push_back(std::move(out));
    }

    void guide(const Located& value)
    {
        Guide out;
        out.id = entry("guides", value);
        const auto path = "guides/" + out.id;
        only(value, path, {"id", "name", "marketplaces", "kinds", "stores", "routes", "page", "steps", "next", "source", "as_of", "unconfirmed"});
        out.name = words(value, "name", path, true);
        out.marketplaces = strings(value, "marketplaces", path);
        out.kinds = strings(value, "kinds", path);
        out.stores = strings(value, "stores", path);
        out.routes = strings(value, "routes", path);
        out.page = string(value, "page", path);
        out.source = string(value, "source", path, true);
        out.asOf = string(value, "as_of", path, true);
        out.steps = listOfWords(value, "steps", path);
        out.next = listOfWords(value, "next", path);
        m_pack.catalogue.guides.push_back(std::move(out));
    }

    void check(const Located& value)
    {
        Check out;
        out.id = entry("checks", value);
        const auto path = "checks/" + out.id;
        out.severity = string(value, "severity", path, true);
        out.name = words(value, "name", path);
        out.message = words(value, "message", path, true);
        out.suggestion = words(value, "suggestion", path, true);
        out.why = words(value, "why", path);
        out.classes = strings(value, "classes", path);
        out.kinds = strings(value, "kinds", path);
        out.exceptKinds = strings(value, "except_kinds", path);
        out.languages = strings(value, "languages", path);
        out.body = node(value);
        m_pack.catalogue.checks.push_back(std::move(out));
    }

    void reading(const Located& value) { m_pack.catalogue.reading.push_back(node(value)); }

    void wording(const Located& value)
    {
        const auto id = entry("wording", value);
        only(value, "wording/" + id, {"id", "en", "zh"});
        m_pack.catalogue.wording[id] = {{"en", string(value, "en", "wording/" + id, true)}, {"zh", string(value, "zh", "wording/" + id, true)}};
    }

    void term(const Located& value)
    {
        only(value, "glossary", {"zh", "en", "note"});
        m_pack.catalogue.glossary.push_back({string(value, "zh", "glossary", true), string(value, "en", "glossary", true), string(value, "note", "glossary")});
    }

    void phrase(const Located& value)
    {
        only(value, "phrases", {"zh", "en", "kind"});
        m_pack.catalogue.phrases.push_back({string(value, "zh", "phrases", true), string(value, "en", "phrases", true), string(value, "kind", "phrases")});
    }

    void pinyin(const Located& value)
    {
        only(value, "readings", {"han", "pinyin"});
        m_pack.catalogue.readings[string(value, "han", "readings", true)] = string(value, "pinyin", "readings", true);
    }

    void report(const Located&) {}

    std::string_view m_name;
    Pack& m_pack;
    std::optional<appeal::Error> m_error;
};

} // namespace

appeal::Result<Pack> parsePack(std::string_view json, std::string_view name)
{
    auto root = parseLocated(json, name);
    if (!root)
        return root.error();
    Pack pack;
    Parser parser(name, pack);
    if (auto error = parser.run(*root))
        return *error;
    std::sort(pack.clauses.begin(), pack.clauses.end(), [](const Clause& a, const Clause& b) { return a.id < b.id; });
    if (!pack.catalogue.metrics.empty())
        pack.catalogue.makeFigures();
    return pack;
}

appeal::Result<appeal::Done> add(Pack& whole, Pack piece)
{
    for (const auto& [key, place] : piece.places)
        if (const auto there = whole.places.find(key); there != whole.places.end())
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
        to.voiceWe[language].insert(list.begin(), list.end());
    for (auto& [language, list] : from.voiceI)
        to.voiceI[language].insert(list.begin(), list.end());
    move(to.causes, from.causes);
    move(to.letters, from.letters);
    move(to.choices, from.choices);
    move(to.metrics, from.metrics);
    move(to.marketplaces, from.marketplaces);
    move(to.guides, from.guides);
    move(to.practices, from.practices);
    move(to.checks, from.checks);
    to.wording.merge(from.wording);
    move(to.glossary, from.glossary);
    move(to.phrases, from.phrases);
    move(to.reading, from.reading);
    to.readings.merge(from.readings);
    whole.places.merge(piece.places);
    if (!from.metrics.empty() || !from.figures.empty())
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
