#include "storage/case_store.h"
#include "storage/scratch.h"
#include "storage/sha256.h"
#include "catch.h"

#include <sys/stat.h>

using appeal::Error;

TEST_CASE("files are written at one stroke, for the owner alone")
{
    const Scratch scratch;
    REQUIRE(storage::writeFile(scratch.path("a.txt"), "one"));
    REQUIRE(storage::writeFile(scratch.path("a.txt"), std::string("two\0three", 9)));
    CHECK(scratch.read("a.txt") == std::string("two\0three", 9));
    using std::filesystem::perms;
    CHECK(std::filesystem::status(scratch.path("a.txt")).permissions() == (perms::owner_read | perms::owner_write));
    REQUIRE(storage::writeFile(scratch.path("名 - 港湾.txt"), ""));
    CHECK(storage::readFile(scratch.path("名 - 港湾.txt"), 10)->empty());
    const auto longest = std::string(251, 'n') + ".txt"; // as long as a name may be
    CHECK(storage::writeFile(scratch.path(longest), "x"));
    CHECK(std::distance(std::filesystem::directory_iterator(scratch.folder), {}) == 3); // nothing temporary is left
}

TEST_CASE("a file that cannot be read is told apart")
{
    const Scratch scratch;
    scratch.write("a.txt", "two");
    struct Row { const char* name; std::string path; std::size_t largest; Error::Code code; };
    const auto row = GENERATE(values<Row>({
        {"missing", "nothing", 100, Error::Code::NotFound},
        {"in no folder", "no/such/folder", 100, Error::Code::NotFound},
        {"below a file", "a.txt/b", 100, Error::Code::NotFound},
        {"a folder", ".", 100, Error::Code::Unreadable},
        {"a name without measure", std::string(5000, 'x'), 100, Error::Code::Unreadable},
        {"too large", "a.txt", 2, Error::Code::TooLarge},
        {"without an end", "/dev/zero", 100000, Error::Code::TooLarge},
    }));
    INFO(row.name);
    const auto path = row.path.front() == '/' ? row.path : scratch.path(row.path);
    const auto bytes = storage::readFile(path, row.largest);
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().code == row.code);
    CHECK(bytes.error().where == path);
    CHECK(*storage::readFile(scratch.path("a.txt"), 3) == "two");
    CHECK(storage::readFile("/dev/null", 3)->empty());
}

TEST_CASE("a file of somebody else is unreadable, not missing")
{
    const Scratch scratch;
    scratch.write("a.txt", "one");
    chmod(scratch.path("a.txt").c_str(), 0000);
    {
        chmod(scratch.folder.c_str(), 0755);
        const bool nobody = geteuid() == 0 && seteuid(65534) == 0;
        const auto bytes = storage::readFile(scratch.path("a.txt"), 100);
        const auto write = storage::writeFile(scratch.path("a.txt"), "mine");
        if (nobody)
            REQUIRE(seteuid(0) == 0);
        REQUIRE_FALSE(bytes);
        CHECK(bytes.error().code == Error::Code::Unreadable);
        REQUIRE_FALSE(write);
        CHECK(write.error().code == Error::Code::CannotWrite);
    }
    chmod(scratch.path("a.txt").c_str(), 0600);
    CHECK(scratch.read("a.txt") == "one");
}

TEST_CASE("what cannot be written says why, and leaves nothing")
{
    const Scratch scratch;
    scratch.write("a.txt", "one");
    std::filesystem::create_directory(scratch.path("folder"));
    CHECK(storage::writeFile(scratch.path("no/such/folder/a.txt"), "x").error().code == Error::Code::CannotWrite);
    CHECK(storage::writeFile(scratch.path("folder"), "x").error().code == Error::Code::CannotWrite);
    CHECK(storage::writeFile(scratch.path(std::string(300, 'x')), "x").error().code == Error::Code::CannotWrite);
    {
        const ReadOnly folder(scratch);
        CHECK(storage::writeFile(scratch.path("new.txt"), "x").error().code == Error::Code::CannotWrite);
    }
    {
        const SmallFiles limit(1000);
        const auto full = storage::writeFile(scratch.path("a.txt"), std::string(100000, 'x'));
        REQUIRE_FALSE(full);
        CHECK(full.error().code == Error::Code::StoreFull);
        CHECK(!full.error().detail.empty());
    }
    CHECK(scratch.read("a.txt") == "one");
    CHECK(std::distance(std::filesystem::directory_iterator(scratch.folder), {}) == 2);
    if (access("/dev/full", W_OK) == 0)
        CHECK(storage::writeFile("/dev/full", "x").error().code == Error::Code::StoreFull);
}

TEST_CASE("a device or a link is written through, not replaced")
{
    const Scratch scratch;
    REQUIRE(mkfifo(scratch.path("pipe").c_str(), 0600) == 0);
    std::filesystem::create_symlink("/dev/null", scratch.path("null"));
    scratch.write("target.txt", "old");
    std::filesystem::create_symlink("target.txt", scratch.path("link.txt"));
    CHECK(storage::writeFile(scratch.path("null"), "gone"));
    CHECK(std::filesystem::is_symlink(scratch.path("null")));
    CHECK(std::filesystem::is_character_file("/dev/null"));
    CHECK(storage::writeFile(scratch.path("link.txt"), "new"));
    CHECK(std::filesystem::is_symlink(scratch.path("link.txt")));
    CHECK(scratch.read("target.txt") == "new");
    CHECK(std::filesystem::is_fifo(scratch.path("pipe")));
}

TEST_CASE("the data folder follows the platform's rules")
{
    struct Row { const char* data; const char* home; std::string folder; };
    const auto row = GENERATE(values<Row>({
        {"/data", "/home/lina", "/data/causeway"},
        {"", "/home/lina", "/home/lina/.local/share/causeway"},
        {"relative", "/home/lina", "/home/lina/.local/share/causeway"}, // to be ignored, says the specification
    }));
    const auto restored = [](const char* name) {
        const char* value = std::getenv(name);
        return std::pair<std::string, bool>(value ? value : "", value != nullptr);
    };
    const auto data = restored("XDG_DATA_HOME"), home = restored("HOME");
    setenv("XDG_DATA_HOME", row.data, 1);
    setenv("HOME", row.home, 1);
    CHECK(storage::defaultDataDir() == row.folder);
    data.second ? setenv("XDG_DATA_HOME", data.first.c_str(), 1) : unsetenv("XDG_DATA_HOME");
    home.second ? setenv("HOME", home.first.c_str(), 1) : unsetenv("HOME");
}

TEST_CASE("a checksum is that of the standard")
{
    CHECK(storage::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(storage::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
