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

#include <memory>

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

/// A row; its words are worked out when it is first seen, for of two hundred finds some six are.
class HitItem final : public QListWidgetItem
{
public:
    HitItem(library::CataloguePtr catalogue, std::shared_ptr<const std::vector<ClauseHit>> hits, std::size_t row, QString words, QStringList spoken)
        : m_catalogue(std::move(catalogue)), m_hits(std::move(hits)), m_row(row), m_words(std::move(words)), m_spoken(std::move(spoken))
    {
    }
    QVariant data(int role) const override
    {
        if (role != Words && role != Qt::AccessibleDescriptionRole)
            return QListWidgetItem::data(role);
        if (m_lines.isEmpty()) {
            const auto& clause = (*m_hits)[m_row].clause;
            m_lines = {shownPhrasing(*m_catalogue, clause, "en", m_words), shownPhrasing(*m_catalogue, clause, "zh", m_words)};
        }
        return role == Words ? QVariant(m_lines) : QVariant((m_spoken + QStringList(m_lines[windowLanguage() == "zh" ? 1 : 0])).join(QStringLiteral("; ")));
    }

private:
    library::CataloguePtr m_catalogue;
    std::shared_ptr<const std::vector<ClauseHit>> m_hits;
    std::size_t m_row;
    QString m_words;
    QStringList m_spoken;
    mutable QStringList m_lines;
};

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

void ClauseList::show(library::CataloguePtr catalogue, const std::vector<ClauseHit>& hits, const QString& words)
{
    const QSignalBlocker quiet(this);
    clear();
    const auto kept = std::make_shared<const std::vector<ClauseHit>>(hits);
    for (std::size_t row = 0; row < kept->size(); ++row) {
        const auto& hit = (*kept)[row];
        const auto& clause = hit.clause;
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
        auto* item = new HitItem(catalogue, kept, row, words, spoken);
        item->setText(in(clause.name).isEmpty() ? q(clause.id) : in(clause.name));
        item->setData(Qt::UserRole, q(clause.id));
        item->setData(Signs, signs.join(QStringLiteral("  ")));
        item->setData(Query, words);
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
