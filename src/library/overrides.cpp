#include "library/overrides.h"

#include "library/clauses.h"

#include <algorithm>
#include <charconv>

namespace library {

namespace {

std::vector<std::string> steps(std::string_view path)
{
    std::vector<std::string> out(1);
    for (const char c : path) {
        if (c == '.')
            out.emplace_back();
        else
            out.back() += c;
    }
    return out;
}

std::optional<int> wholeNumber(std::string_view text)
{
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number < 0)
        return {};
    return number;
}

/// A place in the catalogue: how its value is read and written. Reading goes through the same code, so that the two know the same places.
struct Spot
{
    std::string* text = nullptr;
    int* number = nullptr;
    std::optional<int>* perhaps = nullptr;

    explicit operator bool() const { return text || number || perhaps; }
    std::string get() const { return text ? *text : number ? std::to_string(*number) : *perhaps ? std::to_string(**perhaps) : std::string(); }
    bool set(const std::string& value) const
    {
        if (text) {
            *text = value;
            return !value.empty();
        }
        const auto whole = wholeNumber(value);
        if (number && whole)
            *number = *whole;
        if (perhaps && (whole || value.empty())) // an empty limit is none
            *perhaps = whole;
        return whole.has_value() || (perhaps && value.empty());
    }
};

Spot inMetric(Metric& metric, const std::vector<std::string>& at)
{
    if (at.size() == 1 && at[0] == "target")
        return {&metric.target};
    if (at.size() == 1 && at[0] == "sign")
        return {&metric.sign};
    if (at.size() == 1 && at[0] == "as_of")
        return {&metric.asOf};
    if (at.size() == 3 && at[0] == "stores" && at[2] == "target")
        if (const auto it = metric.storeTargets.find(at[1]); it != metric.storeTargets.end())
            return {&it->second};
    return {};
}

Spot inMarketplace(Marketplace& marketplace, const std::vector<std::string>& at)
{
    if (at.size() == 1 && at[0] == "invoice_age_days")
        return {nullptr, nullptr, &marketplace.invoiceAgeDays};
    if (at.size() == 1 && at[0] == "as_of")
        return {&marketplace.asOf};
    if (at.size() == 2 && at[0] == "status_request")
        return at[1] == "from" ? Spot{nullptr, &marketplace.statusFrom} : at[1] == "on" ? Spot{nullptr, &marketplace.statusOn} : at[1] == "as_of" ? Spot{&marketplace.statusAsOf} : Spot{};
    if (at.size() == 4 && at[0] == "form" && at[1] == "boxes" && at[3] == "limit")
        for (auto& box : marketplace.boxes)
            if (box.id == at[2])
                return {nullptr, nullptr, &box.limit};
    return {};
}

Spot inGuide(Guide& guide, const std::vector<std::string>& at)
{
    if (at.size() == 1 && at[0] == "page")
        return {&guide.page};
    if (at.size() == 1 && at[0] == "as_of")
        return {&guide.asOf};
    if (at.size() != 3 || (at[0] != "steps" && at[0] != "next"))
        return {};
    auto& list = at[0] == "steps" ? guide.steps : guide.next;
    const auto number = wholeNumber(at[1]);
    if (!number || *number < 1 || std::size_t(*number) > list.size())
        return {};
    auto& words = list[std::size_t(*number - 1)];
    const auto it = words.find(at[2]);
    return it == words.end() ? Spot{} : Spot{&it->second};
}

Spot spot(Catalogue& c, std::string_view kind, std::string_view id, std::string_view path)
{
    const auto at = steps(path);
    const auto entry = [&](auto& list, auto look) {
        const auto it = std::find_if(list.begin(), list.end(), [&](const auto& e) { return e.id == id; });
        return it == list.end() ? Spot{} : look(*it, at);
    };
    if (kind == "metrics")
        return entry(c.metrics, inMetric);
    if (kind == "marketplaces")
        return entry(c.marketplaces, inMarketplace);
    if (kind == "guides")
        return entry(c.guides, inGuide);
    return {};
}

} // namespace

std::optional<std::string> valueAt(const Catalogue& catalogue, std::string_view kind, std::string_view id, std::string_view path)
{
    // only read here: `set` is what a spot is otherwise for
    const auto place = spot(const_cast<Catalogue&>(catalogue), kind, id, path);
    return place ? std::optional(place.get()) : std::nullopt;
}

Overlaid overlay(CataloguePtr shipped, const std::vector<Override>& overrides)
{
    Overlaid out{shipped, {}, {}};
    if (overrides.empty() || !shipped)
        return out;
    auto own = std::make_shared<Catalogue>(*shipped);
    for (const auto& one : overrides) {
        const auto place = spot(*own, one.kind, one.id, one.path);
        const auto before = place ? place.get() : std::string();
        if (!place || !place.set(one.value)) {
            if (place)
                place.set(before);
            out.homeless.push_back(one);
            continue;
        }
        if (!one.base.empty() && before != one.base)
            out.drifted.push_back(one);
    }
    out.catalogue = std::move(own);
    return out;
}

namespace {

/// The ids of a catalogue as a pack's places name them, so that a piece with one of them is refused.
std::map<std::string, std::pair<std::string, int>> placesOf(const Catalogue& c)
{
    std::map<std::string, std::pair<std::string, int>> out;
    const auto put = [&](const char* array, const auto& list) {
        for (const auto& entry : list)
            out.emplace(std::string(array) + ":" + entry.id, std::pair(std::string("templates"), 0));
    };
    put("groups", c.groups);
    put("sections", c.sections);
    put("causes", c.causes);
    put("letters", c.letters);
    put("metrics", c.metrics);
    put("marketplaces", c.marketplaces);
    put("guides", c.guides);
    put("practices", c.practices);
    put("checks", c.checks);
    for (const auto& [vocabulary, list] : c.vocabularies)
        put(vocabulary.c_str(), list);
    for (const auto& fact : c.facts)
        out.emplace("facts:" + fact.scope + "." + fact.name, std::pair(std::string("templates"), 0));
    for (const auto& [id, words] : c.wording)
        out.emplace("wording:" + id, std::pair(std::string("templates"), 0));
    return out;
}

} // namespace

CataloguePtr withUsers(CataloguePtr shipped, const std::vector<std::string>& pieces, const std::vector<Override>& overrides)
{
    if (!shipped || pieces.empty())
        return overlay(std::move(shipped), overrides).catalogue;
    Pack whole;
    whole.catalogue = *shipped;
    whole.places = placesOf(*shipped);
    for (const auto& json : pieces)
        if (auto piece = parsePack(json, "library.db"))
            (void)bool(add(whole, std::move(*piece)));
    return overlay(std::make_shared<const Catalogue>(std::move(whole.catalogue)), overrides).catalogue;
}

} // namespace library
