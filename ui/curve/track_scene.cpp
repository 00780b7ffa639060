#include "ui/curve/track_scene.h"

#include "core/types/mood_tags.h"
#include "ui/curve/curve_columns.h"
#include "ui/curve/track_text.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace circumplex {

namespace {

constexpr int kLeft = 92; ///< names of lanes and numbers of the axis
constexpr int kRight = 92; ///< names of curves
constexpr int kTagLane = 18;
constexpr std::size_t kStrongest = 5;
constexpr std::size_t kMostChordBoxes = 2000;

QString tr(const char* text)
{
    return QCoreApplication::translate("circumplex", text);
}

/// Draws within one lane or plot; y is a value on a scale.
class Lane {
public:
    Lane(QPainter& painter, const QRect& area, const TimeWindow& time, double low, double high)
        : m_painter(painter)
        , m_area(area)
        , m_time(time)
        , m_low(low)
        , m_high(high)
    {
        painter.save();
        painter.setClipRect(area);
    }
    ~Lane() { m_painter.restore(); }
    Lane(const Lane&) = delete;

    double x(double seconds) const { return m_area.left() + m_time.shareOf(seconds) * width(); }
    double y(double value) const
    {
        return m_area.bottom() - (value - m_low) / (m_high - m_low) * (m_area.height() - 1);
    }
    double width() const { return m_area.width(); }

    std::vector<ColumnRange> columns(const EmotionCurve& curve, std::span<const float> values) const
    {
        return curveColumns(values, curve.startSeconds, curve.hopSeconds, m_time.begin(),
            m_time.end(), m_area.width());
    }

    /// One line through the columns' extremes, or a stroke in every column where the curve is so
    /// dense that a line would fill them: stroking thousands of long zigzags takes a second.
    void curve(const EmotionCurve& curve, std::span<const float> values, const QPen& pen) const
    {
        const auto ranges = columns(curve, values);
        if (isDense(ranges)) {
            const bool isDashed = pen.style() != Qt::SolidLine;
            QVector<QLineF> strokes;
            for (std::size_t i = 0; i < ranges.size(); ++i)
                if (!ranges[i].isEmpty() && !(isDashed && i % 8 >= 6))
                    strokes.append(stroke(i, ranges[i].low, ranges[i].high, pen.widthF() / 2.0));
            paintStrokes(strokes, pen.color());
            return;
        }
        QPolygonF line;
        bool isUp = false;
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            if (ranges[i].isEmpty()) continue;
            const double at = columnX(i);
            const double low = y(static_cast<double>(ranges[i].low));
            const double high = y(static_cast<double>(ranges[i].high));
            if (low - high < 1.0) {
                line.append({ at, (low + high) / 2.0 });
                continue;
            }
            line.append({ at, isUp ? high : low });
            line.append({ at, isUp ? low : high });
            isUp = !isUp;
        }
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(line);
    }

    void band(const EmotionCurve& curve, std::span<const float> lower, std::span<const float> upper,
        QColor colour) const
    {
        const auto lows = columns(curve, lower);
        const auto highs = columns(curve, upper);
        colour.setAlphaF(0.16F);
        if (isDense(highs)) {
            QVector<QLineF> strokes;
            for (std::size_t i = 0; i < highs.size(); ++i)
                if (!highs[i].isEmpty() && !lows[i].isEmpty())
                    strokes.append(stroke(i, lows[i].low, highs[i].high, 0.0));
            paintStrokes(strokes, colour);
            return;
        }
        QPolygonF shape;
        for (std::size_t i = 0; i < highs.size(); ++i)
            if (!highs[i].isEmpty())
                shape.append({ columnX(i), y(static_cast<double>(highs[i].high)) });
        for (std::size_t i = lows.size(); i-- > 0;)
            if (!lows[i].isEmpty())
                shape.append({ columnX(i), y(static_cast<double>(lows[i].low)) });
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour);
        m_painter.drawPolygon(shape);
    }

