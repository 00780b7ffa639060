#include "ui/curve/readout_box.h"

#include "ui/common/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kGap = 8;
constexpr int kLine = 16;

} // namespace

QRect paintReadout(
    QPainter& painter, const QRect& plot, double x, const QStringList& lines, const Theme& colours)
{
    if (lines.isEmpty() || x < plot.left() || x > plot.right() + 1) return {};
    const QFont strong = palette::font(12, QFont::DemiBold);
    const QFont plain = palette::font(12);
    const int most = plot.width() / 2 - 3 * kGap;
    int width = 0;
    for (const QString& line : lines)
        width = std::max(width, QFontMetrics(plain).horizontalAdvance(line));
    // Text is a little wider on some screens than it was measured.
    const int time = QFontMetrics(strong).horizontalAdvance(lines.front()) + 4;
    width = std::max(std::min(width + 4, most), time) + 2 * kGap;
    const int height = static_cast<int>(lines.size()) * kLine + kGap;
    int left = static_cast<int>(x) + kGap;
    if (left + width > plot.right()) left = static_cast<int>(x) - kGap - width;
    const QRect place(left, plot.top() + 4, width, height);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = colours.paper;
    ground.setAlphaF(0.92F);
    painter.setPen(QPen(colours.rule, 1.0));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    QRect row(left + kGap, place.top() + kGap / 2, width - 2 * kGap, kLine);
    painter.setPen(colours.ink);
    for (const QString& line : lines) {
        const bool isFirst = &line == &lines.front();
        painter.setFont(isFirst ? strong : plain);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
            isFirst ? line : painter.fontMetrics().elidedText(line, Qt::ElideRight, row.width()));
        row.translate(0, kLine);
    }
    return place;
}

} // namespace circumplex
