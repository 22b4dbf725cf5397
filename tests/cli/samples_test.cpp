#include "catch.h"
#include "desk.h"

#include "appeal/date.h"
#include "text/decode.h"

#include <map>
#include <set>

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

struct Sample
{
    fs::path file;
    std::string today; ///< a week after the last day on which something was done, while the answer is not yet due
};

/// A week after the last day that stands in the case as something done, at the latest on the day on which the answer is due.
std::string writtenOn(const std::string& text)
{
    std::string last = "0000-00-00", due;
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    for (std::size_t i = 0; i + 10 <= text.size(); ++i) {
        if (text[i] != '2' || text[i + 4] != '-' || text[i + 7] != '-' || !digit(i + 1) || !digit(i + 2) || !digit(i + 3) || !digit(i + 5) || !digit(i + 6) || !digit(i + 8) || !digit(i + 9))
            continue;
        const auto day = text.substr(i, 10);
        const auto before = text.substr(i < 20 ? 0 : i - 20, std::min<std::size_t>(i, 20));
        if (before.find("\"due\"") != std::string::npos)
            due = std::max(due, day);
        else if (day.substr(0, 4) == "2026" && day > last)
            last = day;
    }
    const auto day = appeal::parseDate(last);
    const auto written = day ? appeal::isoDate(appeal::plusDays(*day, 7)) : last;
    return !due.empty() && due < written ? due : written;
}

std::vector<Sample> samples()
{
    std::vector<Sample> out;
    for (const auto& entry : fs::directory_iterator(fs::path(SOURCE_DIR) / "templates/samples"))
        if (entry.path().string().ends_with(".appeal.json")) {
            std::ifstream in(entry.path(), std::ios::binary);
            out.push_back({entry.path(), writtenOn({std::istreambuf_iterator<char>(in), {}})});
        }
    return out;
}

/// The sentences of a letter, without the numbers of lists; short ones ("Attachment 1.") are left out.
std::vector<std::string> sentencesOf(const std::string& letter, bool zh)
{
    std::vector<std::string> out;
    std::string now;
    const auto finish = [&] {
        while (!now.empty() && (now.front() == ' ' || now.front() == '\n'))
            now.erase(0, 1);
        if (text::codePoints(now) > (zh ? 9u : 25u))
            out.push_back(now);
        now.clear();
    };
    for (std::size_t i = 0; i < letter.size(); ++i) {
        if (letter[i] == '\n') {
            finish();
            continue;
        }
        now += letter[i];
        if ((letter[i] == '.' && i + 1 < letter.size() && letter[i + 1] == ' ' && now.size() > 3) || letter.compare(i, 3, "。") == 0) {
            if (letter[i] != '.') {
                now += letter.substr(i + 1, 2);
                i += 2;
            }
            finish();
        }
    }
    finish();
    return out;
}

} // namespace

TEST_CASE("every sample case gives letters that are ready, in both languages and at every length")
{
    const auto all = samples();
    REQUIRE(!all.empty());
    const Desk desk;
    for (const auto& sample : all) {
        const auto name = sample.file.filename().string();
        INFO(name << " on " << sample.today);
        REQUIRE(fs::exists(sample.file.parent_path() / (name.substr(0, name.size() - 12) + ".notice.txt")));
        const auto file = desk.path(name);
        fs::copy_file(sample.file, file, fs::copy_options::overwrite_existing);
        const auto on = [&](std::vector<std::string> words) {
            words.insert(words.begin(), {"--today", sample.today});
            return desk.run(words);
        };
        for (const std::string language : {"en", "zh"})
            for (const std::string length : {"full", "1000", "500"}) {
                INFO(language << " " << length);
                const auto out = desk.path("letter.txt");
                const auto composed = on({"compose", file, "--language", language, "--length", length, "-o", out});
                REQUIRE(composed.status == 0);
                const auto letter = desk.read("letter.txt");
                INFO(letter);
                if (length != "full")
                    CHECK(text::codePoints(letter) - 1 <= std::size_t(std::stoi(length)));
                CHECK(letter.find("{{") == std::string::npos);
                if (language == "en")
                    CHECK_FALSE(text::hasHan(letter));
                std::set<std::string> seen;
                for (const auto& sentence : sentencesOf(letter, language == "zh")) {
                    INFO("twice: " << sentence);
                    CHECK(seen.insert(sentence).second);
                }
                const auto review = on({"review", out, "--case", file, "--language", language, "--length", length, "--json"});
                const auto said = review.json();
                REQUIRE(said.is_object());
                CHECK(said.at("ready") == true);
                if (const auto& grade = said.at("statistics").at("reading_grade"); grade.is_number())
                    CHECK(grade.get<double>() <= 12);
                for (const auto& finding : said.at("findings")) {
                    // a short form cannot hold everything; the full letter has nothing to warn of
                    INFO(finding.dump());
                    CHECK((length != "full" || finding["severity"] == "info"));
                }
            }
        const auto full = on({"compose", file, "--format", "json"}).json();
        CHECK(full["missing"].empty());
        for (const auto& left : full["left_out"]) {
            // a phrasing may leave out a number that was given for its clause; a record never gets lost
            INFO(left.dump());
            CHECK(left["why"] == "left_out.other_phrasing");
        }
        for (const auto& section : full["sections"])
            for (const auto& paragraph : section["paragraphs"])
                if (!paragraph["clause"].is_null())
                    CHECK(paragraph["state"] == "confirmed");
    }
}
