#include "cli/commands.h"
#include "cli/json.h"

#include "letter/compose.h"

#include <algorithm>
#include <ostream>

namespace cli {

namespace {

struct Args
{
    std::string name;
    std::vector<std::string> assignments;
};

Json profileJson(const storage::Profile& profile)
{
    Json out{{"name", profile.name}, {"facts", Json::object()}};
    for (const auto& [fact, value] : profile.facts)
        out["facts"][fact] = value;
    return out;
}

Result<int> profiles(Context& context, const Args&)
{
    auto store = context.cases();
    if (!store)
        return store.error();
    auto all = (*store)->profiles();
    if (!all)
        return all.error();
    Json out = Json::array();
    for (const auto& profile : *all) {
        out.push_back(profileJson(profile));
        if (!context.json()) {
            const auto it = profile.facts.find("store_name");
            context.out() << profile.name << "  " << (it == profile.facts.end() ? "" : it->second) << '\n';
        }
    }
    if (context.json())
        print(context, out);
    return 0;
}

Result<int> profile(Context& context, const Args& args)
{
    auto store = context.cases();
    if (!store)
        return store.error();
    auto all = (*store)->profiles();
    if (!all)
        return all.error();
    const auto it = std::find_if(all->begin(), all->end(), [&](const storage::Profile& p) { return p.name == args.name; });
    storage::Profile found;
    if (it != all->end())
        found = *it;
    found.name = args.name;
    if (args.assignments.empty() && it == all->end())
        return Error{Error::Code::Usage, args.name, "there is no such profile; NAME=VALUE makes one"};
    for (const auto& assignment : args.assignments) {
        const auto equals = assignment.find('=');
        if (equals == assignment.npos || equals == 0)
            return Error{Error::Code::Usage, assignment.substr(0, 60), "an assignment is written NAME=VALUE"};
        const auto fullName = assignment.substr(0, equals);
        const auto name = fullName.substr(0, fullName.find('@'));
        const auto* field = context.catalogue().fact("case", name);
        if (!field && name != "voice")
            return Error{Error::Code::Usage, name, "no shared fact is called that; a profile holds store_name, marketplace, store, seller_id, legal_entity, business_address, contact_name, contact_role, contact_phone, contact_email, voice"};
        auto value = assignment.substr(equals + 1);
        if (field) {
            value = letter::normaliseValue(*field, value);
            if (const auto why = letter::checkValue(*field, value, "", context.today()); !why.empty())
                return Error{Error::Code::BadValue, name, context.catalogue().say(why, "en", {{"value", value}})};
        }
        if (value.empty())
            found.facts.erase(fullName);
        else
            found.facts[fullName] = value;
    }
    if (!args.assignments.empty())
        if (auto saved = (*store)->saveProfile(found); !saved)
            return saved.error();
    if (context.json()) {
        print(context, profileJson(found));
        return 0;
    }
    if (args.assignments.empty())
        for (const auto& [fact, value] : found.facts)
            context.out() << fact << " = " << value << '\n';
    return 0;
}

} // namespace

void addProfiles(CLI::App& app, Action& action)
{
    auto args = std::make_shared<Args>();
    auto* sub = app.add_subcommand("profiles", "The sellers known here");
    sub->callback([&action, args] { action = [args](Context& c) { return profiles(c, *args); }; });
    sub = app.add_subcommand("profile", "One seller's data, shown or set");
    sub->add_option("NAME", args->name, "The profile's name")->required();
    sub->add_option("NAME=VALUE", args->assignments, "Shared facts by name; an empty value removes one");
    sub->callback([&action, args] { action = [args](Context& c) { return profile(c, *args); }; });
}

} // namespace cli
