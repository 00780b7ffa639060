#include "core/ml/training/training_report.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace circumplex {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json scoresJson(const ScoreValues& scores)
{
    Json json = Json::object();
    for (const auto& [name, values] : scores) {
        const auto count = static_cast<double>(values.size());
        const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
        double squares = 0.0;
        for (const double value : values)
            squares += (value - mean) * (value - mean);
        auto all = Json::array();
        for (const double value : values)
            all.push_back(number(value));
        json[name] = { { "mean", number(mean) },
            { "deviation", number(std::sqrt(squares / std::max(count - 1.0, 1.0))) },
            { "values", all } };
    }
    return json;
}

Json intervalJson(const IntervalHalfWidth& interval)
{
    return { { "valence", number(interval.valence) }, { "arousal", number(interval.arousal) } };
}

} // namespace

nlohmann::ordered_json reportJson(const TrainingReport& report, const TrainingPlan& plan)
{
    Json json;
    json["plan"] = planJson(plan);
    json["sets"] = Json::array();
    for (const auto& set : report.sets)
        json["sets"].push_back(
            { { "name", set.name }, { "tracks", set.trackCount }, { "groups", set.groupCount },
                { "windows", set.windowCount }, { "held_out", scoresJson(set.scores) } });
    json["tags_held_out"] = scoresJson(report.tagScores);
    json["interval_90"] = { { "track", intervalJson(report.trackInterval) },
        { "window", intervalJson(report.windowInterval) } };
    json["best_epochs"] = report.bestEpochs;
    json["final_epochs"] = report.finalEpochs;
    json["final_training"] = Json::array();
    for (const auto& epoch : report.finalTraining)
        json["final_training"].push_back(
            { { "epoch", epoch.epoch }, { "training_loss", number(epoch.trainingLoss) },
                { "validation_loss", number(epoch.validationLoss) } });
    return json;
}

} // namespace circumplex
