#pragma once

#include "core/types/id.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace circumplex {

/// What `circumplex-cli train` says before it trains.
struct TrainPlan {
    struct Rater {
        QString name;
        int tracks = 0; ///< with anything that they said
        double weight = 1.0;
    };

    std::vector<Rater> raters {};
    int labelledTracks = 0, usableTracks = 0;
    int groups = 0; ///< artists, albums and recordings, which are tested as one
    int valenceTracks = 0, arousalTracks = 0, tagTracks = 0, tracedTracks = 0;
    int notHeard = 0; ///< labelled tracks that the base model has not heard
    int leastTracks = 0, leastGroups = 0; ///< that a training needs
    std::array<int, 4> quarters {}; ///< tracks, in the order of palette::Quarter
    std::optional<double> secondsAtMost {}; ///< nullopt: there can be no training, see problem
    QStringList warnings {}; ///< English
    QString problem {}; ///< English; empty if there can be a training

    bool isEnough() const { return problem.isEmpty() && secondsAtMost.has_value(); }
};

/// A model that a training can start from.
struct TrainBase {
    QString name {}, title {};
    bool canAdapt = false; ///< its encoder can learn, too
};

/// One pass over the labels.
struct TrainEpoch {
    int fit = 0, fits = 1; ///< from 0: rounds of the training, the last one makes the model
    int epoch = 0, epochsAtMost = 0; ///< from 1
    std::optional<double> heldOutLoss; ///< none in the last round, which leaves nothing out
    std::optional<double> oldLoss; ///< of the base on the same songs
    bool isBest = false; ///< of its round
};

/// How a new model does against the one it was made from, on songs that it had not seen.
struct TrainVerdict {
    struct Score {
        QString measure; ///< "ccc", "r2", "rmse", "pr_auc", "roc_auc"
        std::optional<double> base, personal;
        std::optional<double> lower, upper; ///< 95 % interval of the new model's score
        std::optional<double> ceiling; ///< what people reach among themselves
    };
    struct Target {
        QString name; ///< "valence", "arousal" or a mood tag
        QString judgement; ///< "better", "worse", "unclear", "too few labels"
        int tracks = 0;
        std::vector<Score> scores;
    };
    struct Example {
        TrackId track;
        QString path, target;
        double label = 0.0, base = 0.0, personal = 0.0; ///< 1..9, of tags 0..1
    };

    QString overall; ///< as a target's judgement
    std::vector<Target> targets;
    std::vector<Example> nowRight, nowWrong;
    std::optional<int> moreLabels; ///< for 5 % less error; nullopt: not known, or out of reach
};

/// @param plan  the object under "plan"
TrainPlan readTrainPlan(const QJsonObject& plan);
/// @param epoch  the whole object
TrainEpoch readTrainEpoch(const QJsonObject& epoch);
/// @param verdict  the object under "verdict"
TrainVerdict readTrainVerdict(const QJsonObject& verdict);

} // namespace circumplex
