#pragma once

#include "storage/archive.h"

/// The members of a case file, by name: the one place that knows them (resources/case.schema.json is held to it by a test).
namespace storage::archive {

template <>
struct Names<appeal::By> { static constexpr std::pair<appeal::By, const char*> all[]{{appeal::By::Program, "program"}, {appeal::By::Person, "person"}}; };
template <>
struct Names<appeal::Voice> { static constexpr std::pair<appeal::Voice, const char*> all[]{{appeal::Voice::We, "we"}, {appeal::Voice::I, "I"}}; };
template <>
struct Names<appeal::Route> { static constexpr std::pair<appeal::Route, const char*> all[]{{appeal::Route::Admit, "admit"}, {appeal::Route::Dispute, "dispute"}, {appeal::Route::Documents, "documents"}, {appeal::Route::Quiz, "quiz"}}; };
template <>
struct Names<appeal::Source> { static constexpr std::pair<appeal::Source, const char*> all[]{{appeal::Source::Typed, "typed"}, {appeal::Source::Notice, "notice"}, {appeal::Source::Evaluation, "evaluation"},
    {appeal::Source::Profile, "profile"}, {appeal::Source::Record, "record"}, {appeal::Source::Derived, "derived"}}; };
template <>
struct Names<appeal::Scope> { static constexpr std::pair<appeal::Scope, const char*> all[]{{appeal::Scope::Case, "case"}, {appeal::Scope::Letter, "letter"}, {appeal::Scope::Cause, "cause"},
    {appeal::Scope::Record, "record"}, {appeal::Scope::Pick, "pick"}}; };

template <typename A> void describe(A& a, appeal::Document& v)
{
    a("id", v.id), a("kind", v.kind), a("text", v.text), a("original", v.original), a("received", v.received), a("source", v.source);
}
template <typename A> void describe(A& a, appeal::Correction& v)
{
    a("document", v.document), a("start", v.start), a("end", v.end), a("kind", v.kind), a("value", v.value);
}
template <typename A> void describe(A& a, appeal::ChosenCause& v)
{
    a("id", v.id), a("route", v.route), a("by", v.by), a("whys", v.whys);
}
template <typename A> void describe(A& a, appeal::Deadline& v)
{
    a("id", v.id), a("kind", v.kind), a("value", v.value), a("value_min", v.valueMin), a("unit", v.unit), a("due", v.due), a("due_min", v.dueMin), a("from", v.from), a("document", v.document), a("start", v.start),
        a("end", v.end), a("by", v.by);
}
template <typename A> void describe(A& a, appeal::FactRef& v)
{
    a("scope", v.scope), a("owner", v.owner), a("name", v.name);
}
template <typename A> void describe(A& a, appeal::Figure& v)
{
    a("metric", v.metric), a("channel", v.channel), a("window", v.window), a("value", v.value), a("target", v.target), a("numerator", v.numerator), a("denominator", v.denominator), a("from", v.from), a("to", v.to),
        a("source", v.source), a("report", v.report), a("orders", v.orders);
}
template <typename A> void describe(A& a, appeal::Record& v)
{
    a("id", v.id), a("group", v.group), a("causes", v.causes), a("fields", v.fields), a("by", v.by);
}
template <typename A> void describe(A& a, appeal::Evidence& v)
{
    a("id", v.id), a("name", v.name), a("path", v.path), a("copied", v.copied), a("kind", v.kind), a("shows", v.shows), a("size", v.size), a("type", v.type), a("sha256", v.sha256);
}
template <typename A> void describe(A& a, appeal::Pick& v)
{
    a("id", v.id), a("clause", v.clause), a("section", v.section), a("cause", v.cause), a("variant", v.variant), a("prints", v.prints), a("by", v.by), a("wording", v.wording), a("other_at", v.otherAt),
        a("confirmed", v.confirmed);
}
template <typename A> void describe(A& a, appeal::LetterDraft& v)
{
    a("id", v.id), a("kind", v.kind), a("language", v.language), a("picks", v.picks), a("fixed", v.fixed), a("variants", v.variants), a("sent", v.sent);
}
template <typename A> void describe(A& a, appeal::Event& v)
{
    a("id", v.id), a("what", v.what), a("on", v.on), a("letter", v.letter), a("letter_kind", v.letterKind), a("text", v.text), a("texts", v.texts), a("channel", v.channel), a("case_id", v.caseId),
        a("because", v.because), a("document", v.document), a("reply_class", v.replyClass), a("asks_for", v.asksFor), a("note", v.note), a("strikes", v.strikes);
}
template <typename A> void describe(A& a, appeal::Tick& v) { a("on", v.on), a("proof", v.proof); }
template <typename A> void describe(A& a, appeal::SetAside& v) { a("check", v.check), a("text", v.text), a("reason", v.reason); }

/// A fact as it stands in the file: its name beside its value.
struct FactEntry
{
    appeal::FactRef ref;
    appeal::Fact fact;
};
template <typename A> void describe(A& a, FactEntry& v)
{
    describe(a, v.ref);
    a("value", v.fact.value), a("source", v.fact.source), a.rest(v.fact.more);
}

template <typename A> void describe(A& a, appeal::Case& v)
{
    a("id", v.id), a("title", v.title), a("tags", v.tags), a("profile", v.profile), a("voice", v.voice), a("outcome", v.outcome), a("closed", v.closed), a("documents", v.documents), a("corrections", v.corrections),
        a("causes", v.causes), a("actions", v.actions), a("way", v.way), a("asks_for", v.asksFor), a("attempt_limit", v.attemptLimit), a("deadlines", v.deadlines);
    std::vector<FactEntry> facts;
    for (const auto& [ref, fact] : v.facts)
        facts.push_back({ref, fact});
    a("facts", facts);
    if constexpr (std::is_same_v<A, Reader>)
        for (auto& entry : facts)
            v.facts[entry.ref] = entry.fact;
    a("figures", v.figures), a("practices", v.practices), a("records", v.records), a("evidence", v.evidence), a("letters", v.letters), a("letter", v.letter), a("events", v.events), a("ticks", v.ticks),
        a("set_aside", v.setAside), a("last_number", v.lastNumber);
}

} // namespace storage::archive
