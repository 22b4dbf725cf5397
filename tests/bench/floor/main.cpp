// The least that a window of this kind costs: a tool bar, a list, a text with a line of Chinese, an opened SQLite file. Prints when its
// first rows are painted and, with a key typed then, when that shows: the figures that start_bench sets ours against.
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QListWidget>
#include <QMainWindow>
#include <QSplitter>
#include <QTextEdit>
#include <QToolBar>

#include <chrono>
#include <cstdio>
#include <sqlite3.h>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    sqlite3* db = nullptr;
    sqlite3_open(argc > 1 ? argv[1] : ":memory:", &db);
    sqlite3_exec(db, "PRAGMA journal_mode=WAL; CREATE TABLE IF NOT EXISTS t(x)", nullptr, nullptr, nullptr);
    QMainWindow window;
    auto* bar = window.addToolBar(QStringLiteral("Tools"));
    for (const char* name : {"Cases", "New", "Undo", "Redo", "Copy"})
        bar->addAction(QString::fromLatin1(name));
    auto* split = new QSplitter;
    auto* list = new QListWidget;
    for (int i = 0; i < 40; ++i)
        list->addItem(QStringLiteral("Store %1").arg(i));
    auto* text = new QTextEdit(QString::fromUtf8("A letter of one line.\n订单缺陷率"));
    split->addWidget(list);
    split->addWidget(text);
    window.setCentralWidget(split);
    window.resize(1280, 800);
    window.show();
    const auto now = [] { return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count(); };
    QMetaObject::invokeMethod(&window, [&] {
        QCoreApplication::processEvents(); // the first picture
        const double painted = now();
        text->setFocus();
        QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("a"));
        QCoreApplication::sendEvent(text, &key);
        QCoreApplication::processEvents();
        std::printf("%.3f %.3f\n", painted, now());
        QApplication::exit();
    }, Qt::QueuedConnection);
    const int result = QApplication::exec();
    sqlite3_close(db);
    return result;
}
