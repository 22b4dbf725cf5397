#include "desktop/clause_finder.h"

#include "desktop/clause_list.h"
#include "desktop/language.h"
#include "desktop/letter_edits.h"
#include "desktop/strings.h"
#include "desktop/theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>

#include <algorithm>

namespace desktop {

ClauseFinder::ClauseFinder(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_search(new ClauseSearch(desk, this)), m_words(new QLineEdit), m_shelf(new QComboBox), m_aim(quietWords({})), m_list(new ClauseList), m_detail(new QWidget)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* top = new QHBoxLayout;
    m_words->setAccessibleName(tr("Find a clause"));
    m_words->setPlaceholderText(tr("Find a clause: words, a name, Chinese, pinyin"));
    m_words->setClearButtonEnabled(true);
    m_words->setToolTip(tr("Find a clause (Ctrl+F). Down goes through the list, Enter adds."));
    m_words->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_words->setObjectName(QStringLiteral("findClause"));
    top->addWidget(m_words, 1);
    m_shelf->setAccessibleName(tr("Which clauses"));
    m_shelf->addItems({tr("all"), tr("★ favourites"), tr("my own"), tr("hidden")});
    m_shelf->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    top->addWidget(m_shelf);
    column->addLayout(top);
    column->addWidget(m_aim);
    m_list->setAccessibleName(tr("Clauses"));
    m_list->setObjectName(QStringLiteral("clauses"));
    m_list->setMinimumHeight(150);
    column->addWidget(m_list, 1);
    buildDetail(column);

    m_words->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, &ClauseFinder::search);
    connect(m_shelf, &QComboBox::activated, this, &ClauseFinder::search);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        m_phrasing = 0;
        m_turned = false;
        describe();
    });
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { add(false); });
    connect(m_search, &ClauseSearch::found, this, &ClauseFinder::show);
    connect(m_search, &ClauseSearch::known, this, &ClauseFinder::search);
    const auto key = [this](const QKeySequence& keys, auto then) { connect(new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this, then); };
    key(QKeySequence(Qt::CTRL | Qt::Key_D), [this] { toggleFavourite(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Up), [this] { turn(-1); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Down), [this] { turn(1); });
}

