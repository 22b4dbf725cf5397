#include "desktop/main_window.h"

#include "desktop/copying.h"
#include "desktop/damaged_store.h"
#include "desktop/keys_dialog.h"
#include "desktop/language.h"
#include "desktop/settings.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "desktop/words.h"
#include "followup/followup.h"
#include "submit/fingerprints.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QInputMethod>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScreen>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QToolBar>
#include <QUrl>

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

MainWindow::~MainWindow() = default;

QAction* MainWindow::action(const char* name, const QString& text, const QKeySequence& key, const char* iconName)
{
    auto* made = new QAction(text, this);
    made->setObjectName(QLatin1String(name));
    made->setShortcut(key);
    if (iconName)
        made->setIcon(icon(QLatin1String(iconName)));
    const auto keys = key.toString(QKeySequence::NativeText);
    made->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
    addAction(made);
    m_actions.push_back(made);
    return made;
}

void MainWindow::buildActions()
{
    qDeleteAll(m_actions);
    m_actions.clear();
    m_steps.clear();
    m_toCases = action("toCases", tr("Cases"), QKeySequence(Qt::CTRL | Qt::Key_0), "cases");
    auto* fresh = action("newFromClipboard", tr("New from clipboard"), QKeySequence::New, "new");
    auto* file = action("openFile", tr("Open a file…"), QKeySequence::Open);
    auto* sample = action("openSample", tr("Look at the sample case"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    m_undo = action("undo", tr("Undo"), QKeySequence::Undo, "undo");
    m_redo = action("redo", tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), "redo");
    m_copy = action("copyLetter", tr("Copy letter"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), "copy");
    m_export = action("saveLetter", tr("Save letter as text…"), QKeySequence(Qt::CTRL | Qt::Key_S), "export");
    m_save = action("exportCase", tr("Save a copy of the case…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_find = action("findClause", tr("Find a clause"), QKeySequence(Qt::CTRL | Qt::Key_F), "search");
    m_toggle = action("toggleLetter", tr("To the letter and back"), QKeySequence(Qt::CTRL | Qt::Key_L), "letter");
    auto* keys = action("keys", tr("Keys"), QKeySequence(Qt::Key_F1));
    const QStringList names{tr("Go to Cause"), tr("Go to Evaluation"), tr("Go to Plan"), tr("Go to Submit"), tr("Go to Follow-up")};
    for (int i = 0; i < names.size(); ++i) {
        auto* step = action("step", names[i], QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)));
        m_steps.push_back(step);
        connect(step, &QAction::triggered, this, [this, i] { goToStep(i); });
    }
    connect(m_toCases, &QAction::triggered, this, &MainWindow::showCases);
    connect(fresh, &QAction::triggered, this, &MainWindow::newFromClipboard);
    connect(file, &QAction::triggered, this, &MainWindow::openFile);
    connect(sample, &QAction::triggered, this, &MainWindow::openSample);
    connect(m_undo, &QAction::triggered, this, [this] { m_model.undo(); });
    connect(m_redo, &QAction::triggered, this, [this] { m_model.redo(); });
    connect(m_copy, &QAction::triggered, this, [this] {
        const auto line = copyLetter(m_desk);
        if (m_workspace)
            m_workspace->copyConfirmed(line);
        say(line);
    });
    connect(m_export, &QAction::triggered, this, [this] { saveLetter(m_desk, this, [this](const QString& line) { say(line); }); });
    connect(m_save, &QAction::triggered, this, [this] { exportCase(m_desk, this, [this](const QString& line) { say(line); }); });
    connect(m_find, &QAction::triggered, this, [this] {
        if (m_model.isOpen())
            workspaceMade()->findClause();
    });
    connect(m_toggle, &QAction::triggered, this, [this] {
        if (m_model.isOpen())
            workspaceMade()->togglePreview();
    });
    connect(keys, &QAction::triggered, this, [this] { showKeys(this, m_actions); });
}

void MainWindow::buildBar()
{
    delete m_bar;
    m_bar = addToolBar(tr("Tools"));
    m_bar->setObjectName(QStringLiteral("tools"));
    m_bar->setMovable(false);
    m_bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_bar->setIconSize({18, 18});
    const auto add = [this](QAction* what, Qt::ToolButtonStyle style) {
        m_bar->addAction(what);
        auto* b = qobject_cast<QToolButton*>(m_bar->widgetForAction(what));
        b->setToolButtonStyle(style);
        b->setFocusPolicy(Qt::TabFocus);
        // the list of cases itself is called so
        b->setAccessibleName(what == m_toCases ? tr("To the cases") : what->text());
    };
    add(m_toCases, Qt::ToolButtonTextBesideIcon);
    add(findChild<QAction*>(QStringLiteral("newFromClipboard")), Qt::ToolButtonTextBesideIcon);
    add(m_undo, Qt::ToolButtonIconOnly);
    add(m_redo, Qt::ToolButtonIconOnly);
    auto* gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_bar->addWidget(gap);
    add(m_copy, Qt::ToolButtonTextBesideIcon);
    add(m_export, Qt::ToolButtonIconOnly);
    auto* language = new QToolButton;
    language->setText(windowLanguage() == "zh" ? QStringLiteral("EN") : QStringLiteral("中文"));
    language->setAccessibleName(windowLanguage() == "zh" ? QStringLiteral("English") : QStringLiteral("中文"));
    language->setToolTip(windowLanguage() == "zh" ? QStringLiteral("English") : QStringLiteral("中文"));
    language->setFocusPolicy(Qt::TabFocus);
    connect(language, &QToolButton::clicked, this, [this] { setLanguage(windowLanguage() == "zh" ? QStringLiteral("en") : QStringLiteral("zh")); });
    m_bar->addWidget(language);
    auto* more = new QToolButton;
    more->setIcon(icon(QStringLiteral("menu")));
    more->setText(tr("Menu"));
    more->setAccessibleName(tr("Menu"));
    more->setToolTip(tr("Menu: everything there is, with its key"));
    more->setFocusPolicy(Qt::TabFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(buildMenu());
    m_bar->addWidget(more);
}

QMenu* MainWindow::buildMenu()
{
    auto* menu = new QMenu(m_bar);
    for (auto* a : m_actions) {
        if (a->objectName() == QLatin1String("keys"))
            continue;
        menu->addAction(a);
    }
    menu->addSeparator();
    const auto choice = [this, menu](const QString& title, const QString& now, const QList<QPair<QString, QString>>& all, auto then) {
        auto* sub = menu->addMenu(title);
        for (const auto& [value, name] : all) {
            auto* a = sub->addAction(name);
            a->setCheckable(true);
            a->setChecked(value == now);
            connect(a, &QAction::triggered, this, [then, value = value] { then(value); });
        }
    };
    choice(tr("Language"), settings::language.get(m_settings), {{QString(), tr("As the system")}, {QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("zh"), QStringLiteral("中文")}},
        [this](const QString& code) { setLanguage(code); });
    choice(tr("Colours"), settings::theme.get(m_settings), {{QString(), tr("As the system")}, {QStringLiteral("light"), tr("Light")}, {QStringLiteral("dark"), tr("Dark")}},
        [this](const QString& name) { setTheme(name); });
    menu->addSeparator();
    menu->addAction(findChild<QAction*>(QStringLiteral("keys")));
    return menu;
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
    m_cases = new CasesPage(m_knowledge, m_storage, m_today);
    m_stack->addWidget(m_cases);
    setCentralWidget(m_center);
    connect(m_cases, &CasesPage::opened, this, &MainWindow::openCase);
    connect(m_cases, &CasesPage::pasted, this, [this](const QString& text) { start(fromClipboard(text, "clipboard")); });
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
    build(); // setCentralWidget deletes what was there
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

void MainWindow::openCase(const appeal::Id& id)
{
    m_storage.ask(
        this,
        [id](Stores& stores) -> appeal::Result<storage::Stored> {
            if (!stores.cases)
                return appeal::Error{appeal::Error::Code::CannotWrite, "cases.db", {}};
            return stores.cases->load(id);
        },
        [this](appeal::Result<storage::Stored> stored) {
            if (!stored || !m_knowledge.catalogue()) {
                if (!stored)
                    say(ErrorWords::of(stored.error(), m_knowledge.catalogue().get()));
                return;
            }
            leaveCase([this, opened = std::move(*stored)] {
                m_opening = {opened.value.id, opened.revision};
                m_model.open(opened.value);
                auto* workspace = workspaceMade();
                m_stack->setCurrentWidget(workspace);
                workspace->goToStep(appeal::standing(m_model.now(), "submission").empty() ? 0 : 4);
                drawTitle();
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
    drawTitle();
}

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
    start(fromClipboard(text, "clipboard"));
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
        drawTitle();
    };
    if (m_model.isOpen())
        show();
    else
        connect(&m_model, &CaseModel::opened, this, show, Qt::SingleShotConnection);
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
        start(incoming);
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

void MainWindow::drawActions()
{
    const bool open = m_model.isOpen();
    m_undo->setEnabled(open && m_model.session().canUndo());
    m_redo->setEnabled(open && m_model.session().canRedo());
    const bool letter = open && m_model.session().draft();
    m_copy->setEnabled(letter);
    m_export->setEnabled(letter);
    for (auto* a : {m_save, m_find, m_toggle})
        a->setEnabled(open);
    for (auto* a : m_steps)
        a->setEnabled(open);
    m_toCases->setEnabled(open);
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

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    // in a small window the tool bar shows signs; their names stay in tooltips and menu
    const bool small = event->size().width() < 760;
    for (auto* a : {m_toCases, findChild<QAction*>(QStringLiteral("newFromClipboard")), m_copy})
        if (auto* b = qobject_cast<QToolButton*>(m_bar->widgetForAction(a)))
            b->setToolButtonStyle(small ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

} // namespace desktop
