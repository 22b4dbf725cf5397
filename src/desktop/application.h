#pragma once

#include "appeal/date.h"
#include "desktop/knowledge.h"
#include "desktop/storage_thread.h"

#include <QString>

namespace desktop {

/// What the command line asks for.
struct StartOptions
{
    std::string dataDir, templates;
    std::optional<appeal::Date> today;
    QString language;    ///< "en", "zh", empty: the setting, else the system's
    QString theme;       ///< "light", "dark", empty: the setting
    QString screenshot;  ///< a picture of the window goes there, then the program ends
    QString size;        ///< of the picture, "1280x800"
    int step = 0;        ///< shown in the picture, 1..5; 0: the start page, or the plan of a case that is given
    int tab = 0;         ///< of the preview in the picture
    QString open;        ///< a case's id, a case file, or a notice
};

/// Resources, fonts, colours, language: before the first widget.
void prepareApplication(const StartOptions& options);
/// Makes both stores; called on the storage thread.
Stores openStores(const std::string& dataDir, appeal::Date today, const std::string& templates);
/// Today by the clock, unless it is fixed.
std::function<appeal::Date()> todayOf(const StartOptions& options);
/// Runs the window until it is closed; the exit code.
int runWindow(const StartOptions& options);

} // namespace desktop
