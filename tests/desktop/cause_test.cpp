#include "support.h"

#include <QApplication>
#include <QClipboard>
#include <QGroupBox>
#include <QLineEdit>
#include <QMimeData>
#include <QRadioButton>
#include <QScrollBar>
#include <QTextEdit>

using namespace desktop;

namespace {

std::string twoCauses()
{
    return "Date: 14 March 2026\n\nHello,\n\nWe deactivated your Amazon.com account. Your late shipment rate is 9.4%, above our target of 4%. "
           "We also received complaints that items you sold as new were used: ASIN B0CJT4M2QX.\n\nSend us a plan of action within 17 days.\n\nSeller Performance Team\nAmazon.com\n";
}

/// Puts the caret into @p words of the notice by the mouse.
void clickOn(QTextEdit* notice, const QString& words)
{
    const auto at = notice->toPlainText().indexOf(words);
    QVERIFY2(at >= 0, qPrintable(words));
    auto cursor = notice->textCursor();
    cursor.setPosition(int(at + words.size() / 2));
    notice->setTextCursor(cursor); // brings it into view
    notice->ensureCursorVisible();
    const auto place = notice->cursorRect().center();
    cursor.setPosition(0);
    const auto scrolled = notice->verticalScrollBar()->value();
    notice->setTextCursor(cursor);
    notice->verticalScrollBar()->setValue(scrolled);
    QTest::mouseClick(notice->viewport(), Qt::LeftButton, {}, place);
    QCoreApplication::processEvents();
}

void select(QTextEdit* notice, const QString& words)
{
    const auto at = notice->toPlainText().indexOf(words);
    QVERIFY2(at >= 0, qPrintable(words));
    auto cursor = notice->textCursor();
    cursor.setPosition(int(at));
    notice->setTextCursor(cursor);
    notice->setFocus();
    for (int i = 0; i < words.size(); ++i)
        QTest::keyClick(notice, Qt::Key_Right, Qt::ShiftModifier);
    QCoreApplication::processEvents();
}

} // namespace

