#pragma once

#include "desktop/cases_model.h"
#include "desktop/page.h"

class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;
class QTableView;

namespace desktop {

/// The start page: all cases by urgency; for a new user one place to paste the notice, and the sample case.
class CasesPage : public QWidget
{
    Q_OBJECT
public:
    CasesPage(Knowledge& knowledge, StorageThread& storage, std::function<appeal::Date()> today, QWidget* parent = nullptr);
    /// Reads the list again.
    void refresh();
    QTableView* table() { return m_table; }
    bool isListed() const { return m_listed; }

Q_SIGNALS:
    void opened(const std::string& id);
    void pasted(const QString& text);
    void filesGiven(const QStringList& paths);
    void clipboardAsked();
    void sampleAsked();
    void said(const QString& line);
    void listed();
    void damaged(); ///< the store of cases cannot be read

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeEmpty();
    QWidget* makeTable();
    std::vector<std::string> selected(std::optional<bool> trashed = {}) const; ///< ids; all, or those in the trash, or those not in it
    void openCurrent();
    void each(std::vector<std::string> ids, std::function<appeal::Result<appeal::Done>(storage::CaseStore&, const std::string&)> what);
    void duplicate();
    void setTags();
    void drawButtons();

    Knowledge& m_knowledge;
    StorageThread& m_storage;
    std::function<appeal::Date()> m_today;
    CasesModel* m_model;
    CasesFilter* m_filter;
    QStackedWidget* m_stack;
    QTableView* m_table = nullptr;
    QLineEdit* m_words = nullptr;
    QPlainTextEdit* m_paste = nullptr;
    QPushButton* m_read = nullptr;
    QToolButton* m_trashShown = nullptr;
    QPushButton *m_open = nullptr, *m_copy = nullptr, *m_trash = nullptr, *m_restore = nullptr, *m_forget = nullptr, *m_reallyForget = nullptr;
    QLineEdit* m_tags = nullptr;
    QLabel* m_wrong = nullptr;
    bool m_listed = false;
};

} // namespace desktop
