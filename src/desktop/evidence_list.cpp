#include "desktop/evidence_list.h"

#include "desktop/app_undo.h"
#include "desktop/attach.h"
#include "desktop/language.h"
#include "desktop/strings.h"
#include "desktop/theme.h"
#include "desktop/words.h"
#include "text/decode.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QUrl>

namespace desktop {

namespace {

QStringList filesOf(const QMimeData* data)
{
    QStringList out;
    for (const auto& url : data->urls())
        if (url.isLocalFile())
            out << url.toLocalFile();
    return out;
}

/// Asks for files without stopping anything.
template <typename Then>
void askForFiles(QWidget* parent, const QString& title, Then then)
{
    auto* dialog = new QFileDialog(parent->window(), title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, then);
    dialog->open();
}

/// One paper that is due.
class DueRow final : public QWidget
{
public:
    DueRow(Desk& desk, EvidenceList* list, const evaluation::EvidenceDue& due) : m_desk(desk), m_list(list), m_kind(due.kind), m_sign(new QLabel), m_text(words({})), m_state(quietWords({}))
    {
        setAcceptDrops(true);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 1, 0, 1);
        row->addWidget(m_sign, 0, Qt::AlignTop);
        row->addWidget(m_text, 1);
        m_state->setWordWrap(false);
        row->addWidget(m_state, 0, Qt::AlignTop);
        m_attach = smallButton(EvidenceList::tr("Attach…"), {});
        row->addWidget(m_attach, 0, Qt::AlignTop);
        connect(m_attach, &QToolButton::clicked, this, [this] { askForFiles(this, EvidenceList::tr("Attach files"), [this](const QStringList& paths) { add(paths); }); });
    }
    void draw(const evaluation::EvidenceDue& due, const library::Catalogue& catalogue)
    {
        m_sign->setText(due.attached ? QStringLiteral("☑") : QStringLiteral("☐"));
        setWords(m_text, in(due.text).isEmpty() ? nameOf(catalogue, "asks_for", due.kind) : in(due.text));
        setWords(m_state, say(catalogue, due.attached ? "evaluation.evidence.attached" : "evaluation.evidence.due"));
        m_attach->setAccessibleName(EvidenceList::tr("Attach: %1").arg(m_text->text()));
    }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override
    {
        if (!filesOf(event->mimeData()).isEmpty())
            event->acceptProposedAction();
    }
    void dropEvent(QDropEvent* event) override
    {
        add(filesOf(event->mimeData()));
        event->acceptProposedAction();
    }

private:
    void add(const QStringList& paths)
    {
        for (const auto& path : paths)
            attachFile(m_desk, m_list, path, m_kind, {}, [this, list = m_list](const appeal::Error& e) { Q_EMIT list->said(ErrorWords::of(e, &m_desk.model.catalogue())); });
    }
    Desk& m_desk;
    EvidenceList* m_list;
    std::string m_kind;
    QLabel* m_sign;
    QLabel* m_text;
    QLabel* m_state;
    QToolButton* m_attach;
};

/// One attached file.
class FileRow final : public QWidget
{
public:
    FileRow(Desk& desk, const appeal::Evidence& evidence) : m_desk(desk), m_id(evidence.id), m_name(new CutLabel), m_kind(new QComboBox), m_shows(new QLineEdit)
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 2, 0, 4);
        column->setSpacing(3);
        auto* top = new QHBoxLayout;
        top->addWidget(m_name, 1);
        auto* remove = smallButton(AttachedList::tr("Remove"), AttachedList::tr("Remove the file %1").arg(q(evidence.name)));
        top->addWidget(remove);
        column->addLayout(top);
        auto* below = new QHBoxLayout;
        m_kind->addItem(AttachedList::tr("what is it?"), QString());
        if (const auto it = desk.model.catalogue().vocabularies.find("asks_for"); it != desk.model.catalogue().vocabularies.end())
            for (const auto& named : it->second)
                m_kind->addItem(in(named.name), q(named.id));
        m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_kind->setMinimumContentsLength(12);
        m_kind->setAccessibleName(AttachedList::tr("What the file %1 is").arg(q(evidence.name)));
        m_shows->setPlaceholderText(AttachedList::tr("what it shows: 22 orders with cause and refund"));
        m_shows->setAccessibleName(AttachedList::tr("What the file %1 shows").arg(q(evidence.name)));
        AppUndo::install(m_shows);
        below->addWidget(m_kind, 2);
        below->addWidget(m_shows, 3);
        column->addLayout(below);
        connect(remove, &QToolButton::clicked, this, [this] { m_desk.model.edit(appeal::RemoveEvidence{m_id}); });
        connect(m_kind, &QComboBox::activated, this, [this] {
            change([this](appeal::Evidence& e) { e.kind = s(m_kind->currentData().toString()); }, {});
        });
        connect(m_shows, &QLineEdit::textEdited, this, [this] {
            change(
                [this](appeal::Evidence& e) {
                    const auto text = s(m_shows->text().trimmed());
                    const bool han = text::hasHan(text);
                    e.shows.erase(han ? "en" : "zh");
                    if (text.empty())
                        e.shows.clear();
                    else
                        e.shows[han ? "zh" : "en"] = text;
                },
                "shows:" + m_id);
        });
        connect(m_shows, &QLineEdit::editingFinished, this, [this] { m_desk.model.rest(); });
    }
    void draw(const appeal::Evidence& e)
    {
        const auto size = windowLocale().formattedDataSize(qint64(e.size), 1);
        m_name->setText(QStringLiteral("%1 · %2").arg(q(e.name), size));
        m_kind->setCurrentIndex(std::max(0, m_kind->findData(q(e.kind))));
        const auto shows = q(appeal::anyOf(e.shows));
        if (m_shows->text().trimmed() != shows)
            m_shows->setText(shows);
    }

