#include "cli/commands.h"
#include "cli/json.h"

#include "letter/claim.h"
#include "plan/plan.h"
#include "storage/evidence_files.h"

#include <algorithm>
#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::string name, letter, edits, as, shows, cause;
    std::vector<std::string> items;
    int variant = 0;
};

/// Opens, lets @p change work on the session, saves.
template <typename Change>
Result<int> changed(Context& context, const std::string& name, Change change)
{
    auto open = context.open(name);
    if (!open)
        return open.error();
    auto session = context.session(*open);
    if (!session)
        return session.error();
    Result<appeal::Done> done = change(*session, *open);
    if (!done)
        return done.error();
    open->value = session->now();
    if (auto saved = context.save(*open); !saved)
        return saved.error();
    if (context.json())
        print(context, showJson(*open, context, session->clauses()));
    return 0;
}

Result<const appeal::LetterDraft*> draftOf(const journey::Session& session, const std::string& letter)
{
    const auto* draft = letterByName(session.now(), letter);
    if (!draft)
        return Error{Error::Code::Usage, letter.empty() ? "letter" : "--letter", "the case has no such letter; `set letter=KIND` makes one"};
    if (!draft->sent.empty())
        return Error{Error::Code::Usage, letter.empty() ? "letter" : "--letter", "this letter was sent and is frozen; `set letter=KIND` makes another"};
    return draft;
}

/// The program's own place of the same clause, for the same cause, in which nothing is filled in: picking it means this one.
const appeal::Pick* stillEmpty(const appeal::Case& c, const appeal::LetterDraft& draft, const appeal::Pick& wanted)
{
    for (const auto& pick : draft.picks) {
        if (pick.clause != wanted.clause || pick.cause != wanted.cause || pick.by != appeal::By::Program || !pick.wording.empty())
            continue;
        const auto* record = appeal::findRecord(c, pick.prints);
        const bool recordEmpty = !record || std::all_of(record->fields.begin(), record->fields.end(), [](const auto& f) { return appeal::anyOf(f.second).empty(); });
        const auto own = c.facts.lower_bound({appeal::Scope::Pick, pick.id, {}});
        const bool ownEmpty = own == c.facts.end() || own->first.scope != appeal::Scope::Pick || own->first.owner != pick.id;
        if (recordEmpty && ownEmpty)
            return &pick;
    }
    return nullptr;
}

Result<int> pick(Context& context, const Args& args)
{
    return changed(context, args.name, [&](journey::Session& session, Context::Open&) -> Result<appeal::Done> {
        for (const auto& id : args.items) {
            auto draft = draftOf(session, args.letter);
            if (!draft)
                return draft.error();
            auto all = context.allClauses();
            if (!all)
                return all.error();
            const auto* clause = library::find(*all, id);
            if (!clause)
                return Error{Error::Code::Usage, id, "no clause is called that; `causeway-cli clauses --search WORDS` finds some"};
            const auto* kind = context.catalogue().letter((*draft)->kind);
            if (kind && !kind->section(clause->section))
                return Error{Error::Code::Usage, id, "the letter has no section \"" + clause->section + "\""};
            if (!args.cause.empty() && !appeal::findCause(session.now(), args.cause))
                return Error{Error::Code::Usage, args.cause, "the case has no such cause; `show` lists them"};
            auto edit = plan::pickOf(session.now(), **draft, *clause, context.catalogue(), args.cause);
            if (const auto* proposed = stillEmpty(session.now(), **draft, edit.pick)) {
                session.edit(appeal::SetVariant{(*draft)->id, proposed->id, args.variant > 0 ? args.variant - 1 : proposed->variant});
                continue;
            }
            if (args.variant > 0)
                edit.pick.variant = args.variant - 1;
            session.edit(edit);
            const auto* letter = appeal::findLetter(session.now(), (*draft)->id);
            const auto places = letter ? std::count_if(letter->picks.begin(), letter->picks.end(), [&](const appeal::Pick& p) { return p.clause == clause->id; }) : 0;
            if (places > 1 && !context.json())
                context.out() << context.say("pick.again", {{"clause", id}, {"count", std::to_string(places)}}) << '\n';
        }
        return appeal::Done{};
    });
}

