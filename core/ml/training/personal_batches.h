#pragma once

#include "core/ml/training/personal_plan.h"
#include "core/ml/training/section_embeddings.h"
#include "core/ml/training/track_folds.h"

#include <cstdint>
#include <span>
#include <vector>

namespace circumplex {

/// Rows of a training pack that make one step.
struct PersonalBatch {
    std::vector<std::int64_t> rows;
    std::vector<float> weights;
    std::vector<SectionEmbeddings::Sections> sections; ///< [row], with an adapter
};

/// One epoch: each track as a whole and some of its windows, shuffled, in about equal batches.
/// @param batchSize  rows
std::vector<PersonalBatch> drawBatches(
    std::span<const TrackRows> tracks, const PersonalPlan& plan, int batchSize, std::uint64_t seed);

/// One epoch with an adapter: a section of each track stands for the track as a whole and for its
/// own window. Both are in one batch, so that it is heard once.
/// @param batchSize  tracks
std::vector<PersonalBatch> drawAdapterBatches(std::span<const TrackRows> tracks,
    const PersonalPlan& plan, const SectionEmbeddings& sections, int batchSize, std::uint64_t seed);

} // namespace circumplex
