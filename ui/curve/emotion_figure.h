#pragma once

#include "core/services/analysis_results.h"

#include <QImage>
#include <QSize>

#include <span>

namespace circumplex {

inline constexpr QSize kFigureSize { 1600, 900 };

/// One track on one page: its curves, moods and chords over time, its way through the plane, and a
/// caption that says which model drew it and how.
/// @param track  durationSeconds above 0
QImage drawTrackFigure(const AnalysedTrack& track, QSize size = kFigureSize);

/// Several tracks on one page: all of them on the plane, and the first twelve as small curves.
/// @param tracks  not empty, each with durationSeconds above 0
QImage drawOverviewFigure(std::span<const AnalysedTrack> tracks, QSize size = kFigureSize);

} // namespace circumplex
