#include "support.h"

#include "journey/work.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>

using namespace desktop;

namespace {

struct Kept { const char* store; const char* cause; const char* due; bool closed; };
const std::vector<Kept> kKept{{"Alder Books", "late_shipment_rate", "2026-04-09", false}, {"Birch Tools", "inauthentic", "2026-03-22", false}, {"Cedar Toys", "related_account", nullptr, false},
    {"Dune Lamps", "counterfeit", "2026-03-18", false}, {"Elm Shoes", "odr", "2026-03-10", true}};

/// Cases in the store before the window reads its list.
void keep(TestWindow& w)
{
    w.storage->now([&](Stores& stores) {
        for (const auto& kept : kKept) {
            appeal::Case c;
            c.closed = kept.closed;
            std::vector<appeal::Edit> edits{appeal::ChooseCause{kept.cause, appeal::By::Person, {}}, appeal::SetFact{{appeal::Scope::Case, {}, "store_name"}, "", kept.store, appeal::Source::Typed},
                appeal::SetFact{{appeal::Scope::Case, {}, "marketplace"}, "", "amazon", appeal::Source::Typed}};
            if (kept.due) {
                appeal::Deadline deadline;
                deadline.kind = "appeal_window";
                deadline.due = appeal::parseDate(kept.due);
                edits.push_back(appeal::PutDeadline{deadline});
            }
            c = appeal::apply(c, edits);
            if (!stores.cases->save(c, 0, journey::summaryOf(c, *knowledge().catalogue(), kToday)))
                return false;
        }
        return true;
    });
    QSignalSpy listed(w->casesPage(), &CasesPage::listed);
    w->casesPage()->refresh();
    QVERIFY(listed.count() || listed.wait(10000));
}

QStringList column(QTableView* table, int column)
{
    QStringList out;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        out << table->model()->index(row, column).data().toString();
    return out;
}

void refreshed(TestWindow& w, int rows)
{
    QTRY_COMPARE(w->casesPage()->table()->model()->rowCount(), rows);
}

} // namespace

