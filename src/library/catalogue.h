#pragma once

#include "appeal/case.h"
#include "appeal/result.h"
#include "library/node.h"

#include <memory>

/// The content of templates/, as value types. Small parts are the Catalogue (read whole, shared, immutable); clauses are apart (clauses.h).
namespace library {

using appeal::Language;
using Words = std::map<Language, std::string>;                    ///< a text in each language
using Phrasings = std::map<Language, std::vector<std::string>>;   ///< several phrasings in each language

/// @p words in @p language, else in English, else in any; "" when there is none.
const std::string& in(const Words& words, const Language& language);

struct Option { std::string id; Words label; };

/// A fact, a member of a group, a slot of a clause, or a question: something with a name, a type and a label.
struct Field
{
    std::string name;
    std::string type;      ///< catalogue's types: text, longtext, number, date, time, percentage, money, person, asin_list, order_list, file, choice, yes_no; "[]" behind for a list
    Words label, example, hint;
    std::string grammar;   ///< of a longtext: clause, deed, adverbial, noun, quote
    Words sentence;        ///< of a member: how it is told where the clause that prints its record has no place for it
    Words listed;          ///< of a member that is a file: what the list of attachments says of it where nobody said it better
    bool required = false; ///< of a member: must hold; of a slot: the sentence cannot live without it
    bool derived = false;  ///< worked out or recorded, not asked for
    std::vector<Option> options;
    std::string scope;     ///< of a fact: case, letter, cause
    std::string metric;    ///< of a figure's fact ("odr_60_value"): whose figure it is
    std::vector<std::string> routes; ///< of a question
};

struct Group
{
    std::string id;
    Words name;
    std::map<std::string, std::string> section; ///< route -> section in which its records stand
    std::vector<Field> members;
    Phrasings print;       ///< how a record prints without a clause
    Words shortPrint;
    const Field* member(std::string_view name) const;
};

struct Section
{
    std::string id;
    Words heading; ///< may hold {{we}}; empty: none
    Phrasings text;
    Words name, hint, shortText;
};

struct Named ///< an entry of a fixed vocabulary: routes, asks_for, actions, ways, families, next_steps, deadline_kinds
{
    std::string id;
    Words name, hint;
    std::map<std::string, std::string> more; ///< further members as text: counts_from, must_act, day
    std::map<std::string, Phrasings> phrases; ///< of an action: `did` ("deactivated {{our}} account") and `ask`, first that can be filled counts; "wish:…" only there
};

struct Cause
{
    std::string id, family;
    Words name, title;
    std::vector<std::string> marketplaces, routes, metrics;
    Phrasings phrases;
    struct See { std::string cause; Words when; };
    std::vector<See> see;
    std::vector<Field> questions;
    std::vector<Words> rootCauses;
    struct Paper { std::string kind; std::vector<std::string> routes; Words text; };
    std::vector<Paper> evidence;
    std::vector<Words> traps;
    std::map<std::string, Phrasings> leads; ///< section -> phrasings
    bool ownsRoute(std::string_view route) const;
};

struct KindSection { std::string id; Phrasings text; Words shortText; };

struct LetterKind
{
    std::string id, to; ///< to: marketplace, buyer, rights_owner
    Words name, team;
    std::vector<std::string> marketplaces; ///< empty: all
    std::vector<std::string> classes;      ///< appeal, plan, dispute, buyer, marketplace (catalogue F)
    std::vector<KindSection> sections;
    std::vector<std::string> required, optional, groups, boxes, guides;
    std::map<std::string, std::vector<std::string>> perCause; ///< route -> groups and group.member
    std::vector<Field> facts;
    std::optional<int> wordsFrom, wordsTo;
    std::vector<Words> warnings;
    std::vector<std::string> onlyStores, onlyCauses; ///< empty: everywhere
    std::map<std::string, std::string> requiredWhere; ///< fact -> when it is required, in words
    const KindSection* section(std::string_view id) const;
    bool is(std::string_view cls) const;
};

/// A row of "which letter": all conditions that are given must hold.
struct Choice
{
    std::vector<std::string> actionsMain, marketplaces, stores;
    bool afterApproval = false;
    std::string routesAll, routesAny;
    std::vector<std::string> routesNone;
    std::vector<std::string> causesAny; ///< one of these is among the causes
    std::string kind; ///< empty: no letter is wanted
    std::vector<std::string> also;
};

struct Metric
{
    std::string id, shortName, sign, target, unit, partOf, source, asOf;
    Words name, numerator, denominator, definition, notes;
    std::string example;
    std::vector<std::string> marketplaces, channels;
    std::vector<int> windows;
    std::map<std::string, std::string> storeTargets; ///< store -> target
    bool unconfirmed = false;
};

struct Store { std::string id, domain, currency, spelling; Words name, team; std::map<std::string, std::string> terms; };

struct Marketplace
{
    std::string id, source, asOf;
    Words name, team, entrance, languages;
    std::vector<Words> teams;              ///< that a letter may be addressed to
    std::map<std::string, std::vector<std::string>> attachmentTypes; ///< situation -> file endings
    std::optional<int> invoiceAgeDays;
    std::vector<Store> stores;
    std::optional<int> attachmentMegabytes; ///< of one file; none: not known
    struct IdForm { std::string kind, example, standing; Words form; };
    std::vector<IdForm> ids;               ///< how its order numbers, listings … are written
    int statusFrom = 7, statusOn = 10;
    bool statusUnconfirmed = false;
    std::string statusSource, statusAsOf;
    struct Box { std::string id; std::vector<std::string> sections; std::optional<int> limit; };
    std::vector<Box> boxes;
    const Store* store(std::string_view id) const;
};

struct Guide
{
    std::string id, source, asOf, page;
    std::vector<std::string> marketplaces, kinds, stores, routes;
    Words name;
    std::vector<Words> steps, next;
    bool unconfirmed = false;
};

struct Practice { std::string id, area; Words question, areaName; std::vector<std::string> leadsTo; };

/// A writing rule: its words, and its patterns where it is a pattern check.
struct Check
{
    std::string id, severity;
    Words name, message, suggestion, why;
    std::vector<std::string> classes, kinds, exceptKinds, languages; ///< where it applies; classes as in LetterKind
    Node body; ///< the whole entry: patterns, words, examples; submit knows its shape
};

struct Term { std::string zh, en, note; };
struct Phrase { std::string zh, en, kind; };

/// All content but the clauses. Read once, shared, never changed.
struct Catalogue
{
    std::vector<Field> facts;
    std::vector<Group> groups;
    std::vector<Section> sections;
    std::map<std::string, std::vector<Named>> vocabularies; ///< "routes", "asks_for", "actions", "ways", "families", "next_steps", "deadline_kinds"
    std::map<Language, std::map<std::string, std::string>> voiceWe, voiceI; ///< language -> we, We, us, our, Our, ours
    std::vector<Cause> causes;
    std::vector<LetterKind> letters;
    std::vector<Choice> choices;
    std::vector<Metric> metrics;
    std::vector<Marketplace> marketplaces;
    std::vector<Guide> guides;
    std::vector<Practice> practices;
    std::vector<Check> checks;
    std::map<std::string, Words> wording;
    std::vector<Term> glossary;
    std::vector<Phrase> phrases;
    std::vector<Node> reading; ///< entries of `reading`; the cause folder knows their shape
    std::map<std::string, std::string> readings; ///< Han character -> pinyin
    std::vector<Node> reports; ///< forms of the marketplaces' reports; the evaluation folder knows their shape
    std::vector<Field> figures; ///< made from the metrics: odr_value, lsr_10_defects …; ordered by name
    /// Works out `figures`; called once after the last piece was added.
    void makeFigures();

