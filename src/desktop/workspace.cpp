#include "desktop/workspace.h"

#include "desktop/settings.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace desktop {

namespace {

constexpr int kNarrow = 1100;

} // namespace

Workspace::Workspace(Desk& desk, QSettings& settings, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_settings(settings), m_rail(new Rail), m_saved(quietWords({})), m_panes(new QSplitter(Qt::Horizontal)), m_tabs(new QTabBar), m_middle(new QStackedWidget),
      m_pages(new QStackedWidget), m_preview(new Preview(desk))
{
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_panes);
    m_panes->setChildrenCollapsible(false);
    m_panes->setHandleWidth(5);

    auto* left = new QWidget;
    auto* rail = new QVBoxLayout(left);
    rail->setContentsMargins(0, 8, 0, 8);
    rail->addWidget(m_rail, 1);
    m_saved->setContentsMargins(14, 0, 8, 0);
    m_saved->setFont(scaled(font(), 0.92));
    m_saved->setObjectName(QStringLiteral("saved"));
    rail->addWidget(m_saved);
    m_saveCopy = button(tr("Save a copy…"));
    m_saveCopy->hide();
    rail->addWidget(m_saveCopy);
    m_panes->addWidget(left);

    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs->addTab(tr("Step"));
    m_tabs->addTab(tr("Letter"));
    m_tabs->setAccessibleName(tr("Page or letter"));
    m_tabs->setExpanding(false);
    m_tabs->hide();
    column->addWidget(m_tabs);
    auto* holder = new QWidget;
    auto* inside = new QVBoxLayout(holder);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(m_pages, 1);
    auto* foot = new QWidget;
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(18, 6, 18, 8);
    buttons->addStretch(1);
    m_back = button(tr("Back"));
    m_next = button(tr("Next"));
    m_back->setToolTip(tr("To the step before (Alt+Left)"));
    m_next->setToolTip(tr("To the next step (Alt+Right)"));
    m_back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_next->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    inside->addWidget(foot);
    m_middle->addWidget(holder);
    column->addWidget(m_middle, 1);
    m_panes->addWidget(middle);
    m_panes->addWidget(m_preview);
    m_panes->setStretchFactor(0, 0);
    m_panes->setStretchFactor(1, 3);
    m_panes->setStretchFactor(2, 2);
    if (!m_panes->restoreState(settings::panes.get(m_settings)))
        m_panes->setSizes({158, 640, 470});

    connect(m_rail, &QListWidget::currentRowChanged, this, &Workspace::goToStep);
    connect(m_tabs, &QTabBar::currentChanged, this, &Workspace::showMiddle);
    connect(m_back, &QPushButton::clicked, this, [this] { goToStep(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goToStep(m_step + 1); });
    connect(m_saveCopy, &QPushButton::clicked, this, &Workspace::saveCopyAsked);
    connect(m_preview, &Preview::goTo, this, &Workspace::goTo);
    connect(m_preview, &Preview::said, this, &Workspace::said);
    connect(m_preview, &Preview::pickCurrent, this, [this](const std::string& pick) {
        if (m_step == 2 && m_page[2])
            static_cast<PlanPage*>(m_page[2])->follow(pick);
    });
    connect(&m_desk.model, &CaseModel::checked, this, &Workspace::drawRail);
    connect(&m_desk.model, &CaseModel::opened, this, [this] { drawRail(); });
    goToStep(0);
}

Page* Workspace::page(int step)
{
    auto*& made = m_page[std::size_t(step)];
    if (made)
        return made;
    switch (step) {
    case 0: {
        auto* cause = new CausePage(m_desk);
        connect(cause, &CausePage::filesDropped, this, &Workspace::filesDropped);
        made = cause;
        break;
    }
    case 1: made = new EvaluationPage(m_desk); break;
    case 2: {
        auto* plan = new PlanPage(m_desk);
        connect(plan, &PlanPage::shown, m_preview, &Preview::reveal);
        made = plan;
        break;
    }
    case 3: {
        auto* submit = new SubmitPage(m_desk);
        connect(submit, &SubmitPage::recorded, this, [this] {
            Q_EMIT recorded();
            goToStep(4);
        });
        made = submit;
        break;
    }
    default: {
        auto* follow = new FollowupPage(m_desk);
        connect(follow, &FollowupPage::letterChosen, this, [this] { goToStep(2); });
        made = follow;
        break;
    }
    }
    m_pages->addWidget(made);
    connect(made, &Page::goTo, this, &Workspace::goTo);
    connect(made, &Page::said, this, &Workspace::said);
    connect(made, &Page::tabsChanged, this, &Workspace::chainTabs);
    return made;
}

void Workspace::goToStep(int step)
{
    step = std::clamp(step, 0, 4);
    m_desk.model.rest();
    const bool other = m_step != step;
    m_step = step;
    if (m_rail->currentRow() != step)
        m_rail->setCurrentRow(step); // comes back here, with nothing left to do
    m_pages->setCurrentWidget(page(step));
    m_back->setEnabled(step > 0);
    m_next->setEnabled(step < 4);
    m_tabs->setTabText(0, m_rail->item(step)->text());
    if (m_narrow)
        m_tabs->setCurrentIndex(0);
    QMetaObject::invokeMethod(this, &Workspace::chainTabs, Qt::QueuedConnection);
    if (other)
        Q_EMIT stepped();
}

void Workspace::chainTabs()
{
    auto* shown = page(m_step);
    std::vector<QWidget*> all{m_rail, m_saveCopy, m_tabs};
    for (auto* part : {static_cast<QWidget*>(shown->widget()), static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_next), static_cast<QWidget*>(m_preview)})
        for (auto* widget : tabOrder(part))
            all.push_back(widget);
    for (std::size_t i = 1; i < all.size(); ++i)
        setTabOrder(all[i - 1], all[i]);
}

