#include "desktop/letter_edit.h"

#include "desktop/offsets.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QDrag>
#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

// The other half of LetterEdit: what is seen beside the words, and going about in them by mouse.
namespace desktop {

using Kind = appeal::Paragraph::Kind;

int LetterEdit::handleAt(QPoint where) const
{
    if (isReadOnly() || where.x() > kSignRoom + 8)
        return -1;
    const auto block = cursorForPosition(QPoint(kSignRoom + 12, where.y())).blockNumber();
    if (block < 0 || block >= int(m_shown.size()) || m_shown[std::size_t(block)].paragraph.pick.empty())
        return -1;
    const auto area = document()->documentLayout()->blockBoundingRect(document()->findBlockByNumber(block)).translated(0, -verticalScrollBar()->value());
    return where.y() >= area.top() && where.y() <= area.bottom() ? block : -1;
}

Spot LetterEdit::spotAt(QPoint where) const
{
    if (isReadOnly())
        return {};
    const auto block = cursorForPosition(QPoint(kSignRoom + 12, where.y())).blockNumber();
    if (block < 0 || block >= int(m_shown.size()) || m_shown[std::size_t(block)].paragraph.pick.empty())
        return {};
    const auto area = document()->documentLayout()->blockBoundingRect(document()->findBlockByNumber(block)).translated(0, -verticalScrollBar()->value());
    return {m_shown[std::size_t(block)].paragraph.pick, where.y() > area.center().y()};
}

void LetterEdit::showDropLine(const Spot& spot)
{
    if (spot.pick == m_dropSpot.pick && spot.behind == m_dropSpot.behind)
        return;
    m_dropSpot = spot;
    viewport()->update();
}

void LetterEdit::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton ? handleAt(event->pos()) : -1;
    m_pressedAt = event->pos();
    if (m_pressed < 0)
        QTextEdit::mousePressEvent(event);
}

void LetterEdit::mouseMoveEvent(QMouseEvent* event)
{
    if (m_pressed >= 0) {
        if ((event->buttons() & Qt::LeftButton) && (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance() && m_pressed < int(m_shown.size())) {
            auto* drag = new QDrag(this);
            auto* carried = new QMimeData;
            carried->setData(kPickMime, QByteArray::fromStdString(m_shown[std::size_t(m_pressed)].paragraph.pick));
            drag->setMimeData(carried);
            m_pressed = -1;
            drag->exec(Qt::MoveAction);
            showDropLine({});
        }
        return;
    }
    const int hovered = event->buttons() == Qt::NoButton ? handleAt(event->pos()) : -1;
    if (hovered != m_hovered) {
        m_hovered = hovered;
        viewport()->setCursor(hovered >= 0 ? Qt::OpenHandCursor : Qt::IBeamCursor);
        viewport()->update(0, 0, kSignRoom + 12, viewport()->height());
    }
    QTextEdit::mouseMoveEvent(event);
}

void LetterEdit::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasFormat(kPickMime) || event->mimeData()->hasFormat(kClauseMime))
        event->setAccepted(!isReadOnly());
    else
        QTextEdit::dragEnterEvent(event);
}

void LetterEdit::dragMoveEvent(QDragMoveEvent* event)
{
    if (event->mimeData()->hasFormat(kPickMime) || event->mimeData()->hasFormat(kClauseMime)) {
        const auto spot = spotAt(event->position().toPoint());
        showDropLine(spot);
        // a clause finds its section by itself, a paragraph needs a neighbour
        event->setAccepted(!isReadOnly() && (!spot.pick.empty() || event->mimeData()->hasFormat(kClauseMime)));
        return;
    }
    QTextEdit::dragMoveEvent(event);
}

void LetterEdit::dragLeaveEvent(QDragLeaveEvent* event)
{
    showDropLine({});
    QTextEdit::dragLeaveEvent(event);
}

void LetterEdit::dropEvent(QDropEvent* event)
{
    const auto spot = spotAt(event->position().toPoint());
    showDropLine({});
    const auto pick = event->mimeData()->data(kPickMime).toStdString(), clause = event->mimeData()->data(kClauseMime).toStdString();
    if (!pick.empty() || !clause.empty()) {
        event->acceptProposedAction();
        if (isReadOnly())
            return;
        if (!pick.empty())
            Q_EMIT pickDropped(pick, spot);
        else
            Q_EMIT clauseDropped(clause, spot);
        return;
    }
    // words dragged inside the letter are copied, so that one paragraph is changed at a time
    if (event->source() == this || event->source() == viewport())
        event->setDropAction(Qt::CopyAction);
    QTextEdit::dropEvent(event);
}

void LetterEdit::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_pressed >= 0) { // a click on the handle goes into its paragraph
        auto cursor = textCursor();
        cursor.setPosition(document()->findBlockByNumber(m_pressed).position() + markerLength(m_pressed));
        setTextCursor(cursor);
        m_pressed = -1;
        return;
    }
    QTextEdit::mouseReleaseEvent(event);
    const auto cursor = textCursor();
    const auto block = std::size_t(cursor.blockNumber());
    if (event->button() != Qt::LeftButton || cursor.hasSelection() || block >= m_shown.size())
        return;
    const auto& p = m_shown[block].paragraph;
    const auto at = Offsets(p.text).toByte(cursor.positionInBlock() - markerLength(int(block)));
    for (const auto& gap : p.gaps)
        if (gap.start <= at && at < gap.end) {
            Q_EMIT gapClicked(gap);
            return;
        }
}

