#include "desktop/storage_thread.h"

#include <condition_variable>
#include <mutex>

namespace desktop {

StorageThread::StorageThread(std::function<Stores()> open, QObject* parent) : QObject(parent), m_open(std::move(open))
{
    m_thread.setObjectName(QStringLiteral("storage"));
    m_there.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(&m_there, [this] { stores(); });
}

StorageThread::~StorageThread()
{
    // what was asked is done before the thread ends; the stores close where they were opened
    QMetaObject::invokeMethod(&m_there, [this] { m_stores.reset(); m_thread.quit(); });
    m_thread.wait();
}

Stores& StorageThread::stores()
{
    if (!m_stores)
        m_stores = m_open();
    return *m_stores;
}

void StorageThread::reopen()
{
    QMetaObject::invokeMethod(&m_there, [this] { m_stores.reset(); });
}

bool StorageThread::finish(int milliseconds)
{
    struct Gate
    {
        std::mutex mutex;
        std::condition_variable changed;
        bool open = false;
    };
    auto gate = std::make_shared<Gate>();
    QMetaObject::invokeMethod(&m_there, [gate] {
        const std::lock_guard lock(gate->mutex);
        gate->open = true;
        gate->changed.notify_all();
    });
    std::unique_lock lock(gate->mutex);
    return gate->changed.wait_for(lock, std::chrono::milliseconds(milliseconds), [&] { return gate->open; });
}

} // namespace desktop
