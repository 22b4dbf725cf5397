#include "desktop/submit_page.h"

#include "desktop/copying.h"
#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "letter/format.h"
#include "library/as_of.h"

#include <QCheckBox>
#include <QComboBox>
#include <QTime>

#include <algorithm>
#include <array>

namespace desktop {

namespace {

constexpr std::array kLengths{appeal::Length::Full, appeal::Length::Thousand, appeal::Length::FiveHundred, appeal::Length::Chat, appeal::Length::Subject};

FieldEditor* editorFor(const char* type, const QString& label, QVBoxLayout* column, const QString& example = {}, QWidget** whole = nullptr)
{
    library::Field field;
    field.type = type;
    field.example = {{"en", s(example)}, {"zh", s(example)}};
    auto* row = new QWidget;
    auto* inside = new QVBoxLayout(row);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(2);
    auto* title = words(label);
    title->setFont(scaled(row->font(), 0.93));
    inside->addWidget(title);
    auto* editor = FieldEditor::make(field, {}, row);
    inside->addWidget(editor);
    editor->input()->setAccessibleName(label);
    title->setBuddy(editor->input());
    column->addWidget(row);
    if (whole)
        *whole = row;
    return editor;
}

} // namespace

CopyBox::CopyBox(Desk& desk, QWidget* parent) : Card(parent), m_desk(desk), m_boxes(new Rows(nullptr, 3)), m_line(words({}))
{
    setAccessibleName(tr("Copy"));
    column()->addWidget(heading(tr("The way out"), 2));
    auto* line = new Line;
    auto* whole = line->add(mainButton(tr("Copy letter")));
    whole->setToolTip(tr("The whole letter as plain text (Ctrl+Shift+C)"));
    auto* save = line->add(button(tr("Save as text…")));
    column()->addWidget(line);
    m_line->setObjectName(QStringLiteral("copied"));
    m_line->hide();
    column()->addWidget(m_line);
    column()->addWidget(m_boxes);
    auto* shorter = new Line;
    auto* title = shorter->add(quietWords(tr("Shorter, for a form:")));
    title->setWordWrap(false);
    m_length = shorter->add(new QComboBox);
    m_length->setAccessibleName(tr("Length of the letter"));
    m_length->addItems({tr("full length"), tr("1,000 characters"), tr("500 characters"), tr("three sentences"), tr("one line")});
    m_copyShorter = shorter->add(button(tr("Copy at this length")));
    column()->addWidget(shorter);
    m_shorter = words({});
    m_shorter->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_shorter->hide();
    column()->addWidget(m_shorter);
    connect(whole, &QPushButton::clicked, this, [this] { confirm(copyLetter(m_desk)); });
    connect(save, &QPushButton::clicked, this, [this] { saveLetter(m_desk, this, [this](const QString& text) { confirm(text); }); });
    connect(m_length, &QComboBox::activated, this, &CopyBox::drawShorter);
    connect(m_copyShorter, &QPushButton::clicked, this, [this] {
        copyText(m_shorter->text());
        confirm(QStringLiteral("%1: %2").arg(m_length->currentText(), copiedLine(m_desk)));
    });
}

void CopyBox::confirm(const QString& line)
{
    setWords(m_line, line);
    m_line->show();
}

void CopyBox::drawShorter()
{
    const auto index = std::size_t(std::max(0, m_length->currentIndex()));
    const bool shorter = index > 0 && m_desk.model.session().draft();
    m_shorter->setVisible(shorter);
    m_copyShorter->setVisible(shorter);
    if (shorter)
        setWords(m_shorter, q(letter::toText(m_desk.model.session().compose({}, {}, kLengths[index])).text));
}

void CopyBox::copyBox(const std::string& id)
{
    const auto& model = m_desk.model;
    for (const auto& box : submit::boxes(model.session().letter(), model.catalogue(), appeal::caseFact(model.now(), "marketplace")))
        if (box.id == id) {
            copyText(q(box.text));
            m_copied[id] = windowLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm"));
            confirm(QStringLiteral("%1: %2").arg(nameOfSection(model.catalogue(), box.sections.empty() ? box.id : box.sections.front(), model.now().voice), copiedLine(m_desk)));
            draw();
        }
}

void CopyBox::draw()
{
    const auto& model = m_desk.model;
    const auto boxes = submit::boxes(model.session().letter(), model.catalogue(), appeal::caseFact(model.now(), "marketplace"));
    m_boxes->begin();
    if (boxes.size() > 1)
        for (const auto& box : boxes) {
            QStringList sections;
            for (const auto& section : box.sections)
                if (const auto name = nameOfSection(model.catalogue(), section, model.now().voice); !name.isEmpty())
                    sections << name;
            const auto name = sections.join(QStringLiteral(", "));
            auto* row = m_boxes->row<QWidget>(q(box.id), [&] {
                auto* made = new QWidget;
                auto* line = new QHBoxLayout(made);
                line->setContentsMargins(0, 0, 0, 0);
                auto* copy = smallButton(tr("Copy"), tr("Copy the box %1").arg(name));
                connect(copy, &QToolButton::clicked, this, [this, id = box.id] { copyBox(id); });
                line->addWidget(copy);
                auto* text = words({});
                text->setObjectName(QStringLiteral("text"));
                line->addWidget(text, 1);
                return made;
            });
            const auto locale = windowLocale();
            auto text = box.limit ? tr("%1: %2 of %3 characters").arg(name, locale.toString(qulonglong(box.characters)), locale.toString(*box.limit))
                                  : tr("%1: %2 characters").arg(name, locale.toString(qulonglong(box.characters)));
            if (box.limit && box.characters > std::size_t(*box.limit))
                text = QStringLiteral("⚠ ") + text;
            if (const auto it = m_copied.find(box.id); it != m_copied.end())
                text += QStringLiteral(" · ") + tr("copied %1").arg(it->second);
            setWords(row->findChild<QLabel*>(QStringLiteral("text")), text);
        }
    m_boxes->end();
    drawShorter();
}

GuideBox::GuideBox(Desk& desk, QWidget* parent) : Card(parent), m_desk(desk), m_title(heading({}, 2)), m_source(quietWords({})), m_steps(new Rows(nullptr, 3))
{
    column()->addWidget(m_title);
    column()->addWidget(m_steps);
    column()->addWidget(m_source);
}

void GuideBox::draw()
{
    const auto& model = m_desk.model;
    const auto& c = model.now();
    const auto* draft = model.letterWanted();
    const bool quiz = !c.causes.empty() && std::all_of(c.causes.begin(), c.causes.end(), [](const auto& x) { return x.route == appeal::Route::Quiz; });
    const auto* guide = submit::guideFor(model.catalogue(), appeal::caseFact(c, "marketplace"), appeal::caseFact(c, "store"), draft ? draft->kind : std::string{}, quiz);
    setVisible(guide != nullptr);
    if (!guide)
        return;
    setAccessibleName(in(guide->name));
    setWords(m_title, in(guide->name));
    const auto source = guide->page.empty() ? guide->source : guide->page;
    if (const auto old = library::checkThis(model.catalogue(), guide->asOf, source, model.today(), windowLanguage()); !old.empty())
        setWords(m_source, q(old));
    else
        setWords(m_source, tr("As of %1. The page may have changed since.").arg(q(guide->asOf)));
    m_steps->begin();
    int n = 0;
    for (const auto& step : guide->steps) {
        // ticks of one letter: a second try begins anew
        const auto id = "guide:" + (draft ? draft->id : std::string{}) + ":" + guide->id + ":" + std::to_string(++n);
        auto* row = m_steps->row<QWidget>(q(id), [&] {
            auto* made = new QWidget;
            auto* line = new QHBoxLayout(made);
            line->setContentsMargins(0, 0, 0, 0);
            auto* box = new QCheckBox;
            box->setAccessibleName(in(step));
            line->addWidget(box, 0, Qt::AlignTop);
            auto* text = words(QStringLiteral("%1. %2").arg(n).arg(in(step)));
            text->setBuddy(box);
            line->addWidget(text, 1);
            connect(box, &QCheckBox::clicked, this, [this, id](bool on) {
                m_desk.model.edit(appeal::TickPromise{id, on ? std::optional(appeal::Tick{m_desk.model.today(), {}}) : std::nullopt});
            });
            return made;
        });
        row->findChild<QCheckBox*>()->setChecked(c.ticks.count(id) != 0);
    }
    m_steps->end();
}

RecordBox::RecordBox(Desk& desk, QWidget* parent) : Card(parent), m_desk(desk), m_sentence(words({})), m_wrong(words({}))
{
    setAccessibleName(tr("Record submission"));
    column()->addWidget(heading(tr("I have submitted it"), 2));
    column()->addWidget(m_sentence);
    m_form = new QWidget;
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    m_day = editorFor("date", tr("Sent on"), form);
    m_channel = editorFor("text", tr("By which way"), form, tr("Seller Central, Account Health"));
    m_case = editorFor("text", tr("Case ID that the page showed"), form);
    m_because = editorFor("text", tr("Why it was sent although it was not ready"), form, {}, &m_becauseRow);
    auto palette = m_wrong->palette();
    palette.setColor(QPalette::WindowText, colours().warning);
    m_wrong->setPalette(palette);
    m_wrong->hide();
    form->addWidget(m_wrong);
    m_record = mainButton(tr("Record submission"));
    form->addWidget(m_record);
    column()->addWidget(m_form);
    connect(m_record, &QPushButton::clicked, this, &RecordBox::record);
    m_day->setText(q(appeal::isoDate(desk.model.today())));
}

void RecordBox::draw()
{
    const auto* draft = m_desk.model.letterWanted();
    const bool open = draft && draft->sent.empty();
    setVisible(draft != nullptr);
    m_form->setVisible(open);
    if (!draft)
        return;
    if (!open) {
        for (const auto& event : m_desk.model.now().events)
            if (event.id == draft->sent)
                setWords(m_sentence, tr("Sent on %1. Its text is kept word for word.").arg(longDay(event.on)));
        return;
    }
    setWords(m_sentence, tr("This keeps the day and the text as it is now. Nothing is sent by this program."));
    const auto* review = m_desk.model.review();
    m_becauseRow->setVisible(review && !review->ready);
}

void RecordBox::record()
{
    const auto day = appeal::parseDate(s(m_day->text().trimmed()));
    const auto& model = m_desk.model;
    QString wrong;
    if (!day)
        wrong = say(model.catalogue(), "value.not_a_date");
    else if (*day > model.today())
        wrong = say(model.catalogue(), "value.in_future", {{"value", appeal::isoDate(*day)}});
    setWords(m_wrong, wrong);
    m_wrong->setVisible(!wrong.isEmpty());
    if (!wrong.isEmpty()) {
        m_day->setFocus();
        return;
    }
    m_desk.model.rest();
    m_desk.model.edit(journey::submitted(model.session(), {}, *day, s(m_channel->text().trimmed()), s(m_case->text().trimmed()), s(m_because->text().trimmed())));
    Q_EMIT recorded();
}

} // namespace desktop
