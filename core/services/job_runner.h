#pragma once

#include "core/base/result.h"

#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

#include <exception>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace circumplex {

/// Runs jobs on its own threads and hands each result to `receiver`'s thread.
///
/// `receiver` must own this object. Destruction asks every job to stop and waits for it, so no job
/// outlives its receiver. A cancelled job delivers nothing. To be used on the receiver's thread.
class JobRunner {
public:
    JobRunner(QObject& receiver, int threadCount);
    ~JobRunner();
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    /// @param work  Result<T>(std::stop_token), called on a thread of the pool; exceptions become
    ///   ErrorCode::Internal
    /// @param done  void(Result<T>), called on the receiver's thread
    template <class Work, class Done> void start(Work work, Done done)
    {
        m_pool.start([&receiver = m_receiver, stop = m_stop.get_token(), work, done]() mutable {
            if (stop.stop_requested()) return;
            auto result = guarded(work, stop);
            QMetaObject::invokeMethod(
                &receiver,
                [stop, done, result = std::move(result)]() mutable {
                    if (!stop.stop_requested()) done(std::move(result));
                },
                Qt::QueuedConnection);
        });
    }

    /// Waits until every job has run.
    void finish();

    /// Jobs that wait are dropped, those that run are asked to stop; later ones run as usual.
    void cancelAll();

private:
    template <class Work>
    static std::invoke_result_t<Work&, std::stop_token> guarded(Work& work, std::stop_token stop)
    {
        try {
            return work(std::move(stop));
        } catch (const std::exception& exception) {
            return tl::unexpected(Error { ErrorCode::Internal, exception.what() });
        }
    }

    QObject& m_receiver;
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace circumplex
