#pragma once

#include "core/engine/worker_pool.h"
#include "core/services/engine_lines.h"

#include <cstdint>
#include <functional>
#include <thread>

namespace circumplex {

/// Ends the engine's process when a track cannot be stopped otherwise: nothing comes out of it any
/// more, or memory runs out. Whoever supervises the process starts it anew and learns from the last
/// words which track it was.
class EngineGuard {
public:
    struct Limits {
        /// Without a sign of life, beside a sixtieth of the track's length for what takes longer
        /// in long ones.
        double silentSeconds = 120.0;
        std::int64_t memoryBytes = 0; ///< of the whole process; 0: no limit
    };

    /// @param say  on the guard's thread; must not wait for what the tracks hold
    EngineGuard(const WorkerPool& pool, Limits limits, std::function<void(const EngineEvent&)> say);

    /// Two thirds of the machine's memory.
    static std::int64_t defaultMemoryBytes();

private:
    void watch(const std::stop_token& stop) const;
    void look() const;
    [[noreturn]] void die(engine_event::Dying lastWords) const;

    const WorkerPool& m_pool;
    Limits m_limits;
    std::function<void(const EngineEvent&)> m_say;
    std::jthread m_thread;
};

} // namespace circumplex
