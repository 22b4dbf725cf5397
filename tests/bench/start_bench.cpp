// Start until the first rows of the case list are painted, and a key typed then is shown, beside a window that does nothing.
// Both are processes of their own, started in turns on a store of 40 cases; the first turn warms the caches and does not count.
#include "desktop/application.h"
#include "desktop/main_window.h"
#include "desktop/strings.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProcess>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace {

const appeal::Date kDay{std::chrono::year{2026}, std::chrono::March, std::chrono::day{20}};

double now() { return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count(); }

/// What `causeway` does at its start; tells the two moments and ends.
int window(const std::string& folder)
{
    desktop::StartOptions options;
    options.dataDir = folder;
    options.language = QStringLiteral("en");
    options.theme = QStringLiteral("light");
    desktop::Knowledge knowledge;
    knowledge.load();
    desktop::StorageThread storage([&] { return desktop::openStores(folder, kDay, {}); });
    desktop::prepareApplication(options);
    desktop::MainWindow shown(knowledge, storage, folder, [] { return kDay; });
    shown.rememberNothing();
    shown.resize(1280, 800);
    QObject::connect(shown.casesPage(), &desktop::CasesPage::listed, &shown, [&shown] {
        QCoreApplication::processEvents();
        const double painted = now();
        auto* words = shown.casesPage()->findChild<QLineEdit*>();
        words->setFocus();
        QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("a"));
        QCoreApplication::sendEvent(words, &key);
        QCoreApplication::processEvents();
        std::printf("%.3f %.3f %d\n", painted, now(), shown.casesPage()->table()->model()->rowCount());
        std::fflush(stdout);
        QApplication::exit();
    }, Qt::QueuedConnection);
    shown.show();
    return QApplication::exec();
}

bool fill(const std::string& folder)
{
    auto store = storage::openCases(folder, kDay);
    if (!store)
        return false;
    for (int i = 0; i < 40; ++i) {
        appeal::Case c;
        c.id = "case-" + std::to_string(i);
        c.facts[{appeal::Scope::Case, {}, "store_name"}].value[""] = "Amber Store " + std::to_string(i);
        storage::Summary card;
        card.store = "Amber Store " + std::to_string(i);
        card.marketplace = "amazon";
        card.state = "drafting";
        card.causes = {"late_shipment_rate"};
        if (!(*store)->save(c, 0, card))
            return false;
    }
    return true;
}

struct Start { double painted = 0, typed = 0; };

Start run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    const double begun = now();
    process.start(program, arguments);
    process.waitForFinished(60'000);
    const auto words = QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char(' '));
    return {words.value(0).toDouble() - begun, words.value(1).trimmed().toDouble() - begun};
}

double median(std::vector<double> all)
{
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc == 3 && std::string_view(argv[1]) == "--window")
        return window(argv[2]);

    QTemporaryDir folder;
    if (!fill(desktop::s(folder.path())))
        return 1;
    std::vector<double> ours[2], floor[2];
    for (int i = 0; i < 12; ++i) {
        const auto f = run(QStringLiteral(FLOOR), {folder.filePath(QStringLiteral("floor.db"))});
        const auto o = run(QCoreApplication::applicationFilePath(), {QStringLiteral("--window"), folder.path()});
        if (i == 0)
            continue;
        floor[0].push_back(f.painted);
        floor[1].push_back(f.typed);
        ours[0].push_back(o.painted);
        ours[1].push_back(o.typed);
    }
    std::printf("%-34s %9s %9s %8s\n", "start, median of 11", "ms", "floor ms", "ratio");
    const char* names[]{"first rows painted", "a key typed then is shown"};
    for (int i = 0; i < 2; ++i)
        std::printf("%-34s %9.1f %9.1f %8.2f\n", names[i], median(ours[i]), median(floor[i]), median(ours[i]) / median(floor[i]));
    return 0;
}
