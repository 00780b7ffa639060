#include "ui/common/sparkline_painter.h"

#include <QPainter>

namespace circumplex {

namespace {

void paintLine(QPainter& painter, const QRectF& area, const std::vector<std::uint8_t>& levels,
    const QColor& colour, double width)
{
    QPolygonF line;
    const double step
        = levels.size() > 1 ? area.width() / static_cast<double>(levels.size() - 1) : 0.0;
    for (std::size_t i = 0; i < levels.size(); ++i)
        line << QPointF(area.left() + static_cast<double>(i) * step,
            area.bottom() - levels[i] / 255.0 * area.height());
    if (levels.size() == 1) line << QPointF(area.right(), line.constFirst().y());
    // Round joins and caps cost half of a frame of the library's list, and are not to be seen.
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    painter.drawPolyline(line);
}

} // namespace

void paintSparkline(
    QPainter& painter, const QRectF& area, const Sparkline& curve, const Theme& theme)
{
    if (curve.valence.empty()) {
        const double middle = area.center().y();
        painter.setPen(QPen(theme.rule, 1.5, Qt::DotLine));
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintLine(painter, area, curve.arousal, theme.arousal, 1.3);
    paintLine(painter, area, curve.valence, theme.valence, 1.6);
}

} // namespace circumplex
