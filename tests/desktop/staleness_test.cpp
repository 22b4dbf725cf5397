#include "support.h"
#include "dice.h"

#include "letter/format.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

using namespace desktop;

/// What is only drawn where something changed shows, after any series of edits, what a window shows that draws all of it for the first time.
class StalenessTest : public QObject
{
    Q_OBJECT

    struct Desk : TestWindow
    {
        LetterEdit* letter() { return window->workspace()->preview()->letterEdit(); }
        Page* plan() { return window->workspace()->page(2); }
        void toPlan()
        {
            window->goToStep(2);
            QCoreApplication::processEvents();
        }
        /// Every word that the cards of the plan show, in their order.
        QStringList cards()
        {
            QStringList out;
            for (const auto* card : plan()->findChildren<ClauseCard*>()) {
                QStringList words{q(card->pick()), card->accessibleName()};
                for (const auto* label : card->findChildren<QLabel*>())
                    if (label->isVisibleTo(card))
                        words << label->text();
                for (const auto* button : card->findChildren<QAbstractButton*>())
                    if (button->isVisibleTo(card))
                        words << button->text() << button->accessibleName() << (button->isEnabled() ? QStringLiteral("on") : QStringLiteral("off"));
                out << words.join(QLatin1Char('|'));
            }
            out.sort(); // widgets are found in the order in which they were made
            return out;
        }
        QStringList foot()
        {
            QStringList out;
            for (const auto* label : window->workspace()->preview()->findChildren<QLabel*>())
                if (label->isVisibleTo(window.get()))
                    out << label->text();
            return out;
        }
        /// Words and formats of the letter, block by block.
        QStringList blocks()
        {
            QStringList out;
            for (auto block = letter()->document()->begin(); block.isValid(); block = block.next()) {
                auto line = block.text() + QStringLiteral(" %1 %2 %3").arg(block.blockFormat().topMargin()).arg(block.blockFormat().headingLevel()).arg(block.blockFormat().background().color().name());
                for (const auto& range : block.textFormats())
                    line += QStringLiteral(" [%1 %2 %3 %4]").arg(range.start).arg(range.length).arg(range.format.fontWeight()).arg(range.format.background().color().name());
                out << line;
            }
            return out;
        }
        void edit(Dice& dice)
        {
            static const char* const kWords[]{"counted every unit", "we will  try", "checked by Ann Reed", "22 of 19 orders", "", "[name]", "更换承运人"};
            const auto words = std::string(kWords[dice.upTo(std::size(kWords))]);
            const auto* draft = model().session().draft();
            const auto& c = now();
            const auto anyPick = [&] { return draft->picks.empty() ? std::string{} : draft->picks[dice.upTo(draft->picks.size())].id; };
            switch (dice.upTo(11)) {
            case 0: {
                appeal::Record record;
                record.group = dice.upTo(2) ? "deeds" : "measures";
                record.causes = {c.causes.front().id};
                record.fields[record.group == "deeds" ? "what" : "measure"]["en"] = words + " of shelf " + std::to_string(dice.upTo(9));
                record.fields[record.group == "deeds" ? "on" : "since"][""] = "2026-03-1" + std::to_string(dice.upTo(9));
                model().edit(appeal::AddRecord{record, {}});
                break;
            }
            case 1:
            case 2:
                if (!c.records.empty()) {
                    const auto& record = c.records[dice.upTo(c.records.size())];
                    const char* const members[]{"what", "measure", "who", "on", "result"};
                    model().edit(appeal::SetField{record.id, members[dice.upTo(5)], "en", words});
                }
                break;
            case 3: model().edit(appeal::Reword{draft->id, anyPick(), draft->language, words + " indeed.", {}}); break;
            case 4: model().edit(appeal::Reword{draft->id, anyPick(), draft->language, {}, {}}); break;
            case 5: model().edit(appeal::MovePick{draft->id, anyPick(), dice.upTo(draft->picks.size() + 1), {}, {}}); break;
            case 6: model().edit(appeal::DropPick{draft->id, anyPick()}); break;
            case 7: model().edit(appeal::SetFact{{appeal::Scope::Case, {}, dice.upTo(2) ? "store_name" : "contact_name"}, "", words}); break;
            case 8: model().edit(appeal::SetVariant{draft->id, anyPick(), int(dice.upTo(3))}); break;
            case 9: model().edit(appeal::SetVoice{dice.upTo(2) ? appeal::Voice::I : appeal::Voice::We}); break;
            default: dice.upTo(3) ? model().undo() : model().redo();
            }
            if (dice.upTo(3) == 0)
                model().rest();
        }
    };

private Q_SLOTS:
    void afterManyEditsTheWindowShowsWhatAFreshOneShows()
    {
        for (const unsigned seed : {2u, 23u}) {
            Desk used;
            used.start(oneNotice());
            used.model().edit(appeal::SetRoute{used.now().causes.front().id, appeal::Route::Admit, appeal::By::Person});
            used.toPlan();
            Dice dice{seed};
            for (int round = 0; round < 6; ++round) {
                for (int i = 0; i < 25; ++i) {
                    used.edit(dice);
                    QCoreApplication::processEvents();
                }
                Desk fresh;
                fresh.start(oneNotice());
                fresh.model().open(used.now());
                fresh.toPlan();
                QTest::qWait(1);
                QCOMPARE(used.blocks(), fresh.blocks());
                QCOMPARE(used.cards(), fresh.cards());
                QCOMPARE(used.foot(), fresh.foot());
            }
        }
    }

