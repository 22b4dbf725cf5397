#pragma once

#include "appeal/case.h"

namespace appeal {

enum class Severity { Block, Warn, Info };

/// Where a finding is mended.
struct Place
{
    std::string step = "plan"; ///< cause, evaluation, plan, submit, followup
    std::string fact;          ///< name that `set` takes; empty: none
    Id pick;                   ///< or the fixed place's name
    friend bool operator==(const Place&, const Place&) = default;
};

/// One thing that a check has to say of a letter.
struct Finding
{
    std::string check;
    Severity severity = Severity::Info;
    std::optional<std::size_t> start, end; ///< bytes in the letter's text; none: the letter as a whole
    std::string text;                      ///< the words
    std::map<Language, std::string> message, suggestion; ///< for people, filled
    std::optional<std::string> replacement; ///< a fix at one click
    Place place;
    std::optional<std::string> setAside;    ///< the reason it was set aside with
    friend bool operator==(const Finding&, const Finding&) = default;
};

struct Statistics
{
    std::size_t characters = 0, words = 0, sentences = 0;
    std::optional<double> readingGrade; ///< Flesch-Kincaid; none for Chinese
};

struct Review
{
    bool ready = false;
    std::string letter; ///< letter kind
    Language language;
    std::vector<Finding> findings; ///< worst first, then by place
    Statistics statistics;
};

} // namespace appeal
