#include "ui/plane/plane_points.h"

#include "ui/common/palette.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace circumplex {

namespace {

constexpr int kMaskPixels = 1024;
constexpr int kCoverSquares = 16;
/// Clipped values pile up at the edges; they must not dim everything else.
constexpr std::size_t kFullOf100 = 99;

} // namespace

PlanePoints::PlanePoints(std::vector<EmotionPoint> points)
{
    const auto square = [](const EmotionPoint& point) {
        return static_cast<std::size_t>(planeStep(static_cast<double>(point.arousal), kSquares))
            * kSquares
            + static_cast<std::size_t>(planeStep(static_cast<double>(point.valence), kSquares));
    };
    for (const EmotionPoint& point : points)
        ++m_begins[square(point) + 1];
    for (std::size_t i = 1; i < m_begins.size(); ++i)
        m_begins[i] += m_begins[i - 1];
    std::vector<std::size_t> next = m_begins;
    m_points.resize(points.size());
    for (const EmotionPoint& point : points)
        m_points[next[square(point)]++] = point;
    makeCounts();
    makeOccupancy();
}

PlanePoints::Squares PlanePoints::squaresOf(const QRectF& area)
{
    return { planeStep(area.left(), kSquares), planeStep(area.right(), kSquares),
        planeStep(area.top(), kSquares), planeStep(area.bottom(), kSquares) };
}

std::size_t PlanePoints::countNear(const QRectF& area) const
{
    const Squares squares = squaresOf(area);
    std::size_t count = 0;
    for (int y = squares.top; y <= squares.bottom; ++y) {
        const std::size_t row = static_cast<std::size_t>(y) * kSquares;
        count += m_begins[row + static_cast<std::size_t>(squares.right) + 1]
            - m_begins[row + static_cast<std::size_t>(squares.left)];
    }
    return count;
}

std::optional<EmotionPoint> PlanePoints::nearest(const QPointF& place, double radius) const
{
    std::optional<EmotionPoint> found;
    double best = radius;
    visit(QRectF(place.x() - radius, place.y() - radius, 2.0 * radius, 2.0 * radius),
        [&](const EmotionPoint& point) {
            const double distance = std::hypot(static_cast<double>(point.valence) - place.x(),
                static_cast<double>(point.arousal) - place.y());
            if (distance > best) return;
            best = distance;
            found = point;
        });
    return found;
}

std::vector<TrackId> PlanePoints::inside(const QPolygonF& line) const
{
    const QRectF box = line.boundingRect();
    if (box.width() <= 0.0 || box.height() <= 0.0) return {};
    // A picture of the area: a look per point, whatever the line's length.
    QImage mask(kMaskPixels, kMaskPixels, QImage::Format_Grayscale8);
    mask.fill(0);
    QPainter painter(&mask);
    painter.scale(kMaskPixels / box.width(), kMaskPixels / box.height());
    painter.translate(-box.topLeft());
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawPolygon(line, Qt::WindingFill);
    painter.end();
    std::vector<TrackId> tracks;
    const auto pixel = [](double share) {
        return std::clamp(static_cast<int>(share * kMaskPixels), 0, kMaskPixels - 1);
    };
    visit(box, [&](const EmotionPoint& point) {
        const int x = pixel((static_cast<double>(point.valence) - box.left()) / box.width());
        const int y = pixel((static_cast<double>(point.arousal) - box.top()) / box.height());
        if (mask.constScanLine(y)[x] != 0) tracks.push_back(point.id);
    });
    return tracks;
}

void PlanePoints::makeCounts()
{
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        Level& level = m_levels[i];
        level.across = kFinestCounted >> i;
        const auto across = static_cast<std::size_t>(level.across);
        level.counts.assign(across * across, 0);
        if (i == 0) {
            for (const EmotionPoint& point : m_points)
                ++level.counts[static_cast<std::size_t>(
                                   planeStep(static_cast<double>(point.arousal), level.across))
                        * across
                    + static_cast<std::size_t>(
                        planeStep(static_cast<double>(point.valence), level.across))];
        } else {
            const std::vector<std::uint32_t>& finer = m_levels[i - 1].counts;
            for (std::size_t row = 0; row < 2 * across; ++row)
                for (std::size_t column = 0; column < 2 * across; ++column)
                    level.counts[row / 2 * across + column / 2] += finer[row * 2 * across + column];
        }
        std::vector<std::uint32_t> some;
        std::ranges::copy_if(
            level.counts, std::back_inserter(some), [](std::uint32_t count) { return count > 0; });
        if (some.empty()) continue;
        const auto high
            = some.begin() + static_cast<std::ptrdiff_t>(some.size() * kFullOf100 / 100);
        std::ranges::nth_element(some, high);
        level.fullCell = std::max(2.0, static_cast<double>(*high));
    }
}

const std::vector<std::uint32_t>* PlanePoints::counts(int across) const
{
    for (const Level& level : m_levels)
        if (level.across == across) return &level.counts;
    return nullptr;
}

double PlanePoints::fullCell(int across) const
{
    for (const Level& level : m_levels)
        if (level.across == across) return level.fullCell;
    // Of a finer one, as if a cell were evenly filled.
    const double share = static_cast<double>(kFinestCounted) / across;
    return std::max(2.0, m_levels.front().fullCell * share * share);
}

void PlanePoints::makeOccupancy()
{
    PlaneOccupancy& occupancy = m_occupancy;
    if (m_points.empty()) return;
    std::vector<bool> isCovered(std::size_t { kCoverSquares } * kCoverSquares, false);
    for (const EmotionPoint& point : m_points) {
        const auto valence = static_cast<double>(point.valence);
        const auto arousal = static_cast<double>(point.arousal);
        occupancy.quarters[static_cast<std::size_t>(palette::quarterOf(valence, arousal))] += 1.0;
        isCovered[static_cast<std::size_t>(
            planeStep(arousal, kCoverSquares) * kCoverSquares + planeStep(valence, kCoverSquares))]
            = true;
    }
    for (double& share : occupancy.quarters)
        share /= static_cast<double>(m_points.size());
    occupancy.covered = static_cast<double>(std::ranges::count(isCovered, true))
        / static_cast<double>(isCovered.size());
}

} // namespace circumplex
