#include "desktop/copying.h"

#include "desktop/background.h"
#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/words.h"
#include "letter/format.h"
#include "storage/case_store.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QTime>

#include <set>

namespace desktop {

void copyText(const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
}

QString copyLetter(Desk& desk)
{
    auto& model = desk.model;
    if (!model.isOpen() || !model.session().draft())
        return Copying::tr("There is no letter to copy yet.");
    copyText(q(letter::toText(model.session().letter()).text));
    return copiedLine(desk);
}

QString copiedLine(Desk& desk)
{
    auto& model = desk.model;
    const auto& catalogue = model.catalogue();
    auto store = appeal::caseFact(model.now(), "store_name");
    if (store.empty())
        store = s(nameOfMarketplace(catalogue, appeal::caseFact(model.now(), "marketplace"), appeal::caseFact(model.now(), "store")));
    std::set<std::string> seen;
    QStringList blocks;
    if (const auto* review = model.review())
        for (const auto& finding : review->findings)
            if (finding.severity == appeal::Severity::Block && seen.insert(finding.check).second)
                blocks << say(catalogue, "check." + finding.check);
    const auto line = blocks.isEmpty() ? say(catalogue, "review.copied", {{"store", store}})
                                       : say(catalogue, "review.copied_with_blocks", {{"store", store}, {"blocks", s(blocks.join(windowLanguage() == "zh" ? QStringLiteral("；") : QStringLiteral("; ")))}});
    return QStringLiteral("%1 %2").arg(windowLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm")), line);
}

namespace {

void write(QWidget* parent, const QString& path, std::string bytes, const library::CataloguePtr& catalogue, std::function<void(const QString&)> said)
{
    onPool(
        parent, [path, bytes = std::move(bytes)] { return storage::writeFile(s(path), bytes); },
        [path, catalogue, said = std::move(said)](appeal::Result<appeal::Done> done) {
            said(done ? Copying::tr("Saved as %1").arg(path) : ErrorWords::of(done.error(), catalogue.get()));
        });
}

template <typename Take>
void askWhere(QWidget* parent, const QString& title, const QString& name, const QString& filter, Take take)
{
    auto* dialog = new QFileDialog(parent->window(), title, name, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, take);
    dialog->open();
}

} // namespace

void saveLetter(Desk& desk, QWidget* parent, std::function<void(const QString&)> said)
{
    if (!desk.model.isOpen() || !desk.model.session().draft())
        return;
    askWhere(parent, Copying::tr("Save the letter"), QStringLiteral("letter.txt"), Copying::tr("Text (*.txt)"), [&desk, parent, said](const QString& path) {
        if (desk.model.isOpen())
            write(parent, path, letter::toText(desk.model.session().letter()).text + "\n", desk.model.session().cataloguePtr(), said);
    });
}

void exportCase(Desk& desk, QWidget* parent, std::function<void(const QString&)> said)
{
    if (!desk.model.isOpen())
        return;
    askWhere(parent, Copying::tr("Save a copy of the case"), QStringLiteral("case.appeal.json"), Copying::tr("Case (*.appeal.json)"), [&desk, parent, said](const QString& path) {
        if (desk.model.isOpen())
            write(parent, path, storage::toJson(desk.model.now()), desk.model.session().cataloguePtr(), said);
    });
}

} // namespace desktop
