#include "desktop/attach.h"

#include "desktop/background.h"
#include "desktop/strings.h"
#include "storage/evidence_files.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

namespace desktop {

namespace {

/// Into the case's own folder; a case that is not in the store yet has none, then the file is looked at where it lies.
appeal::Result<appeal::Evidence> look(const QString& path, const std::string& kind, const std::string& folder)
{
    if (!folder.empty()) {
        auto kept = storage::keepEvidence(s(path), folder);
        if (kept)
            kept->kind = kind;
        return kept;
    }
    QFile file(path);
    const QFileInfo info(path);
    if (!info.exists())
        return appeal::Error{appeal::Error::Code::NotFound, s(info.fileName()), {}};
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return appeal::Error{appeal::Error::Code::Unreadable, s(info.fileName()), {}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return appeal::Error{appeal::Error::Code::Unreadable, s(info.fileName()), {}};
    appeal::Evidence out;
    out.name = s(info.fileName());
    out.path = s(info.absoluteFilePath());
    out.kind = kind;
    out.size = std::uint64_t(info.size());
    out.type = s(QMimeDatabase().mimeTypeForFile(info).name());
    out.sha256 = hash.result().toHex().toStdString();
    return out;
}

} // namespace

void attachFile(Desk& desk, QObject* receiver, const QString& path, const std::string& kind, std::function<void(const QString& name)> then, std::function<void(const appeal::Error&)> failed)
{
    onPool(
        receiver, [path, kind, folder = desk.filesFolder ? desk.filesFolder() : std::string{}] { return look(path, kind, folder); },
        [&desk, then = std::move(then), failed = std::move(failed)](appeal::Result<appeal::Evidence> evidence) {
            if (!desk.model.isOpen())
                return;
            if (!evidence) {
                if (failed)
                    failed(evidence.error());
                return;
            }
            // the same file again is the same evidence
            for (const auto& there : desk.model.now().evidence)
                if (there.sha256 == evidence->sha256 && there.name == evidence->name)
                    evidence->id = there.id;
            const auto name = evidence->name;
            desk.model.edit(appeal::PutEvidence{std::move(*evidence)});
            if (then)
                then(q(name));
        });
}

} // namespace desktop
