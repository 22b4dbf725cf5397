#include "desktop/app_undo.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace desktop {

void AppUndo::install(QWidget* editor)
{
    static auto* filter = new AppUndo(qApp);
    if (auto* text = qobject_cast<QTextEdit*>(editor)) {
        text->setUndoRedoEnabled(false);
        text->setTabChangesFocus(true);
    } else if (auto* plain = qobject_cast<QPlainTextEdit*>(editor)) {
        plain->setUndoRedoEnabled(false);
        plain->setTabChangesFocus(true);
    }
    editor->installEventFilter(filter);
}

bool AppUndo::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true; // the window's action gets the key
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace desktop
