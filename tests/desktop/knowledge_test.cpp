#include "support.h"

#include "desktop/glossary_tips.h"
#include "desktop/language.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

/// What the program knows before any case: shipped, and with the user's own over it.
class KnowledgeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aUsersCorrectionsLieOverTheShippedContentAndItIsCompiledOnceForIt()
    {
        desktop::Knowledge knows;
        QSignalSpy loaded(&knows, &desktop::Knowledge::catalogueReady), ready(&knows, &desktop::Knowledge::ready), spelling(&knows, &desktop::Knowledge::spellingReady);
        knows.load();
        QVERIFY(loaded.count() || loaded.wait(20000));
        const auto shipped = knows.catalogue();
        const auto metric = std::find_if(shipped->metrics.begin(), shipped->metrics.end(), [](const auto& m) { return !m.target.empty(); });
        QVERIFY(metric != shipped->metrics.end());
        const auto id = metric->id, before = metric->target;
        knows.compile(); // as the window does when it is painted; the store's answer comes while it runs
        knows.extend({}, {{"metrics", id, "target", "7.5%", before}});
        QCOMPARE(loaded.count(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 2, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(spelling.count(), 1, 20000);
        QCOMPARE(desktop::q(knows.catalogue()->metric(id)->target), QStringLiteral("7.5%"));
        QCOMPARE(desktop::q(shipped->metric(id)->target), desktop::q(before)); // what others hold does not change under them
        QVERIFY(knows.reader() && knows.reviewer());
    }
    void aTermOfTheTradeIsExplainedWhereItFirstStandsOnAPage()
    {
        const desktop::GlossaryTips tips([] { return knowledge().catalogue(); });
        QWidget page;
        page.setProperty("test", true); // a window of this test, not a stray one
        auto* column = new QVBoxLayout(&page);
        auto* first = new QLabel(QStringLiteral("Late shipment rate · 30 days"));
        auto* second = new QLabel(QStringLiteral("Late shipment rate and ODR"));
        auto* third = new QLabel(QStringLiteral("Nothing of the kind"));
        for (auto* label : {first, second, third})
            column->addWidget(label);
        page.resize(400, 200);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QVERIFY(tips.wordsFor(first).startsWith(QStringLiteral("late shipment rate (LSR) · 迟发率\n")));
        QVERIFY(tips.wordsFor(second).startsWith(QStringLiteral("order defect rate (ODR)")));
        QVERIFY(!tips.wordsFor(second).contains(QStringLiteral("LSR")));
        QVERIFY(tips.wordsFor(third).isEmpty());
        desktop::useLanguage(QStringLiteral("zh"));
        first->setText(QStringLiteral("迟发率"));
        QVERIFY(tips.wordsFor(first).startsWith(QStringLiteral("迟发率 · late shipment rate (LSR)\n")));
        desktop::useLanguage(QStringLiteral("en"));
        const desktop::GlossaryTips early([] { return library::CataloguePtr(); }); // before the catalogue is read
        QVERIFY(early.wordsFor(first).isEmpty());
    }
    void nothingOfTheUsersChangesNothing()
    {
        desktop::Knowledge knows;
        QSignalSpy loaded(&knows, &desktop::Knowledge::catalogueReady);
        knows.load();
        QVERIFY(loaded.count() || loaded.wait(20000));
        const auto shipped = knows.catalogue();
        knows.extend({}, {});
        QVERIFY(knows.catalogue() == shipped);
        QCOMPARE(loaded.count(), 1);
    }
};
REGISTER_TEST(KnowledgeTest);
#include "knowledge_test.moc"
