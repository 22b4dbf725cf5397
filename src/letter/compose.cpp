#include "letter/composer.h"

#include "letter/claim.h"
#include "letter/value_text.h"

#include <algorithm>
#include <unordered_set>

namespace letter {

namespace {

bool contains(const std::vector<std::string>& list, std::string_view what)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

const std::string& nth(const library::Phrasings& phrasings, const appeal::Language& language, int variant)
{
    static const std::string none;
    const auto it = phrasings.find(language);
    if (it == phrasings.end() || it->second.empty())
        return none;
    return it->second[std::size_t(variant) % it->second.size()];
}

/// Groups whose records are counted through a section: "1. ", "2. ".
bool numbered(const std::string& section, const std::string& group)
{
    if (section == "corrective" || section == "preventive")
        return group == "deeds" || group == "changes" || group == "measures" || group == "contacts" || group == "offers";
    if (section == "answers")
        return group == "answers";
    return section == "grounds";
}

std::string lettered(std::size_t index, const appeal::Language& language)
{
    return language == "zh" ? "（" + std::to_string(index + 1) + "）" : std::string(1, char('a' + index % 26)) + ") ";
}

} // namespace

Composer::Composer(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Catalogue& catalogue, const library::Clauses& clauses, const Request& request,
    appeal::Date today, Templates* templates)
    : m_case(c), m_draft(draft), m_catalogue(catalogue), m_clauses(clauses), m_request(request), m_today(today), m_kind(catalogue.letter(draft.kind)), m_records(c), m_printer(c, catalogue, request.language, templates)
{
}

Scene Composer::scene(const std::string& cause) const
{
    Scene out{m_case, m_draft, m_catalogue, m_today, m_kind, cause};
    out.records = &m_records;
    return out;
}

std::string Composer::fixedSource(const std::string& place, const library::Phrasings& phrasings, bool* edited) const
{
    if (const auto own = m_draft.fixed.find(place); own != m_draft.fixed.end())
        if (const auto it = own->second.find(m_request.language); it != own->second.end()) {
            if (edited)
                *edited = true;
            return it->second;
        }
    const auto variant = m_draft.variants.find(place);
    return withDerived(nth(phrasings, m_request.language, variant == m_draft.variants.end() ? 0 : variant->second));
}

std::string Composer::derived(std::string_view name) const
{
    const auto& language = m_request.language;
    if (name == "issues") {
        std::vector<std::string> parts;
        for (const auto& cause : m_case.causes) {
            const auto* known = m_catalogue.cause(cause.id);
            // what the seller alone brings forward (orders that look like abuse) is no issue of the notice
            if (!known || (known->family == "other" && m_case.causes.size() > 1) || cause.route == appeal::Route::Quiz || !library::wholeOf(m_case, m_catalogue, cause.id).empty())
                continue;
            auto title = titleOf(m_case, m_catalogue, *known, language);
            parts.push_back((known->family == "performance" && language != "zh" ? "{{our}} " : "") + std::move(title));
        }
        return joined(parts, language);
    }
    const auto marketplace = appeal::caseFact(m_case, "marketplace");
    for (const auto& action : m_case.actions) {
        const auto* named = m_catalogue.named("actions", action);
        if (!named)
            continue;
        const auto phrases = named->phrases.find(name == "decision" ? "did" : "ask");
        if (phrases == named->phrases.end())
            continue;
        const auto list = phrases->second.find(language);
        if (list == phrases->second.end())
            continue;
        for (const auto& entry : list->second) {
            auto text = entry;
            if (const auto colon = text.find(':'); colon != text.npos && colon < 10 && text.find(' ') > colon) {
                if (text.substr(0, colon) != marketplace)
                    continue;
                text.erase(0, colon + 1);
            }
            const auto slots = slotsOf(text);
            const bool filled = std::all_of(slots.begin(), slots.end(), [&](const std::string& slot) {
                const auto fact = scene({}).resolve(slot);
                return !fact || !valueIn(fact->value, language).empty();
            });
            if (filled)
                return text;
        }
        break; // the main action decides
    }
    return {};
}

/// "you removed A and B; we ask you to restore them": products that @p before names already, up to @p at, are not told again.
std::string Composer::againAsPronoun(const std::string& before, std::size_t at, const std::string& text) const
{
    constexpr std::string_view asins = "{{asins}}";
    const bool zh = m_request.language == "zh";
    auto head = before.substr(0, at);
    // an alternative ("|| …") is read only where the sentences before it fell: what they name is not said
    if (const auto bars = head.rfind("|| "); bars != head.npos && head.find(". ", bars) == head.npos) {
        auto chain = bars;
        do {
            const auto stop = chain < 3 ? head.npos : head.rfind(". ", chain - 3);
            chain = stop == head.npos ? 0 : stop + 2;
        } while (chain > 0 && head.compare(chain, 3, "|| ") == 0);
        head = head.substr(0, chain) + head.substr(bars + 3);
    }
    // "You deactivated our seller-fulfilled offers. We ask you to reactivate them."
    if (const auto own = text.find(" {{our}} "); !zh && own != text.npos && own == text.find(' ')) {
        const auto noun = text.substr(own + 9);
        const auto there = head.rfind(' ' + noun);
        const bool sentenceBefore = there != head.npos && head.find(". ", there) != head.npos;
        return sentenceBefore ? text.substr(0, own) + (noun.ends_with('s') ? " them" : " it") : text;
    }
    const bool named = head.find(asins) != head.npos || head.find("{{asked_for}}") != head.npos;
    const auto sentence = head.rfind(". ");
    const bool otherIt = head.find(" it ", sentence == head.npos ? 0 : sentence) != head.npos;
    const auto verb = text.size() - std::min(text.size(), asins.size());
    if (!named || otherIt || !text.ends_with(asins) || text.find(' ') + 1 < verb || (head.find("{{asked_for}}") != head.npos && derived("asked_for").find(asins) == std::string::npos))
        return text;
    return text.substr(0, verb) + (zh ? "{{asins|该商品|上述商品}}" : "{{asins|it|them}}");
}

std::string Composer::withDerived(const std::string& source) const
{
    auto out = source;
    for (const char* name : {"issues", "decision", "asked_for"}) {
        const auto slot = "{{" + std::string(name) + "}}";
        if (out.find(slot) == out.npos || m_case.facts.count({appeal::Scope::Letter, m_draft.id, name}) != 0)
            continue;
        const auto text = derived(name);
        if (text.empty())
            continue;
        for (auto at = out.find(slot); at != out.npos; at = out.find(slot, at + 1)) {
            const auto placed = againAsPronoun(out, at, text);
            out.replace(at, slot.size(), placed);
            at += placed.size() - 1;
        }
    }
    return out;
}

const library::Phrasings& Composer::fixedPhrasings(const library::KindSection& section) const
{
    static const library::Phrasings none;
    if (!section.text.empty())
        return section.text;
    const auto* general = m_catalogue.section(section.id);
    return general ? general->text : none;
}

std::string Composer::pickSource(const appeal::Pick& pick, const library::Clause* clause) const
{
    if (const auto own = pick.wording.find(m_request.language); own != pick.wording.end())
        return own->second;
    if (clause)
        return clause->phrasing(m_request.language, pick.variant);
    if (const auto* record = m_records.find(pick.prints))
        if (const auto* group = m_catalogue.group(record->group))
            return nth(group->print, m_request.language, pick.variant);
    return {};
}

bool Composer::outdated(const appeal::Pick& pick) const
{
    const appeal::Language other = m_request.language == "zh" ? "en" : "zh";
    const bool mine = pick.wording.count(m_request.language) != 0;
    const auto theirs = pick.wording.find(other);
    if (!mine)
        return theirs != pick.wording.end();
    const auto then = pick.otherAt.find(m_request.language);
    return theirs != pick.wording.end() && then != pick.otherAt.end() && then->second != theirs->second;
}

appeal::Paragraph Composer::paragraph(appeal::Paragraph::Kind kind, const std::string& section, const std::string& cause, const std::string& place, const std::string& source, const Scene& scene)
{
    appeal::Paragraph p;
    p.kind = kind;
    p.section = section;
    p.cause = cause;
    p.place = place;
    p.source = source;
    auto printed = m_printer.print(source, scene);
    p.text = std::move(printed.text);
    p.gaps = std::move(printed.gaps);
    p.uses = std::move(printed.uses);
    return p;
}

void Composer::addUnsaid(appeal::Paragraph& p, const Scene& scene)
{
    const Printer::Printed printed{p.text, {}, p.uses};
    // what was given for the clause itself, and this phrasing does not say
    if (scene.clause && scene.pick && !p.edited)
        for (const auto& slot : scene.clause->slots) {
            const auto it = m_case.facts.find({appeal::Scope::Pick, scene.pick->id, slot.name});
            const auto given = it == m_case.facts.end() ? std::string{} : valueIn(it->second.value, m_request.language);
            if (!given.empty() && given != "0"
                && std::none_of(p.uses.begin(), p.uses.end(), [&](const appeal::Use& use) { return use.slot == "." + slot.name; }))
                m_letter.leftOut.push_back({library::in(slot.label, m_request.language), "left_out.other_phrasing"});
        }
    for (const auto& member : m_printer.unsaid(printed, scene)) {
        const auto* field = m_catalogue.group(scene.record->group)->member(member);
        // the sentence and the list of attachments show what kind of paper it is
        if ((member == "kind" && field->type == "choice") || member == "topic")
            continue;
        const auto sentence = field->sentence.find(m_request.language);
        auto more = sentence == field->sentence.end() ? Printer::Printed{} : m_printer.print(sentence->second, scene);
        if (more.text.empty() || p.edited) {
            m_letter.leftOut.push_back({m_records.memberName(*scene.record, member), p.edited ? "left_out.own_wording" : "left_out.no_sentence"});
            continue;
        }
        if (m_request.language != "zh")
            p.text += ' ';
        const auto shift = p.text.size();
        p.text += more.text;
        for (auto use : more.uses)
            p.uses.push_back({use.slot, use.start + shift, use.end + shift});
    }
}

/// "Packing: the crates were …": the word that the seller gave for the point stands before it.
void Composer::addTopic(appeal::Paragraph& p, const Scene& scene)
{
    // a clause has words of its own for the point
    if (!scene.record || scene.clause || p.text.empty() || p.edited || std::any_of(p.uses.begin(), p.uses.end(), [](const appeal::Use& use) { return use.slot == ".topic"; }))
        return;
    const auto it = scene.record->fields.find("topic");
    const auto topic = it == scene.record->fields.end() ? std::string{} : valueIn(it->second, m_request.language);
    if (topic.empty())
        return;
    // a name or a figure that opens the sentence keeps its form; words do not
    const bool named = std::any_of(p.uses.begin(), p.uses.end(), [&](const appeal::Use& use) {
        if (use.start != 0 || !use.slot.starts_with('.'))
            return use.start == 0;
        const auto name = use.slot.substr(1);
        const auto* group = m_catalogue.group(scene.record->group);
        const auto* field = group ? group->member(name) : nullptr;
        const auto value = scene.record->fields.find(name);
        return !field || field->type != "longtext" || value == scene.record->fields.end() || p.text.starts_with(valueIn(value->second, m_request.language));
    });
    const auto head = topic + (m_request.language == "zh" ? "：" : ": ");
    p.text = head + (named ? p.text : lowered(p.text, m_request.language));
    for (auto& use : p.uses) {
        use.start += head.size();
        use.end += head.size();
    }
    for (auto& gap : p.gaps) {
        gap.start += head.size();
        gap.end += head.size();
    }
    p.uses.insert(p.uses.begin(), {".topic", 0, topic.size()});
}

std::optional<appeal::Paragraph> Composer::pickParagraph(const appeal::Pick& pick)
{
    const auto* clause = pick.clause.empty() ? nullptr : library::find(m_clauses, pick.clause);
    if (!pick.clause.empty() && !clause && pick.wording.count(m_request.language) == 0) {
        m_letter.leftOut.push_back({pick.clause, "left_out.clause_gone"});
        return {};
    }
    auto at = scene(pick.cause);
    at.pick = &pick;
    at.clause = clause;
    at.record = pick.prints.empty() ? nullptr : m_records.find(pick.prints);
    auto p = paragraph(appeal::Paragraph::Kind::Pick, pick.section, pick.cause, pick.id, pickSource(pick, clause), at);
    p.pick = pick.id;
    p.clause = pick.clause;
    p.variant = pick.variant;
    p.state = stateOf(m_case, m_draft, pick, clause);
    p.edited = pick.wording.count(m_request.language) != 0;
    p.outdated = outdated(pick);
    addUnsaid(p, at);
    addTopic(p, at);
    if (p.text.empty()) {
        m_letter.leftOut.push_back({pick.id, "left_out.nothing_filled"});
        return {};
    }
    return p;
}

std::vector<std::string> Composer::causeOrder() const
{
    std::vector<std::string> out;
    for (const auto& cause : m_case.causes)
        out.push_back(cause.id);
    out.emplace_back(); // what belongs to no cause
    return out;
}

bool Composer::manyCauses(const std::string& section) const
{
    std::set<std::string> seen;
    for (const auto& pick : m_draft.picks)
        if (pick.section == section && !pick.cause.empty())
            seen.insert(pick.cause);
    return seen.size() > 1;
}

/// Does each order, or each product, of the cause stand with one of its root causes?
bool Composer::placed(const std::string& cause, const std::string& name) const
{
    const auto named = scene(cause).resolve("cause." + name);
    const auto* type = name == "asins" ? "asin_list" : "order_list";
    const auto* member = name == "asins" ? "explains_asins" : "explains_orders";
    const auto wanted = items(type, named ? valueIn(named->value, m_request.language) : std::string{});
    std::set<std::string> there;
    for (const auto& pick : m_draft.picks)
        if (const auto* record = appeal::findRecord(m_case, pick.prints); record && pick.section == "root_cause" && pick.cause == cause)
            if (const auto it = record->fields.find(member); it != record->fields.end())
                for (auto& id : items(type, appeal::anyOf(it->second)))
                    there.insert(std::move(id));
    return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const std::string& id) { return there.count(id) != 0; });
}

