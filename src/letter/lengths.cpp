#include "letter/composer.h"

#include "letter/claim.h"
#include "letter/value_text.h"

#include "text/decode.h"

#include <algorithm>
#include <array>

namespace letter {

namespace {

/// The sentences of a filled text, each with its stop.
std::string firstSentence(const std::string& text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n')
            return text.substr(0, i);
        if ((text[i] == '.' || text[i] == '?' || text[i] == '!') && i + 1 < text.size() && text[i + 1] == ' ')
            return text.substr(0, i + 1);
        if (text.compare(i, 3, "。") == 0)
            return text.substr(0, i + 3);
    }
    return text;
}

} // namespace

/// A sentence that may stand in a shortened letter.
struct Composer::Unit
{
    std::string section, cause, place;
    int rank = 0;        ///< 0: at least this for each section and cause; the others are added by rank as long as there is room
    const appeal::Pick* pick = nullptr;
    std::string source;  ///< template
    bool first = false;  ///< only its first sentence
    std::string bare;    ///< the record's own short sentence, without the clause's words; empty: the same
};

namespace {

constexpr int kBare = 4, kNameless = 5, kFirstOnly = 6; // how far a text is cut
constexpr int kIds = 1, kFigures = 1, kSecondReason = 2, kThird = 3, kSecondary = 20, kRequest = 30;

/// The ids that a notice names and a reader looks for.
constexpr std::array kIdFacts{std::pair{"order_ids", "letter.short.order_ids"}, std::pair{"complaint_ids", "letter.short.complaint_ids"}, std::pair{"asins", "letter.short.asins"}};

bool namesFigure(const std::string& source)
{
    return source.find("_value}}") != source.npos || source.find("_defects}}") != source.npos;
}

/// Drops the sentences before the first that shows a figure, else before the one that says who found out; nothing stays where neither stands.
void fromTelling(Printer::Printed& printed)
{
    auto use = std::find_if(printed.uses.begin(), printed.uses.end(), [](const appeal::Use& u) { return u.slot.ends_with("_value") || u.slot.ends_with("_defects"); });
    if (use == printed.uses.end())
        use = std::find_if(printed.uses.begin(), printed.uses.end(), [](const appeal::Use& u) { return u.slot == "cause.found_by"; });
    if (use == printed.uses.end()) {
        printed = {};
        return;
    }
    std::size_t start = 0;
    for (auto rest = firstSentence(printed.text).size(); rest < use->start; rest = start + firstSentence(printed.text.substr(start)).size()) {
        start = rest;
        while (start < printed.text.size() && (printed.text[start] == ' ' || printed.text[start] == '\n'))
            ++start;
        if (start >= use->start)
            break;
    }
    printed.text.erase(0, start);
    std::erase_if(printed.gaps, [&](const appeal::Gap& g) { return g.start < start; });
    std::erase_if(printed.uses, [&](const appeal::Use& u) { return u.start < start; });
    for (auto& gap : printed.gaps)
        gap.start -= start, gap.end -= start;
    for (auto& u : printed.uses)
        u.start -= start, u.end -= start;
}

} // namespace

