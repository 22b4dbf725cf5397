#include "storage/case_store.h"

#include "storage/case_copies.h"
#include "storage/case_identities.h"
#include "storage/case_ids.h"
#include "storage/database.h"

#include <array>
#include <chrono>
#include <filesystem>

namespace storage {

namespace {

using appeal::Done;
using appeal::Error;
using appeal::Id;
using appeal::Result;

constexpr std::array<std::string_view, 1> kSteps{
    "CREATE TABLE case_file(id TEXT PRIMARY KEY, revision INTEGER NOT NULL, body TEXT NOT NULL, changed TEXT NOT NULL, trashed_at TEXT) STRICT;"
    // all but `profile` are derived from bodies when a case is saved
    "CREATE TABLE case_list(case_id TEXT PRIMARY KEY REFERENCES case_file(id) ON DELETE CASCADE, title TEXT NOT NULL, store TEXT NOT NULL, marketplace TEXT NOT NULL, state TEXT NOT NULL, next TEXT NOT NULL,"
    " causes TEXT NOT NULL, tags TEXT NOT NULL, due TEXT, attempts_left INTEGER, closed INTEGER NOT NULL) STRICT;"
    "CREATE TABLE identity(kind TEXT NOT NULL, value TEXT NOT NULL, case_id TEXT NOT NULL REFERENCES case_file(id) ON DELETE CASCADE, PRIMARY KEY(kind, value, case_id)) STRICT;"
    "CREATE TABLE fingerprint(hash INTEGER NOT NULL, case_id TEXT NOT NULL REFERENCES case_file(id) ON DELETE CASCADE, letter TEXT NOT NULL, PRIMARY KEY(hash, case_id, letter)) STRICT;"
    "CREATE TABLE profile(name TEXT NOT NULL, fact TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(name, fact)) STRICT;"
    "CREATE TABLE profile_name(name TEXT PRIMARY KEY) STRICT;",
};
static_assert(kSteps.size() == kCasesVersion);

std::string now()
{
    const auto at = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::hh_mm_ss time{at - day};
    const auto two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return appeal::isoDate(appeal::Date{day}) + "T" + two(time.hours().count()) + ":" + two(time.minutes().count()) + ":" + two(time.seconds().count()) + "Z";
}

std::string joined(const std::vector<std::string>& list)
{
    std::string out;
    for (const auto& item : list)
        out += (out.empty() ? "" : "\n") + item;
    return out;
}

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = text.find('\n');
        out.emplace_back(text.substr(0, end));
        text = end == text.npos ? std::string_view{} : text.substr(end + 1);
    }
    return out;
}

Error noSuchCase(const Id& id) { return {Error::Code::NotFound, id, "there is no such case in the store"}; }

class Store final : public CaseStore
{
public:
    Store(Database db, std::string dataDir) : m_db(std::move(db)), m_dataDir(std::move(dataDir)) {}

    Result<std::vector<Summary>> list(bool withTrashed) override
    {
        auto statement = m_db.prepare(std::string("SELECT f.id, f.revision, f.changed, f.trashed_at IS NOT NULL, l.title, l.store, l.marketplace, l.state, l.next, l.causes, l.tags, l.due, l.attempts_left, l.closed"
                                                  " FROM case_file f LEFT JOIN case_list l ON l.case_id = f.id ") + (withTrashed ? "" : "WHERE f.trashed_at IS NULL ")
            + "ORDER BY l.closed, l.due IS NULL, l.due, f.changed DESC");
        if (!statement)
            return statement.error();
        std::vector<Summary> out;
        auto done = statement->each([&] {
            Summary s;
            s.id = statement->text(0);
            s.revision = statement->number(1);
            s.changed = statement->text(2);
            s.trashed = statement->number(3) != 0;
            s.title = statement->text(4);
            s.store = statement->text(5);
            s.marketplace = statement->text(6);
            s.state = statement->text(7);
            s.next = statement->text(8);
            s.causes = split(statement->view(9));
            s.tags = split(statement->view(10));
            if (!statement->null(11))
                s.due = appeal::parseDate(statement->view(11));
            if (!statement->null(12))
                s.attemptsLeft = int(statement->number(12));
            s.closed = statement->number(13) != 0;
            out.push_back(std::move(s));
        });
        if (!done)
            return done.error();
        return out;
    }

