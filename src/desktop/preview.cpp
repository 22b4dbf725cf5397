#include "desktop/preview.h"

#include "desktop/language.h"
#include "desktop/letter_edits.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "journey/likeness.h"
#include "letter/format.h"

#include <QAction>
#include <QEvent>
#include <QListWidget>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTextBlock>

#include <algorithm>

namespace desktop {

namespace {

std::vector<bool> blanksOf(const appeal::Letter& letter)
{
    std::vector<bool> out;
    for (std::size_t i = 0; i < letter.paragraphs.size(); ++i)
        out.push_back(letter::blankBefore(letter, i));
    return out;
}

} // namespace

Preview::Preview(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk), m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this)), m_both(new QSplitter(Qt::Horizontal)),
    m_letter(new LetterEdit), m_other(new LetterEdit), m_sentList(new QListWidget), m_sentText(new QTextEdit), m_lengths(new LengthView(desk)), m_changes(new ChangesView(desk))
{
    setAccessibleName(tr("Preview"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->setAccessibleName(tr("Views of the letter"));
    m_tabs->addTab(tr("Letter"));
    m_tabs->addTab(tr("Letter + 中文"));
    m_tabs->addTab(tr("Sent"));
    m_tabs->addTab(tr("Shorter"));
    m_tabs->addTab(tr("Changes"));
    m_tabs->setTabToolTip(Shorter, tr("The letter at the length that a form takes"));
    m_tabs->setTabToolTip(Changes, tr("What you changed, or this letter against another version (F6)"));
    column->addWidget(m_tabs);

    m_letter->setObjectName(QStringLiteral("letter"));
    m_letter->setAccessibleName(tr("Letter"));
    m_letter->setPlaceholderText(tr("The letter appears here as soon as the first step says what happened."));
    m_other->setObjectName(QStringLiteral("letterOther"));
    m_both->addWidget(m_letter);
    m_both->addWidget(m_other);
    m_both->setChildrenCollapsible(false);
    m_other->hide();
    m_stack->addWidget(m_both);

    buildSent();
    m_stack->addWidget(m_lengths);
    m_stack->addWidget(m_changes);
    column->addWidget(m_stack, 1);

    buildFoot(column);

    connect(m_tabs, &QTabBar::currentChanged, this, &Preview::showTab);
    connect(m_letter, &LetterEdit::reworded, this, [this](const auto& changes) { take(letterLanguageNow(), changes); });
    connect(m_other, &LetterEdit::reworded, this, [this](const auto& changes) { take(otherLanguage(), changes); });
    for (auto* edit : {m_letter, m_other})
        listenTo(edit);
    connect(m_lengths, &LengthView::said, this, &Preview::said);
    connect(m_letter->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { syncFrom(m_letter, m_other); });
    connect(m_other->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { syncFrom(m_other, m_letter); });
    connect(m_sentList, &QListWidget::currentRowChanged, this, [this](int row) {
        QString text;
        if (m_desk.model.isOpen() && row >= 0 && row < int(m_sentIds.size()))
            for (const auto& event : m_desk.model.now().events)
                if (event.id == m_sentIds[std::size_t(row)] && event.text)
                    text = q(*event.text);
        if (m_sentText->toPlainText() != text)
            m_sentText->setPlainText(text);
    });
    connect(&m_desk.model, &CaseModel::changed, this, [this] {
        if (isVisible())
            drawLetter(); // the foot follows with the checks
        else
            m_stale = true;
    });
    connect(&m_desk.model, &CaseModel::checked, this, [this] {
        if (isVisible())
            drawFoot();
    });
}

void Preview::buildSent()
{
    auto* sent = new QWidget;
    auto* sentColumn = new QVBoxLayout(sent);
    sentColumn->setContentsMargins(0, 0, 0, 0);
    sentColumn->setSpacing(0);
    m_sentList->setAccessibleName(tr("Letters that were sent"));
    m_sentList->setFrameShape(QFrame::NoFrame);
    m_sentList->setMaximumHeight(110);
    m_sentText->setAccessibleName(tr("Sent letter"));
    m_sentText->setReadOnly(true);
    m_sentText->setTabChangesFocus(true);
    m_sentText->setFrameShape(QFrame::NoFrame);
    m_sentText->setPlaceholderText(tr("Nothing was sent yet. What you record as submitted is kept here word for word."));
    m_sentText->document()->setDocumentMargin(14);
    sentColumn->addWidget(m_sentList);
    sentColumn->addWidget(m_sentText, 1);
    m_stack->addWidget(sent);
}

void Preview::listenTo(LetterEdit* edit)
{
    connect(edit, &LetterEdit::moveAsked, this, &Preview::movePick);
    connect(edit, &LetterEdit::gapClicked, this, [this](const appeal::Gap& gap) {
        appeal::Place place;
        place.fact = gap.fact;
        if (gap.scope == appeal::Scope::Pick)
            place.pick = gap.owner;
        Q_EMIT goTo(place);
    });
    connect(edit, &LetterEdit::caretMoved, this, [this, edit] {
        const auto* p = edit->current();
        m_toClause->setEnabled(p && !p->pick.empty());
        if (p && !p->pick.empty() && edit->hasFocus())
            Q_EMIT pickCurrent(p->pick);
    });
    edit->installEventFilter(this);
    connect(edit, &LetterEdit::slashTyped, this, [this, edit] {
        if (!m_popup) {
            m_popup = new ClausePopup(m_desk, this);
            connect(m_popup, &ClausePopup::chosen, this, &Preview::insert);
            connect(m_popup, &ClausePopup::placeAsked, this, [this](const std::string& pick) {
                Q_EMIT said(tr("In the letter already: here it is."));
                reveal(pick);
            });
        }
        m_popup->openAt(edit);
    });
    connect(edit, &LetterEdit::clauseDropped, this, [this](const std::string& id, const Spot& spot) {
        const auto* draft = m_desk.model.session().draft();
        const auto* clause = library::find(m_desk.model.session().clauses(), id);
        if (!clause || !draft)
            return;
        if (const auto place = placeOf(*draft, id); !place.empty()) {
            Q_EMIT said(tr("In the letter already: here it is."));
            reveal(place);
        } else {
            insert(*clause, spot);
        }
    });
    connect(edit, &LetterEdit::pickDropped, this, [this](const std::string& pick, const Spot& spot) {
        if (const auto move = moveBeside(m_desk.model.now(), pick, spot)) {
            m_desk.model.rest();
            m_desk.model.edit(*move);
            m_desk.model.rest();
            reveal(pick);
        }
    });
    edit->setHint([this](const appeal::Paragraph& p) { return hintFor(p); });
}

void Preview::insert(const library::Clause& clause, const Spot& spot)
{
    const auto* draft = m_desk.model.session().draft();
    if (!draft || !draft->sent.empty())
        return;
    m_desk.model.rest();
    m_desk.model.edit(insertion(m_desk.model, clause, {}, spot));
    m_desk.model.rest();
    Q_EMIT said(tr("Added: %1").arg(in(clause.name)));
    if (const auto place = placeOf(*m_desk.model.session().draft(), clause.id); !place.empty())
        reveal(place);
}

QString Preview::hintFor(const appeal::Paragraph& p) const
{
    if (!m_desk.model.isOpen() || !m_desk.model.session().draft() || p.clause.empty())
        return {};
    const auto share = journey::likeLibrary(m_desk.model.session(), p);
    return share ? tr("%1 % of its wording is the library's.").arg(qRound(*share * 100)) : QString();
}

appeal::Language Preview::letterLanguageNow() const
{
    const auto* draft = m_desk.model.isOpen() ? m_desk.model.session().draft() : nullptr;
    return draft ? draft->language : appeal::Language{"en"};
}

appeal::Language Preview::otherLanguage() const
{
    return letterLanguageNow() == "zh" ? "en" : "zh";
}

void Preview::showTab(int index)
{
    if (m_tabs->currentIndex() != index) {
        m_tabs->setCurrentIndex(index);
        return; // comes again by the signal
    }
    m_other->setVisible(index == Both);
    m_stack->setCurrentIndex(index < Sent ? 0 : index - 1);
    draw();
    if (index == 1) {
        m_both->setSizes({width() / 2, width() / 2});
        QMetaObject::invokeMethod(this, &Preview::alignBoth, Qt::QueuedConnection);
    }
}

int Preview::tab() const
{
    return m_tabs->currentIndex();
}

void Preview::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        draw();
}

void Preview::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_letter->restyle();
        m_other->restyle();
    }
}

