#pragma once

#include "appeal/case.h"

#include <variant>

namespace appeal {

// What a person or the program does to a case. Edits are values: the window and the command line send them, the fuzzer invents them.
// An empty id in an edit that adds something asks `apply` for a fresh one.

struct AddDocument { Document document; };
struct SetDocumentText { Id document; std::string text; };      ///< typing in the notice
struct SetReceived { Id document; std::optional<Date> received; };
struct Correct { Correction correction; };
struct Uncorrect { Id document; std::size_t start = 0, end = 0; };
struct SetUnderstanding                                          ///< what the reader found, taken over where no person decided otherwise
{
    std::vector<std::string> actions;
    std::string way;
    std::vector<std::string> asksFor;
    std::optional<int> attemptLimit;
};
struct ChooseCause { std::string cause; By by = By::Person; std::optional<std::size_t> at; };
struct RemoveCause { std::string cause; };                       ///< its picks go, its records stay
struct SetRoute { std::string cause; std::optional<Route> route; By by = By::Person; };
struct SetWhys { std::string cause; std::vector<Value> whys; };
struct PutDeadline { Deadline deadline; };                       ///< same id: replaced
struct RemoveDeadline { Id id; };
struct SetFact { FactRef fact; Language language; std::string value; Source source = Source::Typed; }; ///< language "": the shared value; an empty value clears
struct PutFigure { Figure figure; };                             ///< same metric, channel and window: replaced
struct RemoveFigure { std::string metric, channel; std::optional<int> window; };
struct AnswerPractice { std::string question, answer; };
struct AddRecord { Record record; std::optional<std::size_t> at; };
struct SetField { Id record; std::string member; Language language; std::string value; };
struct SetRecordCauses { Id record; std::vector<std::string> causes; };
struct RemoveRecord { Id record; };                              ///< picks that print it go too (in drafts)
struct MoveRecord { Id record; std::size_t to = 0; };            ///< index within its group
struct PutEvidence { Evidence evidence; };
struct RemoveEvidence { Id id; };
struct AddLetter { std::string kind; Language language = "en"; bool current = true; };
struct RemoveLetter { Id letter; };
struct SetLetterKind { Id letter; std::string kind; };
struct SetLetterLanguage { Id letter; Language language; };
struct UseLetter { Id letter; };                                 ///< the letter being worked on
struct PickClause                                                ///< @p newRecord names a group: a fresh empty record is made and printed
{
    Id letter;
    Pick pick;
    std::string newRecord;
    std::optional<std::size_t> at;                               ///< index among the letter's picks; else behind the last of its section and cause
};
struct DropPick { Id letter, pick; };                            ///< a program-made record that is still empty goes with it
struct MovePick { Id letter, pick; std::size_t to = 0; std::string section, cause; }; ///< index among the letter's picks after removal; empty section: kept
struct SetVariant { Id letter; std::string place; int variant = 0; };                 ///< a pick id or a fixed place
struct Reword { Id letter; std::string place; Language language; std::optional<std::string> text; std::string other; }; ///< nullopt: back to the library's words; other: the other language's text now
struct Confirm { Id letter, pick; std::string claim; };          ///< claim: hash of what was confirmed
struct Unconfirm { Id letter, pick; };
struct SetVoice { Voice voice = Voice::We; };
struct SetProfile { std::string profile; };                      ///< only the name; its facts come as SetFact with Source::Profile
struct SetTitle { std::string title; };
struct SetTags { std::vector<std::string> tags; };
struct RecordSubmission { Event event; };                        ///< freezes the letter
struct RecordReply { Event event; };
struct RecordEvent { Event event; };
struct TickPromise { Id record; std::optional<Tick> tick; };
struct PutSetAside { SetAside what; };
struct RemoveSetAside { std::string check, text; };
struct SetOutcome { std::string outcome; bool closed = false; };

using Edit = std::variant<AddDocument, SetDocumentText, SetReceived, Correct, Uncorrect, SetUnderstanding, ChooseCause, RemoveCause, SetRoute, SetWhys,
    PutDeadline, RemoveDeadline, SetFact, PutFigure, RemoveFigure, AnswerPractice, AddRecord, SetField, SetRecordCauses, RemoveRecord, MoveRecord,
    PutEvidence, RemoveEvidence, AddLetter, RemoveLetter, SetLetterKind, SetLetterLanguage, UseLetter, PickClause, DropPick, MovePick, SetVariant,
    Reword, Confirm, Unconfirm, SetVoice, SetProfile, SetTitle, SetTags, RecordSubmission, RecordReply, RecordEvent, TickPromise, PutSetAside,
    RemoveSetAside, SetOutcome>;

/// The case after @p edit. Total and pure: an edit that names what is not there, or a frozen letter, changes nothing.
Case apply(Case before, const Edit& edit);
/// All of them in order.
Case apply(Case before, const std::vector<Edit>& edits);
/// Edits with the same non-empty key merge into one undo step while a person keeps typing: "field:r3.what:en". Empty: never merges.
std::string mergeKey(const Edit& edit);

} // namespace appeal
