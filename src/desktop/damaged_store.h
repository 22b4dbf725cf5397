#pragma once

#include "desktop/storage_thread.h"
#include "desktop/strip.h"
#include "library/catalogue.h"

namespace desktop {

/// `cases.db` cannot be read: asks whether a daily copy takes its place or all begins anew. The damaged file is kept in either case.
/// @p then says what was done, in one line; the stores are open again by then.
void askAboutDamage(Strip& strip, StorageThread& storage, const std::string& dataDir, appeal::Date today, const library::CataloguePtr& catalogue, std::function<void(const QString&)> then);

} // namespace desktop
