#pragma once

#include "appeal/finding.h"
#include "appeal/letter.h"
#include "appeal/reading.h"
#include "letter/format.h"
#include "library/catalogue.h"

#include <memory>

/// Step 4: what would make the letter fail, where, why, and what to do instead (catalogue F).
namespace submit {

/// A paragraph of an earlier letter of this library, by another case, that shares its words with one of ours.
struct EarlierHit { std::string paragraph; std::string caseTitle; };
/// An identity of another case or profile: kind (a shared fact's name) and value.
struct ForeignIdentity { std::string kind, value; };

/// What a check may know beside the text. Everything may be absent: then rules marked *(case)* are silent.
struct Surroundings
{
    const appeal::Case* c = nullptr;
    const appeal::LetterDraft* draft = nullptr;
    const appeal::Letter* letter = nullptr;      ///< as composed; gives places, gaps, states
    const letter::Written* written = nullptr;    ///< the text with its paragraphs
    const appeal::Reading* reading = nullptr;    ///< of the case's notice
    std::string noticeText;
    std::vector<std::string_view> libraryTexts;  ///< the library's wordings of the clauses in use, slots filled with nothing, for shared_wording
    std::vector<EarlierHit> earlier;
    std::vector<ForeignIdentity> foreign;
    std::string marketplace, store;
    appeal::Length length = appeal::Length::Full;
    appeal::Date today{};
};

class Memory;

/// Compiled once from the catalogue's checks; reviewing is const and thread-safe.
class Reviewer
{
public:
    explicit Reviewer(library::CataloguePtr catalogue);
    ~Reviewer();
    Reviewer(Reviewer&&) noexcept;
    Reviewer& operator=(Reviewer&&) noexcept;

    /// Reads @p text as a letter of @p kind ("" : recognised from the text, else first_appeal) in @p language ("": recognised).
    /// @param memory what was taken apart at the last look is not taken apart again; the findings are the same
    appeal::Review review(std::string_view text, std::string kind, appeal::Language language, const Surroundings& around, Memory* memory = nullptr) const;
    /// The letter kind that a text seems to be; "first_appeal" when nothing says otherwise.
    std::string kindOf(std::string_view text) const;
    /// Only the pattern checks, over one clause's filled text: does the library trip its own rules?
    std::vector<appeal::Finding> patternsOnly(std::string_view text, const std::string& kind, const appeal::Language& language) const;

    /// Loads the English dictionary, once; some 30 ms, so off the window's thread. Without it grammar_spelling says nothing of spelling.
    void loadDictionary(const std::vector<std::string>& folders = {"/usr/share/hunspell", "/usr/share/myspell/dicts", "/Library/Spelling"}) const;
    /// Phrases of the checks that cannot be read, with their check: what a pack's author must mend.
    std::vector<std::string> faults() const;

private:
    struct Parts;
    static void settle(appeal::Review& review, const Surroundings& around);
    std::unique_ptr<const Parts> m_parts;
};

/// A box of the marketplace's form: what is copied into it.
struct BoxText { std::string id; std::vector<std::string> sections; std::string text; std::size_t characters = 0; std::optional<int> limit; };
std::vector<BoxText> boxes(const appeal::Letter& letter, const library::Catalogue& catalogue, std::string_view marketplace);
/// The guide that fits; nullptr where there is none.
const library::Guide* guideFor(const library::Catalogue& catalogue, std::string_view marketplace, std::string_view store, std::string_view kind, bool quiz);

} // namespace submit
