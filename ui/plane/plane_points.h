#pragma once

#include "core/library/library_overview.h"

#include <QPolygonF>
#include <QRectF>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace circumplex {

/// How a library lies on the plane.
struct PlaneOccupancy {
    std::array<double, 4> quarters {}; ///< shares, in the order of LibraryCounts::quarters
    double covered = 0.0; ///< share of the squares of half a point by half a point with a track
};

/// Which of `count` equal steps of the scale, 1..9, a value lies in: 0..count - 1.
constexpr int planeStep(double value, int count)
{
    const int step = static_cast<int>((value - 1.0) / 8.0 * count);
    return step < 0 ? 0 : step >= count ? count - 1 : step;
}

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

    static constexpr int kCoarsest = 64; ///< cells across the plane
    static constexpr int kFinestCounted = 1024;

    /// How many lie in each of the cells into which the plane, 1..9 in both directions, is cut: row
    /// by row from low arousal.
    /// @param across  a power of two
    /// @returns nullptr outside kCoarsest..kFinestCounted
    const std::vector<std::uint32_t>* counts(int across) const;
    /// How many make a cell full: hardly any cell of the whole plane has more. At least 2.
    double fullCell(int across) const;

    const PlaneOccupancy& occupancy() const { return m_occupancy; }

private:
    struct Squares {
        int left, right, top, bottom;
    };
    static Squares squaresOf(const QRectF& area);
    void makeCounts();
    void makeOccupancy();

    static constexpr int kSquares = 128;

    std::vector<EmotionPoint> m_points; ///< square by square
    std::vector<std::size_t> m_begins
        = std::vector<std::size_t>(std::size_t { kSquares } * kSquares + 1, 0);
    struct Level {
        int across = 0;
        std::vector<std::uint32_t> counts;
        double fullCell = 2.0;
    };
    std::array<Level, 5> m_levels; ///< finest first
    PlaneOccupancy m_occupancy;
};

} // namespace circumplex
