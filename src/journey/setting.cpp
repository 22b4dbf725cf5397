#include "journey/setting.h"

#include "evaluation/evaluation.h"
#include "letter/compose.h"
#include "text/decode.h"

#include <algorithm>
#include <charconv>

namespace journey {

using appeal::Done;
using appeal::Error;
using appeal::Result;

namespace {

Error unknown(const std::string& name, const std::string& what)
{
    return Error{Error::Code::Usage, name, what};
}

bool isNumber(const std::string& text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> words(const std::string& list)
{
    std::vector<std::string> out;
    std::string word;
    for (const char c : list + ",")
        if (c == ',' || c == ';' || c == ' ' || c == '\n') {
            if (!word.empty())
                out.push_back(std::move(word));
            word.clear();
        } else {
            word += c;
        }
    return out;
}

/// A deed that lies ahead would be a promise (catalogue, section 0).
bool mustBePast(const std::string& group, const std::string& member)
{
    return (member == "on" && (group == "deeds" || group == "changes" || group == "contacts")) || (member == "since" && group == "measures");
}

} // namespace

Setter::Setter(const appeal::Case& c, const library::Catalogue& catalogue, const library::Clauses& clauses, appeal::Date today, appeal::Id letter, appeal::Id pick)
    : m_case(c), m_catalogue(catalogue), m_clauses(clauses), m_today(today), m_letter(letter.empty() ? c.letter : std::move(letter)), m_pick(std::move(pick))
{
}

void Setter::put(appeal::Edit edit)
{
    m_case = appeal::apply(std::move(m_case), edit);
    m_edits.push_back(std::move(edit));
}

Result<std::pair<appeal::Language, std::string>> Setter::fit(const library::Field& field, const std::string& shown, appeal::Language language, const std::string& value) const
{
    const auto written = letter::normaliseValue(field, value);
    if (!text::validUtf8(written))
        return Error{Error::Code::BadValue, shown, "the value is no valid text (UTF-8)"};
    const auto why = letter::checkValue(field, written, appeal::caseFact(m_case, "marketplace"), m_today);
    if (!why.empty()) {
        auto words = m_catalogue.say(why, "en", {{"value", written}});
        std::string options;
        for (const auto& option : field.options)
            options += (options.empty() ? " (" : ", ") + option.id;
        return Error{Error::Code::BadValue, shown, "\"" + written.substr(0, 80) + "\": " + words + (options.empty() ? "" : options + ")")};
    }
    const bool worded = field.type == "longtext" || field.type == "text" || field.type == "person";
    if (worded && language.empty()) {
        const auto* draft = appeal::findLetter(m_case, m_letter);
        const auto letterLanguage = draft ? draft->language : appeal::Language{"en"};
        // a Chinese value never enters an English letter: it is kept, and the fact stays missing
        if (text::hasHan(written))
            language = "zh";
        else if (field.type == "longtext" && field.grammar != "quote")
            language = letterLanguage;
    }
    if (!worded && !language.empty())
        language.clear();
    return std::pair{language, written};
}

Result<Done> Setter::setFact(const appeal::FactRef& ref, const library::Field& field, const std::string& shown, const appeal::Language& language, const std::string& value)
{
    auto fitted = fit(field, shown, language, value);
    if (!fitted)
        return fitted.error();
    put(appeal::SetFact{ref, fitted->first, fitted->second, appeal::Source::Typed});
    return Done{};
}

Result<Done> Setter::setRoute(const std::string& cause, const std::string& value)
{
    std::optional<appeal::Route> route;
    if (!value.empty() && value != "open" && !(route = appeal::parseRoute(value)))
        return Error{Error::Code::BadValue, cause.empty() ? "route" : cause + ".route", "\"" + value + "\" is none of admit, dispute, documents, quiz, open"};
    if (cause.empty()) {
        const auto causes = m_case.causes;
        for (const auto& chosen : causes)
            put(appeal::SetRoute{chosen.id, route, appeal::By::Person});
        return Done{};
    }
    if (!appeal::findCause(m_case, cause))
        return unknown(cause + ".route", "the case has no such cause");
    put(appeal::SetRoute{cause, route, appeal::By::Person});
    return Done{};
}

Result<Done> Setter::setCauses(const std::string& value)
{
    const auto wanted = words(value);
    for (const auto& id : wanted)
        if (!m_catalogue.cause(id))
            return Error{Error::Code::BadValue, "causes", "\"" + id + "\" is no cause; `causeway-cli causes` lists them"};
    const auto now = m_case.causes;
    for (const auto& cause : now)
        if (std::find(wanted.begin(), wanted.end(), cause.id) == wanted.end())
            put(appeal::RemoveCause{cause.id});
    for (std::size_t i = 0; i < wanted.size(); ++i)
        put(appeal::ChooseCause{wanted[i], appeal::By::Person, i});
    return Done{};
}

Result<Done> Setter::setLetter(const std::string& value)
{
    if (appeal::findLetter(m_case, value)) {
        put(appeal::UseLetter{value});
        return Done{};
    }
    if (!m_catalogue.letter(value))
        return Error{Error::Code::BadValue, "letter", "\"" + value + "\" is no letter of the case and no letter kind; `causeway-cli letters` lists the kinds"};
    const appeal::LetterDraft* there = nullptr;
    for (const auto& letter : m_case.letters)
        if (letter.kind == value && letter.sent.empty())
            there = &letter;
    if (there)
        put(appeal::UseLetter{there->id});
    else {
        const auto* current = appeal::findLetter(m_case, m_case.letter);
        put(appeal::AddLetter{value, current ? current->language : appeal::Language{"en"}, true});
    }
    m_letter = m_case.letter;
    return Done{};
}

Result<Done> Setter::setMember(const appeal::Record& record, const std::string& member, const appeal::Language& language, const std::string& value)
{
    const auto* group = m_catalogue.group(record.group);
    const auto shown = record.group + "." + member;
    if (member == "causes") {
        const auto list = words(value);
        for (const auto& id : list)
            if (!appeal::findCause(m_case, id))
                return Error{Error::Code::BadValue, shown, "\"" + id + "\" is no cause of the case"};
        put(appeal::SetRecordCauses{record.id, list});
        return Done{};
    }
    const auto* field = group ? group->member(member) : nullptr;
    if (!field) {
        std::string known;
        if (group)
            for (const auto& m : group->members)
                known += (known.empty() ? "" : ", ") + m.name;
        return unknown(shown, "no such member; there are " + known);
    }
    auto fitted = fit(*field, shown, language, value);
    if (!fitted)
        return fitted.error();
    if (mustBePast(record.group, member))
        if (const auto day = appeal::parseDate(fitted->second); day && *day > m_today)
            return Error{Error::Code::BadValue, shown, m_catalogue.say("value.in_future", "en", {{"value", fitted->second}})};
    put(appeal::SetField{record.id, member, fitted->first, fitted->second});
    return Done{};
}

Result<Done> Setter::setRecord(const std::string& name, const appeal::Language& language, const std::string& value, bool& matched)
{
    const auto first = name.find('.');
    if (first == name.npos || !m_catalogue.group(name.substr(0, first)))
        return Done{};
    matched = true;
    const auto group = name.substr(0, first);
    const auto second = name.find('.', first + 1);
    const auto number = name.substr(first + 1, second == name.npos ? name.npos : second - first - 1);
    const auto member = second == name.npos ? std::string{} : name.substr(second + 1);
    if (number == "+") {
        if (member.empty())
            return unknown(name, "a member is missing: " + group + ".+.MEMBER");
        auto& row = m_added[group];
        // the same member again begins another row
        if (row.first.empty() || std::find(row.second.begin(), row.second.end(), member + "@" + language) != row.second.end()) {
            appeal::Record record;
            record.id = "r" + std::to_string(m_case.lastNumber + 1);
            record.group = group;
            std::vector<std::string> routed;
            for (const auto& cause : m_case.causes)
                if (cause.route && *cause.route != appeal::Route::Quiz)
                    routed.push_back(cause.id);
            if (routed.size() == 1)
                record.causes = routed;
            put(appeal::AddRecord{record, {}});
            row = {record.id, {}};
        }
        row.second.push_back(member + "@" + language);
        return setMember(*appeal::findRecord(m_case, row.first), member, language, value);
    }
    if (!isNumber(number) || number.size() > 6)
        return unknown(name, "records are named GROUP.N.MEMBER, with N from 1, or + for a new row");
    const auto wanted = std::stoul(number);
    std::vector<const appeal::Record*> rows;
    for (const auto& record : m_case.records)
        if (record.group == group)
            rows.push_back(&record);
    if (wanted == 0 || wanted > rows.size() + 1)
        return unknown(name, "there are " + std::to_string(rows.size()) + " rows of " + group + "; " + group + ".+.MEMBER adds one");
    if (member.empty()) {
        if (!value.empty())
            return unknown(name, "a member is missing: " + group + "." + number + ".MEMBER");
        if (wanted <= rows.size())
            put(appeal::RemoveRecord{rows[wanted - 1]->id});
        return Done{};
    }
    if (wanted == rows.size() + 1) {
        // the next number is a new row, as a person who counts would expect
        appeal::Record record;
        record.id = "r" + std::to_string(m_case.lastNumber + 1);
        record.group = group;
        if (m_case.causes.size() == 1)
            record.causes = {m_case.causes.front().id};
        put(appeal::AddRecord{record, {}});
        return setMember(*appeal::findRecord(m_case, record.id), member, language, value);
    }
    return setMember(*rows[wanted - 1], member, language, value);
}

Result<Done> Setter::setFigure(const std::string& name, const std::string& value, bool& matched)
{
    const auto* field = m_catalogue.fact("case", name);
    const library::Metric* metric = nullptr;
    for (const auto& m : m_catalogue.metrics)
        if (name.size() > m.id.size() && name.compare(0, m.id.size(), m.id) == 0 && name[m.id.size()] == '_' && (!metric || m.id.size() > metric->id.size()))
            metric = &m;
    if (!field || !metric)
        return Done{};
    matched = true;
    auto fitted = fit(*field, name, {}, value);
    if (!fitted)
        return fitted.error();
    const auto& written = fitted->second;
    appeal::Figure figure;
    figure.metric = metric->id;
    auto rest = name.substr(metric->id.size() + 1);
    bool windowGiven = false;
    for (auto bar = rest.find('_'); bar != rest.npos; bar = rest.find('_')) {
        const auto part = rest.substr(0, bar);
        if (isNumber(part)) {
            figure.window = std::stoi(part);
            windowGiven = true;
        } else {
            figure.channel = part;
        }
        rest.erase(0, bar + 1);
    }
    // the figure that is meant where window or channel are left out: the notice's, else the only one
    bool there = false;
    for (const auto& known : m_case.figures)
        if (known.metric == figure.metric && (!windowGiven || known.window == figure.window) && (figure.channel.empty() || known.channel == figure.channel)) {
            figure = known;
            there = true;
            break;
        }
    if (!there && !figure.window && metric->windows.size() == 1) // a figure of the notice keeps its own window, or it would stand twice
        figure.window = metric->windows.front();
    const auto number = [&]() -> std::optional<std::int64_t> { return written.empty() ? std::nullopt : std::optional<std::int64_t>(std::strtoll(written.c_str(), nullptr, 10)); };
    // a rate that is no more than its counts follows them, as while a number is being typed
    const auto rate = [&] { return figure.numerator && figure.denominator && *figure.denominator > 0 ? evaluation::rateOf(*figure.numerator, *figure.denominator) : std::string{}; };
    const bool follows = (rest == "defects" || rest == "orders") && figure.value == rate();
    if (rest == "value")
        figure.value = written;
    else if (rest == "target")
        figure.target = written;
    else if (rest == "defects")
        figure.numerator = number();
    else if (rest == "orders")
        figure.denominator = number();
    else if (rest == "from")
        figure.from = appeal::parseDate(written);
    else if (rest == "to")
        figure.to = appeal::parseDate(written);
    figure.source = appeal::Source::Typed;
    if (follows || figure.value.empty())
        figure.value = rate();
    put(appeal::PutFigure{figure});
    return Done{};
}

Result<Done> Setter::set(const std::string& fullName, const std::string& value)
{
    const auto at = fullName.find('@');
    const auto name = fullName.substr(0, at);
    const appeal::Language language = at == fullName.npos ? appeal::Language{} : fullName.substr(at + 1);
    if (!language.empty() && language != "en" && language != "zh")
        return unknown(fullName, "languages are en and zh");

    if (!m_pick.empty()) {
        const auto* draft = appeal::findLetter(m_case, m_letter);
        const auto* pick = draft ? appeal::findPick(*draft, m_pick) : nullptr;
        if (!pick)
            return unknown(fullName, "the letter has no such clause");
        const auto* clause = library::find(m_clauses, pick->clause);
        if (const auto* slot = clause ? clause->slot(name) : nullptr)
            return setFact({appeal::Scope::Pick, pick->id, name}, *slot, fullName, language, value);
        if (const auto* record = appeal::findRecord(m_case, pick->prints))
            if (const auto* group = m_catalogue.group(record->group); group && group->member(name))
                return setMember(appeal::Record(*record), name, language, value);
        std::string known;
        if (clause)
            for (const auto& slot : clause->slots)
                known += (known.empty() ? "; its own are " : ", ") + slot.name;
        return unknown(fullName, "the clause has no such fact" + known);
    }

    if (name == "route")
        return setRoute({}, value);
    if (name == "causes")
        return setCauses(value);
    if (name == "letter")
        return setLetter(value);
    if (name == "language") {
        if (value != "en" && value != "zh")
            return Error{Error::Code::BadValue, "language", "\"" + value + "\" is none of en, zh"};
        put(appeal::SetLetterLanguage{m_letter, value});
        return Done{};
    }
    if (name == "voice") {
        if (value != "we" && value != "I" && value != "i")
            return Error{Error::Code::BadValue, "voice", "\"" + value + "\" is none of we, I"};
        put(appeal::SetVoice{value == "we" ? appeal::Voice::We : appeal::Voice::I});
        return Done{};
    }
    if (name == "title") {
        put(appeal::SetTitle{value});
        return Done{};
    }
    if (name == "tags") {
        put(appeal::SetTags{words(value)});
        return Done{};
    }

    bool matched = false;
    if (auto done = setRecord(name, language, value, matched); matched || !done)
        return done;

    if (const auto dot = name.find('.'); dot != name.npos) {
        const auto cause = name.substr(0, dot);
        const auto rest = name.substr(dot + 1);
        const auto* known = m_catalogue.cause(cause);
        if (!known || !appeal::findCause(m_case, cause))
            return unknown(fullName, known ? "the case has no cause \"" + cause + "\"" : "no cause or group is called \"" + cause + "\"");
        if (rest == "route")
            return setRoute(cause, value);
        const auto* field = m_catalogue.fact("cause", rest);
        for (const auto& question : known->questions)
            if (!field && question.name == rest)
                field = &question;
        if (!field)
            return unknown(fullName, "the cause has no such fact");
        return setFact({appeal::Scope::Cause, cause, rest}, *field, fullName, language, value);
    }

    if (const auto* practice = [&]() -> const library::Practice* {
            for (const auto& p : m_catalogue.practices)
                if (p.id == name)
                    return &p;
            return nullptr;
        }()) {
        if (value != "yes" && value != "no" && value != "unknown" && !value.empty())
            return Error{Error::Code::BadValue, name, "\"" + value + "\" is none of yes, no, unknown"};
        put(appeal::AnswerPractice{practice->id, value});
        return Done{};
    }

    const auto* draft = appeal::findLetter(m_case, m_letter);
    const auto* kind = draft ? m_catalogue.letter(draft->kind) : nullptr;
    if (kind)
        for (const auto& field : kind->facts)
            if (field.name == name)
                return setFact({appeal::Scope::Letter, m_letter, name}, field, fullName, language, value);
    if (const auto* field = m_catalogue.fact("letter", name); field && draft)
        return setFact({appeal::Scope::Letter, m_letter, name}, *field, fullName, language, value);
    if (auto done = setFigure(name, value, matched); matched || !done)
        return done;
    if (const auto* field = m_catalogue.fact("case", name)) {
        if (name == "store" && !value.empty()) {
            const auto* place = m_catalogue.marketplace(appeal::caseFact(m_case, "marketplace"));
            if (place && !place->stores.empty() && !place->store(value)) {
                std::string ids;
                for (const auto& store : place->stores)
                    ids += (ids.empty() ? "" : ", ") + store.id;
                return Error{Error::Code::BadValue, "store", "\"" + value + "\" is none of " + ids};
            }
            put(appeal::SetFact{{appeal::Scope::Case, {}, name}, {}, value, appeal::Source::Typed});
            return Done{};
        }
        return setFact({appeal::Scope::Case, {}, name}, *field, fullName, language, value);
    }
    return unknown(fullName, "no fact is called that; `causeway-cli facts CASE` lists the names");
}

} // namespace journey
