#include "desktop/words.h"

#include "desktop/language.h"
#include "desktop/strings.h"

namespace desktop {

QString ErrorWords::of(const appeal::Error& error, const library::Catalogue* catalogue)
{
    const auto id = "error." + std::string(appeal::idOf(error.code));
    // before the catalogue is there, or when it is what failed
    auto sentence = catalogue && catalogue->wording.count(id) != 0 ? say(*catalogue, id) : tr("Something could not be read or written.");
    if (!error.where.empty())
        sentence += QStringLiteral(" (%1)").arg(q(error.where));
    return sentence;
}

} // namespace desktop
