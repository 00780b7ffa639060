#include "core/ml/track_listener.h"

#include "core/ml/model_error.h"
#include "core/ml/stopwatch.h"

#include <c10/util/Exception.h>

#include <algorithm>

namespace circumplex {

namespace {

/// LibTorch's own exception holds what the failed attempt allocated; ours holds nothing.
template <class Work> void namingLackOfMemory(Work work)
{
    bool isOutOfMemory = false;
    try {
        work();
    } catch (const c10::OutOfMemoryError&) {
        isOutOfMemory = true;
    }
    if (isOutOfMemory) throw DeviceOutOfMemory();
}

} // namespace

TrackListener::TrackListener(const MakeSession& makeSession, std::unique_ptr<ChordTracker> chords,
    AnalysisMode mode, const CurveGrid& grid, Level level, std::stop_token stop)
    : m_mode(mode)
    , m_level(level)
    , m_stop(std::move(stop))
    , m_session(makeSession([this](std::span<const float> frames) { m_pooling->add(frames); }))
    , m_chordTracker(std::move(chords))
{
    m_pooling.emplace(
        m_session->dimension(), m_session->firstFrameSeconds(), m_session->frameSeconds(), grid);
}

void TrackListener::hear(std::span<const float> mono)
{
    if (m_stop.stop_requested()) return;
    const Stopwatch watch(m_seconds.encoder);
    if (m_level == Level::Adjusted)
        m_held.append(mono);
    else
        namingLackOfMemory([&] { m_session->push(mono); });
}

void TrackListener::endHearing(double durationSeconds, float gain)
{
    const Stopwatch watch(m_seconds.encoder);
    constexpr std::size_t kBlock = 1 << 16;
    std::vector<float> block;
    for (std::size_t begin = 0; begin < m_held.rowCount(); begin += kBlock) {
        if (m_stop.stop_requested()) return;
        block.resize(std::min(kBlock, m_held.rowCount() - begin));
        m_held.read(begin, block.size(), block);
        for (float& sample : block)
            sample *= gain;
        namingLackOfMemory([&] { m_session->push(block); });
    }
    m_features.embedding.resize(m_session->dimension());
    namingLackOfMemory([&] { m_session->finish(m_features.embedding); });
    m_features.durationSeconds = durationSeconds;
    m_features.windows = m_pooling->finish(durationSeconds);
}

void TrackListener::hearChords(std::span<const float> mono)
{
    if (!m_chordTracker || m_stop.stop_requested()) return;
    const Stopwatch watch(m_chordSeconds);
    m_chordTracker->push(mono);
}

void TrackListener::endChords()
{
    if (!m_chordTracker || m_stop.stop_requested()) return;
    {
        const Stopwatch watch(m_chordSeconds);
        m_features.chords = m_chordTracker->finish();
    }
    m_seconds.constantQ = m_chordTracker->constantQSeconds();
    m_seconds.chords = m_chordSeconds - m_seconds.constantQ;
    const Stopwatch watch(m_seconds.key);
    m_features.key = findKey(m_features.chords, m_mode);
}

TrackFeatures TrackListener::take()
{
    return std::move(m_features);
}

} // namespace circumplex
