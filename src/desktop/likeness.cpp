#include "desktop/likeness.h"

#include "letter/compose.h"
#include "submit/fingerprints.h"

#include <algorithm>
#include <set>

namespace desktop {

namespace {

using Prints = std::vector<std::uint64_t>;

constexpr std::size_t kLeast = 3; ///< fewer shingles say nothing

/// Fingerprints of what this case itself sent.
std::set<std::uint64_t> ownSent(const appeal::Case& c)
{
    std::set<std::uint64_t> out;
    for (const auto* event : appeal::standing(c, "submission")) {
        const auto* letter = appeal::findLetter(c, event->letter);
        if (event->text)
            for (const auto hash : submit::fingerprints(*event->text, letter ? letter->language : appeal::Language{"en"}))
                out.insert(hash);
    }
    return out;
}

double shareOf(const Prints& prints, const std::set<std::uint64_t>& known)
{
    return prints.empty() ? 0.0 : double(std::count_if(prints.begin(), prints.end(), [&](auto hash) { return known.count(hash) > 0; })) / double(prints.size());
}

/// Which of @p prints other cases have sent; looked up on the storage thread.
std::set<std::uint64_t> knownElsewhere(Stores& stores, const Prints& prints, const appeal::Id& except)
{
    std::set<std::uint64_t> out;
    if (stores.cases)
        if (const auto known = stores.cases->knownFingerprints(prints, except))
            out.insert(known->begin(), known->end());
    return out;
}

} // namespace

appeal::Id storedId(const Desk& desk)
{
    const auto folder = desk.filesFolder ? desk.filesFolder() : std::string{};
    return folder.empty() ? appeal::Id{} : folder.substr(folder.rfind('/') + 1);
}

std::optional<double> likeLibrary(const CaseModel& model, const appeal::Paragraph& paragraph)
{
    const auto& language = model.session().draft()->language;
    const auto* clause = library::find(model.session().clauses(), paragraph.clause);
    const auto mine = submit::shingles(paragraph.source, language);
    if (!clause || mine.size() < kLeast)
        return {};
    Prints all;
    if (const auto it = clause->text.find(language); it != clause->text.end())
        for (const auto& text : it->second)
            for (const auto hash : submit::shingles(text, language))
                all.push_back(hash);
    std::sort(all.begin(), all.end());
    return submit::contained(mine, all);
}

void likeEarlier(Desk& desk, QObject* receiver, const std::string& text, const appeal::Language& language, std::function<void(double)> then)
{
    auto prints = submit::fingerprints(text, language);
    desk.storage.ask(
        receiver, [prints, id = storedId(desk)](Stores& stores) { return knownElsewhere(stores, prints, id); },
        [prints, own = ownSent(desk.model.now()), then = std::move(then)](std::set<std::uint64_t> known) {
            known.insert(own.begin(), own.end());
            then(shareOf(prints, known));
        });
}

void makeMine(Desk& desk, QObject* receiver, std::function<void(int)> then)
{
    const auto& session = desk.model.session();
    const auto* draft = session.draft();
    if (!draft || !draft->sent.empty())
        return;
    struct Choice { std::string place; int now = 0; std::vector<Prints> variants; };
    std::vector<Choice> choices;
    Prints all;
    const auto& language = draft->language;
    const auto consider = [&](const std::string& place, int now, std::size_t count) {
        Choice choice{place, count ? now % int(count) : 0, {}};
        for (std::size_t i = 0; i < count; ++i) {
            const auto turned = appeal::apply(session.now(), appeal::SetVariant{draft->id, place, int(i)});
            const auto letter = letter::compose(turned, *appeal::findLetter(turned, draft->id), session.catalogue(), session.clauses(), {language, appeal::Length::Full}, session.today());
            Prints prints;
            for (const auto& p : letter.paragraphs)
                if (p.place == place)
                    prints = submit::fingerprints(p.text, language);
            all.insert(all.end(), prints.begin(), prints.end());
            choice.variants.push_back(std::move(prints));
        }
        choices.push_back(std::move(choice));
    };
    for (const auto& pick : draft->picks) {
        const auto* clause = library::find(session.clauses(), pick.clause);
        if (!clause || pick.wording.count(language) > 0)
            continue;
        if (const auto it = clause->text.find(language); it != clause->text.end() && it->second.size() > 1)
            consider(pick.id, pick.variant, it->second.size());
    }
    if (const auto* kind = session.catalogue().letter(draft->kind))
        for (const auto& section : kind->sections)
            if (const auto it = section.text.find(language); it != section.text.end() && it->second.size() > 1 && draft->fixed.count(section.id) == 0) {
                const auto now = draft->variants.find(section.id);
                consider(section.id, now == draft->variants.end() ? 0 : now->second, it->second.size());
            }
    desk.storage.ask(
        receiver, [all, id = storedId(desk)](Stores& stores) { return knownElsewhere(stores, all, id); },
        [&desk, choices, id = draft->id, own = ownSent(session.now()), then = std::move(then)](std::set<std::uint64_t> known) {
            known.insert(own.begin(), own.end());
            std::vector<appeal::Edit> edits;
            const auto* now = desk.model.isOpen() ? appeal::findLetter(desk.model.now(), id) : nullptr;
            if (!now)
                return;
            for (const auto& choice : choices) {
                std::size_t best = std::size_t(choice.now);
                for (std::size_t i = 0; i < choice.variants.size(); ++i)
                    if (shareOf(choice.variants[i], known) < shareOf(choice.variants[best], known))
                        best = i;
                if (int(best) != choice.now)
                    edits.push_back(appeal::SetVariant{id, choice.place, int(best)});
            }
            desk.model.rest();
            desk.model.edit(edits);
            desk.model.rest();
            then(int(edits.size()));
        });
}

} // namespace desktop
