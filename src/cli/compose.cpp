#include "cli/commands.h"
#include "cli/json.h"

#include "letter/compose.h"
#include "letter/format.h"
#include "plan/plan.h"

#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::string name, letter, language, length = "full", format, out;
};

const char* stateName(appeal::PickState state)
{
    switch (state) {
    case appeal::PickState::Proposed: return "proposed";
    case appeal::PickState::Confirmed: return "confirmed";
    case appeal::PickState::Own: return "own";
    }
    return "";
}

Json letterJson(const appeal::Letter& letter, const appeal::LetterDraft& draft, const std::string& length)
{
    const auto written = letter::toText(letter);
    Json out{{"letter", {{"id", letter.id}, {"kind", letter.kind}, {"language", letter.language}, {"length", length}}}, {"text", written.text}, {"sections", Json::array()}};
    for (std::size_t i = 0; i < letter.paragraphs.size(); ++i) {
        const auto& p = letter.paragraphs[i];
        auto& sections = out["sections"];
        const Json cause = p.cause.empty() ? Json(nullptr) : Json(p.cause);
        if (sections.empty() || sections.back()["id"] != p.section || sections.back()["cause"] != cause)
            sections.push_back({{"id", p.section}, {"cause", cause}, {"paragraphs", Json::array()}});
        const auto* pick = appeal::findPick(draft, p.pick);
        Json missing = Json::array();
        for (const auto& gap : p.gaps)
            missing.push_back(gap.fact);
        sections.back()["paragraphs"].push_back({{"pick", pick ? Json(pickName(draft, *pick)) : Json(nullptr)}, {"clause", p.clause.empty() ? Json(nullptr) : Json(p.clause)}, {"variant", p.variant + 1},
            {"state", pick ? Json(stateName(p.state)) : Json(nullptr)}, {"place", p.place}, {"edited", p.edited}, {"out_of_date", p.outdated}, {"start", written.places[i].start}, {"end", written.places[i].end},
            {"missing", missing}});
    }
    out["missing"] = letter.missing;
    out["left_out"] = Json::array();
    for (const auto& left : letter.leftOut)
        out["left_out"].push_back({{"what", left.what}, {"why", left.why}});
    out["attachments"] = Json::array();
    for (const auto& a : letter.attachments)
        out["attachments"].push_back({{"number", a.number}, {"evidence", a.evidence.empty() ? Json(nullptr) : Json(a.evidence)}, {"name", a.name}, {"shows", a.shows}});
    return out;
}

/// The format: --format, else the ending of -o, else txt.
std::string formatOf(const Args& args)
{
    if (!args.format.empty())
        return args.format;
    for (const char* ending : {"txt", "md", "html", "pdf", "docx", "odt", "json"})
        if (args.out.ends_with(std::string(".") + ending))
            return ending;
    return "txt";
}

Result<int> compose(Context& context, const Args& args)
{
    auto format = formatOf(args);
    if (context.json() && args.format.empty())
        format = "json";
    if (format == "pdf" || format == "docx" || format == "odt")
        return Error{Error::Code::Unsupported, "--format", "this version writes txt, md, html and json"};
    auto open = context.open(args.name);
    if (!open)
        return open.error();
    auto session = context.session(*open);
    if (!session)
        return session.error();
    if (!args.letter.empty() && !letterByName(session->now(), args.letter) && !context.catalogue().letter(args.letter))
        return Error{Error::Code::Usage, "--letter", "\"" + args.letter + "\" is no letter of the case and no letter kind"};
    const auto* draft = letterOrNew(*session, args.letter);
    std::string text;
    // a notice that only the page's own ways answer wants no letter
    const bool quiz = args.letter.empty() && (!draft || draft->sent.empty()) && plan::letterKind(session->now(), context.catalogue()).empty();
    if (!draft || quiz) {
        const char* why = quiz ? "quiz" : "no_letter";
        if (format == "json")
            text = Json{{"letter", nullptr}, {"why", why}}.dump(2) + "\n";
        else
            text = context.say(std::string("letter.none.") + why) + "\n";
    } else {
        const appeal::Language language = args.language.empty() ? draft->language : args.language;
        const auto length = appeal::lengthNamed(args.length).value_or(appeal::Length::Full);
        const auto letter = session->compose(draft->id, language, length);
        if (format == "json")
            text = letterJson(letter, *draft, args.length).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
        else if (format == "md")
            text = letter::toMarkdown(letter) + "\n";
        else if (format == "html")
            text = letter::toHtml(letter);
        else
            text = letter::toText(letter).text + "\n";
    }
    if (args.out.empty() || args.out == "-") {
        context.out() << text;
        return 0;
    }
    if (auto done = storage::writeFile(args.out, text); !done)
        return done.error();
    return 0;
}

Result<int> refused(const char* command, const char* what)
{
    return Error{Error::Code::Unsupported, command, what};
}

} // namespace

void addCompose(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    auto* sub = app.add_subcommand("compose", "Writes the letter");
    sub->add_option("CASE", args->name, "A case file or the id of a case in the store")->required();
    sub->add_option("--letter", args->letter, "A letter's id or kind")->option_text("ID|KIND");
    sub->add_option("--language", args->language, "en or zh")->check(CLI::IsMember({"en", "zh"}));
    sub->add_option("--length", args->length, "full, 1000, 500, chat or subject")->check(CLI::IsMember({"full", "1000", "500", "chat", "subject"}));
    sub->add_option("--format", args->format, "txt, md, html, pdf, docx, odt or json")->check(CLI::IsMember({"txt", "md", "html", "pdf", "docx", "odt", "json"}));
    sub->add_option("-o", args->out, "A file; left out or -: standard output")->option_text("FILE");
    sub->callback([&action, args] { action = [args](Context& c) { return compose(c, *args); }; });

    sub = app.add_subcommand("packet", "Letter and evidence to send");
    sub->add_option("CASE", args->name, "")->required();
    sub->add_option("-o", args->out, "A folder or a .zip file")->option_text("FOLDER")->required();
    sub->callback([&action] { action = [](Context&) { return refused("packet", "packing letter and evidence is not in this version; `compose -o` writes the letter, its attachments are listed in it"); }; });

    sub = app.add_subcommand("calendar", "What is due, as a calendar file");
    sub->add_option("CASE", args->name, "")->required();
    sub->add_option("-o", args->out, "An .ics file")->option_text("FILE")->required();
    sub->callback([&action] { action = [](Context&) { return refused("calendar", "calendar files are not in this version; `followup` lists what is due"); }; });
}

} // namespace cli
