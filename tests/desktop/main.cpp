#include "support.h"

#include <QApplication>

/// A widget that shows before it has a parent flashes as a window of its own: no test passes over that.
class StrayWindows : public QObject
{
public:
    int count = 0;
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Show && watched->isWidgetType()) {
            auto* widget = static_cast<QWidget*>(watched);
            const auto type = widget->windowFlags() & Qt::WindowType_Mask;
            if (widget->isWindow() && type == Qt::Window && !qobject_cast<desktop::MainWindow*>(widget) && !widget->property("test").toBool()) {
                ++count;
                qWarning() << "shows as a window:" << widget << widget->accessibleName();
            }
        }
        return false;
    }
};

/// desktop_tests [CLASS...] [QTest options]: all tests, or those of the named classes.
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    desktop::StartOptions options;
    QTemporaryDir none;
    options.dataDir = desktop::s(none.path());
    options.language = QStringLiteral("en");
    options.theme = QStringLiteral("light");
    desktop::prepareApplication(options);
    QStringList arguments = QCoreApplication::arguments(), wanted;
    for (auto i = arguments.size() - 1; i > 0; --i)
        if (arguments[i].endsWith(QLatin1String("Test")))
            wanted << arguments.takeAt(i);
    StrayWindows strays;
    application.installEventFilter(&strays);
    int failed = 0, run = 0;
    for (const auto make : Registered::all()) {
        const std::unique_ptr<QObject> test(make());
        if (!wanted.isEmpty() && !wanted.contains(QLatin1String(test->metaObject()->className())))
            continue;
        ++run;
        failed += QTest::qExec(test.get(), arguments) != 0 ? 1 : 0;
    }
    return failed > 0 || run == 0 || strays.count > 0 ? 1 : 0;
}