void Composer::lead(const std::string& section, const std::string& cause, std::vector<appeal::Paragraph>& out)
{
    const auto* known = m_catalogue.cause(cause);
    const auto* chosen = appeal::findCause(m_case, cause);
    const bool several = manyCauses(section);
    const bool used = std::any_of(m_draft.picks.begin(), m_draft.picks.end(), [&](const appeal::Pick& p) { return p.section == section && p.cause == cause; });
    std::optional<appeal::Paragraph> made;
    const auto place = "lead:" + section + ":" + cause;
    if (known && chosen && chosen->route && library::routeOf(section) == chosen->route && library::wholeOf(m_case, m_catalogue, cause).empty())
        if (const auto it = known->leads.find(section); it != known->leads.end()) {
            bool edited = false;
            const auto source = fixedSource(place, it->second, &edited);
            // a sentence that only names what the opening has named says nothing
            auto told = m_said;
            for (const char* name : {"order_ids", "asins"}) // each stands with the reason that explains it
                if (section == "root_cause" && placed(cause, name))
                    told.insert(name);
            m_printer.said = edited ? nullptr : &told;
            made = paragraph(appeal::Paragraph::Kind::Lead, section, cause, place, source, scene(cause));
            m_printer.said = nullptr;
            made->edited = edited;
            if (made->text.empty())
                made.reset();
        }
    const bool named = made && std::any_of(made->uses.begin(), made->uses.end(), [](const appeal::Use& use) { return use.slot == "cause.title"; });
    if (several && used && !named)
        out.push_back(paragraph(appeal::Paragraph::Kind::SubHeading, section, cause, "part:" + section + ":" + cause, "{{cause.title}}", scene(cause)));
    if (made)
        out.push_back(std::move(*made));
}