void ClauseFinder::buildDetail(QVBoxLayout* column)
{
    auto* inside = new QVBoxLayout(m_detail);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(4);
    auto* turns = new Line;
    m_before = turns->add(smallButton(QStringLiteral("‹"), tr("Phrasing before of the clause found")));
    m_which = turns->add(quietWords({}));
    m_which->setWordWrap(false);
    m_after = turns->add(smallButton(QStringLiteral("›"), tr("Next phrasing of the clause found")));
    m_before->setToolTip(tr("Phrasing before (Ctrl+↑)"));
    m_after->setToolTip(tr("Next phrasing (Ctrl+↓)"));
    m_favourite = turns->add(smallButton(QStringLiteral("☆"), tr("Favourite")));
    m_favourite->setCheckable(true);
    m_favourite->setToolTip(tr("Favourite: offered first (Ctrl+D)"));
    m_hide = turns->add(smallButton(tr("Hide"), {}));
    inside->addWidget(turns);
    m_about = words({});
    m_about->setFont(scaled(font(), 0.93));
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    inside->addWidget(m_about);
    column->addWidget(m_detail);
    auto* adds = new Line;
    m_add = adds->add(button(tr("Add this clause")));
    m_again = adds->add(button(tr("Add it once more")));
    m_again->setToolTip(tr("The letter has it already; this adds another place of it (Shift+Enter)"));
    column->addWidget(adds);
    connect(m_before, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(m_after, &QToolButton::clicked, this, [this] { turn(1); });
    connect(m_favourite, &QToolButton::clicked, this, &ClauseFinder::toggleFavourite);
    connect(m_hide, &QToolButton::clicked, this, &ClauseFinder::toggleHidden);
    connect(m_add, &QPushButton::clicked, this, [this] { add(false); });
    connect(m_again, &QPushButton::clicked, this, [this] { add(true); });
}

const ClauseHit* ClauseFinder::current() const
{
    const auto row = m_list->currentRow();
    return row < 0 || row >= int(m_shown.size()) ? nullptr : &m_shown[std::size_t(row)];
}

void ClauseFinder::setOpen(bool always)
{
    m_always = always;
    const bool open = always || !m_words->text().isEmpty() || !m_section.empty() || m_shelf->currentIndex() > 0;
    m_list->setVisible(open);
    m_add->setVisible(open);
    m_detail->setVisible(open && current());
    m_about->setVisible(open);
    m_aim->setVisible(open && !m_aim->text().isEmpty());
    m_list->setMaximumHeight(always ? QWIDGETSIZE_MAX : 230);
}

void ClauseFinder::focusSearch()
{
    m_words->setFocus();
    m_words->selectAll();
}

void ClauseFinder::searchFor(const QString& words)
{
    m_shelf->setCurrentIndex(0);
    m_words->setText(words);
    focusSearch();
}

void ClauseFinder::aimAt(const std::string& section, const std::string& cause)
{
    m_section = section;
    m_cause = cause;
    m_words->clear();
    m_shelf->setCurrentIndex(0);
    m_drawnFor.clear();
    draw();
    focusSearch();
}

void ClauseFinder::draw()
{
    if (!m_desk.model.isOpen())
        return;
    // offers depend on picks, causes and kind; typing a fact must not rebuild the list
    const auto* draft = m_desk.model.session().draft();
    std::string state = m_section + "|" + m_cause + "|" + s(m_words->text()) + "|" + std::to_string(m_desk.model.session().clauses().size());
    if (draft) {
        state += "|" + draft->id + draft->kind;
        for (const auto& pick : draft->picks)
            state += "," + pick.clause;
    }
    for (const auto& cause : m_desk.model.now().causes)
        state += "|" + cause.id + (cause.route ? std::string(appeal::name(*cause.route)) : "");
    if (state == m_drawnFor)
        return;
    m_drawnFor = state;
    QString aim;
    if (!m_section.empty()) {
        aim = nameOfSection(m_desk.model.catalogue(), m_section, m_desk.model.now().voice);
        if (!m_cause.empty())
            aim += QStringLiteral(" · ") + nameOfCause(m_desk.model.catalogue(), m_cause);
        aim = tr("For: %1").arg(aim);
    }
    setWords(m_aim, aim);
    search();
}

void ClauseFinder::search()
{
    setOpen(m_always);
    m_search->look(m_words->text(), m_section, m_cause, ClauseSearch::Shelf(m_shelf->currentIndex()));
}

void ClauseFinder::show(const std::vector<ClauseHit>& hits, const QString& words)
{
    // the one that was looked at stays under the eyes while its signs change
    const auto at = current() && words == m_searched ? current()->clause.id : std::string{};
    m_shown = hits;
    m_searched = words;
    static_cast<ClauseList*>(m_list)->show(m_desk.model.isOpen() ? m_desk.model.session().cataloguePtr() : nullptr, hits, words);
    const auto same = std::find_if(m_shown.begin(), m_shown.end(), [&](const ClauseHit& hit) { return hit.clause.id == at; });
    if (same != m_shown.end()) {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(int(same - m_shown.begin()));
    } else {
        m_phrasing = 0;
        m_turned = false;
    }
    describe();
}

void ClauseFinder::describe()
{
    const auto* hit = current();
    m_detail->setVisible(!m_list->isHidden());
    for (auto* part : std::initializer_list<QWidget*>{m_before, m_which, m_after, m_favourite, m_hide})
        part->setVisible(hit != nullptr);
    m_again->setVisible(hit && hit->inLetter && hit->fits && !hit->clause.prints.empty() && !m_list->isHidden());
    m_add->setEnabled(hit && hit->fits);
    m_add->setText(hit && hit->inLetter ? tr("Show it in the plan") : tr("Add this clause"));
    m_add->setAccessibleName(m_add->text());
    if (!hit) {
        setWords(m_about, m_words->text().isEmpty() && m_shelf->currentIndex() == 0 ? QString() : m_search->isLooking() ? QString() : tr("No clause holds these words."));
        return;
    }
    const auto& clause = hit->clause;
    const auto count = [&] {
        const auto it = clause.text.find("en");
        return it == clause.text.end() ? 1 : std::max(1, int(it->second.size()));
    }();
    m_phrasing = (m_phrasing % count + count) % count;
    setWords(m_which, tr("phrasing %1 of %2").arg(m_phrasing + 1).arg(count));
    m_before->setEnabled(count > 1);
    m_after->setEnabled(count > 1);
    m_favourite->setText(hit->favourite ? QStringLiteral("★") : QStringLiteral("☆"));
    m_favourite->setChecked(hit->favourite);
    const bool hidden = clause.origin == library::Origin::Hidden;
    m_hide->setText(hidden ? tr("Show again") : tr("Hide"));
    m_hide->setAccessibleName(m_hide->text());
    m_hide->setToolTip(hidden ? QString() : tr("Offer it no more. “hidden” shows it again."));
    QStringList lines;
    if (hit->inLetter)
        lines << tr("✓ In the letter already.");
    else if (!hit->fits && !hidden)
        lines << tr("It does not fit the causes and routes of this letter.");
    if (hit->earlier > 0)
        lines << tr("Used in %n other letter(s) of this seller.", nullptr, hit->earlier);
    lines << readable(m_desk.model.catalogue(), clause.phrasing("en", m_phrasing)) << readable(m_desk.model.catalogue(), clause.phrasing("zh", m_phrasing));
    if (!clause.requires_.empty())
        lines << tr("Must be true: %1").arg(in(clause.requires_));
    lines.removeAll(QString());
    setWords(m_about, lines.join(QLatin1Char('\n')));
}

void ClauseFinder::turn(int by)
{
    if (!current())
        return;
    m_phrasing += by;
    m_turned = true;
    describe();
}

void ClauseFinder::toggleFavourite()
{
    if (const auto* hit = current())
        m_search->setFavourite(hit->clause.id, !hit->favourite);
}

void ClauseFinder::toggleHidden()
{
    const auto* hit = current();
    if (!hit)
        return;
    const auto name = in(hit->clause.name);
    const bool hide = hit->clause.origin != library::Origin::Hidden;
    m_search->hide(hit->clause.id, hide);
    Q_EMIT said(hide ? tr("Hidden: %1. Choose “hidden” in the clause finder to show it again.").arg(name) : tr("Offered again: %1").arg(name));
}

void ClauseFinder::add(bool again)
{
    const auto* hit = current();
    const auto* draft = m_desk.model.isOpen() ? m_desk.model.session().draft() : nullptr;
    if (!hit || !draft || !hit->fits || !draft->sent.empty())
        return;
    const auto name = in(hit->clause.name);
    if (const auto place = placeOf(*draft, hit->clause.id); !place.empty() && (!again || hit->clause.prints.empty())) {
        Q_EMIT said(tr("In the letter already: %1").arg(name));
        Q_EMIT placeAsked(place);
        return;
    }
    m_desk.model.rest();
    m_desk.model.edit(insertion(m_desk.model, hit->clause, m_section == hit->clause.section ? m_cause : std::string{}, {}, m_turned ? std::optional<int>(m_phrasing) : std::nullopt));
    m_desk.model.rest();
    Q_EMIT said(tr("Added: %1").arg(name));
}

bool ClauseFinder::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            add(key->modifiers() & Qt::ShiftModifier);
            return true;
        }
        if (watched == m_words && !(key->modifiers() & Qt::ControlModifier) && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + (key->key() == Qt::Key_Down ? 1 : -1), 0, m_list->count() - 1));
            return true;
        }
        if (watched == m_words && key->key() == Qt::Key_Escape) {
            m_section.clear();
            m_cause.clear();
            m_shelf->setCurrentIndex(0);
            m_words->clear();
            draw();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace desktop
