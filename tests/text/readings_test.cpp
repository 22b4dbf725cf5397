#include "text/readings.h"
#include "catch.h"

namespace {

const text::Readings& table()
{
    static const text::Readings made({{"截结节", "jie"}, {"止直", "zhi"}, {"时是", "shi"}, {"间", "jian"}, {"行", "xing"}, {"银", "yin"}, {"银行", "yin hang"}, {"为", "wei"}, {"王", "wang"}, {"小", "xiao"}, {"明", "ming"},
        {"吕绿", "lv"}, {"布", "bu"}, {"欧", "ou"}, {"阳", "yang"}, {"娜", "na"}, {"王汪", "Wang"}, {"吕", "Lv"}, {"欧区", "Ou"}, {"欧阳", "Ou yang"}, {"曾层", "ceng"}, {"曾", "Zeng"}});
    return made;
}

} // namespace

TEST_CASE("a run of Chinese is read in full and by its initials; the longest word counts")
{
    CHECK(table().letters("截止时间") == "jiezhishijian jzsj ");
    CHECK(table().letters("银行，行为") == "yinhang yh xingwei xw ");
    CHECK(table().letters("only English 3%").empty());
    CHECK(table().letters("\xff截").find("jie") != std::string::npos);
}

TEST_CASE("typed letters find the characters that are read so")
{
    struct Row { const char* text; const char* typed; std::size_t start, end, count; };
    const auto row = GENERATE(values<Row>({
        {"截止时间", "jzsj", 0, 12, 1},
        {"截止时间", "jiezhi", 0, 6, 1},
        {"截止时间", "jiezh", 0, 6, 1},
        {"截止时间", "JieZhi", 0, 6, 1},
        {"的截止时间", "zhishij", 6, 15, 1},
        {"截止时间", "ezhi", 0, 0, 0},
        {"截止时间", "j", 0, 0, 0},
        {"银行", "xing", 0, 0, 0},
        {"截 止", "jiezhi", 0, 0, 0},
        {"截止", "订单", 0, 0, 0},
        {"截止", "", 0, 0, 0},
    }));
    INFO(row.text << " " << row.typed);
    const auto found = table().find(row.text, row.typed);
    REQUIRE(found.size() == row.count);
    if (row.count) {
        CHECK(found.front().first == row.start);
        CHECK(found.front().second == row.end);
    }
}

TEST_CASE("a person's name stands as the passport has it")
{
    CHECK(table().name("王小明") == std::string("Wang Xiaoming"));
    CHECK(table().name("吕布") == std::string("Lyu Bu"));
    CHECK(table().name("欧阳娜") == std::string("Ouyang Na"));
    CHECK(table().name("欧娜") == std::string("Ou Na"));
    CHECK(table().name("曾明") == std::string("Zeng Ming"));
    CHECK_FALSE(table().name("明小王"));
    CHECK_FALSE(table().name("王"));
    CHECK_FALSE(table().name("王小明王小"));
    CHECK_FALSE(table().name("王X"));
    CHECK_FALSE(table().name("王鑫")); // a character that the table does not know is never guessed
}
