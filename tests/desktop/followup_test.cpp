#include "support.h"

#include "followup/followup.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

using namespace desktop;

namespace {

/// A case whose letter was recorded as sent on @p day.
void sent(TestWindow& w, const char* day)
{
    w.start(oneNotice());
    w.press(QStringLiteral("It happened"));
    QTest::keyClicks(w.named<QLineEdit>(QStringLiteral("Store name")), QStringLiteral("Lindenhof Books"));
    QTest::keyClick(w.window.get(), Qt::Key_4, Qt::ControlModifier);
    auto* on = w.named<QLineEdit>(QStringLiteral("Sent on"));
    QVERIFY(on);
    on->selectAll();
    QTest::keyClicks(on, QLatin1String(day));
    w.press(QStringLiteral("Record submission"));
    QCOMPARE(w->workspace()->step(), 4);
    QCoreApplication::processEvents();
}

bool shows(TestWindow& w, const QString& words)
{
    for (auto* label : w->workspace()->page(4)->findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(words))
            return true;
    return false;
}

void paste(TestWindow& w, const QString& text)
{
    auto* reply = w.named<QPlainTextEdit>(QStringLiteral("Reply"));
    QVERIFY(reply);
    reply->setFocus();
    reply->setPlainText(text);
    QTRY_VERIFY(w.named<QPushButton>(QStringLiteral("Record the reply"))->isEnabled());
}

} // namespace

/// Step 5: what was sent, what came back, what is next.
class FollowupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beforeAnythingIsSentTheDeadlineStandsWithItsWords()
    {
        TestWindow w;
        w.start(oneNotice());
        QTest::keyClick(w.window.get(), Qt::Key_5, Qt::ControlModifier);
        QVERIFY(shows(w, QStringLiteral("31 March 2026")));
        QVERIFY(shows(w, QStringLiteral("within 17 days of this message")) || shows(w, QStringLiteral("within 17 days")));
        QVERIFY(w->windowTitle().contains(QStringLiteral("11 days")));
    }
    void whatWasSentStandsInTheTimelineWithItsText()
    {
        TestWindow w;
        sent(w, "2026-03-18");
        const auto text = q(*appeal::standing(w.now(), "submission").front()->text);
        QVERIFY(shows(w, QStringLiteral("18 Mar: sent")));
        QVERIFY(shows(w, QStringLiteral("sent once")));
        QToolButton* open = nullptr;
        for (auto* b : w->workspace()->page(4)->findChildren<QToolButton*>())
            if (b->isVisible() && b->accessibleName().startsWith(QStringLiteral("Show the text: 18 Mar")))
                open = b;
        QVERIFY(open);
        QVERIFY(!shows(w, text));
        QTest::mouseClick(open, Qt::LeftButton);
        QVERIFY(shows(w, text));
    }
    void theStatusRequestIsComposedFromTheRecordedDay()
    {
        TestWindow w;
        sent(w, "2026-02-20"); // long enough ago on 20 March
        const auto agenda = followup::agenda(w.now(), *knowledge().catalogue(), kToday);
        QVERIFY(!agenda.empty());
        QPushButton* write = nullptr;
        for (auto* b : w->workspace()->page(4)->findChildren<QPushButton*>())
            if (b->isVisible() && b->accessibleName().startsWith(QStringLiteral("Write: ")))
                write = b;
        QVERIFY(write);
        QTest::mouseClick(write, Qt::LeftButton);
        QTRY_COMPARE(w->workspace()->step(), 2);
        QCOMPARE(w.model().session().draft()->kind, std::string("status_request"));
        QVERIFY(w->workspace()->preview()->letterEdit()->toPlainText().contains(QStringLiteral("20 February 2026")));
    }
    void aReplyIsReadAndRecordedOnlyWhenSaid()
    {
        TestWindow w;
        sent(w, "2026-03-18");
        paste(w, QStringLiteral("Hello,\nWe reviewed your appeal and need more information before we can decide. Please send us the invoices of the last 365 days.\nSeller Performance Team"));
        QVERIFY(shows(w, QStringLiteral("It reads as: ")));
        QVERIFY(appeal::standing(w.now(), "reply").empty());
        w.press(QStringLiteral("Record the reply"));
        QCOMPARE(appeal::standing(w.now(), "reply").size(), std::size_t(1));
        QCOMPARE(q(followup::stateOf(w.now())), QStringLiteral("more_information_requested"));
        QVERIFY(w.named<QPlainTextEdit>(QStringLiteral("Reply"))->toPlainText().isEmpty());
        // recorded by mistake: struck out, not erased
        QToolButton* back = nullptr;
        for (auto* b : w->workspace()->page(4)->findChildren<QToolButton*>())
            if (b->isVisible() && b->accessibleName().startsWith(QStringLiteral("Take back: 20 Mar: reply")))
                back = b;
        QVERIFY(back);
        const auto events = w.now().events.size();
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY(appeal::standing(w.now(), "reply").empty());
        QCOMPARE(w.now().events.size(), events + 1);
    }
    void aReplyOfAnotherDayOrOfTomorrowIsAskedAgain()
    {
        TestWindow w;
        sent(w, "2026-03-18");
        paste(w, QStringLiteral("We have reinstated your account."));
        auto* day = w.named<QLineEdit>(QStringLiteral("Received on"));
        day->selectAll();
        QTest::keyClicks(day, QStringLiteral("2026-04-01"));
        QVERIFY(!w.named<QPushButton>(QStringLiteral("Record the reply"))->isEnabled());
        day->selectAll();
        QTest::keyClicks(day, QStringLiteral("2026-03-19"));
        QVERIFY(w.named<QPushButton>(QStringLiteral("Record the reply"))->isEnabled());
        w.press(QStringLiteral("Record the reply"));
        QCOMPARE(q(followup::stateOf(w.now())), QStringLiteral("reinstated"));
        QCOMPARE(appeal::standing(w.now(), "reply").front()->on, *appeal::parseDate("2026-03-19"));
    }
    void aCaseIsClosedAndReopened()
    {
        TestWindow w;
        sent(w, "2026-03-18");
        w.press(QStringLiteral("Close the case"));
        QVERIFY(w.now().closed);
        QVERIFY(!w.named<QPushButton>(QStringLiteral("Close the case")));
        w.press(QStringLiteral("Reopen the case"));
        QVERIFY(!w.now().closed);
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(w.now().closed);
    }
};
REGISTER_TEST(FollowupTest);
#include "followup_test.moc"
