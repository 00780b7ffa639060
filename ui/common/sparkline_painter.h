#pragma once

#include "core/library/library_overview.h"
#include "ui/common/theme.h"

#include <QPainter>

namespace circumplex {

/// Valence and arousal over a track, on the whole scale; a dotted line where there is no curve.
void paintSparkline(
    QPainter& painter, const QRectF& area, const Sparkline& curve, const Theme& theme);

} // namespace circumplex
