#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace desktop {

// The core speaks UTF-8, widgets UTF-16: converted once, where a page meets the case.

inline QString q(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}
inline std::string s(const QString& text)
{
    return text.toStdString();
}

} // namespace desktop