    const Cause* cause(std::string_view id) const;
    const LetterKind* letter(std::string_view id) const;
    const Group* group(std::string_view id) const;
    const Section* section(std::string_view id) const;
    const Metric* metric(std::string_view id) const;
    const Marketplace* marketplace(std::string_view id) const;
    const Check* check(std::string_view id) const;
    const Field* fact(std::string_view scope, std::string_view name) const; ///< scopes case, letter, cause; figures of metrics are answered too
    const Named* named(std::string_view vocabulary, std::string_view id) const;
    /// The words of a wording id with its {slots} filled; the id itself where it is unknown.
    std::string say(std::string_view id, const Language& language, const std::map<std::string, std::string>& slots = {}) const;
};

using CataloguePtr = std::shared_ptr<const Catalogue>;

/// The section order in which routes need picks: admit -> root_cause, corrective, preventive; dispute -> grounds, exhibits; documents -> evidence, answers.
const std::vector<std::string>& sectionsOf(appeal::Route route);
/// The route whose section this is; nullopt for fixed ones.
std::optional<appeal::Route> routeOf(std::string_view section);

/// The chosen cause of which @p cause is a part (claims are a part of the order defect rate, by their metrics' `part_of`) and whose part of the letter answers both;
/// "" when it stands by itself. Only where both go the same way, or the part's route is open.
std::string wholeOf(const appeal::Case& c, const Catalogue& catalogue, std::string_view cause);

} // namespace library
