#include "followup/followup.h"

#include "followup/history.h"

#include <algorithm>

namespace followup {

std::string stateOf(const appeal::Case& c)
{
    if (c.closed || c.outcome == "given_up")
        return "closed";
    const auto history = historyOf(c);
    if (c.outcome == "reinstated" && !history.contrary)
        return "reinstated";
    if (c.outcome == "final" && history.state != "reinstated")
        return "final";
    return history.state;
}

bool over(std::string_view state)
{
    return state == "reinstated" || state == "closed";
}

std::optional<int> attemptsLeft(const appeal::Case& c)
{
    if (!c.attemptLimit)
        return {};
    // a notice that answers an appeal counts from its own day: what went before it used up tries of the earlier notice
    const auto since = appeal::parseDate(appeal::caseFact(c, "notice_date"));
    int used = 0;
    for (const auto* event : historyOf(c).submissions)
        if (isTry(event->letterKind) && (!since || event->on >= *since))
            ++used;
    return std::max(0, *c.attemptLimit - used);
}

std::optional<appeal::Date> answerBy(const appeal::Case& c, const library::Catalogue& catalogue, appeal::Date today)
{
    const auto wanted = [&](const appeal::Deadline& deadline) {
        const auto* kind = catalogue.named("deadline_kinds", deadline.kind);
        if (!kind || !deadline.due)
            return false;
        const auto act = kind->more.find("must_act");
        return act != kind->more.end() && act->second == "true";
    };
    // what the last reply sets takes the place of what the notice set
    appeal::Id document;
    if (const auto* reply = historyOf(c).lastReply)
        if (std::any_of(c.deadlines.begin(), c.deadlines.end(), [&](const auto& d) { return !d.document.empty() && d.document == reply->document && wanted(d); }))
            document = reply->document;
    std::optional<appeal::Date> nearest, passed;
    for (const auto& deadline : c.deadlines) {
        if (!wanted(deadline) || (!document.empty() && deadline.document != document))
            continue;
        if (*deadline.due >= today)
            nearest = nearest ? std::min(*nearest, *deadline.due) : *deadline.due;
        else
            passed = passed ? std::max(*passed, *deadline.due) : *deadline.due;
    }
    return nearest ? nearest : passed;
}

std::vector<Todo> todos(const appeal::Case& c, appeal::Date)
{
    struct Promise { const char* group; const char* what; const char* day; };
    static constexpr Promise kPromises[]{{"deeds", "what", "on"}, {"changes", "changed", "on"}, {"measures", "measure", "since"}};
    std::vector<Todo> out;
    for (const auto& letter : c.letters) {
        if (letter.sent.empty())
            continue;
        for (const auto& pick : letter.picks) {
            const auto* record = appeal::findRecord(c, pick.prints);
            if (!record || std::any_of(out.begin(), out.end(), [&](const Todo& todo) { return todo.record == record->id; }))
                continue;
            for (const auto& promise : kPromises) {
                if (record->group != promise.group)
                    continue;
                const auto field = [&](const char* name) {
                    const auto it = record->fields.find(name);
                    return it == record->fields.end() ? appeal::Value{} : it->second;
                };
                Todo todo;
                todo.record = record->id;
                todo.what = field(promise.what);
                todo.who = appeal::anyOf(field("who"));
                todo.by = appeal::parseDate(appeal::anyOf(field(promise.day)));
                todo.done = c.ticks.count(record->id) != 0;
                if (!appeal::anyOf(todo.what).empty())
                    out.push_back(std::move(todo));
            }
        }
    }
    return out;
}

} // namespace followup
