#pragma once

#include "cause/causes.h"
#include "cause/deadlines.h"

namespace cause {

struct Metrics
{
    std::vector<appeal::MetricReading> metrics;
    MetricVerdicts verdicts;
};

/// The figures that the notice gives, with what they are made of.
Metrics findMetrics(const NoticeText& notice, const Times& times, const Spans& spans, const library::Catalogue& catalogue, const std::string& marketplace, const std::vector<std::string>& actions);

} // namespace cause
