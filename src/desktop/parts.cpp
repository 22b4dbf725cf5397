#include "desktop/parts.h"

#include "desktop/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QSplitter>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace desktop {

QLabel* words(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    // as high as its lines at the width it gets; a policy without the last word makes it as high as at a narrow guess
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

QLabel* quietWords(const QString& text, QWidget* parent)
{
    auto* label = words(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel* heading(const QString& text, int level, QWidget* parent)
{
    auto* label = words(text, parent);
    label->setFont(scaled(QApplication::font(), level == 1 ? 1.45 : level == 2 ? 1.12 : 1.0, true));
    label->setAccessibleName(text);
    return label;
}

QPushButton* button(const QString& text, QWidget* parent)
{
    auto* b = new QPushButton(text, parent);
    b->setAutoDefault(false);
    auto spoken = text;
    b->setAccessibleName(spoken.remove(QLatin1Char('&')));
    b->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return b;
}

QPushButton* mainButton(const QString& text, QWidget* parent)
{
    auto* b = button(text, parent);
    auto palette = b->palette();
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        palette.setColor(group, QPalette::Button, colours().accent);
        palette.setColor(group, QPalette::ButtonText, colours().accentText);
    }
    b->setPalette(palette);
    return b;
}

QToolButton* smallButton(const QString& text, const QString& spoken, QWidget* parent)
{
    auto* b = new QToolButton(parent);
    b->setText(text);
    b->setAccessibleName(spoken.isEmpty() ? text : spoken);
    b->setToolButtonStyle(Qt::ToolButtonTextOnly);
    b->setFocusPolicy(Qt::StrongFocus);
    return b;
}

namespace {

void collect(QWidget* widget, std::vector<QWidget*>& out);

void collect(QLayout* layout, std::vector<QWidget*>& out)
{
    for (int i = 0; i < layout->count(); ++i) {
        if (auto* widget = layout->itemAt(i)->widget())
            collect(widget, out);
        else if (auto* inner = layout->itemAt(i)->layout())
            collect(inner, out);
    }
}

void collect(QWidget* widget, std::vector<QWidget*>& out)
{
    if (widget->isHidden())
        return;
    if ((widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() && !widget->focusProxy())
        out.push_back(widget);
    if (auto* panes = qobject_cast<QSplitter*>(widget))
        for (int i = 0; i < panes->count(); ++i)
            collect(panes->widget(i), out);
    else if (widget->layout())
        collect(widget->layout(), out);
}

} // namespace

std::vector<QWidget*> tabOrder(QWidget* widget)
{
    std::vector<QWidget*> out;
    collect(widget, out);
    return out;
}

void setWords(QLabel* label, const QString& text)
{
    if (label->text() != text)
        label->setText(text);
}

CutLabel::CutLabel(const QString& text, QWidget* parent) : QWidget(parent), m_text(text)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    dress();
}

void CutLabel::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    dress();
    updateGeometry();
    update();
}

void CutLabel::dress()
{
    setToolTip(m_text.toHtmlEscaped());
    setAccessibleName(m_text);
}

QSize CutLabel::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(m_text) + 2, metrics.height() + 2};
}

QSize CutLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.averageCharWidth() * 6, metrics.height() + 2};
}

void CutLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void CutLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, QFontMetrics(font()).elidedText(m_text, Qt::ElideRight, width()));
}

TextButton::TextButton(const QString& text, QWidget* parent) : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setWords(text, text);
}

void TextButton::setWords(const QString& text, const QString& spoken)
{
    setText(text);
    setAccessibleName(spoken);
    setToolTip(text.toHtmlEscaped());
}

QSize TextButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + 4, metrics.height() + 4};
}

QSize TextButton::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    return {std::min(metrics.averageCharWidth() * 8, sizeHint().width()), metrics.height() + 4};
}

void TextButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(!isEnabled() || (m_quiet && !underMouse()) ? colours().muted : colours().accent);
    auto font = painter.font();
    font.setUnderline(underMouse());
    painter.setFont(font);
    painter.drawText(rect().adjusted(2, 0, -2, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, QFontMetrics(font).elidedText(text(), Qt::ElideRight, width() - 4));
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

Group::Group(const QString& name, QWidget* parent) : QGroupBox(parent), m_column(new QVBoxLayout(this))
{
    setAccessibleName(name);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(3);
}

Card::Card(QWidget* parent) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(14, 10, 12, 10);
    m_column->setSpacing(6);
}

