#include "cli/commands.h"
#include "cli/json.h"

#include "journey/setting.h"
#include "plan/plan.h"

#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::string name, letter, clause;
    std::vector<std::string> assignments;
};

Result<int> set(Context& context, const Args& args)
{
    auto open = context.open(args.name);
    if (!open)
        return open.error();
    auto session = context.session(*open);
    if (!session)
        return session.error();
    const auto* draft = letterByName(open->value, args.letter);
    if (!args.letter.empty() && !draft)
        return Error{Error::Code::Usage, "--letter", "the case has no letter \"" + args.letter + "\"; `set letter=KIND` makes one"};
    std::string pick;
    if (!args.clause.empty()) {
        const auto* found = draft ? pickByName(*draft, args.clause) : nullptr;
        if (!found)
            return Error{Error::Code::Usage, "--clause", "the letter has no clause \"" + args.clause + "\"; `show` lists them"};
        pick = found->id;
    }
    std::vector<std::pair<std::string, std::string>> assigned;
    for (const auto& assignment : args.assignments) {
        const auto equals = assignment.find('=');
        if (equals == assignment.npos || equals == 0)
            return Error{Error::Code::Usage, assignment.substr(0, 60), "an assignment is written NAME=VALUE"};
        auto value = assignment.substr(equals + 1);
        if (value.starts_with('@') && value.size() > 1) {
            auto decoded = context.decoded(value.substr(1));
            if (!decoded)
                return decoded.error();
            value = std::move(decoded->text);
            while (!value.empty() && (value.back() == '\n' || value.back() == ' '))
                value.pop_back();
        }
        assigned.emplace_back(assignment.substr(0, equals), std::move(value));
    }
    // a route changes what the later names mean, so it is applied first; the rest is one step
    for (std::size_t i = 0; i < assigned.size();) {
        journey::Setter setter(session->now(), context.catalogue(), session->clauses(), context.today(), args.letter.empty() ? session->now().letter : draft->id, pick);
        bool structural = false;
        do {
            const auto& [name, text] = assigned[i];
            structural = name == "route" || name == "causes" || name == "letter" || name.ends_with(".route");
            if (auto done = setter.set(name, text); !done)
                return done.error();
            ++i;
        } while (!structural && i < assigned.size());
        session->edit(setter.edits());
    }
    // deeds stand in the order of their days, papers by kind
    if (const auto order = plan::inOrder(session->now()); !order.empty())
        session->edit(order);
    open->value = session->now();
    if (auto saved = context.save(*open); !saved)
        return saved.error();
    if (context.json())
        print(context, showJson(*open, context, session->clauses()));
    return 0;
}

} // namespace

void addSet(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    auto* sub = app.add_subcommand("set", "Sets facts; also route, CAUSE.route, causes, letter, language, voice");
    sub->add_option("CASE", args->name, "A case file or the id of a case in the store")->required();
    sub->add_option("--letter", args->letter, "A letter's id or kind")->option_text("ID");
    sub->add_option("--clause", args->clause, "The pick whose own facts are set")->option_text("PICK");
    sub->add_option("NAME=VALUE", args->assignments, "VALUE may be @FILE; NAME@zh= is the other language's value; GROUP.+.MEMBER adds a row; GROUP.N= removes one")->required();
    sub->callback([&action, args] { action = [args](Context& c) { return set(c, *args); }; });
}

} // namespace cli
