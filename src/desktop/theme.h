#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QString>

class QWidget;

namespace desktop {

/// The colours beside the palette, for the scheme that is in use. None of them ever stands alone: a sign or a word goes with it.
struct Colours
{
    QColor card, accent, accentText, warning, good, muted, line, hover;
    QColor tintCause, tintId, tintDeadline, tintRequest; ///< behind recognised words of a notice
    QColor gap, proposed;                                ///< behind what is missing, beside what nobody confirmed
};
const Colours& colours();
bool isDark();

/// Families are named, since Qt picks the Japanese face of Noto CJK by itself.
void useFonts();
/// "light", "dark", or empty for the system's scheme, read from the palette that the platform gave.
void useTheme(const QString& name);

/// An icon of resources/icons in the text's colour of the present scheme.
QIcon icon(const QString& name);
/// Font of @p widget made larger or smaller and heavier.
QFont scaled(const QFont& font, double factor, bool bold = false);
/// Text that stands back but stays legible.
void mute(QWidget* widget);

} // namespace desktop
