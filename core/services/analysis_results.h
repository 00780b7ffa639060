#pragma once

#include "core/base/result.h"
#include "core/types/annotation.h"

#include <QString>

#include <vector>

class QIODevice;

namespace circumplex {

/// One line of `circumplex-cli analyze --json`: what one model says of one file, ready to be drawn.
/// Valence and arousal are on the 1..9 scale.
struct AnalysedTrack {
    struct Mood {
        QString tag;
        double probability = 0.0; ///< in [0, 1]
        std::vector<double> overTime; ///< one per curve point; empty if the line has none
    };
    struct Chord {
        double startSeconds = 0.0;
        double endSeconds = 0.0;
        QString label; ///< "D:maj", "F#:min7", "N" for none
    };

    QString path;
    QString model; ///< name@hash
    QString mode; ///< "corrected" or "reference"
    double durationSeconds = 0.0; ///< above 0
    double valence = 5.0;
    double arousal = 5.0;
    Interval valenceInterval, arousalInterval;
    std::vector<Mood> moods; ///< most probable first
    QString key; ///< "B minor"; empty if there is none
    std::vector<Chord> chords;
    EmotionCurve curve; ///< without tagProbabilities: see Mood::overTime
};

/// Reads every line of `lines`. Lines that report a failed file or hold nothing are left out.
///
/// @returns ResultsUnusable, naming the line and the field, if a line is not of the form above
Result<std::vector<AnalysedTrack>> readAnalysisResults(QIODevice& lines);

} // namespace circumplex
