#include "ui/curve/track_painter.h"

#include "ui/curve/lane_painters.h"
#include "ui/curve/text_lines.h"
#include "ui/curve/track_text.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace circumplex {

void paintWaveform(QPainter& painter, const QRect& area, const TrackScene& scene,
    const TimeWindow& time, const QColor& colour)
{
    if (!scene.waveform || !scene.view) return;
    const double rate = scene.waveform->sampleRateHz();
    const double first = (scene.view->soundOffsetSeconds() + time.begin()) * rate;
    const double step = time.span() * rate / area.width();
    std::vector<Peak> peaks(static_cast<std::size_t>(area.width()));
    const auto& closeUp = scene.closeUp;
    const auto closeCount = static_cast<double>(closeUp.mono.size());
    const double offset = first - static_cast<double>(closeUp.firstSample);
    if (step < WaveformPyramid::kBaseSamples && closeCount > 0.0 && offset >= 0.0
        && offset < closeCount) {
        for (std::size_t i = 0; i < peaks.size(); ++i) {
            const double from = offset + static_cast<double>(i) * step;
            if (from >= closeCount) break;
            // To the next column's first sample, so that the line does not break between samples.
            const auto end = static_cast<std::size_t>(std::min(from + step + 1.0, closeCount));
            for (auto k = static_cast<std::size_t>(from); k < std::max<std::size_t>(end, 1); ++k) {
                peaks[i].lowest = std::min(peaks[i].lowest, closeUp.mono[k]);
                peaks[i].highest = std::max(peaks[i].highest, closeUp.mono[k]);
            }
        }
    } else {
        scene.waveform->peaks(first, step, peaks);
    }
    QVector<QLineF> lines;
    lines.reserve(area.width());
    const double middle = area.top() + area.height() / 2.0;
    const double scale = area.height() / 2.0 - 1.0;
    for (int x = 0; x < area.width(); ++x) {
        const Peak& peak = peaks[static_cast<std::size_t>(x)];
        if (peak.isEmpty()) continue;
        const double at = area.left() + x + 0.5;
        lines.append(QLineF(at, middle - static_cast<double>(peak.highest) * scale - 0.5, at,
            middle - static_cast<double>(peak.lowest) * scale + 0.5));
    }
    painter.setPen(QPen(colour, 1.0));
    painter.drawLines(lines);
}

namespace {

/// As much of it as there is room for; a tip has the rest. Lanes that gave way are counted.
void paintCaption(
    QPainter& painter, const TrackLayout& layout, const TrackScene& scene, const Theme& colours)
{
    constexpr int kLine = 16;
    constexpr int kGap = 16;
    const QFont font = palette::font(12);
    const QString caption = captionText(scene);
    const Qt::Alignment start = startOf(caption);
    QRect row(layout.caption.topLeft(), QSize(layout.caption.width(), kLine));
    painter.setFont(font);
    painter.setPen(colours.secondaryInk);
    if (layout.hiddenLanes > 0) {
        const QString hint = hiddenLanesText(layout.hiddenLanes);
        const bool isMirrored = start == Qt::AlignRight;
        painter.drawText(
            row, (isMirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, hint);
        const int taken = QFontMetrics(font).horizontalAdvance(hint) + kGap;
        row.adjust(isMirrored ? taken : 0, 0, isMirrored ? 0 : -taken, 0);
    }
    const int most = std::max(layout.caption.height() / kLine, 1);
    for (const QString& line : textLines(caption, font, row.width(), most)) {
        painter.drawText(row, start | Qt::AlignVCenter, line);
        row.translate(0, kLine);
    }
}

} // namespace

void paintTrack(QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours)
{
    const TrackLayout layout(area, scene);
    painter.fillRect(area, colours.paper);
    if (!scene.view || scene.time.duration() <= 0.0) return;
    painter.save();
    painter.setClipRect(layout.plot);
    paintWaveform(painter, layout.plot, scene, scene.time, colours.waveform);
    painter.restore();
    paintGrid(painter, layout, scene, colours);
    paintCurves(painter, layout, scene, colours);
    if (!layout.comments.isNull()) paintComments(painter, layout.comments, scene, colours);
    if (!layout.residual.isNull()) paintResidual(painter, layout.residual, scene, colours);
    if (!layout.chords.isNull()) paintChords(painter, layout.chords, scene, colours);
    if (!layout.key.isNull()) paintKey(painter, layout.key, scene, colours);
    if (!layout.tags.isNull()) paintTags(painter, layout.tags, scene, colours);
    if (!layout.caption.isNull()) paintCaption(painter, layout, scene, colours);
}

} // namespace circumplex
