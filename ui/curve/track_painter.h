#pragma once

#include "ui/curve/track_scene.h"

class QPainter;

namespace circumplex {

/// Paints lanes, curves and caption, on any device.
void paintTrack(
    QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours);

/// A pale waveform, lowest to highest sample of every column of pixels.
void paintWaveform(QPainter& painter, const QRect& area, const TrackScene& scene,
    const TimeWindow& time, const QColor& colour);

} // namespace circumplex
