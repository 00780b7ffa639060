#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace circumplex {

// Quality of predictions. All sums are double; a score that is not defined is NaN unless said
// otherwise. Spans that belong together have the same size.

/// Average precision: the sum over distinct scores, highest first, of (gain in recall) * precision,
/// without interpolation; equal scores are one threshold.
/// @param truth  0 or 1
/// @return 0 without positives, as torchmetrics defines it
double averagePrecision(std::span<const float> scores, std::span<const std::uint8_t> truth);

/// Area under the ROC curve by the trapezoid rule; equal scores are one threshold, so ties count
/// half.
/// @param truth  0 or 1
/// @return 0 without positives or without negatives, as torchmetrics defines it
double rocAuc(std::span<const float> scores, std::span<const std::uint8_t> truth);

/// Scores of several classes and their plain means ("macro").
struct RankingScores {
    std::vector<double> averagePrecision, rocAuc; ///< [class]
    double macroAveragePrecision = 0.0;
    double macroRocAuc = 0.0;
};

/// @param scores, truth  [example, class], row major
RankingScores rankingScores(
    std::span<const float> scores, std::span<const std::uint8_t> truth, std::size_t classCount);

/// 1 - RSS / TSS. Not defined for a constant truth.
double coefficientOfDetermination(std::span<const float> predicted, std::span<const float> truth);

double rootMeanSquaredError(std::span<const float> predicted, std::span<const float> truth);

/// Lin's concordance correlation coefficient with population moments, in -1..1. Not defined when
/// both are constant.
double concordance(std::span<const float> predicted, std::span<const float> truth);

/// How well one number per example is predicted.
struct NumberScores {
    std::size_t count = 0;
    double r2 = 0.0;
    double rmse = 0.0;
    double concordance = 0.0;
};

NumberScores numberScores(std::span<const float> predicted, std::span<const float> truth);

/// Share of predictions on the same side of `middle` as the truth; `middle` itself is the lower
/// side.
double sideAccuracy(std::span<const float> predicted, std::span<const float> truth, float middle);

/// Share of predictions in the right quadrant of the plane of valence and arousal around `middle`.
/// @param predicted, truth  [example, 2], row major
double quadrantAccuracy(
    std::span<const float> predicted, std::span<const float> truth, float middle);

/// Half width of the interval around a prediction that holds the truth with probability `coverage`,
/// from absolute errors of held-out predictions (split conformal prediction, Vovk et al. 2005): the
/// ceil((n + 1) * coverage)-th smallest error. Infinite when there are too few errors for it.
double conformalHalfWidth(std::vector<double> absoluteErrors, double coverage);

} // namespace circumplex
