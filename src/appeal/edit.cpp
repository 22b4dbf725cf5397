#include "appeal/edit.h"

#include <algorithm>
#include <string_view>

namespace appeal {

namespace {

Id fresh(Case& c, const char* prefix)
{
    return prefix + std::to_string(++c.lastNumber);
}

/// An id that came from outside: numbers given later lie above it.
void claim(Case& c, const Id& id)
{
    const auto digits = id.find_last_not_of("0123456789");
    const auto number = digits == Id::npos ? id : id.substr(digits + 1);
    if (!number.empty() && number.size() < 10)
        c.lastNumber = std::max(c.lastNumber, std::int64_t(std::stoll(number)));
}

template <typename List, typename Test>
bool eraseWhere(List& list, Test test)
{
    return std::erase_if(list, test) != 0;
}

template <typename List>
auto* at(List& list, const std::string& id)
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const auto& e) { return e.id == id; });
    return it == list.end() ? nullptr : &*it;
}

/// A letter that may still change; nullptr for a sent or unknown one.
LetterDraft* draft(Case& c, const Id& id)
{
    auto* letter = at(c.letters, id.empty() ? c.letter : id);
    return letter && letter->sent.empty() ? letter : nullptr;
}

void put(Value& value, const Language& language, const std::string& text)
{
    if (text.empty())
        value.erase(language);
    else
        value[language] = text;
}

bool emptyRecord(const Record& record)
{
    return std::all_of(record.fields.begin(), record.fields.end(), [](const auto& field) { return anyOf(field.second).empty(); });
}

/// Is any letter, sent or not, still printing this record?
bool printed(const Case& c, const Id& record)
{
    return std::any_of(c.letters.begin(), c.letters.end(), [&](const LetterDraft& letter) {
        return std::any_of(letter.picks.begin(), letter.picks.end(), [&](const Pick& pick) { return pick.prints == record; });
    });
}

void removeOrphans(Case& c, const std::vector<Id>& candidates)
{
    for (const auto& id : candidates)
        if (const auto* record = at(c.records, id); record && record->by == By::Program && emptyRecord(*record) && !printed(c, id))
            eraseWhere(c.records, [&](const Record& r) { return r.id == id; });
}

void forgetPickFacts(Case& c, const Id& pick)
{
    std::erase_if(c.facts, [&](const auto& fact) { return fact.first.scope == Scope::Pick && fact.first.owner == pick; });
}

/// Drops the picks of @p letter for which @p test holds, with their own facts and their empty records.
template <typename Test>
void dropPicks(Case& c, LetterDraft& letter, Test test)
{
    std::vector<Id> records;
    for (const auto& pick : letter.picks)
        if (test(pick)) {
            forgetPickFacts(c, pick.id);
            if (!pick.prints.empty())
                records.push_back(pick.prints);
        }
    eraseWhere(letter.picks, test);
    removeOrphans(c, records);
}

/// Where a text was typed in: what lies behind it moves, so that a decision stays with its words.
struct Change
{
    std::size_t from = 0, oldEnd = 0, newEnd = 0; ///< bytes: [from, oldEnd) of the old text became [from, newEnd)

    Change(std::string_view before, std::string_view after)
    {
        const auto shorter = std::min(before.size(), after.size());
        from = std::size_t(std::mismatch(before.begin(), before.begin() + std::ptrdiff_t(shorter), after.begin()).first - before.begin());
        std::size_t same = 0;
        while (same < shorter - from && before[before.size() - 1 - same] == after[after.size() - 1 - same])
            ++same;
        oldEnd = before.size() - same;
        newEnd = after.size() - same;
    }
    /// Moves the span with its words. False: they are no longer there.
    bool moves(std::size_t& start, std::size_t& end) const
    {
        if (end <= from)
            return true;
        if (start < oldEnd && !(start <= from && oldEnd <= end))
            return false;
        if (start >= oldEnd)
            start = start - oldEnd + newEnd;
        end = end - oldEnd + newEnd;
        return start < end;
    }
};

