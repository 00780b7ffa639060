#include "ui/curve/lane.h"
#include "ui/curve/lane_painters.h"
#include "ui/curve/track_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("circumplex", text);
}

/// Names right of the plot, at the height of the values they name, apart from each other.
void paintCurveNames(
    QPainter& painter, const QRect& plot, const TrackScene& scene, const Theme& colours)
{
    struct Name {
        double y;
        QString text;
        QColor colour;
    };
    std::vector<Name> names;
    const EmotionCurve& curve = scene.curves.front().curve;
    const auto add = [&](const QString& text, const std::vector<float>& values, double whole,
                         const QColor& colour) {
        const double value = curveValueAt(curve, values, scene.time.end()).value_or(whole);
        names.push_back({ plot.bottom() - (value - 1.0) / 8.0 * plot.height(),
            text.arg(QLocale().toString(value, 'f', 1)), colour });
    };
    const Annotation& said = scene.mainReading()->stored.annotation;
    add(tr("Valence %1"), curve.valence, static_cast<double>(said.valence), colours.valence);
    add(tr("Arousal %1"), curve.arousal, static_cast<double>(said.arousal), colours.arousal);
    if (names[0].y > names[1].y) std::swap(names[0], names[1]);
    if (const double gap = names[1].y - names[0].y; gap < 18.0) {
        names[0].y -= (18.0 - gap) / 2.0;
        names[1].y += (18.0 - gap) / 2.0;
    }
    painter.setFont(palette::font(13, QFont::DemiBold));
    for (const Name& name : names) {
        painter.setPen(name.colour);
        const double y = std::clamp(name.y, plot.top() + 9.0, plot.bottom() - 9.0);
        painter.drawText(QRectF(plot.right() + 8, y - 9, kLaneRight - 10, 18),
            Qt::AlignLeft | Qt::AlignVCenter, name.text);
    }
}

void paintTraces(QPainter& painter, const Lane& lane, const TrackScene& scene, const Theme& colours)
{
    for (const auto& human : scene.view->traces) {
        QPolygonF line;
        for (const TraceSample& sample : human.trace.samples) {
            const double seconds = static_cast<double>(sample.seconds) - human.trace.latencySeconds;
            const QPointF point(lane.x(seconds), lane.y(static_cast<double>(sample.value)));
            // A step a sample: what was held is held until it moves. Within a pixel nothing shows.
            if (!line.isEmpty() && point.x() - line.last().x() < 0.5) continue;
            if (!line.isEmpty()) line.append({ point.x(), line.last().y() });
            line.append(point);
        }
        painter.setPen(QPen(
            human.trace.dimension == TraceDimension::Valence ? colours.valence : colours.arousal,
            1.5, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
    }
}

} // namespace

void paintGrid(
    QPainter& painter, const TrackLayout& layout, const TrackScene& scene, const Theme& colours)
{
    const QRect& plot = layout.plot;
    painter.setFont(palette::font(11));
    const Lane lane(painter, plot.adjusted(-kLaneLeft, -8, kLaneRight, layout.ruler.height()),
        scene.time, 1, 9);
    const auto y
        = [&](int value) { return plot.bottom() - (value - 1) / 8.0 * (plot.height() - 1); };
    for (const int value : { 1, 3, 5, 7, 9 }) {
        painter.setPen(QPen(value == 5 ? colours.secondaryInk : colours.rule, 1.0));
        painter.drawLine(QPointF(plot.left(), y(value)), QPointF(plot.right(), y(value)));
        painter.setPen(colours.secondaryInk);
        painter.drawText(QRectF(plot.left() - kLaneLeft, y(value) - 8, kLaneLeft - 8, 16),
            Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(value));
    }
    const double step = tickStep(scene.time.span(), std::max(plot.width() / 90, 2));
    const int decimals = step >= 1.0 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
    for (double tick = std::ceil(scene.time.begin() / step) * step; tick <= scene.time.end();
         tick += step) {
        const double x = plot.left() + scene.time.shareOf(tick) * plot.width();
        painter.setPen(QPen(colours.rule, 1.0));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 4));
        painter.setPen(colours.secondaryInk);
        painter.drawText(QRectF(x - 44, layout.ruler.top() + 2, 88, 16), Qt::AlignCenter,
            timeText(tick + step / 1e6, decimals));
    }
}

void paintCurves(
    QPainter& painter, const TrackLayout& layout, const TrackScene& scene, const Theme& colours)
{
    const QRect& plot = layout.plot;
    {
        const Lane lane(painter, plot, scene.time, 1.0, 9.0);
        double analysedUntil = 0.0;
        painter.setRenderHint(QPainter::Antialiasing);
        // Others first and thin, so that the main model stays in front.
        for (std::size_t i = scene.curves.size(); i-- > 0;) {
            const EmotionCurve& curve = scene.curves[i].curve;
            if (i == 0) {
                lane.band(curve, curve.valenceLower, curve.valenceUpper, colours.valence);
                lane.band(curve, curve.arousalLower, curve.arousalUpper, colours.arousal);
                if (!curve.valence.empty())
                    analysedUntil = curve.startSeconds
                        + static_cast<double>(curve.valence.size() - 1) * curve.hopSeconds
                        + curve.windowSeconds / 2.0;
            }
            const double width = i == 0 ? 2.0 : 1.0;
            QPen dashed(colours.arousal, width, Qt::CustomDashLine, Qt::FlatCap);
            dashed.setDashPattern({ 6.0 / width, 2.0 / width });
            lane.curve(curve, curve.valence, QPen(colours.valence, width));
            lane.curve(curve, curve.arousal, dashed);
        }
        if (scene.hasResidual()) paintTraces(painter, lane, scene, colours);
        if (analysedUntil < scene.time.duration() - 1.0) {
            painter.setPen(QPen(colours.secondaryInk, 2.0, Qt::DotLine));
            painter.drawLine(QPointF(lane.x(analysedUntil), lane.y(5.0)),
                QPointF(lane.x(scene.time.duration()), lane.y(5.0)));
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (scene.mainReading()) paintCurveNames(painter, plot, scene, colours);
    if (scene.curves.size() > 1) {
        QStringList others;
        for (std::size_t i = 1; i < scene.curves.size(); ++i)
            others.append(scene.curves[i].model);
        painter.setFont(palette::font(12));
        painter.setPen(colours.secondaryInk);
        painter.drawText(plot.adjusted(8, 4, -8, 0), Qt::AlignLeft | Qt::AlignTop,
            tr("bold: %1 · thin: %2").arg(scene.curves.front().model, others.join(u", ")));
    }
}

} // namespace circumplex
