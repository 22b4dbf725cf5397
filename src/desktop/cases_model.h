#pragma once

#include "library/catalogue.h"
#include "storage/case_store.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace desktop {

/// The start page's rows: a case each.
class CasesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Store, Marketplace, Causes, State, Next, Due, Days, Tries, Tags, Columns };
    static constexpr int kUrgency = Qt::UserRole; ///< sorts: the nearest day first, closed cases last
    static constexpr int kId = Qt::UserRole + 1;
    static constexpr int kWords = Qt::UserRole + 2; ///< all of a row's words, for the filter

    using QAbstractTableModel::QAbstractTableModel;
    void show(std::vector<storage::Summary> cases, appeal::Date today);
    /// The names of causes and states; until it is there their cells are empty.
    void setCatalogue(library::CataloguePtr catalogue);
    const storage::Summary& at(int row) const { return m_cases[std::size_t(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_cases.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(Columns); }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const storage::Summary& c, int column) const;
    std::vector<storage::Summary> m_cases;
    library::CataloguePtr m_catalogue;
    appeal::Date m_today{};
};

/// Sorted by urgency, filtered by every word typed.
class CasesFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit CasesFilter(QObject* parent = nullptr);
    void setWords(const QString& words);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QStringList m_words;
};

} // namespace desktop
