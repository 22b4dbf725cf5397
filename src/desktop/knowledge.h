#pragma once

#include "cause/reader.h"
#include "library/clauses.h"
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
    /// Compiles reader and reviewer (pool); once, after the first paint. `ready` follows.
    void compile();
    /// Adds the pieces of the user's own packs and compiles again.
    void extend(const std::vector<std::string>& pieces);

    const library::CataloguePtr& catalogue() const { return m_catalogue; } ///< null until catalogueReady
    const std::shared_ptr<const cause::Reader>& reader() const { return m_reader; } ///< null until ready
    const std::shared_ptr<const submit::Reviewer>& reviewer() const { return m_reviewer; }
    /// The clauses of the templates folder; null where they come from the library's store.
    const std::shared_ptr<const library::Clauses>& folderClauses() const { return m_folderClauses; }

Q_SIGNALS:
    void catalogueReady();
    void ready();
    void failed(const appeal::Error& error);

private:
    std::string m_folder;
    library::CataloguePtr m_catalogue;
    std::shared_ptr<const library::Clauses> m_folderClauses;
    std::shared_ptr<const cause::Reader> m_reader;
    std::shared_ptr<const submit::Reviewer> m_reviewer;
    bool m_compiling = false;
};

} // namespace desktop

Q_DECLARE_METATYPE(appeal::Error)