void Workspace::goTo(const appeal::Place& place)
{
    static const std::array kSteps{"cause", "evaluation", "plan", "submit", "followup"};
    int step = int(std::find(kSteps.begin(), kSteps.end(), place.step) - kSteps.begin());
    if (step > 4)
        step = 2;
    goToStep(step);
    page(step)->reveal(place);
}

void Workspace::drawRail()
{
    if (m_desk.model.isOpen())
        m_rail->draw(m_desk.model.statuses(), m_desk.model.catalogue());
}

void Workspace::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setNarrow(event->size().width() < kNarrow);
}

void Workspace::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    if (narrow)
        savePanes();
    m_narrow = narrow;
    if (narrow) {
        m_middle->addWidget(m_preview);
        m_tabs->setCurrentIndex(0);
    } else {
        m_middle->setCurrentIndex(0);
        m_panes->addWidget(m_preview);
        m_preview->show();
        if (!m_panes->restoreState(settings::panes.get(m_settings)))
            m_panes->setSizes({158, 640, 470});
    }
    m_tabs->setVisible(narrow);
}

void Workspace::savePanes()
{
    if (!m_narrow && isVisible())
        settings::panes.set(m_settings, m_panes->saveState());
}

void Workspace::showMiddle(int index)
{
    if (m_narrow)
        m_middle->setCurrentIndex(index);
}

bool Workspace::previewShown() const
{
    return m_preview->isVisible();
}

void Workspace::togglePreview()
{
    if (m_narrow) {
        m_tabs->setCurrentIndex(1 - m_tabs->currentIndex());
        if (m_tabs->currentIndex() == 1)
            m_preview->letterEdit()->setFocus();
        else
            page(m_step)->widget()->setFocus();
        return;
    }
    if (m_preview->isAncestorOf(QApplication::focusWidget()))
        m_rail->setFocus();
    else
        m_preview->letterEdit()->setFocus();
}

void Workspace::findClause()
{
    goToStep(2);
    static_cast<PlanPage*>(page(2))->findClause();
}

void Workspace::copyConfirmed(const QString& line)
{
    if (m_page[3])
        static_cast<SubmitPage*>(m_page[3])->confirmCopy(line);
}

void Workspace::takeReply(const QString& text)
{
    goToStep(4);
    static_cast<FollowupPage*>(page(4))->takeReply(text);
}

void Workspace::setSaved(const QString& line, bool trouble)
{
    setWords(m_saved, line);
    auto palette = m_saved->palette();
    palette.setColor(QPalette::PlaceholderText, trouble ? colours().warning : colours().muted);
    m_saved->setPalette(palette);
    m_saveCopy->setVisible(trouble);
}

} // namespace desktop
