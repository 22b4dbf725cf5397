#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace text {

/// A mail as text: its visible header lines, an empty line, its body; mails inside it follow in the same form.
struct Mail
{
    std::string text;
    std::string date; ///< ISO day of the Date header, in its own zone
    std::string from, subject;
};

/// Are @p bytes a mail as it travels (.eml), not a mail pasted as text?
bool looksLikeMail(std::string_view bytes, std::string_view name = {});
/// nullopt where no header can be read.
std::optional<Mail> parseMail(std::string_view bytes);

} // namespace text
