#include "letter/resolve.h"

#include "text/decode.h"

#include <algorithm>
#include <cctype>

namespace letter {

namespace {

/// A letter kind of several marketplaces names the team of one: the others have their own.
bool contains(const std::vector<library::Words>& teams, const library::Words& team)
{
    return std::find(teams.begin(), teams.end(), team) != teams.end();
}

bool contains(const std::vector<std::string>& list, std::string_view what)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

library::Field fieldOf(std::string type)
{
    library::Field field;
    field.type = std::move(type);
    return field;
}

/// "odr_value", "lsr_10_value", "odr_fba_defects" -> the figure it speaks of. nullptr: none in the case.
const appeal::Figure* figureOf(const appeal::Case& c, const library::Catalogue& catalogue, std::string_view name, std::string& member)
{
    const library::Metric* metric = nullptr;
    for (const auto& m : catalogue.metrics)
        if (name.size() > m.id.size() && name.substr(0, m.id.size()) == m.id && name[m.id.size()] == '_' && (!metric || m.id.size() > metric->id.size()))
            metric = &m;
    if (!metric)
        return nullptr;
    auto rest = name.substr(metric->id.size() + 1);
    std::string channel;
    std::optional<int> window;
    for (auto bar = rest.find('_'); bar != rest.npos; bar = rest.find('_')) {
        const auto part = rest.substr(0, bar);
        if (part == "fba" || part == "self")
            channel = std::string(part);
        else if (std::all_of(part.begin(), part.end(), [](char ch) { return ch >= '0' && ch <= '9'; }))
            window = std::stoi(std::string(part));
        else
            return nullptr;
        rest.remove_prefix(bar + 1);
    }
    member = std::string(rest);
    const appeal::Figure* best = nullptr;
    for (const auto& figure : c.figures) {
        if (figure.metric != metric->id || (window && figure.window != window) || (!channel.empty() && figure.channel != channel))
            continue;
        // without a channel the notice's own figure counts, else self-shipped (catalogue, Figures)
        const auto rank = [](const appeal::Figure& f) { return f.source == appeal::Source::Notice ? 0 : f.channel == "fba" ? 2 : 1; };
        if (!best || rank(figure) < rank(*best))
            best = &figure;
    }
    return best;
}

std::string figureMember(const appeal::Figure& figure, std::string_view member)
{
    if (member == "value")
        return figure.value;
    if (member == "target")
        return figure.target;
    if (member == "defects")
        return figure.numerator ? std::to_string(*figure.numerator) : "";
    if (member == "orders")
        return figure.denominator ? std::to_string(*figure.denominator) : "";
    if (member == "from")
        return figure.from ? appeal::isoDate(*figure.from) : "";
    if (member == "to")
        return figure.to ? appeal::isoDate(*figure.to) : "";
    return {};
}

/// The standing event of its class last in time; nullptr when there is none.
const appeal::Event* lastOf(const appeal::Case& c, std::string_view what, std::string_view cls = {})
{
    const auto all = appeal::standing(c, what);
    for (auto it = all.rbegin(); it != all.rend(); ++it)
        if (cls.empty() || (*it)->replyClass == cls)
            return *it;
    return nullptr;
}

/// Case facts that come from what was recorded (catalogue, Shared facts).
std::optional<appeal::Date> recorded(const appeal::Case& c, std::string_view name)
{
    if (name == "appeal_sent_date") {
        const auto all = appeal::standing(c, "submission");
        for (auto it = all.rbegin(); it != all.rend(); ++it)
            if ((*it)->letterKind != "status_request")
                return (*it)->on;
    }
    if (name == "reply_date")
        if (const auto* event = lastOf(c, "reply"))
            return event->on;
    if (name == "approval_date")
        if (const auto* event = lastOf(c, "reply", "reinstated"))
            return event->on;
    return {};
}

/// The team that signs the notice: the last one named in it. nullptr: none of @p teams.
const library::Words* signingTeam(const appeal::Case& c, const std::vector<library::Words>& teams)
{
    const library::Words* best = nullptr;
    std::size_t end = 0;
    for (const auto& document : c.documents) {
        if (document.kind != "notice")
            continue;
        for (const auto& team : teams)
            for (const auto& [language, words] : team)
                if (const auto at = words.empty() ? std::string::npos : document.text.rfind(words); at != std::string::npos && at + words.size() > end) {
                    end = at + words.size();
                    best = &team;
                }
    }
    return best;
}

/// A team that no list knows, as it signs the notice: a line of its own near the end, "Notice Team". Empty: none does.
std::string signature(const appeal::Case& c)
{
    std::string last;
    for (const auto& document : c.documents) {
        if (document.kind != "notice")
            continue;
        std::string_view text = document.text;
        for (int lines = 0; lines < 6 && !text.empty();) {
            const auto start = text.rfind('\n', text.size() - 1);
            auto line = text.substr(start == text.npos ? 0 : start + 1);
            text = text.substr(0, start == text.npos ? 0 : start);
            while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == ','))
                line.remove_suffix(1);
            while (!line.empty() && line.front() == ' ')
                line.remove_prefix(1);
            if (line.empty())
                continue;
            ++lines;
            if (line.starts_with("The "))
                line.remove_prefix(4);
            const auto words = std::count(line.begin(), line.end(), ' ') + 1;
            bool name = line.ends_with(" Team") && words <= 5;
            for (std::size_t i = 0; i < line.size() && name; ++i) {
                const auto ch = static_cast<unsigned char>(line[i]);
                const bool opens = i == 0 || line[i - 1] == ' ';
                const bool small = line.substr(i).starts_with("and ") || line.substr(i).starts_with("of ");
                name = opens ? std::isupper(ch) || ch == '&' || small : std::isalpha(ch) || ch == ' ' || ch == '-';
            }
            if (name) {
                last = std::string(line);
                break;
            }
        }
    }
    return last;
}

