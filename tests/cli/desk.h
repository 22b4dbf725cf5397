#pragma once

#include "cli/context.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

/// A folder of its own for one test, and the command line run in it on a fixed day.
class Desk
{
public:
    Desk()
    {
        auto pattern = (std::filesystem::temp_directory_path() / "causeway-test-XXXXXX").string();
        folder = mkdtemp(pattern.data());
    }
    ~Desk()
    {
        std::error_code ignored;
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(folder, ignored);
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    struct Ran
    {
        int status = 0;
        std::string out, err;
        nlohmann::json json() const { return nlohmann::json::parse(out, nullptr, false); }
    };
    /// Words after the program's name; `@name` stands for a file in the folder.
    Ran run(std::vector<std::string> words, const std::string& input = {}) const
    {
        for (auto& word : words)
            if (word.size() > 1 && word[0] == '@')
                word = path(word.substr(1));
        // a day that the caller names counts
        if (std::find(words.begin(), words.end(), "--today") == words.end())
            words.insert(words.begin(), {"--today", "2026-11-24"});
        words.insert(words.begin(), {"causeway-cli", "--data-dir", path("data")});
        std::vector<const char*> argv;
        for (const auto& word : words)
            argv.push_back(word.c_str());
        std::istringstream in(input);
        std::ostringstream out, err;
        Ran ran;
        ran.status = cli::run(int(argv.size()), argv.data(), in, out, err);
        ran.out = out.str();
        ran.err = err.str();
        return ran;
    }
    std::string path(const std::string& name) const { return (std::filesystem::path(folder) / name).string(); }
    std::string write(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    }
    std::string read(const std::string& name) const
    {
        std::ifstream file(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::string folder;
};

inline const char* kNotice = R"(Subject: Your Amazon.com selling account has been deactivated
Sent: November 16, 2026

Hello Harbor Lane Goods,

Your Amazon.com account has been deactivated because the order defect rate of your store exceeded the target of 1%. Between September 14, 2026 and November 12, 2026 (60-day period) we counted 18 defective orders out of 779, which is 2.31%:
-- negative feedback: 8 orders, 1.03%
-- A-to-z Guarantee claims: 10 orders, 1.28%

Examples from this period:
Order ID: 113-4820917-5530268, ASIN: B0Q7LMP41X
Order ID: 114-2266480-7719035, ASIN: B0R3VKD82N

Please send a plan of action within 17 days: the root cause, what you have done, and what prevents it from happening again.

Seller Performance Team
Amazon.com
)";
