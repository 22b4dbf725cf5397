#pragma once

#include "library/catalogue.h"
#include "text/readings.h"

namespace letter {

/// A stretch of what was typed in Chinese, and what the tables of content make of it in English.
struct Rendered
{
    std::string chinese;
    std::string english; ///< "" where nothing is known: never guessed
    std::string kind;    ///< role, department, unit, place, thing, deed, time, term, name, date, number, plain; "" unknown
};

/// English proposed for Chinese words; a person decides.
struct Proposal
{
    std::vector<Rendered> parts;
    bool complete = false; ///< every part is known, and they make one expression: `english` may be used as it stands
    std::string english;   ///< what is not known stands in it as it was typed, between 【 and 】
};

/**
 * What glossary and phrase table, dates, numbers with their units, and names in passport order make of @p chinese.
 * @param field a `person` becomes "Name, role"
 * @param known Chinese names whose English the case knows (a company as its licence has it); they are taken before anything else
 */
Proposal fromChinese(std::string_view chinese, const library::Field& field, const library::Catalogue& catalogue, const text::Readings& readings,
    const std::map<std::string, std::string>& known = {});

} // namespace letter
