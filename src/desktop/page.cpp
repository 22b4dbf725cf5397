#include "desktop/page.h"

#include <QEvent>

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
    auto chain = tabOrder(body());
    if (chain == m_chain)
        return;
    m_chain = std::move(chain);
    Q_EMIT tabsChanged();
}

void Page::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    if (m_stale)
        refresh();
    if (m_desk.model.isOpen())
        drawChecks();
}

bool Page::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == body() && event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &Page::chainTabs, Qt::QueuedConnection);
    return QScrollArea::eventFilter(watched, event);
}

void Page::setNext(const QString& sentence)
{
    setWords(m_next, sentence);
    m_next->setVisible(!sentence.isEmpty());
}

} // namespace desktop
