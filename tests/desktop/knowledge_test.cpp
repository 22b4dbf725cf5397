#include "support.h"

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
