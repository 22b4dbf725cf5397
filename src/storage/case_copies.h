#pragma once

#include "appeal/case.h"
#include "appeal/result.h"

#include <cstdint>

namespace storage {

inline constexpr std::int32_t kCasesApplication = 0x43776373; ///< `application_id` of cases.db: "Cwcs"
inline constexpr int kCasesVersion = 1;                       ///< its `user_version`, the number of steps in case_store.cpp

/// Takes a case out of every daily copy and every copy put aside before a migration. A copy in which that cannot be done is removed;
/// CannotWrite names one that cannot even be removed.
appeal::Result<appeal::Done> forgetInCopies(const std::string& database, const appeal::Id& id);

} // namespace storage
