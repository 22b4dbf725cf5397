#pragma once

#include "cause/notice_text.h"

namespace cause {

/// A word of a vocabulary with its place in the view.
struct FoundAt
{
    std::string id;
    std::uint32_t begin = 0, end = 0, statement = 0;
    float weight = 0;
};

/// What the marketplace did, the main action first.
std::vector<FoundAt> findActions(const NoticeText& notice);
/// What it wants, in the order of the text.
/// @param faultyToo a paper that is called unreadable or out of date is wanted again, as replies that ask for more have it
std::vector<FoundAt> findAsks(const NoticeText& notice, bool faultyToo = false);
/// How it wants its answer; "" where none is open.
std::string findWay(const NoticeText& notice, const std::vector<FoundAt>& actions, const std::vector<FoundAt>& asks);
/// How many appeals are left; with its words.
struct AttemptLimit { int count = 0; std::uint32_t begin = 0, end = 0; };
std::optional<AttemptLimit> findAttemptLimit(const NoticeText& notice);
/// Does the text answer an appeal that was sent?
bool answersAppeal(const NoticeText& notice, const std::vector<FoundAt>& actions);

/// May what stands at @p at be taken as said by the marketplace of this case: not denied, not on a condition, not an example?
bool asserted(const NoticeText& notice, const Statement& s, std::size_t at, bool wishesToo = false);

} // namespace cause
