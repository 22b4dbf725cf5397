#include "support.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QTextEdit>

using namespace desktop;

/// Everything by the keyboard alone.
class KeyboardTest : public QObject
{
    Q_OBJECT

    /// Presses Tab from the list of steps on until @p last has the focus; what had it on the way.
    static std::vector<QWidget*> walk(TestWindow& w, QWidget* last)
    {
        auto* rail = w.named<QListWidget>(QStringLiteral("Steps"));
        rail->setFocus();
        std::vector<QWidget*> seen;
        for (int i = 0; i < 300; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            seen.push_back(QApplication::focusWidget());
            if (seen.back() == last)
                break;
        }
        return seen;
    }

private Q_SLOTS:
    void tabFollowsTheReadingOrderOnEveryPage()
    {
        TestWindow w(nullptr, {1280, 800});
        w.start(oneNotice());
        w.press(QStringLiteral("It happened"));
        for (int step = 0; step < 5; ++step) {
            w->goToStep(step);
            auto* page = w->workspace()->page(step);
            auto* next = w.named<QWidget>(step < 4 ? QStringLiteral("Next") : QStringLiteral("Back"));
            QVERIFY(next);
            std::vector<QWidget*> expected, seen;
            const auto once = [&] {
                QCoreApplication::processEvents();
                expected = tabOrder(page->widget());
                seen = walk(w, next);
                // what has no place in the page: the tab bar, the button Back before Next
                std::vector<QWidget*> inside;
                for (auto* widget : seen)
                    if (page->isAncestorOf(widget))
                        inside.push_back(widget);
                // of radio buttons that belong together Tab reaches one
                std::size_t at = 0;
                for (auto* widget : expected)
                    if (at < inside.size() && inside[at] == widget)
                        ++at;
                return !inside.empty() && at == inside.size() && seen.back() == next;
            };
            QTRY_VERIFY2(once(), qPrintable(QString::number(step + 1)));
            QVERIFY(QApplication::focusWidget() == next);
        }
    }
    void keysGoToTheStepsAndToTheLetterAndBack()
    {
        TestWindow w;
        w.start(oneNotice());
        for (int step = 4; step >= 0; --step) {
            QTest::keyClick(w.window.get(), Qt::Key(Qt::Key_1 + step), Qt::ControlModifier);
            QCOMPARE(w->workspace()->step(), step);
        }
        QTest::keyClick(w.window.get(), Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(w->workspace()->step(), 1);
        QTest::keyClick(w.window.get(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(w->workspace()->step(), 0);
        QTest::keyClick(w.window.get(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(w->workspace()->preview()->letterEdit()->hasFocus());
    }
    void inANarrowWindowTheLetterIsOneKeyAway()
    {
        TestWindow w(nullptr, {1000, 700});
        w.start(oneNotice());
        QVERIFY(!w.named<QTextEdit>(QStringLiteral("Letter")));
        for (int step = 0; step < 5; ++step) {
            w->goToStep(step);
            QTest::keyClick(w.window.get(), Qt::Key_L, Qt::ControlModifier);
            QTRY_VERIFY(w.named<QTextEdit>(QStringLiteral("Letter")));
            QTest::keyClick(w.window.get(), Qt::Key_L, Qt::ControlModifier);
            QTRY_VERIFY(!w.named<QTextEdit>(QStringLiteral("Letter")));
        }
    }
    void everyActionHasAKeyAndF1ShowsThem()
    {
        TestWindow w;
        QTest::keyClick(w.window.get(), Qt::Key_F1);
        QDialog* keys = nullptr;
        QTRY_VERIFY((keys = w->findChild<QDialog*>()));
        QStringList shown;
        for (auto* label : keys->findChildren<QLabel*>())
            shown << label->text();
        for (auto* action : w->actions()) {
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
            QVERIFY2(shown.contains(action->shortcut().toString(QKeySequence::NativeText)) && shown.contains(action->text()), qPrintable(action->text()));
        }
        QTest::keyClick(keys, Qt::Key_Escape);
        QTRY_VERIFY(!w->findChild<QDialog*>());
    }
};
REGISTER_TEST(KeyboardTest);
#include "keyboard_test.moc"
