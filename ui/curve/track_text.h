#pragma once

#include "ui/curve/track_scene.h"

#include <QString>
#include <QStringList>

namespace circumplex {

/// "4:12", "1:02:03"; with `decimals`, "4:12.5".
QString timeText(double seconds, int decimals = 0);

/// "Am", "F#m7", in the spelling of the user's language; nothing where no chord sounds or none is
/// known. @param chordClass  0..169
QString chordText(int chordClass);

/// "A minor"; empty without one.
QString keyText(const TrackView::Reading& reading);

/// The comment at a moment, the latest of several; nullptr: none.
const TrackComment* commentAt(const TrackScene& scene, double seconds);

/// What curves, chords and people say at one moment, in few words; the first says when.
QStringList readoutLines(const TrackScene& scene, double seconds);

/// What all lanes say at one moment, for those who do not see them.
QString readoutText(const TrackScene& scene, double seconds);

/// Decimals of seconds that a pixel of this view can tell apart; at least 1.
int readoutDecimals(const TimeWindow& time);

/// How far an arrow key moves: 1 s, less where 1 s is a large part of what is seen.
double arrowStep(const TimeWindow& time);

/// A number in the user's digits.
QString numberText(double value, int decimals = 1);

/// With its sign, and no sign where it rounds to nothing.
QString signedText(double value);

/// What the plot's marks mean: window, hop, smoothing, bands, model.
QString captionText(const TrackScene& scene);

/// How many lanes gave way to the plot.
QString hiddenLanesText(int lanes);

/// What the shades of a mood's lane mean.
QString laneText(const TrackScene::TagLane& lane);

/// The whole track in a few sentences, for those who do not see it.
QString summaryText(const TrackScene& scene);

/// The value of a curve at a moment; nullopt before its first and after its last window.
std::optional<double> curveValueAt(
    const EmotionCurve& curve, const std::vector<float>& values, double seconds);

/// What a person drew at a moment, the latency taken off; nullopt where they drew nothing.
std::optional<double> traceValueAt(const Trace& trace, double seconds);

} // namespace circumplex
