#include "text/word_diff.h"
#include "catch.h"

#include <random>

namespace {

std::string shown(const std::vector<text::Difference>& all)
{
    std::string out;
    for (const auto& d : all)
        out += d.kind == text::Difference::Kind::Same ? d.words : d.kind == text::Difference::Kind::Out ? "[-" + d.words + "]" : "[+" + d.words + "]";
    return out;
}

std::string side(const std::vector<text::Difference>& all, text::Difference::Kind with)
{
    std::string out;
    for (const auto& d : all)
        if (d.kind == text::Difference::Kind::Same || d.kind == with)
            out += d.words;
    return out;
}

} // namespace

TEST_CASE("two texts are compared word by word")
{
    struct Row { const char* before; const char* after; const char* shown; };
    const auto row = GENERATE(values<Row>({
        {"", "", ""},
        {"one two", "one two", "one two"},
        {"", "new", "[+new]"},
        {"gone", "", "[-gone]"},
        {"We checked 5 orders.", "We counted 5 orders.", "We [-checked][+counted] 5 orders."},
        {"We checked orders.", "We checked all orders.", "We checked [+all ]orders."},
        {"订单已退款。", "订单全部退款。", "订单[-已][+全部]退款。"},
        {"a\nb", "a\nc", "a\n[-b][+c]"},
        {"cut-off", "cutoff", "[-cut-off][+cutoff]"},
    }));
    INFO(row.before << " -> " << row.after);
    CHECK(shown(text::wordDiff(row.before, row.after)) == row.shown);
}

TEST_CASE("what stays with what went out is the one text, with what came in the other")
{
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        const auto make = [&] {
            std::string out;
            for (auto n = random() % 30; n > 0; --n)
                out += std::vector<std::string>{"a", "b ", "甲", "乙", " ", ".", "word "}[random() % 7];
            return out;
        };
        const auto before = make(), after = make();
        const auto all = text::wordDiff(before, after);
        INFO(before << " | " << after);
        CHECK(side(all, text::Difference::Kind::Out) == before);
        CHECK(side(all, text::Difference::Kind::In) == after);
    }
    std::string one, other;
    for (int i = 0; i < 6000; ++i) {
        one += "x" + std::to_string(i) + " ";
        other += "y" + std::to_string(i) + " ";
    }
    const auto all = text::wordDiff(one, other);
    CHECK(side(all, text::Difference::Kind::Out) == one);
    CHECK(side(all, text::Difference::Kind::In) == other);
}
