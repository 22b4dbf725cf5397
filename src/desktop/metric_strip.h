#pragma once

#include "desktop/fact_row.h"
#include "evaluation/evaluation.h"

namespace desktop {

/// Value, target and a bar between them: drawn, and said in words.
class TargetBar : public QWidget
{
    Q_OBJECT
public:
    explicit TargetBar(QWidget* parent = nullptr);
    void draw(std::optional<double> value, std::optional<double> target, std::optional<bool> meets);
    QSize sizeHint() const override { return {160, 14}; }
    QSize minimumSizeHint() const override { return {60, 14}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<double> m_value;
    double m_target = 0;
    std::optional<bool> m_meets;
};

/// One metric of a cause: value – target – bar, and the fields that make it up.
class MetricStrip : public QWidget
{
    Q_OBJECT
public:
    MetricStrip(Desk& desk, const evaluation::MetricResult& result, QWidget* parent = nullptr);
    void draw(const evaluation::MetricResult& result);

private:
    Desk& m_desk;
    void drawFields(const evaluation::MetricResult& result);
    QLabel* m_title;
    QLabel* m_line;
    TargetBar* m_bar;
    QLabel* m_note;
    QToolButton* m_edit;
    Rows* m_fields;
    bool m_open = false; ///< the person wants the fields though the figure is complete
};

} // namespace desktop
