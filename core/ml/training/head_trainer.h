#pragma once

#include "core/ml/training/training_pack.h"
#include "core/ml/training/training_plan.h"
#include "core/ml/training/training_report.h"
#include "core/ml/weights/weight_file.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace circumplex {

struct TrainedHead {
    WeightMap weights; ///< see EmotionHead
    TrainingReport report;
};

using TrainingObserver = std::function<void(const EpochReport&)>;

/// Trains a head from scratch. First comes the cross validation: each fold's groups are predicted
/// by a head that has not seen them, which stopped by the loss of further groups; from these
/// predictions come the scores and intervals of the report. Then all tracks train the head that is
/// returned, for the median of the folds' best numbers of epochs; without cross validation it stops
/// by the loss of one part of the groups. The same pack, plan and machine give the same weights.
///
/// While it runs it uses the default generator of the device for dropout; it sets the calling
/// thread's number of threads.
///
/// @param observer  called on the calling thread after each epoch
/// @return nullopt if stopped; it looks at `stop` once per batch
/// @throws ModelError             too few groups for the plan, or the loss is not a number
/// @throws std::invalid_argument  a field of the plan is out of range
std::optional<TrainedHead> trainHead(const TrainingPack& pack, const TrainingPlan& plan,
    std::stop_token stop, const TrainingObserver& observer);

} // namespace circumplex
