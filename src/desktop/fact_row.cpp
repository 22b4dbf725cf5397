#include "desktop/fact_row.h"

#include "desktop/attach.h"
#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "journey/setting.h"
#include "text/decode.h"

namespace desktop {

appeal::Language letterLanguage(const CaseModel& model)
{
    const auto* draft = model.isOpen() ? model.session().draft() : nullptr;
    return draft ? draft->language : appeal::Language{"en"};
}

QString FactRow::keyOf(const letter::FactState& state)
{
    return q(std::string(appeal::name(state.scope)) + ":" + state.owner + ":" + state.name);
}

FactRow::FactRow(Desk& desk, const letter::FactState& state, QWidget* parent, const QString& shortTitle)
    : QWidget(parent), m_desk(desk), m_field(state.field ? *state.field : state.own), m_name(state.name), m_pick(state.scope == appeal::Scope::Pick ? state.owner : appeal::Id{})
{
    // marketplaces and their stores are data of their own
    if (m_field.type == "choice" && m_field.options.empty()) {
        const auto& all = desk.model.catalogue().marketplaces;
        if (m_field.name == "marketplace")
            for (const auto& place : all)
                m_field.options.push_back({place.id, place.name});
        if (m_field.name == "store")
            for (const auto& place : all)
                if (place.id == appeal::caseFact(desk.model.now(), "marketplace"))
                    for (const auto& store : place.stores)
                        m_field.options.push_back({store.id, store.name});
    }
    const auto title = in(m_field.label).isEmpty() ? q(m_name) : in(m_field.label);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 2);
    column->setSpacing(2);
    m_title = shortTitle.isEmpty() ? title : shortTitle;
    m_label = words(m_title);
    m_label->setFont(scaled(font(), 0.93));
    column->addWidget(m_label);
    QStringList files;
    for (const auto& e : m_desk.model.now().evidence)
        files << q(e.name);
    m_editor = FieldEditor::make(m_field, files, this);
    column->addWidget(m_editor);
    m_note = quietWords({});
    m_note->setFont(scaled(font(), 0.88));
    m_note->hide();
    column->addWidget(m_note);
    m_label->setBuddy(m_editor->input());
    m_editor->input()->setAccessibleName(title);
    m_editor->input()->setObjectName(QStringLiteral("fact:") + keyOf(state));
    setProperty("wide", m_editor->isWide());

    connect(m_editor, &FieldEditor::edited, this, &FactRow::take);
    connect(m_editor, &FieldEditor::left, this, [this] { m_desk.model.rest(); });
    connect(m_editor, &FieldEditor::fileChosen, this, [this](const QString& path) {
        attachFile(m_desk, this, path, {}, [this](const QString& name) {
            m_editor->setText(name);
            take();
        });
    });
    draw(state);
}

std::string FactRow::normalised(const QString& text) const
{
    return letter::normaliseValue(m_field, s(text));
}

QString FactRow::shownValue(const letter::FactState& state) const
{
    const auto language = letterLanguage(m_desk.model);
    for (const auto& key : {language, appeal::Language{}, appeal::Language{"zh"}, appeal::Language{"en"}})
        if (const auto it = state.value.find(key); it != state.value.end() && !it->second.empty())
            return q(it->second);
    return {};
}

void FactRow::draw(const letter::FactState& state)
{
    if (m_field.type == "file") {
        QStringList files;
        for (const auto& e : m_desk.model.now().evidence)
            files << q(e.name);
        m_editor->setFiles(files);
    }
    const auto value = shownValue(state);
    if (m_editor->composing()) {
        // the input method is in the middle of a character
    } else if (value.isEmpty() && !m_refused.isEmpty() && m_editor->text() == m_refused) {
        // what was refused stays to be mended
    } else if (normalised(m_editor->text()) != s(value)) {
        m_refused.clear();
        m_why.clear();
        m_editor->setText(value);
    }
    note(state);
}

