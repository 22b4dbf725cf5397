#include "storage/case_store.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace storage {

namespace fs = std::filesystem;
using appeal::Done;
using appeal::Error;
using appeal::Result;

namespace {

Error cannotWrite(const std::string& path, int code)
{
    const auto kind = code == ENOSPC || code == EDQUOT || code == EFBIG ? Error::Code::StoreFull : Error::Code::CannotWrite;
    return Error{kind, path, std::strerror(code)};
}

} // namespace

Result<std::string> readFile(const std::string& path, std::size_t largest)
{
    std::error_code error;
    const auto where = fs::u8path(path);
    const auto status = fs::status(where, error);
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

Result<Done> writeFile(const std::string& path, std::string_view bytes)
{
    // a link is written through: its target is replaced, not the link
    std::error_code ignored;
    const auto target = fs::is_symlink(fs::u8path(path), ignored) ? fs::weakly_canonical(fs::u8path(path), ignored).string() : path;
    auto temporary = target + ".XXXXXX";
    const int file = mkstemp(temporary.data()); // mode 0600
    if (file < 0)
        return cannotWrite(path, errno);
    const auto fail = [&](int code) {
        close(file);
        unlink(temporary.c_str());
        return cannotWrite(path, code);
    };
    for (std::size_t at = 0; at < bytes.size();) {
        const auto wrote = write(file, bytes.data() + at, bytes.size() - at);
        if (wrote < 0) {
            if (errno == EINTR)
                continue;
            return fail(errno);
        }
        at += std::size_t(wrote);
    }
    if (fsync(file) != 0 && errno != EINVAL)
        return fail(errno);
    close(file);
    if (std::rename(temporary.c_str(), target.c_str()) != 0) {
        const int code = errno;
        unlink(temporary.c_str());
        return cannotWrite(path, code);
    }
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
    return from("HOME") + "/.local/share/causeway";
#endif
}

} // namespace storage
