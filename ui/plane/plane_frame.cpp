#include "ui/plane/plane_frame.h"

#include "ui/plane/library_plane.h"

#include <QFont>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace circumplex {

namespace {

constexpr double kBetweenTicks = 44.0; ///< pixels, at least
constexpr double kTick = 5.0;

struct QuarterPlace {
    palette::Quarter quarter;
    QRectF area;
    Qt::Alignment corner;
};

std::array<QuarterPlace, 4> quarterPlaces()
{
    using palette::Quarter;
    return { { { Quarter::Joyful, { 5, 5, 4, 4 }, Qt::AlignRight | Qt::AlignTop },
        { Quarter::Tense, { 1, 5, 4, 4 }, Qt::AlignLeft | Qt::AlignTop },
        { Quarter::Sad, { 1, 1, 4, 4 }, Qt::AlignLeft | Qt::AlignBottom },
        { Quarter::Calm, { 5, 1, 4, 4 }, Qt::AlignRight | Qt::AlignBottom } } };
}

/// "low  <-  name  ->  high" around a place, low on the left in every language: the words of one
/// that is read from the right would change places.
void paintAxisName(QPainter& painter, const QPointF& middle, const QString& name)
{
    QString plain = name;
    plain.removeIf([](QChar sign) { return sign.category() == QChar::Other_Format; });
    const qsizetype left = plain.indexOf(u'\u2190');
    const qsizetype right = plain.indexOf(u'\u2192');
    const QStringList parts { plain.left(left).trimmed(), QStringLiteral("\u2190"),
        plain.mid(left + 1, right - left - 1).trimmed(), QStringLiteral("\u2192"),
        plain.mid(right + 1).trimmed() };
    const QFontMetricsF metrics = painter.fontMetrics();
    const double gap = 2.0 * metrics.horizontalAdvance(QLatin1Char(' '));
    double width = gap * static_cast<double>(parts.size() - 1);
    for (const QString& part : parts)
        width += metrics.horizontalAdvance(part);
    double x = middle.x() - width / 2.0;
    for (const QString& part : parts) {
        const double size = metrics.horizontalAdvance(part);
        painter.drawText(
            QRectF(x - 1.0, middle.y() - 8.0, size + 2.0, 16.0), Qt::AlignCenter, part);
        x += size + gap;
    }
}

/// Calls paint(level, text) for the numbers of the scale between two levels.
template <class Paint> void forEachTick(double first, double last, double step, Paint paint)
{
    const int decimals = step >= 1.0 ? 0 : step >= 0.1 ? 1 : 2;
    const auto from = static_cast<int>(std::ceil(std::max(first, 1.0) / step - 1e-6));
    const auto to = static_cast<int>(std::floor(std::min(last, 9.0) / step + 1e-6));
    for (int tick = from; tick <= to; ++tick)
        paint(tick * step, QLocale().toString(tick * step, 'f', decimals));
}

} // namespace

QPointF PlaneCanvas::toPixels(const QPointF& place) const
{
    const double scale = pixels.width() / view.width();
    return { pixels.left() + (place.x() - view.left()) * scale,
        pixels.bottom() - (place.y() - view.top()) * scale };
}

double planeTickStep(double pixelsPerPoint)
{
    double finest = 1.0;
    for (const double step : { 0.5, 0.2, 0.1, 0.05 })
        if (step * pixelsPerPoint >= kBetweenTicks) finest = step;
    return finest;
}

void paintPlaneFrame(QPainter& painter, const PlaneCanvas& canvas, bool hasFocus, const QFont& font,
    const Theme& theme)
{
    const QRectF& area = canvas.pixels;
    const QRectF& view = canvas.view;
    QFont small = font;
    small.setPointSizeF(8.5);
    painter.setFont(small);
    painter.setPen(theme.secondaryInk);
    const double step = planeTickStep(area.width() / view.width());
    constexpr int kEdge
        = static_cast<int>(Qt::AlignRight) | static_cast<int>(Qt::AlignVCenter) | Qt::AlignAbsolute;
    forEachTick(view.left(), view.right(), step, [&](double level, const QString& text) {
        const double x = canvas.toPixels({ level, 0.0 }).x();
        painter.drawLine(QPointF(x, area.bottom() - kTick), QPointF(x, area.bottom()));
        painter.drawText(QRectF(x - 20, area.bottom() + 2, 40, 14), Qt::AlignCenter, text);
    });
    forEachTick(view.top(), view.bottom(), step, [&](double level, const QString& text) {
        const double y = canvas.toPixels({ 0.0, level }).y();
        painter.drawLine(QPointF(area.left(), y), QPointF(area.left() + kTick, y));
        painter.drawText(QRectF(area.left() - 32, y - 8, 28, 16), kEdge, text);
    });
    paintAxisName(painter, QPointF(area.center().x(), area.bottom() + 24),
        LibraryPlane::tr("unpleasant  \u2190  valence  \u2192  pleasant"));
    painter.save();
    painter.translate(area.left() - 38, area.center().y());
    painter.rotate(-90);
    paintAxisName(painter, {}, LibraryPlane::tr("calm  \u2190  arousal  \u2192  excited"));
    painter.restore();
    painter.setPen(hasFocus ? QPen(theme.accent, 2.0) : QPen(theme.rule, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);
}

void paintPlaneQuarterNames(
    QPainter& painter, const PlaneCanvas& canvas, const QFont& font, const Theme& theme)
{
    QFont bold = font;
    bold.setPointSizeF(11.0);
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(theme.ink);
    for (const QuarterPlace& place : quarterPlaces()) {
        const QRectF area(
            canvas.toPixels(place.area.topLeft()), canvas.toPixels(place.area.bottomRight()));
        painter.drawText((area.normalized() & canvas.pixels).adjusted(12, 8, -12, -8),
            static_cast<int>(place.corner | Qt::AlignAbsolute),
            palette::quarterName(place.quarter));
    }
}

} // namespace circumplex
