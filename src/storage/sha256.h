#pragma once

#include <string>
#include <string_view>

namespace storage {

/// The SHA-256 checksum as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

} // namespace storage
