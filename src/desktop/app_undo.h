#pragma once

#include <QObject>

namespace desktop {

/// Lets Ctrl+Z and Ctrl+Shift+Z pass through an editor to the window's actions: there is one undo, that of the case.
class AppUndo : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Takes an editor's own undo away and lets the keys pass.
    static void install(QWidget* editor);
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace desktop
