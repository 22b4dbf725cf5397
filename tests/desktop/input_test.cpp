#include "support.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextEdit>

using namespace desktop;

namespace {

QString saidLine(QWidget* window)
{
    auto* said = window->findChild<QLabel*>(QStringLiteral("said"));
    return said && said->isVisible() ? said->text() : QString();
}

QString write(TestWindow& w, const char* name, const QByteArray& bytes)
{
    const auto path = w.folder.filePath(QLatin1String(name));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return path;
}

QString words(const char* code)
{
    return q(knowledge().catalogue()->say(std::string("error.") + code, "en", {}));
}

/// A window over stores that are opened in @p dir as the program does it.
struct OpenedIn
{
    StorageThread storage;
    MainWindow window;
    explicit OpenedIn(const std::string& dir)
        : storage([dir] {
              auto stores = openStores(libraryFolder(), kToday, {});
              stores.cases.reset();
              auto cases = storage::openCases(dir, kToday);
              if (cases)
                  stores.cases = std::move(*cases);
              else
                  stores.casesError = cases.error();
              return stores;
          }),
          window(knowledge(), storage, dir, [] { return kToday; })
    {
        window.resize(1100, 700);
        window.show();
    }
};

} // namespace

/// What comes in from outside: files and clipboards of every kind, and a data folder in every state.
class InputTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileIsRefusedWithItsReason_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::newRow("binary") << QStringLiteral("notice.txt") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0\\r\xa8" "f", 32) << words("unreadable");
        QTest::newRow("broken case") << QStringLiteral("case.appeal.json") << QByteArray("{\"format\": 1, \"documents\": [") << words("unreadable");
        QTest::newRow("newer case") << QStringLiteral("case.appeal.json") << QByteArray("{\"format\": 99}") << words("newer_format");
    }
    void aFileIsRefusedWithItsReason()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        TestWindow w;
        w->takeFiles({write(w, qPrintable(name), bytes)});
        QTRY_VERIFY(!saidLine(w.window.get()).isEmpty());
        QVERIFY2(saidLine(w.window.get()).startsWith(reason), qPrintable(saidLine(w.window.get())));
        QVERIFY(saidLine(w.window.get()).contains(name));
        QVERIFY(!w.model().isOpen());
    }
    void seventyMegabytesAreRefusedAndNothingIsLost()
    {
        TestWindow w;
        w.start(oneNotice());
        const auto before = w.now();
        const auto path = w.folder.filePath(QStringLiteral("large.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(70 * 1024 * 1024));
        file.close();
        w->takeFiles({path});
        QTRY_VERIFY(!saidLine(w.window.get()).isEmpty());
        QVERIFY2(saidLine(w.window.get()).startsWith(words("too_large")), qPrintable(saidLine(w.window.get())));
        QVERIFY(w.now() == before);
        w->takeFiles({w.folder.filePath(QStringLiteral("not there.txt"))});
        QTRY_VERIFY(saidLine(w.window.get()).startsWith(words("not_found")));
    }
    void anEmptyFileIsATextInWhichNothingIsRecognised()
    {
        TestWindow w;
        w->takeFiles({write(w, "empty.txt", {})});
        QTRY_VERIFY(w.model().isOpen());
        QVERIFY(w.now().causes.empty());
        QVERIFY(!w.model().session().draft());
    }
    void aMailIsReadAsItsText()
    {
        TestWindow w;
        w->takeFiles({write(w, "notice.eml", "From: notice@amazon.com\r\nDate: Sat, 14 Mar 2026 10:00:00 +0000\r\nSubject: Your account\r\nContent-Type: text/plain; charset=utf-8\r\n"
                                             "Content-Transfer-Encoding: quoted-printable\r\n\r\nYour late shipment rate is 9.4%, above our target of 4%. Appeal within 17 days=2E\r\n")});
        QTRY_VERIFY(w.model().isOpen());
        QCOMPARE(w.now().causes.size(), std::size_t(1));
        QVERIFY(appeal::notice(w.now())->text.find("=2E") == std::string::npos);
        QCOMPARE(w.now().deadlines.size(), std::size_t(1));
        QVERIFY(w.now().deadlines.front().due == appeal::parseDate("2026-03-31"));
    }
    void aClipboardWithoutTextIsSaid()
    {
        TestWindow w;
        QGuiApplication::clipboard()->setImage(QImage(4, 4, QImage::Format_RGB32));
        w->newFromClipboard();
        QVERIFY(w.named<QPushButton>(QStringLiteral("Not now")));
        QVERIFY(!w.model().isOpen());
        QGuiApplication::clipboard()->setText(QStringLiteral("  \n "));
        w->newFromClipboard();
        QVERIFY(!w.model().isOpen());
        w.press(QStringLiteral("Begin an empty case"));
        QTRY_VERIFY(w.model().isOpen());
        QVERIFY(w.now().causes.empty());
    }
    void bytesOfNoTextInTheClipboardLoseNothing()
    {
        TestWindow w;
        QGuiApplication::clipboard()->setText(QString::fromLatin1("\x01\x02PNG\0\x03 late shipment rate", 26));
        w->newFromClipboard();
        QTRY_VERIFY(w.model().isOpen());
        QVERIFY2(appeal::notice(w.now())->text.find("late shipment rate") != std::string::npos, appeal::notice(w.now())->text.c_str());
    }
    void aTextThatComesWhileACaseIsOpenIsAskedAbout()
    {
        TestWindow w;
        w.start(oneNotice());
        const auto before = w.now();
        w->takeFiles({write(w, "reply.txt", "We have reinstated your account.")});
        QTRY_VERIFY(w.named<QPushButton>(QStringLiteral("A reply to this case")));
        QVERIFY(w.now() == before);
        w.press(QStringLiteral("A reply to this case"));
        QCOMPARE(w->workspace()->step(), 4);
        QTRY_VERIFY(w.named<QPlainTextEdit>(QStringLiteral("Reply"))->toPlainText().contains(QStringLiteral("reinstated")));
        QVERIFY(appeal::standing(w.now(), "reply").empty());
    }
    void aTextThatNamesACaseUnderWayIsOfferedToIt()
    {
        TestWindow w;
        w.storage->now([&](Stores& stores) {
            appeal::Case c = appeal::apply(appeal::Case{},
                std::vector<appeal::Edit>{appeal::SetFact{{appeal::Scope::Case, {}, "store_name"}, "", "Alder Books", appeal::Source::Typed},
                    appeal::SetFact{{appeal::Scope::Case, {}, "order_ids"}, "", "204-5183306-9917420", appeal::Source::Typed}, appeal::AddLetter{"first_appeal", "en", true}});
            appeal::Event sent;
            sent.what = "submission";
            sent.on = *appeal::parseDate("2026-03-16");
            sent.letter = c.letter;
            sent.letterKind = "first_appeal";
            sent.text = std::make_shared<const std::string>("A letter.");
            c = appeal::apply(c, appeal::Edit(appeal::RecordSubmission{sent}));
            return bool(stores.cases->save(c, 0, journey::summaryOf(c, *knowledge().catalogue(), kToday)));
        });
        const auto answer = [&] { return w.named<QPushButton>(QStringLiteral("A reply to this case")); };
        // another seller's notice starts a case without a question
        QGuiApplication::clipboard()->setText(q(oneNotice()).replace(QStringLiteral("204-5183306-9917420"), QStringLiteral("204-5183306-0000000")));
        w->newFromClipboard();
        QTRY_VERIFY(w.model().isOpen());
        QVERIFY(!answer());
        QTest::keyClick(w.window.get(), Qt::Key_0, Qt::ControlModifier);
        QTRY_VERIFY(!w.model().isOpen());

        QGuiApplication::clipboard()->setText(QStringLiteral("Hello, we need more information about order 204-5183306-9917420."));
        w->newFromClipboard();
        QTRY_VERIFY(answer());
        QVERIFY(!w.model().isOpen());
        w.press(QStringLiteral("A reply to this case"));
        QTRY_VERIFY(w.model().isOpen());
        QCOMPARE(appeal::caseFact(w.now(), "store_name"), std::string("Alder Books"));
        QTRY_COMPARE(w->workspace()->step(), 4);
        QTRY_VERIFY(w.named<QPlainTextEdit>(QStringLiteral("Reply"))->toPlainText().contains(QStringLiteral("more information")));
        QVERIFY(appeal::standing(w.now(), "reply").empty()); // recorded by a person, not by the paste
    }
    void severalFilesAtOnceAreAllTaken()
    {
        TestWindow w;
        w->takeFiles({write(w, "one.txt", oneNotice().c_str()), write(w, "bad.png", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\1\0\0\0\1\0", 25))});
        QTRY_VERIFY(w.model().isOpen());
        QTRY_VERIFY(!saidLine(w.window.get()).isEmpty());
    }

    void aFolderThatCannotBeWrittenIsSaidAndTheWorkGoesOn()
    {
        QTemporaryDir folder;
        QFile blocker(folder.filePath(QStringLiteral("file")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        blocker.close();
        OpenedIn opened(s(folder.filePath(QStringLiteral("file/data")))); // below a file nothing can be made, whoever asks
        QTRY_VERIFY(!saidLine(&opened.window).isEmpty());
        opened.window.model().startFrom(oneNotice(), "test", {}, {});
        QTRY_VERIFY(opened.window.model().isOpen());
        QTRY_VERIFY_WITH_TIMEOUT(opened.window.autosave().state() == Autosave::State::Failed, 10000);
        opened.window.goToStep(0);
        auto* saved = opened.window.findChild<QLabel*>(QStringLiteral("saved"));
        QTRY_VERIFY(saved && saved->text().startsWith(QStringLiteral("Not saved: ")));
        QCOMPARE(opened.window.model().now().causes.size(), std::size_t(1));
    }
    void aStoreOfALaterVersionIsLeftAsItIs()
    {
        QTemporaryDir folder;
        const auto dir = s(folder.path());
        QVERIFY(bool(storage::openCases(dir, kToday)));
        const auto path = folder.filePath(QStringLiteral("cases.db"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(60)); // user_version, big-endian
        QCOMPARE(file.write(QByteArray("\0\0\x7f\xff", 4)), 4);
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto before = file.readAll();
        file.close();
        {
            OpenedIn opened(dir);
            QTRY_VERIFY(saidLine(&opened.window).startsWith(words("newer_format")));
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
    }
    void aDamagedStoreIsKeptAsideAndACopyTakesItsPlace()
    {
        QTemporaryDir folder;
        const auto dir = s(folder.path());
        {
            auto store = storage::openCases(dir, kToday);
            QVERIFY(bool(store));
            appeal::Case c;
            c = appeal::apply(c, appeal::Edit(appeal::SetTitle{"kept"}));
            QVERIFY(bool((*store)->save(c, 0, {})));
        }
        QVERIFY(bool(storage::openCases(dir, appeal::Date{std::chrono::sys_days{kToday} + std::chrono::days{1}}))); // the next day's copy holds it
        QFile file(folder.filePath(QStringLiteral("cases.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(9000, 'x'));
        file.close();
        OpenedIn opened(dir);
        QPushButton* copy = nullptr;
        const auto find = [&] {
            for (auto* b : opened.window.findChildren<QPushButton*>())
                if (!copy && b->isVisible() && b->text().startsWith(QStringLiteral("Take the copy of")))
                    copy = b; // the newest
            return copy != nullptr;
        };
        QTRY_VERIFY(find());
        QVERIFY(saidLine(&opened.window).startsWith(words("store_damaged")));
        QSignalSpy listed(opened.window.casesPage(), &CasesPage::listed);
        QTest::mouseClick(copy, Qt::LeftButton);
        QTRY_VERIFY(listed.count() > 0 && saidLine(&opened.window).contains(QStringLiteral("kept beside it")));
        const auto list = opened.storage.now([](Stores& stores) { return stores.cases ? stores.cases->list() : appeal::Result<std::vector<storage::Summary>>(std::vector<storage::Summary>{}); });
        QVERIFY(list && list->size() == 1);
        bool aside = false;
        for (const auto& name : QDir(folder.path()).entryList(QDir::Files))
            if (name.startsWith(QStringLiteral("cases")) && name != QStringLiteral("cases.db"))
                if (QFile damaged(folder.filePath(name)); damaged.open(QIODevice::ReadOnly) && damaged.readAll() == QByteArray(9000, 'x'))
                    aside = true;
        QVERIFY(aside);
    }
};
REGISTER_TEST(InputTest);
#include "input_test.moc"
