#include "cli/commands.h"
#include "cli/json.h"
#include "letter/format.h"

#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::string file, caseName, letter, language, length = "full";
};

const char* severityName(appeal::Severity severity)
{
    switch (severity) {
    case appeal::Severity::Block: return "block";
    case appeal::Severity::Warn: return "warn";
    case appeal::Severity::Info: return "info";
    }
    return "";
}

std::string say(const std::map<appeal::Language, std::string>& words, const std::string& language)
{
    const auto it = words.find(language);
    return it != words.end() ? it->second : words.empty() ? "" : words.begin()->second;
}

Json reviewJson(const appeal::Review& review, const appeal::Case* c, const std::string& language)
{
    const auto orNull = [](const auto& value) { return value ? Json(*value) : Json(nullptr); };
    Json out{{"ready", review.ready}, {"letter", review.letter}, {"language", review.language}, {"findings", Json::array()}};
    for (const auto& f : review.findings) {
        Json pick = f.place.pick.empty() ? Json(nullptr) : Json(f.place.pick);
        if (c && !f.place.pick.empty())
            for (const auto& letter : c->letters)
                if (const auto* found = appeal::findPick(letter, f.place.pick))
                    pick = pickName(letter, *found);
        out["findings"].push_back({{"check", f.check}, {"severity", severityName(f.severity)}, {"start", orNull(f.start)}, {"end", orNull(f.end)}, {"text", f.text}, {"message", say(f.message, language)},
            {"suggestion", say(f.suggestion, language)}, {"replacement", orNull(f.replacement)},
            {"place", {{"step", f.place.step}, {"fact", f.place.fact.empty() ? Json(nullptr) : Json(f.place.fact)}, {"pick", pick}}}, {"set_aside", orNull(f.setAside)}});
    }
    out["statistics"] = {{"characters", review.statistics.characters}, {"words", review.statistics.words}, {"sentences", review.statistics.sentences}, {"reading_grade", orNull(review.statistics.readingGrade)}};
    return out;
}

/// The letter of the case file that stands where a text is expected: what `compose` would print.
Result<std::string> composedLetter(Context& context, const Args& args, appeal::Length length)
{
    auto open = context.open(args.file);
    if (!open)
        return open.error();
    auto session = context.session(*open);
    if (!session)
        return session.error();
    const auto* draft = letterOrNew(*session, args.letter);
    if (!draft)
        return Error{Error::Code::Usage, args.file, "the case has no letter yet; `set route=…` starts one"};
    return letter::toText(session->compose(draft->id, args.language.empty() ? draft->language : args.language, length)).text;
}

Result<int> review(Context& context, const Args& args)
{
    if (!args.letter.empty() && !context.catalogue().letter(args.letter))
        return Error{Error::Code::Usage, "--letter", "\"" + args.letter + "\" is no letter kind; `causeway-cli letters` lists them"};
    const auto length = appeal::lengthNamed(args.length).value_or(appeal::Length::Full);
    appeal::Review result;
    std::optional<Context::Open> open;
    std::string text;
    if (isCaseFile(args.file)) {
        auto composed = composedLetter(context, args, length);
        if (!composed)
            return composed.error();
        text = std::move(*composed);
    } else {
        auto decoded = context.decoded(args.file);
        if (!decoded)
            return decoded.error();
        text = decoded->text;
        while (!text.empty() && text.back() == '\n')
            text.pop_back();
    }
    const auto caseName = args.caseName.empty() && isCaseFile(args.file) ? args.file : args.caseName;
    if (caseName.empty()) {
        submit::Surroundings around;
        around.length = length;
        around.today = context.today();
        result = context.reviewer().review(text, args.letter, args.language, around);
    } else {
        auto opened = context.open(caseName);
        if (!opened)
            return opened.error();
        open = std::move(*opened);
        auto session = context.session(*open);
        if (!session)
            return session.error();
        const auto known = context.known(open->value);
        result = journey::reviewText(*session, context.reviewer(), text, args.letter, args.language, length, known);
    }
    if (context.json()) {
        print(context, reviewJson(result, open ? &open->value : nullptr, context.language()));
    } else {
        for (const auto& f : result.findings) {
            context.out() << severityName(f.severity) << "  " << f.check << "  " << say(f.message, context.language());
            if (!f.text.empty())
                context.out() << "  \"" << f.text.substr(0, 80) << "\"";
            context.out() << "\n    " << say(f.suggestion, context.language()) << '\n';
        }
        context.out() << context.say(result.ready ? "review.ready" : "review.not_ready") << '\n';
    }
    return result.ready ? 0 : 1;
}

} // namespace

void addReview(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    auto* sub = app.add_subcommand("review", "The checks of a letter: one composed here, or any text");
    sub->add_option("FILE", args->file, "The letter, or a case file for its letter; - for standard input")->required();
    sub->add_option("--case", args->caseName, "Checks it against the case's notice, figures and evidence")->option_text("CASE");
    sub->add_option("--letter", args->letter, "Its kind")->option_text("KIND");
    sub->add_option("--language", args->language, "en or zh")->check(CLI::IsMember({"en", "zh"}));
    sub->add_option("--length", args->length, "full, 1000, 500, chat or subject")->check(CLI::IsMember({"full", "1000", "500", "chat", "subject"}));
    sub->callback([&action, args] { action = [args](Context& c) { return review(c, *args); }; });
}

} // namespace cli
