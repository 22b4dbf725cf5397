#pragma once

#include "submit/scene.h"

namespace submit {

/// One entry of a check's `find`: phrases, and under which circumstances they are a finding (templates/checks/README.md).
struct Entry
{
    enum class Within { Sentence, Paragraph, Section, Text };
    const library::Check* check = nullptr;
    bool with = false, unless = false; ///< it has phrases of these
    Within withIn = Within::Sentence, unlessIn = Within::Sentence;
    std::vector<std::string> sections, notSections;
    std::vector<std::string> causes;   ///< silent where the case or its notice has one of these
    std::vector<std::string> marketplaces; ///< only in a letter to one of these
    bool bare = false;                 ///< only in a sentence without a number, day or name
    bool everywhere = false;           ///< in headings, subject, salutation and signature too, and in quotation marks
    bool sentence = false;             ///< the finding is the whole sentence
    bool needsCase = false;
    bool none = false;                 ///< a finding about the whole letter where none of its phrases stands in it …
    std::vector<std::string> notFacts; ///< … unless one of these facts is given
    std::size_t least = 1;             ///< found so often in one `per`
    Within per = Within::Text;
    std::map<appeal::Language, std::string> replacement;
    std::string variant, fact, step;
};

/// Reads the `find` of all checks, and adds their phrases to the lexica by language.
std::vector<Entry> readEntries(const library::Catalogue& catalogue, std::map<appeal::Language, Lexicon>& lexica, Vocabulary& vocabulary);

/// Runs the pattern rules of the checks that @p applies (by index in the catalogue) says.
void runEntries(const std::vector<Entry>& entries, const Scene& scene, const std::vector<bool>& applies, std::vector<appeal::Finding>& out);

} // namespace submit
