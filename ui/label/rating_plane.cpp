#include "ui/label/rating_plane.h"

#include "ui/common/theme.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr qint64 kTrailMs = 3000;
constexpr double kStep = 0.25;
constexpr double kRing = 10.0; ///< pixels, radius
constexpr double kInset = 2.0;
constexpr double kBand = 112.0; ///< pixels, of an axis alone

} // namespace

RatingPlane::RatingPlane(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Plane of valence and arousal"));
    m_clock.start();
    m_fade.setInterval(33);
    connect(&m_fade, &QTimer::timeout, this, [this] {
        while (!m_trail.empty() && m_clock.elapsed() - m_trail.front().ms > kTrailMs)
            m_trail.pop_front();
        if (m_trail.empty()) m_fade.stop();
        update();
    });
    describe();
}

void RatingPlane::setAxes(Axes axes)
{
    m_axes = axes;
    m_trail.clear();
    setAccessibleName(axes == Axes::Both ? tr("Plane of valence and arousal")
            : axes == Axes::Valence      ? tr("Scale of valence")
                                         : tr("Scale of arousal"));
    describe();
    update();
}

void RatingPlane::setLive(bool isLive)
{
    m_isLive = isLive;
    setCursor(isLive ? Qt::BlankCursor : Qt::CrossCursor);
    update();
}

void RatingPlane::setPale(bool isPale)
{
    if (std::exchange(m_isPale, isPale) != isPale) update();
}

void RatingPlane::setPlace(const std::optional<EmotionPlace>& place)
{
    m_place = place;
    m_trail.clear();
    describe();
    update();
}

void RatingPlane::setTarget(const std::optional<EmotionPlace>& target)
{
    m_target = target;
    update();
}

void RatingPlane::setModelPlace(const std::optional<EmotionPlace>& place)
{
    m_modelPlace = place;
    update();
}

void RatingPlane::putPlace(EmotionPlace place, Source source)
{
    place.valence = m_axes == Axes::Arousal ? 5.0 : std::clamp(place.valence, 1.0, 9.0);
    place.arousal = m_axes == Axes::Valence ? 5.0 : std::clamp(place.arousal, 1.0, 9.0);
    m_place = place;
    if (m_isLive) {
        m_trail.push_back({ m_clock.elapsed(), place });
        if (!m_fade.isActive()) m_fade.start();
    }
    describe();
    if (source == Source::Keys) {
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
    update();
    Q_EMIT placed(place, source);
}

void RatingPlane::describe()
{
    setAccessibleDescription(m_place
            ? placeText(*m_place, m_axes)
            : tr("Nothing said yet. Arrows move by a quarter of a point, with Shift by one."));
}

QRectF RatingPlane::canvas() const
{
    const double side = std::min(width(), height()) - 2.0 * kInset;
    const QSizeF size(
        m_axes == Axes::Arousal ? kBand : side, m_axes == Axes::Valence ? kBand : side);
    return { (width() - size.width()) / 2.0, (height() - size.height()) / 2.0, size.width(),
        size.height() };
}

QPointF RatingPlane::toPixels(const EmotionPlace& place) const
{
    // The ring stays whole at the scale's ends.
    const QRectF area = canvas().adjusted(kRing, kRing, -kRing, -kRing);
    return { area.left() + (place.valence - 1.0) / 8.0 * area.width(),
        area.bottom() - (place.arousal - 1.0) / 8.0 * area.height() };
}

EmotionPlace RatingPlane::toPlace(const QPointF& pixels) const
{
    const QRectF area = canvas().adjusted(kRing, kRing, -kRing, -kRing);
    return { std::clamp(1.0 + 8.0 * (pixels.x() - area.left()) / area.width(), 1.0, 9.0),
        std::clamp(1.0 + 8.0 * (area.bottom() - pixels.y()) / area.height(), 1.0, 9.0) };
}

void RatingPlane::paintGround(QPainter& painter, const Theme& theme) const
{
    const QRectF area = canvas();
    const QPointF middle = area.center();
    if (m_axes == Axes::Both) {
        for (const double valence : { 3.0, 7.0 })
            for (const double arousal : { 3.0, 7.0 }) {
                const QRectF quarter(valence < 5.0 ? area.left() : middle.x(),
                    arousal > 5.0 ? area.top() : middle.y(), area.width() / 2.0,
                    area.height() / 2.0);
                painter.fillRect(
                    quarter, theme.tint(theme.quarter(palette::quarterOf(valence, arousal)), 0.06));
            }
    } else {
        painter.fillRect(area, theme.panel);
    }
    painter.setPen(QPen(theme.rule, 1.0));
    painter.drawLine(QPointF(area.left(), middle.y()), QPointF(area.right(), middle.y()));
    painter.drawLine(QPointF(middle.x(), area.top()), QPointF(middle.x(), area.bottom()));
    for (int point = 1; point <= 9; ++point) {
        const QPointF at = toPixels({ double(point), double(point) });
        if (m_axes != Axes::Arousal)
            painter.drawLine(QPointF(at.x(), middle.y() - 3.0), QPointF(at.x(), middle.y() + 3.0));
        if (m_axes != Axes::Valence)
            painter.drawLine(QPointF(middle.x() - 3.0, at.y()), QPointF(middle.x() + 3.0, at.y()));
    }
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.rule, hasFocus() ? 2.0 : 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area, 4.0, 4.0);
}

