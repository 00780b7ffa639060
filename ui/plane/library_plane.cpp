#include "ui/plane/library_plane.h"

#include "ui/common/theme.h"

#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPinchGesture>
#include <QWheelEvent>

#include <cmath>

namespace circumplex {

namespace {

const QRectF kEverything { 0.9, 0.9, 8.2, 8.2 };
constexpr double kClosest = 0.25; ///< points of the scale across, at most zoom
constexpr int kDot = 6; ///< pixels
constexpr int kBeside = 46, kAbove = 34; ///< for the scale and the axes' names
constexpr double kRing = 9.0; ///< around the current song
constexpr int kHoverMs = 80;
constexpr int kSpanMs = 120; ///< without a key, and the rectangle selects

QPointF placeOf(const EmotionPoint& point)
{
    return { static_cast<double>(point.valence), static_cast<double>(point.arousal) };
}

} // namespace

LibraryPlane::LibraryPlane(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    grabGesture(Qt::PinchGesture);
    setAccessibleName(tr("The library on valence and arousal"));
    for (QTimer* timer : { &m_hoverTimer, &m_cursorTimer, &m_spanTimer })
        timer->setSingleShot(true);
    m_hoverTimer.setInterval(kHoverMs);
    m_cursorTimer.setInterval(kHoverMs);
    m_spanTimer.setInterval(kSpanMs);
    connect(&m_hoverTimer, &QTimer::timeout, this, &LibraryPlane::hover);
    connect(&m_spanTimer, &QTimer::timeout, this, [this] { select(m_line); });
    connect(&m_cursorTimer, &QTimer::timeout, this, [this] {
        const auto near = pointNearCursor();
        if (!near) return;
        m_hovered = near->id;
        Q_EMIT hovered(near->id, mapToGlobal(toPixels(*m_cursor).toPoint()));
    });
}

void LibraryPlane::setPlayhead(std::optional<QPointF> place)
{
    if (m_playhead == place) return;
    const auto around = [this](const QPointF& at) {
        return QRectF(toPixels(at), QSizeF()).adjusted(-12, -12, 12, 12).toAlignedRect();
    };
    if (m_playhead) update(around(*m_playhead));
    m_playhead = place;
    if (m_playhead) update(around(*m_playhead));
}

void LibraryPlane::setCurrent(TrackId track)
{
    m_current = track;
    m_currentPlace.reset();
    if (track)
        m_scene.points->visit({ 0.0, 0.0, 10.0, 10.0 }, [this](const EmotionPoint& point) {
            if (point.id == m_current) m_currentPlace = placeOf(point);
        });
    update();
}

void LibraryPlane::takeSongs()
{
    setCurrent(m_current);
    if (!m_line.isEmpty()) {
        Q_EMIT selectedAgain(m_scene.reachable().inside(m_line), m_current);
    } else if (m_picked) {
        const QPointF place = placeOf(*m_picked);
        bool isThere = false;
        m_scene.reachable().visit(
            QRectF(place, QSizeF(0.0, 0.0)).adjusted(-1e-4, -1e-4, 1e-4, 1e-4),
            [&](const EmotionPoint& point) { isThere = isThere || point.id == m_picked->id; });
        Q_EMIT selectedAgain(isThere ? std::vector { m_picked->id } : std::vector<TrackId> {},
            isThere ? m_picked->id : TrackId {});
    }
}

void LibraryPlane::setView(const QRectF& view)
{
    hideCard();
    const double size = std::clamp(view.width(), kClosest, kEverything.width());
    const double left = std::clamp(view.left(), kEverything.left(), kEverything.right() - size);
    const double low = std::clamp(view.top(), kEverything.top(), kEverything.bottom() - size);
    m_view = { left, low, size, size };
    refresh();
}

void LibraryPlane::refresh()
{
    update();
    if (const bool dots = showsDots(); std::exchange(m_showedDots, dots) != dots)
        Q_EMIT lookChanged();
}

bool LibraryPlane::showsDots() const
{
    return m_scene.reachable().countNear(m_view) <= PlaneScene::kMostDots;
}

PlaneCanvas LibraryPlane::canvas() const
{
    // Square, so that both axes have one scale.
    const int side = std::min(width() - 2 * kBeside, height() - 2 * kAbove);
    return { QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_view };
}

double LibraryPlane::pixelsPerPoint() const
{
    return canvas().pixels.width() / m_view.width();
}

QPointF LibraryPlane::toPlace(const QPointF& pixels) const
{
    const QRectF area = canvas().pixels;
    return { m_view.left() + (pixels.x() - area.left()) / pixelsPerPoint(),
        m_view.top() + (area.bottom() - pixels.y()) / pixelsPerPoint() };
}

void LibraryPlane::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    const double ratio = devicePixelRatioF();
    const PlaneCanvas place = canvas();
    const QRectF& area = place.pixels;
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // as valence grows, in every language
    const int pixels = qRound(area.width() * ratio);
    QImage picture = m_layer.show(m_scene, m_view, pixels, ratio, font(), theme);
    picture.setDevicePixelRatio(ratio);
    painter.setClipRegion(QRegion(rect()) - area.toRect());
    painter.fillRect(rect(), theme.paper);
    painter.setClipRect(area);
    painter.drawImage(area.topLeft(), picture);
    paintPlaneQuarterNames(painter, place, font(), theme);
    paintSelection(painter);
    paintCurrent(painter);
    paintPlayhead(painter);
    paintCursor(painter);
    painter.setClipping(false);
    paintPlaneFrame(painter, place, hasFocus(), font(), theme);
}

