#include "desktop/language.h"

#include "desktop/strings.h"

#include <QApplication>
#include <QTranslator>

#include <memory>

namespace desktop {

namespace {

appeal::Language& current()
{
    static appeal::Language language = "en";
    return language;
}

void install(const QString& name)
{
    auto* translator = new QTranslator(qApp);
    if (translator->load(QStringLiteral(":/i18n/") + name))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

const appeal::Language& windowLanguage()
{
    return current();
}

void useLanguage(const QString& code)
{
    QString wanted = code;
    if (wanted.isEmpty())
        wanted = QLocale::system().uiLanguages().value(0).startsWith(QLatin1String("zh")) ? QStringLiteral("zh") : QStringLiteral("en");
    current() = s(wanted);
    for (auto* translator : qApp->findChildren<QTranslator*>()) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    if (wanted == QLatin1String("zh")) {
        install(QStringLiteral("qt_zh_CN"));
        install(QStringLiteral("app_zh_CN"));
    } else {
        install(QStringLiteral("app_en"));
    }
    QLocale::setDefault(windowLocale());
}

QLocale windowLocale()
{
    return current() == "zh" ? QLocale(QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China) : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QString in(const library::Words& words)
{
    return q(library::in(words, windowLanguage()));
}

QString say(const library::Catalogue& catalogue, std::string_view id, const std::map<std::string, std::string>& values)
{
    return q(catalogue.say(id, windowLanguage(), values));
}

QString nameOf(const library::Catalogue& catalogue, std::string_view vocabulary, std::string_view id)
{
    const auto* named = catalogue.named(vocabulary, id);
    return named ? in(named->name) : q(id);
}

QString nameOfCause(const library::Catalogue& catalogue, std::string_view id)
{
    const auto* cause = catalogue.cause(id);
    return cause ? in(cause->name) : q(id);
}

QString nameOfLetter(const library::Catalogue& catalogue, std::string_view id)
{
    const auto* kind = catalogue.letter(id);
    return kind ? in(kind->name) : q(id);
}

QString nameOfMarketplace(const library::Catalogue& catalogue, std::string_view marketplace, std::string_view store)
{
    const auto* place = catalogue.marketplace(marketplace);
    if (!place)
        return q(marketplace);
    const auto name = in(place->name);
    if (const auto* shop = place->store(store)) {
        auto domain = q(shop->domain);
        if (domain.startsWith(QLatin1String("www.")))
            domain.remove(0, 4);
        if (!domain.isEmpty()) {
            domain[0] = domain[0].toUpper();
            return domain;
        }
        return name + QLatin1Char(' ') + in(shop->name);
    }
    return name;
}

QString nameOfSection(const library::Catalogue& catalogue, std::string_view id, appeal::Voice voice)
{
    const auto* section = catalogue.section(id);
    auto heading = section ? in(section->heading) : QString();
    if (heading.isEmpty())
        return say(catalogue, "section." + std::string(id));
    const auto& voices = voice == appeal::Voice::I ? catalogue.voiceI : catalogue.voiceWe;
    if (const auto it = voices.find(windowLanguage()); it != voices.end())
        for (const auto& [slot, word] : it->second)
            heading.replace(QStringLiteral("{{%1}}").arg(q(slot)), q(word));
    return heading;
}

QDate toQt(const appeal::Date& day)
{
    return {int(day.year()), int(unsigned(day.month())), int(unsigned(day.day()))};
}

QString shortDay(const appeal::Date& day, const appeal::Date& today)
{
    const bool thisYear = day.year() == today.year();
    const auto pattern = windowLanguage() == "zh" ? (thisYear ? QStringLiteral("M月d日") : QStringLiteral("yyyy年M月d日")) : thisYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy");
    return windowLocale().toString(toQt(day), pattern);
}

QString longDay(const appeal::Date& day)
{
    return windowLocale().toString(toQt(day), windowLanguage() == "zh" ? QStringLiteral("yyyy年M月d日") : QStringLiteral("d MMMM yyyy"));
}

} // namespace desktop
