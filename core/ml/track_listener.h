#pragma once

#include "core/ml/emotion/window_pooling.h"
#include "core/ml/encoders/encoder.h"
#include "core/ml/harmony/chord_tracker.h"
#include "core/ml/harmony/key_finder.h"
#include "core/types/annotation.h"
#include "core/types/stage_seconds.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace circumplex {

/// What a model hears in one track, before anything is judged.
struct TrackFeatures {
    double durationSeconds = 0.0;
    std::vector<float> embedding; ///< [dimension], of the whole track
    FrameSpool windows { 1 }; ///< [point, dimension], one row per curve point
    std::vector<ChordSpan> chords; ///< in time order
    std::optional<FoundKey> key;
};

/// Hears one track from beginning to end. The encoder's side (hear, endHearing) and the chord
/// recogniser's (hearChords, endChords) may run on a thread each; take() comes after both.
class TrackListener {
public:
    using MakeSession = std::function<std::unique_ptr<EncoderSession>(FrameSink)>;
    enum class Level { AsItIs, Adjusted };

    /// @param chords  may be null: then no chords are heard, and no key is found
    /// @param level  Adjusted: sound is kept until endHearing() says by how much
    /// @param stop   once requested, sound is no longer heard and take() means nothing
    TrackListener(const MakeSession& makeSession, std::unique_ptr<ChordTracker> chords,
        AnalysisMode mode, const CurveGrid& grid, Level level, std::stop_token stop);
    TrackListener(const TrackListener&) = delete;
    TrackListener& operator=(const TrackListener&) = delete;

    /// The next samples for the encoder, mono at the encoder's rate. @throws DeviceOutOfMemory
    void hear(std::span<const float> mono);

    /// Call once, after the last hear().
    /// @param gain  factor that brings the track to the model's loudness; unused for Level::AsItIs
    /// @throws TrackTooShort, DeviceOutOfMemory
    void endHearing(double durationSeconds, float gain);

    /// The next samples for the chord recogniser, mono at ChordTracker::kSampleRateHz.
    void hearChords(std::span<const float> mono);

    /// Call once, after the last hearChords().
    void endChords();

    TrackFeatures take();

    /// Time spent so far: encoder, constantQ, chords and key.
    const StageSeconds& seconds() const { return m_seconds; }

private:
    AnalysisMode m_mode;
    Level m_level;
    std::stop_token m_stop;
    std::unique_ptr<EncoderSession> m_session;
    std::optional<WindowPooling> m_pooling;
    FrameSpool m_held { 1 }; ///< samples, for Level::Adjusted
    std::unique_ptr<ChordTracker> m_chordTracker;
    double m_chordSeconds = 0.0;
    TrackFeatures m_features;
    StageSeconds m_seconds;
};

} // namespace circumplex
