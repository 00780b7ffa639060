#pragma once

#include "ui/curve/track_scene.h"

#include <QString>

namespace circumplex {

/// Writes what a scene shows, on white, with title, caption and where the numbers come from: model
/// and its version, program, mode, date, file.
///
/// @param file  its ending says how: .svg and .pdf as lines and text, .png at twice the resolution
/// @returns a translated sentence why it could not be written; empty: done
QString writeTrackFigure(const QString& file, const TrackScene& scene);

} // namespace circumplex
