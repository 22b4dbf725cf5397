#pragma once

#include "appeal/edit.h"
#include "cause/reader.h"
#include "journey/work.h"
#include "library/clauses.h"
#include "storage/case_store.h"
#include "storage/library_store.h"
#include "submit/review.h"
#include "text/decode.h"

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

namespace cli {

using appeal::Error;
using appeal::Result;

/// What the options before or after the command say.
struct Options
{
    std::string dataDir, templates, today, language = "en";
    bool json = false;
};

/// Everything that a command may need, opened when it is first asked for.
class Context
{
public:
    Context(Options options, std::istream& in, std::ostream& out);

    const Options& options() const { return m_options; }
    const library::Language& language() const { return m_options.language; }
    bool json() const { return m_options.json; }
    appeal::Date today() const { return m_today; }
    std::ostream& out() { return m_out; }

    Result<appeal::Done> start();
    const library::Catalogue& catalogue() const { return *m_catalogue; }
    const library::CataloguePtr& cataloguePtr() const { return m_catalogue; }
    Result<storage::LibraryStore*> library();
    /// The content that is read: the shipped one, or that of `--templates`, with its clauses.
    Result<library::Pack> wholePack() const;
    Result<storage::CaseStore*> cases();
    const cause::Reader& reader();
    const submit::Reviewer& reviewer();
    /// Clauses that fit, from the library (or the --templates folder).
    Result<library::Clauses> select(const library::Fit& fit);
    Result<library::Clauses> allClauses();
    /// The bytes of a file, or of standard input for "-".
    Result<std::string> bytes(const std::string& file, std::size_t largest = text::kLargest);
    Result<text::Decoded> decoded(const std::string& file);
    /// A day from an option; nothing for "".
    Result<std::optional<appeal::Date>> day(const std::string& option, const std::string& written) const;

    /// A case and where it came from.
    struct Open
    {
        appeal::Case value;
        std::string path;         ///< of a case file; empty: the store
        storage::Revision revision = 0;
        std::string before;       ///< the file's bytes when it was read
    };
    Result<Open> open(const std::string& where);
    /// Writes at one stroke; StaleRevision when somebody else changed it meanwhile.
    Result<appeal::Done> save(Open& open);
    Result<journey::Session> session(const Open& open);
    /// Other sellers' data and earlier letters, for the checks. Silent for what the store does not hold.
    journey::Known known(const appeal::Case& c);

    std::string say(std::string_view id, const std::map<std::string, std::string>& slots = {}) const { return m_catalogue->say(id, m_options.language, slots); }

private:
    Options m_options;
    std::istream& m_in;
    std::ostream& m_out;
    appeal::Date m_today{};
    /// The pieces and corrections of the library in the data folder, laid over the catalogue.
    void takeUsersContent();

    library::CataloguePtr m_catalogue;
    std::optional<library::Pack> m_folder;
    std::unique_ptr<storage::LibraryStore> m_library;
    std::unique_ptr<storage::CaseStore> m_cases;
    std::unique_ptr<cause::Reader> m_reader;
    std::unique_ptr<submit::Reviewer> m_reviewer;
    std::optional<appeal::Reading> m_reading;
};

/// The name that CLI.md's PICK has: the clause's id, a second place of it ID#2, the pick's own id where it has no clause.
std::string pickName(const appeal::LetterDraft& draft, const appeal::Pick& pick);
const appeal::Pick* pickByName(const appeal::LetterDraft& draft, const std::string& name);
/// `--letter`: an id, or a kind (its newest unsent one, else its newest); empty: the current one. nullptr when there is none.
const appeal::LetterDraft* letterByName(const appeal::Case& c, const std::string& name);
/// That letter of the session; where there is none of the kind, a fresh one for this output alone, which nobody saves. nullptr when there is none and no kind is named.
const appeal::LetterDraft* letterOrNew(journey::Session& session, const std::string& name);
bool isCaseFile(const std::string& where);
/// SHA-like folder of a case's own files: NAME.files beside a case file, files/<id> in the data folder.
std::string filesFolder(const Context::Open& open, const std::string& dataDir);

/// `causeway-cli: WHERE: what is wrong; what to do`, in the language of --lang.
std::string errorLine(const Error& error, const library::Catalogue* catalogue, const library::Language& language);
int exitCode(const Error& error);

/// The whole command line. @return the exit status (CLI.md, Common)
int run(int argc, const char* const* argv, std::istream& in, std::ostream& out, std::ostream& err);

} // namespace cli
