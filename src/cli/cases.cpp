#include "cli/commands.h"
#include "cli/json.h"

#include "storage/evidence_files.h"

#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::vector<std::string> files;
    std::string id, out;
    bool trashed = false;
};

Result<int> list(Context& context, const Args& args)
{
    auto store = context.cases();
    if (!store)
        return store.error();
    auto all = (*store)->list(args.trashed);
    if (!all)
        return all.error();
    Json out = Json::array();
    for (const auto& s : *all) {
        // dates are judged today, not on the day of the last save
        auto stored = (*store)->load(s.id);
        const auto card = stored ? journey::summaryOf(stored->value, context.catalogue(), context.today()) : s;
        if (context.json()) {
            out.push_back({{"id", s.id}, {"title", s.title}, {"store", s.store}, {"marketplace", s.marketplace}, {"causes", s.causes}, {"state", card.state},
                {"next", card.next}, {"due", toJson(card.due)}, {"days_left", card.due ? Json(appeal::daysBetween(context.today(), *card.due)) : Json(nullptr)},
                {"attempts_left", s.attemptsLeft ? Json(*s.attemptsLeft) : Json(nullptr)}, {"tags", s.tags}, {"trashed", s.trashed}});
            continue;
        }
        context.out() << s.id << "  " << (s.store.empty() ? s.title : s.store) << "  " << s.marketplace << "  " << context.say("state." + card.state);
        if (card.due)
            context.out() << "  " << appeal::isoDate(*card.due) << " (" << appeal::daysBetween(context.today(), *card.due) << ")";
        context.out() << '\n';
    }
    if (context.json())
        print(context, out);
    return 0;
}

Result<int> importCases(Context& context, const Args& args)
{
    auto store = context.cases();
    if (!store)
        return store.error();
    // all files are understood before the first is taken
    std::vector<appeal::Case> values;
    for (const auto& file : args.files) {
        auto raw = context.bytes(file);
        if (!raw)
            return raw.error();
        auto value = storage::caseFromJson(*raw, file);
        if (!value)
            return value.error();
        values.push_back(std::move(*value));
    }
    Json ids = Json::array();
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto& value = values[i];
        value.id.clear();
        auto saved = (*store)->save(value, 0, journey::summaryOf(value, context.catalogue(), context.today()));
        if (!saved)
            return saved.error();
        // files beside a case file come along; a path that leads elsewhere stays a link, unopened
        const auto from = isCaseFile(args.files[i]) ? args.files[i].substr(0, args.files[i].size() - 12) + ".files" : std::string{};
        if (!from.empty())
            storage::copyEvidence(value.evidence, from, context.options().dataDir + "/files/" + saved->value.id);
        ids.push_back(saved->value.id);
        if (!context.json())
            context.out() << saved->value.id << '\n';
    }
    if (context.json())
        print(context, ids);
    return 0;
}

Result<int> exportCase(Context& context, const Args& args)
{
    auto open = context.open(args.id);
    if (!open)
        return open.error();
    auto value = open->value;
    value.id.clear();
    const auto text = storage::toJson(value);
    if (args.out.empty() || args.out == "-") {
        context.out() << text;
        return 0;
    }
    if (auto done = storage::writeFile(args.out, text); !done)
        return done.error();
    if (isCaseFile(args.out))
        storage::copyEvidence(value.evidence, filesFolder(*open, context.options().dataDir), args.out.substr(0, args.out.size() - 12) + ".files");
    return 0;
}

template <typename Do>
Result<int> onStore(Context& context, Do what)
{
    auto store = context.cases();
    if (!store)
        return store.error();
    Result<appeal::Done> done = what(**store);
    if (!done)
        return done.error();
    return 0;
}

} // namespace

void addCases(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    auto* cases = app.add_subcommand("cases", "The case store");
    cases->require_subcommand(1);
    auto* sub = cases->add_subcommand("list", "All cases, most urgent first");
    sub->add_flag("--trashed", args->trashed, "Those in the trash too");
    sub->callback([&action, args] { action = [args](Context& c) { return list(c, *args); }; });
    sub = cases->add_subcommand("import", "Takes case files into the store; prints the ids it gave");
    sub->add_option("FILE", args->files, "Case files")->required();
    sub->callback([&action, args] { action = [args](Context& c) { return importCases(c, *args); }; });
    sub = cases->add_subcommand("export", "Writes a case as a case file");
    sub->add_option("ID", args->id, "The case")->required();
    sub->add_option("-o", args->out, "A file NAME.appeal.json; - for standard output")->option_text("FILE");
    sub->callback([&action, args] { action = [args](Context& c) { return exportCase(c, *args); }; });
    const auto add = [&](const char* name, const char* what, auto run) {
        auto* one = cases->add_subcommand(name, what);
        one->add_option("ID", args->id, "The case")->required();
        one->callback([&action, args, run] { action = [args, run](Context& c) { return onStore(c, [&](storage::CaseStore& store) { return run(store, args->id); }); }; });
    };
    add("delete", "To the trash", [](storage::CaseStore& store, const std::string& id) { return store.trash(id); });
    add("restore", "Back from the trash", [](storage::CaseStore& store, const std::string& id) { return store.restore(id); });
    add("forget", "For good", [](storage::CaseStore& store, const std::string& id) { return store.forget(id); });
}

} // namespace cli
