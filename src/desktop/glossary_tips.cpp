#include "desktop/glossary_tips.h"

#include "desktop/language.h"
#include "desktop/page.h"
#include "desktop/strings.h"
#include "library/glossary.h"

#include <QHelpEvent>
#include <QLabel>
#include <QToolTip>

#include <set>

namespace desktop {

namespace {

/// The page that a label stands on, else its window.
const QWidget* pageOf(const QWidget* widget)
{
    for (const auto* at = widget; at; at = at->parentWidget())
        if (qobject_cast<const Page*>(at) || at->isWindow())
            return at;
    return widget;
}

} // namespace

GlossaryTips::GlossaryTips(std::function<library::CataloguePtr()> catalogue, QObject* parent) : QObject(parent), m_catalogue(std::move(catalogue)) {}

QString GlossaryTips::wordsFor(const QLabel* label) const
{
    const auto catalogue = m_catalogue();
    if (!catalogue)
        return {};
    const auto language = windowLanguage();
    auto terms = library::termsIn(*catalogue, s(label->text()), language);
    if (terms.empty())
        return {};
    // of the labels above it on the same page
    const auto* page = pageOf(label);
    const auto here = label->mapTo(page, QPoint());
    std::set<const library::Term*> before;
    for (const auto* other : page->findChildren<QLabel*>()) {
        if (other == label || !other->isVisibleTo(page))
            continue;
        const auto there = other->mapTo(page, QPoint());
        if (there.y() < here.y() || (there.y() == here.y() && there.x() < here.x()))
            for (const auto* term : library::termsIn(*catalogue, s(other->text()), language))
                before.insert(term);
    }
    QStringList out;
    for (const auto* term : terms)
        if (before.count(term) == 0)
            out << q(library::explained(*catalogue, *term, language));
    return out.join(QStringLiteral("\n\n"));
}

bool GlossaryTips::eventFilter(QObject* watched, QEvent* event)
{
    const auto* label = event->type() == QEvent::ToolTip ? qobject_cast<const QLabel*>(watched) : nullptr;
    if (label && label->toolTip().isEmpty())
        if (const auto words = wordsFor(label); !words.isEmpty()) {
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), words.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")), const_cast<QLabel*>(label));
            return true;
        }
    return QObject::eventFilter(watched, event);
}

} // namespace desktop
