#pragma once

#include "library/catalogue.h"

namespace library {

/// Is it more than twelve months since a figure or a step was looked up? A day that cannot be read is.
bool outOfDate(std::string_view asOf, appeal::Date today);

/// "[help-odr], [spapi]" with the names of the pages; what no entry of `sources` names stands as it is.
std::string pageNames(const Catalogue& catalogue, std::string_view source, const Language& language);

/// The quiet word beside a figure or step that was looked up long ago, with its day and page; empty while it is fresh.
std::string checkThis(const Catalogue& catalogue, const std::string& asOf, std::string_view source, appeal::Date today, const Language& language);

} // namespace library
