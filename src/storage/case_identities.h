#pragma once

#include "appeal/case.h"

#include <set>
#include <utility>

namespace storage {

/// What tells this seller from another: kind (a shared fact's name) and value, each once; lists are taken apart.
std::set<std::pair<std::string, std::string>> identitiesOf(const appeal::Case& c);

} // namespace storage
