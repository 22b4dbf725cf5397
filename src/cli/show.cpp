#include "cli/commands.h"
#include "cli/json.h"

#include "letter/claim.h"
#include "letter/compose.h"
#include "letter/resolve.h"

#include <algorithm>
#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::string name, letter;
};

/// "deeds.2": as `set` names the record.
std::string rowName(const appeal::Case& c, const appeal::Record& record)
{
    auto name = letter::memberName(c, record, "");
    name.pop_back();
    return name;
}

/// Which place of the letter the facts below it belong to.
std::string placeOf(const appeal::LetterDraft& draft, const library::Clauses& clauses, const appeal::Pick& pick, const appeal::Language& language)
{
    auto out = pick.section + "  " + pickName(draft, pick);
    if (const auto* clause = library::find(clauses, pick.clause))
        out += "  " + library::in(clause->name, language);
    return out;
}

Result<int> show(Context& context, const Args& args)
{
    auto open = context.open(args.name);
    if (!open)
        return open.error();
    auto session = context.session(*open);
    if (!session)
        return session.error();
    if (context.json()) {
        print(context, showJson(*open, context, session->clauses()));
        return 0;
    }
    const auto& c = open->value;
    const auto& language = context.language();
    auto& out = context.out();
    const auto card = journey::summaryOf(c, context.catalogue(), context.today());
    out << (card.store.empty() ? "-" : card.store) << "  " << card.marketplace << "  " << context.say("state." + card.state);
    if (card.due)
        out << "  " << appeal::isoDate(*card.due);
    out << '\n';
    for (const auto& cause : c.causes) {
        const auto* known = context.catalogue().cause(cause.id);
        const auto* route = cause.route ? context.catalogue().named("routes", appeal::name(*cause.route)) : nullptr;
        out << "  " << (known ? library::in(known->name, language) : cause.id) << ": " << (route ? library::in(route->name, language) : context.say("route.open")) << '\n';
        if (!route && known) {
            std::string choices;
            for (const auto& id : known->routes)
                choices += (choices.empty() ? "" : "|") + id;
            out << "    " << context.say("route.how", {{"cause", cause.id}, {"choices", choices}}) << '\n';
        }
    }
    bool proposed = false;
    for (const auto& letter : c.letters) {
        const auto* kind = context.catalogue().letter(letter.kind);
        out << letter.id << "  " << (kind ? library::in(kind->name, language) : letter.kind) << (letter.sent.empty() ? "" : "  *") << '\n';
        for (const auto& pick : letter.picks) {
            const auto* clause = library::find(session->clauses(), pick.clause);
            const auto state = letter::stateOf(c, letter, pick, clause);
            out << "    " << (state == appeal::PickState::Proposed ? "? " : "  ") << pick.section << "  " << pickName(letter, pick);
            if (const auto* record = appeal::findRecord(c, pick.prints))
                out << "  " << rowName(c, *record);
            out << '\n';
            if (state == appeal::PickState::Proposed && clause && !library::in(clause->requires_, language).empty())
                out << "        " << library::in(clause->requires_, language) << '\n';
            proposed = proposed || state == appeal::PickState::Proposed;
        }
    }
    for (const auto& evidence : c.evidence)
        out << "  " << evidence.name << '\n';
    if (proposed)
        out << context.say("show.proposed") << '\n';
    return 0;
}

Json valueJson(const appeal::Value& value)
{
    if (value.empty())
        return nullptr;
    if (value.size() == 1 && value.begin()->first.empty())
        return value.begin()->second;
    // the value of the letter's first language stands as `value`; all of them beside it
    return appeal::anyOf(value);
}

/// The groups of which the letter takes further rows, each with what a row may hold.
void rowsToAdd(Context& context, const appeal::Case& c, const appeal::LetterDraft& draft)
{
    const auto* kind = context.catalogue().letter(draft.kind);
    if (!kind)
        return;
    bool first = true;
    for (const auto& id : kind->groups) {
        const auto* group = context.catalogue().group(id);
        const bool here = group && std::any_of(c.causes.begin(), c.causes.end(), [&](const appeal::ChosenCause& cause) {
            const auto where = cause.route ? group->section.find(std::string(appeal::name(*cause.route))) : group->section.end();
            return where != group->section.end() && kind->section(where->second);
        });
        if (!here)
            continue;
        if (first)
            context.out() << context.say("facts.rows") << '\n';
        first = false;
        context.out() << "+ " << id << ".+";
        for (const auto& member : group->members)
            context.out() << (&member == &group->members.front() ? "." : ", ") << member.name << (member.required ? "!" : "");
        context.out() << "  (" << library::in(group->name, context.language()) << ")\n";
    }
}

