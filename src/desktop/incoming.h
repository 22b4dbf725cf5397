#pragma once

#include "appeal/date.h"
#include "appeal/result.h"

#include <QObject>

#include <functional>

namespace desktop {

/// A text that came from outside: pasted, dropped, opened.
struct Incoming
{
    std::string text;
    std::string source;               ///< file name, "clipboard", "typed"
    std::string original;             ///< the bytes as base64 where they differ and are under 1 MB
    std::optional<appeal::Date> received;
    std::string caseJson;             ///< a case file's own text instead
};

/// A pasted text, brought to NFC and LF.
Incoming fromClipboard(const QString& text, const std::string& source);
/// The same for a text of any size: a large one on the pool, one of more than 64 MB is refused.
void readPasted(QObject* receiver, const QString& text, const std::string& source, std::function<void(appeal::Result<Incoming>)> then);
/// Reads a file on the pool: text in any encoding, a mail, HTML, a case file.
void readIncoming(QObject* receiver, const QString& path, std::function<void(appeal::Result<Incoming>)> then);

} // namespace desktop
