#include "cli/desk.h"
#include "catch.h"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace {

/// An error is one line that says where, what and what to do, with nothing on standard output.
void checkRefused(const Desk::Ran& ran, int status)
{
    INFO(ran.err);
    CHECK(ran.status == status);
    CHECK(ran.out.empty());
    CHECK(ran.err.rfind("causeway-cli: ", 0) == 0);
    CHECK(ran.err.find(": ", 14) != std::string::npos);
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
}

} // namespace

TEST_CASE("what cannot be understood is told, with exit status 3")
{
    const Desk desk;
    desk.write("binary.txt", std::string("\x7f" "ELF\x00\x01\x02\x00\x00\xff\xfe\x00\x00\x00", 15) + std::string(400, '\0'));
    desk.write("broken.appeal.json", "{\"format\": 1,\n  \"documents\": [\n");
    desk.write("newer.appeal.json", "{\"format\": 99}\n");
    desk.write("wrong.appeal.json", "{\"format\": 1, \"documents\": 7}\n");
    desk.write("edits.json", "[{\"edit\": \"no_such_edit\"}]");
    desk.write("pack.json", "{\"format\": 1, \"clauses\": [{\"id\": 5}]}");
    desk.write("case.appeal.json", "{\"format\": 1}\n");
    struct Row { std::vector<std::string> words; };
    const std::vector<std::vector<std::string>> rows{{"read", "@missing.txt"}, {"read", desk.folder}, {"read", "@binary.txt"}, {"new", "--notice", "@binary.txt"}, {"reply", "@binary.txt"},
        {"review", "@binary.txt"}, {"show", "@broken.appeal.json"}, {"facts", "@broken.appeal.json"}, {"compose", "@newer.appeal.json"}, {"show", "@newer.appeal.json"}, {"set", "@newer.appeal.json", "voice=I"},
        {"show", "@wrong.appeal.json"}, {"cases", "import", "@broken.appeal.json"}, {"apply", "@case.appeal.json", "@edits.json"}, {"library", "check", "@pack.json"}, {"library", "import", "@pack.json"},
        {"show", "nosuchid"}, {"compose", "nosuchid"}, {"followup", "nosuchid"}, {"cases", "delete", "nosuchid"}, {"attach", "@case.appeal.json", "@missing.pdf"}};
    for (const auto& words : rows) {
        INFO(words[0] << " " << words.back());
        checkRefused(desk.run(words), 3);
    }
    CHECK(desk.read("newer.appeal.json") == "{\"format\": 99}\n");
    CHECK(desk.run({"show", "@broken.appeal.json"}).err.find("broken.appeal.json:3:") != std::string::npos);
}

TEST_CASE("a case file that means harm is refused by every command, and left as it is")
{
    const Desk desk;
    const auto deep = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
    desk.write("notice.txt", kNotice);
    desk.write("edits.json", "[]");
    const std::vector<std::pair<std::string, std::string>> files{{"deep", "{\"format\": 1, \"documents\": " + deep(200000) + "}"}, {"objects", [] {
        std::string out = "{\"format\": 1, \"x\": ", end;
        for (int i = 0; i < 50000; ++i)
            out += "{\"a\":", end += '}';
        return out + "1" + end + "}";
    }()}, {"huge", "{\"format\": 1, \"last_number\": 1e999}"}, {"digits", "{\"format\": 99999999999999999999999}"}, {"below", "{\"format\": -1}"}, {"words", "{\"format\": \"1\"}"}, {"none", "{}"}, {"list", "[]"}, {"empty", ""},
        {"nul", std::string("{\"format\": 1, \"title\": \"a\0b\"}", 29)}, {"bytes", "{\"format\": 1, \"title\": \"\xFF\xFE\"}"}};
    for (const auto& [name, bytes] : files) {
        desk.write(name + ".appeal.json", bytes);
        const auto file = "@" + name + ".appeal.json";
        for (const auto& words : std::vector<std::vector<std::string>>{{"show", file}, {"facts", file}, {"set", file, "voice=I"}, {"apply", file, "@edits.json"}, {"attach", file, "@notice.txt"}, {"evaluate", file}, {"compose", file},
                 {"review", "@notice.txt", "--case", file}, {"record", file, "--submitted", "2026-03-09"}, {"followup", file}, {"cases", "import", file}, {"reply", "@notice.txt", "--case", file}}) {
            INFO(name << ": " << words[0]);
            checkRefused(desk.run(words), 3);
        }
        CHECK(desk.read(name + ".appeal.json") == bytes);
    }
}

