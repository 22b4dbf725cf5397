#include "storage/case_store.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#ifndef _WIN32
#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace storage {

namespace fs = std::filesystem;
using appeal::Done;
using appeal::Error;
using appeal::Result;

namespace {

bool diskFull(int code)
{
#ifdef EDQUOT
    if (code == EDQUOT)
        return true;
#endif
    return code == ENOSPC || code == EFBIG;
}

Error cannotWrite(const std::string& path, int code)
{
    return Error{diskFull(code) ? Error::Code::StoreFull : Error::Code::CannotWrite, path, std::strerror(code)};
}

} // namespace

Result<std::string> readFile(const std::string& path, std::size_t largest)
{
    std::error_code error;
    const auto where = fs::u8path(path);
    const auto status = fs::status(where, error);
    if (status.type() == fs::file_type::none) // a folder on the way that may not be entered, a name that is too long
        return Error{Error::Code::Unreadable, path, error.message()};
    if (!fs::exists(status))
        return Error{Error::Code::NotFound, path, {}};
    if (fs::is_directory(status))
        return Error{Error::Code::Unreadable, path, "this is a folder"};
    if (fs::is_regular_file(status) && fs::file_size(where, error) > largest)
        return Error{Error::Code::TooLarge, path, {}};
    std::ifstream in(where, std::ios::binary);
    if (!in)
        return Error{Error::Code::Unreadable, path, std::strerror(errno)};
    std::string out;
    char block[65536];
    while (in.read(block, sizeof block) || in.gcount() > 0) {
        out.append(block, std::size_t(in.gcount()));
        if (out.size() > largest)
            return Error{Error::Code::TooLarge, path, {}};
    }
    if (in.bad())
        return Error{Error::Code::Unreadable, path, std::strerror(errno)};
    return out;
}

#ifndef _WIN32

namespace {

/// All of @p bytes; 0, or what went wrong.
int writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto wrote = write(file, bytes.data(), bytes.size());
        if (wrote < 0 && errno != EINTR)
            return errno;
        bytes.remove_prefix(wrote > 0 ? std::size_t(wrote) : 0);
    }
    return 0;
}

/// A device or a pipe is written to; nothing may take its place.
int writeThrough(const std::string& path, std::string_view bytes)
{
    const int file = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return errno;
    const int code = writeAll(file, bytes);
    return close(file) != 0 && code == 0 ? errno : code;
}

int writeBeside(const fs::path& target, std::string_view bytes)
{
    const auto folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    auto temporary = (folder / ".causeway-XXXXXX").string(); // short: the target's own name may be as long as names can be
    const int file = mkstemp(temporary.data());              // mode 0600
    if (file < 0)
        return errno;
    int code = writeAll(file, bytes);
    if (code == 0 && fsync(file) != 0 && errno != EINVAL)
        code = errno;
    if (close(file) != 0 && code == 0)
        code = errno;
    if (code == 0 && std::rename(temporary.c_str(), target.c_str()) != 0)
        code = errno;
    if (code != 0) {
        unlink(temporary.c_str());
        return code;
    }
    // the new name itself must reach the disk; where folders cannot be synced, it will in its own time
    if (const int held = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); held >= 0) {
        (void)fsync(held);
        close(held);
    }
    return 0;
}

} // namespace

Result<Done> writeFile(const std::string& path, std::string_view bytes)
{
    std::error_code ignored;
    auto target = fs::u8path(path);
    const auto status = fs::status(target, ignored);
    int code = 0;
    if (fs::is_directory(status)) {
        code = EISDIR;
    } else if (fs::exists(status) && !fs::is_regular_file(status)) {
        code = writeThrough(path, bytes);
    } else if (fs::exists(status) && access(path.c_str(), W_OK) != 0) {
        code = errno; // a file that its owner has closed stays
    } else {
        // a link is written through: its target is replaced, not the link
        if (fs::is_symlink(target, ignored))
            target = fs::weakly_canonical(target, ignored);
        code = writeBeside(target, bytes);
    }
    if (code != 0)
        return cannotWrite(path, code);
    return Done{};
}

#else

Result<Done> writeFile(const std::string& path, std::string_view bytes)
{
    const auto temporary = fs::u8path(path + ".new");
    {
        std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), std::streamsize(bytes.size()));
        out.flush();
        if (!out)
            return cannotWrite(path, errno);
    }
    std::error_code error;
    fs::rename(temporary, fs::u8path(path), error);
    if (error)
        return Error{Error::Code::CannotWrite, path, error.message()};
    return Done{};
}

#endif

std::string defaultDataDir()
{
    const auto from = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value ? value : "");
    };
#ifdef _WIN32
    return from("APPDATA") + "/Causeway";
#elif defined(__APPLE__)
    return from("HOME") + "/Library/Application Support/Causeway";
#else
    // a relative XDG_DATA_HOME is to be ignored (XDG Base Directory Specification)
    if (const auto data = from("XDG_DATA_HOME"); !data.empty() && data.front() == '/')
        return data + "/causeway";
    auto home = from("HOME");
    if (home.empty()) // a service or a bare container
        if (const auto* user = getpwuid(getuid()); user && user->pw_dir)
            home = user->pw_dir;
    return home + "/.local/share/causeway";
#endif
}

} // namespace storage
