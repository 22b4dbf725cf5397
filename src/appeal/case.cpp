#include "appeal/case.h"

#include <algorithm>

namespace appeal {

namespace {

template <typename List>
auto findById(const List& list, const std::string& id) -> decltype(&list.front())
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const auto& e) { return e.id == id; });
    return it == list.end() ? nullptr : &*it;
}

} // namespace

bool operator==(const Event& a, const Event& b)
{
    const bool sameText = a.text == b.text || (a.text && b.text && *a.text == *b.text);
    return sameText && a.id == b.id && a.what == b.what && a.on == b.on && a.letter == b.letter && a.letterKind == b.letterKind && a.texts == b.texts
        && a.channel == b.channel && a.caseId == b.caseId && a.because == b.because && a.document == b.document && a.replyClass == b.replyClass
        && a.asksFor == b.asksFor && a.note == b.note && a.strikes == b.strikes;
}

const LetterDraft* findLetter(const Case& c, const Id& id) { return findById(c.letters, id); }
const Pick* findPick(const LetterDraft& letter, const Id& id) { return findById(letter.picks, id); }
const Record* findRecord(const Case& c, const Id& id) { return findById(c.records, id); }
const ChosenCause* findCause(const Case& c, const std::string& id) { return findById(c.causes, id); }
const Evidence* findEvidence(const Case& c, const Id& id) { return findById(c.evidence, id); }
const Document* findDocument(const Case& c, const Id& id) { return findById(c.documents, id); }

const Document* notice(const Case& c)
{
    const auto it = std::find_if(c.documents.begin(), c.documents.end(), [](const Document& d) { return d.kind == "notice"; });
    return it == c.documents.end() ? nullptr : &*it;
}

std::vector<const Event*> standing(const Case& c, std::string_view what)
{
    std::vector<const Event*> out;
    for (const auto& event : c.events) {
        const bool struckOut = std::any_of(c.events.begin(), c.events.end(), [&](const Event& e) { return !event.id.empty() && e.strikes == event.id; });
        if (event.what == what && event.strikes.empty() && !struckOut)
            out.push_back(&event);
    }
    std::stable_sort(out.begin(), out.end(), [](const Event* a, const Event* b) { return a->on < b->on; });
    return out;
}

std::string anyOf(const Value& value, const Language& language)
{
    for (const auto& key : {Language{}, language, Language{"en"}, Language{"zh"}})
        if (const auto it = value.find(key); it != value.end() && !it->second.empty())
            return it->second;
    for (const auto& [key, text] : value)
        if (!text.empty())
            return text;
    return {};
}

std::string caseFact(const Case& c, std::string_view name)
{
    const auto it = c.facts.find({Scope::Case, {}, std::string(name)});
    return it == c.facts.end() ? std::string{} : anyOf(it->second.value);
}

std::string_view name(Route route)
{
    switch (route) {
    case Route::Admit: return "admit";
    case Route::Dispute: return "dispute";
    case Route::Documents: return "documents";
    case Route::Quiz: return "quiz";
    }
    return {};
}

std::string_view name(Source source)
{
    switch (source) {
    case Source::Typed: return "typed";
    case Source::Notice: return "notice";
    case Source::Evaluation: return "evaluation";
    case Source::Profile: return "profile";
    case Source::Record: return "record";
    case Source::Derived: return "derived";
    }
    return {};
}

std::string_view name(Scope scope)
{
    switch (scope) {
    case Scope::Case: return "case";
    case Scope::Letter: return "letter";
    case Scope::Cause: return "cause";
    case Scope::Record: return "record";
    case Scope::Pick: return "pick";
    }
    return {};
}

std::optional<Route> parseRoute(std::string_view id)
{
    for (const auto route : {Route::Admit, Route::Dispute, Route::Documents, Route::Quiz})
        if (name(route) == id)
            return route;
    return {};
}

} // namespace appeal
