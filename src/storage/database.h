#pragma once

#include "appeal/date.h"
#include "appeal/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

/// The one place that talks to SQLite's C API.
namespace storage {

class Database;

/// A prepared statement. Values are bound, never pasted into SQL. A fault is kept until `done()` or the next `step()` tells it.
class Statement
{
public:
    Statement() = default;
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;

    /// Places are numbered from 1. Texts and blobs are copied.
    Statement& bind(int place, std::string_view text);
    Statement& bind(int place, const char* text) { return bind(place, std::string_view(text)); }
    Statement& bind(int place, std::int64_t number);
    Statement& bind(int place, int number) { return bind(place, std::int64_t{number}); }
    Statement& bindReal(int place, double number);
    Statement& bindNull(int place);

    /// Is there a (further) row? False at the end; an error for anything else.
    appeal::Result<bool> step();
    /// Does @p take at each row that is left; it reads the columns from this statement.
    template <typename Take>
    appeal::Result<appeal::Done> each(Take take)
    {
        for (;;) {
            auto row = step();
            if (!row)
                return row.error();
            if (!*row)
                return appeal::Done{};
            take();
        }
    }
    /// Runs a statement that answers no rows (or whose rows do not matter) to its end, and makes it ready again.
    appeal::Result<appeal::Done> run();
    /// Ready to be bound and run again; the values are forgotten.
    void reset();

    /// Columns of the row are numbered from 0. The view holds until the next step or reset.
    std::string_view view(int column) const;
    std::string text(int column) const { return std::string(view(column)); }
    std::int64_t number(int column) const;
    double real(int column) const;
    bool null(int column) const;
    int columns() const;
    bool prepared() const { return m_statement != nullptr; }

private:
    friend class Database;
    sqlite3_stmt* m_statement = nullptr;
    std::string m_where;
    int m_fault = 0; // a failed bind, told by the next step
};

/// A connection to one file. WAL, foreign keys, a busy timeout; file 0600, folder 0700.
class Database
{
public:
    struct Options
    {
        std::int32_t applicationId = 0; ///< a file with another one (but 0) is not ours: StoreDamaged
        int version = 0;                ///< a file with a higher `user_version` is NewerFormat and left untouched
        int busyMilliseconds = 5000;
        bool secureDelete = false;      ///< deleted content is overwritten with zeros
    };

    /**
     * Opens or makes @p path (":memory:" for none).
     * @return StoreDamaged for a file that is no database or is cut short, NewerFormat for one of a later version (neither is changed),
     *         StoreReadOnly where file or folder cannot be written, StoreFull, StoreBusy
     */
    static appeal::Result<Database> open(const std::string& path, const Options& options);
    ~Database();
    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;

    /// Several statements without values.
    appeal::Result<appeal::Done> execute(std::string_view sql);
    appeal::Result<Statement> prepare(std::string_view sql);
    /// The first column of every row.
    appeal::Result<std::vector<std::string>> texts(std::string_view sql);
    /// The first column of the first row as text; "" when there is no row.
    appeal::Result<std::string> single(std::string_view sql);
    std::int64_t lastRowId() const;
    int changes() const;
    int version();
    /// Was there nothing in the file when it was opened?
    bool fresh() const { return m_fresh; }
    const std::string& path() const { return m_path; }
    /// A whole copy of the file as it stands, to @p target (replaced at one stroke; 0600). StoreFull, CannotWrite.
    appeal::Result<appeal::Done> copyTo(const std::string& target);
    /// Empties the write-ahead log into the file and cuts it to nothing.
    appeal::Result<appeal::Done> truncateLog();
    /// The last fault of the connection as an Error.
    appeal::Error error(int code) const;

private:
    Database() = default;
    sqlite3* m_handle = nullptr;
    std::string m_path, m_name;
    bool m_fresh = false;
};

/// Begins at once (IMMEDIATE), rolls back unless committed.
class Transaction
{
public:
    static appeal::Result<Transaction> begin(Database& db);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    appeal::Result<appeal::Done> commit();

private:
    explicit Transaction(Database& db) : m_db(&db) {}
    Database* m_db;
};

/**
 * Brings @p db to version steps.size(): step i lifts `user_version` from i to i+1, each in its own transaction.
 * A step is never edited once released; a mistake is repaired by the next one.
 * Before a step changes a file that held something, a copy is put aside as PATH.vN.bak (N: the version it holds).
 * @return NewerFormat when the file was written by a later program; it is then left untouched
 */
appeal::Result<appeal::Done> migrate(Database& db, std::span<const std::string_view> steps);

/// A copy of the day beside the file, in `copies/NAME.YYYY-MM-DD.db`, unless it is there already; the @p keep written last stay.
/// StoreDamaged for a file that is not sound: its copy would push the sound ones out.
appeal::Result<appeal::Done> dailyCopy(Database& db, appeal::Date today, int keep = 7);
/// The daily copies of the file @p path, the one written last first.
std::vector<std::string> dailyCopies(const std::string& path);
/// Every copy that stands for the file @p path: the daily ones, those put aside before a step, and unfinished ones.
std::vector<std::string> copiesOf(const std::string& path);
/// Moves @p path with its -wal and -shm to PATH.damaged-N, the first that is free. The new name.
appeal::Result<std::string> setAside(const std::string& path);
/// Makes @p folder and its parents, readable by the owner alone. CannotWrite, StoreReadOnly, StoreFull.
appeal::Result<appeal::Done> makeFolder(const std::string& folder);

} // namespace storage
