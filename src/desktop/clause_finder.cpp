#include "desktop/clause_finder.h"

#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "plan/plan.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace desktop {

namespace {

constexpr int kSnippet = Qt::UserRole + 1;
constexpr int kQuery = Qt::UserRole + 2;
constexpr int kMost = 200;

/// Text with slots as people read it: "{{.person}}" -> "…".
QString readable(std::string text)
{
    for (auto open = text.find("{{"); open != std::string::npos; open = text.find("{{", open)) {
        const auto close = text.find("}}", open);
        if (close == std::string::npos)
            break;
        const auto slot = text.substr(open + 2, close - open - 2);
        text.replace(open, close + 2 - open, slot == "we" || slot == "We" || slot == "our" || slot == "Our" || slot == "us" ? slot : "…");
    }
    for (const char* mark : {"[[", "]]"})
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
            text.erase(at, 2);
    return q(text).simplified();
}

/// Name, then the words; what was searched for is underlined in both.
class HitDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        const QFontMetrics metrics(option.font);
        return {metrics.averageCharWidth() * 20, metrics.lineSpacing() * 3 + 10};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override
    {
        auto option = given;
        initStyleOption(&option, index);
        option.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        const bool selected = option.state & QStyle::State_Selected;
        const bool enabled = option.state & QStyle::State_Enabled;
        const auto area = option.rect.adjusted(6, 4, -6, -4);
        const auto text = selected ? option.palette.color(QPalette::HighlightedText) : enabled ? option.palette.color(QPalette::Text) : colours().muted;
        const auto words = index.data(kQuery).toString();
        auto bold = option.font;
        bold.setBold(true);
        painter->save();
        painter->setPen(text);
        painter->setFont(bold);
        const QFontMetrics head(bold);
        const auto name = head.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, area.width());
        painter->drawText(area, Qt::AlignTop | Qt::AlignLeft | Qt::TextSingleLine, name);
        underline(painter, head, name, words, area.topLeft());
        painter->setFont(option.font);
        painter->setPen(selected ? text : colours().muted);
        const QFontMetrics metrics(option.font);
        const QRect below = area.adjusted(0, head.lineSpacing(), 0, 0);
        painter->setClipRect(below);
        painter->drawText(below, Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, index.data(kSnippet).toString());
        painter->restore();
    }

private:
    static void underline(QPainter* painter, const QFontMetrics& metrics, const QString& text, const QString& words, QPoint at)
    {
        if (words.isEmpty())
            return;
        const auto from = text.indexOf(words, 0, Qt::CaseInsensitive);
        if (from < 0)
            return;
        const int x = at.x() + metrics.horizontalAdvance(text.left(from));
        const int y = at.y() + metrics.ascent() + 2;
        painter->drawLine(x, y, x + metrics.horizontalAdvance(text.mid(from, words.size())), y);
    }
};

/// A list whose items can be dragged into the plan.
class HitList final : public QListWidget
{
public:
    using QListWidget::QListWidget;
    QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override
    {
        auto* carried = new QMimeData;
        if (!items.isEmpty())
            carried->setData(QStringLiteral("application/x-causeway-clause"), items.first()->data(Qt::UserRole).toString().toUtf8());
        return carried;
    }
    QStringList mimeTypes() const override { return {QStringLiteral("application/x-causeway-clause")}; }
};

} // namespace

ClauseFinder::ClauseFinder(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk), m_words(new QLineEdit), m_aim(quietWords({})), m_list(new HitList), m_about(words({}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_words->setAccessibleName(tr("Find a clause"));
    m_words->setPlaceholderText(tr("Find a clause: words, a name, Chinese"));
    m_words->setClearButtonEnabled(true);
    m_words->setToolTip(tr("Find a clause (Ctrl+F). Down goes to the list, Enter adds."));
    m_words->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_words->setObjectName(QStringLiteral("findClause"));
    column->addWidget(m_words);
    column->addWidget(m_aim);
    m_list->setAccessibleName(tr("Clauses"));
    m_list->setObjectName(QStringLiteral("clauses"));
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setDragEnabled(true);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(150);
    column->addWidget(m_list, 1);
    m_about->setFont(scaled(font(), 0.93));
    column->addWidget(m_about);
    m_add = button(tr("Add this clause"));
    column->addWidget(m_add);

    m_words->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, &ClauseFinder::search);
    connect(m_list, &QListWidget::currentRowChanged, this, &ClauseFinder::describe);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &ClauseFinder::add);
    connect(m_add, &QPushButton::clicked, this, &ClauseFinder::add);
}

void ClauseFinder::setOpen(bool always)
{
    m_always = always;
    const bool open = always || !m_words->text().isEmpty() || !m_section.empty();
    m_list->setVisible(open);
    m_add->setVisible(open);
    m_about->setVisible(open && !m_about->text().isEmpty());
    m_aim->setVisible(open && !m_aim->text().isEmpty());
    m_list->setMaximumHeight(always ? QWIDGETSIZE_MAX : 230);
}

void ClauseFinder::focusSearch()
{
    m_words->setFocus();
    m_words->selectAll();
}

