#include "ui/curve/lane.h"
#include "ui/curve/lane_marks.h"
#include "ui/curve/lane_painters.h"
#include "ui/curve/legend.h"
#include "ui/curve/series_mark.h"
#include "ui/curve/track_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <optional>

namespace circumplex {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("circumplex", text);
}

constexpr double kNameHeight = 16.0;

struct CurveName {
    double y;
    QString text; ///< "%1" stands for the name
    QString name;
    QColor colour;
    std::optional<SeriesMark> mark;
};

/// Moves names apart, and drops those at the end of the list that have no room.
void spread(std::vector<CurveName>& names, const QRect& plot)
{
    const auto room = static_cast<std::size_t>(std::max(plot.height() / kNameHeight, 1.0));
    if (names.size() > room) names.resize(room);
    std::ranges::stable_sort(names, {}, &CurveName::y);
    double next = plot.top() + kNameHeight / 2.0;
    for (CurveName& name : names) {
        name.y = std::max(name.y, next);
        next = name.y + kNameHeight;
    }
    double last = plot.bottom() - kNameHeight / 2.0;
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        name->y = std::min(name->y, last);
        last = name->y - kNameHeight;
    }
}

/// Names right of the plot, where the curves leave it: the main model's with what the whole track
/// has, the others' with their marks.
void paintCurveNames(
    QPainter& painter, const QRect& plot, const TrackScene& scene, const Theme& colours)
{
    std::vector<CurveName> names;
    const auto y
        = [&](double value) { return plot.bottom() - (value - 1.0) / 8.0 * plot.height(); };
    const double end = scene.time.end();
    const auto& main = scene.curves.front();
    names.push_back({ y(curveValueAt(main.curve, main.curve.valence, end).value_or(main.valence)),
        tr("Valence ø %1").arg(numberText(main.valence)), {}, colours.valence, {} });
    names.push_back({ y(curveValueAt(main.curve, main.curve.arousal, end).value_or(main.arousal)),
        tr("Arousal ø %1").arg(numberText(main.arousal)), {}, colours.arousal, {} });
    for (std::size_t i = 1; i < scene.curves.size(); ++i) {
        const auto& other = scene.curves[i];
        const SeriesMark mark = TrackScene::markOfModel(i);
        names.push_back(
            { y(curveValueAt(other.curve, other.curve.valence, end).value_or(other.valence)),
                QStringLiteral("%1 ø ") + numberText(other.valence), other.model, colours.valence,
                mark });
        names.push_back(
            { y(curveValueAt(other.curve, other.curve.arousal, end).value_or(other.arousal)),
                QStringLiteral("%1 ø ") + numberText(other.arousal), other.model, colours.arousal,
                mark });
    }
    for (const auto* human : scene.shownTraces()) {
        const bool isValence = human->trace.dimension == TraceDimension::Valence;
        const double last = static_cast<double>(human->trace.samples.back().value);
        names.push_back({ y(traceValueAt(human->trace, end).value_or(last)), QStringLiteral("%1"),
            raterName(human->rater), isValence ? colours.valence : colours.arousal,
            SeriesMark { SeriesMark::Of::Person, scene.placeOfRater(human->rater) } });
    }
    spread(names, plot);
    for (const CurveName& name : names) {
        const bool isMain = !name.mark;
        const QFont font = isMain ? palette::font(13, QFont::DemiBold) : palette::font(12);
        const int left = plot.right() + (isMain ? 8 : 20);
        const int width = kLaneRight - (left - plot.right()) - 2;
        if (name.mark)
            paintMark(
                painter, { plot.right() + 12.0, name.y }, *name.mark, name.colour, colours.paper);
        const QFontMetrics metrics(font);
        QString text = name.text;
        if (!name.name.isEmpty()) {
            text = text.arg(name.name);
            // A name matters more than its number.
            if (metrics.horizontalAdvance(text) > width) text = name.name;
        }
        painter.setFont(font);
        painter.setPen(name.colour);
        painter.drawText(QRectF(left, name.y - 9, width, 18), Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(text, Qt::ElideRight, width));
    }
}

/// What a hand drew: a step a sample, for what is held is held until it moves. Only what is seen:
/// dashes of lines that reach far out are lost.
QPolygonF traceLine(const Lane& lane, const Trace& trace, const TimeWindow& time)
{
    QPolygonF line;
    const auto at = [&](const TraceSample& sample) {
        return static_cast<double>(sample.seconds) - trace.latencySeconds;
    };
    auto sample = std::ranges::upper_bound(trace.samples, time.begin(), {}, at);
    if (sample != trace.samples.begin() && sample != trace.samples.end())
        line.append(
            { lane.x(time.begin()), lane.y(static_cast<double>(std::prev(sample)->value)) });
    for (; sample != trace.samples.end(); ++sample) {
        const bool isBeyond = at(*sample) > time.end();
        const QPointF point(
            lane.x(std::min(at(*sample), time.end())), lane.y(static_cast<double>(sample->value)));
        // Within a pixel nothing shows.
        if (!isBeyond && !line.isEmpty() && point.x() - line.last().x() < 0.5) continue;
        if (!line.isEmpty()) line.append({ point.x(), line.last().y() });
        if (isBeyond) break;
        line.append(point);
    }
    return line;
}

void paintTraces(
    QPainter& painter, const Lane& lane, const TrackScene& scene, int width, const Theme& colours)
{
    for (const auto* human : scene.shownTraces()) {
        const Trace& trace = human->trace;
        const std::size_t place = scene.placeOfRater(human->rater);
        const QColor& colour
            = trace.dimension == TraceDimension::Valence ? colours.valence : colours.arousal;
        painter.setPen(personPen(colour, place));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(traceLine(lane, trace, scene.time));
        paintMarks(painter, lane, scene, width, { SeriesMark::Of::Person, place }, colour,
            colours.paper, [&](double at) { return traceValueAt(trace, at); });
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
            lane.curve(curve, curve.valence, modelPen(colours.valence, true, width));
            lane.curve(curve, curve.arousal, modelPen(colours.arousal, false, width));
            if (i == 0) continue;
            const SeriesMark mark = TrackScene::markOfModel(i);
            for (const bool isValence : { true, false })
                paintMarks(painter, lane, scene, plot.width(), mark,
                    isValence ? colours.valence : colours.arousal, colours.paper, [&](double at) {
                        return curveValueAt(curve, isValence ? curve.valence : curve.arousal, at);
                    });
        }
        paintTraces(painter, lane, scene, plot.width(), colours);
        if (analysedUntil < scene.time.duration() - 1.0) {
            painter.setPen(QPen(colours.secondaryInk, 2.0, Qt::DotLine));
            painter.drawLine(QPointF(lane.x(analysedUntil), lane.y(5.0)),
                QPointF(lane.x(scene.time.duration()), lane.y(5.0)));
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (!scene.curves.empty()) paintCurveNames(painter, plot, scene, colours);
    if (!scene.isOnPaper)
        paintLegend(&painter, plot.adjusted(8, 2, -8, 0), seriesLegend(scene, colours), colours);
}

} // namespace circumplex