private:
    double columnX(std::size_t column) const
    {
        return m_area.left() + 0.5 + static_cast<double>(column);
    }

    /// @param extra  pixels beyond either end
    QLineF stroke(std::size_t column, float low, float high, double extra) const
    {
        const double x = columnX(column);
        return { x, y(static_cast<double>(low)) + extra, x, y(static_cast<double>(high)) - extra };
    }

    void paintStrokes(const QVector<QLineF>& strokes, const QColor& colour) const
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.setPen(QPen(colour, 1.0));
        m_painter.drawLines(strokes);
        m_painter.restore();
    }

    /// A few pixels up and down in most columns.
    bool isDense(const std::vector<ColumnRange>& ranges) const
    {
        constexpr double kPixels = 3.0;
        double sum = 0.0;
        for (const ColumnRange& range : ranges)
            if (!range.isEmpty()) sum += static_cast<double>(range.high - range.low);
        const double perUnit = m_area.height() / (m_high - m_low);
        return sum * perUnit > kPixels * static_cast<double>(ranges.size());
    }

    QPainter& m_painter;
    QRect m_area;
    const TimeWindow& m_time;
    double m_low, m_high;
};

void laneName(QPainter& painter, const QRect& lane, const QString& name, const QColor& colour)
{
    const QFont font = palette::font(12);
    painter.setFont(font);
    painter.setPen(colour);
    const QRect place(lane.left() - kLeft, lane.top(), kLeft - 8, lane.height());
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
        QFontMetrics(font).elidedText(name, Qt::ElideRight, place.width()));
}

void paintGrid(
    QPainter& painter, const TrackLayout& layout, const TrackScene& scene, const Theme& colours)
{
    const QRect& plot = layout.plot;
    painter.setFont(palette::font(11));
    const Lane lane(
        painter, plot.adjusted(-kLeft, -8, kRight, layout.ruler.height()), scene.time, 1, 9);
    const auto y
        = [&](int value) { return plot.bottom() - (value - 1) / 8.0 * (plot.height() - 1); };
    for (const int value : { 1, 3, 5, 7, 9 }) {
        painter.setPen(QPen(value == 5 ? colours.secondaryInk : colours.rule, 1.0));
        painter.drawLine(QPointF(plot.left(), y(value)), QPointF(plot.right(), y(value)));
        painter.setPen(colours.secondaryInk);
        painter.drawText(QRectF(plot.left() - kLeft, y(value) - 8, kLeft - 8, 16),
            Qt::AlignRight | Qt::AlignVCenter, QString::number(value));
    }
    const double step = tickStep(scene.time.span(), std::max(plot.width() / 90, 2));
    const int decimals = step >= 1.0 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
    for (double tick = std::ceil(scene.time.begin() / step) * step; tick <= scene.time.end();
         tick += step) {
        const double x = plot.left() + scene.time.shareOf(tick) * plot.width();
        painter.setPen(QPen(colours.rule, 1.0));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 4));
        painter.setPen(colours.secondaryInk);
        painter.drawText(QRectF(x - 44, layout.ruler.top() + 2, 88, 16), Qt::AlignCenter,
            timeText(tick + step / 1e6, decimals));
    }
}

/// Names right of the plot, at the height of the values they name, apart from each other.
void paintCurveNames(
    QPainter& painter, const QRect& plot, const TrackScene& scene, const Theme& colours)
{
    struct Name {
        double y;
        QString text;
        QColor colour;
    };
    std::vector<Name> names;
    const EmotionCurve& curve = scene.curves.front().curve;
    const auto add = [&](const QString& text, const std::vector<float>& values, double whole,
                         const QColor& colour) {
        const double value = curveValueAt(curve, values, scene.time.end()).value_or(whole);
        names.push_back({ plot.bottom() - (value - 1.0) / 8.0 * plot.height(),
            text.arg(value, 0, 'f', 1), colour });
    };
    const Annotation& said = scene.mainReading()->stored.annotation;
    add(tr("Valence %1"), curve.valence, static_cast<double>(said.valence), colours.valence);
    add(tr("Arousal %1"), curve.arousal, static_cast<double>(said.arousal), colours.arousal);
    if (names[0].y > names[1].y) std::swap(names[0], names[1]);
    if (const double gap = names[1].y - names[0].y; gap < 18.0) {
        names[0].y -= (18.0 - gap) / 2.0;
        names[1].y += (18.0 - gap) / 2.0;
    }
    painter.setFont(palette::font(13, QFont::DemiBold));
    for (const Name& name : names) {
        painter.setPen(name.colour);
        const double y = std::clamp(name.y, plot.top() + 9.0, plot.bottom() - 9.0);
        painter.drawText(QRectF(plot.right() + 8, y - 9, kRight - 10, 18),
            Qt::AlignLeft | Qt::AlignVCenter, name.text);
    }
}

