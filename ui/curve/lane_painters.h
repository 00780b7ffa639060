#pragma once

#include "ui/curve/track_scene.h"

class QPainter;

namespace circumplex {

/// Parts of a track's picture, each in its place of the layout.

void paintGrid(
    QPainter& painter, const TrackLayout& layout, const TrackScene& scene, const Theme& colours);

/// Models, what people drew, and the names of the curves beside the plot.
void paintCurves(
    QPainter& painter, const TrackLayout& layout, const TrackScene& scene, const Theme& colours);

/// How far other models and people are from the main model: above the line they say more.
void paintResidual(
    QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours);

void paintChords(
    QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours);

void paintKey(QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours);

/// A lane a mood, the darker the more probable: from its own least to its own most, for most moods
/// change by a few percent only.
void paintTags(QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours);

void paintComments(
    QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours);

} // namespace circumplex
