#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>

namespace desktop {

/// Runs @p job on a pool thread, by value; hands its result to @p then on the window's thread, unless @p receiver is gone by then.
template <typename Job, typename Then>
void onPool(QObject* receiver, Job job, Then then)
{
    QThreadPool::globalInstance()->start([to = QPointer<QObject>(receiver), job = std::move(job), then = std::move(then)]() mutable {
        auto result = std::make_shared<decltype(job())>(job());
        if (auto* application = QCoreApplication::instance())
            QMetaObject::invokeMethod(application, [to = std::move(to), result, then = std::move(then)]() mutable {
                if (to)
                    then(std::move(*result));
            });
    });
}

} // namespace desktop
