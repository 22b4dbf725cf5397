#include "desktop/main_window.h"

#include "desktop/damaged_store.h"
#include "desktop/language.h"
#include "desktop/reading_line.h"
#include "desktop/settings.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "desktop/words.h"
#include "followup/followup.h"
#include "submit/fingerprints.h"

#include <QApplication>
#include <QCloseEvent>
#include <QInputMethod>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QScreen>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QToolBar>

#include <algorithm>

namespace desktop {

MainWindow::MainWindow(Knowledge& knowledge, StorageThread& storage, std::string dataDir, std::function<appeal::Date()> today, QWidget* parent)
    : QMainWindow(parent), m_knowledge(knowledge), m_storage(storage), m_dataDir(std::move(dataDir)), m_today(std::move(today)), m_settings(q(m_dataDir + "/window.ini"), QSettings::IniFormat),
      m_model(knowledge, storage, m_today), m_autosave(m_model, storage), m_desk{m_model, storage, knowledge, [this] { return m_autosave.id().empty() ? std::string{} : m_dataDir + "/files/" + m_autosave.id(); }}
{
    setAcceptDrops(true);
    setWindowIcon(QIcon(QStringLiteral(":/icons/app.svg")));
    // on a small screen all of it stands inside, frame and all
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - QSize(16, 48)));
    setMinimumSize(480, 300);
    if (const auto geometry = settings::geometry.get(m_settings); !geometry.isEmpty())
        restoreGeometry(geometry);
    build();

    connect(&m_model, &CaseModel::opened, this, [this] {
        const auto opening = m_opening.value_or(std::pair<appeal::Id, storage::Revision>{});
        m_opening.reset();
        m_autosave.begin(opening.first, opening.second);
        m_knownFor = "?";
        fetchKnown();
    });
    connect(&m_model, &CaseModel::changed, this, [this] {
        drawActions();
        fetchKnown();
    });
    connect(&m_model, &CaseModel::checked, this, &MainWindow::drawTitle);
    connect(&m_autosave, &Autosave::changed, this, &MainWindow::drawSaved);
    connect(&m_knowledge, &Knowledge::catalogueReady, this, [this] {
        if (m_painted)
            m_knowledge.compile();
        if (m_waiting) {
            const auto waiting = std::move(*m_waiting);
            m_waiting.reset();
            start(waiting);
        }
    });
    connect(&m_knowledge, &Knowledge::failed, this, [this](const appeal::Error& error) { say(ErrorWords::of(error, nullptr) + QLatin1Char(' ') + q(error.detail)); });
}

MainWindow::~MainWindow()
{
    // a page that loses the focus still looks at the case: it goes before what it looks at
    hide();
    delete m_center;
}

