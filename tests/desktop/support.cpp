#include "support.h"

#include <QEventLoop>
#include <QFile>
#include <QTimer>

desktop::Knowledge& knowledge()
{
    static auto* shared = [] {
        auto* made = new desktop::Knowledge({}, qApp);
        QSignalSpy loaded(made, &desktop::Knowledge::catalogueReady), ready(made, &desktop::Knowledge::ready);
        made->load();
        if (!loaded.count())
            loaded.wait(20000);
        made->compile();
        if (!ready.count())
            ready.wait(20000);
        return made;
    }();
    return *shared;
}

const std::string& libraryFolder()
{
    static const QTemporaryDir folder;
    static const std::string path = desktop::s(folder.path());
    return path;
}

std::string sharedNotice(const char* name)
{
    QFile file(QStringLiteral(SOURCE_DIR "/../shared/domain/sample-notices/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

std::string oneNotice()
{
    return "Subject: Your Amazon.co.uk account is at risk\nDate: 14 March 2026\n\nDear Lindenhof Books,\n\n"
           "We found too many orders in your account that were shipped late. Your late shipment rate is 9.4% over the last 10 days; our goal is less than 4%.\n\n"
           "Orders that were confirmed after their expected ship date:\n204-5183306-9917420\n204-7740952-1186347\n\n"
           "To keep your account open, send us a plan of action within 17 days of this message. It has to name the reason for the delays and the steps that prevent new ones.\n\n"
           "Seller Performance Team\nAmazon.co.uk\n";
}

TestWindow::TestWindow(RehearsedStore* rehearsed, QSize size)
{
    knowledge();
    storage = std::make_unique<desktop::StorageThread>([dir = dataDir(), rehearsed] {
        desktop::Stores stores = desktop::openStores(libraryFolder(), kToday, {});
        stores.cases.reset(rehearsed);
        if (!rehearsed)
            if (auto cases = storage::openCases(dir, kToday))
                stores.cases = std::move(*cases);
        return stores;
    });
    window = std::make_unique<desktop::MainWindow>(knowledge(), *storage, dataDir(), [] { return kToday; });
    QSignalSpy listed(window->casesPage(), &desktop::CasesPage::listed);
    window->resize(size);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()) || (!window->casesPage()->isListed() && !listed.wait(20000)))
        qFatal("the window does not come");
    window->activateWindow();
}

TestWindow::~TestWindow()
{
    if (window)
        closeNow();
}

void TestWindow::closeNow()
{
    window->autosave().finish(3000);
    window.reset();
    storage.reset();
}

void TestWindow::start(const std::string& notice)
{
    model().startFrom(notice, "test", {}, {});
    QTRY_VERIFY(model().isOpen());
    window->goToStep(0);
    QCoreApplication::processEvents();
}

void TestWindow::press(const QString& name, QWidget* inside)
{
    auto* b = named<QAbstractButton>(name, inside);
    QVERIFY2(b, qPrintable(QStringLiteral("no button \"%1\" shows").arg(name)));
    QVERIFY2(b->isEnabled(), qPrintable(QStringLiteral("\"%1\" is off").arg(name)));
    QTest::mouseClick(b, Qt::LeftButton);
    QCoreApplication::processEvents();
}
