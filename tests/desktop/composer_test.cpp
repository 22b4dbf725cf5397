#include "support.h"

#include "desktop/clause_popup.h"
#include "letter/format.h"
#include "library/readings.h"
#include "plan/plan.h"
#include "submit/fingerprints.h"
#include "text/decode.h"

#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <array>

using namespace desktop;

/// Step 3 and the letter, driven as by a hand.
class ComposerTest : public QObject
{
    Q_OBJECT

    /// A window with a case whose seller admits what happened, on the plan page.
    struct Desk : TestWindow
    {
        Desk() { begin(); }
        void begin()
        {
            start(oneNotice());
            model().edit(appeal::SetRoute{now().causes.front().id, appeal::Route::Admit, appeal::By::Person});
            model().rest();
            window->goToStep(2);
            QCoreApplication::processEvents();
        }
        LetterEdit* letter() { return window->workspace()->preview()->letterEdit(); }
        Preview* preview() { return window->workspace()->preview(); }
        Page* plan() { return window->workspace()->page(2); }
        const appeal::LetterDraft& draft() { return *model().session().draft(); }
        std::string text() { return letter::toText(model().session().letter()).text; }
        /// A clause that fits and is not in the letter.
        library::Clause spare(const std::string& section = {})
        {
            for (const auto& offer : plan::offers(now(), draft(), model().catalogue(), model().session().clauses(), section))
                if (std::none_of(draft().picks.begin(), draft().picks.end(), [&](const auto& p) { return p.clause == offer.clause; }))
                    return *library::find(model().session().clauses(), offer.clause);
            return {};
        }
        int places(const std::string& clause)
        {
            return int(std::count_if(draft().picks.begin(), draft().picks.end(), [&](const auto& p) { return p.clause == clause; }));
        }
        /// Puts the caret into the first paragraph of a pick, @p at characters into its words, or at its end.
        std::string caretIn(int at = -1, const std::string& section = {})
        {
            const auto& paragraphs = letter()->letter().paragraphs;
            for (std::size_t i = 0; i < paragraphs.size(); ++i)
                if (!paragraphs[i].pick.empty() && (section.empty() || paragraphs[i].section == section)) {
                    letter()->setFocus();
                    auto cursor = letter()->textCursor();
                    const auto block = letter()->document()->findBlockByNumber(int(i));
                    cursor.setPosition(block.position() + (at < 0 ? block.length() - 1 : int(q(paragraphs[i].marker).size()) + at));
                    letter()->setTextCursor(cursor);
                    return paragraphs[i].pick;
                }
            return {};
        }
        const appeal::Paragraph& paragraph(const std::string& pick)
        {
            static const appeal::Paragraph none;
            for (const auto& p : model().session().letter().paragraphs)
                if (p.pick == pick)
                    return p;
            return none;
        }
        ClauseCard* card(const std::string& pick)
        {
            for (auto* found : plan()->findChildren<ClauseCard*>())
                if (found->pick() == pick)
                    return found;
            return nullptr;
        }
    };

    static void commit(QWidget* into, const QString& text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(into, &event);
        QCoreApplication::processEvents();
    }

    static void dropOn(QWidget* target, QPointF where, const QMimeData& carried)
    {
        QDragEnterEvent enter(where.toPoint(), Qt::MoveAction, &carried, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &enter);
        QDragMoveEvent move(where.toPoint(), Qt::MoveAction, &carried, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &move);
        QDropEvent drop(where, Qt::MoveAction, &carried, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &drop);
        QCoreApplication::processEvents();
    }

