#pragma once

#include "desktop/page.h"

#include <functional>

namespace desktop {

/// Puts the file at @p path among the case's evidence as @p kind (one of the things asked for; may be empty). It is looked at on the pool;
/// @p then gets its name. A file that cannot be read is said by `failed`.
void attachFile(Desk& desk, QObject* receiver, const QString& path, const std::string& kind, std::function<void(const QString& name)> then = {},
    std::function<void(const appeal::Error&)> failed = {});

} // namespace desktop
