#pragma once

#include "core/library/label_proposals.h"
#include "core/types/label.h"
#include "ui/label/rating_plane.h"

#include <QString>

#include <optional>
#include <vector>

namespace circumplex {

/// What a sitting is to be like.
struct LabelPlan {
    enum class Songs { Suggested, Selected, Found };

    QString rater {};
    EmotionLocus locus = EmotionLocus::Perceived;
    RatingPlane::Axes axes = RatingPlane::Axes::Both;
    RatingPlane::Source instrument = RatingPlane::Source::Mouse;
    bool isContinuous = true; ///< also while listening, not only after the song
    bool isBlind = true; ///< what models say is not shown before a rating is saved
    double orientationSeconds = 8.0; ///< marked at the beginning of each song
    Songs songs = Songs::Suggested;
    std::vector<TrackId> tracks {}; ///< of `songs`

    /// "mouse 2-D", as sessions keep it.
    QString instrumentName() const;
    std::vector<TraceDimension> dimensions() const;
};

/// Words for a source, as latency tests keep them.
QString sourceName(RatingPlane::Source source);

/// A song that may be rated.
struct LabelSong {
    TrackId track {};
    QString title {}; ///< with its artist
    std::optional<LabelProposal> reason {};
};

/// What was said of a song, beside what a model says.
struct LabelOutcome {
    TrackId track {};
    QString title {};
    std::optional<double> valence {}, arousal {};
    std::optional<EmotionPlace> model {};
    bool isTakenBack = false;
};

/// A rating that the end of the program cut short.
struct InterruptedRating {
    QString title {};
    QString rater {};
    double seconds = 0.0; ///< into the song
    std::vector<Trace> traces {};
};

/// Why a song is suggested, as a sentence.
QString reasonText(const LabelProposal& proposal);

} // namespace circumplex
