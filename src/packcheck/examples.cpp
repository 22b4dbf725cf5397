#include "packcheck/rules.h"

#include "letter/compose.h"

#include <algorithm>

namespace packcheck {

namespace {

/// Is the example a value that `set` would take, and does a long text have one for each language?
void field(Report& report, const std::string& id, const library::Field& f, const std::string& marketplace, appeal::Date today)
{
    const auto name = "\"" + f.name + "\"";
    if (f.label.empty())
        report.error(id, "missing_label", name + " has no label");
    for (const char* language : {"en", "zh"})
        if (!f.label.empty() && (f.label.count(language) == 0 || f.label.at(language).empty()))
            report.error(id, "missing_language", "the label of " + name + " is missing in " + language);
    if (f.type == "choice" && f.options.empty()) {
        report.error(id, "no_options", name + " is a choice of nothing");
        return;
    }
    const auto& english = library::in(f.example, "en");
    if (english.empty()) {
        if (!f.derived && f.type != "choice" && f.type != "yes_no" && !f.type.starts_with("file"))
            report.error(id, "missing_example", name + " has no example");
        return;
    }
    for (const auto& [language, example] : f.example)
        if (const auto why = letter::checkValue(f, example, marketplace, today); !why.empty())
            report.error(id, "bad_example", "the example of " + name + ", \"" + example + "\", is no " + f.type + " (" + why + ")");
    if (f.type != "longtext")
        return;
    if (f.example.count("zh") == 0)
        report.error(id, "missing_language", "the example of " + name + " is missing in zh: it stands in Chinese letters");
    if (!f.grammar.empty() && f.grammar != "quote")
        for (const auto& [language, example] : f.example)
            if (example.ends_with(".") || example.ends_with("。"))
                report.error(id, "bad_example", "the example of " + name + " ends with a stop, and stands inside a sentence");
}

} // namespace

void checkExamples(Report& report, appeal::Date today)
{
    const auto& c = report.pack.catalogue;
    for (const auto& f : c.facts)
        field(report, "facts:" + f.scope + "." + f.name, f, "", today);
    for (const auto& group : c.groups)
        for (const auto& f : group.members)
            field(report, "groups:" + group.id, f, "", today);
    for (const auto& cause : c.causes)
        for (const auto& f : cause.questions)
            if (!f.label.empty()) // the examples of a question are its options and hints
                for (const char* language : {"en", "zh"})
                    if (f.label.count(language) == 0)
                        report.error("causes:" + cause.id, "missing_language", "the label of \"" + f.name + "\" is missing in " + language);
    for (const auto& kind : c.letters)
        for (const auto& f : kind.facts)
            field(report, "letters:" + kind.id, f, kind.marketplaces.empty() ? std::string() : kind.marketplaces.front(), today);
    for (const auto& clause : report.pack.clauses) {
        const auto* cause = clause.causes.empty() ? nullptr : c.cause(clause.causes.front());
        const auto& places = !clause.marketplaces.empty() || !cause ? clause.marketplaces : cause->marketplaces;
        for (const auto& f : clause.slots)
            field(report, "clauses:" + clause.id, f, places.empty() ? std::string() : places.front(), today);
    }
}

} // namespace packcheck
