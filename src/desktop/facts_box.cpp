#include "desktop/plan_page.h"

#include "desktop/language.h"
#include "desktop/letter_lengths.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <algorithm>

namespace desktop {

FactsBox::FactsBox(Desk& desk, QWidget* parent) : Card(parent), m_desk(desk), m_title(heading(tr("Facts of the letter"), 2)), m_rows(new Rows), m_places(new Rows(nullptr, 1))
{
    setAccessibleName(tr("Facts of the letter"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    m_all = smallButton(tr("Show all"), tr("Show all facts of the letter"));
    m_all->setCheckable(true);
    top->addWidget(m_all, 0, Qt::AlignTop);
    column()->addLayout(top);
    m_rows->useColumns(200);
    column()->addWidget(m_rows);
    column()->addWidget(m_places);
    connect(m_all, &QToolButton::toggled, this, [this](bool on) {
        m_all->setText(on ? tr("Show what is missing") : tr("Show all"));
        Q_EMIT redrawAsked();
    });
}

void FactsBox::hideEvent(QHideEvent* event)
{
    Card::hideEvent(event);
    m_kept.clear();
}

bool FactsBox::showsAll() const
{
    return m_all->isChecked();
}

void FactsBox::draw(const std::vector<letter::FactState>& facts)
{
    m_facts = facts;
    std::vector<letter::FactState> shown;
    int missing = 0;
    for (const auto& fact : facts) {
        if (fact.scope == appeal::Scope::Record || fact.scope == appeal::Scope::Pick || (fact.field && fact.field->derived))
            continue;
        missing += fact.missing ? 1 : 0;
        const auto key = FactRow::keyOf(fact);
        if (fact.missing && !m_kept.contains(key))
            m_kept << key;
        if (m_all->isChecked() || m_kept.contains(key))
            shown.push_back(fact);
    }
    setWords(m_title, missing > 0 ? tr("Facts of the letter: %n missing", nullptr, missing) : tr("Facts of the letter"));
    setTone(missing > 0 ? Tone::Warning : Tone::Plain);
    drawFacts(*m_rows, m_desk, shown);
    for (auto* row : m_rows->all()) {
        connect(static_cast<FactRow*>(row), &FactRow::placeAsked, this, &FactsBox::placeAsked, Qt::UniqueConnection);
        connect(static_cast<FactRow*>(row), &FactRow::sentenceWanted, this, &FactsBox::sentenceWanted, Qt::UniqueConnection);
    }
    drawPlaces(facts);
    setVisible(!facts.empty());
}

void FactsBox::drawPlaces(const std::vector<letter::FactState>& facts)
{
    m_places->begin();
    if (m_all->isChecked())
        for (const auto& fact : facts) {
            if ((fact.scope != appeal::Scope::Record && fact.scope != appeal::Scope::Pick) || !fact.field)
                continue;
            const auto value = q(appeal::anyOf(fact.value, letterLanguage(m_desk.model)));
            if (value.isEmpty() && !fact.missing)
                continue;
            const auto name = fact.scope == appeal::Scope::Record ? nameOfLeftOut(m_desk.model, fact.name) : in(fact.field->label);
            auto line = QStringLiteral("%1: %2").arg(name, value.isEmpty() ? tr("⚠ missing") : value.simplified());
            if (fact.usedIn.empty())
                line += QLatin1Char(' ') + tr("(not in this letter)");
            const auto place = fact.usedIn.empty() ? std::string{} : fact.usedIn.front();
            auto* row = m_places->row<TextButton>(QStringLiteral("place:") + FactRow::keyOf(fact) + q(place), [&] {
                auto* made = new TextButton;
                made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
                connect(made, &TextButton::clicked, this, [this, place] {
                    if (!place.empty())
                        Q_EMIT placeAsked(place);
                });
                return made;
            });
            row->setQuiet(!fact.missing);
            row->setWords(line, tr("Show in the letter: %1").arg(line));
        }
    m_places->end();
    m_places->setVisible(m_all->isChecked());
}

bool FactsBox::reveal(const std::string& fact)
{
    for (const auto& state : m_facts)
        if (state.name == fact && state.scope != appeal::Scope::Record && state.scope != appeal::Scope::Pick) {
            const auto key = FactRow::keyOf(state);
            if (!m_kept.contains(key))
                m_kept << key;
            const auto facts = m_facts;
            draw(facts);
            if (auto* row = static_cast<FactRow*>(m_rows->at(key)))
                row->editor()->input()->setFocus();
            return true;
        }
    return false;
}

FixedBox::FixedBox(Desk& desk, QWidget* parent) : Card(parent), m_desk(desk), m_rows(new Rows(nullptr, 6))
{
    setAccessibleName(tr("Opening, request and closing"));
    m_open = smallButton(QStringLiteral("▸ ") + tr("Opening, request and closing"), tr("Opening, request and closing"));
    m_open->setCheckable(true);
    m_open->setAutoRaise(true);
    column()->addWidget(m_open, 0, Qt::AlignLeft);
    m_rows->hide();
    column()->addWidget(m_rows);
    connect(m_open, &QToolButton::toggled, this, [this](bool on) {
        m_open->setText((on ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + tr("Opening, request and closing"));
        if (const auto* draft = m_desk.model.session().draft())
            draw(*draft, m_desk.model.session().letter());
    });
}

void FixedBox::draw(const appeal::LetterDraft& draft, const appeal::Letter& letter)
{
    m_rows->begin();
    if (m_open->isChecked())
        for (const auto& p : letter.paragraphs) {
            if (p.kind != appeal::Paragraph::Kind::Fixed && p.kind != appeal::Paragraph::Kind::Lead)
                continue;
            auto* row = m_rows->row<QWidget>(q(p.place), [&] {
                auto* made = new QWidget;
                auto* inside = new QVBoxLayout(made);
                inside->setContentsMargins(0, 0, 0, 0);
                inside->setSpacing(2);
                auto* text = new TextButton;
                text->setObjectName(QStringLiteral("words"));
                text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
                inside->addWidget(text);
                auto* line = new Line;
                auto* turn = line->add(smallButton(tr("Say it differently"), {}));
                turn->setObjectName(QStringLiteral("turn"));
                auto* back = line->add(smallButton(tr("Back to the library's wording"), {}));
                back->setObjectName(QStringLiteral("back"));
                inside->addWidget(line);
                const auto place = p.place;
                connect(text, &TextButton::clicked, this, [this, place] { Q_EMIT shown(place); });
                connect(turn, &QToolButton::clicked, this, [this, place] {
                    if (const auto* now = m_desk.model.session().draft()) {
                        const auto it = now->variants.find(place);
                        m_desk.model.edit(appeal::SetVariant{now->id, place, (it == now->variants.end() ? 0 : it->second) + 1});
                    }
                });
                connect(back, &QToolButton::clicked, this, [this, place] {
                    if (const auto* now = m_desk.model.session().draft())
                        m_desk.model.edit(appeal::Reword{now->id, place, now->language, {}, {}});
                });
                return made;
            });
            auto* text = row->findChild<TextButton*>(QStringLiteral("words"));
            text->setWords(q(p.text).simplified(), tr("Show in the letter: %1").arg(q(p.text).simplified()));
            const bool open = draft.sent.empty();
            row->findChild<QToolButton*>(QStringLiteral("turn"))->setVisible(open && !p.edited);
            row->findChild<QToolButton*>(QStringLiteral("back"))->setVisible(open && p.edited);
        }
    m_rows->end();
}

bool FixedBox::reveal(const std::string& place)
{
    m_open->setChecked(true);
    if (auto* row = m_rows->at(q(place))) {
        row->findChild<TextButton*>(QStringLiteral("words"))->setFocus();
        return true;
    }
    return false;
}

} // namespace desktop