Result<int> facts(Context& context, const Args& args)
{
    auto open = context.open(args.name);
    if (!open)
        return open.error();
    auto session = context.session(*open);
    if (!session)
        return session.error();
    const auto& c = open->value;
    const auto* draft = letterByName(c, args.letter);
    if (!draft && !args.letter.empty())
        return Error{Error::Code::Usage, "--letter", "the case has no letter \"" + args.letter + "\"; `set letter=KIND` makes one"};
    std::vector<letter::FactState> all;
    if (draft)
        all = letter::facts(c, *draft, context.catalogue(), session->clauses(), draft->language, context.today());
    if (context.json()) {
        Json out = Json::array();
        for (const auto& fact : all) {
            const auto& field = fact.field ? *fact.field : fact.own;
            Json pick = nullptr;
            if (fact.scope == appeal::Scope::Pick && draft)
                if (const auto* p = appeal::findPick(*draft, fact.owner))
                    pick = pickName(*draft, *p);
            const auto written = letter::valueIn(fact.value, draft->language);
            Json entry{{"name", fact.name}, {"scope", appeal::name(fact.scope)}, {"cause", fact.scope == appeal::Scope::Cause ? Json(fact.owner) : Json(nullptr)}, {"pick", pick},
                {"type", field.type}, {"label", toJson(field.label)}, {"example", library::in(field.example, draft->language)}, {"value", written.empty() ? valueJson(fact.value) : Json(written)},
                {"source", appeal::name(fact.source)}, {"required", fact.required}, {"missing", fact.missing}};
            if (fact.value.size() > 1 || (!fact.value.empty() && !fact.value.begin()->first.empty())) {
                Json values = Json::object();
                for (const auto& [language, text] : fact.value)
                    values[language.empty() ? "any" : language] = text;
                entry["values"] = values;
            }
            if (!field.options.empty()) {
                entry["options"] = Json::array();
                for (const auto& option : field.options)
                    entry["options"].push_back(option.id);
            }
            if (!field.grammar.empty())
                entry["grammar"] = field.grammar;
            if (!fact.usedIn.empty()) {
                entry["used_in"] = Json::array();
                for (const auto& place : fact.usedIn) {
                    const auto* p = appeal::findPick(*draft, place);
                    entry["used_in"].push_back(p ? pickName(*draft, *p) : place);
                }
            }
            out.push_back(entry);
        }
        print(context, out);
        return 0;
    }
    std::string place;
    for (const auto& fact : all) {
        const auto& field = fact.field ? *fact.field : fact.own;
        const auto written = letter::valueIn(fact.value, draft->language);
        const auto* pick = fact.usedIn.empty() || (fact.scope != appeal::Scope::Record && fact.scope != appeal::Scope::Pick) ? nullptr : appeal::findPick(*draft, fact.usedIn.front());
        if (pick && pick->id != place) {
            place = pick->id;
            context.out() << "- " << placeOf(*draft, session->clauses(), *pick, context.language()) << '\n';
        }
        context.out() << (fact.missing ? "! " : "  ") << fact.name << "  (" << library::in(field.label, context.language()) << ")";
        if (!written.empty())
            context.out() << "  = " << written;
        else if (!library::in(field.example, context.language()).empty())
            context.out() << "  " << context.say("facts.for_example", {{"example", library::in(field.example, context.language())}});
        context.out() << '\n';
    }
    if (draft && draft->sent.empty())
        rowsToAdd(context, c, *draft);
    return 0;
}

} // namespace

void addShow(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    auto* sub = app.add_subcommand("show", "Causes and routes, letters, picks and their state, evidence");
    sub->add_option("CASE", args->name, "A case file or the id of a case in the store")->required();
    sub->callback([&action, args] { action = [args](Context& c) { return show(c, *args); }; });

    sub = app.add_subcommand("facts", "Every fact that the letter uses or still needs");
    sub->add_option("CASE", args->name, "A case file or the id of a case in the store")->required();
    sub->add_option("--letter", args->letter, "A letter's id or kind")->option_text("ID");
    sub->callback([&action, args] { action = [args](Context& c) { return facts(c, *args); }; });
}

} // namespace cli