void MainWindow::build()
{
    buildActions();
    buildBar();
    m_center = new QWidget;
    auto* column = new QVBoxLayout(m_center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_strip = new Strip;
    column->addWidget(m_strip);
    m_stack = new QStackedWidget;
    column->addWidget(m_stack, 1);
    m_line = words({});
    m_line->setContentsMargins(16, 4, 16, 5);
    m_line->setObjectName(QStringLiteral("said"));
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_line->hide();
    column->addWidget(m_line);
    column->addWidget(new ReadingLine(m_model));
    m_cases = new CasesPage(m_knowledge, m_storage, m_today);
    m_stack->addWidget(m_cases);
    // what was there is no child any more: nobody finds its fields in place of the new ones
    if (auto* old = takeCentralWidget()) {
        old->hide();
        old->setParent(nullptr);
        old->deleteLater();
    }
    setCentralWidget(m_center);
    connect(m_cases, &CasesPage::opened, this, [this](const appeal::Id& id) { openCase(id); });
    connect(m_cases, &CasesPage::pasted, this, &MainWindow::takeText);
    connect(m_cases, &CasesPage::filesGiven, this, &MainWindow::takeFiles);
    connect(m_cases, &CasesPage::clipboardAsked, this, &MainWindow::newFromClipboard);
    connect(m_cases, &CasesPage::sampleAsked, this, &MainWindow::openSample);
    connect(m_cases, &CasesPage::said, this, &MainWindow::say);
    connect(m_cases, &CasesPage::damaged, this, [this] {
        askAboutDamage(*m_strip, m_storage, m_dataDir, m_today(), m_knowledge.catalogue(), [this](const QString& line) {
            m_cases->refresh();
            say(line);
        });
    });
    drawActions();
    drawTitle();
}

Workspace* MainWindow::workspaceMade()
{
    if (m_workspace)
        return m_workspace;
    m_workspace = new Workspace(m_desk, m_settings);
    m_stack->addWidget(m_workspace);
    connect(m_workspace, &Workspace::said, this, &MainWindow::say);
    connect(m_workspace, &Workspace::filesDropped, this, &MainWindow::takeFiles);
    connect(m_workspace, &Workspace::saveCopyAsked, this, [this] { m_save->trigger(); });
    connect(m_workspace, &Workspace::recorded, this, &MainWindow::rememberSent);
    connect(m_workspace, &Workspace::stepped, this, [this] { say({}); }); // what was done on the other page is no news here
    return m_workspace;
}

void MainWindow::rebuild()
{
    // everything that is shown lies in the model: the widgets are made anew, in the other language, and the place is found again
    m_rebuilding = true;
    const bool atWork = m_workspace && m_stack->currentWidget() == m_workspace;
    const int step = m_workspace ? m_workspace->step() : 0;
    const int tab = m_workspace ? m_workspace->preview()->tab() : 0;
    QString focused;
    int caret = 0, scroll = 0;
    if (auto* widget = QApplication::focusWidget(); widget && isAncestorOf(widget)) {
        QApplication::inputMethod()->commit();
        focused = widget->objectName();
        if (auto* line = qobject_cast<QLineEdit*>(widget))
            caret = line->cursorPosition();
        else if (auto* text = qobject_cast<QTextEdit*>(widget))
            caret = text->textCursor().position();
        else if (auto* plain = qobject_cast<QPlainTextEdit*>(widget))
            caret = plain->textCursor().position();
    }
    if (atWork)
        scroll = m_workspace->page(step)->verticalScrollBar()->value();
    if (m_workspace)
        m_workspace->savePanes();
    m_workspace = nullptr;
    build();
    if (m_model.isOpen() && atWork) {
        auto* workspace = workspaceMade();
        m_stack->setCurrentWidget(workspace);
        workspace->goToStep(step);
        workspace->page(step)->refresh();
        workspace->preview()->showTab(tab);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        workspace->page(step)->verticalScrollBar()->setValue(scroll);
    }
    if (auto* widget = focused.isEmpty() ? nullptr : findChild<QWidget*>(focused)) {
        widget->setFocus();
        if (auto* line = qobject_cast<QLineEdit*>(widget)) {
            line->setCursorPosition(caret);
        } else if (auto* text = qobject_cast<QTextEdit*>(widget)) {
            auto cursor = text->textCursor();
            cursor.setPosition(std::min(caret, text->document()->characterCount() - 1));
            text->setTextCursor(cursor);
        } else if (auto* plain = qobject_cast<QPlainTextEdit*>(widget)) {
            auto cursor = plain->textCursor();
            cursor.setPosition(std::min(caret, plain->document()->characterCount() - 1));
            plain->setTextCursor(cursor);
        }
    }
    drawSaved();
    drawActions();
    drawTitle();
    m_rebuilding = false;
}

void MainWindow::setLanguage(const QString& code)
{
    settings::language.set(m_settings, code);
    useLanguage(code);
    // after the menu that asked for it is closed; it goes with the widgets
    QMetaObject::invokeMethod(this, &MainWindow::rebuild, Qt::QueuedConnection);
}

void MainWindow::setTheme(const QString& name)
{
    settings::theme.set(m_settings, name);
    useTheme(name);
    QMetaObject::invokeMethod(this, &MainWindow::rebuild, Qt::QueuedConnection);
}

void MainWindow::leaveCase(std::function<void()> then)
{
    if (!m_model.isOpen() || m_autosave.finish(3000)) {
        then();
        return;
    }
    m_strip->ask(QStringLiteral("leaving"), tr("The last words of this case are not saved."),
        {{tr("Save a copy…"), [this] { m_save->trigger(); }}, {tr("Leave it and lose them"), std::move(then)}, {tr("Stay"), {}}});
}

void MainWindow::showCases()
{
    leaveCase([this] { listCases(); });
}

void MainWindow::listCases()
{
    m_model.close();
    m_strip->drop(m_strip->kind());
    m_stack->setCurrentWidget(m_cases);
    m_cases->refresh();
    m_cases->table()->setFocus();
    drawActions();
    drawTitle();
}

void MainWindow::openCase(const appeal::Id& id, std::function<void()> then)
{
    m_storage.ask(
        this,
        [id](Stores& stores) -> appeal::Result<storage::Stored> {
            if (!stores.cases)
                return appeal::Error{appeal::Error::Code::CannotWrite, "cases.db", {}};
            return stores.cases->load(id);
        },
        [this, then = std::move(then)](appeal::Result<storage::Stored> stored) {
            if (!stored || !m_knowledge.catalogue()) {
                if (!stored)
                    say(ErrorWords::of(stored.error(), m_knowledge.catalogue().get()));
                return;
            }
            leaveCase([this, then, opened = std::move(*stored)] {
                m_opening = {opened.value.id, opened.revision};
                m_model.open(opened.value);
                auto* workspace = workspaceMade();
                m_stack->setCurrentWidget(workspace);
                workspace->goToStep(appeal::standing(m_model.now(), "submission").empty() ? 0 : 4);
                m_workspace->findChild<QWidget*>(QStringLiteral("steps"))->setFocus(); // a key leads into the case from here
                drawTitle();
                if (then)
                    then();
            });
        });
}

void MainWindow::openNew(appeal::Case c)
{
    if (!m_knowledge.catalogue())
        return;
    leaveCase([this, c = std::move(c)] { openNow(c); });
}

void MainWindow::openNow(appeal::Case c)
{
    c.id.clear();
    m_opening = std::pair<appeal::Id, storage::Revision>{};
    m_model.open(std::move(c));
    m_stack->setCurrentWidget(workspaceMade());
    m_workspace->goToStep(0);
    m_workspace->findChild<QWidget*>(QStringLiteral("steps"))->setFocus(); // a key leads into the case from here
    drawTitle();
}

void MainWindow::goToStep(int step)
{
    if (!m_model.isOpen())
        return;
    m_stack->setCurrentWidget(workspaceMade());
    m_workspace->goToStep(step);
}

void MainWindow::fetchKnown()
{
    if (!m_model.isOpen())
        return;
    const auto key = m_autosave.id() + "|" + m_model.now().profile;
    if (key == m_knownFor)
        return;
    m_knownFor = key;
    m_storage.ask(
        this,
        [id = m_autosave.id(), profile = m_model.now().profile](Stores& stores) {
            std::vector<submit::ForeignIdentity> out;
            if (stores.cases && !id.empty())
                if (auto all = stores.cases->identities(id, profile))
                    for (auto& identity : *all)
                        out.push_back({std::move(identity.kind), std::move(identity.value)});
            return out;
        },
        [this, key](std::vector<submit::ForeignIdentity> foreign) {
            if (key == m_knownFor && m_model.isOpen())
                m_model.setKnown(std::move(foreign));
        });
}

void MainWindow::rememberSent()
{
    // what was sent is known by its fingerprints, so that another seller's letter does not repeat it
    const auto sent = m_model.isOpen() ? appeal::standing(m_model.now(), "submission") : std::vector<const appeal::Event*>{};
    if (sent.empty() || !sent.back()->text || m_autosave.id().empty())
        return;
    const auto* letter = appeal::findLetter(m_model.now(), sent.back()->letter);
    m_storage.ask(
        this,
        [id = m_autosave.id(), letterId = sent.back()->letter, text = sent.back()->text, language = letter ? letter->language : appeal::Language{"en"}](Stores& stores) {
            return stores.cases && bool(stores.cases->addFingerprints(id, letterId, submit::fingerprints(*text, language)));
        },
        [](bool) {});
}

void MainWindow::drawTitle()
{
    if (!m_model.isOpen()) {
        setWindowTitle(tr("Causeway"));
        return;
    }
    const auto& c = m_model.now();
    const auto& catalogue = m_model.catalogue();
    QStringList parts;
    if (const auto store = appeal::caseFact(c, "store_name"); !store.empty())
        parts << q(store);
    if (const auto marketplace = appeal::caseFact(c, "marketplace"); !marketplace.empty())
        parts << nameOfMarketplace(catalogue, marketplace, appeal::caseFact(c, "store"));
    auto title = parts.isEmpty() ? tr("New case") : parts.join(QStringLiteral(" · "));
    const auto today = m_model.today();
    if (const auto by = followup::answerBy(c, catalogue, today)) {
        const auto days = appeal::daysBetween(today, *by);
        const auto day = shortDay(*by, today);
        title += QStringLiteral(" ─ ") + (days > 0 ? tr("answer due in %n day(s) (%1)", nullptr, days).arg(day) : days == 0 ? tr("answer due today (%1)").arg(day) : tr("answer was due on %1").arg(day));
    }
    setWindowTitle(title);
}

void MainWindow::drawSaved()
{
    if (!m_workspace)
        return;
    const auto* catalogue = m_knowledge.catalogue().get();
    switch (m_autosave.state()) {
    case Autosave::State::Idle: m_workspace->setSaved({}, false); break;
    case Autosave::State::Saved:
        m_workspace->setSaved(m_autosave.savedAt().isValid() ? tr("Saved %1").arg(windowLocale().toString(m_autosave.savedAt(), QStringLiteral("HH:mm"))) : tr("Saved"), false);
        m_strip->drop(QStringLiteral("store"));
        break;
    case Autosave::State::Saving: m_workspace->setSaved(tr("Saving…"), false); break;
    case Autosave::State::Failed:
        m_workspace->setSaved(tr("Not saved: %1").arg(m_autosave.error() ? ErrorWords::of(*m_autosave.error(), catalogue) : QString()), true);
        if (m_autosave.failures() >= 2)
            m_strip->ask(QStringLiteral("store"), tr("The store keeps refusing. What you typed is in this window only."), {{tr("Save a copy…"), [this] { m_save->trigger(); }}});
        break;
    case Autosave::State::Conflict:
        m_workspace->setSaved(tr("Not saved: changed elsewhere"), true);
        if (const auto& theirs = m_autosave.theirs()) {
            const auto title = q(appeal::caseFact(theirs->value, "store_name"));
            m_strip->ask(QStringLiteral("conflict"),
                tr("This case was saved elsewhere meanwhile (%1: %n document(s), %2). Both are kept until you choose.", nullptr, int(theirs->value.documents.size()))
                    .arg(title, catalogue ? desktop::say(*catalogue, "state." + followup::stateOf(theirs->value)) : QString()),
                {{tr("Keep this window's"), [this] { m_autosave.keepMine(); }},
                    {tr("Take the other"), [this] {
                         m_opening = {m_autosave.theirs()->value.id, m_autosave.theirs()->revision};
                         m_autosave.takeTheirs();
                     }},
                    {tr("Keep this one as a case of its own"), [this] {
                         const auto mine = m_model.now();
                         openNow(mine);
                     }}});
        }
        break;
    }
}

void MainWindow::say(const QString& line)
{
    setWords(m_line, line);
    m_line->setVisible(!line.isEmpty());
    m_line->setAccessibleName(line);
}

bool MainWindow::event(QEvent* event)
{
    const auto type = event->type();
    const bool done = QMainWindow::event(event);
    if (type == QEvent::Paint && !m_painted) {
        m_painted = true;
        // what is slow begins behind the first picture
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT firstPaint();
                m_knowledge.compile();
            },
            Qt::QueuedConnection);
    }
    if (type == QEvent::WindowDeactivate)
        m_autosave.flush();
    return done;
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_bar && !m_rebuilding)
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_copy->text() != tr("Copy letter"))
                    rebuild();
            },
            Qt::QueuedConnection);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_remember) {
        settings::geometry.set(m_settings, saveGeometry());
        if (m_workspace)
            m_workspace->savePanes();
    }
    if (m_closeAnyway || !m_model.isOpen() || m_autosave.finish(3000)) {
        event->accept();
        return;
    }
    event->ignore();
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Causeway"), tr("The last words are not saved."), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    if (m_autosave.error())
        box->setInformativeText(ErrorWords::of(*m_autosave.error(), m_knowledge.catalogue().get()));
    auto* copy = box->addButton(tr("Save a copy…"), QMessageBox::ActionRole);
    auto* leave = box->addButton(tr("Close and lose them"), QMessageBox::DestructiveRole);
    box->addButton(tr("Stay"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, copy, leave](QAbstractButton* pressed) {
        if (pressed == copy)
            m_save->trigger();
        if (pressed == leave) {
            m_closeAnyway = true;
            close();
        }
    });
    box->open();
}

} // namespace desktop
