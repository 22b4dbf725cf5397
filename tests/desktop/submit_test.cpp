#include "support.h"

#include "letter/format.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTextEdit>

#include <algorithm>
#include <set>

using namespace desktop;

namespace {

QString copiedLine(TestWindow& w)
{
    auto* line = w->findChild<QLabel*>(QStringLiteral("copied"));
    return line && line->isVisible() ? line->text() : QString();
}

void toSubmit(TestWindow& w)
{
    QTest::keyClick(w.window.get(), Qt::Key_4, Qt::ControlModifier);
    QTRY_COMPARE(w->workspace()->step(), 3);
    QTRY_VERIFY(w.model().review());
    QCoreApplication::processEvents();
}

/// What a button of a finding is called.
QString nameOf(const appeal::Finding& finding, const char* button)
{
    const auto quote = q(finding.text).simplified();
    return QLatin1String(button) + q(knowledge().catalogue()->say("check." + finding.check, "en", {})) + (quote.isEmpty() ? QString() : QStringLiteral(" “%1”").arg(quote.left(60)));
}

/// A case with a letter that is far from ready.
void begin(TestWindow& w)
{
    w.start(oneNotice());
    w.press(QStringLiteral("It happened"));
    auto* store = w.named<QLineEdit>(QStringLiteral("Store name"));
    QVERIFY(store);
    QTest::keyClicks(store, QStringLiteral("Lindenhof Books"));
    toSubmit(w);
}

} // namespace