struct Apply
{
    Case& c;

    /// The words of a deadline lie within its document, or nowhere.
    void bound(Deadline& deadline) const
    {
        const auto* document = at(c.documents, deadline.document);
        if (deadline.start > deadline.end || (document && deadline.end > document->text.size()))
            deadline.start = deadline.end = 0;
    }

    void operator()(const AddDocument& e)
    {
        auto document = e.document;
        if (document.id.empty())
            document.id = fresh(c, "d");
        claim(c, document.id);
        if (!at(c.documents, document.id))
            c.documents.push_back(std::move(document));
    }
    void operator()(const SetDocumentText& e)
    {
        auto* document = at(c.documents, e.document);
        if (!document || document->text == e.text)
            return;
        const Change change(document->text, e.text);
        document->text = e.text;
        for (auto& deadline : c.deadlines)
            if (deadline.document == e.document && !change.moves(deadline.start, deadline.end))
                deadline.start = deadline.end = 0;
        for (auto& deadline : c.deadlines)
            bound(deadline);
        std::erase_if(c.corrections, [&](Correction& x) { return x.document == e.document && (!change.moves(x.start, x.end) || x.end > e.text.size()); });
    }
    void operator()(const SetReceived& e)
    {
        if (auto* document = at(c.documents, e.document))
            document->received = e.received;
    }
    void operator()(const Correct& e)
    {
        const auto* document = at(c.documents, e.correction.document);
        if (!document || e.correction.start > e.correction.end || e.correction.end > document->text.size())
            return;
        (*this)(Uncorrect{e.correction.document, e.correction.start, e.correction.end});
        c.corrections.push_back(e.correction);
    }
    void operator()(const Uncorrect& e)
    {
        std::erase_if(c.corrections, [&](const Correction& x) { return x.document == e.document && x.start == e.start && x.end == e.end; });
    }
    void operator()(const SetUnderstanding& e)
    {
        c.actions = e.actions;
        c.way = e.way;
        c.asksFor = e.asksFor;
        c.attemptLimit = e.attemptLimit;
    }
    void operator()(const ChooseCause& e)
    {
        if (auto* cause = at(c.causes, e.cause)) {
            if (e.by == By::Person)
                cause->by = By::Person;
            return;
        }
        ChosenCause cause;
        cause.id = e.cause;
        cause.by = e.by;
        c.causes.insert(c.causes.begin() + std::ptrdiff_t(std::min(e.at.value_or(c.causes.size()), c.causes.size())), std::move(cause));
    }
    void operator()(const RemoveCause& e)
    {
        if (!at(c.causes, e.cause))
            return;
        for (auto& letter : c.letters)
            if (letter.sent.empty())
                dropPicks(c, letter, [&](const Pick& pick) { return pick.cause == e.cause; });
        eraseWhere(c.causes, [&](const ChosenCause& cause) { return cause.id == e.cause; });
    }
    void operator()(const SetRoute& e)
    {
        auto* cause = at(c.causes, e.cause);
        if (!cause || cause->route == e.route)
            return;
        cause->route = e.route;
        cause->by = e.by;
        // the program's own proposals belonged to the route that is left; what a person took or worded stays
        for (auto& letter : c.letters)
            if (letter.sent.empty())
                dropPicks(c, letter, [&](const Pick& pick) {
                    return pick.cause == e.cause && pick.by == By::Program && pick.wording.empty() && !pick.confirmed;
                });
    }
    void operator()(const SetWhys& e)
    {
        if (auto* cause = at(c.causes, e.cause))
            cause->whys = e.whys;
    }
    void operator()(const PutDeadline& e)
    {
        auto deadline = e.deadline;
        if (deadline.id.empty())
            deadline.id = fresh(c, "t");
        claim(c, deadline.id);
        bound(deadline);
        if (auto* there = at(c.deadlines, deadline.id))
            *there = std::move(deadline);
        else
            c.deadlines.push_back(std::move(deadline));
    }
    void operator()(const RemoveDeadline& e)
    {
        eraseWhere(c.deadlines, [&](const Deadline& d) { return d.id == e.id; });
    }
    void operator()(const SetFact& e)
    {
        if (e.fact.scope == Scope::Record)
            return; // members live in their records
        if (e.fact.scope == Scope::Letter && !draft(c, e.fact.owner))
            return;
        const auto it = c.facts.find(e.fact);
        auto fact = it == c.facts.end() ? Fact{} : it->second;
        put(fact.value, e.language, e.value);
        fact.source = e.source;
        if (fact.value.empty())
            c.facts.erase(e.fact);
        else
            c.facts[e.fact] = std::move(fact);
    }
    void operator()(const PutFigure& e)
    {
        for (auto& figure : c.figures)
            if (figure.metric == e.figure.metric && figure.channel == e.figure.channel && figure.window == e.figure.window) {
                figure = e.figure;
                return;
            }
        c.figures.push_back(e.figure);
    }
    void operator()(const RemoveFigure& e)
    {
        eraseWhere(c.figures, [&](const Figure& f) { return f.metric == e.metric && f.channel == e.channel && f.window == e.window; });
    }
    void operator()(const AnswerPractice& e)
    {
        if (e.answer.empty())
            c.practices.erase(e.question);
        else
            c.practices[e.question] = e.answer;
    }
    void operator()(const AddRecord& e)
    {
        auto record = e.record;
        if (record.id.empty())
            record.id = fresh(c, "r");
        claim(c, record.id);
        if (!at(c.records, record.id))
            c.records.insert(c.records.begin() + std::ptrdiff_t(std::min(e.at.value_or(c.records.size()), c.records.size())), std::move(record));
    }
    void operator()(const SetField& e)
    {
        if (auto* record = at(c.records, e.record)) {
            auto& value = record->fields[e.member];
            put(value, e.language, e.value);
            if (value.empty())
                record->fields.erase(e.member);
        }
    }
    void operator()(const SetRecordCauses& e)
    {
        if (auto* record = at(c.records, e.record))
            record->causes = e.causes;
    }
    void operator()(const RemoveRecord& e)
    {
        for (auto& letter : c.letters) {
            if (!letter.sent.empty())
                continue;
            for (const auto& pick : letter.picks)
                if (pick.prints == e.record)
                    forgetPickFacts(c, pick.id);
            eraseWhere(letter.picks, [&](const Pick& pick) { return pick.prints == e.record; });
        }
        eraseWhere(c.records, [&](const Record& r) { return r.id == e.record; });
        c.ticks.erase(e.record);
    }
    void operator()(const MoveRecord& e)
    {
        const auto it = std::find_if(c.records.begin(), c.records.end(), [&](const Record& r) { return r.id == e.record; });
        if (it == c.records.end())
            return;
        auto record = std::move(*it);
        c.records.erase(it);
        std::size_t index = 0, place = c.records.size();
        for (std::size_t i = 0; i < c.records.size(); ++i)
            if (c.records[i].group == record.group && index++ == e.to) {
                place = i;
                break;
            }
        c.records.insert(c.records.begin() + std::ptrdiff_t(place), std::move(record));
    }
    void operator()(const PutEvidence& e)
    {
        auto evidence = e.evidence;
        if (evidence.id.empty())
            evidence.id = fresh(c, "e");
        claim(c, evidence.id);
        if (auto* there = at(c.evidence, evidence.id))
            *there = std::move(evidence);
        else
            c.evidence.push_back(std::move(evidence));
    }
    void operator()(const RemoveEvidence& e)
    {
        eraseWhere(c.evidence, [&](const Evidence& x) { return x.id == e.id; });
    }
    void operator()(const AddLetter& e)
    {
        std::size_t number = c.letters.size();
        LetterDraft letter;
        do
            letter.id = std::to_string(++number);
        while (at(c.letters, letter.id));
        letter.kind = e.kind;
        letter.language = e.language;
        if (e.current)
            c.letter = letter.id;
        c.letters.push_back(std::move(letter));
    }
    void operator()(const RemoveLetter& e)
    {
        auto* letter = draft(c, e.letter);
        if (!letter)
            return;
        const auto id = letter->id;
        dropPicks(c, *letter, [](const Pick&) { return true; });
        std::erase_if(c.facts, [&](const auto& fact) { return fact.first.scope == Scope::Letter && fact.first.owner == id; });
        eraseWhere(c.letters, [&](const LetterDraft& l) { return l.id == id; });
        if (c.letter == id)
            c.letter = c.letters.empty() ? Id{} : c.letters.back().id;
    }
    void operator()(const SetLetterKind& e)
    {
        if (auto* letter = draft(c, e.letter))
            letter->kind = e.kind;
    }
    void operator()(const SetLetterLanguage& e)
    {
        if (auto* letter = draft(c, e.letter))
            letter->language = e.language;
    }
    void operator()(const UseLetter& e)
    {
        if (at(c.letters, e.letter))
            c.letter = e.letter;
    }
    void operator()(const PickClause& e)
    {
        auto* letter = draft(c, e.letter);
        if (!letter)
            return;
        auto pick = e.pick;
        if (pick.id.empty())
            pick.id = fresh(c, "p");
        claim(c, pick.id);
        if (at(letter->picks, pick.id))
            return;
        if (!e.newRecord.empty()) {
            Record record;
            record.id = fresh(c, "r");
            record.group = e.newRecord;
            if (!pick.cause.empty())
                record.causes = {pick.cause};
            record.by = By::Program;
            pick.prints = record.id;
            c.records.push_back(std::move(record));
        }
        std::size_t place = e.at.value_or(letter->picks.size());
        if (!e.at)
            for (std::size_t i = letter->picks.size(); i > 0; --i)
                if (letter->picks[i - 1].section == pick.section && letter->picks[i - 1].cause == pick.cause) {
                    place = i;
                    break;
                }
        letter->picks.insert(letter->picks.begin() + std::ptrdiff_t(std::min(place, letter->picks.size())), std::move(pick));
    }
    void operator()(const DropPick& e)
    {
        if (auto* letter = draft(c, e.letter))
            dropPicks(c, *letter, [&](const Pick& pick) { return pick.id == e.pick; });
    }
    void operator()(const MovePick& e)
    {
        auto* letter = draft(c, e.letter);
        if (!letter)
            return;
        const auto it = std::find_if(letter->picks.begin(), letter->picks.end(), [&](const Pick& p) { return p.id == e.pick; });
        if (it == letter->picks.end())
            return;
        auto pick = std::move(*it);
        letter->picks.erase(it);
        if (!e.section.empty()) {
            pick.section = e.section;
            pick.cause = e.cause;
        }
        letter->picks.insert(letter->picks.begin() + std::ptrdiff_t(std::min(e.to, letter->picks.size())), std::move(pick));
    }
    void operator()(const SetVariant& e)
    {
        auto* letter = draft(c, e.letter);
        if (!letter || e.variant < 0)
            return;
        if (auto* pick = at(letter->picks, e.place)) {
            pick->by = By::Person;
            if (pick->variant == e.variant)
                return;
            pick->variant = e.variant;
            pick->confirmed.reset();
        } else {
            letter->variants[e.place] = e.variant;
        }
    }
    void operator()(const Reword& e)
    {
        auto* letter = draft(c, e.letter);
        if (!letter)
            return;
        if (auto* pick = at(letter->picks, e.place)) {
            if (e.text) {
                pick->wording[e.language] = *e.text;
                pick->otherAt[e.language] = e.other;
            } else {
                pick->wording.erase(e.language);
                pick->otherAt.erase(e.language);
            }
            pick->by = By::Person;
        } else if (e.text) {
            letter->fixed[e.place][e.language] = *e.text;
        } else if (const auto it = letter->fixed.find(e.place); it != letter->fixed.end()) {
            it->second.erase(e.language);
            if (it->second.empty())
                letter->fixed.erase(it);
        }
    }
    void operator()(const Confirm& e)
    {
        if (auto* letter = draft(c, e.letter))
            if (auto* pick = at(letter->picks, e.pick)) {
                pick->confirmed = e.claim;
                pick->by = By::Person;
            }
    }
    void operator()(const Unconfirm& e)
    {
        if (auto* letter = draft(c, e.letter))
            if (auto* pick = at(letter->picks, e.pick))
                pick->confirmed.reset();
    }
    void operator()(const SetVoice& e) { c.voice = e.voice; }
    void operator()(const SetProfile& e) { c.profile = e.profile; }
    void operator()(const SetTitle& e) { c.title = e.title; }
    void operator()(const SetTags& e) { c.tags = e.tags; }
    void add(Event event)
    {
        if (event.id.empty())
            event.id = fresh(c, "v");
        claim(c, event.id);
        if (!at(c.events, event.id))
            c.events.push_back(std::move(event));
    }
    void operator()(const RecordSubmission& e)
    {
        auto event = e.event;
        event.what = "submission";
        if (event.id.empty())
            event.id = fresh(c, "v");
        if (auto* letter = draft(c, event.letter)) {
            letter->sent = event.id;
            event.letter = letter->id;
            event.letterKind = letter->kind;
        }
        add(std::move(event));
    }
    void operator()(const RecordReply& e)
    {
        auto event = e.event;
        event.what = "reply";
        add(std::move(event));
    }
    void operator()(const RecordEvent& e)
    {
        // a submission that is struck out gives its letter back
        if (!e.event.strikes.empty())
            for (auto& letter : c.letters)
                if (letter.sent == e.event.strikes)
                    letter.sent.clear();
        add(e.event);
    }
    void operator()(const TickPromise& e)
    {
        if (e.tick && at(c.records, e.record))
            c.ticks[e.record] = *e.tick;
        else
            c.ticks.erase(e.record);
    }
    void operator()(const PutSetAside& e)
    {
        (*this)(RemoveSetAside{e.what.check, e.what.text});
        c.setAside.push_back(e.what);
    }
    void operator()(const RemoveSetAside& e)
    {
        std::erase_if(c.setAside, [&](const SetAside& x) { return x.check == e.check && x.text == e.text; });
    }
    void operator()(const SetOutcome& e)
    {
        c.outcome = e.outcome;
        c.closed = e.closed;
    }
};

} // namespace

