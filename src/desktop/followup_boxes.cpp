#include "desktop/followup_page.h"

#include "desktop/app_undo.h"
#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "followup/followup.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>


namespace desktop {

ReplyBox::ReplyBox(Desk& desk, QWidget* parent) : Card(parent), m_desk(desk), m_text(new QPlainTextEdit), m_read(words({}))
{
    setAccessibleName(tr("Reply"));
    column()->addWidget(heading(tr("A reply came"), 2));
    m_text->setAccessibleName(tr("Reply"));
    m_text->setObjectName(QStringLiteral("reply"));
    m_text->setPlaceholderText(tr("Paste the marketplace's reply here. It is read, and recorded only when you say so."));
    m_text->setFixedHeight(96);
    AppUndo::install(m_text);
    column()->addWidget(m_text);
    auto* line = new Line;
    auto* label = line->add(words(tr("Received on")));
    label->setWordWrap(false);
    library::Field field;
    field.type = "date";
    m_day = line->add(FieldEditor::make(field, {}, nullptr));
    m_day->input()->setAccessibleName(tr("Received on"));
    m_day->setText(q(appeal::isoDate(desk.model.today())));
    m_record = line->add(button(tr("Record the reply")));
    m_record->setEnabled(false);
    column()->addWidget(line);
    m_read->hide();
    column()->addWidget(m_read);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ReplyBox::read);
    connect(m_day, &FieldEditor::edited, this, &ReplyBox::read);
    connect(m_record, &QPushButton::clicked, this, &ReplyBox::record);
}

void ReplyBox::setText(const QString& text)
{
    m_text->setPlainText(text);
    m_text->setFocus();
}

void ReplyBox::draw()
{
    if (!m_reading && !m_text->toPlainText().isEmpty())
        read();
}

void ReplyBox::read()
{
    const auto text = m_text->toPlainText();
    const auto& reader = m_desk.knowledge.reader();
    m_reading.reset();
    const auto day = appeal::parseDate(s(m_day->text().trimmed()));
    m_record->setEnabled(!text.trimmed().isEmpty() && reader && day && *day <= m_desk.model.today());
    if (text.trimmed().isEmpty() || !reader) {
        m_read->hide();
        return;
    }
    m_reading = reader->readReply(s(text), day);
    const auto& catalogue = m_desk.model.catalogue();
    auto sentence = tr("It reads as: %1").arg(say(catalogue, "reply." + m_reading->cls));
    QStringList wanted;
    for (const auto& found : m_reading->asksFor)
        wanted << nameOf(catalogue, "asks_for", found.id);
    if (!wanted.isEmpty())
        sentence += QLatin1Char('\n') + tr("What they want: %1").arg(wanted.join(windowLanguage() == "zh" ? QStringLiteral("、") : QStringLiteral(", ")));
    for (const auto& deadline : m_reading->deadlines)
        if (deadline.due)
            sentence += QLatin1Char('\n') + QStringLiteral("%1: %2").arg(nameOf(catalogue, "deadline_kinds", deadline.kind), longDay(*deadline.due));
    setWords(m_read, sentence);
    m_read->show();
}

void ReplyBox::record()
{
    const auto day = appeal::parseDate(s(m_day->text().trimmed()));
    if (!m_reading || !day)
        return;
    const auto reading = *m_reading;
    const auto text = s(m_text->toPlainText());
    m_desk.model.rest();
    m_desk.model.edit(journey::replied(m_desk.model.now(), text, reading, *day, m_desk.model.catalogue()));
    m_text->clear();
    Q_EMIT recorded();
}

namespace {

/// One promise with its tick and its proof.
class TodoRow final : public QWidget
{
public:
    TodoRow(Desk& desk, const appeal::Id& record) : m_desk(desk), m_record(record), m_box(new QCheckBox), m_text(words({})), m_proof(new QLineEdit)
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 2, 0, 3);
        column->setSpacing(2);
        auto* top = new QHBoxLayout;
        top->addWidget(m_box, 0, Qt::AlignTop);
        top->addWidget(m_text, 1);
        column->addLayout(top);
        m_proof->setPlaceholderText(TodoBox::tr("Proof: a file's name, or where it lies"));
        AppUndo::install(m_proof);
        column->addWidget(m_proof);
        connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
            if (on)
                tick(m_desk.model.today());
            else
                m_desk.model.edit(appeal::TickPromise{m_record, {}});
        });
        connect(m_proof, &QLineEdit::editingFinished, this, [this] {
            const auto it = m_desk.model.now().ticks.find(m_record);
            if (it != m_desk.model.now().ticks.end() && it->second.proof != s(m_proof->text()))
                tick(it->second.on.value_or(m_desk.model.today()));
        });
    }
    void draw(const followup::Todo& todo)
    {
        const auto& model = m_desk.model;
        auto text = q(appeal::anyOf(todo.what, windowLanguage()));
        if (!todo.who.empty())
            text += QStringLiteral(" · ") + q(todo.who);
        if (todo.by)
            text += QStringLiteral(" · ") + shortDay(*todo.by, model.today());
        const auto it = model.now().ticks.find(m_record);
        const bool ticked = it != model.now().ticks.end();
        text += QStringLiteral("\n") + (ticked && it->second.on ? TodoBox::tr("shown on %1").arg(longDay(*it->second.on)) : say(model.catalogue(), todo.done ? "followup.todo.done" : "followup.todo.open"));
        setWords(m_text, text);
        m_box->setChecked(ticked || todo.done);
        m_box->setAccessibleName(text);
        m_proof->setAccessibleName(TodoBox::tr("Proof: %1").arg(q(appeal::anyOf(todo.what, windowLanguage()))));
        m_proof->setVisible(ticked);
        if (ticked && !m_proof->hasFocus() && m_proof->text() != q(it->second.proof))
            m_proof->setText(q(it->second.proof));
    }

private:
    void tick(appeal::Date on) { m_desk.model.edit(appeal::TickPromise{m_record, appeal::Tick{on, s(m_proof->text().trimmed())}}); }
    Desk& m_desk;
    appeal::Id m_record;
    QCheckBox* m_box;
    QLabel* m_text;
    QLineEdit* m_proof;
};

} // namespace

TodoBox::TodoBox(Desk& desk, QWidget* parent) : Card(parent), m_desk(desk), m_rows(new Rows(nullptr, 2))
{
    setAccessibleName(tr("What the letter promised"));
    column()->addWidget(heading(tr("What the letter promised"), 2));
    column()->addWidget(m_rows);
}

void TodoBox::draw()
{
    const auto todos = followup::todos(m_desk.model.now(), m_desk.model.today());
    m_rows->begin();
    for (const auto& todo : todos)
        m_rows->row<TodoRow>(q(todo.record), [&] { return new TodoRow(m_desk, todo.record); })->draw(todo);
    m_rows->end();
    setVisible(!todos.empty());
}

} // namespace desktop