void ClauseFinder::aimAt(const std::string& section, const std::string& cause)
{
    m_section = section;
    m_cause = cause;
    m_words->clear();
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
    std::string state = m_section + "|" + m_cause + "|" + s(m_words->text());
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

bool ClauseFinder::fitsHere(const library::Clause& clause) const
{
    const auto* draft = m_desk.model.session().draft();
    const auto* kind = draft ? m_desk.model.catalogue().letter(draft->kind) : nullptr;
    return kind && kind->section(clause.section) && (clause.kinds.empty() || std::find(clause.kinds.begin(), clause.kinds.end(), kind->id) != clause.kinds.end())
        && library::find(m_desk.model.session().clauses(), clause.id);
}

void ClauseFinder::search()
{
    setOpen(m_always);
    if (!m_desk.model.isOpen() || !m_desk.model.session().draft()) {
        show({}, {});
        return;
    }
    const auto words = m_words->text().trimmed();
    const auto& session = m_desk.model.session();
    if (words.isEmpty()) {
        std::vector<library::Clause> found;
        for (const auto& offer : plan::offers(session.now(), *session.draft(), session.catalogue(), session.clauses(), m_section, m_cause)) {
            if (const auto* clause = library::find(session.clauses(), offer.clause); clause && found.size() < std::size_t(kMost))
                found.push_back(*clause);
        }
        show(std::move(found), {});
        return;
    }
    if (m_asking)
        return; // the newest words are looked for when the answer is there
    m_asking = true;
    m_asked = words;
    const auto folder = m_desk.knowledge.folderClauses();
    m_desk.storage.ask(
        this,
        [text = s(words), folder](Stores& stores) {
            std::vector<library::Clause> out;
            if (folder) {
                for (const auto& clause : *folder)
                    if (q(library::toJson(clause)).contains(q(text), Qt::CaseInsensitive))
                        out.push_back(clause);
            } else if (stores.library) {
                if (auto hits = stores.library->search(text, kMost))
                    for (auto& hit : *hits)
                        out.push_back(std::move(hit.clause));
            }
            return out;
        },
        [this](std::vector<library::Clause> found) {
            m_asking = false;
            const auto now = m_words->text().trimmed();
            if (now != m_asked) {
                search(); // newest wins
                return;
            }
            // what fits this case comes first, in the order of the search
            std::stable_partition(found.begin(), found.end(), [this](const library::Clause& clause) { return m_desk.model.isOpen() && fitsHere(clause); });
            show(std::move(found), now);
        });
}

void ClauseFinder::show(std::vector<library::Clause> found, const QString& searched)
{
    m_shown = std::move(found);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto& language = windowLanguage();
    for (const auto& clause : m_shown) {
        auto* item = new QListWidgetItem(in(clause.name).isEmpty() ? q(clause.id) : in(clause.name));
        item->setData(Qt::UserRole, q(clause.id));
        item->setData(kSnippet, readable(clause.phrasing(language == "zh" ? "zh" : "en", 0)));
        item->setData(kQuery, searched);
        item->setData(Qt::AccessibleDescriptionRole, item->data(kSnippet));
        if (!fitsHere(clause))
            item->setFlags(item->flags() & ~(Qt::ItemIsEnabled | Qt::ItemIsDragEnabled));
        m_list->addItem(item);
    }
    if (!m_shown.empty())
        m_list->setCurrentRow(0);
    describe();
}

void ClauseFinder::describe()
{
    const auto row = m_list->currentRow();
    if (row < 0 || row >= int(m_shown.size())) {
        setWords(m_about, m_words->text().isEmpty() ? QString() : m_asking ? QString() : tr("No clause holds these words."));
        m_about->setVisible(!m_about->text().isEmpty() && !m_list->isHidden());
        m_add->setEnabled(false);
        return;
    }
    const auto& clause = m_shown[std::size_t(row)];
    const bool fits = fitsHere(clause);
    QStringList lines;
    const auto& language = windowLanguage();
    lines << readable(clause.phrasing(language == "zh" ? "en" : "zh", 0));
    if (!clause.requires_.empty())
        lines << tr("Must be true: %1").arg(in(clause.requires_));
    if (!fits)
        lines << tr("It does not fit the causes and routes of this letter.");
    else if (const auto* draft = m_desk.model.session().draft(); std::any_of(draft->picks.begin(), draft->picks.end(), [&](const auto& p) { return p.clause == clause.id; }))
        lines << tr("In the letter already.");
    setWords(m_about, lines.join(QLatin1Char('\n')));
    m_about->setVisible(!m_list->isHidden());
    m_add->setEnabled(fits);
}

void ClauseFinder::add()
{
    const auto row = m_list->currentRow();
    if (row < 0 || row >= int(m_shown.size()) || !m_desk.model.isOpen())
        return;
    const auto clause = m_shown[std::size_t(row)];
    const auto* draft = m_desk.model.session().draft();
    if (!draft || !fitsHere(clause))
        return;
    m_desk.model.rest();
    m_desk.model.edit(plan::pickOf(m_desk.model.now(), *draft, clause, m_desk.model.catalogue(), m_section == clause.section ? m_cause : std::string{}));
    m_desk.model.rest();
    Q_EMIT added(in(clause.name));
}

bool ClauseFinder::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            add();
            return true;
        }
        if (watched == m_words && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) && m_list->count() > 0) {
            const int row = std::clamp(m_list->currentRow() + (key->key() == Qt::Key_Down ? 1 : -1), 0, m_list->count() - 1);
            m_list->setCurrentRow(row);
            return true;
        }
        if (watched == m_words && key->key() == Qt::Key_Escape) {
            m_section.clear();
            m_cause.clear();
            m_words->clear();
            draw();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace desktop
