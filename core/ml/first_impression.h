#pragma once

#include "core/ml/track_listener.h"
#include "core/types/annotation.h"

#include <vector>

namespace circumplex {

/// A part of a track that was heard on its own.
struct HeardSection {
    double startSeconds = 0.0; ///< in the track
    TrackFeatures features;
};

/// Where to listen for a first impression: the starts of a few evenly spread sections of
/// kImpressionSectionSeconds. Empty: the track is too short for that to be worth while.
std::vector<double> impressionStarts(double durationSeconds);

inline constexpr double kImpressionSectionSeconds = 10.0;

/// What was heard of a few sections as features of the track that they stand for: the mean
/// embedding, the sections' chords where they are and their key; no curve.
///
/// @param sections  in time order, at least one
TrackFeatures firstImpression(
    const std::vector<HeardSection>& sections, double durationSeconds, AnalysisMode mode);

} // namespace circumplex
