#pragma once

#include "ui/curve/lane.h"
#include "ui/curve/series_mark.h"
#include "ui/curve/track_scene.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace circumplex {

/// Marks along a curve, at times that are multiples of one step, so that they stay with the curve
/// while it is moved.
/// @param valueAt  of seconds: the curve's value, or nullopt where there is none
template <class ValueAt>
void paintMarks(QPainter& painter, const Lane& lane, const TrackScene& scene, int width,
    const SeriesMark& mark, const QColor& colour, const QColor& paper, ValueAt valueAt)
{
    const double step = tickStep(scene.time.span(), std::max(width / 90, 2));
    // Beside those of others.
    const double shift = step
        * (0.25 + 0.13 * static_cast<double>(mark.place)
            + (mark.of == SeriesMark::Of::Person ? 0.4 : 0.0));
    for (double at = (std::floor(scene.time.begin() / step) - 2.0) * step + shift;
         at <= scene.time.end(); at += step)
        if (const auto value = valueAt(at); value && at >= scene.time.begin())
            paintMark(painter, { lane.x(at), lane.y(*value) }, mark, colour, paper);
}

} // namespace circumplex