std::string day(const appeal::Date& d) { return appeal::isoDate(d); }

} // namespace

std::string valueIn(const appeal::Value& value, const appeal::Language& language)
{
    if (const auto it = value.find(language); it != value.end() && !it->second.empty())
        return it->second;
    if (const auto it = value.find(""); it != value.end() && !it->second.empty())
        return language == "zh" || !text::hasHan(it->second) ? it->second : std::string{};
    if (language == "zh")
        if (const auto it = value.find("en"); it != value.end())
            return it->second;
    return {};
}

std::string titleOf(const appeal::Case& c, const library::Catalogue& catalogue, const library::Cause& cause, const appeal::Language& language)
{
    auto title = library::in(cause.title, language);
    if (const auto* place = catalogue.marketplace(appeal::caseFact(c, "marketplace")))
        if (const auto* store = place->store(appeal::caseFact(c, "store")))
            if (const auto it = store->terms.find(title); it != store->terms.end())
                title = it->second;
    return title;
}

namespace {

std::string nameOf(const appeal::Record& record, int number, std::string_view member)
{
    auto out = record.group + "." + std::to_string(number) + ".";
    return out.append(member);
}

} // namespace

std::string memberName(const appeal::Case& c, const appeal::Record& record, std::string_view member)
{
    int number = 0;
    for (const auto& other : c.records)
        if (other.group == record.group) {
            ++number;
            if (other.id == record.id)
                break;
        }
    return nameOf(record, number, member);
}

RecordIndex::RecordIndex(const appeal::Case& c)
{
    std::map<std::string_view, int> counts;
    m_rows.reserve(c.records.size());
    for (const auto& record : c.records)
        m_rows.try_emplace(record.id, Row{&record, ++counts[record.group]});
}

const appeal::Record* RecordIndex::find(std::string_view id) const
{
    const auto it = m_rows.find(id);
    return it == m_rows.end() ? nullptr : it->second.record;
}

std::string RecordIndex::memberName(const appeal::Record& record, std::string_view member) const
{
    const auto it = m_rows.find(record.id);
    return nameOf(record, it == m_rows.end() ? 0 : it->second.number, member);
}

