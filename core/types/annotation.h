#pragma once

#include "core/types/data_type.h"

#include <optional>
#include <string>
#include <vector>

namespace circumplex {

enum class AnalysisMode {
    Corrected, ///< repairs the published program's defects (the default)
    Reference, ///< reproduces the published program number for number
};

/// A range that holds the human rating with 90 % probability, on the 1..9 scale.
struct Interval {
    float lower = 0.0F;
    float upper = 0.0F;
};

/// One mood tag and what the model gives it.
struct MoodProbability {
    int tag = 0; ///< index into kMoodTags
    float probability = 0.0F; ///< in [0, 1]
};

enum class KeyMode { Major, Minor };

/// Musical key of a track.
struct KeyEstimate {
    std::string tonic; ///< "C", "C#", "Eb", ...
    KeyMode mode = KeyMode::Major;
    double confidence = 0.0; ///< correlation with the key profile, -1..1
};

/// One chord over time.
struct ChordSpan {
    double startSeconds = 0.0;
    double endSeconds = 0.0;
    int chordClass = 0; ///< 0..169: 14 * root + quality, 168 unknown (X), 169 none (N)
    float confidence = 0.0F; ///< mean posterior, [0, 1]
};

/// Valence and arousal over time. Point i describes the window of `windowSeconds` centred on
/// `startSeconds + i * hopSeconds`, cut at the track's ends. All vectors but `tags` have one value
/// per point; the scale is 1..9.
struct EmotionCurve {
    double startSeconds = 0.0;
    double hopSeconds = 1.0;
    double windowSeconds = 10.0;
    std::vector<float> valence, arousal;
    std::vector<float> valenceLower, valenceUpper, arousalLower, arousalUpper;
    std::vector<float> tagProbabilities; ///< [point, tag], row major
};

/// What one model says of one track.
struct Annotation {
    double durationSeconds = 0.0;
    float valence = 5.0F; ///< 1..9
    float arousal = 5.0F; ///< 1..9
    Interval valenceInterval, arousalInterval;
    std::vector<MoodProbability> moods; ///< every tag, most probable first
    std::optional<KeyEstimate> key; ///< nullopt: nothing sounds that has a key
    std::string publishedKey
        = "None"; ///< the key in the published program's spelling, "e- minor"; "None" without one
    std::vector<ChordSpan> chords;
    EmotionCurve curve;
    std::vector<std::string> warnings; ///< English, for the log and the JSON
};

} // namespace circumplex
