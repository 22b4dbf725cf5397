#include "desktop/clause_list.h"

#include "desktop/clause_search.h"
#include "desktop/language.h"
#include "desktop/letter_edits.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

namespace desktop {

namespace {

enum Role { Words = Qt::UserRole + 1, Signs, Query };

/// The part of @p text around its first mark, so that a row shows why it was found.
QString around(const QString& text, const std::vector<std::pair<int, int>>& marks)
{
    constexpr int kBefore = 24;
    if (marks.empty() || marks.front().first <= 2 * kBefore)
        return text;
    auto from = marks.front().first - kBefore;
    if (const auto blank = text.indexOf(QLatin1Char(' '), from); blank >= 0 && blank < marks.front().first)
        from = int(blank) + 1;
    return QStringLiteral("…") + text.mid(from);
}

constexpr int kLooked = 40;

QString shownPhrasing(const library::Catalogue& catalogue, const library::Clause& clause, const char* language, const QString& words)
{
    const auto it = clause.text.find(language);
    if (it == clause.text.end())
        return {};
    if (!words.isEmpty())
        for (const auto& text : it->second)
            if (const auto shown = readable(catalogue, text); !marksIn(shown, words).empty())
                return shown;
    return readable(catalogue, clause.phrasing(language, 0));
}

void drawLine(QPainter* painter, const QRect& where, QString text, const QFont& font, const QString& query)
{
    const QFontMetrics metrics(font);
    text = metrics.elidedText(around(text, query.isEmpty() ? std::vector<std::pair<int, int>>{} : marksIn(text, query)), Qt::ElideRight, where.width());
    QTextLayout layout(text, font);
    QList<QTextLayout::FormatRange> formats;
    if (!query.isEmpty())
        for (const auto& [from, length] : marksIn(text, query)) {
            QTextLayout::FormatRange range;
            range.start = from;
            range.length = length;
            range.format.setFontWeight(QFont::Bold);
            range.format.setFontUnderline(true);
            formats.push_back(range);
        }
    layout.setFormats(formats);
    layout.beginLayout();
    auto line = layout.createLine();
    line.setLineWidth(QWIDGETSIZE_MAX);
    layout.endLayout();
    layout.draw(painter, where.topLeft());
}

/// Name and signs, then the words in English and in Chinese, a line each.
class HitDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        const QFontMetrics metrics(option.font);
        return {metrics.averageCharWidth() * 20, metrics.lineSpacing() * 3 + 12};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override
    {
        auto option = given;
        initStyleOption(&option, index);
        option.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        const bool selected = option.state & QStyle::State_Selected;
        const bool enabled = option.state & QStyle::State_Enabled;
        const auto area = option.rect.adjusted(6, 4, -6, -4);
        const auto ink = selected ? option.palette.color(QPalette::HighlightedText) : enabled ? option.palette.color(QPalette::Text) : colours().muted;
        const auto query = index.data(Query).toString();
        auto bold = option.font;
        bold.setBold(true);
        const QFontMetrics head(bold), metrics(option.font);
        painter->save();
        painter->setClipRect(area);
        painter->setPen(selected ? ink : colours().muted);
        const auto signs = index.data(Signs).toString();
        const int room = signs.isEmpty() ? 0 : metrics.horizontalAdvance(signs) + 10;
        painter->setFont(option.font);
        painter->drawText(area, Qt::AlignTop | Qt::AlignRight, signs);
        painter->setPen(ink);
        drawLine(painter, area.adjusted(0, 0, -room, 0), index.data(Qt::DisplayRole).toString(), bold, query);
        painter->setPen(selected ? ink : colours().muted);
        auto below = area.adjusted(0, head.lineSpacing() + 2, 0, 0);
        for (const auto& line : index.data(Words).toStringList()) {
            drawLine(painter, below, line, option.font, query);
            below.translate(0, metrics.lineSpacing());
        }
        painter->restore();
    }
};

} // namespace

ClauseList::ClauseList(QWidget* parent) : QListWidget(parent)
{
    setItemDelegate(new HitDelegate(this));
    setDragEnabled(true);
    setUniformItemSizes(true);
}

void ClauseList::show(const library::Catalogue& catalogue, const std::vector<ClauseHit>& hits, const QString& words)
{
    const QSignalBlocker quiet(this);
    clear();
    for (const auto& hit : hits) {
        const auto& clause = hit.clause;
        auto* item = new QListWidgetItem(in(clause.name).isEmpty() ? q(clause.id) : in(clause.name));
        // of the rows that are seen first, the phrasing that was found
        const bool look = !words.isEmpty() && count() < kLooked;
        const auto en = shownPhrasing(catalogue, clause, "en", look ? words : QString()), zh = shownPhrasing(catalogue, clause, "zh", look ? words : QString());
        QStringList signs, spoken;
        const auto sign = [&](bool holds, const QString& shown, const QString& said) {
            if (holds) {
                signs << shown;
                spoken << said;
            }
        };
        sign(hit.favourite, QStringLiteral("★"), tr("favourite"));
        sign(clause.origin == library::Origin::Own, tr("mine"), tr("mine"));
        sign(hit.inLetter, QStringLiteral("✓"), tr("in this letter"));
        sign(!hit.inLetter && hit.earlier > 0, tr("used"), tr("used in an earlier letter"));
        item->setData(Qt::UserRole, q(clause.id));
        item->setData(Words, QStringList{en, zh});
        item->setData(Signs, signs.join(QStringLiteral("  ")));
        item->setData(Query, words);
        item->setData(Qt::AccessibleDescriptionRole, (spoken << (windowLanguage() == "zh" ? zh : en)).join(QStringLiteral("; ")));
        if (!hit.fits)
            item->setFlags(item->flags() & ~(Qt::ItemIsEnabled | Qt::ItemIsDragEnabled));
        addItem(item);
    }
    if (!hits.empty())
        setCurrentRow(0);
}

QMimeData* ClauseList::mimeData(const QList<QListWidgetItem*>& items) const
{
    auto* carried = new QMimeData;
    if (!items.isEmpty())
        carried->setData(kClauseMime, items.first()->data(Qt::UserRole).toString().toUtf8());
    return carried;
}

QStringList ClauseList::mimeTypes() const
{
    return {kClauseMime};
}

} // namespace desktop