void Card::setTone(Tone tone)
{
    if (tone == m_tone)
        return;
    m_tone = tone;
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(colours().line, 1));
    painter.setBrush(colours().card);
    painter.drawRoundedRect(frame, 5, 5);
    if (m_tone == Tone::Plain)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_tone == Tone::Accent ? colours().accent : m_tone == Tone::Warning ? colours().warning : colours().muted);
    painter.drawRoundedRect(QRectF(1, 5, 3, height() - 10), 1.5, 1.5);
}

FlowLayout::FlowLayout(QWidget* parent, int spacing) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    for (auto* item : m_items)
        delete item;
}

void FlowLayout::insertAt(int index, QWidget* widget)
{
    addChildWidget(widget);
    m_items.insert(m_items.begin() + std::min(index, count()), new QWidgetItem(widget));
    invalidate();
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    auto* item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (auto* item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    const auto m = contentsMargins();
    return size + QSize(m.left() + m.right(), m.top() + m.bottom());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool apply) const
{
    if (m_columnWidth > 0)
        return arrangeColumns(rect, apply);
    int x = rect.x(), y = rect.y(), high = 0;
    std::vector<std::pair<QLayoutItem*, QRect>> line;
    const auto finish = [&] {
        for (auto& [item, where] : line)
            if (apply)
                item->setGeometry(QRect(where.x(), y + (high - where.height()) / 2, where.width(), where.height()));
        line.clear();
    };
    for (auto* item : m_items) {
        if (item->isEmpty())
            continue;
        auto size = item->sizeHint();
        size.setWidth(std::min(size.width(), rect.width()));
        if (item->hasHeightForWidth())
            size.setHeight(item->heightForWidth(size.width()));
        if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
            finish();
            x = rect.x();
            y += high + std::min(spacing(), 6);
            high = 0;
        }
        line.emplace_back(item, QRect(QPoint(x, y), size));
        x += size.width() + spacing();
        high = std::max(high, size.height());
    }
    finish();
    return y + high - rect.y();
}

int FlowLayout::arrangeColumns(const QRect& rect, bool apply) const
{
    const int gap = spacing() * 2;
    const int columns = std::max(1, (rect.width() + gap) / (m_columnWidth + gap));
    const int width = (rect.width() - gap * (columns - 1)) / columns;
    int column = 0, y = rect.y(), high = 0;
    const auto newLine = [&] {
        if (column > 0)
            y += high + spacing();
        column = 0;
        high = 0;
    };
    for (auto* item : m_items) {
        if (item->isEmpty())
            continue;
        const bool wide = item->widget() && item->widget()->property("wide").toBool();
        if (wide || column == columns)
            newLine();
        const int itemWidth = wide ? rect.width() : width;
        const int height = item->hasHeightForWidth() ? item->heightForWidth(itemWidth) : item->sizeHint().height();
        if (apply)
            item->setGeometry(QRect(rect.x() + column * (width + gap), y, itemWidth, height));
        high = std::max(high, height);
        ++column;
        if (wide)
            newLine();
    }
    if (column > 0)
        y += high + spacing();
    return std::max(0, y - rect.y() - spacing());
}

Rows::Rows(QWidget* parent, int spacing) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
}

void Rows::useColumns(int width)
{
    delete layout();
    m_flow = new FlowLayout(this, 8);
    m_flow->setColumns(width);
}

void Rows::place(QWidget* widget)
{
    if (m_next < m_order.size() && m_order[m_next] == widget) {
        ++m_next;
        return;
    }
    const auto there = std::find(m_order.begin(), m_order.end(), widget);
    if (there != m_order.end()) {
        // moving a widget in its layout keeps its focus
        const auto from = std::size_t(there - m_order.begin());
        m_order.erase(there);
        delete layout()->takeAt(int(from));
        if (from < m_next)
            --m_next;
    }
    m_order.insert(m_order.begin() + std::ptrdiff_t(m_next), widget);
    if (m_flow)
        m_flow->insertAt(int(m_next), widget);
    else
        static_cast<QVBoxLayout*>(layout())->insertWidget(int(m_next), widget);
    widget->show();
    ++m_next;
}

void Rows::end()
{
    while (m_order.size() > m_next) {
        auto* widget = m_order.back();
        m_order.pop_back();
        delete layout()->takeAt(int(m_order.size()));
        m_rows.remove(m_rows.key(widget));
        if (widget->isAncestorOf(QApplication::focusWidget()) && !m_order.empty())
            m_order.back()->setFocus();
        widget->hide();
        widget->deleteLater();
    }
    setVisible(!m_order.empty());
}

} // namespace desktop
