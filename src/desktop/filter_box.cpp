#include "desktop/filter_box.h"

#include "desktop/app_undo.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QWheelEvent>

namespace desktop {

FilterBox::FilterBox(const QString& name, const QString& placeholder, QWidget* parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(14);
    setAccessibleName(name);
    lineEdit()->setAccessibleName(name);
    lineEdit()->setPlaceholderText(placeholder);
    AppUndo::install(lineEdit());
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(this, &QComboBox::activated, this, [this](int index) {
        if (const auto id = itemData(index).toString(); !id.isEmpty())
            Q_EMIT chosen(id);
    });
    connect(lineEdit(), &QLineEdit::returnPressed, this, &FilterBox::enter, Qt::QueuedConnection); // after the box's own answer
}

void FilterBox::fill(const QList<QPair<QString, QString>>& names)
{
    clear();
    for (const auto& [name, id] : names)
        addItem(name, id);
    setCurrentIndex(-1);
    clearEditText();
}

void FilterBox::choose(const QString& id)
{
    setCurrentIndex(findData(id));
    if (currentIndex() < 0)
        clearEditText();
}

void FilterBox::enter()
{
    const auto typed = currentText().trimmed();
    if (typed.isEmpty() || findText(typed) >= 0)
        return; // the box took it already
    const int first = findText(typed, Qt::MatchContains);
    if (first < 0)
        return;
    setCurrentIndex(first);
    Q_EMIT chosen(itemData(first).toString());
}

void FilterBox::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace desktop
