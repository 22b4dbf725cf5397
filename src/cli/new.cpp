#include "cli/commands.h"
#include "cli/json.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::string notice, received, seller, route, out, sent, reply;
};

std::vector<std::pair<std::string, std::map<std::string, std::string>>> profilesOf(Context& context)
{
    std::vector<std::pair<std::string, std::map<std::string, std::string>>> out;
    if (auto store = context.cases())
        if (auto all = (*store)->profiles())
            for (const auto& profile : *all)
                out.emplace_back(profile.name, profile.facts);
    return out;
}

Result<int> create(Context& context, const Args& args)
{
    if (!args.sent.empty() || !args.reply.empty())
        return Error{Error::Code::Unsupported, "--sent", "starting from an appeal that was refused is not in this version; start from its notice with --notice, then `record` what was sent and `reply --save`"};
    if (args.notice.empty())
        return Error{Error::Code::Usage, "--notice", "the notice's file is missing"};
    auto received = context.day("--received", args.received);
    if (!received)
        return received.error();
    std::optional<appeal::Route> route;
    if (!args.route.empty() && !(route = appeal::parseRoute(args.route)))
        return Error{Error::Code::Usage, "--route", "\"" + args.route + "\" is none of admit, dispute, documents, quiz"};
    const bool toFile = isCaseFile(args.out);
    if (!args.out.empty() && args.out != "-" && !toFile)
        return Error{Error::Code::Usage, "-o", "a case file's name ends in .appeal.json"};
    if (toFile && std::filesystem::exists(std::filesystem::u8path(args.out)))
        return Error{Error::Code::Exists, args.out, {}};
    auto decoded = context.decoded(args.notice);
    if (!decoded)
        return decoded.error();

    const auto day = *received ? *received : appeal::parseDate(decoded->mailDate);
    const auto reading = context.reader().read(decoded->text, day);
    Context::Open open;
    open.path = toFile ? args.out : std::string{};
    auto session = context.session(open);
    if (!session)
        return session.error();
    const auto source = args.notice == "-" ? std::string("typed") : args.notice.substr(args.notice.find_last_of("/\\") + 1);
    session->edit(journey::startFrom(decoded->text, reading, *received, source, {}, context.catalogue()));

    std::string offered;
    if (!args.seller.empty()) {
        const auto all = profilesOf(context);
        const auto it = std::find_if(all.begin(), all.end(), [&](const auto& p) { return p.first == args.seller; });
        if (it == all.end())
            return Error{Error::Code::Usage, "--seller", "there is no profile named \"" + args.seller + "\"; `causeway-cli profiles` lists them"};
        session->edit(journey::useProfile(it->first, it->second));
    } else if (!toFile || std::filesystem::exists(std::filesystem::u8path(context.options().dataDir.empty() ? storage::defaultDataDir() : context.options().dataDir) / "cases.db")) {
        offered = journey::namedProfile(profilesOf(context), reading, decoded->text);
    }
    if (route) {
        std::vector<appeal::Edit> edits;
        for (const auto& cause : session->now().causes)
            edits.push_back(appeal::SetRoute{cause.id, route, appeal::By::Person});
        session->edit(edits);
    }
    open.value = session->now();
    if (args.out == "-") {
        context.out() << storage::toJson(open.value);
        return 0;
    }
    if (open.value.title.empty())
        open.value.title = appeal::caseFact(open.value, "store_name");
    if (auto saved = context.save(open); !saved)
        return saved.error();
    if (context.json())
        print(context, showJson(open, context, session->clauses(), offered));
    else
        context.out() << (toFile ? open.path : open.value.id) << '\n';
    return 0;
}

} // namespace

void addNew(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    auto* sub = app.add_subcommand("new", "Starts a case from a notice");
    sub->add_option("--notice", args->notice, "The notice: text, .eml or .html; - for standard input")->option_text("FILE");
    sub->add_option("--received", args->received, "The day it arrived")->option_text("YYYY-MM-DD");
    sub->add_option("--seller", args->seller, "The seller's profile")->option_text("PROFILE");
    sub->add_option("--route", args->route, "What is said to every cause: admit, dispute, documents or quiz")->option_text("ROUTE");
    sub->add_option("--sent", args->sent, "An appeal that was refused")->option_text("LETTER");
    sub->add_option("--reply", args->reply, "Its refusal")->option_text("FILE");
    sub->add_option("-o", args->out, "A case file NAME.appeal.json; left out: a case in the store, whose id is printed")->option_text("CASE");
    sub->callback([&action, args] { action = [args](Context& c) { return create(c, *args); }; });
}

} // namespace cli
