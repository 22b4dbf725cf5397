#include "library/as_of.h"

#include "appeal/date.h"

namespace library {

bool outOfDate(std::string_view asOf, appeal::Date today)
{
    const auto day = appeal::parseDate(asOf);
    return !day || appeal::plusMonths(*day, 12) < today;
}

std::string pageNames(const Catalogue& catalogue, std::string_view source, const Language& language)
{
    std::string out;
    while (!source.empty()) {
        const auto open = source.find('['), close = open == source.npos ? source.npos : source.find(']', open);
        if (close == source.npos)
            return out.append(source);
        out.append(source.substr(0, open));
        const auto id = source.substr(open + 1, close - open - 1);
        const auto* page = catalogue.named("sources", id);
        out.append(page ? std::string_view(in(page->name, language)) : source.substr(open, close + 1 - open));
        source.remove_prefix(close + 1);
    }
    return out;
}

std::string checkThis(const Catalogue& catalogue, const std::string& asOf, std::string_view source, appeal::Date today, const Language& language)
{
    if (!outOfDate(asOf, today))
        return {};
    return catalogue.say("as_of.check", language, {{"date", asOf}, {"page", pageNames(catalogue, source, language)}});
}

} // namespace library