void FactRow::note(const letter::FactState& state)
{
    QString line = m_why;
    bool wrong = !line.isEmpty();
    const auto value = shownValue(state);
    const auto language = letterLanguage(m_desk.model);
    if (line.isEmpty() && !value.isEmpty() && language == "en" && text::hasHan(s(value)) && (m_field.type == "longtext" || m_field.type == "text" || m_field.type == "person")) {
        line = tr("Kept in Chinese. The letter is in English and still needs this in English.");
        wrong = true;
    }
    if (line.isEmpty() && !value.isEmpty())
        switch (state.source) {
        case appeal::Source::Notice: line = tr("from the notice"); break;
        case appeal::Source::Evaluation: line = tr("from the evaluation"); break;
        case appeal::Source::Profile: line = tr("from the seller's data"); break;
        case appeal::Source::Record: line = tr("from what was recorded"); break;
        case appeal::Source::Derived: line = tr("worked out"); break;
        case appeal::Source::Typed: break;
        }
    if (line.isEmpty() && value.isEmpty())
        line = in(m_field.hint);
    setWords(m_label, state.missing ? tr("%1 · needed").arg(m_title) : m_title);
    m_note->setForegroundRole(wrong ? QPalette::WindowText : QPalette::PlaceholderText);
    auto palette = m_note->palette();
    palette.setColor(QPalette::WindowText, colours().warning);
    if (wrong && m_note->palette() != palette)
        m_note->setPalette(palette);
    setWords(m_note, wrong ? QStringLiteral("⚠ ") + line : line);
    m_note->setVisible(!line.isEmpty());
    const auto spoken = line.isEmpty() && state.missing ? tr("needed") : line;
    if (m_editor->input()->accessibleDescription() != spoken)
        m_editor->input()->setAccessibleDescription(spoken);
}

void FactRow::take()
{
    auto& model = m_desk.model;
    if (!model.isOpen())
        return;
    const auto typed = m_editor->text();
    const auto value = normalised(typed);
    const auto& catalogue = model.catalogue();
    journey::Setter setter(model.now(), catalogue, model.session().clauses(), model.today(), {}, m_pick);
    m_refused.clear();
    m_why.clear();
    const auto refuse = [&](const QString& why) {
        m_refused = typed;
        m_why = why;
    };
    if (value.empty()) {
        (void)bool(setter.set(m_name, {}));
        if (m_field.type == "longtext" || m_field.type == "text" || m_field.type == "person")
            (void)bool(setter.set(m_name + "@zh", {}));
    } else if (const auto why = letter::checkValue(m_field, value, appeal::caseFact(model.now(), "marketplace"), model.today()); !why.empty()) {
        refuse(say(catalogue, why, {{"value", value}}));
    } else {
        if (text::hasHan(value) && letterLanguage(model) != "zh")
            (void)bool(setter.set(m_name, {}));
        if (const auto done = setter.set(m_name, value); !done)
            refuse(m_field.type == "date" ? say(catalogue, "value.in_future", {{"value", value}}) : q(done.error().detail));
    }
    auto edits = setter.edits();
    if (!m_why.isEmpty()) {
        // the letter must not go on saying what stood here before
        journey::Setter clear(model.now(), catalogue, model.session().clauses(), model.today(), {}, m_pick);
        (void)bool(clear.set(m_name, {}));
        edits = clear.edits();
    }
    const auto before = model.session().revision();
    model.edit(edits, "row:" + s(m_editor->input()->objectName()));
    if (model.session().revision() == before) {
        letter::FactState same;
        same.value[""] = m_why.isEmpty() ? value : std::string{};
        same.missing = m_label->text() != m_title;
        note(same);
    }
}

void drawFacts(Rows& rows, Desk& desk, const std::vector<letter::FactState>& states)
{
    rows.begin();
    for (const auto& state : states)
        rows.row<FactRow>(FactRow::keyOf(state), [&] { return new FactRow(desk, state); })->draw(state);
    rows.end();
}

letter::FactState questionFact(const appeal::Case& c, const std::string& cause, const library::Field& field)
{
    letter::FactState state;
    state.name = cause + "." + field.name;
    state.scope = appeal::Scope::Cause;
    state.owner = cause;
    state.field = &field;
    if (const auto it = c.facts.find({appeal::Scope::Cause, cause, field.name}); it != c.facts.end()) {
        state.value = it->second.value;
        state.source = it->second.source;
    }
    return state;
}

} // namespace desktop
