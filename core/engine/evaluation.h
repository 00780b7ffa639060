#pragma once

#include "core/services/data_set_folder.h"
#include "core/services/prediction_file.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// Scores of predictions on one part of a set, as Music2Emo's program computes them
/// (torchmetrics): macro PR-AUC (average precision) and ROC-AUC over the 56 tags, a tag without
/// positives counting 0; R2 and RMSE of valence and arousal, their mean R2, and one RMSE over both.
/// Lin's concordance is ours.
struct Evaluation {
    struct Score {
        double value = 0.0; ///< NaN: not defined
        std::optional<double> lower {}, upper {}; ///< 95 %, where it was asked for
    };

    std::size_t trackCount = 0; ///< that were scored
    std::vector<std::string> unpredicted; ///< ids
    std::vector<std::pair<std::string, Score>> scores; ///< by name, in a fixed order
};

/// @param resampleCount  draws of the bootstrap over artists (tracks, where none are named) for the
///   intervals; 0: none
/// @returns ResultsUnusable: nothing of the part is predicted
Result<Evaluation> evaluate(
    const DataSetPart& part, const PredictionFile& predictions, int resampleCount);

} // namespace circumplex
