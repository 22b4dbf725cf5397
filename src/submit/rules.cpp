#include "submit/rules.h"

namespace submit {

const std::vector<Rule>& rules()
{
    static const std::vector<Rule> all{
        {"unfilled_placeholder", unfilledPlaceholder},
        {"unconfirmed_claim", unconfirmedClaim},
        {"missing_root_cause", missingRootCause},
        {"no_completed_actions", noCompletedActions},
        {"missing_preventive_measures", missingPreventiveMeasures},
        {"future_promises_only", futurePromisesOnly},
        {"unaddressed_issue", unaddressedIssue},
        {"mixed_stance", mixedStance},
        {"foreign_identity", foreignIdentity},
        {"missing_identifiers", missingIdentifiers},
        {"missing_phone", missingPhone},
        {"missing_signature", missingSignature},
        {"generic_salutation", genericSalutation},
        {"wrong_marketplace", wrongMarketplace},
        {"figures_disagree", figuresDisagree},
        {"self_contradiction", selfContradiction},
        {"impossible_date_order", impossibleDateOrder},
        {"ambiguous_date", ambiguousDate},
        {"attachment_mismatch", attachmentMismatch},
        {"missing_evidence", missingEvidence},
        {"shared_wording", sharedWording},
        {"duplicate_submission", duplicateSubmission},
        {"deadline_passed", deadlinePassed},
        {"external_link", externalLink},
        {"non_english_characters", nonEnglishCharacters},
        {"fullwidth_punctuation", fullwidthPunctuation},
        {"double_space", doubleSpace},
        {"all_caps", allCaps},
        {"grammar_spelling", grammarSpelling},
        {"repeated_word", repeatedWord},
        {"long_sentence", longSentence},
        {"passive_voice", passiveVoice},
        {"reading_grade", readingGrade},
        {"too_long", tooLong},
        {"too_short", tooShort},
    };
    return all;
}

void fill(appeal::Finding& finding, std::string_view slot, const library::Words& words)
{
    for (auto* list : {&finding.message, &finding.suggestion})
        for (auto& [language, text] : *list)
            text = filled(text, {{std::string(slot), library::in(words, language)}});
}

bool tellsDeed(const Body& body, const Sentence& s)
{
    if (body.has(s, Sign::Negation) || (body.has(s, Sign::Future) && !body.has(s, Sign::Deed)))
        return false;
    return body.has(s, Sign::Deed) || (body.has(s, Sign::DeedVerb) && (s.number || s.date));
}

const appeal::Event* lastReply(const Scene& scene)
{
    if (!scene.around.c)
        return nullptr;
    const auto replies = appeal::standing(*scene.around.c, "reply");
    for (auto it = replies.rbegin(); it != replies.rend(); ++it)
        if ((*it)->replyClass != "auto_acknowledgement" && (*it)->replyClass != "other")
            return *it;
    return nullptr;
}

} // namespace submit
