#include "desktop/offsets.h"
#include "desktop/rewording.h"
#include "support.h"

/// Bytes and UTF-16 of one text; what typing in the letter does to a template.
class TextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void positionsGoBothWays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("ascii") << QStringLiteral("plain");
        QTest::newRow("chinese") << QStringLiteral("订单 defect 率");
        QTest::newRow("beyond the BMP") << QString::fromUtf8("a𠀀b😀c");
        QTest::newRow("long") << QString::fromUtf8("甲a😀é").repeated(60);
    }
    void positionsGoBothWays()
    {
        QFETCH(QString, text);
        const auto utf8 = text.toStdString();
        const desktop::Offsets offsets(utf8);
        QCOMPARE(offsets.units(), text.size());
        for (qsizetype unit = 0; unit <= text.size(); ++unit) {
            const bool inside = unit > 0 && unit < text.size() && text[unit].isLowSurrogate();
            const auto start = inside ? unit - 1 : unit;
            QCOMPARE(offsets.toByte(unit), std::size_t(text.left(start).toUtf8().size()));
            QCOMPARE(offsets.toUtf16(std::size_t(text.left(start).toUtf8().size())), start);
        }
        QCOMPARE(offsets.toByte(text.size() + 5), utf8.size());
        QCOMPARE(offsets.toUtf16(utf8.size() + 5), text.size());
    }
    void aByteInsideACharacterIsItsStart()
    {
        const std::string text = "x甲y";
        const desktop::Offsets offsets(text);
        QCOMPARE(offsets.toUtf16(2), 1);
        QCOMPARE(offsets.toUtf16(3), 1);
        QCOMPARE(offsets.toUtf16(4), 2);
    }

    void typingKeepsPlaceholders_data()
    {
        QTest::addColumn<std::size_t>("at");
        QTest::addColumn<std::size_t>("removed");
        QTest::addColumn<std::string>("typed");
        QTest::addColumn<std::string>("expected");
        // source: "On {{.on}} {{.who}} checked {{n|# order|# orders}}. Since {{.gone}} it holds. Done."
        // text:   "On 9 March Li Na checked 5 orders. Done."
        const auto row = [](const char* name, std::size_t at, std::size_t removed, const char* typed, const char* expected) {
            QTest::newRow(name) << at << removed << std::string(typed) << std::string(expected);
        };
        row("at the start", 0, 0, "X ", "X On {{.on}} {{.who}} checked {{n|# order|# orders}}. Since {{.gone}} it holds. Done.");
        row("at the end", 40, 0, " End", "On {{.on}} {{.who}} checked {{n|# order|# orders}}. Since {{.gone}} it holds. Done. End");
        row("a word replaced", 17, 7, "counted", "On {{.on}} {{.who}} counted {{n|# order|# orders}}. Since {{.gone}} it holds. Done.");
        row("into a value", 5, 0, "x", "On 9 xMarch {{.who}} checked {{n|# order|# orders}}. Since {{.gone}} it holds. Done.");
        row("a value taken out", 11, 5, "", "On {{.on}}  checked {{n|# order|# orders}}. Since {{.gone}} it holds. Done.");
        row("behind a value", 10, 0, ",", "On {{.on}}, {{.who}} checked {{n|# order|# orders}}. Since {{.gone}} it holds. Done.");
        row("Chinese", 17, 0, "好", "On {{.on}} {{.who}} 好checked {{n|# order|# orders}}. Since {{.gone}} it holds. Done.");
        row("beside a hidden sentence", 33, 2, "!", "On {{.on}} {{.who}} checked {{n|# order|# orders}}!Since {{.gone}} it holds. Done.");
        row("across a hidden sentence", 33, 6, "!", "On {{.on}} {{.who}} checked {{n|# order|# orders}}!.");
    }
    void typingKeepsPlaceholders()
    {
        QFETCH(std::size_t, at);
        QFETCH(std::size_t, removed);
        QFETCH(std::string, typed);
        QFETCH(std::string, expected);
        appeal::Paragraph p;
        p.source = "On {{.on}} {{.who}} checked {{n|# order|# orders}}. Since {{.gone}} it holds. Done.";
        p.text = "On 9 March Li Na checked 5 orders. Done.";
        p.uses = {{".on", 3, 10}, {".who", 11, 16}, {"n", 25, 33}};
        QCOMPARE(desktop::reworded(p, at, removed, typed), expected);
    }
    void gapsAndVoiceStayLive()
    {
        appeal::Paragraph p;
        p.source = "{{We}} found {{.root_cause}} in {{our}} house.";
        p.text = "We found [Why it could happen] in our house.";
        p.gaps = {{"root_causes.1.root_cause", appeal::Scope::Record, "r1", "Why it could happen", 9, 30}};
        QCOMPARE(desktop::reworded(p, 38, 5, "shop"), std::string("{{We}} found {{.root_cause}} in {{our}} shop."));
        QCOMPARE(desktop::reworded(p, 9, 21, "the cause"), std::string("{{We}} found the cause in {{our}} house."));
    }
    void unseenBracketsStayPaired()
    {
        appeal::Paragraph p;
        p.source = "One[[ and {{.two}}]] is here.";
        p.text = "One and two is here.";
        p.uses = {{".two", 8, 11}};
        QCOMPARE(desktop::reworded(p, 15, 4, "there"), std::string("One[[ and {{.two}}]] is there."));
        p.text = "One is here.";
        p.uses.clear();
        QCOMPARE(desktop::reworded(p, 7, 4, "there"), std::string("One[[ and {{.two}}]] is there."));
        const auto cut = desktop::reworded(p, 2, 3, "");
        QCOMPARE(cut.find("[[") == cut.npos, cut.find("]]") == cut.npos);
    }
    void blanksAtTheEndDoNotPileUp()
    {
        appeal::Paragraph p;
        p.source = "one two ";
        p.text = "one two";
        QCOMPARE(desktop::reworded(p, 7, 0, " t"), std::string("one two t"));
    }
};
REGISTER_TEST(TextTest);
#include "text_test.moc"
