#include "cli/commands.h"
#include "cli/json.h"

#include "followup/followup.h"

#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::string name, submitted, letter, channel, caseId, because, reply, received;
    bool all = false;
};

Result<int> record(Context& context, const Args& args)
{
    if (args.submitted.empty() == args.reply.empty())
        return Error{Error::Code::Usage, "record", "say either --submitted DATE or --reply FILE --received DATE"};
    auto day = context.day(args.reply.empty() ? "--submitted" : "--received", args.reply.empty() ? args.submitted : args.received);
    if (!day)
        return day.error();
    if (!args.reply.empty() && !*day)
        return Error{Error::Code::Usage, "--received", "the day the reply arrived is missing"};
    if (**day > context.today())
        return Error{Error::Code::BadValue, args.reply.empty() ? "--submitted" : "--received", appeal::isoDate(**day) + " lies after today, " + appeal::isoDate(context.today())};
    auto open = context.open(args.name);
    if (!open)
        return open.error();
    auto session = context.session(*open);
    if (!session)
        return session.error();
    if (args.reply.empty()) {
        const auto* draft = letterByName(open->value, args.letter);
        if (!draft)
            return Error{Error::Code::Usage, "--letter", "the case has no such letter"};
        if (!draft->sent.empty())
            return Error{Error::Code::Usage, "--letter", "this letter is recorded as sent already; `set letter=KIND` makes another"};
        session->edit(journey::submitted(*session, draft->id, **day, args.channel, args.caseId, args.because));
    } else {
        auto decoded = context.decoded(args.reply);
        if (!decoded)
            return decoded.error();
        const auto reading = context.reader().readReply(decoded->text, *day);
        session->edit(journey::replied(session->now(), decoded->text, reading, **day, context.catalogue()));
    }
    open->value = session->now();
    if (auto saved = context.save(*open); !saved)
        return saved.error();
    if (context.json())
        print(context, showJson(*open, context, session->clauses()));
    return 0;
}

Json followupJson(const appeal::Case& c, const std::string& name, Context& context)
{
    Json out{{"case", name}, {"state", followup::stateOf(c)}, {"next", Json::array()}, {"todos", Json::array()}, {"attempts_left", nullptr}};
    for (const auto& due : followup::agenda(c, context.catalogue(), context.today()))
        out["next"].push_back({{"what", due.what}, {"from", toJson(due.from)}, {"on", toJson(due.on)}, {"overdue", due.overdue}, {"letter", due.letter.empty() ? Json(nullptr) : Json(due.letter)}});
    for (const auto& todo : followup::todos(c, context.today()))
        out["todos"].push_back({{"what", appeal::anyOf(todo.what, context.language())}, {"who", todo.who}, {"by", toJson(todo.by)}, {"done", todo.done}});
    if (const auto left = followup::attemptsLeft(c))
        out["attempts_left"] = *left;
    return out;
}

void followupText(const appeal::Case& c, const std::string& name, Context& context)
{
    auto& out = context.out();
    out << name << "  " << appeal::caseFact(c, "store_name") << "  " << context.say("state." + followup::stateOf(c));
    if (const auto left = followup::attemptsLeft(c))
        out << "  " << context.say("followup.attempts_left", {{"count", std::to_string(*left)}});
    out << '\n';
    for (const auto& due : followup::agenda(c, context.catalogue(), context.today())) {
        const auto* named = context.catalogue().named("next_steps", due.what);
        const auto* kind = context.catalogue().letter(due.what);
        out << (due.overdue ? "! " : "  ") << (due.on ? appeal::isoDate(*due.on) : due.from ? appeal::isoDate(*due.from) : "          ") << "  "
            << (named ? library::in(named->name, context.language()) : kind ? library::in(kind->name, context.language()) : due.what) << '\n';
    }
    for (const auto& todo : followup::todos(c, context.today()))
        out << (todo.done ? "  [x] " : "  [ ] ") << appeal::anyOf(todo.what, context.language()) << "  " << todo.who << (todo.by ? "  " + appeal::isoDate(*todo.by) : "") << '\n';
}

Result<int> followUp(Context& context, const Args& args)
{
    if (args.all == !args.name.empty())
        return Error{Error::Code::Usage, "followup", "name one CASE, or say --all"};
    if (!args.all) {
        auto open = context.open(args.name);
        if (!open)
            return open.error();
        if (context.json())
            print(context, followupJson(open->value, args.name, context));
        else
            followupText(open->value, args.name, context);
        return 0;
    }
    auto store = context.cases();
    if (!store)
        return store.error();
    auto list = (*store)->list();
    if (!list)
        return list.error();
    Json all = Json::array();
    for (const auto& summary : *list) {
        auto stored = (*store)->load(summary.id);
        if (!stored)
            return stored.error();
        if (context.json())
            all.push_back(followupJson(stored->value, summary.id, context));
        else
            followupText(stored->value, summary.id, context);
    }
    if (context.json())
        print(context, all);
    return 0;
}

} // namespace

void addRecord(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    auto* sub = app.add_subcommand("record", "Records what was sent (the text is frozen) or what came back");
    sub->add_option("CASE", args->name, "A case file or the id of a case in the store")->required();
    sub->add_option("--submitted", args->submitted, "The day it was sent")->option_text("DATE");
    sub->add_option("--letter", args->letter, "A letter's id or kind")->option_text("ID");
    sub->add_option("--channel", args->channel, "By which way")->option_text("TEXT");
    sub->add_option("--case-id", args->caseId, "The marketplace's case number")->option_text("ID");
    sub->add_option("--because", args->because, "Why it was sent although something spoke against it")->option_text("TEXT");
    sub->add_option("--reply", args->reply, "What came back")->option_text("FILE");
    sub->add_option("--received", args->received, "The day the reply arrived")->option_text("DATE");
    sub->callback([&action, args] { action = [args](Context& c) { return record(c, *args); }; });

    sub = app.add_subcommand("followup", "What is due next, and when; what sent letters promise");
    sub->add_option("CASE", args->name, "A case file or the id of a case in the store");
    sub->add_flag("--all", args->all, "Every case of the store");
    sub->callback([&action, args] { action = [args](Context& c) { return followUp(c, *args); }; });
}

} // namespace cli
