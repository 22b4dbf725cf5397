#include "catch.h"
#include "fixture.h"
#include "measure.h"
#include "text/decode.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

// the commit that added the reporting parts, before the patterns were written; they are not edited
constexpr const char* kReportCommit = "e3682d2";

const char* const kIds[] = {"asins", "order_ids", "complaint_ids", "case_ids", "emails", "dates", "percentages", "amounts", "links", "product_ids", "skus", "seller_ids", "fba_shipment_ids", "removal_order_ids"};
const char* const kNames[] = {"brands", "rights_owners", "account_names", "policies"};

std::string slurp(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

struct Sample { std::string name, bytes, file; Json expected; };

/// Each folder of @p part: a text and its expected.json.
std::vector<Sample> samples(const fs::path& part)
{
    std::vector<Sample> out;
    for (const auto& folder : fs::directory_iterator(part)) {
        if (!folder.is_directory())
            continue;
        Sample s;
        s.name = folder.path().filename().string();
        for (const auto& file : fs::directory_iterator(folder.path()))
            if (file.path().filename() == "expected.json")
                s.expected = Json::parse(slurp(file.path()));
            else {
                s.file = file.path().filename().string();
                s.bytes = slurp(file.path());
            }
        out.push_back(std::move(s));
    }
    std::sort(out.begin(), out.end(), [](const Sample& a, const Sample& b) { return a.name < b.name; });
    return out;
}

std::vector<std::string> strings(const Json& list)
{
    std::vector<std::string> out;
    if (list.is_array())
        for (const auto& item : list)
            out.push_back(item.get<std::string>());
    return out;
}

/// Blanks and a stop at the end do not matter to a name.
std::vector<std::string> plain(std::vector<std::string> list)
{
    for (auto& text : list) {
        std::string out;
        for (const char c : text)
            if (c != ' ' || (!out.empty() && out.back() != ' '))
                out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\n' ? ' ' : c;
        while (!out.empty() && (out.back() == '.' || out.back() == ' '))
            out.pop_back();
        text = out;
    }
    return list;
}

std::string day(const std::optional<appeal::Date>& date) { return date ? appeal::isoDate(*date) : ""; }

/// Deadlines with their meaning: the kind must be right, and value and unit, or the day where only a day is said.
Score deadlines(const Json& expected, const std::vector<appeal::DeadlineReading>& read)
{
    Score out;
    auto left = read;
    for (const auto& e : expected) {
        auto kinds = strings(e.value("also", Json::array()));
        kinds.push_back(e.at("kind").get<std::string>());
        const auto it = std::find_if(left.begin(), left.end(), [&](const appeal::DeadlineReading& d) {
            if (std::find(kinds.begin(), kinds.end(), d.kind) == kinds.end())
                return false;
            if (e.at("value").is_null())
                return day(d.due) == e.value("due", "");
            const bool range = !e.contains("value_min") || e.at("value_min").is_null() || (d.valueMin && *d.valueMin == e.at("value_min").get<int>());
            return d.value == e.at("value").get<int>() && d.unit == e.at("unit").get<std::string>() && range;
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

struct Figures
{
    std::map<std::string, Score> by;
    Score ids, names;
    int right = 0, of = 0; ///< replies
};

Figures measureNotices(const fs::path& part)
{
    Figures out;
    for (const auto& s : samples(part)) {
        const auto decoded = text::decode(s.bytes, s.file);
        REQUIRE(decoded);
        const auto reading = reader().read(decoded->text);
        std::vector<std::string> causes, asks, actions;
        for (const auto& c : reading.causes)
            causes.push_back(c.id);
        for (const auto& a : reading.asksFor)
            asks.push_back(a.id);
        for (const auto& a : reading.actions)
            actions.push_back(a.id);
        out.by["causes"] += score(strings(s.expected["causes"]), strings(s.expected.value("acceptable", Json::array())), causes);
        out.by["deadlines"] += deadlines(s.expected["deadlines"], reading.deadlines);
        out.by["asks_for"] += score(strings(s.expected["asks_for"]), strings(s.expected.value("asks_for_also", Json::array())), asks);
        out.by["actions"] += score(strings(s.expected["actions"]), {}, actions);
        const auto also = s.expected.value("entities_also", Json::object());
        const auto entities = [&](const char* kind, Score& sum) {
            if (!s.expected["entities"].contains(kind))
                return;
            std::vector<std::string> values;
            for (const auto& e : reading.entities)
                if (e.kind == kind)
                    values.push_back(e.value);
            const auto one = score(plain(strings(s.expected["entities"][kind])), plain(strings(also.value(kind, Json::array()))), plain(values));
            out.by[kind] += one;
            sum += one;
        };
        for (const char* kind : kIds)
            entities(kind, out.ids);
        for (const char* kind : kNames)
            entities(kind, out.names);
        // every span must lie in the text and hold what is given out
        for (const auto& e : reading.entities)
            for (const auto& at : e.at) {
                REQUIRE(at.start < at.end);
                REQUIRE(at.end <= decoded->text.size());
            }
    }
    return out;
}

Figures measureReplies(const fs::path& part)
{
    Figures out;
    for (const auto& s : samples(part)) {
        const auto decoded = text::decode(s.bytes, s.file);
        REQUIRE(decoded);
        const auto reading = reader().readReply(decoded->text);
        out.right += reading.cls == s.expected["class"].get<std::string>();
        ++out.of;
        std::vector<std::string> asks;
        for (const auto& a : reading.asksFor)
            asks.push_back(a.id);
        out.by["asks_for"] += score(strings(s.expected["asks_for"]), strings(s.expected.value("asks_for_also", Json::array())), asks);
        out.by["deadlines"] += deadlines(s.expected["deadlines"], reading.deadlines);
    }
    return out;
}

void print(const char* title, const Figures& f)
{
    std::printf("%s\n", title);
    for (const auto& [name, s] : f.by)
        s.print(name.c_str());
    if (f.ids.found + f.ids.missed)
        f.ids.print("all ids, dates, amounts, links");
    if (f.names.found + f.names.missed)
        f.names.print("all names");
    if (f.of)
        std::printf("  %-28s %d of %d\n", "classes", f.right, f.of);
}

const fs::path kCorpus = fs::path(SOURCE_DIR) / "tests/corpus";

} // namespace

TEST_CASE("Notices to tune on are read")
{
    const auto f = measureNotices(kCorpus / "notices/tune");
    print("notices, tuning part", f);
    CHECK(f.by.at("causes").f1() >= 0.96);
    CHECK(f.ids.f1() >= 0.99);
    CHECK(f.names.f1() >= 0.93);
    CHECK(f.by.at("deadlines").f1() >= 0.96);
}

TEST_CASE("Notices to report on: figures alone")
{
    const auto f = measureNotices(kCorpus / "notices/report");
    print((std::string("notices, reporting part as added by ") + kReportCommit).c_str(), f);
    CHECK(f.by.at("causes").f1() >= 0.85);
    CHECK(f.ids.f1() >= 0.97);
    CHECK(f.names.f1() >= 0.75);
    CHECK(f.by.at("deadlines").f1() >= 0.85);
}

TEST_CASE("Replies are classed")
{
    const auto tune = measureReplies(kCorpus / "replies/tune");
    print("replies, tuning part", tune);
    CHECK(tune.right == tune.of);
    const auto report = measureReplies(kCorpus / "replies/report");
    print((std::string("replies, reporting part as added by ") + kReportCommit).c_str(), report);
    CHECK(report.right * 100 >= report.of * 85);
}

TEST_CASE("The sample notices of the domain are read")
{
    const fs::path folder = fs::path(SOURCE_DIR) / "../shared/domain/sample-notices";
    if (!fs::exists(folder / "expected.json")) {
        WARN("skipped: no sample notices beside the repository");
        return;
    }
    const auto expected = Json::parse(slurp(folder / "expected.json"))["files"];
    Score causes, spans;
    for (const auto& [file, e] : expected.items()) {
        const auto decoded = text::decode(slurp(folder / file), file);
        REQUIRE(decoded);
        const auto reading = reader().read(decoded->text);
        CAPTURE(file);
        CHECK(reading.marketplace == e["marketplace"].get<std::string>());
        CHECK(day(reading.noticeDate) == e["notice_date"].get<std::string>());
        std::vector<std::string> ids;
        for (const auto& c : reading.causes) {
            ids.push_back(c.id);
            const auto never = strings(e["must_not"]);
            CHECK(std::find(never.begin(), never.end(), c.id) == never.end());
        }
        causes += score(strings(e["causes"]), strings(e["acceptable"]), ids);
        spans += deadlines(e["deadlines"], reading.deadlines);
    }
    causes.print("sample notices, causes");
    spans.print("sample notices, deadlines");
    CHECK(causes.f1() >= 0.9);
    CHECK(spans.f1() >= 0.9);
}
