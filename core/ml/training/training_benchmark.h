#pragma once

#include "core/ml/training/personal_plan.h"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace circumplex {

/// An invented rater's labels on invented tracks, as many numbers as real ones would be.
struct TrainingBenchmark {
    int tracks = 500; ///< three to a group
    int windows = 24; ///< of each track, beside the whole: four minutes in steps of ten seconds
    int dimension = 1536; ///< of the embeddings; Music2Emo's
};

struct TrainingFigures {
    double packBytes = 0.0;
    double readSeconds = 0.0; ///< the pack from the disk, which has it in its cache
    double fitSeconds = 0.0; ///< cross validation, learning curve and the last fit
    int epochs = 0; ///< of all fits
};

/// Writes a pack to `folder`, reads it, and fits a personal head of Music2Emo's widths to it.
/// Valence, arousal and two tags follow from the embeddings, with noise, so that fits end as they
/// do with people's labels.
/// @throws ModelError  the pack cannot be written, or the loss is not a number
/// @throws std::invalid_argument  a field is out of range
TrainingFigures benchmarkTraining(
    const TrainingBenchmark& wanted, const PersonalPlan& plan, const std::filesystem::path& folder);

} // namespace circumplex
