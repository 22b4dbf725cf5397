// From a key event to the repainted letter and the finished checks, beside a QTextEdit that changes one block.
#include "bench/clock.h"
#include "desktop/application.h"
#include "desktop/main_window.h"
#include "desktop/strings.h"
#include "letter/format.h"
#include "text/decode.h"

#include <QApplication>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextCursor>

#include <cstdio>

namespace {

const appeal::Date kDay{std::chrono::year{2026}, std::chrono::March, std::chrono::day{20}};

const char* const kNotice = "Dear Lindenhof Books,\n\nYour account at Amazon.co.uk is at risk: your late shipment rate is 9.4% over the last 10 days; our goal is less than 4%.\n"
                            "204-5183306-9917420\nSend us a plan of action within 17 days.\n\nSeller Performance Team\nAmazon.co.uk\n";

void key(QWidget* to, char16_t letter)
{
    QKeyEvent press(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QString(QChar(letter)));
    QCoreApplication::sendEvent(to, &press);
    QKeyEvent release(QEvent::KeyRelease, Qt::Key_A, Qt::NoModifier, QString(QChar(letter)));
    QCoreApplication::sendEvent(to, &release);
    QCoreApplication::processEvents(); // paints, then the checks
}

void print(const char* what, std::size_t characters, bench::Times ours, bench::Times floor)
{
    std::printf("%-34s %8zu %9.2f %9.2f %9.2f %9.2f   %9.2f %9.2f\n", what, characters, ours.p50 / 1000, ours.p99 / 1000, ours.worst / 1000, ours.wall / 1000, floor.p50 / 1000, floor.p99 / 1000);
    std::fflush(stdout);
}

/// A letter of about @p characters: deeds in the seller's own words until it is long enough.
void grow(desktop::CaseModel& model, std::size_t characters)
{
    std::vector<appeal::Edit> edits;
    const auto have = text::codePoints(letter::toText(model.session().letter()).text);
    for (std::size_t now = have, n = 0; now < characters; now += 150, ++n) {
        appeal::Record record;
        record.group = "deeds";
        record.causes = {"late_shipment_rate"};
        record.fields["what"]["en"] = "counted the parcels of shelf " + std::to_string(n) + " by hand and compared every label with the list of orders that were due on that day";
        record.fields["on"][""] = "2026-03-17";
        record.fields["who"][""] = "Li Na, warehouse lead";
        edits.push_back(appeal::AddRecord{record, {}});
    }
    model.edit(edits);
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QTemporaryDir folder;
    desktop::StartOptions options;
    options.dataDir = desktop::s(folder.path());
    options.language = QStringLiteral("en");
    options.theme = QStringLiteral("light");
    desktop::prepareApplication(options);
    desktop::Knowledge knowledge;
    QEventLoop wait;
    QObject::connect(&knowledge, &desktop::Knowledge::catalogueReady, &knowledge, &desktop::Knowledge::compile);
    QObject::connect(&knowledge, &desktop::Knowledge::ready, &wait, &QEventLoop::quit);
    knowledge.load();
    wait.exec();
    desktop::StorageThread storage([&] { return desktop::openStores(options.dataDir, kDay, {}); });

    std::printf("%-34s %8s %9s %9s %9s %9s   %9s %9s   (ms)\n", "typed into", "letter", "p50", "p99", "worst", "wall p99", "floor p50", "floor p99");
    for (const std::size_t characters : {3000u, 5000u, 20000u, 50000u}) {
        desktop::MainWindow window(knowledge, storage, options.dataDir, [] { return kDay; });
        window.resize(1280, 800);
        window.show();
        window.model().startFrom(kNotice, "bench", {}, {});
        window.goToStep(0);
        window.model().edit(appeal::SetRoute{"late_shipment_rate", appeal::Route::Admit, appeal::By::Person});
        grow(window.model(), characters);
        QCoreApplication::processEvents();
        const auto text = letter::toText(window.model().session().letter()).text;
        const auto size = text::codePoints(text);
        const int runs = characters > 10000 ? 150 : 400;

        QTextEdit floor;
        floor.resize(470, 700);
        floor.setPlainText(desktop::q(text));
        floor.show();
        QTextCursor there(floor.document()->findBlockByNumber(floor.document()->blockCount() / 2));
        there.movePosition(QTextCursor::EndOfBlock);
        floor.setTextCursor(there);
        QCoreApplication::processEvents();
        char16_t letter = u'a';
        const auto next = [&] { return letter = letter == u'z' ? u'a' : char16_t(letter + 1); };
        const auto bare = bench::measure(runs, [&] { key(&floor, next()); });
        floor.hide();

        auto* edit = window.workspace()->preview()->letterEdit();
        const auto place = [&] {
            QTextCursor cursor(edit->document()->findBlockByNumber(edit->document()->blockCount() / 2));
            cursor.movePosition(QTextCursor::EndOfBlock);
            cursor.movePosition(QTextCursor::PreviousWord);
            edit->setTextCursor(cursor);
            edit->ensureCursorVisible();
            edit->setFocus();
            QCoreApplication::processEvents();
        };
        place();
        print("the letter, on Cause", size, bench::measure(runs, [&] { key(edit, next()); }), bare);
        window.goToStep(2);
        QCoreApplication::processEvents();
        place();
        print("the letter, on Plan", size, bench::measure(runs, [&] { key(edit, next()); }), bare);
        for (auto* field : window.workspace()->page(2)->findChildren<QLineEdit*>())
            if (field->objectName() == QLatin1String("fact:case::store_name") && field->isVisible()) {
                field->setFocus();
                print("a fact that stands in it, on Plan", size, bench::measure(runs, [&] {
                    if (field->text().size() > 30)
                        field->clear();
                    key(field, next());
                }), bare);
            }
        if (auto* words = window.workspace()->page(2)->findChild<QLineEdit*>(QStringLiteral("findClause"))) {
            // as somebody types: a word and on to the next; the answers come from the storage thread between the keys
            const QString typed = QStringLiteral("carrier scans handling time stock counted every monday ");
            int at = 0;
            words->setFocus();
            const auto times = bench::measure(runs, [&] {
                if (at % 14 == 0)
                    words->clear();
                key(words, typed[at++ % typed.size()].unicode());
            });
            print("the clause finder, on Plan", size, times, bare);
            words->clear();
        }
        window.autosave().finish(3000);
    }
    return 0;
}