void LibraryPlane::paintSelection(QPainter& painter) const
{
    if (m_line.size() < 2) return;
    const Theme& theme = Theme::of(palette());
    QPolygonF line;
    for (const QPointF& place : m_line)
        line << toPixels(place);
    QColor fill = theme.accent;
    fill.setAlphaF(0.12F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.paper, 4.0));
    painter.setBrush(fill);
    painter.drawPolygon(line);
    painter.setPen(QPen(theme.accent, 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(line);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void LibraryPlane::paintPlayhead(QPainter& painter) const
{
    if (!m_playhead) return;
    const Theme& theme = Theme::of(palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.paper, 2.5));
    painter.setBrush(theme.ink);
    painter.drawEllipse(toPixels(*m_playhead), 8.0, 8.0);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void LibraryPlane::paintCurrent(QPainter& painter) const
{
    if (!m_currentPlace) return;
    const Theme& theme = Theme::of(palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : { QPen(theme.paper, 5.0), QPen(theme.ink, 2.0) }) {
        painter.setPen(pen);
        painter.drawEllipse(toPixels(*m_currentPlace), kRing, kRing);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

bool LibraryPlane::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Before the window's own commands take it.
        if (!wantsKey(*static_cast<QKeyEvent*>(event))) break;
        event->accept();
        return true;
    case QEvent::Gesture:
        return pinch(*static_cast<QGestureEvent*>(event));
    case QEvent::NativeGesture: {
        const auto& gesture = *static_cast<QNativeGestureEvent*>(event);
        if (gesture.gestureType() != Qt::ZoomNativeGesture) break;
        zoom(1.0 + gesture.value(), toPlace(gesture.position()));
        event->accept();
        return true;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

bool LibraryPlane::pinch(QGestureEvent& event)
{
    const auto* gesture = static_cast<QPinchGesture*>(event.gesture(Qt::PinchGesture));
    if (!gesture) return false;
    // The first finger began to draw.
    if (m_drag != Drag::None) {
        m_drag = Drag::None;
        m_line.clear();
    }
    const QPointF now = mapFromGlobal(gesture->centerPoint());
    if (gesture->changeFlags().testFlag(QPinchGesture::CenterPointChanged)) {
        const QPointF before = mapFromGlobal(gesture->lastCenterPoint());
        const QPointF moved = toPlace(before) - toPlace(now);
        setView(m_view.translated(moved));
    }
    if (gesture->changeFlags().testFlag(QPinchGesture::ScaleFactorChanged))
        zoom(gesture->scaleFactor(), toPlace(now));
    event.accept(Qt::PinchGesture);
    return true;
}

void LibraryPlane::mousePressEvent(QMouseEvent* event)
{
    m_dragBegin = event->position();
    m_viewBefore = m_view;
    m_showsCursor = false;
    m_cursor = toPlace(m_dragBegin);
    m_anchor.reset();
    const bool pans
        = event->button() != Qt::LeftButton || event->modifiers().testFlag(Qt::ControlModifier);
    m_drag = pans                                        ? Drag::Pan
        : event->modifiers().testFlag(Qt::ShiftModifier) ? Drag::Rectangle
                                                         : Drag::Lasso;
    if (m_drag != Drag::Pan) {
        m_line = { toPlace(m_dragBegin) };
        m_picked.reset();
    }
    if (m_drag == Drag::Pan) setCursor(Qt::ClosedHandCursor);
    hideCard();
    update();
}

void LibraryPlane::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position();
    switch (m_drag) {
    case Drag::None:
        m_hoverTimer.start();
        return;
    case Drag::Lasso:
        m_line << toPlace(m_pointer);
        break;
    case Drag::Rectangle:
        m_line = QPolygonF(QRectF(toPlace(m_dragBegin), toPlace(m_pointer)).normalized());
        break;
    case Drag::Pan: {
        const QPointF moved = (m_pointer - m_dragBegin) / pixelsPerPoint();
        setView(m_viewBefore.translated(-moved.x(), moved.y()));
        break;
    }
    }
    update();
}

void LibraryPlane::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    setCursor(Qt::CrossCursor);
    // A click is a drag over less than the dot it is meant for.
    const bool isClick = (event->position() - m_dragBegin).manhattanLength() < kDot;
    if (drag == Drag::Pan && isClick && event->button() == Qt::RightButton) {
        const auto point = pointAt(event->position());
        Q_EMIT menuWanted(point ? point->id : TrackId {}, event->globalPosition().toPoint());
    }
    if (drag == Drag::Pan || drag == Drag::None) return;
    if (isClick && m_line.size() < 8)
        pickPoint(pointAt(event->position()));
    else
        select(m_line);
}

void LibraryPlane::contextMenuEvent(QContextMenuEvent* event)
{
    // That of the mouse waits for the button to come up: it may move the plane.
    if (event->reason() != QContextMenuEvent::Keyboard) return;
    const QPointF at = m_showsCursor ? toPixels(*m_cursor) : canvas().pixels.center();
    Q_EMIT menuWanted({}, mapToGlobal(at.toPoint()));
}

std::optional<EmotionPoint> LibraryPlane::pointAt(const QPointF& pixels) const
{
    return m_scene.reachable().nearest(toPlace(pixels), 8.0 / pixelsPerPoint());
}

void LibraryPlane::forgetLine()
{
    m_line.clear();
    m_picked.reset();
    update();
}

void LibraryPlane::pick(TrackId track)
{
    m_scene.reachable().visit({ 0.0, 0.0, 10.0, 10.0 }, [&](const EmotionPoint& point) {
        if (point.id == track) pickPoint(point);
    });
}

void LibraryPlane::pickPoint(const std::optional<EmotionPoint>& point)
{
    m_line.clear();
    m_picked = point;
    update();
    Q_EMIT selected(point ? std::vector { point->id } : std::vector<TrackId> {},
        point ? point->id : TrackId {});
}

void LibraryPlane::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto point = pointAt(event->position())) Q_EMIT trackOpened(point->id);
}

void LibraryPlane::wheelEvent(QWheelEvent* event)
{
    zoom(std::pow(1.2, event->angleDelta().y() / 120.0), toPlace(event->position()));
    event->accept();
}

void LibraryPlane::leaveEvent(QEvent*)
{
    hideCard();
}

void LibraryPlane::hideEvent(QHideEvent* event)
{
    hideCard();
    QWidget::hideEvent(event);
}

void LibraryPlane::hideCard()
{
    m_hoverTimer.stop();
    m_cursorTimer.stop();
    if (std::exchange(m_hovered, TrackId {})) Q_EMIT hovered({}, {});
}

void LibraryPlane::changeEvent(QEvent* event)
{
    // Words and colours may be others.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::LanguageChange)
        m_layer.forget();
    QWidget::changeEvent(event);
}

void LibraryPlane::zoom(double factor, const QPointF& around)
{
    const double size = std::clamp(m_view.width() / factor, kClosest, kEverything.width());
    const double share = size / m_view.width();
    setView({ around.x() - (around.x() - m_view.left()) * share,
        around.y() - (around.y() - m_view.top()) * share, size, size });
}

void LibraryPlane::select(const QPolygonF& line, TrackId current)
{
    m_spanTimer.stop();
    m_line = line;
    m_picked.reset();
    update();
    Q_EMIT selected(
        line.isEmpty() ? std::vector<TrackId> {} : m_scene.reachable().inside(line), current);
}

void LibraryPlane::hover()
{
    std::optional<EmotionPoint> point;
    if (showsDots())
        point = m_scene.reachable().nearest(toPlace(m_pointer), 6.0 / pixelsPerPoint());
    const TrackId track = point ? point->id : TrackId {};
    if (track == m_hovered) return;
    m_hovered = track;
    Q_EMIT hovered(track, mapToGlobal(m_pointer.toPoint()));
}

} // namespace circumplex
