#pragma once

#include "desktop/case_model.h"

#include <QListWidget>

namespace desktop {

/// The five steps: where one is, and what each still needs, by sign and count.
class Rail : public QListWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    void draw(const std::vector<journey::StepStatus>& statuses, const library::Catalogue& catalogue);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {116, 100}; }
};

} // namespace desktop
