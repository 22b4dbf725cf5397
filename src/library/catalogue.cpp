#include "library/catalogue.h"

#include <algorithm>

namespace library {

namespace {

template <typename List>
auto findId(const List& list, std::string_view id) -> decltype(&list.front())
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const auto& e) { return e.id == id; });
    return it == list.end() ? nullptr : &*it;
}

} // namespace

const std::string& in(const Words& words, const Language& language)
{
    static const std::string none;
    if (const auto it = words.find(language); it != words.end())
        return it->second;
    if (const auto it = words.find("en"); it != words.end())
        return it->second;
    return words.empty() ? none : words.begin()->second;
}

const Field* Group::member(std::string_view wanted) const
{
    const auto it = std::find_if(members.begin(), members.end(), [&](const Field& f) { return f.name == wanted; });
    return it == members.end() ? nullptr : &*it;
}

bool Cause::ownsRoute(std::string_view route) const { return std::find(routes.begin(), routes.end(), route) != routes.end(); }
const KindSection* LetterKind::section(std::string_view wanted) const { return findId(sections, wanted); }
bool LetterKind::is(std::string_view cls) const { return std::find(classes.begin(), classes.end(), cls) != classes.end(); }
const Store* Marketplace::store(std::string_view wanted) const { return findId(stores, wanted); }

const Cause* Catalogue::cause(std::string_view id) const { return findId(causes, id); }
const LetterKind* Catalogue::letter(std::string_view id) const { return findId(letters, id); }
const Group* Catalogue::group(std::string_view id) const { return findId(groups, id); }
const Section* Catalogue::section(std::string_view id) const { return findId(sections, id); }
const Metric* Catalogue::metric(std::string_view id) const { return findId(metrics, id); }
const Marketplace* Catalogue::marketplace(std::string_view id) const { return findId(marketplaces, id); }
const Check* Catalogue::check(std::string_view id) const { return findId(checks, id); }

const Field* Catalogue::fact(std::string_view scope, std::string_view name) const
{
    const auto it = std::find_if(facts.begin(), facts.end(), [&](const Field& f) { return f.scope == scope && f.name == name; });
    if (it != facts.end())
        return &*it;
    if (scope != "case")
        return nullptr;
    const auto figure = std::lower_bound(figures.begin(), figures.end(), name, [](const Field& f, std::string_view n) { return f.name < n; });
    return figure != figures.end() && figure->name == name ? &*figure : nullptr;
}

const Named* Catalogue::named(std::string_view vocabulary, std::string_view id) const
{
    const auto it = vocabularies.find(std::string(vocabulary));
    return it == vocabularies.end() ? nullptr : findId(it->second, id);
}

std::string Catalogue::say(std::string_view id, const Language& language, const std::map<std::string, std::string>& slots) const
{
    const auto it = wording.find(std::string(id));
    if (it == wording.end())
        return std::string(id);
    std::string out;
    std::string_view text = in(it->second, language);
    for (;;) {
        const auto open = text.find('{');
        const auto close = open == text.npos ? text.npos : text.find('}', open);
        if (close == text.npos)
            return out.append(text);
        out.append(text.substr(0, open));
        const auto slot = slots.find(std::string(text.substr(open + 1, close - open - 1)));
        if (slot != slots.end())
            out.append(slot->second);
        else
            out.append(text.substr(open, close - open + 1));
        text.remove_prefix(close + 1);
    }
}

namespace {

/// "odr_value", "lsr_10_value", "odr_fba_value" …: the facts that a metric's figures are (catalogue, Figures).
void addFigures(const Catalogue& catalogue, std::vector<Field>& out, const Metric& metric)
{
    struct Member { const char* id; const char* type; const char* example; };
    constexpr Member members[]{{"value", "percentage", "2.31%"}, {"target", "percentage", "1%"}, {"defects", "number", "18"}, {"orders", "number", "779"}, {"from", "date", "2026-01-05"},
        {"to", "date", "2026-03-05"}};
    struct Part { std::string channel; int window = 0; };
    std::vector<Part> parts{{}};
    for (const auto window : metric.windows)
        parts.push_back({{}, window});
    for (const auto& channel : metric.channels) {
        parts.push_back({channel, 0});
        for (const auto window : metric.windows)
            parts.push_back({channel, window});
    }
    const auto label = [&](const Part& part, const char* member, const char* language) {
        auto of = in(metric.name, language);
        if (!part.channel.empty())
            of = catalogue.say("figure.channel." + part.channel, language, {{"figure", of}});
        if (part.window > 0)
            of = catalogue.say("figure.window", language, {{"figure", of}, {"days", std::to_string(part.window)}});
        return catalogue.say(std::string("figure.") + member, language, {{"figure", of}, {"counted", in(metric.numerator, language)}, {"all", in(metric.denominator, language)}});
    };
    for (const auto& part : parts)
        for (const auto& member : members) {
            Field field;
            field.name = metric.id + (part.channel.empty() ? "" : "_" + part.channel) + (part.window > 0 ? "_" + std::to_string(part.window) : "") + "_" + member.id;
            field.type = metric.unit == "rating" && std::string_view(member.type) == "percentage" ? "number" : member.type;
            field.scope = "case";
            field.metric = metric.id;
            field.label = {{"en", label(part, member.id, "en")}, {"zh", label(part, member.id, "zh")}};
            field.example = {{"en", member.example}};
            out.push_back(std::move(field));
        }
}

} // namespace

void Catalogue::makeFigures()
{
    figures.clear();
    for (const auto& metric : metrics)
        addFigures(*this, figures, metric);
    std::sort(figures.begin(), figures.end(), [](const Field& a, const Field& b) { return a.name < b.name; });
}

const std::vector<std::string>& sectionsOf(appeal::Route route)
{
    static const std::vector<std::string> admit{"root_cause", "corrective", "preventive"}, dispute{"grounds", "exhibits"}, documents{"evidence", "answers"}, none;
    switch (route) {
    case appeal::Route::Admit: return admit;
    case appeal::Route::Dispute: return dispute;
    case appeal::Route::Documents: return documents;
    case appeal::Route::Quiz: return none;
    }
    return none;
}

std::optional<appeal::Route> routeOf(std::string_view section)
{
    for (const auto route : {appeal::Route::Admit, appeal::Route::Dispute, appeal::Route::Documents}) {
        const auto& all = sectionsOf(route);
        if (std::find(all.begin(), all.end(), section) != all.end())
            return route;
    }
    return {};
}

std::string wholeOf(const appeal::Case& c, const Catalogue& catalogue, std::string_view cause)
{
    const auto* part = catalogue.cause(cause);
    const auto* chosen = appeal::findCause(c, std::string(cause));
    if (!part || !chosen)
        return {};
    for (const auto& id : part->metrics) {
        const auto* metric = catalogue.metric(id);
        if (!metric || metric->partOf.empty())
            continue;
        for (const auto& other : c.causes) {
            const auto* whole = catalogue.cause(other.id);
            const bool sameWay = !chosen->route || chosen->route == other.route;
            if (whole && other.id != cause && sameWay && std::find(whole->metrics.begin(), whole->metrics.end(), metric->partOf) != whole->metrics.end())
                return other.id;
        }
    }
    return {};
}

} // namespace library
