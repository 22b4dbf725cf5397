#include "desktop/plan_page.h"

#include "desktop/language.h"
#include "desktop/likeness.h"
#include "desktop/strings.h"
#include "plan/plan.h"

#include <QComboBox>
#include <QMenu>


namespace desktop {

LetterBar::LetterBar(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk), m_letters(new QComboBox), m_language(new QComboBox), m_new(new QToolButton), m_menu(new QMenu(this))
{
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto* line = new Line;
    m_letters->setAccessibleName(tr("Letter being written"));
    m_letters->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    line->add(m_letters);
    m_language->setAccessibleName(tr("Language of the letter"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("中文"), QStringLiteral("zh"));
    line->add(m_language);
    m_new->setText(tr("New letter"));
    m_new->setAccessibleName(tr("New letter"));
    m_new->setPopupMode(QToolButton::InstantPopup);
    m_new->setMenu(m_menu);
    m_new->setFocusPolicy(Qt::StrongFocus);
    line->add(m_new);
    row->addWidget(line);
    connect(m_menu, &QMenu::aboutToShow, this, &LetterBar::fillMenu);
    connect(m_letters, &QComboBox::activated, this, [this] { m_desk.model.edit(appeal::UseLetter{s(m_letters->currentData().toString())}); });
    connect(m_language, &QComboBox::activated, this, [this] {
        if (const auto* draft = m_desk.model.session().draft())
            m_desk.model.edit(appeal::SetLetterLanguage{draft->id, s(m_language->currentData().toString())});
    });
}

void LetterBar::fillMenu()
{
    m_menu->clear();
    const auto& c = m_desk.model.now();
    auto* kindMenu = m_menu->addMenu(tr("Change the kind of this letter"));
    kindMenu->setEnabled(m_desk.model.session().draft() && m_desk.model.session().draft()->sent.empty());
    for (const auto* kind : plan::kindsFor(c, m_desk.model.catalogue())) {
        auto* add = m_menu->addAction(in(kind->name));
        connect(add, &QAction::triggered, this, [this, id = kind->id] { m_desk.model.edit(appeal::AddLetter{id, letterLanguage(m_desk.model), true}); });
        auto* change = kindMenu->addAction(in(kind->name));
        connect(change, &QAction::triggered, this, [this, id = kind->id] {
            if (const auto* draft = m_desk.model.session().draft())
                m_desk.model.edit(appeal::SetLetterKind{draft->id, id});
        });
    }
    auto* mine = m_menu->addAction(tr("Make this letter mine"));
    mine->setToolTip(tr("Chooses the phrasings that differ most from letters sent before"));
    mine->setEnabled(kindMenu->isEnabled());
    connect(mine, &QAction::triggered, this, [this] {
        makeMine(m_desk, this, [this](int changed) {
            Q_EMIT said(changed > 0 ? tr("%n place(s) say it in other words than letters sent before. Read them, and confirm what was confirmed anew.", nullptr, changed)
                                    : tr("No phrasing of the library differs more from what was sent before than this one."));
        });
    });
    if (const auto* draft = m_desk.model.session().draft(); draft && draft->sent.empty() && c.letters.size() > 1) {
        m_menu->addSeparator();
        auto* remove = m_menu->addAction(tr("Remove this letter"));
        connect(remove, &QAction::triggered, this, [this, id = draft->id] { m_desk.model.edit(appeal::RemoveLetter{id}); });
    }
}

void LetterBar::draw()
{
    const auto& c = m_desk.model.now();
    std::string state = c.letter;
    for (const auto& letter : c.letters)
        state += "|" + letter.id + letter.kind + letter.language + letter.sent;
    if (state == m_drawn)
        return;
    m_drawn = state;
    m_letters->clear();
    for (const auto& letter : c.letters) {
        auto name = nameOfLetter(m_desk.model.catalogue(), letter.kind);
        if (c.letters.size() > 1)
            name = tr("%1. %2").arg(q(letter.id), name);
        if (!letter.sent.empty())
            name = tr("%1 (sent)").arg(name);
        m_letters->addItem(name, q(letter.id));
    }
    m_letters->setCurrentIndex(m_letters->findData(q(c.letter)));
    m_letters->setVisible(!c.letters.empty());
    const auto* draft = m_desk.model.session().draft();
    m_language->setVisible(draft != nullptr);
    m_language->setEnabled(draft && draft->sent.empty());
    if (draft)
        m_language->setCurrentIndex(m_language->findData(q(draft->language)));
    layout()->activate();
    layout()->invalidate();
}

} // namespace desktop
