#pragma once

#include "core/ml/training/track_folds.h"
#include "core/ml/training/training_pack.h"
#include "core/ml/training/training_report.h"

#include <span>
#include <vector>

namespace circumplex {

/// A head's answers for the examples of a pack.
struct HeadPredictions {
    std::vector<float> emotion; ///< [example, 2]
    std::vector<float> tagProbabilities; ///< [example, 56]
};

/// What the numbers of one set mean.
enum class EmotionLabels {
    Numbers, ///< scored by R2, RMSE and concordance
    Sides, ///< of 5: scored by accuracy
};

/// Adds one value to each score of set `set`, from the whole tracks that are labelled.
void addEmotionScores(ScoreValues& scores, const TrainingPack& pack,
    std::span<const TrackRows> tracks, std::int64_t set, EmotionLabels labels,
    const HeadPredictions& predictions);

/// Adds macro average precision and ROC-AUC of the whole tracks with tag targets; a target above
/// 0.5 counts as tagged. Tags that are all or none are left out.
void addTagScores(ScoreValues& scores, const TrainingPack& pack, std::span<const TrackRows> tracks,
    const HeadPredictions& predictions);

/// Half widths of intervals that hold 90 % of the ratings of the given rows.
IntervalHalfWidth intervalOf(const TrainingPack& pack, std::span<const std::int64_t> rows,
    const HeadPredictions& predictions);

} // namespace circumplex
