#include "ui/curve/track_overview.h"

#include "ui/curve/track_painter.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace circumplex {

TrackOverview::TrackOverview(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(44);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Overview of the whole track"));
    setToolTip(tr("Drag to move the part that is shown below"));
}

void TrackOverview::setScene(const TrackScene* scene)
{
    m_scene = scene;
    refresh();
}

void TrackOverview::refresh()
{
    m_picture = {};
    update();
}

void TrackOverview::setCursor(double seconds)
{
    m_cursor = seconds;
    update();
}

/// In line with the lanes below.
QRect TrackOverview::strip() const
{
    const QRect plot = TrackLayout(QRect(0, 0, width(), 600), *m_scene).plot;
    return { plot.left(), 2, plot.width(), height() - 4 };
}

void TrackOverview::paintEvent(QPaintEvent*)
{
    const Theme& colours = Theme::of(palette());
    QPainter painter(this);
    if (!m_scene || !m_scene->view || m_scene->time.duration() <= 0.0) {
        painter.fillRect(rect(), colours.paper);
        return;
    }
    const QRect area = strip();
    const double duration = m_scene->time.duration();
    if (m_picture.size() != size() * devicePixelRatioF()) {
        m_picture = QPixmap(size() * devicePixelRatioF());
        m_picture.setDevicePixelRatio(devicePixelRatioF());
        QPainter picture(&m_picture);
        picture.fillRect(rect(), colours.paper);
        picture.fillRect(area, colours.panel);
        paintWaveform(
            picture, area.adjusted(0, 0, 0, -7), *m_scene, TimeWindow(duration), colours.waveform);
        if (!m_scene->curves.empty()) {
            const EmotionCurve& curve = m_scene->curves.front().curve;
            const auto points = static_cast<double>(curve.valence.size());
            for (int x = 0; x < area.width() && points > 0; ++x) {
                const double seconds = (x + 0.5) / area.width() * duration;
                const auto point = static_cast<std::size_t>(std::clamp(
                    (seconds - curve.startSeconds) / curve.hopSeconds, 0.0, points - 1.0));
                const auto quarter = palette::quarterOf(static_cast<double>(curve.valence[point]),
                    static_cast<double>(curve.arousal[point]));
                picture.fillRect(
                    area.left() + x, area.bottom() - 5, 1, 6, colours.quarter(quarter));
            }
        }
    }
    painter.drawPixmap(0, 0, m_picture);
    if (m_scene->isReadingSound) {
        painter.setFont(circumplex::palette::font(12));
        painter.setPen(colours.secondaryInk);
        painter.drawText(area.adjusted(8, 0, -8, -7), Qt::AlignRight | Qt::AlignVCenter,
            tr("Reading the waveform…"));
    }
    const auto x = [&](double seconds) { return area.left() + seconds / duration * area.width(); };
    if (!m_scene->time.isWhole()) {
        const QRectF box(x(m_scene->time.begin()), area.top(),
            std::max(x(m_scene->time.end()) - x(m_scene->time.begin()), 3.0), area.height() - 1);
        QColor shade = colours.accent;
        shade.setAlphaF(0.16F);
        painter.fillRect(box, shade);
        painter.setPen(QPen(colours.accent, 1.5));
        painter.drawRect(box);
    }
    painter.setPen(QPen(colours.ink, 1.5));
    painter.drawLine(QPointF(x(m_cursor), area.top()), QPointF(x(m_cursor), area.bottom()));
}

void TrackOverview::centreOn(double x)
{
    if (!m_scene || !m_scene->view) return;
    const QRect area = strip();
    TimeWindow time = m_scene->time;
    const double middle = (x - area.left()) / area.width() * time.duration();
    time.pan(middle - time.secondsAt(0.5));
    Q_EMIT timeRequested(time);
}

void TrackOverview::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) centreOn(event->position().x());
}

void TrackOverview::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) centreOn(event->position().x());
}

void TrackOverview::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) refresh();
    QWidget::changeEvent(event);
}

} // namespace circumplex
