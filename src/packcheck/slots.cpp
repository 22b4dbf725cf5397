#include "packcheck/rules.h"

#include "letter/template.h"

#include <algorithm>
#include <set>

namespace packcheck {

namespace {

bool isVoice(const std::string& slot)
{
    return slot == "we" || slot == "We" || slot == "us" || slot == "our" || slot == "Our" || slot == "ours";
}

/// A slot that is no member and no own slot: known to the case, the letter or the cause?
bool known(const library::Catalogue& c, const std::string& slot, const std::vector<const library::Cause*>& causes, const library::LetterKind* kind)
{
    if (isVoice(slot))
        return true;
    if (slot.starts_with("cause.")) {
        const auto name = slot.substr(6);
        if (c.fact("cause", name))
            return true;
        // a question's name counts where every cause of the text has it
        return !causes.empty() && std::all_of(causes.begin(), causes.end(), [&](const library::Cause* cause) {
            return std::any_of(cause->questions.begin(), cause->questions.end(), [&](const library::Field& q) { return q.name == name; });
        });
    }
    if (c.fact("case", slot) || c.fact("letter", slot))
        return true;
    return kind && std::any_of(kind->facts.begin(), kind->facts.end(), [&](const library::Field& f) { return f.name == slot; });
}

} // namespace

void checkSlots(Report& report)
{
    const auto& c = report.pack.catalogue;
    for (const auto& clause : report.pack.clauses) {
        const auto id = "clauses:" + clause.id;
        const auto* group = clause.prints.empty() ? nullptr : c.group(clause.prints);
        std::vector<const library::Cause*> causes;
        for (const auto& cause : clause.causes)
            if (const auto* found = c.cause(cause))
                causes.push_back(found);
        for (const auto& slot : clause.slots)
            if (group && group->member(slot.name))
                report.error(id, "slot_is_member", "\"" + slot.name + "\" is a member of " + clause.prints + " and cannot be a slot of its own");
        std::set<std::string> used;
        const auto look = [&](const std::string& text, const std::string& where, bool whole) {
            std::set<std::string> here;
            for (const auto& slot : letter::slotsOf(text)) {
                if (slot.starts_with(".")) {
                    const auto name = slot.substr(1);
                    here.insert(name);
                    used.insert(name);
                    if (!clause.slot(name) && !(group && group->member(name)))
                        report.error(id, "undeclared_slot", "{{" + slot + "}} in " + where + " is declared nowhere");
                } else if (!known(c, slot, causes, nullptr)) {
                    report.error(id, "undeclared_slot", "{{" + slot + "}} in " + where + " is no fact of case, letter or cause");
                }
            }
            if (whole && group)
                for (const auto& member : group->members)
                    if (member.required && here.count(member.name) == 0 && member.type != "file")
                        report.error(id, "member_unsaid", where + " does not print {{." + member.name + "}}, which every row of " + clause.prints + " holds");
        };
        for (const auto& [language, list] : clause.text)
            for (std::size_t i = 0; i < list.size(); ++i)
                look(list[i], language + " " + std::to_string(i + 1), true);
        for (const auto& [language, text] : clause.shortText)
            look(text, language + " short", false);
        for (const auto& slot : clause.slots)
            if (used.count(slot.name) == 0)
                report.error(id, "unused_slot", "\"" + slot.name + "\" is declared and used nowhere");
    }
    for (const auto& group : c.groups)
        for (const auto& [language, list] : group.print)
            for (const auto& text : list)
                for (const auto& slot : letter::slotsOf(text))
                    if (slot.starts_with(".") ? !group.member(slot.substr(1)) : !isVoice(slot))
                        report.error("groups:" + group.id, "undeclared_slot", "{{" + slot + "}} is no member");
    for (const auto& cause : c.causes)
        for (const auto& [section, phrasings] : cause.leads)
            for (const auto& [language, list] : phrasings)
                for (const auto& text : list)
                    for (const auto& slot : letter::slotsOf(text))
                        if (!known(c, slot, {&cause}, nullptr))
                            report.error("causes:" + cause.id, "undeclared_slot", "{{" + slot + "}} in the lead of " + section + " is declared nowhere");
    for (const auto& kind : c.letters)
        for (const auto& section : kind.sections)
            for (const auto& [language, list] : section.text)
                for (const auto& text : list)
                    for (const auto& slot : letter::slotsOf(text))
                        if (!known(c, slot, {}, &kind))
                            report.error("letters:" + kind.id, "undeclared_slot", "{{" + slot + "}} in " + section.id + " is declared nowhere");
}

} // namespace packcheck
