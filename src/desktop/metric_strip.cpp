#include "desktop/metric_strip.h"

#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "library/as_of.h"

#include <QPainter>

namespace desktop {

TargetBar::TargetBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TargetBar::draw(std::optional<double> value, std::optional<double> target, std::optional<bool> meets)
{
    m_value = value;
    m_target = target.value_or(0);
    m_meets = meets;
    update();
}

void TargetBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(0, height() / 2.0 - 4, width(), 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().line);
    painter.drawRoundedRect(track, 3, 3);
    // the target stands at two fifths for small shares, so that both sides show; a high one keeps its place
    const double whole = m_target > 0.5 ? 1.0 : std::max(m_target * 2.5, m_value.value_or(0) * 1.1);
    if (whole <= 0)
        return;
    if (m_value) {
        painter.setBrush(!m_meets ? colours().muted : *m_meets ? colours().good : colours().warning);
        painter.drawRoundedRect(QRectF(track.left(), track.top(), std::max(3.0, track.width() * std::min(1.0, *m_value / whole)), track.height()), 3, 3);
    }
    if (m_target > 0) {
        painter.setPen(QPen(palette().color(QPalette::Text), 2));
        const auto x = track.width() * std::min(1.0, m_target / whole);
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    }
}

MetricStrip::MetricStrip(Desk& desk, const evaluation::MetricResult& result, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 4);
    column->setSpacing(3);
    auto* top = new QHBoxLayout;
    m_title = heading({}, 3);
    top->addWidget(m_title, 1);
    m_edit = smallButton(tr("Change"), {});
    top->addWidget(m_edit, 0, Qt::AlignTop);
    column->addLayout(top);
    m_line = words({});
    column->addWidget(m_line);
    m_bar = new TargetBar;
    column->addWidget(m_bar);
    m_note = quietWords({});
    column->addWidget(m_note);
    m_fields = new Rows;
    m_fields->useColumns(112);
    column->addWidget(m_fields);
    connect(m_edit, &QToolButton::clicked, this, [this] {
        m_open = !m_open;
        for (const auto& now : evaluation::evaluate(m_desk.model.now(), m_desk.model.catalogue(), m_desk.model.today()).metrics)
            if (now.id + now.channel + std::to_string(now.window.value_or(0)) == s(objectName()))
                draw(now);
    });
    setObjectName(q(result.id + result.channel + std::to_string(result.window.value_or(0))));
    m_open = result.written.empty();
    draw(result);
}

void MetricStrip::draw(const evaluation::MetricResult& r)
{
    const auto& catalogue = m_desk.model.catalogue();
    const auto* metric = catalogue.metric(r.id);
    QStringList title{metric ? in(metric->name) : q(r.id)};
    title.front().replace(0, 1, title.front().left(1).toUpper());
    if (r.window)
        title << say(catalogue, "evaluation.window", {{"days", std::to_string(*r.window)}});
    if (!r.channel.empty())
        title << say(catalogue, "evaluation.channel." + r.channel);
    setWords(m_title, title.join(QStringLiteral(" · ")));

    QStringList line;
    if (!r.written.empty())
        line << q(r.written);
    if (r.numerator && r.denominator)
        line << say(catalogue, "evaluation.count", {{"numerator", std::to_string(*r.numerator)}, {"denominator", std::to_string(*r.denominator)}});
    if (!r.targetWritten.empty()) {
        const auto sign = r.target.starts_with("<=") || r.target.starts_with(">=") ? r.target.substr(0, 2) : r.target.substr(0, 1);
        line << say(catalogue, "evaluation.target", {{"target", catalogue.say("evaluation.sign." + sign, windowLanguage(), {{"target", r.targetWritten}})}});
    }
    if (r.denominator && *r.denominator == 0)
        line << say(catalogue, "evaluation.no_orders");
    else if (r.meets || r.written.empty())
        line << say(catalogue, r.meets ? (*r.meets ? "evaluation.meets" : "evaluation.misses") : "evaluation.unknown");
    setWords(m_line, line.join(QStringLiteral(" · ")));
    m_bar->draw(r.value, r.targetShare, r.meets);
    m_bar->setVisible(!r.target.empty() && r.value);
    m_bar->setAccessibleName(m_title->text());
    m_bar->setAccessibleDescription(m_line->text());

    QStringList notes;
    if (r.fewOrders && r.denominator)
        notes << say(catalogue, "evaluation.few_orders", {{"denominator", std::to_string(*r.denominator)}});
    if (r.goodOrdersNeeded)
        notes << say(catalogue, "evaluation.good_orders", {{"count", std::to_string(*r.goodOrdersNeeded)}});
    if (metric && metric->unconfirmed)
        notes << say(catalogue, "evaluation.unconfirmed");
    if (metric)
        if (const auto old = library::checkThis(catalogue, metric->asOf, metric->source, m_desk.model.today(), windowLanguage()); !old.empty())
            notes << q(old);
    setWords(m_note, notes.join(QLatin1Char(' ')));
    m_note->setVisible(!notes.isEmpty());

    m_edit->setText(m_open ? tr("Done") : tr("Change"));
    m_edit->setAccessibleName(QStringLiteral("%1: %2").arg(m_edit->text(), title.front()));
    m_fields->setVisible(m_open);
    if (m_open)
        drawFields(r);
}

void MetricStrip::drawFields(const evaluation::MetricResult& r)
{
    const auto& catalogue = m_desk.model.catalogue();
    const auto* metric = catalogue.metric(r.id);
    std::string stem = r.id;
    if (r.window && metric && metric->windows.size() > 1)
        stem += "_" + std::to_string(*r.window);
    if (!r.channel.empty())
        stem += "_" + r.channel;
    std::vector<letter::FactState> states;
    const auto add = [&](const char* what, const std::string& value) {
        letter::FactState state;
        state.name = stem + "_" + what;
        state.field = catalogue.fact("case", state.name);
        if (!state.field) {
            state.name = r.id + "_" + what;
            state.field = catalogue.fact("case", state.name);
        }
        if (!state.field)
            return;
        if (!value.empty())
            state.value[""] = value;
        state.source = r.source;
        states.push_back(std::move(state));
    };
    add("defects", r.numerator ? std::to_string(*r.numerator) : std::string{});
    add("orders", r.denominator ? std::to_string(*r.denominator) : std::string{});
    add("value", r.written);
    if (!metric || metric->partOf.empty())
        add("target", r.targetWritten);
    const QStringList titles{tr("How many"), tr("Out of"), tr("Rate"), tr("Target")};
    m_fields->begin();
    for (const auto& state : states) {
        const int which = state.name.ends_with("_defects") ? 0 : state.name.ends_with("_orders") ? 1 : state.name.ends_with("_value") ? 2 : 3;
        m_fields->row<FactRow>(FactRow::keyOf(state), [&] { return new FactRow(m_desk, state, nullptr, titles[which]); })->draw(state);
    }
    m_fields->end();
}

} // namespace desktop
