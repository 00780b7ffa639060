#include "ui/curve/track_lanes.h"

#include "ui/curve/track_painter.h"
#include "ui/curve/track_text.h"

#include <QAccessible>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr double kWheelStep = 1.25; ///< zoom of one notch
constexpr int kReadoutGap = 8;
constexpr int kReadoutLine = 16;
constexpr int kClickPixels = 4; ///< a press that moved less is a click

} // namespace

TrackLanes::TrackLanes(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(480, 260);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Curves over time"));
}

void TrackLanes::redraw()
{
    m_isPictureOld = true;
    tellReadout();
    update();
}

double TrackLanes::secondsAt(double x) const
{
    const QRect plot = TrackLayout(rect(), m_scene).plot;
    const double seconds = m_scene.time.secondsAt((x - plot.left()) / plot.width());
    return std::clamp(seconds, 0.0, m_scene.time.duration());
}

void TrackLanes::setTime(const TimeWindow& time)
{
    m_scene.time = time;
    redraw();
    Q_EMIT timeChanged();
}

void TrackLanes::setCursor(double seconds)
{
    if (seconds == m_cursor) return;
    const bool wasSeen = m_scene.time.begin() <= m_cursor && m_cursor <= m_scene.time.end();
    m_cursor = seconds;
    // Who looks elsewhere is not torn away.
    if (wasSeen && seconds > m_scene.time.end() && m_drag == Drag::None) {
        m_scene.time.reveal(seconds);
        m_isPictureOld = true;
        Q_EMIT timeChanged();
    }
    tellReadout();
    update();
}

void TrackLanes::select(std::optional<Stretch> stretch)
{
    m_selection = stretch;
    update();
    Q_EMIT selectionChanged();
}

void TrackLanes::zoom(double factor)
{
    const TimeWindow& time = m_scene.time;
    const bool isSeen = time.begin() <= m_cursor && m_cursor <= time.end();
    m_scene.time.zoom(factor, isSeen ? m_cursor : time.secondsAt(0.5));
    redraw();
    Q_EMIT timeChanged();
}

void TrackLanes::moveCursor(double seconds)
{
    m_cursor = std::clamp(seconds, 0.0, m_scene.time.duration());
    m_scene.time.reveal(m_cursor);
    redraw();
    Q_EMIT timeChanged();
    Q_EMIT seekRequested(m_cursor);
}

void TrackLanes::tellReadout()
{
    m_readout = m_scene.view ? readoutLines(m_scene, m_pointer.value_or(m_cursor)) : QStringList();
    const QString text = m_readout.join(QStringLiteral("   "));
    if (accessibleDescription() == text) return;
    setAccessibleDescription(text);
    if (!hasFocus() || !QAccessible::isActive()) return;
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void TrackLanes::paintEvent(QPaintEvent*)
{
    const Theme& colours = Theme::of(palette());
    const double ratio = devicePixelRatioF();
    if (m_isPictureOld || m_picture.size() != size() * ratio) {
        m_picture = QPixmap(size() * ratio);
        m_picture.setDevicePixelRatio(ratio);
        QPainter painter(&m_picture);
        paintTrack(painter, rect(), m_scene, colours);
        m_isPictureOld = false;
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    if (m_scene.view && m_scene.time.duration() > 0.0) {
        const TrackLayout layout(rect(), m_scene);
        const int bottom = layout.caption.top() - 4;
        const QRect lanes(
            layout.plot.left(), layout.plot.top(), layout.plot.width(), bottom - layout.plot.top());
        painter.setClipRect(lanes);
        const auto x = [&](double seconds) {
            return lanes.left() + m_scene.time.shareOf(seconds) * lanes.width();
        };
        if (m_selection) {
            QColor shade = colours.accent;
            shade.setAlphaF(0.16F);
            painter.fillRect(QRectF(x(m_selection->first), lanes.top(),
                                 x(m_selection->second) - x(m_selection->first), lanes.height()),
                shade);
        }
        const auto line = [&](double seconds, const QColor& colour, double width) {
            painter.setPen(QPen(colour, width));
            painter.drawLine(QPointF(x(seconds), lanes.top()), QPointF(x(seconds), lanes.bottom()));
        };
        if (m_pointer) line(*m_pointer, colours.secondaryInk, 1.0);
        line(m_cursor, colours.ink, 1.5);
        painter.setClipping(false);
        m_readoutPlace = {};
        if (m_pointer || hasFocus())
            paintReadout(painter, layout.plot, x(m_pointer.value_or(m_cursor)));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent, 2.0));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

/// Beside the line at `x`: right of it, or left where it would reach out of the plot.
void TrackLanes::paintReadout(QPainter& painter, const QRect& plot, double x)
{
    if (m_readout.isEmpty() || x < plot.left() || x > plot.right() + 1) return;
    const Theme& colours = Theme::of(palette());
    const QFont strong = circumplex::palette::font(12, QFont::DemiBold);
    const QFont plain = circumplex::palette::font(12);
    const int most = plot.width() / 2 - 3 * kReadoutGap;
    int width = 0;
    for (const QString& line : m_readout)
        width = std::max(width, QFontMetrics(strong).horizontalAdvance(line));
    width = std::min(width, most) + 2 * kReadoutGap;
    const auto height = static_cast<int>(m_readout.size()) * kReadoutLine + kReadoutGap;
    int left = static_cast<int>(x) + kReadoutGap;
    if (left + width > plot.right()) left = static_cast<int>(x) - kReadoutGap - width;
    m_readoutPlace = { left, plot.top() + 4, width, height };
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = colours.paper;
    ground.setAlphaF(0.92F);
    painter.setPen(QPen(colours.rule, 1.0));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(m_readoutPlace).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    QRect row(left + kReadoutGap, m_readoutPlace.top() + kReadoutGap / 2, width - 2 * kReadoutGap,
        kReadoutLine);
    for (const QString& line : m_readout) {
        painter.setFont(&line == &m_readout.front() ? strong : plain);
        painter.setPen(colours.ink);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(line, Qt::ElideRight, row.width()));
        row.translate(0, kReadoutLine);
    }
}

void TrackLanes::mousePressEvent(QMouseEvent* event)
{
    if (!m_scene.view) return;
    const bool isOnRuler = TrackLayout(rect(), m_scene).ruler.contains(event->pos());
    const bool moves
        = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && isOnRuler);
    if (!moves && event->button() != Qt::LeftButton) return;
    m_drag = moves ? Drag::Pan : Drag::Select;
    m_dragFrom = event->position();
    m_dragSeconds = secondsAt(event->position().x());
}

