#pragma once

#include "core/engine/analysis_job.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace circumplex {

/// Threads that analyse one track each. Holds at most one waiting job beside those in work, so that
/// what is most urgent can always be next.
///
/// Any thread may call anything.
class WorkerPool {
public:
    using Clock = std::chrono::steady_clock;

    /// What a worker is told of the job it has.
    struct Task {
        const AnalysisJob& job;
        int worker = 0; ///< 0, 1, ...
        int threads = 1; ///< that its networks may use
        std::function<void()> alive; ///< call while there is progress; any thread
        std::stop_token stop;
    };

    struct Setup {
        int workerCount = 1;
        int coreCount = 1; ///< shared by the jobs in work
        std::function<FinishedJob(const Task&)> work; ///< on the workers' threads
        std::function<void(const AnalysisJob&)> started; ///< before work, on its thread
        std::function<void(FinishedJob)> finished; ///< after it, on its thread
    };

    explicit WorkerPool(Setup setup);

    /// Asks every job to stop and waits for it.
    ~WorkerPool();

    void give(AnalysisJob job);

    /// How many more jobs are wanted now.
    std::size_t wanted() const;

    /// Nothing waits or is in work, and everything that was has been handed to `finished`.
    bool isIdle() const;

    /// How many jobs may be in work at once, from 1 to the number of workers.
    void setLimit(int jobs);

    /// What is in work is asked to stop; stopped jobs are finished as Cancelled.
    /// @return what waited, and is forgotten
    std::vector<AnalysisJob> cancel();

    /// A job in work.
    struct InWork {
        TrackId track {};
        double durationSeconds = 0.0;
        double silentSeconds = 0.0; ///< since the last sign of life
    };
    std::vector<InWork> inWork() const;

private:
    struct Current {
        AnalysisJob job;
        std::atomic<Clock::time_point> lastSign { Clock::now() };
        std::stop_source stop;
    };

    void serve(int worker, const std::stop_token& stop);

    Setup m_setup;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<AnalysisJob> m_waiting;
    std::vector<std::shared_ptr<Current>> m_current; ///< in work
    int m_limit;
    std::vector<std::jthread> m_threads;
};

} // namespace circumplex
