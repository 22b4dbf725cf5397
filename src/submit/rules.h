#pragma once

#include "submit/scene.h"

/// The rules that think, by family. Each looks at one scene and tells its findings; what they mean stands in templates/checks/<id>.json.
namespace submit {

// structure.cpp: are the three questions answered, and for every cause?
void missingRootCause(const Scene&, Out&);
void noCompletedActions(const Scene&, Out&);
void missingPreventiveMeasures(const Scene&, Out&);
void futurePromisesOnly(const Scene&, Out&);
void unaddressedIssue(const Scene&, Out&);
void mixedStance(const Scene&, Out&);

// gaps.cpp: what nobody filled in or vouched for
void unfilledPlaceholder(const Scene&, Out&);
void unconfirmedClaim(const Scene&, Out&);

// identity.cpp: who speaks, about what
void foreignIdentity(const Scene&, Out&);
void missingIdentifiers(const Scene&, Out&);
void missingPhone(const Scene&, Out&);
void missingSignature(const Scene&, Out&);
void genericSalutation(const Scene&, Out&);
void wrongMarketplace(const Scene&, Out&);

// figures.cpp, consistency.cpp, order.cpp, attachments.cpp: does it agree with the case and with itself?
void figuresDisagree(const Scene&, Out&);
void selfContradiction(const Scene&, Out&);
void impossibleDateOrder(const Scene&, Out&);
void ambiguousDate(const Scene&, Out&);
void attachmentMismatch(const Scene&, Out&);
void missingEvidence(const Scene&, Out&);

// sameness.cpp, history.cpp: was it said before, and in time?
void sharedWording(const Scene&, Out&);
void duplicateSubmission(const Scene&, Out&);
void deadlinePassed(const Scene&, Out&);

// signs.cpp: characters
void externalLink(const Scene&, Out&);
void nonEnglishCharacters(const Scene&, Out&);
void fullwidthPunctuation(const Scene&, Out&);
void doubleSpace(const Scene&, Out&);
void allCaps(const Scene&, Out&);

// language.cpp, extent.cpp: sentences and length
void grammarSpelling(const Scene&, Out&);
void repeatedWord(const Scene&, Out&);
void longSentence(const Scene&, Out&);
void passiveVoice(const Scene&, Out&);
void readingGrade(const Scene&, Out&);
void tooLong(const Scene&, Out&);
void tooShort(const Scene&, Out&);
appeal::Statistics statisticsOf(const Body& body);

// --- shared by the families ---

/// Puts a value that differs by language into the words of a finding.
void fill(appeal::Finding& finding, std::string_view slot, const library::Words& words);
/// Did the seller do something here, by a sentence that names a deed and, where it names no doer, a day or number?
bool tellsDeed(const Body& body, const Sentence& s);
/// Numbers of attachments that the text names: "Attachments 1, 2 and 7", "Attachments 1-5", 附件1至3; with the tokens of each.
struct Cited { int number; std::uint32_t begin, end; };
std::vector<Cited> citedAttachments(const Body& body);
/// Is there a list of attachments, or a number that names one?
bool namesAttachments(const Body& body);
/// The last reply of the case that decides or asks; nullptr without one.
const appeal::Event* lastReply(const Scene& scene);

} // namespace submit
