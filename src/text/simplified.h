#pragma once

namespace text {

/// The simplified form of a Chinese character; any other as it is.
char32_t simplified(char32_t character);

} // namespace text
