#include "journey/session.h"

#include "evaluation/evaluation.h"
#include "followup/followup.h"

#include <algorithm>

namespace journey {

namespace {

using State = StepStatus::State;

StepStatus causeStep(const appeal::Case& c, const library::Catalogue& catalogue)
{
    StepStatus out;
    if (!appeal::notice(c) && c.causes.empty())
        return out;
    if (c.causes.empty())
        out.why.emplace_back("step.no_cause");
    out.why.insert(out.why.end(), std::size_t(openCauses(c, catalogue)), "step.open_route");
    for (const char* name : {"marketplace", "store_name"})
        if (appeal::caseFact(c, name).empty())
            out.why.push_back(std::string("step.no_") + name);
    out.count = int(out.why.size());
    out.state = out.why.empty() ? State::Done : State::Needs;
    return out;
}

StepStatus evaluationStep(const appeal::Case& c, const library::Catalogue& catalogue, appeal::Date today)
{
    StepStatus out;
    if (c.causes.empty())
        return out;
    const auto evaluation = evaluation::evaluate(c, catalogue, today);
    for (const auto& metric : evaluation.metrics)
        if (metric.written.empty())
            out.why.emplace_back("step.no_figure");
    for (const auto& paper : evaluation.evidence)
        if (!paper.attached)
            out.why.emplace_back("step.no_evidence");
    const bool begun = !c.figures.empty() || !c.practices.empty() || !c.evidence.empty();
    out.count = int(std::count(out.why.begin(), out.why.end(), "step.no_figure"));
    out.state = out.count > 0 ? State::Needs : out.why.empty() ? State::Done : begun ? State::Begun : State::NotYet;
    return out;
}

StepStatus planStep(const appeal::Case& c, const appeal::Letter* letter)
{
    StepStatus out;
    if (!letter || c.letters.empty())
        return out;
    for (const auto& name : letter->missing) {
        (void)name;
        out.why.emplace_back("step.missing_fact");
    }
    for (const auto& p : letter->paragraphs)
        if (p.kind == appeal::Paragraph::Kind::Pick && p.state == appeal::PickState::Proposed)
            out.why.emplace_back("step.proposed");
    out.count = int(out.why.size());
    const bool any = std::any_of(letter->paragraphs.begin(), letter->paragraphs.end(), [](const auto& p) { return p.kind == appeal::Paragraph::Kind::Pick; });
    out.state = out.count > 0 ? State::Needs : any ? State::Done : State::NotYet;
    return out;
}

StepStatus submitStep(const appeal::Case& c, const appeal::Review* review)
{
    StepStatus out;
    const auto* current = appeal::findLetter(c, c.letter);
    if (current && !current->sent.empty()) {
        out.state = State::Done;
        return out;
    }
    if (!review)
        return out;
    for (const auto& finding : review->findings)
        if (finding.severity == appeal::Severity::Block)
            out.why.push_back("check." + finding.check);
    out.count = int(out.why.size());
    out.state = out.count > 0 ? State::Needs : State::Begun;
    return out;
}

StepStatus followupStep(const appeal::Case& c, const library::Catalogue& catalogue, appeal::Date today)
{
    StepStatus out;
    if (c.closed || c.outcome == "reinstated") {
        out.state = State::Done;
        return out;
    }
    if (appeal::standing(c, "submission").empty())
        return out;
    out.state = State::Begun;
    for (const auto& due : followup::agenda(c, catalogue, today))
        if (due.overdue || (due.on && *due.on <= today))
            out.why.push_back("next." + due.what);
    out.count = int(out.why.size());
    if (out.count > 0)
        out.state = State::Needs;
    return out;
}

} // namespace

int openCauses(const appeal::Case& c, const library::Catalogue& catalogue)
{
    return int(std::count_if(c.causes.begin(), c.causes.end(), [&](const appeal::ChosenCause& cause) { return !cause.route && library::wholeOf(c, catalogue, cause.id).empty(); }));
}

std::vector<StepStatus> statuses(const appeal::Case& c, const library::Catalogue& catalogue, const appeal::Letter* letter, const appeal::Review* review, appeal::Date today)
{
    return {causeStep(c, catalogue), evaluationStep(c, catalogue, today), planStep(c, letter), submitStep(c, review), followupStep(c, catalogue, today)};
}

} // namespace journey
