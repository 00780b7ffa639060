#include "ui/curve/lane.h"

#include "ui/common/palette.h"

#include <QFontMetrics>
#include <QPolygonF>

#include <algorithm>
#include <iterator>

namespace circumplex {

namespace {

/// Without the points that lie on the way between others, to a tenth of a pixel: a point per column
/// would make strokes and fills several times as slow as the curve's own corners do.
QPolygonF corners(const QPolygonF& line)
{
    constexpr double kNear = 0.1;
    QPolygonF kept;
    double lowest = 0.0; // slopes from the last kept point that pass all later ones closely
    double highest = 0.0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QPointF& point = line[i];
        if (kept.isEmpty()) {
            kept.append(point);
            lowest = -1e9;
            highest = 1e9;
            continue;
        }
        const auto slopeTo = [&kept](const QPointF& to, double shift) {
            return (to.y() + shift - kept.last().y()) / (to.x() - kept.last().x());
        };
        const bool goesOn = point.x() > line[i - 1].x() && point.x() > kept.last().x();
        const double slope = goesOn ? slopeTo(point, 0.0) : 0.0;
        if (!goesOn || slope < lowest || slope > highest) {
            if (kept.last() != line[i - 1]) kept.append(line[i - 1]);
            lowest = -1e9;
            highest = 1e9;
        }
        if (point.x() <= kept.last().x()) {
            kept.append(point);
            lowest = -1e9;
            highest = 1e9;
            continue;
        }
        lowest = std::max(lowest, slopeTo(point, -kNear));
        highest = std::min(highest, slopeTo(point, kNear));
    }
    if (!line.isEmpty() && kept.last() != line.last()) kept.append(line.last());
    return kept;
}

} // namespace

Lane::Lane(QPainter& painter, const QRect& area, const TimeWindow& time, double low, double high)
    : m_painter(painter)
    , m_area(area)
    , m_time(time)
    , m_low(low)
    , m_high(high)
{
    painter.save();
    painter.setClipRect(area);
}

Lane::~Lane()
{
    m_painter.restore();
}

std::vector<ColumnRange> Lane::columns(
    const EmotionCurve& curve, std::span<const float> values) const
{
    return curveColumns(
        values, curve.startSeconds, curve.hopSeconds, m_time.begin(), m_time.end(), m_area.width());
}

void Lane::curve(const EmotionCurve& curve, std::span<const float> values, const QPen& pen) const
{
    const auto ranges = columns(curve, values);
    if (isDense(ranges)) {
        const bool isDashed = pen.style() != Qt::SolidLine;
        QVector<QLineF> strokes;
        for (std::size_t i = 0; i < ranges.size(); ++i)
            if (!ranges[i].isEmpty() && !(isDashed && i % 8 >= 6))
                strokes.append(stroke(i, ranges[i].low, ranges[i].high, pen.widthF() / 2.0));
        paintStrokes(strokes, pen.color());
        return;
    }
    QPolygonF line;
    bool isUp = false;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (ranges[i].isEmpty()) continue;
        const double at = columnX(i);
        const double low = y(static_cast<double>(ranges[i].low));
        const double high = y(static_cast<double>(ranges[i].high));
        if (low - high < 1.0) {
            line.append({ at, (low + high) / 2.0 });
            continue;
        }
        line.append({ at, isUp ? high : low });
        line.append({ at, isUp ? low : high });
        isUp = !isUp;
    }
    paintLine(corners(line), pen);
}

void Lane::paintLine(const QPolygonF& line, QPen pen) const
{
    // The time that one stroke takes grows faster than its length.
    constexpr qsizetype kPart = 10;
    if (pen.style() == Qt::SolidLine) pen.setCapStyle(Qt::RoundCap); // parts join without a notch
    m_painter.setBrush(Qt::NoBrush);
    double length = 0.0; // so far, so that dashes go on from part to part
    for (qsizetype begin = 0; begin + 1 < line.size(); begin += kPart) {
        const QPolygonF part = line.mid(begin, kPart + 1);
        if (pen.style() != Qt::SolidLine) pen.setDashOffset(length / pen.widthF());
        m_painter.setPen(pen);
        m_painter.drawPolyline(part);
        for (qsizetype i = 1; i < part.size(); ++i)
            length += QLineF(part[i - 1], part[i]).length();
    }
}

void Lane::band(const EmotionCurve& curve, std::span<const float> lower,
    std::span<const float> upper, QColor colour) const
{
    const auto lows = columns(curve, lower);
    const auto highs = columns(curve, upper);
    colour.setAlphaF(0.16F);
    if (isDense(highs)) {
        QVector<QLineF> strokes;
        for (std::size_t i = 0; i < highs.size(); ++i)
            if (!highs[i].isEmpty() && !lows[i].isEmpty())
                strokes.append(stroke(i, lows[i].low, highs[i].high, 0.0));
        paintStrokes(strokes, colour);
        return;
    }
    m_painter.save();
    // Steps of a pixel are not seen at the edge of so thin a shade, and cost a third of smooth
    // ones.
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    // In parts, as lines are; each begins in the column where the one before ends.
    constexpr std::size_t kPart = 64;
    for (std::size_t begin = 0; begin < highs.size(); begin += kPart) {
        const std::size_t end = std::min(begin + kPart + 1, highs.size());
        QPolygonF upperEdge, lowerEdge;
        for (std::size_t i = begin; i < end; ++i) {
            if (highs[i].isEmpty() || lows[i].isEmpty()) continue;
            upperEdge.append({ columnX(i), y(static_cast<double>(highs[i].high)) });
            lowerEdge.append({ columnX(i), y(static_cast<double>(lows[i].low)) });
        }
        QPolygonF shape = corners(upperEdge);
        const QPolygonF back = corners(lowerEdge);
        std::copy(back.crbegin(), back.crend(), std::back_inserter(shape));
        m_painter.drawPolygon(shape);
    }
    m_painter.restore();
}

double Lane::columnX(std::size_t column) const
{
    return m_area.left() + 0.5 + static_cast<double>(column);
}

QLineF Lane::stroke(std::size_t column, float low, float high, double extra) const
{
    const double x = columnX(column);
    return { x, y(static_cast<double>(low)) + extra, x, y(static_cast<double>(high)) - extra };
}

void Lane::paintStrokes(const QVector<QLineF>& strokes, const QColor& colour) const
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(QPen(colour, 1.0));
    m_painter.drawLines(strokes);
    m_painter.restore();
}

bool Lane::isDense(const std::vector<ColumnRange>& ranges) const
{
    constexpr double kPixels = 3.0;
    double sum = 0.0;
    for (const ColumnRange& range : ranges)
        if (!range.isEmpty()) sum += static_cast<double>(range.high - range.low);
    const double perUnit = m_area.height() / (m_high - m_low);
    return sum * perUnit > kPixels * static_cast<double>(ranges.size());
}

void paintLaneName(QPainter& painter, const QRect& lane, const QString& name, const QColor& colour)
{
    const QFont font = palette::font(12);
    painter.setFont(font);
    painter.setPen(colour);
    const QRect place(lane.left() - kLaneLeft, lane.top(), kLaneLeft - 8, lane.height());
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
        QFontMetrics(font).elidedText(name, Qt::ElideRight, place.width()));
}

} // namespace circumplex
