#include "cli/commands.h"
#include "cli/json.h"

#include "library/drop.h"
#include "library/overrides.h"
#include "packcheck/packcheck.h"

#include <algorithm>
#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::string file, kind, id, path, value;
    bool undo = false;
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

/// Is @p pack a file of the content itself, as its authors check it?
bool isOurs(const library::Pack& whole, const library::Pack& pack)
{
    return std::any_of(pack.places.begin(), pack.places.end(), [&](const auto& place) {
        const auto there = whole.places.find(place.first);
        return there != whole.places.end() && !there->second.first.empty() && place.second.first.ends_with(there->second.first);
    });
}

/// The shipped content with @p pack laid over it, so that its names can refer to ours. A clause with a shipped id is an edit of it.
Result<library::Pack> overShipped(Context& context, const library::Pack& pack)
{
    auto whole = context.wholePack();
    if (!whole)
        return whole.error();
    addUsers(context, *whole, pack);
    if (isOurs(*whole, pack))
        for (const auto& [key, place] : pack.places)
            library::drop(*whole, key);
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

/// The whole library, ours and the user's, with the user's corrections.
Result<std::vector<packcheck::Problem>> problemsOfAll(Context& context)
{
    auto whole = context.wholePack();
    if (!whole)
        return whole.error();
    addUsers(context, *whole, {});
    if (auto store = context.library())
        if (auto own = (*store)->overrides())
            whole->catalogue = *library::overlay(std::make_shared<const library::Catalogue>(whole->catalogue), *own).catalogue;
    return packcheck::check(*whole, {}, true, context.today());
}

Result<int> check(Context& context, const Args& args)
{
    std::string text;
    Result<std::vector<packcheck::Problem>> problems = std::vector<packcheck::Problem>{};
    if (args.file.empty()) {
        problems = problemsOfAll(context);
    } else {
        auto pack = packOf(context, args, text);
        if (!pack)
            return pack.error();
        problems = problemsOf(context, *pack);
    }
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

/// Lays a user's own figure, window or step over ours; it is theirs from then on, whatever an update brings.
Result<int> correct(Context& context, const Args& args)
{
    const auto where = args.kind + " " + args.id + " " + args.path;
    auto store = context.library();
    if (!store)
        return store.error();
    const auto shipped = context.wholePack();
    if (!shipped)
        return shipped.error();
    if (args.undo) {
        if (auto done = (*store)->removeOverride(args.kind, args.id, args.path); !done)
            return done.error();
        return 0;
    }
    const auto before = library::valueAt(shipped->catalogue, args.kind, args.id, args.path);
    if (!before && !library::valueAt(context.catalogue(), args.kind, args.id, args.path))
        return Error{Error::Code::Usage, where, "no such figure, window or step; kinds are metrics, marketplaces, guides, paths for example target, stores.CA.target, status_request.on, form.boxes.ID.limit, steps.2.en"};
    const library::Override one{args.kind, args.id, args.path, args.value, before.value_or(std::string())};
    if (!library::overlay(std::make_shared<const library::Catalogue>(context.catalogue()), {one}).homeless.empty())
        return Error{Error::Code::Usage, where, "\"" + args.value + "\" does not fit there"};
    if (auto done = (*store)->override_(one.kind, one.id, one.path, one.value, one.base); !done)
        return done.error();
    // who corrects a figure has just looked it up
    const auto day = std::string(args.path.starts_with("status_request.") ? "status_request.as_of" : "as_of");
    if (args.path != day)
        if (const auto asOf = library::valueAt(shipped->catalogue, args.kind, args.id, day))
            if (auto done = (*store)->override_(args.kind, args.id, day, appeal::isoDate(context.today()), *asOf); !done)
                return done.error();
    return 0;
}

Result<int> corrections(Context& context, const Args&)
{
    auto store = context.library();
    if (!store)
        return store.error();
    const auto own = (*store)->overrides();
    if (!own)
        return own.error();
    const auto shipped = context.wholePack();
    if (!shipped)
        return shipped.error();
    const auto laid = library::overlay(std::make_shared<const library::Catalogue>(shipped->catalogue), *own);
    const auto among = [](const std::vector<library::Override>& list, const library::Override& one) { return std::find(list.begin(), list.end(), one) != list.end(); };
    Json out = Json::array();
    for (const auto& one : *own) {
        const bool drifted = among(laid.drifted, one), homeless = among(laid.homeless, one);
        const auto ours = library::valueAt(shipped->catalogue, one.kind, one.id, one.path);
        if (context.json())
            out.push_back({{"kind", one.kind}, {"id", one.id}, {"path", one.path}, {"value", one.value}, {"shipped", ours ? Json(*ours) : Json(nullptr)}, {"drifted", drifted}, {"without_place", homeless}});
        else
            context.out() << one.kind << ' ' << one.id << ' ' << one.path << ": " << one.value << (ours ? "  (" + *ours + ")" : std::string()) << (homeless ? "  !" : drifted ? "  ~" : "") << '\n';
    }
    if (context.json())
        print(context, out);
    return 0;
}

} // namespace

void addLibrary(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    auto* library = app.add_subcommand("library", "Template packs in and out");
    library->require_subcommand(1);
    auto* sub = library->add_subcommand("check", "Validates a pack without importing it");
    sub->add_option("FILE", args->file, "A template file or pack; without it the whole library is checked");
    sub->callback([&action, args] { action = [args](Context& c) { return check(c, *args); }; });
    sub = library->add_subcommand("correct", "Lays your own figure, window or step over the shipped one; updates leave it alone");
    sub->add_option("KIND", args->kind, "metrics, marketplaces or guides")->required();
    sub->add_option("ID", args->id, "The entry, such as odr")->required();
    sub->add_option("PATH", args->path, "What of it: target, as_of, stores.CA.target, status_request.on, steps.2.en")->required();
    sub->add_option("VALUE", args->value, "The value that holds");
    sub->add_flag("--undo", args->undo, "Takes the correction back");
    sub->callback([&action, args] { action = [args](Context& c) { return correct(c, *args); }; });
    sub = library->add_subcommand("corrections", "Your corrections: \"~\" where the shipped value changed since, \"!\" where there is no place for it any more");
    sub->callback([&action, args] { action = [args](Context& c) { return corrections(c, *args); }; });
    sub = library->add_subcommand("import", "Takes a pack into the library");
    sub->add_option("FILE", args->file, "A pack")->required();
    sub->callback([&action, args] { action = [args](Context& c) { return importPack(c, *args); }; });
    sub = library->add_subcommand("export", "Writes the user's own and edited clauses as a pack");
    sub->add_option("-o", args->file, "A file; - for standard output")->option_text("FILE");
    sub->callback([&action, args] { action = [args](Context& c) { return exportPack(c, *args); }; });
}

} // namespace cli
