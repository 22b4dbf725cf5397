#include "desktop/page.h"

#include <QEvent>

#include <algorithm>
#include <cstdlib>

namespace desktop {

Page::Page(Desk& desk, const QString& title, QWidget* parent) : QScrollArea(parent), m_desk(desk)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setAccessibleName(title);
    auto* inside = new QWidget;
    inside->setAccessibleName(title);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(18, 12, 18, 16);
    m_column->setSpacing(10);
    m_column->addWidget(heading(title, 1));
    m_next = quietWords({});
    m_next->hide();
    m_column->addWidget(m_next);
    setWidget(inside);

    connect(&m_desk.model, &CaseModel::changed, this, [this] {
        if (isVisible())
            refresh();
        else
            m_stale = true;
    });
    connect(&m_desk.model, &CaseModel::checked, this, [this] {
        if (isVisible() && m_desk.model.isOpen())
            drawChecks();
    });
}

void Page::refresh()
{
    if (!m_desk.model.isOpen())
        return;
    m_stale = false;
    draw();
    QMetaObject::invokeMethod(this, &Page::chainTabs, Qt::QueuedConnection); // when the layout has placed what is new
}

void Page::chainTabs()
{
    std::vector<std::pair<QPoint, QWidget*>> found;
    for (auto* w : body()->findChildren<QWidget*>())
        if ((w->focusPolicy() & Qt::TabFocus) && w->isVisibleTo(body()) && w->isEnabled() && !w->focusProxy())
            found.emplace_back(w->mapTo(body(), QPoint(0, w->height() / 2)), w);
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        // what stands in one line goes from left to right
        return std::abs(a.first.y() - b.first.y()) > 9 ? a.first.y() < b.first.y() : a.first.x() < b.first.x();
    });
    std::vector<QWidget*> chain;
    for (const auto& [where, w] : found)
        chain.push_back(w);
    if (chain == m_chain)
        return;
    for (std::size_t i = 1; i < chain.size(); ++i)
        setTabOrder(chain[i - 1], chain[i]);
    m_chain = std::move(chain);
}

void Page::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    if (m_stale)
        refresh();
    if (m_desk.model.isOpen())
        drawChecks();
}

bool Page::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &Page::chainTabs, Qt::QueuedConnection);
    return QScrollArea::viewportEvent(event);
}

void Page::setNext(const QString& sentence)
{
    setWords(m_next, sentence);
    m_next->setVisible(!sentence.isEmpty());
}

} // namespace desktop
