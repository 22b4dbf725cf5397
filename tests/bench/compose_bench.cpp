// Composing a letter beside one pass over the same text: the floor reads every byte once and copies it.
// Letters of about 3,000, 20,000 and 50,000 characters out of the shipped library's clauses.
#include "bench/clock.h"

#include "appeal/edit.h"
#include "letter/compose.h"
#include "letter/format.h"

#include <cstdio>

namespace {

using namespace appeal;

const Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};

Case with(Case c, std::initializer_list<Edit> edits)
{
    for (const auto& edit : edits)
        c = apply(std::move(c), edit);
    return c;
}

/// A letter of @p count deeds and as many measures, filled.
Case letterOf(int count)
{
    Case c = with(Case{}, {SetFact{{Scope::Case, {}, "marketplace"}, "", "amazon"}, SetFact{{Scope::Case, {}, "notice_date"}, "", "2026-11-16"}, SetFact{{Scope::Case, {}, "store_name"}, "", "Harbor Lane Goods"},
        SetFact{{Scope::Case, {}, "contact_name"}, "", "Li Na"}, SetUnderstanding{{"account_deactivated"}, "letter", {}, {}}, ChooseCause{"late_shipment_rate", By::Person, {}},
        SetRoute{"late_shipment_rate", Route::Admit, By::Person}, AddLetter{"first_appeal", "en", true}});
    for (int i = 0; i < count; ++i)
        for (const char* group : {"deeds", "measures"}) {
            Record record;
            record.group = group;
            record.causes = {"late_shipment_rate"};
            const auto day = "2026-11-" + std::to_string(10 + i % 14);
            if (record.group == "deeds")
                record.fields = {{"what", {{"en", "counted the stock of shelf " + std::to_string(i) + " and wrote every number into the sheet"}}}, {"on", {{"", day}}}, {"who", {{"", "Daniel Ortega, warehouse lead"}}},
                    {"result", {{"en", "all units agree with the system"}}}, {"proof", {{"", "sheet-" + std::to_string(i % 20) + ".pdf"}}}};
            else
                record.fields = {{"measure", {{"en", "the packer scans each unit against the order before the box is closed"}}}, {"since", {{"", day}}}, {"who", {{"", "Zhou Min, customer service"}}},
                    {"how_often", {{"en", "at each order"}}}, {"check", {{"en", "the owner reads the log every Friday"}}}};
            const auto id = "r" + std::to_string(c.lastNumber + 1);
            record.id = id;
            PickClause pick;
            pick.letter = "1";
            pick.pick.section = std::string(group) == "deeds" ? "corrective" : "preventive";
            pick.pick.cause = "late_shipment_rate";
            pick.pick.prints = id;
            c = with(std::move(c), {AddRecord{record, {}}, pick});
        }
    return c;
}

} // namespace

int main()
{
    const auto pack = library::builtinPack();
    if (!pack)
        return 1;
    std::printf("%-34s %10s %10s %10s %8s\n", "composing", "p50 us", "p99 us", "floor us", "ratio");
    for (const int count : {6, 50, 125}) {
        const auto c = letterOf(count);
        const auto text = letter::toText(letter::compose(c, c.letters[0], pack->catalogue, pack->clauses, {}, kToday)).text;
        volatile std::size_t sink = 0;
        const auto composing = bench::measure(300, [&] { sink = letter::compose(c, c.letters[0], pack->catalogue, pack->clauses, {}, kToday).paragraphs.size(); });
        const auto floor = bench::measure(300, [&] {
            std::string copy;
            copy.reserve(text.size());
            for (const char ch : text)
                copy += ch;
            sink = copy.size();
        });
        std::printf("%-34s %10.1f %10.1f %10.1f %8.1f\n", ("letter of " + std::to_string(text.size()) + " characters").c_str(), composing.p50, composing.p99, floor.p50, composing.p50 / floor.p50);
    }
}