    static int rowOf(QListWidget* list, const std::string& clause)
    {
        for (int i = 0; i < list->count(); ++i)
            if (s(list->item(i)->data(Qt::UserRole).toString()) == clause)
                return i;
        return -1;
    }

private Q_SLOTS:
    void aClauseIsFoundByItsPinyinAndAddedByOneKey()
    {
        Desk w;
        const auto wanted = w.spare();
        QVERIFY(!wanted.id.empty());
        const auto read = q(library::builtinReadings().letters(library::in(wanted.name, "zh"))).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        QVERIFY(!read.isEmpty());
        QTest::keyClick(w.window.get(), Qt::Key_F, Qt::ControlModifier);
        auto* words = w.named<QLineEdit>(QStringLiteral("Find a clause"));
        auto* list = w->findChild<QListWidget*>(QStringLiteral("clauses"));
        QVERIFY(words && list);
        QVERIFY(words->hasFocus());
        const auto before = w.draft().picks.size();
        QTest::keyClicks(words, read.front().left(14));
        QTRY_VERIFY(rowOf(list, wanted.id) >= 0);
        QVERIFY(!marksIn(q(library::in(wanted.name, "zh")), words->text()).empty());
        while (list->currentRow() < rowOf(list, wanted.id))
            QTest::keyClick(words, Qt::Key_Down);
        QTest::keyClick(words, Qt::Key_Down, Qt::ControlModifier); // say it differently
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(w.draft().picks.size(), before + 1);
        QCOMPARE(w.places(wanted.id), 1);
        QVERIFY(words->hasFocus());
        const auto it = std::find_if(w.draft().picks.begin(), w.draft().picks.end(), [&](const auto& p) { return p.clause == wanted.id; });
        QCOMPARE(it->variant, wanted.text.at("en").size() > 1 ? 1 : 0);
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(w.draft().picks.size(), before);
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(w.places(wanted.id), 1);
    }

    void aPartThatIsAnsweredWithItsWholeIsNoGap()
    {
        Desk w;
        w.model().edit(appeal::ChooseCause{"order_defect_rate", appeal::By::Person, {}});
        w.model().edit(appeal::ChooseCause{"odr_negative_feedback", appeal::By::Person, {}});
        for (const char* cause : {"order_defect_rate", "odr_negative_feedback"})
            w.model().edit(appeal::SetRoute{cause, appeal::Route::Admit, appeal::By::Person});
        QCoreApplication::processEvents();
        QStringList heads;
        for (auto* label : w.plan()->findChildren<QLabel*>(QStringLiteral("part")))
            if (label->isVisible())
                heads << label->text();
        const auto name = [&](const char* cause) { return q(library::in(w.model().catalogue().cause(cause)->name, "en")); };
        QVERIFY(heads.contains(name("order_defect_rate")));
        QVERIFY(!heads.contains(name("odr_negative_feedback")));
    }

    void aClauseOfTheLetterIsNeverDoubledInPassing()
    {
        Desk w;
        const auto pick = *std::find_if(w.draft().picks.begin(), w.draft().picks.end(), [&](const auto& p) { return !p.clause.empty() && !p.prints.empty(); });
        auto* words = w.named<QLineEdit>(QStringLiteral("Find a clause"));
        auto* list = w->findChild<QListWidget*>(QStringLiteral("clauses"));
        const auto* clause = library::find(w.model().session().clauses(), pick.clause);
        QVERIFY(clause);
        words->setFocus();
        QTest::keyClicks(words, q(library::in(clause->name, "en")));
        QTRY_VERIFY(rowOf(list, pick.clause) >= 0);
        list->setCurrentRow(rowOf(list, pick.clause));
        const auto before = w.draft().picks.size();
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(w.draft().picks.size(), before);
        QVERIFY(w.card(pick.id) && w.card(pick.id)->isUnfolded());
        // in the letter, by drop and by the bar, neither
        QMimeData carried;
        carried.setData(kClauseMime, QByteArray::fromStdString(pick.clause));
        dropOn(w.letter()->viewport(), QPointF(60, 60), carried);
        QCOMPARE(w.draft().picks.size(), before);
        // once more, when that is said
        QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(w.places(pick.clause), 2);
    }

    void favouritesAndHiddenClausesHaveAShelf()
    {
        Desk w;
        const auto wanted = w.spare();
        auto* words = w.named<QLineEdit>(QStringLiteral("Find a clause"));
        auto* list = w->findChild<QListWidget*>(QStringLiteral("clauses"));
        auto* shelf = w.named<QComboBox>(QStringLiteral("Which clauses"));
        QVERIFY(words && list && shelf);
        words->setFocus();
        QTest::keyClicks(words, q(library::in(wanted.name, "en")));
        QTRY_VERIFY(rowOf(list, wanted.id) >= 0);
        list->setCurrentRow(rowOf(list, wanted.id));
        QTest::keyClick(words, Qt::Key_D, Qt::ControlModifier);
        const auto choose = [&](int which) {
            shelf->setCurrentIndex(which);
            Q_EMIT shelf->activated(which);
        };
        choose(1);
        QTRY_COMPARE(list->count(), 1);
        QCOMPARE(rowOf(list, wanted.id), 0);
        QTest::keyClick(words, Qt::Key_D, Qt::ControlModifier);
        choose(1);
        QTRY_COMPARE(list->count(), 0);
        choose(0);
        QTRY_VERIFY(rowOf(list, wanted.id) >= 0);
        list->setCurrentRow(rowOf(list, wanted.id));
        w.press(QStringLiteral("Hide"));
        QTRY_COMPARE(rowOf(list, wanted.id), -1);
        QTRY_VERIFY(!library::find(w.model().session().clauses(), wanted.id));
        choose(3);
        QTRY_COMPARE(rowOf(list, wanted.id), 0);
        list->setCurrentRow(0);
        w.press(QStringLiteral("Show again"));
        choose(0);
        QTRY_VERIFY(rowOf(list, wanted.id) >= 0);
        QTRY_VERIFY(library::find(w.model().session().clauses(), wanted.id));
    }

