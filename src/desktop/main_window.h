#pragma once

#include "desktop/autosave.h"
#include "desktop/cases_page.h"
#include "desktop/incoming.h"
#include "desktop/strip.h"
#include "desktop/workspace.h"

#include <QMainWindow>
#include <QSettings>

class QActionGroup;

namespace desktop {

/// The window: start page or one case at work, tool bar, menus, what is said in passing.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// @p dataDir holds the databases, the files of cases, and how this window was left
    MainWindow(Knowledge& knowledge, StorageThread& storage, std::string dataDir, std::function<appeal::Date()> today, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showCases();
    /// @p then: done when it is open; not at all where it cannot be.
    void openCase(const appeal::Id& id, std::function<void()> then = {});
    /// A case that is not in the store yet.
    void openNew(appeal::Case c);
    void openSample();
    void newFromClipboard();
    void takeText(const QString& text);
    /// Asks for notices or case files.
    void openFile();
    void takeFiles(const QStringList& paths);
    void goToStep(int step);

    CaseModel& model() { return m_model; }
    Autosave& autosave() { return m_autosave; }
    Workspace* workspace() { return m_workspace; } ///< null until a case was opened
    CasesPage* casesPage() { return m_cases; }
    QSettings& settings() { return m_settings; }
    /// The window stays as it is and nothing of it is remembered: for pictures.
    void rememberNothing() { m_remember = false; }

Q_SIGNALS:
    void firstPaint();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildActions();
    void buildBar();
    QMenu* buildMenu();
    void rebuild();
    Workspace* workspaceMade();
    void take(Incoming incoming);
    void start(const Incoming& incoming);
    /// Starts a case from @p incoming, unless it names one that waits for an answer: then the person is asked which it is.
    void startOrAnswer(const Incoming& incoming);
    void startNow(const Incoming& incoming);
    void listCases();
    void openNow(appeal::Case c);
    /// Does @p then when the open case is saved, or when the person would rather lose its last words.
    void leaveCase(std::function<void()> then);
    void drawTitle();
    void drawSaved();
    void drawActions();
    void say(const QString& line);
    void fetchKnown();
    void rememberSent();
    void setLanguage(const QString& code);
    void setTheme(const QString& name);
    QAction* action(const char* name, const QString& text, const QKeySequence& key, const char* iconName = nullptr);

    Knowledge& m_knowledge;
    StorageThread& m_storage;
    std::string m_dataDir;
    std::function<appeal::Date()> m_today;
    QSettings m_settings;
    CaseModel m_model;
    Autosave m_autosave;
    Desk m_desk;
    QWidget* m_center = nullptr;
    QStackedWidget* m_stack = nullptr;
    CasesPage* m_cases = nullptr;
    Workspace* m_workspace = nullptr;
    Strip* m_strip = nullptr;
    QLabel* m_line = nullptr;
    QToolBar* m_bar = nullptr;
    std::vector<QAction*> m_actions;
    QAction *m_undo = nullptr, *m_redo = nullptr, *m_copy = nullptr, *m_export = nullptr, *m_save = nullptr, *m_find = nullptr, *m_toggle = nullptr, *m_toCases = nullptr;
    std::vector<QAction*> m_steps;
    std::optional<std::pair<appeal::Id, storage::Revision>> m_opening; ///< of the case that is being opened
    std::string m_knownFor;
    std::optional<Incoming> m_waiting; ///< came before the catalogue was there
    bool m_remember = true;
    bool m_painted = false;
    bool m_rebuilding = false;
    bool m_closeAnyway = false;
};

} // namespace desktop
