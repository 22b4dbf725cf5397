#include "submit/rules.h"

#include "letter/compose.h"
#include "submit/fingerprints.h"
#include "submit/memory.h"

#include <algorithm>

namespace submit {

namespace {

constexpr double kSameLetter = 0.9;

/// Was anything added to the case since @p sent: a record, a file or a figure that this letter could tell of?
bool newFacts(const Scene& scene, const appeal::Event& sent)
{
    if (!scene.body.composed || !scene.around.draft)
        return false;
    const auto* before = appeal::findLetter(*scene.around.c, sent.letter);
    if (!before)
        return false;
    for (const auto& pick : scene.around.draft->picks)
        if (!pick.prints.empty() && std::none_of(before->picks.begin(), before->picks.end(), [&](const appeal::Pick& other) { return other.prints == pick.prints; }))
            return true;
    return false;
}

/// Numbers and ids of a text, sorted: what is new shows in them first.
std::vector<std::string> factsOf(std::string_view text)
{
    static const Vocabulary none;
    Tokens tokens;
    tokenise(text, 0, text.size(), none, tokens);
    std::vector<std::string> out;
    for (const auto& t : tokens.list)
        if (t.number || t.id)
            out.emplace_back(tokens.fold(t));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace

void duplicateSubmission(const Scene& scene, Out& out)
{
    if (!scene.around.c || scene.kindId == "resubmission_with_prior_approval")
        return;
    const auto* reply = lastReply(scene);
    const bool refused = reply && (reply->replyClass == "appeal_rejected" || reply->replyClass == "final_decision" || reply->replyClass == "more_information_requested");
    const auto& body = scene.body;
    Memory ours;
    if (!scene.memory)
        ours.begin(nullptr, body.language);
    auto& memory = scene.memory ? *scene.memory : ours;
    std::optional<std::vector<std::uint64_t>> words; // of this letter; worked out where one was sent before
    for (const auto* sent : appeal::standing(*scene.around.c, "submission")) {
        const auto text = [&]() -> std::string {
            if (const auto it = sent->texts.find(body.language); it != sent->texts.end())
                return it->second;
            return sent->text ? *sent->text : std::string{};
        }();
        // the letter that was sent is not its own second copy
        if (scene.around.draft && !scene.around.draft->sent.empty() && sent->letter == scene.around.draft->id)
            return;
        const auto same = [&](const std::string& other) {
            if (!words)
                words = shingles(body.text, body.language);
            const auto& here = *words;
            const auto& there = memory.shingles(other);
            if (here.size() < 10 || contained(here, there) < kSameLetter)
                return false;
            const auto mine = factsOf(body.text), theirs = factsOf(other);
            const auto fresh = std::count_if(mine.begin(), mine.end(), [&](const std::string& fact) { return !std::binary_search(theirs.begin(), theirs.end(), fact); });
            return fresh < 3 && !newFacts(scene, *sent);
        };
        if (!same(text) && !(sent->text && same(*sent->text)))
            continue;
        auto& finding = out.whole({{"day", appeal::isoDate(sent->on)}});
        fill(finding, "date", {{"en", letter::dateWords(sent->on, "en")}, {"zh", letter::dateWords(sent->on, "zh")}});
        if (refused)
            finding.severity = appeal::Severity::Block;
        return;
    }
    // "as already explained in our last letter" says that nothing is new
    if (appeal::standing(*scene.around.c, "submission").empty())
        return;
    const auto phrases = out.check().body["repeats"][body.language].strings();
    const auto text = asciiLower(body.text);
    for (const auto& phrase : phrases)
        if (const auto at = text.find(phrase); at != text.npos)
            out.at(at, at + phrase.size(), {}, "repeats");
}

void deadlinePassed(const Scene& scene, Out& out)
{
    const auto& around = scene.around;
    if (!around.c || !scene.kind || scene.kind->to == "buyer" || (scene.around.draft && !scene.around.draft->sent.empty()))
        return;
    std::optional<appeal::Date> passed;
    const auto* reply = lastReply(scene);
    const bool own = reply && std::any_of(around.c->deadlines.begin(), around.c->deadlines.end(), [&](const appeal::Deadline& d) { return d.due && d.document == reply->document; });
    for (const auto& d : around.c->deadlines) {
        if (!d.due || (d.kind != "appeal_window" && d.kind != "response_window" && d.kind != "preview_window") || (own && d.document != reply->document))
            continue;
        if (*d.due >= around.today)
            return; // another way to answer is still open
        passed = passed ? std::max(*passed, *d.due) : *d.due;
    }
    if (!passed)
        return;
    // an appeal that went out in time met it; what follows is another matter
    for (const auto* sent : appeal::standing(*around.c, "submission"))
        if (sent->on <= *passed && !own)
            return;
    auto& finding = out.whole();
    fill(finding, "date", {{"en", letter::dateWords(*passed, "en")}, {"zh", letter::dateWords(*passed, "zh")}});
    finding.place.step = "followup";
}

} // namespace submit
