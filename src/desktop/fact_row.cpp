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
    auto* top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_label, 1);
    m_where = smallButton({}, {});
    m_where->setAutoRaise(true);
    m_where->setFocusPolicy(Qt::NoFocus);
    m_where->hide();
    top->addWidget(m_where);
    m_toChinese = smallButton(QStringLiteral("中"), tr("%1: say it in Chinese").arg(title));
    m_toChinese->setToolTip(tr("Say it in Chinese beside the English; both are kept"));
    m_toChinese->setAutoRaise(true);
    m_toChinese->setFocusPolicy(Qt::NoFocus);
    m_toChinese->hide();
    top->addWidget(m_toChinese);
    column->addLayout(top);
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
    connect(m_editor, &FieldEditor::left, this, [this] {
        m_desk.model.rest();
        if (m_desk.model.isOpen() && twoSided() && text::hasHan(s(m_editor->text())))
            draw(letter::FactState(m_state)); // Chinese that was typed here goes to its own side
    });
    connect(m_toChinese, &QToolButton::clicked, this, [this] {
        drawChinese({}, !m_editor->text().isEmpty(), true);
        m_chinese->editor()->input()->setFocus();
    });
    connect(m_where, &QToolButton::clicked, this, [this] {
        if (!m_usedIn.empty())
            Q_EMIT placeAsked(m_usedIn[m_nextPlace++ % m_usedIn.size()]);
    });
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

bool FactRow::twoSided() const
{
    return letterLanguage(m_desk.model) != "zh" && (m_field.type == "longtext" || m_field.type == "text" || m_field.type == "person");
}

QString FactRow::shownValue(const letter::FactState& state) const
{
    const auto language = letterLanguage(m_desk.model);
    const auto at = [&](const appeal::Language& key) {
        const auto it = state.value.find(key);
        return it == state.value.end() ? QString() : q(it->second);
    };
    for (const auto& key : {language, appeal::Language{}})
        if (const auto value = at(key); !value.isEmpty())
            return value;
    if (!twoSided())
        return at("zh").isEmpty() ? at("en") : at("zh");
    // while it is being typed Chinese stays in the field; afterwards it stands on its own side
    return m_editor->input()->hasFocus() && !m_editor->text().isEmpty() ? at("zh") : QString();
}

void FactRow::draw(const letter::FactState& state)
{
    m_state = state;
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
    if (twoSided()) {
        const auto it = state.value.find("zh");
        const auto chinese = it == state.value.end() ? QString() : q(it->second);
        const bool here = !chinese.isEmpty() && value == chinese;
        drawChinese(here ? QString() : chinese, !value.isEmpty(), m_chinese && !m_chinese->isHidden() && m_chinese->editor()->input()->hasFocus());
        m_toChinese->setVisible(windowLanguage() == "zh" && (!m_chinese || m_chinese->isHidden()) && !here);
    } else {
        m_toChinese->hide();
        if (m_chinese)
            m_chinese->hide();
    }
    drawWhere(state);
    note(state);
}

void FactRow::drawWhere(const letter::FactState& state)
{
    m_usedIn = state.usedIn;
    // a place of its own says where it is by standing there
    const bool shown = !m_usedIn.empty() && state.scope != appeal::Scope::Record && state.scope != appeal::Scope::Pick;
    m_where->setVisible(shown);
    if (!shown)
        return;
    m_where->setText(m_usedIn.size() > 1 ? QStringLiteral("→ %1").arg(m_usedIn.size()) : QStringLiteral("→"));
    m_where->setAccessibleName(tr("Show in the letter: %1").arg(m_title));
    m_where->setToolTip(tr("Used in %n place(s) of the letter; shows one after the other", nullptr, int(m_usedIn.size())));
}

void FactRow::drawChinese(const QString& chinese, bool englishThere, bool open)
{
    if (chinese.isEmpty() && !open) {
        if (m_chinese && !m_chinese->editor()->input()->hasFocus())
            m_chinese->hide();
        return;
    }
    if (!m_chinese) {
        m_chinese = new ChineseSide(m_desk, m_field, in(m_field.label).isEmpty() ? q(m_name) : in(m_field.label), this);
        static_cast<QVBoxLayout*>(layout())->addWidget(m_chinese);
        connect(m_chinese, &ChineseSide::edited, this, &FactRow::takeChinese);
        connect(m_chinese, &ChineseSide::left, this, [this] { m_desk.model.rest(); });
        connect(m_chinese, &ChineseSide::sentenceWanted, this, &FactRow::sentenceWanted);
        connect(m_chinese, &ChineseSide::englishChosen, this, [this](const QString& english) {
            m_desk.model.rest();
            m_editor->setText(english);
            take();
            m_desk.model.rest();
            m_editor->input()->setFocus();
        });
    }
    m_chinese->show();
    if (!(chinese.isEmpty() && open))
        m_chinese->draw(chinese, englishThere);
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
    if (line.isEmpty() && value.isEmpty() && m_chinese && !m_chinese->isHidden() && !m_chinese->text().isEmpty()) {
        line = tr("The letter still needs this in English.");
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
        const bool ownSide = m_chinese && !m_chinese->isHidden(); // there the Chinese is cleared by itself
        if (!ownSide && (m_field.type == "longtext" || m_field.type == "text" || m_field.type == "person"))
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

void FactRow::takeChinese()
{
    auto& model = m_desk.model;
    if (!model.isOpen())
        return;
    journey::Setter setter(model.now(), model.catalogue(), model.session().clauses(), model.today(), {}, m_pick);
    if (const auto done = setter.set(m_name + "@zh", normalised(m_chinese->text())))
        model.edit(setter.edits(), "row-zh:" + s(m_editor->input()->objectName()));
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
