#include "letter/from_chinese.h"
#include "catch.h"

#include "library/clauses.h"
#include "library/readings.h"
#include "text/decode.h"

namespace {

const library::Catalogue& content()
{
    static const library::CataloguePtr all = [] {
        auto read = library::builtinCatalogue();
        REQUIRE(read);
        return *read;
    }();
    return *all;
}

library::Field field(const char* type)
{
    library::Field out;
    out.name = "x";
    out.type = type;
    return out;
}

} // namespace

TEST_CASE("Chinese is proposed in English as far as the tables know it")
{
    struct Row { const char* type; const char* chinese; const char* english; bool complete; };
    const auto row = GENERATE(values<Row>({
        {"person", "仓库主管李娜", "Li Na, warehouse lead", true},
        {"person", "李娜，仓库主管", "Li Na, warehouse lead", true},
        {"person", "李娜（仓库主管）", "Li Na, warehouse lead", true},
        {"person", "欧阳明", "Ouyang Ming", true},
        {"person", "仓库主管", "warehouse lead", false},
        {"person", "吕霞，总经理", "Lyu Xia, General Manager", true},
        {"longtext", "2026年9月7日", "7 September 2026", true},
        {"longtext", "9月7日", "7 September", true},
        {"longtext", "316件", "316 units", true},
        {"longtext", "1箱", "1 carton", true},
        {"longtext", "三箱", "three cartons", true},
        {"longtext", "仓储部", "warehouse department", true},
        {"longtext", "深圳、东莞", "Shenzhen, Dongguan", true},
        {"longtext", "龙岗区", "Longgang District", true},
        {"longtext", "气泡膜，标签", "bubble wrap, label", true},
        {"longtext", "每周", "every week", true},
        {"longtext", "爆仓", "【爆仓】", false},
        {"longtext", "每天爆仓", "every day 【爆仓】", false},
        {"longtext", "气泡膜标签", "bubble wrap label", false},
        {"longtext", "B0K9VDH2RW", "B0K9VDH2RW", false},
        {"longtext", "", "", false},
    }));
    INFO(row.chinese);
    const auto made = letter::fromChinese(row.chinese, field(row.type), content(), library::builtinReadings());
    CHECK(made.english == row.english);
    CHECK(made.complete == row.complete);
}

TEST_CASE("a company's name is taken from the licence, never spelt")
{
    const auto company = field("text");
    CHECK_FALSE(letter::fromChinese("深圳市海港贸易有限公司", company, content(), library::builtinReadings()).complete);
    const auto known = letter::fromChinese("深圳市海港贸易有限公司", company, content(), library::builtinReadings(), {{"深圳市海港贸易有限公司", "Shenzhen Harbor Trading Co., Ltd."}});
    CHECK(known.complete);
    CHECK(known.english == "Shenzhen Harbor Trading Co., Ltd.");
}

TEST_CASE("what the tables do not know is marked, so that no Han character stands in English unmarked")
{
    for (const char* chinese : {"仓库爆仓导致三单延误", "李娜说没问题", "每天检查", "合同编号：ABC", "\xe4\xb8", "，。"}) {
        const auto made = letter::fromChinese(chinese, field("longtext"), content(), library::builtinReadings());
        std::string outside;
        bool inside = false;
        for (std::size_t i = 0; i < made.english.size();) {
            if (made.english.compare(i, 3, "【") == 0 || made.english.compare(i, 3, "】") == 0) {
                inside = made.english.compare(i, 3, "【") == 0;
                i += 3;
                continue;
            }
            if (!inside)
                outside += made.english[i];
            ++i;
        }
        INFO(chinese << " -> " << made.english);
        CHECK_FALSE(text::hasHan(outside));
    }
}
