#include "catch.h"

#include "library/clauses.h"
#include "submit/review.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

// The letters of the shared document, taken as they stand: a letter of that kind must be free of blocks and warnings on its text alone.

namespace {

const std::string kPath = SOURCE_DIR "/../shared/domain/LETTERS.md";

std::string document()
{
    std::ifstream in(kPath, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
}

struct Sample { std::string heading, text; };

/// The fenced texts of sections 2 and 3, each with the last heading or bold line above it.
std::vector<Sample> samples(const std::string& all, const char* from, const char* to)
{
    std::vector<Sample> out;
    std::istringstream lines(all.substr(all.find(from), all.find(to) - all.find(from)));
    std::string line, heading, text;
    bool inside = false;
    while (std::getline(lines, line)) {
        if (line == "```") {
            if (inside) {
                while (!text.empty() && text.back() == '\n')
                    text.pop_back();
                out.push_back({heading, text});
            }
            text.clear();
            inside = !inside;
        } else if (inside) {
            text += line + "\n";
        } else if (line.substr(0, 3) == "###" || line.substr(0, 2) == "**") {
            heading = line;
        }
    }
    return out;
}

const submit::Reviewer& reviewer()
{
    static const submit::Reviewer one(*library::builtinCatalogue());
    static const bool loaded = (one.loadDictionary(), true);
    (void)loaded;
    return one;
}

std::string told(const appeal::Review& review, appeal::Severity most)
{
    std::string out;
    for (const auto& f : review.findings)
        if (f.severity <= most)
            out += f.check + ": \"" + f.text.substr(0, 80) + "\" " + f.message.at("en") + "\n";
    return out;
}

} // namespace

TEST_CASE("the model letters are free of blocks and warnings on their text alone")
{
    if (!std::filesystem::exists(kPath)) {
        WARN("shared/domain/LETTERS.md is not here: skipped");
        return;
    }
    const auto all = document();
    struct Named { std::vector<Sample> list; const char* language; };
    for (const auto& part : {Named{samples(all, "## 2.", "## 3."), "en"}, Named{samples(all, "## 3.", "## 4."), "zh"}}) {
        CHECK(part.list.size() >= 2);
        for (const auto& sample : part.list) {
            const auto review = reviewer().review(sample.text, "", part.language, {});
            INFO(sample.heading);
            CHECK(told(review, appeal::Severity::Warn) == "");
            CHECK(review.ready);
            const auto open = sample.heading.find('`'), close = sample.heading.find('`', open + 1);
            if (open != std::string::npos)
                CHECK(review.letter == sample.heading.substr(open + 1, close - open - 1));
            const auto hints = told(review, appeal::Severity::Info);
            if (!hints.empty())
                std::cout << sample.heading.substr(0, 60) << "\n" << hints;
        }
    }
}

TEST_CASE("the shorter forms of a model letter are measured by their own rules")
{
    if (!std::filesystem::exists(kPath)) {
        WARN("shared/domain/LETTERS.md is not here: skipped");
        return;
    }
    const auto list = samples(document(), "## 4.", "## 5.");
    REQUIRE(list.size() == 4);
    const appeal::Length lengths[]{appeal::Length::Thousand, appeal::Length::FiveHundred, appeal::Length::Chat, appeal::Length::Subject};
    for (std::size_t i = 0; i < 4; ++i) {
        submit::Surroundings around;
        around.length = lengths[i];
        INFO(list[i].heading);
        CHECK(told(reviewer().review(list[i].text, "first_appeal", "en", around), appeal::Severity::Warn) == "");
    }
}

TEST_CASE("the weak sentences of the shared document are flagged by the rule that it names")
{
    if (!std::filesystem::exists(kPath)) {
        WARN("shared/domain/LETTERS.md is not here: skipped");
        return;
    }
    const auto all = document();
    std::istringstream lines(all.substr(all.find("## 6."), all.find("## 7.") - all.find("## 6.")));
    // a case in which the notice speaks of 22 of 1,196 orders, and one letter was sent already
    appeal::Case c;
    c.facts[{appeal::Scope::Case, {}, "marketplace"}].value[""] = "amazon";
    c.causes.push_back({"order_defect_rate", appeal::Route::Admit, appeal::By::Person, {}});
    appeal::Figure figure;
    figure.metric = "odr";
    figure.numerator = 22;
    figure.denominator = 1196;
    c.figures.push_back(figure);
    appeal::Event sent;
    sent.id = "v1";
    sent.what = "submission";
    sent.on = *appeal::parseDate("2026-08-07");
    sent.text = std::make_shared<const std::string>("An earlier letter.");
    c.events.push_back(sent);
    submit::Surroundings around;
    around.c = &c;
    around.marketplace = "amazon";
    around.today = *appeal::parseDate("2026-09-16");
    std::string line;
    int rows = 0;
    while (std::getline(lines, line)) {
        std::vector<std::string> cells;
        std::istringstream row(line);
        for (std::string cell; std::getline(row, cell, '|');) {
            const auto from = cell.find_first_not_of(' ');
            cells.push_back(from == std::string::npos ? "" : cell.substr(from, cell.find_last_not_of(' ') - from + 1));
        }
        if (cells.size() < 6 || cells[1].empty() || cells[1][0] < '0' || cells[1][0] > '9')
            continue;
        const auto rule = cells[4].substr(1, cells[4].size() - 2);
        ++rows;
        const auto has = [&](const std::string& text) {
            const auto review = reviewer().review(text, "first_appeal", "en", around);
            return std::any_of(review.findings.begin(), review.findings.end(), [&](const auto& f) { return f.check == rule && (f.start || rule.substr(0, 2) == "no" || rule.substr(0, 7) == "missing" || rule == "generic_salutation"); });
        };
        INFO(cells[1] << " " << rule << ": " << cells[2] << " -> " << cells[5]);
        CHECK(has(cells[2]));
        if (cells[5][0] != '(' && rule != "generic_salutation" && rule != "new_account_mention")
            CHECK_FALSE(has(cells[5]));
    }
    CHECK(rows == 25);
}