    void aSlashInTheLetterInsertsAClauseAtTheCaret()
    {
        Desk w;
        const auto pick = w.caretIn(-1, "corrective");
        QVERIFY(!pick.empty());
        const auto wanted = w.spare("corrective");
        QVERIFY(!wanted.id.empty());
        const auto before = w.text();
        QTest::keyClicks(w.letter(), QStringLiteral(" "));
        QTest::keyClicks(w.letter(), QStringLiteral("/"));
        auto* popup = w->findChild<ClausePopup*>();
        QVERIFY(popup && popup->isOpen());
        auto* words = w.named<QLineEdit>(QStringLiteral("Insert a clause"));
        auto* list = w.named<QListWidget>(QStringLiteral("Clauses to insert"));
        QVERIFY(words && words->hasFocus());
        QTest::keyClicks(words, q(library::in(wanted.name, "en")).left(18));
        QTRY_VERIFY(rowOf(list, wanted.id) >= 0);
        while (list->currentRow() < rowOf(list, wanted.id))
            QTest::keyClick(words, Qt::Key_Down);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(!popup->isOpen());
        QVERIFY(w.letter()->hasFocus());
        QCOMPARE(w.places(wanted.id), 1);
        const auto at = std::find_if(w.draft().picks.begin(), w.draft().picks.end(), [&](const auto& p) { return p.id == pick; }) - w.draft().picks.begin();
        QCOMPARE(w.draft().picks[std::size_t(at) + 1].clause, wanted.id);
        QCOMPARE(w.letter()->current()->clause, wanted.id); // the caret stands in it
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(w.places(wanted.id), 0);
        QCOMPARE(w.text(), before);
        // Esc: it was only a slash
        w.caretIn(-1, "corrective");
        QTest::keyClicks(w.letter(), QStringLiteral(" /"));
        QVERIFY(popup->isOpen());
        QTest::keyClicks(words, QStringLiteral("x"));
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(!popup->isOpen());
        QVERIFY(w.paragraph(pick).text.ends_with(" /x"));
        QTest::keyClicks(w.letter(), QStringLiteral("3/4"));
        QVERIFY(!popup->isOpen());
        QVERIFY(w.paragraph(pick).text.ends_with(" /x3/4"));
    }

    void aParagraphIsDraggedAcrossSections()
    {
        Desk w;
        const auto from = w.caretIn(0, "preventive"), to = w.caretIn(0, "corrective");
        QVERIFY(!from.empty() && !to.empty());
        QMimeData carried;
        carried.setData(kPickMime, QByteArray::fromStdString(from));
        const auto where = QPointF(w.letter()->cursorRect().center() + QPoint(40, -4));
        QCOMPARE(w.letter()->cursorForPosition(where.toPoint()).blockNumber(), w.letter()->textCursor().blockNumber());
        dropOn(w.letter()->viewport(), where, carried);
        const auto* moved = appeal::findPick(w.draft(), from);
        QVERIFY(moved);
        QCOMPARE(moved->section, std::string("corrective"));
        QCOMPARE(w.paragraph(from).section, std::string("corrective"));
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(appeal::findPick(w.draft(), from)->section, std::string("preventive"));
        // by the key inside its section
        w.caretIn(0, "corrective");
        const auto order = [&] {
            std::vector<std::string> out;
            for (const auto& p : w.draft().picks)
                if (p.section == "corrective")
                    out.push_back(p.id);
            return out;
        };
        auto was = order();
        if (was.size() > 1) {
            QTest::keyClick(w.letter(), Qt::Key_Down, Qt::AltModifier);
            std::swap(was[0], was[1]);
            QCOMPARE(order(), was);
            QCOMPARE(w.letter()->current()->pick, was[1]); // the caret goes with it
        }
    }

