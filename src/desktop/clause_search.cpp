#include "desktop/clause_search.h"

#include "desktop/likeness.h"
#include "desktop/offsets.h"
#include "desktop/strings.h"
#include "library/readings.h"
#include "plan/plan.h"
#include "text/decode.h"

#include <algorithm>

namespace desktop {

namespace {

constexpr int kMost = 200;

/// Is what one types a word of Latin letters, which may be pinyin?
bool isLatin(const QString& word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80 && c.isLetter(); });
}

} // namespace

QString readable(const library::Catalogue& catalogue, std::string text)
{
    const auto voice = catalogue.voiceWe.find(text::hasHan(text) ? "zh" : "en");
    for (auto open = text.find("{{"); open != std::string::npos; open = text.find("{{", open)) {
        const auto close = text.find("}}", open);
        if (close == std::string::npos)
            break;
        const auto slot = text.substr(open + 2, close - open - 2);
        const auto* word = voice == catalogue.voiceWe.end() ? nullptr : [&]() -> const std::string* {
            const auto it = voice->second.find(slot);
            return it == voice->second.end() ? nullptr : &it->second;
        }();
        text.replace(open, close + 2 - open, word ? *word : std::string("…"));
    }
    for (const char* mark : {"[[", "]]", "||"})
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
            text.erase(at, 2);
    return q(text).simplified();
}

std::vector<std::pair<int, int>> marksIn(const QString& text, const QString& query)
{
    std::vector<std::pair<int, int>> out;
    for (const auto& word : query.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        bool literally = false;
        for (auto at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive)) {
            out.emplace_back(int(at), int(word.size()));
            literally = true;
        }
        if (literally || !isLatin(word))
            continue;
        const auto utf8 = s(text);
        const Offsets offsets(utf8);
        for (const auto& [start, end] : library::builtinReadings().find(utf8, s(word)))
            out.emplace_back(int(offsets.toUtf16(start)), int(offsets.toUtf16(end) - offsets.toUtf16(start)));
    }
    std::sort(out.begin(), out.end());
    return out;
}

