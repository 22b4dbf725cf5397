#include "desktop/clause_card.h"

#include "desktop/language.h"
#include "desktop/letter_changes.h"
#include "desktop/letter_edits.h"
#include "desktop/likeness.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "desktop/words.h"
#include "journey/likeness.h"
#include "letter/compose.h"

#include <QLineEdit>
#include <QTextDocument>

#include <algorithm>

// The unfolded part of a card: the wording, what was changed in it, how much of it others have, keeping it as a clause.
namespace desktop {

void ClauseCard::buildMore(QVBoxLayout* more)
{
    m_wording = new LetterEdit;
    m_wording->setFrameShape(QFrame::StyledPanel);
    m_wording->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_wording->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_wording->setAccessibleName(tr("Wording"));
    more->addWidget(m_wording);
    auto* turns = new Line;
    m_before = turns->add(smallButton(QStringLiteral("‹"), tr("Phrasing before")));
    m_which = turns->add(quietWords({}));
    m_which->setWordWrap(false);
    m_after = turns->add(smallButton(QStringLiteral("›"), tr("Next phrasing")));
    m_after->setToolTip(tr("Say it differently"));
    m_changed = turns->add(smallButton(tr("Show what I changed"), {}));
    m_changed->setCheckable(true);
    m_back = turns->add(smallButton(tr("Back to the library's wording"), {}));
    m_keep = turns->add(smallButton(tr("Save this wording as my clause"), {}));
    m_keep->setCheckable(true);
    m_unconfirm = turns->add(smallButton(tr("Take the confirmation back"), {}));
    m_remove = turns->add(smallButton(tr("Leave out"), {}));
    more->addWidget(turns);
    m_keeping = new QWidget;
    auto* keeping = new QHBoxLayout(m_keeping);
    keeping->setContentsMargins(0, 0, 0, 0);
    m_keepName = new QLineEdit;
    m_keepName->setAccessibleName(tr("Name of the clause"));
    m_keepName->setPlaceholderText(tr("Name of the clause"));
    keeping->addWidget(m_keepName, 1);
    auto* keep = button(tr("Save the clause"));
    keeping->addWidget(keep);
    m_keeping->hide();
    more->addWidget(m_keeping);
    m_changes = new QTextEdit;
    m_changes->setReadOnly(true);
    m_changes->setTabChangesFocus(true);
    m_changes->setFrameShape(QFrame::NoFrame);
    m_changes->setAccessibleName(tr("What was changed"));
    m_changes->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_changes->hide();
    more->addWidget(m_changes);
    m_likeness = quietWords({});
    m_likeness->setFont(scaled(font(), 0.88));
    more->addWidget(m_likeness);
    connect(m_changed, &QToolButton::toggled, this, &ClauseCard::unfolded);
    connect(m_keep, &QToolButton::toggled, this, [this](bool on) {
        m_keeping->setVisible(on);
        if (!on)
            return;
        const auto* known = clause();
        m_keepName->setText(known ? tr("%1 (mine)").arg(in(known->name)) : m_head->text().left(60));
        m_keepName->selectAll();
        m_keepName->setFocus();
    });
    connect(keep, &QPushButton::clicked, this, &ClauseCard::saveAsClause);
    connect(m_keepName, &QLineEdit::returnPressed, this, &ClauseCard::saveAsClause);
    m_facts = new Rows;
    m_facts->useColumns(190);
    more->addWidget(m_facts);
    m_chinese = quietWords({});
    m_chinese->setTextInteractionFlags(Qt::TextSelectableByMouse);
    more->addWidget(m_chinese);
}

void ClauseCard::drawOwn(const appeal::LetterDraft& draft, const appeal::Pick& pick, const appeal::Paragraph* paragraph, bool edited)
{
    const bool frozen = !draft.sent.empty();
    const bool own = edited || (pick.clause.empty() && paragraph);
    m_changed->setVisible(edited && paragraph && (clause() || !pick.prints.empty()));
    m_keep->setVisible(own && paragraph && !frozen && !m_desk.knowledge.folderClauses());
    m_keeping->setVisible(m_keep->isChecked() && !m_keep->isHidden());
    const bool shown = m_changed->isChecked() && !m_changed->isHidden();
    m_changes->setVisible(shown);
    if (!shown)
        return;
    const auto& session = m_desk.model.session();
    auto plain = draft;
    for (auto& other : plain.picks)
        if (other.id == m_pick)
            other.wording.clear();
    const auto letter = letter::compose(session.now(), plain, session.catalogue(), session.clauses(), {draft.language, appeal::Length::Full}, session.today());
    std::string before;
    for (const auto& p : letter.paragraphs)
        if (p.pick == m_pick)
            before = p.text;
    showChanges(m_changes, before, paragraph->text);
    m_changes->document()->setTextWidth(std::max(100, m_changes->viewport()->width()));
    m_changes->setFixedHeight(int(m_changes->document()->size().height()) + 4);
}

void ClauseCard::drawLikeness(const appeal::LetterDraft& draft, const appeal::Paragraph* paragraph)
{
    const auto ours = paragraph ? journey::likeLibrary(m_desk.model.session(), *paragraph) : std::nullopt;
    QStringList parts;
    if (ours)
        parts << tr("%1 % of its wording is the library's").arg(qRound(*ours * 100));
    if (paragraph && paragraph->text != m_likenessOf) {
        m_likenessOf = paragraph->text;
        m_earlier.reset();
        likeEarlier(m_desk, this, paragraph->text, draft.language, [this, text = paragraph->text](double share) {
            if (text != m_likenessOf || !m_open)
                return;
            m_earlier = share;
            if (const auto* letter = m_desk.model.isOpen() ? m_desk.model.session().draft() : nullptr)
                for (const auto& p : m_desk.model.session().letter().paragraphs)
                    if (p.pick == m_pick)
                        drawLikeness(*letter, &p);
        });
    }
    if (m_earlier)
        parts << (*m_earlier > 0 ? tr("%1 % stood in letters sent before").arg(qRound(*m_earlier * 100)) : tr("no letter sent before says it so"));
    setWords(m_likeness, parts.join(QStringLiteral("; ")));
    m_likeness->setVisible(!parts.isEmpty());
}

void ClauseCard::saveAsClause()
{
    const auto* draft = m_desk.model.session().draft();
    const auto* pick = now();
    const auto name = m_keepName->text().trimmed();
    if (!draft || !pick || name.isEmpty())
        return;
    const auto made = ownClause(m_desk.model, *pick, s(name));
    m_desk.storage.ask(
        this, [made](Stores& stores) -> appeal::Result<appeal::Done> { return stores.library ? stores.library->saveUser(made) : appeal::Result<appeal::Done>(appeal::Error{appeal::Error::Code::CannotWrite, "library.db", {}}); },
        [this, name](appeal::Result<appeal::Done> done) {
            if (!done) {
                Q_EMIT said(ErrorWords::of(done.error(), &m_desk.model.catalogue()));
                return;
            }
            m_keep->setChecked(false);
            Q_EMIT said(tr("Saved as your clause: %1. “my own” in the clause finder lists it.").arg(name));
            m_desk.model.libraryChanged();
        });
}

void ClauseCard::fitWording()
{
    const auto height = int(m_wording->document()->size().height()) + 2 * m_wording->frameWidth() + 2;
    if (m_wording->height() != height)
        m_wording->setFixedHeight(std::max(height, 40));
}

} // namespace desktop
