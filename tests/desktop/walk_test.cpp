#include "support.h"

#include "cause/reader.h"
#include "letter/format.h"
#include "storage/case_store.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTextEdit>

#include <algorithm>

using namespace desktop;

/// From a pasted notice over the five pages to a letter that is ready, on the clipboard, recorded as sent; by mouse and keyboard.
class WalkTest : public QObject
{
    Q_OBJECT

    /// Types the example of every fact that is missing on @p page, as a person would who owns it.
    static int fillWhatIsMissing(TestWindow& w, Page* page)
    {
        int typed = 0;
        for (auto* row : page->findChildren<FactRow*>()) {
            auto* input = row->editor()->input();
            if (!input->isVisible() || !row->editor()->text().isEmpty())
                continue;
            auto* line = qobject_cast<QLineEdit*>(input);
            auto* text = qobject_cast<QPlainTextEdit*>(input);
            if (!line && !text)
                continue;
            const auto name = s(input->objectName());
            std::string value;
            for (const auto& fact : letter::facts(w.now(), *w.model().session().draft(), w.model().catalogue(), w.model().session().clauses(), "en", kToday))
                if (s(QStringLiteral("fact:") + FactRow::keyOf(fact)) == name && (fact.missing || fact.scope == appeal::Scope::Record))
                    value = library::in((fact.field ? *fact.field : fact.own).example, "en");
            if (value.empty())
                continue;
            if (value.find("2026-") == 0)
                value = "2026-03-17";
            input->setFocus();
            QTest::keyClicks(input, q(value));
            QTest::keyClick(input, Qt::Key_Tab);
            ++typed;
        }
        QCoreApplication::processEvents();
        return typed;
    }

private Q_SLOTS:
    void fromNoticeToSent()
    {
        TestWindow w;
        // the start page of a new user is one place to paste
        auto* paste = w.named<QPlainTextEdit>(QStringLiteral("Notice"));
        QVERIFY(paste);
        QGuiApplication::clipboard()->setText(q(oneNotice()));
        paste->setFocus();
        QTest::keyClick(paste, Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(w.model().isOpen());

        // 1 Cause
        QCOMPARE(w->workspace()->step(), 0);
        QCOMPARE(w.now().causes.size(), std::size_t(1));
        QCOMPARE(w.now().causes.front().id, std::string("late_shipment_rate"));
        QVERIFY(!w.now().causes.front().route);
        auto* notice = w.named<QTextEdit>(QStringLiteral("Notice"));
        QVERIFY(notice);
        QCOMPARE(notice->toPlainText(), q(oneNotice()).trimmed() + (oneNotice().ends_with('\n') && w.now().documents.front().text.ends_with('\n') ? QStringLiteral("\n") : QString()));
        w.press(QStringLiteral("It happened"));
        QVERIFY(w.now().causes.front().route == appeal::Route::Admit);
        QVERIFY(w.model().session().draft());
        QVERIFY(!w.model().session().draft()->picks.empty());
        for (const auto& [label, value] : {std::pair{"Store name", "Lindenhof Books"}, {"Name of the signer", "Marta Lind"}, {"Role of the signer", "Owner"}, {"Phone with country code", "+44 1632 960222"}}) {
            auto* field = w.named<QLineEdit>(QLatin1String(label));
            QVERIFY2(field, label);
            field->setFocus();
            field->selectAll();
            QTest::keyClicks(field, QLatin1String(value));
        }
        QCOMPARE(appeal::caseFact(w.now(), "contact_phone"), std::string("+44 1632 960222"));
        QVERIFY(w->workspace()->preview()->letterEdit()->toPlainText().contains(QStringLiteral("+44 1632 960222")));

        // 2 Evaluation, by the key
        QTest::keyClick(w.window.get(), Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(w->workspace()->step(), 1);
        fillWhatIsMissing(w, w->workspace()->page(1));

        // 3 Plan, by the button
        w.press(QStringLiteral("Next"));
        QCOMPARE(w->workspace()->step(), 2);
        auto* plan = w->workspace()->page(2);
        for (auto* card : plan->findChildren<ClauseCard*>())
            card->unfold(true);
        QCoreApplication::processEvents();
        QVERIFY(fillWhatIsMissing(w, plan) > 3);
        for (int i = 0; i < 20; ++i) {
            auto* yes = w.named<QPushButton>(QStringLiteral("Yes, this is true"), plan);
            if (!yes)
                break;
            QTest::mouseClick(yes, Qt::LeftButton);
            QCoreApplication::processEvents();
        }
        fillWhatIsMissing(w, plan);
        const auto& letter = w.model().session().letter();
        for (const auto& p : letter.paragraphs)
            QVERIFY2(p.kind != appeal::Paragraph::Kind::Pick || p.state != appeal::PickState::Proposed, p.text.c_str());
        QVERIFY2(letter.missing.empty(), letter.missing.empty() ? "" : letter.missing.front().c_str());

        // 4 Submit
        QTest::keyClick(w.window.get(), Qt::Key_4, Qt::ControlModifier);
        QTRY_COMPARE(w->workspace()->step(), 3);
        const auto* review = w.model().review();
        QVERIFY(review);
        for (const auto& f : review->findings)
            if (f.severity == appeal::Severity::Block)
                qWarning("block: %s [%s] %s", f.check.c_str(), f.text.c_str(), library::in(f.message, "en").c_str());
        QVERIFY(review->ready);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(w.window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const auto copied = QGuiApplication::clipboard()->text();
        auto* line = w->findChild<QLabel*>(QStringLiteral("copied"));
        QVERIFY(line && line->isVisible());
        QVERIFY(line->text().contains(QStringLiteral("Lindenhof Books")));

        // what the core composes from the same case, saved and loaded by the store
        QVERIFY(w->autosave().finish(3000));
        {
            auto store = storage::openCases(w.dataDir(), kToday);
            QVERIFY(bool(store));
            auto stored = (*store)->load(w->autosave().id());
            QVERIFY(bool(stored));
            const journey::Session again(stored->value, knowledge().catalogue(), [&](const library::Fit& fit) {
                auto library = storage::openLibrary(libraryFolder(), library::embeddedDigest(), [] { return appeal::Result<library::Clauses>(library::Clauses{}); });
                auto clauses = (*library)->select(fit);
                return clauses ? *clauses : library::Clauses{};
            }, kToday);
            QCOMPARE(copied, q(letter::toText(again.letter()).text));
        }

        // it was sent
        w.press(QStringLiteral("Record submission"));
        QCOMPARE(w->workspace()->step(), 4);
        QCOMPARE(appeal::standing(w.now(), "submission").size(), std::size_t(1));
        QCOMPARE(q(*appeal::standing(w.now(), "submission").front()->text), copied);
        QVERIFY(w->workspace()->preview()->letterEdit()->isReadOnly());
        QVERIFY(!w.model().session().canUndo());
        w->workspace()->preview()->showTab(2);
        QCOMPARE(w.named<QTextEdit>(QStringLiteral("Sent letter"))->toPlainText(), copied);

        // 5 Follow-up: a reply comes, is read and recorded
        auto* reply = w.named<QPlainTextEdit>(QStringLiteral("Reply"));
        QVERIFY(reply);
        reply->setPlainText(QStringLiteral("Hello,\nWe received your appeal but do not have enough information. Please provide greater detail on the root cause of the late shipments.\nSeller Performance Team"));
        QTRY_VERIFY(w.named<QPushButton>(QStringLiteral("Record the reply"))->isEnabled());
        w.press(QStringLiteral("Record the reply"));
        QCOMPARE(appeal::standing(w.now(), "reply").size(), std::size_t(1));
    }
};
REGISTER_TEST(WalkTest);
#include "walk_test.moc"
