#include "ui/plane/plane_cells.h"

#include "ui/common/palette.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace circumplex {

namespace {

constexpr double kCellPixels = 2.5;
constexpr int kStrengths = 48;
constexpr int kNone = static_cast<int>(TrackGroups::kMost);
constexpr int kGroups = kNone + 1;

/// A rectangle of cells; rows grow with arousal.
struct Cells {
    int across, left, right, low, high; ///< both ends included
    int width() const { return right - left + 1; }
    int height() const { return high - low + 1; }
    bool isEmpty() const { return right < left || high < low; }
    std::size_t at(int column, int row) const
    {
        return static_cast<std::size_t>(row - low) * static_cast<std::size_t>(width())
            + static_cast<std::size_t>(column - left);
    }
};

/// Where cell `index` begins, in pixels from the plane's zero: whole, so that strips fit together.
int edge(int index, int across, double scale)
{
    return static_cast<int>(std::lround((1.0 + 8.0 * index / across) * scale));
}

Cells cellsIn(const CellPicture& picture)
{
    const int across = cellsAcross(picture.scale, picture.ratio);
    const auto cell = [&](int pixel) {
        return static_cast<int>(std::floor((pixel / picture.scale - 1.0) / 8.0 * across + 1e-9));
    };
    const QRect& area = picture.area;
    const int low = picture.height - area.bottom() - 1 + picture.origin.y();
    const int left = area.left() + picture.origin.x();
    // One more on each side: edges are rounded.
    return { across, std::max(0, cell(left) - 1),
        std::min(across - 1, cell(left + area.width()) + 1), std::max(0, cell(low) - 1),
        std::min(across - 1, cell(low + area.height()) + 1) };
}

struct Cell {
    std::uint32_t count = 0;
    int group = kNone;
};

int quarterAt(int column, int row, int across)
{
    // A cell never lies in two quarters: the middle is an edge.
    return static_cast<int>(
        palette::quarterOf(2 * column >= across ? 7.0 : 3.0, 2 * row >= across ? 7.0 : 3.0));
}

/// Calls use(place, point) for the points in `cells`.
template <class Use> void forEachPoint(const PlanePoints& points, const Cells& cells, Use use)
{
    const double size = 8.0 / cells.across;
    points.visit(QRectF(1.0 + cells.left * size, 1.0 + cells.low * size, cells.width() * size,
                     cells.height() * size),
        [&](const EmotionPoint& point) {
            const int column = planeStep(static_cast<double>(point.valence), cells.across);
            const int row = planeStep(static_cast<double>(point.arousal), cells.across);
            // Those on the far edge are the next cell's.
            if (column > cells.right || row > cells.high) return;
            use(cells.at(column, row), point);
        });
}

/// Calls use(column, row, cell) for those with songs.
template <class Use>
void forEachCell(
    const PlanePoints& points, const PlaneScene& scene, const Cells& cells, bool isPale, Use use)
{
    using Counts = std::array<std::uint32_t, kGroups>;
    const bool isByPlace = isPale || scene.colouring == PlaneScene::Colouring::Quarter;
    const auto many
        = static_cast<std::size_t>(cells.width()) * static_cast<std::size_t>(cells.height());
    const auto* known = isByPlace ? points.counts(cells.across) : nullptr;
    std::vector<std::uint32_t> counts(isByPlace && !known ? many : 0);
    std::vector<Counts> groups(isByPlace ? 0 : many);
    if (!isByPlace)
        forEachPoint(points, cells, [&](std::size_t at, const EmotionPoint& point) {
            const std::uint8_t group = scene.groups ? scene.groups->of(point.id) : kNone;
            ++groups[at][std::min<std::size_t>(group, kNone)];
        });
    else if (!known)
        forEachPoint(points, cells, [&](std::size_t at, const EmotionPoint&) { ++counts[at]; });
    for (int row = cells.low; row <= cells.high; ++row)
        for (int column = cells.left; column <= cells.right; ++column) {
            Cell cell;
            if (isByPlace) {
                cell.count = known ? (*known)[static_cast<std::size_t>(row)
                                     * static_cast<std::size_t>(cells.across)
                                 + static_cast<std::size_t>(column)]
                                   : counts[cells.at(column, row)];
                if (!isPale) cell.group = quarterAt(column, row, cells.across);
            } else {
                const Counts& of = groups[cells.at(column, row)];
                for (const std::uint32_t count : of)
                    cell.count += count;
                cell.group = static_cast<int>(std::ranges::max_element(of) - of.begin());
            }
            if (cell.count > 0) use(column, row, cell);
        }
}

} // namespace

int cellsAcross(double pixelsPerPoint, double ratio)
{
    int across = PlanePoints::kCoarsest;
    while (8.0 * pixelsPerPoint / (2 * across) >= kCellPixels * ratio && across < 1 << 14)
        across *= 2;
    return across;
}

double cellOpacity(double share, bool isPale)
{
    const double strength = std::clamp(share, 0.0, 1.0);
    return isPale ? 0.10 + 0.30 * strength : 0.22 + 0.73 * strength;
}

QImage paintCells(const PlanePoints& points, const PlaneScene& scene, const CellPicture& picture,
    bool isPale, const std::array<QColor, TrackGroups::kMost + 1>& colours)
{
    QImage layer(picture.area.size(), QImage::Format_ARGB32_Premultiplied);
    layer.fill(Qt::transparent);
    const Cells cells = cellsIn(picture);
    if (cells.isEmpty()) return layer;
    std::array<std::array<QRgb, kStrengths + 1>, kGroups> table {};
    for (std::size_t group = 0; group < table.size(); ++group)
        for (int strength = 0; strength <= kStrengths; ++strength) {
            QColor colour = colours[group];
            colour.setAlphaF(static_cast<float>(
                cellOpacity(static_cast<double>(strength) / kStrengths, isPale)));
            table[group][static_cast<std::size_t>(strength)] = qPremultiply(colour.rgba());
        }
    const double full = std::log1p(points.fullCell(cells.across));
    std::array<std::uint8_t, 256> strengths {}; // most counts are small, logarithms slow
    const auto strengthOf = [full](std::uint32_t count) {
        return static_cast<std::uint8_t>(
            std::lround(kStrengths * std::min(1.0, std::log1p(double { 1.0 } * count) / full)));
    };
    for (std::uint32_t count = 0; count < strengths.size(); ++count)
        strengths[count] = strengthOf(count);
    const int left = picture.area.left() + picture.origin.x();
    const int bottom = picture.height + picture.origin.y() - picture.area.top();
    forEachCell(points, scene, cells, isPale, [&](int column, int row, const Cell& cell) {
        const int x0 = std::max(0, edge(column, cells.across, picture.scale) - left);
        const int x1
            = std::min(layer.width(), edge(column + 1, cells.across, picture.scale) - left);
        const int y0 = std::max(0, bottom - edge(row + 1, cells.across, picture.scale));
        const int y1 = std::min(layer.height(), bottom - edge(row, cells.across, picture.scale));
        if (x1 <= x0) return;
        const QRgb colour
            = table[static_cast<std::size_t>(cell.group)]
                   [cell.count < strengths.size() ? strengths[cell.count] : strengthOf(cell.count)];
        for (int y = y0; y < y1; ++y) {
            auto* line = reinterpret_cast<QRgb*>(layer.scanLine(y));
            std::fill(line + x0, line + x1, colour);
        }
    });
    return layer;
}

} // namespace circumplex
