#include "desktop/autosave.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace desktop {

namespace {

constexpr int kSoon = 350;     ///< ms from the first unsaved edit to its write; with the write itself under 500
constexpr int kAgain = 2000;   ///< ms until a store that failed is asked again

} // namespace

Autosave::Autosave(CaseModel& model, StorageThread& storage, QObject* parent) : QObject(parent), m_model(model), m_storage(storage)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Autosave::flush);
    connect(&m_model, &CaseModel::changed, this, &Autosave::arm);
    connect(&m_model, &CaseModel::closed, this, [this] {
        flush();
        ++m_epoch;
        m_soon.stop();
        m_inFlight = false;
        m_id.clear();
        setState(State::Idle);
    });
}

void Autosave::begin(appeal::Id id, storage::Revision revision)
{
    ++m_epoch;
    m_inFlight = false;
    m_id = std::move(id);
    m_stored = revision;
    m_written = revision > 0 ? m_model.session().revision() : -1;
    m_error.reset();
    m_theirs.reset();
    m_failures = 0;
    m_savedAt = {};
    setState(State::Saved);
    arm();
}

bool Autosave::dirty() const
{
    return m_model.isOpen() && m_written != m_model.session().revision();
}

void Autosave::arm()
{
    if (!dirty() || m_inFlight || m_state == State::Conflict || m_state == State::Idle)
        return;
    if (!m_soon.isActive())
        m_soon.start(kSoon);
    if (m_state != State::Failed)
        setState(State::Saving);
}

void Autosave::flush()
{
    m_soon.stop();
    if (m_inFlight || !dirty() || m_state == State::Conflict || m_state == State::Idle)
        return; // one write at a time; the newest goes next
    m_inFlight = true;
    auto snapshot = m_model.now();
    snapshot.id = m_id;
    auto summary = journey::summaryOf(snapshot, m_model.catalogue(), m_model.today());
    m_storage.ask(
        this,
        [snapshot = std::move(snapshot), summary = std::move(summary), basedOn = m_stored](Stores& stores) -> appeal::Result<storage::Stored> {
            if (!stores.cases)
                return stores.casesError.value_or(appeal::Error{appeal::Error::Code::CannotWrite, "cases.db", {}});
            return stores.cases->save(snapshot, basedOn, summary);
        },
        [this, epoch = m_epoch, revision = m_model.session().revision()](appeal::Result<storage::Stored> result) {
            Q_EMIT written();
            if (epoch == m_epoch)
                arrived(revision, std::move(result));
        });
}

void Autosave::arrived(std::int64_t revision, appeal::Result<storage::Stored> result)
{
    m_inFlight = false;
    if (result) {
        m_id = result->value.id;
        m_stored = result->revision;
        m_written = revision;
        m_error.reset();
        m_failures = 0;
        m_savedAt = QTime::currentTime();
        setState(State::Saved);
        arm();
        return;
    }
    m_error = result.error();
    if (result.error().code == appeal::Error::Code::StaleRevision) {
        setState(State::Conflict);
        m_storage.ask(
            this, [id = m_id](Stores& stores) { return stores.cases->load(id); },
            [this, epoch = m_epoch](appeal::Result<storage::Stored> theirs) {
                if (epoch != m_epoch)
                    return;
                if (theirs)
                    m_theirs = std::move(*theirs);
                Q_EMIT changed();
            });
        return;
    }
    ++m_failures;
    setState(State::Failed);
    m_soon.start(kAgain);
}

void Autosave::keepMine()
{
    if (m_state != State::Conflict || !m_theirs)
        return;
    m_stored = m_theirs->revision;
    m_theirs.reset();
    setState(State::Saving);
    flush();
}

void Autosave::takeTheirs()
{
    if (m_state != State::Conflict || !m_theirs)
        return;
    const auto theirs = std::move(*m_theirs);
    m_theirs.reset();
    m_model.open(theirs.value);
    begin(theirs.value.id, theirs.revision);
}

bool Autosave::finish(int milliseconds)
{
    QDeadlineTimer deadline(milliseconds);
    while (dirty() && m_state != State::Conflict && !deadline.hasExpired()) {
        flush();
        if (!m_storage.finish(int(deadline.remainingTime())))
            return false;
        QCoreApplication::sendPostedEvents(&m_storage);
        if (m_state == State::Failed)
            return false;
    }
    return !dirty();
}

void Autosave::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace desktop
