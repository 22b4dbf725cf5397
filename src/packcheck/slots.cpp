#include "packcheck/filled.h"
#include "packcheck/rules.h"

#include "letter/template.h"

#include <set>

namespace packcheck {

namespace {

/// The slots of one text that are declared nowhere.
void undeclared(Report& report, const std::string& id, const Context& context, const std::string& text, const std::string& where)
{
    for (const auto& slot : letter::slotsOf(text)) {
        const auto named = nameOf(context, slot);
        if (!named.field && !named.voice)
            report.error(id, "undeclared_slot", "{{" + slot + "}} in " + where + " is declared nowhere");
    }
}

void undeclared(Report& report, const std::string& id, const Context& context, const library::Phrasings& phrasings, const std::string& where)
{
    for (const auto& [language, list] : phrasings)
        for (const auto& text : list)
            undeclared(report, id, context, text, where + " (" + language + ")");
}

void undeclared(Report& report, const std::string& id, const Context& context, const library::Words& words, const std::string& where)
{
    for (const auto& [language, text] : words)
        undeclared(report, id, context, text, where + " (" + language + ")");
}

void clauseSlots(Report& report, const library::Clause& clause)
{
    const auto id = "clauses:" + clause.id;
    const auto context = contextOf(clause, report.pack.catalogue);
    for (const auto& slot : clause.slots)
        if (context.group && context.group->member(slot.name))
            report.error(id, "slot_is_member", "\"" + slot.name + "\" is a member of " + clause.prints + " and cannot be a slot of its own");
    std::set<std::string> used;
    const auto look = [&](const std::string& text, const std::string& where, bool whole) {
        std::set<std::string> here;
        for (const auto& slot : letter::slotsOf(text))
            if (slot.starts_with("."))
                here.insert(slot.substr(1));
        used.insert(here.begin(), here.end());
        if (!whole)
            return;
        if (context.group)
            for (const auto& member : context.group->members)
                if (member.required && here.count(member.name) == 0 && member.type != "file" && !(member.name == "kind" && member.type == "choice")) // what kind of paper it is: the clause itself says it
                    report.error(id, "member_unsaid", where + " does not print {{." + member.name + "}}, which every row of " + clause.prints + " holds");
        for (const auto& slot : clause.slots)
            if (slot.required && here.count(slot.name) == 0)
                report.error(id, "slot_unsaid", where + " does not print {{." + slot.name + "}}, which the clause requires");
    };
    for (const auto& [language, list] : clause.text)
        for (std::size_t i = 0; i < list.size(); ++i)
            look(list[i], language + " " + std::to_string(i + 1), true);
    for (const auto& [language, text] : clause.shortText)
        look(text, language + " short", false);
    undeclared(report, id, context, clause.text, "its text");
    undeclared(report, id, context, clause.shortText, "its short form");
    undeclared(report, id, context, clause.requires_, "`requires`");
    for (const auto& slot : clause.slots)
        if (used.count(slot.name) == 0)
            report.error(id, "unused_slot", "\"" + slot.name + "\" is declared and used nowhere");
}

} // namespace

void checkSlots(Report& report)
{
    const auto& c = report.pack.catalogue;
    for (const auto& clause : report.pack.clauses)
        clauseSlots(report, clause);
    for (const auto& group : c.groups) {
        const auto id = "groups:" + group.id;
        const Context context{c, &group, nullptr, {}, nullptr};
        undeclared(report, id, context, group.print, "`print`");
        undeclared(report, id, context, group.shortPrint, "`print.short`");
        for (const auto& member : group.members) {
            undeclared(report, id, context, member.sentence, "the sentence of " + member.name);
            undeclared(report, id, context, member.listed, "what the list of attachments says of " + member.name);
        }
    }
    for (const auto& cause : c.causes)
        for (const auto& [section, phrasings] : cause.leads)
            undeclared(report, "causes:" + cause.id, {c, nullptr, nullptr, {&cause}, nullptr}, phrasings, "the lead of " + section);
    for (const auto& section : c.sections) {
        const Context context{c, nullptr, nullptr, {}, nullptr};
        undeclared(report, "sections:" + section.id, context, section.heading, "its heading");
        undeclared(report, "sections:" + section.id, context, section.text, "its text");
        undeclared(report, "sections:" + section.id, context, section.shortText, "its short form");
    }
    for (const auto& kind : c.letters) {
        const auto id = "letters:" + kind.id;
        const Context context{c, nullptr, nullptr, {}, &kind};
        for (const auto& section : kind.sections) {
            undeclared(report, id, context, section.text, section.id);
            undeclared(report, id, context, section.shortText, section.id + ", short");
        }
    }
    for (const auto& [vocabulary, entries] : c.vocabularies)
        for (const auto& entry : entries)
            for (const auto& [what, phrasings] : entry.phrases)
                undeclared(report, vocabulary + ":" + entry.id, {c, nullptr, nullptr, {}, nullptr}, phrasings, "`" + what + "`");
    for (const auto& [id, words] : c.wording) {
        std::set<std::string> slots[2];
        int side = 0;
        for (const char* language : {"en", "zh"}) {
            const std::string_view text = library::in(words, language);
            for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1))
                if (const auto close = text.find('}', open); close != text.npos) {
                    const auto inside = text.substr(open + 1, close - open - 1);
                    slots[side].insert(std::string(inside.substr(0, inside.find('|')))); // "{{x|one|many}}" is {{x}}
                }
            ++side;
        }
        if (slots[0] != slots[1])
            report.error("wording:" + id, "other_slots", "the two languages name different slots");
    }
}

} // namespace packcheck
