#include "desktop/clause_card.h"

#include "desktop/language.h"
#include "desktop/letter_edits.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "letter/claim.h"

#include <QApplication>
#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QTextDocument>
#include <QShortcut>

#include <algorithm>

namespace desktop {

ClauseCard::ClauseCard(Desk& desk, const appeal::Id& pick, QWidget* parent) : Card(parent), m_desk(desk), m_pick(pick)
{
    setAcceptDrops(true);
    column()->setContentsMargins(14, 6, 8, 6);
    column()->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setSpacing(2);
    m_fold = smallButton(QStringLiteral("▸"), {});
    m_fold->setAutoRaise(true);
    m_head = new TextButton;
    m_head->setQuiet(true);
    m_head->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_state = quietWords({});
    m_state->setWordWrap(false);
    m_up = smallButton(QStringLiteral("↑"), {});
    m_down = smallButton(QStringLiteral("↓"), {});
    m_up->setAutoRaise(true);
    m_down->setAutoRaise(true);
    m_up->setToolTip(tr("Move up (Alt+↑)"));
    m_down->setToolTip(tr("Move down (Alt+↓)"));
    top->addWidget(m_fold);
    top->addWidget(m_head, 1);
    top->addWidget(m_state);
    top->addWidget(m_up);
    top->addWidget(m_down);
    column()->addLayout(top);

    m_question = new QWidget;
    auto* question = new QVBoxLayout(m_question);
    question->setContentsMargins(4, 0, 0, 2);
    question->setSpacing(3);
    m_requires = words({});
    question->addWidget(m_requires);
    auto* answers = new Line;
    m_yes = answers->add(button(tr("Yes, this is true")));
    m_out = answers->add(button(tr("Leave out")));
    question->addWidget(answers);
    m_more = new QWidget;
    auto* more = new QVBoxLayout(m_more);
    more->setContentsMargins(4, 2, 0, 2);
    more->setSpacing(6);
    buildMore(more);
    m_more->hide();
    column()->addWidget(m_more);
    column()->addWidget(m_question);

    connect(m_fold, &QToolButton::clicked, this, [this] { unfold(!m_open); });
    connect(m_head, &TextButton::clicked, this, [this] {
        Q_EMIT shown(m_pick);
        unfold(!m_open);
    });
    connect(m_yes, &QPushButton::clicked, this, &ClauseCard::confirm);
    connect(m_out, &QPushButton::clicked, this, &ClauseCard::leaveOut);
    connect(m_remove, &QToolButton::clicked, this, &ClauseCard::leaveOut);
    connect(m_unconfirm, &QToolButton::clicked, this, [this] { m_desk.model.edit(appeal::Unconfirm{m_desk.model.now().letter, m_pick}); });
    connect(m_before, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_after, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_back, &QToolButton::clicked, this, &ClauseCard::takeBack);
    connect(m_wording, &LetterEdit::reworded, this, [this](const auto& changes) {
        const auto edits = rewordings(m_desk.model.now(), letterLanguage(m_desk.model), changes);
        if (edits.size() == 1)
            m_desk.model.edit(edits.front());
    });
    connect(m_wording, &LetterEdit::gapClicked, this, [this](const appeal::Gap& gap) {
        if (auto* editor = editorOf(gap.fact))
            editor->setFocus();
    });
    connect(m_wording, &QTextEdit::textChanged, this, &ClauseCard::fitWording);
    const auto move = [this](int by) {
        if (const auto edit = moveBy(m_desk.model.now(), m_pick, by)) {
            m_desk.model.rest();
            m_desk.model.edit(*edit);
        }
    };
    connect(m_up, &QToolButton::clicked, this, [move] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [move] { move(1); });
    for (const auto& [key, by] : {std::pair{Qt::Key_Up, -1}, std::pair{Qt::Key_Down, 1}}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | key), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [move, by = by] { move(by); });
    }
}

const appeal::Pick* ClauseCard::now() const
{
    const auto* draft = m_desk.model.session().draft();
    return draft ? appeal::findPick(*draft, m_pick) : nullptr;
}

const library::Clause* ClauseCard::clause() const
{
    const auto* pick = now();
    return pick && !pick->clause.empty() ? library::find(m_desk.model.session().clauses(), pick->clause) : nullptr;
}

