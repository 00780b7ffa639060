#include "core/engine/evaluation.h"

#include "core/ml/training/bootstrap.h"
#include "core/ml/training/metrics.h"
#include "core/types/mood_tags.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace circumplex {

namespace {

constexpr std::uint64_t kSeed = 1;

/// Predictions and truth of the scored tracks.
struct Pairs {
    std::vector<float> predictedValence, predictedArousal, valence, arousal;
    std::vector<float> tagScores; ///< [track, 56]
    std::vector<std::uint8_t> tagTruth; ///< [track, 56]
    std::vector<std::int64_t> group;
};

const std::vector<std::string>& namesOf(DataSetKind kind)
{
    static const std::vector<std::string> tags { "pr_auc", "roc_auc" };
    static const std::vector<std::string> numbers { "valence_r2", "arousal_r2", "mean_r2",
        "valence_rmse", "arousal_rmse", "rmse", "valence_ccc", "arousal_ccc" };
    return kind == DataSetKind::MtgJamendo ? tags : numbers;
}

std::vector<double> numberValues(const Pairs& pairs, std::span<const std::size_t> tracks)
{
    const auto pick = [&](const std::vector<float>& all) {
        std::vector<float> some;
        for (const std::size_t track : tracks)
            some.push_back(all[track]);
        return some;
    };
    const auto valence = numberScores(pick(pairs.predictedValence), pick(pairs.valence));
    const auto arousal = numberScores(pick(pairs.predictedArousal), pick(pairs.arousal));
    return { valence.r2, arousal.r2, (valence.r2 + arousal.r2) / 2.0, valence.rmse, arousal.rmse,
        std::sqrt((valence.rmse * valence.rmse + arousal.rmse * arousal.rmse) / 2.0),
        valence.concordance, arousal.concordance };
}

std::vector<double> tagValues(const Pairs& pairs, std::span<const std::size_t> tracks)
{
    std::vector<float> scores;
    std::vector<std::uint8_t> truth;
    for (const std::size_t track : tracks) {
        const auto begin = static_cast<std::ptrdiff_t>(track * kMoodTags.size());
        const auto end = begin + static_cast<std::ptrdiff_t>(kMoodTags.size());
        scores.insert(scores.end(), pairs.tagScores.begin() + begin, pairs.tagScores.begin() + end);
        truth.insert(truth.end(), pairs.tagTruth.begin() + begin, pairs.tagTruth.begin() + end);
    }
    const auto found = rankingScores(scores, truth, kMoodTags.size());
    return { found.macroAveragePrecision, found.macroRocAuc };
}

/// @return false: this track is not predicted
bool take(Pairs& pairs, DataSetKind kind, const DataSetItem& item, const PredictedTrack& said)
{
    if (kind == DataSetKind::MtgJamendo) {
        if (said.tags.empty()) return false;
        pairs.tagScores.insert(pairs.tagScores.end(), said.tags.begin(), said.tags.end());
        const auto begin = pairs.tagTruth.size();
        pairs.tagTruth.resize(begin + kMoodTags.size());
        for (const int tag : item.tags)
            pairs.tagTruth[begin + static_cast<std::size_t>(tag)] = 1;
        return true;
    }
    if (!std::isfinite(said.valence) || !std::isfinite(said.arousal)) return false;
    pairs.predictedValence.push_back(said.valence);
    pairs.predictedArousal.push_back(said.arousal);
    pairs.valence.push_back(*item.valence);
    pairs.arousal.push_back(*item.arousal);
    return true;
}

} // namespace

Result<Evaluation> evaluate(
    const DataSetPart& part, const PredictionFile& predictions, int resampleCount)
{
    Evaluation evaluation;
    Pairs pairs;
    std::map<std::string, std::int64_t> groups;
    if (!predictions.inOrder.empty() && predictions.inOrder.size() != part.items.size())
        return tl::unexpected(Error { ErrorCode::ResultsUnusable,
            "The predictions have " + std::to_string(predictions.inOrder.size())
                + " rows, the part has " + std::to_string(part.items.size())
                + " tracks; without ids they must be the same." });
    for (std::size_t row = 0; row < part.items.size(); ++row) {
        const DataSetItem& item = part.items[row];
        const PredictedTrack* said = predictionOf(predictions, item.id, row);
        if (said == nullptr || !take(pairs, part.kind, item, *said)) {
            evaluation.unpredicted.push_back(item.id);
            continue;
        }
        const std::string group = item.group.empty() ? item.id : item.group;
        pairs.group.push_back(
            groups.try_emplace(group, static_cast<std::int64_t>(groups.size())).first->second);
    }
    evaluation.trackCount = pairs.group.size();
    if (pairs.group.empty())
        return tl::unexpected(Error { ErrorCode::ResultsUnusable,
            "No track of this part is predicted; the ids of the set look like \""
                + (part.items.empty() ? std::string() : part.items.front().id) + "\"." });
    const auto values = [&](std::span<const std::size_t> tracks) {
        return part.kind == DataSetKind::MtgJamendo ? tagValues(pairs, tracks)
                                                    : numberValues(pairs, tracks);
    };
    std::vector<std::size_t> all(pairs.group.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    const auto found = values(all);
    const auto spreads = bootstrapByGroup(pairs.group, values, resampleCount, kSeed);
    const auto& names = namesOf(part.kind);
    for (std::size_t s = 0; s < names.size(); ++s) {
        Evaluation::Score score { .value = found[s] };
        if (s < spreads.size() && spreads[s].drawCount > 0) {
            score.lower = spreads[s].lower;
            score.upper = spreads[s].upper;
        }
        evaluation.scores.emplace_back(names[s], score);
    }
    return evaluation;
}

} // namespace circumplex
