#include "desktop/main_window.h"
#include "desktop/strings.h"
#include "desktop/words.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>

#include <memory>

namespace desktop {

void MainWindow::openSample()
{
    for (const auto& sample : library::embeddedSamples()) {
        const std::string_view name(sample.name);
        if (!name.ends_with("order_defect_rate.appeal.json")) // a performance case shows every step
            continue;
        if (auto c = storage::caseFromJson(sample.text, name)) {
            openNew(std::move(*c));
            return;
        }
    }
    for (const auto& sample : library::embeddedSamples())
        if (std::string_view(sample.name).ends_with(".txt")) {
            start(fromClipboard(q(sample.text), sample.name));
            return;
        }
}

void MainWindow::newFromClipboard()
{
    const auto* held = QGuiApplication::clipboard()->mimeData();
    const auto text = held ? held->text() : QString();
    if (text.trimmed().isEmpty()) {
        m_strip->ask(QStringLiteral("clipboard"), tr("The clipboard holds no text. Copy the notice in the browser or the mail, then try again."),
            {{tr("Open a file…"), [this] { openFile(); }}, {tr("Begin an empty case"), [this] { start(fromClipboard({}, "typed")); }}, {tr("Not now"), {}}});
        return;
    }
    m_strip->drop(QStringLiteral("clipboard"));
    say({});
    takeText(text);
}

void MainWindow::takeText(const QString& text)
{
    readPasted(this, text, "clipboard", [this](appeal::Result<Incoming> incoming) {
        if (incoming)
            startOrAnswer(*incoming);
        else
            say(ErrorWords::of(incoming.error(), m_knowledge.catalogue().get()));
    });
}

void MainWindow::openFile()
{
    auto* dialog = new QFileDialog(this, tr("Open a notice or a case"), {}, tr("Notices and cases (*.txt *.eml *.html *.htm *.appeal.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::takeFiles);
    dialog->open();
}

void MainWindow::takeFiles(const QStringList& paths)
{
    // what could not be read is said when all are through, or the first that opens would take it away
    struct Through { int left; QStringList errors; };
    auto through = std::make_shared<Through>(Through{int(paths.size()), {}});
    say({});
    for (const auto& path : paths)
        readIncoming(this, path, [this, through](appeal::Result<Incoming> incoming) {
            if (incoming)
                take(std::move(*incoming));
            else
                through->errors << ErrorWords::of(incoming.error(), m_knowledge.catalogue().get());
            if (--through->left == 0 && !through->errors.isEmpty())
                say(through->errors.join(QLatin1Char('\n')));
        });
}

void MainWindow::take(Incoming incoming)
{
    if (!incoming.caseJson.empty()) {
        auto c = storage::caseFromJson(incoming.caseJson, incoming.source);
        if (!c)
            say(ErrorWords::of(c.error(), m_knowledge.catalogue().get()));
        else
            openNew(std::move(*c));
        return;
    }
    if (!m_model.isOpen()) {
        startOrAnswer(incoming);
        return;
    }
    const auto* notice = appeal::notice(m_model.now());
    if (!notice || notice->text.empty()) {
        m_model.setNotice(incoming.text);
        return;
    }
    // a case is open: is it an answer to it, or another matter?
    m_strip->ask(QStringLiteral("incoming"), tr("What is “%1”?").arg(q(incoming.source)),
        {{tr("A reply to this case"), [this, incoming] { workspaceMade()->takeReply(q(incoming.text)); }}, {tr("The notice of a new case"), [this, incoming] { start(incoming); }}, {tr("Nothing"), {}}});
}

void MainWindow::startOrAnswer(const Incoming& incoming)
{
    struct Found { std::optional<appeal::Summary> row; };
    m_storage.ask(
        this,
        [text = incoming.text](Stores& stores) {
            Found found;
            if (!stores.cases)
                return found;
            const auto cases = stores.cases->list();
            const auto known = stores.cases->identities({}, {});
            if (!cases || !known)
                return found; // the list says what is wrong with the store
            std::vector<journey::KnownAs> names;
            for (const auto& identity : *known)
                names.push_back({identity.owner, identity.kind, identity.value});
            if (const auto* row = journey::answered(*cases, names, text))
                found.row = *row;
            return found;
        },
        [this, incoming](Found found) {
            if (!found.row) {
                start(incoming);
                return;
            }
            const auto name = q(found.row->store.empty() ? found.row->title : found.row->store);
            m_strip->ask(QStringLiteral("incoming"), tr("%1 has an appeal under way, and this text names it. What is it?").arg(name),
                {{tr("A reply to this case"),
                     [this, id = found.row->id, text = q(incoming.text)] { openCase(id, [this, text] { workspaceMade()->takeReply(text); }); }},
                    {tr("The notice of a new case"), [this, incoming] { start(incoming); }}, {tr("Nothing"), {}}});
        });
}

void MainWindow::start(const Incoming& incoming)
{
    if (!m_knowledge.catalogue()) {
        m_waiting = incoming;
        return;
    }
    leaveCase([this, incoming] { startNow(incoming); });
}

void MainWindow::startNow(const Incoming& incoming)
{
    m_opening = std::pair<appeal::Id, storage::Revision>{};
    m_model.startFrom(incoming.text, incoming.source, incoming.original, incoming.received);
    // a large notice is still being read: the model opens it when that is done
    const auto show = [this] {
        m_stack->setCurrentWidget(workspaceMade());
        m_workspace->goToStep(0);
        m_workspace->findChild<QWidget*>(QStringLiteral("steps"))->setFocus(); // a key leads into the case from here
        drawTitle();
    };
    if (m_model.isOpen())
        show();
    else
        connect(&m_model, &CaseModel::opened, this, show, Qt::SingleShotConnection);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const auto& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (!paths.isEmpty())
        takeFiles(paths);
    else if (!event->mimeData()->text().trimmed().isEmpty())
        take(fromClipboard(event->mimeData()->text(), "dropped"));
    event->acceptProposedAction();
}

} // namespace desktop