std::vector<Composer::Unit> Composer::units(bool chat, bool subjectOnly) const
{
    const auto& language = m_request.language;
    std::vector<Unit> units;
    const auto fixedShort = [&](const library::KindSection& section) {
        if (const auto own = m_draft.fixed.find(section.id); own != m_draft.fixed.end())
            if (const auto it = own->second.find(language); it != own->second.end())
                return it->second;
        if (const auto it = section.shortText.find(language); it != section.shortText.end() && !subjectOnly)
            return withDerived(it->second);
        return fixedSource(section.id, fixedPhrasings(section));
    };
    const auto pickShort = [&](const appeal::Pick& pick) -> std::string {
        if (const auto own = pick.wording.find(language); own != pick.wording.end())
            return own->second;
        if (const auto* clause = pick.clause.empty() ? nullptr : library::find(m_clauses, pick.clause)) {
            const auto it = clause->shortText.find(language);
            return it == clause->shortText.end() ? std::string{} : it->second;
        }
        if (const auto* record = appeal::findRecord(m_case, pick.prints))
            if (const auto* group = m_catalogue.group(record->group))
                if (const auto it = group->shortPrint.find(language); it != group->shortPrint.end())
                    return it->second;
        return {};
    };
    for (const auto& section : m_kind->sections) {
        const auto& id = section.id;
        if (subjectOnly) {
            if (id == "subject")
                units.push_back({id, {}, id, 0, nullptr, fixedShort(section), true, {}});
            continue;
        }
        // the papers are the letter where nothing else answers the notice
        const bool papers = id == "evidence" && !m_kind->section("root_cause") && !m_kind->section("grounds");
        if (id == "subject" || id == "salutation" || id == "signature" || (id == "evidence" && !papers))
            continue;
        if (const bool fixed = !fixedPhrasings(section).empty(); fixed && (id == "opening" || id == "request" || !chat)) {
            if (id == "closing" && chat)
                continue;
            const auto source = fixedShort(section);
            // what the opening asks for is not asked for twice
            const auto asked = withDerived("{{asked_for}}");
            const bool said = id == "request" && !chat && asked.find("{{asked_for}}") == asked.npos && !units.empty() && units.front().section == "opening" && units.front().source.find(asked) != std::string::npos;
            if (!said)
                units.push_back({id, {}, id, id == "opening" || (chat && id == "request") ? 0 : kRequest, nullptr, source, true, {}});
            if (id == "opening" && asked.find("{{asked_for}}") == asked.npos && source.find(asked) != source.npos && m_draft.fixed.count(id) == 0)
                units.back().bare = withDerived(m_catalogue.say("letter.short.opening", language));
            if (id == "opening" && !chat)
                for (const auto& [fact, words] : kIdFacts)
                    if (const auto resolved = scene({}).resolve(fact); resolved && !valueIn(resolved->value, language).empty())
                        units.push_back({id, {}, std::string("ids:") + fact, kIds, nullptr, m_catalogue.say(words, language), false, {}});
        }
        for (const auto& cause : causeOrder()) {
            const auto* known = m_catalogue.cause(cause);
            const auto* chosen = appeal::findCause(m_case, cause);
            if (known && chosen && chosen->route && !chat && library::routeOf(id) == chosen->route && library::wholeOf(m_case, m_catalogue, cause).empty())
                if (const auto it = known->leads.find(id); it != known->leads.end()) {
                    const auto place = "lead:" + id + ":" + cause;
                    const auto source = fixedSource(place, it->second);
                    units.push_back({id, cause, place, namesFigure(source) ? kFigures : kSecondary, nullptr, source, true, {}});
                }
            int nth = 0;
            for (const auto& pick : m_draft.picks) {
                if (pick.section != id || !(pick.cause == cause || (cause.empty() && !appeal::findCause(m_case, pick.cause))))
                    continue;
                if (auto source = pickShort(pick); !source.empty()) {
                    const bool reason = id == "root_cause" || id == "grounds" || id == "answers" || papers;
                    const int rank = id == "exhibits" ? kSecondary : nth == 0 ? 0 : reason ? kSecondReason : kThird + nth;
                    units.push_back({id, cause, pick.id, rank, &pick, std::move(source), false, {}});
                    ++nth;
                    if (const auto* record = appeal::findRecord(m_case, pick.prints); record && id == "root_cause" && pick.wording.count(language) == 0)
                        if (const auto* group = m_catalogue.group(record->group))
                            units.back().bare = library::in(group->shortPrint, language);
                }
            }
        }
    }
    // a kind without a subject of its own is told apart by its opening
    if (subjectOnly && units.empty())
        if (const auto* opening = m_kind->section("opening"))
            units.push_back({"opening", {}, "opening", 0, nullptr, fixedShort(*opening), true, {}});
    if (chat) {
        // three sentences: what happened, why, what is asked
        std::vector<Unit> three;
        for (const char* wanted : {"opening", "root_cause", "grounds", "answers", "evidence", "corrective", "request"})
            for (const auto& unit : units)
                if (unit.section == wanted && three.size() < 3 && std::none_of(three.begin(), three.end(), [&](const Unit& u) { return u.section == unit.section; })) {
                    three.push_back(unit);
                    three.back().first = true;
                    three.back().rank = 0;
                    break;
                }
        return three;
    }
    return units;
}

