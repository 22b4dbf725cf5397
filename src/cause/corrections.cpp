#include "cause/corrections.h"

#include <algorithm>
#include <array>

namespace cause {

namespace {

using namespace appeal;

/// A kind of words and the case's fact that they are kept in; `between` parts several, empty where the fact holds one.
struct Kept { const char* kind; const char* fact; const char* between; };
constexpr std::array kKept{Kept{"asins", "asins", ", "}, Kept{"product_ids", "asins", ", "}, Kept{"order_ids", "order_ids", ", "}, Kept{"complaint_ids", "complaint_ids", "; "}, Kept{"case_ids", "case_id", ""},
    Kept{"policies", "policies", "; "}, Kept{"skus", "skus", "; "}, Kept{"brands", "brand", ""}, Kept{"rights_owners", "rights_owner", ""}, Kept{"emails", "rights_owner_email", ""},
    Kept{"account_names", "related_account_name", ""}, Kept{"fba_shipment_ids", "fba_shipment_ids", "; "}, Kept{"removal_order_ids", "removal_order_ids", "; "}};

const Kept* keptAs(std::string_view kind)
{
    const auto it = std::find_if(kKept.begin(), kKept.end(), [&](const Kept& k) { return kind == k.kind; });
    return it == kKept.end() ? nullptr : &*it;
}

bool touch(const Span& a, const Span& b)
{
    return a.start < b.end && b.start < a.end;
}

std::vector<std::string> split(const std::string& list, const std::string& between)
{
    std::vector<std::string> out;
    for (std::size_t from = 0; from <= list.size();) {
        const auto to = std::min(list.find(between, from), list.size());
        if (to > from)
            out.push_back(list.substr(from, to - from));
        from = to + between.size();
    }
    return out;
}

std::string join(const std::vector<std::string>& parts, const std::string& between)
{
    std::string out;
    for (const auto& part : parts)
        out += (out.empty() ? "" : between) + part;
    return out;
}

/// The edit that puts a value into a person's fact, or takes it out. A fact that came from the notice follows the reading by itself, where it is a list.
void keep(const Case& c, const Kept& kept, const std::string& value, bool in, std::vector<Edit>& edits)
{
    const FactRef ref{Scope::Case, {}, kept.fact};
    const auto it = c.facts.find(ref);
    const auto now = it == c.facts.end() ? std::string{} : anyOf(it->second.value);
    const bool mine = it != c.facts.end() && it->second.source != Source::Notice;
    const std::string between(kept.between);
    SetFact set;
    set.fact = ref;
    if (it != c.facts.end() && !it->second.value.empty())
        set.language = it->second.value.begin()->first;
    if (between.empty()) {
        if (in ? now == value : !mine || now != value)
            return;
        set.value = in ? value : std::string{};
    } else {
        if (!mine)
            return;
        auto parts = split(now, between);
        const auto there = std::find(parts.begin(), parts.end(), value);
        if (in == (there != parts.end()))
            return;
        if (in)
            parts.push_back(value);
        else
            parts.erase(there);
        set.value = join(parts, between);
    }
    edits.push_back(std::move(set));
}

} // namespace

std::optional<Mark> markAt(const Reading& reading, const Span& words)
{
    std::optional<Mark> best;
    const auto look = [&](const Span& at, const std::string& kind, const std::string& value) {
        if (at.start > words.start || words.end > at.end || at.start >= at.end || (best && best->at.end - best->at.start <= at.end - at.start))
            return;
        best = Mark{at, kind, value};
    };
    for (const auto& entity : reading.entities)
        for (const auto& at : entity.at)
            look(at, entity.kind, entity.value);
    for (const auto& found : reading.causes)
        for (const auto& at : found.evidence)
            look(at, "causes", found.id);
    for (const auto& deadline : reading.deadlines)
        look(deadline.at, "deadlines", deadline.kind);
    for (const auto& asked : reading.asksFor)
        look(asked.at, "asks_for", asked.id);
    return best;
}

std::vector<std::string> kindsToChoose(std::string_view marketplace)
{
    const std::string_view other = marketplace.empty() || marketplace == "amazon" ? "product_ids" : "asins";
    std::vector<std::string> out;
    for (const auto& kept : kKept)
        if (kept.kind != other)
            out.emplace_back(kept.kind);
    return out;
}

Reading corrected(const Case& c, Reading reading, const Id& document)
{
    for (const auto& correction : c.corrections) {
        if (correction.document != document)
            continue;
        const Span at{correction.start, correction.end};
        const auto touched = [&](const Span& span) { return span.start < at.end && at.start < span.end; };
        for (auto& entity : reading.entities)
            std::erase_if(entity.at, touched);
        std::erase_if(reading.entities, [](const Entity& e) { return e.at.empty(); });
        for (auto& found : reading.causes)
            std::erase_if(found.evidence, touched);
        std::erase_if(reading.causes, [](const CauseReading& r) { return r.evidence.empty(); });
        if (correction.kind == "deadlines" && !correction.value.empty()) {
            for (auto& deadline : reading.deadlines)
                if (touched(deadline.at))
                    deadline.kind = correction.value;
            continue;
        }
        std::erase_if(reading.deadlines, [&](const DeadlineReading& d) { return touched(d.at); });
        std::erase_if(reading.asksFor, [&](const Found& f) { return touched(f.at); });
        if (reading.noticeDate && correction.kind != "dates" && touched(reading.noticeDateAt)) {
            reading.noticeDate.reset();
            reading.noticeDateAt = {};
        }
        if (correction.kind.empty() || correction.kind == "deadlines")
            continue;
        auto value = correction.value;
        if (const auto* text = findDocument(c, document); value.empty() && text && at.end <= text->text.size() && at.start < at.end)
            value = text->text.substr(at.start, at.end - at.start);
        // words of something that was read already are one more place of it
        if (correction.kind == "causes") {
            const auto same = std::find_if(reading.causes.begin(), reading.causes.end(), [&](const CauseReading& r) { return r.id == value; });
            if (same != reading.causes.end())
                same->evidence.push_back(at);
            else
                reading.causes.push_back({value, 1, {at}});
        } else if (correction.kind == "asks_for") {
            reading.asksFor.push_back({value, at});
        } else {
            const auto same = std::find_if(reading.entities.begin(), reading.entities.end(), [&](const Entity& e) { return e.kind == correction.kind && e.value == value; });
            if (same != reading.entities.end())
                same->at.push_back(at);
            else
                reading.entities.push_back({correction.kind, value, {at}, {}, {}});
        }
    }
    return reading;
}

std::vector<Edit> sayWhatItIs(const Case& c, const Reading& reading, const Correction& said)
{
    const auto* document = findDocument(c, said.document);
    if (!document || said.end > document->text.size() || said.start >= said.end)
        return {};
    const Span at{said.start, said.end};
    const auto value = said.value.empty() ? document->text.substr(at.start, at.end - at.start) : said.value;
    std::vector<Edit> edits{Correct{said}};
    // what these words were before goes out of what a person keeps
    for (const auto& entity : reading.entities)
        if (const auto* kept = keptAs(entity.kind); kept && (entity.kind != said.kind || entity.value != value))
            if (std::any_of(entity.at.begin(), entity.at.end(), [&](const Span& s) { return touch(s, at); }) && std::all_of(entity.at.begin(), entity.at.end(), [&](const Span& s) { return touch(s, at); }))
                keep(c, *kept, entity.value, false, edits);
    const auto touchedDeadline = std::find_if(c.deadlines.begin(), c.deadlines.end(), [&](const Deadline& d) { return d.document == said.document && touch({d.start, d.end}, at); });
    if (said.kind == "deadlines") {
        Deadline deadline;
        if (touchedDeadline != c.deadlines.end()) {
            deadline = *touchedDeadline;
        } else {
            deadline.document = said.document;
            deadline.start = at.start;
            deadline.end = at.end;
        }
        deadline.kind = value;
        deadline.by = By::Person;
        edits.push_back(PutDeadline{std::move(deadline)});
    } else {
        if (touchedDeadline != c.deadlines.end() && touchedDeadline->by == By::Person)
            edits.push_back(RemoveDeadline{touchedDeadline->id});
        if (said.kind == "causes")
            edits.push_back(ChooseCause{value, By::Person, {}});
        else if (const auto* kept = keptAs(said.kind))
            keep(c, *kept, value, true, edits);
    }
    return edits;
}

} // namespace cause
