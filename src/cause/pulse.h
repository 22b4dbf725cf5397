#pragma once

#include <functional>

namespace cause {

/// Told now and then which share of a long reading is done (0…1); false ends it early. It may come from another thread than the one that asks: what it looks at is its own care.
using Pulse = std::function<bool(double)>;

} // namespace cause
