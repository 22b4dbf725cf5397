#include "support.h"

#include <QLineEdit>

using namespace desktop;

namespace {

storage::Profile profile(const char* store, const char* name, const char* phone)
{
    return {store, {{"store_name", store}, {"contact_name", name}, {"contact_phone", phone}, {"contact_role", "Owner"}, {"voice", "we"}}};
}

void keep(TestWindow& w, std::vector<storage::Profile> profiles)
{
    const bool kept = w.storage->now([&](Stores& stores) {
        for (const auto& p : profiles)
            if (!stores.cases->saveProfile(p))
                return false;
        return true;
    });
    QVERIFY(kept);
}

std::string notNaming()
{
    auto text = oneNotice();
    text.replace(text.find("Lindenhof Books"), 15, "seller");
    return text;
}

} // namespace

/// Profiles: offered where the notice names them, asked for otherwise, never filled in silently.
class SellerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theProfileThatTheNoticeNamesIsOfferedAlone()
    {
        TestWindow w;
        keep(w, {profile("Harbor Lane Goods", "Ann Field", "+1 555 0101"), profile("Lindenhof Books", "Marta Lind", "+44 1632 960222")});
        w.start(oneNotice());
        QTRY_VERIFY(w.named<QPushButton>(QStringLiteral("Use the data of Lindenhof Books")));
        QVERIFY(!w.named<QPushButton>(QStringLiteral("Use the data of Harbor Lane Goods")));
        QVERIFY(appeal::caseFact(w.now(), "contact_phone").empty());
        w.press(QStringLiteral("Use the data of Lindenhof Books"));
        QCOMPARE(appeal::caseFact(w.now(), "contact_phone"), std::string("+44 1632 960222"));
        QCOMPARE(w.now().profile, std::string("Lindenhof Books"));
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(appeal::caseFact(w.now(), "contact_phone").empty());
        QVERIFY(w.now().profile.empty());
    }
    void withoutANameTheyAreAllAskedFor()
    {
        TestWindow w;
        keep(w, {profile("Harbor Lane Goods", "Ann Field", "+1 555 0101"), profile("Lindenhof Books", "Marta Lind", "+44 1632 960222")});
        w.start(notNaming());
        QTRY_VERIFY(w.named<QPushButton>(QStringLiteral("Use the data of Harbor Lane Goods")));
        QVERIFY(w.named<QPushButton>(QStringLiteral("Use the data of Lindenhof Books")));
        for (const char* fact : {"store_name", "contact_name", "contact_phone", "contact_role", "contact_email"})
            QVERIFY2(appeal::caseFact(w.now(), fact).empty(), fact);
    }
    void aFormBecomesAProfileAndTheNextCaseIsOfferedIt()
    {
        TestWindow w;
        w.start(oneNotice());
        for (const auto& [label, value] : {std::pair{"Store name", "Lindenhof Books"}, {"Name of the signer", "Marta Lind"}, {"Phone with country code", "+44 1632 960222"}}) {
            QLineEdit* field = nullptr;
            QTRY_VERIFY2((field = w.named<QLineEdit>(QLatin1String(label))), label);
            field->setFocus();
            QTest::keyClicks(field, QLatin1String(value));
        }
        w.press(QStringLiteral("Keep for the next case"));
        QTRY_COMPARE(w.now().profile, std::string("Lindenhof Books"));
        w->showCases();
        w.start(oneNotice());
        QTRY_VERIFY(w.named<QPushButton>(QStringLiteral("Use the data of Lindenhof Books")));
        QVERIFY(appeal::caseFact(w.now(), "contact_name").empty());
    }
    void anotherSellersDataIsNotKeptUnderTheOldName()
    {
        TestWindow w;
        keep(w, {profile("Lindenhof Books", "Marta Lind", "+44 1632 960222")});
        w.start(oneNotice());
        QTRY_VERIFY(w.named<QPushButton>(QStringLiteral("Use the data of Lindenhof Books")));
        w.press(QStringLiteral("It is another seller"));
        QLineEdit* store = nullptr;
        QTRY_VERIFY((store = w.named<QLineEdit>(QStringLiteral("Store name"))));
        QVERIFY(store->text().isEmpty());
        QTest::keyClicks(store, QStringLiteral("Nordlicht"));
        QCOMPARE(appeal::caseFact(w.now(), "store_name"), std::string("Nordlicht"));
        QVERIFY(appeal::caseFact(w.now(), "contact_name").empty());
        w.press(QStringLiteral("Keep for the next case"));
        QTRY_COMPARE(w.now().profile, std::string("Nordlicht"));
        const auto kept = w.storage->now([](Stores& stores) { return stores.cases->profiles(); });
        QVERIFY(bool(kept));
        QCOMPARE(kept->size(), std::size_t(2));
    }
};
REGISTER_TEST(SellerTest);
#include "seller_test.moc"