ClauseSearch::ClauseSearch(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {}

ClauseSearch::~ClauseSearch()
{
    if (m_stop)
        m_stop->store(true);
}

bool ClauseSearch::fitsHere(const library::Clause& clause) const
{
    const auto* draft = m_desk.model.isOpen() ? m_desk.model.session().draft() : nullptr;
    const auto* kind = draft ? m_desk.model.catalogue().letter(draft->kind) : nullptr;
    return kind && kind->section(clause.section) && (clause.kinds.empty() || std::find(clause.kinds.begin(), clause.kinds.end(), kind->id) != clause.kinds.end())
        && library::find(m_desk.model.session().clauses(), clause.id);
}

ClauseHit ClauseSearch::hitOf(const library::Clause& clause) const
{
    ClauseHit hit;
    hit.clause = clause;
    hit.fits = fitsHere(clause);
    if (const auto* draft = m_desk.model.session().draft())
        hit.inLetter = std::any_of(draft->picks.begin(), draft->picks.end(), [&](const auto& p) { return p.clause == clause.id; });
    const auto it = m_earlier.find(clause.id);
    hit.earlier = it == m_earlier.end() ? 0 : it->second;
    hit.favourite = m_favourites.count(clause.id) > 0;
    return hit;
}

void ClauseSearch::look(const QString& words, const std::string& section, const std::string& cause, Shelf shelf)
{
    if (!m_desk.model.isOpen() || !m_desk.model.session().draft()) {
        Q_EMIT found({}, words);
        return;
    }
    fetchKnown();
    m_wanted = {words.trimmed(), section, cause, shelf};
    if (m_wanted.words.isEmpty() && shelf == Shelf::All) {
        const auto& session = m_desk.model.session();
        std::vector<ClauseHit> hits;
        for (const auto& offer : plan::offers(session.now(), *session.draft(), session.catalogue(), session.clauses(), section, cause))
            if (const auto* clause = library::find(session.clauses(), offer.clause); clause && hits.size() < std::size_t(kMost))
                hits.push_back(hitOf(*clause));
        std::stable_partition(hits.begin(), hits.end(), [](const ClauseHit& hit) { return hit.favourite && !hit.inLetter; });
        Q_EMIT found(hits, m_wanted.words);
        return;
    }
    if (!m_asking)
        ask();
    else if (!(m_wanted == m_asked))
        m_stop->store(true); // nobody waits for that answer: the newest words are looked for next
}

void ClauseSearch::ask()
{
    m_asking = true;
    m_asked = m_wanted;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_desk.storage.ask(
        this,
        [text = s(m_asked.words), shelf = m_asked.shelf, favourites = m_favourites, folder = m_desk.knowledge.folderClauses(), stop = m_stop](Stores& stores) {
            library::Clauses out;
            const auto holds = [&](const library::Clause& clause) {
                return text.empty() || q(library::toJson(clause)).contains(q(text), Qt::CaseInsensitive) || !marksIn(q(library::in(clause.name, "zh")), q(text)).empty();
            };
            const auto keep = [&](library::Clauses all, auto wanted) {
                for (auto& clause : all)
                    if (wanted(clause) && holds(clause))
                        out.push_back(std::move(clause));
            };
            if (shelf == Shelf::Hidden) {
                if (auto all = stores.library ? stores.library->hidden() : library::Clauses{})
                    keep(std::move(*all), [](const auto&) { return true; });
            } else if (shelf != Shelf::All) {
                if (auto all = folder ? *folder : stores.library ? stores.library->all() : library::Clauses{})
                    keep(std::move(*all), [&](const library::Clause& clause) {
                        return shelf == Shelf::Favourites ? favourites.count(clause.id) > 0 : clause.origin == library::Origin::Own || clause.origin == library::Origin::Edited;
                    });
            } else if (folder) {
                keep(*folder, [](const auto&) { return true; });
            } else if (stores.library) {
                const auto hits = stores.library->search(text, kMost, stop.get());
                std::vector<std::string> ids;
                for (std::size_t i = 0; hits && !*stop && i < hits->size(); ++i)
                    ids.push_back((*hits)[i].id);
                if (auto clauses = stores.library->clauses(ids))
                    for (const auto& id : ids)
                        if (const auto* clause = library::find(*clauses, id))
                            out.push_back(*clause);
            }
            return out;
        },
        [this, stop = m_stop](library::Clauses clauses) {
            m_asking = false;
            if (!(m_wanted == m_asked) || *stop) {
                look(m_wanted.words, m_wanted.section, m_wanted.cause, m_wanted.shelf); // newest wins
                return;
            }
            if (m_desk.model.isOpen() && m_desk.model.session().draft())
                answer(std::move(clauses));
        });
}

void ClauseSearch::answer(std::vector<library::Clause> clauses)
{
    // what the case needs and what the words say weigh alike: the best of the text may gain as much as the best fit
    const auto& session = m_desk.model.session();
    std::map<std::string, double> fit;
    for (const auto& offer : plan::offers(session.now(), *session.draft(), session.catalogue(), session.clauses(), m_asked.section, m_asked.cause)) {
        auto& best = fit.try_emplace(offer.clause, offer.score).first->second;
        best = std::max(best, offer.score);
    }
    struct Ranked { ClauseHit hit; double score = 0; };
    std::vector<Ranked> ranked;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        Ranked one{hitOf(clauses[i]), 5.0 * (1.0 - double(i) / double(clauses.size()))};
        if (const auto it = fit.find(clauses[i].id); it != fit.end())
            one.score += it->second;
        if (one.hit.favourite)
            one.score += 1;
        ranked.push_back(std::move(one));
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.hit.fits != b.hit.fits ? a.hit.fits : a.score > b.score; });
    std::vector<ClauseHit> hits;
    for (auto& one : ranked)
        hits.push_back(std::move(one.hit));
    Q_EMIT found(hits, m_asked.words);
}

void ClauseSearch::fetchKnown()
{
    const auto& c = m_desk.model.now();
    const auto id = storedId(m_desk);
    const auto key = id + "|" + c.profile + "|" + appeal::caseFact(c, "store_name");
    if (key == m_knownFor)
        return;
    m_knownFor = key;
    struct Known { std::vector<std::string> favourites; std::map<std::string, int> earlier; };
    m_desk.storage.ask(
        this,
        [id, profile = c.profile, store = appeal::caseFact(c, "store_name")](Stores& stores) {
            Known out;
            if (stores.library)
                if (auto favourites = stores.library->favourites())
                    out.favourites = std::move(*favourites);
            if (stores.cases)
                if (auto used = stores.cases->usedClauses(profile, store, id))
                    out.earlier = std::move(*used);
            return out;
        },
        [this](Known known) {
            const std::set<std::string> favourites(known.favourites.begin(), known.favourites.end());
            if (favourites == m_favourites && known.earlier == m_earlier)
                return;
            m_favourites = favourites;
            m_earlier = std::move(known.earlier);
            Q_EMIT this->known();
        });
}

void ClauseSearch::setFavourite(const std::string& id, bool favourite)
{
    if (favourite)
        m_favourites.insert(id);
    else
        m_favourites.erase(id);
    m_desk.storage.ask(this, [id, favourite](Stores& stores) { return stores.library && bool(stores.library->setFavourite(id, favourite)); }, [](bool) {});
    Q_EMIT known();
}

void ClauseSearch::hide(const std::string& id, bool hidden)
{
    m_desk.storage.ask(
        this, [id, hidden](Stores& stores) { return stores.library && bool(stores.library->hide(id, hidden)); },
        [this](bool done) {
            if (done)
                m_desk.model.libraryChanged();
            Q_EMIT known();
        });
}

} // namespace desktop
