#include "ui/plane/plane_layer.h"

#include "ui/common/mood_chips.h"
#include "ui/plane/plane_cells.h"
#include "ui/plane/plane_colours.h"
#include "ui/plane/plane_stamp.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr int kDot = 6; ///< pixels
constexpr int kLargeDot = 10; ///< where there are few
constexpr std::size_t kFew = 500;
constexpr std::size_t kTrailPoints = 400;
constexpr double kTrailPixels = 2.5;

/// The picture has device pixels, the font does not know.
QFont smallFont(const QFont& font, double ratio)
{
    QFont small = font;
    small.setPointSizeF(8.5 * ratio);
    return small;
}

/// Of quarters or groups; the last for what is in none.
std::array<QColor, TrackGroups::kMost + 1> coloursOf(const PlaneScene& scene, const Theme& theme)
{
    std::array<QColor, TrackGroups::kMost + 1> colours;
    colours.fill(theme.secondaryInk);
    const double last = scene.groups
        ? std::max<double>(1.0, static_cast<double>(scene.groups->names.size()) - 1.0)
        : 1.0;
    for (std::size_t i = 0; i < TrackGroups::kMost; ++i) {
        if (scene.colouring == PlaneScene::Colouring::Quarter) {
            if (i < 4) colours[i] = theme.quarter(static_cast<palette::Quarter>(i));
        } else if (scene.groups) {
            colours[i] = scene.colouring == PlaneScene::Colouring::Genre
                ? groupColour(i, theme)
                : timeColour(static_cast<double>(i) / last, theme);
        }
    }
    return colours;
}

} // namespace

QPointF PlaneLayer::toPixels(double valence, double arousal) const
{
    return { valence * m_scale - m_origin.x(),
        m_image.height() - (arousal * m_scale - m_origin.y()) };
}

const QImage& PlaneLayer::show(const PlaneScene& scene, const QRectF& view, int pixels,
    double ratio, const QFont& font, const Theme& theme)
{
    const double scale = pixels / view.width();
    const QPoint origin(static_cast<int>(std::lround(view.left() * scale)),
        static_cast<int>(std::lround(view.top() * scale)));
    const bool isKept = m_image.width() == pixels && std::abs(scale - m_scale) < 1e-9 * scale
        && m_theme == &theme && m_ratio == ratio && m_font == font;
    // Arousal grows upwards: what lies higher moves the picture down.
    const QPoint moved(m_origin.x() - origin.x(), origin.y() - m_origin.y());
    m_origin = origin;
    m_view = view;
    const bool pointsAreDots = areDots(*scene.points);
    const bool hitsAreDots = !scene.hits || areDots(*scene.hits);
    // Strips of the one beside the other would not fit together.
    const bool areSame = m_pointsAreDots == pointsAreDots && m_hitsAreDots == hitsAreDots;
    m_pointsAreDots = pointsAreDots;
    m_hitsAreDots = hitsAreDots;
    if (!isKept || !areSame || std::abs(moved.x()) >= pixels || std::abs(moved.y()) >= pixels) {
        m_scale = scale;
        m_theme = &theme;
        m_ratio = ratio;
        m_font = font;
        m_image = QImage(pixels, pixels, QImage::Format_RGB32);
        paint(scene, m_image.rect(), theme);
        return m_image;
    }
    if (moved.isNull()) return m_image;
    QImage next(m_image.size(), m_image.format());
    {
        QPainter painter(&next);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        painter.drawImage(moved, m_image);
    }
    m_image = std::move(next);
    const int across = moved.x();
    const int down = moved.y();
    if (across != 0)
        paint(scene, QRect(across > 0 ? 0 : pixels + across, 0, std::abs(across), pixels), theme);
    if (down != 0)
        paint(scene, QRect(0, down > 0 ? 0 : pixels + down, pixels, std::abs(down)), theme);
    return m_image;
}

void PlaneLayer::paint(const PlaneScene& scene, const QRect& area, const Theme& theme)
{
    QPainter painter(&m_image);
    painter.setClipRect(area);
    painter.fillRect(area, theme.paper);
    paintGround(painter, theme);
    // Few dots would be lost behind words, words behind many dots.
    const bool areFew = scene.reachable().size() <= kFew;
    if (scene.hasWords && areFew) paintWords(painter, area, theme);
    paintPoints(painter, scene, area, theme);
    if (scene.hasWords && !areFew) paintWords(painter, area, theme);
    if (scene.trail) paintTrail(painter, *scene.trail, theme);
}

void PlaneLayer::paintGround(QPainter& painter, const Theme& theme) const
{
    for (const double valence : { 3.0, 7.0 })
        for (const double arousal : { 3.0, 7.0 }) {
            const QRectF area(
                toPixels(valence - 2.0, arousal + 2.0), toPixels(valence + 2.0, arousal - 2.0));
            painter.fillRect(
                area, theme.tint(theme.quarter(palette::quarterOf(valence, arousal)), 0.06));
        }
    painter.setPen(QPen(theme.rule, 1.0));
    const QPointF middle = toPixels(5.0, 5.0);
    painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), m_image.height()));
    painter.drawLine(QPointF(0, middle.y()), QPointF(m_image.width(), middle.y()));
}

