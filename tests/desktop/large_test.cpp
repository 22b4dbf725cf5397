#include "desktop/notice_edit.h"
#include "support.h"

#include <QClipboard>
#include <QMimeData>
#include <QProgressBar>

using namespace desktop;

/// Texts of megabytes: read beside the window, shown in part, never lost.
class LargeTest : public QObject
{
    Q_OBJECT

    static std::string many(std::size_t bytes, char between)
    {
        std::string out;
        while (out.size() < bytes)
            out += oneNotice() + between;
        return out;
    }
    static std::string endless(std::size_t bytes)
    {
        auto out = many(bytes, ' ');
        std::replace(out.begin(), out.end(), '\n', ' ');
        return out;
    }

private Q_SLOTS:
    void anEndlessLineIsShownInPartAndKeptWhole()
    {
        NoticeEdit edit;
        QSignalSpy folds(&edit, &NoticeEdit::foldChanged);
        const auto text = endless(3'000'000);
        edit.setText(text);
        QVERIFY(edit.folded());
        QVERIFY(edit.text() == text);
        QVERIFY(edit.toPlainText().size() < 100'000);
        QCOMPARE(folds.size(), 1);
        // a click on a finding far behind shows its surroundings
        const auto at = text.rfind("Amazon");
        edit.pointTo({at, at + 6});
        QCOMPARE(edit.textCursor().selectedText(), QStringLiteral("Amazon"));
        QCOMPARE(edit.selected().start, at);
        QCOMPARE(edit.selected().end, at + 6);
        edit.setText("short");
        QVERIFY(!edit.folded());
        QCOMPARE(edit.toPlainText(), QStringLiteral("short"));
        QVERIFY(!edit.isReadOnly());
    }
    void charactersAreNotParted()
    {
        NoticeEdit edit;
        std::string text;
        while (text.size() < 400'000)
            text += "您的账户已被停用";
        edit.setText(text);
        for (const std::size_t at : {std::size_t(120'000), std::size_t(200'001), text.size() - 3}) {
            edit.pointTo({at / 3 * 3, at / 3 * 3 + 3});
            QCOMPARE(edit.textCursor().selectedText().size(), 1);
            QVERIFY(!edit.toPlainText().contains(QChar(0xFFFD)));
        }
    }
    void aLargePasteReplacesWhatIsSelected()
    {
        NoticeEdit edit;
        edit.setText("before [here] behind");
        auto cursor = edit.textCursor();
        cursor.setPosition(7);
        cursor.setPosition(13, QTextCursor::KeepAnchor);
        edit.setTextCursor(cursor);
        QSignalSpy edited(&edit, &NoticeEdit::edited);
        const auto text = endless(500'000);
        QGuiApplication::clipboard()->setText(q(text));
        edit.paste();
        QVERIFY(edit.folded());
        QVERIFY(edit.text() == "before " + text + " behind");
        QCOMPARE(edited.size(), 1);
        // of a folded text all is replaced
        QGuiApplication::clipboard()->setText(QStringLiteral("a short notice"));
        QTest::keySequence(&edit, QKeySequence::Paste);
        QVERIFY(!edit.folded());
        QCOMPARE(edit.text(), std::string("a short notice"));
        QCOMPARE(edited.size(), 2);
    }
    void moreThan64MbIsRefusedAndNothingIsLost()
    {
        NoticeEdit edit;
        edit.setText("mine");
        QSignalSpy refused(&edit, &NoticeEdit::tooLarge);
        QGuiApplication::clipboard()->setText(QString(65 * 1024 * 1024, QLatin1Char('a')));
        edit.paste();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(edit.text(), std::string("mine"));
        QGuiApplication::clipboard()->clear();
    }
    void aLargeNoticeIsReadBesideTheWindow()
    {
        TestWindow w;
        const auto text = many(400'000, '\n');
        QSignalSpy at(&w.model(), &CaseModel::readingAt);
        w.model().startFrom(text, "clipboard", {}, {});
        QVERIFY(!w.model().isOpen());
        QTRY_VERIFY_WITH_TIMEOUT(w.model().isOpen(), 60'000);
        QVERIFY(!w.now().causes.empty());
        QVERIFY(appeal::notice(w.now())->text == text);
        QVERIFY(!at.isEmpty());
        QCOMPARE(at.last().at(0).toInt(), 100);
    }
    void aReadingThatIsStoppedBeginsNoCaseAndTheNewestWins()
    {
        TestWindow w;
        w.model().startFrom(many(8'000'000, '\n') + "B0AAAAAAA1", "clipboard", {}, {});
        w.model().stopReading();
        w.model().startFrom(many(4'000'000, '\n'), "clipboard", {}, {});
        const auto newest = many(200'000, '\n');
        w.model().startFrom(newest, "clipboard", {}, {});
        QTRY_VERIFY_WITH_TIMEOUT(w.model().isOpen(), 60'000);
        QVERIFY(appeal::notice(w.now())->text == newest);
    }
    void inAnOpenCaseTheTextStaysWhenItsReadingIsStopped()
    {
        TestWindow w;
        w.start(oneNotice());
        const auto causes = w.now().causes.size();
        const auto text = many(6'000'000, '\n');
        w.model().setNotice(text);
        w.model().reading(); // begins
        w.model().stopReading();
        QVERIFY(appeal::notice(w.now())->text == text);
        QCOMPARE(w.now().causes.size(), causes);
        QVERIFY(w.model().reading().causes.empty());
    }
};
REGISTER_TEST(LargeTest);
#include "large_test.moc"
