#pragma once

#include "letter/resolve.h"
#include "letter/spelling.h"
#include "letter/template.h"

#include <set>
#include <unordered_set>

namespace letter {

/// The running memory of one letter: which attachment has which number, who was named with a role, which year stands already.
class Printer
{
public:
    /// @param templates kept by the caller from letter to letter; may be null
    Printer(const appeal::Case& c, const library::Catalogue& catalogue, appeal::Language language, Templates* templates = nullptr);
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;
    Templates& templates() { return *m_templates; }

    /// A new section: dates show their year again.
    void beginSection(const std::string& section);

    struct Printed
    {
        std::string text;
        std::vector<appeal::Gap> gaps;
        std::vector<appeal::Use> uses;
    };
    /// Fills @p source in @p scene. Sentences and brackets whose optional facts are missing fall.
    Printed print(std::string_view source, const Scene& scene);
    /// The members that the record in @p scene has a value for and that neither @p source nor its sentences in @p printed show.
    std::vector<std::string> unsaid(const Printed& printed, const Scene& scene) const;

    /// The attachments cited so far, in order, then the case's other evidence.
    std::vector<appeal::Attachment> attachments(bool withUncited);
    /// The number of a file's value ("invoice.pdf", an evidence id), giving it the next one when it is new.
    int numberOf(const std::string& file);

    bool shortDates = false;  ///< "7 Sep" for the smallest box
    bool plainPersons = false; ///< names without roles
    const std::set<std::string>* said = nullptr; ///< facts that stand already: a sentence of nothing else falls
    bool namelessPersons = false; ///< "we" for who did it, no owner before a colon
    std::size_t longestList = 0; ///< lists longer than this print as their count; 0: never

private:
    struct Line;
    bool fill(Line& line, const std::vector<Piece>& pieces, const Scene& scene, bool inBracket);
    /// "8 September" as "8 Sep" where dates are to be short.
    std::string spelled(std::string text) const;
    std::string shortened(std::string words) const;
    void amongThem(std::string& before, const Scene& scene) const;
    std::string withAttachments(std::string text);
    bool allSaid(const Line& line, std::size_t from) const;
    std::string value(const Resolved& resolved, const Scene& scene, const Line& line, std::string_view next);
    const appeal::Evidence* evidence(const std::string& file) const;

    const appeal::Case& m_case;
    const library::Catalogue& m_catalogue;
    appeal::Language m_language;
    /// How far the memory went at some moment: what a sentence that falls had named and numbered is forgotten again.
    struct Mark { std::size_t files, named; int year; };
    Mark mark() const { return {m_files.size(), m_named.size(), m_year}; }
    void backTo(const Mark& mark);
    std::vector<std::string> m_files; ///< evidence ids, or names of files that are not attached
    std::vector<std::string> m_named; ///< persons in the order in which they were named …
    std::unordered_set<std::string> m_isNamed; ///< … and the same to be looked up
    Templates m_own;        ///< where the caller keeps none
    Templates* m_templates; ///< texts that are printed again and again
    std::string m_section;
    std::string m_marketplace;
    std::optional<Spelled> m_spelling; ///< of the store; none: as it is written
    int m_year = 0;
    bool m_alwaysYear = false;
};

} // namespace letter