void ClauseCard::draw(const appeal::LetterDraft& draft, const appeal::Pick& pick, const appeal::Paragraph* paragraph, const std::vector<letter::FactState>& facts)
{
    const auto& model = m_desk.model;
    const auto* known = clause();
    const bool frozen = !draft.sent.empty();
    const auto state = letter::stateOf(model.now(), draft, pick, known);
    Drawn drawn{paragraph ? std::optional(*paragraph) : std::nullopt, state, known != nullptr, frozen, m_current, m_open, known ? known->name : library::Words{}, known ? known->requires_ : library::Words{}};
    if (!m_open && m_drawn == drawn)
        return;
    m_drawn = std::move(drawn);
    auto text = paragraph ? q(paragraph->text).simplified() : known ? in(known->name) : tr("Nothing of it is filled in yet");
    m_head->setWords(text, text);
    m_head->setQuiet(paragraph && paragraph->gaps.empty());
    const bool proposed = state == appeal::PickState::Proposed;
    setTone(proposed ? Tone::Proposed : m_current ? Tone::Accent : Tone::Plain);
    const int gaps = paragraph ? int(paragraph->gaps.size()) : 0;
    setWords(m_state, gaps > 0 ? tr("⚠ %n missing", nullptr, gaps) : proposed ? tr("? proposed") : state == appeal::PickState::Own ? tr("your own") : QStringLiteral("✓"));
    const auto name = known ? in(known->name) : tr("Your own words");
    setAccessibleName(name);
    m_head->setToolTip((name + QLatin1Char('\n') + text).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    m_fold->setAccessibleName(m_open ? tr("Fold: %1").arg(name) : tr("Unfold: %1").arg(name));
    m_up->setAccessibleName(tr("Move up: %1").arg(name));
    m_down->setAccessibleName(tr("Move down: %1").arg(name));
    m_up->setEnabled(!frozen);
    m_down->setEnabled(!frozen);

    m_question->setVisible(proposed && !frozen);
    setWords(m_requires, known ? tr("Is this true? %1").arg(in(known->requires_)) : QString());
    m_yes->setAccessibleDescription(m_requires->text());
    m_out->setAccessibleDescription(name);

    m_more->setVisible(m_open);
    if (!m_open)
        return;
    m_wording->setVisible(paragraph != nullptr);
    if (paragraph) {
        appeal::Letter one;
        one.language = draft.language;
        one.paragraphs = {*paragraph};
        one.paragraphs.front().marker.clear();
        m_wording->setReadOnly(frozen);
        m_wording->show(one, {false});
        fitWording();
    }
    const auto phrasings = [&] {
        if (known)
            if (const auto it = known->text.find(draft.language); it != known->text.end())
                return int(it->second.size());
        if (const auto* record = appeal::findRecord(model.now(), pick.prints); record && pick.clause.empty())
            if (const auto* group = model.catalogue().group(record->group))
                if (const auto it = group->print.find(draft.language); it != group->print.end())
                    return int(it->second.size());
        return 0;
    }();
    const bool edited = pick.wording.count(draft.language) != 0;
    const bool turn = phrasings > 1 && !edited && !frozen;
    m_before->setVisible(turn);
    m_after->setVisible(turn);
    m_which->setVisible(phrasings > 1 || edited);
    setWords(m_which, edited ? tr("your own wording") : tr("phrasing %1 of %2").arg(pick.variant % std::max(1, phrasings) + 1).arg(phrasings));
    m_back->setVisible(edited && !frozen && (known || !pick.prints.empty()));
    drawOwn(draft, pick, paragraph, edited);
    drawLikeness(draft, paragraph);
    m_remove->setVisible(!proposed && !frozen);
    m_unconfirm->setVisible(state == appeal::PickState::Confirmed && known && !known->requires_.empty() && !frozen);

    std::vector<letter::FactState> mine;
    for (const auto& fact : facts)
        if ((fact.scope == appeal::Scope::Pick && fact.owner == m_pick) || (fact.scope == appeal::Scope::Record && fact.owner == pick.prints))
            mine.push_back(fact);
    drawFacts(*m_facts, m_desk, mine);
    for (auto* row : m_facts->all())
        connect(static_cast<FactRow*>(row), &FactRow::sentenceWanted, this, &ClauseCard::sentenceWanted, Qt::UniqueConnection);
    const appeal::Language other = draft.language == "zh" ? "en" : "zh";
    QString translated;
    for (const auto& p : model.session().letter(other).paragraphs)
        if (p.pick == m_pick)
            translated = q(p.text);
    setWords(m_chinese, translated);
    m_chinese->setVisible(!translated.isEmpty());
}

void ClauseCard::unfold(bool open)
{
    if (m_open == open)
        return;
    m_open = open;
    m_fold->setText(open ? QStringLiteral("▾") : QStringLiteral("▸"));
    m_more->setVisible(open);
    Q_EMIT unfolded();
    if (open)
        QMetaObject::invokeMethod(
            this,
            [this] {
                // what was laid out while it was hidden, a few pixels wide, is laid out anew: Qt would paint nothing of it
                m_wording->document()->markContentsDirty(0, m_wording->document()->characterCount());
                fitWording();
            },
            Qt::QueuedConnection);
}

void ClauseCard::setCurrent(bool current)
{
    if (m_current == current)
        return;
    m_current = current;
    Q_EMIT unfolded(); // drawn again with its tone
}

QWidget* ClauseCard::editorOf(const std::string& fact) const
{
    for (auto* row : m_facts->all()) {
        const auto name = static_cast<FactRow*>(row)->editor()->input()->objectName();
        if (name.endsWith(QLatin1Char(':') + q(fact)))
            return static_cast<FactRow*>(row)->editor()->input();
    }
    return nullptr;
}

void ClauseCard::confirm()
{
    const auto* draft = m_desk.model.session().draft();
    const auto* pick = now();
    if (!draft || !pick)
        return;
    // a word is given for the whole claim: its facts come first, since each change of them takes the word back
    for (const auto& p : m_desk.model.session().letter().paragraphs)
        if (p.pick == m_pick)
            for (const auto& gap : p.gaps)
                if (gap.scope == appeal::Scope::Record || gap.scope == appeal::Scope::Pick) {
                    unfold(true);
                    if (auto* editor = editorOf(gap.fact)) {
                        m_drawn.reset();
                        setWords(m_requires, tr("First what is missing here, then your word for it. %1").arg(in(clause() ? clause()->requires_ : library::Words{})));
                        editor->setFocus();
                        return;
                    }
                }
    {
        m_desk.model.rest();
        m_desk.model.edit(appeal::Confirm{draft->id, m_pick, letter::claimHash(m_desk.model.now(), *draft, *pick, clause())});
    }
}

void ClauseCard::leaveOut()
{
    if (const auto* draft = m_desk.model.session().draft())
        m_desk.model.edit(appeal::DropPick{draft->id, m_pick});
}

void ClauseCard::step(int by)
{
    const auto* draft = m_desk.model.session().draft();
    const auto* pick = now();
    if (!draft || !pick)
        return;
    int count = 0;
    if (const auto* known = clause()) {
        if (const auto it = known->text.find(draft->language); it != known->text.end())
            count = int(it->second.size());
    } else if (const auto* record = appeal::findRecord(m_desk.model.now(), pick->prints)) {
        if (const auto* group = m_desk.model.catalogue().group(record->group))
            if (const auto it = group->print.find(draft->language); it != group->print.end())
                count = int(it->second.size());
    }
    if (count > 1)
        m_desk.model.edit(appeal::SetVariant{draft->id, m_pick, (pick->variant + by + count) % count});
}

void ClauseCard::takeBack()
{
    if (const auto* draft = m_desk.model.session().draft())
        m_desk.model.edit(appeal::Reword{draft->id, m_pick, draft->language, {}, {}});
}

void ClauseCard::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
    Card::mousePressEvent(event);
}