/// Step 1: what was read, corrected by hand; the routes.
class CauseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClickOnAMarkLetsItBeCorrected()
    {
        TestWindow w;
        w.start(oneNotice());
        auto* notice = w.named<QTextEdit>(QStringLiteral("Notice"));
        QVERIFY(notice);
        const auto marks = notice->extraSelections().size();
        QVERIFY(marks > 3);
        QVERIFY(!w.named<FilterBox>(QStringLiteral("What these words are")));
        clickOn(notice, QStringLiteral("204-7740952-1186347"));
        QTRY_VERIFY(w.named<FilterBox>(QStringLiteral("What these words are")));
        QCOMPARE(w.named<FilterBox>(QStringLiteral("What these words are"))->currentText(), QStringLiteral("Order ID"));
        QCOMPARE(appeal::caseFact(w.now(), "order_ids"), std::string("204-5183306-9917420, 204-7740952-1186347"));

        w.press(QStringLiteral("These words are nothing that matters"));
        QCOMPARE(appeal::caseFact(w.now(), "order_ids"), std::string("204-5183306-9917420"));
        QCOMPARE(notice->extraSelections().size(), marks - 1);
        QCOMPARE(w.now().corrections.size(), std::size_t(1));

        // what was said stays when the text around it changes
        auto cursor = notice->textCursor();
        cursor.setPosition(0);
        notice->setTextCursor(cursor);
        notice->setFocus();
        QTest::keyClicks(notice, QStringLiteral("FW: "));
        QCOMPARE(appeal::caseFact(w.now(), "order_ids"), std::string("204-5183306-9917420"));
        QCOMPARE(notice->extraSelections().size(), marks - 1);

        // and is taken back at the same words
        clickOn(notice, QStringLiteral("204-7740952-1186347"));
        QTRY_VERIFY(w.named<QToolButton>(QStringLiteral("Take my correction of these words back")));
        w.press(QStringLiteral("Take my correction of these words back"));
        QCOMPARE(appeal::caseFact(w.now(), "order_ids"), std::string("204-5183306-9917420, 204-7740952-1186347"));
        QVERIFY(w.now().corrections.empty());
    }

    void selectedWordsAreNamedByTyping()
    {
        TestWindow w;
        w.start(oneNotice());
        auto* notice = w.named<QTextEdit>(QStringLiteral("Notice"));
        select(notice, QStringLiteral("Lindenhof Books"));
        FilterBox* kind = nullptr;
        QTRY_VERIFY((kind = w.named<FilterBox>(QStringLiteral("What these words are"))));
        QCoreApplication::processEvents(); // the field has its place in the order of Tab
        QTest::keyClick(notice, Qt::Key_Tab);
        QTRY_VERIFY2(kind->hasFocus() || kind->lineEdit()->hasFocus(), qPrintable(QApplication::focusWidget() ? QApplication::focusWidget()->accessibleName() : QString()));
        QTest::keyClicks(kind->lineEdit(), QStringLiteral("brand"));
        QTest::keyClick(kind->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(appeal::caseFact(w.now(), "brand"), std::string("Lindenhof Books"));
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(appeal::caseFact(w.now(), "brand"), std::string());
        QVERIFY(w.now().corrections.empty());
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(appeal::caseFact(w.now(), "brand"), std::string("Lindenhof Books"));
    }

    void aCauseThatIsTakenOutDoesNotComeBack()
    {
        TestWindow w;
        w.start(oneNotice());
        w.press(QStringLiteral("Remove: Cause"));
        QVERIFY(w.now().causes.empty());
        auto* notice = w.named<QTextEdit>(QStringLiteral("Notice"));
        notice->setFocus();
        QTest::keyClicks(notice, QStringLiteral("x"));
        QVERIFY(w.now().causes.empty());
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(w.now().causes.size(), std::size_t(1));
    }

    void aCauseIsAddedByTypingAPartOfItsName()
    {
        TestWindow w;
        w.start(oneNotice());
        w.press(QStringLiteral("Add a cause"));
        auto* box = w.named<FilterBox>(QStringLiteral("Choose a cause"));
        QVERIFY(box);
        QTest::keyClicks(box->lineEdit(), QStringLiteral("valid tracking"));
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(w.now().causes.size(), std::size_t(2));
        QCOMPARE(w.now().causes.back().id, std::string("valid_tracking_rate"));
        QVERIFY(!box->isVisible());
    }

    void aDeadlineIsAddedAndGivenADay()
    {
        TestWindow w;
        w.start("Hello, your late shipment rate is too high. Amazon.com");
        QVERIFY(w.now().deadlines.empty());
        w.press(QStringLiteral("Add a deadline"));
        auto* kind = w.named<FilterBox>(QStringLiteral("Kind of deadline"));
        QVERIFY(kind);
        const auto* named = knowledge().catalogue()->named("deadline_kinds", "appeal_window");
        QVERIFY(named);
        QTest::keyClicks(kind->lineEdit(), q(library::in(named->name, "en")));
        QTest::keyClick(kind->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(w.now().deadlines.size(), std::size_t(1));
        QLineEdit* day = nullptr;
        QTRY_VERIFY((day = w.named<QLineEdit>(QStringLiteral("Last day"))));
        QTest::keyClicks(day, QStringLiteral("2026-03-29"));
        QTest::keyClick(day, Qt::Key_Tab);
        QTRY_VERIFY(w.now().deadlines.front().due == appeal::parseDate("2026-03-29"));
        QTRY_VERIFY(w->windowTitle().contains(QStringLiteral("9 days")));
    }

    void theRouteIsAskedInPlainWordsForEachCause()
    {
        TestWindow w;
        w.start(twoCauses());
        QCOMPARE(w.now().causes.size(), std::size_t(2));
        const auto said = [&] { return w.model().session().draft() ? w.model().session().draft()->picks.size() : std::size_t(0); };
        QCOMPARE(said(), std::size_t(0)); // neither apology nor denial yet
        for (const auto& cause : w.now().causes) {
            auto* group = w.named<QGroupBox>(q(library::in(knowledge().catalogue()->cause(cause.id)->name, "en")));
            QVERIFY2(group, cause.id.c_str());
            for (const char* answer : {"It happened", "It did not happen", "They only want papers", "Quiz or questionnaire"}) {
                auto* radio = w.named<QRadioButton>(QLatin1String(answer), group);
                QVERIFY2(radio, answer);
                QVERIFY(!radio->isChecked());
                QVERIFY(!radio->accessibleDescription().isEmpty());
            }
        }
        const auto first = q(library::in(knowledge().catalogue()->cause(w.now().causes[0].id)->name, "en"));
        const auto second = q(library::in(knowledge().catalogue()->cause(w.now().causes[1].id)->name, "en"));
        auto* yes = w.named<QRadioButton>(QStringLiteral("It happened"), w.named<QGroupBox>(first));
        yes->setFocus();
        QTest::keyClick(yes, Qt::Key_Space);
        QVERIFY(w.now().causes[0].route == appeal::Route::Admit);
        QVERIFY(!w.now().causes[1].route);
        w.press(QStringLiteral("It did not happen"), w.named<QGroupBox>(second));
        QVERIFY(w.now().causes[1].route == appeal::Route::Dispute);
        QVERIFY(said() > 0);
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!w.now().causes[1].route);
        QVERIFY(!w.named<QRadioButton>(QStringLiteral("It did not happen"), w.named<QGroupBox>(second))->isChecked());
    }

    void aPartIsAnsweredWithItsWhole()
    {
        TestWindow w;
        w.start("Hello Alder Books,\n\nYour order defect rate on Amazon.com is 1.8%: negative feedback 1.1%, A-to-z Guarantee claims 0.7%.\nSend us a plan of action.");
        QCOMPARE(w.now().causes.size(), std::size_t(3));
        const auto asked = [&] {
            for (auto* label : w->findChildren<QLabel*>())
                if (label->isVisible() && label->text().startsWith(QStringLiteral("Say for ")))
                    return label->text();
            return QString();
        };
        QVERIFY2(asked().contains(QLatin1Char('1')), qPrintable(asked()));
        QCOMPARE(journey::openCauses(w.now(), *knowledge().catalogue()), 1);
        const auto name = [](const char* id) { return q(library::in(knowledge().catalogue()->cause(id)->name, "en")); };
        w.press(QStringLiteral("It happened"), w.named<QGroupBox>(name("order_defect_rate")));
        QVERIFY(asked().isEmpty());
        QVERIFY(!appeal::findCause(w.now(), "odr_negative_feedback")->route);
        // a part that is different is answered by itself
        w.press(QStringLiteral("It did not happen"), w.named<QGroupBox>(name("odr_a_to_z_claims")));
        QVERIFY(appeal::findCause(w.now(), "odr_a_to_z_claims")->route == appeal::Route::Dispute);
        QVERIFY(asked().isEmpty());
    }

    void marksAreToldApartWithoutColour()
    {
        TestWindow w;
        w.start(oneNotice());
        auto* notice = w.named<QTextEdit>(QStringLiteral("Notice"));
        std::map<QTextCharFormat::UnderlineStyle, QStringList> kinds;
        for (const auto& mark : notice->extraSelections())
            kinds[mark.format.underlineStyle()] << mark.cursor.selectedText();
        QVERIFY(kinds[QTextCharFormat::SingleUnderline].join(QLatin1Char('|')).contains(QStringLiteral("late shipment rate")));
        QVERIFY(kinds[QTextCharFormat::NoUnderline].contains(QStringLiteral("204-5183306-9917420")));
        QVERIFY(!kinds[QTextCharFormat::DashUnderline].isEmpty());
        QVERIFY(!kinds[QTextCharFormat::DotLine].isEmpty());
    }

    void aWrongDateInAFactIsRefusedInThePage()
    {
        TestWindow w;
        w.start(oneNotice());
        const auto label = q(library::in(knowledge().catalogue()->fact("case", "notice_date")->label, "en"));
        w.press(QStringLiteral("Change: ") + label);
        QLineEdit* day = nullptr;
        QTRY_VERIFY((day = w.named<QLineEdit>(label)));
        day->selectAll();
        QTest::keyClicks(day, QStringLiteral("yesterday-ish"));
        QTest::keyClick(day, Qt::Key_Tab);
        QVERIFY(appeal::caseFact(w.now(), "notice_date").empty());
        QVERIFY(!day->accessibleDescription().isEmpty());
        day->setFocus();
        day->selectAll();
        QTest::keyClicks(day, QStringLiteral("2026-03-13"));
        QTest::keyClick(day, Qt::Key_Tab);
        QCOMPARE(appeal::caseFact(w.now(), "notice_date"), std::string("2026-03-13"));
    }
};
REGISTER_TEST(CauseTest);
#include "cause_test.moc"
