#pragma once

#include "desktop/case_model.h"
#include "desktop/parts.h"

#include <QProgressBar>

namespace desktop {

/// Under the page while a large notice is read: how far it is, and a way to stop.
class ReadingLine : public QWidget
{
    Q_OBJECT
public:
    explicit ReadingLine(CaseModel& model, QWidget* parent = nullptr);

private:
    QProgressBar* m_bar;
};

} // namespace desktop