void ClauseCard::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton) || (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    auto* drag = new QDrag(this);
    auto* carried = new QMimeData;
    carried->setData(kPickMime, QByteArray::fromStdString(m_pick));
    drag->setMimeData(carried);
    drag->exec(Qt::MoveAction);
}

void ClauseCard::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasFormat(kPickMime) || event->mimeData()->hasFormat(kClauseMime))
        event->acceptProposedAction();
}

void ClauseCard::dropEvent(QDropEvent* event)
{
    const auto* mine = now();
    const auto* draft = m_desk.model.session().draft();
    if (!mine || !draft)
        return;
    m_desk.model.rest();
    if (event->mimeData()->hasFormat(kPickMime)) {
        const auto id = event->mimeData()->data(kPickMime).toStdString();
        if (const auto edit = moveBefore(m_desk.model.now(), id, m_pick, mine->section, mine->cause))
            m_desk.model.edit(*edit);
    } else if (const auto* dropped = library::find(m_desk.model.session().clauses(), event->mimeData()->data(kClauseMime).toStdString())) {
        // one that the letter has already moves here; a second one is never made in passing
        if (const auto place = placeOf(*draft, dropped->id); place.empty())
            m_desk.model.edit(insertion(m_desk.model, *dropped, mine->cause, {m_pick, false}));
        else if (const auto move = moveBeside(m_desk.model.now(), place, {m_pick, false}))
            m_desk.model.edit(*move);
    }
    event->acceptProposedAction();
}

} // namespace desktop
