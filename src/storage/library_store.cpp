#include "storage/library_store.h"

#include "storage/database.h"
#include "text/decode.h"

#include <algorithm>
#include <array>
#include <map>

namespace storage {

namespace {

using appeal::Done;
using appeal::Result;
using library::Clause;
using library::Clauses;

// One row is a clause in one language, variant and form; `body` of variant 0 holds the rest of the clause as JSON, so that a member that is
// added to the format needs no column.
constexpr std::array<std::string_view, 1> kSteps{
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;"
    "CREATE TABLE shipped(id TEXT PRIMARY KEY, section TEXT NOT NULL, causes TEXT NOT NULL, routes TEXT NOT NULL, marketplaces TEXT NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL) STRICT;"
    "CREATE TABLE user_clause(id TEXT PRIMARY KEY, section TEXT NOT NULL, causes TEXT NOT NULL, routes TEXT NOT NULL, marketplaces TEXT NOT NULL, base TEXT NOT NULL,"
    " origin TEXT NOT NULL CHECK(origin IN ('edited','own','hidden')), body TEXT NOT NULL) STRICT;"
    "CREATE TABLE user_piece(id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;"
    "CREATE TABLE user_override(kind TEXT NOT NULL, id TEXT NOT NULL, path TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(kind, id, path)) STRICT;"
    "CREATE TABLE clause_words(id TEXT NOT NULL, user INTEGER NOT NULL, words TEXT NOT NULL, PRIMARY KEY(id, user)) STRICT;"
    "CREATE VIRTUAL TABLE clause_text USING fts5(words, content='clause_words', content_rowid='rowid', tokenize='trigram');"
    "CREATE TRIGGER words_in AFTER INSERT ON clause_words BEGIN INSERT INTO clause_text(rowid, words) VALUES (new.rowid, new.words); END;"
    "CREATE TRIGGER words_out AFTER DELETE ON clause_words BEGIN INSERT INTO clause_text(clause_text, rowid, words) VALUES ('delete', old.rowid, old.words); END;",
};
constexpr std::int32_t kApplicationId = 0x43776c69; // "Cwli"

/// " a b ": each id between blanks, so that one `instr` finds it.
std::string padded(const std::vector<std::string>& list)
{
    std::string out;
    for (const auto& item : list)
        out += " " + item;
    return out.empty() ? out : out + " ";
}

/// Everything of a clause that a person may search for, both languages.
std::string wordsOf(const Clause& clause)
{
    std::string out = clause.id + "\n" + clause.section + "\n";
    for (const auto& [language, name] : clause.name)
        out += name + "\n";
    for (const auto& cause : clause.causes)
        out += cause + " ";
    for (const auto& tag : clause.tags)
        out += tag + " ";
    for (const auto& [language, list] : clause.text)
        for (const auto& text : list)
            out += "\n" + text;
    for (const auto& [language, text] : clause.requires_)
        out += "\n" + text;
    return out;
}

/// Lower-case ASCII, for the scan of one and two characters (MATCH folds case itself).
std::string folded(std::string_view text)
{
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z')
            c = char(c | 0x20);
    return out;
}

std::vector<std::string> wordsIn(std::string_view query)
{
    std::vector<std::string> out;
    std::string word;
    for (std::size_t i = 0; i <= query.size(); ++i) {
        const bool wide = query.substr(i, 3) == "　" || query.substr(i, 3) == "，" || query.substr(i, 3) == "、";
        if (i == query.size() || query[i] == ' ' || query[i] == '\n' || query[i] == '\t' || wide) {
            if (!word.empty())
                out.push_back(folded(word));
            word.clear();
            if (wide)
                i += 2;
        } else {
            word += query[i];
        }
    }
    return out;
}

class Store final : public LibraryStore
{
public:
    explicit Store(Database db) : m_db(std::move(db)) {}

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
        if (auto done = m_db.execute("DELETE FROM shipped; DELETE FROM clause_words WHERE user = 0;"); !done)
            return done;
        auto insert = m_db.prepare("INSERT INTO shipped(id, section, causes, routes, marketplaces, hash, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        if (!insert)
            return insert.error();
        for (const auto& clause : *clauses) {
            insert->reset();
            insert->bind(1, clause.id).bind(2, clause.section).bind(3, padded(clause.causes)).bind(4, padded(clause.routes)).bind(5, padded(clause.marketplaces)).bind(6, clause.hash)
                .bind(7, library::toJson(clause));
            if (auto done = insert->run(); !done)
                return done;
            if (auto done = putWords(clause, 0); !done)
                return done;
        }
        auto meta = m_db.prepare("INSERT INTO meta(key, value) VALUES ('shipped_digest', ?1) ON CONFLICT(key) DO UPDATE SET value = excluded.value");
        if (!meta)
            return meta.error();
        meta->bind(1, digest);
        if (auto done = meta->run(); !done)
            return done;
        return transaction->commit();
    }

