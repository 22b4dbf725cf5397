#pragma once

#include "appeal/case.h"

namespace storage {

/// A new id for a case of the store: short, random, without letters that look like digits. The caller sees to it that it is free.
appeal::Id freshCaseId();
/// May a case of the store be called so? The id names a folder and stands on command lines:
/// letters, digits, '-', '_' and '.', the first of them a letter or a digit, 64 at most.
bool validCaseId(std::string_view id);

} // namespace storage
