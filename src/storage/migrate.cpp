#include "storage/database.h"

#include <algorithm>
#include <filesystem>

namespace storage {

namespace fs = std::filesystem;
using appeal::Done;
using appeal::Error;
using appeal::Result;

namespace {

fs::path pathOf(const std::string& utf8) { return fs::path(std::u8string(utf8.begin(), utf8.end())); }

std::string utf8(const fs::path& path)
{
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

/// Regular files of @p folder whose name begins so, in order of name.
std::vector<fs::path> filesOf(const fs::path& folder, const std::string& beginning, const std::string& ending)
{
    std::vector<fs::path> out;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        const auto name = utf8(it->path().filename());
        if (name.starts_with(beginning) && name.ends_with(ending) && it->is_regular_file(failed))
            out.push_back(it->path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string stemOf(const Database& db) { return utf8(pathOf(db.path()).stem()); }

} // namespace

Result<Done> migrate(Database& db, std::span<const std::string_view> steps)
{
    const int from = db.version();
    if (from > int(steps.size()))
        return Error{Error::Code::NewerFormat, utf8(pathOf(db.path()).filename()), "version " + std::to_string(from)};
    for (int i = from; i < int(steps.size()); ++i) {
        // a file made just now has nothing to lose; one step's copy serves the steps after it
        if (i == from && !db.fresh() && db.path() != ":memory:")
            if (const auto copied = db.copyTo(db.path() + ".v" + std::to_string(from) + ".bak"); !copied)
                return copied.error();
        auto transaction = Transaction::begin(db);
        if (!transaction)
            return transaction.error();
        // another process may have done it while we waited for the lock
        if (db.version() != i) {
            if (db.version() > int(steps.size()))
                return Error{Error::Code::NewerFormat, utf8(pathOf(db.path()).filename()), "version " + std::to_string(db.version())};
            i = db.version() - 1;
            continue;
        }
        if (const auto done = db.execute(steps[std::size_t(i)]); !done)
            return done.error();
        if (const auto done = db.execute("PRAGMA user_version=" + std::to_string(i + 1)); !done)
            return done.error();
        if (const auto done = transaction->commit(); !done)
            return done.error();
    }
    return Done{};
}

Result<Done> dailyCopy(Database& db, appeal::Date today, int keep)
{
    if (db.path() == ":memory:")
        return Done{};
    const auto folder = pathOf(db.path()).parent_path() / "copies";
    const auto stem = stemOf(db);
    const auto target = folder / pathOf(stem + "." + appeal::isoDate(today) + ".db");
    std::error_code failed;
    if (fs::exists(target, failed))
        return Done{};
    if (const auto made = makeFolder(utf8(folder)); !made)
        return made.error();
    if (const auto copied = db.copyTo(utf8(target)); !copied)
        return copied.error();
    auto copies = filesOf(folder, stem + ".", ".db");
    for (std::size_t i = 0; i + std::size_t(keep) < copies.size(); ++i)
        fs::remove(copies[i], failed);
    return Done{};
}

Result<Done> removeCopies(const Database& db)
{
    if (db.path() == ":memory:")
        return Done{};
    const auto file = pathOf(db.path());
    auto all = filesOf(file.parent_path() / "copies", stemOf(db) + ".", ".db");
    for (auto& aside : filesOf(file.parent_path(), utf8(file.filename()) + ".v", ".bak"))
        all.push_back(std::move(aside));
    std::string kept;
    std::error_code failed;
    for (const auto& copy : all)
        if (!fs::remove(copy, failed) && failed)
            kept = utf8(copy.filename());
    if (!kept.empty())
        return Error{Error::Code::CannotWrite, kept, "the copy cannot be removed"};
    return Done{};
}

Result<std::string> setAside(const std::string& path)
{
    std::error_code failed;
    for (int n = 1; n < 1000; ++n) {
        const auto name = path + ".damaged-" + std::to_string(n);
        if (fs::exists(pathOf(name), failed))
            continue;
        fs::rename(pathOf(path), pathOf(name), failed);
        if (failed)
            return Error{Error::Code::CannotWrite, path, failed.message()};
        for (const char* tail : {"-wal", "-shm"})
            if (fs::exists(pathOf(path + tail), failed))
                fs::rename(pathOf(path + tail), pathOf(name + tail), failed);
        return name;
    }
    return Error{Error::Code::CannotWrite, path, "too many damaged files stand beside it"};
}

Result<Done> makeFolder(const std::string& folder)
{
    const auto path = pathOf(folder);
    std::error_code failed;
    if (fs::is_directory(path, failed))
        return Done{};
    // the outermost folder that is made becomes private, and so all below it
    auto outermost = path;
    while (outermost.has_parent_path() && outermost.parent_path() != outermost && !fs::exists(outermost.parent_path(), failed))
        outermost = outermost.parent_path();
    failed.clear();
    fs::create_directories(path, failed);
    if (failed) {
        const auto code = failed == std::errc::no_space_on_device ? Error::Code::StoreFull : Error::Code::StoreReadOnly;
        return Error{code, folder, failed.message()};
    }
    for (auto at = path;; at = at.parent_path()) {
        fs::permissions(at, fs::perms::owner_all, failed);
        if (at == outermost || !at.has_parent_path() || at.parent_path() == at)
            break;
    }
    return Done{};
}

} // namespace storage
