#include "ui/train/training_lines.h"

#include <QJsonArray>

#include <algorithm>

namespace circumplex {

namespace {

using namespace Qt::StringLiterals;

QStringList texts(const QJsonValue& list)
{
    QStringList all;
    for (const QJsonValue one : list.toArray())
        all << one.toString();
    return all;
}

std::optional<double> number(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::vector<TrainVerdict::Example> examples(const QJsonValue& list)
{
    std::vector<TrainVerdict::Example> all;
    for (const QJsonValue value : list.toArray()) {
        const QJsonObject one = value.toObject();
        all.push_back({ .track = { one["track"_L1].toInteger() },
            .path = one["path"_L1].toString(),
            .target = one["target"_L1].toString(),
            .label = one["label"_L1].toDouble(),
            .base = one["base"_L1].toDouble(),
            .personal = one["personal"_L1].toDouble() });
    }
    return all;
}

TrainVerdict::Target target(const QJsonObject& said)
{
    TrainVerdict::Target target { .name = said["name"_L1].toString(),
        .judgement = said["judgement"_L1].toString(),
        .tracks = said["tracks"_L1].toInt(),
        .scores = {} };
    const QJsonObject scores = said["scores"_L1].toObject();
    const QJsonObject ceiling = said["human_ceiling"_L1].toObject();
    // The one that decides stands first.
    for (const auto measure : { "ccc"_L1, "r2"_L1, "rmse"_L1, "pr_auc"_L1, "roc_auc"_L1 }) {
        if (!scores.contains(measure)) continue;
        const QJsonObject score = scores[measure].toObject();
        target.scores.push_back({ .measure = measure,
            .base = number(score["base"_L1]),
            .personal = number(score["personal"_L1]),
            .lower = number(score["interval_95"_L1][0]),
            .upper = number(score["interval_95"_L1][1]),
            .ceiling = number(ceiling[measure]) });
    }
    return target;
}

} // namespace

TrainPlan readTrainPlan(const QJsonObject& said)
{
    TrainPlan plan { .raters = {},
        .labelledTracks = said["labelled_tracks"_L1].toInt(),
        .usableTracks = said["usable_tracks"_L1].toInt(),
        .groups = said["groups"_L1].toInt(),
        .valenceTracks = said["valence_tracks"_L1].toInt(),
        .arousalTracks = said["arousal_tracks"_L1].toInt(),
        .tagTracks = said["tag_tracks"_L1].toInt(),
        .tracedTracks = said["traced_tracks"_L1].toInt(),
        .notHeard = said["not_heard"_L1].toInt(),
        .leastTracks = said["least_tracks"_L1].toInt(),
        .leastGroups = said["least_groups"_L1].toInt(),
        .quarters = {},
        .secondsAtMost = number(said["seconds_at_most"_L1]),
        .warnings = texts(said["warnings"_L1]),
        .problem = said["problem"_L1].toString() };
    for (const QJsonValue value : said["label_sets"_L1].toArray()) {
        const QJsonObject set = value.toObject();
        plan.raters.push_back({ set["rater"_L1].toString(), set["tracks"_L1].toInt(),
            set["weight"_L1].toDouble(1.0) });
    }
    const QJsonObject quarters = said["quarters"_L1].toObject();
    plan.quarters = { quarters["joyful"_L1].toInt(), quarters["tense"_L1].toInt(),
        quarters["sad"_L1].toInt(), quarters["calm"_L1].toInt() };
    return plan;
}

TrainEpoch readTrainEpoch(const QJsonObject& said)
{
    return { .fit = said["fit"_L1].toInt(),
        .fits = std::max(said["fits"_L1].toInt(), 1),
        .epoch = said["epoch"_L1].toInt(),
        .epochsAtMost = said["epochs_at_most"_L1].toInt(),
        .heldOutLoss = number(said["validation_loss"_L1]),
        .oldLoss = number(said["base_loss"_L1]),
        .isBest = said["best"_L1].toBool() };
}

TrainVerdict readTrainVerdict(const QJsonObject& said)
{
    TrainVerdict verdict { .overall = said["overall"_L1].toString(),
        .targets = {},
        .nowRight = examples(said["now_right"_L1]),
        .nowWrong = examples(said["now_wrong"_L1]),
        .moreLabels = std::nullopt };
    for (const QJsonValue one : said["targets"_L1].toArray())
        verdict.targets.push_back(target(one.toObject()));
    if (const auto more = number(said["learning_curve"_L1]["more_for_next_step"_L1]))
        verdict.moreLabels = static_cast<int>(*more);
    return verdict;
}

} // namespace circumplex
