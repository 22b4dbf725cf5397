#include "evaluation/evaluation.h"

#include "evaluation/evidence.h"
#include "evaluation/rates.h"

#include <algorithm>

namespace evaluation {

namespace {

MetricResult resultOf(const library::Metric& metric, const appeal::Figure& figure, std::string_view store)
{
    MetricResult out;
    out.id = metric.id;
    out.channel = figure.channel;
    out.window = figure.window;
    out.numerator = figure.numerator;
    out.denominator = figure.denominator;
    out.orders = figure.orders;
    out.source = figure.source;
    const auto target = targetOf(metric, store, figure.target);
    if (target) {
        out.target = target->sign + target->share.text();
        out.targetWritten = target->written;
        out.targetShare = target->share.value();
    }
    const bool counted = figure.numerator && figure.denominator && *figure.denominator > 0 && *figure.numerator >= 0;
    const auto worked = counted ? rateOf(*figure.numerator, *figure.denominator) : std::string{};
    out.written = figure.value.empty() ? worked : figure.value;
    if (counted && out.written == worked) // the exact share, where the written one only rounds it
        out.value = static_cast<double>(*figure.numerator) / static_cast<double>(*figure.denominator);
    else if (const auto share = parseDecimal(out.written, metric.unit != "points"))
        out.value = share->value();
    if (out.value && target)
        out.meets = meets(*out.value, *target);
    if (figure.denominator && target && metric.unit != "points") {
        out.fewOrders = oneBreaks(*figure.denominator, *target);
        if (counted && out.meets && !*out.meets)
            out.goodOrdersNeeded = goodOrders(*figure.numerator, *figure.denominator, *target);
    }
    return out;
}

/// The defects of each part of a rate, from the figures of its parts for the same orders; null where none is known.
void addParts(MetricResult& result, const appeal::Case& c, const library::Catalogue& catalogue)
{
    for (const auto& part : catalogue.metrics) {
        if (part.partOf != result.id)
            continue;
        auto& count = result.parts[part.id];
        for (const auto& figure : c.figures)
            if (figure.metric == part.id && figure.channel == result.channel && (!figure.window || !result.window || figure.window == result.window) && figure.numerator)
                count = figure.numerator;
    }
}

void addMetric(std::vector<MetricResult>& out, const library::Metric& metric, const appeal::Case& c, std::string_view store)
{
    if (std::any_of(out.begin(), out.end(), [&](const MetricResult& r) { return r.id == metric.id; }))
        return;
    bool any = false;
    for (const auto& figure : c.figures)
        if (figure.metric == metric.id) {
            out.push_back(resultOf(metric, figure, store));
            any = true;
        }
    if (any)
        return;
    appeal::Figure none;
    none.metric = metric.id;
    if (metric.windows.empty())
        out.push_back(resultOf(metric, none, store));
    for (const int window : metric.windows) {
        none.window = window;
        out.push_back(resultOf(metric, none, store));
    }
}

} // namespace

Evaluation evaluate(const appeal::Case& c, const library::Catalogue& catalogue, appeal::Date)
{
    Evaluation out;
    const auto store = appeal::caseFact(c, "store");
    for (const auto& chosen : c.causes)
        if (const auto* cause = catalogue.cause(chosen.id))
            for (const auto& id : cause->metrics)
                if (const auto* metric = catalogue.metric(id))
                    addMetric(out.metrics, *metric, c, store);
    for (const auto& figure : c.figures)
        if (const auto* metric = catalogue.metric(figure.metric))
            addMetric(out.metrics, *metric, c, store);
    for (auto& result : out.metrics)
        addParts(result, c, catalogue);

    for (const auto& practice : catalogue.practices) {
        PracticeResult result;
        result.id = practice.id;
        result.area = practice.area;
        result.leadsTo = practice.leadsTo;
        const auto given = c.practices.find(practice.id);
        result.answer = given == c.practices.end() || given->second.empty() ? "unknown" : given->second;
        result.weak = result.answer != "yes";
        out.practices.push_back(std::move(result));
    }
    out.evidence = evidenceDue(c, catalogue);
    return out;
}

} // namespace evaluation
