#include "submit/pattern_rules.h"

#include <algorithm>

namespace submit {

namespace {

using Within = Entry::Within;

Within within(const library::Node& node, Within usual)
{
    return node.text == "sentence" ? Within::Sentence : node.text == "paragraph" ? Within::Paragraph : node.text == "section" ? Within::Section : node.text == "text" ? Within::Text : usual;
}

constexpr std::size_t kMost = 300; ///< places of one entry that are looked at; a letter has some

struct Found { std::uint32_t sentence; Phrases::Hit hit; };

/// What was found of one entry.
struct Traces
{
    std::vector<Found> hits;
    std::vector<std::uint32_t> with, unless; ///< sentences
    bool never = false;
};

class Run
{
public:
    Run(const std::vector<Entry>& entries, const Scene& scene, const std::vector<bool>& applies, std::vector<appeal::Finding>& out)
        : m_entries(entries), m_scene(scene), m_applies(applies), m_out(out), m_found(entries.size()) {}

    void all()
    {
        collect();
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            if (m_entries[i].none)
                miss(m_entries[i], m_found[i]);
            else if (!m_found[i].hits.empty() && !m_found[i].never)
                judge(m_entries[i], m_found[i]);
    }

private:
    void collect()
    {
        const auto& body = m_scene.body;
        const auto* first = m_scene.catalogue.checks.data();
        for (std::uint32_t i = 0; i < body.sentences.size(); ++i) {
            const auto& s = body.sentences[i];
            if (body.blocks[s.block].kind == Block::Kind::Quoted)
                continue;
            const bool speaks = m_scene.speaks(s);
            for (auto h = s.hits; h < s.hitsEnd; ++h) {
                const auto& hit = body.hits[h];
                const bool quoted = body.tokens.list[hit.begin].quoted;
                for (const auto& meaning : body.lexicon->meanings[hit.phrase]) {
                    if (meaning.role == Lexicon::Role::Sign)
                        continue;
                    const auto& entry = m_entries[meaning.number];
                    if (!m_applies[static_cast<std::size_t>(entry.check - first)])
                        continue;
                    auto& found = m_found[meaning.number];
                    if (meaning.role == Lexicon::Role::With)
                        found.with.push_back(i);
                    else if (meaning.role == Lexicon::Role::Unless)
                        found.unless.push_back(i);
                    else if (meaning.role == Lexicon::Role::Never)
                        found.never = true;
                    else if ((entry.everywhere || (speaks && !quoted)) && found.hits.size() < kMost)
                        found.hits.push_back({i, hit});
                }
            }
        }
    }
    bool together(std::uint32_t a, std::uint32_t b, Within scope) const
    {
        const auto& body = m_scene.body;
        const auto blockA = body.sentences[a].block, blockB = body.sentences[b].block;
        switch (scope) {
        case Within::Sentence: return a == b;
        case Within::Paragraph: return blockA == blockB;
        case Within::Section: return body.blocks[blockA].section == body.blocks[blockB].section;
        case Within::Text: return true;
        }
        return false;
    }
    bool allowed(const Entry& entry) const
    {
        if (entry.needsCase && !m_scene.around.c)
            return false;
        if (!entry.marketplaces.empty() && std::find(entry.marketplaces.begin(), entry.marketplaces.end(), m_scene.marketplace) == entry.marketplaces.end())
            return false;
        const auto named = [&](const std::string& cause) {
            const auto has = [&](const auto& list) { return std::any_of(list.begin(), list.end(), [&](const auto& c) { return c.id == cause; }); };
            return (m_scene.around.c && has(m_scene.around.c->causes)) || (m_scene.around.reading && has(m_scene.around.reading->causes));
        };
        return std::none_of(entry.causes.begin(), entry.causes.end(), named);
    }
    void miss(const Entry& entry, const Traces& found)
    {
        const auto* first = m_scene.catalogue.checks.data();
        if (!found.hits.empty() || !m_applies[static_cast<std::size_t>(entry.check - first)] || !allowed(entry))
            return;
        if (std::any_of(entry.notFacts.begin(), entry.notFacts.end(), [&](const std::string& fact) { return !m_scene.fact(fact).empty(); }))
            return;
        Out(*entry.check, m_scene, m_out).whole({}, entry.variant).place.fact = entry.fact;
    }
    void judge(const Entry& entry, const Traces& found)
    {
        if (!allowed(entry))
            return;
        const auto& body = m_scene.body;
        std::vector<Found> left;
        for (const auto& f : found.hits) {
            const auto& s = body.sentences[f.sentence];
            const auto& section = body.blocks[s.block].section;
            const auto in = [&](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), section) != list.end(); };
            if ((!entry.sections.empty() && !in(entry.sections)) || in(entry.notSections) || (entry.bare && s.fact()))
                continue;
            const auto near = [&](const std::vector<std::uint32_t>& list, Within scope) {
                if (scope == Within::Sentence)
                    return std::binary_search(list.begin(), list.end(), f.sentence);
                if (scope == Within::Text)
                    return !list.empty();
                return std::any_of(list.begin(), list.end(), [&](std::uint32_t other) { return together(f.sentence, other, scope); });
            };
            if ((entry.with && !near(found.with, entry.withIn)) || (entry.unless && near(found.unless, entry.unlessIn)))
                continue;
            left.push_back(f);
        }
        if (entry.least > 1) {
            auto enough = left;
            std::erase_if(enough, [&](const Found& f) {
                return static_cast<std::size_t>(std::count_if(left.begin(), left.end(), [&](const Found& other) { return together(f.sentence, other.sentence, entry.per); })) < entry.least;
            });
            left = std::move(enough);
        }
        Out out(*entry.check, m_scene, m_out);
        std::uint32_t last = Phrases::npos;
        for (const auto& f : left) {
            if (out.full())
                return;
            const auto& s = body.sentences[f.sentence];
            auto begin = body.byteOf(f.hit.begin), end = body.endOf(f.hit.end);
            if (entry.sentence) {
                if (f.sentence == last)
                    continue;
                begin = s.begin;
                end = s.end;
            }
            last = f.sentence;
            auto& finding = out.at(begin, end, {}, entry.variant);
            if (const auto it = entry.replacement.find(body.language); it != entry.replacement.end())
                finding.replacement = it->second;
            if (!entry.fact.empty())
                finding.place.fact = entry.fact;
            if (!entry.step.empty())
                finding.place.step = entry.step;
        }
    }

