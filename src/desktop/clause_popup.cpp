#include "desktop/clause_popup.h"

#include "desktop/clause_list.h"
#include "desktop/language.h"
#include "desktop/letter_edits.h"
#include "desktop/strings.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTextBlock>

#include <algorithm>

namespace desktop {

namespace {

constexpr int kWidth = 430, kHeight = 260;

} // namespace

ClausePopup::ClausePopup(Desk& desk, QWidget* parent) : QFrame(parent), m_desk(desk), m_search(new ClauseSearch(desk, this)), m_words(new QLineEdit), m_list(new ClauseList), m_line(quietWords({}))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setAccessibleName(tr("Insert a clause"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(4);
    m_words->setAccessibleName(tr("Insert a clause"));
    m_words->setPlaceholderText(tr("A few letters: words, Chinese, pinyin"));
    column->addWidget(m_words);
    m_list->setAccessibleName(tr("Clauses to insert"));
    m_list->setDragEnabled(false);
    m_list->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_list, 1);
    m_line->setWordWrap(false);
    setWords(m_line, tr("Enter inserts, Esc goes back to typing"));
    column->addWidget(m_line);
    hide();
    m_words->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, [this] { m_search->look(m_words->text(), {}, {}); });
    connect(m_search, &ClauseSearch::found, this, [this](const auto& hits) { fill(hits); });
    connect(m_list, &QListWidget::itemClicked, this, &ClausePopup::choose);
    connect(&m_desk.model, &CaseModel::closed, this, [this] { close(false); });
}

void ClausePopup::openAt(LetterEdit* letter)
{
    const auto* p = letter->current();
    if (!p || !m_desk.model.session().draft())
        return;
    m_letter = letter;
    m_spot = letter->spotAtCaret();
    const auto before = [letter] {
        const auto cursor = letter->textCursor();
        return cursor.block().text().left(cursor.positionInBlock());
    }();
    m_blank = !before.isEmpty() && before.back().isSpace();
    m_section = p->section;
    m_cause = p->cause;
    m_words->clear();
    m_search->look({}, {}, {});
    placeAtCaret();
    show();
    raise();
    m_words->setFocus();
}

void ClausePopup::placeAtCaret()
{
    auto* over = parentWidget();
    const QSize size(std::min(kWidth, over->width() - 8), std::min(kHeight, over->height() - 8));
    const auto caret = m_letter->cursorRect();
    const auto below = m_letter->viewport()->mapTo(over, caret.bottomLeft() + QPoint(0, 4));
    const auto above = m_letter->viewport()->mapTo(over, caret.topLeft() - QPoint(0, 4 + size.height()));
    auto at = below.y() + size.height() > over->height() && above.y() >= 0 ? above : below;
    at.setX(std::clamp(at.x(), 4, std::max(4, over->width() - size.width() - 4)));
    at.setY(std::clamp(at.y(), 4, std::max(4, over->height() - size.height() - 4)));
    setGeometry(QRect(at, size));
}

void ClausePopup::fill(const std::vector<ClauseHit>& hits)
{
    m_hits.clear();
    for (const auto& hit : hits)
        if (hit.fits)
            m_hits.push_back(hit);
    // what belongs to the section under the caret stands first, in the order of the search
    std::stable_partition(m_hits.begin(), m_hits.end(), [this](const ClauseHit& hit) { return hit.clause.section == m_section; });
    m_list->show(m_desk.model.isOpen() ? m_desk.model.session().cataloguePtr() : nullptr, m_hits, m_words->text().trimmed());
    setWords(m_line, m_hits.empty() ? tr("No clause of this letter holds these words. Esc goes back to typing.") : tr("Enter inserts, Esc goes back to typing"));
}

void ClausePopup::choose()
{
    const auto row = m_list->currentRow();
    const auto* draft = m_desk.model.isOpen() ? m_desk.model.session().draft() : nullptr;
    if (row < 0 || row >= int(m_hits.size()) || !draft)
        return;
    const auto clause = m_hits[std::size_t(row)].clause;
    const auto place = placeOf(*draft, clause.id);
    const auto spot = m_spot;
    close(false);
    if (place.empty())
        Q_EMIT chosen(clause, spot);
    else
        Q_EMIT placeAsked(place);
}

void ClausePopup::close(bool giveBack)
{
    if (!isOpen())
        return;
    auto typed = QStringLiteral("/") + m_words->text();
    auto* letter = m_letter.data();
    m_letter = nullptr;
    hide();
    letter->setFocus();
    if (!giveBack)
        return;
    // a blank at the end of a paragraph goes while the caret is elsewhere
    const auto cursor = letter->textCursor();
    if (m_blank && cursor.positionInBlock() > 0 && !cursor.block().text().at(cursor.positionInBlock() - 1).isSpace())
        typed.prepend(QLatin1Char(' '));
    letter->typeHere(typed);
}

bool ClausePopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_words && event->type() == QEvent::FocusOut && isOpen() && static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason)
        close(false);
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: choose(); return true;
    case Qt::Key_Escape: close(true); return true;
    case Qt::Key_Backspace:
        if (!m_words->text().isEmpty())
            return false;
        close(false);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (m_list->count() > 0)
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down ? 1 : -1), 0, m_list->count() - 1));
        return true;
    default: return false;
    }
}

} // namespace desktop