void Composer::picks(const std::string& section, std::vector<appeal::Paragraph>& out)
{
    std::size_t count = 0;
    for (const auto& pick : m_draft.picks)
        if (pick.section == section) {
            const auto* record = m_records.find(pick.prints);
            count += numbered(section, record ? record->group : "");
        }
    for (const auto& cause : causeOrder()) {
        if (!cause.empty())
            lead(section, cause, out);
        std::vector<std::size_t> rootCauses;
        for (const auto& pick : m_draft.picks) {
            // a pick of a cause that was removed stands with those of none
            const bool here = pick.cause == cause || (cause.empty() && !appeal::findCause(m_case, pick.cause));
            if (pick.section != section || !here)
                continue;
            auto p = pickParagraph(pick);
            if (!p)
                continue;
            const auto* record = m_records.find(pick.prints);
            if (section == "evidence" && pick.clause.empty() && !p->edited && record && listSays(*record))
                continue;
            if (numbered(section, record ? record->group : "") && count > 1)
                p->marker = std::to_string(++m_number) + ". ";
            out.push_back(std::move(*p));
            if (section == "root_cause" && record && record->group == "root_causes")
                rootCauses.push_back(out.size() - 1);
        }
        if (rootCauses.size() > 1)
            for (std::size_t i = 0; i < rootCauses.size(); ++i)
                out[rootCauses[i]].marker = lettered(i, m_request.language);
    }
}

