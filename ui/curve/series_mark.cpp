#include "ui/curve/series_mark.h"

#include <QPainter>
#include <QPolygonF>

#include <array>
#include <cmath>
#include <numbers>

namespace circumplex {

namespace {

constexpr double kRadius = 3.5;
constexpr std::size_t kShapes = 6;

/// A regular polygon, a corner at `turn` (0: right, a quarter: down).
QPolygonF corners(QPointF centre, int count, double turn)
{
    QPolygonF shape;
    for (int i = 0; i < count; ++i) {
        const double angle = 2.0 * std::numbers::pi * (turn + static_cast<double>(i) / count);
        shape.append(centre + 1.15 * kRadius * QPointF(std::cos(angle), std::sin(angle)));
    }
    return shape;
}

} // namespace

void paintMark(QPainter& painter, QPointF centre, const SeriesMark& mark, const QColor& colour,
    const QColor& paper)
{
    const bool wasSmooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.25));
    painter.setBrush(mark.of == SeriesMark::Of::Model ? colour : paper);
    switch (mark.place % kShapes) {
    case 0:
        painter.drawEllipse(centre, kRadius, kRadius);
        break;
    case 1:
        painter.drawRect(QRectF(centre.x() - 3.0, centre.y() - 3.0, 6.0, 6.0));
        break;
    case 2:
        painter.drawPolygon(corners(centre, 3, 0.75));
        break;
    case 3:
        painter.drawPolygon(corners(centre, 4, 0.25));
        break;
    case 4:
        painter.drawPolygon(corners(centre, 3, 0.25));
        break;
    default:
        painter.drawPolygon(corners(centre, 5, 0.75));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, wasSmooth);
}

QPen modelPen(const QColor& colour, bool isValence, double width)
{
    if (isValence) return { colour, width };
    QPen dashed(colour, width, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({ 6.0 / width, 2.0 / width });
    return dashed;
}

QPen personPen(const QColor& colour, std::size_t place)
{
    static const std::array<QList<qreal>, 4> kPatterns { QList<qreal> { 1.0, 2.0 },
        QList<qreal> { 4.0, 2.0, 1.0, 2.0 }, QList<qreal> { 1.0, 4.0 },
        QList<qreal> { 4.0, 2.0, 1.0, 2.0, 1.0, 2.0 } };
    QPen pen(colour, 1.5, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern(kPatterns[place % kPatterns.size()]);
    return pen;
}

} // namespace circumplex
