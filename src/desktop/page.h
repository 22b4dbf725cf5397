#pragma once

#include "appeal/finding.h"
#include "desktop/case_model.h"
#include "desktop/parts.h"

#include <QScrollArea>

namespace desktop {

/// What every page works with.
struct Desk
{
    CaseModel& model;
    StorageThread& storage;
    Knowledge& knowledge;
    std::function<std::string()> filesFolder = {}; ///< of the open case; empty while it is not in the store
};

/// A step's page: draws the open case, sends edits, remembers nothing.
class Page : public QScrollArea
{
    Q_OBJECT
public:
    Page(Desk& desk, const QString& title, QWidget* parent = nullptr);

    /// Shows the case as it is now. Widgets that show it already are left alone.
    void refresh();
    /// Brings the place of a finding into view and puts the focus there.
    virtual void reveal(const appeal::Place& place) { (void)place; }

Q_SIGNALS:
    /// The person wants to mend something that lies elsewhere.
    void goTo(const appeal::Place& place);
    /// One line for the window: what was just done.
    void said(const QString& line);
    /// Other widgets are there than before: the order of Tab is to be laid again.
    void tabsChanged();

protected:
    virtual void draw() = 0;
    /// What the checks found is new.
    virtual void drawChecks() {}
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    QVBoxLayout* column() { return m_column; }
    /// The sentence under the title: what this page still needs.
    void setNext(const QString& sentence);
    QWidget* body() { return widget(); }
    Desk& desk() { return m_desk; }
    CaseModel& model() { return m_desk.model; }
    const CaseModel& model() const { return m_desk.model; }
    const appeal::Case& now() const { return m_desk.model.now(); }
    const library::Catalogue& catalogue() const { return m_desk.model.catalogue(); }

    /// Looks again at what Tab reaches.
    void chainTabs();

private:
    Desk& m_desk;
    QVBoxLayout* m_column;
    QLabel* m_next;
    bool m_stale = true;
    std::vector<QWidget*> m_chain; ///< what Tab reaches, in order; compared only
};

} // namespace desktop
