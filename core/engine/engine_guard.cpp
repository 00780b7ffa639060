#include "core/engine/engine_guard.h"

#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>

namespace circumplex {

namespace {

constexpr std::chrono::milliseconds kPeriod { 50 };
constexpr double kMega = 1 << 20;

std::int64_t pageBytes()
{
    return sysconf(_SC_PAGESIZE);
}

/// Resident memory of this process.
std::int64_t memoryBytes()
{
    std::ifstream statm("/proc/self/statm");
    std::int64_t all = 0, resident = 0;
    statm >> all >> resident;
    return resident * pageBytes();
}

} // namespace

EngineGuard::EngineGuard(
    const WorkerPool& pool, Limits limits, std::function<void(const EngineEvent&)> say)
    : m_pool(pool)
    , m_limits(limits)
    , m_say(std::move(say))
    , m_thread([this](const std::stop_token& stop) { watch(stop); })
{
}

std::int64_t EngineGuard::defaultMemoryBytes()
{
    return sysconf(_SC_PHYS_PAGES) * pageBytes() / 3 * 2;
}

void EngineGuard::watch(const std::stop_token& stop) const
{
    while (!stop.stop_requested()) {
        std::this_thread::sleep_for(kPeriod);
        look();
    }
}

void EngineGuard::look() const
{
    if (m_limits.memoryBytes > 0 && memoryBytes() > m_limits.memoryBytes) {
        engine_event::Dying dying { .code = ErrorCode::MemoryExceeded };
        for (const auto& job : m_pool.inWork())
            dying.tracks.push_back(job.track);
        dying.reason = "Analysing it took more memory than the "
            + std::to_string(std::lround(static_cast<double>(m_limits.memoryBytes) / kMega))
            + " MiB that the engine may have.";
        die(std::move(dying));
    }
    for (const auto& job : m_pool.inWork()) {
        if (job.silentSeconds < m_limits.silentSeconds + job.durationSeconds / 60.0) continue;
        die({ .tracks = { job.track },
            .code = ErrorCode::Stalled,
            .reason = "Analysing it came to a halt: there was no progress for "
                + std::to_string(std::lround(job.silentSeconds)) + " seconds." });
    }
}

void EngineGuard::die(engine_event::Dying lastWords) const
{
    m_say(lastWords);
    std::_Exit(EXIT_FAILURE);
}

} // namespace circumplex
