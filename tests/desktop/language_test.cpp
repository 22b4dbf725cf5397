#include "support.h"

#include "desktop/language.h"

#include <QComboBox>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QTableView>
#include <QTextEdit>
#include <QXmlStreamReader>

using namespace desktop;

namespace {

/// What of @p path is not translated: "context: source".
QStringList untranslated(const QString& path, bool withPlurals)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {QStringLiteral("cannot be read: ") + path};
    QXmlStreamReader xml(&file);
    QStringList out;
    QString context, source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            const auto type = xml.attributes().value(QLatin1String("type")).toString();
            if (type == QLatin1String("vanished") || type == QLatin1String("obsolete"))
                continue;
            const auto text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            if (type == QLatin1String("unfinished") || (text.isEmpty() && withPlurals))
                out << context + QStringLiteral(": ") + source;
        }
    }
    if (xml.hasError())
        out << xml.errorString();
    return out;
}

/// A language for as long as a test wants it.
struct Speaking
{
    explicit Speaking(const char* code) { useLanguage(QLatin1String(code)); }
    ~Speaking() { useLanguage(QStringLiteral("en")); }
};

/// Words that are the same in every language: names, codes, what the seller or the notice says.
bool isData(TestWindow& w, const QString& text)
{
    static const QRegularExpression latin(QStringLiteral("[A-Za-z]{3,}"));
    static const QStringList known{QStringLiteral("ASIN"), QStringLiteral("SKU"), QStringLiteral("FBA"), QStringLiteral("Amazon"), QStringLiteral("Seller"), QStringLiteral("Central"), QStringLiteral("Causeway"), QStringLiteral("Ctrl"),
        QStringLiteral("Shift"), QStringLiteral("Alt"), QStringLiteral("PDF"), QStringLiteral("English"), QStringLiteral("com"), QStringLiteral("ODR"), QStringLiteral("VAT")};
    const auto notice = w.model().isOpen() && appeal::notice(w.now()) ? q(appeal::notice(w.now())->text) : QString();
    for (auto it = latin.globalMatch(text); it.hasNext();) {
        const auto word = it.next().captured();
        if (!known.contains(word) && !notice.contains(word, Qt::CaseInsensitive))
            return false;
    }
    return true;
}

/// Every word on the page that has no Chinese in it though it should.
QStringList english(TestWindow& w, QWidget* inside)
{
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    QStringList out;
    const auto look = [&](const QWidget* widget, const QString& text) {
        if (!text.isEmpty() && !text.contains(han) && !isData(w, text))
            out << QStringLiteral("%1: %2").arg(QLatin1String(widget->metaObject()->className()), text);
    };
    for (auto* widget : inside->findChildren<QWidget*>()) {
        if (!widget->isVisible() || w->workspace()->preview()->isAncestorOf(widget) || qobject_cast<TextButton*>(widget))
            continue; // the letter, other phrasings of it and quotations are in their own language
        if (!widget->accessibleName().startsWith(QStringLiteral("“")))
            look(widget, widget->accessibleName());
        look(widget, widget->toolTip());
        if (auto* label = qobject_cast<QLabel*>(widget); label && !label->text().startsWith(QStringLiteral("“")))
            look(widget, label->text());
        if (auto* b = qobject_cast<QAbstractButton*>(widget))
            look(widget, b->text());
        // what stands in a fact's field as an example is what the letter will hold, in the letter's language
        if (auto* line = qobject_cast<QLineEdit*>(widget); line && !line->objectName().startsWith(QStringLiteral("fact:")))
            look(widget, line->placeholderText());
        if (auto* text = qobject_cast<QPlainTextEdit*>(widget); text && !text->objectName().startsWith(QStringLiteral("fact:")))
            look(widget, text->placeholderText());
        if (auto* list = qobject_cast<QListWidget*>(widget))
            for (int i = 0; i < list->count(); ++i)
                look(widget, list->item(i)->text());
        if (auto* box = qobject_cast<QComboBox*>(widget))
            for (int i = 0; i < box->count(); ++i)
                look(widget, box->itemText(i));
    }
    out.removeDuplicates();
    return out;
}

} // namespace

