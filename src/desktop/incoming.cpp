#include "desktop/incoming.h"

#include "desktop/background.h"
#include "desktop/strings.h"
#include "storage/case_store.h"
#include "text/decode.h"

#include <QFileInfo>

namespace desktop {

namespace {

constexpr std::size_t kKept = 1024 * 1024;
constexpr qsizetype kHere = 256 * 1024; ///< characters that are brought into form between two pictures

std::string base64(std::string_view bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size())).toBase64().toStdString();
}

appeal::Result<Incoming> read(const QString& path)
{
    auto bytes = storage::readFile(s(path), text::kLargest);
    if (!bytes)
        return bytes.error();
    Incoming out;
    out.source = s(QFileInfo(path).fileName());
    if (path.endsWith(QLatin1String(".appeal.json"))) {
        out.caseJson = std::move(*bytes);
        return out;
    }
    auto decoded = text::decode(*bytes, out.source);
    if (!decoded) {
        auto error = decoded.error();
        error.where = out.source;
        return error;
    }
    out.text = std::move(decoded->text);
    out.received = appeal::parseDate(decoded->mailDate);
    if (decoded->changed && bytes->size() < kKept)
        out.original = base64(*bytes);
    return out;
}

} // namespace

Incoming fromClipboard(const QString& text, const std::string& source)
{
    auto bytes = s(text);
    std::erase(bytes, '\0'); // a byte that no text holds makes the rest look like another encoding
    Incoming out;
    out.source = source;
    if (auto decoded = text::decode(bytes, "notice.txt")) {
        out.text = std::move(decoded->text);
        if (decoded->changed && bytes.size() < kKept)
            out.original = base64(bytes);
    } else {
        out.text = text::toNfc(bytes);
    }
    return out;
}

void readPasted(QObject* receiver, const QString& text, const std::string& source, std::function<void(appeal::Result<Incoming>)> then)
{
    if (std::size_t(text.size()) > text::kLargest) {
        then(appeal::Error{appeal::Error::Code::TooLarge, source, {}});
        return;
    }
    if (text.size() < kHere) {
        then(fromClipboard(text, source));
        return;
    }
    onPool(receiver, [text, source]() -> appeal::Result<Incoming> {
        auto incoming = fromClipboard(text, source);
        if (incoming.text.size() > text::kLargest) // Chinese takes three bytes a character
            return appeal::Error{appeal::Error::Code::TooLarge, source, {}};
        return incoming;
    }, std::move(then));
}

void readIncoming(QObject* receiver, const QString& path, std::function<void(appeal::Result<Incoming>)> then)
{
    onPool(receiver, [path] { return read(path); }, std::move(then));
}

} // namespace desktop
