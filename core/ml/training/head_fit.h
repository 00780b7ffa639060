#pragma once

#include "core/ml/training/head_initialiser.h"
#include "core/ml/training/held_out_scores.h"
#include "core/ml/training/training_pack.h"
#include "core/ml/training/training_plan.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace circumplex {

/// A pack as tensors on the device that trains.
struct ExampleTensors {
    at::Tensor embedding; ///< [example, dimension]
    at::Tensor root, quality; ///< [example, 100], uint8
    at::Tensor key; ///< [example]
    at::Tensor emotion; ///< [example, 2]
    at::Tensor numberWeight, sideWeight; ///< [example, 2]
    at::Tensor tags, tagWeight; ///< [example, 56]
};

/// @throws std::invalid_argument  a set that the plan names is not in the pack
ExampleTensors exampleTensors(const TrainingPack& pack, const TrainingPlan& plan);

/// One training from scratch.
struct FitRequest {
    std::vector<TrackRows> training;
    std::vector<TrackRows> validation; ///< of other groups; may be empty: nothing stops early then
    std::uint64_t seed = 1;
    int epochs = 0;
};

struct Fit {
    WeightMap weights; ///< of the epoch with the least validation loss, else the last; CPU
    int bestEpoch = 0;
};

/// @param onEpoch  (epoch from 1, training loss, validation loss or NaN, is it the best so far)
/// @return nullopt if stopped
/// @throws ModelError  the loss is not a number
std::optional<Fit> fitHead(const ExampleTensors& examples, const TrainingPlan& plan,
    const FitRequest& request, std::stop_token stop,
    const std::function<void(int, double, double, bool)>& onEpoch);

/// Writes a head's answers for `rows` into `predictions`, which has room for the whole pack. What
/// is not the head's task stays as it is.
void predictRows(const ExampleTensors& examples, const TrainingPlan& plan, const WeightMap& weights,
    std::span<const std::int64_t> rows, HeadPredictions& predictions);

} // namespace circumplex