void paintTraces(QPainter& painter, const Lane& lane, const TrackScene& scene, const Theme& colours)
{
    for (const auto& human : scene.view->traces) {
        QPolygonF line;
        for (const TraceSample& sample : human.trace.samples) {
            const double seconds = static_cast<double>(sample.seconds) - human.trace.latencySeconds;
            const QPointF point(lane.x(seconds), lane.y(static_cast<double>(sample.value)));
            // A step a sample: what was held is held until it moves. Within a pixel nothing shows.
            if (!line.isEmpty() && point.x() - line.last().x() < 0.5) continue;
            if (!line.isEmpty()) line.append({ point.x(), line.last().y() });
            line.append(point);
        }
        painter.setPen(QPen(
            human.trace.dimension == TraceDimension::Valence ? colours.valence : colours.arousal,
            1.5, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
    }
}

void paintCurves(
    QPainter& painter, const TrackLayout& layout, const TrackScene& scene, const Theme& colours)
{
    const QRect& plot = layout.plot;
    {
        const Lane lane(painter, plot, scene.time, 1.0, 9.0);
        double analysedUntil = 0.0;
        painter.setRenderHint(QPainter::Antialiasing);
        // Others first and thin, so that the main model stays in front.
        for (std::size_t i = scene.curves.size(); i-- > 0;) {
            const EmotionCurve& curve = scene.curves[i].curve;
            if (i == 0) {
                lane.band(curve, curve.valenceLower, curve.valenceUpper, colours.valence);
                lane.band(curve, curve.arousalLower, curve.arousalUpper, colours.arousal);
                if (!curve.valence.empty())
                    analysedUntil = curve.startSeconds
                        + static_cast<double>(curve.valence.size() - 1) * curve.hopSeconds
                        + curve.windowSeconds / 2.0;
            }
            const double width = i == 0 ? 2.0 : 1.0;
            QPen dashed(colours.arousal, width, Qt::CustomDashLine, Qt::FlatCap);
            dashed.setDashPattern({ 6.0 / width, 2.0 / width });
            lane.curve(curve, curve.valence, QPen(colours.valence, width));
            lane.curve(curve, curve.arousal, dashed);
        }
        if (scene.hasResidual()) paintTraces(painter, lane, scene, colours);
        if (analysedUntil < scene.time.duration() - 1.0) {
            painter.setPen(QPen(colours.secondaryInk, 2.0, Qt::DotLine));
            painter.drawLine(QPointF(lane.x(analysedUntil), lane.y(5.0)),
                QPointF(lane.x(scene.time.duration()), lane.y(5.0)));
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (scene.mainReading()) paintCurveNames(painter, plot, scene, colours);
    if (scene.curves.size() > 1) {
        QStringList others;
        for (std::size_t i = 1; i < scene.curves.size(); ++i)
            others.append(scene.curves[i].model);
        painter.setFont(palette::font(12));
        painter.setPen(colours.secondaryInk);
        painter.drawText(plot.adjusted(8, 4, -8, 0), Qt::AlignLeft | Qt::AlignTop,
            tr("bold: %1 · thin: %2").arg(scene.curves.front().model, others.join(u", ")));
    }
}

/// How far people are from the main model: above the line they said more.
void paintResidual(
    QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours)
{
    laneName(painter, area, tr("residual"), colours.secondaryInk);
    const Lane lane(painter, area, scene.time, -4.0, 4.0);
    painter.fillRect(area, colours.panel);
    if (!scene.curves.empty()) {
        const EmotionCurve& curve = scene.curves.front().curve;
        for (const auto& human : scene.view->traces) {
            const bool isValence = human.trace.dimension == TraceDimension::Valence;
            painter.setPen(isValence ? colours.valence : colours.arousal);
            for (int x = 0; x < area.width(); ++x) {
                const double seconds = scene.time.secondsAt((x + 0.5) / area.width());
                const auto said = traceValueAt(human.trace, seconds);
                const auto model
                    = curveValueAt(curve, isValence ? curve.valence : curve.arousal, seconds);
                if (!said || !model) continue;
                const double at = area.left() + x;
                painter.drawPoint(QPointF(at, lane.y(std::clamp(*said - *model, -4.0, 4.0))));
            }
        }
    }
    painter.setPen(colours.secondaryInk);
    painter.drawLine(QPointF(area.left(), lane.y(0.0)), QPointF(area.right(), lane.y(0.0)));
}

void paintChords(
    QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours)
{
    laneName(painter, area, tr("chords"), colours.secondaryInk);
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
        const QRectF box(lane.x(chord->startSeconds), area.top(),
            lane.x(chord->endSeconds) - lane.x(chord->startSeconds), area.height());
        painter.fillRect(box.adjusted(0, 1, -1, -1), colours.rule);
        if (metrics.horizontalAdvance(text) + 4 > box.width()) continue;
        painter.setPen(colours.ink);
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

void paintTags(QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours)
{
    QRect row(area.left(), area.top(), area.width(), kTagLane);
    const EmotionCurve& curve = scene.curves.front().curve;
    for (const auto& tag : scene.tags) {
        laneName(painter, row, tag.name, colours.secondaryInk);
        const auto ranges = curveColumns(tag.values, curve.startSeconds, curve.hopSeconds,
            scene.time.begin(), scene.time.end(), row.width());
        QImage strip(row.width(), 1, QImage::Format_RGB32);
        for (int x = 0; x < row.width(); ++x) {
            const ColumnRange& range = ranges[static_cast<std::size_t>(x)];
            const float share = range.isEmpty() ? 0.0F : 0.4F * (range.low + range.high);
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
        painter.drawText(QRect(row.right() + 8, row.top(), kRight - 10, row.height()),
            Qt::AlignLeft | Qt::AlignVCenter,
            QStringLiteral("%1 %").arg(std::lround(tag.wholeTrack * 100.0F)));
        row.translate(0, kTagLane);
    }
}

void paintComments(
    QPainter& painter, const QRect& area, const TrackScene& scene, const Theme& colours)
{
    laneName(painter, area, tr("comments"), colours.secondaryInk);
    const Lane lane(painter, area, scene.time, 0.0, 1.0);
    const QFont font = palette::font(12);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const auto& comments = scene.view->comments;
    for (std::size_t i = 0; i < comments.size(); ++i) {
        const double begin = lane.x(comments[i].startSeconds);
        const double end = lane.x(comments[i].endSeconds.value_or(comments[i].startSeconds));
        painter.fillRect(QRectF(begin, area.top() + 2, std::max(end - begin, 2.0), 16),
            comments[i].endSeconds ? colours.rule : colours.accent);
        const double next
            = i + 1 < comments.size() ? lane.x(comments[i + 1].startSeconds) : area.right() + 1.0;
        const QRectF room(begin + 6, area.top() + 2, std::max(next - begin - 10, 0.0), 16);
        painter.setPen(colours.ink);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(QString::fromStdString(comments[i].text).simplified(),
                Qt::ElideRight, static_cast<int>(room.width())));
    }
}

} // namespace

void TrackScene::choose(const std::vector<std::size_t>& models, const std::vector<int>& wantedTags)
{
    m_models = models;
    curves.clear();
    tags.clear();
    if (!view) return;
    for (const std::size_t index : models) {
        const TrackView::Reading& reading = view->readings.at(index);
        const EmotionCurve& raw = reading.stored.annotation.curve;
        EmotionCurve curve;
        curve.startSeconds = raw.startSeconds;
        curve.hopSeconds = raw.hopSeconds;
        curve.windowSeconds = raw.windowSeconds;
        const auto smooth = [&](const std::vector<float>& values) {
            return smoothed(values, raw.hopSeconds, smoothingSeconds);
        };
        curve.valence = smooth(raw.valence);
        curve.arousal = smooth(raw.arousal);
        curve.valenceLower = smooth(raw.valenceLower);
        curve.valenceUpper = smooth(raw.valenceUpper);
        curve.arousalLower = smooth(raw.arousalLower);
        curve.arousalUpper = smooth(raw.arousalUpper);
        curves.push_back({ reading.model, std::move(curve) });
    }
    const TrackView::Reading* main = mainReading();
    if (!main) return;
    const Annotation& said = main->stored.annotation;
    std::vector<int> shown = wantedTags;
    for (std::size_t i = 0; wantedTags.empty() && i < std::min(kStrongest, said.moods.size()); ++i)
        shown.push_back(said.moods[i].tag);
    const std::size_t points = said.curve.valence.size();
    if (said.curve.tagProbabilities.size() != points * kMoodTags.size()) return;
    for (const int tag : shown) {
        const auto whole = std::ranges::find(said.moods, tag, &MoodProbability::tag);
        TagLane lane { moodText(tag), whole == said.moods.end() ? 0.0F : whole->probability,
            std::vector<float>(points) };
        for (std::size_t point = 0; point < points; ++point)
            lane.values[point]
                = said.curve
                      .tagProbabilities[point * kMoodTags.size() + static_cast<std::size_t>(tag)];
        tags.push_back(std::move(lane));
    }
}

const TrackView::Reading* TrackScene::mainReading() const
{
    return view && !m_models.empty() ? &view->readings.at(m_models.front()) : nullptr;
}

TrackLayout::TrackLayout(const QRect& area, const TrackScene& scene)
{
    int bottom = area.bottom() + 1;
    const int left = area.left() + kLeft;
    const int width = std::max(area.width() - kLeft - kRight, 50);
    const auto take = [&](int height, int gap) {
        bottom -= height;
        const QRect lane(left, bottom, width, height);
        bottom -= gap;
        return lane;
    };
    const bool isAnalysed = scene.mainReading() != nullptr;
    caption = take(18, 6);
    caption.setLeft(area.left() + 16);
    caption.setRight(area.right() - 16);
    if (!scene.tags.empty()) tags = take(kTagLane * static_cast<int>(scene.tags.size()), 4);
    if (isAnalysed) {
        key = take(20, 2);
        chords = take(26, 4);
    }
    if (scene.hasResidual()) residual = take(44, 4);
    if (scene.view && !scene.view->comments.empty()) comments = take(20, 2);
    ruler = take(20, 0);
    plot = QRect(left, area.top() + 8, width, std::max(bottom - area.top() - 8, 60));
}

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
    if (!layout.key.isNull()) {
        laneName(painter, layout.key, tr("key"), colours.secondaryInk);
        painter.setPen(colours.ink);
        const QString key = keyText(*scene.mainReading());
        painter.drawText(
            layout.key, Qt::AlignLeft | Qt::AlignVCenter, key.isEmpty() ? tr("none heard") : key);
    }
    if (!layout.tags.isNull()) paintTags(painter, layout.tags, scene, colours);
    painter.setFont(palette::font(12));
    painter.setPen(colours.secondaryInk);
    painter.drawText(layout.caption, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(painter.font())
            .elidedText(captionText(scene), Qt::ElideRight, layout.caption.width()));
}

} // namespace circumplex
