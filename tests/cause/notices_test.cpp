#include "catch.h"
#include "fixture.h"
#include "measure.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

// Further notices and replies, in one file each set: "=== name", what a reader should find ("causes: a,b", "deadlines: kind:value:unit:other kinds;…", "asks: a,b", "asksalso: c"; replies: "class: x"), "---", the text.

namespace {

std::vector<std::string> split(const std::string& text, char by)
{
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, by);) {
        const auto from = part.find_first_not_of(' ');
        if (from != std::string::npos)
            out.push_back(part.substr(from, part.find_last_not_of(' ') - from + 1));
    }
    return out;
}

struct Notice { std::string name, text; std::map<std::string, std::string> expected; };

std::vector<Notice> load(const std::filesystem::path& path)
{
    std::ifstream in(path);
    std::vector<Notice> out;
    bool head = false;
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("=== ", 0) == 0) {
            out.push_back({line.substr(4), {}, {}});
            head = true;
        } else if (head && line == "---") {
            head = false;
        } else if (head) {
            const auto colon = line.find(':');
            out.back().expected[line.substr(0, colon)] = line.substr(colon + 1);
        } else if (!out.empty()) {
            out.back().text += line + "\n";
        }
    }
    return out;
}

Score deadlines(const std::string& expected, std::vector<appeal::DeadlineReading> left)
{
    Score out;
    for (const auto& one : split(expected, ';')) {
        const auto fields = split(one, ':');
        auto kinds = fields.size() > 3 ? split(fields[3], '|') : std::vector<std::string>{};
        kinds.push_back(fields[0]);
        const bool date = fields[1].size() == 10;
        if (date)
            kinds.insert(kinds.end(), {"appeal_window", "response_window", "preview_window"});
        const auto it = std::find_if(left.begin(), left.end(), [&](const appeal::DeadlineReading& d) {
            if (std::find(kinds.begin(), kinds.end(), d.kind) == kinds.end())
                return false;
            if (date)
                return d.due && appeal::isoDate(*d.due) == fields[1];
            const int value = std::stoi(fields[1]);
            return (d.value == value && d.unit == fields[2]) || (d.unit == "weeks" && fields[2] == "days" && d.value * 7 == value);
        });
        if (it == left.end()) {
            ++out.missed;
        } else {
            ++out.found;
            left.erase(it);
        }
    }
    out.wrong = static_cast<int>(left.size());
    return out;
}

/// What the text of @p n asks for, against what was read.
Score asksFor(const Notice& n, const std::vector<appeal::Found>& read)
{
    std::vector<std::string> got;
    for (const auto& a : read)
        got.push_back(a.id);
    const auto of = [&](const char* key) { return split(n.expected.count(key) ? n.expected.at(key) : "", ','); };
    return score(of("asks"), of("asksalso"), got);
}

} // namespace

TEST_CASE("Further notices, with much in them that is only mentioned")
{
    const std::filesystem::path folder = std::filesystem::path(SOURCE_DIR) / "tests/cause/notices";
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        Score causes, spans, names, asks, actions, ways;
        const auto notices = load(file.path());
        REQUIRE(notices.size() > 20);
        for (const auto& n : notices) {
            CAPTURE(n.name);
            const auto reading = reader().read(n.text);
            std::vector<std::string> ids;
            for (const auto& c : reading.causes)
                ids.push_back(c.id);
            auto also = split(n.expected.count("also") ? n.expected.at("also") : "", ',');
            also.emplace_back("funds_withheld");
            causes += score(split(n.expected.at("causes"), ','), also, ids);
            spans += deadlines(n.expected.count("deadlines") ? n.expected.at("deadlines") : "", reading.deadlines);
            if (n.expected.count("asks") || n.expected.count("asksalso"))
                asks += asksFor(n, reading.asksFor);
            std::vector<std::string> acts;
            for (const auto& a : reading.actions)
                acts.push_back(a.id);
            if (n.expected.count("actions"))
                actions += score(split(n.expected.at("actions"), ','), {}, acts);
            if (n.expected.count("way"))
                ways += score(split(n.expected.at("way"), ','), {}, {reading.way});
            for (const auto& [key, kind] : {std::pair{"accounts", "account_names"}, {"brands", "brands"}, {"owners", "rights_owners"}, {"policies", "policies"}}) {
                if (!n.expected.count(key))
                    continue;
                std::vector<std::string> values;
                for (const auto& e : reading.entities)
                    if (e.kind == kind)
                        values.push_back(e.value);
                names += score(split(n.expected.at(key), ','), {}, values);
            }
        }
        std::printf("%s\n", file.path().filename().string().c_str());
        causes.print("causes");
        spans.print("deadlines");
        names.print("names");
        asks.print("asks_for");
        actions.print("actions");
        ways.print("ways");
        // the fifth was written after the rules and never tuned on: its floors are those of the corpus's reporting part
        const bool unseen = file.path().filename() == "fifth.txt";
        CHECK(causes.f1() >= (unseen ? 0.85 : 0.93));
        CHECK(spans.f1() >= (unseen ? 0.85 : 0.93));
        CHECK(names.f1() >= (unseen ? 0.75 : 0.85));
    }
}

TEST_CASE("Further replies are classed")
{
    const std::filesystem::path folder = std::filesystem::path(SOURCE_DIR) / "tests/cause/replies";
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        int right = 0;
        Score spans, asks;
        const auto replies = load(file.path());
        REQUIRE(replies.size() >= 20);
        for (const auto& r : replies) {
            CAPTURE(r.name);
            const auto reading = reader().readReply(r.text);
            right += reading.cls == split(r.expected.at("class"), ',').at(0);
            spans += deadlines(r.expected.count("deadlines") ? r.expected.at("deadlines") : "", reading.deadlines);
            asks += asksFor(r, reading.asksFor);
        }
        std::printf("%s\n  classes %d of %d\n", file.path().filename().string().c_str(), right, static_cast<int>(replies.size()));
        spans.print("deadlines");
        asks.print("asks_for");
        CHECK(right * 100 >= static_cast<int>(replies.size()) * 93);
        CHECK(spans.f1() >= 0.85);
    }
}
