#include "support.h"

#include "desktop/settings.h"

#include <QApplication>
#include <QFile>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QTextEdit>

using namespace desktop;

namespace {

QString savedLine(TestWindow& w)
{
    auto* label = w->findChild<QLabel*>(QStringLiteral("saved"));
    return label ? label->text() : QString();
}

void typeStore(TestWindow& w, const QString& name)
{
    QLineEdit* store = nullptr;
    QTRY_VERIFY((store = w.named<QLineEdit>(QStringLiteral("Store name"))));
    store->setFocus();
    store->selectAll();
    QInputMethodEvent commit; // as an input method hands over what was composed
    commit.setCommitString(name);
    QApplication::sendEvent(store, &commit);
}

} // namespace

/// Nothing to save by hand, and nothing lost.
class SavingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasTypedIsInTheFileWithoutTheWindowClosing()
    {
        TestWindow w;
        w.start(oneNotice());
        typeStore(w, QStringLiteral("Lindenhof 书店"));
        QTRY_VERIFY_WITH_TIMEOUT(!w->autosave().dirty() && savedLine(w).startsWith(QStringLiteral("Saved")), 5000);
        // as after a kill: another program opens the same file
        auto again = storage::openCases(w.dataDir(), kToday);
        QVERIFY(bool(again));
        const auto list = (*again)->list();
        QVERIFY(list && list->size() == 1);
        QCOMPARE(q(list->front().store), QStringLiteral("Lindenhof 书店"));
        const auto stored = (*again)->load(list->front().id);
        QVERIFY(bool(stored));
        QCOMPARE(q(appeal::notice(stored->value)->text), q(appeal::notice(w.now())->text));
    }

    void aKilledProgramHasLostNothing()
    {
        const QString program = QStringLiteral(CAUSEWAY_PROGRAM);
        if (!QFile::exists(program))
            QSKIP("the program is not built");
        QTemporaryDir folder;
        const auto notice = folder.filePath(QStringLiteral("notice.txt"));
        QFile file(notice);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(oneNotice().c_str());
        file.close();
        const auto data = s(folder.filePath(QStringLiteral("data")));
        QProcess process;
        process.start(program, {QStringLiteral("--data-dir"), q(data), QStringLiteral("--today"), QStringLiteral("2026-03-20"), notice});
        QVERIFY(process.waitForStarted(20000));
        std::vector<storage::Summary> list;
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(q(data + "/cases.db")), 20000);
        auto look = [&] {
            auto store = storage::openCases(data, kToday);
            auto all = store ? (*store)->list() : appeal::Result<std::vector<storage::Summary>>(std::vector<storage::Summary>{});
            if (all)
                list = *all;
            return !list.empty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(look(), 20000);
        process.kill();
        QVERIFY(process.waitForFinished(20000));
        auto store = storage::openCases(data, kToday);
        QVERIFY(bool(store));
        const auto stored = (*store)->load(list.front().id);
        QVERIFY(bool(stored));
        QCOMPARE(stored->value.causes.size(), std::size_t(1));
        QVERIFY(appeal::notice(stored->value)->text.find("204-5183306-9917420") != std::string::npos);
    }

    void aFullDiskIsSaidAndSavedLater()
    {
        auto* store = new RehearsedStore;
        TestWindow w(store);
        store->refuse = 1;
        w.start(oneNotice());
        QTRY_VERIFY_WITH_TIMEOUT(savedLine(w).startsWith(QStringLiteral("Not saved: ")), 5000);
        typeStore(w, QStringLiteral("Lindenhof Books"));
        QTRY_VERIFY_WITH_TIMEOUT(savedLine(w).startsWith(QStringLiteral("Saved")), 10000);
        QCOMPARE(appeal::caseFact(store->kept(), "store_name"), std::string("Lindenhof Books"));
    }

    void aStoreThatKeepsRefusingOffersACopy()
    {
        auto* store = new RehearsedStore;
        TestWindow w(store);
        store->refuse = 1000;
        w.start(oneNotice());
        QTRY_VERIFY_WITH_TIMEOUT(w->autosave().failures() >= 2, 15000);
        QVERIFY(w.named<QPushButton>(QStringLiteral("Save a copy…")));
        // closing asks before anything is lost
        w->close();
        QVERIFY(w->isVisible());
        store->refuse = 0;
        QTRY_VERIFY_WITH_TIMEOUT(savedLine(w).startsWith(QStringLiteral("Saved")), 15000);
    }

    void leavingACaseThatIsNotSavedAsksFirst()
    {
        auto* store = new RehearsedStore;
        TestWindow w(store);
        store->refuse = 1000;
        w.start(oneNotice());
        typeStore(w, QStringLiteral("Lindenhof Books"));
        QTest::keyClick(w.window.get(), Qt::Key_0, Qt::ControlModifier);
        QTRY_VERIFY(w.named<QPushButton>(QStringLiteral("Stay")));
        QVERIFY(w.model().isOpen());
        w.press(QStringLiteral("Stay"));
        QCOMPARE(appeal::caseFact(w.now(), "store_name"), std::string("Lindenhof Books"));
        store->refuse = 0;
        QTest::keyClick(w.window.get(), Qt::Key_0, Qt::ControlModifier);
        QTRY_VERIFY(!w.model().isOpen());
        QCOMPARE(appeal::caseFact(store->kept(), "store_name"), std::string("Lindenhof Books"));
    }

    void wordsTypedJustBeforeLeavingAreSaved()
    {
        TestWindow w;
        w.start(oneNotice());
        for (int i = 0; i < 5; ++i) {
            const auto name = QStringLiteral("Store %1").arg(i);
            typeStore(w, name);
            w->showCases();
            QVERIFY(!w.model().isOpen());
            const auto list = w.storage->now([](Stores& stores) { return stores.cases->list(); });
            QVERIFY(list && list->size() == 1);
            QCOMPARE(q(list->front().store), name);
            w->openCase(list->front().id);
            QTRY_VERIFY(w.model().isOpen());
        }
    }

    void aHundredEditsAreAFewWritesAndTheLastWordsAreKept()
    {
        auto* store = new RehearsedStore;
        TestWindow w(store);
        w.start(oneNotice());
        typeStore(w, QStringLiteral("x"));
        QTest::keyClicks(w.named<QLineEdit>(QStringLiteral("Store name")), QString(100, QLatin1Char('x')) + QStringLiteral(" end"));
        QTRY_VERIFY_WITH_TIMEOUT(!w->autosave().dirty(), 10000);
        QVERIFY(appeal::caseFact(store->kept(), "store_name").ends_with(" end"));
        QVERIFY2(store->writes < 30, qPrintable(QString::number(store->writes)));
    }

    void savedElsewhereBothAreKeptUntilAPersonChooses()
    {
        auto* store = new RehearsedStore;
        TestWindow w(store);
        w.start(oneNotice());
        QTRY_VERIFY_WITH_TIMEOUT(savedLine(w).startsWith(QStringLiteral("Saved")), 5000);
        store->stale = true;
        typeStore(w, QStringLiteral("Mine"));
        QTRY_VERIFY_WITH_TIMEOUT(w.named<QPushButton>(QStringLiteral("Keep this window's")), 5000);
        QVERIFY(appeal::caseFact(store->kept(), "store_name").empty());
        w.press(QStringLiteral("Keep this window's"));
        QTRY_VERIFY_WITH_TIMEOUT(!w->autosave().dirty(), 5000);
        QCOMPARE(appeal::caseFact(store->kept(), "store_name"), std::string("Mine"));
    }

    void undoAndRedoReachEveryPage()
    {
        TestWindow w;
        w.start(oneNotice());
        const auto beginning = w.now();
        QVERIFY(!w.model().session().canUndo());
        w.press(QStringLiteral("It happened"));
        typeStore(w, QStringLiteral("Lindenhof Books"));
        QTest::keyClick(w.window.get(), Qt::Key_2, Qt::ControlModifier);
        QLineEdit* why = nullptr;
        QTRY_VERIFY((why = w.named<QLineEdit>(QStringLiteral("Why 1"))));
        QTest::keyClicks(why, QStringLiteral("one person only"));
        const auto end = w.now();
        int steps = 0;
        while (w.model().session().canUndo() && steps < 100) {
            QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
            ++steps;
        }
        // a word is one step, not one for each letter
        QVERIFY2(steps >= 3 && steps < 12, qPrintable(QString::number(steps)));
        QVERIFY(w.now() == beginning);
        QTRY_VERIFY(w.named<QLineEdit>(QStringLiteral("Why 1"))->text().isEmpty());
        for (int i = 0; i < steps; ++i)
            QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(w.now() == end);
        QCOMPARE(w.named<QLineEdit>(QStringLiteral("Why 1"))->text(), QStringLiteral("one person only"));
        QTest::keyClick(w.window.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(w.named<QRadioButton>(QStringLiteral("It happened"))->isChecked());
    }

    void theWindowIsFoundAsItWasLeft()
    {
        QTemporaryDir folder;
        QByteArray panes;
        {
            TestWindow w;
            w.start(oneNotice());
            w->resize(1180, 700);
            QCoreApplication::processEvents();
            w->close();
            panes = settings::panes.get(w->settings());
            QVERIFY(!panes.isEmpty());
            QVERIFY(!settings::geometry.get(w->settings()).isEmpty());
            w->settings().sync();
            QVERIFY(QFile::copy(w.folder.filePath(QStringLiteral("window.ini")), folder.filePath(QStringLiteral("window.ini"))));
        }
        StorageThread storage([dir = s(folder.path())] { return openStores(libraryFolder(), kToday, {}); });
        MainWindow again(knowledge(), storage, s(folder.path()), [] { return kToday; });
        QCOMPARE(again.size(), QSize(1180, 700));
    }
};
REGISTER_TEST(SavingTest);
#include "saving_test.moc"
