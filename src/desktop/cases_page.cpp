#include "desktop/cases_page.h"

#include "desktop/autosave.h"
#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "desktop/words.h"
#include "journey/work.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>

#include <algorithm>
#include <array>

namespace desktop {

namespace {

/// What is pasted begins a case at once; what is typed waits for the button.
class PasteArea final : public QPlainTextEdit
{
public:
    PasteArea(CasesPage* page) : m_page(page) { setTabChangesFocus(true); }

protected:
    bool canInsertFromMimeData(const QMimeData* source) const override { return source->hasUrls() || source->hasText(); }
    void insertFromMimeData(const QMimeData* source) override
    {
        QStringList paths;
        for (const auto& url : source->urls())
            if (url.isLocalFile())
                paths << url.toLocalFile();
        if (!paths.isEmpty())
            Q_EMIT m_page->filesGiven(paths);
        else if (document()->isEmpty() && !source->text().trimmed().isEmpty())
            Q_EMIT m_page->pasted(source->text());
        else
            QPlainTextEdit::insertFromMimeData(source);
    }

private:
    CasesPage* m_page;
};

} // namespace

CasesPage::CasesPage(Knowledge& knowledge, StorageThread& storage, std::function<appeal::Date()> today, QWidget* parent)
    : QWidget(parent), m_knowledge(knowledge), m_storage(storage), m_today(std::move(today)), m_model(new CasesModel(this)), m_filter(new CasesFilter(this)), m_stack(new QStackedWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_filter->setSourceModel(m_model);
    m_stack->addWidget(makeTable());
    m_stack->addWidget(makeEmpty());
    if (m_knowledge.catalogue())
        m_model->setCatalogue(m_knowledge.catalogue());
    connect(&m_knowledge, &Knowledge::catalogueReady, this, [this] { m_model->setCatalogue(m_knowledge.catalogue()); });
    refresh();
}

QWidget* CasesPage::makeEmpty()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(60, 30, 60, 30);
    column->setSpacing(12);
    column->addWidget(heading(tr("Paste the notice here"), 1));
    column->addWidget(quietWords(tr("The whole text that the marketplace sent, as it is: what it means is read from it, and you check it. A text or mail file can be dropped as well. Nothing leaves this computer.")));
    m_paste = new PasteArea(this);
    m_paste->setAccessibleName(tr("Notice"));
    m_paste->setObjectName(QStringLiteral("paste"));
    m_paste->setMinimumHeight(60);
    column->addWidget(m_paste, 1);
    auto* line = new Line;
    m_read = line->add(mainButton(tr("Read this notice")));
    m_read->setEnabled(false);
    auto* refused = line->add(button(tr("I was refused")));
    refused->setToolTip(tr("Start from the notice all the same; the refusal is added on step 5."));
    auto* sample = line->add(button(tr("Look at the sample case")));
    column->addWidget(line);
    connect(m_paste, &QPlainTextEdit::textChanged, this, [this] { m_read->setEnabled(!m_paste->toPlainText().trimmed().isEmpty()); });
    connect(m_read, &QPushButton::clicked, this, [this] { Q_EMIT pasted(m_paste->toPlainText()); });
    connect(refused, &QPushButton::clicked, this, [this] {
        m_paste->setFocus();
        Q_EMIT said(tr("Paste the notice first. Then record the refused appeal on step 4 and the refusal on step 5: the revised appeal follows from them."));
    });
    connect(sample, &QPushButton::clicked, this, &CasesPage::sampleAsked);
    return page;
}

