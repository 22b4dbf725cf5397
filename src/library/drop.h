#pragma once

#include "library/clauses.h"

namespace library {

/// Takes an entry ("causes:late_shipment_rate", as in Pack::places) out of @p whole; nothing where it is not there.
void drop(Pack& whole, const std::string& key);

} // namespace library
