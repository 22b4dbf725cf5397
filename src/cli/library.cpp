#include "cli/commands.h"
#include "cli/json.h"

#include "packcheck/packcheck.h"

#include <algorithm>
#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::string file;
};

/// The ids that a pack brings, as packcheck names them.
std::vector<std::string> idsOf(const library::Pack& pack)
{
    std::vector<std::string> out;
    for (const auto& [id, place] : pack.places)
        out.push_back(id);
    return out;
}

/// What the user imported before and @p pack does not replace joins @p whole, so that a clause may serve the user's own cause.
void addUsers(Context& context, library::Pack& whole, const library::Pack& pack)
{
    auto store = context.library();
    if (!store)
        return;
    const auto pieces = (*store)->userPieces();
    if (!pieces)
        return;
    for (const auto& json : *pieces) {
        auto piece = library::parsePack(json, "library.db");
        if (piece && std::none_of(piece->places.begin(), piece->places.end(), [&](const auto& place) { return pack.places.count(place.first) != 0; }))
            (void)bool(library::add(whole, std::move(*piece)));
    }
}

/// The shipped content with @p pack laid over it, so that its names can refer to ours. A clause with a shipped id is an edit of it.
Result<library::Pack> overShipped(Context& context, const library::Pack& pack)
{
    auto whole = context.wholePack();
    if (!whole)
        return whole.error();
    addUsers(context, *whole, pack);
    for (const auto& clause : pack.clauses)
        std::erase_if(whole->clauses, [&](const library::Clause& c) { return c.id == clause.id; });
    for (const auto& clause : pack.clauses)
        whole->places.erase("clauses:" + clause.id);
    if (auto added = library::add(*whole, pack); !added)
        return added.error();
    return whole;
}

Result<std::vector<packcheck::Problem>> problemsOf(Context& context, const library::Pack& pack)
{
    auto whole = overShipped(context, pack);
    if (!whole)
        return whole.error();
    return packcheck::check(*whole, idsOf(pack), false, context.today());
}

Result<library::Pack> packOf(Context& context, const Args& args, std::string& text)
{
    auto decoded = context.decoded(args.file);
    if (!decoded)
        return decoded.error();
    text = decoded->text;
    return library::parsePack(text, args.file);
}

Result<int> check(Context& context, const Args& args)
{
    std::string text;
    auto pack = packOf(context, args, text);
    if (!pack)
        return pack.error();
    auto problems = problemsOf(context, *pack);
    if (!problems)
        return problems.error();
    Json out = Json::array();
    bool errors = false;
    for (const auto& p : *problems) {
        const bool error = p.severity == packcheck::Problem::Severity::Error;
        errors = errors || error;
        if (context.json())
            out.push_back({{"where", p.where}, {"id", p.id}, {"rule", p.rule}, {"severity", error ? "error" : "warning"}, {"detail", p.detail}});
        else
            context.out() << p.where << ": " << (error ? "error: " : "warning: ") << p.id << ": " << p.rule << ": " << p.detail << '\n';
    }
    if (context.json())
        print(context, out);
    else if (problems->empty())
        context.out() << context.say("library.sound") << '\n';
    return errors ? 3 : 0;
}

Result<int> importPack(Context& context, const Args& args)
{
    std::string text;
    auto pack = packOf(context, args, text);
    if (!pack)
        return pack.error();
    auto problems = problemsOf(context, *pack);
    if (!problems)
        return problems.error();
    for (const auto& p : *problems)
        if (packcheck::breaks(p)) // a pack that only writes poorer letters is the user's own affair
            return Error{Error::Code::BadTemplate, p.where, p.id + ": " + p.detail};
    auto store = context.library();
    if (!store)
        return store.error();
    auto count = (*store)->importPack(*pack, text);
    if (!count)
        return count.error();
    if (context.json())
        print(context, {{"clauses", *count}});
    else
        context.out() << context.say("library.imported", {{"count", std::to_string(*count)}}) << '\n';
    return 0;
}

Result<int> exportPack(Context& context, const Args& args)
{
    auto store = context.library();
    if (!store)
        return store.error();
    auto text = (*store)->exportPack();
    if (!text)
        return text.error();
    if (args.file.empty() || args.file == "-") {
        context.out() << *text;
        return 0;
    }
    if (auto done = storage::writeFile(args.file, *text); !done)
        return done.error();
    return 0;
}

} // namespace

void addLibrary(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    auto* library = app.add_subcommand("library", "Template packs in and out");
    library->require_subcommand(1);
    auto* sub = library->add_subcommand("check", "Validates a pack without importing it");
    sub->add_option("FILE", args->file, "A template file or pack")->required();
    sub->callback([&action, args] { action = [args](Context& c) { return check(c, *args); }; });
    sub = library->add_subcommand("import", "Takes a pack into the library");
    sub->add_option("FILE", args->file, "A pack")->required();
    sub->callback([&action, args] { action = [args](Context& c) { return importPack(c, *args); }; });
    sub = library->add_subcommand("export", "Writes the user's own and edited clauses as a pack");
    sub->add_option("-o", args->file, "A file; - for standard output")->option_text("FILE");
    sub->callback([&action, args] { action = [args](Context& c) { return exportPack(c, *args); }; });
}

} // namespace cli
