#include "catch.h"

#include "library/clauses.h"
#include "submit/review.h"

#include <iomanip>
#include <iostream>

namespace {

const library::CataloguePtr& catalogue()
{
    static const auto loaded = library::builtinCatalogue();
    REQUIRE(loaded);
    return *loaded;
}

const submit::Reviewer& reviewer()
{
    static const submit::Reviewer one(catalogue());
    return one;
}

/// The letter kind in which a passage is read where it names none: one that the check applies to.
std::string usualKind(const library::Check& check)
{
    const auto is = [&](const char* cls) { return std::find(check.classes.begin(), check.classes.end(), cls) != check.classes.end(); };
    if (is("buyer") && !is("appeal"))
        return "buyer_resolution";
    if (check.classes.empty() && !check.kinds.empty())
        return check.kinds.front();
    return "first_appeal";
}

bool flagged(const library::Check& check, const library::Node& passage, const std::string& language)
{
    const auto& text = passage.members.empty() ? passage.text : passage["text"].text;
    const auto kind = passage["kind"].text.empty() ? usualKind(check) : passage["kind"].text;
    const auto review = reviewer().review(text, kind, language, {});
    return std::any_of(review.findings.begin(), review.findings.end(), [&](const auto& f) { return f.check == check.id; });
}

} // namespace

TEST_CASE("every phrase of the checks can be read")
{
    for (const auto& fault : reviewer().faults())
        FAIL_CHECK(fault);
}

TEST_CASE("each rule flags the passages it must flag and passes the near misses")
{
    std::ostringstream table;
    std::size_t rules = 0;
    for (const auto& check : catalogue()->checks) {
        int hit = 0, missed = 0, wrong = 0, right = 0;
        for (const auto& [language, passages] : check.body["flags"].members)
            for (const auto& passage : passages.items) {
                const bool found = flagged(check, passage, language);
                found ? ++hit : ++missed;
                if (!found)
                    FAIL_CHECK(check.id << " does not flag: " << (passage.members.empty() ? passage.text : passage["text"].text).substr(0, 200));
            }
        for (const auto& [language, passages] : check.body["passes"].members)
            for (const auto& passage : passages.items) {
                const bool found = flagged(check, passage, language);
                found ? ++wrong : ++right;
                if (found)
                    FAIL_CHECK(check.id << " flags what it should pass: " << (passage.members.empty() ? passage.text : passage["text"].text).substr(0, 200));
            }
        if (hit + missed + wrong + right == 0)
            continue; // a rule that needs a case: its own table
        ++rules;
        CHECK(hit + missed >= 5);
        CHECK(wrong + right >= 5);
        table << std::left << std::setw(30) << check.id << std::right << "  recall " << std::setw(3) << hit << "/" << hit + missed << "  precision " << std::setw(3) << hit << "/" << hit + wrong << "  of " << right + wrong
              << " near misses\n";
    }
    std::cout << table.str();
    CHECK(rules >= 48);
}
