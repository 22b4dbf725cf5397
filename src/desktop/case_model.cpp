#include "desktop/case_model.h"

#include "cause/corrections.h"
#include "desktop/background.h"
#include "letter/format.h"
#include "plan/plan.h"

#include <algorithm>

namespace desktop {

namespace {

/// Up to here a notice is read between two key presses; a larger one on the pool.
constexpr std::size_t kReadHere = 64 * 1024;

} // namespace

CaseModel::CaseModel(Knowledge& knowledge, StorageThread& storage, std::function<appeal::Date()> today, QObject* parent)
    : QObject(parent), m_knowledge(knowledge), m_storage(storage), m_today(std::move(today))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(2000);
    connect(&m_rest, &QTimer::timeout, this, &CaseModel::rest);
    m_check.setSingleShot(true);
    m_check.setInterval(0);
    connect(&m_check, &QTimer::timeout, this, [this] {
        if (isOpen())
            Q_EMIT checked();
    });
    m_beat.setInterval(100);
    connect(&m_beat, &QTimer::timeout, this, [this] {
        if (m_running)
            Q_EMIT readingAt(std::min(m_running->percent.load(), 99));
    });
    connect(&m_knowledge, &Knowledge::spellingReady, this, [this] {
        m_review.reset();
        if (isOpen())
            m_check.start();
    });
    connect(&m_knowledge, &Knowledge::ready, this, [this] {
        m_review.reset();
        m_read = false;
        if (isOpen())
            m_check.start();
    });
}

CaseModel::~CaseModel()
{
    if (m_running) // the pool waits for its work when the program ends
        m_running->stop = true;
}

library::Clauses CaseModel::select(const library::Fit& fit)
{
    if (const auto& folder = m_knowledge.folderClauses()) {
        library::Clauses out;
        for (const auto& clause : *folder)
            if (library::fits(clause, fit))
                out.push_back(clause);
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        return out;
    }
    return m_storage.now([&](Stores& stores) -> library::Clauses {
        if (!stores.library)
            return {};
        auto clauses = stores.library->select(fit);
        return clauses ? std::move(*clauses) : library::Clauses{};
    });
}

void CaseModel::open(appeal::Case c)
{
    m_session.emplace(std::move(c), m_knowledge.catalogue(), [this](const library::Fit& fit) { return select(fit); }, m_today());
    m_foreign.clear();
    m_review.reset();
    m_reviewOf = -1;
    m_read = false;
    m_readAt = -1;
    Q_EMIT opened();
    Q_EMIT changed();
    m_check.start();
}

void CaseModel::close()
{
    if (!isOpen())
        return;
    Q_EMIT closed();
    m_session.reset();
    m_review.reset();
    m_foreign.clear();
    m_rest.stop();
    m_check.stop();
}

void CaseModel::settle()
{
    m_rest.start();
    m_check.start();
    Q_EMIT changed();
}

void CaseModel::edit(const appeal::Edit& e)
{
    if (!isOpen())
        return;
    const auto before = m_session->revision();
    m_session->edit(e);
    if (m_session->revision() != before)
        settle();
}

void CaseModel::edit(const std::vector<appeal::Edit>& edits, const std::string& mergeKey)
{
    if (!isOpen() || edits.empty())
        return;
    const auto before = m_session->revision();
    m_session->edit(edits, mergeKey);
    if (m_session->revision() != before)
        settle();
}

void CaseModel::undo()
{
    if (!isOpen() || !m_session->canUndo())
        return;
    m_session->undo();
    settle();
}

void CaseModel::redo()
{
    if (!isOpen() || !m_session->canRedo())
        return;
    m_session->redo();
    settle();
}

void CaseModel::libraryChanged()
{
    if (!isOpen())
        return;
    m_session->selectAgain();
    m_review.reset();
    Q_EMIT changed();
    m_check.start();
}

void CaseModel::rest()
{
    if (isOpen())
        m_session->rest();
}

void CaseModel::startFrom(const std::string& text, const std::string& source, const std::string& original, std::optional<appeal::Date> received)
{
    const auto begin = [this, text, source, original, received](const appeal::Reading& reading) {
        // a session of its own, so that the proposals of routes that the notice settles come with it and undo ends here
        journey::Session start({}, m_knowledge.catalogue(), [this](const library::Fit& fit) { return select(fit); }, m_today());
        start.edit(journey::startFrom(text, reading, received, source, original, *m_knowledge.catalogue()));
        open(start.now());
    };
    const auto reader = m_knowledge.reader();
    if (reader && text.size() <= kReadHere) {
        begin(reader->read(text, received));
        return;
    }
    readOnPool(std::make_shared<const std::string>(text), received, begin);
}

void CaseModel::readOnPool(std::shared_ptr<const std::string> text, std::optional<appeal::Date> received, std::function<void(appeal::Reading)> then) const
{
    if (m_running)
        m_running->stop = true;
    auto running = m_running = std::make_shared<Running>();
    running->text = std::move(text);
    auto* self = const_cast<CaseModel*>(this);
    self->m_beat.start();
    // the reader may still be in the making: the pool makes one of its own rather than let the person wait for a second paste
    onPool(self,
        [reader = m_knowledge.reader(), catalogue = m_knowledge.catalogue(), running, received] {
            const auto pulse = [&](double done) {
                running->percent = int(done * 100);
                return !running->stop;
            };
            return reader ? reader->read(*running->text, received, pulse) : cause::Reader(*catalogue).read(*running->text, received, pulse);
        },
        [self, running, then = std::move(then)](appeal::Reading reading) {
            if (self->m_running == running) {
                self->m_running.reset();
                self->m_beat.stop();
                Q_EMIT self->readingAt(100);
            }
            if (!running->stop)
                then(std::move(reading));
        });
}

