#include "desktop/knowledge.h"

#include "desktop/background.h"

#include <utility>

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
    library::CataloguePtr catalogue;
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
    if (!m_catalogue || m_compilingFor == m_catalogue)
        return;
    const bool busy = m_compilingFor != nullptr;
    m_compilingFor = m_catalogue;
    if (busy)
        return; // what is being made is made again when it is there
    onPool(this,
        [catalogue = m_catalogue] {
            return Compiled{catalogue, std::make_shared<const cause::Reader>(*catalogue), std::make_shared<const submit::Reviewer>(catalogue)};
        },
        [this](Compiled compiled) {
            const bool newest = std::exchange(m_compilingFor, nullptr) == compiled.catalogue;
            m_reader = std::move(compiled.reader);
            m_reviewer = std::move(compiled.reviewer);
            Q_EMIT ready();
            QThreadPool::globalInstance()->start([reader = m_reader] { reader->warm(); });
            if (newest)
                loadDictionary();
            else
                compile();
        });
}

void Knowledge::loadDictionary()
{
    onPool(this,
        [reviewer = m_reviewer] {
            reviewer->loadDictionary();
            return reviewer;
        },
        [this](const std::shared_ptr<const submit::Reviewer>& reviewer) {
            if (reviewer == m_reviewer)
                Q_EMIT spellingReady();
        });
}

void Knowledge::extend(const std::vector<std::string>& pieces, const std::vector<library::Override>& overrides)
{
    if ((pieces.empty() && overrides.empty()) || !m_catalogue)
        return;
    m_catalogue = library::withUsers(m_catalogue, pieces, overrides);
    Q_EMIT catalogueReady();
    compile();
}

} // namespace desktop
