#include "laws.h"

#include "followup/followup.h"
#include "journey/session.h"
#include "letter/compose.h"
#include "letter/format.h"
#include "library/clauses.h"
#include "storage/case_store.h"
#include "text/decode.h"

namespace {

const library::CataloguePtr& catalogue()
{
    static const auto loaded = library::builtinCatalogue();
    law(bool(loaded), "the shipped catalogue is there");
    return *loaded;
}

const library::Clauses& clauses()
{
    static const auto pack = library::builtinPack();
    law(bool(pack), "the shipped pack is there");
    return pack->clauses;
}

/// The finished sample case.
const appeal::Case& sample()
{
    static const auto read = [] {
        for (const auto& [name, text] : library::embeddedSamples())
            if (std::string_view(name).ends_with(".appeal.json"))
                return storage::caseFromJson(text, name);
        return storage::caseFromJson("", "sample");
    }();
    law(bool(read), "the sample case is there");
    return *read;
}

} // namespace

/// Bytes are read as edits and applied to a full case and to an empty one, as `apply` does: the case can be kept, its letters composed, its days told.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto edits = storage::editsFromJson({reinterpret_cast<const char*>(data), size}, "edits.json");
    if (!edits) {
        law(edits.error().where.rfind("edits.json", 0) == 0 && !edits.error().detail.empty(), "what is refused is named, and why");
        return 0;
    }
    const appeal::Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
    for (const auto& start : {sample(), appeal::Case{}}) {
        journey::Session session(start, catalogue(), [](const library::Fit& fit) {
            library::Clauses out;
            for (const auto& clause : clauses())
                if (library::fits(clause, fit))
                    out.push_back(clause);
            return out;
        }, today);
        session.edit(*edits);
        const auto& after = session.now();
        const auto kept = storage::caseFromJson(storage::toJson(after), "applied");
        law(bool(kept), "a case that was edited can be kept");
        law(storage::toJson(*kept) == storage::toJson(*storage::caseFromJson(storage::toJson(*kept), "again")), "a kept case stays the same");
        for (const auto& draft : after.letters)
            for (const char* language : {"en", "zh"})
                for (const auto length : {appeal::Length::Full, appeal::Length::Chat}) {
                    const auto letter = session.compose(draft.id, language, length);
                    law(text::validUtf8(letter::toText(letter).text), "a letter is valid UTF-8");
                }
        (void)journey::statuses(after, *catalogue(), session.draft() ? &session.letter() : nullptr, nullptr, today);
        (void)followup::agenda(after, *catalogue(), today);
        if (session.canUndo()) { // not a submission: a fact
            session.undo();
            law(session.now() == start, "an edit is taken back whole");
        }
    }
    return 0;
}
