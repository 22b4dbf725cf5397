#include "letter/composer.h"

#include "letter/claim.h"

#include "text/decode.h"

#include <algorithm>

namespace letter {

namespace {

/// Characters of a form's box (catalogue E; CLI.md, --length).
std::size_t limitOf(appeal::Length length)
{
    return length == appeal::Length::Thousand ? 1000 : 500;
}

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
    bool must = false;   ///< at least a sentence for each section and cause
    const appeal::Pick* pick = nullptr;
    std::string source;  ///< template
    bool first = false;  ///< only its first sentence
};

appeal::Letter Composer::shortened()
{
    start();
    if (!m_kind)
        return std::move(m_letter);
    const auto& language = m_request.language;
    const bool chat = m_request.length == appeal::Length::Chat;
    const bool subjectOnly = m_request.length == appeal::Length::Subject;

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
                units.push_back({id, {}, id, true, nullptr, fixedShort(section), true});
            continue;
        }
        if (id == "subject" || id == "salutation" || id == "signature" || id == "evidence")
            continue;
        if (const bool fixed = !fixedPhrasings(section).empty(); fixed && (id == "opening" || id == "request" || !chat)) {
            if (id == "closing" && chat)
                continue;
            units.push_back({id, {}, id, id == "opening" || (chat && id == "request"), nullptr, fixedShort(section), true});
        }
        for (const auto& cause : causeOrder()) {
            bool first = true;
            for (const auto& pick : m_draft.picks) {
                if (pick.section != id || !(pick.cause == cause || (cause.empty() && !appeal::findCause(m_case, pick.cause))))
                    continue;
                if (auto source = pickShort(pick); !source.empty()) {
                    units.push_back({id, cause, pick.id, first, &pick, std::move(source), false});
                    first = false;
                }
            }
        }
    }
    // a kind without a subject of its own is told apart by its opening
    if (subjectOnly && units.empty())
        if (const auto* opening = m_kind->section("opening"))
            units.push_back({"opening", {}, "opening", true, nullptr, fixedShort(*opening), true});
    if (chat) {
        // three sentences: what happened, why, what is asked
        std::vector<Unit> three;
        for (const char* wanted : {"opening", "root_cause", "grounds", "answers", "evidence", "corrective", "request"})
            for (const auto& unit : units)
                if (unit.section == wanted && three.size() < 3 && std::none_of(three.begin(), three.end(), [&](const Unit& u) { return u.section == unit.section; })) {
                    three.push_back(unit);
                    three.back().first = true;
                    break;
                }
        units = std::move(three);
        for (auto& unit : units)
            unit.must = true;
    }

    const auto write = [&](const std::vector<bool>& take, int thrift) {
        m_letter.paragraphs.clear();
        Printer fresh(m_case, m_catalogue, language);
        fresh.plainPersons = thrift >= 1;
        fresh.longestList = thrift >= 2 ? 1 : thrift >= 1 ? 3 : 0;
        fresh.shortDates = thrift >= 3 || m_request.length == appeal::Length::FiveHundred;
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
                at.record = unit.pick->prints.empty() ? nullptr : appeal::findRecord(m_case, unit.pick->prints);
            }
            fresh.beginSection(unit.section);
            auto printed = fresh.print(unit.source, at);
            if (unit.first || thrift >= 4) {
                printed.text = firstSentence(printed.text);
                std::erase_if(printed.gaps, [&](const appeal::Gap& g) { return g.end > printed.text.size(); });
                std::erase_if(printed.uses, [&](const appeal::Use& u) { return u.end > printed.text.size(); });
            }
            if (printed.text.empty())
                continue;
            appeal::Paragraph p;
            p.kind = unit.pick ? appeal::Paragraph::Kind::Pick : appeal::Paragraph::Kind::Fixed;
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
        if (chat || subjectOnly)
            return;
        // the ids that the reader needs to find the case, the range of attachments, and where to reach the seller
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
        const auto count = m_letter.attachments.size();
        if (count > 0) {
            const auto words = m_catalogue.say(count == 1 ? "letter.attachment_one" : "letter.attachment_range", language, {{"count", std::to_string(count)}});
            if (words.rfind("letter.", 0) != 0)
                add("attachments", words);
        }
        add("contact", language == "zh" ? "{{contact_name}}，{{contact_phone}}。" : "{{contact_name}}, {{contact_phone}}.");
    };
    const auto size = [&] {
        std::size_t n = 0;
        for (const auto& p : m_letter.paragraphs)
            n += text::codePoints(p.text) + 1;
        return n == 0 ? 0 : n - 1;
    };

    std::vector<bool> take(units.size());
    for (std::size_t i = 0; i < units.size(); ++i)
        take[i] = units[i].must;
    if (chat || subjectOnly) {
        write(take, 0);
    } else {
        // facts go before sections: first roles and lists, then dates, then all but a unit's first sentence
        int thrift = 0;
        write(take, thrift);
        while (size() > limitOf(m_request.length) && thrift < 4)
            write(take, ++thrift);
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (take[i])
                continue;
            take[i] = true;
            write(take, thrift);
            if (size() > limitOf(m_request.length))
                take[i] = false;
        }
        write(take, thrift);
        for (std::size_t i = 0; i < units.size(); ++i)
            if (!take[i])
                m_letter.leftOut.push_back({units[i].place, "left_out.length"});
        if (thrift >= 2)
            m_letter.leftOut.push_back({"lists", "left_out.lists_counted"});
    }
    const auto attachments = m_letter.attachments;
    finish();
    m_letter.attachments = attachments;
    return std::move(m_letter);
}

} // namespace letter
