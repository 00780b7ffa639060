#pragma once

#include "ui/curve/track_scene.h"

#include <QString>

namespace circumplex {

/// Writes what a scene shows, on white, with title, legend, caption and where the numbers come
/// from: a line for each model and each person, and the file. The page grows with what it says.
///
/// @param file  its ending says how: .svg as lines and outlines of letters, .pdf as lines and text,
/// .png at twice the resolution
/// @returns a translated sentence why it could not be written; empty: done
QString writeTrackFigure(const QString& file, const TrackScene& scene);

/// What stands over the picture: a long title is cut, who made it stays.
QString figureTitle(const TrackScene& scene, int width);

} // namespace circumplex