QWidget* CasesPage::makeTable()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(18, 12, 18, 14);
    column->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->addWidget(heading(tr("Cases"), 1), 1);
    m_words = new QLineEdit;
    m_words->setPlaceholderText(tr("Filter: store, cause, state, tag"));
    m_words->setAccessibleName(tr("Filter the cases"));
    m_words->setClearButtonEnabled(true);
    m_words->setMinimumWidth(160);
    m_words->setMaximumWidth(300);
    top->addWidget(m_words, 1);
    column->addLayout(top);
    m_table = new QTableView;
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Cases"));
    m_table->setObjectName(QStringLiteral("cases"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() + 12);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    column->addWidget(m_table, 1);
    auto* line = new Line;
    m_open = line->add(mainButton(tr("Open")));
    m_copy = line->add(button(tr("Duplicate for another store")));
    m_trash = line->add(button(tr("Move to the trash")));
    m_restore = line->add(button(tr("Restore")));
    m_forget = line->add(button(tr("Forget for good…")));
    m_reallyForget = line->add(button(tr("Yes, erase it with its files; this cannot be undone")));
    m_tags = line->add(new QLineEdit);
    m_tags->setPlaceholderText(tr("Tags, parted by commas"));
    m_tags->setAccessibleName(tr("Tags of the selected cases"));
    m_trashShown = line->add(smallButton(tr("Show the trash"), {}));
    m_trashShown->setCheckable(true);
    column->addWidget(line);
    m_wrong = words({});
    m_wrong->hide();
    column->addWidget(m_wrong);

    m_table->installEventFilter(this);
    m_words->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setWords(text);
        if (m_filter->rowCount() > 0)
            m_table->selectRow(0);
        drawButtons();
    });
    connect(m_table, &QTableView::doubleClicked, this, &CasesPage::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CasesPage::drawButtons);
    connect(m_open, &QPushButton::clicked, this, &CasesPage::openCurrent);
    connect(m_copy, &QPushButton::clicked, this, &CasesPage::duplicate);
    connect(m_trash, &QPushButton::clicked, this, [this] { each(selected(false), [](storage::CaseStore& store, const std::string& id) { return store.trash(id); }); });
    connect(m_restore, &QPushButton::clicked, this, [this] { each(selected(true), [](storage::CaseStore& store, const std::string& id) { return store.restore(id); }); });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        m_reallyForget->show();
        m_reallyForget->setFocus();
    });
    connect(m_reallyForget, &QPushButton::clicked, this, [this] {
        m_reallyForget->hide();
        each(selected(true), [](storage::CaseStore& store, const std::string& id) { return store.forget(id); });
    });
    connect(m_tags, &QLineEdit::returnPressed, this, &CasesPage::setTags);
    connect(m_trashShown, &QToolButton::toggled, this, [this](bool on) {
        m_trashShown->setText(on ? tr("Hide the trash") : tr("Show the trash"));
        m_trashShown->setAccessibleName(m_trashShown->text());
        refresh();
    });
    drawButtons();
    return page;
}

void CasesPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // what is counted keeps its width; names share the rest and are cut (their tooltip has them whole), down to where the table scrolls instead
    const int em = QFontMetrics(font()).averageCharWidth();
    constexpr std::array kWidths{24, 14, 32, 18, 24, 11, 11, 9, 12};
    constexpr std::array kNames{true, true, true, true, true, false, false, false, false};
    int names = 0, counts = 0;
    for (std::size_t i = 0; i < kWidths.size(); ++i)
        (kNames[i] ? names : counts) += em * kWidths[i] + 12;
    const double share = std::clamp(double(width() - 44 - counts) / names, 0.45, 1.0);
    for (std::size_t i = 0; i < kWidths.size(); ++i)
        m_table->setColumnWidth(int(i), int((em * kWidths[i] + 12) * (kNames[i] ? share : 1.0)));
}

void CasesPage::refresh()
{
    const bool trash = m_trashShown->isChecked();
    m_storage.ask(
        this,
        [trash](Stores& stores) -> appeal::Result<std::vector<storage::Summary>> {
            if (!stores.cases)
                return stores.casesError.value_or(appeal::Error{appeal::Error::Code::CannotWrite, "cases.db", {}});
            return stores.cases->list(trash);
        },
        [this, trash](appeal::Result<std::vector<storage::Summary>> list) {
            if (!list) {
                setWords(m_wrong, ErrorWords::of(list.error(), m_knowledge.catalogue().get()));
                m_wrong->show();
                m_stack->setCurrentIndex(1);
                Q_EMIT said(m_wrong->text());
                if (list.error().code == appeal::Error::Code::StoreDamaged)
                    Q_EMIT damaged();
            } else {
                m_wrong->hide();
                const auto chosen = selected();
                const bool any = !list->empty() || trash;
                m_model->show(std::move(*list), m_today());
                m_stack->setCurrentIndex(any ? 0 : 1);
                for (int row = 0; row < m_filter->rowCount(); ++row)
                    if (!chosen.empty() && s(m_filter->index(row, 0).data(CasesModel::kId).toString()) == chosen.front())
                        m_table->selectRow(row);
                if (m_table->selectionModel()->selectedRows().isEmpty() && m_filter->rowCount() > 0)
                    m_table->selectRow(0);
                drawButtons();
            }
            const bool first = !m_listed;
            m_listed = true;
            if (first && isVisible())
                (m_stack->currentIndex() == 0 ? static_cast<QWidget*>(m_table) : m_paste)->setFocus();
            Q_EMIT listed();
        });
}

