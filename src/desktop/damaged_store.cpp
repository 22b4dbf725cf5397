#include "desktop/damaged_store.h"

#include "desktop/background.h"
#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/words.h"

#include <QFileInfo>

namespace desktop {

namespace {

constexpr std::size_t kOffered = 3; ///< copies, the newest ones

class DamagedStore
{
    Q_DECLARE_TR_FUNCTIONS(DamagedStore)
public:
    /// "cases.2026-03-14.db" is of 14 March.
    static QString nameOf(const std::string& copy, const appeal::Date& today)
    {
        const auto file = QFileInfo(q(copy)).completeBaseName();
        const auto day = appeal::parseDate(s(file.right(10)));
        return tr("Take the copy of %1").arg(day ? shortDay(*day, today) : file);
    }
    static QString sentence() { return tr("The file of your cases is damaged and was not changed. A daily copy can take its place; the damaged file is kept beside it."); }
    static QString anew() { return tr("Begin without cases"); }
    static QString taken(const std::string& copy) { return tr("The copy %1 took the place of the damaged file, which is kept beside it.").arg(QFileInfo(q(copy)).fileName()); }
    static QString begun(const std::string& aside) { return tr("A new file was begun. The damaged one is kept as %1.").arg(q(aside)); }
};

} // namespace

void askAboutDamage(Strip& strip, StorageThread& storage, const std::string& dataDir, appeal::Date today, const library::CataloguePtr& catalogue, std::function<void(const QString&)> then)
{
    // on the storage thread, where no store of cases is open now
    const auto put = [&strip, &storage, catalogue, then](auto job) {
        storage.ask(&strip, [job](Stores&) { return job(); }, [&storage, catalogue, then](appeal::Result<QString> line) {
            storage.reopen();
            then(line ? *line : ErrorWords::of(line.error(), catalogue.get()));
        });
    };
    Strip::Answers answers;
    auto copies = storage::caseCopies(dataDir);
    if (copies.size() > kOffered)
        copies.resize(kOffered);
    for (const auto& copy : copies)
        answers.emplace_back(DamagedStore::nameOf(copy, today), [put, dataDir, copy] {
            put([dataDir, copy]() -> appeal::Result<QString> {
                if (auto done = storage::restoreCases(dataDir, copy); !done)
                    return done.error();
                return DamagedStore::taken(copy);
            });
        });
    answers.emplace_back(DamagedStore::anew(), [put, dataDir] {
        put([dataDir]() -> appeal::Result<QString> {
            auto aside = storage::setAsideCases(dataDir);
            if (!aside)
                return aside.error();
            return DamagedStore::begun(*aside);
        });
    });
    strip.ask(QStringLiteral("damaged"), DamagedStore::sentence(), answers);
}

} // namespace desktop