bool Preview::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut)
        m_desk.model.rest();
    if (event->type() == QEvent::Resize && m_tabs->currentIndex() == 1)
        QMetaObject::invokeMethod(this, &Preview::alignBoth, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void Preview::draw()
{
    drawLetter();
    if (m_desk.model.isOpen())
        drawFoot();
}

void Preview::drawLetter()
{
    m_stale = false;
    if (!m_desk.model.isOpen()) {
        m_letter->show({}, {});
        m_other->show({}, {});
        m_lengths->draw();
        m_changes->draw();
        return;
    }
    const auto& session = m_desk.model.session();
    const auto* draft = session.draft();
    const auto& letter = session.letter();
    const bool frozen = draft && !draft->sent.empty();
    m_letter->setReadOnly(frozen || !draft);
    m_other->setReadOnly(frozen || !draft);
    m_letter->setTextInteractionFlags(frozen || !draft ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard : Qt::TextEditorInteraction);
    m_other->setTextInteractionFlags(m_letter->textInteractionFlags());
    m_letter->show(letter, blanksOf(letter));
    if (m_tabs->currentIndex() == 1) {
        const auto& other = session.letter(otherLanguage());
        m_other->show(other, blanksOf(other));
        alignBoth();
    }
    const bool chinese = otherLanguage() == "zh";
    if (const auto both = chinese ? tr("Letter + 中文") : tr("Letter + English"); m_tabs->tabText(Both) != both)
        m_tabs->setTabText(Both, both);
    if (const auto name = chinese ? tr("Letter in Chinese") : tr("Letter in English"); m_other->accessibleName() != name)
        m_other->setAccessibleName(name);
    drawSent();
    if (m_tabs->currentIndex() == Shorter)
        m_lengths->draw();
    if (m_tabs->currentIndex() == Changes)
        m_changes->draw();
}

void Preview::drawSent()
{
    const auto& c = m_desk.model.now();
    const auto sent = appeal::standing(c, "submission");
    std::vector<appeal::Id> ids;
    for (auto it = sent.rbegin(); it != sent.rend(); ++it)
        ids.push_back((*it)->id);
    if (ids == m_sentIds && m_sentList->count() == int(ids.size()))
        return;
    m_sentIds = ids;
    m_sentList->clear();
    for (auto it = sent.rbegin(); it != sent.rend(); ++it)
        m_sentList->addItem(tr("%1: %2").arg(longDay((*it)->on), nameOfLetter(m_desk.model.catalogue(), (*it)->letterKind)));
    m_sentList->setVisible(!ids.empty());
    if (!ids.empty())
        m_sentList->setCurrentRow(0);
    else
        m_sentText->clear();
}

void Preview::alignBoth()
{
    if (m_tabs->currentIndex() != 1)
        return;
    const auto& a = m_letter->letter().paragraphs;
    const auto& b = m_other->letter().paragraphs;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a[i].place != b[i].place)
            break;
        const auto left = m_letter->blockHeight(int(i)), right = m_other->blockHeight(int(i));
        m_letter->setRoomBelow(int(i), std::max(0.0, right - left));
        m_other->setRoomBelow(int(i), std::max(0.0, left - right));
    }
}

