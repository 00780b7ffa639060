#include "core/ml/training/metrics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace circumplex {

namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// True and false positives at one threshold.
struct Threshold {
    double truePositives = 0.0;
    double falsePositives = 0.0;
};

/// One entry per distinct score, highest first.
std::vector<Threshold> thresholds(
    std::span<const float> scores, std::span<const std::uint8_t> truth)
{
    assert(scores.size() == truth.size());
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    std::sort(order.begin(), order.end(),
        [scores](std::size_t left, std::size_t right) { return scores[left] > scores[right]; });
    std::vector<Threshold> found;
    Threshold sum;
    for (std::size_t i = 0; i < order.size(); ++i) {
        (truth[order[i]] != 0 ? sum.truePositives : sum.falsePositives) += 1.0;
        if (i + 1 == order.size() || scores[order[i]] != scores[order[i + 1]]) found.push_back(sum);
    }
    return found;
}

double mean(std::span<const float> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Population covariance.
double covariance(std::span<const float> left, std::span<const float> right)
{
    const double leftMean = mean(left);
    const double rightMean = mean(right);
    double sum = 0.0;
    for (std::size_t i = 0; i < left.size(); ++i)
        sum += (left[i] - leftMean) * (right[i] - rightMean);
    return sum / static_cast<double>(left.size());
}

double meanSquaredError(std::span<const float> predicted, std::span<const float> truth)
{
    assert(predicted.size() == truth.size());
    double sum = 0.0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const double error = static_cast<double>(predicted[i]) - truth[i];
        sum += error * error;
    }
    return sum / static_cast<double>(truth.size());
}

} // namespace

double averagePrecision(std::span<const float> scores, std::span<const std::uint8_t> truth)
{
    const auto steps = thresholds(scores, truth);
    if (steps.empty() || steps.back().truePositives == 0.0) return 0.0;
    double sum = 0.0;
    double before = 0.0;
    for (const auto& step : steps) {
        sum += (step.truePositives - before) * step.truePositives
            / (step.truePositives + step.falsePositives);
        before = step.truePositives;
    }
    return sum / steps.back().truePositives;
}

double rocAuc(std::span<const float> scores, std::span<const std::uint8_t> truth)
{
    const auto steps = thresholds(scores, truth);
    if (steps.empty()) return 0.0;
    const double all = steps.back().truePositives * steps.back().falsePositives;
    if (all == 0.0) return 0.0;
    double area = 0.0;
    Threshold before;
    for (const auto& step : steps) {
        area += (step.falsePositives - before.falsePositives)
            * (step.truePositives + before.truePositives) / 2.0;
        before = step;
    }
    return area / all;
}

RankingScores rankingScores(
    std::span<const float> scores, std::span<const std::uint8_t> truth, std::size_t classCount)
{
    assert(scores.size() == truth.size() && scores.size() % classCount == 0);
    RankingScores result;
    const std::size_t count = scores.size() / classCount;
    std::vector<float> column(count);
    std::vector<std::uint8_t> labels(count);
    for (std::size_t c = 0; c < classCount; ++c) {
        for (std::size_t i = 0; i < count; ++i) {
            column[i] = scores[i * classCount + c];
            labels[i] = truth[i * classCount + c];
        }
        result.averagePrecision.push_back(averagePrecision(column, labels));
        result.rocAuc.push_back(rocAuc(column, labels));
        result.macroAveragePrecision
            += result.averagePrecision.back() / static_cast<double>(classCount);
        result.macroRocAuc += result.rocAuc.back() / static_cast<double>(classCount);
    }
    return result;
}

double coefficientOfDetermination(std::span<const float> predicted, std::span<const float> truth)
{
    const double variance = covariance(truth, truth);
    if (!(variance > 0.0)) return kUndefined;
    return 1.0 - meanSquaredError(predicted, truth) / variance;
}

double rootMeanSquaredError(std::span<const float> predicted, std::span<const float> truth)
{
    return std::sqrt(meanSquaredError(predicted, truth));
}

double concordance(std::span<const float> predicted, std::span<const float> truth)
{
    const double shift = mean(predicted) - mean(truth);
    const double spread
        = covariance(predicted, predicted) + covariance(truth, truth) + shift * shift;
    if (!(spread > 0.0)) return kUndefined;
    return 2.0 * covariance(predicted, truth) / spread;
}

NumberScores numberScores(std::span<const float> predicted, std::span<const float> truth)
{
    return { .count = truth.size(),
        .r2 = coefficientOfDetermination(predicted, truth),
        .rmse = rootMeanSquaredError(predicted, truth),
        .concordance = concordance(predicted, truth) };
}

double sideAccuracy(std::span<const float> predicted, std::span<const float> truth, float middle)
{
    assert(predicted.size() == truth.size());
    std::size_t right = 0;
    for (std::size_t i = 0; i < truth.size(); ++i)
        right += (predicted[i] > middle) == (truth[i] > middle) ? 1 : 0;
    return static_cast<double>(right) / static_cast<double>(truth.size());
}

double quadrantAccuracy(
    std::span<const float> predicted, std::span<const float> truth, float middle)
{
    assert(predicted.size() == truth.size() && truth.size() % 2 == 0);
    std::size_t right = 0;
    for (std::size_t i = 0; i < truth.size(); i += 2)
        right += (predicted[i] > middle) == (truth[i] > middle)
                && (predicted[i + 1] > middle) == (truth[i + 1] > middle)
            ? 1
            : 0;
    return static_cast<double>(right) / static_cast<double>(truth.size() / 2);
}

double conformalHalfWidth(std::vector<double> absoluteErrors, double coverage)
{
    const auto count = static_cast<double>(absoluteErrors.size());
    const auto rank = static_cast<std::size_t>(std::ceil((count + 1.0) * coverage));
    if (rank > absoluteErrors.size()) return std::numeric_limits<double>::infinity();
    const auto place
        = absoluteErrors.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::nth_element(absoluteErrors.begin(), place, absoluteErrors.end());
    return *place;
}

} // namespace circumplex
