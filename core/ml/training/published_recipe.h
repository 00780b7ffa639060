#pragma once

#include "core/ml/emotion/emotion_head.h"
#include "core/ml/training/head_fit.h"
#include "core/ml/training/published_plan.h"
#include "core/ml/training/track_folds.h"

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace circumplex {

/// One set of a training.
struct PublishedSet {
    enum class Task { Moods, Emotion };

    Task task = Task::Moods;
    std::vector<TrackRows> training, validation;
    const EmotionHead* teacher = nullptr; ///< of that task; none: the labels' loss alone
};

/// Gives the order of a set's training tracks in an epoch from 0.
using PublishedOrder
    = std::function<std::vector<std::size_t>(std::size_t set, int epoch, std::size_t trackCount)>;

/// Steps take a batch of every set that still has one; an epoch is as long as the longest set, and
/// an exhausted set rests (Lightning's CombinedLoader, "max_size"). A track that has windows is
/// heard as the mean of a random run of them, in validation and without windows as a whole.
///
/// Unlike the published trainer, validation counts every set by its own mean: there the sets of
/// valence and arousal count in the few batches only in which they are not exhausted.
///
/// @param initial   weights of a multitask head, or for one set of a head of its task
/// @param order     empty: shuffled by the seed
/// @param onEpoch   called after each
/// @return the weights of the epoch with the least validation loss (without validation tracks: the
///   last), on the CPU; nullopt if stopped
/// @throws ModelError  no training tracks, or the loss is not a number
std::optional<WeightMap> trainAsPublished(const ExampleTensors& examples,
    std::span<const PublishedSet> sets, const WeightMap& initial, const PublishedRecipe& recipe,
    std::stop_token stop, const std::function<void(const PublishedEpoch&)>& onEpoch,
    const PublishedOrder& order = {});

} // namespace circumplex
