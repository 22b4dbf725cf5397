#include "library/readings.h"
#include "catch.h"

#include "library/clauses.h"
#include "text/decode.h"

#include <set>

TEST_CASE("every Chinese character of the shipped clauses is read")
{
    const auto pack = library::builtinPack();
    REQUIRE(pack);
    const auto& readings = library::builtinReadings();
    std::set<std::string> unread;
    const auto look = [&](std::string_view text) {
        for (std::size_t i = 0; i + 2 < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (byte >= 0xE4 && byte <= 0xE9 && text::hasHan(text.substr(i, 3)) && readings.of(text.substr(i, 3)).empty())
                unread.insert(std::string(text.substr(i, 3)));
        }
    };
    for (const auto& clause : pack->clauses) {
        look(library::in(clause.name, "zh"));
        for (const auto& text : clause.text.at("zh"))
            look(text);
    }
    CHECK(unread.empty());
}

TEST_CASE("characters that are read in several ways are read as their words want it")
{
    struct Row { const char* text; const char* typed; };
    const auto row = GENERATE(values<Row>({{"截止时间", "jzsj"}, {"截止时间", "jiezhi"}, {"银行", "yinhang"}, {"行为", "xingwei"}, {"重复", "chongfu"}, {"重量", "zhongliang"}, {"调整", "tiaozheng"}, {"调查", "diaocha"},
        {"网上调查", "diaocha"}, {"返还", "fanhuan"}, {"还是", "haishi"}, {"厂长", "changzhang"}, {"长期", "changqi"}, {"了解", "liaojie"}, {"为了解决", "weilejiejue"}, {"没收到", "meishoudao"}, {"模具", "muju"},
        {"地址", "dizhi"}, {"订单", "dingdan"}, {"都是", "doushi"}, {"差评", "chaping"}, {"绿色", "lvse"}, {"类似", "leisi"}, {"严重发货延误", "yanzhongfahuo"}, {"校验", "jiaoyan"}, {"概率", "gailv"}}));
    INFO(row.text << " " << row.typed);
    CHECK(library::builtinReadings().find(row.text, row.typed).size() == 1);
}

TEST_CASE("family names are read as names")
{
    struct Row { const char* han; const char* latin; };
    const auto row = GENERATE(values<Row>({{"王小明", "Wang Xiaoming"}, {"曾丽", "Zeng Li"}, {"单雄", "Shan Xiong"}, {"吕霞", "Lyu Xia"}, {"欧阳明", "Ouyang Ming"}, {"解语", "Xie Yu"}, {"李娜", "Li Na"}, {"翟天", "Zhai Tian"}}));
    CHECK(library::builtinReadings().name(row.han) == std::string(row.latin));
}
