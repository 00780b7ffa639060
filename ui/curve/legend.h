#pragma once

#include "ui/curve/series_mark.h"
#include "ui/curve/track_scene.h"

#include <QString>

#include <optional>
#include <vector>

namespace circumplex {

/// A sample of how something is drawn, and its name.
struct LegendEntry {
    QString text;
    QPen pen;
    std::optional<SeriesMark> mark {};
    double bandWidth = 0.0; ///< of the shade behind the line; pixels
};

/// Whose lines there are; empty while they are the main model's alone.
std::vector<LegendEntry> seriesLegend(const TrackScene& scene, const Theme& colours);

/// Everything that is drawn, for a picture that stands for itself.
std::vector<LegendEntry> wholeLegend(const TrackScene& scene, const Theme& colours);

/// In as many rows as the width asks for. @param painter  nullptr: only measures
/// @returns the height
int paintLegend(QPainter* painter, const QRect& area, const std::vector<LegendEntry>& entries,
    const Theme& colours);

} // namespace circumplex
