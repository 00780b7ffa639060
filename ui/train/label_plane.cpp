#include "ui/train/label_plane.h"

#include "ui/common/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kSide = 240;
constexpr double kGap = 4.0;

} // namespace

LabelPlane::LabelPlane(QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(kSide, kSide);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Labelled songs in the four quarters of the plane"));
}

void LabelPlane::setTracks(const std::array<int, 4>& tracks)
{
    m_tracks = tracks;
    QStringList parts;
    for (std::size_t i = 0; i < tracks.size(); ++i)
        parts << tr("%1: %2", "a quarter of the plane, a number of songs")
                     .arg(palette::quarterName(static_cast<palette::Quarter>(i)),
                         QLocale().toString(tracks[i]));
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    update();
}

void LabelPlane::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int most = std::max(1, *std::ranges::max_element(m_tracks));
    const double side = (kSide - kGap) / 2.0;
    // Joyful, tense, sad, calm: from the upper right corner against the clock.
    constexpr std::array<std::pair<int, int>, 4> kPlaces { { { 1, 0 }, { 0, 0 }, { 0, 1 },
        { 1, 1 } } };
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        const auto quarter = static_cast<palette::Quarter>(i);
        const auto [column, row] = kPlaces[i];
        const QRectF box(column * (side + kGap), row * (side + kGap), side, side);
        const bool isThin = 2 * m_tracks[i] < most;
        painter.setBrush(theme.tint(theme.quarter(quarter), 0.08 + 0.3 * m_tracks[i] / most));
        painter.setPen(isThin ? QPen(theme.quarter(quarter), 1.5, Qt::DashLine) : QPen(Qt::NoPen));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6);
        painter.setPen(theme.ink);
        QFont font = this->font();
        font.setPointSizeF(18.0);
        painter.setFont(font);
        painter.drawText(
            box.adjusted(0, 0, 0, -18), Qt::AlignCenter, QLocale().toString(m_tracks[i]));
        painter.setFont(this->font());
        painter.setPen(theme.secondaryInk);
        painter.drawText(box.adjusted(0, 34, 0, 0), Qt::AlignCenter, palette::quarterName(quarter));
    }
    if (!hasFocus()) return;
    painter.setPen(QPen(theme.accent, 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

} // namespace circumplex
