#include "desktop/application.h"

#include "desktop/glossary_tips.h"
#include "desktop/language.h"
#include "desktop/main_window.h"
#include "desktop/settings.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>

static void initResources()
{
    Q_INIT_RESOURCE(resources);
    Q_INIT_RESOURCE(translations);
}

namespace desktop {

void prepareApplication(const StartOptions& options)
{
    initResources();
    const QSettings kept(q(options.dataDir + "/window.ini"), QSettings::IniFormat);
    useFonts();
    useTheme(options.theme.isEmpty() ? settings::theme.get(kept) : options.theme);
    useLanguage(options.language.isEmpty() ? settings::language.get(kept) : options.language);
}

Stores openStores(const std::string& dataDir, appeal::Date today, const std::string& templates)
{
    Stores stores;
    auto cases = storage::openCases(dataDir, today);
    if (cases)
        stores.cases = std::move(*cases);
    else
        stores.casesError = cases.error();
    if (!templates.empty())
        return stores; // the folder's clauses are used as they are; the library keeps the shipped ones
    auto library = storage::openLibrary(dataDir, library::embeddedDigest(), []() -> appeal::Result<library::Clauses> {
        auto pack = library::builtinPack();
        if (!pack)
            return pack.error();
        return std::move(pack->clauses);
    });
    if (library)
        stores.library = std::move(*library);
    else
        stores.libraryError = library.error();
    return stores;
}

std::function<appeal::Date()> todayOf(const StartOptions& options)
{
    if (options.today)
        return [today = *options.today] { return today; };
    return [] {
        const auto now = QDate::currentDate();
        return appeal::Date{std::chrono::year{now.year()}, std::chrono::month{unsigned(now.month())}, std::chrono::day{unsigned(now.day())}};
    };
}

namespace {

/// Shows what was asked for, takes the picture when everything is drawn, and ends.
class Photographer : public QObject
{
public:
    Photographer(MainWindow& window, Knowledge& knowledge, const StartOptions& options) : m_window(window), m_options(options)
    {
        connect(&knowledge, &Knowledge::ready, this, [this] {
            m_ready = true;
            next();
        });
        connect(window.casesPage(), &CasesPage::listed, this, [this] {
            m_listed = true;
            next();
        });
        connect(&window.model(), &CaseModel::opened, this, [this] { QTimer::singleShot(0, this, [this] { arrange(); }); });
    }

private:
    void next()
    {
        if (!m_ready || !m_listed || m_begun)
            return;
        m_begun = true;
        if (m_options.open.isEmpty())
            QTimer::singleShot(200, this, [this] { shoot(); });
        else if (m_options.open == QLatin1String("sample"))
            m_window.openSample();
        else if (QFile::exists(m_options.open))
            m_window.takeFiles({m_options.open});
        else
            m_window.openCase(s(m_options.open));
    }
    void arrange()
    {
        m_window.goToStep(m_options.step > 0 ? m_options.step - 1 : 2);
        if (m_options.tab > 0)
            m_window.workspace()->preview()->showTab(m_options.tab);
        QTimer::singleShot(400, this, [this] { shoot(); });
    }
    void shoot()
    {
        const bool written = m_window.grab().save(m_options.screenshot, "PNG");
        if (!written)
            std::fprintf(stderr, "causeway: %s: the picture cannot be written; check the folder\n", qUtf8Printable(m_options.screenshot));
        QCoreApplication::exit(written ? 0 : 4);
    }
    MainWindow& m_window;
    const StartOptions& m_options;
    bool m_ready = false, m_listed = false, m_begun = false;
};

} // namespace

int runWindow(const StartOptions& options)
{
    const auto today = todayOf(options);
    Knowledge knowledge(options.templates);
    GlossaryTips tips([&knowledge] { return knowledge.catalogue(); });
    qApp->installEventFilter(&tips);
    knowledge.load(); // parses while the window is made
    StorageThread storage([&options, day = today()] { return openStores(options.dataDir, day, options.templates); });
    prepareApplication(options);
    MainWindow window(knowledge, storage, options.dataDir, today);
    QObject::connect(&knowledge, &Knowledge::catalogueReady, &window, [&knowledge, &storage, &window, first = true]() mutable {
        if (!std::exchange(first, false))
            return;
        using Own = std::pair<std::vector<std::string>, std::vector<library::Override>>;
        storage.ask(
            &window,
            [](Stores& stores) {
                Own own;
                if (stores.library) {
                    auto pieces = stores.library->userPieces();
                    auto overrides = stores.library->overrides();
                    if (pieces && overrides)
                        own = {std::move(*pieces), std::move(*overrides)};
                }
                return own;
            },
            [&knowledge](const Own& own) { knowledge.extend(own.first, own.second); });
    });
    std::unique_ptr<Photographer> photographer;
    if (!options.screenshot.isEmpty()) {
        window.rememberNothing();
        const auto size = options.size.split(QLatin1Char('x'));
        window.resize(size.value(0).toInt() > 0 ? size.value(0).toInt() : 1280, size.value(1).toInt() > 0 ? size.value(1).toInt() : 800);
        photographer = std::make_unique<Photographer>(window, knowledge, options);
    } else if (!options.open.isEmpty()) {
        QObject::connect(&knowledge, &Knowledge::ready, &window, [&window, &options, first = true]() mutable {
            if (!std::exchange(first, false))
                return;
            if (options.open == QLatin1String("sample"))
                window.openSample();
            else if (QFile::exists(options.open))
                window.takeFiles({options.open});
            else
                window.openCase(s(options.open));
        });
    }
    window.show();
    return QApplication::exec();
}

} // namespace desktop
