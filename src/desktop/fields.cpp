#include "desktop/fields.h"

#include "desktop/app_undo.h"
#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <QAction>
#include <QCalendarWidget>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QWidgetAction>
#include <QMenu>

namespace desktop {

namespace {

/// A wheel over a field scrolls the page, and does not change the field.
class CalmBox final : public QComboBox
{
public:
    using QComboBox::QComboBox;
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

QHBoxLayout* rowOf(QWidget* widget)
{
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    return row;
}

std::string bare(const std::string& type)
{
    return type.ends_with("[]") ? type.substr(0, type.size() - 2) : type;
}

} // namespace

FieldEditor* FieldEditor::make(const library::Field& field, const QStringList& files, QWidget* parent)
{
    const bool list = field.type.ends_with("[]") || field.type.ends_with("_list");
    if (field.type == "file")
        return new FileEditor(field, files, parent);
    if (field.type == "choice" || field.type == "yes_no")
        return new ChoiceEditor(field, parent);
    if (field.type == "date")
        return new DayEditor(field, parent);
    if (list || bare(field.type) == "longtext")
        return new TextEditor(field, parent);
    return new LineEditor(field, parent);
}

void FieldEditor::watch(QWidget* input)
{
    AppUndo::install(input);
    input->installEventFilter(this);
    setFocusProxy(input);
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event)
{
    switch (int(event->type())) {
    case QEvent::InputMethod:
        m_composing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
        break;
    case QEvent::FocusOut:
        m_composing = false;
        Q_EMIT left();
        break;
    case QEvent::KeyPress: {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() == Qt::NoModifier) {
            // in a field of one line Enter goes on
            if (qobject_cast<QLineEdit*>(watched)) {
                Q_EMIT left();
                focusNextChild();
                return true;
            }
        }
        break;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

LineEditor::LineEditor(const library::Field& field, QWidget* parent) : FieldEditor(parent), m_line(new QLineEdit(this))
{
    rowOf(this)->addWidget(m_line, 1);
    m_line->setPlaceholderText(in(field.example));
    m_line->setMinimumWidth(90);
    watch(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
}

QString LineEditor::text() const
{
    return m_line->text();
}

void LineEditor::setText(const QString& text)
{
    if (m_line->text() == text)
        return;
    const QSignalBlocker quiet(m_line);
    const auto caret = m_line->cursorPosition();
    m_line->setText(text);
    m_line->setCursorPosition(m_line->hasFocus() ? std::min(caret, int(text.size())) : 0);
}

QWidget* LineEditor::input()
{
    return m_line;
}

DayEditor::DayEditor(const library::Field& field, QWidget* parent) : LineEditor(field, parent)
{
    m_line->setPlaceholderText(in(field.example).isEmpty() ? QStringLiteral("2026-03-09") : in(field.example));
    auto* open = m_line->addAction(icon(QStringLiteral("calendar")), QLineEdit::TrailingPosition);
    open->setText(tr("Pick a day"));
    open->setToolTip(tr("Pick a day (Alt+Down)"));
    open->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    open->setShortcutContext(Qt::WidgetShortcut);
    for (auto* inside : m_line->findChildren<QToolButton*>())
        inside->setAccessibleName(tr("Pick a day"));
    connect(open, &QAction::triggered, this, &DayEditor::openCalendar);
}

void DayEditor::openCalendar()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* calendar = new QCalendarWidget(menu);
    calendar->setAccessibleName(tr("Calendar"));
    calendar->setLocale(windowLocale());
    if (const auto day = QDate::fromString(m_line->text().trimmed(), Qt::ISODate); day.isValid())
        calendar->setSelectedDate(day);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    const auto take = [this, menu](const QDate& day) {
        m_line->setText(day.toString(Qt::ISODate));
        menu->close();
        Q_EMIT edited();
        m_line->setFocus();
    };
    connect(calendar, &QCalendarWidget::clicked, this, take);
    connect(calendar, &QCalendarWidget::activated, this, take);
    menu->popup(m_line->mapToGlobal(QPoint(0, m_line->height())));
    calendar->setFocus();
}

TextEditor::TextEditor(const library::Field& field, QWidget* parent) : FieldEditor(parent), m_text(new QPlainTextEdit(this)), m_least(field.type == "longtext" ? 2 : 1)
{
    rowOf(this)->addWidget(m_text, 1);
    m_text->setPlaceholderText(in(field.example));
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    watch(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        fit();
        Q_EMIT edited();
    });
    fit();
}

void TextEditor::fit()
{
    const QFontMetrics metrics(m_text->font());
    const int lines = std::clamp(int(m_text->document()->size().height()), m_least, 8);
    const int height = metrics.lineSpacing() * lines + 2 * int(m_text->document()->documentMargin()) + 2 * m_text->frameWidth();
    if (m_text->height() != height || m_text->maximumHeight() != height)
        m_text->setFixedHeight(height);
}

QString TextEditor::text() const
{
    return m_text->toPlainText();
}

void TextEditor::setText(const QString& text)
{
    if (m_text->toPlainText() == text)
        return;
    const QSignalBlocker quiet(m_text);
    const auto caret = m_text->textCursor().position();
    m_text->setPlainText(text);
    auto cursor = m_text->textCursor();
    cursor.setPosition(std::min(caret, int(text.size())));
    m_text->setTextCursor(cursor);
    fit();
}

QWidget* TextEditor::input()
{
    return m_text;
}

ChoiceEditor::ChoiceEditor(const library::Field& field, QWidget* parent) : FieldEditor(parent), m_box(new CalmBox(this))
{
    rowOf(this)->addWidget(m_box, 1);
    m_box->addItem(tr("not answered"), QString());
    if (field.type == "yes_no" && field.options.empty()) {
        m_box->addItem(tr("Yes"), QStringLiteral("yes"));
        m_box->addItem(tr("No"), QStringLiteral("no"));
    }
    for (const auto& option : field.options)
        m_box->addItem(in(option.label).isEmpty() ? q(option.id) : in(option.label), q(option.id));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    watch(m_box);
    connect(m_box, &QComboBox::activated, this, [this] { Q_EMIT edited(); });
}

QString ChoiceEditor::text() const
{
    return m_box->currentData().toString();
}

void ChoiceEditor::setText(const QString& text)
{
    if (this->text() == text)
        return;
    auto index = m_box->findData(text);
    if (index < 0) {
        m_box->addItem(text, text); // a value from elsewhere is shown, never dropped
        index = m_box->count() - 1;
    }
    m_box->setCurrentIndex(index);
}

QWidget* ChoiceEditor::input()
{
    return m_box;
}

FileEditor::FileEditor(const library::Field&, const QStringList& files, QWidget* parent) : FieldEditor(parent), m_box(new CalmBox(this))
{
    auto* row = rowOf(this);
    row->addWidget(m_box, 1);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    auto* add = new QToolButton(this);
    add->setText(tr("Choose…"));
    add->setAccessibleName(tr("Choose a file"));
    add->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(add);
    setFiles(files);
    watch(m_box);
    connect(m_box, &QComboBox::activated, this, [this] { Q_EMIT edited(); });
    connect(add, &QToolButton::clicked, this, &FileEditor::choose);
}

void FileEditor::choose()
{
    auto* dialog = new QFileDialog(window(), tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FieldEditor::fileChosen);
    dialog->open();
}

void FileEditor::setFiles(const QStringList& files)
{
    const auto now = text();
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    m_box->addItem(tr("no file yet"), QString());
    for (const auto& file : files)
        m_box->addItem(file, file);
    setText(now);
}

QString FileEditor::text() const
{
    return m_box->currentData().toString();
}

void FileEditor::setText(const QString& text)
{
    if (this->text() == text)
        return;
    auto index = m_box->findData(text);
    if (index < 0) {
        m_box->addItem(text, text);
        index = m_box->count() - 1;
    }
    m_box->setCurrentIndex(index);
}

QWidget* FileEditor::input()
{
    return m_box;
}

} // namespace desktop
