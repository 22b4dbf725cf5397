#pragma once

#include "appeal/reading.h"
#include "cause/pulse.h"
#include "cause/rule_book.h"
#include "cause/topics.h"

namespace cause {

/// The work behind Reader::read and Reader::readReply: one part of the reading after the other, each leaning on those before.
appeal::Reading readNotice(std::string_view notice, std::optional<appeal::Date> received, const Pulse& pulse, const RuleBook& book, const Topics& topics, const library::Catalogue& catalogue);
appeal::ReplyReading readReplyText(std::string_view reply, std::optional<appeal::Date> received, const RuleBook& book, const library::Catalogue& catalogue);

} // namespace cause
