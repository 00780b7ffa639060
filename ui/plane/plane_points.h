#pragma once

#include "core/library/library_overview.h"

#include <QImage>
#include <QPolygonF>
#include <QRectF>

#include <array>
#include <optional>
#include <vector>

namespace circumplex {

/// How a library lies on the plane.
struct PlaneOccupancy {
    std::array<double, 4> quarters {}; ///< shares, in the order of LibraryCounts::quarters
    double covered = 0.0; ///< share of the squares of half a point by half a point with a track
};

/// Many points on the plane, kept so that parts of it are found without a look at the rest. Places
/// are (valence, arousal), 1..9.
class PlanePoints {
public:
    PlanePoints() = default;
    explicit PlanePoints(std::vector<EmotionPoint> points);

    std::size_t size() const { return m_points.size(); }
    bool isEmpty() const { return m_points.empty(); }

    /// How many lie in the squares that `area` touches; counts no point twice.
    std::size_t countNear(const QRectF& area) const;

    /// Calls visit(const EmotionPoint&) for every point in `area`.
    template <class Visit> void visit(const QRectF& area, Visit visitor) const
    {
        const Squares squares = squaresOf(area);
        for (int y = squares.top; y <= squares.bottom; ++y) {
            const std::size_t row = static_cast<std::size_t>(y) * kSquares;
            const std::size_t end = m_begins[row + static_cast<std::size_t>(squares.right) + 1];
            for (std::size_t i = m_begins[row + static_cast<std::size_t>(squares.left)]; i < end;
                 ++i) {
                const EmotionPoint& point = m_points[i];
                if (area.contains(
                        static_cast<double>(point.valence), static_cast<double>(point.arousal)))
                    visitor(point);
            }
        }
    }

    /// The point next to `place` within `radius`.
    std::optional<EmotionPoint> nearest(const QPointF& place, double radius) const;

    /// Tracks inside a closed line, however many corners it has. Exact to 1/1024 of the line's
    /// width and height.
    std::vector<TrackId> inside(const QPolygonF& line) const;

    /// The whole plane, 1..9 in both directions, arousal upwards: 0 where nothing is, else 1..5 by
    /// the square root of how many are near there.
    const QImage& density() const { return m_density; }

    const PlaneOccupancy& occupancy() const { return m_occupancy; }

private:
    struct Squares {
        int left, right, top, bottom;
    };
    static Squares squaresOf(const QRectF& area);
    void makeDensity();
    void makeOccupancy();

    static constexpr int kSquares = 128;

    std::vector<EmotionPoint> m_points; ///< square by square
    std::vector<std::size_t> m_begins
        = std::vector<std::size_t>(std::size_t { kSquares } * kSquares + 1, 0);
    QImage m_density;
    PlaneOccupancy m_occupancy;
};

} // namespace circumplex
