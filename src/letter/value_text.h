#pragma once

#include "appeal/case.h"

#include <string>
#include <string_view>
#include <vector>

namespace letter {

/// "A, B and C"; A、B和C.
std::string joined(const std::vector<std::string>& list, const appeal::Language& language);
/// "10:42 Asia/Shanghai" -> "10:42 China time"; 10:42（北京时间）.
std::string zoneInWords(std::string_view written, const appeal::Language& language);
/// "Li Na, warehouse lead" -> {"Li Na", "warehouse lead"}; either comma.
struct PersonParts { std::string name, role; };
PersonParts personParts(std::string_view written);
/// A long text brought into the grammar that its sentences need: no stop at the end, a small first letter after a colon, no subject before a deed.
std::string inGrammar(std::string_view value, std::string_view grammar, const appeal::Language& language, bool opensSentence);

/// Behind a label a sentence goes on in small letters; "I" and what is no plain word ("OK", "B0…") stays.
std::string lowered(std::string text, const appeal::Language& language);

} // namespace letter
