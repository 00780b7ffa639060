#include "core/audio/decode_watch.h"

#include <utility>

namespace circumplex {

DecodeWatch::DecodeWatch(std::stop_token stop, std::chrono::milliseconds stallLimit)
    : m_stop(std::move(stop))
    , m_stallLimit(stallLimit)
{
}

void DecodeWatch::sampleTaken()
{
    m_lastSample = std::chrono::steady_clock::now();
}

bool DecodeWatch::mustEnd()
{
    if (m_verdict) return true;
    // In milliseconds, since a limit without end has no count of nanoseconds.
    const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - m_lastSample);
    if (m_stop.stop_requested())
        m_verdict = ErrorCode::Cancelled;
    else if (waited > m_stallLimit)
        m_verdict = ErrorCode::Stalled;
    return m_verdict.has_value();
}

std::optional<Error> DecodeWatch::verdict() const
{
    if (!m_verdict) return std::nullopt;
    if (*m_verdict == ErrorCode::Cancelled)
        return Error { ErrorCode::Cancelled, "Decoding was cancelled." };
    return Error { ErrorCode::Stalled,
        "No sample was decoded for " + std::to_string(m_stallLimit.count())
            + " ms: the file is damaged or its drive does not answer. Check the drive, or convert "
              "the file to FLAC." };
}

} // namespace circumplex
