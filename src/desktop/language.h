#pragma once

#include "appeal/case.h"
#include "library/catalogue.h"

#include <QDate>
#include <QLocale>
#include <QString>

namespace desktop {

/// The language of the window: "en" or "zh". Widgets' own labels come by tr(), what the command line says as well from the catalogue.
const appeal::Language& windowLanguage();
/// Loads the translations of @p code; empty: the system's language. Widgets are told by LanguageChange.
void useLanguage(const QString& code);
/// Dates and numbers of the window.
QLocale windowLocale();

/// @p words in the window's language.
QString in(const library::Words& words);
/// A sentence of the catalogue in the window's language.
QString say(const library::Catalogue& catalogue, std::string_view id, const std::map<std::string, std::string>& values = {});
/// The name of an entry of a vocabulary; its id where it has none.
QString nameOf(const library::Catalogue& catalogue, std::string_view vocabulary, std::string_view id);
QString nameOfCause(const library::Catalogue& catalogue, std::string_view id);
QString nameOfLetter(const library::Catalogue& catalogue, std::string_view id);
QString nameOfMarketplace(const library::Catalogue& catalogue, std::string_view marketplace, std::string_view store = {});
/// A section's heading as the letter has it.
QString nameOfSection(const library::Catalogue& catalogue, std::string_view id, appeal::Voice voice = appeal::Voice::We);

QDate toQt(const appeal::Date& day);
/// "9 Mar" this year, "9 Mar 2025" else; 3月9日, 2025年3月9日.
QString shortDay(const appeal::Date& day, const appeal::Date& today);
/// "9 March 2026"; 2026年3月9日.
QString longDay(const appeal::Date& day);

} // namespace desktop
