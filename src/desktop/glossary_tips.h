#pragma once

#include "library/catalogue.h"

#include <QObject>

#include <functional>

class QLabel;

namespace desktop {

/// Explains the words of the trade: a label that names a term of the glossary shows what it means, at the term's first place on its page.
class GlossaryTips : public QObject
{
    Q_OBJECT
public:
    /// @param catalogue null while nothing is loaded
    explicit GlossaryTips(std::function<library::CataloguePtr()> catalogue, QObject* parent = nullptr);
    /// The words for the tooltip of @p label; empty where it names no term, or none for the first time on its page.
    QString wordsFor(const QLabel* label) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<library::CataloguePtr()> m_catalogue;
};

} // namespace desktop
