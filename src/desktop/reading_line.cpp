#include "desktop/reading_line.h"

#include <QBoxLayout>
#include <QPushButton>

namespace desktop {

ReadingLine::ReadingLine(CaseModel& model, QWidget* parent) : QWidget(parent), m_bar(new QProgressBar)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(16, 4, 16, 5);
    line->addWidget(words(tr("The notice is long: it is being read.")));
    m_bar->setRange(0, 100);
    m_bar->setAccessibleName(tr("How much of the notice is read"));
    line->addWidget(m_bar, 1);
    auto* stop = button(tr("Stop reading"));
    line->addWidget(stop);
    hide();
    connect(&model, &CaseModel::readingAt, this, [this](int percent) {
        m_bar->setValue(percent);
        setVisible(percent < 100);
    });
    connect(stop, &QPushButton::clicked, &model, &CaseModel::stopReading);
}

} // namespace desktop
