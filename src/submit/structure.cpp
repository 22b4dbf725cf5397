#include "submit/rules.h"

#include <algorithm>

namespace submit {

namespace {

/// Must the letter answer this one of the three questions? A reply to a request only where the request asks for it.
bool wanted(const Scene& scene, std::string_view asked)
{
    if (const auto* c = scene.around.c; c && !c->causes.empty()) {
        // where nothing is admitted there is nothing to explain or to mend
        const bool owed = std::any_of(c->causes.begin(), c->causes.end(), [](const appeal::ChosenCause& cause) { return !cause.route || *cause.route == appeal::Route::Admit; });
        if (!owed)
            return false;
    }
    if (scene.is("plan"))
        return true;
    const auto* reply = lastReply(scene);
    return scene.kindId == "additional_information_reply" && reply && std::find(reply->asksFor.begin(), reply->asksFor.end(), asked) != reply->asksFor.end();
}

/// The paragraph at the head of a cause's part: figures and who looked, no answer.
bool isLead(const Scene& scene, const Block& b)
{
    return scene.body.composed && b.paragraph && scene.around.letter && scene.around.letter->paragraphs[*b.paragraph].kind == appeal::Paragraph::Kind::Lead;
}

/// Does the letter composed here hold anything in this section beside its heading and leads?
bool composedPart(const Scene& scene, std::string_view section)
{
    return std::any_of(scene.body.blocks.begin(), scene.body.blocks.end(), [&](const Block& b) { return b.section == section && b.kind == Block::Kind::Text && !isLead(scene, b); });
}

template <typename Test>
bool anySentence(const Scene& scene, Test test)
{
    return std::any_of(scene.body.sentences.begin(), scene.body.sentences.end(), [&](const Sentence& s) { return scene.speaks(s) && test(s); });
}

} // namespace

void missingRootCause(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    if (!wanted(scene, "root_cause"))
        return;
    const bool plan = scene.is("plan");
    const bool given = (plan && body.composed) ? composedPart(scene, "root_cause") : anySentence(scene, [&](const Sentence& s) {
        return !body.has(s, Sign::Apology) && (body.blocks[s.block].section == "root_cause" || body.has(s, Sign::Cause) || body.has(s, Sign::Control));
    });
    if (!given)
        out.whole();
}

void noCompletedActions(const Scene& scene, Out& out)
{
    if (!wanted(scene, "corrective_actions"))
        return;
    const bool given = (scene.is("plan") && scene.body.composed) ? composedPart(scene, "corrective") : anySentence(scene, [&](const Sentence& s) { return tellsDeed(scene.body, s); });
    if (!given)
        out.whole();
}

void missingPreventiveMeasures(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    if (!wanted(scene, "preventive_measures"))
        return;
    const bool given = (scene.is("plan") && body.composed) ? composedPart(scene, "preventive")
                                                             : anySentence(scene, [&](const Sentence& s) {
                                                                   return body.blocks[s.block].section == "preventive" || (body.has(s, Sign::Measure) && !body.has(s, Sign::Future));
                                                               });
    if (!given)
        out.whole();
}

void futurePromisesOnly(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    if (!scene.is("plan") && !wanted(scene, "corrective_actions"))
        return;
    std::size_t done = 0, promised = 0;
    const Sentence* first = nullptr;
    for (const auto& s : body.sentences) {
        if (!scene.speaks(s) || body.blocks[s.block].section == "request")
            continue;
        if (tellsDeed(body, s) || (body.has(s, Sign::Measure) && !body.has(s, Sign::Future))) {
            ++done;
        } else if (body.has(s, Sign::Future) && !body.has(s, Sign::Negation)) {
            ++promised;
            first = first ? first : &s;
        }
    }
    if (first && promised > done)
        out.at(*first, {{"promised", std::to_string(promised)}, {"done", std::to_string(done)}});
}

namespace {

/// What a cause still lacks in a letter composed here, by its route.
class Parts
{
public:
    Parts(const Scene& scene, const appeal::ChosenCause& cause) : m_scene(scene), m_case(*scene.around.c), m_cause(cause)
    {
        // what is answered with the whole (negative feedback with the order defect rate) is no cause of its own here
        std::size_t standing = 0;
        for (const auto& other : m_case.causes) {
            const auto whole = library::wholeOf(m_case, scene.catalogue, other.id);
            standing += whole.empty();
            if (other.id == cause.id || whole == cause.id)
                m_ids.push_back(other.id);
        }
        m_alone = standing == 1;
    }