    void whatWasTypedKeepsItsPlaceholdersAndCanBeShown()
    {
        Desk w;
        const auto pick = w.caretIn(3);
        const auto original = w.paragraph(pick).text;
        const auto slots = std::count(w.paragraph(pick).source.begin(), w.paragraph(pick).source.end(), '{');
        const auto bar = w.letter()->verticalScrollBar()->value();
        const int caret = w.letter()->textCursor().position();
        QTest::keyClicks(w.letter(), QStringLiteral("abc"));
        QCOMPARE(w.letter()->textCursor().position(), caret + 3);
        QCOMPARE(w.letter()->verticalScrollBar()->value(), bar);
        QVERIFY(w.paragraph(pick).edited);
        QCOMPARE(std::count(w.paragraph(pick).source.begin(), w.paragraph(pick).source.end(), '{'), slots);
        QTest::keyClick(w.letter(), Qt::Key_F6);
        QCOMPARE(w.preview()->tab(), int(Preview::Changes));
        auto* changes = w.named<QTextEdit>(QStringLiteral("Changes in the letter"));
        QVERIFY(changes);
        QVERIFY(changes->toPlainText().contains(QStringLiteral("abc")));
        auto found = changes->document()->find(QStringLiteral("abc"));
        QVERIFY(!found.isNull() && found.charFormat().fontUnderline());
        QTest::keyClick(changes, Qt::Key_F6);
        QCOMPARE(w.preview()->tab(), int(Preview::TheLetter));
        auto* card = w.card(pick);
        card->unfold(true);
        QCoreApplication::processEvents();
        w.press(QStringLiteral("Show what I changed"), card);
        auto* mine = w.named<QTextEdit>(QStringLiteral("What was changed"), card);
        QVERIFY(mine && mine->toPlainText().contains(QStringLiteral("abc")));
        w.press(QStringLiteral("Back to the library's wording"), card);
        QCOMPARE(w.paragraph(pick).text, original);
        QVERIFY(!w.paragraph(pick).edited);
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(w.paragraph(pick).edited);
    }

    void ownWordingBecomesAClauseOfOnesOwn()
    {
        Desk w;
        const auto pick = w.caretIn(0);
        QTest::keyClicks(w.letter(), QStringLiteral("Zebra "));
        auto* card = w.card(pick);
        card->unfold(true);
        QCoreApplication::processEvents();
        w.press(QStringLiteral("Save this wording as my clause"), card);
        auto* name = w.named<QLineEdit>(QStringLiteral("Name of the clause"), card);
        QVERIFY(name && name->hasFocus());
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Zebra clause"));
        QTest::keyClick(name, Qt::Key_Return);
        auto* list = w->findChild<QListWidget*>(QStringLiteral("clauses"));
        auto* shelf = w.named<QComboBox>(QStringLiteral("Which clauses"));
        const auto mine = [&] {
            const auto& all = w.model().session().clauses();
            const auto it = std::find_if(all.begin(), all.end(), [](const auto& c) { return library::in(c.name, "en") == "Zebra clause"; });
            return it == all.end() ? library::Clause{} : *it;
        };
        QTRY_VERIFY(!mine().id.empty());
        QVERIFY(mine().origin == library::Origin::Own);
        QVERIFY(mine().phrasing("en", 0).find("Zebra ") == 0);
        QCOMPARE(mine().phrasing("en", 0), w.paragraph(pick).source); // slots live
        shelf->setCurrentIndex(2);
        Q_EMIT shelf->activated(2);
        QTRY_VERIFY(rowOf(list, mine().id) >= 0);
        QVERIFY(w.storage->now([id = mine().id](Stores& stores) { return bool(stores.library->removeUser(id)); }));
    }