void RatingPlane::paintWords(QPainter& painter, const Theme& theme) const
{
    const QRectF area = canvas().adjusted(8.0, 6.0, -8.0, -6.0);
    painter.setPen(theme.secondaryInk);
    const QPointF middle = area.center();
    if (m_axes != Axes::Arousal) {
        const QRectF above(area.left(), middle.y() - 24.0, area.width(), 20.0);
        painter.drawText(
            above, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter, tr("unpleasant"));
        painter.drawText(
            above, Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter, tr("pleasant"));
    }
    if (m_axes != Axes::Valence) {
        const QRectF beside(m_axes == Axes::Both ? middle.x() + 8.0 : area.left(), area.top(),
            m_axes == Axes::Both ? area.width() / 2.0 : area.width(), area.height());
        const Qt::Alignment across = m_axes == Axes::Both ? Qt::AlignLeft | Qt::AlignAbsolute
                                                          : Qt::Alignment(Qt::AlignHCenter);
        painter.drawText(beside, static_cast<int>(across | Qt::AlignTop), tr("excited"));
        painter.drawText(beside, static_cast<int>(across | Qt::AlignBottom), tr("calm"));
    }
}

void RatingPlane::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, theme);
    paintWords(painter, theme);

    const QColor ink = m_isPale ? theme.secondaryInk : theme.ink;
    for (std::size_t i = 1; i < m_trail.size(); ++i) {
        const double age = static_cast<double>(m_clock.elapsed() - m_trail[i].ms) / kTrailMs;
        QColor colour = ink;
        colour.setAlphaF(static_cast<float>(std::clamp(0.5 * (1.0 - age), 0.0, 0.5)));
        painter.setPen(QPen(colour, 3.0, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(toPixels(m_trail[i - 1].place), toPixels(m_trail[i].place));
    }
    if (m_modelPlace) {
        painter.setPen(QPen(theme.secondaryInk, 2.0));
        const QPointF at = toPixels(*m_modelPlace);
        painter.drawLine(at - QPointF(6.0, 6.0), at + QPointF(6.0, 6.0));
        painter.drawLine(at - QPointF(6.0, -6.0), at + QPointF(6.0, -6.0));
    }
    if (m_target) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.valence);
        painter.drawEllipse(toPixels(*m_target), 6.0, 6.0);
    }
    if (m_place) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 3.0));
        painter.drawEllipse(toPixels(*m_place), kRing - 1.5, kRing - 1.5);
    }
}

void RatingPlane::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) putPlace(toPlace(event->position()), Source::Mouse);
}

void RatingPlane::mouseMoveEvent(QMouseEvent* event)
{
    const bool isInside = canvas().contains(event->position());
    if ((m_isLive && isInside) || event->buttons().testFlag(Qt::LeftButton))
        putPlace(toPlace(event->position()), Source::Mouse);
}

void RatingPlane::keyPressEvent(QKeyEvent* event)
{
    EmotionPlace place = m_place.value_or(EmotionPlace {});
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 4.0 * kStep : kStep;
    switch (event->key()) {
    case Qt::Key_Left:
        place.valence -= step;
        break;
    case Qt::Key_Right:
        place.valence += step;
        break;
    case Qt::Key_Up:
        place.arousal += step;
        break;
    case Qt::Key_Down:
        place.arousal -= step;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    putPlace(place, Source::Keys);
}

void RatingPlane::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void RatingPlane::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

QString placeText(const EmotionPlace& place, RatingPlane::Axes axes)
{
    const auto number = [](double value) { return QLocale().toString(value, 'f', 1); };
    const char* const context = "RatingPlane";
    if (axes == RatingPlane::Axes::Valence)
        return QCoreApplication::translate(context, "valence %1").arg(number(place.valence));
    if (axes == RatingPlane::Axes::Arousal)
        return QCoreApplication::translate(context, "arousal %1").arg(number(place.arousal));
    return QCoreApplication::translate(context, "valence %1, arousal %2")
        .arg(number(place.valence), number(place.arousal));
}

} // namespace circumplex
