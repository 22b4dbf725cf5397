#include "journey/work.h"

#include "cause/reader.h"
#include "followup/followup.h"
#include "letter/compose.h"
#include "plan/plan.h"

#include <algorithm>
#include <map>

namespace journey {

appeal::Summary summaryOf(const appeal::Case& c, const library::Catalogue& catalogue, appeal::Date today)
{
    appeal::Summary row;
    row.id = c.id;
    row.closed = c.closed;
    row.title = c.title;
    row.store = appeal::caseFact(c, "store_name");
    row.marketplace = appeal::caseFact(c, "marketplace");
    row.state = followup::stateOf(c);
    for (const auto& cause : c.causes)
        row.causes.push_back(cause.id);
    row.tags = c.tags;
    row.attemptsLeft = followup::attemptsLeft(c);
    const auto agenda = followup::agenda(c, catalogue, today);
    if (!agenda.empty()) {
        row.next = agenda.front().what;
        row.due = agenda.front().on ? agenda.front().on : agenda.front().from;
    }
    if (const auto by = followup::answerBy(c, catalogue, today); by && (row.state == "drafting" || row.state == "more_information_requested"))
        row.due = by;
    return row;
}

std::vector<appeal::Edit> startFrom(const std::string& noticeText, const appeal::Reading& reading, std::optional<appeal::Date> received, const std::string& source, const std::string& original,
    const library::Catalogue& catalogue)
{
    appeal::Document document;
    document.id = "d1";
    document.kind = "notice";
    document.text = noticeText;
    document.received = received;
    document.source = source;
    document.original = original;
    std::vector<appeal::Edit> edits{appeal::AddDocument{document}};
    if (received)
        edits.push_back(appeal::SetFact{{appeal::Scope::Case, {}, "received_date"}, {}, appeal::isoDate(*received), appeal::Source::Typed});
    const auto c = appeal::apply(appeal::Case{}, edits);
    for (auto& edit : cause::takeOver(c, reading, document.id, catalogue))
        edits.push_back(std::move(edit));
    return edits;
}

namespace {

constexpr std::size_t kLooked = 256 * 1024; ///< bytes of a notice in which names are looked for: the checks run between two key presses

submit::Surroundings around(const Session& session, const appeal::LetterDraft* draft, const Known& known)
{
    submit::Surroundings out;
    const auto& c = session.now();
    out.c = &c;
    out.draft = draft;
    out.reading = known.reading;
    if (const auto* document = appeal::notice(c))
        out.noticeText = document->text.substr(0, kLooked);
    out.foreign = known.foreign;
    out.earlier = known.earlier;
    out.marketplace = appeal::caseFact(c, "marketplace");
    out.store = appeal::caseFact(c, "store");
    out.today = session.today();
    if (draft)
        for (const auto& pick : draft->picks)
            if (const auto* clause = library::find(session.clauses(), pick.clause))
                if (const auto it = clause->text.find(draft->language); it != clause->text.end())
                    out.libraryTexts.insert(out.libraryTexts.end(), it->second.begin(), it->second.end());
    return out;
}

} // namespace

appeal::Review reviewOf(const Session& session, const submit::Reviewer& reviewer, const appeal::LetterDraft& draft, const appeal::Letter& letter, const letter::Written& written, const Known& known,
    submit::Memory* memory)
{
    auto surroundings = around(session, &draft, known);
    surroundings.letter = &letter;
    surroundings.written = &written;
    surroundings.length = letter.length;
    return reviewer.review(written.text, draft.kind, letter.language, surroundings, memory);
}

appeal::Review reviewText(const Session& session, const submit::Reviewer& reviewer, const std::string& text, const std::string& kind, const appeal::Language& language, appeal::Length length,
    const Known& known)
{
    const auto& c = session.now();
    const appeal::LetterDraft* draft = session.draft();
    for (const auto& other : c.letters)
        if (!kind.empty() && other.kind == kind && (!draft || draft->kind != kind || other.sent.empty()))
            draft = &other;
    if (!draft)
        return reviewer.review(text, kind, language, around(session, nullptr, known));
    const auto composed = session.compose(draft->id, language.empty() ? draft->language : language, length);
    const auto written = letter::toText(composed);
    if (written.text == text)
        return reviewOf(session, reviewer, *draft, composed, written, known);
    auto surroundings = around(session, draft, known);
    surroundings.length = length;
    return reviewer.review(text, kind.empty() ? draft->kind : kind, language.empty() ? draft->language : language, surroundings);
}

std::vector<appeal::Edit> submitted(const Session& session, const appeal::Id& id, appeal::Date on, const std::string& channel, const std::string& caseId, const std::string& because)
{
    const auto* draft = appeal::findLetter(session.now(), id.empty() ? session.now().letter : id);
    if (!draft || !draft->sent.empty())
        return {};
    appeal::Event event;
    event.what = "submission";
    event.on = on;
    event.letter = draft->id;
    event.letterKind = draft->kind;
    event.text = std::make_shared<const std::string>(letter::toText(session.compose(draft->id, draft->language, appeal::Length::Full)).text);
    const appeal::Language other = draft->language == "zh" ? "en" : "zh";
    event.texts[other] = letter::toText(session.compose(draft->id, other, appeal::Length::Full)).text;
    event.channel = channel;
    event.caseId = caseId;
    event.because = because;
    return {appeal::RecordSubmission{event}};
}

std::vector<appeal::Edit> replied(const appeal::Case& c, const std::string& text, const appeal::ReplyReading& reading, appeal::Date received, const library::Catalogue& catalogue)
{
    std::vector<appeal::Edit> edits;
    appeal::Document document;
    document.id = "d" + std::to_string(c.lastNumber + 1);
    document.kind = "reply";
    document.text = text;
    document.received = received;
    edits.push_back(appeal::AddDocument{document});
    appeal::Event event;
    event.on = reading.date.value_or(received);
    event.document = document.id;
    event.replyClass = reading.cls;
    for (const auto& asked : reading.asksFor)
        event.asksFor.push_back(asked.id);
    edits.push_back(appeal::RecordReply{event});
    for (const auto& found : reading.deadlines) {
        appeal::Deadline deadline;
        deadline.kind = found.kind;
        deadline.unit = found.unit;
        deadline.value = found.value;
        deadline.valueMin = found.valueMin;
        deadline.due = found.due;
        deadline.dueMin = found.dueMin;
        deadline.from = found.from;
        deadline.document = document.id;
        deadline.start = found.at.start;
        deadline.end = found.at.end;
        edits.push_back(appeal::PutDeadline{deadline});
    }
    if (reading.cls == "reinstated") {
        edits.push_back(appeal::SetOutcome{"reinstated", c.closed});
        return edits;
    }
    for (const auto& point : reading.points) {
        appeal::Record record;
        record.group = "answers";
        record.fields["point"][""] = point;
        record.by = appeal::By::Program;
        edits.push_back(appeal::AddRecord{record, {}});
    }
    // the letter that answers it, unless one is being written
    if (reading.cls == "more_information_requested" || reading.cls == "appeal_rejected" || reading.cls == "final_decision") {
        const auto kind = plan::letterKind(appeal::apply(c, edits), catalogue);
        const auto* current = appeal::findLetter(c, c.letter);
        if (!kind.empty() && (!current || !current->sent.empty()))
            edits.push_back(appeal::AddLetter{kind, current ? current->language : appeal::Language{"en"}, true});
    }
    return edits;
}

namespace {

std::string folded(std::string_view text)
{
    std::string out;
    for (const char ch : text)
        out += ch >= 'A' && ch <= 'Z' ? char(ch | 0x20) : ch;
    return out;
}

} // namespace

const appeal::Summary* answered(const std::vector<appeal::Summary>& cases, const std::vector<KnownAs>& names, std::string_view text)
{
    const auto words = folded(text.substr(0, kLooked));
    // an id is of one case, a store's name of all that it ever had
    const auto weight = [](std::string_view kind) { return kind == "order_ids" || kind == "complaint_ids" ? 100 : kind == "store_name" || kind == "seller_id" || kind == "legal_entity" ? 1 : 0; };
    std::map<appeal::Id, int> fits;
    for (const auto& name : names)
        if (name.value.size() > 3 && weight(name.kind) > 0 && words.find(folded(name.value)) != words.npos)
            fits[name.caseId] += weight(name.kind);
    const appeal::Summary* best = nullptr;
    int most = 0, asMany = 0;
    for (const auto& c : cases) {
        const bool underWay = c.state == "submitted" || c.state == "acknowledged" || c.state == "more_information_requested" || c.state == "rejected";
        const auto it = fits.find(c.id);
        if (!underWay || c.closed || c.trashed || it == fits.end() || it->second < most)
            continue;
        asMany = it->second == most ? asMany + 1 : 1;
        most = it->second;
        best = &c;
    }
    return asMany == 1 ? best : nullptr;
}

std::string namedProfile(const std::vector<std::pair<std::string, std::map<std::string, std::string>>>& profiles, const appeal::Reading& reading, std::string_view notice)
{
    const auto text = folded(notice.substr(0, kLooked));
    std::string named;
    for (const auto& [name, facts] : profiles) {
        const auto of = [&facts = facts](const char* fact) {
            const auto it = facts.find(fact);
            return it == facts.end() ? std::string{} : it->second;
        };
        if (const auto place = of("marketplace"); !place.empty() && !reading.marketplace.empty() && place != reading.marketplace)
            continue;
        bool here = false;
        for (const char* fact : {"store_name", "seller_id", "legal_entity"})
            if (const auto value = of(fact); value.size() > 3 && text.find(folded(value)) != text.npos)
                here = true;
        if (here && !named.empty())
            return {}; // two: the person is asked
        if (here)
            named = name;
    }
    return named;
}

std::vector<appeal::Edit> useProfile(const std::string& name, const std::map<std::string, std::string>& facts)
{
    std::vector<appeal::Edit> edits{appeal::SetProfile{name}};
    for (const auto& [fact, value] : facts) {
        if (fact == "voice") {
            edits.push_back(appeal::SetVoice{value == "I" ? appeal::Voice::I : appeal::Voice::We});
            continue;
        }
        // NAME@zh holds the Chinese of a name
        const auto at = fact.find('@');
        edits.push_back(appeal::SetFact{{appeal::Scope::Case, {}, fact.substr(0, at)}, at == fact.npos ? appeal::Language{} : fact.substr(at + 1), value, appeal::Source::Profile});
    }
    return edits;
}

appeal::Case forAnotherStore(appeal::Case c, const library::Catalogue& catalogue)
{
    appeal::Case out;
    out.tags = c.tags;
    out.voice = c.voice;
    out.causes = std::move(c.causes);
    out.actions = std::move(c.actions);
    out.way = std::move(c.way);
    out.asksFor = std::move(c.asksFor);
    for (const char* name : {"marketplace", "store"})
        if (const auto it = c.facts.find({appeal::Scope::Case, {}, name}); it != c.facts.end())
            out.facts.insert(*it);
    for (auto& record : c.records) {
        const auto* group = catalogue.group(record.group);
        std::erase_if(record.fields, [&](const auto& field) {
            const auto* member = group ? group->member(field.first) : nullptr;
            return !member || (member->type != "text" && member->type != "longtext");
        });
        out.records.push_back(std::move(record));
    }
    for (auto& letter : c.letters) {
        letter.sent.clear();
        for (auto& pick : letter.picks)
            pick.confirmed.reset();
        out.letters.push_back(std::move(letter));
    }
    out.letter = std::move(c.letter);
    out.lastNumber = c.lastNumber;
    return out;
}

} // namespace journey
