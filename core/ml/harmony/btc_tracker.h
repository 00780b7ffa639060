#pragma once

#include "core/ml/harmony/chord_tracker.h"
#include "core/ml/weights/weight_file.h"

#include <memory>

namespace circumplex {

class BtcNetwork;

/// Weights and feature scale of BTC (Park et al. 2019), large vocabulary.
/// @param weights  names as published, without prefix
/// @throws ModelError  a tensor is missing or has the wrong shape
std::shared_ptr<const BtcNetwork> loadBtc(const WeightMap& weights, double mean, double std);

/// BTC over constant-Q features of isolated 10 s blocks, as published. Spans carry the published
/// times (10/108 s a frame, three decimals) in reference mode, the frames' true times in corrected
/// mode.
std::unique_ptr<ChordTracker> makeBtcTracker(
    std::shared_ptr<const BtcNetwork> network, AnalysisMode mode);

} // namespace circumplex
