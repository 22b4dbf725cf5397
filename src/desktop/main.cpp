#include "desktop/application.h"
#include "desktop/strings.h"
#include "storage/case_store.h"

#include <QApplication>
#include <QCommandLineParser>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

bool asked(int argc, char** argv, std::initializer_list<std::string_view> names)
{
    return std::any_of(argv + 1, argv + argc, [&](std::string_view given) { return std::find(names.begin(), names.end(), given.substr(0, given.find('='))) != names.end(); });
}

/// Where Qt would end the process for want of a display.
bool withoutDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return false;
#endif
}

} // namespace

int main(int argc, char** argv)
{
    if (withoutDisplay()) {
        // version, help and pictures need none
        if (!asked(argc, argv, {"--version", "-v", "--help", "-h", "--help-all", "--screenshot"})) {
            std::fprintf(stderr, "causeway: there is no display to open a window on; set DISPLAY, or use causeway-cli, which does the same work without a window\n");
            return 4;
        }
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("causeway"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CAUSEWAY_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("causeway"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("From a marketplace's notice to a letter that is ready, and back. It gives no legal advice and belongs to no marketplace."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto add = [&](const char* name, const char* what, const char* value) {
        const QCommandLineOption option{QString::fromLatin1(name), QString::fromLatin1(what), QString::fromLatin1(value)};
        parser.addOption(option);
        return option;
    };
    const auto dataDir = add("data-dir", "Folder of library.db, cases.db and files/ (else CAUSEWAY_DATA_DIR, else the platform's application data).", "DIR");
    const auto today = add("today", "The day on which everything is judged.", "YYYY-MM-DD");
    const auto templates = add("templates", "Use this folder's content instead of the shipped one.", "DIR");
    const auto language = add("lang", "Language of the window.", "en|zh");
    const auto theme = add("theme", "Colours of the window.", "light|dark");
    const auto screenshot = add("screenshot", "Write a picture of the window to FILE and end.", "FILE");
    const auto size = add("size", "Size of the picture.", "WxH");
    const auto step = add("step", "Step shown in the picture.", "1..5");
    const auto tab = add("tab", "View of the letter in the picture.", "0..2");
    parser.addPositionalArgument(QStringLiteral("CASE"), QStringLiteral("A case's id, a case file, a notice (.txt, .eml), or \"sample\"."), QStringLiteral("[CASE]"));
    parser.process(application);

    desktop::StartOptions options;
    options.dataDir = desktop::s(parser.value(dataDir));
    if (const char* given = std::getenv("CAUSEWAY_DATA_DIR"); options.dataDir.empty() && given)
        options.dataDir = given;
    if (options.dataDir.empty())
        options.dataDir = storage::defaultDataDir();
    options.templates = desktop::s(parser.value(templates));
    if (parser.isSet(today)) {
        options.today = appeal::parseDate(desktop::s(parser.value(today)));
        if (!options.today) {
            std::fprintf(stderr, "causeway: --today: \"%s\" is no day in the form YYYY-MM-DD\n", qUtf8Printable(parser.value(today)));
            return 2;
        }
    }
    options.language = parser.value(language);
    if (!options.language.isEmpty() && options.language != QLatin1String("en") && options.language != QLatin1String("zh")) {
        std::fprintf(stderr, "causeway: --lang: \"%s\" is neither en nor zh\n", qUtf8Printable(options.language));
        return 2;
    }
    options.theme = parser.value(theme);
    options.screenshot = parser.value(screenshot);
    options.size = parser.value(size);
    options.step = parser.value(step).toInt();
    options.tab = parser.value(tab).toInt();
    options.open = parser.positionalArguments().value(0);
    return desktop::runWindow(options);
}
