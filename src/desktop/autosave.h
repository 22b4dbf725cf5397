#pragma once

#include "desktop/case_model.h"

#include <QTime>

namespace desktop {

/**
 * Keeps the store behind what is typed: a write at most half a second after the first edit that is not saved yet, when a field
 * or page is left, before closing. One write is in flight, the newest goes next.
 */
class Autosave : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Saved, Saving, Failed, Conflict };

    Autosave(CaseModel& model, StorageThread& storage, QObject* parent = nullptr);

    /// The open case lies in the store under @p id at @p revision; 0: it is not there yet. To be called after each open.
    void begin(appeal::Id id, storage::Revision revision);
    /// Writes now what is not written, unless a write is in flight already.
    void flush();
    /// Waits until everything is written, at most @p milliseconds. False: it is not.
    bool finish(int milliseconds);

    State state() const { return m_state; }
    bool dirty() const;
    const appeal::Id& id() const { return m_id; }
    QTime savedAt() const { return m_savedAt; }
    const std::optional<appeal::Error>& error() const { return m_error; }
    int failures() const { return m_failures; }
    /// What somebody else saved meanwhile; only in State::Conflict.
    const std::optional<storage::Stored>& theirs() const { return m_theirs; }
    /// The person's choice in a conflict.
    void keepMine();
    void takeTheirs();

Q_SIGNALS:
    void changed();
    /// A case was written: lists of cases are to be read again.
    void written();

private:
    void arm();
    void arrived(std::int64_t revision, appeal::Result<storage::Stored> result);
    void setState(State state);

    CaseModel& m_model;
    StorageThread& m_storage;
    appeal::Id m_id;
    storage::Revision m_stored = 0;   ///< revision in the store that ours is based on
    std::int64_t m_written = -1;      ///< revision of the session that lies in the store
    int m_epoch = 0;                  ///< answers for a case that was left are not ours
    bool m_inFlight = false;
    State m_state = State::Idle;
    QTime m_savedAt;
    std::optional<appeal::Error> m_error;
    std::optional<storage::Stored> m_theirs;
    int m_failures = 0;
    QTimer m_soon;
};

} // namespace desktop
