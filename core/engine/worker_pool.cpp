#include "core/engine/worker_pool.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace circumplex {

WorkerPool::WorkerPool(Setup setup)
    : m_setup(std::move(setup))
    , m_limit(m_setup.workerCount)
{
    for (int worker = 0; worker < m_setup.workerCount; ++worker)
        m_threads.emplace_back(
            [this, worker](const std::stop_token& stop) { serve(worker, stop); });
}

WorkerPool::~WorkerPool()
{
    cancel();
    m_threads.clear();
}

void WorkerPool::give(AnalysisJob job)
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.push_back(std::move(job));
    m_changed.notify_all();
}

std::size_t WorkerPool::wanted() const
{
    const std::scoped_lock lock(m_mutex);
    const auto held = m_waiting.size() + m_current.size();
    const auto most = static_cast<std::size_t>(m_limit) + 1;
    return held < most ? most - held : 0;
}

bool WorkerPool::isIdle() const
{
    const std::scoped_lock lock(m_mutex);
    return m_waiting.empty() && m_current.empty();
}

void WorkerPool::setLimit(int jobs)
{
    const std::scoped_lock lock(m_mutex);
    m_limit = std::clamp(jobs, 1, m_setup.workerCount);
    m_changed.notify_all();
}

std::vector<AnalysisJob> WorkerPool::cancel()
{
    const std::scoped_lock lock(m_mutex);
    std::vector<AnalysisJob> waiting(
        std::move_iterator(m_waiting.begin()), std::move_iterator(m_waiting.end()));
    m_waiting.clear();
    for (const auto& current : m_current)
        current->stop.request_stop();
    return waiting;
}

std::vector<WorkerPool::InWork> WorkerPool::inWork() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<InWork> jobs;
    for (const auto& current : m_current) {
        const std::chrono::duration<double> silent = Clock::now() - current->lastSign.load();
        jobs.push_back({ current->job.track, current->job.durationSeconds, silent.count() });
    }
    return jobs;
}

void WorkerPool::serve(int worker, const std::stop_token& stop)
{
    while (true) {
        auto current = std::make_shared<Current>();
        int threads = 1;
        {
            std::unique_lock lock(m_mutex);
            const bool hasJob = m_changed.wait(lock, stop, [this] {
                return !m_waiting.empty() && m_current.size() < static_cast<std::size_t>(m_limit);
            });
            if (!hasJob) return;
            current->job = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_current.push_back(current);
            // One track alone may have every core; side by side, one thread each is fastest.
            if (m_waiting.empty() && m_current.size() == 1) threads = m_setup.coreCount;
            current->lastSign = Clock::now();
        }
        m_setup.started(current->job);
        const auto begin = Clock::now();
        FinishedJob finished = m_setup.work({ .job = current->job,
            .worker = worker,
            .threads = threads,
            .alive = [current] { current->lastSign = Clock::now(); },
            .stop = current->stop.get_token() });
        finished.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        m_setup.finished(std::move(finished));
        const std::scoped_lock lock(m_mutex);
        std::erase(m_current, current);
        m_changed.notify_all();
    }
}

} // namespace circumplex
