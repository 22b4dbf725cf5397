#pragma once

#include <sys/resource.h>
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