Result<int> drop(Context& context, const Args& args)
{
    return changed(context, args.name, [&](journey::Session& session, Context::Open&) -> Result<appeal::Done> {
        auto draft = draftOf(session, args.letter);
        if (!draft)
            return draft.error();
        std::vector<appeal::Edit> edits;
        for (const auto& id : args.items) {
            const auto* found = pickByName(**draft, id);
            if (!found)
                return Error{Error::Code::Usage, id, "the letter has no such clause; `show` lists them"};
            edits.push_back(appeal::DropPick{(*draft)->id, found->id});
        }
        session.edit(edits);
        return appeal::Done{};
    });
}

Result<int> confirm(Context& context, const Args& args)
{
    return changed(context, args.name, [&](journey::Session& session, Context::Open&) -> Result<appeal::Done> {
        auto draft = draftOf(session, args.letter);
        if (!draft)
            return draft.error();
        std::vector<appeal::Edit> edits;
        for (const auto& id : args.items) {
            const auto* found = pickByName(**draft, id);
            if (!found)
                return Error{Error::Code::Usage, id, "the letter has no such clause; `show` lists them"};
            const auto* clause = library::find(session.clauses(), found->clause);
            edits.push_back(appeal::Confirm{(*draft)->id, found->id, letter::claimHash(session.now(), **draft, *found, clause)});
        }
        session.edit(edits);
        return appeal::Done{};
    });
}

Result<int> applyEdits(Context& context, const Args& args)
{
    auto raw = context.bytes(args.edits);
    if (!raw)
        return raw.error();
    auto edits = storage::editsFromJson(*raw, args.edits);
    if (!edits)
        return edits.error();
    return changed(context, args.name, [&](journey::Session& session, Context::Open&) -> Result<appeal::Done> {
        session.edit(*edits);
        return appeal::Done{};
    });
}

Result<int> attach(Context& context, const Args& args)
{
    if (!args.as.empty() && !context.catalogue().named("asks_for", args.as))
        return Error{Error::Code::Usage, "--as", "\"" + args.as + "\" is none of the kinds of papers (plan: invoices, photos, identity_document …)"};
    return changed(context, args.name, [&](journey::Session& session, Context::Open& open) -> Result<appeal::Done> {
        std::vector<appeal::Edit> edits;
        for (const auto& file : args.items) {
            auto evidence = storage::keepEvidence(file, filesFolder(open, context.options().dataDir));
            if (!evidence)
                return evidence.error();
            evidence->kind = args.as;
            if (!args.shows.empty())
                evidence->shows[text::hasHan(args.shows) ? "zh" : "en"] = args.shows;
            edits.push_back(appeal::PutEvidence{*evidence});
        }
        session.edit(edits);
        return appeal::Done{};
    });
}

} // namespace

void addPlan(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    const auto add = [&](const char* name, const char* what, const char* items, auto run) {
        auto* sub = app.add_subcommand(name, what);
        sub->add_option("CASE", args->name, "A case file or the id of a case in the store")->required();
        sub->add_option(items, args->items, "")->required();
        sub->callback([&action, args, run] { action = [args, run](Context& c) { return run(c, *args); }; });
        return sub;
    };
    auto* sub = add("pick", "Takes clauses into the letter", "CLAUSE", pick);
    sub->add_option("--variant", args->variant, "Its phrasing, from 1")->check(CLI::Range(1, 99));
    sub->add_option("--cause", args->cause, "The cause that it speaks of, where it fits several")->option_text("ID");
    sub->add_option("--letter", args->letter, "A letter's id or kind")->option_text("ID");
    add("drop", "Leaves clauses out", "PICK", drop)->add_option("--letter", args->letter, "A letter's id or kind")->option_text("ID");
    add("confirm", "States that what the clauses require is true", "PICK", confirm)->add_option("--letter", args->letter, "A letter's id or kind")->option_text("ID");
    sub = add("attach", "Adds evidence", "FILE", attach);
    sub->add_option("--as", args->as, "What it is: one of the things asked for")->option_text("KIND");
    sub->add_option("--shows", args->shows, "What it shows")->option_text("TEXT");

    sub = app.add_subcommand("apply", "Applies the window's edits, a JSON array, all or none");
    sub->add_option("CASE", args->name, "A case file or the id of a case in the store")->required();
    sub->add_option("EDITS", args->edits, "The edits' file; - for standard input")->required();
    sub->callback([&action, args] { action = [args](Context& c) { return applyEdits(c, *args); }; });
}

} // namespace cli
