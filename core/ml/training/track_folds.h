#pragma once

#include "core/ml/training/training_pack.h"

#include <cstdint>
#include <span>
#include <vector>

namespace circumplex {

/// The rows of one track in a training pack.
struct TrackRows {
    std::int64_t group = 0;
    std::int64_t set = 0;
    std::vector<std::int64_t> whole;
    std::vector<std::int64_t> windows;

    /// What stands for the track where one answer per track is wanted.
    const std::vector<std::int64_t>& asOne() const { return whole.empty() ? windows : whole; }
};

/// In the order of their first rows.
std::vector<TrackRows> tracksOf(const TrainingPack& pack);

/// Deals tracks into `foldCount` parts, whole groups each, so that every part has about as many
/// tracks of each set.
/// @param seed  decides which groups meet
/// @return the fold of each track, 0..foldCount - 1
std::vector<int> trackFolds(std::span<const TrackRows> tracks, int foldCount, std::uint64_t seed);

} // namespace circumplex
