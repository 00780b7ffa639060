#include "ui/plane/plane_points.h"

#include "ui/common/palette.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace circumplex {

namespace {

constexpr int kDensityPixels = 256;
constexpr int kMaskPixels = 1024;
constexpr int kCoverSquares = 16;

/// 1..9 to 0..count-1.
int step(double value, int count)
{
    return std::clamp(static_cast<int>((value - 1.0) / 8.0 * count), 0, count - 1);
}

/// Sums over 3 by 3 neighbours: single songs are no grain then.
std::vector<int> spread(const std::vector<int>& counts)
{
    std::vector<int> sums(counts.size(), 0);
    for (int y = 1; y + 1 < kDensityPixels; ++y)
        for (int x = 1; x + 1 < kDensityPixels; ++x) {
            int sum = 0;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx)
                    sum += counts[static_cast<std::size_t>((y + dy) * kDensityPixels + x + dx)];
            sums[static_cast<std::size_t>(y * kDensityPixels + x)] = sum;
        }
    return sums;
}

} // namespace

PlanePoints::PlanePoints(std::vector<EmotionPoint> points)
{
    const auto square = [](const EmotionPoint& point) {
        return static_cast<std::size_t>(step(static_cast<double>(point.arousal), kSquares))
            * kSquares
            + static_cast<std::size_t>(step(static_cast<double>(point.valence), kSquares));
    };
    for (const EmotionPoint& point : points)
        ++m_begins[square(point) + 1];
    for (std::size_t i = 1; i < m_begins.size(); ++i)
        m_begins[i] += m_begins[i - 1];
    std::vector<std::size_t> next = m_begins;
    m_points.resize(points.size());
    for (const EmotionPoint& point : points)
        m_points[next[square(point)]++] = point;
    makeDensity();
    makeOccupancy();
}

PlanePoints::Squares PlanePoints::squaresOf(const QRectF& area)
{
    return { step(area.left(), kSquares), step(area.right(), kSquares), step(area.top(), kSquares),
        step(area.bottom(), kSquares) };
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

void PlanePoints::makeDensity()
{
    std::vector<int> counts(std::size_t { kDensityPixels } * kDensityPixels, 0);
    for (const EmotionPoint& point : m_points) {
        const int x = step(static_cast<double>(point.valence), kDensityPixels);
        const int y = kDensityPixels - 1 - step(static_cast<double>(point.arousal), kDensityPixels);
        ++counts[static_cast<std::size_t>(y * kDensityPixels + x)];
    }
    counts = spread(counts);
    // Clipped values pile up at the edges; they must not dim everything else.
    std::vector<int> some;
    std::ranges::copy_if(counts, std::back_inserter(some), [](int count) { return count > 0; });
    int most = 1;
    if (!some.empty()) {
        const auto high = some.begin() + static_cast<std::ptrdiff_t>(some.size() * 99 / 100);
        std::ranges::nth_element(some, high);
        most = *high;
    }
    m_density = QImage(kDensityPixels, kDensityPixels, QImage::Format_Grayscale8);
    for (int y = 0; y < kDensityPixels; ++y) {
        uchar* line = m_density.scanLine(y);
        for (int x = 0; x < kDensityPixels; ++x) {
            const int count = counts[static_cast<std::size_t>(y * kDensityPixels + x)];
            const double share = std::sqrt(static_cast<double>(count) / most);
            line[x] = static_cast<uchar>(
                count == 0 ? 0 : std::clamp(static_cast<int>(std::ceil(5.0 * share)), 1, 5));
        }
    }
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
            step(arousal, kCoverSquares) * kCoverSquares + step(valence, kCoverSquares))]
            = true;
    }
    for (double& share : occupancy.quarters)
        share /= static_cast<double>(m_points.size());
    occupancy.covered = static_cast<double>(std::ranges::count(isCovered, true))
        / static_cast<double>(isCovered.size());
}

} // namespace circumplex
