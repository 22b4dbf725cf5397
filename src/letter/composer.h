#pragma once

#include "letter/printer.h"

namespace letter {

/// Builds one letter (templates/README.md, "From picks to paragraphs"). Used once.
class Composer
{
public:
    Composer(const appeal::Case& c, const appeal::LetterDraft& draft, const library::Catalogue& catalogue, const library::Clauses& clauses, const Request& request, appeal::Date today, Templates* templates = nullptr);

    appeal::Letter full();
    /// At 1,000 or 500 characters, as three sentences for a chat, as a subject line: whole sentences from short forms.
    appeal::Letter shortened();

private:
    struct Unit;
    Scene scene(const std::string& cause) const;
    std::string fixedSource(const std::string& place, const library::Phrasings& phrasings, bool* edited = nullptr) const;
    const library::Phrasings& fixedPhrasings(const library::KindSection& section) const;
    /// {{issues}}, {{decision}} and {{asked_for}} become what the notice says, unless the seller typed them.
    std::string withDerived(const std::string& source) const;
    std::string derived(std::string_view name) const;
    std::string againAsPronoun(const std::string& before, std::size_t at, const std::string& text) const;
    std::string pickSource(const appeal::Pick& pick, const library::Clause* clause) const;
    bool outdated(const appeal::Pick& pick) const;
    appeal::Paragraph paragraph(appeal::Paragraph::Kind kind, const std::string& section, const std::string& cause, const std::string& place, const std::string& source, const Scene& scene);
    void addUnsaid(appeal::Paragraph& p, const Scene& scene);
    void addTopic(appeal::Paragraph& p, const Scene& scene);
    std::optional<appeal::Paragraph> pickParagraph(const appeal::Pick& pick);
    std::vector<std::string> causeOrder() const;
    bool manyCauses(const std::string& section) const;
    bool placed(const std::string& cause, const std::string& name) const;
    void invoicesTotal(std::vector<appeal::Paragraph>& out);
    void lead(const std::string& section, const std::string& cause, std::vector<appeal::Paragraph>& out);
    void picks(const std::string& section, std::vector<appeal::Paragraph>& out);
    /// Does the numbered list of attachments tell all that this record holds? Then no sentence repeats it.
    bool listSays(const appeal::Record& record);
    void describeAttachments();
    void addAttachments();
    void attachmentList(std::vector<appeal::Paragraph>& out);
    /// Does an earlier paragraph say exactly this?
    bool said(const std::string& text) const;
    void addSection(const library::KindSection& section);
    std::vector<Unit> units(bool chat, bool subjectOnly) const;
    void writeUnits(const std::vector<Unit>& units, const std::vector<bool>& take, int thrift);
    void fillBox(const std::vector<Unit>& units);
    std::size_t sizeNow() const;
    void start();
    void finish();

    const appeal::Case& m_case;
    const appeal::LetterDraft& m_draft;
    const library::Catalogue& m_catalogue;
    const library::Clauses& m_clauses;
    Request m_request;
    appeal::Date m_today;
    const library::LetterKind* m_kind;
    RecordIndex m_records;
    Printer m_printer;
    appeal::Letter m_letter;
    int m_number = 0;
    std::set<std::string> m_said; ///< facts that the fixed words of the letter show
};

} // namespace letter
