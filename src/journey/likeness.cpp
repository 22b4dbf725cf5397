#include "journey/likeness.h"

#include "letter/compose.h"
#include "submit/fingerprints.h"

#include <algorithm>

namespace journey {

namespace {

constexpr std::size_t kLeast = 3; ///< fewer shingles say nothing

Phrasings phrasingsAt(const Session& session, const appeal::LetterDraft& draft, const std::string& place, int now, std::size_t count)
{
    Phrasings out{place, now % int(count), {}};
    for (std::size_t i = 0; i < count; ++i) {
        const auto turned = appeal::apply(session.now(), appeal::SetVariant{draft.id, place, int(i)});
        const auto letter = letter::compose(turned, *appeal::findLetter(turned, draft.id), session.catalogue(), session.clauses(), {draft.language, appeal::Length::Full}, session.today());
        Prints prints;
        for (const auto& p : letter.paragraphs)
            if (p.place == place)
                prints = submit::fingerprints(p.text, draft.language);
        out.variants.push_back(std::move(prints));
    }
    return out;
}

} // namespace

std::optional<double> likeLibrary(const Session& session, const appeal::Paragraph& paragraph)
{
    const auto& language = session.draft()->language;
    const auto* clause = library::find(session.clauses(), paragraph.clause);
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

Prints sentPrints(const appeal::Case& c)
{
    Prints out;
    for (const auto* event : appeal::standing(c, "submission")) {
        const auto* letter = appeal::findLetter(c, event->letter);
        if (event->text)
            for (const auto hash : submit::fingerprints(*event->text, letter ? letter->language : appeal::Language{"en"}))
                out.push_back(hash);
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<Phrasings> phrasings(const Session& session)
{
    std::vector<Phrasings> out;
    const auto* draft = session.draft();
    if (!draft || !draft->sent.empty())
        return out;
    const auto consider = [&](const std::string& place, int now, const library::Phrasings& text) {
        if (const auto it = text.find(draft->language); it != text.end() && it->second.size() > 1)
            out.push_back(phrasingsAt(session, *draft, place, now, it->second.size()));
    };
    for (const auto& pick : draft->picks)
        if (const auto* clause = library::find(session.clauses(), pick.clause); clause && pick.wording.count(draft->language) == 0)
            consider(pick.id, pick.variant, clause->text);
    if (const auto* kind = session.catalogue().letter(draft->kind))
        for (const auto& section : kind->sections)
            if (draft->fixed.count(section.id) == 0) {
                const auto now = draft->variants.find(section.id);
                consider(section.id, now == draft->variants.end() ? 0 : now->second, section.text);
            }
    return out;
}

std::vector<appeal::Edit> leastShared(const appeal::Id& letter, const std::vector<Phrasings>& places, const Prints& known)
{
    std::vector<appeal::Edit> edits;
    for (const auto& place : places) {
        auto best = std::size_t(place.now);
        for (std::size_t i = 0; i < place.variants.size(); ++i)
            if (submit::contained(place.variants[i], known) < submit::contained(place.variants[best], known))
                best = i;
        if (int(best) != place.now)
            edits.push_back(appeal::SetVariant{letter, place.place, int(best)});
    }
    return edits;
}

} // namespace journey
