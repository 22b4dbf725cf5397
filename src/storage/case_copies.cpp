#include "storage/case_copies.h"

#include "storage/case_store.h"
#include "storage/database.h"

#include <filesystem>

namespace storage {

namespace fs = std::filesystem;
using appeal::Done;
using appeal::Error;
using appeal::Result;

namespace {

Database::Options options() { return {kCasesApplication, kCasesVersion, 5000, true}; }

std::string casesIn(const std::string& dataDir) { return dataDir + "/cases.db"; }

/// The case is not in this copy, or is no longer. An error where that is not sure.
Result<Done> forgetIn(const std::string& copy, const appeal::Id& id)
{
    auto db = Database::open(copy, options());
    if (!db)
        return db.error();
    {
        auto remove = db->prepare("DELETE FROM case_file WHERE id = ?1");
        if (!remove)
            return remove.error();
        remove->bind(1, id);
        if (auto done = remove->run(); !done)
            return done;
    }
    if (auto done = db->execute("VACUUM"); !done)
        return done;
    const auto mode = db->single("PRAGMA journal_mode=DELETE"); // one file again, without a log
    if (!mode)
        return mode.error();
    return Done{};
}

} // namespace

Result<Done> forgetInCopies(const std::string& database, const appeal::Id& id)
{
    std::string kept;
    for (const auto& copy : copiesOf(database)) {
        std::error_code failed;
        const auto written = fs::last_write_time(fs::u8path(copy), failed);
        if (forgetIn(copy, id)) {
            fs::last_write_time(fs::u8path(copy), written, failed); // its age decides which copies are kept
            continue;
        }
        for (const char* tail : {"", "-wal", "-shm", "-journal"})
            if (!fs::remove(fs::u8path(copy + tail), failed) && failed)
                kept = copy;
    }
    if (!kept.empty())
        return Error{Error::Code::CannotWrite, kept, "the copy cannot be removed"};
    return Done{};
}

std::vector<std::string> caseCopies(const std::string& dataDir) { return dailyCopies(casesIn(dataDir)); }

Result<std::string> setAsideCases(const std::string& dataDir) { return setAside(casesIn(dataDir)); }

Result<Done> restoreCases(const std::string& dataDir, const std::string& copy)
{
    const auto target = casesIn(dataDir);
    std::error_code failed;
    if (!fs::exists(fs::u8path(copy), failed))
        return Error{Error::Code::NotFound, copy, {}};
    const auto part = target + ".part";
    fs::remove(fs::u8path(part), failed);
    {
        auto db = Database::open(copy, options());
        if (!db)
            return db.error();
        const auto sound = db->single("PRAGMA quick_check(1)");
        if (!sound || *sound != "ok")
            return Error{Error::Code::StoreDamaged, copy, "the copy is damaged too"};
        if (auto done = db->copyTo(part); !done)
            return done;
        if (const auto mode = db->single("PRAGMA journal_mode=DELETE"); !mode)
            return mode.error();
    }
    if (fs::exists(fs::u8path(target), failed))
        if (const auto aside = setAside(target); !aside)
            return aside.error();
    fs::rename(fs::u8path(part), fs::u8path(target), failed);
    if (failed)
        return Error{Error::Code::CannotWrite, target, failed.message()};
    return Done{};
}

} // namespace storage
