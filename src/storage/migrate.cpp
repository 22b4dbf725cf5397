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

/// Regular files of @p folder whose name begins and ends so, the one written last first.
std::vector<fs::path> filesOf(const fs::path& folder, const std::string& beginning, const std::string& ending)
{
    std::vector<fs::path> out;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        const auto name = utf8(it->path().filename());
        if (name.starts_with(beginning) && name.ends_with(ending) && it->is_regular_file(failed))
            out.push_back(it->path());
    }
    const auto written = [](const fs::path& file) {
        std::error_code unknown;
        return fs::last_write_time(file, unknown);
    };
    // not by the day in the name: the program may have been told another day than today
    std::sort(out.begin(), out.end(), [&](const fs::path& a, const fs::path& b) { return std::pair(written(a), a) > std::pair(written(b), b); });
    return out;
}

std::vector<fs::path> dailyCopiesOf(const fs::path& file) { return filesOf(file.parent_path() / "copies", utf8(file.stem()) + ".", ".db"); }

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
    const auto file = pathOf(db.path());
    const auto folder = file.parent_path() / "copies";
    const auto target = folder / pathOf(utf8(file.stem()) + "." + appeal::isoDate(today) + ".db");
    std::error_code failed;
    if (fs::exists(target, failed))
        return Done{};
    if (const auto sound = db.single("PRAGMA quick_check(1)"); !sound || *sound != "ok")
        return sound ? Error{Error::Code::StoreDamaged, utf8(file.filename()), *sound} : sound.error();
    if (const auto made = makeFolder(utf8(folder)); !made)
        return made.error();
    if (const auto copied = db.copyTo(utf8(target)); !copied)
        return copied.error();
    const auto copies = dailyCopiesOf(file);
    for (auto i = std::size_t(keep); i < copies.size(); ++i)
        fs::remove(copies[i], failed);
    return Done{};
}

std::vector<std::string> dailyCopies(const std::string& path)
{
    std::vector<std::string> out;
    for (const auto& copy : dailyCopiesOf(pathOf(path)))
        out.push_back(utf8(copy));
    return out;
}

std::vector<std::string> copiesOf(const std::string& path)
{
    auto out = dailyCopies(path);
    const auto file = pathOf(path);
    const auto add = [&](const fs::path& folder, const std::string& beginning, const std::string& ending) {
        for (const auto& copy : filesOf(folder, beginning, ending))
            out.push_back(utf8(copy));
    };
    add(file.parent_path(), utf8(file.filename()) + ".v", ".bak");
    add(file.parent_path(), utf8(file.filename()) + ".", ".part");
    add(file.parent_path() / "copies", utf8(file.stem()) + ".", ".part");
    return out;
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