/// English and Chinese: nothing untranslated, the names that others rely on, and switching in the middle of a word.
class LanguageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { useLanguage(QStringLiteral("en")); }
    void everyStringIsTranslated()
    {
        QCOMPARE(untranslated(QStringLiteral(SOURCE_DIR "/resources/translations/app_zh_CN.ts"), true), QStringList());
        QCOMPARE(untranslated(QStringLiteral(SOURCE_DIR "/resources/translations/app_en.ts"), false), QStringList());
    }
    void theSourcesSayNothingThatTheTranslationDoesNotKnow()
    {
        const QString tool = QStringLiteral(LUPDATE);
        if (!QFile::exists(tool))
            QSKIP("lupdate is not installed");
        QTemporaryDir folder;
        const auto copy = folder.filePath(QStringLiteral("app_zh_CN.ts"));
        QVERIFY(QFile::copy(QStringLiteral(SOURCE_DIR "/resources/translations/app_zh_CN.ts"), copy));
        QProcess process;
        process.start(tool, {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-no-obsolete"), QStringLiteral("-I"), QStringLiteral(SOURCE_DIR "/src"),
                                QStringLiteral(SOURCE_DIR "/src/desktop"), QStringLiteral("-ts"), copy});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(untranslated(copy, true), QStringList());
    }

    void theNamesThatOthersRelyOn_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("steps");
        QTest::addColumn<QStringList>("buttons");
        QTest::addColumn<QStringList>("routes");
        QTest::addColumn<QStringList>("texts");
        const auto words = [](std::initializer_list<const char*> all) {
            QStringList out;
            for (const char* word : all)
                out << QString::fromUtf8(word);
            return out;
        };
        // texts: steps, notice, letter, letter in Chinese, find a clause, clauses, signer
        QTest::newRow("en") << QStringLiteral("en") << words({"1 Cause", "2 Evaluation", "3 Plan", "4 Submit", "5 Follow-up"}) << words({"New from clipboard", "Copy letter", "Undo", "Redo", "Back", "Next", "Record submission"})
                            << words({"It happened", "It did not happen", "They only want papers", "Quiz or questionnaire"}) << words({"Steps", "Notice", "Letter", "Letter in Chinese", "Find a clause", "Clauses", "Name of the signer"});
        QTest::newRow("zh") << QStringLiteral("zh") << words({"1 原因", "2 评估", "3 计划", "4 提交", "5 跟进"}) << words({"从剪贴板新建", "复制信件", "撤销", "重做", "上一步", "下一步", "记录提交"})
                            << QStringList() << words({"步骤", "通知", "信件", "中文信件", "查找条款", "条款", ""});
    }
    void theNamesThatOthersRelyOn()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, steps);
        QFETCH(QStringList, buttons);
        QFETCH(QStringList, routes);
        QFETCH(QStringList, texts);
        const Speaking speaking(qPrintable(language));
        if (routes.isEmpty())
            for (const char* route : {"admit", "dispute", "documents", "quiz"})
                routes << in(knowledge().catalogue()->named("routes", route)->name);
        if (texts.last().isEmpty())
            texts.last() = in(knowledge().catalogue()->fact("case", "contact_name")->label);
        TestWindow w;
        w.start(oneNotice());
        auto* rail = w.named<QListWidget>(texts[0]);
        QVERIFY(rail);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(rail->item(i)->text(), steps[i]);
        QVERIFY(w.named<QTextEdit>(texts[1]));
        for (const auto& route : routes)
            QVERIFY2(w.named<QAbstractButton>(route), qPrintable(route));
        QVERIFY2(w.named<QLineEdit>(texts[6]), qPrintable(texts[6]));
        w.press(routes[0]);
        for (const auto& button : buttons.mid(0, 6))
            QVERIFY2(w.named<QAbstractButton>(button), qPrintable(button));
        QVERIFY(w.named<QTextEdit>(texts[2]));
        w->workspace()->preview()->showTab(1);
        QVERIFY(w.named<QTextEdit>(texts[3]));
        w->goToStep(2);
        QVERIFY(w.named<QLineEdit>(texts[4]));
        QTest::keyClicks(w.named<QLineEdit>(texts[4]), QStringLiteral("order"));
        QTRY_VERIFY(w.named<QWidget>(texts[5]));
        w->goToStep(3);
        QVERIFY(w.named<QAbstractButton>(buttons[6]));
    }

    void noEnglishInTheChineseWindow()
    {
        const Speaking speaking("zh");
        TestWindow w;
        w.start(oneNotice());
        w.press(in(knowledge().catalogue()->named("routes", "admit")->name));
        for (int step = 0; step < 5; ++step) {
            w->goToStep(step);
            QTRY_VERIFY(w.model().review());
            QCoreApplication::processEvents();
            const auto found = english(w, w.window.get());
            QVERIFY2(found.isEmpty(), qPrintable(QString::number(step + 1) + QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
        }
    }

    void theLanguageIsSwitchedInTheMiddleOfAWord()
    {
        TestWindow w;
        w.start(oneNotice());
        QLineEdit* field = nullptr;
        QTRY_VERIFY((field = w.named<QLineEdit>(QStringLiteral("Store name"))));
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("Lindenhof"));
        QTest::keyClick(field, Qt::Key_Left);
        const auto caret = field->cursorPosition();
        w.press(QStringLiteral("中文"));
        const auto label = [] { return in(knowledge().catalogue()->fact("case", "store_name")->label); };
        QTRY_VERIFY(windowLanguage() == "zh" && w.named<QLineEdit>(label()));
        field = w.named<QLineEdit>(label());
        QTRY_VERIFY(field->hasFocus());
        QCOMPARE(field->text(), QStringLiteral("Lindenhof"));
        QCOMPARE(field->cursorPosition(), caret);
        QTest::keyClicks(field, QStringLiteral("x"));
        QCOMPARE(appeal::caseFact(w.now(), "store_name"), std::string("Lindenhoxf"));
        QCOMPARE(w->workspace()->step(), 0);
        w.press(QStringLiteral("English"));
        QTRY_VERIFY(windowLanguage() == "en" && w.named<QLineEdit>(QStringLiteral("Store name")));
        QCOMPARE(w.named<QLineEdit>(QStringLiteral("Store name"))->text(), QStringLiteral("Lindenhoxf"));
        QVERIFY(w.model().session().canUndo());
        QTest::keyClick(w.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(appeal::caseFact(w.now(), "store_name") != "Lindenhoxf");
    }
};
REGISTER_TEST(LanguageTest);
#include "language_test.moc"
