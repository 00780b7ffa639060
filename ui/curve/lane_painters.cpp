#include "ui/curve/lane_painters.h"

#include "ui/curve/comment_places.h"
#include "ui/curve/curve_columns.h"
#include "ui/curve/lane.h"
#include "ui/curve/series_mark.h"
#include "ui/curve/track_text.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr std::size_t kMostChordBoxes = 2000;
constexpr int kTicks = 30; ///< width of the residual's numbers
constexpr double kResidualScale = 4.0; ///< points above and below the main model

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
    ResidualLine(QPainter& painter, const QRect& area, const Lane& lane)
        : m_painter(painter)
        , m_area(area)
        , m_lane(lane)
    {
    }

    void add(double x, double value)
    {
        m_line.append({ x, m_lane.y(std::clamp(value, -kResidualScale, kResidualScale)) });
        const bool isBeyond = std::abs(value) > kResidualScale + 1e-6;
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

    void setPen(const QPen& pen) { m_pen = pen; }

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
    const Lane lane(painter, area, scene.time, -kResidualScale, kResidualScale);
    painter.fillRect(area, colours.panel);
    painter.setPen(colours.rule);
    painter.drawLine(QPointF(area.left(), lane.y(0.0)), QPointF(area.right(), lane.y(0.0)));
    if (scene.curves.empty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const EmotionCurve& main = scene.curves.front().curve;
    const auto paint = [&](bool isValence, const QPen& pen, auto valueAt) {
        ResidualLine line(painter, area, lane);
        line.setPen(pen);
        for (int x = 0; x < area.width(); ++x) {
            const double seconds = scene.time.secondsAt((x + 0.5) / area.width());
            const auto said = valueAt(seconds);
            const auto model = curveValueAt(main, isValence ? main.valence : main.arousal, seconds);
            if (said && model)
                line.add(area.left() + x + 0.5, *said - *model);
            else
                line.lift();
        }
        line.lift();
        line.paintArrows();
    };
    for (std::size_t i = 1; i < scene.curves.size(); ++i) {
        const EmotionCurve& other = scene.curves[i].curve;
        for (const bool isValence : { true, false })
            paint(isValence,
                modelPen(isValence ? colours.valence : colours.arousal, isValence, 1.0),
                [&](double seconds) {
                    return curveValueAt(other, isValence ? other.valence : other.arousal, seconds);
                });
    }
    for (const auto* human : scene.shownTraces()) {
        const bool isValence = human->trace.dimension == TraceDimension::Valence;
        paint(isValence,
            personPen(
                isValence ? colours.valence : colours.arousal, scene.placeOfRater(human->rater)),
            [&](double seconds) { return traceValueAt(human->trace, seconds); });
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintChords(
    QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours)
{
    paintLaneName(painter, area, tr("chords"), colours.secondaryInk);
    const Lane lane(painter, area, scene.time, 0.0, 1.0);
    painter.fillRect(area, colours.panel);
    const QFont font = palette::font(12);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const auto& chords = scene.mainReading()->stored.annotation.chords;
    auto chord = std::ranges::upper_bound(
        chords, scene.time.begin(), {}, [](const ChordSpan& span) { return span.endSeconds; });
    const auto visibleEnd
        = std::ranges::upper_bound(chords, scene.time.end(), {}, &ChordSpan::startSeconds);
    if (visibleEnd - chord > static_cast<std::ptrdiff_t>(kMostChordBoxes)) {
        painter.setPen(colours.secondaryInk);
        painter.drawText(area, Qt::AlignCenter, tr("zoom in to read the chords"));
        return;
    }
    for (; chord != visibleEnd; ++chord) {
        const QString text = chordText(chord->chordClass);
        if (text.isEmpty()) continue;
        // Only what is seen of it: a name stays in view as long as its chord does.
        const double begin = std::max(lane.x(chord->startSeconds), area.left() + 0.0);
        const double end = std::min(lane.x(chord->endSeconds), area.right() + 1.0);
        const QRectF box(begin, area.top(), end - begin, area.height());
        painter.fillRect(box.adjusted(0, 1, -1, -1), colours.rule);
        if (metrics.horizontalAdvance(text) + 4 > box.width()) continue;
        painter.setPen(colours.ink);
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

void paintKey(QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours)
{
    paintLaneName(painter, area, tr("key"), colours.secondaryInk);
    painter.setPen(colours.ink);
    const QString key = keyText(*scene.mainReading());
    painter.drawText(area.adjusted(6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
        key.isEmpty() ? tr("none heard") : key);
}

void paintTags(QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours)
{
    QRect row(area.left(), area.top(), area.width(), kTagLane);
    const EmotionCurve& curve = scene.curves.front().curve;
    for (const auto& tag : scene.tags) {
        if (row.bottom() > area.bottom()) break;
        paintLaneName(painter, row, tag.name, colours.secondaryInk);
        const auto ranges = curveColumns(tag.values, curve.startSeconds, curve.hopSeconds,
            scene.time.begin(), scene.time.end(), row.width());
        QImage strip(row.width(), 1, QImage::Format_RGB32);
        for (int x = 0; x < row.width(); ++x) {
            const ColumnRange& range = ranges[static_cast<std::size_t>(x)];
            const float middle = 0.5F * (range.low + range.high);
            const float share = range.isEmpty()
                ? 0.0F
                : 0.05F + 0.75F * (middle - tag.least) / (tag.most - tag.least);
            const auto mix = [share](int from, int to) {
                return from + static_cast<int>(share * static_cast<float>(to - from));
            };
            strip.setPixel(x, 0,
                qRgb(mix(colours.panel.red(), colours.ink.red()),
                    mix(colours.panel.green(), colours.ink.green()),
                    mix(colours.panel.blue(), colours.ink.blue())));
        }
        painter.drawImage(row.adjusted(0, 1, 0, -1), strip);
        painter.setPen(colours.secondaryInk);
        painter.drawText(QRect(row.right() + 8, row.top(), kLaneRight - 10, row.height()),
            Qt::AlignLeft | Qt::AlignVCenter,
            QStringLiteral("ø %L1 %").arg(std::lround(tag.wholeTrack * 100.0F)));
        row.translate(0, kTagLane);
    }
}

void paintComments(
    QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours)
{
    paintLaneName(painter, area, tr("comments"), colours.secondaryInk);
    const Lane lane(painter, area, scene.time, 0.0, 1.0);
    const QFont font = palette::font(12);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const auto places = placeComments(scene, area);
    for (const PlacedComment& placed : places)
        painter.fillRect(placed.bar, placed.comment->endSeconds ? colours.rule : colours.accent);
    painter.setPen(colours.ink);
    for (const PlacedComment& placed : places)
        painter.drawText(placed.text, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(QString::fromStdString(placed.comment->text).simplified(),
                Qt::ElideRight, static_cast<int>(placed.text.width())));
}

} // namespace circumplex
