#pragma once

#include "desktop/knowledge.h"
#include "desktop/storage_thread.h"
#include "journey/session.h"
#include "journey/work.h"
#include "submit/memory.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace desktop {

/// The open case: a session, and what is worked out from it. Pages draw it and send edits; nothing else changes it.
class CaseModel : public QObject
{
    Q_OBJECT
public:
    CaseModel(Knowledge& knowledge, StorageThread& storage, std::function<appeal::Date()> today, QObject* parent = nullptr);
    ~CaseModel() override;

    bool isOpen() const { return m_session.has_value(); }
    const journey::Session& session() const { return *m_session; }
    const appeal::Case& now() const { return m_session->now(); }
    const library::Catalogue& catalogue() const { return m_session->catalogue(); }
    appeal::Date today() const { return m_today(); }

    /// Makes @p c the open case; the catalogue must be there.
    void open(appeal::Case c);
    void close();

    void edit(const appeal::Edit& edit);
    void edit(const std::vector<appeal::Edit>& edits, const std::string& mergeKey = {});
    void undo();
    void redo();
    /// A clause was saved, hidden or shown again: the open case reads the library anew.
    void libraryChanged();
    /// A field was left: the next edit is a step of its own.
    void rest();

    /// A case made from a pasted or dropped notice, opened. Larger texts are read on the pool first.
    void startFrom(const std::string& text, const std::string& source, const std::string& original, std::optional<appeal::Date> received);
    /// The words of the notice, as typed: read again, what a person decided stays.
    void setNotice(const std::string& text);
    /// Reads the notice again after a correction, in one step with @p edits.
    void correct(std::vector<appeal::Edit> edits);
    /// A person says what words of the notice are.
    void sayWhatItIs(const appeal::Correction& said);

    /// The notice as read, with the person's corrections in it; empty while the reader is being compiled.
    const appeal::Reading& reading() const;
    /// The letter being worked on; null where there is none, or none is wanted (a quiz alone is asked for, and nothing was sent).
    const appeal::LetterDraft* letterWanted() const;
    /// The checks of the current letter; null while the reviewer is being compiled or no letter is there.
    const appeal::Review* review() const;
    std::vector<journey::StepStatus> statuses() const;
    /// Other sellers' data and letters that the checks must know.
    void setKnown(std::vector<submit::ForeignIdentity> foreign) { m_foreign = std::move(foreign); m_review.reset(); }
    const Knowledge& knowledge() const { return m_knowledge; }
    /// Ends the reading of a large notice. A case that was to begin with it does not begin; in one that is open the text stays, and nothing is read from it.
    void stopReading();

Q_SIGNALS:
    void readingAt(int percent); ///< a large notice is being read on the pool; 100: it is done, or was stopped
    void opened();
    void closed();
    void changed();  ///< after every edit, undo and redo
    void checked();  ///< soon after: the checks are those of what is shown

private:
    void settle();
    library::Clauses select(const library::Fit& fit);
    void readAway(const appeal::Document& document) const;
    /// Reads on the pool; the newest text wins, and what was being read is let go.
    void readOnPool(std::shared_ptr<const std::string> text, std::optional<appeal::Date> received, std::function<void(appeal::Reading)> then) const;

    /// A reading on the pool, seen from both threads.
    struct Running
    {
        std::shared_ptr<const std::string> text;
        std::atomic<bool> stop{false};
        std::atomic<int> percent{0};
    };
    Knowledge& m_knowledge;
    StorageThread& m_storage;
    std::function<appeal::Date()> m_today;
    std::optional<journey::Session> m_session;
    std::vector<submit::ForeignIdentity> m_foreign;
    mutable std::optional<appeal::Review> m_review;
    mutable submit::Memory m_memory; ///< of the last review
    mutable std::int64_t m_reviewOf = -1;
    const appeal::Reading& correctedNow() const;
    void takeReading(appeal::Reading reading, const std::string& text) const;
    mutable appeal::Reading m_asRead, m_reading; ///< as read, and with the corrections in it
    mutable std::optional<std::vector<appeal::Correction>> m_correctedBy;
    mutable std::string m_readText;
    mutable bool m_read = false;
    mutable std::int64_t m_readAt = -1; ///< the revision at which that text was last seen to be the case's: 64 MB are not compared again and again
    mutable std::shared_ptr<Running> m_running;
    QTimer m_rest, m_check;
    mutable QTimer m_beat; ///< tells how far the reading is
};

} // namespace desktop