    Result<Stored> load(const Id& id) override
    {
        auto statement = m_db.prepare("SELECT body, revision FROM case_file WHERE id = ?1");
        if (!statement)
            return statement.error();
        statement->bind(1, id);
        auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return noSuchCase(id);
        auto value = caseFromJson(statement->view(0), "cases.db: " + id);
        if (!value)
            return value.error();
        value->id = id;
        return Stored{std::move(*value), statement->number(1)};
    }

    Result<Stored> save(const appeal::Case& c, Revision basedOn, const Summary& summary) override
    {
        if (!c.id.empty() && !validCaseId(c.id))
            return Error{Error::Code::BadValue, c.id, "the id of a case has letters, digits, - and _ alone, 64 at most"};
        auto transaction = Transaction::begin(m_db);
        if (!transaction)
            return transaction.error();
        Stored stored{c, 0};
        if (basedOn == 0) {
            auto insert = m_db.prepare("INSERT INTO case_file(id, revision, body, changed) VALUES (?1, 1, ?2, ?3) ON CONFLICT DO NOTHING RETURNING revision");
            if (!insert)
                return insert.error();
            for (int tries = 0; tries < 20 && stored.revision == 0; ++tries) {
                if (c.id.empty())
                    stored.value.id = freshCaseId();
                insert->reset();
                insert->bind(1, stored.value.id).bind(2, toJson(stored.value)).bind(3, now());
                auto row = insert->step();
                if (!row)
                    return row.error();
                if (*row)
                    stored.revision = insert->number(0);
                else if (!c.id.empty())
                    return Error{Error::Code::StaleRevision, c.id, {}};
            }
            insert->reset();
            if (stored.revision == 0)
                return Error{Error::Code::CannotWrite, "cases.db", "no free id was found"};
        } else {
            auto update = m_db.prepare("UPDATE case_file SET body = ?2, changed = ?4, revision = revision + 1 WHERE id = ?1 AND revision = CAST(?3 AS INTEGER) RETURNING revision");
            if (!update)
                return update.error();
            update->bind(1, c.id).bind(2, toJson(c)).bind(3, basedOn).bind(4, now());
            auto row = update->step();
            if (!row)
                return row.error();
            if (!*row) {
                const auto found = exists(c.id);
                if (!found)
                    return found.error();
                return *found ? Error{Error::Code::StaleRevision, c.id, {}} : noSuchCase(c.id);
            }
            stored.revision = update->number(0);
            update->reset();
        }
        if (auto done = derive(stored.value, summary); !done)
            return done.error();
        if (auto done = transaction->commit(); !done)
            return done.error();
        return stored;
    }

    Result<Done> trash(const Id& id) override { return mark(id, true); }
    Result<Done> restore(const Id& id) override { return mark(id, false); }

    Result<Done> forget(const Id& id) override
    {
        auto there = exists(id);
        if (!there)
            return there.error();
        if (!*there || !validCaseId(id))
            return noSuchCase(id);
        // the row goes last: whatever fails before can be tried again
        std::error_code error;
        std::filesystem::remove_all(std::filesystem::u8path(m_dataDir + "/files/" + id), error);
        if (error)
            return Error{Error::Code::CannotWrite, "files/" + id, error.message()};
        if (auto done = forgetInCopies(m_db.path(), id); !done)
            return done;
        auto remove = m_db.prepare("DELETE FROM case_file WHERE id = ?1"); // and with it all that is worked out from it
        if (!remove)
            return remove.error();
        remove->bind(1, id);
        if (auto done = remove->run(); !done)
            return done;
        // no trace: secure_delete overwrites the pages, the log is emptied
        if (auto done = m_db.execute("VACUUM"); !done)
            return done;
        return m_db.truncateLog();
    }

    Result<std::vector<Profile>> profiles() override
    {
        auto statement = m_db.prepare("SELECT n.name, p.fact, p.value FROM profile_name n LEFT JOIN profile p ON p.name = n.name ORDER BY n.name, p.fact");
        if (!statement)
            return statement.error();
        std::vector<Profile> out;
        auto done = statement->each([&] {
            if (out.empty() || out.back().name != statement->view(0))
                out.push_back({statement->text(0), {}});
            if (!statement->null(1))
                out.back().facts[statement->text(1)] = statement->text(2);
        });
        if (!done)
            return done.error();
        return out;
    }