bool Composer::said(const std::string& text) const
{
    if (text.empty())
        return false;
    return std::any_of(m_letter.paragraphs.begin(), m_letter.paragraphs.end(), [&](const appeal::Paragraph& p) {
        // as a sentence of its own, not as the tail of a longer one
        for (auto at = p.text.find(text); at != std::string::npos; at = p.text.find(text, at + 1)) {
            const auto before = std::string_view(p.text).substr(0, at);
            if (before.empty() || before.ends_with(". ") || before.ends_with('\n') || before.ends_with("。"))
                return true;
        }
        return false;
    });
}

void Composer::addSection(const library::KindSection& section)
{
    m_printer.beginSection(section.id);
    m_number = 0;
    std::vector<appeal::Paragraph> body;
    const auto& phrasings = fixedPhrasings(section);
    if (!phrasings.empty()) {
        bool edited = false;
        const auto source = fixedSource(section.id, phrasings, &edited);
        auto p = paragraph(appeal::Paragraph::Kind::Fixed, section.id, {}, section.id, source, scene({}));
        p.edited = edited;
        // no sentence stands twice: a request in the opening's words takes another phrasing
        if (const auto all = phrasings.find(m_request.language); !edited && section.id == "request" && all != phrasings.end())
            for (std::size_t i = 0; i < all->second.size() && said(p.text); ++i)
                p = paragraph(appeal::Paragraph::Kind::Fixed, section.id, {}, section.id, withDerived(all->second[i]), scene({}));
        for (const auto& use : p.uses)
            m_said.insert(use.slot);
        if (section.id == "subject")
            p.marker = m_catalogue.say("letter.subject", m_request.language);
        if (!p.text.empty())
            body.push_back(std::move(p));
    }
    picks(section.id, body);
    const auto heading = [&](const std::string& place, const std::string& words) {
        if (!words.empty())
            m_letter.paragraphs.push_back(paragraph(appeal::Paragraph::Kind::Heading, section.id, {}, "heading:" + place, words, scene({})));
    };
    const auto* general = m_catalogue.section(section.id);
    if (section.id == "evidence") {
        invoicesTotal(body);
        // what the papers say; the list of them follows, behind answers that may cite more
        if (!body.empty())
            heading("papers", m_catalogue.say("letter.papers", m_request.language));
    } else if (!body.empty() && general) {
        heading(section.id, library::in(general->heading, m_request.language));
    }
    std::move(body.begin(), body.end(), std::back_inserter(m_letter.paragraphs));
}

