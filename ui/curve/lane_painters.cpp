#include "ui/curve/lane_painters.h"

#include "ui/curve/comment_places.h"
#include "ui/curve/curve_columns.h"
#include "ui/curve/lane.h"
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

QString tr(const char* text)
{
    return QCoreApplication::translate("circumplex", text);
}

} // namespace

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
