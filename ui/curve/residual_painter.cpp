#include "ui/curve/lane_marks.h"
#include "ui/curve/lane_painters.h"
#include "ui/curve/track_text.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <optional>

namespace circumplex {

namespace {

constexpr int kTicks = 30; ///< width of the numbers
constexpr double kScale = 4.0; ///< points above and below the main model

QString tr(const char* text)
{
    return QCoreApplication::translate("circumplex", text);
}

/// The number at the left of a lane, at the height of a value.
void paintTick(QPainter& painter, const QRect& area, double y, const QString& text)
{
    painter.drawText(QRectF(area.left() - kTicks, y - 7, kTicks - 8, 14),
        Qt::AlignRight | Qt::AlignVCenter, text);
}

/// One line of the residual. Where it leaves the scale, an arrow at the edge says so.
class ResidualLine {
public:
    ResidualLine(QPainter& painter, const QRect& area, const Lane& lane, const QPen& pen)
        : m_painter(painter)
        , m_area(area)
        , m_lane(lane)
        , m_pen(pen)
    {
    }

    void add(double x, double value)
    {
        m_line.append({ x, m_lane.y(std::clamp(value, -kScale, kScale)) });
        const bool isBeyond = std::abs(value) > kScale + 1e-6;
        if (isBeyond && x - m_lastArrow >= kArrowGap) {
            m_arrows.append({ x, value > 0.0 ? -1.0 : 1.0 });
            m_lastArrow = x;
        }
    }

    void lift()
    {
        if (m_line.size() > 1) {
            m_painter.setPen(m_pen);
            m_painter.drawPolyline(m_line);
        }
        m_line.clear();
    }

    void paintArrows()
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_pen.color());
        for (const QPointF& arrow : m_arrows) {
            const double edge = arrow.y() < 0.0 ? m_area.top() : m_area.bottom() + 1.0;
            const double base = edge - arrow.y() * 6.0;
            m_painter.drawPolygon(QPolygonF { QPointF(arrow.x(), edge),
                QPointF(arrow.x() - 4.0, base), QPointF(arrow.x() + 4.0, base) });
        }
        m_painter.setBrush(Qt::NoBrush);
    }

private:
    static constexpr double kArrowGap = 24.0;

    QPainter& m_painter;
    QRect m_area;
    const Lane& m_lane;
    QPen m_pen;
    QPolygonF m_line;
    QPolygonF m_arrows; ///< x, and -1 for up
    double m_lastArrow = -1e9;
};

} // namespace

void paintResidual(
    QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours)
{
    painter.setFont(palette::font(10));
    painter.setPen(colours.secondaryInk);
    paintTick(painter, area, area.top() + 5.0, QStringLiteral("+%L1").arg(4));
    paintTick(painter, area, area.center().y(), QStringLiteral("%L1").arg(0));
    paintTick(painter, area, area.bottom() - 5.0, QStringLiteral("−%L1").arg(4));
    const QRect name(
        area.left() - kLaneLeft + 4, area.top(), kLaneLeft - 4 - kTicks, area.height());
    painter.setFont(palette::font(12));
    painter.drawText(name, Qt::AlignRight | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(tr("residual"), Qt::ElideRight, name.width()));
    painter.setFont(palette::font(11));
    painter.drawText(QRect(area.right() + 8, area.top(), kLaneRight - 10, area.height()),
        Qt::AlignLeft | Qt::AlignVCenter, tr("points"));
    const Lane lane(painter, area, scene.time, -kScale, kScale);
    painter.fillRect(area, colours.panel);
    painter.setPen(colours.rule);
    painter.drawLine(QPointF(area.left(), lane.y(0.0)), QPointF(area.right(), lane.y(0.0)));
    if (scene.curves.empty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const EmotionCurve& main = scene.curves.front().curve;
    const auto paint = [&](bool isValence, const QPen& pen, const SeriesMark& mark, auto valueAt) {
        const auto distance = [&](double seconds) -> std::optional<double> {
            const auto said = valueAt(seconds);
            const auto model = curveValueAt(main, isValence ? main.valence : main.arousal, seconds);
            if (!said || !model) return std::nullopt;
            return *said - *model;
        };
        ResidualLine line(painter, area, lane, pen);
        for (int x = 0; x < area.width(); ++x) {
            const auto value = distance(scene.time.secondsAt((x + 0.5) / area.width()));
            if (value)
                line.add(area.left() + x + 0.5, *value);
            else
                line.lift();
        }
        line.lift();
        line.paintArrows();
        paintMarks(painter, lane, scene, area.width() / 2, mark, pen.color(), colours.panel,
            [&](double seconds) -> std::optional<double> {
                const auto value = distance(seconds);
                // Where an arrow is, it says more.
                return value && std::abs(*value) <= kScale ? value : std::nullopt;
            });
    };
    for (std::size_t i = 1; i < scene.curves.size(); ++i) {
        const EmotionCurve& other = scene.curves[i].curve;
        for (const bool isValence : { true, false })
            paint(isValence,
                modelPen(isValence ? colours.valence : colours.arousal, isValence, 1.0),
                TrackScene::markOfModel(i), [&](double seconds) {
                    return curveValueAt(other, isValence ? other.valence : other.arousal, seconds);
                });
    }
    for (const auto* human : scene.shownTraces()) {
        const bool isValence = human->trace.dimension == TraceDimension::Valence;
        const std::size_t place = scene.placeOfRater(human->rater);
        paint(isValence, personPen(isValence ? colours.valence : colours.arousal, place),
            { SeriesMark::Of::Person, place },
            [&](double seconds) { return traceValueAt(human->trace, seconds); });
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace circumplex
