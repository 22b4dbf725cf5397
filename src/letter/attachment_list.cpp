#include "letter/composer.h"

#include "letter/value_text.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace letter {

namespace {

std::string fileName(const std::string& path)
{
    return path.substr(path.find_last_of("/\\") + 1);
}

} // namespace

/// What nobody said of a file, its record says: "invoice of 3 March 2026, 660 units".
void Composer::describeAttachments()
{
    // by the file's name, in the order of the records: a letter may have as many files as records
    struct Said { const appeal::Record* record; const std::string* words; };
    std::unordered_map<std::string, std::vector<Said>> said;
    if (std::any_of(m_letter.attachments.begin(), m_letter.attachments.end(), [](const appeal::Attachment& a) { return a.shows.empty(); }))
        for (const auto& record : m_case.records)
            if (const auto* group = m_catalogue.group(record.group))
                for (const auto& member : group->members) {
                    const auto words = member.listed.find(m_request.language);
                    const auto file = words == member.listed.end() ? record.fields.end() : record.fields.find(member.name);
                    if (file == record.fields.end())
                        continue;
                    std::set<std::string> names;
                    for (const auto& path : items("file[]", appeal::anyOf(file->second)))
                        if (auto name = fileName(path); names.insert(name).second)
                            said[name].push_back({&record, &words->second});
                }
    for (auto& a : m_letter.attachments) {
        const auto found = a.shows.empty() ? said.find(a.name) : said.end();
        if (found == said.end())
            continue;
        const appeal::Record* by = nullptr;
        for (const auto& [record, words] : found->second) {
            if (!a.shows.empty() && record != by)
                break; // one record says it
            auto at = scene(record->causes.empty() ? std::string{} : record->causes.front());
            at.record = by = record;
            a.shows = m_printer.print(*words, at).text;
        }
    }
}

bool Composer::listSays(const appeal::Record& record)
{
    if (record.group == "attachments")
        return true;
    const auto* group = m_catalogue.group(record.group);
    // a letter of papers tells them one by one
    if (!group || (m_kind && m_kind->is("papers")))
        return false;
    const auto listed = std::find_if(group->members.begin(), group->members.end(), [&](const library::Field& member) { return member.listed.count(m_request.language) != 0; });
    if (listed == group->members.end())
        return false;
    const auto words = library::in(listed->listed, m_request.language);
    return std::all_of(record.fields.begin(), record.fields.end(), [&](const auto& field) {
        return field.first == listed->name || appeal::anyOf(field.second).empty() || words.find("{{." + field.first) != words.npos;
    });
}

void Composer::attachmentList(std::vector<appeal::Paragraph>& out)
{
    for (const auto& a : m_letter.attachments) {
        appeal::Paragraph p;
        p.kind = appeal::Paragraph::Kind::Attachment;
        p.section = "evidence";
        p.place = "attachment:" + (a.evidence.empty() ? a.name : a.evidence);
        p.marker = std::to_string(a.number) + ". ";
        p.text = a.name;
        if (!a.shows.empty())
            p.text += (m_request.language == "zh" ? "：" : ": ") + a.shows;
        out.push_back(std::move(p));
    }
}

void Composer::addAttachments()
{
    m_printer.beginSection("evidence");
    m_letter.attachments = m_printer.attachments(true);
    describeAttachments();
    std::vector<appeal::Paragraph> list;
    attachmentList(list);
    const auto* general = m_catalogue.section("evidence");
    if (list.empty())
        return;
    if (general && !library::in(general->heading, m_request.language).empty())
        m_letter.paragraphs.push_back(paragraph(appeal::Paragraph::Kind::Heading, "evidence", {}, "heading:evidence", library::in(general->heading, m_request.language), scene({})));
    std::move(list.begin(), list.end(), std::back_inserter(m_letter.paragraphs));
}

} // namespace letter
