#include "cli/commands.h"

#include <iostream>
#include <sstream>

namespace cli {

int run(int argc, const char* const* argv, std::istream& in, std::ostream& out, std::ostream& err)
{
    Options options;
    if (const char* fromEnvironment = std::getenv("CAUSEWAY_DATA_DIR"))
        options.dataDir = fromEnvironment;

    CLI::App app{"Causeway: from a marketplace's notice to a letter that is ready, and back. It gives no legal advice and belongs to no marketplace."};
    app.name("causeway-cli");
    app.set_version_flag("--version", "causeway-cli " CAUSEWAY_VERSION);
    app.add_option("--data-dir", options.dataDir, "Folder of library.db, cases.db and files/ (else CAUSEWAY_DATA_DIR, else the platform's application data)")->option_text("DIR");
    app.add_option("--templates", options.templates, "Use this folder's content instead of the shipped one")->option_text("DIR");
    app.add_option("--today", options.today, "The day on which everything is judged")->option_text("YYYY-MM-DD");
    app.add_option("--lang", options.language, "Language of the output for people: en or zh")->check(CLI::IsMember({"en", "zh"}));
    app.add_flag("--json", options.json, "Print exactly one JSON value");
    app.require_subcommand(1);
    app.fallthrough();

    Action action;
    addReading(app, action);
    addNew(app, action);
    addShow(app, action);
    addSet(app, action);
    addPlan(app, action);
    addEvaluate(app, action);
    addCompose(app, action);
    addReview(app, action);
    addRecord(app, action);
    addProfiles(app, action);
    addLists(app, action);
    addLibrary(app, action);
    addCases(app, action);
    const auto everywhere = [](const auto& self, CLI::App& of) -> void {
        for (auto* sub : of.get_subcommands({})) {
            sub->fallthrough();
            self(self, *sub);
        }
    };
    everywhere(everywhere, app);

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& e) {
        return app.exit(e, out, err); // --help, --version
    } catch (const CLI::ParseError& e) {
        std::string name = "command line";
        for (const auto* sub : app.get_subcommands())
            name = sub->get_name();
        err << "causeway-cli: " << name << ": " << e.what() << "; see causeway-cli " << (name == "command line" ? "" : name + " ") << "--help\n";
        return 2;
    }

    std::ostringstream written; // on an error nothing is on standard output
    Context context(options, in, written);
    if (auto started = context.start(); !started) {
        err << errorLine(started.error(), nullptr, options.language) << '\n';
        return exitCode(started.error());
    }
    auto status = action(context);
    if (!status) {
        err << errorLine(status.error(), &context.catalogue(), options.language) << '\n';
        return exitCode(status.error());
    }
    out << written.str();
    out.flush();
    if (!out) {
        err << errorLine({Error::Code::CannotWrite, "-", {}}, &context.catalogue(), options.language) << '\n';
        return 4;
    }
    return *status;
}

} // namespace cli