/// Step 4: findings that lead to what mends them, copying, saving, recording.
class SubmitTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCopyIsNeverRefusedAndSaysWhatBlocks()
    {
        TestWindow w;
        begin(w);
        QVERIFY(!w.model().review()->ready);
        QGuiApplication::clipboard()->clear();
        w.press(QStringLiteral("Copy letter"), w->workspace()->page(3));
        QCOMPARE(QGuiApplication::clipboard()->text(), q(letter::toText(w.model().session().letter()).text));
        const auto line = copiedLine(w);
        QVERIFY2(line.contains(QStringLiteral("Lindenhof Books")), qPrintable(line));
        std::set<std::string> blocks;
        for (const auto& finding : w.model().review()->findings)
            if (finding.severity == appeal::Severity::Block)
                blocks.insert(finding.check);
        QVERIFY(blocks.size() > 1);
        for (const auto& check : blocks)
            QVERIFY2(line.contains(q(knowledge().catalogue()->say("check." + check, "en", {}))), check.c_str());
        // by the key from any page, said in the window's line
        QTest::keyClick(w.window.get(), Qt::Key_1, Qt::ControlModifier);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(w.window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        auto* said = w->findChild<QLabel*>(QStringLiteral("said"));
        QVERIFY(said->isVisible() && said->text().contains(QStringLiteral("Lindenhof Books")));
    }

    void eachFindingLeadsToWhereItIsMended()
    {
        TestWindow w;
        begin(w);
        const auto* review = w.model().review();
        QVERIFY(review);
        std::vector<appeal::Finding> blocks;
        for (const auto& finding : review->findings)
            if (finding.severity == appeal::Severity::Block)
                blocks.push_back(finding);
        QVERIFY(blocks.size() > 2);
        std::set<std::string> tried;
        for (const auto& finding : blocks) {
            if (!tried.insert(finding.check).second)
                continue;
            toSubmit(w);
            const auto name = nameOf(finding, "Mend: ");
            auto* mend = w.named<QToolButton>(name);
            QVERIFY2(mend, qPrintable(name));
            QTest::mouseClick(mend, Qt::LeftButton);
            QCoreApplication::processEvents();
            QVERIFY2(w->workspace()->step() != 3, finding.check.c_str());
            auto* page = w->workspace()->page(w->workspace()->step());
            QTRY_VERIFY2(QApplication::focusWidget() && (page->isAncestorOf(QApplication::focusWidget()) || w->workspace()->preview()->isAncestorOf(QApplication::focusWidget())), finding.check.c_str());
        }
    }

    void aMissingPhoneLeadsToItsFieldAndIsGoneWhenTyped()
    {
        TestWindow w;
        begin(w);
        const auto found = [&]() -> const appeal::Finding* {
            if (const auto* review = w.model().review())
                for (const auto& f : review->findings)
                    if (f.place.fact == "contact_phone")
                        return &f;
            return nullptr;
        };
        QVERIFY(found());
        w.press(nameOf(*found(), "Mend: "));
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QTRY_VERIFY((field = qobject_cast<QLineEdit*>(QApplication::focusWidget())));
        QCOMPARE(field->accessibleName(), QStringLiteral("Phone with country code"));
        QTest::keyClicks(field, QStringLiteral("+44 1632 960222"));
        QTRY_VERIFY(!found());
    }

    void aFindingIsSetAsideWithAReasonAndTakenUpAgain()
    {
        TestWindow w;
        begin(w);
        const appeal::Finding* warn = nullptr;
        for (const auto& finding : w.model().review()->findings)
            if (finding.severity == appeal::Severity::Warn && !warn)
                warn = &finding;
        if (!warn)
            QSKIP("this letter has no warning");
        const auto finding = *warn;
        w.press(nameOf(finding, "Set aside: "));
        auto* reason = w.named<QLineEdit>(nameOf(finding, "Why it may stand: "));
        QVERIFY(reason);
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(w.now().setAside.empty()); // not without a reason
        QTest::keyClicks(reason, QStringLiteral("known to the marketplace"));
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(w.now().setAside.size(), std::size_t(1));
        QCOMPARE(w.now().setAside.front().reason, std::string("known to the marketplace"));
        QToolButton* hints = nullptr;
        const auto find = [&] {
            for (auto* b : w->workspace()->page(3)->findChildren<QToolButton*>())
                if (b->isVisible() && b->text().contains(QStringLiteral("with what was set aside")))
                    hints = b;
            return hints != nullptr;
        };
        QTRY_VERIFY(find());
        QTest::mouseClick(hints, Qt::LeftButton);
        QTRY_VERIFY(w.named<QToolButton>(nameOf(finding, "Take up again: ")));
        w.press(nameOf(finding, "Take up again: "));
        QVERIFY(w.now().setAside.empty());
    }

    void theLetterIsSavedAsText()
    {
        TestWindow w;
        begin(w);
        QTest::keyClick(w.window.get(), Qt::Key_S, Qt::ControlModifier);
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = w->findChild<QFileDialog*>()));
        const auto path = w.folder.filePath(QStringLiteral("letter 甲.txt"));
        dialog->selectFile(path);
        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), q(letter::toText(w.model().session().letter()).text) + QLatin1Char('\n'));
        auto* said = w->findChild<QLabel*>(QStringLiteral("said"));
        QTRY_VERIFY(said->isVisible() && said->text().contains(QStringLiteral("letter 甲.txt")));
    }

    void recordingFreezesTheTextAsItWas()
    {
        TestWindow w;
        begin(w);
        const auto before = q(letter::toText(w.model().session().letter()).text);
        auto* day = w.named<QLineEdit>(QStringLiteral("Sent on"));
        QVERIFY(day);
        QCOMPARE(day->text(), QStringLiteral("2026-03-20"));
        // a day that is not there yet is refused in the page
        day->selectAll();
        QTest::keyClicks(day, QStringLiteral("2026-03-25"));
        w.press(QStringLiteral("Record submission"));
        QVERIFY(appeal::standing(w.now(), "submission").empty());
        QCOMPARE(w->workspace()->step(), 3);
        day->selectAll();
        QTest::keyClicks(day, QStringLiteral("2026-03-19"));
        QTest::keyClicks(w.named<QLineEdit>(QStringLiteral("Why it was sent although it was not ready")), QStringLiteral("the page closed today"));
        w.press(QStringLiteral("Record submission"));
        const auto sent = appeal::standing(w.now(), "submission");
        QCOMPARE(sent.size(), std::size_t(1));
        QCOMPARE(sent.front()->on, *appeal::parseDate("2026-03-19"));
        QCOMPARE(q(*sent.front()->text), before);
        QCOMPARE(sent.front()->because, std::string("the page closed today"));
        QCOMPARE(w->workspace()->step(), 4);

        // a fact that changes later changes nothing of it, and nothing takes it back by accident
        QVERIFY(!w.model().session().canUndo());
        QTest::keyClick(w.window.get(), Qt::Key_1, Qt::ControlModifier);
        auto* store = w.named<QLineEdit>(QStringLiteral("Store name"));
        QVERIFY(store);
        store->selectAll();
        QTest::keyClicks(store, QStringLiteral("Another"));
        QCOMPARE(q(*appeal::standing(w.now(), "submission").front()->text), before);
        QVERIFY(w->workspace()->preview()->letterEdit()->isReadOnly());
        w->workspace()->preview()->showTab(2);
        QCOMPARE(w.named<QTextEdit>(QStringLiteral("Sent letter"))->toPlainText(), before);
        toSubmit(w);
        QVERIFY(!w.named<QPushButton>(QStringLiteral("Record submission")));
    }

    void aQuizHasAGuideAndNoLetter()
    {
        TestWindow w;
        w.start(oneNotice());
        w.press(QStringLiteral("Quiz or questionnaire"));
        QTest::keyClick(w.window.get(), Qt::Key_4, Qt::ControlModifier);
        QVERIFY(!w.model().letterWanted());
        auto* ready = w->findChild<QLabel*>(QStringLiteral("ready"));
        QVERIFY(ready && ready->isVisible());
        QCOMPARE(ready->text(), q(knowledge().catalogue()->say("letter.none.quiz", "en", {})));
        QVERIFY(!w.named<QPushButton>(QStringLiteral("Copy letter"), w->workspace()->page(3)));
    }
};
REGISTER_TEST(SubmitTest);
#include "submit_test.moc"