    Result<Clauses> select(const library::Fit& fit) override
    {
        // the database narrows by cause; the rest of the fit is the library's own rule
        std::string where = "causes = ''";
        for (std::size_t i = 0; i < fit.causesAndRoutes.size(); ++i)
            where += " OR instr(causes, ?" + std::to_string(i + 1) + ")";
        for (std::size_t i = 0; i < fit.also.size(); ++i)
            where += " OR id = ?" + std::to_string(fit.causesAndRoutes.size() + i + 1);
        const auto fill = [&](Statement& statement) {
            for (std::size_t i = 0; i < fit.causesAndRoutes.size(); ++i)
                statement.bind(int(i + 1), " " + fit.causesAndRoutes[i].first + " ");
            for (std::size_t i = 0; i < fit.also.size(); ++i)
                statement.bind(int(fit.causesAndRoutes.size() + i + 1), fit.also[i]);
        };
        auto merged = mergedWhere(where, fill, false);
        if (!merged)
            return merged.error();
        std::erase_if(merged->clauses, [&](const Clause& clause) { return !library::fits(clause, fit); });
        return std::move(merged->clauses);
    }

    Result<Clauses> all() override
    {
        auto merged = mergedWhere("1", [](Statement&) {}, false);
        if (!merged)
            return merged.error();
        return std::move(merged->clauses);
    }

    Result<std::vector<Hit>> search(std::string_view query, int limit) override
    {
        const auto words = wordsIn(query);
        std::vector<Hit> out;
        if (words.empty() || limit <= 0)
            return out;
        // trigrams answer from three characters up; shorter words are looked for in the base table (a LIKE on the index would find nothing)
        std::string match, scan;
        std::vector<std::string> binds;
        for (const auto& word : words) {
            if (text::codePoints(word) >= 3) {
                std::string quoted = "\"";
                for (const char c : word)
                    quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
                match += (match.empty() ? "" : " AND ") + quoted + "\"";
            } else {
                binds.push_back(word);
                scan += " AND instr(lower(w.words), ?" + std::to_string(binds.size() + 2) + ")";
            }
        }
        const auto sql = match.empty() ? "SELECT w.id, 1.0 FROM clause_words w WHERE ?1 = ?1" + scan + " ORDER BY length(w.words) LIMIT ?2"
                                       : "SELECT w.id, -bm25(clause_text) FROM clause_text JOIN clause_words w ON w.rowid = clause_text.rowid WHERE clause_text MATCH ?1" + scan
                + " ORDER BY bm25(clause_text) LIMIT ?2";
        auto statement = m_db.prepare(sql);
        if (!statement)
            return statement.error();
        statement->bind(1, match).bind(2, std::int64_t{limit} * 2);
        for (std::size_t i = 0; i < binds.size(); ++i)
            statement->bind(int(i + 3), binds[i]);
        std::vector<std::pair<std::string, double>> found;
        for (;;) {
            auto row = statement->step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            found.emplace_back(statement->text(0), statement->real(1));
        }
        std::string ids = "[";
        for (const auto& [id, score] : found)
            ids += (ids.size() > 1 ? ",\"" : "\"") + id + "\""; // ids hold no quotes: library check refuses them
        ids += "]";
        auto merged = mergedWhere("id IN (SELECT value FROM json_each(?1))", [&](Statement& s) { s.bind(1, ids); }, false);
        if (!merged)
            return merged.error();
        for (const auto& [id, score] : found) {
            if (int(out.size()) >= limit)
                break;
            const bool seen = std::any_of(out.begin(), out.end(), [&wanted = id](const Hit& hit) { return hit.clause.id == wanted; });
            if (const auto* clause = seen ? nullptr : library::find(merged->clauses, id))
                out.push_back({*clause, score});
        }
        return out;
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
        for (const char* sql : {"DELETE FROM user_clause WHERE id = ?1", "DELETE FROM clause_words WHERE id = ?1 AND user = 1"}) {
            auto statement = m_db.prepare(sql);
            if (!statement)
                return statement.error();
            statement->bind(1, id);
            if (auto done = statement->run(); !done)
                return done;
        }
        return transaction->commit();
    }

