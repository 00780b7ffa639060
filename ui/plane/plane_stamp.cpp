#include "ui/plane/plane_stamp.h"

#include <QPainter>

#include <algorithm>

namespace circumplex {

QImage discStamp(int size, const QColor& colour, double opacity)
{
    QImage dot(size, size, QImage::Format_ARGB32_Premultiplied);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setOpacity(opacity);
    painter.setBrush(colour);
    painter.drawEllipse(0, 0, size, size);
    return dot;
}

void stamp(QImage& layer, const QImage& dot, int left, int top)
{
    const int right = std::min(left + dot.width(), layer.width());
    const int bottom = std::min(top + dot.height(), layer.height());
    auto* pixels = reinterpret_cast<QRgb*>(layer.bits());
    const auto width = static_cast<std::ptrdiff_t>(layer.bytesPerLine() / 4);
    for (int y = std::max(0, top); y < bottom; ++y) {
        const auto* source = reinterpret_cast<const QRgb*>(dot.constScanLine(y - top));
        QRgb* line = pixels + y * width;
        for (int x = std::max(0, left); x < right; ++x) {
            const QRgb over = source[x - left];
            const auto rest = static_cast<unsigned>(255 - qAlpha(over));
            const QRgb under = line[x];
            // Two channels at a time; / 256 for / 255 is near enough for dots.
            const unsigned even = (under & 0xFF00FFU) * rest >> 8 & 0xFF00FFU;
            const unsigned odd = (under >> 8 & 0xFF00FFU) * rest & 0xFF00FF00U;
            line[x] = over + (even | odd);
        }
    }
}

} // namespace circumplex