    const std::vector<Entry>& m_entries;
    const Scene& m_scene;
    const std::vector<bool>& m_applies;
    std::vector<appeal::Finding>& m_out;
    std::vector<Traces> m_found;
};

} // namespace

std::vector<Entry> readEntries(const library::Catalogue& catalogue, std::map<appeal::Language, Lexicon>& lexica, Vocabulary& vocabulary)
{
    std::vector<Entry> out;
    for (const auto& check : catalogue.checks) {
        for (const auto& node : check.body["find"].items) {
            Entry entry;
            entry.check = &check;
            entry.withIn = within(node["with_in"], Within::Sentence);
            entry.unlessIn = within(node["unless_in"], Within::Sentence);
            entry.per = within(node["per"], Within::Text);
            entry.least = node["least"].number ? static_cast<std::size_t>(node["least"].value()) : 1;
            entry.sections = node["sections"].strings();
            entry.notSections = node["not_sections"].strings();
            entry.causes = node["not_causes"].strings();
            entry.marketplaces = node["marketplaces"].strings();
            entry.bare = node["bare"].yes();
            entry.everywhere = node["everywhere"].yes();
            entry.sentence = node["sentence"].yes();
            entry.needsCase = node["needs_case"].yes();
            entry.none = node["none"].yes();
            entry.notFacts = node["not_facts"].strings();
            entry.variant = node["variant"].text;
            entry.fact = node["fact"].text;
            entry.step = node["step"].text;
            for (const auto& [language, words] : node["replacement"].members)
                entry.replacement[language] = words.text;
            entry.with = !node["with"].members.empty();
            entry.unless = !node["unless"].members.empty();
            const auto number = static_cast<std::uint16_t>(out.size());
            for (auto& [language, lexicon] : lexica) {
                Phrases::Lists lists;
                for (const auto& [name, list] : check.body["lists"].members)
                    if (list.has(language))
                        lists[name] = list[language].strings();
                const auto where = "checks:" + check.id;
                lexicon.add(node[language].strings(), {Lexicon::Role::Find, number}, vocabulary, lists, where);
                lexicon.add(node["with"][language].strings(), {Lexicon::Role::With, number}, vocabulary, lists, where);
                lexicon.add(node["never"][language].strings(), {Lexicon::Role::Never, number}, vocabulary, lists, where);
                lexicon.add(node["unless"][language].strings(), {Lexicon::Role::Unless, number}, vocabulary, lists, where);
            }
            out.push_back(std::move(entry));
        }
    }
    return out;
}

void runEntries(const std::vector<Entry>& entries, const Scene& scene, const std::vector<bool>& applies, std::vector<appeal::Finding>& out)
{
    Run(entries, scene, applies, out).all();
}

} // namespace submit
