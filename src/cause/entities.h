#pragma once

#include "cause/notice_text.h"
#include "cause/times.h"

namespace cause {

/// An entity with its places in the view: the reading's spans are made from them at the end.
struct EntityAt
{
    std::string kind, value, doubtful, cause;
    struct Place { std::uint32_t begin, end, statement; };
    std::vector<Place> at;
};

/// Ids, mails, links, amounts, percentages and names, each once, in order of appearance. Dates are added by the reader.
/// @param marketplace its bit; 0: not known, ids of all count
std::vector<EntityAt> findEntities(const NoticeText& notice, std::uint32_t marketplace);

} // namespace cause
