#include "evaluation/evidence.h"

#include <algorithm>
#include <set>

namespace evaluation {

namespace {

bool filled(const appeal::Record& record, const char* member)
{
    const auto it = record.fields.find(member);
    return it != record.fields.end() && !appeal::anyOf(it->second).empty();
}

/// The kinds of papers that are there: files attached as one, and rows of groups that are papers themselves.
std::set<std::string> attachedKinds(const appeal::Case& c)
{
    std::set<std::string> out;
    for (const auto& e : c.evidence)
        if (!e.kind.empty())
            out.insert(e.kind);
    for (const auto& record : c.records) {
        if (record.group == "invoices" && filled(record, "invoice"))
            out.insert("invoices");
        else if (record.group == "photos" && filled(record, "photo"))
            out.insert("photos");
        else if ((record.group == "papers" && filled(record, "paper")) || (record.group == "attachments" && filled(record, "file")))
            if (const auto kind = record.fields.find("kind"); kind != record.fields.end())
                out.insert(appeal::anyOf(kind->second));
    }
    return out;
}

} // namespace

std::vector<EvidenceDue> evidenceDue(const appeal::Case& c, const library::Catalogue& catalogue)
{
    const auto attached = attachedKinds(c);
    std::vector<EvidenceDue> out;
    std::set<std::pair<std::string, std::string>> seen; // kind and words: a cause may want two different papers of a kind
    for (const auto& chosen : c.causes) {
        const auto* cause = catalogue.cause(chosen.id);
        if (!cause)
            continue;
        for (const auto& paper : cause->evidence) {
            const bool always = paper.routes.empty();
            if (!always && (!chosen.route || std::find(paper.routes.begin(), paper.routes.end(), appeal::name(*chosen.route)) == paper.routes.end()))
                continue;
            if (seen.insert({paper.kind, library::in(paper.text, "en")}).second)
                out.push_back({paper.kind, chosen.id, paper.text, attached.count(paper.kind) != 0});
        }
    }
    auto asked = c.asksFor;
    if (const auto replies = appeal::standing(c, "reply"); !replies.empty())
        asked.insert(asked.end(), replies.back()->asksFor.begin(), replies.back()->asksFor.end());
    for (const auto& kind : asked) {
        const auto* named = catalogue.named("asks_for", kind);
        const auto paper = named ? named->more.find("paper") : std::map<std::string, std::string>::const_iterator{};
        if (!named || paper == named->more.end() || paper->second != "true")
            continue;
        if (std::none_of(out.begin(), out.end(), [&](const EvidenceDue& due) { return due.kind == kind; }))
            out.push_back({kind, {}, named->name, attached.count(kind) != 0});
    }
    return out;
}

} // namespace evaluation
