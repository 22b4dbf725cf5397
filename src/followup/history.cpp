#include "followup/history.h"

#include <algorithm>
#include <array>

namespace followup {

namespace {

/// Letters that stand beside the appeal (catalogue C): no answer to them decides the case.
constexpr std::array<std::string_view, 9> kBeside{"status_request", "retraction_request", "a_to_z_appeal", "chargeback_reply", "feedback_removal_request", "refund_statement", "buyer_resolution",
    "buyer_feedback_request_after_resolution", "buyer_claim_withdrawal"};
/// Letters about the decision that are no new plan: an answer to a request, papers, an earlier approval, the money.
constexpr std::array<std::string_view, 6> kNoTry{"additional_information_reply", "verification_reply", "resubmission_with_prior_approval", "escalation", "funds_release", "ip_counter_notice"};

template <typename List>
bool contains(const List& list, std::string_view what)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

} // namespace

bool movesCase(std::string_view letterKind) { return !contains(kBeside, letterKind); }
bool isTry(std::string_view letterKind) { return movesCase(letterKind) && !contains(kNoTry, letterKind); }

History historyOf(const appeal::Case& c)
{
    History out;
    out.state = "drafting";
    // submissions before replies of the same day: an automatic reply comes within the hour
    auto all = appeal::standing(c, "submission");
    out.replies = appeal::standing(c, "reply");
    all.insert(all.end(), out.replies.begin(), out.replies.end());
    // of one day the order in which they were recorded counts, where both are of this case
    std::stable_sort(all.begin(), all.end(), [&](const appeal::Event* a, const appeal::Event* b) { return a->on != b->on ? a->on < b->on : a < b; });
    for (const auto* event : all) {
        if (event->what == "submission") {
            if (event->letterKind == "status_request")
                out.lastStatus = event;
            if (!movesCase(event->letterKind))
                continue;
            out.submissions.push_back(event);
            if (event->letterKind != "funds_release" || out.state == "drafting")
                out.state = "submitted";
            continue;
        }
        const auto& cls = event->replyClass;
        if (cls == "auto_acknowledgement") {
            if (out.state == "submitted")
                out.state = "acknowledged";
            continue;
        }
        if (cls == "more_information_requested")
            out.state = cls;
        else if (cls == "appeal_rejected")
            out.state = "rejected";
        else if (cls == "final_decision")
            out.state = "final";
        else if (cls == "reinstated")
            out.state = "reinstated";
        else
            continue;
        out.contrary = out.approved && cls != "reinstated";
        out.approved = out.approved || cls == "reinstated";
        out.lastReply = event;
    }
    return out;
}

} // namespace followup
