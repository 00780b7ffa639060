#include "core/ml/training/held_out_scores.h"

#include "core/ml/training/metrics.h"
#include "core/types/mood_tags.h"

#include <array>
#include <cmath>

namespace circumplex {

namespace {

constexpr float kMiddle = 5.0F;
constexpr float kTagged = 0.5F;
constexpr double kCoverage = 0.9;

struct Pairs {
    std::vector<float> predicted, truth;
};

std::size_t place(std::int64_t row, std::size_t column, std::size_t columns)
{
    return static_cast<std::size_t>(row) * columns + column;
}

/// Labelled rows of one axis.
Pairs axisPairs(const TrainingPack& pack, std::span<const std::int64_t> rows, std::size_t axis,
    const HeadPredictions& predictions)
{
    Pairs pairs;
    for (const auto row : rows) {
        const auto i = place(row, axis, 2);
        if (!(pack.emotionWeight[i] > 0.0F)) continue;
        pairs.predicted.push_back(predictions.emotion[i]);
        pairs.truth.push_back(pack.emotion[i]);
    }
    return pairs;
}

/// Rows labelled on both axes, interleaved.
Pairs planePairs(const TrainingPack& pack, std::span<const std::int64_t> rows,
    const HeadPredictions& predictions)
{
    Pairs pairs;
    for (const auto row : rows) {
        const auto i = place(row, 0, 2);
        if (!(pack.emotionWeight[i] > 0.0F && pack.emotionWeight[i + 1] > 0.0F)) continue;
        for (const auto j : { i, i + 1 }) {
            pairs.predicted.push_back(predictions.emotion[j]);
            pairs.truth.push_back(pack.emotion[j]);
        }
    }
    return pairs;
}

double halfWidth(const Pairs& pairs)
{
    std::vector<double> errors;
    for (std::size_t i = 0; i < pairs.truth.size(); ++i)
        errors.push_back(std::abs(static_cast<double>(pairs.predicted[i]) - pairs.truth[i]));
    return conformalHalfWidth(std::move(errors), kCoverage);
}

} // namespace

void addEmotionScores(ScoreValues& scores, const TrainingPack& pack,
    std::span<const TrackRows> tracks, std::int64_t set, EmotionLabels labels,
    const HeadPredictions& predictions)
{
    std::vector<std::int64_t> rows;
    for (const auto& track : tracks)
        if (track.set == set) rows.insert(rows.end(), track.whole.begin(), track.whole.end());
    constexpr std::array<const char*, 2> axes { "valence", "arousal" };
    for (std::size_t axis = 0; axis < axes.size(); ++axis) {
        const auto pairs = axisPairs(pack, rows, axis, predictions);
        if (pairs.truth.empty()) continue;
        const std::string name = axes[axis];
        if (labels == EmotionLabels::Sides) {
            scores[name + "_accuracy"].push_back(
                sideAccuracy(pairs.predicted, pairs.truth, kMiddle));
        } else {
            const auto found = numberScores(pairs.predicted, pairs.truth);
            scores[name + "_r2"].push_back(found.r2);
            scores[name + "_rmse"].push_back(found.rmse);
            scores[name + "_ccc"].push_back(found.concordance);
        }
    }
    if (labels == EmotionLabels::Sides) {
        const auto pairs = planePairs(pack, rows, predictions);
        if (!pairs.truth.empty())
            scores["quadrant_accuracy"].push_back(
                quadrantAccuracy(pairs.predicted, pairs.truth, kMiddle));
    }
}

void addTagScores(ScoreValues& scores, const TrainingPack& pack, std::span<const TrackRows> tracks,
    const HeadPredictions& predictions)
{
    double precisionSum = 0.0;
    double areaSum = 0.0;
    double tagCount = 0.0;
    for (std::size_t tag = 0; tag < kMoodTags.size(); ++tag) {
        std::vector<float> predicted;
        std::vector<std::uint8_t> truth;
        std::size_t tagged = 0;
        for (const auto& track : tracks)
            for (const auto row : track.whole) {
                const auto i = place(row, tag, kMoodTags.size());
                if (!(pack.tagWeight[i] > 0.0F)) continue;
                predicted.push_back(predictions.tagProbabilities[i]);
                truth.push_back(pack.tags[i] > kTagged ? 1 : 0);
                tagged += truth.back();
            }
        if (tagged == 0 || tagged == truth.size()) continue;
        precisionSum += averagePrecision(predicted, truth);
        areaSum += rocAuc(predicted, truth);
        tagCount += 1.0;
    }
    if (tagCount == 0.0) return;
    scores["average_precision"].push_back(precisionSum / tagCount);
    scores["roc_auc"].push_back(areaSum / tagCount);
    scores["scored_tags"].push_back(tagCount);
}

IntervalHalfWidth intervalOf(const TrainingPack& pack, std::span<const std::int64_t> rows,
    const HeadPredictions& predictions)
{
    return { .valence = halfWidth(axisPairs(pack, rows, 0, predictions)),
        .arousal = halfWidth(axisPairs(pack, rows, 1, predictions)) };
}

} // namespace circumplex
