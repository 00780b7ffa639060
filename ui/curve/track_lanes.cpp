#include "ui/curve/track_lanes.h"

#include "ui/curve/comment_places.h"
#include "ui/curve/lane.h"
#include "ui/curve/readout_box.h"
#include "ui/curve/track_painter.h"
#include "ui/curve/track_text.h"

#include <QAccessible>
#include <QApplication>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QTimer>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr double kWheelStep = 1.25; ///< zoom of one notch
constexpr int kClickPixels = 4; ///< a press that moved less is a click

} // namespace

TrackLanes::TrackLanes(QWidget* parent)
    : QWidget(parent)
    , m_lateClick(new QTimer(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(480, 260);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Curves over time"));
    grabGesture(Qt::PinchGesture);
    m_lateClick->setSingleShot(true);
    connect(m_lateClick, &QTimer::timeout, this, [this] { moveCursor(m_dragSeconds); });
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
    if (stretch && stretch->first >= stretch->second) stretch.reset();
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
    const double seconds = readoutSeconds();
    m_readout = m_scene.view ? readoutLines(m_scene, seconds) : QStringList();
    const QString text = m_scene.view ? readoutText(m_scene, seconds) : QString();
    if (accessibleDescription() == text) return;
    setAccessibleDescription(text);
    if (!hasFocus() || !QAccessible::isActive()) return;
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

double TrackLanes::readoutSeconds() const
{
    return m_pointer ? secondsAt(*m_pointer) : m_cursor;
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
        if (m_pointer) line(secondsAt(*m_pointer), colours.secondaryInk, 1.0);
        line(m_cursor, colours.ink, 1.5);
        painter.setClipping(false);
        m_readoutPlace = {};
        if (m_pointer || hasFocus())
            m_readoutPlace
                = paintReadout(painter, layout.plot, x(readoutSeconds()), m_readout, colours);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent, 2.0));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
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
    m_selectedBefore = m_selection;
}

void TrackLanes::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_scene.view) return;
    const double x = event->position().x();
    m_pointer = x;
    if (m_drag == Drag::Pan) {
        const QRect plot = TrackLayout(rect(), m_scene).plot;
        m_scene.time.pan((m_dragFrom.x() - x) / plot.width() * m_scene.time.span());
        m_dragFrom = event->position();
        redraw();
        Q_EMIT timeChanged();
        return;
    }
    if (m_drag == Drag::Select && std::abs(x - m_dragFrom.x()) >= kClickPixels)
        select(std::minmax(m_dragSeconds, secondsAt(x)));
    tellReadout();
    update();
}

void TrackLanes::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const bool isClick = std::abs(event->position().x() - m_dragFrom.x()) < kClickPixels;
    if (drag != Drag::Select || !isClick) return;
    if (commentUnder(m_scene, TrackLayout(rect(), m_scene).comments, event->position()))
        m_lateClick->start(QApplication::doubleClickInterval());
    else
        moveCursor(m_dragSeconds);
}

void TrackLanes::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_scene.view || event->button() != Qt::LeftButton) return;
    const QRect area = TrackLayout(rect(), m_scene).comments;
    const TrackComment* comment = commentUnder(m_scene, area, event->position());
    if (!comment) return;
    m_lateClick->stop();
    Q_EMIT commentDoubleClicked(TrackComment(*comment)); // the view may be read again meanwhile
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
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString tip = tipAt(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    if (!m_scene.view) return QWidget::event(event);
    if (event->type() == QEvent::Gesture) return pinch(*static_cast<QGestureEvent*>(event));
    if (event->type() != QEvent::NativeGesture) return QWidget::event(event);
    const auto* gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() != Qt::ZoomNativeGesture) return QWidget::event(event);
    m_scene.time.zoom(1.0 + gesture->value(), secondsAt(gesture->position().x()));
    redraw();
    Q_EMIT timeChanged();
    return true;
}

/// Two fingers on a screen: what is between them stays between them.
bool TrackLanes::pinch(const QGestureEvent& event)
{
    const auto* gesture = static_cast<QPinchGesture*>(event.gesture(Qt::PinchGesture));
    if (!gesture) return false;
    if (m_drag != Drag::None) { // the first finger was taken for a mouse
        m_drag = Drag::None;
        select(m_selectedBefore);
    }
    const QRect plot = TrackLayout(rect(), m_scene).plot;
    const double to = mapFromGlobal(gesture->centerPoint()).x();
    if (gesture->changeFlags().testFlag(QPinchGesture::CenterPointChanged)
        && gesture->state() != Qt::GestureStarted) {
        const double from = mapFromGlobal(gesture->lastCenterPoint()).x();
        m_scene.time.pan((from - to) / plot.width() * m_scene.time.span());
    }
    if (gesture->scaleFactor() > 0.0) m_scene.time.zoom(gesture->scaleFactor(), secondsAt(to));
    redraw();
    Q_EMIT timeChanged();
    return true;
}

/// What is cut or not said in the picture itself.
QString TrackLanes::tipAt(const QPoint& place) const
{
    if (!m_scene.view) return {};
    const TrackLayout layout(rect(), m_scene);
    if (layout.caption.contains(place)) {
        QString text = captionText(m_scene);
        if (layout.hiddenLanes > 0)
            text += QLatin1Char(' ') + hiddenLanesText(layout.hiddenLanes) + QStringLiteral(". ")
                + tr("A taller window shows them.");
        return text;
    }
    if (const TrackComment* comment = commentUnder(m_scene, layout.comments, place))
        return QString::fromStdString(comment->text) + QLatin1Char('\n')
            + tr("Double click to change it");
    const auto lane = static_cast<std::size_t>((place.y() - layout.tags.top()) / kTagLane);
    if (layout.tags.contains(place.x(), place.y(), false) && lane < m_scene.tags.size())
        return laneText(m_scene.tags[lane]);
    return {};
}

void TrackLanes::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) redraw();
    QWidget::changeEvent(event);
}

void TrackLanes::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    Q_EMIT timeChanged(); // a pixel is another stretch of time now
}

void TrackLanes::selectFromHere()
{
    select(Stretch { m_cursor,
        m_selection ? std::max(m_selection->second, m_cursor) : m_scene.time.duration() });
}

void TrackLanes::selectToHere()
{
    select(Stretch { m_selection ? std::min(m_selection->first, m_cursor) : 0.0, m_cursor });
}

void TrackLanes::showAll()
{
    TimeWindow time = m_scene.time;
    time.showAll();
    setTime(time);
}

void TrackLanes::keyPressEvent(QKeyEvent* event)
{
    const double step
        = arrowStep(m_scene.time) * (event->modifiers().testFlag(Qt::ShiftModifier) ? 10.0 : 1.0);
    // The keys are about the cursor, wherever the mouse was left.
    m_pointer.reset();
    tellReadout();
    update();
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
    case Qt::Key_0:
        return showAll();
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        TimeWindow time = m_scene.time;
        time.pan((event->key() == Qt::Key_PageUp ? -0.9 : 0.9) * time.span());
        return setTime(time);
    }
    case Qt::Key_BracketLeft: // the selection without a mouse: from here ...
        return selectFromHere();
    case Qt::Key_BracketRight: // ... to here
        return selectToHere();
    case Qt::Key_Escape:
        return select(std::nullopt);
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace circumplex
