#pragma once

#include "appeal/result.h"
#include "library/catalogue.h"

#include <QCoreApplication>

namespace desktop {

/// What went wrong, for a person: the catalogue's sentence where the catalogue is there, the place behind it.
class ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
public:
    static QString of(const appeal::Error& error, const library::Catalogue* catalogue);
};

} // namespace desktop