void Preview::syncFrom(LetterEdit* from, LetterEdit* to)
{
    if (m_syncing || m_tabs->currentIndex() != 1)
        return;
    m_syncing = true;
    const auto [block, share] = from->topBlock();
    to->scrollTo(block, share);
    m_syncing = false;
}

void Preview::take(const appeal::Language& language, const std::vector<Rewording>& changes)
{
    auto& model = m_desk.model;
    if (!model.isOpen())
        return;
    const auto edits = rewordings(model.now(), language, changes);
    if (edits.size() == 1)
        model.edit(edits.front());
    else
        model.edit(edits);
}

void Preview::goToClause()
{
    const auto* edit = m_other->hasFocus() ? m_other : m_letter;
    const auto* p = edit->current();
    if (!p)
        return;
    appeal::Place place;
    place.pick = p->pick.empty() ? p->place : p->pick;
    Q_EMIT goTo(place);
}

void Preview::movePick(const std::string& pickId, int by)
{
    const auto move = moveBy(m_desk.model.now(), pickId, by);
    if (!move)
        return;
    auto* edit = m_other->hasFocus() ? m_other : m_letter;
    const int offset = edit->textCursor().positionInBlock();
    m_desk.model.rest();
    m_desk.model.edit(*move);
    m_desk.model.rest();
    // the caret goes with its paragraph
    edit->reveal(pickId);
    auto cursor = edit->textCursor();
    cursor.setPosition(cursor.block().position() + std::min(offset, cursor.block().length() - 1));
    edit->setTextCursor(cursor);
}

void Preview::reveal(const std::string& place)
{
    m_letter->reveal(place);
}

} // namespace desktop
