#pragma once

#include "text/readings.h"

namespace library {

/// The shipped table of how Chinese is read; made at the first call.
const text::Readings& builtinReadings();

} // namespace library