TEST_CASE("an imported case opens nothing outside its folder")
{
    const Desk desk;
    desk.write("secret.txt", "not theirs");
    std::filesystem::create_directory(desk.path("theirs.files"));
    std::filesystem::create_symlink(desk.path("secret.txt"), desk.path("theirs.files/link.pdf"));
    desk.write("theirs.appeal.json", R"({"format": 1, "evidence": [{"id": "e1", "name": "../secret.txt", "path": "../secret.txt", "copied": true}, {"id": "e2", "name": "link.pdf", "path": "link.pdf", "copied": true},
        {"id": "e3", "name": "passwd", "path": "/etc/passwd", "copied": true}, {"id": "e4", "name": "x", "path": "../../cases.db", "copied": true}]})");
    const auto ran = desk.run({"cases", "import", "@theirs.appeal.json"});
    REQUIRE(ran.status == 0);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(desk.path("data")))
        if (entry.is_regular_file()) {
            INFO(entry.path().string());
            CHECK(entry.file_size() != std::string_view("not theirs").size());
            CHECK(entry.path().filename() != "passwd");
        }
    auto id = ran.out;
    while (!id.empty() && id.back() == '\n')
        id.pop_back();
    REQUIRE(desk.run({"cases", "export", id, "-o", desk.path("again.appeal.json")}).status == 0);
    if (std::filesystem::exists(desk.path("again.files")))
        for (const auto& entry : std::filesystem::recursive_directory_iterator(desk.path("again.files"))) {
            INFO(entry.path().string());
            CHECK((!entry.is_regular_file() || entry.file_size() != std::string_view("not theirs").size()));
        }
    CHECK(!std::filesystem::exists(desk.path("cases.db")));
    // nor does an attachment go through a link that lies in its place
    desk.write("link.pdf", "mine");
    REQUIRE(desk.run({"attach", "@theirs.appeal.json", "@link.pdf"}).status == 0);
    CHECK(desk.read("secret.txt") == "not theirs");
    CHECK(desk.read("theirs.files/link-2.pdf") == "mine");
}

TEST_CASE("a wrong command line has exit status 2")
{
    const Desk desk;
    desk.write("notice.txt", kNotice);
    desk.write("there.appeal.json", "{\"format\": 1}\n");
    const std::vector<std::vector<std::string>> rows{{}, {"nothing"}, {"read"}, {"read", "@notice.txt", "--nothing"}, {"read", "@notice.txt", "--received", "soon"}, {"new", "--notice", "@notice.txt", "-o", "@there.appeal.json"},
        {"new", "--notice", "@notice.txt", "-o", "@file.txt"}, {"new"}, {"new", "--sent", "@notice.txt", "--reply", "@notice.txt"}, {"compose", "@there.appeal.json", "--format", "pdf"},
        {"compose", "@there.appeal.json", "--length", "700"}, {"packet", "@there.appeal.json", "-o", "@x"}, {"calendar", "@there.appeal.json", "-o", "@x.ics"}, {"pick", "@there.appeal.json", "no.such.clause"},
        {"record", "@there.appeal.json"}, {"clauses", "--cause", "nothing"}, {"profile", "Nobody"}, {"evaluate", "@there.appeal.json", "--import", "@notice.txt"}, {"followup"},
        {"record", "@there.appeal.json", "--submitted", "2027-01-01"}};
    for (const auto& words : rows) {
        INFO((words.empty() ? "" : words[0] + " " + words.back()));
        checkRefused(desk.run(words), 2);
    }
    CHECK(desk.read("there.appeal.json") == "{\"format\": 1}\n");
}

