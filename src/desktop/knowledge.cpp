#include "desktop/knowledge.h"

#include "desktop/background.h"

namespace desktop {

namespace {

struct Loaded
{
    library::CataloguePtr catalogue;
    std::shared_ptr<const library::Clauses> clauses;
    std::optional<appeal::Error> error;
};

Loaded loadFrom(const std::string& folder)
{
    Loaded out;
    if (folder.empty()) {
        auto catalogue = library::builtinCatalogue();
        if (catalogue)
            out.catalogue = *catalogue;
        else
            out.error = catalogue.error();
        return out;
    }
    auto pack = library::packFromFolder(folder);
    if (!pack) {
        out.error = pack.error();
        return out;
    }
    out.catalogue = std::make_shared<const library::Catalogue>(std::move(pack->catalogue));
    out.clauses = std::make_shared<const library::Clauses>(std::move(pack->clauses));
    return out;
}

struct Compiled
{
    std::shared_ptr<const cause::Reader> reader;
    std::shared_ptr<const submit::Reviewer> reviewer;
};

} // namespace

Knowledge::Knowledge(std::string templatesFolder, QObject* parent) : QObject(parent), m_folder(std::move(templatesFolder)) {}

void Knowledge::load()
{
    onPool(this, [folder = m_folder] { return loadFrom(folder); }, [this](Loaded loaded) {
        if (loaded.error) {
            Q_EMIT failed(*loaded.error);
            return;
        }
        m_catalogue = std::move(loaded.catalogue);
        m_folderClauses = std::move(loaded.clauses);
        Q_EMIT catalogueReady();
    });
}

void Knowledge::compile()
{
    if (m_compiling || !m_catalogue)
        return;
    m_compiling = true;
    onPool(this,
        [catalogue = m_catalogue] {
            return Compiled{std::make_shared<const cause::Reader>(*catalogue), std::make_shared<const submit::Reviewer>(catalogue)};
        },
        [this](Compiled compiled) {
            m_compiling = false;
            m_reader = std::move(compiled.reader);
            m_reviewer = std::move(compiled.reviewer);
            Q_EMIT ready();
        });
}

void Knowledge::extend(const std::vector<std::string>& pieces)
{
    if (pieces.empty() || !m_catalogue)
        return;
    library::Pack whole;
    whole.catalogue = *m_catalogue;
    for (const auto& piece : pieces)
        if (auto parsed = library::parsePack(piece, "library.db"))
            (void)bool(library::add(whole, std::move(*parsed))); // one that clashes is left out
    m_catalogue = std::make_shared<const library::Catalogue>(std::move(whole.catalogue));
    Q_EMIT catalogueReady();
    compile();
}

} // namespace desktop
