#include "cause/corrections.h"
#include "cause/reader.h"

#include <algorithm>
#include <set>

namespace cause {

namespace {

using namespace appeal;

/// What was typed, or chosen by a person, is never overwritten by a reading.
bool mayWrite(const Case& c, const FactRef& ref)
{
    const auto it = c.facts.find(ref);
    return it == c.facts.end() || it->second.source == Source::Notice;
}

std::string joinedOf(const Reading& reading, const std::string& kind, const std::string& separator, const std::string& cause = {})
{
    std::string out;
    for (const auto& entity : reading.entities)
        if (entity.kind == kind && entity.doubtful.empty() && (cause.empty() || entity.cause == cause))
            out += (out.empty() ? "" : separator) + entity.value;
    return out;
}

std::string firstOf(const Reading& reading, const std::string& kind, bool masked = false)
{
    for (const auto& entity : reading.entities)
        if (entity.kind == kind && (!masked || entity.value.find('*') != std::string::npos))
            return entity.value;
    return {};
}

/// Deadlines keep their ids while they say the same; those of the program that the text no longer says go; a person's stand.
void takeDeadlines(const Case& c, const Reading& reading, const Id& document, std::vector<Edit>& edits)
{
    std::set<Id> kept;
    std::vector<Edit> put;
    for (const auto& found : reading.deadlines) {
        if (std::any_of(c.deadlines.begin(), c.deadlines.end(), [&](const Deadline& d) { return d.document == document && d.by == By::Person && (d.start == found.at.start || d.kind == found.kind); }))
            continue;
        Deadline deadline;
        deadline.kind = found.kind;
        deadline.unit = found.unit;
        deadline.value = found.value;
        deadline.valueMin = found.valueMin;
        deadline.due = found.due;
        deadline.dueMin = found.dueMin;
        deadline.from = found.from;
        deadline.document = document;
        deadline.start = found.at.start;
        deadline.end = found.at.end;
        const auto same = std::find_if(c.deadlines.begin(), c.deadlines.end(), [&](const Deadline& d) {
            return d.document == document && d.by == By::Program && d.kind == deadline.kind && d.unit == deadline.unit && d.value == deadline.value && kept.count(d.id) == 0;
        });
        if (same != c.deadlines.end()) {
            kept.insert(same->id);
            deadline.id = same->id;
            if (*same == deadline)
                continue;
        }
        put.push_back(PutDeadline{deadline});
    }
    for (const auto& deadline : c.deadlines)
        if (deadline.document == document && deadline.by == By::Program && kept.count(deadline.id) == 0)
            edits.push_back(RemoveDeadline{deadline.id});
    edits.insert(edits.end(), put.begin(), put.end());
}

/// A share with two decimals of a percent, half up, where the notice gives only the counts.
std::string shareOf(const MetricReading& found)
{
    if (!found.written.empty() || !found.numerator || !found.denominator || *found.denominator <= 0)
        return found.written;
    const auto hundredths = (*found.numerator * 20000 + *found.denominator) / (2 * *found.denominator);
    return std::to_string(hundredths / 100) + "." + (hundredths % 100 < 10 ? "0" : "") + std::to_string(hundredths % 100) + "%";
}

/// "11,2 %" as a percentage is written: "11.2%".
std::string percentage(std::string written)
{
    std::erase(written, ' ');
    if (!written.empty() && written.back() == '%')
        std::replace(written.begin(), written.end(), ',', '.');
    return written;
}

void takeFigures(const Case& c, const Reading& reading, std::vector<Edit>& edits)
{
    const auto place = [](const Figure& a, const Figure& b) { return a.metric == b.metric && a.channel == b.channel && a.window == b.window; };
    std::vector<Figure> figures;
    for (const auto& found : reading.metrics) {
        Figure figure;
        figure.metric = found.id;
        figure.channel = found.channel;
        figure.window = found.window;
        figure.value = percentage(shareOf(found));
        figure.target = percentage(found.targetWritten);
        figure.numerator = found.numerator;
        figure.denominator = found.denominator;
        figure.from = found.from;
        figure.to = found.to;
        figure.source = Source::Notice;
        // what stands first is what the notice says; another value for the same would replace it, and be replaced, at each reading
        if (std::none_of(figures.begin(), figures.end(), [&](const Figure& f) { return place(f, figure); }))
            figures.push_back(std::move(figure));
    }
    for (const auto& figure : c.figures)
        if (figure.source == Source::Notice && std::none_of(figures.begin(), figures.end(), [&](const Figure& f) { return place(f, figure); }))
            edits.push_back(RemoveFigure{figure.metric, figure.channel, figure.window});
    for (const auto& figure : figures)
        if (std::none_of(c.figures.begin(), c.figures.end(), [&](const Figure& f) { return place(f, figure) && (f.source != Source::Notice || f == figure); }))
            edits.push_back(PutFigure{figure});
}

} // namespace

std::vector<Edit> takeOver(const Case& c, const Reading& read, const Id& document, const library::Catalogue& catalogue)
{
    const auto reading = corrected(c, read, document);
    std::vector<Edit> edits;
    const auto fact = [&](const FactRef& ref, const std::string& value, const Language& language = {}) {
        if (!mayWrite(c, ref))
            return;
        const auto it = c.facts.find(ref);
        const bool there = it != c.facts.end();
        // a fact of the notice that it no longer says goes
        if (value.empty() ? there : !there || anyOf(it->second.value) != value)
            edits.push_back(SetFact{ref, language, value, Source::Notice});
    };
    const auto caseFactOf = [&](const char* name, const std::string& value) { fact({Scope::Case, {}, name}, value); };
    caseFactOf("marketplace", reading.marketplace);
    caseFactOf("store", reading.store);
    caseFactOf("notice_date", reading.noticeDate ? isoDate(*reading.noticeDate) : "");
    // a deactivation without a day of its own is dated by the notice (catalogue, Deadline kinds)
    caseFactOf("action_date", reading.noticeDate ? isoDate(*reading.noticeDate) : "");
    caseFactOf("notice_subject", reading.subject);
    caseFactOf("asins", joinedOf(reading, reading.marketplace == "amazon" || reading.marketplace.empty() ? "asins" : "product_ids", ", "));
    caseFactOf("order_ids", joinedOf(reading, "order_ids", ", "));
    caseFactOf("complaint_ids", joinedOf(reading, "complaint_ids", "; "));
    caseFactOf("skus", joinedOf(reading, "skus", "; "));
    caseFactOf("policies", joinedOf(reading, "policies", "; "));
    caseFactOf("fba_shipment_ids", joinedOf(reading, "fba_shipment_ids", "; "));
    caseFactOf("removal_order_ids", joinedOf(reading, "removal_order_ids", "; "));
    caseFactOf("case_id", firstOf(reading, "case_ids"));
    caseFactOf("brand", firstOf(reading, "brands"));
    auto owner = firstOf(reading, "rights_owners");
    // a legal form that is an abbreviation keeps its last stop: "S.r.l."
    const auto form = owner.substr(owner.find_last_of(' ') + 1);
    bool letters = form.size() > 2 && form.size() % 2 == 1;
    for (std::size_t i = 0; i < form.size(); ++i)
        letters = letters && (form[i] == '.') == (i % 2 == 1);
    if (letters)
        owner += '.';
    caseFactOf("rights_owner", owner);
    caseFactOf("related_account_name", firstOf(reading, "account_names", true));
    // the owner's mail is one that is not the marketplace's
    std::string ownersMail;
    if (!firstOf(reading, "rights_owners").empty())
        for (const auto& entity : reading.entities)
            if (entity.kind == "emails" && ownersMail.empty() && entity.value.find("@" + reading.marketplace) == std::string::npos)
                ownersMail = entity.value;
    caseFactOf("rights_owner_email", ownersMail);

    // causes in the notice's order
    auto causes = reading.causes;
    std::stable_sort(causes.begin(), causes.end(), [](const CauseReading& a, const CauseReading& b) {
        const auto first = [](const CauseReading& r) { return r.evidence.empty() ? Span{} : *std::min_element(r.evidence.begin(), r.evidence.end()); };
        return first(a) < first(b);
    });
    // a whole stands before its parts
    std::stable_partition(causes.begin(), causes.end(), [&](const CauseReading& r) {
        const auto* known = catalogue.cause(r.id);
        return known && std::none_of(known->metrics.begin(), known->metrics.end(), [&](const std::string& m) { return catalogue.metric(m) && !catalogue.metric(m)->partOf.empty(); });
    });
    std::set<std::string> read_;
    for (const auto& found : causes)
        if (catalogue.cause(found.id) && read_.insert(found.id).second && !findCause(c, found.id))
            edits.push_back(ChooseCause{found.id, By::Program, {}});
    for (const auto& chosen : c.causes)
        if (chosen.by == By::Program && !chosen.route && read_.count(chosen.id) == 0)
            edits.push_back(RemoveCause{chosen.id});
    for (const auto& id : read_)
        for (const char* kind : {"asins", "order_ids", "complaint_ids", "policies"})
            fact({Scope::Cause, id, kind}, joinedOf(reading, kind, kind == std::string("asins") || kind == std::string("order_ids") ? ", " : "; ", id));

    SetUnderstanding understanding;
    for (const auto& action : reading.actions)
        understanding.actions.push_back(action.id);
    understanding.way = reading.way;
    for (const auto& asked : reading.asksFor)
        understanding.asksFor.push_back(asked.id);
    understanding.attemptLimit = reading.attemptLimit;
    if (understanding.actions != c.actions || understanding.way != c.way || understanding.asksFor != c.asksFor || understanding.attemptLimit != c.attemptLimit)
        edits.push_back(std::move(understanding));

    // where the page has its own way, or papers alone are wanted, that route is proposed; a person settles it
    const std::string proposed = reading.way == "documents" ? "documents" : reading.way == "quiz" || reading.way == "questionnaire" || reading.way == "acknowledgement" ? "quiz" : "";
    if (const auto route = parseRoute(proposed))
        for (const auto& id : read_) {
            const auto* known = catalogue.cause(id);
            const auto* chosen = findCause(c, id);
            if (known && known->ownsRoute(proposed) && (!chosen || (chosen->by == By::Program && !chosen->route)))
                edits.push_back(SetRoute{id, route, By::Program});
        }

    takeDeadlines(c, reading, document, edits);
    takeFigures(c, reading, edits);
    return edits;
}

} // namespace cause