void PlaneLayer::paintPoints(
    QPainter& painter, const PlaneScene& scene, const QRect& area, const Theme& theme) const
{
    const auto paintOne = [&](const PlanePoints& points, bool areDots, bool isPale) {
        if (areDots)
            paintDots(painter, points, scene, area, isPale, theme);
        else
            paintMany(painter, points, scene, area, isPale, theme);
    };
    paintOne(*scene.points, m_pointsAreDots, scene.hits != nullptr);
    if (scene.hits) paintOne(*scene.hits, m_hitsAreDots, false);
}

bool PlaneLayer::areDots(const PlanePoints& points) const
{
    return points.countNear(m_view) <= PlaneScene::kMostDots;
}

void PlaneLayer::paintMany(QPainter& painter, const PlanePoints& points, const PlaneScene& scene,
    const QRect& area, bool isPale, const Theme& theme) const
{
    const CellPicture picture { area, m_image.height(), m_origin, m_scale, m_ratio };
    painter.drawImage(
        area.topLeft(), paintCells(points, scene, picture, isPale, coloursOf(scene, theme)));
}

void PlaneLayer::paintDots(QPainter& painter, const PlanePoints& points, const PlaneScene& scene,
    const QRect& area, bool isPale, const Theme& theme) const
{
    const int size = std::max(1, qRound((points.size() <= kFew ? kLargeDot : kDot) * m_ratio));
    const auto dotOf
        = [size](const QColor& colour, double opacity) { return discStamp(size, colour, opacity); };
    const auto colours = coloursOf(scene, theme);
    const bool isQuarter = scene.colouring == PlaneScene::Colouring::Quarter;
    std::array<QImage, TrackGroups::kMost + 1> dots;
    for (std::size_t i = 0; !isPale && i + 1 < dots.size(); ++i)
        dots[i] = dotOf(colours[i], isQuarter ? 0.6 : 0.75);
    dots.back() = dotOf(colours.back(), isPale ? 0.25 : 0.35);
    const auto dotFor = [&](const EmotionPoint& point) -> const QImage& {
        if (isPale) return dots.back();
        if (isQuarter)
            return dots[static_cast<std::size_t>(palette::quarterOf(
                static_cast<double>(point.valence), static_cast<double>(point.arousal)))];
        const std::uint8_t group = scene.groups ? scene.groups->of(point.id) : TrackGroups::kNone;
        return group < TrackGroups::kMost ? dots[group] : dots.back();
    };
    QImage layer(area.size(), QImage::Format_ARGB32_Premultiplied);
    layer.fill(Qt::transparent);
    // Whole pixels from the plane's zero, so that a dot looks the same in every strip.
    const QRectF places((area.left() + m_origin.x() - size) / m_scale,
        (m_image.height() - area.bottom() - 1 + m_origin.y() - size) / m_scale,
        (area.width() + 2 * size) / m_scale, (area.height() + 2 * size) / m_scale);
    points.visit(places, [&](const EmotionPoint& point) {
        const int x = static_cast<int>(static_cast<double>(point.valence) * m_scale) - m_origin.x();
        const int y = m_image.height()
            - (static_cast<int>(static_cast<double>(point.arousal) * m_scale) - m_origin.y());
        stamp(layer, dotFor(point), x - size / 2 - area.left(), y - size / 2 - area.top());
    });
    painter.drawImage(area.topLeft(), layer);
}

void PlaneLayer::paintWords(QPainter& painter, const QRect& area, const Theme& theme)
{
    const QFont small = smallFont(m_font, m_ratio);
    painter.setFont(small);
    if (m_wordScale != m_scale) {
        m_wordScale = m_scale;
        m_words = placeMoodWords(m_scale, small, m_ratio);
    }
    QColor ground = theme.paper;
    ground.setAlphaF(0.72F);
    const QPointF zero(-m_origin.x(), m_image.height() + m_origin.y());
    for (const auto& [tag, place] : m_words) {
        const QRectF box = place.translated(zero);
        if (!box.intersects(area)) continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(box, 4, 4);
        painter.setPen(theme.secondaryInk);
        painter.drawText(box, Qt::AlignCenter, moodName(tag));
    }
}

void PlaneLayer::paintTrail(QPainter& painter, const EmotionCurve& curve, const Theme& theme) const
{
    const std::size_t points = curve.valence.size();
    if (points < 2) return;
    const std::size_t steps = std::min(points, kTrailPoints);
    const auto at = [&](std::size_t step) {
        const std::size_t point = step * (points - 1) / (steps - 1);
        return toPixels(
            static_cast<double>(curve.valence[point]), static_cast<double>(curve.arousal[point]));
    };
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF way;
    for (std::size_t step = 0; step < steps; ++step)
        way << at(step);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(
        theme.paper, (kTrailPixels + 2.5) * m_ratio, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(way);
    for (std::size_t step = 0; step + 1 < steps; ++step) {
        const QColor colour
            = timeColour(static_cast<double>(step) / static_cast<double>(steps - 2), theme);
        painter.setPen(QPen(colour, kTrailPixels * m_ratio, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(
            way.at(static_cast<qsizetype>(step)), way.at(static_cast<qsizetype>(step) + 1));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace circumplex