std::vector<std::string> CasesPage::selected(std::optional<bool> trashed) const
{
    std::vector<std::string> out;
    for (const auto& index : m_table->selectionModel()->selectedRows())
        if (!trashed || m_model->at(m_filter->mapToSource(index).row()).trashed == *trashed)
            out.push_back(s(index.data(CasesModel::kId).toString()));
    return out;
}

void CasesPage::drawButtons()
{
    const auto rows = m_table->selectionModel()->selectedRows();
    bool trashed = false, live = false;
    for (const auto& index : rows)
        (m_model->at(m_filter->mapToSource(index).row()).trashed ? trashed : live) = true;
    m_open->setEnabled(rows.size() == 1);
    m_copy->setVisible(live && rows.size() == 1);
    m_trash->setVisible(live);
    m_tags->setVisible(live);
    m_restore->setVisible(trashed);
    m_forget->setVisible(trashed);
    if (!trashed)
        m_reallyForget->hide();
    else if (!m_forget->isVisible())
        m_reallyForget->hide();
    if (rows.size() == 1 && !m_tags->hasFocus())
        m_tags->setText(rows.first().siblingAtColumn(CasesModel::Tags).data().toString());
}

void CasesPage::openCurrent()
{
    if (const auto ids = selected(); !ids.empty())
        Q_EMIT opened(ids.front());
}

void CasesPage::each(std::vector<std::string> ids, std::function<appeal::Result<appeal::Done>(storage::CaseStore&, const std::string&)> what)
{
    m_storage.ask(
        this,
        [ids = std::move(ids), what = std::move(what)](Stores& stores) -> appeal::Result<appeal::Done> {
            if (!stores.cases)
                return appeal::Error{appeal::Error::Code::CannotWrite, "cases.db", {}};
            for (const auto& id : ids)
                if (auto done = what(*stores.cases, id); !done)
                    return done;
            return appeal::Done{};
        },
        [this](appeal::Result<appeal::Done> done) {
            if (!done)
                Q_EMIT said(ErrorWords::of(done.error(), m_knowledge.catalogue().get()));
            refresh();
        });
}

void CasesPage::duplicate()
{
    if (!m_knowledge.catalogue())
        return;
    each(selected(), [catalogue = m_knowledge.catalogue(), today = m_today()](storage::CaseStore& store, const std::string& id) -> appeal::Result<appeal::Done> {
        auto stored = store.load(id);
        if (!stored)
            return stored.error();
        const auto copy = journey::forAnotherStore(std::move(stored->value), *catalogue);
        auto saved = store.save(copy, 0, journey::summaryOf(copy, *catalogue, today));
        if (!saved)
            return saved.error();
        return appeal::Done{};
    });
}

void CasesPage::setTags()
{
    if (!m_knowledge.catalogue())
        return;
    std::vector<std::string> tags;
    for (const auto& tag : m_tags->text().split(QLatin1Char(',')))
        if (!tag.trimmed().isEmpty())
            tags.push_back(s(tag.trimmed()));
    each(selected(false), [tags, catalogue = m_knowledge.catalogue(), today = m_today()](storage::CaseStore& store, const std::string& id) -> appeal::Result<appeal::Done> {
        auto stored = store.load(id);
        if (!stored)
            return stored.error();
        const auto tagged = appeal::apply(std::move(stored->value), appeal::SetTags{tags});
        auto saved = store.save(tagged, stored->revision, journey::summaryOf(tagged, *catalogue, today));
        if (!saved)
            return saved.error();
        return appeal::Done{};
    });
    m_table->setFocus();
}

bool CasesPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
        if (watched == m_table && key->key() == Qt::Key_Delete && m_trash->isVisible()) {
            m_trash->click();
            return true;
        }
        if (watched == m_table && key->matches(QKeySequence::Paste)) {
            Q_EMIT clipboardAsked();
            return true;
        }
        if (watched == m_words && key->key() == Qt::Key_Escape && !m_words->text().isEmpty()) {
            m_words->clear();
            return true;
        }
        if (watched == m_words && key->key() == Qt::Key_Down) {
            m_table->setFocus();
            return true;
        }
        // what is typed over the table filters it
        if (watched == m_table && !key->text().isEmpty() && key->text().at(0).isPrint() && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && key->key() != Qt::Key_Space) {
            m_words->setFocus();
            m_words->setText(m_words->text() + key->text());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace desktop