    void shorterLengthsHoldTheirLimitsAndTellWhatFell()
    {
        Desk w;
        w.preview()->showTab(Preview::Shorter);
        auto* text = w.named<QTextEdit>(QStringLiteral("Shorter letter"));
        auto* length = w.named<QComboBox>(QStringLiteral("Length to look at"));
        QVERIFY(text && length);
        for (int i = 0; i < 4; ++i) {
            length->setCurrentIndex(i);
            Q_EMIT length->activated(i);
            const auto kind = std::array{appeal::Length::Thousand, appeal::Length::FiveHundred, appeal::Length::Chat, appeal::Length::Subject}[std::size_t(i)];
            QCOMPARE(s(text->toPlainText()), letter::toText(w.model().session().compose({}, {}, kind)).text);
        }
        length->setCurrentIndex(1);
        Q_EMIT length->activated(1);
        const auto before = text->toPlainText();
        w.model().edit(appeal::SetFact{{appeal::Scope::Case, {}, "store_name"}, "", "Quite Another Store"});
        QCoreApplication::processEvents();
        QCOMPARE(s(text->toPlainText()), letter::toText(w.model().session().compose({}, {}, appeal::Length::FiveHundred)).text);
        QVERIFY(text->toPlainText().size() <= 500 || text->toPlainText() != before);
        QGuiApplication::clipboard()->clear();
        w.press(QStringLiteral("Copy this length"));
        QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
    }

    void chineseBesideAFactIsProposedInEnglishAndNeverEntersTheLetter()
    {
        Desk w;
        FactRow* row = nullptr;
        for (auto* card : w.plan()->findChildren<ClauseCard*>())
            card->unfold(true);
        QCoreApplication::processEvents();
        for (auto* one : w.plan()->findChildren<FactRow*>())
            if (auto* line = qobject_cast<QLineEdit*>(one->editor()->input()); line && line->isVisible() && line->text().isEmpty() && s(line->objectName()).find(".who") != std::string::npos)
                row = one;
        QVERIFY(row);
        auto* input = row->editor()->input();
        input->setFocus();
        commit(input, QStringLiteral("仓库主管李娜"));
        QCOMPARE(row->editor()->text(), QStringLiteral("仓库主管李娜")); // nothing moves under the hand
        QVERIFY(!text::hasHan(w.text()));
        QTest::keyClick(input, Qt::Key_Tab);
        QCoreApplication::processEvents();
        QVERIFY(row->chinese() && row->chinese()->isVisible());
        QCOMPARE(row->chinese()->text(), QStringLiteral("仓库主管李娜"));
        QVERIFY(row->editor()->text().isEmpty());
        w.press(QStringLiteral("Use “Li Na, warehouse lead”"), row);
        QCOMPARE(row->editor()->text(), QStringLiteral("Li Na, warehouse lead"));
        QVERIFY(w.text().find("Li Na, warehouse lead") != std::string::npos || w.text().find("Li Na") != std::string::npos);
        QVERIFY(!text::hasHan(w.text()));
        bool both = false;
        for (const auto& record : w.now().records)
            if (const auto it = record.fields.find("who"); it != record.fields.end())
                both = both || (it->second.count("zh") && it->second.at("zh") == "仓库主管李娜" && it->second.size() > 1);
        QVERIFY(both);
        // what is not known is marked and not offered
        row->chinese()->editor()->input()->setFocus();
        auto* zh = row->chinese()->editor()->input();
        QTest::keyClick(zh, Qt::Key_End);
        commit(zh, QStringLiteral("爆仓"));
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(row->chinese()->text(), QStringLiteral("仓库主管李娜"));
    }

    void makingALetterOnesOwnTurnsAwayFromWhatWasSent()
    {
        Desk w;
        QVERIFY(w->autosave().finish(3000));
        // another case sent exactly this letter
        appeal::Case other;
        const auto text = w.text();
        w.storage->now([&](Stores& stores) {
            auto saved = stores.cases->save(other, 0, {});
            return saved && stores.cases->addFingerprints(saved->value.id, "1", submit::fingerprints(text, "en"));
        });
        QSignalSpy said(w->workspace(), &Workspace::said);
        const auto& before = text;
        auto* bar = w.plan()->findChild<LetterBar*>();
        QVERIFY(bar);
        auto* menu = bar->findChild<QMenu*>();
        Q_EMIT menu->aboutToShow();
        for (auto* action : menu->actions())
            if (action->text() == QStringLiteral("Make this letter mine"))
                action->trigger();
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(w.text() != before);
        const auto share = [&](const std::string& words) { return submit::contained(submit::fingerprints(words, "en"), submit::fingerprints(before, "en")); };
        QVERIFY(share(w.text()) < 0.8 * share(before));
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(w.text(), before); // all of it one step
    }

