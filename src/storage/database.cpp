#include "storage/database.h"

#include <sqlite3.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <utility>

namespace storage {

namespace fs = std::filesystem;
using appeal::Done;
using appeal::Error;
using appeal::Result;

namespace {

fs::path pathOf(const std::string& utf8) { return fs::path(std::u8string(utf8.begin(), utf8.end())); }

Error::Code codeOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error::Code::StoreBusy;
    case SQLITE_FULL:
        return Error::Code::StoreFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
        return Error::Code::StoreReadOnly;
    case SQLITE_IOERR:
        return Error::Code::CannotWrite;
    default: // corrupt, not a database, a schema that is not ours
        return Error::Code::StoreDamaged;
    }
}

Error faultOf(int code, std::string where, std::string detail)
{
    return {codeOf(code), std::move(where), std::move(detail)};
}

/// The last fault of a connection. A quota that is used up, or a file that may not grow, is a full disk to whoever is told.
Error lastFault(sqlite3* db, int code, std::string where)
{
    auto fault = faultOf(code, std::move(where), sqlite3_errmsg(db));
    const int system = (code & 0xff) == SQLITE_IOERR ? sqlite3_system_errno(db) : 0;
#ifdef EDQUOT
    if (system == EDQUOT)
        fault.code = Error::Code::StoreFull;
#endif
    if (system == EFBIG || system == ENOSPC)
        fault.code = Error::Code::StoreFull;
    return fault;
}

/// Only the owner may read what is made; a file that is there keeps its content.
bool makePrivate(const fs::path& file)
{
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        std::ofstream(file, std::ios::binary | std::ios::app);
    std::error_code failed;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, failed);
    return !failed;
}

bool writable(const fs::path& file)
{
    return std::ofstream(file, std::ios::binary | std::ios::app | std::ios::in).good();
}

} // namespace

// --- Statement ---

Statement::~Statement() { sqlite3_finalize(m_statement); }

Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr)), m_where(std::move(other.m_where)), m_fault(other.m_fault)
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_statement, other.m_statement);
    std::swap(m_where, other.m_where);
    std::swap(m_fault, other.m_fault);
    return *this;
}

Statement& Statement::bind(int place, std::string_view text)
{
    // a null pointer would bind NULL
    const auto code = sqlite3_bind_text64(m_statement, place, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK)
        m_fault = code;
    return *this;
}

Statement& Statement::bind(int place, std::int64_t number)
{
    if (const auto code = sqlite3_bind_int64(m_statement, place, number); code != SQLITE_OK)
        m_fault = code;
    return *this;
}

Statement& Statement::bindReal(int place, double number)
{
    if (const auto code = sqlite3_bind_double(m_statement, place, number); code != SQLITE_OK)
        m_fault = code;
    return *this;
}

Statement& Statement::bindNull(int place)
{
    if (const auto code = sqlite3_bind_null(m_statement, place); code != SQLITE_OK)
        m_fault = code;
    return *this;
}

Result<bool> Statement::step()
{
    const auto code = m_fault != 0 ? std::exchange(m_fault, 0) : sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    auto* db = sqlite3_db_handle(m_statement);
    return lastFault(db, sqlite3_extended_errcode(db), m_where);
}

Result<Done> Statement::run()
{
    for (;;) {
        const auto row = step();
        if (!row) {
            const auto fault = row.error();
            reset();
            return fault;
        }
        if (!*row)
            break;
    }
    reset();
    return Done{};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_fault = 0;
}

std::string_view Statement::view(int column) const
{
    const auto* text = sqlite3_column_blob(m_statement, column); // blob: the bytes as they are, no terminator is needed
    return text ? std::string_view(static_cast<const char*>(text), std::size_t(sqlite3_column_bytes(m_statement, column))) : std::string_view();
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(m_statement, column); }
double Statement::real(int column) const { return sqlite3_column_double(m_statement, column); }
bool Statement::null(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
int Statement::columns() const { return sqlite3_column_count(m_statement); }

// --- Database ---

Database::~Database() { sqlite3_close_v2(m_handle); }

Database::Database(Database&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)), m_path(std::move(other.m_path)), m_name(std::move(other.m_name)), m_fresh(other.m_fresh)
{
}

Database& Database::operator=(Database&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_path, other.m_path);
    std::swap(m_name, other.m_name);
    std::swap(m_fresh, other.m_fresh);
    return *this;
}

