#pragma once

#include "cause/entities.h"
#include "cause/topics.h"

#include <set>

namespace cause {

/// What the figures of the notice say about the causes that lean on metrics.
struct MetricVerdicts
{
    std::set<std::string> missed, met; ///< metric ids off and on target; a part with nothing in it is met
};

struct CauseAt
{
    std::string id;
    double confidence = 0;
    struct Words { std::uint32_t begin, end, statement; };
    std::vector<Words> evidence;
};

/// The causes that the notice itself gives, by confidence.
/// @param actions ids of what was done, the main one first
/// @param entities words inside names and addresses are no evidence
std::vector<CauseAt> findCauses(const NoticeText& notice, const Topics& topics, const library::Catalogue& catalogue, const MetricVerdicts& verdicts, const std::vector<std::string>& actions, const std::string& marketplace, const std::vector<EntityAt>& entities);

} // namespace cause
