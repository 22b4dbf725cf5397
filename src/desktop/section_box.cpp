#include "desktop/plan_page.h"

#include "desktop/language.h"
#include "desktop/letter_edits.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>

#include <algorithm>
#include <unordered_map>

namespace desktop {

SectionBox::SectionBox(Desk& desk, std::string section, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_section(std::move(section)), m_title(heading({}, 2)), m_rows(new Rows(nullptr, 5))
{
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 2);
    column->setSpacing(5);
    column->addWidget(m_title);
    column->addWidget(m_rows);
}

std::vector<SectionBox::Part> SectionBox::partsOf(const appeal::LetterDraft& draft) const
{
    const auto& c = m_desk.model.now();
    const auto route = library::routeOf(m_section);
    std::vector<Part> parts;
    // causes in the notice's order; one whose route wants this section is there even while it is empty; a part is answered with its whole
    for (const auto& cause : c.causes)
        if (route && cause.route == route && library::wholeOf(c, m_desk.model.catalogue(), cause.id).empty())
            parts.push_back({cause.id, {}});
    for (const auto& pick : draft.picks) {
        if (pick.section != m_section)
            continue;
        auto it = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.cause == pick.cause; });
        if (it == parts.end())
            it = parts.insert(parts.end(), {pick.cause, {}});
        it->picks.push_back(&pick);
    }
    if (parts.empty())
        parts.push_back({{}, {}});
    return parts;
}

std::vector<const library::Group*> SectionBox::groups(const std::string& cause) const
{
    const auto& catalogue = m_desk.model.catalogue();
    const auto* draft = m_desk.model.session().draft();
    const auto* kind = draft ? catalogue.letter(draft->kind) : nullptr;
    const auto* chosen = appeal::findCause(m_desk.model.now(), cause);
    std::vector<const library::Group*> out;
    for (const auto& group : catalogue.groups) {
        if (kind && !kind->groups.empty() && std::find(kind->groups.begin(), kind->groups.end(), group.id) == kind->groups.end())
            continue;
        const bool here = std::any_of(group.section.begin(), group.section.end(), [&](const auto& entry) {
            return entry.second == m_section && (!chosen || !chosen->route || entry.first.empty() || entry.first == appeal::name(*chosen->route) || !library::routeOf(m_section));
        });
        if (here)
            out.push_back(&group);
    }
    return out;
}

QWidget* SectionBox::partHead(const std::string& cause)
{
    auto* head = new Line;
    const auto where = cause.empty() ? nameOfSection(m_desk.model.catalogue(), m_section, m_desk.model.now().voice) : nameOfCause(m_desk.model.catalogue(), cause);
    auto* name = words(cause.empty() ? QString() : where);
    name->setWordWrap(false);
    name->setFont(scaled(font(), 1.0, true));
    name->setObjectName(QStringLiteral("part"));
    head->add(name);
    auto* gap = words(tr("⚠ still empty"));
    gap->setWordWrap(false);
    gap->setObjectName(QStringLiteral("gap"));
    auto palette = gap->palette();
    palette.setColor(QPalette::WindowText, colours().warning);
    gap->setPalette(palette);
    head->add(gap);
    auto* find = head->add(smallButton(tr("＋ Clause"), tr("Find a clause for: %1").arg(where)));
    connect(find, &QToolButton::clicked, this, [this, cause] { Q_EMIT findAsked(m_section, cause); });
    auto* own = head->add(smallButton(tr("＋ Your own words"), tr("Add your own words to: %1").arg(where)));
    own->setPopupMode(QToolButton::InstantPopup);
    own->setObjectName(QStringLiteral("own"));
    auto* menu = new QMenu(own);
    own->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, cause] {
        menu->clear();
        for (const auto* group : groups(cause))
            connect(menu->addAction(in(group->name)), &QAction::triggered, this, [this, id = group->id, cause] { addOwn(id, cause); });
    });
    return head;
}