/// Several invoices with their units: what they come to, so that the reader need not add up.
void Composer::invoicesTotal(std::vector<appeal::Paragraph>& out)
{
    long long units = 0;
    int count = 0;
    for (const auto& pick : m_draft.picks) {
        const auto* record = appeal::findRecord(m_case, pick.prints);
        if (!record || record->group != "invoices" || pick.section != "evidence")
            continue;
        const auto covered = record->fields.find("covers_units");
        const auto number = covered == record->fields.end() ? std::string{} : appeal::anyOf(covered->second);
        if (number.empty() || number.size() > 9 || number.find_first_not_of("0123456789") != number.npos)
            return; // one without a count, and the sum would mislead
        units += std::stoll(number);
        ++count;
    }
    if (count < 2)
        return;
    library::Field field;
    field.type = "number";
    auto at = out.end();
    for (auto it = out.begin(); it != out.end(); ++it)
        if (const auto* pick = appeal::findPick(m_draft, it->pick))
            if (const auto* record = appeal::findRecord(m_case, pick->prints); record && record->group == "invoices")
                at = it + 1;
    const auto text = m_catalogue.say("letter.invoices_total", m_request.language, {{"count", std::to_string(count)}, {"units", shown(field, std::to_string(units), m_request.language)}});
    out.insert(at, paragraph(appeal::Paragraph::Kind::Lead, "evidence", {}, "total:invoices", text, scene({})));
}

