#pragma once

#include "core/ml/training/training_plan.h"
#include "core/ml/weights/model_card.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace circumplex {

/// One pass over the training tracks.
struct EpochReport {
    int repeat = 0; ///< of the cross validation; -1: the final training
    int fold = 0; ///< -1: the final training
    int epoch = 0; ///< from 1
    double trainingLoss = 0.0;
    double validationLoss = 0.0; ///< NaN where no groups are left out
    bool isBest = false;
};

/// Scores of predictions for tracks whose group the head has not seen, by name (such as
/// "valence_r2"), one value per repeat.
using ScoreValues = std::map<std::string, std::vector<double>>;

struct SetReport {
    std::string name;
    std::size_t trackCount = 0, groupCount = 0, windowCount = 0;
    ScoreValues scores;
};

/// What a training gave, apart from the weights.
struct TrainingReport {
    std::vector<SetReport> sets;
    ScoreValues tagScores; ///< over all sets with tag targets
    /// Half widths that held 90 % of held-out ratings (of sets that are neither sided nor derived);
    /// infinite where too few are rated.
    IntervalHalfWidth trackInterval, windowInterval;
    std::vector<int> bestEpochs; ///< one per fold and repeat
    int finalEpochs = 0;
    std::vector<EpochReport> finalTraining;
};

/// For people and scripts: the plan, the counts, each score as mean, deviation over repeats and
/// values. What is not a number becomes null.
nlohmann::ordered_json reportJson(const TrainingReport& report, const TrainingPlan& plan);

} // namespace circumplex
