#pragma once

#include "evaluation/evaluation.h"

namespace evaluation {

/// The papers that causes, by route, and the notice or the last reply ask for; each kind once for a cause.
std::vector<EvidenceDue> evidenceDue(const appeal::Case& c, const library::Catalogue& catalogue);

} // namespace evaluation
