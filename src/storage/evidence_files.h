#pragma once

#include "appeal/case.h"
#include "appeal/result.h"

namespace storage {

/// Copies a file into a case's own folder under a safe name and describes it: name, size, type, checksum. The file itself is never altered.
/// NotFound, CannotWrite, TooLarge.
appeal::Result<appeal::Evidence> keepEvidence(const std::string& file, const std::string& folder);
/// A file's name without anything that a file system or a form could take amiss.
std::string safeName(const std::string& name);

} // namespace storage