std::string derivedMember(const appeal::Case& c, const appeal::Record& record, std::string_view member, const appeal::Language& language)
{
    const auto orders = record.fields.find("explains_orders");
    if (orders == record.fields.end())
        return {};
    const auto list = items("order_list", appeal::anyOf(orders->second));
    if (member == "explains_count")
        return list.empty() ? "" : std::to_string(list.size());
    if (member != "explains_parts")
        return {};
    struct Part { const char* metric; const char* one; const char* many; const char* zh; };
    constexpr Part parts[]{{"odr_feedback", "negative feedback", "negative feedback", "负面反馈"}, {"odr_atoz", "claim", "claims", "索赔"}, {"odr_chargeback", "chargeback", "chargebacks", "拒付"}};
    std::string out;
    for (const auto& part : parts) {
        std::size_t count = 0;
        for (const auto& figure : c.figures)
            if (figure.metric == part.metric)
                count = std::size_t(std::count_if(list.begin(), list.end(), [&](const std::string& id) { return contains(figure.orders, id); }));
        if (count == 0)
            continue;
        const auto number = std::to_string(count);
        out += (out.empty() ? "" : language == "zh" ? "、" : ", ") + (language == "zh" ? part.zh + number + "单" : number + " " + (count == 1 ? part.one : part.many));
    }
    return out;
}

