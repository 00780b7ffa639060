#include "ui/plane/library_plane.h"

#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <array>
#include <cmath>

namespace circumplex {

namespace {

const QRectF kEverything { 0.9, 0.9, 8.2, 8.2 };
constexpr double kClosest = 0.25; ///< points of the scale across, at most zoom
constexpr int kDot = 6; ///< pixels
constexpr int kMargin = 34; ///< for ticks and the axes' names
constexpr int kHoverMs = 80;

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

} // namespace

LibraryPlane::LibraryPlane(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("The library on valence and arousal"));
    setAccessibleDescription(
        tr("Arrows move, plus and minus zoom, 0 shows all, Enter selects what is in view."));
    m_hoverTimer.setSingleShot(true);
    m_hoverTimer.setInterval(kHoverMs);
    connect(&m_hoverTimer, &QTimer::timeout, this, &LibraryPlane::hover);
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

void LibraryPlane::setView(const QRectF& view)
{
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

QRectF LibraryPlane::canvas() const
{
    // Square, so that both axes have one scale.
    const int side = std::min(width(), height()) - 2 * kMargin;
    return QRectF((width() - side) / 2, (height() - side) / 2, side, side);
}

double LibraryPlane::pixelsPerPoint() const
{
    return canvas().width() / m_view.width();
}

QPointF LibraryPlane::toPixels(const QPointF& place) const
{
    const QRectF area = canvas();
    return { area.left() + (place.x() - m_view.left()) * pixelsPerPoint(),
        area.bottom() - (place.y() - m_view.top()) * pixelsPerPoint() };
}

QPointF LibraryPlane::toPlace(const QPointF& pixels) const
{
    const QRectF area = canvas();
    return { m_view.left() + (pixels.x() - area.left()) / pixelsPerPoint(),
        m_view.top() + (area.bottom() - pixels.y()) / pixelsPerPoint() };
}

void LibraryPlane::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    const double ratio = devicePixelRatioF();
    const QRectF area = canvas();
    QPainter painter(this);
    const int pixels = qRound(area.width() * ratio);
    QImage picture = m_layer.show(m_scene, m_view, pixels, ratio, font(), theme);
    picture.setDevicePixelRatio(ratio);
    painter.setClipRegion(QRegion(rect()) - area.toRect());
    painter.fillRect(rect(), theme.paper);
    painter.setClipRect(area);
    painter.drawImage(area.topLeft(), picture);
    paintQuarterNames(painter);
    paintSelection(painter);
    paintPlayhead(painter);
    painter.setClipping(false);
    paintFrame(painter);
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

void LibraryPlane::paintFrame(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    const QRectF area = canvas();
    painter.setPen(hasFocus() ? QPen(theme.accent, 2.0) : QPen(theme.rule, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);
    QFont small = font();
    small.setPointSizeF(8.5);
    painter.setFont(small);
    painter.setPen(theme.secondaryInk);
    for (int level = 1; level <= 9; ++level) {
        const QPointF at = toPixels(QPointF(level, level));
        const QString text = QLocale().toString(level);
        if (at.x() >= area.left() && at.x() <= area.right())
            painter.drawText(QRectF(at.x() - 20, area.bottom() + 2, 40, 14), Qt::AlignCenter, text);
        if (at.y() >= area.top() && at.y() <= area.bottom())
            painter.drawText(QRectF(area.left() - 18, at.y() - 8, 14, 16),
                Qt::AlignRight | Qt::AlignVCenter, text);
    }
    painter.drawText(QRectF(area.left(), area.bottom() + 16, area.width(), 16), Qt::AlignCenter,
        tr("unpleasant  \u2190  valence  \u2192  pleasant"));
    painter.save();
    painter.translate(area.left() - 26, area.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-area.height() / 2, -8, area.height(), 16), Qt::AlignCenter,
        tr("calm  \u2190  arousal  \u2192  excited"));
    painter.restore();
}

void LibraryPlane::paintQuarterNames(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    QFont bold = font();
    bold.setPointSizeF(11.0);
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(theme.ink);
    for (const QuarterPlace& place : quarterPlaces()) {
        const QRectF area(toPixels(place.area.topLeft()), toPixels(place.area.bottomRight()));
        painter.drawText((area.normalized() & canvas()).adjusted(12, 8, -12, -8),
            static_cast<int>(place.corner), palette::quarterName(place.quarter));
    }
}

void LibraryPlane::mousePressEvent(QMouseEvent* event)
{
    m_dragBegin = event->position();
    m_viewBefore = m_view;
    const bool pans
        = event->button() != Qt::LeftButton || event->modifiers().testFlag(Qt::ControlModifier);
    m_drag = pans                                        ? Drag::Pan
        : event->modifiers().testFlag(Qt::ShiftModifier) ? Drag::Rectangle
                                                         : Drag::Lasso;
    if (m_drag != Drag::Pan) m_line = { toPlace(m_dragBegin) };
    if (m_drag == Drag::Pan) setCursor(Qt::ClosedHandCursor);
    Q_EMIT hovered({}, {});
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
    if (drag == Drag::Pan || drag == Drag::None) return;
    // A click is a drag over less than the dot it is meant for.
    if ((event->position() - m_dragBegin).manhattanLength() < kDot && m_line.size() < 8) {
        m_line.clear();
        const auto point
            = m_scene.reachable().nearest(toPlace(event->position()), 8.0 / pixelsPerPoint());
        update();
        Q_EMIT selected(point ? std::vector { point->id } : std::vector<TrackId> {});
        return;
    }
    select(m_line);
}

void LibraryPlane::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto point
        = m_scene.reachable().nearest(toPlace(event->position()), 8.0 / pixelsPerPoint()))
        Q_EMIT trackOpened(point->id);
}

void LibraryPlane::wheelEvent(QWheelEvent* event)
{
    zoom(std::pow(1.2, event->angleDelta().y() / 120.0), toPlace(event->position()));
    event->accept();
}

void LibraryPlane::keyPressEvent(QKeyEvent* event)
{
    const double step = m_view.width() / 10.0;
    switch (event->key()) {
    case Qt::Key_Left:
        return setView(m_view.translated(-step, 0.0));
    case Qt::Key_Right:
        return setView(m_view.translated(step, 0.0));
    case Qt::Key_Up:
        return setView(m_view.translated(0.0, step));
    case Qt::Key_Down:
        return setView(m_view.translated(0.0, -step));
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.2, m_view.center());
    case Qt::Key_Minus:
        return zoom(1.0 / 1.2, m_view.center());
    case Qt::Key_0:
        return setView(kEverything);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return select(QPolygonF(m_view));
    case Qt::Key_Escape:
        return select({});
    default:
        QWidget::keyPressEvent(event);
    }
}

void LibraryPlane::leaveEvent(QEvent*)
{
    m_hoverTimer.stop();
    m_hovered = {};
    Q_EMIT hovered({}, {});
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

void LibraryPlane::select(const QPolygonF& line)
{
    m_line = line;
    update();
    Q_EMIT selected(line.isEmpty() ? std::vector<TrackId> {} : m_scene.reachable().inside(line));
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
