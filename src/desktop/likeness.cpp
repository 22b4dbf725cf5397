#include "desktop/likeness.h"

#include "journey/likeness.h"
#include "submit/fingerprints.h"

#include <algorithm>

namespace desktop {

namespace {

/// Those of @p prints that letters sent in other cases hold, and @p own, sorted; looked up on the storage thread.
journey::Prints sentBefore(Stores& stores, const journey::Prints& prints, journey::Prints own, const appeal::Id& except)
{
    if (stores.cases)
        if (const auto known = stores.cases->knownFingerprints(prints, except))
            own.insert(own.end(), known->begin(), known->end());
    std::sort(own.begin(), own.end());
    return own;
}

} // namespace

appeal::Id storedId(const Desk& desk)
{
    const auto folder = desk.filesFolder ? desk.filesFolder() : std::string{};
    return folder.empty() ? appeal::Id{} : folder.substr(folder.rfind('/') + 1);
}

void likeEarlier(Desk& desk, QObject* receiver, const std::string& text, const appeal::Language& language, std::function<void(double)> then)
{
    auto prints = submit::fingerprints(text, language);
    desk.storage.ask(
        receiver, [prints, own = journey::sentPrints(desk.model.now()), id = storedId(desk)](Stores& stores) { return sentBefore(stores, prints, own, id); },
        [prints, then = std::move(then)](const journey::Prints& known) { then(submit::contained(prints, known)); });
}

void makeMine(Desk& desk, QObject* receiver, std::function<void(int)> then)
{
    const auto* draft = desk.model.session().draft();
    if (!draft || !draft->sent.empty())
        return;
    const auto places = journey::phrasings(desk.model.session());
    journey::Prints all;
    for (const auto& place : places)
        for (const auto& prints : place.variants)
            all.insert(all.end(), prints.begin(), prints.end());
    desk.storage.ask(
        receiver, [all, own = journey::sentPrints(desk.model.now()), id = storedId(desk)](Stores& stores) { return sentBefore(stores, all, own, id); },
        [&desk, places, id = draft->id, then = std::move(then)](const journey::Prints& known) {
            if (!desk.model.isOpen() || !appeal::findLetter(desk.model.now(), id))
                return;
            const auto edits = journey::leastShared(id, places, known);
            desk.model.rest();
            desk.model.edit(edits);
            desk.model.rest();
            then(int(edits.size()));
        });
}

} // namespace desktop
