#include "ui/label/relative_plot.h"

#include "ui/common/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr double kShownSeconds = 20.0;
constexpr double kNowShare = 0.8; ///< of the width, where the present is
constexpr double kLeastRange = 6.0; ///< of values in view
constexpr double kMargin = 0.15; ///< of the range, above and below the line
constexpr double kCatchUpSeconds = 0.25; ///< in which the view follows most of the way
constexpr double kArrow = 0.25, kNotch = 0.5;
constexpr double kNotchUnits = 120.0; ///< of a wheel, as Qt gives it
constexpr double kPixelsPerPoint = 40.0;
constexpr double kRing = 10.0; ///< pixels, radius
constexpr int kFrameMs = 33;

} // namespace

RelativePlot::RelativePlot(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SizeVerCursor);
    m_frame.setInterval(kFrameMs);
    connect(&m_frame, &QTimer::timeout, this, &RelativePlot::tick);
    setDimension(TraceDimension::Arousal);
}

void RelativePlot::setDimension(TraceDimension dimension)
{
    m_dimension = dimension;
    setAccessibleName(dimension == TraceDimension::Valence ? tr("Valence without ends")
                                                           : tr("Arousal without ends"));
    restart();
}

void RelativePlot::setLive(bool isLive)
{
    if (std::exchange(m_isLive, isLive) == isLive) return;
    m_heldAt.reset();
    m_clock.start();
    if (isLive)
        m_frame.start();
    else
        m_frame.stop();
    update();
}

void RelativePlot::setPale(bool isPale)
{
    if (std::exchange(m_isPale, isPale) != isPale) update();
}

void RelativePlot::restart(std::optional<double> value)
{
    m_value = value;
    m_speed = 0.0;
    m_heldAt.reset();
    m_line.clear();
    if (m_value) m_line.push_back({ m_now, *m_value });
    m_least = m_value.value_or(0.0) - kLeastRange / 2.0;
    m_most = m_least + kLeastRange;
    describe();
    update();
}

void RelativePlot::moveBy(double amount)
{
    if (!m_isLive) return;
    m_value = m_value.value_or(0.0) + amount;
    m_line.push_back({ m_now, *m_value });
    describe();
    update();
    Q_EMIT moved(*m_value);
}

void RelativePlot::setSpeed(double perSecond)
{
    m_speed = perSecond;
}

void RelativePlot::tick()
{
    const double seconds = static_cast<double>(m_clock.restart()) / 1000.0;
    m_now += seconds;
    if (m_speed != 0.0)
        moveBy(m_speed * seconds);
    else if (m_value)
        m_line.push_back({ m_now, *m_value });
    // One point to the left of the view, so that the line does not begin inside it.
    while (m_line.size() > 1 && m_line[1].seconds < m_now - kShownSeconds)
        m_line.pop_front();
    followLine(seconds);
    update();
}

/// Lets the view glide to where the whole line is in it.
void RelativePlot::followLine(double seconds)
{
    if (m_line.empty()) return;
    const auto [least, most] = std::ranges::minmax(m_line, {}, &Point::value);
    const double middle = (least.value + most.value) / 2.0;
    const double half
        = std::max(kLeastRange, (most.value - least.value) * (1.0 + 2.0 * kMargin)) / 2.0;
    const double share = 1.0 - std::exp(-seconds / kCatchUpSeconds);
    m_least += share * (middle - half - m_least);
    m_most += share * (middle + half - m_most);
}

void RelativePlot::describe()
{
    setAccessibleDescription(m_value
            ? tr("%1 from where you began")
                  .arg((*m_value > 0.0 ? QStringLiteral("+") : QString())
                      + QLocale().toString(*m_value, 'f', 1))
            : tr("Nothing said yet. Up is more, down is less, and neither ends."));
}

double RelativePlot::yOf(double value) const
{
    // What is just now beyond the view stays in sight at its edge.
    const double share = (value - m_least) / (m_most - m_least);
    return std::clamp(height() * (1.0 - share), kRing + 2.0, height() - kRing - 2.0);
}

void RelativePlot::paintGround(QPainter& painter, const Theme& theme) const
{
    const QRectF area = QRectF(rect()).adjusted(1.0, 1.0, -1.0, -1.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(area, 4.0, 4.0);
    // Lines that move with the view show that it goes on; they have no numbers, since there is no
    // unit.
    const double step = std::exp2(std::ceil(std::log2((m_most - m_least) / 8.0)));
    painter.setPen(QPen(theme.rule, 1.0));
    for (double line = std::ceil(m_least / step) * step; line < m_most; line += step) {
        const double y = height() * (1.0 - (line - m_least) / (m_most - m_least));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.rule, hasFocus() ? 2.0 : 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area, 4.0, 4.0);

    const QRectF words = area.adjusted(12.0, 8.0, -12.0, -8.0);
    const bool isValence = m_dimension == TraceDimension::Valence;
    painter.setPen(theme.secondaryInk);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop,
        isValence ? tr("↑ more pleasant") : tr("↑ more excited"));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom,
        isValence ? tr("↓ more unpleasant") : tr("↓ calmer"));
}

void RelativePlot::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, theme);

    const QColor colour = m_isPale               ? theme.secondaryInk
        : m_dimension == TraceDimension::Valence ? theme.valence
                                                 : theme.arousal;
    const double now = width() * kNowShare;
    const double perSecond = now / kShownSeconds;
    QPolygonF line;
    for (const Point& point : m_line) {
        const double x = now - (m_now - point.seconds) * perSecond;
        line.append({ x, yOf(point.value) });
    }
    if (!line.isEmpty()) line.append({ now, line.last().y() });
    painter.setClipRect(rect().adjusted(2, 2, -2, -2));
    painter.setPen(QPen(colour, 2.0));
    painter.drawPolyline(line);
    painter.setPen(QPen(m_isPale ? theme.secondaryInk : theme.ink, 3.0));
    painter.drawEllipse(QPointF(now, yOf(m_value.value_or(0.0))), kRing - 1.5, kRing - 1.5);
}

void RelativePlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) m_heldAt = event->position().y();
}

void RelativePlot::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_heldAt) return;
    const double y = event->position().y();
    const double amount = (*std::exchange(m_heldAt, y) - y) / kPixelsPerPoint;
    if (amount != 0.0) moveBy(amount);
}

void RelativePlot::mouseReleaseEvent(QMouseEvent*)
{
    m_heldAt.reset();
}

void RelativePlot::wheelEvent(QWheelEvent* event)
{
    const int turned = event->angleDelta().y();
    if (turned != 0) moveBy(kNotch * turned / kNotchUnits);
    event->accept();
}

void RelativePlot::keyPressEvent(QKeyEvent* event)
{
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 4.0 * kArrow : kArrow;
    if (event->key() != Qt::Key_Up && event->key() != Qt::Key_Down)
        return QWidget::keyPressEvent(event);
    moveBy(event->key() == Qt::Key_Up ? step : -step);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void RelativePlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void RelativePlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace circumplex
