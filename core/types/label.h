#pragma once

#include "core/types/id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// Whose emotion a rater was asked about.
enum class EmotionLocus {
    Perceived, ///< what the music expresses
    Felt, ///< what the rater feels
};

/// One sitting of one rater.
struct RatingSession {
    SessionId id {};
    RaterId rater {};
    std::string raterName {};
    std::int64_t startedAt = 0; ///< seconds since 1970
    std::string instrument {}; ///< "mouse 2-D", "import ratings.csv", ...
    std::string originalInstrument {}; ///< of an imported sitting; empty: not known
    std::string notes {};
    std::optional<EmotionLocus> locus {}; ///< nullopt: not said, as in most imported ratings
};

/// What a rater says of a whole track. At most one per track and session: a second replaces it.
struct StaticRating {
    TrackId track {};
    SessionId session {};
    std::optional<double> valence {}, arousal {}; ///< 1..9; nullopt: not asked or not answered
    std::int64_t ratedAt = 0; ///< seconds since 1970
    std::optional<int> confidence {}; ///< 1 unsure, 2 fairly sure, 3 sure; nullopt: not answered
    std::optional<int> familiarity {}; ///< 1 new to the rater, 2 heard before, 3 well known
};

/// A tag that a rater gives to a track, or says it does not deserve.
struct TagLabel {
    TrackId track {};
    SessionId session {};
    std::string tag {};
    bool applies = true;
    std::int64_t labelledAt = 0; ///< seconds since 1970
};

enum class TraceDimension { Valence, Arousal };

/// What the numbers of a continuous rating mean.
enum class TraceMode {
    Bounded, ///< places on the scale from 1 to 9
    Relative, ///< only more and less: no ends, 0 where the rater began, no common unit
};

/// One moment of a continuous rating.
struct TraceSample {
    float seconds = 0.0F; ///< into the track
    float value = 5.0F; ///< 1..9; any number in a relative trace

    friend bool operator==(const TraceSample&, const TraceSample&) = default;
};

/// A continuous rating of one track.
struct Trace {
    TraceId id {};
    TrackId track {};
    SessionId session {};
    TraceDimension dimension = TraceDimension::Valence;
    TraceMode mode = TraceMode::Bounded;
    std::int64_t startedAt = 0; ///< seconds since 1970
    double latencySeconds = 0.0; ///< of rater and instrument; not yet taken off the samples' times
    bool isComplete = false; ///< false: the program ended before the rater did
    std::vector<TraceSample> samples {};
    /// From 0:00: the rater was still finding out. nullopt: not said, as in imported ratings
    std::optional<double> orientationSeconds {};
    /// Where the sound ended; what was rated later is after-glow. nullopt: it was not heard to its
    /// end.
    std::optional<double> soundEndSeconds {};
};

/// How long a rater's hand lags behind what it follows, measured with a moving target.
struct LatencyTest {
    std::string raterName {};
    std::string instrument {}; ///< "mouse", "keys", "gamepad", "fader"
    std::int64_t measuredAt = 0; ///< seconds since 1970
    double latencySeconds = 0.0;
    double correlation = 0.0; ///< of target and hand at that lag, -1..1
};

/// Everything that people said of one track.
struct TrackLabels {
    std::vector<StaticRating> ratings {};
    std::vector<TagLabel> tags {};
    std::vector<Trace> traces {};
};

} // namespace circumplex
