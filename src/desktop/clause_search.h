#pragma once

#include "desktop/page.h"

#include <QObject>

#include <atomic>
#include <map>
#include <memory>
#include <set>

namespace desktop {

/// A clause that was found, and what the case makes of it.
struct ClauseHit
{
    library::Clause clause;
    bool fits = false;      ///< causes, routes and kind of the letter being written
    bool inLetter = false;  ///< this letter has it
    int earlier = 0;        ///< letters of this seller's other cases that have it
    bool favourite = false;
};

/// Looks for clauses while one types, on the storage thread, the newest words first. Without words it offers what fits best.
class ClauseSearch : public QObject
{
    Q_OBJECT
public:
    enum class Shelf { All, Favourites, Own, Hidden };

    ClauseSearch(Desk& desk, QObject* parent = nullptr);
    ~ClauseSearch() override;
    /// @p section and @p cause: the place that is to be filled; empty: the whole letter. `found` follows, perhaps at once.
    void look(const QString& words, const std::string& section = {}, const std::string& cause = {}, Shelf shelf = Shelf::All);
    bool isLooking() const { return m_asking; }
    bool fitsHere(const library::Clause& clause) const;
    ClauseHit hitOf(const library::Clause& clause) const;

    void setFavourite(const std::string& id, bool favourite);
    /// Offered no more; the library of the open case is read again.
    void hide(const std::string& id, bool hidden);

Q_SIGNALS:
    void found(const std::vector<desktop::ClauseHit>& hits, const QString& words);
    /// Favourites, or what earlier letters used, became known: what is shown may be stale.
    void known();

private:
    struct Wanted
    {
        QString words;
        std::string section, cause;
        Shelf shelf = Shelf::All;
        friend bool operator==(const Wanted&, const Wanted&) = default;
    };
    void ask();
    void answer(std::vector<library::Clause> clauses);
    void fetchKnown();

    Desk& m_desk;
    Wanted m_wanted, m_asked;
    bool m_asking = false; ///< a query is under way
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of that query: made true when newer words make its answer useless
    std::set<std::string> m_favourites;
    std::map<std::string, int> m_earlier;
    std::string m_knownFor = "?";
};

/// Where @p text holds one of the words of @p query, or is read so (pinyin, its initials): start and length in UTF-16.
std::vector<std::pair<int, int>> marksIn(const QString& text, const QString& query);
/// A clause's text as people read it: a fact's place is "…".
QString readable(const library::Catalogue& catalogue, std::string text);

} // namespace desktop
