#pragma once

#include "library/clauses.h"
#include "library/overrides.h"

#include <atomic>
#include <functional>
#include <memory>

namespace storage {

struct Hit
{
    std::string id;   ///< of a clause
    double score = 0; ///< higher is better
};

/// The clause library: shipped rows, the user's over them, full-text search (FTS5 trigram; scan below three characters).
class LibraryStore
{
public:
    virtual ~LibraryStore() = default;
    /// Shipped and user's clauses merged that fit, both languages, all variants.
    virtual appeal::Result<library::Clauses> select(const library::Fit& fit) = 0;
    virtual appeal::Result<library::Clauses> all() = 0;
    /// Best first. Searches text, name, causes' ids, section, tags in both languages, and how the Chinese is read.
    /// @param stop may be made true from another thread: nothing more is looked for then, and what was found is told
    virtual appeal::Result<std::vector<Hit>> search(std::string_view words, int limit, const std::atomic<bool>* stop = nullptr) = 0;
    /// Those of @p ids that are there and not hidden, by id, in both languages and all variants.
    virtual appeal::Result<library::Clauses> clauses(const std::vector<std::string>& ids) = 0;
    /// The user's own or edited clause. Edited: `base` becomes the shipped hash of now.
    virtual appeal::Result<appeal::Done> saveUser(const library::Clause& clause) = 0;
    /// Back to the shipped text; an own clause is gone. Nothing else is ever deleted for the user.
    virtual appeal::Result<appeal::Done> removeUser(const std::string& id) = 0;
    /// Hidden: offered no more, the user's words in it kept. NotFound for an id that is nowhere.
    virtual appeal::Result<appeal::Done> hide(const std::string& id, bool hidden) = 0;
    /// What the user hid, to be shown again.
    virtual appeal::Result<library::Clauses> hidden() = 0;
    /// Clauses that the user wants at hand. An id that is gone stays, harmless.
    virtual appeal::Result<std::vector<std::string>> favourites() = 0;
    virtual appeal::Result<appeal::Done> setFavourite(const std::string& id, bool favourite) = 0;
    /// Edited by the user, and changed by us since: both are to be shown. Keep mine: saveUser; take new: removeUser.
    virtual appeal::Result<std::vector<std::string>> drifted() = 0;
    /// The shipped text of a clause, whatever lies over it. NotFound where we have none.
    virtual appeal::Result<library::Clause> shipped(const std::string& id) = 0;
    /// A user's pack: its clauses become the user's own; what else a pack holds is kept as the user's pieces, an earlier piece with one of its ids going. The number of clauses.
    virtual appeal::Result<int> importPack(const library::Pack& pack, std::string_view json) = 0;
    /// Own and edited clauses and the user's pieces as one pack, which `importPack` takes.
    virtual appeal::Result<std::string> exportPack() = 0;
    /// JSON pieces that the user imported beside clauses (causes, letters …), to be added to the catalogue.
    virtual appeal::Result<std::vector<std::string>> userPieces() = 0;
    /// A user's correction of a figure, a window, a guide's step: kind, id, path -> value; survives updates. @p base: the value that stood there (library/overrides.h)
    virtual appeal::Result<appeal::Done> override_(const std::string& kind, const std::string& id, const std::string& path, const std::string& value, const std::string& base = {}) = 0;
    virtual appeal::Result<appeal::Done> removeOverride(const std::string& kind, const std::string& id, const std::string& path) = 0;
    /// All corrections, for library::overlay.
    virtual appeal::Result<std::vector<library::Override>> overrides() = 0;
};

/// Opens or makes `library.db` in @p dataDir and brings its shipped rows up to @p shipped when the digest differs (one transaction).
/// @param shipped called only when the digest differs
/// @param today where given, a copy of the day is kept (seven of them) as soon as there is something of the user's in the library
appeal::Result<std::unique_ptr<LibraryStore>> openLibrary(const std::string& dataDir, std::string_view digest,
    const std::function<appeal::Result<library::Clauses>()>& shipped, std::optional<appeal::Date> today = {});

} // namespace storage