    Result<Done> hide(const std::string& id, bool hidden) override
    {
        if (!hidden)
            return removeUser(id);
        auto statement = m_db.prepare("INSERT INTO user_clause(id, section, causes, routes, marketplaces, base, origin, body) SELECT id, section, causes, routes, marketplaces, hash, 'hidden', body FROM shipped"
                                      " WHERE id = ?1 ON CONFLICT(id) DO UPDATE SET origin = 'hidden'");
        if (!statement)
            return statement.error();
        statement->bind(1, id);
        return statement->run();
    }

    Result<std::vector<std::string>> drifted() override
    {
        auto merged = mergedWhere("1", [](Statement&) {}, false);
        if (!merged)
            return merged.error();
        return std::move(merged->drifted);
    }

    Result<int> importPack(const library::Pack& pack, std::string_view json) override
    {
        auto transaction = Transaction::begin(m_db);
        if (!transaction)
            return transaction.error();
        for (const auto& clause : pack.clauses)
            if (auto done = putUser(clause); !done)
                return done.error();
        const bool more = pack.places.size() > pack.clauses.size();
        if (more) {
            auto piece = m_db.prepare("INSERT INTO user_piece(body) VALUES (?1)");
            if (!piece)
                return piece.error();
            piece->bind(1, json);
            if (auto done = piece->run(); !done)
                return done.error();
        }
        if (auto done = transaction->commit(); !done)
            return done.error();
        return int(pack.clauses.size());
    }

    Result<std::string> exportPack() override
    {
        auto statement = m_db.prepare("SELECT body, origin, base FROM user_clause WHERE origin <> 'hidden' ORDER BY id");
        if (!statement)
            return statement.error();
        auto clauses = read(*statement, true);
        if (!clauses)
            return clauses.error();
        return library::packJson(*clauses);
    }

    Result<std::vector<std::string>> userPieces() override
    {
        std::vector<std::string> out;
        auto statement = m_db.prepare("SELECT body FROM user_piece ORDER BY id");
        if (!statement)
            return statement.error();
        for (;;) {
            auto row = statement->step();
            if (!row)
                return row.error();
            if (!*row)
                return out;
            out.push_back(statement->text(0));
        }
    }

    Result<Done> override_(const std::string& kind, const std::string& id, const std::string& path, const std::string& value) override
    {
        auto statement = m_db.prepare("INSERT INTO user_override(kind, id, path, value) VALUES (?1, ?2, ?3, ?4) ON CONFLICT(kind, id, path) DO UPDATE SET value = excluded.value");
        if (!statement)
            return statement.error();
        statement->bind(1, kind).bind(2, id).bind(3, path).bind(4, value);
        return statement->run();
    }

private:
    Result<Done> putWords(const Clause& clause, int user)
    {
        auto out = m_db.prepare("DELETE FROM clause_words WHERE id = ?1 AND user = ?2");
        if (!out)
            return out.error();
        out->bind(1, clause.id).bind(2, user);
        if (auto done = out->run(); !done)
            return done;
        auto in = m_db.prepare("INSERT INTO clause_words(id, user, words) VALUES (?1, ?2, ?3)");
        if (!in)
            return in.error();
        in->bind(1, clause.id).bind(2, user).bind(3, wordsOf(clause));
        return in->run();
    }

