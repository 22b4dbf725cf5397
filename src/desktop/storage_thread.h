#pragma once

#include "storage/case_store.h"
#include "storage/library_store.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <optional>

namespace desktop {

/// The stores, touched on the storage thread alone. An error stands where one could not be opened.
struct Stores
{
    std::unique_ptr<storage::CaseStore> cases;
    std::unique_ptr<storage::LibraryStore> library;
    std::optional<appeal::Error> casesError, libraryError;
};

/// The one thread that owns the databases: a slow disk or a lock never stops typing. Jobs run in the order in which they were asked.
class StorageThread : public QObject
{
    Q_OBJECT
public:
    /// @param open makes the stores; called on the thread itself
    explicit StorageThread(std::function<Stores()> open, QObject* parent = nullptr);
    ~StorageThread() override;

    /// Runs @p job there, hands its result to @p then here, unless @p receiver is gone by then.
    template <typename Job, typename Then>
    void ask(QObject* receiver, Job job, Then then)
    {
        QMetaObject::invokeMethod(&m_there, [this, to = QPointer<QObject>(receiver), job = std::move(job), then = std::move(then)]() mutable {
            auto result = std::make_shared<decltype(job(stores()))>(job(stores()));
            QMetaObject::invokeMethod(this, [to = std::move(to), result, then = std::move(then)]() mutable {
                if (to)
                    then(std::move(*result));
            });
        });
    }
    /// Runs @p job there and waits for it: where an answer is needed before the next picture, and the job is short.
    template <typename Job>
    auto now(Job job)
    {
        std::optional<decltype(job(stores()))> result;
        QMetaObject::invokeMethod(&m_there, [&] { result.emplace(job(stores())); }, Qt::BlockingQueuedConnection);
        return std::move(*result);
    }
    /// Closes the stores; the next job opens them anew. For when a file was put in the place of another.
    void reopen();
    /// Waits until all that was asked so far is done. False: not within @p milliseconds.
    bool finish(int milliseconds);

private:
    Stores& stores(); ///< on the thread; opens them at the first call
    std::function<Stores()> m_open;
    std::optional<Stores> m_stores;
    QThread m_thread;
    QObject m_there; ///< lives on the thread
};

} // namespace desktop
