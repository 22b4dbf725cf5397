#include "storage/library_rows.h"

#include "library/readings.h"
#include "storage/library_search.h"

#include <array>

namespace storage {

using appeal::Done;
using appeal::Result;
using library::Clause;
using library::Clauses;

namespace {

// A clause is one row: `body` holds it as JSON, so that a member that is added to the format needs no column; the columns beside it are what
// is selected by. Search has tables of its own: trigrams for a word of three characters and more, grams for a shorter one.
constexpr std::array<std::string_view, 4> kSteps{
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
    // 2: name and tags apart from the text, so that they count more; a correction knows what it was said of. The words are filled anew.
    "DROP TRIGGER words_in; DROP TRIGGER words_out; DROP TABLE clause_text; DROP TABLE clause_words;"
    "CREATE TABLE clause_words(number INTEGER PRIMARY KEY, id TEXT NOT NULL, user INTEGER NOT NULL, name TEXT NOT NULL, tags TEXT NOT NULL, body TEXT NOT NULL, UNIQUE(id, user)) STRICT;"
    "CREATE VIRTUAL TABLE clause_text USING fts5(name, tags, body, content='clause_words', content_rowid='number', tokenize='trigram');"
    "CREATE TRIGGER words_in AFTER INSERT ON clause_words BEGIN INSERT INTO clause_text(rowid, name, tags, body) VALUES (new.number, new.name, new.tags, new.body); END;"
    "CREATE TRIGGER words_out AFTER DELETE ON clause_words BEGIN INSERT INTO clause_text(clause_text, rowid, name, tags, body) VALUES ('delete', old.number, old.name, old.tags, old.body); END;"
    "ALTER TABLE user_override ADD COLUMN base TEXT NOT NULL DEFAULT '';"
    "DELETE FROM meta WHERE key = 'shipped_digest';",
    // 3: how the Chinese is read, of the name and of the rest; favourites. The words are filled anew.
    "DROP TRIGGER words_in; DROP TRIGGER words_out; DROP TABLE clause_text; DROP TABLE clause_words;"
    "CREATE TABLE clause_words(number INTEGER PRIMARY KEY, id TEXT NOT NULL, user INTEGER NOT NULL, name TEXT NOT NULL, tags TEXT NOT NULL, body TEXT NOT NULL,"
    " named TEXT NOT NULL, read TEXT NOT NULL, UNIQUE(id, user)) STRICT;"
    "CREATE VIRTUAL TABLE clause_text USING fts5(name, tags, body, named, read, content='clause_words', content_rowid='number', tokenize='trigram');"
    "CREATE TRIGGER words_in AFTER INSERT ON clause_words BEGIN INSERT INTO clause_text(rowid, name, tags, body, named, read)"
    " VALUES (new.number, new.name, new.tags, new.body, new.named, new.read); END;"
    "CREATE TRIGGER words_out AFTER DELETE ON clause_words BEGIN INSERT INTO clause_text(clause_text, rowid, name, tags, body, named, read)"
    " VALUES ('delete', old.number, old.name, old.tags, old.body, old.named, old.read); END;"
    "CREATE TABLE favourite(id TEXT PRIMARY KEY) STRICT;"
    "DELETE FROM meta WHERE key = 'shipped_digest';",
    // 4: words of one or two characters are asked of an index as well (library_search.h). The words are filled anew.
    "CREATE VIRTUAL TABLE clause_grams USING fts5(grams, content='', detail=none, columnsize=0, tokenize='ascii');"
    "DELETE FROM clause_words;"
    "DELETE FROM meta WHERE key = 'shipped_digest';",
};

} // namespace

std::span<const std::string_view> librarySteps() { return kSteps; }

std::string padded(const std::vector<std::string>& list)
{
    std::string out;
    for (const auto& item : list)
        out += " " + item;
    return out.empty() ? out : out + " ";
}

std::string folded(std::string_view text)
{
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z')
            c = char(c | 0x20);
    return out;
}

Result<Clauses> readClauses(Statement& statement, bool user)
{
    Clauses out;
    for (;;) {
        auto row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return out;
        auto clause = library::clauseFromJson(statement.view(1), "library.db");
        if (!clause)
            return appeal::Error{appeal::Error::Code::StoreDamaged, "library.db", clause.error().detail};
        clause->id = statement.text(0);
        clause->hash = statement.text(2);
        if (user) {
            const auto origin = statement.view(3);
            clause->origin = origin == "own" ? library::Origin::Own : origin == "hidden" ? library::Origin::Hidden : library::Origin::Edited;
        }
        out.push_back(std::move(*clause));
    }
}

Result<Done> putWords(Database& db, const Clause& clause, bool user)
{
    if (auto done = dropWords(db, clause.id, user); !done)
        return done;
    std::string name, tags, body;
    for (const auto& [language, text] : clause.name)
        name += text + "\n";
    tags = clause.id + "\n" + clause.section + padded(clause.causes) + "\n";
    for (const auto& tag : clause.tags)
        tags += tag + "\n";
    for (const auto& [language, list] : clause.text)
        for (const auto& text : list)
            body += text + "\n";
    for (const auto& [language, text] : clause.shortText)
        body += text + "\n";
    for (const auto& [language, text] : clause.requires_)
        body += text + "\n";
    const auto& readings = library::builtinReadings();
    auto in = db.prepare("INSERT INTO clause_words(id, user, name, tags, body, named, read) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!in)
        return in.error();
    const auto named = readings.letters(name + tags), read = readings.letters(body);
    name = folded(name);
    tags = folded(tags);
    body = folded(body);
    in->bind(1, clause.id).bind(2, int(user)).bind(3, name).bind(4, tags).bind(5, body).bind(6, named).bind(7, read);
    if (auto done = in->run(); !done)
        return done;
    auto grams = db.prepare("INSERT INTO clause_grams(rowid, grams) VALUES (?1, ?2)");
    if (!grams)
        return grams.error();
    grams->bind(1, gramRow(body, db.lastRowId())).bind(2, gramsOf(name, tags, body, named));
    return grams->run();
}

Result<Done> dropWords(Database& db, std::string_view id, bool user)
{
    auto there = db.prepare("SELECT number, name, tags, body, named FROM clause_words WHERE id = ?1 AND user = ?2");
    if (!there)
        return there.error();
    there->bind(1, id).bind(2, int(user));
    const auto row = there->step();
    if (!row || !*row)
        return row ? Result<Done>(Done{}) : row.error();
    // an index without a content of its own forgets a row by the words that it was given
    auto grams = db.prepare("INSERT INTO clause_grams(clause_grams, rowid, grams) VALUES ('delete', ?1, ?2)");
    if (!grams)
        return grams.error();
    grams->bind(1, gramRow(there->view(3), there->number(0))).bind(2, gramsOf(there->view(1), there->view(2), there->view(3), there->view(4)));
    if (auto done = grams->run(); !done)
        return done;
    auto out = db.prepare("DELETE FROM clause_words WHERE number = ?1");
    if (!out)
        return out.error();
    out->bind(1, there->number(0));
    there->reset();
    return out->run();
}

Result<Done> dropAllWords(Database& db)
{
    return db.execute("DELETE FROM clause_words; INSERT INTO clause_grams(clause_grams) VALUES ('delete-all');");
}

Result<Done> settleWords(Database& db)
{
    return db.execute("INSERT INTO clause_text(clause_text) VALUES ('optimize'); INSERT INTO clause_grams(clause_grams) VALUES ('optimize');");
}

} // namespace storage