Result<Database> Database::open(const std::string& path, const Options& options)
{
    const bool memory = path == ":memory:";
    const auto file = pathOf(path);
    Database db;
    db.m_path = path;
    db.m_name = memory ? path : [&] {
        const auto name = file.filename().u8string();
        return std::string(name.begin(), name.end());
    }();
    std::error_code failed;
    if (!memory) {
        if (fs::is_directory(file, failed))
            return Error{Error::Code::StoreDamaged, db.m_name, "it is a folder"};
        if (!fs::exists(file, failed)) {
            if (file.has_parent_path()) {
                const auto parent = file.parent_path().u8string();
                if (const auto made = makeFolder(std::string(parent.begin(), parent.end())); !made)
                    return made.error();
            }
            if (!makePrivate(file) || !writable(file))
                return Error{Error::Code::StoreReadOnly, db.m_name, "the file cannot be made"};
        } else {
            // an older umask, a copy from elsewhere: private from now on, where that is ours to say
            fs::permissions(file, fs::perms::group_all | fs::perms::others_all, fs::perm_options::remove, failed);
        }
    }
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int opened = sqlite3_open_v2(path.c_str(), &db.m_handle, flags, nullptr);
    if (opened != SQLITE_OK)
        return db.m_handle ? db.error(opened) : faultOf(opened, db.m_name, "no memory");
    sqlite3_extended_result_codes(db.m_handle, 1);
    sqlite3_busy_timeout(db.m_handle, options.busyMilliseconds);

    // reading first: whatever is wrong with the file is found before anything in it is changed
    const auto objects = db.single("SELECT count(*) FROM sqlite_master");
    if (!objects)
        return objects.error();
    db.m_fresh = *objects == "0" && db.version() == 0;
    if (db.version() > options.version)
        return Error{Error::Code::NewerFormat, db.m_name, "version " + std::to_string(db.version()) + ", this program knows " + std::to_string(options.version)};
    const auto id = db.single("PRAGMA application_id");
    if (!id)
        return id.error();
    const auto wanted = std::to_string(options.applicationId);
    if (*id != wanted && *id != "0")
        return Error{Error::Code::StoreDamaged, db.m_name, "it belongs to another program"};
    if (sqlite3_db_readonly(db.m_handle, "main") == 1)
        return Error{Error::Code::StoreReadOnly, db.m_name, "the file cannot be written"};

    std::string pragmas = "PRAGMA foreign_keys=ON; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY;";
    if (options.secureDelete)
        pragmas += "PRAGMA secure_delete=ON;";
    if (const auto set = db.execute(pragmas); !set)
        return set.error();
    const auto mode = db.single("PRAGMA journal_mode");
    if (!mode)
        return mode.error();
    if (!memory && *mode != "wal")
        if (const auto wal = db.single("PRAGMA journal_mode=WAL"); !wal)
            return wal.error();
    if (*id != wanted)
        if (const auto set = db.execute("PRAGMA application_id=" + wanted); !set)
            return set.error();
    return db;
}

Error Database::error(int code) const { return m_handle ? lastFault(m_handle, code, m_name) : faultOf(code, m_name, ""); }

Result<Done> Database::execute(std::string_view sql)
{
    const int code = sqlite3_exec(m_handle, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return error(code);
    return Done{};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    Statement out;
    out.m_where = m_name;
    const int code = sqlite3_prepare_v2(m_handle, sql.data(), int(sql.size()), &out.m_statement, nullptr);
    if (code != SQLITE_OK)
        return error(code);
    return out;
}

Result<std::vector<std::string>> Database::texts(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    std::vector<std::string> out;
    auto done = statement->each([&] { out.push_back(statement->text(0)); });
    if (!done)
        return done.error();
    return out;
}

Result<std::string> Database::single(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->text(0) : std::string();
}

std::int64_t Database::lastRowId() const { return sqlite3_last_insert_rowid(m_handle); }
int Database::changes() const { return sqlite3_changes(m_handle); }

int Database::version()
{
    const auto text = single("PRAGMA user_version");
    return text && !text->empty() ? std::stoi(*text) : 0;
}

Result<Done> Database::copyTo(const std::string& target)
{
    const auto part = target + ".part";
    std::error_code failed;
    fs::remove(pathOf(part), failed);
    if (!makePrivate(pathOf(part)))
        return Error{Error::Code::CannotWrite, part, "the copy cannot be made"};
    sqlite3* copy = nullptr;
    int code = sqlite3_open_v2(part.c_str(), &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code == SQLITE_OK) {
        if (auto* backup = sqlite3_backup_init(copy, "main", m_handle, "main")) {
            sqlite3_backup_step(backup, -1);
            sqlite3_backup_finish(backup);
        }
        code = sqlite3_errcode(copy);
        if (code == SQLITE_OK) // one file, not three
            code = sqlite3_exec(copy, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    }
    const std::string why = copy ? sqlite3_errmsg(copy) : "no memory";
    sqlite3_close_v2(copy);
    if (code == SQLITE_OK) {
        fs::rename(pathOf(part), pathOf(target), failed);
        if (!failed)
            return Done{};
        code = SQLITE_IOERR;
    }
    fs::remove(pathOf(part), failed);
    return Error{codeOf(code) == Error::Code::StoreFull ? Error::Code::StoreFull : Error::Code::CannotWrite, target, why};
}

Result<Done> Database::truncateLog()
{
    const auto row = single("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!row)
        return row.error();
    if (*row == "1")
        return Error{Error::Code::StoreBusy, m_name, "another process reads the log"};
    return Done{};
}

// --- Transaction ---

Result<Transaction> Transaction::begin(Database& db)
{
    if (const auto begun = db.execute("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(db);
}

Transaction::Transaction(Transaction&& other) noexcept : m_db(std::exchange(other.m_db, nullptr)) {}

Transaction::~Transaction()
{
    if (m_db)
        (void)m_db->execute("ROLLBACK");
}

Result<Done> Transaction::commit()
{
    if (const auto done = m_db->execute("COMMIT"); !done)
        return done.error(); // still open: the destructor rolls back
    m_db = nullptr;
    return Done{};
}

} // namespace storage
