#pragma once

#include "ui/plane/plane_scene.h"

#include <QImage>
#include <QPoint>
#include <QRect>

#include <array>

namespace circumplex {

/// Where a picture of the plane lies on it.
struct CellPicture {
    QRect area; ///< the part of the picture to be painted
    int height = 0; ///< of the whole picture; arousal grows upwards
    QPoint origin; ///< pixels from the plane's zero to the picture's left and lower edge
    double scale = 1.0; ///< pixels per point of the plane
    double ratio = 1.0; ///< device pixels per pixel
};

/// Into how many cells the plane's eight points are cut in either direction: a power of two, so
/// that cells keep their place while the plane moves, and each is 2.5 to 5 pixels wide.
int cellsAcross(double pixelsPerPoint, double ratio);

/// How strongly a cell is coloured.
/// @param share   of its songs in those of a full cell, in logarithms, 0..1
/// @param isPale  only to be seen behind hits
double cellOpacity(double share, bool isPale);

/// Many songs as coloured cells: each in the colour of the group that most of its songs are in, and
/// the paler the fewer they are. A strip is painted as it would be in the whole picture.
/// @param colours  of groups or quarters; the last for what is in none, and for everything if pale
/// @returns premultiplied, of the size of `picture.area`
QImage paintCells(const PlanePoints& points, const PlaneScene& scene, const CellPicture& picture,
    bool isPale, const std::array<QColor, TrackGroups::kMost + 1>& colours);

} // namespace circumplex
