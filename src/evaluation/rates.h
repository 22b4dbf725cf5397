#pragma once

#include "library/catalogue.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace evaluation {

/// A decimal kept exact: digits over 10^scale. "2.31%" is 231 over 10^4.
struct Decimal
{
    std::int64_t digits = 0;
    int scale = 0;
    double value() const;
    /// "0.0231", without closing zeros.
    std::string text() const;
};
/// Of "2.31%", "2,31 %", "2.31" (@p percent: read as a share), "200"; nullopt for anything else.
std::optional<Decimal> parseDecimal(std::string_view written, bool percent);

/// What a metric is held to.
struct Target
{
    std::string sign;    ///< <, <=, >, >=
    std::string written; ///< "1%"
    Decimal share;
};
/// The notice's own target (@p stated) before the store's before the published one; nullopt where nobody names one.
std::optional<Target> targetOf(const library::Metric& metric, std::string_view store, std::string_view stated);

bool meets(double value, const Target& target);
/// May one defect more than none break the target? At no more than 1 / target orders it does.
bool oneBreaks(std::int64_t orders, const Target& target);
/// How many more good orders bring the rate to the target; nullopt where it meets it or none would do.
std::optional<std::int64_t> goodOrders(std::int64_t numerator, std::int64_t denominator, const Target& target);

} // namespace evaluation
