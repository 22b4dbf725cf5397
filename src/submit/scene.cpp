#include "submit/scene.h"

namespace submit {

bool Scene::speaks(const Sentence& s) const
{
    const auto& b = body.blocks[s.block];
    return b.kind == Block::Kind::Text && b.section != "signature" && b.section != "salutation" && b.section != "subject";
}

std::string Scene::fact(std::string_view name) const
{
    if (!around.c)
        return {};
    if (around.draft)
        if (const auto it = around.c->facts.find({appeal::Scope::Letter, around.draft->id, std::string(name)}); it != around.c->facts.end())
            return appeal::anyOf(it->second.value, body.language);
    return appeal::caseFact(*around.c, name);
}

std::string filled(std::string words, const Slots& slots)
{
    for (const auto& [name, value] : slots) {
        const auto slot = "{" + name + "}";
        for (auto at = words.find(slot); at != words.npos; at = words.find(slot, at + value.size()))
            words.replace(at, slot.size(), value);
    }
    return words;
}

appeal::Finding& Out::at(std::size_t begin, std::size_t end, const Slots& slots, std::string_view variant)
{
    appeal::Finding f;
    f.start = begin;
    f.end = end;
    f.text = std::string(m_scene.body.text.substr(begin, end - begin));
    if (const auto* b = m_scene.body.blockAt(begin))
        f.place.pick = b->place;
    return put(std::move(f), slots, variant);
}

appeal::Finding& Out::whole(const Slots& slots, std::string_view variant) { return put({}, slots, variant); }

appeal::Finding& Out::put(appeal::Finding finding, const Slots& slots, std::string_view variant)
{
    ++m_count;
    finding.check = m_check.id;
    finding.severity = m_check.severity == "block" ? appeal::Severity::Block : m_check.severity == "warn" ? appeal::Severity::Warn : appeal::Severity::Info;
    auto all = slots;
    all.emplace("text", finding.text);
    const auto& other = m_check.body["variants"][variant];
    const auto words = [&](const char* what, const library::Words& usual, std::map<appeal::Language, std::string>& out) {
        for (const auto& [language, text] : usual) {
            const auto& own = other[what][language].text;
            out[language] = filled(own.empty() ? text : own, all);
        }
    };
    words("message", m_check.message, finding.message);
    words("suggestion", m_check.suggestion, finding.suggestion);
    m_list.push_back(std::move(finding));
    return m_list.back();
}

} // namespace submit
