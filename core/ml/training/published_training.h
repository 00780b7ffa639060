#pragma once

#include "core/ml/training/given_split.h"
#include "core/ml/training/held_out_scores.h"
#include "core/ml/training/published_plan.h"
#include "core/ml/training/training_pack.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace circumplex {

/// Trainings as Music2Emo was trained (Kang and Herremans 2025), on published parts. A set with
/// tags learns these, another one valence and arousal. A single set gives a single-task head.
/// Several give a multitask head, and every set's single-task head, trained before, is its teacher.
///
/// This header is free of LibTorch.
struct PublishedTraining {
    const TrainingPack& pack; ///< its windows are the 30 s segments of training tracks
    const GivenSplit& parts;
    PublishedRecipe recipe; ///< its seed is not looked at
    std::int64_t hidden = 512, branch = 256; ///< widths
    std::vector<std::uint64_t> seeds { 1 }; ///< one training each
    int threads = 1; ///< 0: one per core; the steps are small
    std::filesystem::path heads; ///< folder, which exists: a finished head is written there, and
                                 ///< taken from there if it is of equal data, recipe and seed
};

struct PublishedCallbacks {
    /// @param head  "deam, seed 1"
    std::function<void(const std::string& head, const PublishedEpoch& epoch)> onEpoch;
    /// @param isTaken  it was there already
    std::function<void(const std::string& head, bool isTaken)> onHead;
    /// @param said  of every track of a test part as a whole; other rows mean nothing
    std::function<void(std::uint64_t seed, const HeadPredictions& said)> onSeed;
};

/// @return false if stopped; heads that were finished are kept
/// @throws ModelError  as trainAsPublished(), or a head cannot be written or read
bool trainPublished(const PublishedTraining& training, const std::stop_token& stop,
    const PublishedCallbacks& callbacks);

} // namespace circumplex