/// The start page: forty cases or none.
class CasesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewUserSeesOnePlaceToPasteAndTheSample()
    {
        TestWindow w;
        auto* paste = w.named<QPlainTextEdit>(QStringLiteral("Notice"));
        QVERIFY(paste && paste->hasFocus());
        QVERIFY(!w.named<QTableView>(QStringLiteral("Cases")));
        QVERIFY(!w.named<QPushButton>(QStringLiteral("Read this notice"))->isEnabled());
        QTest::keyClicks(paste, QStringLiteral("Your late shipment rate is too high."));
        w.press(QStringLiteral("Read this notice"));
        QTRY_VERIFY(w.model().isOpen());
        QCOMPARE(w.now().causes.size(), std::size_t(1));
    }
    void theSampleOpensWithItsLetter()
    {
        TestWindow w;
        w.press(QStringLiteral("Look at the sample case"));
        QTRY_VERIFY(w.model().isOpen());
        QVERIFY(w.model().session().draft());
        QVERIFY(w->workspace()->preview()->letterEdit()->toPlainText().size() > 500);
    }
    void theMostUrgentStandsFirst()
    {
        TestWindow w;
        keep(w);
        auto* table = w.named<QTableView>(QStringLiteral("Cases"));
        QVERIFY(table);
        QCOMPARE(column(table, CasesModel::Store), (QStringList{QStringLiteral("Dune Lamps"), QStringLiteral("Birch Tools"), QStringLiteral("Alder Books"), QStringLiteral("Cedar Toys"), QStringLiteral("Elm Shoes")}));
        const auto left = column(table, CasesModel::Days);
        QCOMPARE(left[0], QStringLiteral("⚠ 2 days over"));
        QCOMPARE(left[1], QStringLiteral("⚠ 2 days"));
        QCOMPARE(left[2], QStringLiteral("20 days"));
        QCOMPARE(left[3], QString());
        QVERIFY(!column(table, CasesModel::State)[0].isEmpty());
        QVERIFY(!column(table, CasesModel::Next)[1].isEmpty());
    }
    void whatIsTypedFiltersAndEnterOpens()
    {
        TestWindow w;
        keep(w);
        auto* table = w.named<QTableView>(QStringLiteral("Cases"));
        table->setFocus();
        QTest::keyClicks(table, QStringLiteral("c"));
        auto* filter = w.named<QLineEdit>(QStringLiteral("Filter the cases"));
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("edar"));
        refreshed(w, 1);
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_VERIFY(w.model().isOpen());
        QCOMPARE(appeal::caseFact(w.now(), "store_name"), std::string("Cedar Toys"));
        QTest::keyClick(w.window.get(), Qt::Key_0, Qt::ControlModifier);
        QTRY_VERIFY(!w.model().isOpen());
        // by what it is about, too
        filter->setText(QStringLiteral("counterfeit"));
        refreshed(w, 1);
        filter->setText(QStringLiteral("nothing like it"));
        refreshed(w, 0);
        QTest::keyClick(filter, Qt::Key_Escape);
        refreshed(w, int(kKept.size()));
    }
    void aDoubleClickOpens()
    {
        TestWindow w;
        keep(w);
        auto* table = w.named<QTableView>(QStringLiteral("Cases"));
        const auto place = table->visualRect(table->model()->index(1, 0)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
        QTRY_VERIFY(w.model().isOpen());
        QCOMPARE(appeal::caseFact(w.now(), "store_name"), std::string("Birch Tools"));
    }
    void toTheTrashAndBackAndForgottenForGood()
    {
        TestWindow w;
        keep(w);
        auto* table = w.named<QTableView>(QStringLiteral("Cases"));
        table->selectRow(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        refreshed(w, int(kKept.size()) - 1);
        w.press(QStringLiteral("Show the trash"));
        refreshed(w, int(kKept.size()));
        const auto find = [&](const char* store) {
            for (int row = 0; row < table->model()->rowCount(); ++row)
                if (table->model()->index(row, CasesModel::Store).data().toString() == QLatin1String(store))
                    return row;
            return -1;
        };
        table->selectRow(find("Dune Lamps"));
        w.press(QStringLiteral("Restore"));
        QTRY_VERIFY(!w.storage->now([](Stores& stores) { return stores.cases->list(false); })->empty());
        w.press(QStringLiteral("Hide the trash"));
        refreshed(w, int(kKept.size()));

        table->selectRow(find("Cedar Toys"));
        QTest::keyClick(table, Qt::Key_Delete);
        refreshed(w, int(kKept.size()) - 1);
        w.press(QStringLiteral("Show the trash"));
        refreshed(w, int(kKept.size()));
        table->selectRow(find("Cedar Toys"));
        w.press(QStringLiteral("Forget for good…"));
        QCOMPARE(table->model()->rowCount(), int(kKept.size())); // asked first
        w.press(QStringLiteral("Yes, erase it with its files; this cannot be undone"));
        refreshed(w, int(kKept.size()) - 1);
        QCOMPARE(find("Cedar Toys"), -1);
    }
    void tagsAreKeptAndFound()
    {
        TestWindow w;
        keep(w);
        auto* table = w.named<QTableView>(QStringLiteral("Cases"));
        table->selectRow(1);
        auto* tags = w.named<QLineEdit>(QStringLiteral("Tags of the selected cases"));
        QVERIFY(tags);
        tags->setFocus();
        QTest::keyClicks(tags, QStringLiteral("vip, second try"));
        QTest::keyClick(tags, Qt::Key_Return);
        QTRY_COMPARE(column(table, CasesModel::Tags)[1], QStringLiteral("vip, second try"));
        w.named<QLineEdit>(QStringLiteral("Filter the cases"))->setText(QStringLiteral("vip"));
        refreshed(w, 1);
    }
};
REGISTER_TEST(CasesTest);
#include "cases_test.moc"
