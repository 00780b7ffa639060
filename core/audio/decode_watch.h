#pragma once

#include "core/base/result.h"

#include <chrono>
#include <optional>
#include <stop_token>

namespace circumplex {

/// Says when one decoding must be given up: a stop was asked for, or no sample came for too long.
/// Once given up, it stays so. One thread, which may be inside FFmpeg's callbacks.
class DecodeWatch {
public:
    DecodeWatch(std::stop_token stop, std::chrono::milliseconds stallLimit);

    /// Restarts the clock. Call it after the sink has taken samples, so that a slow sink does not
    /// count as a stalled file.
    void sampleTaken();

    bool mustEnd();

    /// Cancelled or Stalled, once mustEnd() was true.
    std::optional<Error> verdict() const;

private:
    std::stop_token m_stop;
    std::chrono::milliseconds m_stallLimit;
    std::chrono::steady_clock::time_point m_lastSample = std::chrono::steady_clock::now();
    std::optional<ErrorCode> m_verdict;
};

} // namespace circumplex
