#pragma once

#include "appeal/edit.h"
#include "appeal/result.h"
#include "appeal/summary.h"

#include <memory>

namespace storage {

using Revision = std::int64_t;

using appeal::Summary;
/// Works out a Summary; given by the caller, since storage knows no step.
using Summarise = Summary (*)(const appeal::Case&);

struct Stored { appeal::Case value; Revision revision = 0; };
struct Profile { std::string name; std::map<std::string, std::string> facts; };
struct Identity { std::string kind, value, owner; }; ///< owner: case id, or "profile:NAME"

/// Cases and profiles. One row is one case, saved at one stroke.
class CaseStore
{
public:
    virtual ~CaseStore() = default;
    virtual appeal::Result<std::vector<Summary>> list(bool withTrashed = false) = 0;
    virtual appeal::Result<Stored> load(const appeal::Id& id) = 0;
    /// Writes only if the stored revision is still @p basedOn (0: a new case; an empty id is given one). The new id and revision, or StaleRevision.
    virtual appeal::Result<Stored> save(const appeal::Case& c, Revision basedOn, const Summary& summary) = 0;
    virtual appeal::Result<appeal::Done> trash(const appeal::Id& id) = 0;
    virtual appeal::Result<appeal::Done> restore(const appeal::Id& id) = 0;
    /// For good: the row, its identities and fingerprints, its files, the daily copies; `secure_delete`, WAL truncated.
    virtual appeal::Result<appeal::Done> forget(const appeal::Id& id) = 0;
    virtual appeal::Result<std::vector<Profile>> profiles() = 0;
    virtual appeal::Result<appeal::Done> saveProfile(const Profile& profile) = 0;
    virtual appeal::Result<appeal::Done> removeProfile(const std::string& name) = 0;
    /// Store names, signers, phones, mails, seller ids, order and complaint ids of all cases and profiles but @p exceptCase and @p exceptProfile.
    virtual appeal::Result<std::vector<Identity>> identities(const appeal::Id& exceptCase, const std::string& exceptProfile) = 0;
    /// Fingerprints of the paragraphs of sent letters; which of @p hashes are known from other cases.
    virtual appeal::Result<std::vector<std::uint64_t>> knownFingerprints(const std::vector<std::uint64_t>& hashes, const appeal::Id& exceptCase) = 0;
    /// Clauses in the letters of this seller's other cases: those with the same profile, or the same store where none was chosen; clause id -> how many letters.
    virtual appeal::Result<std::map<std::string, int>> usedClauses(const std::string& profile, const std::string& store, const appeal::Id& exceptCase) = 0;
    virtual appeal::Result<appeal::Done> addFingerprints(const appeal::Id& id, const appeal::Id& letter, const std::vector<std::uint64_t>& hashes) = 0;
};

/// Opens or makes `cases.db` in @p dataDir (created with owner-only rights). WAL, foreign keys, numbered migrations with a copy aside first,
/// one copy a day of which seven are kept. A damaged file (StoreDamaged) is left as it is; a newer one is untouched.
appeal::Result<std::unique_ptr<CaseStore>> openCases(const std::string& dataDir, appeal::Date today);
/// The daily copies of `cases.db`, newest first, as paths. What a person may choose from when the store is damaged.
std::vector<std::string> caseCopies(const std::string& dataDir);
/// Gives `cases.db` (with its log) a new name beside it, so that the next `openCases` starts afresh. The new path.
appeal::Result<std::string> setAsideCases(const std::string& dataDir);
/// Puts a copy in the place of `cases.db`, which is set aside first. The copy stays. No store may be open here.
appeal::Result<appeal::Done> restoreCases(const std::string& dataDir, const std::string& copy);

// --- case files ---

/// A case as the JSON of a case file (`"format": 1`), pretty, ending in a line break.
std::string toJson(const appeal::Case& c);
/// @p name stands in errors. NewerFormat, or Unreadable with line and column.
appeal::Result<appeal::Case> caseFromJson(std::string_view json, std::string_view name);
/// A JSON array of edits (resources/edits.schema.json), all or none.
appeal::Result<std::vector<appeal::Edit>> editsFromJson(std::string_view json, std::string_view name);
std::string editsToJson(const std::vector<appeal::Edit>& edits);

/// The bytes of a file. NotFound, Unreadable (a folder, no permission), TooLarge.
appeal::Result<std::string> readFile(const std::string& path, std::size_t largest);
/// Writes at one stroke (temporary file beside it, fsync, rename), readable by the owner alone. StoreFull, CannotWrite.
appeal::Result<appeal::Done> writeFile(const std::string& path, std::string_view bytes);
/// The platform's application-data folder for Causeway.
std::string defaultDataDir();

} // namespace storage
