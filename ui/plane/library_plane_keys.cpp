#include "ui/common/theme.h"
#include "ui/plane/library_plane.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace circumplex {

namespace {

constexpr double kSteps = 20.0; ///< of the cursor across the view
constexpr double kReach = 0.25; ///< points of the scale
constexpr double kReachShare = 1.0 / 8.0; ///< of the view, at most
constexpr int kCorners = 64; ///< of the circle that selects
constexpr double kCross = 16.0, kGap = 4.0; ///< pixels

QPolygonF circle(const QPointF& middle, double radius)
{
    QPolygonF line;
    for (int corner = 0; corner < kCorners; ++corner) {
        const double angle = 2.0 * M_PI * corner / kCorners;
        line << middle + radius * QPointF(std::cos(angle), std::sin(angle));
    }
    return line;
}

/// To the right and upwards; nullopt: no arrow.
std::optional<QPointF> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return QPointF(-1.0, 0.0);
    case Qt::Key_Right:
        return QPointF(1.0, 0.0);
    case Qt::Key_Up:
        return QPointF(0.0, 1.0);
    case Qt::Key_Down:
        return QPointF(0.0, -1.0);
    default:
        return std::nullopt;
    }
}

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

void LibraryPlane::setOverview(const QString& sentences)
{
    m_overview = sentences;
    if (!m_showsCursor) setAccessibleDescription(sentences);
}

std::optional<QPointF> LibraryPlane::cursorPlace() const
{
    return m_showsCursor ? m_cursor : std::nullopt;
}

double LibraryPlane::reach() const
{
    return std::min(kReach, m_view.width() * kReachShare);
}

bool LibraryPlane::wantsKey(const QKeyEvent& event) const
{
    // Space plays, except for those who work with the cursor.
    if (event.key() == Qt::Key_Space) return m_showsCursor && event.modifiers() == Qt::NoModifier;
    return directionOf(event.key()) || (isEnter(event.key()) && m_showsCursor)
        || event.matches(QKeySequence::SelectAll);
}

void LibraryPlane::keyPressEvent(QKeyEvent* event)
{
    if (moveByKey(*event)) return;
    if (event->matches(QKeySequence::SelectAll)) return select(QPolygonF(m_view));
    const QPointF middle = cursorPlace().value_or(m_view.center());
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.2, middle);
    case Qt::Key_Minus:
        return zoom(1.0 / 1.2, middle);
    case Qt::Key_0:
        return setView({ 0.9, 0.9, 8.2, 8.2 });
    case Qt::Key_Escape:
        return select({});
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->modifiers().testFlag(Qt::ControlModifier)) return selectNear();
        if (const auto near = pointNearCursor()) Q_EMIT trackOpened(near->id);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void LibraryPlane::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Shift) endSpan();
    QWidget::keyReleaseEvent(event);
}

bool LibraryPlane::moveByKey(const QKeyEvent& event)
{
    const auto direction = directionOf(event.key());
    if (!direction) return false;
    const QPointF step = *direction * (m_view.width() / kSteps);
    if (event.modifiers().testFlag(Qt::ControlModifier))
        setView(m_view.translated(2.0 * step));
    else
        moveCursor(step, event.modifiers().testFlag(Qt::ShiftModifier));
    return true;
}

void LibraryPlane::moveCursor(const QPointF& step, bool isSelecting)
{
    hideCard();
    const QPointF from = m_cursor.value_or(m_view.center());
    if (!isSelecting) m_anchor.reset();
    if (isSelecting && !m_anchor) m_anchor = from;
    m_showsCursor = true;
    const QPointF to = from + step;
    m_cursor = QPointF(std::clamp(to.x(), 1.0, 9.0), std::clamp(to.y(), 1.0, 9.0));
    if (!m_view.contains(*m_cursor)) {
        // From where it is now, just far enough.
        const auto beyond = [](double at, double first, double last) {
            return std::min(at - first, 0.0) + std::max(at - last, 0.0);
        };
        setView(m_view.translated(beyond(m_cursor->x(), m_view.left(), m_view.right()) + step.x(),
            beyond(m_cursor->y(), m_view.top(), m_view.bottom()) + step.y()));
    }
    if (m_anchor) {
        m_line = QPolygonF(QRectF(*m_anchor, *m_cursor).normalized());
        m_picked.reset();
        m_spanTimer.start();
    }
    update();
    tellCursor({});
    m_cursorTimer.start();
}

void LibraryPlane::endSpan()
{
    if (m_spanTimer.isActive()) select(m_line);
}

void LibraryPlane::selectNear()
{
    if (!m_cursor) m_cursor = m_view.center();
    m_showsCursor = true;
    const auto near = pointNearCursor();
    select(circle(*m_cursor, reach()), near ? near->id : TrackId {});
}

std::optional<EmotionPoint> LibraryPlane::pointNearCursor() const
{
    return m_cursor ? m_scene.reachable().nearest(*m_cursor, reach()) : std::nullopt;
}

void LibraryPlane::setCursorSong(TrackId track, const QString& name)
{
    const auto near = pointNearCursor();
    if (m_showsCursor && near && near->id == track) tellCursor(name);
}

/// To a screen reader, which reads a description that changes.
void LibraryPlane::tellCursor(const QString& song)
{
    const QLocale locale;
    int count = 0;
    const double radius = reach();
    m_scene.reachable().visit(
        QRectF(m_cursor->x() - radius, m_cursor->y() - radius, 2.0 * radius, 2.0 * radius),
        [&](const EmotionPoint& point) {
            const double distance = std::hypot(static_cast<double>(point.valence) - m_cursor->x(),
                static_cast<double>(point.arousal) - m_cursor->y());
            if (distance <= radius) ++count;
        });
    const int decimals = m_view.width() < 2.0 ? 2 : 1;
    QStringList sentences {
        tr("Valence %1, arousal %2.")
            .arg(locale.toString(m_cursor->x(), 'f', decimals),
                locale.toString(m_cursor->y(), 'f', decimals)),
        tr("%Ln song(s) within %1 of a point.", nullptr, count)
            .arg(locale.toString(radius, 'g', 2)),
    };
    if (!song.isEmpty()) sentences << tr("Nearest: %1.").arg(song);
    setAccessibleDescription(sentences.join(QLatin1Char(' ')));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void LibraryPlane::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason) {
        if (!m_cursor || !m_view.contains(*m_cursor)) m_cursor = m_view.center();
        m_showsCursor = true;
    }
    update();
}

void LibraryPlane::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    endSpan();
    m_anchor.reset();
    m_showsCursor = false;
    hideCard();
    setAccessibleDescription(m_overview);
}

void LibraryPlane::paintCursor(QPainter& painter) const
{
    if (!m_showsCursor || !m_cursor || !hasFocus()) return;
    const Theme& theme = Theme::of(palette());
    const QPointF at = toPixels(*m_cursor);
    const double radius = reach() * pixelsPerPoint();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : { QPen(theme.paper, 4.0), QPen(theme.ink, 1.5) }) {
        painter.setPen(pen);
        for (const QPointF& arm :
            { QPointF(1.0, 0.0), QPointF(-1.0, 0.0), QPointF(0.0, 1.0), QPointF(0.0, -1.0) })
            painter.drawLine(at + kGap * arm, at + kCross * arm);
        painter.drawEllipse(at, radius, radius);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace circumplex