    void onlyTheParagraphThatIsTypedInIsWrittenAndNothingJumps()
    {
        Desk w;
        w.start(oneNotice());
        w.model().edit(appeal::SetRoute{w.now().causes.front().id, appeal::Route::Admit, appeal::By::Person});
        std::vector<appeal::Edit> edits;
        for (int i = 0; i < 60; ++i) {
            appeal::Record record;
            record.group = "deeds";
            record.causes = {w.now().causes.front().id};
            record.fields["what"]["en"] = "counted the parcels of shelf " + std::to_string(i) + " by hand and compared every label with the list of orders that were due on that day";
            record.fields["on"][""] = "2026-03-17";
            record.fields["who"][""] = "Li Na, warehouse lead";
            edits.push_back(appeal::AddRecord{record, {}});
        }
        w.model().edit(edits);
        w.toPlan();
        auto* edit = w.letter();
        edit->setFocus();
        QTextCursor cursor(edit->document()->findBlockByNumber(edit->document()->blockCount() / 2));
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.movePosition(QTextCursor::PreviousWord);
        edit->setTextCursor(cursor);
        edit->ensureCursorVisible();
        QCoreApplication::processEvents();
        const auto block = edit->textCursor().blockNumber();
        const auto touched = edit->blocksTouched();
        const auto scrolled = edit->verticalScrollBar()->value();
        auto at = edit->textCursor().position();
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(edit, Qt::Key_A);
            QCoreApplication::processEvents();
            QCOMPARE(edit->textCursor().position(), ++at);
            QCOMPARE(edit->textCursor().blockNumber(), block);
            QCOMPARE(edit->verticalScrollBar()->value(), scrolled);
            QVERIFY(!edit->textCursor().hasSelection());
        }
        QCOMPARE(edit->blocksTouched(), touched + 12);
        // a fact that stands in one other paragraph leaves caret and selection where they are
        cursor = edit->textCursor();
        cursor.setPosition(cursor.position() - 5, QTextCursor::KeepAnchor);
        edit->setTextCursor(cursor);
        w.model().edit(appeal::SetField{w.now().records.back().id, "what", "en", "counted them once more"});
        QCoreApplication::processEvents();
        QCOMPARE(edit->textCursor().selectedText(), cursor.selectedText());
        QCOMPARE(edit->verticalScrollBar()->value(), scrolled);
        QCOMPARE(edit->blocksTouched(), touched + 13);
    }

    void wordsTypedFasterThanTheAnswersComeAreAnsweredByTheNewest()
    {
        Desk w;
        w.start(oneNotice());
        w.model().edit(appeal::SetRoute{w.now().causes.front().id, appeal::Route::Admit, appeal::By::Person});
        w.toPlan();
        auto* words = w.plan()->findChild<QLineEdit*>(QStringLiteral("findClause"));
        auto* list = w.plan()->findChild<QListWidget*>(QStringLiteral("clauses"));
        auto* finder = w.plan()->findChild<ClauseFinder*>();
        QVERIFY(words && list && finder);
        const auto shown = [&] {
            QStringList out;
            for (int i = 0; i < list->count(); ++i)
                out << list->item(i)->data(Qt::UserRole).toString();
            return out;
        };
        words->setText(QStringLiteral("carrier"));
        QTRY_VERIFY(!finder->isLooking() && list->count() > 0);
        const auto slow = shown();
        words->clear();
        QTRY_VERIFY(!finder->isLooking());
        // no event is handled between the keys: the first query is under way, and what came between is never asked
        for (const char* typed : {"c", "ca", "car", "stock", "c", "carr", "carrier", "carrie", "carrier"})
            words->setText(QLatin1String(typed));
        QTRY_VERIFY(!finder->isLooking());
        QCOMPARE(shown(), slow);
    }
};
REGISTER_TEST(StalenessTest);
#include "staleness_test.moc"