void Composer::writeUnits(const std::vector<Unit>& units, const std::vector<bool>& take, int thrift)
{
    const auto& language = m_request.language;
    const bool boxed = limitOf(m_request.length) > 0;
    m_letter.paragraphs.clear();
    Printer fresh(m_case, m_catalogue, language, &m_printer.templates()); // one length is written many times over
    fresh.plainPersons = thrift >= 1;
    fresh.namelessPersons = thrift >= kNameless;
    fresh.longestList = thrift >= 2 ? 1 : thrift >= 1 ? 3 : 0;
    fresh.shortDates = thrift >= 3 || m_request.length == appeal::Length::FiveHundred;
    std::string section;
    std::set<std::string> said;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!take[i])
            continue;
        const auto& unit = units[i];
        auto at = scene(unit.cause);
        const library::Clause* clause = nullptr;
        if (unit.pick) {
            clause = unit.pick->clause.empty() ? nullptr : library::find(m_clauses, unit.pick->clause);
            at.pick = unit.pick;
            at.clause = clause;
            at.record = unit.pick->prints.empty() ? nullptr : m_records.find(unit.pick->prints);
        }
        // the year stands once in so short a text
        if (section.empty())
            fresh.beginSection(unit.section);
        const bool ids = unit.place.starts_with("ids:");
        const auto lists = fresh.longestList;
        if (ids)
            fresh.longestList = 0;
        fresh.said = unit.place.starts_with("lead:") ? &said : nullptr;
        auto printed = fresh.print(thrift >= (unit.pick ? kBare : kNameless) && !unit.bare.empty() ? unit.bare : unit.source, at);
        fresh.longestList = lists;
        if (unit.place.starts_with("lead:"))
            fromTelling(printed);
        // a short form is one sentence; a record in the seller's words may hold several
        const bool ownRecord = boxed && unit.pick && !clause && (unit.section == "root_cause" || unit.section == "corrective" || unit.section == "preventive") && unit.pick->wording.count(language) == 0;
        if (unit.first || ownRecord || thrift >= kFirstOnly) {
            printed.text = firstSentence(printed.text);
            std::erase_if(printed.gaps, [&](const appeal::Gap& g) { return g.end > printed.text.size(); });
            std::erase_if(printed.uses, [&](const appeal::Use& u) { return u.end > printed.text.size(); });
        }
        if (printed.text.empty())
            continue;
        if (unit.section == "opening")
            for (const auto& use : printed.uses)
                said.insert(use.slot);
        if (boxed && unit.section != section && m_request.length == appeal::Length::Thousand)
            if (const auto* general = m_catalogue.section(unit.section); general && unit.section != "request" && !library::in(general->heading, language).empty())
                m_letter.paragraphs.push_back([&] {
                    appeal::Paragraph heading;
                    heading.kind = appeal::Paragraph::Kind::Heading;
                    heading.section = unit.section;
                    heading.place = "heading:" + unit.section;
                    heading.source = library::in(general->heading, language);
                    heading.text = fresh.print(heading.source, scene({})).text;
                    return heading;
                }());
        section = unit.section;
        appeal::Paragraph p;
        p.kind = unit.pick ? appeal::Paragraph::Kind::Pick : unit.place.starts_with("lead:") ? appeal::Paragraph::Kind::Lead : appeal::Paragraph::Kind::Fixed;
        p.section = unit.section;
        p.cause = unit.cause;
        p.place = unit.place;
        p.source = unit.source;
        p.text = std::move(printed.text);
        p.gaps = std::move(printed.gaps);
        p.uses = std::move(printed.uses);
        if (unit.pick) {
            p.pick = unit.pick->id;
            p.clause = unit.pick->clause;
            p.variant = unit.pick->variant;
            p.state = stateOf(m_case, m_draft, *unit.pick, clause);
            p.edited = unit.pick->wording.count(language) != 0;
        }
        m_letter.paragraphs.push_back(std::move(p));
    }
    m_letter.attachments = fresh.attachments(true);
    if (!boxed)
        return;
    // the range of attachments, and where to reach the seller
    const auto add = [&](const std::string& place, const std::string& source) {
        auto printed = fresh.print(source, scene({}));
        if (printed.text.empty())
            return;
        appeal::Paragraph p;
        p.section = "closing";
        p.place = place;
        p.source = source;
        p.text = std::move(printed.text);
        p.uses = std::move(printed.uses);
        m_letter.paragraphs.push_back(std::move(p));
    };
    if (const auto count = m_letter.attachments.size(); count > 0)
        add("attachments", m_catalogue.say(count == 1 ? "letter.attachment_one" : "letter.attachment_range", language, {{"count", std::to_string(count)}}));
    add("contact", m_catalogue.say(thrift >= kNameless ? "letter.short.phone" : "letter.short.contact", language));
}

std::size_t Composer::sizeNow() const
{
    const bool running = m_request.length == appeal::Length::FiveHundred && m_request.language == "zh";
    std::size_t n = 0;
    for (const auto& p : m_letter.paragraphs)
        n += text::codePoints(p.text) + text::codePoints(p.marker) + (running ? 0 : 1);
    return n == 0 || running ? n : n - 1;
}

