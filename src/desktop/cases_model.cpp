#include "desktop/cases_model.h"

#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "followup/followup.h"

#include <algorithm>

namespace desktop {

void CasesModel::show(std::vector<storage::Summary> cases, appeal::Date today)
{
    beginResetModel();
    m_cases = std::move(cases);
    m_today = today;
    endResetModel();
}

void CasesModel::setCatalogue(library::CataloguePtr catalogue)
{
    m_catalogue = std::move(catalogue);
    if (!m_cases.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

QString CasesModel::text(const storage::Summary& c, int column) const
{
    switch (column) {
    case Store: return c.store.empty() ? (c.title.empty() ? tr("store not known") : q(c.title)) : q(c.store);
    case Marketplace: return m_catalogue ? nameOfMarketplace(*m_catalogue, c.marketplace) : q(c.marketplace);
    case Causes: {
        QStringList names;
        for (const auto& cause : c.causes)
            names << (m_catalogue ? nameOfCause(*m_catalogue, cause) : QString());
        return names.join(windowLanguage() == "zh" ? QStringLiteral("、") : QStringLiteral(", "));
    }
    case State: return m_catalogue ? say(*m_catalogue, "state." + c.state) : QString();
    case Next:
        if (!m_catalogue || c.next.empty())
            return {};
        if (m_catalogue->wording.count("next." + c.next) != 0)
            return say(*m_catalogue, "next." + c.next);
        return m_catalogue->letter(c.next) ? nameOfLetter(*m_catalogue, c.next) : nameOf(*m_catalogue, "next_steps", c.next);
    case Due: return c.due ? shortDay(*c.due, m_today) : QString();
    case Days: {
        if (!c.due)
            return {};
        const int days = appeal::daysBetween(m_today, *c.due);
        return days < 0 ? tr("%n day(s) over", nullptr, -days) : days == 0 ? tr("today") : tr("%n day(s)", nullptr, days);
    }
    case Tries: return c.attemptsLeft ? QString::number(*c.attemptsLeft) : QString();
    case Tags: {
        QStringList tags;
        for (const auto& tag : c.tags)
            tags << q(tag);
        return tags.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

QVariant CasesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto& c = m_cases[std::size_t(index.row())];
    const bool urgent = c.due && !c.closed && appeal::daysBetween(m_today, *c.due) <= 3;
    switch (role) {
    case Qt::DisplayRole: {
        auto cell = text(c, index.column());
        if (index.column() == Days && urgent)
            cell.prepend(QStringLiteral("⚠ "));
        return cell;
    }
    case Qt::ToolTipRole: return text(c, index.column());
    case Qt::ForegroundRole:
        if (c.closed || c.trashed)
            return colours().muted;
        if (urgent && (index.column() == Days || index.column() == Due))
            return colours().warning;
        return {};
    case kUrgency: {
        const int done = c.closed || followup::over(c.state) ? 1'000'000 : 0;
        return done + (c.due ? appeal::daysBetween(m_today, *c.due) : 100'000);
    }
    case kId: return q(c.id);
    case kWords: {
        QStringList all{q(c.title)};
        for (int i = 0; i < Columns; ++i)
            all << text(c, i);
        return all.join(QLatin1Char(' '));
    }
    default: return {};
    }
}

QVariant CasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Store: return tr("Store");
    case Marketplace: return tr("Marketplace");
    case Causes: return tr("Causes");
    case State: return tr("State");
    case Next: return tr("Next");
    case Due: return tr("Date");
    case Days: return tr("Left");
    case Tries: return tr("Tries left");
    case Tags: return tr("Tags");
    default: return {};
    }
}

CasesFilter::CasesFilter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(CasesModel::kUrgency);
    setDynamicSortFilter(true);
    sort(0);
}

void CasesFilter::setWords(const QString& words)
{
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool CasesFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (m_words.isEmpty())
        return true;
    const auto all = sourceModel()->index(row, 0, parent).data(CasesModel::kWords).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

bool CasesFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const auto a = left.data(CasesModel::kUrgency).toInt(), b = right.data(CasesModel::kUrgency).toInt();
    if (a != b)
        return a < b;
    return left.siblingAtColumn(CasesModel::Store).data().toString().localeAwareCompare(right.siblingAtColumn(CasesModel::Store).data().toString()) < 0;
}

} // namespace desktop
