#include "desktop/keys_dialog.h"

#include "desktop/parts.h"
#include "desktop/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QScrollArea>

namespace desktop {

namespace {

class Keys
{
    Q_DECLARE_TR_FUNCTIONS(Keys)
public:
    static QList<QPair<QString, QString>> others()
    {
        return {{tr("Alt+Left, Alt+Right"), tr("The step before, the next step")}, {tr("F4"), tr("In the letter: to the clause of this paragraph")},
            {tr("Alt+Up, Alt+Down"), tr("On a clause, in the letter: move it")}, {tr("Enter"), tr("In a field: go on; on a clause found: add it; on a case: open it")},
            {tr("/"), tr("In the letter, where a word begins: insert a clause")}, {tr("F6"), tr("In the letter: what was changed, and back")},
            {tr("Shift+Enter"), tr("On a clause found that the letter has: add it once more")}, {tr("Ctrl+Up, Ctrl+Down"), tr("On a clause found: its other phrasings")},
            {tr("Ctrl+D"), tr("On a clause found: favourite or not")}, {tr("Alt+Down"), tr("In a day's field: the calendar")}, {tr("Esc"), tr("In the clause finder: begin again")}};
    }
    static QString title() { return tr("Keys"); }
    static QString close() { return tr("Close the keys"); }
};

} // namespace

void showKeys(QWidget* parent, const std::vector<QAction*>& actions)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Keys::title());
    auto* column = new QVBoxLayout(dialog);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(Keys::title());
    auto* inside = new QWidget;
    auto* grid = new QGridLayout(inside);
    grid->setHorizontalSpacing(24);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString& keys, const QString& what) {
        auto* left = words(keys);
        left->setWordWrap(false);
        left->setFont(scaled(left->font(), 1.0, true));
        grid->addWidget(left, row, 0);
        grid->addWidget(words(what), row++, 1);
    };
    for (const auto* action : actions)
        if (!action->shortcut().isEmpty())
            add(action->shortcut().toString(QKeySequence::NativeText), action->text());
    for (const auto& [keys, what] : Keys::others())
        add(keys, what);
    grid->setRowStretch(row, 1);
    area->setWidget(inside);
    column->addWidget(area, 1);
    auto* close = button(Keys::close());
    column->addWidget(close, 0, Qt::AlignRight);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    dialog->resize(560, 520);
    dialog->open();
    close->setFocus();
}

} // namespace desktop
