#include "desktop/copying.h"
#include "desktop/keys_dialog.h"
#include "desktop/language.h"
#include "desktop/main_window.h"
#include "desktop/settings.h"
#include "desktop/theme.h"

#include <QMenu>
#include <QResizeEvent>
#include <QToolBar>

namespace desktop {

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
