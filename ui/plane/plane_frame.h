#pragma once

#include "ui/common/theme.h"

#include <QRectF>

class QFont;
class QPainter;

namespace circumplex {

/// Where a part of the plane is painted. Arousal grows upwards; both axes have one scale.
struct PlaneCanvas {
    QRectF pixels; ///< square
    QRectF view; ///< the part of the plane; top() is the lower arousal

    QPointF toPixels(const QPointF& place) const;
};

/// Distance between the numbers of the scale, so that they are apart at any zoom: 1 to 0.05.
double planeTickStep(double pixelsPerPoint);

/// The border, the scale's numbers and the axes' names. Valence grows rightwards in every language.
void paintPlaneFrame(QPainter& painter, const PlaneCanvas& canvas, bool hasFocus, const QFont& font,
    const Theme& theme);

/// Each quarter's name in its outer corner, as far as that is in view.
void paintPlaneQuarterNames(
    QPainter& painter, const PlaneCanvas& canvas, const QFont& font, const Theme& theme);

} // namespace circumplex
