// Composing a letter beside one pass over the same text: the floor reads every byte once and copies it.
// Letters of records in their groups' own sentences, of 400 short ones, and of 400 clauses of the shipped library.
#include "bench/clock.h"

#include "appeal/edit.h"
#include "letter/compose.h"
#include "letter/format.h"
#include "letter/template.h"

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

/// A letter of @p count deeds and as many measures, filled; @p brief: nothing but what was done.
Case letterOf(int count, bool brief = false)
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
            const bool deed = record.group == "deeds";
            if (brief)
                record.fields = {{deed ? "what" : "measure", {{"en", "counted the stock of shelf " + std::to_string(i)}}}};
            else if (deed)
                record.fields = {{"what", {{"en", "counted the stock of shelf " + std::to_string(i) + " and wrote every number into the sheet"}}}, {"on", {{"", day}}}, {"who", {{"", "Daniel Ortega, warehouse lead"}}},
                    {"result", {{"en", "all units agree with the system"}}}, {"proof", {{"", "sheet-" + std::to_string(i % 20) + ".pdf"}}}};
            else
                record.fields = {{"measure", {{"en", "the packer scans each unit against the order before the box is closed"}}}, {"since", {{"", day}}}, {"who", {{"", "Zhou Min, customer service"}}},
                    {"how_often", {{"en", "at each order"}}}, {"check", {{"en", "the owner reads the log every Friday"}}}};
            const auto id = "r" + std::to_string(c.lastNumber + 1);
            record.id = id;
            PickClause pick;
            pick.letter = "1";
            pick.pick.section = deed ? "corrective" : "preventive";
            pick.pick.cause = "late_shipment_rate";
            pick.pick.prints = id;
            c = with(std::move(c), {AddRecord{record, {}}, pick});
        }
    return c;
}

/// A letter that holds @p count clauses of the library, each once.
Case clausesOf(const library::Pack& pack, std::size_t count)
{
    auto c = letterOf(0);
    for (const auto& clause : pack.clauses) {
        if (c.letters[0].picks.size() == count)
            break;
        if (clause.section != "corrective" && clause.section != "preventive" && clause.section != "root_cause")
            continue;
        PickClause pick;
        pick.letter = "1";
        pick.pick.clause = clause.id;
        pick.pick.section = clause.section;
        pick.pick.cause = "late_shipment_rate";
        pick.newRecord = clause.prints;
        c = with(std::move(c), {pick});
    }
    return c;
}

} // namespace

int main()
{
    const auto pack = library::builtinPack();
    if (!pack)
        return 1;
    std::printf("%-36s %10s %10s %10s %10s %8s\n", "composing", "p50 us", "p99 us", "again us", "floor us", "ratio");
    const auto row = [&](const Case& c) {
        const auto text = letter::toText(letter::compose(c, c.letters[0], pack->catalogue, pack->clauses, {}, kToday)).text;
        volatile std::size_t sink = 0;
        const auto composing = bench::measure(300, [&] { sink = letter::compose(c, c.letters[0], pack->catalogue, pack->clauses, {}, kToday).paragraphs.size(); });
        letter::Templates templates; // as after the next key in a window
        const auto again = bench::measure(300, [&] { sink = letter::compose(c, c.letters[0], pack->catalogue, pack->clauses, {}, kToday, &templates).paragraphs.size(); });
        const auto floor = bench::measure(300, [&] {
            std::string copy;
            copy.reserve(text.size());
            for (const char ch : text)
                copy += ch;
            sink = copy.size();
        });
        const auto name = std::to_string(c.letters[0].picks.size()) + " places, " + std::to_string(text.size()) + " characters";
        std::printf("%-36s %10.1f %10.1f %10.1f %10.1f %8.1f\n", name.c_str(), composing.p50, composing.p99, again.p50, floor.p50, composing.p50 / floor.p50);
    };
    for (const int count : {6, 50, 125})
        row(letterOf(count));
    row(letterOf(60)); // the bar: 20,000 characters, with the 800 clauses of the library at hand, in a millisecond
    row(letterOf(200, true));
    row(clausesOf(*pack, 200));
    row(clausesOf(*pack, 400));
}
