#include "desktop/rail.h"

#include "desktop/language.h"
#include "desktop/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace desktop {

namespace {

constexpr int kState = Qt::UserRole;
constexpr int kCount = Qt::UserRole + 1;
using StepState = journey::StepStatus::State;

class StepDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QFontMetrics metrics(option.font);
        return {metrics.horizontalAdvance(index.data().toString()) + 70, metrics.height() + 16};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || (option.state & QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? option.palette.base().color() : colours().hover);
            painter->drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 5, 5);
        }
        if (selected) {
            painter->setBrush(colours().accent);
            painter->drawRoundedRect(QRect(option.rect.left() + 4, option.rect.top() + 6, 3, option.rect.height() - 12), 1.5, 1.5);
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(colours().accent, 1, Qt::DotLine));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5), 5, 5);
        }
        const auto state = StepState(index.data(kState).toInt());
        QString sign;
        QColor ink = option.palette.color(QPalette::WindowText);
        switch (state) {
        case StepState::Done:
            sign = QStringLiteral("✓");
            ink = colours().good;
            break;
        case StepState::Begun: sign = QStringLiteral("◐"); break;
        case StepState::Needs:
            sign = QStringLiteral("●");
            ink = colours().warning;
            break;
        case StepState::NotYet:
            sign = QStringLiteral("○");
            ink = colours().muted;
            break;
        }
        painter->setPen(ink);
        painter->setFont(option.font);
        painter->drawText(option.rect.adjusted(14, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, sign);
        auto font = option.font;
        font.setBold(selected);
        painter->setFont(font);
        painter->setPen(option.palette.color(QPalette::WindowText));
        painter->drawText(option.rect.adjusted(34, 0, -30, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, index.data().toString());
        if (const int count = index.data(kCount).toInt(); count > 0) {
            painter->setFont(scaled(option.font, 0.92, true));
            painter->setPen(colours().warning);
            painter->drawText(option.rect.adjusted(0, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight, QString::number(count));
        }
        painter->restore();
    }
};

} // namespace

Rail::Rail(QWidget* parent) : QListWidget(parent)
{
    setAccessibleName(tr("Steps"));
    setObjectName(QStringLiteral("steps"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new StepDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Window);
    const QStringList names{tr("1 Cause"), tr("2 Evaluation"), tr("3 Plan"), tr("4 Submit"), tr("5 Follow-up")};
    for (int i = 0; i < names.size(); ++i) {
        auto* item = new QListWidgetItem(names[i]);
        item->setToolTip(tr("%1 (Ctrl+%2)").arg(names[i]).arg(i + 1));
        item->setData(kState, int(StepState::NotYet));
        addItem(item);
    }
    setCurrentRow(0);
}

void Rail::draw(const std::vector<journey::StepStatus>& statuses, const library::Catalogue& catalogue)
{
    for (int i = 0; i < count() && i < int(statuses.size()); ++i) {
        const auto& status = statuses[std::size_t(i)];
        auto* step = item(i);
        step->setData(kState, int(status.state));
        step->setData(kCount, status.state == StepState::Needs ? status.count : 0);
        QString words;
        switch (status.state) {
        case StepState::Done: words = tr("done"); break;
        case StepState::Begun: words = tr("begun"); break;
        case StepState::NotYet: words = tr("not begun"); break;
        case StepState::Needs:
            words = tr("needs %n thing(s)", nullptr, status.count);
            if (!status.why.empty())
                words += QStringLiteral(": ") + say(catalogue, status.why.front());
            break;
        }
        step->setData(Qt::AccessibleDescriptionRole, words);
        step->setToolTip(tr("%1 (Ctrl+%2)").arg(step->text()).arg(i + 1) + QLatin1Char('\n') + words);
    }
}

QSize Rail::sizeHint() const
{
    return {158, sizeHintForRow(0) * 5 + 8};
}

} // namespace desktop
