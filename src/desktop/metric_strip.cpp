#include "desktop/metric_strip.h"

#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <QPainter>

#include <cstdlib>

namespace desktop {

TargetBar::TargetBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TargetBar::draw(std::optional<double> value, const std::string& target, std::optional<bool> meets)
{
    m_value = value;
    const auto digits = target.find_first_of("0123456789.");
    m_target = digits == std::string::npos ? 0 : std::strtod(target.c_str() + digits, nullptr);
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
    m_title = heading({}, 3);
    column->addWidget(m_title);
    m_line = words({});
    column->addWidget(m_line);
    m_bar = new TargetBar;
    column->addWidget(m_bar);
    m_note = quietWords({});
    column->addWidget(m_note);
    m_fields = new Rows;
    m_fields->useColumns(130);
    column->addWidget(m_fields);
    draw(result);
}

void MetricStrip::draw(const evaluation::MetricResult& r)
{
    const auto& catalogue = m_desk.model.catalogue();
    const auto* metric = catalogue.metric(r.id);
    QStringList title{metric ? in(metric->name) : q(r.id)};
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
    else
        line << say(catalogue, r.meets ? (*r.meets ? "evaluation.meets" : "evaluation.misses") : "evaluation.unknown");
    setWords(m_line, line.join(QStringLiteral(" · ")));
    m_bar->draw(r.value, r.target, r.meets);
    m_bar->setAccessibleName(m_title->text());
    m_bar->setAccessibleDescription(m_line->text());

    QStringList notes;
    if (r.fewOrders && r.denominator)
        notes << say(catalogue, "evaluation.few_orders", {{"denominator", std::to_string(*r.denominator)}});
    if (r.goodOrdersNeeded)
        notes << say(catalogue, "evaluation.good_orders", {{"count", std::to_string(*r.goodOrdersNeeded)}});
    if (metric && metric->unconfirmed)
        notes << say(catalogue, "evaluation.unconfirmed");
    setWords(m_note, notes.join(QLatin1Char(' ')));
    m_note->setVisible(!notes.isEmpty());

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
    add("target", r.targetWritten);
    drawFacts(*m_fields, m_desk, states);
}

} // namespace desktop
