#pragma once

#include "library/catalogue.h"

#include <QListWidget>

namespace desktop {

struct ClauseHit;

/// What was found, one row a clause: its name with its signs, its words in both languages, what was searched for marked. Rows can be dragged to their place.
class ClauseList : public QListWidget
{
    Q_OBJECT
public:
    explicit ClauseList(QWidget* parent = nullptr);
    /// @param catalogue kept as long as the rows; may be null where nothing was found
    void show(library::CataloguePtr catalogue, const std::vector<ClauseHit>& hits, const QString& words);
    using QListWidget::show;

protected:
    QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override;
    QStringList mimeTypes() const override;
};

} // namespace desktop
