#include "desktop/words.h"

#include "desktop/language.h"
#include "desktop/strings.h"

namespace desktop {

namespace {

std::string idOf(appeal::Error::Code code)
{
    using Code = appeal::Error::Code;
    switch (code) {
    case Code::NotFound: return "not_found";
    case Code::Unreadable: return "unreadable";
    case Code::TooLarge: return "too_large";
    case Code::NewerFormat: return "newer_format";
    case Code::BadTemplate: return "bad_template";
    case Code::BadValue: return "bad_value";
    case Code::Usage: return "usage";
    case Code::Exists: return "exists";
    case Code::Unsupported: return "unsupported";
    case Code::StoreBusy: return "store_busy";
    case Code::StoreFull: return "store_full";
    case Code::StoreReadOnly: return "store_read_only";
    case Code::StoreDamaged: return "store_damaged";
    case Code::StaleRevision: return "stale_revision";
    case Code::CannotWrite: return "cannot_write";
    }
    return {};
}

} // namespace

QString ErrorWords::of(const appeal::Error& error, const library::Catalogue* catalogue)
{
    const auto id = "error." + idOf(error.code);
    // before the catalogue is there, or when it is what failed
    auto sentence = catalogue && catalogue->wording.count(id) != 0 ? say(*catalogue, id) : tr("Something could not be read or written.");
    if (!error.where.empty())
        sentence += QStringLiteral(" (%1)").arg(q(error.where));
    return sentence;
}

} // namespace desktop
