#pragma once

#include "core/ml/harmony/chord_tracker.h"
#include "core/ml/weights/weight_file.h"

#include <cstddef>
#include <memory>

namespace circumplex {

class CremaNetwork;

/// Weights of crema's chord model (McFee and Bello 2017).
/// @throws ModelError  a tensor is missing or has the wrong shape
std::shared_ptr<const CremaNetwork> loadCrema(const WeightMap& weights);

/// crema's chord recogniser with Viterbi decoding. Constant-Q magnitudes are kept in a FrameSpool,
/// since their decibels refer to the loudest value of the whole track; so are the layers that hear
/// the track in both directions.
/// @param spoolMemoryBytes  that each of these tables may take before it goes to a temporary file
std::unique_ptr<ChordTracker> makeCremaTracker(std::shared_ptr<const CremaNetwork> network,
    std::size_t spoolMemoryBytes = std::size_t { 32 } << 20);

} // namespace circumplex