void CaseModel::stopReading()
{
    if (!m_running)
        return;
    m_running->stop = true;
    if (const auto* document = isOpen() ? appeal::notice(now()) : nullptr; document && document->text == *m_running->text) {
        takeReading({}, document->text);
        Q_EMIT changed();
    }
    m_running.reset();
    m_beat.stop();
    Q_EMIT readingAt(100);
}

void CaseModel::setNotice(const std::string& text)
{
    if (!isOpen())
        return;
    const auto* document = appeal::notice(now());
    if (!document) {
        appeal::Document fresh;
        fresh.kind = "notice";
        fresh.text = text;
        fresh.source = "typed";
        correct({appeal::AddDocument{fresh}});
        return;
    }
    if (document->text == text)
        return;
    correct({appeal::SetDocumentText{document->id, text}});
}

void CaseModel::correct(std::vector<appeal::Edit> edits)
{
    if (!isOpen() || edits.empty())
        return;
    const auto key = edits.size() == 1 ? appeal::mergeKey(edits.front()) : std::string{};
    const auto next = appeal::apply(now(), edits);
    const auto* document = appeal::notice(next);
    const auto& reader = m_knowledge.reader();
    if (document && reader && document->text.size() <= kReadHere) {
        takeReading(reader->read(document->text, document->received), document->text);
        for (auto& taken : cause::takeOver(next, m_asRead, document->id, catalogue()))
            edits.push_back(std::move(taken));
    }
    edit(edits, key);
}

const appeal::Reading& CaseModel::reading() const
{
    static const appeal::Reading none;
    const auto* document = isOpen() ? appeal::notice(now()) : nullptr;
    if (!document || !m_knowledge.reader())
        return none;
    if (m_read && (m_readAt == m_session->revision() || m_readText == document->text)) {
        m_readAt = m_session->revision();
        return correctedNow();
    }
    if (document->text.size() > kReadHere) {
        if (!m_running || *m_running->text != document->text)
            readAway(*document);
        return m_reading;
    }
    takeReading(m_knowledge.reader()->read(document->text, document->received), document->text);
    return correctedNow();
}

const appeal::Reading& CaseModel::correctedNow() const
{
    if (m_correctedBy != now().corrections) {
        m_reading = cause::corrected(now(), m_asRead, appeal::notice(now())->id);
        m_correctedBy = now().corrections;
    }
    return m_reading;
}

void CaseModel::takeReading(appeal::Reading reading, const std::string& text) const
{
    m_asRead = std::move(reading);
    m_readText = text;
    m_read = true;
    m_readAt = -1;
    m_correctedBy.reset();
}

void CaseModel::sayWhatItIs(const appeal::Correction& said)
{
    if (!isOpen())
        return;
    rest();
    correct(cause::sayWhatItIs(now(), reading(), said));
}

void CaseModel::readAway(const appeal::Document& document) const
{
    const auto text = std::make_shared<const std::string>(document.text);
    auto* self = const_cast<CaseModel*>(this);
    readOnPool(text, document.received, [self, text, id = document.id](appeal::Reading reading) {
        const auto* now = self->isOpen() ? appeal::findDocument(self->now(), id) : nullptr;
        if (!now || now->text != *text)
            return; // typed meanwhile: the next look reads again
        self->takeReading(std::move(reading), *text);
        const auto edits = cause::takeOver(self->now(), self->m_asRead, id, self->catalogue());
        if (!edits.empty())
            self->edit(edits, "document:" + id);
        Q_EMIT self->changed();
    });
}

const appeal::LetterDraft* CaseModel::letterWanted() const
{
    const auto* draft = isOpen() ? m_session->draft() : nullptr;
    return draft && draft->sent.empty() && !now().causes.empty() && plan::letterKind(now(), catalogue()).empty() ? nullptr : draft;
}

const appeal::Review* CaseModel::review() const
{
    if (!isOpen() || !m_knowledge.reviewer())
        return nullptr;
    const auto* draft = letterWanted();
    if (!draft)
        return nullptr;
    if (!m_review || m_reviewOf != m_session->revision()) {
        const auto& letter = m_session->letter();
        journey::Known known;
        known.reading = &reading();
        known.foreign = m_foreign;
        m_review = journey::reviewOf(*m_session, *m_knowledge.reviewer(), *draft, letter, letter::toText(letter), known, &m_memory);
        m_reviewOf = m_session->revision();
    }
    return &*m_review;
}

std::vector<journey::StepStatus> CaseModel::statuses() const
{
    if (!isOpen())
        return std::vector<journey::StepStatus>(5);
    return journey::statuses(now(), catalogue(), letterWanted() ? &m_session->letter() : nullptr, review(), m_today());
}

} // namespace desktop
