#pragma once

#include "core/ml/training/adapter_sections.h"
#include "core/ml/training/given_split.h"
#include "core/ml/training/held_out_scores.h"
#include "core/ml/training/personal_plan.h"
#include "core/ml/training/training_pack.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

namespace circumplex {

/// One pass over the training tracks of one fit.
struct PersonalEpoch {
    int fit = 0, fitCount = 0; ///< from 0: the folds with each share of the labels, then the final
    int fold = 0; ///< -1: the final training
    double share = 1.0; ///< of the labels
    int epoch = 0; ///< from 1
    int epochs = 0; ///< at most
    double trainingLoss = 0.0;
    double validationLoss = 0.0; ///< NaN where no groups are left out
    double baseLoss = 0.0; ///< of the base model on the same tracks; NaN likewise
    bool isBest = false;
    bool isAdapting = false; ///< the encoder's adapter learns as well
};

/// Predictions for tracks that the heads making them had not seen.
struct HeldOut {
    double share = 1.0; ///< of the labels the heads learned from
    double trackCount = 0.0; ///< they learned from, mean over the folds
    HeadPredictions predictions; ///< rows of the pack; only those of a track as one are set
};

/// What a training gave, apart from the weights.
struct PersonalOutcome {
    HeadPredictions base; ///< the base model's answers
    HeldOut heldOut; ///< with all labels but those of the fold itself
    /// The same by the heads that the adapters' fits began with; nullopt: the model has no adapter,
    /// and heldOut is of those heads.
    std::optional<HeldOut> headsAlone;
    std::vector<HeldOut> curve; ///< with fewer, in the order of PersonalPlan::curveShares
    IntervalHalfWidth trackInterval, windowInterval; ///< infinite where too few are rated
    std::vector<int> bestEpochs; ///< of the folds with all labels
    int finalEpochs = 0;
    std::vector<int> adapterEpochs; ///< likewise, of the adapter; 0: the fold was best without
    int finalAdapterEpochs = 0; ///< 0: the model has no adapter
    int batchSize = 0; ///< smaller than planned where memory did not suffice
};

/// How a training talks to who started it; everything may be empty. Called on its thread.
struct PersonalCallbacks {
    std::function<void(const PersonalEpoch&)> onEpoch;
    std::function<void(const std::string&)> notice; ///< English sentences worth showing once
    /// Asked before every batch. May throw DeviceOutOfMemory if so many rows are too many: then
    /// batches are halved.
    std::function<void(std::size_t rowCount)> admit;
};

struct PersonalCheckpoint {
    std::filesystem::path file; ///< empty: none. Whoever has put the head in safety removes it
    std::chrono::duration<double> every { 5.0 };
};

/// The fewest tracks and groups of tracks that a personal model is made from.
inline constexpr std::size_t kLeastPersonalTracks = 10, kLeastPersonalGroups = 3;

/// The trained head has no place on the disk: it is full, or may not be written to.
class HeadNotWritten : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What an encoder's adapter learns from, and where it goes.
struct AdapterTraining {
    const AdapterSections& sections;
    std::filesystem::path file; ///< written whole or not at all; removed if there is no adapter
};

/// trainPersonalHead() with the head of a model package, for callers that know no tensors.
/// @param package  folder of the base model
/// @param head     the file that the new head is written to, whole or not at all
/// @param adapter  wanted if and only if the plan has an adapter; on the plan's device
/// @throws HeadNotWritten  the checkpoint then leads back to the end of the training
/// @throws as trainPersonalHead(), and ModelError if the base's head cannot be read
std::optional<PersonalOutcome> trainPersonalHeadFile(const TrainingPack& pack,
    const std::filesystem::path& package, const std::filesystem::path& head,
    const PersonalPlan& plan, const GivenSplit& split, const PersonalCheckpoint& checkpoint,
    std::stop_token stop, const PersonalCallbacks& callbacks,
    const AdapterTraining* adapter = nullptr);

/// Seconds that it takes at most, from a few measured steps; without the adapter.
double estimatedSeconds(const TrainingPack& pack, const std::filesystem::path& package,
    const PersonalPlan& plan, const GivenSplit& split);

/// Seconds that an adapter takes beside that at most, hearing the sections included.
/// @param sectionCount  kept ones in all
double estimatedAdapterSeconds(const TrainingPack& pack, const PersonalPlan& plan,
    const GivenSplit& split, const AdapterNeeds& needs, std::size_t sectionCount);

} // namespace circumplex