    std::vector<std::string> lacking() const
    {
        std::vector<std::string> out;
        if (!m_cause.route)
            return {"route"};
        switch (*m_cause.route) {
        case appeal::Route::Admit:
            // with a single cause an empty section of a plan is told by its own rule
            if (!m_alone || !m_scene.is("plan"))
                for (const char* section : {"root_cause", "corrective"})
                    if (!part(section))
                        out.emplace_back(section);
            break;
        case appeal::Route::Dispute:
            if (!part("grounds"))
                out.emplace_back("grounds");
            else if (!part("exhibits") && m_scene.around.letter->attachments.empty())
                out.emplace_back("exhibits");
            break;
        case appeal::Route::Documents:
            if (m_scene.around.letter->attachments.empty() && !part("evidence") && !part("answers"))
                out.emplace_back("evidence");
            break;
        case appeal::Route::Quiz: break;
        }
        return out;
    }

private:
    bool mine(std::string_view cause) const { return std::find(m_ids.begin(), m_ids.end(), cause) != m_ids.end(); }

    bool part(std::string_view section) const
    {
        for (const auto& b : m_scene.body.blocks) {
            if (b.section != section || b.kind == Block::Kind::Heading || isLead(m_scene, b))
                continue;
            if (mine(b.cause) || m_alone)
                return true;
            // a record may belong to several causes, or to the case as a whole
            const auto* pick = m_scene.around.draft ? appeal::findPick(*m_scene.around.draft, b.place) : nullptr;
            const auto* record = pick ? appeal::findRecord(m_case, pick->prints) : nullptr;
            if (record && (std::any_of(record->causes.begin(), record->causes.end(), [&](const auto& id) { return mine(id); }) || (record->causes.empty() && section != "root_cause")))
                return true;
            if (pick && !record && pick->cause.empty() && section != "root_cause")
                return true;
        }
        return false;
    }

    const Scene& m_scene;
    const appeal::Case& m_case;
    const appeal::ChosenCause& m_cause;
    std::vector<appeal::Id> m_ids; ///< the cause and those it answers for
    bool m_alone = false;
};

/// Does the text name the cause, by its title or by the words a notice has for it?
bool named(const Scene& scene, const library::Cause& cause)
{
    const auto text = folded(scene.body.text);
    const auto in = [&](const std::string& words) { return words.size() > 3 && text.find(folded(words)) != text.npos; };
    for (const auto* words : {&cause.title, &cause.name})
        for (const auto& [language, word] : *words)
            if (in(word))
                return true;
    for (const auto& [language, list] : cause.phrases)
        if (std::any_of(list.begin(), list.end(), in))
            return true;
    return false;
}

} // namespace

void unaddressedIssue(const Scene& scene, Out& out)
{
    const auto* c = scene.around.c;
    if (!c)
        return;
    if (scene.kindId == "resubmission_with_prior_approval" && scene.body.composed)
        return; // it holds the approved appeal as it was
    if (scene.kindId == "additional_information_reply") {
        const bool answered = std::any_of(scene.body.blocks.begin(), scene.body.blocks.end(), [](const Block& b) { return b.section == "answers" && b.kind == Block::Kind::Text; });
        if (scene.body.composed && !answered)
            out.whole({}, "answers").place.fact = "answers";
        return;
    }
    for (const auto& cause : c->causes) {
        const auto* known = scene.catalogue.cause(cause.id);
        const auto title = known ? known->title : library::Words{{"en", cause.id}};
        if (scene.body.composed && !library::wholeOf(*c, scene.catalogue, cause.id).empty())
            continue;
        if (!cause.route || scene.body.composed) {
            for (const auto& what : Parts(scene, cause).lacking()) {
                auto& finding = out.whole({}, what == "route" ? "route" : what);
                fill(finding, "cause", title);
                finding.place.step = what == "route" ? "cause" : "plan";
                finding.place.fact = what == "route" ? cause.id + ".route" : "";
            }
        } else if (known && c->causes.size() > 1 && *cause.route != appeal::Route::Quiz && !named(scene, *known)) {
            fill(out.whole(), "cause", title);
        }
    }
}

void mixedStance(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    const Sentence* denial = nullptr;
    const Sentence* apology = nullptr;
    // where one cause is disputed and another admitted, each has its own part
    const bool parted = body.hasSection("grounds") && body.hasSection("root_cause");
    for (const auto& s : body.sentences) {
        if (!scene.speaks(s))
            continue;
        const auto& section = body.blocks[s.block].section;
        const bool disputes = section == "grounds" || section == "exhibits";
        if (!denial && body.has(s, Sign::Denial) && !(parted && disputes))
            denial = &s;
        if (!apology && body.has(s, Sign::Apology) && !(parted && !disputes))
            apology = &s;
        if (parted && disputes && body.has(s, Sign::Apology))
            denial = denial ? denial : &s; // regret among the grounds
    }
    if (denial && apology)
        out.at(*apology, {{"denial", std::string(body.textOf(denial->begin, denial->end))}});
}

} // namespace submit
