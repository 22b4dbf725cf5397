#pragma once

#include "desktop/page.h"

#include <QCoreApplication>

namespace desktop {

/// Copies the current letter as plain text, never refused, and answers with the line that confirms it: store, time, what still blocks.
QString copyLetter(Desk& desk);
/// That line alone, for whatever of the letter was copied.
QString copiedLine(Desk& desk);
/// Puts @p text on the clipboard.
void copyText(const QString& text);
/// Asks where to, and writes the current letter there as plain text. @p said gets the line that confirms it.
void saveLetter(Desk& desk, QWidget* parent, std::function<void(const QString&)> said);
/// The same for the case as a file of its own.
void exportCase(Desk& desk, QWidget* parent, std::function<void(const QString&)> said);

/// Labels of its own.
class Copying
{
    Q_DECLARE_TR_FUNCTIONS(Copying)
};

} // namespace desktop
