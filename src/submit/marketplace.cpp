#include "submit/rules.h"

#include <algorithm>
#include <map>
#include <optional>

namespace submit {

namespace {

/// Terms of one marketplace that have no place in a letter to another: its name, teams, pages.
class Terms
{
public:
    Terms(const Scene& scene, Out& out) : m_scene(scene), m_out(out), m_text(asciiLower(scene.body.text)) {}

    void all()
    {
        marketplaces(); // first only which words are asked for: they are looked for in one walk over the text
        stores();
        const auto found = placesOfAll(m_text, m_words);
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_places.emplace(m_words[i], found[i]);
        m_looked = true;
        marketplaces();
        stores();
    }

private:
    void marketplaces()
    {
        for (const auto& other : m_scene.catalogue.marketplaces) {
            if (other.id == m_scene.marketplace)
                continue;
            for (const auto& term : m_out.check().body["terms"][other.id].strings())
                each(term, [&](std::size_t begin, std::size_t end) {
                    if (!inOwnTeam(begin, end))
                        tell(begin, end, other.name, "marketplace");
                });
            for (const auto& [language, name] : other.name)
                each(name, [&, &name = name](std::size_t begin, std::size_t end) {
                    // a name that is a word as well ("we wish to") is one only with its capital, inside a sentence
                    const auto written = m_scene.body.text.substr(begin, end - begin);
                    const bool common = name == "Wish" && (written != name || opens(begin));
                    if (!common && !inContext(begin, "contexts"))
                        tell(begin, end, other.name, "marketplace");
                });
        }
    }
    void stores()
    {
        const auto* marketplace = m_scene.catalogue.marketplace(m_scene.marketplace);
        const auto* own = marketplace ? marketplace->store(m_scene.around.store) : nullptr;
        if (!own)
            return;
        for (const auto& other : marketplace->stores) {
            if (other.id == own->id)
                continue;
            // "amazon.com" stands at the head of "amazon.com.mx"
            if (!other.domain.empty() && other.domain != own->domain)
                each(other.domain, [&](std::size_t begin, std::size_t end) {
                    if (!goesOn(end) && !inNotice(other.domain) && !inContext(begin, "elsewhere"))
                        tell(begin, end, other.name, "store");
                });
            for (const auto& [usual, term] : other.terms)
                if (std::none_of(own->terms.begin(), own->terms.end(), [&term = term](const auto& mine) { return mine.second == term; }))
                    each(term, [&, right = usual, &term = term](std::size_t begin, std::size_t end) {
                        if (!inNotice(term))
                            tell(begin, end, other.name, "store").replacement = right;
                    });
        }
    }

    template <typename Use>
    void each(const std::string& term, Use use)
    {
        const auto form = asciiLower(term);
        if (form.size() < 3)
            return;
        if (!m_looked) {
            m_words.push_back(form);
            return;
        }
        for (const auto at : m_places[form]) {
            const auto wordAt = [&](std::size_t i) { return i < m_text.size() && ((m_text[i] >= 'a' && m_text[i] <= 'z') || (m_text[i] >= '0' && m_text[i] <= '9')); };
            const bool latin = static_cast<unsigned char>(form.front()) < 0x80;
            if (latin && ((at > 0 && wordAt(at - 1)) || wordAt(at + form.size())))
                continue;
            const auto* block = m_scene.body.blockAt(at);
            if (block && block->kind != Block::Kind::Quoted && !m_out.full())
                use(at, at + form.size());
        }
    }
    /// "Seller Performance Team" inside "Marketplace Seller Performance Team", a team of the letter's own marketplace.
    bool inOwnTeam(std::size_t begin, std::size_t end) const
    {
        const auto* own = m_scene.catalogue.marketplace(m_scene.marketplace);
        return own && std::any_of(own->teams.begin(), own->teams.end(), [&](const library::Words& team) {
            const auto name = asciiLower(library::in(team, m_scene.body.language));
            const auto inside = name.find(std::string_view(m_text).substr(begin, end - begin));
            return inside != name.npos && inside <= begin && m_text.compare(begin - inside, name.size(), name) == 0;
        });
    }
    /// Another shop named as where goods or boxes come from, or as the seller's own shop elsewhere; another store in which the same was put right.
    bool inContext(std::size_t at, std::string_view list) const
    {
        const auto* block = m_scene.body.blockAt(at);
        if (!block || block->section == "subject" || block->section == "salutation")
            return false;
        for (auto s = block->sentences; s < block->sentencesEnd; ++s) {
            const auto& sentence = m_scene.body.sentences[s];
            if (at < sentence.begin || at >= sentence.end)
                continue;
            const auto line = std::string_view(m_text).substr(sentence.begin, sentence.end - sentence.begin);
            const auto contexts = m_out.check().body[list][m_scene.body.language].strings();
            return std::any_of(contexts.begin(), contexts.end(), [&](const std::string& context) { return line.find(context) != line.npos; });
        }
        return false;
    }
    bool opens(std::size_t at) const
    {
        const auto& sentences = m_scene.body.sentences;
        return std::binary_search(sentences.begin(), sentences.end(), at, [](const auto& a, const auto& b) {
            const auto begin = [](const auto& x) { if constexpr (std::is_same_v<std::decay_t<decltype(x)>, Sentence>) return std::size_t(x.begin); else return std::size_t(x); };
            return begin(a) < begin(b);
        });
    }
    bool goesOn(std::size_t end) const
    {
        return end + 1 < m_text.size() && m_text[end] == '.' && m_text[end + 1] >= 'a' && m_text[end + 1] <= 'z';
    }
    bool inNotice(const std::string& term)
    {
        if (!m_notice)
            m_notice = asciiLower(m_scene.around.noticeText);
        return m_notice->find(asciiLower(term)) != std::string::npos;
    }
    appeal::Finding& tell(std::size_t begin, std::size_t end, const library::Words& name, std::string_view variant)
    {
        auto& finding = m_out.at(begin, end, {}, variant);
        fill(finding, "other", name);
        return finding;
    }

    const Scene& m_scene;
    Out& m_out;
    std::string m_text;
    std::optional<std::string> m_notice; ///< in small letters
    std::vector<std::string> m_words;    ///< that are looked for
    std::map<std::string, std::vector<std::size_t>> m_places;
    bool m_looked = false;
};

} // namespace

void wrongMarketplace(const Scene& scene, Out& out)
{
    if (scene.marketplace.empty())
        return;
    Terms(scene, out).all();
}

} // namespace submit
