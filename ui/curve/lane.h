#pragma once

#include "core/types/annotation.h"
#include "ui/curve/curve_columns.h"
#include "ui/curve/time_window.h"

#include <QLineF>
#include <QPainter>
#include <QPolygonF>
#include <QRect>
#include <QVector>

#include <span>
#include <vector>

namespace circumplex {

/// Beside all lanes: names of lanes and numbers of the axis at the left, names of curves at the
/// right. Pixels.
inline constexpr int kLaneLeft = 104;
inline constexpr int kLaneRight = 112;
inline constexpr int kTagLane = 18; ///< height

/// Draws within one lane or plot, clipped to it; y is a value on a scale.
class Lane {
public:
    Lane(QPainter& painter, const QRect& area, const TimeWindow& time, double low, double high);
    ~Lane();
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    double x(double seconds) const
    {
        return m_area.left() + m_time.shareOf(seconds) * m_area.width();
    }
    double y(double value) const
    {
        return m_area.bottom() - (value - m_low) / (m_high - m_low) * (m_area.height() - 1);
    }

    /// One line through the columns' extremes, or a stroke in every column where the curve is so
    /// dense that a line would fill them: stroking thousands of long zigzags takes a second.
    void curve(const EmotionCurve& curve, std::span<const float> values, const QPen& pen) const;

    /// What lies between two curves, in a thin shade of `colour`.
    void band(const EmotionCurve& curve, std::span<const float> lower, std::span<const float> upper,
        QColor colour) const;

private:
    std::vector<ColumnRange> columns(
        const EmotionCurve& curve, std::span<const float> values) const;
    double columnX(std::size_t column) const;
    /// @param extra  pixels beyond either end
    QLineF stroke(std::size_t column, float low, float high, double extra) const;
    void paintLine(const QPolygonF& line, QPen pen) const;
    void paintStrokes(const QVector<QLineF>& strokes, const QColor& colour) const;
    /// A few pixels up and down in most columns.
    bool isDense(const std::vector<ColumnRange>& ranges) const;

    QPainter& m_painter;
    QRect m_area;
    const TimeWindow& m_time;
    double m_low, m_high;
};

/// The name of a lane, left of it.
void paintLaneName(QPainter& painter, const QRect& lane, const QString& name, const QColor& colour);

} // namespace circumplex