std::optional<Resolved> Scene::resolve(std::string_view slot) const
{
    Resolved out;
    if (slot.substr(0, 1) == ".") {
        const auto member = std::string(slot.substr(1));
        if (record)
            if (const auto* group = catalogue.group(record->group))
                if (const auto* field = group->member(member)) {
                    out.field = field;
                    out.scope = appeal::Scope::Record;
                    out.owner = record->id;
                    out.name = records ? records->memberName(*record, member) : memberName(c, *record, member);
                    // a ground in the seller's own words may stand without a paper
                    out.required = field->required && (clause || record->group != "grounds" || field->type != "file");
                    if (kind)
                        for (const auto& [route, wants] : kind->perCause)
                            out.required = out.required || contains(wants, record->group + "." + member);
                    if (const auto it = record->fields.find(member); it != record->fields.end())
                        out.value = it->second;
                    if (out.value.empty())
                        for (const char* language : {"en", "zh"})
                            if (auto made = derivedMember(c, *record, member, language); !made.empty()) {
                                out.value[member == "explains_count" ? "" : language] = std::move(made);
                                out.source = appeal::Source::Derived;
                            }
                    return out;
                }
        if (clause && pick)
            if (const auto* field = clause->slot(member)) {
                out.field = field;
                out.scope = appeal::Scope::Pick;
                out.owner = pick->id;
                out.name = member;
                out.required = field->required;
                if (const auto it = c.facts.find({appeal::Scope::Pick, pick->id, member}); it != c.facts.end()) {
                    out.value = it->second.value;
                    out.source = it->second.source;
                }
                return out;
            }
        return {};
    }

    const auto stored = [&](appeal::Scope scope, const appeal::Id& owner, const std::string& name) {
        const auto it = c.facts.find({scope, owner, name});
        if (it == c.facts.end())
            return false;
        out.value = it->second.value;
        out.source = it->second.source;
        return true;
    };

    if (slot.substr(0, 6) == "cause.") {
        const auto name = std::string(slot.substr(6));
        const auto* known = catalogue.cause(cause);
        out.field = catalogue.fact("cause", name);
        if (!out.field && known)
            for (const auto& question : known->questions)
                if (question.name == name)
                    out.field = &question;
        if (!out.field)
            return {};
        out.scope = appeal::Scope::Cause;
        out.owner = cause;
        out.name = cause + "." + name;
        if (kind && known)
            for (const auto& [route, wants] : kind->perCause)
                if (const auto* chosen = appeal::findCause(c, cause); chosen && chosen->route && appeal::name(*chosen->route) == route)
                    out.required = contains(wants, slot);
        if (stored(appeal::Scope::Cause, cause, name))
            return out;
        if (name == "title" && known) {
            for (const auto& [language, words] : known->title)
                out.value[language] = titleOf(c, catalogue, *known, language);
            out.source = appeal::Source::Derived;
        } else if (name == "asins" || name == "order_ids" || name == "complaint_ids" || name == "policies") {
            // where the notice does not part them, the case's (catalogue, Cause facts): told once, under the first cause
            const bool parted = std::any_of(c.facts.begin(), c.facts.end(), [&](const auto& f) { return f.first.scope == appeal::Scope::Cause && f.first.name == name; });
            const auto first = std::find_if(c.causes.begin(), c.causes.end(), [&](const appeal::ChosenCause& other) { return library::wholeOf(c, catalogue, other.id).empty(); });
            if (!parted && (first == c.causes.end() || first->id == cause))
                stored(appeal::Scope::Case, {}, name);
        }
        return out;
    }

    const std::string name(slot);
    out.name = name;
    if (kind) {
        out.required = contains(kind->required, name);
        const auto own = std::find_if(kind->facts.begin(), kind->facts.end(), [&](const library::Field& f) { return f.name == name; });
        if (own != kind->facts.end()) {
            out.field = &*own;
            out.required = out.required || own->required;
        }
    }
    const auto* letterFact = out.field ? out.field : catalogue.fact("letter", name);
    if (letterFact) {
        out.field = letterFact;
        out.scope = appeal::Scope::Letter;
        out.owner = draft.id;
        if (stored(appeal::Scope::Letter, draft.id, name))
            return out;
        out.source = appeal::Source::Derived;
        if (name == "addressee" && kind) {
            auto team = kind->team;
            if (const auto* place = catalogue.marketplace(appeal::caseFact(c, "marketplace")); place && (kind->is("first_team") || !contains(place->teams, kind->team))) {
                const auto* shop = place->store(appeal::caseFact(c, "store"));
                const auto& usual = shop && !shop->team.empty() ? shop->team : place->team;
                if (const auto* signer = signingTeam(c, place->teams))
                    team = *signer;
                else if (!usual.empty())
                    team = usual;
                if (const auto own = signature(c); !own.empty() && std::none_of(place->teams.begin(), place->teams.end(), [&](const library::Words& known) { return library::in(known, "en") == own; }))
                    team["en"] = own;
            }
            out.value = appeal::Value(team.begin(), team.end());
            out.required = true;
        } else if (name == "letter_date") {
            out.value[""] = day(today);
            if (!draft.sent.empty())
                for (const auto& event : c.events)
                    if (event.id == draft.sent)
                        out.value[""] = day(event.on);
        } else if (name == "days_waiting") {
            if (const auto sent = recorded(c, "appeal_sent_date"))
                out.value[""] = std::to_string(appeal::daysBetween(*sent, today));
        }
        return out;
    }
    out.scope = appeal::Scope::Case;
    out.field = catalogue.fact("case", name);
    std::string member;
    const auto* figure = figureOf(c, catalogue, name, member);
    if (!out.field && !figure)
        return {};
    if (!out.field)
        out.made = fieldOf("text");
    if (kind && kind->to == "marketplace")
        for (const char* base : {"store_name", "marketplace", "store", "contact_name"})
            out.required = out.required || name == base;
    if (const auto date = recorded(c, name)) {
        out.value[""] = day(*date);
        out.source = appeal::Source::Record;
        return out;
    }
    if (stored(appeal::Scope::Case, {}, name))
        return out;
    if (figure) {
        if (auto value = figureMember(*figure, member); !value.empty())
            out.value[""] = std::move(value);
        out.source = figure->source == appeal::Source::Notice ? appeal::Source::Notice : appeal::Source::Evaluation;
    }
    return out;
}

std::optional<appeal::Fact> lookup(const appeal::Case& c, const appeal::LetterDraft& draft, const std::string& cause, std::string_view slot, const library::Catalogue& catalogue,
    appeal::Date today)
{
    Scene scene{c, draft, catalogue, today, catalogue.letter(draft.kind), cause};
    const auto resolved = scene.resolve(slot);
    if (!resolved || resolved->value.empty())
        return {};
    appeal::Fact fact;
    fact.value = resolved->value;
    fact.source = resolved->source;
    return fact;
}

} // namespace letter