    Result<Done> saveProfile(const Profile& profile) override
    {
        auto transaction = Transaction::begin(m_db);
        if (!transaction)
            return transaction.error();
        if (auto done = removeProfileRows(profile.name); !done)
            return done;
        auto name = m_db.prepare("INSERT INTO profile_name(name) VALUES (?1)");
        if (!name)
            return name.error();
        name->bind(1, profile.name);
        if (auto done = name->run(); !done)
            return done;
        auto insert = m_db.prepare("INSERT INTO profile(name, fact, value) VALUES (?1, ?2, ?3)");
        if (!insert)
            return insert.error();
        for (const auto& [fact, value] : profile.facts) {
            insert->reset();
            insert->bind(1, profile.name).bind(2, fact).bind(3, value);
            if (auto done = insert->run(); !done)
                return done;
        }
        return transaction->commit();
    }

    Result<Done> removeProfile(const std::string& name) override
    {
        auto transaction = Transaction::begin(m_db);
        if (!transaction)
            return transaction.error();
        if (auto done = removeProfileRows(name); !done)
            return done;
        return transaction->commit();
    }

    Result<std::vector<Identity>> identities(const Id& exceptCase, const std::string& exceptProfile) override
    {
        // what the case itself or its profile holds is not foreign, wherever else it stands
        auto statement = m_db.prepare("SELECT kind, value, case_id FROM identity WHERE case_id <> ?1 AND NOT EXISTS (SELECT 1 FROM identity own WHERE own.case_id = ?1 AND own.kind = identity.kind AND own.value = identity.value)"
                                      " AND NOT EXISTS (SELECT 1 FROM profile WHERE name = ?2 AND fact = identity.kind AND value = identity.value)"
                                      " UNION ALL SELECT fact, value, 'profile:' || name FROM profile WHERE name <> ?2 AND fact IN ('store_name','legal_entity','seller_id','contact_name','contact_phone','contact_email')"
                                      " AND NOT EXISTS (SELECT 1 FROM identity own WHERE own.case_id = ?1 AND own.kind = profile.fact AND own.value = profile.value)");
        if (!statement)
            return statement.error();
        statement->bind(1, exceptCase).bind(2, exceptProfile);
        std::vector<Identity> out;
        auto done = statement->each([&] { out.push_back({statement->text(0), statement->text(1), statement->text(2)}); });
        if (!done)
            return done.error();
        return out;
    }

    Result<std::vector<std::uint64_t>> knownFingerprints(const std::vector<std::uint64_t>& hashes, const Id& exceptCase) override
    {
        auto statement = m_db.prepare("SELECT 1 FROM fingerprint WHERE hash = ?1 AND case_id <> ?2 LIMIT 1");
        if (!statement)
            return statement.error();
        std::vector<std::uint64_t> out;
        for (const auto hash : hashes) {
            statement->reset();
            statement->bind(1, std::int64_t(hash)).bind(2, exceptCase);
            auto row = statement->step();
            if (!row)
                return row.error();
            if (*row)
                out.push_back(hash);
        }
        return out;
    }

    Result<std::map<std::string, int>> usedClauses(const std::string& profile, const std::string& store, const Id& exceptCase) override
    {
        std::map<std::string, int> out;
        auto statement = m_db.prepare("SELECT json_extract(p.value, '$.clause') AS clause, count(*) FROM case_file f JOIN case_list l ON l.case_id = f.id, json_each(f.body, '$.letters') w, json_each(w.value, '$.picks') p"
                                      " WHERE f.id <> ?3 AND f.trashed_at IS NULL AND iif(?1 <> '', json_extract(f.body, '$.profile') = ?1, ?2 <> '' AND l.store = ?2) AND clause <> '' GROUP BY clause");
        if (!statement)
            return statement.error();
        statement->bind(1, profile).bind(2, store).bind(3, exceptCase);
        auto done = statement->each([&] { out.emplace(statement->text(0), int(statement->number(1))); });
        if (!done)
            return done.error();
        return out;
    }