Case apply(Case before, const Edit& edit)
{
    std::visit(Apply{before}, edit);
    return before;
}

Case apply(Case before, const std::vector<Edit>& edits)
{
    for (const auto& edit : edits)
        std::visit(Apply{before}, edit);
    return before;
}

std::string mergeKey(const Edit& edit)
{
    if (const auto* e = std::get_if<SetFact>(&edit))
        return "fact:" + std::string(name(e->fact.scope)) + ":" + e->fact.owner + ":" + e->fact.name + ":" + e->language;
    if (const auto* e = std::get_if<SetField>(&edit))
        return "field:" + e->record + "." + e->member + ":" + e->language;
    if (const auto* e = std::get_if<Reword>(&edit); e && e->text)
        return "reword:" + e->letter + ":" + e->place + ":" + e->language;
    if (const auto* e = std::get_if<SetDocumentText>(&edit))
        return "document:" + e->document;
    if (const auto* e = std::get_if<PutFigure>(&edit))
        return "figure:" + e->figure.metric + ":" + e->figure.channel + ":" + std::to_string(e->figure.window.value_or(0));
    if (const auto* e = std::get_if<SetWhys>(&edit))
        return "whys:" + e->cause;
    if (std::holds_alternative<SetTitle>(edit))
        return "title";
    return {};
}

} // namespace appeal
