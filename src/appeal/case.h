#pragma once

#include "appeal/date.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// The nouns: what crosses from one step to another. Plain data with equality; `apply` (edit.h) is the only change of a case.
namespace appeal {

using Id = std::string;       ///< short, unique in its case, never reused: "d1", "r7", "p12"
using Language = std::string; ///< "en", "zh"
/// A value per language; the key "" holds a value that is the same in every language.
using Value = std::map<Language, std::string>;

enum class By { Program, Person };                                       ///< who decided
enum class Source { Typed, Notice, Evaluation, Profile, Record, Derived }; ///< where a value is from
enum class Route { Admit, Dispute, Documents, Quiz };                    ///< what the seller says to one cause; no route: open
enum class Scope { Case, Letter, Cause, Record, Pick };                  ///< where a fact lives (catalogue, section 0)
enum class Voice { We, I };

/// Large text, shared and never changed, so that copies of a case are cheap.
using SharedText = std::shared_ptr<const std::string>;

/// A notice, a reply, or a letter written elsewhere.
struct Document
{
    Id id;
    std::string kind;              ///< "notice", "reply", "letter"
    std::string text;              ///< UTF-8, NFC, LF; spans of readings point into it
    std::string original;          ///< the pasted bytes, base64, where they differ and are under 1 MB
    std::optional<Date> received;
    std::string source;            ///< file name, "clipboard", "typed"
    friend bool operator==(const Document&, const Document&) = default;
};

/// A person's word on a reading: this span is of this kind with this value; an empty kind says that it is nothing.
struct Correction
{
    Id document;
    std::size_t start = 0, end = 0; ///< bytes in Document::text
    std::string kind;               ///< an entity kind of CLI.md ("asins"), "causes", "deadlines"
    std::string value;
    friend bool operator==(const Correction&, const Correction&) = default;
};

/// A cause of the case, in the notice's order.
struct ChosenCause
{
    std::string id;
    std::optional<Route> route;
    By by = By::Program;
    std::vector<Value> whys; ///< the chain of step 2, first why first
    friend bool operator==(const ChosenCause&, const ChosenCause&) = default;
};

/// A span of time that counts. Stored, so that a better reader does not move the date of a running case.
struct Deadline
{
    Id id;
    std::string kind;             ///< catalogue: appeal_window, funds_hold, …
    int value = 0;
    std::optional<int> valueMin;  ///< the earlier end of a range
    std::string unit;             ///< hours, days, business_days, weeks, months
    std::optional<Date> due, dueMin, from;
    Id document;                  ///< the notice or reply that says so; empty: typed
    std::size_t start = 0, end = 0; ///< its words there
    By by = By::Program;
    friend bool operator==(const Deadline&, const Deadline&) = default;
};

/// A name for a fact of case, letter, cause or pick; members of records live in their Record.
struct FactRef
{
    Scope scope = Scope::Case;
    Id owner; ///< letter id, cause id or pick id; empty for the case
    std::string name;
    friend auto operator<=>(const FactRef&, const FactRef&) = default;
};

struct Fact
{
    Value value;
    Source source = Source::Typed;
    std::map<std::string, std::string> more; ///< unknown members of the file, kept
    friend bool operator==(const Fact&, const Fact&) = default;
};

/// A metric's figure in the case; shares are in written form ("2.31%").
struct Figure
{
    std::string metric;  ///< "odr"
    std::string channel; ///< "self", "fba", or empty
    std::optional<int> window; ///< days
    std::string value, target; ///< written percentages; empty: not known
    std::optional<std::int64_t> numerator, denominator;
    std::optional<Date> from, to;
    Source source = Source::Typed;
    std::string report;  ///< file it was imported from
    std::vector<std::string> orders; ///< orders behind the defects
    friend bool operator==(const Figure&, const Figure&) = default;
};

/// One row of a group: a deed, a measure, a root cause … (catalogue, groups).
struct Record
{
    Id id;
    std::string group;                    ///< "deeds"
    std::vector<std::string> causes;      ///< chosen causes it belongs to; none: the case as a whole
    std::map<std::string, Value> fields;  ///< by member name
    By by = By::Person;                   ///< Program: made for a proposed clause, goes with it while it is empty
    friend bool operator==(const Record&, const Record&) = default;
};

struct Evidence
{
    Id id;
    std::string name;      ///< file name as shown in the list of attachments
    std::string path;      ///< where it lies (link) or relative to the case's own folder (copy)
    bool copied = false;
    std::string kind;      ///< one of the things asked for; may be empty
    Value shows;           ///< what it shows, a noun phrase
    std::uint64_t size = 0;
    std::string type;      ///< MIME type
    std::string sha256;
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// One place of a clause, or of a record without one, in one letter.
struct Pick
{
    Id id;
    std::string clause;            ///< empty: the record prints in its group's own sentence
    std::string section;
    std::string cause;             ///< empty: belongs to no cause
    int variant = 0;               ///< 0-based phrasing
    Id prints;                     ///< record; empty: none
    By by = By::Person;
    std::map<Language, std::string> wording; ///< the seller's own text, slots still live
    std::map<Language, std::string> otherAt; ///< for an own wording: what the other language's text was when it was written; differs: out of date
    std::optional<std::string> confirmed;    ///< hash of what was confirmed (plan::claimHash); other hash: the confirmation lapsed
    friend bool operator==(const Pick&, const Pick&) = default;
};

/// A letter of the case. A sent one is frozen: `sent` holds its text, and nothing changes it any more.
struct LetterDraft
{
    Id id;                        ///< "1", "2", … by creation
    std::string kind;             ///< letter kind
    Language language = "en";
    std::vector<Pick> picks;      ///< in order; sections and causes group them
    std::map<std::string, std::map<Language, std::string>> fixed; ///< own wording of fixed places: "opening", "lead:late_shipment_rate"
    std::map<std::string, int> variants;                          ///< phrasing of fixed places
    Id sent;                      ///< the Event that froze it; empty: a draft
    friend bool operator==(const LetterDraft&, const LetterDraft&) = default;
};

/// What happened. Never edited; another event strikes one out.
struct Event
{
    Id id;
    std::string what;             ///< "submission", "reply", "call", "note", "third_party"
    Date on{};
    Id letter;                    ///< of a submission
    std::string letterKind;
    SharedText text;              ///< of a submission: the frozen text in the language sent
    std::map<Language, std::string> texts; ///< other languages of it, for reading
    std::string channel, caseId, because;
    Id document;                  ///< of a reply
    std::string replyClass;       ///< reinstated, more_information_requested, …
    std::vector<std::string> asksFor;
    std::string note;
    Id strikes;                   ///< the event that this one takes back
    friend bool operator==(const Event& a, const Event& b);
};

struct Tick
{
    std::optional<Date> on;
    std::string proof; ///< evidence id or text
    friend bool operator==(const Tick&, const Tick&) = default;
};

/// A finding that a person set aside, with the reason. Lapses when the words it was said of change.
struct SetAside
{
    std::string check;
    std::string text;   ///< the span's words
    std::string reason;
    friend bool operator==(const SetAside&, const SetAside&) = default;
};

struct Case
{
    Id id;                       ///< in the store; empty for a file
    std::string title;
    std::vector<std::string> tags;
    std::string profile;         ///< the profile its seller facts came from; empty: none chosen
    Voice voice = Voice::We;
    std::string outcome;         ///< "", "reinstated", "final", "given_up"
    bool closed = false;
    std::vector<Document> documents;
    std::vector<Correction> corrections;
    std::vector<ChosenCause> causes;
    std::vector<std::string> actions; ///< what the marketplace did; the first is the main one
    std::string way;                  ///< letter, documents, quiz, questionnaire, acknowledgement
    std::vector<std::string> asksFor; ///< things the notice asks for
    std::optional<int> attemptLimit;
    std::vector<Deadline> deadlines;
    std::map<FactRef, Fact> facts;
    std::vector<Figure> figures;
    std::map<std::string, std::string> practices; ///< question id -> yes, no, unknown
    std::vector<Record> records;
    std::vector<Evidence> evidence;
    std::vector<LetterDraft> letters;
    Id letter;                   ///< the letter being worked on
    std::vector<Event> events;
    std::map<Id, Tick> ticks;    ///< by record
    std::vector<SetAside> setAside;
    std::int64_t lastNumber = 0; ///< of the ids given so far
    std::string more;            ///< unknown members of the case file as JSON text, written back
    friend bool operator==(const Case&, const Case&) = default;
};

/// nullptr when there is none.
const LetterDraft* findLetter(const Case& c, const Id& id);
const Pick* findPick(const LetterDraft& letter, const Id& id);
const Record* findRecord(const Case& c, const Id& id);
const ChosenCause* findCause(const Case& c, const std::string& id);
const Evidence* findEvidence(const Case& c, const Id& id);
const Document* findDocument(const Case& c, const Id& id);
/// The first notice; nullptr when the case has none.
const Document* notice(const Case& c);
/// The submissions or replies that are not struck out, oldest first.
std::vector<const Event*> standing(const Case& c, std::string_view what);
/// The value of a case fact in any language, "" when unset: "" key first, then en, then zh.
std::string caseFact(const Case& c, std::string_view name);
/// Any value at all, preferring the shared one, then @p language, then the others.
std::string anyOf(const Value& value, const Language& language = "en");

std::string_view name(Route route);   ///< "admit"
std::string_view name(Source source); ///< "typed"
std::string_view name(Scope scope);   ///< "case"
std::optional<Route> parseRoute(std::string_view id);

} // namespace appeal
