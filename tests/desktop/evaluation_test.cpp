#include "support.h"

#include "evaluation/evaluation.h"

#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

#include <algorithm>

using namespace desktop;

namespace {

bool shows(TestWindow& w, const QString& words)
{
    for (auto* label : w->workspace()->page(1)->findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(words))
            return true;
    return false;
}

void begin(TestWindow& w, const std::string& notice)
{
    w.start(notice);
    w.press(QStringLiteral("It happened"));
    QTest::keyClick(w.window.get(), Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(w->workspace()->step(), 1);
    QCoreApplication::processEvents();
}

QLineEdit* figure(TestWindow& w, const char* end)
{
    for (auto* line : w->workspace()->page(1)->findChildren<QLineEdit*>())
        if (line->isVisible() && line->objectName().endsWith(QLatin1String(end)))
            return line;
    return nullptr;
}

} // namespace

/// Step 2: figures, questions, the why, practices.
class EvaluationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNoticesFigureStandsThereWithItsTarget()
    {
        TestWindow w;
        begin(w, oneNotice());
        QVERIFY(shows(w, QStringLiteral("9.4%")));
        QVERIFY(shows(w, QStringLiteral("4%")));
    }
    void aRateIsWorkedOutFromItsCounts()
    {
        TestWindow w;
        begin(w, "Your late shipment rate is too high. Send a plan of action. Amazon.com");
        auto* defects = figure(w, "_defects");
        QVERIFY(defects);
        defects->setFocus();
        QTest::keyClicks(defects, QStringLiteral("18"));
        QTest::keyClick(defects, Qt::Key_Return);
        auto* orders = figure(w, "_orders");
        QVERIFY(orders);
        orders->setFocus();
        QTest::keyClicks(orders, QStringLiteral("779"));
        QStringList lines;
        for (auto* label : w->workspace()->page(1)->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(QLatin1Char('%')))
                lines << label->text();
        QTRY_VERIFY2(shows(w, QStringLiteral("2.31%")), qPrintable(lines.join(QLatin1Char('|')) + defects->objectName() + orders->objectName() + orders->accessibleDescription()));
        QVERIFY(!w.now().figures.empty());
        QCOMPARE(*w.now().figures.front().denominator, std::int64_t(779));
        // no number is said to be none
        orders->selectAll();
        QTest::keyClicks(orders, QStringLiteral("many"));
        QTest::keyClick(orders, Qt::Key_Tab);
        QVERIFY(!orders->accessibleDescription().isEmpty());
        QVERIFY(!shows(w, QStringLiteral("2.31%")));
    }
    void theWhyGrowsAsItIsAnswered()
    {
        TestWindow w;
        begin(w, oneNotice());
        auto* why = w.named<QLineEdit>(QStringLiteral("Why 1"));
        QVERIFY(why);
        QVERIFY(!w.named<QLineEdit>(QStringLiteral("Why 2")));
        why->setFocus();
        QTest::keyClicks(why, QStringLiteral("one person packs"));
        QVERIFY(w.named<QLineEdit>(QStringLiteral("Why 2")));
        QCOMPARE(appeal::anyOf(w.now().causes.front().whys.front()), std::string("one person packs"));
        QVERIFY(why->hasFocus());
    }
    void aTypicalCauseIsTakenIntoThePlan()
    {
        TestWindow w;
        begin(w, oneNotice());
        QAbstractButton* typical = nullptr;
        for (auto* b : w->workspace()->page(1)->findChildren<QAbstractButton*>())
            if (b->isVisible() && b->accessibleName().startsWith(QStringLiteral("Take into the plan: ")) && !typical)
                typical = b;
        QVERIFY(typical);
        const auto name = typical->accessibleName();
        QTest::mouseClick(typical, Qt::LeftButton);
        const auto& records = w.now().records;
        QVERIFY(std::any_of(records.begin(), records.end(), [&](const auto& r) {
            const auto it = r.fields.find("root_cause");
            return it != r.fields.end() && name.endsWith(q(appeal::anyOf(it->second, "en")));
        }));
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(w.named<QAbstractButton>(name));
    }
    void aPracticeIsAnsweredAndIsNotPrinted()
    {
        TestWindow w;
        begin(w, oneNotice());
        const auto letter = w->workspace()->preview()->letterEdit()->toPlainText();
        const auto practices = evaluation::evaluate(w.now(), *knowledge().catalogue(), kToday).practices;
        QVERIFY(!practices.empty());
        const auto& all = knowledge().catalogue()->practices;
        const auto it = std::find_if(all.begin(), all.end(), [&](const auto& p) { return p.id == practices.front().id; });
        auto* group = w.named<QGroupBox>(q(library::in(it->question, "en")));
        QVERIFY(group);
        w.press(QStringLiteral("No"), group);
        QCOMPARE(w.now().practices.at(it->id), std::string("no"));
        QCOMPARE(w->workspace()->preview()->letterEdit()->toPlainText(), letter);
    }
    void withoutACauseThePageSaysWhereToBegin()
    {
        TestWindow w;
        w.start("Good morning.");
        QTest::keyClick(w.window.get(), Qt::Key_2, Qt::ControlModifier);
        QVERIFY(shows(w, QStringLiteral("Choose a cause on the first step")));
    }
};
REGISTER_TEST(EvaluationTest);
#include "evaluation_test.moc"