private:
    template <typename Change>
    void change(Change what, const std::string& key)
    {
        if (const auto* e = appeal::findEvidence(m_desk.model.now(), m_id)) {
            auto mine = *e;
            what(mine);
            m_desk.model.edit(std::vector<appeal::Edit>{appeal::PutEvidence{mine}}, key);
        }
    }
    Desk& m_desk;
    appeal::Id m_id;
    CutLabel* m_name;
    QComboBox* m_kind;
    QLineEdit* m_shows;
};

} // namespace

EvidenceList::EvidenceList(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk), m_rows(new Rows(nullptr, 1))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_rows);
}

void EvidenceList::draw(const std::vector<evaluation::EvidenceDue>& due)
{
    m_rows->begin();
    for (const auto& paper : due)
        m_rows->row<DueRow>(q(paper.kind + "|" + library::in(paper.text, "en")), [&] { return new DueRow(m_desk, this, paper); })->draw(paper, m_desk.model.catalogue());
    m_rows->end();
}

AttachedList::AttachedList(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk), m_area(nullptr), m_rows(new Rows(nullptr, 2))
{
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_rows);
    auto* below = new Line;
    auto* addFiles = below->add(button(tr("Attach files…")));
    m_area = below->add(quietWords(tr("or drop them here")));
    m_area->setWordWrap(false);
    column->addWidget(below);
    connect(addFiles, &QPushButton::clicked, this, [this] { askForFiles(this, tr("Attach files"), [this](const QStringList& paths) { add(paths); }); });
}

void AttachedList::draw()
{
    m_rows->begin();
    for (const auto& e : m_desk.model.now().evidence)
        m_rows->row<FileRow>(q(e.id), [&] { return new FileRow(m_desk, e); })->draw(e);
    m_rows->end();
}

void AttachedList::add(const QStringList& paths)
{
    for (const auto& path : paths)
        attachFile(m_desk, this, path, {}, {}, [this](const appeal::Error& e) { Q_EMIT said(ErrorWords::of(e, &m_desk.model.catalogue())); });
}

void AttachedList::dragEnterEvent(QDragEnterEvent* event)
{
    if (!filesOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void AttachedList::dropEvent(QDropEvent* event)
{
    add(filesOf(event->mimeData()));
    event->acceptProposedAction();
}

} // namespace desktop
