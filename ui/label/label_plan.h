#pragma once

#include "core/library/label_proposals.h"
#include "core/library/track_row.h"
#include "core/services/midi_parser.h"
#include "core/services/track_view.h"
#include "core/types/label.h"
#include "ui/label/rating_plane.h"

#include <QString>

#include <optional>
#include <vector>

namespace circumplex {

/// Which faders or knobs of which MIDI device say what.
struct FaderPlan {
    QString device {}; ///< its name
    std::optional<MidiControl> valence {}, arousal {}; ///< nullopt: not chosen yet

    friend bool operator==(const FaderPlan&, const FaderPlan&) = default;
};

/// What a sitting is to be like.
struct LabelPlan {
    enum class Songs { Suggested, Selected, Found, Again };
    static constexpr std::size_t kSongsCount = 4;

    QString rater {};
    EmotionLocus locus = EmotionLocus::Perceived;
    RatingPlane::Axes axes = RatingPlane::Axes::Both;
    TraceMode mode = TraceMode::Bounded; ///< Relative: with one axis only
    RatingPlane::Source instrument = RatingPlane::Source::Mouse;
    FaderPlan faders {};
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
    QString why {}; ///< it is offered; may be empty
};

QString songTitle(const TrackView& view);
QString songTitle(const TrackRow& row);

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
