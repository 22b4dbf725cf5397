#pragma once

#include "cause/notice_text.h"

namespace cause {

/// Whose notice it is, where, in which language.
struct PlaceReading
{
    std::string marketplace, store, language;
    bool monthFirst = true; ///< 7/8/2024 is July there
};

PlaceReading findPlace(const NoticeText& notice, const library::Catalogue& catalogue);

} // namespace cause
