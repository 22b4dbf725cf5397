#pragma once

#include "cause/notice_text.h"
#include "cause/requests.h"
#include "cause/times.h"

namespace cause {

/// The notice's own day, with its place.
struct NoticeDate { appeal::Date date{}; std::uint32_t begin = 0, end = 0; };
std::optional<NoticeDate> findNoticeDate(const NoticeText& notice, const Times& times);

struct DeadlineAt
{
    std::string kind, unit;
    int value = 0;
    std::optional<int> least;
    std::optional<appeal::Date> due, dueMin, from;
    std::uint32_t begin = 0, end = 0;
};
struct AgeAt { int value = 0; std::string unit, what; std::uint32_t begin = 0, end = 0; };

/// Spans of time, told apart.
struct Spans
{
    std::vector<DeadlineAt> deadlines;
    std::vector<AgeAt> documentAges, metricWindows;
    std::vector<AgeAt> allWindows; ///< the same, each as often as it stands
};

/// What a reading knows before its deadlines.
struct Surroundings
{
    std::vector<std::string> actions;
    std::vector<FoundAt> asks;
    std::string way;
    std::optional<appeal::Date> noticeDate, received;
};

Spans findSpans(const NoticeText& notice, const Times& times, const Surroundings& around);

} // namespace cause
