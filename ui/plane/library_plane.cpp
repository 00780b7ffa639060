#include "ui/plane/library_plane.h"

#include "core/types/mood_tags.h"
#include "ui/common/mood_chips.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
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
/// Shares of ink in the paper, by level of density.
constexpr std::array kShades { 0.0, 0.1, 0.2, 0.32, 0.46, 0.62 };

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

/// Lays `dot` over `layer`, both premultiplied: a third of the time that a QPainter takes for
/// something so small, and there may be 20 000 of them in every frame.
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

void LibraryPlane::setPoints(PlanePoints points)
{
    m_points = std::move(points);
    m_shades = {};
    update();
}

void LibraryPlane::setWordsShown(bool areShown)
{
    m_hasWords = areShown;
    update();
}

void LibraryPlane::setView(const QRectF& view)
{
    const double size = std::clamp(view.width(), kClosest, kEverything.width());
    const double left = std::clamp(view.left(), kEverything.left(), kEverything.right() - size);
    const double low = std::clamp(view.top(), kEverything.top(), kEverything.bottom() - size);
    m_view = { left, low, size, size };
    update();
}

bool LibraryPlane::showsDots() const
{
    return m_points.countNear(m_view) <= kMostDots;
}

QRectF LibraryPlane::canvas() const
{
    // Square, so that both axes have one scale.
    const double side = std::min(width() - 2 * kMargin, height() - 2 * kMargin);
    return { (width() - side) / 2.0, (height() - side) / 2.0, side, side };
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
    QPainter painter(this);
    painter.fillRect(rect(), theme.paper);
    painter.save();
    painter.setClipRect(canvas());
    paintGround(painter);
    if (showsDots())
        paintDots(painter);
    else
        paintDensity(painter);
    paintQuarterNames(painter);
    if (m_hasWords) paintWords(painter);
    if (m_line.size() > 1) {
        QPolygonF line;
        for (const QPointF& place : m_line)
            line << toPixels(place);
        QColor fill = theme.accent;
        fill.setAlphaF(0.12F);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.accent, 1.5));
        painter.setBrush(fill);
        painter.drawPolygon(line);
    }
    painter.restore();
    painter.setPen(hasFocus() ? QPen(theme.accent, 2.0) : QPen(theme.rule, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(canvas());

    QFont small = font();
    small.setPointSizeF(8.5);
    painter.setFont(small);
    painter.setPen(theme.secondaryInk);
    const QRectF area = canvas();
    for (int level = 1; level <= 9; ++level) {
        const QPointF at = toPixels(QPointF(level, level));
        const QString text = QString::number(level);
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

void LibraryPlane::paintGround(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    for (const QuarterPlace& place : quarterPlaces()) {
        const QRectF area
            = QRectF(toPixels(place.area.topLeft()), toPixels(place.area.bottomRight()))
                  .normalized();
        painter.fillRect(area, theme.tint(theme.quarter(place.quarter), 0.06));
    }
    painter.setPen(QPen(theme.rule, 1.0));
    const QPointF middle = toPixels({ 5.0, 5.0 });
    painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), height()));
    painter.drawLine(QPointF(0, middle.y()), QPointF(width(), middle.y()));
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

void LibraryPlane::paintDensity(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    if (m_shades.isNull() || m_shades.colorCount() == 0
        || m_shades.color(5) != theme.tint(theme.ink, kShades[5]).rgba()) {
        m_shades = m_points.density();
        m_shades.reinterpretAsFormat(QImage::Format_Indexed8);
        QList<QRgb> colours { qRgba(0, 0, 0, 0) };
        for (int level = 1; level <= 5; ++level)
            colours << theme.tint(theme.ink, kShades[static_cast<std::size_t>(level)]).rgba();
        m_shades.setColorTable(colours);
    }
    const QRectF whole(toPixels({ 1.0, 9.0 }), toPixels({ 9.0, 1.0 }));
    painter.drawImage(whole, m_shades);
}

void LibraryPlane::paintDots(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    const QRectF area = canvas();
    const double ratio = devicePixelRatioF();
    const int size = std::max(1, qRound(kDot * ratio));
    QImage dot(size, size, QImage::Format_ARGB32_Premultiplied);
    std::array<QImage, 4> dots;
    for (std::size_t quarter = 0; quarter < dots.size(); ++quarter) {
        dot.fill(Qt::transparent);
        QPainter brush(&dot);
        brush.setRenderHint(QPainter::Antialiasing);
        brush.setPen(Qt::NoPen);
        brush.setOpacity(0.6);
        brush.setBrush(theme.quarter(static_cast<palette::Quarter>(quarter)));
        brush.drawEllipse(0, 0, size, size);
        brush.end();
        dots[quarter] = dot.copy();
    }
    QImage layer((area.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    layer.fill(Qt::transparent);
    const double scale = pixelsPerPoint() * ratio;
    m_points.visit(m_view, [&](const EmotionPoint& point) {
        const auto valence = static_cast<double>(point.valence);
        const auto arousal = static_cast<double>(point.arousal);
        const auto quarter = static_cast<std::size_t>(palette::quarterOf(valence, arousal));
        const int x = static_cast<int>((valence - m_view.left()) * scale) - size / 2;
        const int y
            = layer.height() - static_cast<int>((arousal - m_view.top()) * scale) - size / 2;
        stamp(layer, dots[quarter], x, y);
    });
    layer.setDevicePixelRatio(ratio);
    painter.drawImage(area.topLeft(), layer);
}

void LibraryPlane::paintWords(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    QFont small = font();
    small.setPointSizeF(8.5);
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    std::vector<QRectF> taken;
    QColor ground = theme.paper;
    ground.setAlphaF(0.72F);
    for (int tag = 0; tag < static_cast<int>(kMoodTags.size()); ++tag) {
        const MoodPlace place = moodPlace(tag);
        const QPointF at = toPixels({ place.valence, place.arousal });
        const QString word = moodName(tag);
        const QRectF box(at.x() - metrics.horizontalAdvance(word) / 2 - 3, at.y() - 8,
            metrics.horizontalAdvance(word) + 6, 16);
        // Words that lie on each other come apart by zooming in.
        const bool isFree = std::ranges::none_of(
            taken, [&box](const QRectF& other) { return other.intersects(box); });
        if (!isFree || !canvas().intersects(box)) continue;
        taken.push_back(box);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(box, 4, 4);
        painter.setPen(theme.secondaryInk);
        painter.drawText(box, Qt::AlignCenter, word);
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
        const auto point = m_points.nearest(toPlace(event->position()), 8.0 / pixelsPerPoint());
        update();
        Q_EMIT selected(point ? std::vector { point->id } : std::vector<TrackId> {});
        return;
    }
    select(m_line);
}

void LibraryPlane::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto point = m_points.nearest(toPlace(event->position()), 8.0 / pixelsPerPoint()))
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
    Q_EMIT selected(line.isEmpty() ? std::vector<TrackId> {} : m_points.inside(line));
}

void LibraryPlane::hover()
{
    std::optional<EmotionPoint> point;
    if (showsDots()) point = m_points.nearest(toPlace(m_pointer), 6.0 / pixelsPerPoint());
    const TrackId track = point ? point->id : TrackId {};
    if (track == m_hovered) return;
    m_hovered = track;
    Q_EMIT hovered(track, mapToGlobal(m_pointer.toPoint()));
}

} // namespace circumplex
