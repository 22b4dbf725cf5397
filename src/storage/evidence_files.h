#pragma once

#include "appeal/case.h"
#include "appeal/result.h"

namespace storage {

/// Copies a file into a case's own folder under a safe name and describes it: name, size, type, checksum. The file itself is never altered.
/// NotFound, CannotWrite, TooLarge.
appeal::Result<appeal::Evidence> keepEvidence(const std::string& file, const std::string& folder);
/// Copies the files of a case from its folder @p from into @p to, over what is there. Only what lies in the folder itself is opened: a path, or a link, that leads out of it
/// was written by somebody else and stays unopened.
void copyEvidence(const std::vector<appeal::Evidence>& evidence, const std::string& from, const std::string& to);
/// A file's name without anything that a file system or a form could take amiss.
std::string safeName(const std::string& name);

} // namespace storage
