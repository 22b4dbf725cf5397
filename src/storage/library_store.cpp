#include "storage/library_store.h"

#include "storage/library_rows.h"
#include "storage/library_search.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace storage {

namespace {

using appeal::Done;
using appeal::Error;
using appeal::Result;
using library::Clause;
using library::Clauses;

constexpr std::int32_t kApplicationId = 0x43776c69; // "Cwli"

class Store final : public LibraryStore
{
public:
    explicit Store(Database db) : m_db(std::move(db)), m_search(m_db) {}

    Result<Done> bringUp(std::string_view digest, const std::function<Result<Clauses>()>& shipped)
    {
        auto known = m_db.single("SELECT value FROM meta WHERE key = 'shipped_digest'");
        if (!known)
            return known.error();
        if (*known == digest)
            return Done{};
        auto clauses = shipped();
        if (!clauses)
            return clauses.error();
        auto transaction = Transaction::begin(m_db);
        if (!transaction)
            return transaction.error();
        if (auto done = m_db.execute("DELETE FROM shipped;"); !done)
            return done;
        if (auto done = dropAllWords(m_db); !done)
            return done;
        // equal finds are told in the order of their rows
        std::sort(clauses->begin(), clauses->end(), [](const Clause& a, const Clause& b) { return a.id < b.id; });
        auto insert = m_db.prepare("INSERT INTO shipped(id, section, causes, routes, marketplaces, hash, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        auto renamed = m_db.prepare("UPDATE user_clause SET id = ?1 WHERE id = ?2 AND NOT EXISTS (SELECT 1 FROM user_clause WHERE id = ?1)");
        if (!insert || !renamed)
            return insert ? renamed.error() : insert.error();
        for (const auto& clause : *clauses) {
            insert->bind(1, clause.id).bind(2, clause.section).bind(3, padded(clause.causes)).bind(4, padded(clause.routes)).bind(5, padded(clause.marketplaces)).bind(6, clause.hash)
                .bind(7, library::toJson(clause));
            if (auto done = insert->run(); !done)
                return done;
            if (auto done = putWords(m_db, clause, false); !done)
                return done;
            for (const auto& old : clause.replaces) { // the user's edit goes along with the new name
                renamed->bind(1, clause.id).bind(2, old);
                if (auto done = renamed->run(); !done)
                    return done;
            }
        }
        if (auto done = putUserWords(); !done)
            return done;
        if (auto done = settleWords(m_db); !done)
            return done;
        auto meta = m_db.prepare("INSERT INTO meta(key, value) VALUES ('shipped_digest', ?1) ON CONFLICT(key) DO UPDATE SET value = excluded.value");
        if (!meta)
            return meta.error();
        meta->bind(1, digest);
        if (auto done = meta->run(); !done)
            return done;
        return transaction->commit();
    }

    Result<Done> copyOfDay(appeal::Date today)
    {
        const auto mine = m_db.single("SELECT EXISTS(SELECT 1 FROM user_clause) OR EXISTS(SELECT 1 FROM user_piece) OR EXISTS(SELECT 1 FROM user_override) OR EXISTS(SELECT 1 FROM favourite)");
        if (!mine)
            return mine.error();
        return *mine == "1" ? dailyCopy(m_db, today) : Result<Done>(Done{});
    }

    Result<Clauses> select(const library::Fit& fit) override
    {
        // the database narrows by cause; the rest of the fit is the library's own rule
        std::string where = "causes = ''";
        int place = 0;
        for (std::size_t i = 0; i < fit.causesAndRoutes.size(); ++i)
            where += " OR instr(causes, ?" + std::to_string(++place) + ")";
        for (std::size_t i = 0; i < fit.also.size(); ++i)
            where += " OR id = ?" + std::to_string(++place);
        const auto fill = [&](Statement& statement) {
            int at = 0;
            for (const auto& [cause, route] : fit.causesAndRoutes)
                statement.bind(++at, " " + cause + " ");
            for (const auto& id : fit.also)
                statement.bind(++at, id);
        };
        // a letter that has a hidden clause goes on saying what it says
        auto merged = mergedWhere(where, fill, true);
        if (!merged)
            return merged.error();
        std::erase_if(merged->clauses, [&](const Clause& clause) {
            return !library::fits(clause, fit) || (clause.origin == library::Origin::Hidden && std::find(fit.also.begin(), fit.also.end(), clause.id) == fit.also.end());
        });
        return std::move(merged->clauses);
    }

    Result<Clauses> all() override
    {
        auto merged = mergedWhere("1", [](Statement&) {});
        if (!merged)
            return merged.error();
        return std::move(merged->clauses);
    }

    Result<std::vector<Hit>> search(std::string_view words, int limit, const std::atomic<bool>* stop) override { return m_search.find(words, limit, stop); }

    Result<Clauses> clauses(const std::vector<std::string>& ids) override
    {
        if (ids.empty())
            return Clauses{};
        const auto list = nlohmann::json(ids).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        auto merged = mergedWhere("id IN (SELECT value FROM json_each(?1))", [&](Statement& s) { s.bind(1, list); });
        if (!merged)
            return merged.error();
        return std::move(merged->clauses);
    }

    Result<Done> saveUser(const Clause& clause) override
    {
        auto transaction = Transaction::begin(m_db);
        if (!transaction)
            return transaction.error();
        if (auto done = putUser(clause); !done)
            return done;
        return transaction->commit();
    }

    Result<Done> removeUser(const std::string& id) override
    {
        auto transaction = Transaction::begin(m_db);
        if (!transaction)
            return transaction.error();
        if (auto done = run("DELETE FROM user_clause WHERE id = ?1", {id}); !done)
            return done;
        if (auto done = dropWords(m_db, id, true); !done)
            return done;
        return transaction->commit();
    }

    Result<Done> hide(const std::string& id, bool hidden) override
    {
        auto transaction = Transaction::begin(m_db);
        if (!transaction)
            return transaction.error();
        if (hidden) {
            // the words of an edit stay in its row, and in clause_words, which tells it from one that only hides
            auto done = run("INSERT INTO user_clause(id, section, causes, routes, marketplaces, base, origin, body) SELECT id, section, causes, routes, marketplaces, hash, 'hidden', body FROM shipped"
                            " WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM user_clause WHERE id = ?1)", {id});
            int changed = done ? m_db.changes() : 0;
            if (done && changed == 0) {
                done = run("UPDATE user_clause SET origin = 'hidden' WHERE id = ?1", {id});
                changed = done ? m_db.changes() : 0;
            }
            if (!done)
                return done;
            if (changed == 0)
                return Error{Error::Code::NotFound, id, "no such clause"};
            return transaction->commit();
        }
        if (auto done = run("DELETE FROM user_clause WHERE id = ?1 AND origin = 'hidden' AND NOT EXISTS (SELECT 1 FROM clause_words WHERE id = ?1 AND user = 1)", {id}); !done)
            return done;
        if (auto done = run("UPDATE user_clause SET origin = iif(base = '', 'own', 'edited') WHERE id = ?1 AND origin = 'hidden'", {id}); !done)
            return done;
        return transaction->commit();
    }

    Result<Clauses> hidden() override
    {
        auto statement = m_db.prepare("SELECT id, body, base, origin FROM user_clause WHERE origin = 'hidden' ORDER BY id");
        if (!statement)
            return statement.error();
        return readClauses(*statement, true);
    }

    Result<std::vector<std::string>> favourites() override
    {
        return m_db.texts("SELECT id FROM favourite ORDER BY id");
    }

    Result<Done> setFavourite(const std::string& id, bool favourite) override
    {
        return run(favourite ? "INSERT INTO favourite(id) VALUES (?1) ON CONFLICT DO NOTHING" : "DELETE FROM favourite WHERE id = ?1", {id});
    }

    Result<std::vector<std::string>> drifted() override
    {
        auto merged = mergedWhere("id IN (SELECT u.id FROM user_clause u JOIN shipped s ON s.id = u.id WHERE u.base <> s.hash)", [](Statement&) {});
        if (!merged)
            return merged.error();
        return std::move(merged->drifted);
    }

    Result<Clause> shipped(const std::string& id) override
    {
        auto statement = m_db.prepare("SELECT id, body, hash FROM shipped WHERE id = ?1");
        if (!statement)
            return statement.error();
        statement->bind(1, id);
        auto clauses = readClauses(*statement, false);
        if (!clauses)
            return clauses.error();
        if (clauses->empty())
            return Error{Error::Code::NotFound, id, "no such clause"};
        return std::move(clauses->front());
    }

    Result<int> importPack(const library::Pack& pack, std::string_view json) override
    {
        auto transaction = Transaction::begin(m_db);
        if (!transaction)
            return transaction.error();
        for (const auto& clause : pack.clauses)
            if (auto done = putUser(clause); !done)
                return done.error();
        auto rest = piecesWithout(pack);
        if (!rest)
            return rest.error();
        const auto text = withoutClauses(json);
        if (!text.empty())
            if (auto done = run("INSERT INTO user_piece(body) VALUES (?1)", {text}); !done)
                return done.error();
        if (auto done = transaction->commit(); !done)
            return done.error();
        return int(pack.clauses.size());
    }

    Result<std::string> exportPack() override
    {
        auto statement = m_db.prepare("SELECT id, body, base, origin FROM user_clause WHERE origin <> 'hidden' ORDER BY id");
        if (!statement)
            return statement.error();
        auto clauses = readClauses(*statement, true);
        if (!clauses)
            return clauses.error();
        const auto pieces = userPieces();
        if (!pieces)
            return pieces.error();
        if (pieces->empty())
            return library::packJson(*clauses);
        auto out = nlohmann::ordered_json::parse(library::packJson(*clauses), nullptr, false);
        for (const auto& piece : *pieces) {
            const auto more = nlohmann::ordered_json::parse(piece, nullptr, false);
            for (const auto& [array, entries] : more.items())
                if (entries.is_array())
                    for (const auto& entry : entries)
                        out[array].push_back(entry);
        }
        return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    }

    Result<std::vector<std::string>> userPieces() override
    {
        return m_db.texts("SELECT body FROM user_piece ORDER BY id");
    }

    Result<Done> override_(const std::string& kind, const std::string& id, const std::string& path, const std::string& value, const std::string& base) override
    {
        return run("INSERT INTO user_override(kind, id, path, value, base) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT(kind, id, path) DO UPDATE SET value = excluded.value, base = excluded.base",
            {kind, id, path, value, base});
    }

    Result<Done> removeOverride(const std::string& kind, const std::string& id, const std::string& path) override
    {
        return run("DELETE FROM user_override WHERE kind = ?1 AND id = ?2 AND path = ?3", {kind, id, path});
    }

    Result<std::vector<library::Override>> overrides() override
    {
        std::vector<library::Override> out;
        auto statement = m_db.prepare("SELECT kind, id, path, value, base FROM user_override ORDER BY kind, id, path");
        if (!statement)
            return statement.error();
        auto done = statement->each([&] { out.push_back({statement->text(0), statement->text(1), statement->text(2), statement->text(3), statement->text(4)}); });
        if (!done)
            return done.error();
        return out;
    }

private:
    Result<Done> run(std::string_view sql, const std::vector<std::string_view>& values)
    {
        auto statement = m_db.prepare(sql);
        if (!statement)
            return statement.error();
        for (std::size_t i = 0; i < values.size(); ++i)
            statement->bind(int(i + 1), values[i]);
        return statement->run();
    }

    Result<Done> putUser(const Clause& clause)
    {
        auto base = m_db.prepare("SELECT hash FROM shipped WHERE id = ?1");
        if (!base)
            return base.error();
        base->bind(1, clause.id);
        const auto there = base->step();
        if (!there)
            return there.error();
        const auto hash = *there ? base->text(0) : std::string{};
        base->reset();
        const auto causes = padded(clause.causes), routes = padded(clause.routes), marketplaces = padded(clause.marketplaces), body = library::toJson(clause);
        if (auto done = run("INSERT INTO user_clause(id, section, causes, routes, marketplaces, base, origin, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, iif(?6 = '', 'own', 'edited'), ?7) ON CONFLICT(id) DO UPDATE SET"
                            " section = excluded.section, causes = excluded.causes, routes = excluded.routes, marketplaces = excluded.marketplaces, base = excluded.base, origin = excluded.origin, body = excluded.body",
                {clause.id, clause.section, causes, routes, marketplaces, hash, body});
            !done)
            return done;
        return putWords(m_db, clause, true);
    }

    /// The words of all that the user wrote. A row that only hides has none.
    Result<Done> putUserWords()
    {
        auto theirs = m_db.prepare("SELECT u.id, u.body, u.base, u.origin FROM user_clause u");
        if (!theirs)
            return theirs.error();
        const auto clauses = readClauses(*theirs, true);
        if (!clauses)
            return clauses.error();
        for (const auto& clause : *clauses)
            if (clause.origin != library::Origin::Hidden || library::hashOf(clause) != clause.hash)
                if (auto done = putWords(m_db, clause, true); !done)
                    return done;
        return Done{};
    }

    /// Removes the earlier pieces that share an id with @p pack: it replaces them.
    Result<Done> piecesWithout(const library::Pack& pack)
    {
        std::vector<std::pair<std::int64_t, std::string>> pieces;
        {
            auto statement = m_db.prepare("SELECT id, body FROM user_piece");
            if (!statement)
                return statement.error();
            for (;;) {
                auto row = statement->step();
                if (!row)
                    return row.error();
                if (!*row)
                    break;
                pieces.emplace_back(statement->number(0), statement->text(1));
            }
        }
        for (const auto& [id, body] : pieces) {
            const auto old = library::parsePack(body, "library.db");
            const bool shared = old && std::any_of(old->places.begin(), old->places.end(), [&](const auto& place) { return pack.places.count(place.first) != 0; });
            if (shared)
                if (auto done = run("DELETE FROM user_piece WHERE id = ?1", {std::to_string(id)}); !done)
                    return done;
        }
        return Done{};
    }

    /// What a pack holds beside clauses; "" for nothing.
    static std::string withoutClauses(std::string_view json)
    {
        auto all = nlohmann::ordered_json::parse(json, nullptr, false);
        if (!all.is_object())
            return {};
        all.erase("clauses");
        return all.size() <= 1 ? std::string() : all.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    }

    template <typename Fill>
    Result<library::Merged> mergedWhere(const std::string& where, Fill fill, bool withHidden = false)
    {
        // a clause of which only one side fits is wanted from both: the user may have moved an edited one to other causes
        auto ours = m_db.prepare("SELECT id, body, hash FROM shipped WHERE (" + where + ") OR id IN (SELECT id FROM user_clause WHERE " + where + ") ORDER BY id");
        if (!ours)
            return ours.error();
        fill(*ours);
        auto shipped = readClauses(*ours, false);
        if (!shipped)
            return shipped.error();
        auto theirs = m_db.prepare("SELECT id, body, base, origin FROM user_clause WHERE (" + where + ") OR id IN (SELECT id FROM shipped WHERE " + where + ") ORDER BY id");
        if (!theirs)
            return theirs.error();
        fill(*theirs);
        auto user = readClauses(*theirs, true);
        if (!user)
            return user.error();
        return library::merge(*shipped, *user, withHidden);
    }

    Database m_db;
    LibrarySearch m_search; ///< behind the connection that its statements belong to
};

} // namespace

Result<std::unique_ptr<LibraryStore>> openLibrary(const std::string& dataDir, std::string_view digest, const std::function<Result<Clauses>()>& shipped, std::optional<appeal::Date> today)
{
    if (auto folder = makeFolder(dataDir); !folder)
        return folder.error();
    auto db = Database::open(dataDir + "/library.db", {kApplicationId, int(librarySteps().size()), 5000, false});
    if (!db)
        return db.error();
    if (auto done = migrate(*db, librarySteps()); !done)
        return done.error();
    auto store = std::make_unique<Store>(std::move(*db));
    if (auto done = store->bringUp(digest, shipped); !done)
        return done.error();
    if (today) // a full disk keeps nobody from reading
        if (auto copied = store->copyOfDay(*today); !copied && copied.error().code == Error::Code::StoreDamaged)
            return copied.error();
    return std::unique_ptr<LibraryStore>(std::move(store));
}

} // namespace storage
