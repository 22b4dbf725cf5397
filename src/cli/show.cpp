#include "cli/commands.h"
#include "cli/json.h"

#include "letter/claim.h"
#include "letter/compose.h"
#include "letter/resolve.h"

#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::string name, letter;
};

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
    }
    for (const auto& letter : c.letters) {
        const auto* kind = context.catalogue().letter(letter.kind);
        out << letter.id << "  " << (kind ? library::in(kind->name, language) : letter.kind) << (letter.sent.empty() ? "" : "  *") << '\n';
        for (const auto& pick : letter.picks) {
            const auto* clause = library::find(session->clauses(), pick.clause);
            const auto state = letter::stateOf(c, letter, pick, clause);
            out << "    " << (state == appeal::PickState::Proposed ? "? " : "  ") << pick.section << "  " << pickName(letter, pick);
            if (const auto* record = appeal::findRecord(c, pick.prints)) {
                auto row = letter::memberName(c, *record, "");
                row.pop_back(); // "deeds.2."
                out << "  " << row;
            }
            out << '\n';
            if (state == appeal::PickState::Proposed && clause && !library::in(clause->requires_, language).empty())
                out << "        " << library::in(clause->requires_, language) << '\n';
        }
    }
    for (const auto& evidence : c.evidence)
        out << "  " << evidence.name << '\n';
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
    for (const auto& fact : all) {
        const auto& field = fact.field ? *fact.field : fact.own;
        const auto written = letter::valueIn(fact.value, draft->language);
        context.out() << (fact.missing ? "! " : "  ") << fact.name << "  (" << library::in(field.label, context.language()) << ")";
        if (!written.empty())
            context.out() << "  = " << written;
        else if (!library::in(field.example, context.language()).empty())
            context.out() << "  " << context.say("facts.for_example", {{"example", library::in(field.example, context.language())}});
        context.out() << '\n';
    }
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