    Result<Done> addFingerprints(const Id& id, const Id& letter, const std::vector<std::uint64_t>& hashes) override
    {
        auto transaction = Transaction::begin(m_db);
        if (!transaction)
            return transaction.error();
        const auto there = exists(id);
        if (!there)
            return there.error();
        if (!*there)
            return noSuchCase(id);
        auto statement = m_db.prepare("INSERT INTO fingerprint(hash, case_id, letter) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");
        if (!statement)
            return statement.error();
        for (const auto hash : hashes) {
            statement->reset();
            statement->bind(1, std::int64_t(hash)).bind(2, id).bind(3, letter);
            if (auto done = statement->run(); !done)
                return done;
        }
        return transaction->commit();
    }

private:
    Result<Done> mark(const Id& id, bool trashed)
    {
        auto statement = m_db.prepare("UPDATE case_file SET trashed_at = CASE WHEN ?2 THEN ?3 END WHERE id = ?1");
        if (!statement)
            return statement.error();
        statement->bind(1, id).bind(2, trashed ? 1 : 0).bind(3, now());
        if (auto done = statement->run(); !done)
            return done;
        if (m_db.changes() == 0)
            return noSuchCase(id);
        return Done{};
    }

    Result<bool> exists(const Id& id)
    {
        auto statement = m_db.prepare("SELECT 1 FROM case_file WHERE id = ?1");
        if (!statement)
            return statement.error();
        statement->bind(1, id);
        return statement->step();
    }

    Result<Done> removeProfileRows(const std::string& name)
    {
        for (const char* sql : {"DELETE FROM profile WHERE name = ?1", "DELETE FROM profile_name WHERE name = ?1"}) {
            auto statement = m_db.prepare(sql);
            if (!statement)
                return statement.error();
            statement->bind(1, name);
            if (auto done = statement->run(); !done)
                return done;
        }
        return Done{};
    }

    /// Rewrites what is worked out from a case.
    Result<Done> derive(const appeal::Case& c, const Summary& s)
    {
        auto list = m_db.prepare("INSERT OR REPLACE INTO case_list(case_id, title, store, marketplace, state, next, causes, tags, due, attempts_left, closed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
        if (!list)
            return list.error();
        list->bind(1, c.id).bind(2, s.title).bind(3, s.store).bind(4, s.marketplace).bind(5, s.state).bind(6, s.next).bind(7, joined(s.causes)).bind(8, joined(s.tags)).bind(11, s.closed ? 1 : 0);
        if (s.due)
            list->bind(9, appeal::isoDate(*s.due));
        else
            list->bindNull(9);
        if (s.attemptsLeft)
            list->bind(10, *s.attemptsLeft);
        else
            list->bindNull(10);
        if (auto done = list->run(); !done)
            return done;
        auto clear = m_db.prepare("DELETE FROM identity WHERE case_id = ?1");
        if (!clear)
            return clear.error();
        clear->bind(1, c.id);
        if (auto done = clear->run(); !done)
            return done;
        auto insert = m_db.prepare("INSERT INTO identity(kind, value, case_id) VALUES (?1, ?2, ?3) ");
        if (!insert)
            return insert.error();
        for (const auto& [kind, value] : identitiesOf(c)) {
            insert->reset();
            insert->bind(1, kind).bind(2, value).bind(3, c.id);
            if (auto done = insert->run(); !done)
                return done;
        }
        return Done{};
    }

    Database m_db;
    std::string m_dataDir;
};

} // namespace

Result<std::unique_ptr<CaseStore>> openCases(const std::string& dataDir, appeal::Date today)
{
    if (auto folder = makeFolder(dataDir); !folder)
        return folder.error();
    auto db = Database::open(dataDir + "/cases.db", {kCasesApplication, kCasesVersion, 5000, true});
    if (!db)
        return db.error();
    if (auto done = migrate(*db, kSteps); !done)
        return done.error();
    // a copy that cannot be made (a full disk) must not keep anybody from the cases
    (void)dailyCopy(*db, today);
    return std::unique_ptr<CaseStore>(std::make_unique<Store>(std::move(*db), dataDir));
}

} // namespace storage