void TrackLanes::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_scene.view) return;
    const double x = event->position().x();
    m_pointer = secondsAt(x);
    if (m_drag == Drag::Pan) {
        const QRect plot = TrackLayout(rect(), m_scene).plot;
        m_scene.time.pan((m_dragFrom.x() - x) / plot.width() * m_scene.time.span());
        m_dragFrom = event->position();
        redraw();
        Q_EMIT timeChanged();
        return;
    }
    if (m_drag == Drag::Select && std::abs(x - m_dragFrom.x()) >= kClickPixels)
        select(std::minmax(m_dragSeconds, *m_pointer));
    tellReadout();
    update();
}

void TrackLanes::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const bool isClick = std::abs(event->position().x() - m_dragFrom.x()) < kClickPixels;
    if (drag == Drag::Select && isClick) moveCursor(m_dragSeconds);
}

void TrackLanes::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_scene.view && event->button() == Qt::LeftButton)
        Q_EMIT doubleClicked(secondsAt(event->position().x()));
}

void TrackLanes::leaveEvent(QEvent*)
{
    m_pointer.reset();
    tellReadout();
    update();
}

void TrackLanes::wheelEvent(QWheelEvent* event)
{
    if (!m_scene.view) return;
    const QPoint turn = event->angleDelta();
    const bool zooms = event->modifiers().testFlag(Qt::ControlModifier)
        || (std::abs(turn.y()) > std::abs(turn.x())
            && !event->modifiers().testFlag(Qt::ShiftModifier));
    if (zooms) {
        m_scene.time.zoom(std::pow(kWheelStep, turn.y() / 120.0), secondsAt(event->position().x()));
    } else {
        const int along = turn.x() != 0 ? turn.x() : turn.y();
        m_scene.time.pan(-along / 120.0 * 0.1 * m_scene.time.span());
    }
    redraw();
    Q_EMIT timeChanged();
    event->accept();
}

bool TrackLanes::event(QEvent* event)
{
    if (event->type() != QEvent::NativeGesture || !m_scene.view) return QWidget::event(event);
    const auto* gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() != Qt::ZoomNativeGesture) return QWidget::event(event);
    m_scene.time.zoom(1.0 + gesture->value(), secondsAt(gesture->position().x()));
    redraw();
    Q_EMIT timeChanged();
    return true;
}

void TrackLanes::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) redraw();
    QWidget::changeEvent(event);
}

void TrackLanes::keyPressEvent(QKeyEvent* event)
{
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10.0 : 1.0;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(m_cursor - step);
    case Qt::Key_Right:
        return moveCursor(m_cursor + step);
    case Qt::Key_Home:
        return moveCursor(0.0);
    case Qt::Key_End:
        return moveCursor(m_scene.time.duration());
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(2.0);
    case Qt::Key_Minus:
        return zoom(0.5);
    case Qt::Key_0: {
        TimeWindow time = m_scene.time;
        time.showAll();
        return setTime(time);
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        TimeWindow time = m_scene.time;
        time.pan((event->key() == Qt::Key_PageUp ? -0.9 : 0.9) * time.span());
        return setTime(time);
    }
    case Qt::Key_BracketLeft: // the selection without a mouse: from here ...
        return select(Stretch { m_cursor,
            m_selection ? std::max(m_selection->second, m_cursor) : m_scene.time.duration() });
    case Qt::Key_BracketRight: // ... to here
        return select(
            Stretch { m_selection ? std::min(m_selection->first, m_cursor) : 0.0, m_cursor });
    case Qt::Key_Escape:
        return select(std::nullopt);
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace circumplex
