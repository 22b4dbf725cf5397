#pragma once

#include "library/clauses.h"

#include <functional>
#include <memory>

namespace storage {

struct Hit
{
    library::Clause clause;
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
    /// Best first. Searches text, name, causes' ids, section, tags in both languages.
    virtual appeal::Result<std::vector<Hit>> search(std::string_view words, int limit) = 0;
    /// The user's own or edited clause. Edited: `base` becomes the shipped hash of now.
    virtual appeal::Result<appeal::Done> saveUser(const library::Clause& clause) = 0;
    virtual appeal::Result<appeal::Done> removeUser(const std::string& id) = 0;
    virtual appeal::Result<appeal::Done> hide(const std::string& id, bool hidden) = 0;
    virtual appeal::Result<std::vector<std::string>> drifted() = 0;
    /// A user's pack: its clauses become the user's own; what else a pack holds is kept as the user's pieces.
    virtual appeal::Result<int> importPack(const library::Pack& pack, std::string_view json) = 0;
    virtual appeal::Result<std::string> exportPack() = 0;
    /// JSON pieces that the user imported beside clauses (causes, letters …), to be added to the catalogue.
    virtual appeal::Result<std::vector<std::string>> userPieces() = 0;
    /// A user's correction of a figure, a window, a guide's step: kind, id, path -> value; survives updates.
    virtual appeal::Result<appeal::Done> override_(const std::string& kind, const std::string& id, const std::string& path, const std::string& value) = 0;
};

/// Opens or makes `library.db` in @p dataDir and brings its shipped rows up to @p shipped when the digest differs (one transaction).
/// @param shipped called only when the digest differs
appeal::Result<std::unique_ptr<LibraryStore>> openLibrary(const std::string& dataDir, std::string_view digest,
    const std::function<appeal::Result<library::Clauses>()>& shipped);

} // namespace storage
