#include "ui/player/player_strip.h"

#include "ui/common/theme.h"
#include "ui/curve/curve_columns.h"
#include "ui/curve/track_text.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr int kInset = 7; ///< room for the handle at the ends
constexpr int kKeySeconds = 5;
constexpr int kPageSeconds = 30;

QPolygonF lineOf(const EmotionCurve& curve, const std::vector<float>& values, double trackSeconds,
    const QRectF& area)
{
    QPolygonF line;
    const auto columns = curveColumns(values, curve.startSeconds, curve.hopSeconds, 0.0,
        trackSeconds, std::max(static_cast<int>(area.width()), 1));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].isEmpty()) continue;
        const auto middle = static_cast<double>(columns[i].low + columns[i].high) / 2.0;
        line.append({ area.left() + 0.5 + static_cast<double>(i),
            area.bottom() - (middle - 1.0) / 8.0 * area.height() });
    }
    return line;
}

} // namespace

PlayerStrip::PlayerStrip(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setAccessibleName(tr("Position in the track"));
    setToolTip(tr("Drag or click to be elsewhere; arrow keys move by %1 s").arg(kKeySeconds));
    setSingleStep(10 * kKeySeconds);
    setPageStep(10 * kPageSeconds);
    setCursor(Qt::PointingHandCursor);
    setTrack({}, 0.0);
    connect(this, &QSlider::actionTriggered, this, [this](int action) {
        if (action != SliderMove) Q_EMIT seekRequested(sliderPosition() / 10.0);
    });
}

void PlayerStrip::setTrack(const EmotionCurve& curve, double seconds)
{
    m_curve = curve;
    m_trackSeconds = seconds;
    m_picture = {};
    m_spoken = -1;
    setRange(0, static_cast<int>(std::lround(std::min(seconds, 1e8) * 10.0)));
    setEnabled(seconds > 0.0);
    update();
}

void PlayerStrip::setPosition(double seconds)
{
    if (isSliderDown()) return;
    setValue(static_cast<int>(std::lround(seconds * 10.0)));
    if (std::exchange(m_spoken, static_cast<int>(seconds)) == static_cast<int>(seconds)) return;
    setAccessibleDescription(tr("%1 of %2").arg(timeText(seconds), timeText(m_trackSeconds)));
}

void PlayerStrip::paintPicture()
{
    const Theme& theme = Theme::of(palette());
    m_picture = QPixmap(size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(kInset, 3, -kInset, -3);
    painter.setPen(QPen(theme.rule, 1.0));
    painter.drawLine(
        QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()));
    if (m_trackSeconds <= 0.0) return;
    QPen arousal(theme.arousal, 1.3, Qt::CustomDashLine, Qt::FlatCap);
    arousal.setDashPattern({ 4.5, 1.5 });
    painter.setPen(arousal);
    painter.drawPolyline(lineOf(m_curve, m_curve.arousal, m_trackSeconds, area));
    painter.setPen(QPen(theme.valence, 1.6));
    painter.drawPolyline(lineOf(m_curve, m_curve.valence, m_trackSeconds, area));
}

void PlayerStrip::paintEvent(QPaintEvent*)
{
    if (m_picture.size() != size() * devicePixelRatioF()) paintPicture();
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(kInset, 1, -kInset, -1);
    const double share = maximum() > 0 ? static_cast<double>(sliderPosition()) / maximum() : 0.0;
    const double x = area.left() + share * area.width();
    if (maximum() > 0) {
        QColor done = theme.ink;
        done.setAlphaF(0.07F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(done);
        painter.drawRoundedRect(QRectF(area.topLeft(), QPointF(x, area.bottom())), 3, 3);
    }
    painter.drawPixmap(0, 0, m_picture);
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
    if (!isEnabled()) return;
    painter.setPen(QPen(theme.ink, 1.5));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setPen(QPen(theme.panel, 1.5));
    painter.setBrush(theme.ink);
    painter.drawEllipse(QPointF(x, area.center().y()), 5.0, 5.0);
}

void PlayerStrip::moveTo(double x)
{
    const double share = std::clamp((x - kInset) / std::max(width() - 2 * kInset, 1), 0.0, 1.0);
    setSliderPosition(static_cast<int>(std::lround(share * maximum())));
    Q_EMIT previewed(sliderPosition() / 10.0);
}

void PlayerStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return event->ignore();
    setSliderDown(true);
    moveTo(event->position().x());
}

void PlayerStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown()) moveTo(event->position().x());
}

void PlayerStrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (!isSliderDown() || event->button() != Qt::LeftButton) return;
    setSliderDown(false);
    Q_EMIT seekRequested(seconds());
}

void PlayerStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) m_picture = {};
    QSlider::changeEvent(event);
}

} // namespace circumplex