void SectionBox::draw(const appeal::LetterDraft& draft, const appeal::Letter& letter, const std::vector<letter::FactState>& facts)
{
    const auto& catalogue = m_desk.model.catalogue();
    const auto parts = partsOf(draft);
    std::size_t count = 0;
    for (const auto& part : parts)
        count += part.picks.size();
    setWords(m_title, QStringLiteral("%1 (%2)").arg(nameOfSection(catalogue, m_section, m_desk.model.now().voice)).arg(count));
    m_title->setAccessibleName(m_title->text());
    const bool frozen = !draft.sent.empty();
    const bool wanted = library::routeOf(m_section).has_value();
    const bool several = parts.size() > 1;
    std::unordered_map<std::string_view, const appeal::Paragraph*> paragraphs;
    for (const auto& p : letter.paragraphs)
        if (!p.pick.empty())
            paragraphs.try_emplace(p.pick, &p);
    m_rows->begin();
    for (const auto& part : parts) {
        if (!frozen) {
            auto* head = m_rows->row<QWidget>(QStringLiteral("part:") + q(part.cause), [&] { return partHead(part.cause); });
            head->findChild<QLabel*>(QStringLiteral("gap"))->setVisible(part.picks.empty() && wanted);
            head->findChild<QLabel*>(QStringLiteral("part"))->setVisible(several && !part.cause.empty());
            head->findChild<QToolButton*>(QStringLiteral("own"))->setVisible(!groups(part.cause).empty());
        }
        for (const auto* pick : part.picks) {
            const auto it = paragraphs.find(pick->id);
            m_rows
                ->row<ClauseCard>(q(pick->id),
                    [&] {
                        auto* made = new ClauseCard(m_desk, pick->id);
                        connect(made, &ClauseCard::unfolded, this, &SectionBox::redrawAsked);
                        connect(made, &ClauseCard::shown, this, &SectionBox::shown);
                        connect(made, &ClauseCard::sentenceWanted, this, &SectionBox::sentenceWanted);
                        connect(made, &ClauseCard::said, this, &SectionBox::said);
                        return made;
                    })
                ->draw(draft, *pick, it == paragraphs.end() ? nullptr : it->second, facts);
        }
    }
    m_rows->end();
}

ClauseCard* SectionBox::card(const appeal::Id& pick) const
{
    return qobject_cast<ClauseCard*>(m_rows->at(q(pick)));
}

void SectionBox::addUnfolded(std::set<appeal::Id>& picks) const
{
    for (auto* row : m_rows->all())
        if (const auto* found = qobject_cast<ClauseCard*>(row); found && found->isUnfolded())
            picks.insert(found->pick());
}

void SectionBox::addOwn(const std::string& group, const std::string& cause)
{
    const auto* draft = m_desk.model.session().draft();
    if (!draft)
        return;
    appeal::PickClause edit;
    edit.letter = draft->id;
    edit.pick.section = m_section;
    edit.pick.cause = cause;
    edit.pick.by = appeal::By::Person;
    edit.newRecord = group;
    m_desk.model.rest();
    m_desk.model.edit(edit);
    // the new place is open, its first field waits
    const appeal::Pick* newest = nullptr;
    for (const auto& pick : m_desk.model.session().draft()->picks)
        if (pick.section == m_section && pick.cause == cause && pick.clause.empty())
            newest = &pick;
    if (auto* made = newest ? card(newest->id) : nullptr) {
        made->unfold(true);
        for (auto* row : made->findChildren<FactRow*>()) {
            row->editor()->input()->setFocus();
            break;
        }
    }
}

void SectionBox::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasFormat(kPickMime) || event->mimeData()->hasFormat(kClauseMime))
        event->acceptProposedAction();
}

void SectionBox::dropEvent(QDropEvent* event)
{
    const auto* draft = m_desk.model.session().draft();
    if (!draft)
        return;
    m_desk.model.rest();
    if (const auto pick = event->mimeData()->data(kPickMime).toStdString(); !pick.empty()) {
        const auto* there = appeal::findPick(*draft, pick);
        if (there)
            if (const auto edit = moveBefore(m_desk.model.now(), pick, {}, m_section, there->cause))
                m_desk.model.edit(*edit);
    } else if (const auto* clause = library::find(m_desk.model.session().clauses(), event->mimeData()->data(kClauseMime).toStdString())) {
        if (const auto place = placeOf(*draft, clause->id); place.empty())
            m_desk.model.edit(insertion(m_desk.model, *clause, {}));
        else
            Q_EMIT shown(place); // the letter has it: never twice in passing
    }
    event->acceptProposedAction();
}

} // namespace desktop
