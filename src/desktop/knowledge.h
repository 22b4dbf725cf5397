#pragma once

#include "cause/reader.h"
#include "library/clauses.h"
#include "library/overrides.h"
#include "submit/review.h"

#include <QObject>

#include <optional>

namespace desktop {

/// What the program knows before any case: the catalogue, and what is compiled from it. Made on the pool; shared, never changed.
class Knowledge : public QObject
{
    Q_OBJECT
public:
    /// @param templatesFolder replaces the content that was built in; empty: built in
    explicit Knowledge(std::string templatesFolder = {}, QObject* parent = nullptr);

    /// Parses the catalogue (pool). `catalogueReady` or `failed` follows.
    void load();
    /// Compiles reader and reviewer (pool), after the first paint. `ready` follows, and `spellingReady` when the dictionary is loaded too.
    void compile();
    /// Lays the user's own pieces and corrections over the shipped content (LibraryStore::userPieces, overrides) and compiles again.
    void extend(const std::vector<std::string>& pieces, const std::vector<library::Override>& overrides);

    const library::CataloguePtr& catalogue() const { return m_catalogue; } ///< null until catalogueReady
    const std::shared_ptr<const cause::Reader>& reader() const { return m_reader; } ///< null until ready
    const std::shared_ptr<const submit::Reviewer>& reviewer() const { return m_reviewer; }
    /// The clauses of the templates folder; null where they come from the library's store.
    const std::shared_ptr<const library::Clauses>& folderClauses() const { return m_folderClauses; }

Q_SIGNALS:
    void catalogueReady();
    void ready();
    /// The dictionary is there: spelling is judged from now on.
    void spellingReady();
    void failed(const appeal::Error& error);

private:
    void loadDictionary();
    std::string m_folder;
    library::CataloguePtr m_catalogue;
    std::shared_ptr<const library::Clauses> m_folderClauses;
    std::shared_ptr<const cause::Reader> m_reader;
    std::shared_ptr<const submit::Reviewer> m_reviewer;
    library::CataloguePtr m_compilingFor; ///< null while nothing is being compiled
};

} // namespace desktop

Q_DECLARE_METATYPE(appeal::Error)