    Result<Done> putUser(const Clause& clause)
    {
        auto base = m_db.prepare("SELECT hash FROM shipped WHERE id = ?1");
        if (!base)
            return base.error();
        base->bind(1, clause.id);
        auto there = base->step();
        if (!there)
            return there.error();
        const auto hash = *there ? base->text(0) : std::string{};
        auto statement = m_db.prepare("INSERT INTO user_clause(id, section, causes, routes, marketplaces, base, origin, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(id) DO UPDATE SET"
                                      " section = excluded.section, causes = excluded.causes, routes = excluded.routes, marketplaces = excluded.marketplaces, base = excluded.base, origin = excluded.origin, body = excluded.body");
        if (!statement)
            return statement.error();
        statement->bind(1, clause.id).bind(2, clause.section).bind(3, padded(clause.causes)).bind(4, padded(clause.routes)).bind(5, padded(clause.marketplaces)).bind(6, hash)
            .bind(7, hash.empty() ? "own" : "edited").bind(8, library::toJson(clause));
        if (auto done = statement->run(); !done)
            return done;
        return putWords(clause, 1);
    }

    /// Rows of `body` (and, of the user's, `origin` and `base`).
    static Result<Clauses> read(Statement& statement, bool user)
    {
        Clauses out;
        for (;;) {
            auto row = statement.step();
            if (!row)
                return row.error();
            if (!*row)
                return out;
            auto clause = library::clauseFromJson(statement.view(0), "library.db");
            if (!clause)
                return appeal::Error{appeal::Error::Code::StoreDamaged, "library.db", clause.error().detail};
            if (user) {
                const auto origin = statement.view(1);
                clause->origin = origin == "own" ? library::Origin::Own : origin == "hidden" ? library::Origin::Hidden : library::Origin::Edited;
                clause->hash = statement.text(2);
            }
            out.push_back(std::move(*clause));
        }
    }

    template <typename Fill>
    Result<library::Merged> mergedWhere(const std::string& where, Fill fill, bool withHidden)
    {
        auto ours = m_db.prepare("SELECT body FROM shipped WHERE " + where + " ORDER BY id");
        if (!ours)
            return ours.error();
        fill(*ours);
        auto shipped = read(*ours, false);
        if (!shipped)
            return shipped.error();
        // every row of the user's is looked at: one may hide or edit a clause whose causes it changed
        auto theirs = m_db.prepare("SELECT body, origin, base FROM user_clause WHERE (" + where + ") OR id IN (SELECT id FROM shipped WHERE " + where + ") ORDER BY id");
        if (!theirs)
            return theirs.error();
        fill(*theirs);
        auto user = read(*theirs, true);
        if (!user)
            return user.error();
        return library::merge(*shipped, *user, withHidden);
    }

    Database m_db;
};

} // namespace

Result<std::unique_ptr<LibraryStore>> openLibrary(const std::string& dataDir, std::string_view digest, const std::function<Result<Clauses>()>& shipped)
{
    if (auto folder = makeFolder(dataDir); !folder)
        return folder.error();
    auto db = Database::open(dataDir + "/library.db", {kApplicationId, int(kSteps.size()), 5000, false});
    if (!db)
        return db.error();
    if (auto done = migrate(*db, kSteps); !done)
        return done.error();
    auto store = std::make_unique<Store>(std::move(*db));
    if (auto done = store->bringUp(digest, shipped); !done)
        return done.error();
    return std::unique_ptr<LibraryStore>(std::move(store));
}

} // namespace storage