/// The sentences that fit, by rank: facts go before sections, so first roles and lists, then dates, then a clause's words around a reason, then names, then all but a unit's first sentence.
void Composer::fillBox(const std::vector<Unit>& units)
{
    const auto limit = limitOf(m_request.length);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < units.size(); ++i)
        if (units[i].rank > 0)
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return units[a].rank < units[b].rank; });
    const auto said = [&](const Unit& unit) {
        // ids that another sentence shows already
        const auto fact = scene({}).resolve(unit.place.substr(4));
        const auto list = items(fact->type().type, valueIn(fact->value, m_request.language));
        return !list.empty() && std::all_of(list.begin(), list.end(), [&](const std::string& id) {
            return std::any_of(m_letter.paragraphs.begin(), m_letter.paragraphs.end(), [&](const appeal::Paragraph& p) { return p.place != unit.place && p.text.find(id) != std::string::npos; });
        });
    };
    std::vector<bool> best;
    std::size_t bestCount = 0;
    int bestThrift = 0;
    for (int thrift = 0; thrift <= kFirstOnly; ++thrift) {
        std::vector<bool> take(units.size());
        for (std::size_t i = 0; i < units.size(); ++i)
            take[i] = units[i].rank == 0;
        writeUnits(units, take, thrift);
        if (sizeNow() > limit)
            continue;
        std::size_t count = 1;
        for (const auto i : order) {
            take[i] = true;
            writeUnits(units, take, thrift);
            if (sizeNow() > limit)
                take[i] = false;
            else if (units[i].rank < kSecondary)
                count += units[i].rank == kIds ? 3 : units[i].rank == kSecondReason ? 2 : 1;
        }
        if (count > bestCount) {
            best = take;
            bestCount = count;
            bestThrift = thrift;
        }
        // names stand where there is room for them; a unit is cut to its first sentence only where nothing else fits
        if (bestCount > 0 && (thrift == kNameless || (thrift == kBare && m_request.length == appeal::Length::Thousand)))
            break;
    }
    if (best.empty()) {
        // not even a sentence for each section: the last ones go, then the words of what is left
        bestThrift = kFirstOnly;
        best.assign(units.size(), false);
        for (std::size_t i = 0; i < units.size(); ++i)
            best[i] = units[i].rank == 0;
        writeUnits(units, best, bestThrift);
        for (const bool whole : {false, true})
            for (std::size_t i = units.size(); i-- > 1 && sizeNow() > limit;) {
                // what other causes say first: each section keeps a sentence as long as it can
                bool only = true;
                for (std::size_t j = 0; j < i; ++j)
                    only = only && !(best[j] && units[j].section == units[i].section);
                if (best[i] && (whole || !only)) {
                    best[i] = false;
                    writeUnits(units, best, bestThrift);
                }
            }
    } else {
        // ids stand once
        writeUnits(units, best, bestThrift);
        for (std::size_t i = 0; i < units.size(); ++i)
            if (best[i] && units[i].place.starts_with("ids:") && said(units[i]))
                best[i] = false;
    }
    writeUnits(units, best, bestThrift);
    if (const auto size = sizeNow(); size > limit && !m_letter.paragraphs.empty()) {
        auto& longest = *std::max_element(m_letter.paragraphs.begin(), m_letter.paragraphs.end(), [](const auto& a, const auto& b) { return a.text.size() < b.text.size(); });
        auto chars = text::codePoints(longest.text);
        const auto goal = chars > size - limit ? chars - (size - limit) : 0;
        while (chars > goal && !longest.text.empty()) {
            while (longest.text.size() > 1 && (static_cast<unsigned char>(longest.text.back()) & 0xC0u) == 0x80u)
                longest.text.pop_back();
            longest.text.pop_back();
            --chars;
        }
        if (const auto blank = longest.text.rfind(' '); blank != longest.text.npos && blank * 2 > longest.text.size())
            longest.text.resize(blank);
        std::erase_if(longest.gaps, [&](const appeal::Gap& g) { return g.end > longest.text.size(); });
        std::erase_if(longest.uses, [&](const appeal::Use& u) { return u.end > longest.text.size(); });
        m_letter.leftOut.push_back({longest.place, "left_out.length"});
    }
    for (std::size_t i = 0; i < units.size(); ++i)
        if (!best[i] && !units[i].place.starts_with("ids:"))
            m_letter.leftOut.push_back({units[i].place, "left_out.length"});
    if (bestThrift >= 2)
        m_letter.leftOut.push_back({"lists", "left_out.lists_counted"});
}

appeal::Letter Composer::shortened()
{
    start();
    if (!m_kind)
        return std::move(m_letter);
    const bool chat = m_request.length == appeal::Length::Chat;
    const bool subjectOnly = m_request.length == appeal::Length::Subject;
    const auto all = units(chat, subjectOnly);
    if (chat || subjectOnly)
        writeUnits(all, std::vector<bool>(all.size(), true), 0);
    else
        fillBox(all);
    const auto attachments = m_letter.attachments;
    finish();
    m_letter.attachments = attachments;
    return std::move(m_letter);
}

} // namespace letter