void Composer::finish()
{
    if (m_letter.attachments.empty()) {
        m_letter.attachments = m_printer.attachments(false);
        describeAttachments();
    }
    std::unordered_set<std::string_view> missing;
    for (const auto& p : m_letter.paragraphs)
        for (const auto& gap : p.gaps)
            if (missing.insert(gap.fact).second)
                m_letter.missing.push_back(gap.fact);
    // what the kind requires and no sentence shows is missing all the same
    if (m_kind)
        for (const auto& name : m_kind->required)
            if (const auto fact = scene({}).resolve(name); fact && valueIn(fact->value, m_request.language).empty() && !contains(m_letter.missing, name))
                m_letter.missing.push_back(name);
    // a record that no place prints is told, never lost
    std::unordered_set<std::string_view> prints;
    for (const auto& pick : m_draft.picks)
        prints.insert(pick.prints);
    for (const auto& record : m_case.records) {
        const bool printed = prints.count(record.id) != 0;
        const bool empty = std::all_of(record.fields.begin(), record.fields.end(), [](const auto& f) { return appeal::anyOf(f.second).empty(); });
        if (!printed && !empty) {
            auto name = m_records.memberName(record, "");
            name.pop_back();
            m_letter.leftOut.push_back({std::move(name), "left_out.not_in_letter"});
        }
    }
}

appeal::Letter Composer::full()
{
    start();
    bool listDue = false;
    static const std::vector<library::KindSection> none;
    for (const auto& section : m_kind ? m_kind->sections : none) {
        if (listDue && section.id != "answers") {
            addAttachments();
            listDue = false;
        }
        addSection(section);
        listDue = listDue || section.id == "evidence";
    }
    if (listDue)
        addAttachments();
    finish();
    return std::move(m_letter);
}

void Composer::start()
{
    m_letter = {};
    m_letter.id = m_draft.id;
    m_letter.kind = m_draft.kind;
    m_letter.language = m_request.language;
    m_letter.length = m_request.length;
}

/// A sent letter: one paragraph that holds its text to the byte.
static appeal::Letter frozenLetter(const appeal::LetterDraft& draft, const appeal::Language& language, const std::string& text)
{
    appeal::Letter letter;
    letter.id = draft.id;
    letter.kind = draft.kind;
    letter.language = language;
    appeal::Paragraph p;
    p.place = "sent";
    p.section = "sent";
    p.text = text;
    letter.paragraphs.push_back(std::move(p));
    return letter;
}

appeal::Letter compose(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Catalogue& catalogue, const library::Clauses& clauses, const Request& request, appeal::Date today,
    Templates* templates)
{
    // what was sent is told as it was sent, whatever the case says by now
    if (!draft.sent.empty() && request.length == appeal::Length::Full)
        for (const auto& event : c.events)
            if (event.id == draft.sent) {
                const auto other = event.texts.find(request.language);
                const std::string* frozen = draft.language == request.language ? event.text.get() : other == event.texts.end() ? nullptr : &other->second;
                if (frozen)
                    return frozenLetter(draft, request.language, *frozen);
            }
    Composer composer(c, draft, catalogue, clauses, request, today, templates);
    return request.length == appeal::Length::Full ? composer.full() : composer.shortened();
}

} // namespace letter
