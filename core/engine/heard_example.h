#pragma once

#include "core/ml/track_listener.h"
#include "core/ml/training/training_pack.h"

#include <span>

namespace circumplex {

/// Adds to a pack what a model heard in a track or in one of its windows. Labels, track, group and
/// set are added by the caller.
///
/// @param embedding  mean over the track or window, [dimension]
/// @param chords     those that sound there
void addHeard(TrainingPack& pack, std::span<const float> embedding,
    std::span<const ChordSpan> chords, const TrackFeatures& features, bool isWhole);

} // namespace circumplex
