#pragma once

#include "core/ml/training/personal_training.h"
#include "core/ml/weights/weight_file.h"

namespace circumplex {

struct PersonalHead : PersonalOutcome {
    WeightMap weights; ///< see EmotionHead
    WeightMap adapter; ///< see low_rank_adapter.h; empty: none
};

/// Fits a head to what somebody said. First comes the cross validation by groups, each fold with
/// some and with all of the labels; then all labels train the head that is returned, for the median
/// of the folds' best numbers of epochs.
///
/// With a given split there is one fold: its training part learns, its validation part (without
/// one: some groups) tells when to stop, its test part judges and is never learned from.
///
/// With an adapter, each fit with all labels goes on with head and adapter together, and keeps the
/// epoch that its validation groups like best, which may be the one before the adapter's first
/// (linear probing, then fine-tuning: Kumar et al. 2022). What a fold's model says of its test
/// tracks is heard with that fold's adapter. If the median fold does best without one, there is
/// none.
///
/// Where `checkpoint` has a file of the same pack, base and plan, it goes on from there. The same
/// pack, base, plan and machine give the same weights, interrupted or not.
///
/// It sets the calling thread's number of threads, and leaves the default generators as they were.
///
/// @param split     empty: cross validation
/// @param sections  for an adapter: pieces of the pack's tracks, on the plan's device
/// @return nullopt if stopped; the checkpoint is then written
/// @throws ModelError             too few tracks or groups, a base without both tasks, or the loss
///   is not a number
/// @throws DeviceOutOfMemory      even for batches of two
/// @throws std::invalid_argument  a field of the plan is out of range
std::optional<PersonalHead> trainPersonalHead(const TrainingPack& pack, const WeightMap& base,
    const PersonalPlan& plan, const GivenSplit& split, const PersonalCheckpoint& checkpoint,
    std::stop_token stop, const PersonalCallbacks& callbacks,
    const AdapterSections* sections = nullptr);

/// Seconds that it takes at most, from a few measured steps.
double estimatedSeconds(const TrainingPack& pack, const WeightMap& base, const PersonalPlan& plan,
    const GivenSplit& split);

} // namespace circumplex
