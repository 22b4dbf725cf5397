#include "evaluation/rates.h"

#include "evaluation/evaluation.h"

#include <algorithm>
#include <cmath>

namespace evaluation {

namespace {

constexpr std::int64_t kCountable = 400'000'000'000'000; ///< above it the sums below would not fit 64 bits

std::int64_t power(int exponent)
{
    std::int64_t out = 1;
    while (exponent-- > 0)
        out *= 10;
    return out;
}

bool more(std::string_view sign) { return !sign.empty() && sign.front() == '>'; }
bool orEqual(std::string_view sign) { return sign.size() == 2; }

} // namespace

double Decimal::value() const { return static_cast<double>(digits) / static_cast<double>(power(scale)); }

std::string Decimal::text() const
{
    auto left = digits;
    int places = scale;
    while (places > 0 && left % 10 == 0) {
        left /= 10;
        --places;
    }
    const auto whole = left / power(places);
    if (places == 0)
        return std::to_string(whole);
    auto rest = std::to_string(left % power(places));
    rest.insert(0, static_cast<std::size_t>(places) - rest.size(), '0');
    return std::to_string(whole) + "." + rest;
}

std::optional<Decimal> parseDecimal(std::string_view written, bool percent)
{
    Decimal out;
    bool any = false, point = false, sign = false;
    std::size_t i = 0;
    while (i < written.size() && written[i] == ' ')
        ++i;
    for (; i < written.size(); ++i) {
        const char c = written[i];
        if (c >= '0' && c <= '9') {
            if (out.digits > 99'999'999 || out.scale > 6)
                return {};
            out.digits = out.digits * 10 + (c - '0');
            out.scale += point ? 1 : 0;
            any = true;
        } else if ((c == '.' || c == ',') && !point && any) {
            point = true;
        } else {
            break;
        }
    }
    auto rest = written.substr(i);
    while (!rest.empty() && rest.front() == ' ')
        rest.remove_prefix(1);
    for (const std::string_view mark : {std::string_view("%"), std::string_view("％")})
        if (!sign && rest.substr(0, mark.size()) == mark) {
            rest.remove_prefix(mark.size());
            sign = true;
        }
    while (!rest.empty() && rest.front() == ' ')
        rest.remove_prefix(1);
    if (!any || !rest.empty() || (sign && !percent) || (percent && !sign))
        return {};
    out.scale += percent ? 2 : 0;
    return out;
}

std::optional<Target> targetOf(const library::Metric& metric, std::string_view store, std::string_view stated)
{
    const auto own = metric.storeTargets.find(std::string(store));
    std::string_view written = own != metric.storeTargets.end() ? std::string_view(own->second) : std::string_view(metric.target);
    Target out;
    out.sign = metric.sign;
    const auto takeSign = [&](std::string_view& text) {
        std::size_t n = 0;
        while (n < text.size() && n < 2 && (text[n] == '<' || text[n] == '>' || (n == 1 && text[n] == '=')))
            ++n;
        if (n > 0)
            out.sign = std::string(text.substr(0, n));
        text.remove_prefix(n);
        while (!text.empty() && text.front() == ' ')
            text.remove_prefix(1);
    };
    takeSign(written);
    if (!stated.empty()) {
        auto theirs = stated;
        takeSign(theirs);
        written = theirs;
    }
    const auto share = parseDecimal(written, metric.unit != "points");
    if (!share || out.sign.empty())
        return {};
    out.written = std::string(written);
    out.share = *share;
    return out;
}

bool meets(double value, const Target& target)
{
    constexpr double kTiny = 1e-12; // 22 / 2200 is 1 %, whatever a double makes of it
    const double difference = value - target.share.value();
    if (std::abs(difference) < kTiny)
        return orEqual(target.sign);
    return more(target.sign) ? difference > 0 : difference < 0;
}

bool oneBreaks(std::int64_t orders, const Target& target)
{
    if (orders <= 0)
        return false;
    const auto all = static_cast<double>(orders);
    return !meets(more(target.sign) ? (all - 1) / all : 1 / all, target);
}

std::optional<std::int64_t> goodOrders(std::int64_t numerator, std::int64_t denominator, const Target& target)
{
    const auto one = power(target.share.scale);
    auto part = target.share.digits;
    if (denominator <= 0 || numerator < 0 || part <= 0 || numerator > kCountable / one || denominator > kCountable / one)
        return {};
    if (meets(static_cast<double>(numerator) / static_cast<double>(denominator), target))
        return {};
    // bad orders over all must come to `part` over `one`: of a share of good orders, what is not good counts
    auto bad = numerator;
    if (more(target.sign)) {
        bad = denominator - numerator;
        part = one - part;
        if (part <= 0)
            return {};
    }
    const auto product = bad * one;
    const auto exact = product % part == 0;
    const auto least = exact && orEqual(target.sign) ? product / part : product / part + 1;
    return std::max<std::int64_t>(least - denominator, 1);
}

std::string rateOf(std::int64_t numerator, std::int64_t denominator)
{
    if (denominator <= 0 || numerator < 0 || numerator > kCountable || denominator > kCountable)
        return {};
    const auto hundredths = (numerator * 20'000 + denominator) / (2 * denominator);
    const auto rest = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (rest.size() < 2 ? "0" : "") + rest + "%";
}

std::optional<double> shareOf(std::string_view written)
{
    const auto share = parseDecimal(written, true);
    return share ? std::optional<double>(share->value()) : std::nullopt;
}

} // namespace evaluation