TEST_CASE("a text in which nothing is recognised is no error")
{
    const Desk desk;
    desk.write("empty.txt", "");
    const auto ran = desk.run({"read", "@empty.txt", "--json"});
    CHECK(ran.status == 0);
    CHECK(ran.json()["causes"].empty());
    CHECK(ran.json()["entities"]["asins"].empty());
    CHECK(desk.run({"new", "--notice", "@empty.txt", "-o", desk.path("e.appeal.json")}).status == 0);
    CHECK(desk.run({"compose", "@e.appeal.json"}).status == 0);
    CHECK(desk.run({"show", "@e.appeal.json"}).status == 0);
}

TEST_CASE("more than 64 MB is refused")
{
    const Desk desk;
    desk.write("large.txt", std::string(70u * 1024u * 1024u, 'a'));
    checkRefused(desk.run({"read", "@large.txt"}), 3);
    checkRefused(desk.run({"read", "-"}, std::string(70u * 1024u * 1024u, 'a')), 3);
}

TEST_CASE("a store that cannot be opened has exit status 4, and is left as it is")
{
    const Desk desk;
    desk.write("notice.txt", kNotice);
    REQUIRE(desk.run({"new", "--notice", "@notice.txt"}).status == 0);
    SECTION("cut short")
    {
        const auto bytes = desk.read("data/cases.db").substr(0, 3000);
        std::filesystem::remove(desk.path("data/cases.db-wal"));
        desk.write("data/cases.db", bytes);
        checkRefused(desk.run({"cases", "list"}), 4);
        CHECK(desk.read("data/cases.db") == bytes);
    }
    SECTION("no database at all")
    {
        desk.write("data/cases.db", "this is a text, and no database whatsoever; long enough to be looked at");
        checkRefused(desk.run({"cases", "list"}), 4);
    }
    SECTION("a newer one")
    {
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open(desk.path("data/cases.db").c_str(), &db) == SQLITE_OK);
        sqlite3_exec(db, "PRAGMA user_version = 999", nullptr, nullptr, nullptr);
        sqlite3_close(db);
        const auto ran = desk.run({"cases", "list"});
        CHECK((ran.status == 3 || ran.status == 4));
        CHECK(ran.out.empty());
    }
    SECTION("a folder that cannot be written")
    {
        if (geteuid() == 0)
            return; // root writes everywhere
        std::filesystem::permissions(desk.path("data"), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
        checkRefused(desk.run({"new", "--notice", "@notice.txt"}), 4);
    }
}

TEST_CASE("an output that cannot be written has exit status 4")
{
    const Desk desk;
    desk.write("notice.txt", kNotice);
    REQUIRE(desk.run({"new", "--notice", "@notice.txt", "-o", desk.path("a.appeal.json")}).status == 0);
    checkRefused(desk.run({"compose", "@a.appeal.json", "-o", desk.path("no/such/folder/letter.txt")}), 4);
}

TEST_CASE("somebody else's change is not overwritten")
{
    const Desk desk;
    desk.write("notice.txt", kNotice);
    const auto file = desk.path("a.appeal.json");
    REQUIRE(desk.run({"new", "--notice", "@notice.txt", "-o", file}).status == 0);
    std::istringstream in;
    std::ostringstream out;
    cli::Context context({desk.path("data"), "", "2026-11-24", "en", false}, in, out);
    REQUIRE(context.start());
    auto open = context.open(file);
    REQUIRE(open);
    REQUIRE(desk.run({"set", file, "store_name=First"}).status == 0);
    open->value = appeal::apply(open->value, appeal::Edit(appeal::SetTitle{"second"}));
    const auto saved = context.save(*open);
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == appeal::Error::Code::StaleRevision);
    CHECK(desk.read("a.appeal.json").find("First") != std::string::npos);
}

TEST_CASE("what is written is readable by its owner alone")
{
    const Desk desk;
    desk.write("notice.txt", kNotice);
    REQUIRE(desk.run({"new", "--notice", "@notice.txt"}).status == 0);
    REQUIRE(desk.run({"new", "--notice", "@notice.txt", "-o", desk.path("a.appeal.json")}).status == 0);
    for (const char* name : {"a.appeal.json", "data/cases.db", "data/library.db"}) {
        INFO(name);
        CHECK((std::filesystem::status(desk.path(name)).permissions() & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) == std::filesystem::perms::none);
    }
}