    void pastedRichTextBecomesPlainAndAnInputMethodIsLeftAlone()
    {
        Desk w;
        const auto pick = w.caretIn(0);
        auto* rich = new QMimeData;
        rich->setHtml(QStringLiteral("<b>Bold</b> <span style='color:red'>red</span> "));
        rich->setText(QStringLiteral("Bold red "));
        QGuiApplication::clipboard()->setMimeData(rich);
        QTest::keyClick(w.letter(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(w.paragraph(pick).text.find("Bold red ") == 0);
        auto cursor = w.letter()->textCursor();
        cursor.movePosition(QTextCursor::Left);
        cursor.movePosition(QTextCursor::WordLeft);
        QVERIFY(cursor.charFormat().fontWeight() <= QFont::Normal);
        // in the middle of a character the letter may change elsewhere
        QInputMethodEvent begun(QStringLiteral("jiezhi"), {});
        QApplication::sendEvent(w.letter(), &begun);
        const auto before = w.paragraph(pick).text;
        w.model().edit(appeal::SetFact{{appeal::Scope::Case, {}, "store_name"}, "", "Changed Meanwhile"});
        QCoreApplication::processEvents();
        QCOMPARE(w.letter()->textCursor().block().layout()->preeditAreaText(), QStringLiteral("jiezhi"));
        commit(w.letter(), QStringLiteral("截止"));
        QCOMPARE(w.paragraph(pick).text.size(), before.size() + 6);
        QVERIFY(w.paragraph(pick).text.find("截止") != std::string::npos);
    }

    void thirtyStepsAreUndoneAndRedone()
    {
        Desk w;
        std::vector<std::string> texts{w.text()};
        const auto pick = w.caretIn(0);
        for (int i = 0; i < 30; ++i) {
            w.caretIn(0);
            QTest::keyClicks(w.letter(), QString(1, QLatin1Char(char('a' + i % 26))));
            w.model().rest();
            texts.push_back(w.text());
        }
        QVERIFY(!w.paragraph(pick).text.empty());
        for (int i = 29; i >= 0; --i) {
            QTest::keyClick(w.letter(), Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(w.text(), texts[std::size_t(i)]);
        }
        for (std::size_t i = 1; i <= 30; ++i) {
            QTest::keyClick(w.letter(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
            QCOMPARE(w.text(), texts[i]);
        }
    }

    void aSecondLetterStandsBesideTheFirst()
    {
        Desk w;
        const auto first = w.now().letter;
        w.caretIn(0);
        QTest::keyClicks(w.letter(), QStringLiteral("First "));
        const auto firstText = w.text();
        w.model().edit(appeal::AddLetter{"status_request", "en", true});
        QCoreApplication::processEvents();
        QVERIFY(w.now().letter != first);
        const auto second = w.now().letter;
        QVERIFY(w.letter()->toPlainText() != q(firstText));
        w.preview()->showTab(Preview::Changes);
        auto* with = w.named<QComboBox>(QStringLiteral("Version to compare with"));
        QVERIFY(with);
        const auto other = with->findData(QStringLiteral("letter:") + q(first));
        QVERIFY(other >= 0);
        with->setCurrentIndex(other);
        Q_EMIT with->activated(other);
        auto* changes = w.named<QTextEdit>(QStringLiteral("Changes in the letter"));
        auto out = changes->document()->find(QStringLiteral("First"));
        QVERIFY(!out.isNull() && out.charFormat().fontStrikeOut());
        w.model().edit(appeal::UseLetter{first});
        QCOMPARE(w.text(), firstText);
        w.model().edit(appeal::UseLetter{second});
        w.model().undo();
        w.model().undo();
        w.model().undo();
        QCOMPARE(w.now().letters.size(), std::size_t(1));
        QCOMPARE(w.text(), firstText);
    }

    void theLanguageIsSwitchedInTheMiddleOfAnEdit()
    {
        Desk w;
        const auto pick = w.caretIn(0);
        QTest::keyClicks(w.letter(), QStringLiteral("Mine: "));
        const auto english = w.paragraph(pick).text;
        w.model().edit(appeal::SetLetterLanguage{w.now().letter, "zh"});
        QCoreApplication::processEvents();
        QVERIFY(w.paragraph(pick).text.find("Mine: ") == std::string::npos);
        QVERIFY(w.paragraph(pick).outdated); // never silently its translation
        w.preview()->showTab(Preview::Both);
        QVERIFY(w.preview()->otherEdit()->toPlainText().contains(QStringLiteral("Mine: ")));
        w.model().undo();
        QCOMPARE(w.paragraph(pick).text, english);
    }
};
REGISTER_TEST(ComposerTest);
#include "composer_test.moc"
