#pragma once

#include "desktop/cause_page.h"
#include "desktop/evaluation_page.h"
#include "desktop/followup_page.h"
#include "desktop/plan_page.h"
#include "desktop/preview.h"
#include "desktop/rail.h"
#include "desktop/submit_page.h"

#include <array>

class QSettings;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace desktop {

/// One case at work: rail, page, preview. Under 1100 pixels the preview is a tab over the page.
class Workspace : public QWidget
{
    Q_OBJECT
public:
    Workspace(Desk& desk, QSettings& settings, QWidget* parent = nullptr);

    int step() const { return m_step; }
    void goToStep(int step);
    void goTo(const appeal::Place& place);
    Page* page(int step); ///< made when it is first wanted
    Preview* preview() { return m_preview; }
    Rail* rail() { return m_rail; }
    bool isNarrow() const { return m_narrow; }
    bool previewShown() const;
    /// Page or letter in a narrow window; the focus from one to the other in a wide one.
    void togglePreview();
    void findClause();
    void copyConfirmed(const QString& line);
    void takeReply(const QString& text);
    void setSaved(const QString& line, bool trouble);
    void savePanes();

Q_SIGNALS:
    void said(const QString& line);
    void filesDropped(const QStringList& paths);
    void recorded();
    void saveCopyAsked();
    void stepped(); ///< another step shows

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void drawRail();
    void chainTabs();
    void setNarrow(bool narrow);
    void showMiddle(int index);
    Desk& m_desk;
    QSettings& m_settings;
    Rail* m_rail;
    QLabel* m_saved;
    QPushButton* m_saveCopy;
    QSplitter* m_panes;
    QTabBar* m_tabs;
    QStackedWidget* m_middle; ///< the pages, and in a narrow window the preview
    QStackedWidget* m_pages;
    std::array<Page*, 5> m_page{};
    Preview* m_preview;
    QPushButton *m_back, *m_next;
    int m_step = 0;
    bool m_narrow = false;
};

} // namespace desktop
