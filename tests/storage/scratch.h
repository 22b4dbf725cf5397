#pragma once

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

/// A folder for one test, gone with it.
class Scratch
{
public:
    Scratch()
    {
        auto pattern = (std::filesystem::temp_directory_path() / "causeway-store-XXXXXX").string();
        folder = mkdtemp(pattern.data());
    }
    ~Scratch()
    {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::string path(const std::string& name) const { return (std::filesystem::path(folder) / name).string(); }
    void write(const std::string& name, const std::string& bytes) const { std::ofstream(path(name), std::ios::binary | std::ios::trunc) << bytes; }
    std::string read(const std::string& name) const
    {
        std::ifstream in(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    bool anyFileHolds(const std::string& words) const
    {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file() && read(std::filesystem::relative(entry.path(), folder).string()).find(words) != std::string::npos)
                return true;
        return false;
    }
    std::string folder;
};

/// While it lives, the folder and what is in it can be read but not written: the tests' superuser becomes nobody.
class ReadOnly
{
public:
    explicit ReadOnly(const Scratch& scratch) : m_folder(scratch.folder)
    {
        mode(true);
        if (geteuid() == 0)
            m_changed = seteuid(65534) == 0;
    }
    ~ReadOnly()
    {
        if (m_changed)
            (void)!seteuid(0);
        mode(false);
    }
    ReadOnly(const ReadOnly&) = delete;
    ReadOnly& operator=(const ReadOnly&) = delete;

private:
    void mode(bool closed) const
    {
        namespace fs = std::filesystem;
        chmod(m_folder.c_str(), closed ? 0555 : 0755);
        for (const auto& entry : fs::recursive_directory_iterator(m_folder))
            chmod(entry.path().c_str(), entry.is_directory() ? (closed ? 0555 : 0755) : (closed ? 0444 : 0644));
    }
    std::string m_folder;
    bool m_changed = false;
};

/// While it lives, no file grows over @p bytes: as if the disk were full.
class SmallFiles
{
public:
    explicit SmallFiles(rlim_t bytes)
    {
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};