bool LetterEdit::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const auto block = std::size_t(cursorForPosition(help->pos()).blockNumber());
        QString text;
        if (block < m_shown.size()) {
            const auto& p = m_shown[block].paragraph;
            if (p.kind == Kind::Pick && p.state == appeal::PickState::Proposed)
                text = tr("Proposed: nobody has confirmed yet that this is true.");
            else if (p.outdated)
                text = tr("The other language was reworded since: this is no longer its translation.");
            else if (p.edited)
                text = tr("Your own wording.");
            if (!p.pick.empty() && !isReadOnly() && help->pos().x() <= kSignRoom + 8)
                text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + tr("Drag to move this paragraph (Alt+↑, Alt+↓).");
            if (const auto more = m_hint ? m_hint(p) : QString(); !more.isEmpty())
                text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + more;
            if (!p.gaps.empty())
                text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + tr("Missing. Click to fill it in.");
        }
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QTextEdit::viewportEvent(event);
}

void LetterEdit::paintEvent(QPaintEvent* event)
{
    QTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setFont(scaled(font(), 0.85, true));
    const auto* layout = document()->documentLayout();
    const QPoint shift(horizontalScrollBar()->value(), verticalScrollBar()->value());
    for (auto block = cursorForPosition(QPoint(0, event->rect().top())).block(); block.isValid(); block = block.next()) {
        const auto index = std::size_t(block.blockNumber());
        if (index >= m_shown.size())
            break;
        const auto where = layout->blockBoundingRect(block).translated(-shift); // without its margins
        if (where.top() > event->rect().bottom())
            break;
        const auto& p = m_shown[index].paragraph;
        QString sign;
        QColor ink = colours().muted;
        if (p.kind == Kind::Pick && p.state == appeal::PickState::Proposed) {
            sign = QStringLiteral("?");
            ink = colours().accent;
        } else if (p.outdated) {
            sign = QStringLiteral("≠");
            ink = colours().warning;
        } else if (p.edited) {
            sign = QStringLiteral("✎");
        }
        if (!p.gaps.empty()) {
            sign = sign.isEmpty() ? QStringLiteral("!") : sign + QStringLiteral("!");
            ink = colours().warning;
        }
        if (!m_dropSpot.pick.empty() && p.pick == m_dropSpot.pick) {
            const auto y = m_dropSpot.behind ? where.bottom() + 1 : where.top() - 1;
            painter.setPen(QPen(colours().accent, 2));
            painter.drawLine(QPointF(kSignRoom, y), QPointF(viewport()->width() - 8, y));
        }
        if (int(index) == m_hovered && sign.isEmpty())
            sign = QStringLiteral("⠿");
        if (sign.isEmpty())
            continue;
        painter.setPen(ink);
        painter.drawText(QRectF(6, where.top(), kSignRoom, QFontMetricsF(font()).height()), Qt::AlignLeft | Qt::AlignVCenter, sign);
    }
}

void LetterEdit::focusOutEvent(QFocusEvent* event)
{
    QTextEdit::focusOutEvent(event);
    m_composing = false;
    const auto block = textCursor().blockNumber();
    if (block < int(m_shown.size()) && document()->findBlockByNumber(block).text() != wordsOf(m_shown[std::size_t(block)].paragraph)) {
        m_writing = true;
        writeBlock(block, m_shown[std::size_t(block)], true);
        m_writing = false;
    }
}

void LetterEdit::reveal(const std::string& place)
{
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        if (m_shown[i].paragraph.place == place || m_shown[i].paragraph.pick == place) {
            QTextCursor cursor(document()->findBlockByNumber(int(i)));
            cursor.setPosition(cursor.position() + markerLength(int(i)));
            setTextCursor(cursor);
            ensureCursorVisible();
            return;
        }
}

void LetterEdit::setRoomBelow(int block, qreal room)
{
    if (block >= int(m_shown.size()) || qAbs(m_shown[std::size_t(block)].room - room) < 0.5)
        return;
    m_shown[std::size_t(block)].room = room;
    m_writing = true;
    QTextCursor cursor(document()->findBlockByNumber(block));
    cursor.setBlockFormat(blockFormatOf(m_shown[std::size_t(block)], block == 0));
    m_writing = false;
}

qreal LetterEdit::blockHeight(int block) const
{
    const auto where = document()->findBlockByNumber(block);
    return where.isValid() ? document()->documentLayout()->blockBoundingRect(where).height() : 0;
}

std::pair<int, qreal> LetterEdit::topBlock() const
{
    const auto block = cursorForPosition(QPoint(kSignRoom + 2, 1)).block();
    const auto where = document()->documentLayout()->blockBoundingRect(block);
    const auto share = where.height() > 0 ? (verticalScrollBar()->value() - where.top()) / where.height() : 0;
    return {block.blockNumber(), qBound(0.0, share, 1.0)};
}

void LetterEdit::scrollTo(int block, qreal share)
{
    const auto where = document()->documentLayout()->blockBoundingRect(document()->findBlockByNumber(block));
    verticalScrollBar()->setValue(int(where.top() + where.height() * share));
}

} // namespace desktop
